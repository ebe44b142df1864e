//! Any file, with and without a passphrase: the doctor answers, and never panics.

#![no_main]

use libfuzzer_sys::fuzz_target;
use netsuite_keys::doctor::{self, Wants};
use netsuite_keys::key::KeyType;
use netsuite_keys::secret::Passphrase;
use time::OffsetDateTime;

fuzz_target!(|file: &[u8]| {
    // A day in the validity of the corpus.
    let now = OffsetDateTime::from_unix_timestamp(1_796_000_000).expect("a day of 2026");
    let passphrase = Passphrase::entered("changeit".to_owned());
    let key_types = vec![KeyType::Rsa4096, KeyType::Rsa3072];
    let target = Wants { label: "SuiteCloud CLI".to_owned(), key_types, no_hyphen: true };
    let closed = doctor::examine(file, None, None, now);
    let opened = doctor::examine(file, Some(&passphrase), Some(&target), now);
    for examination in [&closed, &opened] {
        assert!(!examination.items.is_empty(), "there is always an answer");
        assert!(examination.items.len() <= doctor::MOST_ITEMS + 1);
    }
    let cases = doctor::cases(&[&closed, &opened]);
    assert_eq!(cases.iter().map(|case| case.files.len()).sum::<usize>(), 2);
});
