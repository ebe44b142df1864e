use base64ct::{Base64, Encoding};
use time::Duration;
use time::macros::datetime;

use super::*;
use crate::key::{PrivateKey, Search};

const NOW: OffsetDateTime = datetime!(2026-03-01 12:00 UTC);

fn key(kind: KeyType) -> PrivateKey {
    PrivateKey::generate(kind, &Search::new()).unwrap()
}

fn issue(key: &PrivateKey, days: u32, signature: Signature) -> Result<Certificate> {
    let subject = Subject::new("Nordwind Traders GmbH - sandbox - Alumio").unwrap();
    Certificate::issue(key, &subject, days, signature, NOW)
}

#[test]
fn oracles_published_certificate_has_the_id_printed_beside_it() {
    // https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/article_0209112025.html
    let der = Base64::decode_vec(ORACLE_SAMPLE).unwrap();
    let certificate = Certificate::from_der(&der).unwrap();
    assert_eq!(certificate.id().as_str(), "NPMnRyPg-WDWhPiAbisjKiH0fqnBpjOZ367wDTe0pqA");
    assert!(certificate.fingerprint().starts_with("34:F3:27:47:23:E0:F9:60"));
    assert_eq!(certificate.key_type().unwrap(), KeyType::P256);
    assert_eq!(certificate.not_before(), datetime!(2026-01-30 10:28:38 UTC));
    assert_eq!(certificate.not_after(), datetime!(2026-03-01 10:28:38 UTC));
    assert_eq!(certificate.serial(), "0625449DF50DF8DFFE0F1E72F79BDE738FE5F5CA");
    assert!(certificate.subject().contains("CN=infra.test.corp.netsuite.com"));
    assert!(certificate.verify_self_signature());
}

#[test]
fn the_end_is_read_alone_as_with_all_the_rest() {
    let certificate = issue(&key(KeyType::P256), 365, Signature::Pss).unwrap();
    let pem = certificate.to_pem();
    assert_eq!(Certificate::end_in_pem(&pem).unwrap(), certificate.not_after());
    let oracles = Certificate::from_der(&Base64::decode_vec(ORACLE_SAMPLE).unwrap()).unwrap();
    assert_eq!(Certificate::end_in_pem(&oracles.to_pem()).unwrap(), oracles.not_after());
    let indented = pem.replace('\n', "\n  ");
    assert_eq!(Certificate::end_in_pem(&indented).unwrap(), certificate.not_after());
}

#[test]
fn no_end_is_read_where_there_is_no_whole_certificate() {
    let pem = issue(&key(KeyType::P256), 365, Signature::Pss).unwrap().to_pem();
    let lines: Vec<_> = pem.lines().collect();
    let broken_off = [&lines[..5], &lines[lines.len() - 1..]].concat().join("\n");
    for text in ["", "no certificate", &broken_off, &pem.replace("CERTIFICATE", "PUBLIC KEY")] {
        assert!(Certificate::end_in_pem(text).is_err(), "{text}");
    }
}

#[test]
fn every_kind_of_key_gets_a_certificate_that_verifies_with_it() {
    for kind in KeyType::ALL {
        let key = key(kind);
        for signature in [Signature::Pss, Signature::Plain] {
            let certificate = issue(&key, 365, signature).unwrap();
            assert!(certificate.verify_self_signature(), "{kind:?} {signature:?}");
            assert!(key.matches(&certificate));
            assert_eq!(certificate.key_type().unwrap(), kind);
            assert_eq!(certificate.subject(), "CN=Nordwind Traders GmbH - sandbox - Alumio");
        }
    }
}

#[test]
fn a_key_does_not_match_the_certificate_of_another() {
    let certificate = issue(&key(KeyType::P256), 365, Signature::Pss).unwrap();
    assert!(!key(KeyType::P256).matches(&certificate));
}

#[test]
fn another_padding_than_joses_is_recognized_with_its_salt() {
    use crate::key::Algorithm;
    use aws_lc_rs::signature::{self as aws, RsaPssSaltLength, RsaSignatureEncoding};
    static LONGEST: RsaSignatureEncoding =
        aws::RSA_PSS_SHA384.with_pss_salt_length(RsaPssSaltLength::Max);
    static JAVAS: RsaSignatureEncoding =
        aws::RSA_PSS_SHA512.with_pss_salt_length(RsaPssSaltLength::Custom(20));
    let key = key(KeyType::Rsa3072);
    let certificate = issue(&key, 30, Signature::Plain).unwrap();
    let expected = [
        (Algorithm::Ps256, &aws::RSA_PKCS1_SHA256, Some(Padding::Pkcs1)),
        (Algorithm::Ps384, &LONGEST, Some(Padding::Salt(384 - 48 - 2))),
        (Algorithm::Ps512, &JAVAS, Some(Padding::Salt(20))),
        // Of another hash, and of another key's algorithm.
        (Algorithm::Ps512, &aws::RSA_PKCS1_SHA256, None),
        (Algorithm::Es256, &aws::RSA_PKCS1_SHA256, None),
    ];
    for (algorithm, padding, found) in expected {
        let signature = key.sign_rsa(padding, b"header.claims").unwrap();
        assert!(!algorithm.verifies(&certificate, b"header.claims", &signature));
        let other = algorithm.other_padding(&certificate, b"header.claims", &signature);
        assert_eq!(other, found, "{algorithm:?}");
    }
    let others = self::key(KeyType::Rsa3072).sign_rsa(&LONGEST, b"header.claims").unwrap();
    assert_eq!(Algorithm::Ps384.other_padding(&certificate, b"header.claims", &others), None);
}

#[test]
fn a_changed_certificate_no_longer_verifies() {
    let certificate = issue(&key(KeyType::P256), 365, Signature::Pss).unwrap();
    let mut der = certificate.der().to_vec();
    let name = der.windows(8).position(|bytes| bytes == b"Nordwind").unwrap();
    der[name] = b'M';
    assert!(!Certificate::from_der(&der).unwrap().verify_self_signature());
}

#[test]
fn validity_begins_five_minutes_back_and_counts_its_last_second() {
    let certificate = issue(&key(KeyType::P256), 730, Signature::Pss).unwrap();
    assert_eq!(certificate.not_before(), NOW - Duration::minutes(5));
    let lifetime = certificate.not_after() - certificate.not_before() + Duration::SECOND;
    assert_eq!(lifetime, Duration::days(730));
}

#[test]
fn a_validity_of_no_days_or_of_more_than_two_years_is_refused() {
    let key = key(KeyType::P256);
    for days in [0, 731, u32::MAX] {
        let refused = issue(&key, days, Signature::Pss);
        assert!(matches!(refused, Err(Error::DaysOutOfRange { most: 730 })), "{days}");
    }
    assert!(issue(&key, 1, Signature::Pss).is_ok());
}

#[test]
fn no_certificate_id_begins_with_a_hyphen() {
    // Without issuing again, all of these would pass with a chance of 1 in 500.
    let key = key(KeyType::P256);
    for _ in 0..400 {
        let certificate = issue(&key, 365, Signature::Pss).unwrap();
        assert!(!certificate.id().starts_with_hyphen());
    }
}

#[test]
fn serial_numbers_are_random_and_long() {
    let key = key(KeyType::P256);
    let serials = [(); 2].map(|()| issue(&key, 365, Signature::Pss).unwrap().serial());
    assert_ne!(serials[0], serials[1]);
    assert!(serials.iter().all(|serial| serial.len() >= 16), "at least 64 bits: {serials:?}");
}

#[test]
fn a_certificate_survives_its_pem_form() {
    let certificate = issue(&key(KeyType::P384), 365, Signature::Pss).unwrap();
    let pem = certificate.to_pem();
    assert!(pem.lines().all(|line| line.len() <= 64));
    assert_eq!(Certificate::from_pem(&pem).unwrap(), certificate);
}

#[test]
fn names_outside_ascii_are_kept() {
    let subject = Subject::new("Büromöbel Łódź").unwrap();
    let key = key(KeyType::P256);
    let certificate = Certificate::issue(&key, &subject, 30, Signature::Pss, NOW).unwrap();
    assert_eq!(certificate.subject(), "CN=Büromöbel Łódź");
}

const ORACLE_SAMPLE: &str = concat!(
    "MIICMzCCAdmgAwIBAgIUBiVEnfUN+N/+Dx5y95vec4/l9cowCgYIKoZIzj0EAwIwbzELMAkGA1UEBhMCQ1oxEDAO",
    "BgNVBAgMB0N6ZWNoaWExDTALBgNVBAcMBEJybm8xGDAWBgNVBAoMD09yYWNsZSBOZXRTdWl0ZTElMCMGA1UEAwwc",
    "aW5mcmEudGVzdC5jb3JwLm5ldHN1aXRlLmNvbTAeFw0yNjAxMzAxMDI4MzhaFw0yNjAzMDExMDI4MzhaMG8xCzAJ",
    "BgNVBAYTAkNaMRAwDgYDVQQIDAdDemVjaGlhMQ0wCwYDVQQHDARCcm5vMRgwFgYDVQQKDA9PcmFjbGUgTmV0U3Vp",
    "dGUxJTAjBgNVBAMMHGluZnJhLnRlc3QuY29ycC5uZXRzdWl0ZS5jb20wWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC",
    "AARJqbhJQl8wlogKRlaqug3YSA2jAFlDvM7S8nbP6zj7qqc7HkLXjokn0qBAa+O5oD+yb9gXKmUhTjOC8OKZ+JYK",
    "o1MwUTAdBgNVHQ4EFgQU5ZEvf5+g0wXYsGDQ696fDj5esrgwHwYDVR0jBBgwFoAU5ZEvf5+g0wXYsGDQ696fDj5e",
    "srgwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiAPVU6JJBYmVvOdPSLgDCCv/6ePrALb0ODMrWu6",
    "QrChtAIhAI6OCpSZyk+LvM6YPyvc64aTfnpLD9RzfAJCqm/Iy6ZA",
);
