//! The evidence as one printable page.

use maud::{Markup, html};
use time::OffsetDateTime;
use time::format_description::BorrowedFormatItem;
use time::macros::format_description;

use super::facts::{CertificateFacts, Facts};
use super::verification::commands;
use crate::connection::Gap;
use crate::handover::sheet::page::{Page, facts};
use crate::handover::sheet::{POLICY, day, party};
use crate::target::Target;

/// The page, which names the JSON beside it.
pub(super) fn html(evidence: &Facts<'_>, json: &str) -> String {
    let connection = evidence.connection;
    let page = Page {
        policy: POLICY,
        title: &format!("Evidence for {}", connection.name),
        subtitle: &format!("As of {}. All times are UTC.", moment(evidence.at)),
        style: STYLE,
    };
    page.render(&html! {
        p {
            "This is what Certdesk recorded about one connection to NetSuite, on one computer. It doesn’t contain private keys, tokens, or passphrases."
        }
        @if connection.practice {
            p { "This is a practice account: nothing in this evidence exists in NetSuite." }
        }
        (gaps(evidence))
        (connection_facts(evidence))
        (certificates(&evidence.certificates))
        (list(evidence))
        (files(evidence))
        (identities(evidence))
        (history(evidence))
        (verification(evidence, json))
        (limits())
    })
}

fn gaps(evidence: &Facts<'_>) -> Markup {
    let found = &evidence.chain.gaps;
    html! {
        @if found.is_empty() {
            p.intact { "When this was saved, the hash chain of the history had no gaps." }
        } @else {
            div.warning {
                p { "The hash chain of the history has gaps: something other than Certdesk changed the connection’s file." }
                ul { @for gap in found { li { (gap_sentence(*gap)) } } }
            }
        }
    }
}

fn gap_sentence(Gap { after, before }: Gap) -> String {
    match (after.map(|at| at + 1), before.map(|at| at + 1)) {
        (Some(after), Some(before)) => format!(
            "Entry {after} was changed, or entries between {after} and {before} were removed, added, or moved."
        ),
        (None, Some(_)) => {
            "Entries before entry 1 were removed, or entry 1 was added or moved.".into()
        }
        (Some(after), None) => {
            format!("Entry {after} was changed, or entries after it were removed or added.")
        }
        (None, None) => "All entries were removed.".into(),
    }
}

fn connection_facts(evidence: &Facts<'_>) -> Markup {
    let connection = evidence.connection;
    let account = connection.account.as_ref().map(|account| {
        let environment =
            if connection.practice { "practice" } else { account.id.environment().word() };
        format!("{} ({environment})", account.id)
    });
    let scopes: Vec<_> = connection.integration.scopes.iter().map(|s| s.as_str()).collect();
    let client_id = connection.integration.client_id.as_ref();
    html! {
        h2 { "Connection" }
        (facts(&[
            ("Client", connection.name.clone()),
            ("Target system", connection.target.map_or("", Target::label).to_owned()),
            ("Account ID", account.unwrap_or_default()),
            ("Entity", party(&evidence.identity.entity)),
            ("Role", party(&evidence.identity.role)),
            ("Application", connection.integration.name.clone()),
            ("Client ID", client_id.map_or_else(String::new, ToString::to_string)),
            ("Scopes", scopes.join(", ")),
        ]))
    }
}

fn certificates(certificates: &[CertificateFacts]) -> Markup {
    html! {
        h2 { "Certificates" }
        @if certificates.is_empty() { p { "None." } }
        @for one in certificates {
            h3.mono { (one.certificate_id) }
            (facts(&[
                ("Status", one.state.to_owned()),
                ("Certificate ID", confirmation(one).to_owned()),
                ("SHA-256 fingerprint", one.fingerprint_sha256.clone()),
                ("Serial number", one.serial.clone()),
                ("Subject", one.subject.clone()),
                ("Key", one.key.clone().unwrap_or_default()),
                ("Key held by", one.key_held_by.clone()),
                ("Valid from", day(one.valid_from)),
                ("Valid until", day(one.valid_until)),
                ("Added", one.since.map_or_else(String::new, moment)),
                ("Revoked", revocation(one)),
            ]))
        }
    }
}

const fn confirmation(one: &CertificateFacts) -> &'static str {
    if one.confirmed {
        "Confirmed by NetSuite"
    } else {
        "Predicted from the certificate, not confirmed by NetSuite"
    }
}

fn revocation(one: &CertificateFacts) -> String {
    let Some(at) = one.revoked_at else { return String::new() };
    let source = match one.revoked_according_to {
        Some("user") => "as the user reported",
        _ => "as NetSuite’s list shows",
    };
    format!("{}, {source}", moment(at))
}

/// The last list, and what each list before it showed that was different.
fn list(evidence: &Facts<'_>) -> Markup {
    html! {
        h2 { "NetSuite’s list of certificates" }
        @if let Some(list) = &evidence.list {
            p {
                "As NetSuite last showed or confirmed it on " (moment(list.as_of)) ": "
                (list.active) " of " (list.slots) " slots of the integration record in use."
            }
            @if !list.certificates.is_empty() {
                table {
                    thead { tr { th scope="col" { "Active certificate" } th scope="col" { "Key held by" } } }
                    tbody {
                        @for one in &list.certificates {
                            tr { td.mono { (one.certificate_id) } td { (one.key_held_by) } }
                        }
                    }
                }
            }
        } @else {
            p { "Certdesk hasn’t read the list for this connection." }
        }
        @if !evidence.lists.is_empty() {
            h3 { "Before and after each change" }
            table {
                thead { tr { th scope="col" { "As of" } th scope="col" { "Active certificates" } } }
                tbody {
                    @for list in &evidence.lists {
                        tr {
                            td.when { (moment(list.at)) }
                            td.mono {
                                @if list.active == 0 { "None" }
                                @for id in list.certificate_ids { div { (id) } }
                                @if list.active > list.certificate_ids.len() {
                                    div { "and " (list.active - list.certificate_ids.len()) " more" }
                                }
                            }
                        }
                    }
                }
            }
            p { "As NetSuite listed them, or confirmed them with an upload or a revocation. Only changes are shown." }
        }
    }
}

fn files(evidence: &Facts<'_>) -> Markup {
    let mut entries = evidence.files().peekable();
    html! {
        h2 { "Files saved and systems configured" }
        @if entries.peek().is_none() { p { "None." } } @else {
            table {
                thead { tr { th scope="col" { "When" } th scope="col" { "What" } } }
                tbody {
                    @for entry in entries {
                        tr { td.when { (moment(entry.at)) } td { (entry.event.sentence()) } }
                    }
                }
            }
            p { "Certdesk knows where a file was saved, but not who received it afterward." }
        }
    }
}

fn identities(evidence: &Facts<'_>) -> Markup {
    let mut entries = evidence.identified().peekable();
    html! {
        h2 { "Sign-ins and tokens" }
        @if entries.peek().is_none() { p { "NetSuite hasn’t named an entity or a role." } } @else {
            table {
                thead {
                    tr {
                        th scope="col" { "When" }
                        th scope="col" { "What" }
                        th scope="col" { "Entity" }
                        th scope="col" { "Role" }
                    }
                }
                tbody {
                    @for (entry, entity, role) in entries {
                        tr {
                            td.when { (moment(entry.at)) }
                            td { (entry.event.sentence()) }
                            td { (entity) }
                            td { (role) }
                        }
                    }
                }
            }
        }
        p { "Entity and role are as NetSuite named them. Certdesk doesn’t record who used this computer." }
    }
}

fn history(evidence: &Facts<'_>) -> Markup {
    html! {
        h2 { "History" }
        (since(evidence))
        ol.history {
            @for entry in evidence.connection.history.iter() {
                li {
                    span.time { (moment(entry.at)) } " " (entry.event.sentence())
                    div.hash { (entry.hash()) }
                }
            }
        }
    }
}

fn since(evidence: &Facts<'_>) -> Markup {
    let Some(at) = evidence.chain.since else { return html! {} };
    let earlier = evidence.chain.earlier;
    html! {
        @if earlier == 0 {
            p { "Certdesk has kept the hash chain since the first entry." }
        } @else {
            p {
                "Certdesk has kept the hash chain since " (moment(at)) ", when it added the entries up to number "
                (earlier) ". Whether someone changed those before that day, the chain can’t show."
            }
        }
        p { "Below each entry is its SHA-256 hash." }
    }
}

fn verification(evidence: &Facts<'_>, json: &str) -> Markup {
    html! {
        h2 { "How to verify the history" }
        p {
            "Each entry is one line of " b { (json) } ". The SHA-256 hash of a line is the “previous” value of the next one. The hash of the last line is the end hash:"
        }
        pre.hash id="end" { (evidence.connection.history.end().unwrap_or_default()) }
        p {
            "Run this command in the folder that contains the file. If it prints the end hash and nothing else, the lines are the ones Certdesk saved, in the same order."
        }
        @for command in commands(json) {
            h3 { (command.system) }
            pre { (command.text) }
        }
    }
}

fn limits() -> Markup {
    html! {
        h2 { "What the hash chain can’t show" }
        ul {
            li { "Someone who can change the connection’s file can also rewrite the whole chain, with new hashes." }
            li { "Someone can cut off entries at the end and replace the end hash." }
            li { "Times come from this computer’s clock." }
            li { "Anything done without Certdesk isn’t in the history. For that, see the Login Audit Trail and the system notes in NetSuite." }
        }
        p {
            "Against the first two, give the end hash to someone else today, such as your auditor. In every evidence saved later, it’s still the hash of the same entry, unless someone has changed that entry or one before it."
        }
    }
}

fn moment(at: OffsetDateTime) -> String {
    // Cannot fail: a date and a time have all these parts.
    at.to_utc().format(MOMENT).unwrap_or_default()
}

const STYLE: &str = include_str!("page.css");
const MOMENT: &[BorrowedFormatItem<'_>] =
    format_description!("[month repr:short] [day padding:none], [year], [hour]:[minute]:[second]");
