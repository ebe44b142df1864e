//! The pages on which a person does what an administrator does in NetSuite.
//!
//! Rendered here, with forms only and no script. `maud` escapes whatever is put into them.

mod audit;
mod authorize;
mod features;
mod frame;
mod home;
mod integrations;
mod landing;
mod mappings;
mod misbehave;
mod roles;

use axum::Router;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::IntoResponse;
use axum::routing::get;

use crate::server::Shared;

pub(crate) use self::integrations::RECORD;
pub use self::landing::REDIRECT_PAGE;
pub(crate) use self::mappings::refusal_text;

/// Every page, and what the forms on it send.
pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route("/", get(home::show))
        .route(frame::STYLE, get(style))
        .merge(features::routes())
        .merge(roles::routes())
        .merge(integrations::routes())
        .merge(mappings::routes())
        .merge(audit::routes())
        .merge(misbehave::routes())
        .merge(authorize::routes())
        .merge(landing::routes())
        .layer(axum::middleware::map_response(frame::protect))
}

async fn style() -> impl IntoResponse {
    let headers = [(CONTENT_TYPE, "text/css; charset=utf-8"), (CACHE_CONTROL, "no-cache")];
    (headers, include_str!("pages/style.css"))
}
