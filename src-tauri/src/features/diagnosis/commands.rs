//! `diagnosis_read`, `diagnosis_ask`.

use std::sync::Arc;

use certdesk_core::connection::{Connection, ConnectionId, Credential};
use certdesk_core::diagnosis::{self, Asked, AuditCode, Case, Failed, KeyLooked, Pasted};
use certdesk_core::error::{KeysError, VaultError};
use certdesk_core::{Error, Result, vault};
use tauri::State;
use time::OffsetDateTime;

use crate::failure::Failure;
use crate::features::diagnosis::view::{DiagnosisTold, DiagnosisView, PastedView};
use crate::ipc::access::Access;
use crate::state::{AppState, blocking};

/// Looks at everything that is known here. Nothing is sent.
#[tauri::command]
pub(crate) async fn diagnosis_read(
    id: ConnectionId,
    told: DiagnosisTold,
    state: State<'_, AppState>,
) -> Result<DiagnosisView, Failure> {
    let connection = state.read(&id).await?;
    Ok(look(&state, &connection, told).await?)
}

/// Asks NetSuite for the account and, where somebody is signed in, for the list of certificates;
/// then looks again. No token is requested with the certificate in question.
#[tauri::command]
pub(crate) async fn diagnosis_ask(
    id: ConnectionId,
    told: DiagnosisTold,
    state: State<'_, AppState>,
) -> Result<DiagnosisView, Failure> {
    let connection = state.read(&id).await?;
    let netsuite = state.netsuite(&connection).await?;
    let failed = failed_of(&state, &connection);
    let credential = credential_of(&connection, failed.as_ref());
    let certificate_id = credential.map(Credential::certificate_id);
    let reader = state.bearer_to_read_with(&connection, certificate_id).await;
    let reader = reader.as_ref().map(|(bearer, own_record)| (bearer, *own_record));
    let client_id = connection.integration.client_id.as_ref();
    let now = OffsetDateTime::now_utc();
    let asked = diagnosis::ask(&netsuite, client_id, certificate_id, reader, now).await;
    state.recent_failures.asked(&id, asked);
    Ok(look(&state, &connection, told).await?)
}

async fn look(
    state: &AppState,
    connection: &Connection,
    told: DiagnosisTold,
) -> Result<DiagnosisView> {
    let now = OffsetDateTime::now_utc();
    let token_url = state.origin(connection).await.ok().map(|origin| origin.token_url());
    let mut failed = failed_of(state, connection);
    let credential = credential_of(connection, failed.as_ref());
    let pasted = told.pasted.map(|text| {
        let token_url = token_url.as_deref();
        Pasted::read(text.expose(), connection, credential, token_url, now)
    });
    if let Some(seen) = told.seen {
        failed = Some(Failed::seen(seen, now));
    }
    if let Some(pasted) = pasted.as_ref().filter(|pasted| !pasted.is_empty()) {
        failed = Some(Failed::pasted(pasted, now));
    }
    let certificate_id = credential.map(Credential::certificate_id);
    let asked = state.recent_failures.of(&connection.id).asked;
    let others = others_of(state, connection).await?;
    let case = Case {
        connection,
        credential,
        key: look_for_key(state, credential.cloned()).await?,
        token_url: token_url.as_deref(),
        failed: failed.as_ref(),
        asked: asked.as_ref(),
        others: &others,
        now,
    };
    let code = told.code.as_deref().map(str::trim).filter(|text| !text.is_empty());
    let known = code.and_then(AuditCode::find);
    let diagnosis = diagnosis::diagnose(&case, known);
    // Only an answer that counts for this failure.
    let asked = asked.filter(|_| diagnosis.asked_at.is_some());
    let list_unread = asked.as_ref().is_some_and(Asked::list_did_not_come);
    let list_readable = match state.access_without(connection, certificate_id).by {
        Access::SignIn { .. } => !list_unread,
        // Another certificate serves as well, unless it was tried in vain.
        Access::Certificate { .. } => asked.is_none(),
        Access::None => false,
    };
    Ok(DiagnosisView {
        decided: diagnosis.is_decided(),
        questions: diagnosis.questions,
        failure: failed.as_ref().map(Into::into),
        checks: diagnosis.checks.into_iter().map(Into::into).collect(),
        causes: diagnosis.causes.into_iter().map(Into::into).collect(),
        settled: diagnosis.settled,
        code_unknown: code.is_some() && known.is_none(),
        pasted: pasted.as_ref().map(PastedView::from),
        certificate_id: certificate_id.map(ToString::to_string),
        token_url,
        asked_at: diagnosis.asked_at,
        list_readable,
        list_unread,
    })
}

/// What failed since the start, else the refusal of a token or of a call that the document remembers.
fn failed_of(state: &AppState, connection: &Connection) -> Option<Failed> {
    let failed = state.recent_failures.of(&connection.id).failed;
    failed
        .or_else(|| connection.last_refusal.as_ref().map(Failed::recorded))
        .or_else(|| Failed::recalled(connection))
}

/// The one that was used; else the one in use, and where none is the newest.
fn credential_of<'a>(
    connection: &'a Connection,
    failed: Option<&Failed>,
) -> Option<&'a Credential> {
    let used = failed.and_then(|failed| failed.credential.as_ref());
    let used = used.and_then(|id| connection.credential(id).ok());
    used.or_else(|| connection.working()).or_else(|| connection.credentials.last())
}

/// Other connections of the same account.
async fn others_of(state: &AppState, connection: &Connection) -> Result<Vec<Connection>> {
    let store = state.store.clone();
    let account = |one: &Connection| one.account.as_ref().map(|account| account.id.clone());
    let mut others = blocking(move || store.list()).await?.connections;
    others.retain(|other| {
        other.id != connection.id
            && other.practice == connection.practice
            && account(other) == account(connection)
    });
    Ok(others)
}

/// A vault that does not answer says nothing of its keys.
async fn look_for_key(state: &AppState, credential: Option<Credential>) -> Result<KeyLooked> {
    let Some(credential) = credential else { return Ok(KeyLooked::No) };
    let vaults = Arc::clone(&state.vaults);
    blocking(move || {
        let key = vaults.of(credential.vault).and_then(|v| vault::load(&*v, &credential.key));
        Ok(match (key, credential.certificate()) {
            (Ok(key), Ok(certificate)) if key.matches(&certificate) => KeyLooked::Fits,
            (Ok(_), Ok(_)) => KeyLooked::Differs,
            (Err(Error::Vault(VaultError::KeyMissing)), _) => KeyLooked::Gone,
            (Err(Error::Keys(KeysError::KeyNotReadable)), _) => KeyLooked::Unreadable,
            _ => KeyLooked::No,
        })
    })
    .await
}
