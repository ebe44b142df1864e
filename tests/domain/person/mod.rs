//! An administrator at the practice account's own pages, as a browser would send the forms.

mod browser;
mod trouble;

use reqwest::redirect::Policy;

#[allow(unused_imports, reason = "each test uses what it needs")]
pub(crate) use browser::ConsentPage;
#[allow(unused_imports, reason = "each test uses what it needs")]
pub(crate) use trouble::PERMISSIONS;

/// What the administrator reads off the integration record once, after saving it.
#[derive(Clone)]
pub(crate) struct Record {
    pub(crate) id: String,
    pub(crate) consumer_key: String,
    pub(crate) consumer_secret: String,
    pub(crate) application_id: String,
}

pub(crate) struct Administrator {
    http: reqwest::Client,
    origin: String,
}

impl Administrator {
    /// `origin` is the practice account's address, as the app shows it.
    pub(crate) fn at(origin: &str) -> Self {
        // Nothing here speaks TLS, and reading the trust store takes long.
        let http = reqwest::Client::builder().no_proxy().tls_certs_only([]);
        let http = http.redirect(Policy::none()).build().unwrap();
        Self { http, origin: origin.to_owned() }
    }

    /// Opens the account's home page, by a new connection.
    pub(crate) async fn knocks(&self) -> reqwest::StatusCode {
        let http = Self::at(&self.origin).http;
        http.get(&self.origin).send().await.unwrap().status()
    }

    /// Setup > Integration > Manage Integrations > New, all scopes and the M2M box ticked.
    pub(crate) async fn creates_an_integration_record(&self, name: &str) -> Record {
        self.saves_a_record(&[
            ("name", name),
            ("client_credentials", "on"),
            ("restlets", "on"),
            ("rest_webservices", "on"),
            ("suite_analytics", "on"),
        ])
        .await
    }

    /// The same with the authorization code grant: its box, the Redirect URI and, where the client
    /// keeps no secret, Public Client. `scopes` are ticked.
    pub(crate) async fn creates_a_record_for_sign_in(
        &self,
        name: &str,
        public_client: bool,
        scopes: &[&str],
    ) -> Record {
        self.creates_a_record_that_answers_to(REDIRECT_URI, name, public_client, scopes).await
    }

    /// The same with another Redirect URI, or several, one a line.
    pub(crate) async fn creates_a_record_that_answers_to(
        &self,
        redirect_uris: &str,
        name: &str,
        public_client: bool,
        scopes: &[&str],
    ) -> Record {
        let mut form = vec![
            ("name", name),
            ("client_credentials", "on"),
            ("authorization_code", "on"),
            ("redirect_uris", redirect_uris),
        ];
        if public_client {
            form.push(("public_client", "on"));
        }
        form.extend(scopes.iter().map(|scope| (*scope, "on")));
        self.saves_a_record(&form).await
    }

    async fn saves_a_record(&self, fields: &[(&str, &str)]) -> Record {
        let form: Vec<_> = [("state", "Enabled")].iter().chain(fields).collect();
        let saved = self.posts("/app/common/integration/integrapp.nl", |r| r.form(&form)).await;
        let record = saved.headers()["location"].to_str().unwrap().to_owned();
        let page = self.reads(&record).await;
        let id = record.split("id=").nth(1).unwrap().split('&').next().unwrap().to_owned();
        let uuid = |text: &&str| text.len() == 36 && text.matches('-').count() == 4;
        Record {
            id,
            consumer_key: between(&page, "id=\"consumer-key\">", "<"),
            consumer_secret: between(&page, "id=\"consumer-secret\">", "<"),
            application_id: page
                .split(['<', '>', ' '])
                .find(uuid)
                .expect("an Application ID")
                .to_owned(),
        }
    }

    /// OAuth 2.0 Client Credentials (M2M) Setup > Create New. Gives the Certificate ID shown.
    pub(crate) async fn maps_a_certificate(&self, record: &Record, pem: &str) -> String {
        let mapped = self.maps(record, pem).await;
        mapped.unwrap_or_else(|page| panic!("not mapped: {page}"))
    }

    /// The same; where the page refuses the file, its text.
    async fn maps(&self, record: &Record, pem: &str) -> Result<String, String> {
        let page = self.reads("/app/setup/clientcredential.nl").await;
        let entity = option_of(&page, "entity");
        let role = option_of(&page, "role");
        let boundary = "certdesk-practice-form";
        let mut body = String::new();
        for (name, value) in [
            ("entity", &entity),
            ("role", &role),
            ("application", &record.id),
            ("pem", &pem.to_owned()),
        ] {
            body.push_str(&format!(
                "--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            ));
        }
        body.push_str(&format!("--{boundary}--\r\n"));
        let kind = format!("multipart/form-data; boundary={boundary}");
        let answer = self
            .answer_to("/app/setup/clientcredential.nl", |request| {
                request.header("content-type", kind).body(body)
            })
            .await;
        match answer.headers().get("location") {
            Some(to) => Ok(to.to_str().unwrap().split("created=").nth(1).unwrap().to_owned()),
            None => Err(answer.text().await.unwrap()),
        }
    }

    /// OAuth 2.0 Client Credentials (M2M) Setup > Revoke.
    pub(crate) async fn revokes_a_certificate(&self, certificate_id: &str) {
        let form = [("id", certificate_id)];
        self.posts("/app/setup/revokeclientcredential.nl", |r| r.form(&form)).await;
    }

    /// Opens a page and gives its text.
    pub(crate) async fn reads(&self, path: &str) -> String {
        let answer = self.http.get(format!("{}{path}", self.origin)).send().await.unwrap();
        assert!(answer.status().is_success(), "{path}: {}", answer.status());
        answer.text().await.unwrap()
    }

    async fn posts(
        &self,
        path: &str,
        fill: impl FnOnce(reqwest::RequestBuilder) -> reqwest::RequestBuilder,
    ) -> reqwest::Response {
        let answer = self.answer_to(path, fill).await;
        if answer.status().as_u16() == 303 {
            return answer;
        }
        panic!("{path}: {} {}", answer.status(), answer.text().await.unwrap());
    }

    async fn answer_to(
        &self,
        path: &str,
        fill: impl FnOnce(reqwest::RequestBuilder) -> reqwest::RequestBuilder,
    ) -> reqwest::Response {
        let request = self.http.post(format!("{}{path}", self.origin));
        let request =
            request.header("origin", &self.origin).header("sec-fetch-site", "same-origin");
        fill(request).send().await.unwrap()
    }
}

const REDIRECT_URI: &str = "certdesk://oauth/callback";

/// The last choice of a list: the first ones are the administrator's own.
fn option_of(page: &str, list: &str) -> String {
    let list = between(page, &format!("id=\"{list}\""), "</select>");
    let options: Vec<_> =
        list.split("value=\"").skip(1).map(|rest| between(rest, "", "\"")).collect();
    options.into_iter().rfind(|value| !value.is_empty()).expect("something to choose")
}

fn between(text: &str, before: &str, after: &str) -> String {
    let start = text.find(before).unwrap_or_else(|| panic!("no {before} in {text}")) + before.len();
    let rest = &text[start..];
    rest[..rest.find(after).unwrap_or(rest.len())].to_owned()
}
