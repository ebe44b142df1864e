//! Private keys from their numbers, as JSON Web Keys, .NET's XML and OpenSSH write them.

use der::Encode;
use pkcs8::EncodePrivateKey;
use rsa::BoxedUint;
use sec1::{EcParameters, EcPrivateKey};
use zeroize::Zeroizing;

use super::{KeyType, P256, P384, P521, PrivateKey, modulus_key_type};
use crate::{Error, Result};

/// The numbers of an RSA key, big-endian (RFC 8017, 3.2). Without its primes they are found from the rest.
pub(crate) struct RsaNumbers<'a> {
    pub(crate) modulus: &'a [u8],
    pub(crate) public_exponent: &'a [u8],
    pub(crate) private_exponent: &'a [u8],
    pub(crate) primes: Option<[&'a [u8]; 2]>,
}

impl PrivateKey {
    /// Fails with [`Error::RsaSizeRefused`], or with [`Error::KeyNotReadable`] for numbers that make no key.
    pub(crate) fn from_rsa_numbers(numbers: &RsaNumbers<'_>) -> Result<Self> {
        // Other lengths aren't calculated with at all.
        modulus_key_type(numbers.modulus)?;
        let number = |bytes: &[u8]| {
            let digits = &bytes[bytes.iter().take_while(|byte| **byte == 0).count()..];
            let bits = u32::try_from(digits.len().next_multiple_of(8) * 8).ok();
            bits.filter(|bits| *bits <= MOST_BITS)
                .and_then(|bits| BoxedUint::from_be_slice(digits, bits).ok())
                .ok_or(Error::KeyNotReadable)
        };
        let primes = numbers.primes.iter().flatten().map(|prime| number(prime));
        let key = rsa::PrivateKey::from_components(
            number(numbers.modulus)?,
            number(numbers.public_exponent)?,
            number(numbers.private_exponent)?,
            primes.collect::<Result<_>>()?,
        )
        .map_err(|_| Error::KeyNotReadable)?;
        Self::from_pkcs8_der(key.to_pkcs8_der().map_err(|_| Error::KeyNotReadable)?.as_bytes())
    }

    /// From the scalar of an EC key, big-endian, which may lack leading zeros. Fails as [`PrivateKey::from_sec1_der`].
    pub(crate) fn from_ec_scalar(key_type: KeyType, scalar: &[u8]) -> Result<Self> {
        let (curve, length) = match key_type {
            KeyType::P256 => (P256, 32),
            KeyType::P384 => (P384, 48),
            KeyType::P521 => (P521, 66),
            KeyType::Rsa3072 | KeyType::Rsa4096 => return Err(Error::KeyKindRefused),
        };
        let missing = length - scalar.len().min(length);
        let mut padded = Zeroizing::new(vec![0; missing]);
        padded.extend_from_slice(scalar);
        let key = EcPrivateKey {
            private_key: &padded,
            parameters: Some(EcParameters::NamedCurve(curve)),
            public_key: None,
        };
        let der = Zeroizing::new(key.to_der().map_err(|_| Error::KeyNotReadable)?);
        Self::from_sec1_der(&der)
    }
}

const MOST_BITS: u32 = 4096;
