//! Private keys: made, read, proven, written.
//!
//! A key is held as PKCS#8 DER in wiped memory, always in the one form that AWS-LC writes, so that
//! equal keys are equal bytes. Reading what a user has in a file is [`crate::material`]'s task;
//! keeping keys is the vault's.

mod fermat;
mod jwk;
mod kind;
mod numbers;
mod pem;
mod search;
mod sieve;
mod sign;
mod traditional;

use std::fmt;

use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der, PublicKeyX509Der};
use aws_lc_rs::rsa;
use aws_lc_rs::signature::{EcdsaKeyPair, KeyPair as _};
use der::Decode;
use der::asn1::ObjectIdentifier;
use p256::elliptic_curve::Generate;
use pkcs8::{EncodePrivateKey, PrivateKeyInfoRef, SecretDocument};

pub use self::kind::{Algorithm, KeyType};
pub(crate) use self::numbers::RsaNumbers;
pub use self::pem::PemForm;
pub use self::pem::encryption;
pub use self::search::{Progress, Search};
use crate::secret::Secret;
use crate::{Error, Result};
pub(crate) use sign::verification;

/// A private key of a kind that NetSuite takes, with its public half.
pub struct PrivateKey {
    key_type: KeyType,
    pkcs8: Secret,
    public_key: Vec<u8>,
}

impl PrivateKey {
    /// Makes a new key. Blocks: an RSA key takes some tenths of a second on all cores.
    ///
    /// Fails with [`Error::Cancelled`] as soon as [`Search::cancel`] is called.
    pub fn generate(key_type: KeyType, search: &Search) -> Result<Self> {
        match key_type {
            KeyType::Rsa3072 => Self::generate_rsa(3072, search),
            KeyType::Rsa4096 => Self::generate_rsa(4096, search),
            KeyType::P256 => Self::generate_ec(p256::SecretKey::try_generate_from_rng),
            KeyType::P384 => Self::generate_ec(p384::SecretKey::try_generate_from_rng),
            KeyType::P521 => Self::generate_ec(p521::SecretKey::try_generate_from_rng),
        }
    }

    /// Reads an unencrypted PKCS#8 `PrivateKeyInfo`, in DER.
    ///
    /// Refuses what NetSuite does not take: [`Error::RsaSizeRefused`], [`Error::RsaPssKey`],
    /// [`Error::CurveExplicit`], [`Error::CurveRefused`], [`Error::KeyKindRefused`]. What is no
    /// PKCS#8 at all, or holds numbers that make no key, is [`Error::KeyNotReadable`].
    pub fn from_pkcs8_der(der: &[u8]) -> Result<Self> {
        let info = PrivateKeyInfoRef::from_der(der).map_err(|_| Error::KeyNotReadable)?;
        match info.algorithm.oid {
            RSA_ENCRYPTION => {
                let key_type = rsa_key_type(info.private_key.as_bytes())?;
                let key = rsa::KeyPair::from_pkcs8(der).map_err(|_| Error::KeyNotReadable)?;
                let pkcs8: Pkcs8V1Der<'_> = key.as_der().map_err(|_| Error::KeyNotReadable)?;
                let public: PublicKeyX509Der<'_> =
                    key.public_key().as_der().map_err(|_| Error::KeyNotReadable)?;
                Ok(Self {
                    key_type,
                    pkcs8: Secret::new(pkcs8.as_ref().to_vec()),
                    public_key: public.as_ref().to_vec(),
                })
            }
            RSASSA_PSS => Err(Error::RsaPssKey),
            EC_PUBLIC_KEY => {
                let parameters = info.algorithm.parameters.ok_or(Error::CurveRefused)?;
                let curve =
                    parameters.decode_as::<ObjectIdentifier>().map_err(|_| Error::CurveExplicit)?;
                let key_type = curve_key_type(curve)?;
                let key = EcdsaKeyPair::from_private_key_der(sign::ecdsa(key_type)?, der)
                    .map_err(|_| Error::KeyNotReadable)?;
                let pkcs8 = key.to_pkcs8v1().map_err(|_| Error::KeyNotReadable)?;
                let public: PublicKeyX509Der<'_> =
                    key.public_key().as_der().map_err(|_| Error::KeyNotReadable)?;
                Ok(Self {
                    key_type,
                    pkcs8: Secret::new(pkcs8.as_ref().to_vec()),
                    public_key: public.as_ref().to_vec(),
                })
            }
            _ => Err(Error::KeyKindRefused),
        }
    }

    /// What kind of key it is.
    pub fn key_type(&self) -> KeyType {
        self.key_type
    }

    /// The public half as `SubjectPublicKeyInfo`, in DER.
    pub fn public_key_der(&self) -> &[u8] {
        &self.public_key
    }

    /// The key itself as PKCS#8, in DER, unencrypted.
    pub fn expose_pkcs8_der(&self) -> &Secret {
        &self.pkcs8
    }

    fn generate_rsa(bits: u32, search: &Search) -> Result<Self> {
        let key = search.rsa_key(bits)?;
        let pkcs8 = key.to_pkcs8_der().map_err(|_| Error::Unexpected("RSA key not encoded"))?;
        Self::from_pkcs8_der(pkcs8.as_bytes())
    }

    fn generate_ec<K: EncodePrivateKey, E>(
        generate: impl FnOnce(&mut getrandom::SysRng) -> Result<K, E>,
    ) -> Result<Self> {
        let pkcs8: SecretDocument = generate(&mut getrandom::SysRng)
            .map_err(|_| Error::Unexpected("no random numbers from the system"))?
            .to_pkcs8_der()
            .map_err(|_| Error::Unexpected("EC key not encoded"))?;
        Self::from_pkcs8_der(pkcs8.as_bytes())
    }
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PrivateKey({:?}, …)", self.key_type)
    }
}

/// The kind of an RSA key by the length of its modulus, from a PKCS#1 `RSAPrivateKey`.
fn rsa_key_type(pkcs1: &[u8]) -> Result<KeyType> {
    let key = pkcs1::RsaPrivateKeyRef::from_der(pkcs1).map_err(|_| Error::KeyNotReadable)?;
    modulus_key_type(key.modulus.as_bytes())
}

/// The kind of an RSA key by its modulus, big-endian.
pub(crate) fn modulus_key_type(modulus: &[u8]) -> Result<KeyType> {
    match modulus_bits(modulus) {
        3072 => Ok(KeyType::Rsa3072),
        4096 => Ok(KeyType::Rsa4096),
        bits => Err(Error::RsaSizeRefused { bits }),
    }
}

/// The length of a modulus, big-endian.
pub(crate) fn modulus_bits(modulus: &[u8]) -> u32 {
    let digits = modulus.iter().skip_while(|byte| **byte == 0).count();
    let bits = match digits.checked_sub(1).map(|below| (below, modulus[modulus.len() - digits])) {
        Some((below, first)) => below * 8 + (8 - first.leading_zeros() as usize),
        None => 0,
    };
    u32::try_from(bits).unwrap_or(u32::MAX)
}

/// The kind of an EC key by the identifier of its curve.
pub(crate) fn curve_key_type(curve: ObjectIdentifier) -> Result<KeyType> {
    match curve {
        P256 => Ok(KeyType::P256),
        P384 => Ok(KeyType::P384),
        P521 => Ok(KeyType::P521),
        _ => Err(Error::CurveRefused),
    }
}

// RFC 8017, A.1 and A.2.3; RFC 5480, 2.1.1.
pub(crate) const RSA_ENCRYPTION: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");
pub(crate) const RSASSA_PSS: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.10");
pub(crate) const EC_PUBLIC_KEY: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
const P256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.3.1.7");
const P384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.132.0.34");
const P521: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.132.0.35");

#[cfg(test)]
mod tests;
