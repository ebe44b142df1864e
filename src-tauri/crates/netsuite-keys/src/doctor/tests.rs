use proptest::prelude::*;
use time::macros::datetime;

use super::*;

const NOW: OffsetDateTime = datetime!(2026-11-21 12:00 UTC);

fn block(label: &str, body: &str) -> String {
    format!("-----BEGIN {label}-----\n{body}\n-----END {label}-----\n")
}

#[test]
fn a_file_of_many_blocks_is_told_up_to_a_number_and_the_rest_is_counted() {
    let file = block("EC PARAMETERS", "BggqhkjOPQMBBw==").repeat(MOST_ITEMS + 7);
    let examination = examine(file.as_bytes(), None, None, NOW);
    assert_eq!((examination.items.len(), examination.more), (MOST_ITEMS, 7));
}

#[test]
fn a_keystore_is_opened_up_to_a_size_only() {
    // A part of an authenticated safe that is encrypted, and one that lies open (RFC 7292, 4.1).
    let encrypted = |content: usize| part(6, &long(48, &vec![0; content]));
    let open = |bags: usize| part(1, &long(4, &long(48, &[48, 6, 5, 0, 5, 0, 5, 0].repeat(bags))));
    let store = |inner: &[u8]| {
        let safe = part(1, &long(4, &long(48, inner)));
        long(48, &[&[2, 1, 3][..], &safe].concat())
    };
    let kind = |part: &[u8]| examine(&store(part), None, None, NOW).items[0].kind;
    assert_eq!(kind(&encrypted(17 * 1024)), Kind::TooLarge);
    assert_eq!(kind(&encrypted(15 * 1024)), Kind::LockedKeystore, "looked into, and not opened");
    assert_eq!(kind(&open(33)), Kind::TooLarge);
    assert_eq!(kind(&open(32)), Kind::LockedKeystore, "looked into, and not opened");
}

/// `ContentInfo` of PKCS#7 by the last number of its type: 1 data, 6 encrypted data.
fn part(of: u8, content: &[u8]) -> Vec<u8> {
    let kind = [6, 9, 42, 134, 72, 134, 247, 13, 1, 7, of];
    long(48, &[&kind[..], &long(160, content)].concat())
}

/// DER with a length of two bytes.
fn long(tag: u8, content: &[u8]) -> Vec<u8> {
    let [high, low] = u16::try_from(content.len()).unwrap().to_be_bytes();
    [&[tag, 130, high, low][..], content].concat()
}

#[test]
fn no_more_than_a_few_locked_keys_are_tried() {
    let mut patient = Patient { passphrase: None, now: NOW, openings: MOST_OPENINGS, more: 0 };
    let passphrase = Passphrase::entered("changeit".to_owned());
    patient.passphrase = Some(&passphrase);
    let tried = (0..100).filter(|_| patient.next_opening().is_some()).count();
    assert_eq!(tried, MOST_OPENINGS);
}

#[test]
fn a_label_that_would_fill_the_window_is_shortened() {
    let examination = examine(block(&"A".repeat(5000), "MAA=").as_bytes(), None, None, NOW);
    let label = examination.items[0].label.as_ref().unwrap();
    assert!(label.chars().count() <= LABEL_SHOWN, "{}", label.len());
}

proptest! {
    #[test]
    fn no_bytes_leave_the_doctor_without_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..1024)) {
        prop_assert!(!examine(&bytes, None, None, NOW).items.is_empty());
    }

    #[test]
    fn no_content_of_a_block_leaves_the_doctor_without_an_answer(
        label in "(RSA |EC |ENCRYPTED |OPENSSH |)PRIVATE KEY|CERTIFICATE|PKCS12|X509 CRL",
        body in "[A-Za-z0-9+/]{0,200}={0,2}",
    ) {
        let file = block(&label, &body);
        prop_assert!(!examine(file.as_bytes(), None, None, NOW).items.is_empty());
    }
}
