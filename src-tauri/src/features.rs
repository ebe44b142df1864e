//! What Certdesk does, by feature: its commands, which parse their arguments, call the domain and convert the
//! outcome, and the types that cross to the window for them.

pub(crate) mod administrator;
pub(crate) mod api_secrets;
pub(crate) mod app;
pub(crate) mod backup;
pub(crate) mod board;
pub(crate) mod calendar;
pub(crate) mod certificates;
pub(crate) mod code_samples;
pub(crate) mod connection;
pub(crate) mod diagnosis;
pub(crate) mod ending;
pub(crate) mod evidence;
pub(crate) mod file_doctor;
pub(crate) mod go_to;
pub(crate) mod help;
pub(crate) mod kits;
pub(crate) mod leak;
pub(crate) mod practice;
pub(crate) mod pro_record;
pub(crate) mod reminders;
pub(crate) mod rotation;
pub(crate) mod sandbox_refresh;
pub(crate) mod secret_stores;
pub(crate) mod setup;
pub(crate) mod sign_in;
pub(crate) mod tba_plan;
pub(crate) mod test_call;
pub(crate) mod vault;
