//! The consent page of the practice account, read and answered as a browser would.

use super::{Administrator, between};

/// The page that an authorize URL leads to: all that its form carries along.
pub(crate) struct ConsentPage<'a> {
    administrator: &'a Administrator,
    fields: Vec<(String, String)>,
}

impl Administrator {
    /// Opens what the app asked the browser to open.
    pub(crate) async fn opens(&self, authorize_url: &str) -> ConsentPage<'_> {
        let page = self.reads(self.path(authorize_url)).await;
        let fields = page
            .split("<input type=\"hidden\"")
            .skip(1)
            .map(|rest| {
                let field = |name: &str| unescaped(&between(rest, &format!("{name}=\""), "\""));
                (field("name"), field("value"))
            })
            .collect();
        ConsentPage { administrator: self, fields }
    }

    /// Opens an authorize URL that leads back at once, and gives the address it leads to.
    pub(crate) async fn is_sent_back_by(&self, authorize_url: &str) -> String {
        let answer = self.http.get(authorize_url).send().await.unwrap();
        answer.headers()["location"].to_str().unwrap().to_owned()
    }

    /// Opens an authorize URL that stays at NetSuite, and gives the status of its page.
    pub(crate) async fn is_turned_away_by(&self, authorize_url: &str) -> u16 {
        let answer = self.http.get(authorize_url).send().await.unwrap();
        assert!(!answer.headers().contains_key("location"));
        answer.status().as_u16()
    }

    /// Reads the address that the page of a sign-in shows for copying.
    pub(crate) async fn copies_the_address_shown_at(&self, path: &str) -> String {
        let page = self.reads(path).await;
        let shown = between(&page, "<textarea id=\"address\"", "</textarea>");
        unescaped(shown.split_once('>').unwrap().1)
    }

    fn path<'a>(&self, url: &'a str) -> &'a str {
        url.strip_prefix(&self.origin).expect("a page of the practice account")
    }
}

impl ConsentPage<'_> {
    /// Signs in as `entity;role` and allows. Gives the address that the browser is sent to.
    pub(crate) async fn allow(&self, login: &str) -> String {
        self.answer("allow", login).await
    }

    /// Denies.
    pub(crate) async fn deny(&self) -> String {
        self.answer("deny", "").await
    }

    async fn answer(&self, decision: &str, login: &str) -> String {
        let mut form = self.fields.clone();
        form.push(("decision".to_owned(), decision.to_owned()));
        form.push(("login".to_owned(), login.to_owned()));
        let answer = self
            .administrator
            .posts("/app/login/oauth2/authorize.nl", |request| request.form(&form))
            .await;
        answer.headers()["location"].to_str().unwrap().to_owned()
    }
}

fn unescaped(text: &str) -> String {
    text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}
