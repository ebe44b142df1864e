//! The hosts of one account. They are built from a parsed account ID and from nothing else.

use std::net::SocketAddr;

use url::Url;

use crate::account::AccountId;
use crate::client_id::ClientId;

/// Where an account's endpoints are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// NetSuite itself.
    NetSuite(AccountId),
    /// The practice account of this computer: one address stands for all hosts.
    Practice(Loopback, AccountId),
}

/// The hosts on which Oracle has shown the certificates endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndpointHost {
    /// As documented today.
    Restlets,
    /// As in Oracle's article of 2023.
    App,
}

/// A socket address of this computer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loopback(SocketAddr);

impl Loopback {
    /// Takes loopback addresses only.
    #[must_use]
    pub fn new(address: SocketAddr) -> Option<Self> {
        address.ip().is_loopback().then_some(Self(address))
    }
}

impl Origin {
    /// The practice account at an address, if that is a loopback address.
    #[must_use]
    pub fn practice(address: SocketAddr, account: AccountId) -> Option<Self> {
        Loopback::new(address).map(|address| Self::Practice(address, account))
    }

    /// Whether this is the practice account.
    #[must_use]
    pub const fn is_practice(&self) -> bool {
        matches!(self, Self::Practice(..))
    }

    /// The account whose endpoints these are.
    #[must_use]
    pub const fn account(&self) -> &AccountId {
        match self {
            Self::NetSuite(account) | Self::Practice(_, account) => account,
        }
    }

    /// The token endpoint, on the `suitetalk` host (facts B.1).
    #[must_use]
    pub fn token_url(&self) -> String {
        self.below("suitetalk.api", "/services/rest/auth/oauth2/v1/token")
    }

    /// The certificates of an integration record (facts C). A Client ID needs no escaping.
    #[must_use]
    pub fn certificates_url(&self, host: EndpointHost, client_id: &ClientId) -> String {
        let service = match host {
            EndpointHost::Restlets => "restlets.api",
            EndpointHost::App => "app",
        };
        let path = format!("/services/rest/auth/oauth2/v1/clients/{client_id}/certificates");
        self.below(service, &path)
    }

    /// The metadata of a record type. Its name needs no escaping.
    pub(super) fn metadata_url(&self, record: &str) -> String {
        let path = format!("/services/rest/record/v1/metadata-catalog/{record}");
        self.below("suitetalk.api", &path)
    }

    /// The list of a record type's records, of which the first is asked for.
    pub(super) fn records_url(&self, record: &str) -> String {
        let path = format!("/services/rest/record/v1/{record}?limit=1");
        self.below("suitetalk.api", &path)
    }

    /// SuiteQL, of whose rows the first is asked for.
    pub(super) fn suiteql_url(&self) -> String {
        self.below("suitetalk.api", "/services/rest/query/v1/suiteql?limit=1")
    }

    /// The host of the account's RESTlets.
    #[must_use]
    pub fn restlets_host(&self) -> String {
        host_of(&self.below("restlets.api", "/"))
    }

    /// Whether an address is on the host of the account's RESTlets.
    pub(crate) fn is_restlet(&self, url: &Url) -> bool {
        Url::parse(&self.below("restlets.api", "/"))
            .is_ok_and(|ours| ours.scheme() == url.scheme() && ours.origin() == url.origin())
    }

    /// Where a person signs in.
    #[must_use]
    pub fn app_url(&self) -> String {
        self.below("app", "/")
    }

    /// Where a person allows an application to act for them (facts D).
    #[must_use]
    pub fn authorize_url(&self) -> String {
        self.below("app", "/app/login/oauth2/authorize.nl")
    }

    /// Where a refresh token is revoked, on the `suitetalk` host (facts B.7).
    #[must_use]
    pub fn revoke_url(&self) -> String {
        self.below("suitetalk.api", "/services/rest/auth/oauth2/v1/revoke")
    }

    /// Which hosts an account has; answers without a login (facts B.6). The account ID has only
    /// ASCII letters, digits and `_`, so it needs no escaping.
    #[must_use]
    pub fn data_center_urls(&self) -> String {
        match self {
            Self::NetSuite(account) => {
                format!("https://rest.netsuite.com/rest/datacenterurls?account={account}")
            }
            Self::Practice(Loopback(address), account) => {
                format!("http://{address}/rest/datacenterurls?account={account}")
            }
        }
    }

    /// Whether an address is one of this account: its host begins with the account's ID, or is the
    /// practice account's.
    pub(super) fn is_at(&self, address: &str) -> bool {
        let host = host_of(address).to_ascii_lowercase();
        let names = host.split('.').next() == Some(self.account().host_form().as_str());
        names || matches!(self, Self::Practice(Loopback(address), _) if address.to_string() == host)
    }

    fn below(&self, service: &str, path: &str) -> String {
        match self {
            Self::NetSuite(account) => {
                format!("https://{}.{service}.netsuite.com{path}", account.host_form())
            }
            Self::Practice(Loopback(address), _) => format!("http://{address}{path}"),
        }
    }
}

/// The host of an address that was built here.
pub fn host_of(url: &str) -> String {
    url.split("://").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_written_as_netsuite_writes_them() {
        let origin = Origin::NetSuite(AccountId::parse("4718203_SB1").unwrap());
        assert_eq!(
            origin.token_url(),
            "https://4718203-sb1.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token"
        );
        assert_eq!(origin.app_url(), "https://4718203-sb1.app.netsuite.com/");
        let client_id = ClientId::parse(&"2".repeat(64)).unwrap();
        for (host, service) in
            [(EndpointHost::Restlets, "restlets.api"), (EndpointHost::App, "app")]
        {
            assert_eq!(
                origin.certificates_url(host, &client_id),
                format!(
                    "https://4718203-sb1.{service}.netsuite.com/services/rest/auth/oauth2/v1/clients/{client_id}/certificates"
                )
            );
        }
        assert_eq!(
            origin.authorize_url(),
            "https://4718203-sb1.app.netsuite.com/app/login/oauth2/authorize.nl"
        );
        assert_eq!(
            origin.revoke_url(),
            "https://4718203-sb1.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/revoke"
        );
        assert_eq!(
            origin.data_center_urls(),
            "https://rest.netsuite.com/rest/datacenterurls?account=4718203_SB1"
        );
    }

    #[test]
    fn the_practice_account_is_on_this_computer_only() {
        let at = |address: &str| {
            let account = AccountId::parse("TSTDRV1000001").unwrap();
            Origin::practice(address.parse().unwrap(), account)
        };
        assert!(at("192.0.2.1:80").is_none());
        assert!(at("0.0.0.0:80").is_none());
        let origin = at("127.0.0.1:4711").unwrap();
        assert_eq!(origin.token_url(), "http://127.0.0.1:4711/services/rest/auth/oauth2/v1/token");
    }
}
