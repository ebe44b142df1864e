//! The window's side of Certdesk: commands, keychain, dialogs. What a certificate or a token is,
//! the crate `certdesk-core` knows; here is only translation.

mod browser;
mod chosen_files;
mod command_line;
mod deep_links;
mod due;
mod failure;
mod features;
mod file_dialogs;
mod ipc;
mod keychain;
mod link_registration;
mod navigation_guard;
mod reminder;
mod state;
mod system;
mod system_check;
mod texts;
mod tools;
mod typescript;
mod window_place;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use tauri::{App, AppHandle, Builder, Context, Manager as _, Runtime, Wry};
use tracing_subscriber::EnvFilter;

use command_line::Asked;
pub use failure::Failure;
use features::file_doctor::examined_files::{self, FileDoctor};
use state::AppState;
use system_check::Scope;
use tools::Tools;
pub use typescript::typescript;

/// Does what the command line asks for: without options, runs the app in its window until that is
/// closed.
#[must_use]
pub fn run() -> ExitCode {
    log_to_stderr();
    match command_line::read(std::env::args_os().skip(1)) {
        Ok(Asked::Window) => open_window(),
        Ok(Asked::Check { json, online }) => {
            let keys = folder_of_this_app(dirs::data_local_dir()).map(|folder| folder.join("keys"));
            command_line::check(
                Scope::new(folder_of_this_app(dirs::data_dir()), keys, online),
                json,
            )
        }
        Ok(Asked::Due { json, days }) => {
            command_line::due(folder_of_this_app(dirs::data_dir()).as_deref(), days, json)
        }
        Ok(Asked::Remind) => reminder::run(folder_of_this_app(dirs::data_dir()).as_deref()),
        Ok(Asked::Links { open }) => command_line::links(open),
        Ok(Asked::Version) => {
            command_line::print(&format!("{}\n", texts::version(system_check::COMMIT)));
            ExitCode::SUCCESS
        }
        Ok(Asked::Help) => {
            command_line::print(texts::USAGE);
            ExitCode::SUCCESS
        }
        Err(mistake) => command_line::refuse(&mistake),
    }
}

fn open_window() -> ExitCode {
    if let Err(missing) = system::window_can_open() {
        return command_line::no_window(texts::no_window(missing));
    }
    let builder =
        deep_links::plug_in(builder(Builder::default())).plugin(navigation_guard::own_pages_only());
    let mut builder =
        builder.on_window_event(examined_files::attend).on_window_event(window_place::attend);
    // The plugin is told its file before there is an app that could name the folder.
    let here = folder_of_this_app(dirs::data_local_dir());
    if let Some(folder) = &here {
        builder = builder.plugin(window_place::keep(folder));
    }
    let app = builder.setup(move |app| {
        if let Some(folder) = &here {
            window_place::restore(app, folder);
        }
        // Windows carries `app_data_dir` along with a roaming profile; keys stay on this computer.
        let keys = app.path().app_local_data_dir()?.join("keys");
        open_state(app, app.path().app_data_dir()?, keys);
        deep_links::listen(app.handle());
        // The keychain takes its time; the web view does so as well.
        tauri::async_runtime::spawn(features::vault::commands::known(app.handle().clone()));
        Ok(())
    });
    match app.run(context()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => command_line::no_window(&texts::window_failed(&error.to_string())),
    }
}

/// What Tauri makes of a folder of the system, where there is no app yet that knows it.
fn folder_of_this_app(folder: Option<PathBuf>) -> Option<PathBuf> {
    let context = context::<Wry>();
    folder.map(|folder| folder.join(&context.config().identifier))
}

/// Opens the application state, with the data folder and the folder where key files would be. The
/// commands work only after this.
pub fn open_state<R: Runtime>(app: &App<R>, data: PathBuf, keys: PathBuf) {
    open_state_with(app, data, keys, Tools::of_this_computer());
}

/// The same, with command-line tools that are looked for in these folders alone and may each work
/// for so long.
pub fn open_state_with_tools<R: Runtime>(
    app: &App<R>,
    data: PathBuf,
    keys: PathBuf,
    folders: Vec<PathBuf>,
    limit: Duration,
) {
    open_state_with(app, data, keys, Tools::in_folders(folders.into_iter(), limit));
}

fn open_state_with<R: Runtime>(app: &App<R>, data: PathBuf, keys: PathBuf, tools: Tools) {
    app.manage(AppState::open(data, keys));
    app.manage(FileDoctor::default());
    app.manage(tools);
}

/// Deals with an address of the app's own scheme, as when the system hands one over.
pub fn browser_came_back<R: Runtime>(app: &AppHandle<R>, address: &str) {
    deep_links::open_address(app, address);
}

/// Deals with files that were dropped on the window.
pub fn files_dropped<R: Runtime>(app: &AppHandle<R>, paths: Vec<PathBuf>) {
    examined_files::dropped(app, paths);
}

/// The commands on any runtime, so that tests exercise the same wiring.
pub fn builder<R: Runtime>(builder: Builder<R>) -> Builder<R> {
    builder.invoke_handler(tauri::generate_handler![
        features::sign_in::commands::access_read,
        features::administrator::commands::upload_request_read,
        features::administrator::commands::upload_request_save,
        features::administrator::commands::vendor_request_choose,
        features::administrator::commands::vendor_request_read,
        features::administrator::commands::vendor_request_save,
        features::connection::identity::identity_look,
        features::app::commands::app_listen,
        features::sign_in::commands::client_secret_forget,
        features::sign_in::commands::links_register,
        features::sign_in::commands::links_unregister,
        features::sign_in::commands::sign_in_cancel,
        features::sign_in::commands::sign_in_end,
        features::sign_in::commands::sign_in_open,
        features::sign_in::commands::sign_in_page_save,
        features::sign_in::commands::sign_in_paste,
        features::sign_in::commands::sign_in_start,
        features::setup::commands::account::account_check,
        features::setup::commands::account::account_parse,
        features::api_secrets::commands::api_secret_begin,
        features::api_secrets::commands::api_secret_change,
        features::api_secrets::commands::api_secret_check,
        features::api_secrets::commands::api_secret_list,
        features::api_secrets::commands::api_secret_read,
        features::api_secrets::commands::api_secret_remove,
        features::api_secrets::commands::api_secret_restore,
        features::api_secrets::commands::api_secret_value_choose,
        features::api_secrets::commands::api_secret_value_delete,
        features::api_secrets::commands::api_secret_value_forget,
        features::api_secrets::commands::api_secret_value_hold,
        features::api_secrets::commands::api_secret_value_keep,
        features::api_secrets::commands::api_secret_value_save,
        features::api_secrets::commands::api_secret_values_discard,
        features::help::commands::about::about_read,
        features::help::commands::about::check_run,
        features::app::commands::account_open,
        features::app::commands::app_status,
        features::app::commands::netsuite_open,
        features::setup::commands::certificate::certificate_make,
        features::setup::commands::certificate::certificate_save,
        features::backup::commands::restore::backup_choose,
        features::backup::commands::restore::backup_close,
        features::backup::commands::restore::backup_discard,
        features::backup::commands::restore::backup_open,
        features::backup::commands::restore::backup_open_with_key,
        features::backup::commands::save::backup_read,
        features::backup::commands::restore::backup_restore,
        features::backup::commands::save::backup_save,
        features::backup::commands::removed::removed_bring_back,
        features::backup::commands::removed::removed_delete,
        features::backup::commands::removed::retired_key_delete,
        features::backup::commands::removed::retired_key_keep,
        features::calendar::commands::calendar_open,
        features::calendar::commands::calendar_save,
        features::connection::commands::connection_change,
        features::connection::commands::connection_create,
        features::board::commands::connection_list,
        features::connection::commands::connection_read,
        features::connection::commands::connection_remove,
        features::diagnosis::commands::diagnosis_ask,
        features::diagnosis::commands::diagnosis_read,
        features::file_doctor::commands::files::file_doctor_aim,
        features::file_doctor::commands::files::file_doctor_bring,
        features::file_doctor::commands::files::file_doctor_choose,
        features::file_doctor::commands::files::file_doctor_close,
        features::file_doctor::commands::files::file_doctor_open,
        features::file_doctor::commands::files::file_doctor_paste,
        features::file_doctor::commands::files::file_doctor_read,
        features::file_doctor::commands::files::file_doctor_remove,
        features::file_doctor::commands::files::file_doctor_save,
        features::file_doctor::commands::files::file_doctor_save_repaired,
        features::file_doctor::commands::files::file_doctor_unlock,
        features::ending::commands::ending_read,
        features::ending::commands::ending_revoke,
        features::evidence::commands::evidence_save,
        features::file_doctor::commands::certificate_id_lookup::certificate_id_look_up,
        features::file_doctor::commands::certificate_id_lookup::certificate_id_records,
        features::file_doctor::commands::certificate_id_lookup::certificate_id_try,
        features::go_to::commands::go_to_index,
        features::go_to::commands::go_to_recognise,
        features::connection::history::history_export,
        features::setup::commands::key::key_export,
        features::setup::commands::key::key_progress,
        features::setup::commands::key::key_search,
        features::setup::commands::key::key_search_cancel,
        features::kits::commands::kit::kit_read,
        features::code_samples::commands::code_sample_list,
        features::code_samples::commands::code_sample_save,
        features::kits::commands::kit::target_list,
        features::help::commands::licenses::license_list,
        features::certificates::commands::certificate_export,
        features::certificates::commands::certificate_list,
        features::certificates::commands::certificate_revoke,
        features::certificates::commands::certificate_upload,
        features::certificates::commands::certificate_upload_preview,
        features::certificates::commands::vendor_certificate_choose,
        features::certificates::commands::vendor_certificate_discard,
        features::certificates::commands::vendor_certificate_upload,
        features::setup::commands::pair::pair_choose,
        features::setup::commands::pair::pair_discard,
        features::setup::commands::pair::pair_import,
        features::setup::commands::pair::pair_unlock,
        features::help::commands::places::app_places,
        features::help::commands::places::place_open,
        features::secret_stores::commands::secret_store_list,
        features::secret_stores::commands::secret_store_preview,
        features::secret_stores::commands::secret_store_put,
        features::sandbox_refresh::commands::account_connections,
        features::sandbox_refresh::commands::account_refreshed,
        features::certificates::commands::certificate_revoked_by_hand,
        features::rotation::due::due_list,
        features::leak::commands::leak_read,
        features::leak::commands::leak_revoke,
        features::practice::commands::practice_open,
        features::practice::commands::practice_start,
        features::practice::commands::practice_stop,
        features::pro_record::commands::pro_message_read,
        features::pro_record::commands::pro_placeholder_choose,
        features::pro_record::commands::pro_record_begin,
        features::pro_record::commands::pro_record_change,
        features::pro_record::commands::pro_record_list,
        features::pro_record::commands::pro_record_read,
        features::pro_record::commands::pro_record_remove,
        features::pro_record::commands::pro_record_restore,
        features::pro_record::commands::pro_stand_in_save,
        features::rotation::commands::rotation_abandon,
        features::rotation::commands::rotation_continue,
        features::rotation::commands::rotation_go_on_here,
        features::rotation::commands::rotation_hand_over,
        features::rotation::commands::rotation_leave_old,
        features::rotation::commands::rotation_preview,
        features::rotation::commands::rotation_revoke_old,
        features::rotation::commands::rotation_start,
        features::rotation::commands::rotation_switch,
        features::rotation::commands::rotation_uploaded,
        features::rotation::commands::rotations_run,
        features::reminders::commands::reminders_read,
        features::reminders::commands::reminders_switch,
        features::kits::commands::sheet::sheet_save,
        features::setup::commands::token::token_request,
        features::test_call::commands::call_test,
        features::vault::commands::vault_check,
        features::vault::commands::vault_open_files,
        features::tba_plan::commands::tba_plan_change,
        features::tba_plan::commands::tba_plan_export,
        features::tba_plan::commands::tba_plan_hint,
        features::tba_plan::commands::tba_plan_list,
        features::tba_plan::commands::tba_plan_load,
        features::tba_plan::commands::tba_plan_paste,
        features::tba_plan::commands::tba_plan_read,
        features::tba_plan::commands::tba_plan_remove,
        features::tba_plan::commands::tba_plan_restore,
        features::tba_plan::commands::tba_plan_set_up,
    ])
}

/// The window's files, its configuration and its permissions. Expanded once: each expansion embeds
/// all of them again.
#[must_use]
pub fn context<R: Runtime>() -> Context<R> {
    tauri::generate_context!()
}

/// `CERTDESK_LOG` takes the usual filter directives.
fn log_to_stderr() {
    let filter = EnvFilter::try_from_env("CERTDESK_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
}
