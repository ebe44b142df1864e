//! `tba_plan_change`, `tba_plan_export`, `tba_plan_hint`, `tba_plan_list`, `tba_plan_load`, `tba_plan_paste`,
//! `tba_plan_read`, `tba_plan_remove`, `tba_plan_restore`, `tba_plan_set_up`: the plan that moves an
//! account's integrations off token-based authentication.

use certdesk_core::Result;
use certdesk_core::connection::ConnectionId;
use certdesk_core::files::export;
use certdesk_core::guides::tba_plan::{EntryId, List, MOST_BYTES, PlanChange, TbaPlan};
use local_files::proposed_name;
use netsuite_client::AccountId;
use netsuite_keys::secret::Secret;
use tauri::{AppHandle, Runtime, State, WebviewWindow};
use time::OffsetDateTime;

use crate::chosen_files::read_up_to;
use crate::failure::Failure;
use crate::features::tba_plan::view::{TbaBoard, TbaHint, TbaListTaken, TbaPlanView};
use crate::file_dialogs;
use crate::ipc::known_account::KnownAccount;
use crate::state::{AppState, blocking, state_of};

/// Every plan.
#[tauri::command]
pub(crate) async fn tba_plan_list(state: State<'_, AppState>) -> Result<TbaBoard, Failure> {
    let (plans, store) = (state.tba_plans.clone(), state.store.clone());
    let (found, contents) = blocking(move || Ok((plans.list()?, store.list()?))).await?;
    Ok(TbaBoard::new(found, &contents.connections))
}

/// Takes a pasted list into an account's plan, which begins with the first one. A text that holds a
/// secret is wiped.
#[tauri::command]
pub(crate) async fn tba_plan_paste<R: Runtime>(
    account: String,
    text: Secret<String>,
    app: AppHandle<R>,
) -> Result<TbaListTaken, Failure> {
    let account = AccountId::parse(&account)?;
    let taken =
        blocking(move || take_in(&state_of(&app), account, List::read(text.expose().as_bytes())?));
    Ok(taken.await?)
}

/// The same with a file; `None` when the user cancels.
#[tauri::command]
pub(crate) async fn tba_plan_load<R: Runtime>(
    account: String,
    app: AppHandle<R>,
    window: WebviewWindow<R>,
) -> Result<Option<TbaListTaken>, Failure> {
    let account = AccountId::parse(&account)?;
    let title = "Choose the list of access tokens or integration records";
    let Some(path) = file_dialogs::choose_one(&window, title).await? else {
        return Ok(None);
    };
    let taken = blocking(move || {
        let (_, content) = read_up_to(&path, MOST_BYTES)?;
        take_in(&state_of(&app), account, List::read(content.expose())?)
    });
    Ok(Some(taken.await?))
}

/// One account's plan.
#[tauri::command]
pub(crate) async fn tba_plan_read(
    account: AccountId,
    state: State<'_, AppState>,
) -> Result<TbaPlanView, Failure> {
    let (plans, store) = (state.tba_plans.clone(), state.store.clone());
    let view = blocking(move || {
        Ok(TbaPlanView::new(&plans.read(account.as_str())?, &store.list()?.connections))
    });
    Ok(view.await?)
}

/// Makes one change of an entry.
#[tauri::command]
pub(crate) async fn tba_plan_change(
    account: AccountId,
    entry: EntryId,
    change: PlanChange,
    state: State<'_, AppState>,
) -> Result<TbaPlanView, Failure> {
    let (plans, store) = (state.tba_plans.clone(), state.store.clone());
    let view = blocking(move || {
        let (connections, now) = (store.list()?.connections, OffsetDateTime::now_utc());
        let change = |plan: &mut TbaPlan| plan.change(&entry, change, &connections, now);
        let (plan, ()) = plans.update(account.as_str(), change)?;
        Ok(TbaPlanView::new(&plan, &connections))
    });
    Ok(view.await?)
}

/// Saves a plan as a table to a file that the user chooses, and returns its path; `None` when the
/// user cancels.
#[tauri::command]
pub(crate) async fn tba_plan_export<R: Runtime>(
    account: AccountId,
    window: WebviewWindow<R>,
    state: State<'_, AppState>,
) -> Result<Option<String>, Failure> {
    let name = proposed_name(&[account.as_str()], "move-from-tba.csv");
    let Some(path) = file_dialogs::save(&window, "Save move-from-tba.csv", &name).await? else {
        return Ok(None);
    };
    let (plans, store) = (state.tba_plans.clone(), state.store.clone());
    let saved = blocking(move || {
        let plan = plans.read(account.as_str())?;
        export::write_public(&path, &plan.to_csv(&store.list()?.connections)?)?;
        Ok(path.display().to_string())
    });
    Ok(Some(saved.await?))
}

/// Creates the connection that takes an entry's place, and returns its ID.
#[tauri::command]
pub(crate) async fn tba_plan_set_up(
    account: AccountId,
    entry: EntryId,
    state: State<'_, AppState>,
) -> Result<ConnectionId, Failure> {
    let (plans, store) = (state.tba_plans.clone(), state.store.clone());
    let created = blocking(move || {
        let now = OffsetDateTime::now_utc();
        let connection = plans.read(account.as_str())?.connection_for(&entry, now)?;
        store.create(&connection)?;
        let id = connection.id.clone();
        let link = PlanChange::Connection { connection: Some(id.clone()) };
        plans.update(account.as_str(), |plan| plan.change(&entry, link, &[connection], now))?;
        Ok(id)
    });
    Ok(created.await?)
}

/// What is known of the old token whose place a connection takes; null for all other connections.
#[tauri::command]
pub(crate) async fn tba_plan_hint(
    id: ConnectionId,
    state: State<'_, AppState>,
) -> Result<Option<TbaHint>, Failure> {
    let plans = state.tba_plans.clone();
    let hint = blocking(move || {
        let found = plans.list()?.documents;
        Ok(found.iter().find_map(|plan| plan.replaced_by(&id)).map(TbaHint::new))
    });
    Ok(hint.await?)
}

/// Forgets a plan. Nothing in NetSuite changes, and connections stay.
#[tauri::command]
pub(crate) async fn tba_plan_remove(
    account: AccountId,
    state: State<'_, AppState>,
) -> Result<(), Failure> {
    let plans = state.tba_plans.clone();
    let removed = blocking(move || {
        let removed = plans.read(account.as_str())?;
        plans.remove(account.as_str())?;
        Ok(removed)
    });
    let removed = removed.await?;
    state.removed_guides().tba_plan = Some(removed);
    Ok(())
}

/// Brings the plan back that was removed last, unless there is a new one of its account.
#[tauri::command]
pub(crate) async fn tba_plan_restore(state: State<'_, AppState>) -> Result<(), Failure> {
    Ok(state.bring_back(state.tba_plans.clone(), |removed| &mut removed.tba_plan).await?)
}

fn take_in(state: &AppState, account: AccountId, list: List) -> Result<TbaListTaken> {
    let (connections, now) = (state.store.list()?.connections, OffsetDateTime::now_utc());
    let client = KnownAccount::client_of(&account, &connections);
    let begin = || TbaPlan::new(account.clone(), client, now);
    let kind = list.kind;
    let (plan, merged) =
        state.tba_plans.update_or_begin(account.as_str(), begin, |plan| plan.take_in(list, now))?;
    Ok(TbaListTaken::new(&plan, kind, merged))
}
