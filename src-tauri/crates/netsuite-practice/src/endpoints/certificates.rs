//! The certificates endpoint, which lists, uploads and revokes certificates.
//!
//! Documented on the restlets host (Oracle, article_92130837826, article_11111634165, article_0209112025,
//! article_0209112818); here all hosts are one. Shapes of success are Oracle's. Its errors are not
//! documented, nor is the status of success: those below are this account's own.

use axum::extract::{Path, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use axum::{Extension, Json, Router};
use rand::seq::SliceRandom as _;
use serde::Deserialize;
use serde_json::{Value, json};
use zeroize::Zeroizing;

use super::bearer_token;
use crate::account::integration::Integration;
use crate::account::mapping::{Mapping, MappingRefusal, NewMapping, RevokeRefusal};
use crate::account::roles::Permission;
use crate::account::{ACCOUNT_ID, Account};
use crate::certificate::CertificateRefusal;
use crate::clock::RequestTime;
use crate::error_response;
use crate::faults::RequestFaults;
use crate::paths;
use crate::refusal_text::refusal_text;
use crate::state::SharedState;

pub(crate) fn routes() -> Router<SharedState> {
    let base = paths::OAUTH2;
    Router::new()
        .route(&format!("{base}/clients/{{client}}/certificates"), get(list).post(upload))
        .route(
            &format!("{base}/clients/{{client}}/certificates/{{certificate}}/revoke"),
            post(revoke),
        )
}

async fn list(
    State(shared): State<SharedState>,
    Extension(RequestTime(now)): Extension<RequestTime>,
    Extension(faults): Extension<RequestFaults>,
    Path(client): Path<String>,
    headers: HeaderMap,
) -> Response {
    if let Err(refusal) =
        bearer_token::authorize(&shared, &headers, Permission::ManageOwnCertificates, now).await
    {
        return refusal;
    }
    let account = shared.store.account();
    let record = match record(&account, &client) {
        Ok(record) => record,
        Err(refusal) => return refused(&refusal),
    };
    // What a list shows is what was true at this count of changes.
    let as_of = faults.list_as_of.unwrap_or(u64::MAX);
    let mut rows: Vec<_> = account
        .mappings
        .iter()
        .filter(|mapping| mapping.integration == record.id && mapping.made_at_change <= as_of)
        .map(|mapping| {
            row(&account, record, mapping, mapping.revoked && mapping.revoked_at_change <= as_of)
        })
        .collect();
    if faults.duplicate_rows {
        rows = rows.into_iter().flat_map(|row| [row.clone(), row]).collect();
    }
    if faults.random_order {
        rows.shuffle(&mut rand::rng());
    }
    Json(rows).into_response()
}

fn row(account: &Account, record: &Integration, mapping: &Mapping, revoked: bool) -> Value {
    json!({
        "application": {
            "id": record.id,
            "name": record.settings.name,
            "url": format!("{}?id={}", paths::INTEGRATION, record.id),
            "application_id": record.application_id,
        },
        "entity": {
            "id": mapping.entity,
            "name": account.entity(mapping.entity).map_or("", |entity| &entity.name),
            "url": format!("{}?id={}", paths::ENTITY, mapping.entity),
        },
        "role": {
            "id": mapping.role,
            "name": account.role(mapping.role).map_or("", |role| &role.name),
            "url": format!("{}?id={}", paths::ROLE, mapping.role),
        },
        "created": mapping.created.date().to_string(),
        "valid_from": mapping.valid_from.date().to_string(),
        "valid_until": mapping.valid_until.date().to_string(),
        "revoked": revoked,
        "certificate_id": mapping.certificate_id,
        "algorithm": mapping.algorithm,
    })
}

/// The body of an upload. The file is wiped when it has been read: it may be a private key after all.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Upload {
    file_content: Zeroizing<String>,
    role: Number,
    entity: Number,
}

/// A number, or a string with one: Oracle's samples have both.
#[derive(Deserialize)]
#[serde(untagged)]
enum Number {
    Plain(i64),
    Text(String),
}

impl Number {
    fn value(&self) -> Option<i64> {
        match self {
            Self::Plain(number) => Some(*number),
            Self::Text(text) => text.parse().ok(),
        }
    }
}

async fn upload(
    State(shared): State<SharedState>,
    Extension(RequestTime(now)): Extension<RequestTime>,
    Extension(faults): Extension<RequestFaults>,
    Path(client): Path<String>,
    headers: HeaderMap,
    body: axum::body::Bytes,
) -> Response {
    let caller =
        match bearer_token::authorize(&shared, &headers, Permission::ManageOwnCertificates, now)
            .await
        {
            Ok(caller) => caller,
            Err(refusal) => return refusal,
        };
    let integration = match record(&shared.store.account(), &client) {
        Ok(record) => record.id,
        Err(refusal) => return refused(&refusal),
    };
    if !is_json(&headers) {
        return error_response::problem(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "INVALID_CONTENT_TYPE",
            "JSON is expected.",
        );
    }
    let Ok(upload) = serde_json::from_slice::<Upload>(&body) else {
        return invalid("fileContent, role and entity are expected.");
    };
    let (Some(role), Some(entity)) = (upload.role.value(), upload.entity.value()) else {
        return invalid("role and entity must be numbers.");
    };
    if !caller.may_act_for(entity) {
        let text = "Permission violation: the certificate would be another user's.";
        return error_response::problem(StatusCode::FORBIDDEN, "INSUFFICIENT_PERMISSION", text);
    }

    let old_shape = faults.old_upload_answer;
    let made = shared.store.change(move |account| {
        let new_mapping =
            NewMapping { integration, entity, role, file: upload.file_content.as_bytes() };
        account.map_certificate(&new_mapping, &faults.upload, now)
    });
    match made.await {
        Ok(Ok(mapping)) => uploaded(&mapping, old_shape),
        Ok(Err(refusal)) => refused(&refusal),
        Err(error) => error_response::failure(&error),
    }
}

fn uploaded(mapping: &Mapping, old_shape: bool) -> Response {
    // Read from an accepted file a moment ago, so it can be read again.
    let pem = mapping.certificate().map(|certificate| certificate.pem).unwrap_or_default();
    let mut body = json!({
        "entity_role_id": { "com": ACCOUNT_ID, "ent": mapping.entity, "rol": mapping.role },
        "certificate_id": mapping.certificate_id,
        "certificate": pem,
        "algorithm": mapping.algorithm,
        "created_at": mapping.created.date().to_string(),
        "valid_from": mapping.valid_from.date().to_string(),
        "valid_until": mapping.valid_until.date().to_string(),
        "invalidated": false,
    });
    if old_shape {
        body["installation_id"] = mapping.integration.into();
        body["valid"] = true.into();
    } else {
        body["application_id"] = mapping.integration.into();
    }
    Json(body).into_response()
}

fn refused(refusal: &MappingRefusal) -> Response {
    let code = match refusal {
        MappingRefusal::File(CertificateRefusal::Expired) => "CERTIFICATE_EXPIRED",
        MappingRefusal::File(_) => "INVALID_CERTIFICATE",
        MappingRefusal::NoSuchApplication | MappingRefusal::GrantNotTicked => "INVALID_INTEGRATION",
        MappingRefusal::EntityOrRole => "INVALID_ENTITY_OR_ROLE",
        MappingRefusal::AlreadyUsed => "CERTIFICATE_ALREADY_USED",
        MappingRefusal::FiveActive => "CERTIFICATE_LIMIT_REACHED",
    };
    let status = match refusal {
        MappingRefusal::NoSuchApplication => StatusCode::NOT_FOUND,
        _ => StatusCode::BAD_REQUEST,
    };
    error_response::problem(status, code, &refusal_text(refusal))
}

async fn revoke(
    State(shared): State<SharedState>,
    Extension(RequestTime(now)): Extension<RequestTime>,
    Path((client, certificate)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    let caller =
        match bearer_token::authorize(&shared, &headers, Permission::ManageOwnCertificates, now)
            .await
        {
            Ok(caller) => caller,
            Err(refusal) => return refusal,
        };
    let account = shared.store.account();
    let record = match record(&account, &client) {
        Ok(record) => record,
        Err(refusal) => return refused(&refusal),
    };
    let Some(mapping) =
        account.mapping(&certificate).filter(|mapping| mapping.integration == record.id)
    else {
        return not_listed();
    };
    if !caller.may_act_for(mapping.entity) {
        let text = "Permission violation: the certificate is another user's.";
        return error_response::problem(StatusCode::FORBIDDEN, "INSUFFICIENT_PERMISSION", text);
    }
    match shared.store.change(move |account| account.revoke_mapping(&certificate)).await {
        Ok(Ok(())) => "Successfully revoked".into_response(),
        Ok(Err(RevokeRefusal::AlreadyRevoked)) => error_response::problem(
            StatusCode::BAD_REQUEST,
            "CERTIFICATE_REVOKED",
            "The certificate has already been revoked.",
        ),
        Ok(Err(RevokeRefusal::NotListed)) => not_listed(),
        Err(error) => error_response::failure(&error),
    }
}

/// The record of a Consumer Key, if certificates can be mapped to it.
fn record<'a>(account: &'a Account, client: &str) -> Result<&'a Integration, MappingRefusal> {
    let record = account.integration_of_client(client).ok_or(MappingRefusal::NoSuchApplication)?;
    if record.settings.client_credentials {
        Ok(record)
    } else {
        Err(MappingRefusal::GrantNotTicked)
    }
}

fn not_listed() -> Response {
    error_response::problem(
        StatusCode::NOT_FOUND,
        "INVALID_CERTIFICATE_ID",
        "The certificate could not be found.",
    )
}

fn invalid(text: &str) -> Response {
    error_response::problem(StatusCode::BAD_REQUEST, "INVALID_CONTENT", text)
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}
