//! Reads what a user has: files and pastes with keys and certificates in them.
//!
//! Forgiving about the wrapping (several blocks, text around them, any line ends, UTF-16, `\n`
//! escapes of a configuration file, DER), exact about the content: what is refused is named.

mod der_kind;
mod pem;

use std::fmt;

use pkcs8::EncryptedPrivateKeyInfoRef;
use pkcs8::pkcs5::pbes2::Kdf;
use zeroize::Zeroizing;

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

/// A private key as encrypted PKCS#8.
pub struct EncryptedPrivateKey(Vec<u8>);

/// Everything in a file, in its order.
///
/// Fails with [`Error::PemEmpty`], [`Error::PemTooLarge`], [`Error::PemTruncated`],
/// [`Error::PemBinary`], [`Error::KeyLegacyEncryption`], or as [`PrivateKey::from_pkcs8_der`] for
/// a key that NetSuite does not take.
pub fn read(bytes: &[u8]) -> Result<Vec<Material>> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Error::PemTooLarge { limit: MOST_BYTES });
    }
    let text = pem::text(bytes);
    if text.as_ref().map_or(bytes.is_empty(), |text| text.trim().is_empty()) {
        return Err(Error::PemEmpty);
    }
    if let Some(text) = text {
        let blocks = pem::blocks(&text)?;
        if !blocks.is_empty() {
            return blocks.into_iter().map(|block| Material::from_pem(&block)).collect();
        }
        if let Some(der) = pem::bare_base64(&text) {
            return der_kind::read(&der).map(|found| vec![found]);
        }
        if bytes.is_ascii() && !text.contains(|c: char| c.is_control() && !c.is_whitespace()) {
            return Err(Error::PemBinary);
        }
    }
    der_kind::read(bytes).map(|found| vec![found])
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
    fn from_pem(block: &pem::Block) -> Result<Self> {
        let der = &block.der;
        match block.label.as_str() {
            "CERTIFICATE" | "X509 CERTIFICATE" => {
                Certificate::from_der(der).map(Box::new).map(Self::Certificate)
            }
            "PRIVATE KEY" => PrivateKey::from_pkcs8_der(der).map(Self::PrivateKey),
            "RSA PRIVATE KEY" => PrivateKey::from_pkcs1_der(der).map(Self::PrivateKey),
            "EC PRIVATE KEY" => PrivateKey::from_sec1_der(der).map(Self::PrivateKey),
            "ENCRYPTED PRIVATE KEY" => {
                Ok(Self::EncryptedPrivateKey(EncryptedPrivateKey(der.to_vec())))
            }
            "PUBLIC KEY" | "RSA PUBLIC KEY" => Ok(Self::PublicKey),
            "CERTIFICATE REQUEST" | "NEW CERTIFICATE REQUEST" => Ok(Self::CertificateRequest),
            label => Ok(Self::Unknown(label.chars().take(LABEL_SHOWN).collect())),
        }
    }
}

impl EncryptedPrivateKey {
    /// Opens it. Fails with [`Error::PassphraseWrong`], with [`Error::KeyNotReadable`] if it asks
    /// for a costlier derivation than any sound file does, or as [`PrivateKey::from_pkcs8_der`].
    pub fn open(&self, passphrase: &Passphrase) -> Result<PrivateKey> {
        let info = EncryptedPrivateKeyInfoRef::try_from(self.0.as_slice())
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
        PrivateKey::from_encrypted_der(&self.0, passphrase)
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
type Wiped<T> = Zeroizing<T>;

// A chain of certificates with a key and the text of `openssl x509 -text` stays well below.
const MOST_BYTES: u64 = 64 * 1024;
const LABEL_SHOWN: usize = 40;
// Sound files stay far below; a hostile one would ask for all memory.
const SCRYPT_MOST_BYTES: u64 = 256 * 1024 * 1024;
const SCRYPT_MOST_PASSES: u16 = 16;
const PBKDF2_MOST_ITERATIONS: u32 = 10_000_000;

#[cfg(test)]
mod tests;
