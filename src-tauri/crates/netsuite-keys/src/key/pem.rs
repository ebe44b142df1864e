//! A private key as a PEM file: PKCS#8, plain or under a passphrase (RFC 7468, 10 and 11), and the
//! other forms that systems ask for.

use base64ct::{Base64, Encoding};
use der::{Decode, Encode};
use pkcs8::pkcs5::{pbes2, scrypt};
use pkcs8::rand_core::TryRng;
use pkcs8::{EncryptedPrivateKeyInfoRef, LineEnding, PrivateKeyInfoRef, SecretDocument};
use sec1::{EcParameters, EcPrivateKey};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::{KeyType, P256, P384, P521, PrivateKey};
use crate::secret::Passphrase;
use crate::{Error, Result};

/// How a private key is written for a system that takes it in clear.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum PemForm {
    /// Unencrypted PKCS#8, pasted with its lines.
    #[default]
    Pkcs8Lines,
    /// The same in one line, `\n` written where a line ends.
    Pkcs8OneLine,
    /// The same as base64 in one line.
    Pkcs8Base64,
    /// PKCS#1 for RSA, SEC1 for EC, with its lines.
    Traditional,
    /// Unencrypted PKCS#8 in a file that it is given the path of.
    File,
}

impl PrivateKey {
    /// The key in clear, as a system takes it.
    ///
    /// # Errors
    /// None that the user could act on: the key was encoded here before.
    pub fn to_pem_in(&self, form: PemForm) -> Result<Zeroizing<String>> {
        match form {
            PemForm::Pkcs8Lines | PemForm::File => Ok(self.to_pem()),
            PemForm::Pkcs8OneLine => {
                let lines = self.to_pem();
                // As in a JSON string or an .env file: backslash and n where a line ends.
                let mut text = Zeroizing::new(String::with_capacity(lines.len() * 2));
                for line in lines.lines() {
                    text.push_str(line);
                    text.push_str("\\n");
                }
                Ok(text)
            }
            PemForm::Pkcs8Base64 => {
                Ok(Zeroizing::new(Base64::encode_string(self.to_pem().as_bytes())))
            }
            PemForm::Traditional => self
                .to_traditional_pem()
                .map_err(|_| Error::Unexpected("private key not written in its older form")),
        }
    }

    /// PKCS#1 for RSA (RFC 8017, A.1.2), SEC1 with its curve for EC (RFC 5915, 3).
    fn to_traditional_pem(&self) -> pkcs8::Result<Zeroizing<String>> {
        let info = PrivateKeyInfoRef::try_from(self.pkcs8.expose().as_slice())?;
        let inner = info.private_key.as_bytes();
        let curve = match self.key_type {
            KeyType::Rsa3072 | KeyType::Rsa4096 => {
                let document = SecretDocument::try_from(inner)?;
                return Ok(document.to_pem("RSA PRIVATE KEY", LineEnding::LF)?);
            }
            KeyType::P256 => P256,
            KeyType::P384 => P384,
            KeyType::P521 => P521,
        };
        // Within PKCS#8 the curve stands outside of it.
        let parameters = Some(EcParameters::NamedCurve(curve));
        let key = EcPrivateKey { parameters, ..EcPrivateKey::from_der(inner)? };
        let document = SecretDocument::try_from(Zeroizing::new(key.to_der()?).as_slice())?;
        Ok(document.to_pem("EC PRIVATE KEY", LineEnding::LF)?)
    }

    /// The key in clear as `PRIVATE KEY`, the form that `openssl req -nodes` writes.
    #[expect(clippy::expect_used, reason = "the bytes were written as DER by from_pkcs8_der")]
    pub fn to_pem(&self) -> Zeroizing<String> {
        SecretDocument::try_from(self.pkcs8.expose().as_slice())
            .and_then(|document| document.to_pem("PRIVATE KEY", LineEnding::LF))
            .expect("a PKCS#8 document has a PEM form")
    }

    /// The key as `ENCRYPTED PRIVATE KEY`: PBES2 with scrypt and AES-256-CBC (RFC 7914, 7).
    pub fn to_encrypted_pem(&self, passphrase: &Passphrase) -> Result<Zeroizing<String>> {
        self.encrypt(passphrase)
            .and_then(|document| Ok(document.to_pem("ENCRYPTED PRIVATE KEY", LineEnding::LF)?))
            .map_err(|_| Error::Unexpected("private key not encrypted"))
    }

    /// The key as an encrypted PKCS#8 in DER, encrypted as by [`PrivateKey::to_encrypted_pem`].
    pub fn to_encrypted_der(&self, passphrase: &Passphrase) -> Result<Vec<u8>> {
        self.encrypt(passphrase)
            .map(|document| document.as_bytes().to_vec())
            .map_err(|_| Error::Unexpected("private key not encrypted"))
    }

    /// Reads an encrypted PKCS#8 in DER. Fails with [`Error::PassphraseWrong`] if it does not open,
    /// and as [`PrivateKey::from_pkcs8_der`] if what it holds is not a key for NetSuite.
    pub fn from_encrypted_der(der: &[u8], passphrase: &Passphrase) -> Result<Self> {
        let encrypted =
            EncryptedPrivateKeyInfoRef::try_from(der).map_err(|_| Error::KeyNotReadable)?;
        let opened = encrypted.decrypt(passphrase.expose()).map_err(|_| Error::PassphraseWrong)?;
        Self::from_pkcs8_der(opened.as_bytes())
    }

    fn encrypt(&self, passphrase: &Passphrase) -> pkcs8::Result<SecretDocument> {
        PrivateKeyInfoRef::try_from(self.pkcs8.expose().as_slice())?
            .encrypt_with_params(encryption()?, passphrase.expose())
    }
}

/// PBES2 with scrypt and AES-256-CBC, with a new salt and IV: each may be used once.
pub fn encryption() -> pkcs8::Result<pbes2::Parameters> {
    let (mut salt, mut iv) = ([0; 16], [0; 16]);
    let mut random = getrandom::SysRng;
    for bytes in [&mut salt, &mut iv] {
        random.try_fill_bytes(bytes).map_err(|_| pkcs8::KeyError::Invalid)?;
    }
    let cost = scrypt::Params::new(SCRYPT_LOG_N, SCRYPT_R, SCRYPT_P)
        .map_err(|_| pkcs8::KeyError::Invalid)?;
    Ok(pbes2::Parameters::generate_scrypt_aes256cbc(cost, &salt, iv)?)
}

// 128 * N * r = 16 MiB. OpenSSL refuses more than 32 MiB unless told otherwise (its default
// `maxmem` for scrypt), and a file that openssl cannot open would be of no use to its owner.
const SCRYPT_LOG_N: u8 = 14;
const SCRYPT_R: u32 = 8;
const SCRYPT_P: u32 = 1;
