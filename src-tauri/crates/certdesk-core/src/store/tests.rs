use super::*;
use std::fs;

use crate::connection::Event;
use crate::handover::secret_store::SecretStore;

fn connection(name: &str) -> Connection {
    Connection::new(name, false, OffsetDateTime::UNIX_EPOCH).unwrap()
}

fn store() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::new(folder.path().join("connections"));
    (folder, store)
}

/// A store with a connection that an earlier version wrote, and that connection. `change` makes of
/// its JSON what that version's was.
fn written_by(
    schema: u32,
    change: impl FnOnce(&mut Value),
) -> (tempfile::TempDir, Store, Connection) {
    let (folder, store) = store();
    let written = connection("Northwind Traders");
    store.create(&written).unwrap();
    let path = store.path(&written.id);
    let mut document: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    document["schemaVersion"] = schema.into();
    change(&mut document["connection"]);
    fs::write(&path, document.to_string()).unwrap();
    (folder, store, written)
}

/// A member that it has is taken out.
fn remove(object: &mut Value, member: &str) {
    object.as_object_mut().unwrap().remove(member).unwrap();
}

fn note(store: &Store, connection: &Connection, event: &Event) {
    let add = |connection: &mut Connection| {
        connection.note(OffsetDateTime::UNIX_EPOCH, event.clone());
        Ok(())
    };
    store.update(&connection.id, add).unwrap();
}

#[test]
fn a_store_that_was_never_used_is_empty() {
    let (_folder, store) = store();
    assert!(store.list().unwrap().connections.is_empty());
}

#[test]
fn whatever_a_client_is_called_its_document_opens_again_and_its_files_have_valid_names() {
    let (_folder, store) = store();
    let long = "Northwind ".repeat(30);
    let names =
        ["CON", "a/b", "..", "NUL.txt", "a<b>:|?*\"", "🚀🚀", "שלום עולם", "\u{202e}txt", &long];
    for name in names {
        let Ok(written) = Connection::new(name, false, OffsetDateTime::UNIX_EPOCH) else {
            assert_eq!(name, long, "only a long name is refused");
            continue;
        };
        store.create(&written).unwrap();
        assert_eq!(store.read(&written.id).unwrap().name, written.name);
        let file = written.file_name("public.pem");
        assert!(file.ends_with("public.pem") && file.len() <= local_files::LONGEST_NAME);
        // A folder of this system takes it; that the others do is the crate's own test.
        fs::write(store.0.folder().join(&file), "").unwrap();
    }
}

#[test]
fn a_connection_comes_back_as_it_was_written() {
    let (_folder, store) = store();
    let written = connection("Northwind Traders");
    store.create(&written).unwrap();
    let read = store.read(&written.id).unwrap();
    assert_eq!(serde_json::to_value(read).unwrap(), serde_json::to_value(written).unwrap());
}

#[test]
fn a_failed_change_leaves_the_document_as_it_was() {
    let (_folder, store) = store();
    let written = connection("Northwind Traders");
    store.create(&written).unwrap();
    let failed = store.update(&written.id, |connection| {
        connection.name = "Something else".into();
        Err::<(), _>(Error::Cancelled)
    });
    assert!(matches!(failed, Err(Error::Cancelled)));
    assert_eq!(store.read(&written.id).unwrap().name, "Northwind Traders");
}

#[test]
fn a_document_of_a_newer_version_is_reported_and_left_alone() {
    let (_folder, store) = store();
    let written = connection("Northwind Traders");
    store.create(&written).unwrap();
    let path = store.0.path(written.id.as_str());
    let newer = r#"{"schemaVersion":10,"connection":{"shape":"unknown"}}"#;
    fs::write(&path, newer).unwrap();

    let contents = store.list().unwrap();
    assert!(
        matches!(&contents.unreadable[..], [Error::Document(DocumentError::Newer { path: named })] if *named == path)
    );
    assert!(matches!(
        store.update(&written.id, |_| Ok(())),
        Err(Error::Document(DocumentError::Newer { .. }))
    ));
    assert_eq!(fs::read_to_string(&path).unwrap(), newer);
}

#[test]
fn a_document_that_schema_3_wrote_is_read_by_this_version() {
    let (_folder, store, written) = written_by(3, |connection| remove(connection, "names"));
    assert_eq!(store.read(&written.id).unwrap().names, Default::default());
}

#[test]
fn a_document_that_schema_4_wrote_is_read_by_this_version_and_signs_in_by_the_apps_scheme() {
    let (_folder, store, written) =
        written_by(4, |connection| remove(&mut connection["integration"], "redirectPage"));
    assert_eq!(store.read(&written.id).unwrap().integration.redirect_page, None);
}

#[test]
fn a_document_that_schema_5_wrote_is_read_and_its_history_chained_with_the_first_change() {
    let (_folder, store, written) = written_by(5, |connection| {
        connection["history"] = serde_json::json!([
            { "at": "2025-03-01T08:00:00Z", "event": { "kind": "created" } },
            { "at": "2025-03-01T08:05:00Z", "event": { "kind": "token-received", "certificateId": "eSg4wKD3NSVzuxe4vwZEJOuwBcClZTGmAMZqC54nYzQ" } },
        ]);
    });

    let read = store.read(&written.id).unwrap();
    let before = crate::connection::Chain { since: None, earlier: 2, gaps: vec![] };
    assert_eq!((read.history.end(), read.history.chain()), (None, before));
    store.update(&written.id, |_| Ok(())).unwrap();
    let chained = store.read(&written.id).unwrap().history;
    let chain = chained.chain();
    assert_eq!((chain.earlier, &chain.gaps[..], chained.len()), (2, &[][..], 3));
    assert_eq!(chained[2].event, Event::ChainStarted);
    assert_eq!(chain.since, Some(chained[2].at));
    // Only once.
    store.update(&written.id, |_| Ok(())).unwrap();
    assert_eq!(store.read(&written.id).unwrap().history, chained);
}

#[test]
fn a_document_that_schema_6_wrote_is_read_and_has_made_no_calls() {
    let (_folder, store, written) = written_by(6, |connection| remove(connection, "calls"));
    assert!(store.read(&written.id).unwrap().calls.is_empty());
}

#[test]
fn the_calls_that_schema_7_writes_are_read() {
    let call = |read: &str, outcome: Value| {
        serde_json::json!({
            "at": "2026-11-28T09:00:00Z", "read": read, "subject": "customer",
            "credential": "0123456789abcdef0123456789abcdef", "outcome": outcome,
        })
    };
    let (_folder, store, written) = written_by(7, |connection| {
        connection["calls"] = serde_json::json!([
            call("metadata", serde_json::json!({ "kind": "works" })),
            call(
                "query",
                serde_json::json!({
                    "kind": "refused", "status": 403, "code": "INSUFFICIENT_PERMISSION",
                    "cause": "workbook-permission-missing",
                })
            ),
            call("restlet", serde_json::json!({ "kind": "failed", "cause": null })),
        ]);
    });
    let calls = store.read(&written.id).unwrap().calls;
    assert!(calls.len() == 3 && calls[0].works() && calls[1].cause().is_some(), "{calls:?}");
}

#[test]
fn a_document_that_schema_7_wrote_is_read_and_a_key_that_schema_8_stored_stays_in_its_history() {
    let (_folder, store, written) = written_by(7, |_| ());
    let event = Event::KeyStored {
        certificate_id: netsuite_keys::certificate::CertificateId::predict(b"any"),
        store: SecretStore::OpenBao,
        location: "secret/northwind, field private_key, at https://bao.example.com".into(),
        compared: true,
    };
    note(&store, &written, &event);
    let history = store.read(&written.id).unwrap().history;
    assert_eq!(history.iter().last().unwrap().event, event);
    assert!(
        event.sentence().starts_with(
            "Private key stored in OpenBao: secret/northwind, field private_key, at \
             https://bao.example.com ("
        ),
        "{}",
        event.sentence()
    );
}

#[test]
fn a_document_that_schema_8_wrote_is_read_and_what_schema_9_says_of_a_store_stays_in_its_history() {
    let (_folder, store, written) = written_by(8, |_| ());
    let certificate_id = netsuite_keys::certificate::CertificateId::predict(b"any");
    let location = "secret/northwind, field private_key".to_owned();
    let started = Event::KeyStoringStarted {
        certificate_id: certificate_id.clone(),
        store: SecretStore::Vault,
        location: location.clone(),
    };
    let refused = Event::KeyNotStored { certificate_id, store: SecretStore::Vault, location };
    for event in [&started, &refused] {
        note(&store, &written, event);
    }
    let history = store.read(&written.id).unwrap().history;
    let last: Vec<_> = history.iter().rev().take(2).map(|entry| entry.event.clone()).collect();
    assert_eq!(last, [refused, started]);
    assert!(
        last[1].sentence().starts_with(
            "Storing the private key in HashiCorp Vault started: secret/northwind, field \
             private_key ("
        ),
        "{}",
        last[1].sentence()
    );
}

#[test]
fn a_document_of_the_first_version_is_read_and_written_back_as_the_present_one() {
    let (_folder, store, written) = written_by(1, |connection| remove(connection, "rotation"));
    let path = store.path(&written.id);
    assert!(store.read(&written.id).unwrap().rotation.is_none());
    store.update(&written.id, |_| Ok(())).unwrap();
    assert!(fs::read_to_string(&path).unwrap().contains("\"schemaVersion\": 9"));
}

#[test]
fn a_damaged_document_does_not_hide_the_others() {
    let (_folder, store) = store();
    let (good, bad) = (connection("Good"), connection("Bad"));
    store.create(&good).unwrap();
    store.create(&bad).unwrap();
    fs::write(store.0.path(bad.id.as_str()), "{\"schemaVersion\":1,\"conn").unwrap();

    let contents = store.list().unwrap();
    assert_eq!(contents.connections.len(), 1);
    assert!(matches!(&contents.unreadable[..], [Error::Document(DocumentError::Damaged { .. })]));
}

#[test]
fn many_documents_are_all_read_and_the_unreadable_among_them_told() {
    let (_folder, store) = store();
    let written: Vec<_> = (0..200).map(|n| connection(&format!("Client {n:03}"))).collect();
    for connection in &written {
        store.create(connection).unwrap();
    }
    for damaged in &written[..7] {
        fs::write(store.path(&damaged.id), "{\"schemaVersion\":1,\"conn").unwrap();
    }
    let contents = store.list().unwrap();
    let names: Vec<_> = contents.connections.iter().map(|connection| &connection.name).collect();
    let expected: Vec<_> = written[7..].iter().map(|connection| &connection.name).collect();
    assert_eq!(names, expected);
    assert_eq!(contents.unreadable.len(), 7);
}

#[test]
fn a_document_is_read_whatever_comes_first_in_it() {
    let (_folder, store) = store();
    let written = connection("Northwind Traders");
    store.create(&written).unwrap();
    let path = store.path(&written.id);
    let document: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    let (version, connection) = (&document["schemaVersion"], &document["connection"]);
    let text = format!(r#"{{"note":[1],"connection":{connection},"schemaVersion":{version}}}"#);
    fs::write(&path, text).unwrap();
    assert_eq!(store.read(&written.id).unwrap().name, "Northwind Traders");
}

#[test]
fn a_member_that_this_version_does_not_know_is_refused_rather_than_dropped() {
    let (_folder, store) = store();
    let written = connection("Northwind Traders");
    store.create(&written).unwrap();
    let path = store.0.path(written.id.as_str());
    let text = fs::read_to_string(&path).unwrap().replacen(
        "\"practice\"",
        "\"unheardOf\": 1, \"practice\"",
        1,
    );
    fs::write(&path, text).unwrap();
    assert!(matches!(store.read(&written.id), Err(Error::Document(DocumentError::Damaged { .. }))));
}

#[test]
fn a_target_without_a_kit_is_named_and_its_document_left_alone() {
    let (_folder, store) = store();
    let written = connection("Northwind Traders");
    store.create(&written).unwrap();
    let path = store.0.path(written.id.as_str());
    let text = fs::read_to_string(&path).unwrap();
    let text = text.replacen("\"target\": null", "\"target\": \"teleporter\"", 1);
    fs::write(&path, &text).unwrap();
    let read = store.read(&written.id);
    assert!(
        matches!(&read, Err(Error::Document(DocumentError::TargetUnknown { target, .. })) if target == "teleporter"),
        "{read:?}"
    );
    assert!(store.update(&written.id, |_| Ok(())).is_err());
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
}

#[test]
fn connections_of_the_first_three_targets_are_read_as_before() {
    let (_folder, store) = store();
    for (name, label) in
        [("alumio", "Alumio"), ("suitecloud-cli", "SuiteCloud CLI"), ("other", "Another system")]
    {
        let written = connection(label);
        store.create(&written).unwrap();
        let path = store.0.path(written.id.as_str());
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.replacen("\"target\": null", &format!("\"target\": \"{name}\""), 1))
            .unwrap();
        assert_eq!(store.read(&written.id).unwrap().target.unwrap().label(), label);
    }
}

#[test]
fn changes_from_many_threads_are_all_kept() {
    let (_folder, store) = store();
    let written = connection("Northwind Traders");
    store.create(&written).unwrap();
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                let add = |connection: &mut Connection| {
                    connection.pending_keys.push(crate::vault::EntryName::random());
                    Ok(())
                };
                store.update(&written.id, add).unwrap();
            });
        }
    });
    assert_eq!(store.read(&written.id).unwrap().pending_keys.len(), 8);
}
