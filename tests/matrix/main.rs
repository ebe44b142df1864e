//! The rotation matrix: every step of a rotation, every fault that can befall its requests, and the
//! process killed at every point at which something was recorded.
//!
//! The rotating process is a real one and its kill a real one. It runs this program again with a
//! store and a vault on the disk; it says on its standard output what it has recorded and waits for
//! a word on its standard input before it goes on. After a kill another process continues, until the
//! rotation has ended or is given up. Whoever judges looks at the documents, at the vault, at the
//! practice account's ledger and at the requests that arrived there, and asks four questions:
//!
//! - lost: is a certificate active whose key is in no vault?
//! - early: was there a moment without an active certificate that had given a token?
//! - double: was a certificate sent again although its first upload was not refused?
//! - stuck: is there a rotation that can neither be continued nor given up?
//!
//! `cargo test -p rotation-matrix`, or with a part of a case's name behind `--`.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod cases;
mod judge;
#[allow(dead_code, reason = "this test uses a part of it")]
#[path = "../domain/person/mod.rs"]
mod person;
mod process;
#[allow(dead_code, reason = "this test uses a part of it")]
#[path = "../domain/rotating/mod.rs"]
mod rotating;
mod site;
mod table;
mod trial;

use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use cases::Case;
use judge::Verdict;
use site::Site;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [word, rest @ ..] = arguments.as_slice()
        && word == process::WORD
    {
        process::main(rest);
        return ExitCode::SUCCESS;
    }
    let wanted = arguments.iter().find(|argument| !argument.starts_with('-'));
    let mut cases = cases::all();
    cases.retain(|case| wanted.is_none_or(|wanted| case.name().contains(wanted.as_str())));
    let verdicts = try_all(&cases);
    table::print(&verdicts);
    if table::is_clean(&verdicts) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Several at a time: most of a case is waiting. The cases of one fault lie beside each other and
/// take alike; spread over the sites they all end at about the same time.
fn try_all(cases: &[Case]) -> Vec<(Case, Verdict)> {
    let (sites, next, done) =
        (cases.len().div_ceil(AT_A_SITE), AtomicUsize::new(0), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= sites {
                        return;
                    }
                    let site = Site::open();
                    for case in cases.iter().skip(number).step_by(sites) {
                        let verdict = trial::run(&site, case);
                        done.lock().unwrap().push((case.clone(), verdict));
                    }
                }
            });
        }
    });
    done.into_inner().unwrap()
}

/// Workers, each with a practice account of its own.
const AT_ONCE: usize = 10;
/// Cases at one practice account: its ledger, which is written with every token, stays short.
const AT_A_SITE: usize = 12;
