//! The practice account from outside: over HTTP, with keys and signatures that are not its own work.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod authorization;
mod calls;
mod certificates;
mod faults;
mod pages;
mod request_origin;
mod site;
mod state_file;
mod token;
