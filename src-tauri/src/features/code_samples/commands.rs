//! `code_sample_list`, `code_sample_save`.

use certdesk_core::Error;
use certdesk_core::connection::ConnectionId;
use certdesk_core::files::export;
use certdesk_core::handover::code_sample::{CodeSample, Values};
use tauri::{Runtime, State, WebviewWindow};

use crate::failure::Failure;
use crate::features::code_samples::view::CodeSamples;
use crate::file_dialogs;
use crate::state::{AppState, blocking};

/// The programs of all languages with the values of a connection. Needs no network, but for a
/// practice connection the practice account's address.
#[tauri::command]
pub(crate) async fn code_sample_list(
    id: ConnectionId,
    state: State<'_, AppState>,
) -> Result<CodeSamples, Failure> {
    Ok(CodeSamples::new(&values(&id, &state).await?))
}

/// Writes one of them to where the user chooses. `None` when the user cancels, else the path.
#[tauri::command]
pub(crate) async fn code_sample_save<R: Runtime>(
    id: ConnectionId,
    sample: String,
    window: WebviewWindow<R>,
    state: State<'_, AppState>,
) -> Result<Option<String>, Failure> {
    let sample = CodeSample::named(&sample).ok_or(Error::Unexpected("no such code sample"))?;
    let code = sample.fill(&values(&id, &state).await?);
    let Some(path) = file_dialogs::save(&window, TITLE, &sample.facts().file).await? else {
        return Ok(None);
    };
    Ok(blocking(move || {
        export::write_public(&path, code.as_bytes())?;
        Ok(Some(path.display().to_string()))
    })
    .await?)
}

async fn values(id: &ConnectionId, state: &AppState) -> Result<Values, Failure> {
    let connection = state.read(id).await?;
    let token_url = state.origin(&connection).await?.token_url();
    Ok(Values::of(&connection, &token_url)?)
}

const TITLE: &str = "Save sample code";
