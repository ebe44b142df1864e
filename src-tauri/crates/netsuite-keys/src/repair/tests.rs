//! What was done to a text on its way, and that it is undone to the letter.

use std::sync::LazyLock;

use base64ct::{Base64, Encoding as _};
use proptest::prelude::*;
use time::macros::datetime;

use super::*;
use crate::certificate::{Certificate, Signature, Subject};
use crate::key::{KeyType, PrivateKey, Search};

struct Sample {
    key: PrivateKey,
    certificate: Certificate,
}

static SAMPLE: LazyLock<Sample> = LazyLock::new(|| {
    let key = PrivateKey::generate(KeyType::Rsa3072, &Search::new()).unwrap();
    let subject = Subject::new("Northwind Traders").unwrap();
    let now = datetime!(2026-03-01 12:00 UTC);
    let certificate = Certificate::issue(&key, &subject, 365, Signature::Pss, now).unwrap();
    Sample { key, certificate }
});

fn key() -> String {
    SAMPLE.key.to_pem().to_string()
}

fn certificate() -> String {
    SAMPLE.certificate.to_pem()
}

#[track_caller]
fn is_the_key_after(changed: &str, repairs: &[Repair]) {
    let repaired = repair(changed.as_bytes()).expect("repaired");
    assert_eq!(repaired.repairs, repairs);
    let found = material::private_key(repaired.text.as_bytes(), None).unwrap();
    assert_eq!(found.public_key_der(), SAMPLE.key.public_key_der());
}

#[track_caller]
fn is_the_certificate_after(changed: &str, repairs: &[Repair]) {
    let repaired = repair(changed.as_bytes()).expect("repaired");
    assert_eq!(repaired.repairs, repairs);
    assert_eq!(material::certificate(repaired.text.as_bytes()).unwrap(), SAMPLE.certificate);
}

#[test]
fn line_ends_that_were_escaped_twice_are_line_ends_again() {
    let escaped = key().trim().replace('\n', "\\\\n");
    is_the_key_after(&format!("PRIVATE_KEY=\"{escaped}\\\\n\"\n"), &[Repair::EscapedTwice]);
}

#[test]
fn line_ends_that_became_the_letter_n_are_found_by_the_length_of_the_lines() {
    let joined = key().trim().replace('\n', "n");
    is_the_key_after(&format!("{{\"value\":\"{joined}n\"}}"), &[Repair::BackslashLost]);
    let joined = key().trim().replace('\n', "rn");
    is_the_key_after(&joined, &[Repair::BackslashLost]);
}

#[test]
fn escapes_of_a_json_writer_are_undone() {
    let escaped = key().trim().replace('+', "\\u002B").replace('\n', "\\u000A");
    is_the_key_after(&format!("{{\"key\":\"{escaped}\"}}"), &[Repair::UnicodeEscapes]);
}

#[test]
fn continued_lines_of_a_properties_file_are_joined() {
    let continued = key().trim().replace('\n', "\\n\\\n  ");
    is_the_key_after(&format!("private.key={continued}\n"), &[Repair::Continued]);
}

#[test]
fn what_a_url_and_a_form_encode_is_decoded() {
    let percent =
        percent_encoding::utf8_percent_encode(&certificate(), percent_encoding::NON_ALPHANUMERIC)
            .to_string();
    is_the_certificate_after(&percent, &[Repair::PercentEncoded]);
    is_the_certificate_after(&percent.replace("%20", "+"), &[Repair::PercentEncoded]);
    is_the_certificate_after(&certificate().replace('+', " "), &[Repair::PlusLost]);
}

#[test]
fn a_plus_sign_is_found_again_at_either_end_of_a_line() {
    // Some certificate has one at each place.
    let subject = Subject::new("Northwind Traders").unwrap();
    let now = datetime!(2026-03-01 12:00 UTC);
    let (mut at_beginning, mut at_end) = (0, 0);
    while at_beginning == 0 || at_end == 0 {
        let certificate =
            Certificate::issue(&SAMPLE.key, &subject, 365, Signature::Pss, now).unwrap();
        let pem = certificate.to_pem();
        at_beginning += pem.matches("\n+").count();
        at_end += pem.matches("+\n").count();
        let repaired = repair(pem.replace('+', " ").as_bytes()).expect("repaired");
        assert_eq!(material::certificate(repaired.text.as_bytes()).unwrap(), certificate);
    }
}

#[test]
fn html_becomes_text() {
    let html = certificate().replace('+', "&#43;").replace('/', "&#x2F;").replace('\n', "<br>\n");
    is_the_certificate_after(&html, &[Repair::HtmlEncoded]);
}

#[test]
fn quoted_printable_of_a_mail_is_decoded() {
    let mail = quoted_printable::encode_to_str(certificate().replace("==", "=").as_bytes());
    let ends_in_padding = certificate().contains('=');
    if ends_in_padding {
        is_the_certificate_after(
            &quoted_printable::encode_to_str(certificate()),
            &[Repair::QuotedPrintable],
        );
    } else {
        assert!(!mail.is_empty());
    }
}

#[test]
fn fields_of_a_secret_are_decoded_and_keep_their_names() {
    let field = |text: String| Base64::encode_string(text.as_bytes());
    let secret = format!(
        "kind: Secret\ndata:\n  tls.crt: {}\n  tls.key: {}\n",
        field(certificate()),
        field(key())
    );
    is_the_key_after(&secret, &[Repair::Base64Fields]);
    is_the_certificate_after(&secret, &[Repair::Base64Fields]);
    let text = repair(secret.as_bytes()).unwrap().text;
    assert_eq!(*text, certificate() + &key(), "the blocks alone");
    assert_eq!(repair(secret.as_bytes()).unwrap().fields, ["tls.crt", "tls.key"]);
    is_the_key_after(&Base64::encode_string(field(key()).as_bytes()), &[Repair::Base64Twice]);
}

#[test]
fn invisible_characters_and_changed_dashes_are_put_right() {
    is_the_certificate_after(
        &certificate().replace("BEGIN C", "BEGIN\u{a0}C"),
        &[Repair::InvisibleCharacters],
    );
    is_the_certificate_after(
        &format!("\u{200b}{}", certificate().replace('\n', "\u{200b}\n")),
        &[Repair::InvisibleCharacters],
    );
    is_the_certificate_after(&certificate().replacen("-----", "----", 1), &[Repair::Markers]);
    is_the_certificate_after(
        &certificate().replace("-----", "\u{2014}\u{2014}-"),
        &[Repair::Markers],
    );
    is_the_key_after(&key().replace("-----", "\u{2013}"), &[Repair::Markers]);
}

#[test]
fn what_viewers_and_programs_put_around_lines_goes() {
    let lines = |f: fn(usize, &str) -> String| {
        certificate()
            .lines()
            .enumerate()
            .map(|(at, line)| f(at, line))
            .collect::<Vec<_>>()
            .join("\n")
    };
    is_the_certificate_after(
        &lines(|at, line| format!("{}\t{line}", at + 1)),
        &[Repair::LineNumbers],
    );
    is_the_certificate_after(
        &lines(|at, line| format!("{:>4} | {line}", at + 118)),
        &[Repair::LineNumbers],
    );
    is_the_certificate_after(&lines(|_, line| format!("+{line}")), &[Repair::LineMarks]);
    is_the_certificate_after(&lines(|_, line| format!("> {line}")), &[Repair::LineMarks]);
    is_the_certificate_after(&lines(|_, line| format!("    # {line}")), &[Repair::LineMarks]);
    is_the_certificate_after(
        &format!("{};", lines(|_, line| format!("\"{line}\\n\" +")).trim_end_matches(" +")),
        &[Repair::LineMarks],
    );
}

#[test]
fn base64_of_urls_becomes_that_of_pem() {
    let body = |text: &str| text.replace('+', "-").replace('/', "_");
    let lines: Vec<String> = certificate()
        .lines()
        .map(|line| {
            if line.starts_with("-----") {
                line.to_owned()
            } else {
                body(line).trim_end_matches('=').to_owned()
            }
        })
        .collect();
    is_the_certificate_after(&lines.join("\n"), &[Repair::Base64Url]);
}

#[test]
fn two_things_that_happened_are_both_undone() {
    let quoted =
        certificate().lines().map(|line| format!("> {line}")).collect::<Vec<_>>().join("\n");
    is_the_certificate_after(
        &quoted.replace('+', "&#43;"),
        &[Repair::HtmlEncoded, Repair::LineMarks],
    );
}

#[test]
fn what_is_sound_and_what_is_lost_is_left_alone() {
    assert!(repair(key().as_bytes()).is_none());
    assert!(repair(certificate().as_bytes()).is_none());
    let cut = key();
    assert!(repair(&cut.as_bytes()[..cut.len() / 2]).is_none());
    let mut wrong: Vec<char> = certificate().chars().collect();
    wrong.remove(200);
    assert!(repair(wrong.into_iter().collect::<String>().as_bytes()).is_none());
    assert!(repair(b"a note that begins with BEGIN").is_none());
}

proptest! {
    #[test]
    fn whatever_stands_in_a_text_it_is_repaired_or_left_alone(at in 0_usize..2_000, junk in "\\PC{0,12}") {
        let mut text = certificate();
        let at = text.char_indices().map(|(at, _)| at).nth(at % text.chars().count()).unwrap();
        text.insert_str(at, &junk);
        if let Some(repaired) = repair(text.as_bytes()) {
            prop_assert!(parses(repaired.text.as_bytes()));
            prop_assert!(!repaired.repairs.is_empty());
        }
    }
}
