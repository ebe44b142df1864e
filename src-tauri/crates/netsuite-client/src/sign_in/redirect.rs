//! The web page that NetSuite may send the browser to instead of the app's own scheme.
//!
//! NetSuite accepts an address of an application's own scheme or an https address as Redirect URI,
//! and refuses http (facts D). Where no program opens the app's scheme the browser has nowhere to
//! go, and a browser that stays on NetSuite's page shows nothing to copy. A page on the web is
//! reached in every browser: it does nothing but show the address it was opened with.

use std::fmt;

use aws_lc_rs::digest::{SHA256, digest};
use base64ct::{Base64, Encoding as _};
use serde::{Deserialize, Serialize};
use url::{Origin, Url};

use crate::error::{Error, Result, SignInError};

/// Where NetSuite sends the browser back to; to be entered on the integration record. NetSuite
/// refuses `http:` addresses, loopback included, and takes an application's own scheme. The other way
/// is a web page, [`RedirectPage`].
///
/// Source: <https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_157771733782.html>
pub const REDIRECT_URI: &str = "certdesk://oauth/callback";

/// The address of such a page, as it is on the integration record: NetSuite compares it whole.
///
/// Source: <https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_157771733782.html>
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RedirectPage {
    text: String,
    origin: Origin,
}

impl RedirectPage {
    /// Reads a typed or pasted address. It is kept character by character.
    ///
    /// # Errors
    /// [`SignInError::RedirectPageNotHttps`] for `http:`, which NetSuite refuses, loopback included;
    /// [`SignInError::RedirectPageInvalid`] for what is no https address, and for one with a query, a
    /// fragment, a user or a password: NetSuite adds its answer as the query.
    pub fn parse(text: &str) -> Result<Self> {
        let text = text.trim();
        let url = Url::parse(text).map_err(|_| Error::SignIn(SignInError::RedirectPageInvalid))?;
        if url.scheme() == "http" {
            return Err(SignInError::RedirectPageNotHttps.into());
        }
        let plain = text.bytes().all(|byte| byte.is_ascii_graphic()) && text.len() <= LONGEST;
        let bare = url.username().is_empty() && url.password().is_none();
        let ends = url.query().is_none() && url.fragment().is_none();
        if url.scheme() != "https" || !plain || !bare || !ends {
            return Err(SignInError::RedirectPageInvalid.into());
        }
        Ok(Self { text: text.to_owned(), origin: url.origin() })
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether the browser is on this page's host. The path is not compared: many hosts of static
    /// pages add or take away a slash or `.html`, and the answer's `state` says whose it is.
    pub(super) fn is_at(&self, url: &Url) -> bool {
        url.origin() == self.origin
    }

    /// The page itself, to be put on a web server: one file that loads nothing, sends nothing and
    /// keeps nothing. It shows the address that it was opened with, for copying, and can hand it to
    /// the app on the same computer.
    ///
    /// The server sees the address in its log. The code in it can be exchanged once, and only with
    /// the verifier that never leaves the app (RFC 7636).
    #[must_use]
    pub fn html() -> String {
        let script = Base64::encode_string(digest(&SHA256, SCRIPT.as_bytes()).as_ref());
        PAGE.replace("{{script-hash}}", &script).replace("{{script}}", SCRIPT)
    }
}

impl TryFrom<String> for RedirectPage {
    type Error = Error;

    fn try_from(text: String) -> Result<Self> {
        Self::parse(&text)
    }
}

impl From<RedirectPage> for String {
    fn from(page: RedirectPage) -> Self {
        page.text
    }
}

impl fmt::Display for RedirectPage {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

const PAGE: &str = include_str!("page.html");
/// The only script that the page's policy lets run.
const SCRIPT: &str = include_str!("page.js");
/// NetSuite documents no limit; an address of this length is a mistake. Bytes.
const LONGEST: usize = 1000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_https_address_is_kept_character_by_character() {
        for text in [
            "https://sign-in.consultant.example",
            "https://sign-in.consultant.example/",
            "https://Intranet.Example:8443/Certdesk/signed-in.html",
            "https://10.0.0.5/certdesk",
        ] {
            let page = RedirectPage::parse(&format!(" {text}\n")).unwrap();
            assert_eq!(page.as_str(), text);
            let written = serde_json::to_string(&page).unwrap();
            assert_eq!(serde_json::from_str::<RedirectPage>(&written).unwrap(), page);
        }
    }

    #[test]
    fn http_is_refused_as_netsuite_refuses_it_loopback_included() {
        for text in ["http://consultant.example/", "http://127.0.0.1:8899/", "HTTP://localhost/"] {
            assert!(
                matches!(
                    RedirectPage::parse(text),
                    Err(Error::SignIn(SignInError::RedirectPageNotHttps))
                ),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_no_bare_https_address_is_refused() {
        let long = format!("https://consultant.example/{}", "a".repeat(LONGEST));
        for text in [
            "",
            "consultant.example",
            "https://",
            "certdesk://oauth/callback",
            "javascript:alert(1)",
            "https://consultant.example/?account=1",
            "https://consultant.example/?",
            "https://consultant.example/#here",
            "https://me@consultant.example/",
            "https://me:pass@consultant.example/",
            "https://consultant.example/two words",
            "https://consultant.example/ä",
            &long,
        ] {
            assert!(
                matches!(
                    RedirectPage::parse(text),
                    Err(Error::SignIn(SignInError::RedirectPageInvalid))
                ),
                "{text}"
            );
        }
    }

    #[test]
    fn the_page_loads_and_sends_nothing_and_its_script_is_the_one_that_may_run() {
        let page = RedirectPage::html();
        assert!(!page.contains("{{"), "every blank is filled");
        assert!(page.contains("default-src 'none'"));
        assert_eq!(page.matches("<script").count(), 1);
        for word in ["http://", "https://", "src=", "fetch(", "XMLHttpRequest", "localStorage"] {
            assert!(!page.contains(word), "{word}");
        }
    }

    /// The page tests open what stands there. `UPDATE=1` writes it anew.
    #[test]
    fn the_page_that_the_page_tests_open_is_the_present_one() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../../tests/ui/sign-in/page.html");
        let page = RedirectPage::html();
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, &page).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
        assert!(kept == page, "run this test with UPDATE=1");
    }
}
