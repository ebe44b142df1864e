//! `pro_message_read`, `pro_placeholder_choose`, `pro_record_begin`, `pro_record_change`,
//! `pro_record_list`, `pro_record_read`, `pro_record_remove`, `pro_record_restore`, `pro_stand_in_save`: the record of
//! SuiteProjects Pro.

use certdesk_core::Result;
use certdesk_core::connection::SavedFile;
use certdesk_core::day::Day;
use certdesk_core::files::export;
use certdesk_core::guides::pro_record::{self, Placeholder, ProChange, ProRecord, Said};
use local_files::proposed_name;
use netsuite_client::AccountId;
use netsuite_keys::key::Search;
use tauri::{AppHandle, Runtime, State, WebviewWindow};
use time::OffsetDateTime;

use crate::chosen_files::read_bounded;
use crate::failure::Failure;
use crate::features::pro_record::view::{ProBoard, ProRecordView, ProSaid};
use crate::file_dialogs;
use crate::ipc::known_account::KnownAccount;
use crate::state::{AppState, blocking, state_of};

/// Everything that was begun.
#[tauri::command]
pub(crate) async fn pro_record_list(state: State<'_, AppState>) -> Result<ProBoard, Failure> {
    let (records, store) = (state.pro_records.clone(), state.store.clone());
    let (found, contents) = blocking(move || Ok((records.list()?, store.list()?))).await?;
    Ok(ProBoard::new(found, &contents.connections, today()))
}

/// What a text says, as it is typed. Nothing is stored.
#[tauri::command]
pub(crate) fn pro_message_read(text: &str) -> ProSaid {
    ProSaid::new(Said::read(text), today())
}

/// Begins with what an account says, or goes on with what was begun for it.
#[tauri::command]
pub(crate) async fn pro_record_begin(
    account: String,
    text: String,
    state: State<'_, AppState>,
) -> Result<ProRecordView, Failure> {
    let account = AccountId::parse(&account)?;
    let (records, store) = (state.pro_records.clone(), state.store.clone());
    let record = blocking(move || {
        let now = OffsetDateTime::now_utc();
        let client = KnownAccount::client_of(&account, &store.list()?.connections);
        let begin = || ProRecord { client, ..ProRecord::new(account.clone(), now) };
        let hear = |record: &mut ProRecord| record.change(ProChange::Says { text }, now);
        records.update_or_begin(account.as_str(), begin, hear)
    });
    Ok(ProRecordView::new(&record.await?.0, today()))
}

/// How far an account is.
#[tauri::command]
pub(crate) async fn pro_record_read(
    account: AccountId,
    state: State<'_, AppState>,
) -> Result<ProRecordView, Failure> {
    let records = state.pro_records.clone();
    let record = blocking(move || records.read(account.as_str())).await?;
    Ok(ProRecordView::new(&record, today()))
}

/// Makes one change.
#[tauri::command]
pub(crate) async fn pro_record_change(
    account: AccountId,
    change: ProChange,
    state: State<'_, AppState>,
) -> Result<ProRecordView, Failure> {
    update(&state, account, |record, now| record.change(change, now)).await
}

/// Forgets how far an account is. Nothing in NetSuite changes.
#[tauri::command]
pub(crate) async fn pro_record_remove(
    account: AccountId,
    state: State<'_, AppState>,
) -> Result<(), Failure> {
    let records = state.pro_records.clone();
    let removed = blocking(move || {
        let removed = records.read(account.as_str())?;
        records.remove(account.as_str())?;
        Ok(removed)
    });
    let removed = removed.await?;
    state.removed_guides().pro_record = Some(removed);
    Ok(())
}

/// Brings the progress back that was removed last, unless there is a new one of its account.
#[tauri::command]
pub(crate) async fn pro_record_restore(state: State<'_, AppState>) -> Result<(), Failure> {
    Ok(state.bring_back(state.pro_records.clone(), |removed| &mut removed.pro_record).await?)
}

/// Looks at a downloaded placeholder; `None` when the user cancels.
#[tauri::command]
pub(crate) async fn pro_placeholder_choose<R: Runtime>(
    account: AccountId,
    window: WebviewWindow<R>,
    state: State<'_, AppState>,
) -> Result<Option<ProRecordView>, Failure> {
    let title = "Choose openair-certificate.pem";
    let Some(path) = file_dialogs::choose_one(&window, title).await? else {
        return Ok(None);
    };
    let (name, content) = blocking(move || read_bounded(&path)).await?;
    let looked = move |record: &mut ProRecord, now: OffsetDateTime| {
        record.placeholder = Some(Placeholder::new(&name, content.expose(), now));
        record.changed_at = now;
        Ok(())
    };
    update(&state, account, looked).await.map(Some)
}

/// Makes a file in the placeholder's place and writes it where the user chooses; `None` when the
/// user cancels. Its key is kept nowhere else.
#[tauri::command]
pub(crate) async fn pro_stand_in_save<R: Runtime>(
    account: AccountId,
    app: AppHandle<R>,
    window: WebviewWindow<R>,
) -> Result<Option<ProRecordView>, Failure> {
    let title = "Save openair-certificate.pem";
    let name = proposed_name(&[account.as_str()], "openair-certificate.pem");
    let Some(path) = file_dialogs::save(&window, title, &name).await? else {
        return Ok(None);
    };
    let record = blocking(move || {
        let now = OffsetDateTime::now_utc();
        let state = state_of(&app);
        let records = &state.pro_records;
        records.read(account.as_str())?;
        let content = pro_record::stand_in(&Search::new(), now)?;
        export::write_private(&path, content.as_bytes())?;
        let saved = SavedFile { path: path.display().to_string(), at: now };
        records.update(account.as_str(), |record| {
            record.stand_in = Some(saved);
            record.changed_at = now;
            Ok(())
        })
    });
    Ok(Some(ProRecordView::new(&record.await?.0, today())))
}

async fn update(
    state: &AppState,
    account: AccountId,
    change: impl FnOnce(&mut ProRecord, OffsetDateTime) -> Result<()> + Send + 'static,
) -> Result<ProRecordView, Failure> {
    let records = state.pro_records.clone();
    let now = OffsetDateTime::now_utc();
    let updated = blocking(move || records.update(account.as_str(), |record| change(record, now)));
    Ok(ProRecordView::new(&updated.await?.0, Day::of(now)))
}

fn today() -> Day {
    Day::of(OffsetDateTime::now_utc())
}
