//! Keys and files as openssl makes them, each with what is said about it here.

use netsuite_keys::Error;
use netsuite_keys::key::{KeyType, PrivateKey};
use netsuite_keys::material;

use crate::programs::{agreed, ask, ask_with_input};

fn openssl(arguments: &str) -> String {
    let arguments: Vec<_> = arguments.split(' ').collect();
    agreed("openssl", &ask("openssl", &arguments))
}

fn read(pem: &str) -> Result<PrivateKey, Error> {
    material::private_key(pem.as_bytes(), None)
}

#[test]
fn keys_in_every_form_that_openssl_writes_are_read() {
    for (command, kind) in [
        ("genrsa -traditional 3072", KeyType::Rsa3072),
        ("genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072", KeyType::Rsa3072),
        ("ecparam -genkey -name prime256v1", KeyType::P256),
        ("ecparam -genkey -noout -name secp384r1", KeyType::P384),
        ("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-521", KeyType::P521),
    ] {
        let key = read(&openssl(command)).unwrap();
        assert_eq!(key.key_type(), kind, "{command}");
        key.prove().unwrap();
    }
}

#[test]
fn a_key_of_2048_bits_is_refused_with_its_size() {
    for command in ["genrsa -traditional 2048", "genrsa 2048"] {
        let refused = read(&openssl(command));
        assert!(matches!(refused, Err(Error::RsaSizeRefused { bits: 2048 })), "{refused:?}");
    }
}

#[test]
fn an_rsa_pss_key_is_named_as_such() {
    let pem = openssl("genpkey -algorithm RSA-PSS -pkeyopt rsa_keygen_bits:3072");
    assert!(matches!(read(&pem), Err(Error::RsaPssKey)));
}

#[test]
fn a_key_with_explicit_curve_parameters_is_named_as_such_in_both_forms() {
    let sec1 = openssl("ecparam -genkey -noout -name prime256v1 -param_enc explicit");
    assert!(matches!(read(&sec1), Err(Error::CurveExplicit)), "{:?}", read(&sec1));
    let pkcs8 = openssl(
        "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -pkeyopt ec_param_enc:explicit",
    );
    assert!(matches!(read(&pkcs8), Err(Error::CurveExplicit)), "{:?}", read(&pkcs8));
}

#[test]
fn other_curves_and_other_kinds_are_refused() {
    let secp256k1 = openssl("ecparam -genkey -noout -name secp256k1");
    assert!(matches!(read(&secp256k1), Err(Error::CurveRefused)));
    let ed25519 = openssl("genpkey -algorithm ED25519");
    assert!(matches!(read(&ed25519), Err(Error::KeyKindRefused)));
}

#[test]
fn a_key_in_the_legacy_encrypted_form_is_named_as_such() {
    let pem = openssl("genrsa -traditional -aes256 -passout pass:apples 3072");
    assert!(matches!(read(&pem), Err(Error::KeyLegacyEncryption)));
}

#[test]
fn public_keys_requests_and_certificates_with_a_weak_key_are_told_from_certificates() {
    let key = openssl("genrsa 2048");
    let about = |arguments: &[&str]| {
        let answer = ask_with_input("openssl", arguments, key.as_bytes());
        material::certificate(agreed("openssl", &answer).as_bytes())
    };
    assert!(matches!(about(&["pkey", "-pubout"]), Err(Error::IsPublicKey)));
    let request = ["req", "-new", "-subj", "/CN=x", "-key", "/dev/stdin"];
    assert!(matches!(about(&request), Err(Error::IsCertificateRequest)));
    let certificate = about(&["req", "-x509", "-subj", "/CN=x", "-key", "/dev/stdin"]).unwrap();
    let refused = certificate.key_type();
    assert!(matches!(refused, Err(Error::RsaSizeRefused { bits: 2048 })), "{refused:?}");
}
