//! The record service of REST web services: the metadata of the one record type, and its list.
//!
//! Documented are the requests and the shapes of success (Oracle, section_1545129726 for the metadata, section_156414087576
//! for lists). What a refusal says isn't, beyond its shape (section_156570709583).

use axum::extract::{Path, State};
use axum::http::header::{ACCEPT, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use axum::{Extension, Json, Router};
use serde_json::{Value, json};

use super::bearer_token::{self, Service};
use crate::account::roles::Permission;
use crate::clock::RequestTime;
use crate::error_response;
use crate::paths;
use crate::state::SharedState;

pub(crate) fn routes() -> Router<SharedState> {
    let base = paths::RECORDS;
    Router::new()
        .route(&format!("{base}/metadata-catalog/{{record}}"), get(metadata))
        .route(&format!("{base}/{{record}}"), get(list))
}

async fn metadata(
    State(shared): State<SharedState>,
    Extension(RequestTime(now)): Extension<RequestTime>,
    Path(record): Path<String>,
    headers: HeaderMap,
) -> Response {
    let service = Service::RestWebServices;
    if let Err(refusal) = bearer_token::authorize_for(&shared, &headers, service, None, now).await {
        return refusal;
    }
    if !is_known(&record) {
        return unknown(&record);
    }
    if headers.get(ACCEPT).is_none_or(|accept| accept != JSON_SCHEMA) {
        let text = "Only application/schema+json is served here.";
        return error_response::problem(StatusCode::NOT_ACCEPTABLE, "INVALID_HEADER", text);
    }
    let mut answer = Json(schema()).into_response();
    answer.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(JSON_SCHEMA));
    answer
}

async fn list(
    State(shared): State<SharedState>,
    Extension(RequestTime(now)): Extension<RequestTime>,
    Path(record): Path<String>,
    headers: HeaderMap,
) -> Response {
    let service = Service::RestWebServices;
    let caller = match bearer_token::authorize_for(&shared, &headers, service, None, now).await {
        Ok(caller) => caller,
        Err(refusal) => return refusal,
    };
    if !is_known(&record) {
        return unknown(&record);
    }
    if !caller.role.allows(Permission::Customers) {
        // The words of SOAP web services and SuiteScript, as NetSweet/netsuite, issue 249, has them.
        let text = "Permission Violation: You need the 'Lists -> Customers' permission to access this page. \
            Please contact your account administrator.";
        return error_response::problem(StatusCode::FORBIDDEN, "INSUFFICIENT_PERMISSION", text);
    }
    let id = 107;
    let link = format!("{}{}/customer/{id}", shared.origin, paths::RECORDS);
    Json(json!({
        "links": [],
        "count": 1,
        "hasMore": false,
        "items": [{ "links": [{ "rel": "self", "href": link }], "id": id.to_string() }],
        "offset": 0,
        "totalResults": 1,
    }))
    .into_response()
}

/// The practice account has one record type.
pub(crate) fn is_known(record: &str) -> bool {
    record.eq_ignore_ascii_case("customer")
}

/// Neither status nor words are documented.
fn unknown(record: &str) -> Response {
    let text = format!("Record type '{record}' does not exist.");
    error_response::problem(StatusCode::NOT_FOUND, "INVALID_URL", &text)
}

/// Shortened, as Oracle's sample is.
fn schema() -> Value {
    json!({
        "type": "object",
        "properties": {
            "companyName": { "title": "Company Name", "type": "string", "nullable": true },
            "entityId": { "title": "Customer ID", "type": "string" },
            "email": { "title": "Email", "type": "string", "format": "email", "nullable": true },
            "id": { "title": "Internal ID", "type": "string" },
        },
        "$schema": "https://json-schema.org/draft-06/hyper-schema#",
    })
}

const JSON_SCHEMA: &str = "application/schema+json";
