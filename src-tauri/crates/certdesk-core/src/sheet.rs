//! The sheet for the client: one printable page that says who acts as whom in NetSuite, with which
//! certificate, until when, and what to do before it ends. It is for people who do not have
//! Certdesk, holds nothing secret, and fetches nothing.

pub(crate) mod page;

use netsuite_client::Environment;
use time::format_description::BorrowedFormatItem;
use time::macros::format_description;
use time::{Duration, OffsetDateTime};

use crate::connection::{Connection, Credential, Event};
use crate::error::{ConnectionError, Error, Result};
use crate::identity::{Fit, Identity, Party};
use crate::step::Step;
use crate::target::Target;
use page::Page;

/// The sheet as one HTML document; without a credential it is about the one in use.
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
    let certificate = credential.certificate()?;
    let until = credential.ends_at()?;
    let environment = if connection.practice { "practice" } else { account.environment().word() };

    let mut sheet = Page::default();
    sheet.head(
        POLICY,
        &format!("NetSuite access for {}", system(target)),
        &format!("{}, {environment} account {account}. As of {}.", connection.name, day(now)),
    );
    sheet.section("Who fetches tokens, and as whom");
    let Identity { entity, role } = Identity::of(connection);
    let scopes: Vec<_> = connection.integration.scopes.iter().map(|s| s.as_str()).collect();
    let client_id = connection.integration.client_id.as_ref();
    sheet.facts(&[
        ("System", target.label().to_owned()),
        ("Account ID", account.to_string()),
        ("Entity", party(&entity)),
        ("Role", party(&role)),
        ("Application", connection.integration.name.clone()),
        ("Client ID", client_id.map_or_else(String::new, ToString::to_string)),
        ("Scopes", scopes.join(", ")),
        ("Token URL", token_url.to_owned()),
    ]);
    for (name, party) in [("entity", &entity), ("role", &role)] {
        if let Some(warning) = warning(name, party) {
            sheet.warning(&warning);
        }
    }
    sheet.text(
        "Entity, role, application and certificate together are one mapping, listed in NetSuite under",
    );
    sheet.path(MAPPINGS);

    sheet.section("The certificate");
    sheet.facts(&[
        ("Certificate ID", credential.certificate_id().to_string()),
        ("Valid from", day(certificate.not_before())),
        ("Valid until", day(until)),
        ("Key", format!("{}, {}", certificate_key(credential), credential.algorithm)),
        ("Name in it", certificate.subject()),
        ("SHA-256 fingerprint", certificate.fingerprint()),
        ("Made", day(credential.created_at)),
        ("Last token", last_token(connection, credential)),
        ("Handed over", connection.handed_over_at.map_or_else(String::new, day)),
    ]);
    sheet.text(&format!(
        "The private key that belongs to it is not on this sheet. {} has it, and whoever made it may keep it in a keychain. NetSuite has never received it.",
        capital(system(target))
    ));

    sheet.section(&format!("Before {}", day(until)));
    sheet.text(&format!(
        "From then on NetSuite refuses its token requests. NetSuite mails all Administrators two months, one month and 14 days before; nobody else is told. Begin by {}.",
        day(until - BEGIN)
    ));
    let renewal = target.recipe().renewal.clone();
    sheet.steps(&[
        "Make a new key and a new certificate. A certificate cannot be renewed: NetSuite needs a new mapping.".to_owned(),
        "Let an Administrator create the mapping for the same entity, role and application, and read back its Certificate ID. An integration record can have five active certificates.".to_owned(),
        format!("In {}: {renewal}", system(target)),
        format!("See that {} fetches a token with the new values.", system(target)),
        "Only then revoke the old mapping, or leave it until it runs out.".to_owned(),
    ]);

    sheet.section("What would break it sooner");
    let mut dangers = vec![
        "Reset Credentials on the integration record: it makes a new Client ID, and every system that uses the old one stops.".to_owned(),
        "Revoking the mapping, or making the role or the entity inactive.".to_owned(),
        "Anybody else who gets the private key can act as this entity. Then revoke the mapping at once and make a new pair.".to_owned(),
    ];
    if account.environment() == Environment::Sandbox {
        dangers.insert(
            1,
            "A refresh of the sandbox: it clears all mappings, which have to be made anew."
                .to_owned(),
        );
    }
    sheet.list(&dangers);
    if connection.practice {
        sheet.text("This is a practice account: nothing on this sheet exists in NetSuite.");
    }
    Ok(sheet.end())
}

/// NetSuite's own words. A name that somebody typed is told as what it is.
fn party(party: &Party) -> String {
    match (&party.id, &party.name, &party.expected) {
        (Some(id), Some(name), _) => format!("{name} (internal ID {id})"),
        (Some(id), None, Some(expected)) => {
            format!("Internal ID {id}; expected to be {expected}, not compared")
        }
        (Some(id), None, None) => format!("Internal ID {id}"),
        (None, _, Some(expected)) => format!("{expected}, as expected; no token has shown it yet"),
        (None, _, None) => String::new(),
    }
}

fn warning(which: &str, party: &Party) -> Option<String> {
    let expected = party.expected.as_deref().unwrap_or_default();
    match party.fit {
        Fit::Administrator => Some(
            "It acts as Administrator: whoever has the private key can do everything in this account. Oracle advises against that. Map the certificate to a role of its own."
                .to_owned(),
        ),
        Fit::Differs => Some(format!(
            "NetSuite's {which} is {}, not {expected} as expected. Check the mapping before you rely on it.",
            party.name.as_deref().unwrap_or_default()
        )),
        _ => None,
    }
}

fn system(target: Target) -> &'static str {
    if target.is_other() { "the other system" } else { target.label() }
}

fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

fn certificate_key(credential: &Credential) -> &'static str {
    use netsuite_keys::key::KeyType;
    match credential.key_type {
        KeyType::Rsa3072 => "RSA-3072",
        KeyType::Rsa4096 => "RSA-4096",
        KeyType::P256 => "EC P-256",
        KeyType::P384 => "EC P-384",
        KeyType::P521 => "EC P-521",
    }
}

/// When NetSuite last issued a token for it here. Those that the system itself fetched are not known.
fn last_token(connection: &Connection, credential: &Credential) -> String {
    let id = credential.certificate_id();
    let received = connection.history.iter().rev().find(
        |entry| matches!(&entry.event, Event::TokenReceived { certificate_id } if certificate_id == id),
    );
    received
        .map_or_else(String::new, |entry| format!("{}, as far as Certdesk knows", day(entry.at)))
}

fn day(at: OffsetDateTime) -> String {
    // Cannot fail: a date has all these parts.
    at.to_utc().format(DAY).unwrap_or_default()
}

/// NetSuite's first mail goes out two months before the end (facts A.1).
const BEGIN: Duration = Duration::days(60);
const DAY: &[BorrowedFormatItem<'_>] =
    format_description!("[day padding:none] [month repr:short] [year]");
const MAPPINGS: &str =
    "Setup > Integration > Manage Authentication > OAuth 2.0 Client Credentials (M2M) Setup";
/// Nothing is fetched and nothing runs, whatever a name on the sheet may be.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

#[cfg(test)]
mod tests;
