//! What a read asks for: parsed before anything is sent, so that it can only read.

use url::Url;

use super::Origin;
use crate::error::{Error, Result};

/// One documented read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Read {
    /// The metadata of a record type: GET of the metadata catalog.
    ///
    /// Source: <https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_1545129726.html>
    Metadata {
        /// Which.
        record: RecordType,
    },
    /// The first record of a type: GET with `limit=1`.
    ///
    /// Source: <https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_156414087576.html>
    Record {
        /// Which.
        record: RecordType,
    },
    /// A SuiteQL query: POST with `Prefer: transient`.
    ///
    /// Source: <https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_157909186990.html>
    Query {
        /// Which.
        query: Query,
    },
    /// A GET of a RESTlet.
    ///
    /// Source: <https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_4618456734.html>
    Restlet {
        /// Its External URL.
        url: RestletUrl,
    },
}

/// The name of a record type, as in REST web services: `customer`, `salesOrder`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordType(String);

impl RecordType {
    /// Takes letters, digits and `_` only, so that it needs no escaping.
    ///
    /// # Errors
    /// [`Error::RecordTypeInvalid`].
    pub fn parse(text: &str) -> Result<Self> {
        let text = text.trim();
        let fits = text.len() <= NAME
            && text.starts_with(|c: char| c.is_ascii_alphabetic())
            && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        fits.then(|| Self(text.to_owned())).ok_or(Error::RecordTypeInvalid)
    }

    /// The record type that every account has.
    #[must_use]
    pub fn customer() -> Self {
        Self("customer".to_owned())
    }

    /// As it stands in an address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A SuiteQL query that only reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query(String);

impl Query {
    /// Takes one statement that begins with SELECT or WITH. SuiteQL has no other; this keeps a text
    /// that is something else from being sent.
    ///
    /// # Errors
    /// [`Error::QueryNotRead`].
    pub fn parse(text: &str) -> Result<Self> {
        let text = text.trim().trim_end_matches(';').trim_end();
        let first = text.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
        let reads = ["select", "with"].iter().any(|word| first.eq_ignore_ascii_case(word));
        let fits = reads && text.len() <= QUERY && !statements_follow(text);
        fits.then(|| Self(text.to_owned())).ok_or(Error::QueryNotRead)
    }

    /// As it is sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a semicolon ends a statement: one within quotes doesn't.
fn statements_follow(text: &str) -> bool {
    let mut quote = None;
    for c in text.chars() {
        match (quote, c) {
            (None, '\'' | '"') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            (None, ';') => return true,
            _ => {}
        }
    }
    false
}

/// The External URL of a RESTlet of one account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RestletUrl(Url);

impl RestletUrl {
    /// Takes the External URL from the script deployment record.
    ///
    /// # Errors
    /// [`Error::RestletUrlInvalid`]; [`Error::RestletElsewhere`] where the host isn't this account's.
    pub fn parse(text: &str, origin: &Origin) -> Result<Self> {
        let url = Url::parse(text.trim()).map_err(|_| Error::RestletUrlInvalid)?;
        let has =
            |name: &str| url.query_pairs().any(|(key, value)| key == name && !value.is_empty());
        let bare =
            url.username().is_empty() && url.password().is_none() && url.fragment().is_none();
        if url.path() != RESTLET || !bare || !has("script") || !has("deploy") {
            return Err(Error::RestletUrlInvalid);
        }
        if origin.is_restlet(&url) {
            Ok(Self(url))
        } else {
            Err(Error::RestletElsewhere { expected: origin.restlets_host() })
        }
    }

    pub(crate) const fn as_url(&self) -> &Url {
        &self.0
    }

    /// Script and deployment, as in the address.
    #[must_use]
    pub fn names(&self) -> String {
        let value = |name: &str| {
            let found = self.0.query_pairs().find(|(key, _)| key == name);
            found.map(|(_, value)| value.chars().take(NAME).collect::<String>()).unwrap_or_default()
        };
        format!("{}, {}", value("script"), value("deploy"))
    }
}

const RESTLET: &str = "/app/site/hosting/restlet.nl";
/// Characters of a name, and of a query.
const NAME: usize = 64;
const QUERY: usize = 10_000;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::account::AccountId;

    #[test]
    fn only_the_name_of_a_record_type_is_taken() {
        for name in ["customer", " salesOrder ", "customrecord_my_type2"] {
            assert_eq!(RecordType::parse(name).unwrap().as_str(), name.trim());
        }
        for text in ["", "../customer", "customer?q=x", "2customer", "sales order", "a/b"] {
            assert!(RecordType::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn only_one_statement_that_reads_is_taken() {
        for text in [
            "SELECT id FROM customer",
            " select 'a;b' from customer; ",
            "WITH x AS (SELECT 1) SELECT * FROM x",
        ] {
            assert!(Query::parse(text).is_ok(), "{text}");
        }
        for text in [
            "",
            "DELETE FROM customer",
            "SELECT 1; DROP TABLE x",
            "selection of things",
            "(SELECT 1)",
        ] {
            assert!(Query::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn only_a_restlet_of_the_account_itself_is_taken() {
        let origin = Origin::NetSuite(AccountId::parse("4718203_SB1").unwrap());
        let at = |host: &str, rest: &str| format!("https://{host}{rest}");
        let host = "4718203-sb1.restlets.api.netsuite.com";
        let rest = "/app/site/hosting/restlet.nl?script=17&deploy=1&name=x";
        let url = RestletUrl::parse(&at(host, rest), &origin).unwrap();
        assert_eq!(url.names(), "17, 1");
        for elsewhere in [
            "4718203.restlets.api.netsuite.com",
            "4718203-sb1.restlets.api.netsuite.com.example.com",
            "4718203-sb1.suitetalk.api.netsuite.com",
            "4718203-sb1.restlets.api.netsuite.com:8443",
        ] {
            let parsed = RestletUrl::parse(&at(elsewhere, rest), &origin);
            assert!(
                matches!(parsed, Err(Error::RestletElsewhere { ref expected }) if expected == host),
                "{elsewhere}"
            );
        }
        assert!(matches!(
            RestletUrl::parse(&format!("http://{host}{rest}"), &origin),
            Err(Error::RestletElsewhere { .. })
        ));
        for invalid in [
            at(host, "/app/site/hosting/restlet.nl?script=17"),
            at(host, "/app/site/hosting/scriptlet.nl?script=17&deploy=1"),
            at(&format!("user:pass@{host}"), rest),
            "customscript17".to_owned(),
            String::new(),
        ] {
            let parsed = RestletUrl::parse(&invalid, &origin);
            assert!(matches!(parsed, Err(Error::RestletUrlInvalid)), "{invalid}");
        }
    }
}
