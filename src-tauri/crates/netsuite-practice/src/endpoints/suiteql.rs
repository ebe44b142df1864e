//! SuiteQL over REST web services (Oracle, section_157909186990). It answers every query of the one record type alike.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use axum::routing::post;
use axum::{Extension, Json, Router};
use serde::Deserialize;
use serde_json::json;

use super::bearer_token::{self, Service};
use super::records;
use crate::account::roles::Permission;
use crate::clock::RequestTime;
use crate::error_response;
use crate::paths;
use crate::state::SharedState;

pub(crate) fn routes() -> Router<SharedState> {
    Router::new().route(paths::SUITEQL, post(query))
}

#[derive(Deserialize)]
struct Query {
    q: String,
}

async fn query(
    State(shared): State<SharedState>,
    Extension(RequestTime(now)): Extension<RequestTime>,
    headers: HeaderMap,
    body: axum::body::Bytes,
) -> Response {
    let service = Service::RestWebServices;
    let caller = match bearer_token::authorize_for(&shared, &headers, service, None, now).await {
        Ok(caller) => caller,
        Err(refusal) => return refusal,
    };
    // That both are needed is documented (Oracle, article_5085602973), what NetSuite says without them isn't.
    if !shared.store.account().features.suiteanalytics_workbook {
        return forbidden("The SuiteAnalytics Workbook feature is disabled.");
    }
    if !caller.role.allows(Permission::SuiteAnalyticsWorkbook) {
        return forbidden("Permission violation: the role lacks SuiteAnalytics Workbook.");
    }
    if headers.get("prefer").is_none_or(|prefer| prefer != "transient") {
        let text = "The header Prefer must be transient.";
        return error_response::problem(StatusCode::BAD_REQUEST, "INVALID_HEADER", text);
    }
    let Ok(Query { q }) = serde_json::from_slice(&body) else {
        let text = "The parameter q is expected.";
        return error_response::problem(StatusCode::BAD_REQUEST, "INVALID_CONTENT", text);
    };
    let mut words = q.split_whitespace().skip_while(|word| !word.eq_ignore_ascii_case("from"));
    let record = words.nth(1).unwrap_or_default();
    // A record that the role can't see isn't found, as public clients of SuiteQL quote it.
    if !records::is_known(record) || !caller.role.allows(Permission::Customers) {
        let text = format!(
            "Invalid search query. Detailed unprocessed description follows. \
             Search error occurred: Record '{record}' was not found."
        );
        return error_response::problem(StatusCode::BAD_REQUEST, "INVALID_PARAMETER", &text);
    }
    Json(json!({
        "links": [],
        "count": 1,
        "hasMore": false,
        "items": [{ "links": [], "id": "107" }],
        "offset": 0,
        "totalResults": 1,
    }))
    .into_response()
}

fn forbidden(text: &str) -> Response {
    error_response::problem(StatusCode::FORBIDDEN, "INSUFFICIENT_PERMISSION", text)
}
