//! The administrator: acts on the practice account's pages, as on NetSuite's, through their forms.
//!
//! Everything goes by plain HTTP and reads what the pages show; nothing is asked of the app under test.

use reqwest::header::{HeaderValue, ORIGIN};
use reqwest::{Client, Response};
use std::path::Path;

/// Somebody who is signed in to the practice account.
pub(crate) struct Administrator {
    client: Client,
    origin: String,
}

/// What a new integration record shows once.
pub(crate) struct NewRecord {
    pub(crate) consumer_key: String,
    pub(crate) consumer_secret: String,
    pub(crate) application_id: String,
}

impl Administrator {
    /// `origin` is the address that the window shows, such as `http://127.0.0.1:41234`.
    pub(crate) fn at(origin: &str) -> Self {
        // A form is taken only from the account's own pages, as a browser says by itself.
        let origin_of_forms = HeaderValue::from_str(origin).expect("an address");
        let headers = [(ORIGIN, origin_of_forms)].into_iter().collect();
        let client =
            Client::builder().default_headers(headers).no_proxy().build().expect("a client");
        Self { client, origin: origin.to_owned() }
    }

    /// Manage Integrations > New, with the grant and the two usual scopes ticked.
    pub(crate) async fn make_integration(&self, name: &str) -> NewRecord {
        let form = [
            ("name", name),
            ("state", "Enabled"),
            ("client_credentials", "on"),
            ("restlets", "on"),
            ("rest_webservices", "on"),
        ];
        let address = self.address("/app/common/integration/integrapp.nl");
        let page = read(self.client.post(address).form(&form).send().await).await;
        NewRecord {
            consumer_key: between(&page, "id=\"consumer-key\">", "<"),
            consumer_secret: between(&page, "id=\"consumer-secret\">", "<"),
            application_id: between(&page, "<dt>Application ID</dt><dd><code>", "<"),
        }
    }

    /// OAuth 2.0 Client Credentials (M2M) Setup > Create New, with the first entity and the first role that are not the
    /// administrator's own. Returns the Certificate ID that the page shows afterwards.
    pub(crate) async fn map_certificate(&self, file: &Path, application: &str) -> String {
        let certificate = std::fs::read_to_string(file).expect("the certificate was saved");
        let address = self.address("/app/setup/clientcredential.nl");
        let form = read(self.client.get(&address).send().await).await;
        let fields = [
            ("entity", option(&form, "entity", "Integration")),
            ("role", option(&form, "role", "Integration")),
            ("application", option(&form, "application", application)),
            ("pem", certificate),
        ];
        let mut body = String::new();
        for (name, value) in fields {
            body += &format!(
                "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            );
        }
        body += &format!("--{BOUNDARY}--\r\n");
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        let page =
            read(self.client.post(&address).header("content-type", kind).body(body).send().await)
                .await;
        between(&page, "Its Certificate ID is ", ".")
    }

    /// Lets the account misbehave; `fault` as its page sends it.
    pub(crate) async fn misbehave(&self, fault: &[(&str, &str)]) {
        let address = self.address("/practice/faults/set");
        read(self.client.post(address).form(fault).send().await).await;
    }

    /// The Login Audit Trail, as text.
    pub(crate) async fn audit_trail(&self) -> String {
        read(self.client.get(self.address("/app/setup/loginaudit.nl")).send().await).await
    }

    fn address(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }
}

async fn read(answer: reqwest::Result<Response>) -> String {
    let answer = answer.expect("the practice account answers");
    let status = answer.status();
    let page = answer.text().await.expect("a page");
    assert!(status.is_success(), "the practice account refuses: {status}\n{page}");
    page
}

fn between(page: &str, before: &str, after: &str) -> String {
    let found = page.split_once(before).and_then(|(_, rest)| rest.split_once(after));
    found.unwrap_or_else(|| panic!("no {before:?} on the page:\n{page}")).0.to_owned()
}

/// The value of the choice in the list `name` whose text contains `words`.
fn option(page: &str, name: &str, words: &str) -> String {
    let list = between(page, &format!("<select id=\"{name}\""), "</select>");
    let chosen = list.split("<option").find(|option| option.contains(words));
    between(
        chosen.unwrap_or_else(|| panic!("{words} cannot be chosen in {name}: {list}")),
        "value=\"",
        "\"",
    )
}

const BOUNDARY: &str = "the-form-ends-here-7f3b";
