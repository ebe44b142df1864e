//! Reads what a user has: files and pastes with keys and certificates in them.
//!
//! Forgiving about the wrapping (several blocks, text around them, any line ends, UTF-16, `\n`
//! escapes of a configuration file, DER), exact about the content: what is refused is named.
//!
//! What a file is when it holds nothing of use, [`crate::doctor`] says.

mod der_kind;
mod encryption;
mod other_forms;
mod pem;
mod piece;

use std::fmt;

use pkcs8::EncryptedPrivateKeyInfoRef;
use pkcs8::pkcs5::pbes2::Kdf;
use zeroize::Zeroizing;

pub(crate) use self::der_kind::PieceKind;
pub(crate) use self::other_forms::dotnet_key;
pub(crate) use self::pem::{PEM_IN_BASE64, decoded, text};
pub(crate) use self::piece::{Piece, PieceForm, Pieces, pieces};
use crate::certificate::Certificate;
use crate::key::PrivateKey;
use crate::secret::Passphrase;
use crate::{Error, Result};

/// One thing found in a file.
#[derive(Debug)]
pub enum Material {
    /// A certificate.
    Certificate(Box<Certificate>),
    /// A private key in clear.
    PrivateKey(PrivateKey),
    /// A private key under a passphrase.
    EncryptedPrivateKey(EncryptedPrivateKey),
    /// A bare public key.
    PublicKey,
    /// A request for a certificate (CSR).
    CertificateRequest,
    /// A PEM block of another kind, by its label, shortened.
    Unknown(String),
}

/// A private key under a passphrase: encrypted PKCS#8, or OpenSSH's own form.
pub struct EncryptedPrivateKey {
    bytes: Vec<u8>,
    open_ssh: bool,
}

/// Everything in a file, in its order.
///
/// Fails with [`Error::PemEmpty`], [`Error::PemTooLarge`], [`Error::PemTruncated`],
/// [`Error::PemBinary`], [`Error::IsPkcs12`], [`Error::KeyLegacyEncryption`], or as
/// [`PrivateKey::from_pkcs8_der`] for a key that NetSuite does not take.
pub fn read(bytes: &[u8]) -> Result<Vec<Material>> {
    let Pieces { found, cut } = pieces(bytes)?;
    let found = found.into_iter().map(|piece| Material::of(&piece?)).collect::<Result<_>>()?;
    cut.map_or(Ok(found), |_| Err(Error::PemTruncated))
}

/// The first certificate in a file.
///
/// If there is none, the error names what is there instead: [`Error::IsPublicKey`],
/// [`Error::IsCertificateRequest`], [`Error::IsPrivateKey`], [`Error::PemLabelUnknown`].
pub fn certificate(bytes: &[u8]) -> Result<Certificate> {
    let mut instead = Error::CertificateMissing;
    for found in read(bytes)? {
        instead = match found {
            Material::Certificate(certificate) => return Ok(*certificate),
            Material::PrivateKey(_) | Material::EncryptedPrivateKey(_) => Error::IsPrivateKey,
            Material::PublicKey => Error::IsPublicKey,
            Material::CertificateRequest => Error::IsCertificateRequest,
            Material::Unknown(label) => Error::PemLabelUnknown { label },
        };
    }
    Err(instead)
}

/// The first private key in a file, opened with the passphrase where it needs one.
///
/// Fails with [`Error::PassphraseNeeded`], [`Error::PassphraseWrong`] or
/// [`Error::PrivateKeyMissing`].
pub fn private_key(bytes: &[u8], passphrase: Option<&Passphrase>) -> Result<PrivateKey> {
    let found = read(bytes)?;
    first_key(found, passphrase)?.ok_or(Error::PrivateKeyMissing)
}

/// A private key and its certificate from one file or several, in any order.
///
/// Of several certificates, such as a chain, the key's own is taken; if none is, that is
/// [`Error::PairDiffers`].
pub fn pair(files: &[&[u8]], passphrase: Option<&Passphrase>) -> Result<(PrivateKey, Certificate)> {
    let (mut certificates, mut others) = (Vec::new(), Vec::new());
    for file in files {
        for found in read(file)? {
            match found {
                Material::Certificate(certificate) => certificates.push(*certificate),
                other => others.push(other),
            }
        }
    }
    if certificates.is_empty() {
        return Err(missing_certificate(&others));
    }
    let key = first_key(others, passphrase)?.ok_or(Error::PrivateKeyMissing)?;
    let certificate = certificates
        .into_iter()
        .find(|certificate| key.matches(certificate))
        .ok_or(Error::PairDiffers)?;
    Ok((key, certificate))
}

impl Material {
    fn of(piece: &Piece) -> Result<Self> {
        let der = &piece.der;
        match &piece.kind {
            PieceKind::Certificate => {
                Certificate::from_der(der).map(Box::new).map(Self::Certificate)
            }
            PieceKind::Pkcs8 => PrivateKey::from_pkcs8_der(der).map(Self::PrivateKey),
            PieceKind::Pkcs1 => PrivateKey::from_pkcs1_der(der).map(Self::PrivateKey),
            PieceKind::Sec1 => PrivateKey::from_sec1_der(der).map(Self::PrivateKey),
            PieceKind::EncryptedPkcs8 => {
                Ok(Self::EncryptedPrivateKey(EncryptedPrivateKey::of(der)))
            }
            PieceKind::LockedOpenSsh => {
                Ok(Self::EncryptedPrivateKey(EncryptedPrivateKey::of_open_ssh(der)))
            }
            PieceKind::OldEncryption(_) => Err(Error::KeyLegacyEncryption),
            PieceKind::PublicKey | PieceKind::RsaPublicKey => Ok(Self::PublicKey),
            PieceKind::Request => Ok(Self::CertificateRequest),
            PieceKind::Pkcs12 => Err(Error::IsPkcs12),
            PieceKind::RevocationList | PieceKind::Pkcs7 if piece.form == PieceForm::Der => {
                Err(Error::PemBinary)
            }
            PieceKind::RevocationList => Ok(Self::Unknown("X509 CRL".to_owned())),
            PieceKind::Pkcs7 => Ok(Self::Unknown("PKCS7".to_owned())),
            PieceKind::OpenSshKey => Ok(Self::Unknown("OPENSSH PRIVATE KEY".to_owned())),
            PieceKind::Other(label) => Ok(Self::Unknown(label.clone())),
        }
    }
}

impl EncryptedPrivateKey {
    /// Takes one in DER. Whether it is one shows when it is opened.
    pub(crate) fn of(der: &[u8]) -> Self {
        Self { bytes: der.to_vec(), open_ssh: false }
    }

    /// Takes the block of OpenSSH's own form.
    pub(crate) fn of_open_ssh(block: &[u8]) -> Self {
        Self { bytes: block.to_vec(), open_ssh: true }
    }

    /// Opens it. Fails with [`Error::PassphraseWrong`], with [`Error::KeyNotReadable`] if it asks
    /// for a costlier derivation than any sound file does, or as [`PrivateKey::from_pkcs8_der`].
    pub fn open(&self, passphrase: &Passphrase) -> Result<PrivateKey> {
        PrivateKey::from_pkcs8_der(&self.decrypt(passphrase)?)
    }

    /// The PKCS#8 in it, of whatever kind. Fails as [`EncryptedPrivateKey::open`] before that.
    pub(crate) fn decrypt(&self, passphrase: &Passphrase) -> Result<Wiped<Vec<u8>>> {
        if self.open_ssh {
            let key = other_forms::open_locked_ssh(&self.bytes, passphrase)?;
            return Ok(Wiped::new(key.expose_pkcs8_der().expose().clone()));
        }
        if encryption::opens_as_keystore(&self.bytes) {
            return encryption::open_as_keystore(&self.bytes, passphrase);
        }
        let info = EncryptedPrivateKeyInfoRef::try_from(self.bytes.as_slice())
            .map_err(|_| Error::KeyNotReadable)?;
        let bearable = match info.encryption_algorithm.pbes2().map(|scheme| &scheme.kdf) {
            Some(Kdf::Scrypt(cost)) => {
                let memory = cost.cost_parameter.saturating_mul(u64::from(cost.block_size) * 128);
                memory <= SCRYPT_MOST_BYTES && cost.parallelization <= SCRYPT_MOST_PASSES
            }
            Some(Kdf::Pbkdf2(cost)) => cost.iteration_count <= PBKDF2_MOST_ITERATIONS,
            _ => false,
        };
        if !bearable {
            return Err(Error::KeyNotReadable);
        }
        let opened = info.decrypt(passphrase.expose()).map_err(|_| Error::PassphraseWrong)?;
        Ok(Wiped::new(opened.as_bytes().to_vec()))
    }
}

impl fmt::Debug for EncryptedPrivateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EncryptedPrivateKey(…)")
    }
}

fn first_key(found: Vec<Material>, passphrase: Option<&Passphrase>) -> Result<Option<PrivateKey>> {
    for material in found {
        match material {
            Material::PrivateKey(key) => return Ok(Some(key)),
            Material::EncryptedPrivateKey(key) => {
                return key.open(passphrase.ok_or(Error::PassphraseNeeded)?).map(Some);
            }
            _ => {}
        }
    }
    Ok(None)
}

/// A public key or a request among the files is what somebody took for the certificate.
fn missing_certificate(others: &[Material]) -> Error {
    others
        .iter()
        .find_map(|other| match other {
            Material::PublicKey => Some(Error::IsPublicKey),
            Material::CertificateRequest => Some(Error::IsCertificateRequest),
            _ => None,
        })
        .unwrap_or(Error::CertificateMissing)
}

/// Text or DER that holds a key is wiped when done.
pub(crate) type Wiped<T> = Zeroizing<T>;

// A chain of certificates with a key and the text of `openssl x509 -text` stays well below.
pub(crate) const MOST_BYTES: u64 = 64 * 1024;
// Sound files stay far below; a hostile one would ask for all memory. A fuzzer looks for faults,
// not for the time that hashing takes.
const SCRYPT_MOST_BYTES: u64 = if cfg!(fuzzing) { 64 * 1024 } else { 256 * 1024 * 1024 };
const SCRYPT_MOST_PASSES: u16 = if cfg!(fuzzing) { 1 } else { 16 };
const PBKDF2_MOST_ITERATIONS: u32 = if cfg!(fuzzing) { 100 } else { 10_000_000 };

impl Certificate {
    /// Reads the first `CERTIFICATE` block of a PEM text, forgiving what [`read`]
    /// forgives. Another kind of block has an error that names it.
    pub fn from_pem(pem: &str) -> Result<Self> {
        certificate(pem.as_bytes())
    }
}

#[cfg(test)]
mod tests;
