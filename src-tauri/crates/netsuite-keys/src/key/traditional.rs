//! The older forms of private keys, turned into PKCS#8.

use der::asn1::{AnyRef, ObjectIdentifier, OctetStringRef};
use der::{Decode, Encode, Reader, SliceReader, Tag, TagNumber, Tagged};
use pkcs8::PrivateKeyInfoRef;
use spki::AlgorithmIdentifierRef;
use zeroize::Zeroizing;

use super::{EC_PUBLIC_KEY, P256, P384, P521, PrivateKey};
use crate::{Error, Result};

impl PrivateKey {
    /// Reads a PKCS#1 `RSAPrivateKey` in DER (RFC 8017, A.1.2), otherwise as
    /// [`PrivateKey::from_pkcs8_der`].
    pub fn from_pkcs1_der(der: &[u8]) -> Result<Self> {
        Self::wrapped(pkcs1::ALGORITHM_ID, der)
    }

    /// Reads a SEC1 `ECPrivateKey` in DER (RFC 5915, 3), otherwise as
    /// [`PrivateKey::from_pkcs8_der`].
    pub fn from_sec1_der(der: &[u8]) -> Result<Self> {
        let curve = sec1_curve(der)?;
        Self::wrapped(
            AlgorithmIdentifierRef { oid: EC_PUBLIC_KEY, parameters: Some(AnyRef::from(&curve)) },
            der,
        )
    }

    fn wrapped(algorithm: AlgorithmIdentifierRef<'_>, key: &[u8]) -> Result<Self> {
        let pkcs8 = OctetStringRef::new(key)
            .and_then(|key| PrivateKeyInfoRef::new(algorithm, key).to_der())
            .map(Zeroizing::new)
            .map_err(|_| Error::KeyNotReadable)?;
        Self::from_pkcs8_der(&pkcs8)
    }
}

/// The curve of an `ECPrivateKey`. Where it is left out, as within PKCS#8, the length tells.
fn sec1_curve(der: &[u8]) -> Result<ObjectIdentifier> {
    let mut outer = SliceReader::new(der).map_err(|_| Error::KeyNotReadable)?;
    let unreadable = |_: der::Error| Error::KeyNotReadable;
    let fields = outer
        .sequence(|reader: &mut SliceReader<'_>| -> der::Result<_> {
            let version = u8::decode(reader)?;
            let scalar = <&OctetStringRef>::decode(reader)?;
            let mut curve = None;
            while !reader.is_finished() {
                let field = AnyRef::decode(reader)?;
                if Tagged::tag(&field) == PARAMETERS {
                    curve = Some(AnyRef::from_der(field.value())?);
                }
            }
            Ok((version, scalar, curve))
        })
        .map_err(unreadable)?;
    outer.finish().map_err(unreadable)?;
    match fields {
        (1, _, Some(curve)) => curve.decode_as().map_err(|_| Error::CurveExplicit),
        (1, scalar, None) => match scalar.as_bytes().len() {
            32 => Ok(P256),
            48 => Ok(P384),
            66 => Ok(P521),
            _ => Err(Error::CurveRefused),
        },
        _ => Err(Error::KeyNotReadable),
    }
}

const PARAMETERS: Tag = Tag::ContextSpecific { constructed: true, number: TagNumber(0) };
