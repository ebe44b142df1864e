//! The account that the examples use: a practice account on this computer, with an integration record
//! and one mapped certificate.
//!
//! With a real account an administrator does these steps once, on NetSuite's own pages, and the client
//! is `NetSuite::new(Origin::NetSuite(AccountId::parse("1234567_SB1")?))`. Everything else in the
//! examples stays the same.

use std::error::Error;

use netsuite_client::{AccountId, ClientId, InternalId, NetSuite, Origin};
use netsuite_keys::certificate::{Certificate, CertificateId, Signature, Subject};
use netsuite_keys::key::{KeyType, PrivateKey, Search};
use netsuite_practice::{Options, Practice};
use reqwest::{Client, Response, redirect::Policy};
use time::OffsetDateTime;

/// What an administrator hands over, and the key that belongs to it.
pub(crate) struct Account {
    pub(crate) netsuite: NetSuite,
    /// The Consumer Key of the integration record.
    pub(crate) client_id: ClientId,
    /// The Certificate ID that NetSuite shows for the mapping.
    pub(crate) certificate_id: CertificateId,
    pub(crate) key: PrivateKey,
    /// The role and the user of the mapping.
    pub(crate) role: InternalId,
    pub(crate) entity: InternalId,
    /// The account ends when this is dropped.
    _practice: Practice,
}

impl Account {
    pub(crate) async fn open() -> Result<Self, Box<dyn Error>> {
        let practice = Practice::start(Options::default()).await?;
        let (key, certificate) = pair()?;
        let pages = Pages::of(&practice)?;
        let (record, client_id) = pages.create_record().await?;
        let (role, entity) = (InternalId::new(1000), InternalId::new(17));
        let certificate_id = pages.map(&record, role, entity, &certificate.to_pem()).await?;

        let account = AccountId::parse(practice.account_id())?;
        let origin = Origin::practice(practice.address(), account).ok_or("not on this computer")?;
        let netsuite = NetSuite::new(origin)?;
        Ok(Self { netsuite, client_id, certificate_id, key, role, entity, _practice: practice })
    }
}

/// A new key and its certificate, valid for one year. RSA works the same and takes longer.
pub(crate) fn pair() -> Result<(PrivateKey, Certificate), Box<dyn Error>> {
    let key = PrivateKey::generate(KeyType::P256, &Search::new())?;
    let subject = Subject::new("Northwind production Alumio")?;
    let now = OffsetDateTime::now_utc();
    let certificate = Certificate::issue(&key, &subject, 365, Signature::Pss, now)?;
    Ok((key, certificate))
}

/// The pages on which an administrator sets up an account, filled in as a browser does it.
struct Pages {
    http: Client,
    origin: String,
}

impl Pages {
    fn of(practice: &Practice) -> Result<Self, Box<dyn Error>> {
        let http = Client::builder().no_proxy().redirect(Policy::none()).build()?;
        Ok(Self { http, origin: practice.origin() })
    }

    /// Setup > Integration > Manage Integrations > New. Gives the record's ID and its Consumer Key.
    async fn create_record(&self) -> Result<(String, ClientId), Box<dyn Error>> {
        let url = format!("{}/app/common/integration/integrapp.nl", self.origin);
        let form = [
            ("name", "Alumio"),
            ("state", "Enabled"),
            ("client_credentials", "on"),
            ("rest_webservices", "on"),
        ];
        let saved = self.http.post(url).header("origin", &self.origin).form(&form).send().await?;
        let page = location(&saved)?;
        let id = between(&page, "id=", "&").to_owned();
        let page = self.http.get(format!("{}{page}", self.origin)).send().await?.text().await?;
        Ok((id, ClientId::parse(between(&page, "id=\"consumer-key\">", "<"))?))
    }

    /// Setup > Integration > OAuth 2.0 Client Credentials (M2M) Setup > Create New. Gives the
    /// Certificate ID.
    async fn map(
        &self,
        record: &str,
        role: InternalId,
        entity: InternalId,
        pem: &str,
    ) -> Result<CertificateId, Box<dyn Error>> {
        let url = format!("{}/app/setup/clientcredential.nl", self.origin);
        let (role, entity) = (role.to_string(), entity.to_string());
        let mut body = String::new();
        for (name, value) in
            [("entity", &*entity), ("role", &*role), ("application", record), ("pem", pem)]
        {
            body.push_str(&format!(
                "--part\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            ));
        }
        body.push_str("--part--\r\n");
        let request = self.http.post(url).header("origin", &self.origin);
        let request = request.header("content-type", "multipart/form-data; boundary=part");
        let page = location(&request.body(body).send().await?)?;
        Ok(CertificateId::parse(between(&page, "created=", "&"))?)
    }
}

/// Where a page leads after it saved a form; it stays where it is if it refused the form.
fn location(saved: &Response) -> Result<String, Box<dyn Error>> {
    let location = saved.headers().get("location").ok_or("the page refused the form")?;
    Ok(location.to_str()?.to_owned())
}

/// The text after `start` and before `end`, or to the end of the text.
fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let rest = text.split_once(start).map_or("", |(_, rest)| rest);
    rest.split_once(end).map_or(rest, |(found, _)| found)
}
