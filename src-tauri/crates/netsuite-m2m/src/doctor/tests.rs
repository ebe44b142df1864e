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
