//! The sheet for the client: one printable page that says who acts as whom in NetSuite, with which
//! certificate, until when, and what to do before it ends. It is for people who do not have
//! Certdesk, holds nothing secret, and fetches nothing.

use std::fmt::{self, Display, Write as _};

use time::format_description::BorrowedFormatItem;
use time::macros::format_description;
use time::{Duration, OffsetDateTime};

use crate::account::Environment;
use crate::connection::{Connection, Credential, Event};
use crate::error::{Error, Result};
use crate::kit::Target;
use crate::setup::Step;

/// The sheet as one HTML document; without a credential it is about the one in use.
///
/// # Errors
/// [`Error::StepNotReady`] for the step that gives what is missing, or what is wrong with the
/// certificate.
pub fn html(
    connection: &Connection,
    credential: Option<&Credential>,
    token_url: &str,
    now: OffsetDateTime,
) -> Result<String> {
    let missing = |step| Error::StepNotReady { step };
    let target = connection.target.ok_or(missing(Step::Target))?;
    let account = &connection.account.as_ref().ok_or(missing(Step::Account))?.id;
    let credential = credential.or_else(|| connection.working()).ok_or(missing(Step::Key))?;
    let certificate = credential.certificate()?;
    let until = credential.ends_at()?;
    let environment = if connection.practice { "practice" } else { account.environment().word() };

    let mut sheet = Sheet::default();
    sheet.head(
        &format!("NetSuite access for {}", system(target)),
        &format!("{}, {environment} account {account}. As of {}.", connection.name, day(now)),
    );
    sheet.section("Who fetches tokens, and as whom");
    let role = connection.role.as_ref();
    let scopes: Vec<_> = connection.integration.scopes.iter().map(|s| s.as_str()).collect();
    let client_id = connection.integration.client_id.as_ref();
    sheet.facts(&[
        ("System", target.label().to_owned()),
        ("Account ID", account.to_string()),
        ("Entity", role.map_or_else(String::new, |role| role.entity.clone())),
        ("Role", role.map_or_else(String::new, |role| role.name.clone())),
        ("Application", connection.integration.name.clone()),
        ("Client ID", client_id.map_or_else(String::new, ToString::to_string)),
        ("Scopes", scopes.join(", ")),
        ("Token URL", token_url.to_owned()),
    ]);
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

/// A page that grows. Whatever is written to it is escaped.
#[derive(Default)]
struct Sheet(String);

impl Sheet {
    fn head(&mut self, title: &str, sub: &str) {
        let (title, sub) = (Text(title), Text(sub));
        self.add(format_args!(
            "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n{POLICY}\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n<p class=\"sub\">{sub}</p>\n"
        ));
    }

    fn section(&mut self, title: &str) {
        self.add(format_args!("<h2>{}</h2>\n", Text(title)));
    }

    /// What is not known is left out.
    fn facts(&mut self, facts: &[(&str, String)]) {
        self.add(format_args!("<dl>\n"));
        for (name, value) in facts.iter().filter(|(_, value)| !value.is_empty()) {
            self.add(format_args!("<dt>{}</dt><dd>{}</dd>\n", Text(name), Text(value)));
        }
        self.add(format_args!("</dl>\n"));
    }

    fn text(&mut self, text: &str) {
        self.add(format_args!("<p>{}</p>\n", Text(text)));
    }

    fn path(&mut self, path: &str) {
        self.add(format_args!("<p class=\"path\">{}</p>\n", Text(path)));
    }

    fn steps(&mut self, steps: &[String]) {
        self.items("ol", steps);
    }

    fn list(&mut self, items: &[String]) {
        self.items("ul", items);
    }

    fn items(&mut self, tag: &str, items: &[String]) {
        self.add(format_args!("<{tag}>\n"));
        for item in items {
            self.add(format_args!("<li>{}</li>\n", Text(item)));
        }
        self.add(format_args!("</{tag}>\n"));
    }

    fn end(mut self) -> String {
        self.0.push_str("</main>\n</body>\n</html>\n");
        self.0
    }

    fn add(&mut self, markup: fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = self.0.write_fmt(markup);
    }
}

/// Text within markup.
struct Text<'a>(&'a str);

impl Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for character in self.0.chars() {
            match character {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                other => f.write_char(other)?,
            }
        }
        Ok(())
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
    use crate::key::KeyType;
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
const POLICY: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">";
const STYLE: &str = include_str!("sheet.css");

#[cfg(test)]
mod tests;
