//! A private key as a JSON Web Key (RFC 7517; RFC 7518, 6.2.2 and 6.3.2).

use base64ct::{Base64UrlUnpadded, Encoding};
use der::Decode;
use pkcs1::RsaPrivateKeyRef;
use pkcs8::PrivateKeyInfoRef;
use sec1::EcPrivateKey;
use serde::Serialize;
use spki::SubjectPublicKeyInfoRef;
use zeroize::Zeroizing;

use super::{KeyType, PrivateKey};
use crate::{Error, Result};

/// The members in the order of the RFC's examples. Their texts are wiped.
#[derive(Serialize)]
#[serde(untagged)]
enum Members {
    Rsa {
        kty: &'static str,
        n: Number,
        e: Number,
        d: Number,
        p: Number,
        q: Number,
        dp: Number,
        dq: Number,
        qi: Number,
    },
    Ec {
        kty: &'static str,
        crv: &'static str,
        x: Number,
        y: Number,
        d: Number,
    },
}

type Number = Zeroizing<String>;

impl PrivateKey {
    /// The key in clear, indented, with a line end.
    ///
    /// # Errors
    /// None that the user could act on: the key was encoded here before.
    pub fn to_jwk(&self) -> Result<Zeroizing<String>> {
        let members = self.members().ok_or(Error::Unexpected("private key not read as JWK"))?;
        let mut text = Zeroizing::new(String::with_capacity(LONGEST));
        let json = Zeroizing::new(
            serde_json::to_string_pretty(&members)
                .map_err(|_| Error::Unexpected("private key not written as JWK"))?,
        );
        text.push_str(&json);
        text.push('\n');
        Ok(text)
    }

    fn members(&self) -> Option<Members> {
        let info = PrivateKeyInfoRef::from_der(self.pkcs8.expose()).ok()?;
        let inner = info.private_key.as_bytes();
        let crv = match self.key_type {
            KeyType::Rsa3072 | KeyType::Rsa4096 => {
                let key = RsaPrivateKeyRef::from_der(inner).ok()?;
                return Some(Members::Rsa {
                    kty: "RSA",
                    n: number(key.modulus.as_bytes()),
                    e: number(key.public_exponent.as_bytes()),
                    d: number(key.private_exponent.as_bytes()),
                    p: number(key.prime1.as_bytes()),
                    q: number(key.prime2.as_bytes()),
                    dp: number(key.exponent1.as_bytes()),
                    dq: number(key.exponent2.as_bytes()),
                    qi: number(key.coefficient.as_bytes()),
                });
            }
            KeyType::P256 => "P-256",
            KeyType::P384 => "P-384",
            KeyType::P521 => "P-521",
        };
        let key = EcPrivateKey::from_der(inner).ok()?;
        let public = SubjectPublicKeyInfoRef::from_der(&self.public_key).ok()?;
        // An uncompressed point: 4, x, y (SEC 1, 2.3.3).
        let (_, point) = public.subject_public_key.raw_bytes().split_first()?;
        let (x, y) = point.split_at_checked(point.len() / 2)?;
        Some(Members::Ec { kty: "EC", crv, x: number(x), y: number(y), d: number(key.private_key) })
    }
}

fn number(bytes: &[u8]) -> Number {
    Zeroizing::new(Base64UrlUnpadded::encode_string(bytes))
}

// Nothing is left behind by a text that grows.
const LONGEST: usize = 4096;
