//! The requests that programs send: tokens, certificates, and the check of an account ID.

mod bearer_token;
mod certificates;
pub(crate) mod datacenterurls;
pub(crate) mod token;

use axum::Router;
use axum::routing::{get, post};

use crate::server::Shared;

/// Every endpoint.
pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route(&format!("{}/token", token::BASE), post(token::request))
        .route(&format!("{}/revoke", token::BASE), post(token::authorization_code::revoke))
        .route(datacenterurls::PATH, get(datacenterurls::show))
        .merge(certificates::routes())
}
