//! The requests that programs send: tokens, certificates, calls with a token, and the check of an account ID.

mod bearer_token;
mod certificates;
mod datacenterurls;
mod records;
mod restlet;
mod suiteql;
mod token;

use axum::Router;
use axum::routing::{get, post};

use crate::paths;
use crate::state::SharedState;

/// Every endpoint.
pub(crate) fn routes() -> Router<SharedState> {
    Router::new()
        .route(&format!("{}/token", paths::OAUTH2), post(token::request))
        .route(&format!("{}/revoke", paths::OAUTH2), post(token::authorization_code::revoke))
        .route(paths::DATACENTER_URLS, get(datacenterurls::show))
        .merge(certificates::routes())
        .merge(records::routes())
        .merge(suiteql::routes())
        .merge(restlet::routes())
}
