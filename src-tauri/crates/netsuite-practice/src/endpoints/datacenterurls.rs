//! The endpoint that confirms an account ID without a login (Oracle, chapter_157011836591).

use axum::Json;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;
use serde_json::json;

use crate::account::ACCOUNT_ID;
use crate::error_response;
use crate::state::SharedState;

#[derive(Deserialize)]
pub(crate) struct Parameters {
    account: Option<String>,
}

/// Answers with the domains of the account. All of them are this server: a practice account has no other.
pub(crate) async fn show(
    State(shared): State<SharedState>,
    Query(parameters): Query<Parameters>,
) -> Response {
    match parameters.account {
        Some(account) if account.eq_ignore_ascii_case(ACCOUNT_ID) => {
            let origin = &shared.origin;
            Json(json!({ "restDomain": origin, "systemDomain": origin, "webservicesDomain": origin })).into_response()
        }
        // What NetSuite answers for an account that does not exist is not documented.
        Some(_) => error_response::problem(
            StatusCode::NOT_FOUND,
            "INVALID_ACCOUNT",
            "The account could not be found.",
        ),
        None => error_response::problem(
            StatusCode::BAD_REQUEST,
            "INVALID_REQUEST",
            "The parameter account is missing.",
        ),
    }
}
