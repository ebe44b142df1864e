//! What each feature does in the real window.

mod about;
mod administrator_page;
mod api_secrets;
mod backup;
mod board;
pub(crate) mod certificates;
mod diagnosis;
mod ending;
mod file_doctor;
mod first_token;
mod go_to;
mod help;
mod interrupted_setup;
mod kits;
mod leaked_key;
mod pastes;
mod pro_record;
mod refreshed_sandbox;
mod reminders;
pub(crate) mod rotation;
mod secret_stores;
pub(crate) mod sign_in;
mod vault;
