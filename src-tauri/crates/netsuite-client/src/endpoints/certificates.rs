//! The certificates endpoint: list, upload, revoke. There is nothing else (facts C).
//!
//! Each is one request as Oracle shows it. Whether an act is safe, and what its outcome was when
//! the answer is lost, is for the caller to decide.
//!
//! Source: <https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/article_92130837826.html>

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::time::Duration;

use netsuite_keys::certificate::{Certificate, CertificateId};
use reqwest::header::{ACCEPT, CONTENT_LENGTH, CONTENT_TYPE};
use serde_json::{Value, json};
use time::Date;
use time::format_description::BorrowedFormatItem;
use time::macros::format_description;

use super::answer::Answer;
use super::refused::unless_done;
use super::{EndpointHost, InternalId, NetSuite};
use crate::client_id::ClientId;
use crate::error::{Error, Result};
use crate::token::AccessToken;

/// The certificates of an integration record, as NetSuite lists them now. Several uploads or
/// revocations may not show yet.
#[derive(Clone, Debug)]
pub struct Listed {
    /// In NetSuite's order, each once.
    pub certificates: Vec<ListedCertificate>,
    /// On which host the endpoint was found. The acts that follow go there.
    pub found_on: EndpointHost,
    /// That host.
    pub host: String,
    /// As in [`super::Granted`].
    pub clock_skew: Option<i64>,
}

/// One line of the list. What NetSuite does not say, or says in another shape, is unknown.
///
/// Source: <https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/article_11111634165.html>
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedCertificate {
    /// Its name.
    pub certificate_id: CertificateId,
    /// The user it acts as.
    pub entity: Option<Named>,
    /// The role it acts in.
    pub role: Option<Named>,
    /// When it was uploaded.
    pub created: Option<Date>,
    /// Its first day, UTC.
    pub valid_from: Option<Date>,
    /// Its last day, UTC. NetSuite may end it before the certificate ends itself.
    pub valid_until: Option<Date>,
    /// Whether somebody revoked it, which cannot be undone.
    pub revoked: bool,
    /// `RSA` or `EC`.
    pub algorithm: Option<String>,
}

/// What NetSuite's list says of a certificate today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ListedState"))]
#[serde(rename_all = "kebab-case")]
pub enum CertificateState {
    /// Not revoked, and valid today: it uses a slot.
    Active,
    /// Not revoked, but its validity is over; it uses no slot (facts A.1).
    Expired,
    /// Revoked.
    Revoked,
}

impl ListedCertificate {
    /// What the list says of it on a day, UTC. One without a date uses a slot until it is revoked.
    #[must_use]
    pub fn state(&self, today: Date) -> CertificateState {
        match self.valid_until {
            _ if self.revoked => CertificateState::Revoked,
            Some(last) if last < today => CertificateState::Expired,
            _ => CertificateState::Active,
        }
    }
}

/// An internal ID and what NetSuite calls it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Named {
    /// The ID.
    pub id: InternalId,
    /// The name.
    pub name: Option<String>,
}

/// The answer to an upload.
///
/// Source: <https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/article_0209112025.html>
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uploaded {
    /// The Certificate ID that NetSuite gave.
    pub certificate_id: CertificateId,
    /// Its last day, UTC.
    pub valid_until: Option<Date>,
}

impl NetSuite {
    /// Lists the certificates of an integration record. Repeated where the failure may pass.
    ///
    /// The documented host is asked first; the one of 2023 only when that answers 404.
    ///
    /// # Errors
    /// [`Error::TokenNotAccepted`], [`Error::PermissionMissing`], [`Error::EndpointMissing`],
    /// [`Error::EndpointRefused`], or what went wrong on the way.
    pub async fn list_certificates(
        &self,
        token: &AccessToken,
        client_id: &ClientId,
    ) -> Result<Listed> {
        self.retry
            .repeat(async |left| {
                match self.list(token, client_id, EndpointHost::Restlets, left).await {
                    Err(Error::EndpointMissing { .. }) => {
                        self.list(token, client_id, EndpointHost::App, left).await
                    }
                    outcome => outcome,
                }
            })
            .await
    }

    /// Uploads a certificate, which makes the mapping. One request, never repeated.
    ///
    /// # Errors
    /// As [`NetSuite::list_certificates`]. After most of them it may have arrived all the same.
    pub async fn upload_certificate(
        &self,
        host: EndpointHost,
        token: &AccessToken,
        client_id: &ClientId,
        certificate: &Certificate,
        role: InternalId,
        entity: InternalId,
    ) -> Result<Uploaded> {
        let url = self.origin.certificates_url(host, client_id);
        // Role as a number, entity as a string: Oracle's current sample.
        let body = json!({
            "fileContent": certificate.to_pem(),
            "role": role.value(),
            "entity": entity.to_string(),
        });
        let request = self.http.post(&url).bearer_auth(token.expose()).timeout(self.limit);
        let request = request.header(ACCEPT, "application/json").json(&body);
        let answer = unless_done(self.send(request, &url).await?, token)?;
        Uploaded::read(answer)
    }

    /// Revokes a certificate, for ever. One request, never repeated; the list says what came of it.
    ///
    /// # Errors
    /// As [`NetSuite::list_certificates`].
    ///
    /// Source: <https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/article_0209112818.html>
    pub async fn revoke_certificate(
        &self,
        host: EndpointHost,
        token: &AccessToken,
        client_id: &ClientId,
        certificate_id: &CertificateId,
    ) -> Result<()> {
        let list = self.origin.certificates_url(host, client_id);
        let url = format!("{list}/{certificate_id}/revoke");
        let request = self.http.post(&url).bearer_auth(token.expose()).timeout(self.limit);
        // An empty body, announced as such: the sample's headers.
        let request =
            request.header(CONTENT_TYPE, "application/json").header(CONTENT_LENGTH, 0).body("");
        let answer = unless_done(self.send(request, &url).await?, token)?;
        if answer.is_html() {
            let status = answer.status();
            return Err(Error::AnswerNotJson { status, html: true, excerpt: String::new() });
        }
        Ok(())
    }

    async fn list(
        &self,
        token: &AccessToken,
        client_id: &ClientId,
        host: EndpointHost,
        limit: Duration,
    ) -> Result<Listed> {
        let url = self.origin.certificates_url(host, client_id);
        let request = self.http.get(&url).bearer_auth(token.expose());
        let limit = limit.min(self.limit);
        let request = request.header(ACCEPT, "application/json").timeout(limit.min(self.limit));
        let answer = unless_done(self.send_for(request, &url, LIST_LIMIT).await?, token)?;
        Listed::read(answer, host)
    }
}

impl Listed {
    /// Whether the documented host did not know the endpoint.
    #[must_use]
    pub fn is_fallback(&self) -> bool {
        self.found_on == EndpointHost::App
    }

    /// The row of a certificate.
    #[must_use]
    pub fn row(&self, id: &CertificateId) -> Option<&ListedCertificate> {
        self.certificates.iter().find(|row| row.certificate_id == *id)
    }

    fn read(answer: Answer, found_on: EndpointHost) -> Result<Self> {
        let (status, host) = (answer.status(), answer.host().to_owned());
        let clock_skew = answer.clock_skew();
        let rows: Vec<Value> = answer.json()?;
        let mut certificates: Vec<ListedCertificate> = Vec::with_capacity(rows.len());
        let mut places = HashMap::with_capacity(rows.len());
        for row in &rows {
            // Without its name nothing can be said of it, and the list would be too short.
            let row = ListedCertificate::read(row).ok_or_else(|| not_as_documented(status))?;
            match places.entry(row.certificate_id.clone()) {
                Entry::Vacant(place) => {
                    place.insert(certificates.len());
                    certificates.push(row);
                }
                // Named twice: what is revoked somewhere is revoked.
                Entry::Occupied(place) => certificates[*place.get()].revoked |= row.revoked,
            }
        }
        Ok(Self { certificates, found_on, host, clock_skew })
    }
}

impl ListedCertificate {
    fn read(row: &Value) -> Option<Self> {
        Some(Self {
            certificate_id: CertificateId::given(row["certificate_id"].as_str()?).ok()?,
            entity: Named::read(&row["entity"]),
            role: Named::read(&row["role"]),
            created: date(&row["created"]),
            valid_from: date(&row["valid_from"]),
            valid_until: date(&row["valid_until"]),
            revoked: row["revoked"].as_bool().unwrap_or_default(),
            algorithm: text(&row["algorithm"]),
        })
    }
}

impl Named {
    fn read(member: &Value) -> Option<Self> {
        let id = match &member["id"] {
            Value::Number(number) => InternalId::from(number.as_i64()?),
            Value::String(text) => InternalId::parse(text).ok()?,
            _ => return None,
        };
        Some(Self { id, name: text(&member["name"]) })
    }
}

impl Uploaded {
    /// The shapes of today and of 2023 agree in these members.
    fn read(answer: Answer) -> Result<Self> {
        let status = answer.status();
        let body: Value = answer.json()?;
        let given = body["certificate_id"].as_str().map(CertificateId::given);
        let Some(Ok(certificate_id)) = given else {
            return Err(not_as_documented(status));
        };
        Ok(Self { certificate_id, valid_until: date(&body["valid_until"]) })
    }
}

fn not_as_documented(status: u16) -> Error {
    Error::AnswerNotJson { status, html: false, excerpt: String::new() }
}

fn text(member: &Value) -> Option<String> {
    let text = super::answer::shown(member.as_str()?, NAME);
    (!text.is_empty()).then_some(text)
}

/// A day, whatever time may follow it.
fn date(member: &Value) -> Option<Date> {
    Date::parse(member.as_str()?.get(..10)?, DAY).ok()
}

const DAY: &[BorrowedFormatItem<'static>] = format_description!("[year]-[month]-[day]");
/// Characters of a name.
const NAME: usize = 200;
/// Ten thousand lines have six megabytes. Bytes.
const LIST_LIMIT: u64 = 32 * 1024 * 1024;
