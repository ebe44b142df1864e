//! The address that the browser comes back with, by the app's own scheme or by paste.
//!
//! NetSuite documents `state`, `code`, `role`, `entity`, `company` and `error` in it (facts D). It does
//! not document `iss` (RFC 9207): the account is checked by `company`, and other parameters say nothing.

use std::collections::HashMap;

use netsuite_keys::secret::Secret;
use url::{Url, form_urlencoded};
use zeroize::Zeroizing;

use crate::account::AccountId;
use crate::endpoints::InternalId;
use crate::error::{Error, Result, SignInError};
use crate::sign_in::{REDIRECT_URI, RedirectPage};

/// What such an address says. Nothing of it is believed yet.
#[derive(Debug)]
pub struct Callback {
    pub(super) state: Option<Secret<String>>,
    answer: Answer,
}

#[derive(Debug)]
enum Answer {
    Code { code: Secret<String>, company: String, role: Option<String>, entity: Option<String> },
    Error(String),
}

/// What a sign-in that was allowed gives.
#[derive(Debug)]
pub(super) struct Allowed {
    pub(super) code: Secret<String>,
    pub(super) role: Option<InternalId>,
    pub(super) entity: Option<InternalId>,
}

impl Callback {
    /// Reads the whole address of the app's own scheme or its query alone, with what a paste may
    /// bring along.
    ///
    /// # Errors
    /// [`SignInError::AddressOfNetSuite`] for NetSuite's own page, which holds no answer;
    /// [`SignInError::AddressElsewhere`] for another web page; [`SignInError::AddressInvalid`] for
    /// another scheme, host or path, a parameter twice, absurd length, or neither a code nor an
    /// error.
    pub fn parse(address: &str) -> Result<Self> {
        Self::parse_at(address, None)
    }

    /// The same for a sign-in that NetSuite answers on a web page. An address of the app's own
    /// scheme is read as well: the page can hand its answer to the app.
    ///
    /// # Errors
    /// As [`Callback::parse`].
    pub fn parse_at(address: &str, page: Option<&RedirectPage>) -> Result<Self> {
        let address = address.trim_matches(|c: char| c.is_whitespace() || "\"'<>".contains(c));
        if address.len() > LONGEST {
            return Err(SignInError::AddressInvalid.into());
        }
        let query = query(address, page)?;
        let mut parameters = HashMap::new();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            let value = Zeroizing::new(value.into_owned());
            if parameters.insert(name.into_owned(), value).is_some() {
                return Err(SignInError::AddressInvalid.into());
            }
        }
        let mut take = |name: &str| parameters.remove(name).filter(|value| !value.is_empty());
        let state = take("state").map(Secret::from);
        let answer = match (take("error"), take("code")) {
            (Some(error), _) => Answer::Error(error.as_str().to_owned()),
            (None, Some(code)) => {
                let mut text = |name| take(name).map(|value| value.as_str().to_owned());
                let company = text("company").unwrap_or_default();
                Answer::Code {
                    code: code.into(),
                    company,
                    role: text("role"),
                    entity: text("entity"),
                }
            }
            (None, None) => return Err(SignInError::AddressInvalid.into()),
        };
        Ok(Self { state, answer })
    }

    /// The code, when the person allowed it in this account. To be asked only after `state` fits.
    pub(super) fn allowed_for(self, account: &AccountId) -> Result<Allowed> {
        let (code, company, role, entity) = match self.answer {
            Answer::Code { code, company, role, entity } => (code, company, role, entity),
            Answer::Error(error) if error == "access_denied" => {
                return Err(SignInError::Denied.into());
            }
            Answer::Error(error) => {
                return Err(Error::SignIn(SignInError::Refused { error: plain(&error) }));
            }
        };
        // An account ID and not an address that names one: NetSuite writes the ID alone.
        let only_id = company.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
        let company = AccountId::parse(&company).ok().filter(|_| only_id);
        let company = company.ok_or(SignInError::ValuesInvalid)?;
        if company != *account {
            let expected = account.to_string();
            return Err(Error::SignIn(SignInError::OtherAccount {
                company: company.to_string(),
                expected,
            }));
        }
        let id = |text: Option<String>| text.map(|text| InternalId::parse(&text)).transpose();
        let invalid = |_| Error::SignIn(SignInError::ValuesInvalid);
        Ok(Allowed { code, role: id(role).map_err(invalid)?, entity: id(entity).map_err(invalid)? })
    }
}

/// The query of the address, or the text itself where it is a query alone.
fn query(address: &str, page: Option<&RedirectPage>) -> Result<String> {
    let invalid = || Error::SignIn(SignInError::AddressInvalid);
    if !address.contains("://") {
        let query = address.strip_prefix('?').unwrap_or(address);
        return query.contains('=').then(|| query.to_owned()).ok_or_else(invalid);
    }
    let url = Url::parse(address).map_err(|_| invalid())?;
    let bare = url.username().is_empty()
        && url.password().is_none()
        && url.fragment().is_none_or(str::is_empty);
    let lands = match url.scheme() {
        "certdesk" => {
            url.host_str() == Some("oauth") && url.port().is_none() && url.path() == "/callback"
        }
        "http" | "https" => {
            if page.is_none_or(|page| !page.is_at(&url)) {
                return Err(elsewhere(&url, page));
            }
            true
        }
        _ => false,
    };
    let query = url.query().filter(|_| lands && bare);
    query.map(str::to_owned).ok_or_else(invalid)
}

/// Which page it is that the answer is not on.
fn elsewhere(url: &Url, page: Option<&RedirectPage>) -> Error {
    let host = url.host_str().unwrap_or_default();
    // The practice account's page has the same path on another host.
    if host.ends_with(".netsuite.com") || url.path().starts_with("/app/login/") {
        return Error::SignIn(SignInError::AddressOfNetSuite { page: page.is_some() });
    }
    let expected = page.map_or(REDIRECT_URI, RedirectPage::as_str).to_owned();
    Error::SignIn(SignInError::AddressElsewhere { expected })
}

/// An OAuth error without anything that could be more than a word.
pub fn plain(error: &str) -> String {
    error.chars().filter(|c| c.is_ascii_lowercase() || *c == '_').take(WORD).collect()
}

/// Many times what NetSuite sends. Bytes.
const LONGEST: usize = 8192;
/// Characters of the longest documented error, and some.
const WORD: usize = 64;

#[cfg(test)]
mod tests {
    use super::*;

    const SOUND: &str = "state=s&code=c&role=3&entity=-5&company=4718203_SB1";

    fn account() -> AccountId {
        AccountId::parse("4718203-sb1").unwrap()
    }

    fn allowed(query: &str) -> Result<Allowed> {
        Callback::parse(&format!("certdesk://oauth/callback?{query}"))?.allowed_for(&account())
    }

    #[test]
    fn the_address_is_taken_whole_or_as_its_query_with_the_marks_of_a_paste() {
        for address in [
            format!("certdesk://oauth/callback?{SOUND}"),
            format!(" \"certdesk://oauth/callback?{SOUND}\"\r\n"),
            format!("<certdesk://oauth/callback?{SOUND}#>"),
            format!("?{SOUND}"),
            SOUND.to_owned(),
        ] {
            let callback = Callback::parse(&address).unwrap();
            assert_eq!(callback.state.as_ref().unwrap().expose(), "s", "{address}");
            assert_eq!(callback.allowed_for(&account()).unwrap().code.expose(), "c", "{address}");
        }
    }

    #[test]
    fn another_address_is_none() {
        let long = format!("certdesk://oauth/callback?code={}", "c".repeat(LONGEST));
        for address in [
            "",
            "certdesk",
            "certdesk://oauth/callback",
            "certdesk://oauth/callback?state=s",
            "certdesk://oauth/callback?state=s&code=",
            "certdesk://oauth/callback/?state=s&code=c",
            "certdesk://oauth/elsewhere?state=s&code=c",
            "certdesk://evil/callback?state=s&code=c",
            "certdesk://oauth:1/callback?state=s&code=c",
            "certdesk://me@oauth/callback?state=s&code=c",
            "javascript://oauth/callback?state=s&code=c",
            "certdesk://oauth/callback?state=s&code=c#fragment",
            "certdesk://oauth/callback?state=s&code=c&code=d",
            "certdesk://oauth/callback?state=s&code=c&state=s",
            "certdesk://oauth/callback?state=s&code=c&other=1&other=1",
            &long,
        ] {
            let refused = Callback::parse(address);
            assert!(
                matches!(refused, Err(Error::SignIn(SignInError::AddressInvalid))),
                "{address}"
            );
        }
    }

    const PAGE: &str = "https://sign-in.consultant.example/certdesk";

    fn at_page(address: &str) -> Result<Callback> {
        Callback::parse_at(address, Some(&RedirectPage::parse(PAGE).unwrap()))
    }

    #[test]
    fn an_answer_is_taken_from_the_page_it_was_sent_to_by_whatever_path_its_server_ends_on() {
        for address in [
            format!("{PAGE}?{SOUND}"),
            format!(" {PAGE}?{SOUND}#\n"),
            format!("{PAGE}/?{SOUND}"),
            format!("https://sign-in.consultant.example:443/certdesk/index.html?{SOUND}"),
            format!("certdesk://oauth/callback?{SOUND}"),
            format!("?{SOUND}"),
        ] {
            let callback = at_page(&address).unwrap();
            assert_eq!(callback.allowed_for(&account()).unwrap().code.expose(), "c", "{address}");
        }
        for address in [PAGE.to_owned(), format!("{PAGE}?state=s"), format!("{PAGE}?{SOUND}#x")] {
            assert!(
                matches!(at_page(&address), Err(Error::SignIn(SignInError::AddressInvalid))),
                "{address}"
            );
        }
    }

    #[test]
    fn the_address_of_another_page_is_told_with_the_one_that_is_expected() {
        for address in [
            format!("https://consultant.example/certdesk?{SOUND}"),
            format!("http://sign-in.consultant.example/certdesk?{SOUND}"),
            format!("https://sign-in.consultant.example:8443/certdesk?{SOUND}"),
            format!("https://sign-in.consultant.example.evil.example/certdesk?{SOUND}"),
        ] {
            let refused = at_page(&address);
            assert!(
                matches!(&refused, Err(Error::SignIn(SignInError::AddressElsewhere { expected })) if expected == PAGE),
                "{address}"
            );
        }
        let refused = Callback::parse(&format!("{PAGE}?{SOUND}"));
        assert!(
            matches!(refused, Err(Error::SignIn(SignInError::AddressElsewhere { expected })) if expected == REDIRECT_URI)
        );
    }

    #[test]
    fn the_address_of_netsuites_own_page_is_told_as_such_on_either_way() {
        for address in [
            "https://4718203.app.netsuite.com/app/login/oauth2/authorize.nl?state=s&code=c",
            "https://system.netsuite.com/pages/customerlogin.jsp",
            "http://127.0.0.1:41234/app/login/oauth2/authorize.nl?response_type=code&state=s",
        ] {
            let told = |page| Error::SignIn(SignInError::AddressOfNetSuite { page });
            let by_app = Callback::parse(address).unwrap_err();
            assert_eq!(format!("{by_app:?}"), format!("{:?}", told(false)), "{address}");
            let by_page = at_page(address).unwrap_err();
            assert_eq!(format!("{by_page:?}"), format!("{:?}", told(true)), "{address}");
        }
    }

    #[test]
    fn an_error_goes_before_a_code_and_is_reduced_to_a_word() {
        assert!(matches!(
            allowed("error=access_denied&code=c"),
            Err(Error::SignIn(SignInError::Denied))
        ));
        let Err(Error::SignIn(SignInError::Refused { error })) =
            allowed("error=in%3Cb%3Evalid_scope%0A%00!")
        else {
            panic!()
        };
        assert_eq!(error, "inbvalid_scope");
    }

    #[test]
    fn the_account_is_the_same_in_either_form() {
        assert!(allowed("code=c&company=4718203_SB1").is_ok());
        assert!(allowed("code=c&company=4718203-sb1").is_ok());
    }

    #[test]
    fn another_account_is_named_as_such() {
        for company in ["4718203", "4718203_SB2", "9999999"] {
            let other = allowed(&format!("code=c&company={company}"));
            assert!(
                matches!(other, Err(Error::SignIn(SignInError::OtherAccount { company: named, expected }))
                    if named == company && expected == "4718203_SB1")
            );
        }
    }

    #[test]
    fn values_that_netsuite_does_not_write_are_refused() {
        for values in [
            "company=evil.com/",
            "company=evil.com%2F%23",
            "company=1@x",
            "company=1%40x",
            "company=%EF%BC%94%EF%BC%97",
            "company=4718203_SB1%00",
            "company=%204718203_SB1",
            "company=https://4718203-sb1.app.netsuite.com/",
            "company=../../etc",
            "company=localhost",
            "company=",
            "role=3",
            "company=4718203_SB1&role=3;drop",
            "company=4718203_SB1&entity=--5",
            "company=4718203_SB1&entity=-",
            "company=4718203_SB1&role=12345678901234567890",
        ] {
            let refused = allowed(&format!("code=c&{values}"));
            assert!(matches!(refused, Err(Error::SignIn(SignInError::ValuesInvalid))), "{values}");
        }
    }

    #[test]
    fn nothing_of_the_code_is_printed() {
        let callback = Callback::parse("state=hidden&code=hidden").unwrap();
        assert!(!format!("{callback:?}").contains("hidden"));
    }
}
