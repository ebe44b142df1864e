use std::sync::LazyLock;

use der::Encode;
use der::asn1::{AnyRef, OctetStringRef};
use spki::AlgorithmIdentifierRef;

use super::*;
use crate::secret::Passphrase;

/// One key of each kind, made once for all tests.
static KEYS: LazyLock<Vec<PrivateKey>> = LazyLock::new(|| {
    let generate = |kind: KeyType| PrivateKey::generate(kind, &Search::new()).unwrap();
    KeyType::ALL.into_iter().map(generate).collect()
});

fn der_of(oid: ObjectIdentifier, parameters: Option<AnyRef<'_>>, key: &[u8]) -> Vec<u8> {
    let algorithm = AlgorithmIdentifierRef { oid, parameters };
    PrivateKeyInfoRef::new(algorithm, OctetStringRef::new(key).unwrap()).to_der().unwrap()
}

#[test]
fn a_generated_key_has_the_kind_asked_for_and_signs() {
    for (key, kind) in KEYS.iter().zip(KeyType::ALL) {
        assert_eq!(key.key_type(), kind);
        key.prove().unwrap();
        for algorithm in kind.algorithms() {
            assert!(key.sign(*algorithm, b"message").is_ok());
        }
    }
}

#[test]
fn a_key_that_was_read_back_is_the_same_bytes() {
    for key in KEYS.iter() {
        let read = PrivateKey::from_pkcs8_der(key.expose_pkcs8_der().expose()).unwrap();
        assert!(read.expose_pkcs8_der().equals(key.expose_pkcs8_der()));
        assert_eq!(read.public_key_der(), key.public_key_der());
    }
}

#[test]
fn two_generated_keys_differ() {
    let other = PrivateKey::generate(KeyType::P256, &Search::new()).unwrap();
    assert_ne!(other.public_key_der(), KEYS[2].public_key_der());
}

#[test]
fn a_key_does_not_sign_with_an_algorithm_of_another_kind() {
    let outcome = KEYS[2].sign(Algorithm::Es384, b"message");
    assert!(matches!(outcome, Err(Error::AlgorithmNotForKey)));
}

#[test]
fn debug_shows_the_kind_and_no_key() {
    assert_eq!(format!("{:?}", KEYS[3]), "PrivateKey(P384, …)");
}

#[test]
fn the_pem_form_is_pkcs_8_with_lines_of_64_characters() {
    for key in KEYS.iter() {
        let pem = key.to_pem();
        assert!(pem.starts_with("-----BEGIN PRIVATE KEY-----\n"));
        assert!(pem.ends_with("\n-----END PRIVATE KEY-----\n"));
        assert!(pem.lines().all(|line| line.len() <= 64));
        let read = crate::material::private_key(pem.as_bytes(), None).unwrap();
        assert_eq!(read.public_key_der(), key.public_key_der());
    }
}

#[test]
fn an_encrypted_key_opens_with_its_passphrase_only() {
    let passphrase = Passphrase::entered("correct horse battery".to_owned());
    let wrong = Passphrase::entered("correct horse batterz".to_owned());
    let der = KEYS[0].to_encrypted_der(&passphrase).unwrap();
    let opened = PrivateKey::from_encrypted_der(&der, &passphrase).unwrap();
    assert!(opened.expose_pkcs8_der().equals(KEYS[0].expose_pkcs8_der()));
    let refused = PrivateKey::from_encrypted_der(&der, &wrong);
    assert!(matches!(refused, Err(Error::PassphraseWrong)));
}

#[test]
fn the_same_key_is_never_encrypted_to_the_same_bytes() {
    let passphrase = Passphrase::entered("correct horse battery".to_owned());
    let first = KEYS[2].to_encrypted_pem(&passphrase).unwrap();
    let second = KEYS[2].to_encrypted_pem(&passphrase).unwrap();
    assert_ne!(*first, *second);
}

#[test]
fn an_rsa_key_of_2048_bits_is_refused_with_its_size() {
    let small = Search::new().rsa_key(2048).unwrap().to_pkcs8_der().unwrap();
    let refused = PrivateKey::from_pkcs8_der(small.as_bytes());
    assert!(matches!(refused, Err(Error::RsaSizeRefused { bits: 2048 })), "{refused:?}");
}

#[test]
fn an_rsa_pss_key_is_named_as_such() {
    let info = PrivateKeyInfoRef::from_der(KEYS[0].expose_pkcs8_der().expose()).unwrap();
    let der = der_of(RSASSA_PSS, None, info.private_key.as_bytes());
    assert!(matches!(PrivateKey::from_pkcs8_der(&der), Err(Error::RsaPssKey)));
}

#[test]
fn explicit_and_foreign_curves_are_told_apart() {
    let info = PrivateKeyInfoRef::from_der(KEYS[2].expose_pkcs8_der().expose()).unwrap();
    let key = info.private_key.as_bytes();
    let explicit = AnyRef::new(der::Tag::Sequence, &[2, 1, 1]).unwrap();
    let der = der_of(EC_PUBLIC_KEY, Some(explicit), key);
    assert!(matches!(PrivateKey::from_pkcs8_der(&der), Err(Error::CurveExplicit)));
    let secp256k1 = ObjectIdentifier::new_unwrap("1.3.132.0.10");
    let der = der_of(EC_PUBLIC_KEY, Some(AnyRef::from(&secp256k1)), key);
    assert!(matches!(PrivateKey::from_pkcs8_der(&der), Err(Error::CurveRefused)));
}

#[test]
fn a_key_that_is_neither_rsa_nor_ec_is_refused() {
    let ed25519 = ObjectIdentifier::new_unwrap("1.3.101.112");
    let der = der_of(ed25519, None, &[4, 32]);
    assert!(matches!(PrivateKey::from_pkcs8_der(&der), Err(Error::KeyKindRefused)));
}

#[test]
fn numbers_that_make_no_key_are_not_readable() {
    let mut der = KEYS[0].expose_pkcs8_der().expose().clone();
    let middle = der.len() / 2;
    der[middle] ^= 1;
    assert!(matches!(PrivateKey::from_pkcs8_der(&der), Err(Error::KeyNotReadable)));
}
