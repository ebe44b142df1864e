use netsuite_keys::certificate::CertificateId;
use serde_json::{Value, json};
use time::macros::datetime;

use super::*;

const AT: OffsetDateTime = datetime!(2026-11-21 12:00 UTC);

/// Six entries, with everything that JSON escapes.
fn history() -> History {
    let mut history = History::default();
    history.add(AT, Event::Created);
    history.add(AT, Event::ClientIdSet);
    let certificate_id = CertificateId::predict(b"any");
    history.add(AT, Event::CertificateMade { certificate_id: certificate_id.clone() });
    let path = "C:\\Users\\Łódź\\\"two\"\r\nlines\u{1}\u{7f}\u{2028}🔑.pem".to_owned();
    history.add(AT, Event::CertificateSaved { path });
    let (role, entity) = (Some("1042".to_owned()), None);
    history.add(AT, Event::TokenReceived { certificate_id, role, entity });
    history.add(AT, Event::RotationAbandoned);
    history
}

/// What is read after somebody has changed what is stored.
fn read_after(change: impl FnOnce(&mut Value)) -> History {
    let mut stored = serde_json::to_value(history()).unwrap();
    change(&mut stored);
    serde_json::from_value(stored).unwrap()
}

fn gaps_after(change: impl FnOnce(&mut Vec<Value>)) -> Vec<(Option<usize>, Option<usize>)> {
    let read = read_after(|stored| change(stored["entries"].as_array_mut().unwrap()));
    places(&read)
}

fn places(history: &History) -> Vec<(Option<usize>, Option<usize>)> {
    history.chain().gaps.iter().map(|gap| (gap.after, gap.before)).collect()
}

#[test]
fn a_history_comes_back_as_it_was_written_and_its_chain_has_no_gap() {
    let written = history();
    let pretty = serde_json::to_string_pretty(&written).unwrap();
    let read: History = serde_json::from_str(&pretty).unwrap();
    assert_eq!(read, written);
    assert_eq!(read.chain(), Chain { since: Some(AT), earlier: 0, gaps: vec![] });
    assert!(read.iter().all(|entry| !entry.line().contains('\n')));
}

#[test]
fn the_line_of_an_entry_and_its_hash_stay_as_they_were_in_every_later_version() {
    let history = history();
    assert_eq!(history[3].line(), LINE);
    assert_eq!(history[3].hash(), HASH);
    assert_eq!(history[4].previous(), Some(HASH));
}

/// A line as the first version with a chain wrote it. What `sha256sum` prints for it is below.
const LINE: &str = "{\"previous\":\"2c0b62215ef476900b08bc3b41bc370b2d0476651d2e9455541589ddd418fbe2\",\"at\":\"2026-11-21T12:00:00Z\",\"event\":{\"kind\":\"certificate-saved\",\"path\":\"C:\\\\Users\\\\Łódź\\\\\\\"two\\\"\\r\\nlines\\u0001\u{7f}\u{2028}🔑.pem\"}}";
const HASH: &str = "c8ed0c9b427ed2d5187759f199e5030efe4c71f437e495199ff2e91506193dea";

#[test]
fn a_member_that_a_later_version_adds_to_an_event_leaves_old_lines_as_they_are() {
    // A token of schema 5 names no role; this version gives it one, which is none.
    let stored = json!([
        { "event": { "certificateId": "eSg4wKD3NSVzuxe4vwZEJOuwBcClZTGmAMZqC54nYzQ", "kind": "token-received" }, "at": "2025-03-01T08:05:00Z" },
    ]);
    let mut read: History = serde_json::from_value(stored).unwrap();
    read.start_chain(AT);
    let line = format!(
        "{{\"previous\":\"{BEFORE_THE_FIRST}\",\"event\":{{\"certificateId\":\"eSg4wKD3NSVzuxe4vwZEJOuwBcClZTGmAMZqC54nYzQ\",\"kind\":\"token-received\"}},\"at\":\"2025-03-01T08:05:00Z\"}}"
    );
    assert_eq!(read[0].line(), line);
    assert_eq!((read.chain().earlier, read.chain().since), (1, Some(AT)));
    assert_eq!(places(&read), []);
}

#[test]
fn a_changed_entry_is_found() {
    let gaps = gaps_after(|entries| entries[3]["event"]["path"] = "/home/mira/public.pem".into());
    assert_eq!(gaps, [(Some(3), Some(4))]);
    let gaps = gaps_after(|entries| entries[0]["at"] = "2026-11-21T12:00:01Z".into());
    assert_eq!(gaps, [(Some(0), Some(1))]);
    let gaps = gaps_after(|entries| entries[5]["at"] = "2026-11-21T12:00:01Z".into());
    assert_eq!(gaps, [(Some(5), None)], "the last one, by the end that is stored");
}

#[test]
fn removed_added_and_swapped_entries_are_found() {
    assert_eq!(gaps_after(|entries| drop(entries.remove(2))), [(Some(1), Some(2))]);
    assert_eq!(gaps_after(|entries| drop(entries.remove(0))), [(None, Some(0))]);
    assert_eq!(gaps_after(|entries| drop(entries.pop())), [(Some(4), None)]);
    assert_eq!(gaps_after(Vec::clear), [(None, None)]);
    let added = gaps_after(|entries| entries.insert(2, entries[1].clone()));
    assert_eq!(added, [(Some(1), Some(2))]);
    let swapped = gaps_after(|entries| entries.swap(1, 2));
    let places = [0, 1, 2].map(|place| (Some(place), Some(place + 1)));
    assert_eq!(swapped, places);
}

#[test]
fn whatever_stands_for_a_hash_is_read_and_is_a_gap() {
    for other in [json!(7), json!(null), json!("abc"), json!({ "a": [] })] {
        let gaps = gaps_after(|entries| entries[2]["previous"] = other.clone());
        assert_eq!(gaps, [(Some(1), Some(2)), (Some(2), Some(3))], "{other}");
        let read = read_after(|stored| stored["end"] = other.clone());
        assert_eq!(places(&read), [(Some(5), None)], "{other}");
    }
    let read = read_after(|stored| drop(stored.as_object_mut().unwrap().remove("end")));
    assert_eq!(places(&read), [(Some(5), None)]);
    let read = read_after(|stored| drop(stored.as_object_mut().unwrap().remove("entries")));
    assert_eq!(places(&read), [(None, None)]);
    let read = read_after(|stored| *stored = stored["entries"].take());
    assert_eq!(places(&read), [(Some(5), None)], "hashes without their end");
}

#[test]
fn a_gap_stays_whatever_is_added_and_written_afterwards() {
    let mut read = read_after(|stored| {
        stored["entries"][5]["at"] = "2026-11-21T12:00:01Z".into();
        stored["entries"][1]["event"] = json!({ "kind": "mapping-gone" });
    });
    read.add(AT, Event::ClientIdSet);
    read.start_chain(AT);
    let again: History = serde_json::from_value(serde_json::to_value(&read).unwrap()).unwrap();
    assert_eq!(again.len(), 7);
    assert_eq!(places(&again), [(Some(1), Some(2)), (Some(5), Some(6))]);
}

#[test]
fn a_history_that_was_stored_before_the_chain_is_written_as_it_was_until_the_chain_starts() {
    let stored = json!([{ "at": "2025-03-01T08:00:00Z", "event": { "kind": "created" } }]);
    let mut read: History = serde_json::from_value(stored.clone()).unwrap();
    assert_eq!(serde_json::to_value(&read).unwrap(), stored);
    read.add(AT, Event::ClientIdSet);
    let events: Vec<_> = read.iter().map(|entry| &entry.event).collect();
    assert_eq!(events, [&Event::Created, &Event::ChainStarted, &Event::ClientIdSet]);
    assert_eq!(read.chain(), Chain { since: Some(AT), earlier: 1, gaps: vec![] });
}

#[test]
fn a_member_beside_entries_and_end_is_refused_rather_than_dropped() {
    let mut stored = serde_json::to_value(history()).unwrap();
    stored["unheardOf"] = 1.into();
    let refused = serde_json::from_value::<History>(stored).unwrap_err();
    assert!(refused.to_string().contains("unheardOf"), "{refused}");
}
