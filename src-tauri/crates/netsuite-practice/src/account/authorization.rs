//! What a client was allowed to do, and for whom.

use super::integration::Scope;

/// What an authorization code, a refresh token or an access token stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Authorization {
    pub(crate) client_id: String,
    pub(crate) application_id: String,
    pub(crate) entity: i64,
    pub(crate) role: i64,
    pub(crate) scopes: Vec<Scope>,
    /// Common to all tokens that come from one consent; none for client credentials.
    pub(crate) family: Option<String>,
}
