//! Keys of any kind: what they are, even where NetSuite does not take them.

use crate::key::{self, KeyType, PrivateKey};
use aws_lc_rs::digest::{SHA256, digest};
use der::asn1::{AnyRef, ObjectIdentifier, OctetStringRef};
use der::{Decode, Encode, Reader, SliceReader};
use pkcs8::PrivateKeyInfoRef;
use serde::{Deserialize, Serialize};
use spki::{AlgorithmIdentifierRef, SubjectPublicKeyInfoRef};
use x509_cert::request::CertReq;

use super::{Form, Held, Item, Kind, Looked, Outcome, Verdict};

/// What a key is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyFacts {
    /// Its kind.
    pub algorithm: KeyAlgorithm,
    /// Length of the modulus of an RSA key.
    pub bits: Option<u32>,
    /// Name of the curve, or its identifier where the name is not known here.
    pub curve: Option<String>,
    /// The kind NetSuite knows it as; none if it takes no such key.
    pub key_type: Option<KeyType>,
    /// What equal keys have in common; none where the public half is not at hand.
    pub mark: Option<PublicMark>,
}

/// Kinds of keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum KeyAlgorithm {
    /// RSA.
    Rsa,
    /// RSA, bound to RSASSA-PSS by its identifier.
    RsaPss,
    /// A named elliptic curve.
    Ec,
    /// An elliptic curve given by its parameters.
    EcExplicit,
    /// Ed25519 or Ed448.
    Ed,
    /// X25519 or X448, which cannot sign.
    X,
    /// DSA.
    Dsa,
    /// Anything else.
    Other,
}

/// SHA-256 of a public key's bits: equal for a key and the certificate that belongs to it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct PublicMark([u8; 32]);

impl PublicMark {
    pub(super) fn of(public_key_bits: &[u8]) -> Self {
        let mut mark = [0; 32];
        mark.copy_from_slice(digest(&SHA256, public_key_bits).as_ref());
        Self(mark)
    }

    /// The mark of a `SubjectPublicKeyInfo` in DER.
    pub fn of_info(der: &[u8]) -> Option<Self> {
        let info = SubjectPublicKeyInfoRef::from_der(der).ok()?;
        Some(Self::of(info.subject_public_key.raw_bytes()))
    }
}

impl KeyFacts {
    /// Reads a `SubjectPublicKeyInfo`. Nothing it may hold is a failure.
    pub(super) fn of_info(info: &SubjectPublicKeyInfoRef<'_>) -> Self {
        let bits = info.subject_public_key.raw_bytes();
        Self { mark: Some(PublicMark::of(bits)), ..Self::of_parts(&info.algorithm, Some(bits)) }
    }

    fn of_parts(algorithm: &AlgorithmIdentifierRef<'_>, public: Option<&[u8]>) -> Self {
        let modulus = || {
            let key = pkcs1::RsaPublicKeyRef::from_der(public?).ok()?;
            Some(key::modulus_bits(key.modulus.as_bytes()))
        };
        match algorithm.oid {
            key::RSA_ENCRYPTION => Self::rsa(KeyAlgorithm::Rsa, modulus()),
            key::RSASSA_PSS => Self::rsa(KeyAlgorithm::RsaPss, modulus()),
            key::EC_PUBLIC_KEY => Self::ec(algorithm.parameters),
            ED25519 | ED448 => Self::of(KeyAlgorithm::Ed),
            X25519 | X448 => Self::of(KeyAlgorithm::X),
            DSA => Self::of(KeyAlgorithm::Dsa),
            other => Self { curve: Some(other.to_string()), ..Self::of(KeyAlgorithm::Other) },
        }
    }

    pub(super) fn of(algorithm: KeyAlgorithm) -> Self {
        Self { algorithm, bits: None, curve: None, key_type: None, mark: None }
    }

    pub(super) fn rsa(algorithm: KeyAlgorithm, bits: Option<u32>) -> Self {
        let key_type = match bits {
            Some(3072) if algorithm == KeyAlgorithm::Rsa => Some(KeyType::Rsa3072),
            Some(4096) if algorithm == KeyAlgorithm::Rsa => Some(KeyType::Rsa4096),
            _ => None,
        };
        Self { bits, key_type, ..Self::of(algorithm) }
    }

    fn ec(parameters: Option<AnyRef<'_>>) -> Self {
        match parameters.map(|parameters| parameters.decode_as::<ObjectIdentifier>()) {
            Some(Ok(curve)) => Self {
                curve: Some(curve_name(curve)),
                key_type: key::curve_key_type(curve).ok(),
                ..Self::of(KeyAlgorithm::Ec)
            },
            Some(Err(_)) => Self::of(KeyAlgorithm::EcExplicit),
            None => Self::of(KeyAlgorithm::Ec),
        }
    }

    fn named_curve(name: &str) -> Self {
        let key_type = match name {
            "P-256" => Some(KeyType::P256),
            "P-384" => Some(KeyType::P384),
            "P-521" => Some(KeyType::P521),
            _ => None,
        };
        let curve = Some(name.chars().take(20).collect());
        Self { curve, key_type, ..Self::of(KeyAlgorithm::Ec) }
    }

    /// By the identifier of a curve: `1.2.840.10045.3.1.7`.
    pub(super) fn of_curve(identifier: &str) -> Option<Self> {
        let curve = ObjectIdentifier::new(identifier).ok()?;
        Some(Self {
            curve: Some(curve_name(curve)),
            key_type: key::curve_key_type(curve).ok(),
            ..Self::of(KeyAlgorithm::Ec)
        })
    }

    /// By the names of JSON Web Keys.
    pub(super) fn of_jwk(kind: &str, curve: Option<&str>, modulus: Option<&[u8]>) -> Self {
        match (kind, curve) {
            ("RSA", _) => Self::rsa(KeyAlgorithm::Rsa, modulus.map(key::modulus_bits)),
            ("EC", Some(curve)) => Self::named_curve(curve),
            ("OKP", Some("Ed25519" | "Ed448")) => Self::of(KeyAlgorithm::Ed),
            ("OKP", _) => Self::of(KeyAlgorithm::X),
            _ => Self::of(KeyAlgorithm::Other),
        }
    }

    /// By the names of OpenSSH and PuTTY.
    pub(super) fn of_ssh(name: &str) -> Self {
        match name {
            "ssh-rsa" => Self::of(KeyAlgorithm::Rsa),
            "ecdsa-sha2-nistp256" => Self::named_curve("P-256"),
            "ecdsa-sha2-nistp384" => Self::named_curve("P-384"),
            "ecdsa-sha2-nistp521" => Self::named_curve("P-521"),
            "ssh-ed25519" => Self::of(KeyAlgorithm::Ed),
            "ssh-dss" => Self::of(KeyAlgorithm::Dsa),
            _ => Self::of(KeyAlgorithm::Other),
        }
    }

    /// What NetSuite does with such a key (facts A.1, A.3). An id-RSASSA-PSS key of the right
    /// size and explicit curve parameters are documented nowhere for M2M.
    pub(super) fn outcome(&self) -> Outcome {
        match (self.key_type, self.algorithm) {
            (Some(_), _) => Outcome::Passed,
            (None, KeyAlgorithm::RsaPss) if matches!(self.bits, Some(3072 | 4096)) => {
                Outcome::Unknown
            }
            (None, KeyAlgorithm::EcExplicit) => Outcome::Unknown,
            _ => Outcome::Failed,
        }
    }

    /// The value that decides: a length, a curve.
    pub(super) fn detail(&self) -> String {
        let bits = self.bits.map(|bits| bits.to_string());
        bits.or_else(|| self.curve.clone()).unwrap_or_default()
    }
}

/// An unencrypted PKCS#8.
pub(super) fn pkcs8(der: &[u8], form: Form) -> Item {
    let mut item = Item::new(Kind::PrivateKey, form, Verdict::Refused);
    let Ok(info) = PrivateKeyInfoRef::from_der(der) else {
        item.kind = Kind::Damaged;
        return item;
    };
    let facts = match PrivateKey::from_pkcs8_der(der) {
        Ok(key) => {
            let mark = PublicMark::of_info(key.public_key_der());
            item.held = Held::Key(Box::new(key));
            KeyFacts { mark, ..facts_of_private(&info) }
        }
        Err(_) => facts_of_private(&info),
    };
    describe(&mut item, facts);
    item
}

/// A PKCS#1 `RSAPrivateKey`.
pub(super) fn pkcs1(der: &[u8]) -> Item {
    older(PrivateKey::from_pkcs1_der(der), Form::Pkcs1, || {
        pkcs1::RsaPrivateKeyRef::from_der(der).ok().map(|key| rsa_facts(&key))
    })
}

/// A SEC1 `ECPrivateKey`.
pub(super) fn sec1(der: &[u8]) -> Item {
    older(PrivateKey::from_sec1_der(der), Form::Sec1, || sec1_facts(der))
}

fn older(
    read: crate::Result<PrivateKey>,
    form: Form,
    facts: impl FnOnce() -> Option<KeyFacts>,
) -> Item {
    let mut item = Item::new(Kind::PrivateKey, form, Verdict::Refused);
    let facts = match read {
        Ok(key) => {
            let info = SubjectPublicKeyInfoRef::from_der(key.public_key_der());
            let facts = info.ok().as_ref().map(KeyFacts::of_info);
            item.held = Held::Key(Box::new(key));
            facts
        }
        Err(_) => facts(),
    };
    match facts {
        Some(facts) => describe(&mut item, facts),
        None => item.kind = Kind::Damaged,
    }
    item
}

/// A key of the right kind whose numbers make no key is damaged.
fn describe(item: &mut Item, facts: KeyFacts) {
    let held = !matches!(item.held, Held::Nothing);
    if facts.key_type.is_some() && !held {
        (item.kind, item.key) = (Kind::Damaged, Some(facts));
        return;
    }
    let outcome = facts.outcome();
    item.check(Looked::Key, outcome, facts.detail());
    let form = match item.form {
        Form::Pkcs1 | Form::Sec1 | Form::Pkcs8Der | Form::Jwk | Form::DotnetXml | Form::OpenSsh => {
            Outcome::Attention
        }
        _ => Outcome::Passed,
    };
    item.check(Looked::KeyForm, form, "");
    item.check(Looked::KeepPrivate, Outcome::Attention, "");
    item.verdict = match outcome {
        Outcome::Passed | Outcome::Attention => Verdict::Private,
        Outcome::Unknown => Verdict::Undocumented,
        Outcome::Failed => Verdict::Refused,
    };
    item.key = Some(facts);
}

/// A `SubjectPublicKeyInfo`.
pub(super) fn public_key(der: &[u8], form: Form) -> Item {
    bare(SubjectPublicKeyInfoRef::from_der(der).ok().as_ref().map(KeyFacts::of_info), form)
}

/// A PKCS#1 `RSAPublicKey`.
pub(super) fn rsa_public_key(der: &[u8], form: Form) -> Item {
    let key = pkcs1::RsaPublicKeyRef::from_der(der).ok();
    let facts = key.map(|key| KeyFacts {
        mark: Some(PublicMark::of(der)),
        ..KeyFacts::rsa(KeyAlgorithm::Rsa, Some(key::modulus_bits(key.modulus.as_bytes())))
    });
    bare(facts, form)
}

fn bare(facts: Option<KeyFacts>, form: Form) -> Item {
    let mut item = Item::new(Kind::PublicKey, form, Verdict::Refused);
    match facts {
        Some(facts) => {
            item.check(Looked::Container, Outcome::Failed, "");
            item.check(Looked::Key, facts.outcome(), facts.detail());
            item.key = Some(facts);
        }
        None => item.kind = Kind::Damaged,
    }
    item
}

/// A request for a certificate.
pub(super) fn request(der: &[u8], form: Form) -> Item {
    let mut item = Item::new(Kind::Request, form, Verdict::Refused);
    let Ok(request) = CertReq::from_der(der) else {
        item.kind = Kind::Damaged;
        return item;
    };
    item.check(Looked::Container, Outcome::Failed, "");
    if let Ok(info) = request.info.public_key.to_der()
        && let Ok(info) = SubjectPublicKeyInfoRef::from_der(&info)
    {
        let facts = KeyFacts::of_info(&info);
        item.check(Looked::Key, facts.outcome(), facts.detail());
        item.key = Some(facts);
    }
    item.labelled(request.info.subject.to_string())
}

fn facts_of_private(info: &PrivateKeyInfoRef<'_>) -> KeyFacts {
    let inner = info.private_key.as_bytes();
    match info.algorithm.oid {
        key::RSA_ENCRYPTION | key::RSASSA_PSS => {
            let Ok(key) = pkcs1::RsaPrivateKeyRef::from_der(inner) else {
                return KeyFacts::of_parts(&info.algorithm, None);
            };
            let facts = rsa_facts(&key);
            if info.algorithm.oid == key::RSASSA_PSS {
                KeyFacts { algorithm: KeyAlgorithm::RsaPss, key_type: None, ..facts }
            } else {
                facts
            }
        }
        key::EC_PUBLIC_KEY => {
            let mark = sec1_facts(inner).and_then(|facts| facts.mark);
            KeyFacts { mark, ..KeyFacts::of_parts(&info.algorithm, None) }
        }
        _ => {
            let public = info.public_key.as_ref().map(|bits| PublicMark::of(bits.raw_bytes()));
            KeyFacts { mark: public, ..KeyFacts::of_parts(&info.algorithm, None) }
        }
    }
}

fn rsa_facts(key: &pkcs1::RsaPrivateKeyRef<'_>) -> KeyFacts {
    let public = key.public_key().to_der().ok();
    KeyFacts {
        mark: public.map(|der| PublicMark::of(&der)),
        ..KeyFacts::rsa(KeyAlgorithm::Rsa, Some(key::modulus_bits(key.modulus.as_bytes())))
    }
}

/// `ECPrivateKey` (RFC 5915, 3): its curve in field 0 and its public half in field 1, if present.
fn sec1_facts(der: &[u8]) -> Option<KeyFacts> {
    let mut reader = SliceReader::new(AnyRef::from_der(der).ok()?.value()).ok()?;
    if u8::decode(&mut reader).ok()? != 1 {
        return None;
    }
    <&OctetStringRef>::decode(&mut reader).ok()?;
    let (mut facts, mut mark) = (KeyFacts::of(KeyAlgorithm::Ec), None);
    while !reader.is_finished() {
        let field = AnyRef::decode(&mut reader).ok()?;
        match der::Tagged::tag(&field).number().value() {
            0 => facts = KeyFacts::ec(AnyRef::from_der(field.value()).ok()),
            1 => {
                let bits = der::asn1::BitStringRef::from_der(field.value()).ok()?;
                mark = Some(PublicMark::of(bits.raw_bytes()));
            }
            _ => {}
        }
    }
    Some(KeyFacts { mark, ..facts })
}

fn curve_name(curve: ObjectIdentifier) -> String {
    let identifier = curve.to_string();
    let name = CURVES.iter().find(|(oid, _)| *oid == identifier);
    name.map_or(identifier, |(_, name)| (*name).to_owned())
}

// RFC 8410, 3; RFC 3279, 2.3.2.
const ED25519: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.101.112");
const ED448: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.101.113");
const X25519: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.101.110");
const X448: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.101.111");
const DSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10040.4.1");
const CURVES: [(&str, &str); 9] = [
    ("1.2.840.10045.3.1.7", "P-256"),
    ("1.3.132.0.34", "P-384"),
    ("1.3.132.0.35", "P-521"),
    ("1.2.840.10045.3.1.1", "P-192"),
    ("1.3.132.0.33", "P-224"),
    ("1.3.132.0.10", "secp256k1"),
    ("1.3.36.3.3.2.8.1.1.7", "brainpoolP256r1"),
    ("1.3.36.3.3.2.8.1.1.11", "brainpoolP384r1"),
    ("1.2.156.10197.1.301", "SM2"),
];
