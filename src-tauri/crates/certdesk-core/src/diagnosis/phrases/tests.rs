//! Each phrase is read out of a line around it, and leads to a cause.

use netsuite_client::Scope;
use time::macros::datetime;

use super::super::{Case, Failed, KeyLooked, Pasted, diagnose, rules};
use super::*;
use crate::connection::{Change, Connection};

fn connection() -> Connection {
    let at = datetime!(2026-11-19 09:46 UTC);
    let mut connection = Connection::new("Northwind Traders", false, at).unwrap();
    for change in [
        Change::Account { text: "4718203_SB1".into() },
        Change::Integration { name: "M2M".into(), scopes: vec![Scope::RestWebservices] },
        Change::ClientId { text: "2".repeat(64) },
    ] {
        connection.change(change, at).unwrap();
    }
    connection
}

/// What is wrong with a phrase, if anything is.
fn wrong(phrase: &Phrase, connection: &Connection) -> Option<String> {
    let now = datetime!(2026-11-20 09:46 UTC);
    let text = format!("2026-11-20 ERROR main - {} (at line 12)", phrase.text.to_uppercase());
    let pasted = Pasted::read(&text, connection, None, None, now);
    if !pasted.signs.iter().any(|one| one.sign == phrase.sign) {
        return Some(format!("shows {:?}, not {:?}", pasted.signs, phrase.sign));
    }
    if pasted.doing != phrase.doing {
        return Some(format!("is taken for {:?}", pasted.doing));
    }
    let failed = Failed::pasted(&pasted, now);
    let case = Case {
        connection,
        credential: None,
        key: KeyLooked::No,
        token_url: None,
        failed: Some(&failed),
        asked: None,
        others: &[],
        now,
    };
    let diagnosis = diagnose(&case, None);
    let first = diagnosis.causes.first()?;
    let raised = rules::all().any(|rule| rule.cause == first.cause && rule.raises(phrase.sign));
    (!raised).then(|| format!("leads to {:?}", first.cause))
}

#[test]
fn each_phrase_is_recognized_and_leads_to_a_cause_of_its_sign() {
    let connection = connection();
    let wrong: Vec<_> = PHRASES
        .iter()
        .filter_map(|phrase| Some(format!("{:?} {}", phrase.text, wrong(phrase, &connection)?)))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn each_phrase_raises_a_cause_where_it_occurs() {
    for Phrase { text, doing, sign, .. } in PHRASES {
        let raises = |rule: &rules::Rule| rule.during.contains(doing) && rule.raises(*sign);
        assert!(rules::all().any(raises), "{text:?}");
    }
}

#[test]
fn each_phrase_says_where_it_is_from() {
    for Phrase { text, source, .. } in PHRASES {
        assert!(source.len() > 8 && source.contains([',', ' ']), "{text:?} is from {source:?}");
    }
}

#[test]
fn there_are_at_least_a_hundred_and_twenty_and_none_is_there_twice() {
    assert!(PHRASES.len() >= 120, "{}", PHRASES.len());
    for (at, Phrase { text, sign, .. }) in PHRASES.iter().enumerate() {
        assert!(text.len() > 7 && *text == text.to_ascii_lowercase(), "{text:?}");
        // One that holds another says nothing new, and must not say something else.
        let within = PHRASES[..at].iter().find(|other| text.contains(other.text));
        assert!(
            within.is_none_or(|other| other.sign == *sign),
            "{text:?}: {:?}",
            within.map(|one| one.text)
        );
        assert!(PHRASES[..at].iter().all(|other| other.text != *text), "{text:?} is there twice");
    }
}

#[test]
fn an_ordinary_line_of_a_log_is_no_phrase() {
    for line in [
        "2026-11-20 09:46:14 INFO Started order export, 200 OK in 512 ms",
        "GET /services/rest/record/v1/salesOrder?limit=100",
        "Certificate saved.",
        "The key was generated with 4096 bits.",
    ] {
        let found: Vec<_> =
            PHRASES.iter().filter(|one| line.to_lowercase().contains(one.text)).collect();
        assert!(found.is_empty(), "{line}: {:?}", found[0].text);
    }
}
