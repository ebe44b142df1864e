use std::sync::LazyLock;

use proptest::prelude::*;
use time::macros::datetime;

use super::*;
use crate::certificate::{Signature, Subject};
use crate::key::{KeyType, Search};

struct Sample {
    key: PrivateKey,
    certificate: Certificate,
}

static SAMPLE: LazyLock<Sample> = LazyLock::new(|| sample(KeyType::P256));

fn sample(kind: KeyType) -> Sample {
    let key = PrivateKey::generate(kind, &Search::new()).unwrap();
    let subject = Subject::new("Northwind Traders").unwrap();
    let now = datetime!(2026-03-01 12:00 UTC);
    let certificate = Certificate::issue(&key, &subject, 365, Signature::Pss, now).unwrap();
    Sample { key, certificate }
}

fn block(label: &str, der: &[u8]) -> String {
    der::pem::encode_string(label, der::pem::LineEnding::LF, der).unwrap()
}

fn reads_as_the_pair(text: &[u8]) {
    let (key, certificate) = pair(&[text], None).unwrap();
    assert_eq!(key.public_key_der(), SAMPLE.key.public_key_der());
    assert_eq!(certificate, SAMPLE.certificate);
}

fn both() -> String {
    format!("{}{}", *SAMPLE.key.to_pem(), SAMPLE.certificate.to_pem())
}

#[test]
fn key_and_certificate_may_share_a_file_in_either_order() {
    reads_as_the_pair(both().as_bytes());
    let reversed = format!("{}{}", SAMPLE.certificate.to_pem(), *SAMPLE.key.to_pem());
    reads_as_the_pair(reversed.as_bytes());
}

#[test]
fn windows_line_ends_marks_and_utf_16_are_read() {
    let crlf = both().replace('\n', "\r\n");
    reads_as_the_pair(crlf.as_bytes());
    reads_as_the_pair(format!("\u{feff}{crlf}").as_bytes());
    let little: Vec<u8> = crlf.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = crlf.encode_utf16().flat_map(u16::to_be_bytes).collect();
    reads_as_the_pair(&little);
    reads_as_the_pair(&big);
    reads_as_the_pair(&[&[0xff, 0xfe], little.as_slice()].concat());
    reads_as_the_pair(&[&[0xfe, 0xff], big.as_slice()].concat());
}

#[test]
fn text_around_the_blocks_is_passed_over_in_any_encoding() {
    let text = format!("Bag Attributes\n  friendlyName: M\n{}\nthe end", both());
    reads_as_the_pair(text.as_bytes());
    let latin1 = [b"Zertifikat f\xfcr M\xfcller\n", both().as_bytes()].concat();
    reads_as_the_pair(&latin1);
}

#[test]
fn line_ends_written_as_escapes_or_lost_are_read() {
    reads_as_the_pair(both().replace('\n', "\\n").as_bytes());
    reads_as_the_pair(both().replace('\n', "\\r\\n").as_bytes());
    reads_as_the_pair(both().replace('\n', "\\n").replace('/', "\\/").as_bytes());
    reads_as_the_pair(both().replace('\n', " ").as_bytes());
}

#[test]
fn der_files_and_bare_base64_are_recognised() {
    let certificate = SAMPLE.certificate.der();
    let key = SAMPLE.key.expose_pkcs8_der().expose();
    let (found, _) = pair(&[key, certificate], None).unwrap();
    assert_eq!(found.public_key_der(), SAMPLE.key.public_key_der());
    let bare: String =
        SAMPLE.certificate.to_pem().lines().filter(|line| !line.starts_with('-')).collect();
    assert_eq!(super::certificate(bare.as_bytes()).unwrap(), SAMPLE.certificate);
}

#[test]
fn the_older_forms_of_rsa_and_ec_keys_are_read_as_pem_and_as_der() {
    for kind in [KeyType::Rsa3072, KeyType::P256, KeyType::P384, KeyType::P521] {
        let key = PrivateKey::generate(kind, &Search::new()).unwrap();
        let info = pkcs8::PrivateKeyInfoRef::try_from(key.expose_pkcs8_der().expose().as_slice());
        let inner = info.unwrap().private_key.as_bytes().to_vec();
        let label = if kind.is_rsa() { "RSA PRIVATE KEY" } else { "EC PRIVATE KEY" };
        for file in [block(label, &inner).into_bytes(), inner] {
            let read = private_key(&file, None).unwrap();
            assert!(read.expose_pkcs8_der().equals(key.expose_pkcs8_der()), "{kind:?}");
        }
    }
}

#[test]
fn an_encrypted_key_asks_for_its_passphrase_and_opens_with_it() {
    let passphrase = Passphrase::entered("correct horse battery".to_owned());
    let pem = SAMPLE.key.to_encrypted_pem(&passphrase).unwrap();
    let der = SAMPLE.key.to_encrypted_der(&passphrase).unwrap();
    for file in [pem.as_bytes(), &der] {
        assert!(matches!(private_key(file, None), Err(Error::PassphraseNeeded)));
        let wrong = Passphrase::entered("nothing".to_owned());
        assert!(matches!(private_key(file, Some(&wrong)), Err(Error::PassphraseWrong)));
        let key = private_key(file, Some(&passphrase)).unwrap();
        assert_eq!(key.public_key_der(), SAMPLE.key.public_key_der());
    }
}

#[test]
fn a_key_that_asks_for_all_memory_is_not_opened() {
    let passphrase = Passphrase::entered("correct horse battery".to_owned());
    let mut der = SAMPLE.key.to_encrypted_der(&passphrase).unwrap();
    // scrypt's N, 2^14, as INTEGER of two bytes becomes 2^14 with r raised to 32,767.
    let cost = der.windows(7).position(|b| b == [2, 2, 0x40, 0, 2, 1, 8]).unwrap();
    der.splice(cost..cost + 7, [2, 2, 0x40, 0, 2, 1, 127]);
    let Material::EncryptedPrivateKey(key) = read(&der).unwrap().remove(0) else {
        panic!("an encrypted key is read as such");
    };
    assert!(matches!(key.open(&passphrase), Err(Error::PassphraseWrong)), "254 MiB is borne");
    der.splice(cost..cost + 4, [2, 2, 0x7f, 0xff]);
    let Material::EncryptedPrivateKey(key) = read(&der).unwrap().remove(0) else {
        panic!("an encrypted key is read as such");
    };
    assert!(matches!(key.open(&passphrase), Err(Error::KeyNotReadable)));
}

#[test]
fn of_a_chain_the_certificate_of_the_key_is_taken() {
    let other = sample(KeyType::P256);
    let chain = format!("{}{}", other.certificate.to_pem(), both());
    let (_, certificate) = pair(&[chain.as_bytes()], None).unwrap();
    assert_eq!(certificate, SAMPLE.certificate);
}

#[test]
fn a_key_and_a_certificate_that_do_not_belong_together_are_told() {
    let other = sample(KeyType::P256);
    let files = [SAMPLE.key.to_pem(), Zeroizing::new(other.certificate.to_pem())];
    let refused = pair(&files.each_ref().map(|file| file.as_bytes()), None);
    assert!(matches!(refused, Err(Error::PairDiffers)));
}

#[test]
fn what_is_missing_is_named() {
    let (key, certificate) = (SAMPLE.key.to_pem(), SAMPLE.certificate.to_pem());
    assert!(matches!(pair(&[key.as_bytes()], None), Err(Error::CertificateMissing)));
    assert!(matches!(pair(&[certificate.as_bytes()], None), Err(Error::PrivateKeyMissing)));
    assert!(matches!(private_key(certificate.as_bytes(), None), Err(Error::PrivateKeyMissing)));
}

#[test]
fn what_stands_in_place_of_a_certificate_is_named() {
    let public = block("PUBLIC KEY", SAMPLE.key.public_key_der());
    let request = block("CERTIFICATE REQUEST", &[0x30, 0]);
    let crl = block("X509 CRL", &[0x30, 0]);
    let instead = |text: &[u8]| certificate(text).unwrap_err();
    assert!(matches!(instead(public.as_bytes()), Error::IsPublicKey));
    assert!(matches!(instead(SAMPLE.key.public_key_der()), Error::IsPublicKey));
    assert!(matches!(instead(SAMPLE.key.to_pem().as_bytes()), Error::IsPrivateKey));
    assert!(matches!(instead(request.as_bytes()), Error::IsCertificateRequest));
    assert!(
        matches!(instead(crl.as_bytes()), Error::PemLabelUnknown { label } if label == "X509 CRL")
    );
    let both = format!("{}{public}", *SAMPLE.key.to_pem());
    assert!(matches!(pair(&[both.as_bytes()], None), Err(Error::IsPublicKey)));
}

#[test]
fn parameters_before_a_key_as_openssl_writes_them_do_no_harm() {
    let parameters = block("EC PARAMETERS", &[6, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d, 3, 1, 7]);
    let file = format!("{parameters}{}", *SAMPLE.key.to_pem());
    assert!(private_key(file.as_bytes(), None).is_ok());
}

#[test]
fn an_empty_or_blank_file_is_named_as_such() {
    for file in [&b""[..], b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe"] {
        assert!(matches!(read(file), Err(Error::PemEmpty)), "{file:?}");
    }
}

#[test]
fn a_binary_file_or_a_text_without_blocks_is_named_as_such() {
    let noise = [0x89, b'P', b'N', b'G', 0, 1, 2, 3];
    for file in [&noise[..], b"Dear colleague", b"0123", &[0; 100], &[0x30, 3, 2, 1, 3]] {
        assert!(matches!(read(file), Err(Error::PemBinary)), "{file:?}");
    }
}

#[test]
fn a_file_over_the_limit_is_refused_unread() {
    let file = vec![b'-'; 64 * 1024 + 1];
    assert!(matches!(read(&file), Err(Error::PemTooLarge { limit: 65536 })));
}

#[test]
fn a_truncated_pem_is_named_as_such() {
    let pem = SAMPLE.certificate.to_pem();
    // From the end of the BEGIN line on: what is left before it is no block yet.
    for length in 27..pem.len() - 2 {
        let refused = read(&pem.as_bytes()[..length]);
        assert!(matches!(refused, Err(Error::PemTruncated)), "{length}: {refused:?}");
    }
    let without_begin = pem.split_once('\n').unwrap().1;
    assert!(matches!(read(without_begin.as_bytes()), Err(Error::PemTruncated)));
    let mut lines: Vec<_> = pem.lines().collect();
    lines.remove(3);
    assert!(matches!(read(lines.join("\n").as_bytes()), Err(Error::PemTruncated)));
}

#[test]
fn a_truncated_der_is_named_as_such() {
    let der = SAMPLE.certificate.der();
    for length in 4..der.len() {
        let refused = read(&der[..length]);
        assert!(matches!(refused, Err(Error::PemTruncated)), "{length}: {refused:?}");
    }
}

#[test]
fn a_key_in_the_legacy_encrypted_form_is_named_as_such() {
    let file = "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\
                DEK-Info: AES-256-CBC,00112233445566778899AABBCCDDEEFF\n\n\
                AAAA\n-----END RSA PRIVATE KEY-----\n";
    assert!(matches!(read(file.as_bytes()), Err(Error::KeyLegacyEncryption)));
}

#[test]
fn debug_of_what_was_found_shows_no_key() {
    let found = read(both().as_bytes()).unwrap();
    let shown = format!("{found:?}");
    assert!(shown.starts_with("[PrivateKey(PrivateKey(P256, …)), Certificate(Certificate(CN="));
}

proptest! {
    #[test]
    fn no_bytes_make_the_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..2048)) {
        let _ = read(&bytes);
    }

    #[test]
    fn no_content_of_a_block_makes_the_reader_panic(
        label in "(RSA |EC |ENCRYPTED |)PRIVATE KEY|CERTIFICATE|[A-Z ]{0,50}",
        der in prop::collection::vec(any::<u8>(), 0..512),
    ) {
        let _ = read(block("X", &der).replace(" X-", &format!(" {label}-")).as_bytes());
    }

    #[test]
    fn no_single_changed_byte_makes_the_reader_panic(at in any::<prop::sample::Index>(), byte: u8) {
        let mut text = both().into_bytes();
        let at = at.index(text.len());
        text[at] = byte;
        let _ = read(&text);
        let mut der = SAMPLE.certificate.der().to_vec();
        let at = at % der.len();
        der[at] = byte;
        if let Ok(certificate) = Certificate::from_der(&der) {
            let _ = (certificate.key_type(), certificate.verify_self_signature());
            let _ = (certificate.serial(), certificate.not_before(), certificate.not_after());
        }
    }
}
