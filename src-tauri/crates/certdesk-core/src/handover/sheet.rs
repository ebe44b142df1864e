//! The client handout: one printable page that says which system acts as whom in NetSuite, with
//! which certificate, until when, and how to replace it in time. It is for people who don't have
//! Certdesk, contains no secret, and loads nothing.

pub(crate) mod page;

use maud::{Markup, html};
use netsuite_client::Environment;
use netsuite_keys::key::KeyType;
use time::format_description::BorrowedFormatItem;
use time::macros::format_description;
use time::{Duration, OffsetDateTime};

use crate::connection::{Connection, Credential, Event};
use crate::error::{ConnectionError, Error, Result};
use crate::netsuite::identity::{Fit, Identity, Party};
use crate::step::Step;
use crate::target::Target;
use page::{Page, facts};

/// The handout as one HTML document; without a credential it is about the one in use.
///
/// # Errors
/// [`ConnectionError::StepNotReady`] for the step that gives what is missing, or what is wrong with the
/// certificate.
pub fn html(
    connection: &Connection,
    credential: Option<&Credential>,
    token_url: &str,
    now: OffsetDateTime,
) -> Result<String> {
    let missing = |step| Error::Connection(ConnectionError::StepNotReady { step });
    let target = connection.target.ok_or(missing(Step::Target))?;
    let account = &connection.account.as_ref().ok_or(missing(Step::Account))?.id;
    let credential = credential.or_else(|| connection.working()).ok_or(missing(Step::Key))?;
    let until = credential.ends_at()?;
    let environment = if connection.practice { "practice" } else { account.environment().word() };
    let certificate = certificate(connection, credential, target)?;

    let page = Page {
        policy: POLICY,
        title: &format!("NetSuite access for {}", system(target)),
        subtitle: &format!(
            "{}, {environment} account {account}. As of {}.",
            connection.name,
            day(now)
        ),
        style: "",
    };
    Ok(page.render(&html! {
        (access(connection, target, &account.to_string(), token_url))
        (certificate)
        (renewal(target, until))
        (dangers(account.environment()))
        @if connection.practice {
            p { "This is a practice account: nothing on this handout exists in NetSuite." }
        }
    }))
}

/// Which system gets tokens, and as whom.
fn access(connection: &Connection, target: Target, account: &str, token_url: &str) -> Markup {
    let Identity { entity, role } = Identity::of(connection);
    let scopes: Vec<_> = connection.integration.scopes.iter().map(|s| s.as_str()).collect();
    let client_id = connection.integration.client_id.as_ref();
    let warnings = [warning("entity", &entity), warning("role", &role)];
    html! {
        h2 { "Access" }
        (facts(&[
            ("Target system", target.label().to_owned()),
            ("Account ID", account.to_owned()),
            ("Entity", party(&entity)),
            ("Role", party(&role)),
            ("Application", connection.integration.name.clone()),
            ("Client ID", client_id.map_or_else(String::new, ToString::to_string)),
            ("Scopes", scopes.join(", ")),
            ("Token URL", token_url.to_owned()),
        ]))
        @for warning in warnings.iter().flatten() { p.warning { (warning) } }
        p { "NetSuite lists this mapping of entity, role, application, and certificate under:" }
        p.path { (MAPPINGS) }
    }
}

fn certificate(connection: &Connection, credential: &Credential, target: Target) -> Result<Markup> {
    let certificate = credential.certificate()?;
    let until = credential.ends_at()?;
    Ok(html! {
        h2 { "Certificate" }
        (facts(&[
            ("Certificate ID", credential.certificate_id().to_string()),
            ("Valid from", day(certificate.not_before())),
            ("Valid until", day(until)),
            ("Key", format!("{}, {}", key_name(credential.key_type), credential.algorithm)),
            ("Subject", certificate.subject()),
            ("SHA-256 fingerprint", certificate.fingerprint()),
            ("Created", day(credential.created_at)),
            ("Last tested", last_token(connection, credential)),
            ("Target configured", connection.handed_over_at.map_or_else(String::new, day)),
        ]))
        p {
            "This handout doesn’t contain the private key. " (capital(system(target)))
            " has it, and whoever created it may still have it in a keychain. NetSuite never receives it."
        }
    })
}

/// What to do before the certificate expires.
fn renewal(target: Target, until: OffsetDateTime) -> Markup {
    let system = system(target);
    html! {
        h2 { "Replace it before " (day(until)) }
        p {
            "After that, NetSuite refuses its token requests. NetSuite emails only Administrators: two months, one month, and 14 days before. Start by "
            (day(until - BEGIN)) "."
        }
        ol {
            li { "Create a new key pair and certificate. A certificate can’t be renewed: NetSuite needs a new mapping." }
            li { "Have an administrator create the mapping with the same entity, role, and application, and send back its Certificate ID. An integration record can have five active certificates." }
            li { "In " (system) ": " (target.recipe().renewal) }
            li { "Check that " (system) " gets a token with the new values." }
            li { "Only then revoke the old mapping, or let it expire." }
        }
    }
}

/// What can end the access sooner.
fn dangers(environment: Environment) -> Markup {
    html! {
        h2 { "What can stop it earlier" }
        ul {
            li { "Reset Credentials on the integration record: it creates a new Client ID, and every system that uses the old one stops." }
            @if environment == Environment::Sandbox {
                li { "A sandbox refresh: it clears all mappings, so you need new ones." }
            }
            li { "Revoking the mapping, or making the role or entity inactive." }
            li { "A leaked private key: anyone who has it can act as this entity. Revoke the mapping at once and create a new key pair." }
        }
    }
}

/// NetSuite's own name. A name that somebody entered is marked as expected.
pub(crate) fn party(party: &Party) -> String {
    match (&party.id, &party.name, &party.expected) {
        (Some(id), Some(name), _) => format!("{name} (internal ID {id})"),
        (Some(id), None, Some(expected)) => {
            format!("Internal ID {id} (expected: {expected}; not verified)")
        }
        (Some(id), None, None) => format!("Internal ID {id}"),
        (None, _, Some(expected)) => format!("{expected} (expected; not verified by a token yet)"),
        (None, _, None) => String::new(),
    }
}

fn warning(which: &str, party: &Party) -> Option<String> {
    let expected = party.expected.as_deref().unwrap_or_default();
    match party.fit {
        Fit::Administrator => Some(
            "This connection acts as Administrator: anyone with the private key can do everything in this account. Oracle advises against that: map the certificate to a separate role."
                .to_owned(),
        ),
        Fit::Differs => Some(format!(
            "NetSuite’s {which} is {}, not {expected} as expected. Check the mapping before you rely on it.",
            party.name.as_deref().unwrap_or_default()
        )),
        _ => None,
    }
}

fn system(target: Target) -> &'static str {
    if target.is_other() { "the target system" } else { target.label() }
}

fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

pub(crate) const fn key_name(kind: KeyType) -> &'static str {
    match kind {
        KeyType::Rsa3072 => "RSA-3072",
        KeyType::Rsa4096 => "RSA-4096",
        KeyType::P256 => "EC P-256",
        KeyType::P384 => "EC P-384",
        KeyType::P521 => "EC P-521",
    }
}

/// When NetSuite last issued a token for it in Certdesk. Certdesk doesn't know when the target system got one.
fn last_token(connection: &Connection, credential: &Credential) -> String {
    let id = credential.certificate_id();
    let received = connection.history.iter().rev().find(
        |entry| matches!(&entry.event, Event::TokenReceived { certificate_id, .. } if certificate_id == id),
    );
    received.map_or_else(String::new, |entry| format!("{}, in Certdesk", day(entry.at)))
}

pub(crate) fn day(at: OffsetDateTime) -> String {
    // Cannot fail: a date has all these parts.
    at.to_utc().format(DAY).unwrap_or_default()
}

/// NetSuite sends its first email two months before a certificate expires (facts A.1).
const BEGIN: Duration = Duration::days(60);
const DAY: &[BorrowedFormatItem<'_>] =
    format_description!("[month repr:short] [day padding:none], [year]");
const MAPPINGS: &str =
    "Setup > Integration > Manage Authentication > OAuth 2.0 Client Credentials (M2M) Setup";
/// Nothing is loaded and nothing runs, whatever a name on the handout may be.
pub(crate) const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

#[cfg(test)]
mod tests;
