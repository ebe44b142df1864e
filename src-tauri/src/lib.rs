//! The window's side of Certdesk: commands, keychain, dialogs. What a certificate or a token is,
//! the crate `certdesk-core` knows; here is only translation.

mod access;
mod check;
mod command_line;
mod commands;
mod desk;
mod dialogs;
mod doctor;
mod dossiers;
mod failure;
mod kept;
mod keychain;
mod licenses;
mod links;
mod means;
mod notices;
mod pages;
mod practice;
mod searches;
mod secret_values;
mod sessions;
mod system;
mod texts;
mod vaults;
mod window_place;
mod wire;

use std::path::PathBuf;
use std::process::ExitCode;

use tauri::{App, AppHandle, Builder, Context, Manager as _, Runtime, Wry};
use tracing_subscriber::EnvFilter;

use check::Scope;
use command_line::Asked;
use desk::Desk;
pub use failure::Failure;
pub use wire::typescript;

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
        Ok(Asked::Links { open }) => command_line::links(open),
        Ok(Asked::Version) => {
            command_line::print(&format!("{}\n", texts::start::version(check::COMMIT)));
            ExitCode::SUCCESS
        }
        Ok(Asked::Help) => {
            command_line::print(texts::start::USAGE);
            ExitCode::SUCCESS
        }
        Err(mistake) => command_line::refuse(&mistake),
    }
}

fn open_window() -> ExitCode {
    if let Err(missing) = system::window_can_open() {
        return command_line::no_window(texts::start::no_window(missing));
    }
    let builder = links::plug_in(builder(Builder::default())).plugin(pages::ours_only());
    let mut builder = builder.on_window_event(doctor::attend).on_window_event(window_place::attend);
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
        open_desk(app, app.path().app_data_dir()?, keys);
        links::attend(app.handle());
        // The keychain takes its time; the web view does so as well.
        tauri::async_runtime::spawn(commands::vault::known(app.handle().clone()));
        Ok(())
    });
    match app.run(context()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => command_line::no_window(&texts::start::window_failed(&error.to_string())),
    }
}

/// What Tauri makes of a folder of the system, where there is no app yet that knows it.
fn folder_of_this_app(folder: Option<PathBuf>) -> Option<PathBuf> {
    let context = context::<Wry>();
    folder.map(|folder| folder.join(&context.config().identifier))
}

/// Gives the commands their data folder, and the folder where key files would be. Before this none
/// of them works.
pub fn open_desk<R: Runtime>(app: &App<R>, data: PathBuf, keys: PathBuf) {
    app.manage(Desk::open(data, keys));
}

/// Deals with an address of the app's own scheme, as when the system hands one over.
pub fn browser_came_back<R: Runtime>(app: &AppHandle<R>, address: &str) {
    links::came_back(app, address);
}

/// Deals with files that were dropped on the window.
pub fn files_dropped<R: Runtime>(app: &AppHandle<R>, paths: Vec<PathBuf>) {
    doctor::dropped(app, paths);
}

/// The commands on any runtime, so that tests exercise the same wiring.
pub fn builder<R: Runtime>(builder: Builder<R>) -> Builder<R> {
    builder.invoke_handler(tauri::generate_handler![
        commands::access::access_read,
        commands::administrator::upload_request_read,
        commands::administrator::upload_request_save,
        commands::administrator::vendor_request_choose,
        commands::administrator::vendor_request_read,
        commands::administrator::vendor_request_save,
        commands::identity::identity_look,
        commands::access::app_listen,
        commands::access::client_secret_forget,
        commands::access::links_register,
        commands::access::links_unregister,
        commands::access::sign_in_cancel,
        commands::access::sign_in_end,
        commands::access::sign_in_open,
        commands::access::sign_in_page_save,
        commands::access::sign_in_paste,
        commands::access::sign_in_start,
        commands::account::account_check,
        commands::account::account_parse,
        commands::api_secret::api_secret_begin,
        commands::api_secret::api_secret_change,
        commands::api_secret::api_secret_check,
        commands::api_secret::api_secret_list,
        commands::api_secret::api_secret_read,
        commands::api_secret::api_secret_remove,
        commands::api_secret::api_secret_value_choose,
        commands::api_secret::api_secret_value_delete,
        commands::api_secret::api_secret_value_forget,
        commands::api_secret::api_secret_value_hold,
        commands::api_secret::api_secret_value_keep,
        commands::api_secret::api_secret_value_save,
        commands::api_secret::api_secret_values_discard,
        commands::about::about_read,
        commands::about::check_run,
        commands::app::account_open,
        commands::app::app_status,
        commands::app::netsuite_open,
        commands::certificate::certificate_make,
        commands::certificate::certificate_save,
        commands::connection::connection_change,
        commands::connection::connection_create,
        commands::connection::connection_list,
        commands::connection::connection_read,
        commands::connection::connection_remove,
        commands::diagnosis::diagnosis_ask,
        commands::diagnosis::diagnosis_read,
        commands::doctor::doctor_aim,
        commands::doctor::doctor_bring,
        commands::doctor::doctor_choose,
        commands::doctor::doctor_close,
        commands::doctor::doctor_open,
        commands::doctor::doctor_paste,
        commands::doctor::doctor_read,
        commands::doctor::doctor_remove,
        commands::doctor::doctor_save,
        commands::doctor::doctor_unlock,
        commands::ending::ending_read,
        commands::ending::ending_revoke,
        commands::finder::finder_look,
        commands::finder::finder_records,
        commands::finder::finder_try,
        commands::go_to::go_to_index,
        commands::go_to::go_to_recognise,
        commands::history::history_export,
        commands::key::key_export,
        commands::key::key_search,
        commands::key::key_search_cancel,
        commands::kit::kit_read,
        commands::kit::target_list,
        commands::license::license_list,
        commands::listing::certificate_export,
        commands::listing::certificate_list,
        commands::listing::certificate_revoke,
        commands::listing::certificate_upload,
        commands::listing::certificate_upload_preview,
        commands::listing::vendor_certificate_choose,
        commands::listing::vendor_certificate_discard,
        commands::listing::vendor_certificate_upload,
        commands::pair::pair_choose,
        commands::pair::pair_discard,
        commands::pair::pair_import,
        commands::pair::pair_unlock,
        commands::places::app_places,
        commands::places::place_open,
        commands::portfolio::account_connections,
        commands::portfolio::account_refreshed,
        commands::portfolio::certificate_revoked_by_hand,
        commands::portfolio::due_list,
        commands::portfolio::leak_read,
        commands::portfolio::leak_revoke,
        commands::practice::practice_open,
        commands::practice::practice_start,
        commands::practice::practice_stop,
        commands::pro_record::pro_message_read,
        commands::pro_record::pro_placeholder_choose,
        commands::pro_record::pro_record_begin,
        commands::pro_record::pro_record_change,
        commands::pro_record::pro_record_list,
        commands::pro_record::pro_record_read,
        commands::pro_record::pro_record_remove,
        commands::pro_record::pro_stand_in_save,
        commands::rotation::rotation_abandon,
        commands::rotation::rotation_continue,
        commands::rotation::rotation_hand_over,
        commands::rotation::rotation_leave_old,
        commands::rotation::rotation_preview,
        commands::rotation::rotation_revoke_old,
        commands::rotation::rotation_start,
        commands::rotation::rotation_switch,
        commands::rotation::rotation_uploaded,
        commands::rotation::rotations_run,
        commands::sheet::sheet_save,
        commands::token::token_request,
        commands::vault::vault_check,
        commands::vault::vault_open_files,
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
