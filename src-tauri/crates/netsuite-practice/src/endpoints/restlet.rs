//! The account's one RESTlet, which has a GET function only.
//!
//! Documented are the statuses (Oracle, section_4634920277) and the code for a Web Services Only role
//! (chapter_1529417663). The other codes are those that programs which call RESTlets look for.

use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use axum::{Extension, Json, Router};
use serde::Deserialize;
use serde_json::json;

use super::bearer_token::{self, Service};
use crate::account::restlet::{DEPLOY, SCRIPT};
use crate::clock::RequestTime;
use crate::error_response;
use crate::paths;
use crate::state::SharedState;

pub(crate) fn routes() -> Router<SharedState> {
    Router::new().route(paths::RESTLET, get(call))
}

#[derive(Deserialize)]
struct Parameters {
    script: String,
    deploy: String,
}

async fn call(
    State(shared): State<SharedState>,
    Extension(RequestTime(now)): Extension<RequestTime>,
    Query(parameters): Query<Parameters>,
    headers: HeaderMap,
) -> Response {
    let service = Service::Restlets;
    let caller = match bearer_token::authorize_for(&shared, &headers, service, None, now).await {
        Ok(caller) => caller,
        Err(refusal) => return refusal,
    };
    let deployment = shared.store.account().deployment.clone();
    let is_here = parameters.script == SCRIPT && parameters.deploy == DEPLOY;
    if !is_here || !deployment.is_callable() {
        return error_response::restlet(
            StatusCode::NOT_FOUND,
            "SSS_INVALID_SCRIPTLET_ID",
            "That RESTlet is invalid, disabled, or no longer exists.",
        );
    }
    if !deployment.admits(&caller.role) {
        return error_response::restlet(
            StatusCode::FORBIDDEN,
            "INSUFFICIENT_PERMISSION",
            "You do not have permission to view this page.",
        );
    }
    Json(json!({ "greeting": "Hello from the practice account." })).into_response()
}
