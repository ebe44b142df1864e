//! The pages on which a person does what an administrator does in NetSuite.
//!
//! They are rendered here, with forms only and no script. `maud` escapes whatever is put into them.

mod audit;
mod authorize;
mod deployment;
mod faults;
mod features;
mod home;
mod integrations;
mod layout;
mod mappings;
mod redirect_page;
mod roles;

use axum::Router;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::IntoResponse;
use axum::routing::get;

use crate::paths;
use crate::state::SharedState;

pub use self::redirect_page::REDIRECT_PAGE;

/// Every page, and what the forms on it send.
pub(crate) fn routes() -> Router<SharedState> {
    Router::new()
        .route(paths::HOME, get(home::show))
        .route(paths::STYLE, get(style))
        .merge(features::routes())
        .merge(roles::routes())
        .merge(deployment::routes())
        .merge(integrations::routes())
        .merge(mappings::routes())
        .merge(audit::routes())
        .merge(faults::routes())
        .merge(authorize::routes())
        .merge(redirect_page::routes())
        .layer(axum::middleware::map_response(layout::add_security_headers))
}

async fn style() -> impl IntoResponse {
    let headers = [(CONTENT_TYPE, "text/css; charset=utf-8"), (CACHE_CONTROL, "no-cache")];
    (headers, include_str!("pages/style.css"))
}
