//! What an administrator does by hand: upload one certificate in NetSuite and send back its
//! Certificate ID. As a text for a message, and as one page that contains the certificate and checks
//! the ID before it is sent back. Neither contains a secret, and the page loads nothing.

use std::fmt::Write as _;

use aws_lc_rs::digest::{SHA256, digest};
use base64ct::{Base64, Encoding as _};
use maud::{Markup, PreEscaped, html};
use netsuite_keys::certificate::Certificate;

use crate::connection::{Connection, Credential, VendorCertificate};
use crate::error::{ConnectionError, Error, Result};
use crate::handover::sheet::page::Page;
use crate::step::Step;

/// One certificate to be uploaded by hand, and whose it is.
#[derive(Clone, Debug)]
pub struct Request {
    title: String,
    /// Where, in words: `sandbox account 4718203_SB1`.
    account: String,
    app_url: String,
    practice: bool,
    entity: String,
    role: String,
    application: String,
    /// The target system installs the application itself, so nobody can create or change it.
    brought: bool,
    file: String,
    certificate: Certificate,
    /// A vendor has the key, and knows the fingerprint.
    vendor: Option<String>,
}

impl Request {
    /// For the certificate of a credential. `file` is the name under which it is sent along,
    /// `app_url` where the account's pages begin.
    ///
    /// # Errors
    /// [`ConnectionError::StepNotReady`] for the step that gives what is missing, or what is wrong with the
    /// certificate.
    pub fn of(
        connection: &Connection,
        credential: &Credential,
        app_url: &str,
        file: &str,
    ) -> Result<Self> {
        let role = connection
            .role
            .as_ref()
            .ok_or(Error::Connection(ConnectionError::StepNotReady { step: Step::Role }))?;
        let whose = (role.entity.clone(), role.name.clone());
        Self::new(connection, credential.certificate()?, whose, app_url, file, None)
    }

    /// For a vendor's certificate, that is to act as `entity` in `role`: names, as NetSuite's page
    /// offers them.
    ///
    /// # Errors
    /// As [`Request::of`]; [`ConnectionError::NameEmpty`] for a name that is missing.
    pub fn of_vendor(
        connection: &Connection,
        vendor: &VendorCertificate,
        (entity, role): (&str, &str),
        app_url: &str,
        file: &str,
    ) -> Result<Self> {
        let certificate = Certificate::from_pem(&vendor.certificate)?;
        let (entity, role) = (entity.trim().to_owned(), role.trim().to_owned());
        if entity.is_empty() || role.is_empty() {
            return Err(ConnectionError::NameEmpty.into());
        }
        let vendor = Some(vendor.vendor.clone());
        Self::new(connection, certificate, (entity, role), app_url, file, vendor)
    }

    fn new(
        connection: &Connection,
        certificate: Certificate,
        (entity, role): (String, String),
        app_url: &str,
        file: &str,
        vendor: Option<String>,
    ) -> Result<Self> {
        let account = connection.account.as_ref();
        let account = &account
            .ok_or(Error::Connection(ConnectionError::StepNotReady { step: Step::Account }))?
            .id;
        let application = connection.integration.name.clone();
        if application.is_empty() {
            return Err(Error::Connection(ConnectionError::StepNotReady {
                step: Step::Integration,
            }));
        }
        let environment =
            if connection.practice { "practice" } else { account.environment().word() };
        let target = connection.target;
        let named = vendor.clone().or_else(|| {
            target.filter(|target| !target.is_other()).map(|target| target.label().to_owned())
        });
        let whom = named.unwrap_or_else(|| connection.name.clone());
        Ok(Self {
            title: format!("Upload a certificate for {whom} to NetSuite"),
            account: format!("{environment} account {account}"),
            app_url: app_url.to_owned(),
            practice: connection.practice,
            entity,
            role,
            application,
            brought: !connection.practice
                && target.is_some_and(|target| target.recipe().application.is_some()),
            file: file.to_owned(),
            certificate,
            vendor,
        })
    }

    /// As a text, with the certificate at its end. The ID that is expected is not in it: it is what
    /// the administrator is to read in NetSuite.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = format!("{}\n\n{}\n\n", self.title, self.lead());
        // Writing to a string cannot fail.
        let _ = write!(text, "1. {OPEN}\n   {MAPPINGS}\n   {}\n2. {CREATE}\n", self.app_url);
        for (name, value) in self.fields() {
            let _ = writeln!(text, "   {name}: {value}");
        }
        let _ = write!(text, "3. {SAVE}\n4. {SEND}\n\n{}\n", self.missing());
        if let Some(vendor) = &self.vendor {
            let _ = write!(
                text,
                "\n{}\n{}\n",
                fingerprint_note(vendor),
                self.certificate.fingerprint()
            );
        }
        let _ = write!(
            text,
            "\n{PUBLIC} If {} isn't attached, save the lines below in a text file of that name.\n\n{}",
            self.file,
            self.certificate.to_pem()
        );
        text
    }

    /// As one HTML page: the same, the certificate to be saved from it, and a field that compares
    /// the Certificate ID with the one worked out from the certificate.
    #[must_use]
    pub fn html(&self) -> String {
        let script = Base64::encode_string(digest(&SHA256, SCRIPT.as_bytes()).as_ref());
        let policy = format!(
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{script}'; base-uri 'none'; form-action 'none'"
        );
        let page = Page { policy: &policy, title: &self.title, subtitle: &self.lead(), style: "" };
        let pem = self.certificate.to_pem();
        page.render(&html! {
            h2 { "1. Save the certificate" }
            p {
                a.button #save download=(self.file) href={ "data:application/x-pem-file;base64," (Base64::encode_string(pem.as_bytes())) } {
                    "Save " (self.file)
                }
            }
            p { (PUBLIC) }
            details {
                summary { "Show as text" }
                pre { (pem) }
            }
            @if let Some(vendor) = &self.vendor {
                p { (fingerprint_note(vendor)) }
                p.mono { (self.certificate.fingerprint()) }
            }
            h2 { "2. Upload it in NetSuite" }
            ol {
                li {
                    (OPEN) br;
                    strong { (MAPPINGS) } br;
                    span.mono { (self.app_url) }
                }
                li { (CREATE) dl { @for (name, value) in self.fields() { (field(name, &value)) } } }
                li { (SAVE) }
            }
            p { (self.missing()) }
            h2 { "3. Send back the Certificate ID" }
            p { (SEND) }
            p {
                label for="id" { "Certificate ID, as NetSuite lists it" }
                input #id data-expected=(self.certificate.id()) autocomplete="off" autocapitalize="off" spellcheck="false";
            }
            p #result role="status" {}
            p { "This page checks the ID itself and sends nothing." }
            @if self.practice { p { "This is a practice account: nothing here exists in NetSuite." } }
            script { (PreEscaped(SCRIPT)) }
        })
    }

    fn lead(&self) -> String {
        format!(
            "Please upload one certificate to NetSuite, {}. You need the Administrator role, or the permission OAuth 2.0 Authorized Applications Management.",
            self.account
        )
    }

    /// In NetSuite's order (facts F.8).
    fn fields(&self) -> [(&'static str, String); 4] {
        [
            ("Entity", self.entity.clone()),
            ("Role", self.role.clone()),
            ("Application", self.application.clone()),
            ("Certificate", self.file.clone()),
        ]
    }

    fn missing(&self) -> String {
        let application = &self.application;
        if self.brought {
            return format!(
                "If {application} isn't offered, it isn't installed in this account yet. Tell me, and I'll have it install itself."
            );
        }
        format!(
            "If {application} isn't offered: on its integration record, State must be Enabled and Client Credentials (Machine to Machine) Grant must be ticked."
        )
    }
}

/// A value to be entered in NetSuite, with a button that copies it.
fn field(name: &str, value: &str) -> Markup {
    html! {
        dt { (name) }
        dd {
            span { (value) } " "
            button type="button" data-copy=(value) { "Copy" span.hidden { " " (name) } }
        }
    }
}

fn fingerprint_note(vendor: &str) -> String {
    format!(
        "{vendor} holds the private key. Before you upload the certificate, compare this SHA-256 fingerprint with them by phone:"
    )
}

const OPEN: &str = "Open this page in NetSuite:";
const CREATE: &str = "Click Create New and enter:";
const SAVE: &str = "Click Save.";
const SEND: &str = "Send back the Certificate ID that the list shows for it. It has 43 characters.";
const PUBLIC: &str = "The certificate is public. It contains no private key.";
const MAPPINGS: &str =
    "Setup > Integration > Manage Authentication > OAuth 2.0 Client Credentials (M2M) Setup";
/// The only script that the page's policy lets run.
const SCRIPT: &str = include_str!("administrator/check.js");

#[cfg(test)]
mod tests;
