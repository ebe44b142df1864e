//! Keys and certificates in other forms. Nothing here writes a file: the caller sees to it that a
//! private one goes to a file of its owner alone.

use crate::certificate::Certificate;
use crate::key::{PemForm, PrivateKey};
use crate::secret::Passphrase;
use p12_keystore::{KeyStore, KeyStoreEntry, PrivateKeyChain};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::{Error, Result};

/// A form to save in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Conversion {
    /// A private key as PKCS#8 in PEM, unencrypted.
    Pkcs8,
    /// The same under a passphrase (PBES2, scrypt, AES-256).
    Encrypted,
    /// The same as [`Conversion::Pkcs8`] in one line, `\n` written where a line ends.
    OneLine,
    /// PKCS#1 for RSA, SEC1 for EC, in PEM.
    Traditional,
    /// A private key as a JSON Web Key (RFC 7517).
    Jwk,
    /// A certificate in PEM.
    Certificate,
    /// A certificate in DER.
    CertificateDer,
    /// A private key and its certificate under a passphrase, as PKCS#12.
    Pkcs12,
}

impl Conversion {
    /// Whether the file holds a private key.
    pub const fn is_private(self) -> bool {
        !matches!(self, Self::Certificate | Self::CertificateDer)
    }

    /// Whether the file is put under a passphrase.
    pub const fn wants_passphrase(self) -> bool {
        matches!(self, Self::Encrypted | Self::Pkcs12)
    }

    /// The name that is proposed for the file.
    pub const fn file_name(self) -> &'static str {
        match self {
            Self::Pkcs8 | Self::Encrypted | Self::Traditional => "private.pem",
            Self::OneLine => "private-key.txt",
            Self::Jwk => "private-key.json",
            Self::Certificate => "public.pem",
            Self::CertificateDer => "public.cer",
            Self::Pkcs12 => "key-and-certificate.p12",
        }
    }

    /// A certificate in this form. [`Error::IsPrivateKey`] for a form of private keys.
    pub fn of_certificate(self, certificate: &Certificate) -> Result<Vec<u8>> {
        match self {
            Self::Certificate => Ok(certificate.to_pem().into_bytes()),
            Self::CertificateDer => Ok(certificate.der().to_vec()),
            _ => Err(Error::IsPrivateKey),
        }
    }

    /// A private key in this form; for PKCS#12 with its certificate.
    ///
    /// Fails with [`Error::PassphraseNeeded`], with [`Error::CertificateMissing`] where a form
    /// holds one, and with [`Error::PairDiffers`] where that is another key's.
    pub fn of_key(
        self,
        key: &PrivateKey,
        certificate: Option<&Certificate>,
        passphrase: Option<&Passphrase>,
    ) -> Result<Zeroizing<Vec<u8>>> {
        let needed = || passphrase.ok_or(Error::PassphraseNeeded);
        let text = match self {
            Self::Pkcs8 => key.to_pem(),
            Self::Encrypted => key.to_encrypted_pem(needed()?)?,
            Self::OneLine => key.to_pem_in(PemForm::Pkcs8OneLine)?,
            Self::Traditional => key.to_pem_in(PemForm::Traditional)?,
            Self::Jwk => key.to_jwk()?,
            Self::Pkcs12 => {
                let certificate = certificate.ok_or(Error::CertificateMissing)?;
                return pkcs12(key, certificate, needed()?);
            }
            Self::Certificate | Self::CertificateDer => return Err(Error::PrivateKeyMissing),
        };
        Ok(Zeroizing::new(text.as_bytes().to_vec()))
    }
}

/// PBES2 with PBKDF2, HMAC-SHA-256 and AES-256, which Java, Windows and openssl read.
fn pkcs12(
    key: &PrivateKey,
    certificate: &Certificate,
    passphrase: &Passphrase,
) -> Result<Zeroizing<Vec<u8>>> {
    if !key.matches(certificate) {
        return Err(Error::PairDiffers);
    }
    let unwritten = |_| Error::Unexpected("PKCS#12 not written");
    let id = certificate.id();
    let inner = p12_keystore::PrivateKey::from_der(key.expose_pkcs8_der().expose());
    let own = p12_keystore::Certificate::from_der(certificate.der()).map_err(unwritten)?;
    let chain = PrivateKeyChain::new(id.as_str(), inner.map_err(unwritten)?, [own]);
    let mut store = KeyStore::new();
    store.add_entry(ALIAS, KeyStoreEntry::PrivateKeyChain(chain));
    let writer = store.writer(passphrase.expose());
    let writer = writer.encryption_iterations(ITERATIONS).mac_iterations(ITERATIONS);
    writer.write().map(Zeroizing::new).map_err(unwritten)
}

/// How Java names the entry.
const ALIAS: &str = "netsuite";
/// OWASP's figure for PBKDF2 with HMAC-SHA-256. Without optimisation that takes half a minute, and
/// the tests ask for another thing.
const ITERATIONS: u32 = if cfg!(test) { 1_000 } else { 600_000 };

#[cfg(test)]
mod tests {
    use super::*;
    use crate::certificate::{Signature, Subject};
    use crate::doctor::{Kind, examine};
    use crate::key::{KeyType, Search};
    use time::macros::datetime;

    fn pair(kind: KeyType) -> (PrivateKey, Certificate) {
        let key = PrivateKey::generate(kind, &Search::new()).unwrap();
        let subject = Subject::new("Northwind Traders").unwrap();
        let now = datetime!(2026-03-01 12:00 UTC);
        let certificate = Certificate::issue(&key, &subject, 365, Signature::Pss, now).unwrap();
        (key, certificate)
    }

    fn passphrase() -> Passphrase {
        Passphrase::chosen("correct horse battery".to_owned()).unwrap()
    }

    #[test]
    fn every_form_of_a_key_is_read_back_as_the_same_key() {
        let now = datetime!(2026-03-02 12:00 UTC);
        for kind in [KeyType::Rsa3072, KeyType::P256, KeyType::P521] {
            let (key, certificate) = pair(kind);
            for form in [
                Conversion::Pkcs8,
                Conversion::Encrypted,
                Conversion::OneLine,
                Conversion::Traditional,
                Conversion::Jwk,
                Conversion::Pkcs12,
            ] {
                let file = form.of_key(&key, Some(&certificate), Some(&passphrase())).unwrap();
                let examined = examine(&file, Some(&passphrase()), None, now);
                let found = examined.items.iter().find_map(|item| item.private_key()).unwrap();
                assert_eq!(found.public_key_der(), key.public_key_der(), "{kind:?} {form:?}");
                if form.wants_passphrase() {
                    let locked = examine(&file, None, None, now).items[0].kind;
                    assert!(matches!(locked, Kind::LockedKey | Kind::LockedKeystore), "{locked:?}");
                }
            }
        }
    }

    #[test]
    fn a_certificate_is_the_same_in_either_form() {
        let (_, certificate) = pair(KeyType::P384);
        let now = datetime!(2026-03-02 12:00 UTC);
        for form in [Conversion::Certificate, Conversion::CertificateDer] {
            let file = form.of_certificate(&certificate).unwrap();
            let examined = examine(&file, None, None, now);
            assert_eq!(examined.items[0].certificate(), Some(&certificate));
        }
    }

    #[test]
    fn a_form_that_needs_more_says_what() {
        let (key, certificate) = pair(KeyType::P256);
        let (_, other) = pair(KeyType::P256);
        let refused = Conversion::Encrypted.of_key(&key, None, None);
        assert!(matches!(refused, Err(Error::PassphraseNeeded)));
        let refused = Conversion::Pkcs12.of_key(&key, None, Some(&passphrase()));
        assert!(matches!(refused, Err(Error::CertificateMissing)));
        let refused = Conversion::Pkcs12.of_key(&key, Some(&other), Some(&passphrase()));
        assert!(matches!(refused, Err(Error::PairDiffers)));
        assert!(matches!(Conversion::Pkcs8.of_certificate(&certificate), Err(Error::IsPrivateKey)));
    }
}
