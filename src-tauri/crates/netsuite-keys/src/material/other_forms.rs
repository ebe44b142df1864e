//! Private keys that are neither PEM nor DER: as JSON (RFC 7517), as .NET's XML, and OpenSSH's own form.

use base64ct::{Base64, Base64UrlUnpadded, Encoding as _};
use quick_xml::Reader;
use quick_xml::events::Event;
use serde::Deserialize;
use ssh_key::Kdf;
use ssh_key::private::{EcdsaKeypair, KeypairData};
use ssh_key::public::KeyData;

use super::Wiped;
use crate::key::{KeyType, PrivateKey, RsaNumbers, modulus_key_type};
use crate::secret::Passphrase;
use crate::{Error, Result};

/// Its members lie in the text that it was read from, so that no copy of them has to be wiped.
#[derive(Deserialize)]
struct JsonWebKey<'a> {
    kty: &'a str,
    crv: Option<&'a str>,
    n: Option<&'a str>,
    e: Option<&'a str>,
    d: Option<&'a str>,
    p: Option<&'a str>,
    q: Option<&'a str>,
}

/// A set (RFC 7517, 5).
#[derive(Deserialize)]
struct JsonWebKeys<'a> {
    #[serde(borrow)]
    keys: Vec<JsonWebKey<'a>>,
}

/// A private key as a JSON Web Key (RFC 7518, 6.2.2 and 6.3.2), alone or first in a set. `None` for anything else, and for
/// kinds that NetSuite doesn't take.
pub(super) fn json_web_key(text: &str) -> Option<PrivateKey> {
    let text = text.trim();
    if !text.starts_with('{') {
        return None;
    }
    let alone = serde_json::from_str::<JsonWebKey<'_>>(text).ok();
    let first = || serde_json::from_str::<JsonWebKeys<'_>>(text).ok()?.keys.into_iter().next();
    let key = alone.or_else(first)?;
    let number = |digits: Option<&str>| {
        Base64UrlUnpadded::decode_vec(digits?.trim_end_matches('=')).map(Wiped::new).ok()
    };
    let private = number(key.d)?;
    match (key.kty, key.crv) {
        ("RSA", _) => {
            let (modulus, exponent) = (number(key.n)?, number(key.e)?);
            let primes = number(key.p).zip(number(key.q));
            let numbers = RsaNumbers {
                modulus: &modulus,
                public_exponent: &exponent,
                private_exponent: &private,
                primes: primes.as_ref().map(|(p, q)| [p.as_slice(), q.as_slice()]),
            };
            PrivateKey::from_rsa_numbers(&numbers).ok()
        }
        ("EC", Some("P-256")) => PrivateKey::from_ec_scalar(KeyType::P256, &private).ok(),
        ("EC", Some("P-384")) => PrivateKey::from_ec_scalar(KeyType::P384, &private).ok(),
        ("EC", Some("P-521")) => PrivateKey::from_ec_scalar(KeyType::P521, &private).ok(),
        _ => None,
    }
}

/// What `RSA.ToXmlString` of .NET writes, or `XmlSerializer` of its parameters.
pub(crate) struct DotnetKey {
    /// Big-endian.
    pub(crate) modulus: Wiped<Vec<u8>>,
    exponent: Wiped<Vec<u8>>,
    private: Option<Wiped<Vec<u8>>>,
    primes: Option<[Wiped<Vec<u8>>; 2]>,
}

impl DotnetKey {
    /// Whether the private half is there.
    pub(crate) const fn is_private(&self) -> bool {
        self.private.is_some()
    }

    /// Fails with [`Error::IsPublicKey`], or as [`PrivateKey::from_rsa_numbers`].
    pub(crate) fn private_key(&self) -> Result<PrivateKey> {
        PrivateKey::from_rsa_numbers(&RsaNumbers {
            modulus: &self.modulus,
            public_exponent: &self.exponent,
            private_exponent: self.private.as_ref().ok_or(Error::IsPublicKey)?,
            primes: self.primes.as_ref().map(|[p, q]| [p.as_slice(), q.as_slice()]),
        })
    }
}

/// Reads `<RSAKeyValue>` or `<RSAParameters>`, with whatever stands around it. `None` where neither is there.
pub(crate) fn dotnet_key(text: &str) -> Option<DotnetKey> {
    let begin = ROOTS.iter().find_map(|root| text.find(&format!("<{root}")))?;
    let mut reader = Reader::from_str(&text[begin..]);
    let mut numbers: [Option<Wiped<Vec<u8>>>; NUMBERS.len()] = Default::default();
    let (mut depth, mut within) = (0_usize, None);
    loop {
        match reader.read_event().ok()? {
            Event::Start(element) => {
                depth += 1;
                let name = element.local_name();
                within = NUMBERS.iter().position(|number| *number == name.as_ref());
            }
            Event::Text(digits) => {
                if let Some(at) = within {
                    let digits: Wiped<String> = Wiped::new(digits.split_whitespace().collect());
                    numbers[at] = Some(Wiped::new(Base64::decode_vec(&digits).ok()?));
                }
            }
            Event::End(_) => {
                within = None;
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    break;
                }
            }
            Event::Eof => return None,
            _ => {}
        }
    }
    let [modulus, exponent, private, p, q] = numbers;
    Some(DotnetKey {
        modulus: modulus?,
        exponent: exponent?,
        private,
        primes: p.zip(q).map(|(p, q)| [p, q]),
    })
}

/// What an `OPENSSH PRIVATE KEY` block holds.
pub(super) enum OpenSsh {
    /// A key that NetSuite takes.
    Key(PrivateKey),
    /// One under a passphrase.
    Locked,
    /// One of a kind that NetSuite doesn't take, or nothing that can be read.
    Other,
}

/// Looks into the block, in binary.
pub(super) fn open_ssh(block: &[u8]) -> OpenSsh {
    match ssh_key::PrivateKey::from_bytes(block) {
        Ok(key) if key.is_encrypted() && is_usable(&key) => OpenSsh::Locked,
        Ok(key) => of_ssh(&key).map_or(OpenSsh::Other, OpenSsh::Key),
        Err(_) => OpenSsh::Other,
    }
}

/// By the public half, which is never encrypted.
fn is_usable(key: &ssh_key::PrivateKey) -> bool {
    match key.public_key().key_data() {
        KeyData::Rsa(key) => {
            key.n().as_positive_bytes().is_some_and(|modulus| modulus_key_type(modulus).is_ok())
        }
        KeyData::Ecdsa(_) => true,
        _ => false,
    }
}

/// Opens one under a passphrase. Fails with [`Error::PassphraseWrong`], with [`Error::KeyNotReadable`] if it asks for a
/// costlier derivation than any sound file does, or with [`Error::KeyKindRefused`].
pub(super) fn open_locked_ssh(block: &[u8], passphrase: &Passphrase) -> Result<PrivateKey> {
    let locked = ssh_key::PrivateKey::from_bytes(block).map_err(|_| Error::KeyNotReadable)?;
    if let Kdf::Bcrypt { rounds, .. } = locked.kdf()
        && *rounds > MOST_ROUNDS
    {
        return Err(Error::KeyNotReadable);
    }
    let opened = locked.decrypt(passphrase.expose()).map_err(|_| Error::PassphraseWrong)?;
    of_ssh(&opened)
}

fn of_ssh(key: &ssh_key::PrivateKey) -> Result<PrivateKey> {
    let positive = |number: &ssh_key::Mpint| {
        number.as_positive_bytes().map(|bytes| Wiped::new(bytes.to_vec()))
    };
    match key.key_data() {
        KeypairData::Rsa(pair) => {
            let [n, e, d, p, q] = [
                pair.public().n(),
                pair.public().e(),
                pair.private().d(),
                pair.private().p(),
                pair.private().q(),
            ]
            .map(positive);
            let read = || {
                Some(PrivateKey::from_rsa_numbers(&RsaNumbers {
                    modulus: n.as_ref()?,
                    public_exponent: e.as_ref()?,
                    private_exponent: d.as_ref()?,
                    primes: Some([p.as_ref()?, q.as_ref()?]),
                }))
            };
            read().unwrap_or(Err(Error::KeyNotReadable))
        }
        KeypairData::Ecdsa(EcdsaKeypair::NistP256 { private, .. }) => {
            PrivateKey::from_ec_scalar(KeyType::P256, private.as_slice())
        }
        KeypairData::Ecdsa(EcdsaKeypair::NistP384 { private, .. }) => {
            PrivateKey::from_ec_scalar(KeyType::P384, private.as_slice())
        }
        KeypairData::Ecdsa(EcdsaKeypair::NistP521 { private, .. }) => {
            PrivateKey::from_ec_scalar(KeyType::P521, private.as_slice())
        }
        _ => Err(Error::KeyKindRefused),
    }
}

const ROOTS: [&str; 2] = ["RSAKeyValue", "RSAParameters"];
const NUMBERS: [&str; 5] = ["Modulus", "Exponent", "D", "P", "Q"];
// ssh-keygen writes 16 to 24, and up to some hundred when asked to. A fuzzer looks for faults, not for hashing.
const MOST_ROUNDS: u32 = if cfg!(fuzzing) { 1 } else { 1_000 };
