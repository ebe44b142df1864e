//! The domain as its callers use it, a module for each feature: on the practice account where NetSuite has a part in it.
//!
//! One program for all: each of its own would be linked with everything below it again.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod answers;
mod canned;
mod certificate_id_lookup;
mod certificates;
mod diagnosis;
mod doctor;
mod endpoint;
mod kits;
mod network;
#[allow(dead_code, reason = "the diagnosis, the judges and the matrix use the rest")]
mod person;
mod proof;
mod revoke;
mod rotating;
mod rotation;
mod rotation_rules;
mod setup;
mod sign_in;
mod token_in_text;
mod two_processes;
mod upload;
