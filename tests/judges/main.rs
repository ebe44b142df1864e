//! Programs that know nothing of Certdesk judge what it makes: openssl, age, Java's keytool, pkilint,
//! jose and ical.js for Node, PyJWT and icalendar for Python, the SuiteCloud CLI, sha256sum. And languages run the
//! programs that Certdesk writes for them.
//!
//! A judge that is missing fails the test. `install.sh` brings those that come as packages.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod assertions;
mod backups;
mod calendar;
mod certificates;
mod code_samples;
mod evidence;
mod foreign_keys;
mod keys;
mod keystores;
mod kits;
#[allow(dead_code, reason = "each test uses what it needs")]
#[path = "../domain/person/mod.rs"]
mod person;
mod programs;
mod suitecloud;
