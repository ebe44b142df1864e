//! The evidence as JSON. Each line of the history is a line of the file, with nothing before or
//! after it, so that programs that hash whole lines need to know nothing of JSON.

use serde::Serialize;
use serde_json::{Value, json};
use time::OffsetDateTime;

use super::facts::{CertificateFacts, Facts, ListChange, ListFacts, member};
use crate::connection::Entry;
use crate::error::{Error, Result};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Document<'a> {
    format: &'static str,
    version: u32,
    #[serde(with = "time::serde::rfc3339")]
    saved_at: OffsetDateTime,
    connection: Value,
    certificates: &'a [CertificateFacts],
    netsuite_list: Option<&'a ListFacts>,
    netsuite_lists: &'a [ListChange<'a>],
    files: Vec<Value>,
    history: HistoryFacts,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct HistoryFacts {
    hash: &'static str,
    #[serde(with = "time::serde::rfc3339::option")]
    chain_since: Option<OffsetDateTime>,
    /// Entries that were written before the chain was kept.
    earlier_entries: usize,
    gaps: Vec<Value>,
    end: String,
}

/// The document, its history last.
pub(super) fn json(facts: &Facts<'_>) -> Result<String> {
    let unwritten = |_| Error::Unexpected("the evidence cannot be written as JSON");
    let head = serde_json::to_string_pretty(&document(facts)).map_err(unwritten)?;
    let head = head.strip_suffix("\n}").unwrap_or(&head);
    let lines: Vec<_> = facts.connection.history.iter().map(Entry::line).collect();
    Ok(format!("{head},\n  \"lines\": [\n{}\n]\n}}\n", lines.join("\n,\n")))
}

fn document<'a>(facts: &'a Facts<'_>) -> Document<'a> {
    let gaps = facts.chain.gaps.iter();
    let number = |index: Option<usize>| index.map(|index| index + 1);
    Document {
        format: FORMAT,
        version: 1,
        saved_at: facts.at,
        connection: connection(facts),
        certificates: &facts.certificates,
        netsuite_list: facts.list.as_ref(),
        netsuite_lists: &facts.lists,
        files: facts.files().map(|entry| file(facts, entry)).collect(),
        history: HistoryFacts {
            hash: HASH,
            chain_since: facts.chain.since,
            earlier_entries: facts.chain.earlier,
            gaps: gaps
                .map(|gap| json!({ "after": number(gap.after), "before": number(gap.before) }))
                .collect(),
            end: facts.connection.history.end().unwrap_or_default().to_owned(),
        },
    }
}

fn connection(facts: &Facts<'_>) -> Value {
    let of = facts.connection;
    let account = of.account.as_ref().map(|account| account.id.to_string());
    json!({
        "id": of.id.as_str(),
        "name": of.name,
        "practice": of.practice,
        "targetSystem": of.target.map(|target| target.label()),
        "accountId": account,
        "clientId": of.integration.client_id.as_ref().map(ToString::to_string),
        "application": of.integration.name,
        "scopes": of.integration.scopes,
        "entity": { "internalId": facts.identity.entity.id, "name": facts.identity.entity.name },
        "role": { "internalId": facts.identity.role.id, "name": facts.identity.role.name },
    })
}

/// What is in a line of the history already, gathered for whoever looks for files.
fn file(facts: &Facts<'_>, entry: &Entry) -> Value {
    let entries = &facts.connection.history;
    let number = entries.iter().position(|one| std::ptr::eq(one, entry)).map(|at| at + 1);
    json!({ "line": number, "what": entry.event.sentence(), "path": member(entry, "path") })
}

/// How a file of this kind begins.
pub(super) const BEGINNING: &str = "{\n  \"format\": \"certdesk-evidence\",";
const FORMAT: &str = "certdesk-evidence";
const HASH: &str = "Each element of \"lines\" is one line of this file. Its hash is the SHA-256 of that line in UTF-8, without the line break, in lower-case hexadecimal. \"previous\" is the hash of the line before, or 64 zeros in the first line. \"end\" is the hash of the last line.";
