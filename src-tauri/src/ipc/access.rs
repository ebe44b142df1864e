//! What the certificates endpoint is asked with: a browser sign-in, or a token of a certificate.

use certdesk_core::connection::CredentialId;
use serde::Serialize;
use time::OffsetDateTime;
use ts_rs::TS;

/// Browser sign-in of one connection, and what requests would be made with now.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AccessView {
    /// What the next request is made with.
    pub(crate) by: Access,
    /// The sign-in that waits for its answer.
    pub(crate) waiting: Option<WaitingSignIn>,
    /// To be entered on the integration record: the app's own, or the address of the page.
    pub(crate) redirect_uri: String,
    /// The app's own: `certdesk://oauth/callback`.
    pub(crate) app_redirect_uri: &'static str,
    /// The web page that NetSuite sends the browser to, where it is not the app's own scheme.
    pub(crate) page: Option<String>,
    /// The page that the practice account stands in for; null with a real account.
    pub(crate) practice_page: Option<&'static str>,
    /// Which program opens addresses of the app's own scheme.
    pub(crate) links: LinksView,
    /// How the user said the client is registered; null before the first sign-in.
    pub(crate) public_client: Option<bool>,
    /// Whether its Client Secret is in the vault.
    pub(crate) has_client_secret: bool,
    /// Whether a refresh token is in the vault, on the user's wish.
    pub(crate) stays_signed_in: bool,
}

/// Which program opens `certdesk://` links.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LinksView {
    pub(crate) opened_by: LinkOpener,
    /// Whether this program can be made to open them: it did not come from a package.
    pub(crate) can_register: bool,
    /// Whether that was done, and can be taken back.
    pub(crate) can_unregister: bool,
}

/// Who opens them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub(crate) enum LinkOpener {
    /// This program.
    This,
    /// Another one, or another copy of this one.
    Other { program: String },
    /// Nobody.
    None,
    /// The system does not say.
    Unknown,
}

/// What the next request to the certificates endpoint is made with.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub(crate) enum Access {
    /// Nothing: somebody has to sign in, or a certificate has to be proven.
    None,
    /// The access token of a sign-in, in memory only.
    SignIn {
        /// Internal ID.
        role: Option<String>,
        /// Internal ID; may be negative.
        entity: Option<String>,
        account: Option<String>,
        scopes: Vec<String>,
        #[serde(with = "time::serde::rfc3339")]
        #[ts(type = "Instant")]
        expires_at: OffsetDateTime,
        /// Of another integration record of the same account. NetSuite does not say whether that
        /// suffices; it is tried.
        of_another_record: bool,
    },
    /// A token requested with a proven certificate, anew for each act.
    Certificate {
        #[ts(type = "string")]
        credential_id: CredentialId,
        certificate_id: String,
        /// As the last proof named them.
        role: Option<String>,
        entity: Option<String>,
    },
}

/// A sign-in that was begun and has not come back.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WaitingSignIn {
    /// What the browser was asked to open; may be opened again or copied. It holds no secret.
    pub(crate) authorize_url: String,
    /// The web page that the browser ends on; null where it comes back by the app's own scheme.
    pub(crate) page: Option<String>,
    #[serde(with = "time::serde::rfc3339")]
    #[ts(type = "Instant")]
    pub(crate) since: OffsetDateTime,
}
