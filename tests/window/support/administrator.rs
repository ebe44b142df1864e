//! The administrator: acts on the practice account's pages, as on NetSuite's, through their forms.
//!
//! Everything goes by plain HTTP and reads what the pages show; nothing is asked of the app under test.

use reqwest::header::{HeaderValue, LOCATION, ORIGIN};
use reqwest::redirect::Policy;
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
        // An app's own scheme is where a browser stops and asks.
        let pages = Policy::custom(|to| match to.url().scheme() {
            "http" => to.follow(),
            _ => to.stop(),
        });
        let client = Client::builder().default_headers(headers).redirect(pages).no_proxy().build();
        Self { client: client.expect("a client"), origin: origin.to_owned() }
    }

    /// Manage Integrations > New, with the grant and the two usual scopes ticked.
    pub(crate) async fn make_integration(&self, name: &str) -> NewRecord {
        self.save_record(&[("name", name)]).await
    }

    /// The same, with what a browser sign-in needs.
    pub(crate) async fn make_integration_for_sign_in(
        &self,
        name: &str,
        public_client: bool,
    ) -> NewRecord {
        self.make_integration_that_answers_to("certdesk://oauth/callback", name, public_client)
            .await
    }

    /// The same with another Redirect URI.
    pub(crate) async fn make_integration_that_answers_to(
        &self,
        redirect_uri: &str,
        name: &str,
        public_client: bool,
    ) -> NewRecord {
        let redirect = ("redirect_uris", redirect_uri);
        let mut form = vec![("name", name), ("authorization_code", "on"), redirect];
        form.extend(public_client.then_some(("public_client", "on")));
        self.save_record(&form).await
    }

    async fn save_record(&self, fields: &[(&str, &str)]) -> NewRecord {
        let usual = [
            ("state", "Enabled"),
            ("client_credentials", "on"),
            ("restlets", "on"),
            ("rest_webservices", "on"),
        ];
        let form = [usual.as_slice(), fields].concat();
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

    /// Opens the page of a sign-in, chooses who to be, and allows. Returns where the browser is sent.
    pub(crate) async fn allow(&self, sign_in: &str, login: &str) -> String {
        self.answer(sign_in, "allow", login).await
    }

    /// Opens the page of a sign-in and denies. Returns where the browser is sent.
    pub(crate) async fn deny(&self, sign_in: &str) -> String {
        self.answer(sign_in, "deny", INTEGRATION_USER).await
    }

    /// Reads the address that the page of a sign-in shows for copying.
    pub(crate) async fn copy_the_address_shown_at(&self, path: &str) -> String {
        let page = read(self.client.get(self.address(path)).send().await).await;
        let shown = between(&page, "<textarea id=\"address\"", "</textarea>");
        let (_, address) = shown.split_once('>').expect("a text area");
        unescaped(address)
    }

    async fn answer(&self, sign_in: &str, decision: &str, login: &str) -> String {
        let page = read(self.client.get(sign_in).send().await).await;
        let asked = page.split("<input type=\"hidden\"").skip(1).map(|field| {
            let attribute = |name: &str| unescaped(&between(field, &format!("{name}=\""), "\""));
            (attribute("name"), attribute("value"))
        });
        let answered = [("decision", decision), ("login", login)];
        let answered = answered.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let form: Vec<_> = asked.chain(answered).collect();
        let address = self.address("/app/login/oauth2/authorize.nl");
        let answer = self.client.post(address).form(&form).send().await.expect("an answer");
        let (status, at) = (answer.status(), answer.url().clone());
        // The page that stands in for a person's own web page is on this origin, so it is open already.
        if status.is_success() && at.path() != "/app/login/oauth2/authorize.nl" {
            return format!("{}?{}", at.path(), at.query().unwrap_or_default());
        }
        let Some(to) = answer.headers().get(LOCATION).and_then(|to| to.to_str().ok()) else {
            panic!("the page stays: {status}\n{}", answer.text().await.unwrap_or_default());
        };
        to.to_owned()
    }

    /// OAuth 2.0 Client Credentials (M2M) Setup: every mapping as `(Certificate ID, state)`, newest first.
    pub(crate) async fn mappings(&self) -> Vec<(String, String)> {
        let address = self.address("/app/setup/clientcredentials.nl");
        let page = read(self.client.get(address).send().await).await;
        let rows = page.split("<tr>").skip(2);
        rows.map(|row| {
            // The page breaks an ID into groups.
            let id: String = tagless(&between(row, "<td>", "<small>"));
            let state = ["Active", "Revoked", "Expired"]
                .into_iter()
                .find(|state| row.contains(&format!(">{state}</span>")));
            (id, state.expect("each has a state").to_owned())
        })
        .collect()
    }

    /// Presses Refresh the sandbox: all mappings are gone.
    pub(crate) async fn refresh_sandbox(&self) {
        let address = self.address("/practice/refresh-sandbox");
        read(self.client.post(address).form(&[("", "")]).send().await).await;
    }

    /// Presses Reset Credentials on the record of an application: its Consumer Key is void.
    pub(crate) async fn reset_credentials(&self, application: &str) {
        let id = self.record_id(application).await;
        let address = self.address("/app/common/integration/reset.nl");
        read(self.client.post(address).form(&[("id", id)]).send().await).await;
    }

    /// Sets State of the record of an application to Blocked.
    pub(crate) async fn block_record(&self, application: &str) {
        let id = self.record_id(application).await;
        let fields = [
            ("id", id.as_str()),
            ("name", application),
            ("state", "Blocked"),
            ("client_credentials", "on"),
            ("restlets", "on"),
            ("rest_webservices", "on"),
        ];
        let address = self.address("/app/common/integration/integrapp.nl");
        read(self.client.post(address).form(&fields).send().await).await;
    }

    async fn record_id(&self, application: &str) -> String {
        let list = self.address("/app/common/integration/integrapplist.nl");
        let page = read(self.client.get(list).send().await).await;
        let line = page.split("<tr>").find(|line| unescaped(line).contains(application));
        between(line.expect("the record is listed"), "integrapp.nl?id=", "\"")
    }

    /// Lets the account misbehave once; `amount` where the choice wants one.
    pub(crate) async fn fault(&self, endpoint: &str, kind: &str, amount: &str) {
        let lasts = ("lasts", "once");
        let fault =
            [("endpoint", endpoint), ("kind", kind), ("amount", amount), ("text", ""), lasts];
        self.misbehave(&fault).await;
    }

    /// Lets the account misbehave; `fault` as its page sends it.
    pub(crate) async fn misbehave(&self, fault: &[(&str, &str)]) {
        let address = self.address("/practice/faults/set");
        read(self.client.post(address).form(fault).send().await).await;
    }

    /// Lets the account behave again.
    pub(crate) async fn behave(&self) {
        let address = self.address("/practice/faults/clear");
        read(self.client.post(address).form(&[("", "")]).send().await).await;
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
    let chosen = list.split("<option").find(|option| unescaped(option).contains(words));
    between(
        chosen.unwrap_or_else(|| panic!("{words} cannot be chosen in {name}: {list}")),
        "value=\"",
        "\"",
    )
}

/// What stands in an element without the elements in it.
fn tagless(html: &str) -> String {
    let parts = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    parts.collect::<String>().chars().filter(|c| !c.is_whitespace()).collect()
}

fn unescaped(text: &str) -> String {
    text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// The entity that the integration acts as, in its role: as the page of a sign-in names the choice.
pub(crate) const INTEGRATION_USER: &str = "17;1000";
/// Somebody with the role Administrator.
pub(crate) const OWNER: &str = "-5;3";

const BOUNDARY: &str = "the-form-ends-here-7f3b";
