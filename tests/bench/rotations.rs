//! How long a hundred rotations take, four at a time, at a practice account that answers every
//! request after 100 ms: each from its plan to the hand-over, which is as far as it goes without its
//! user.
//!
//! The time is compared with what the needed requests alone would take. Keys are P-256, which are
//! made in no time; how long other keys take, `keys` measures.
//!
//! `cargo bench -p benches --bench rotations`

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a bench stops where it cannot go on")]

#[allow(dead_code, reason = "this bench uses a part of it")]
#[path = "../domain/person/mod.rs"]
mod person;
#[allow(dead_code, reason = "this bench uses a part of it")]
#[path = "../domain/rotating/mod.rs"]
mod rotating;

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use certdesk_core::Error;
use certdesk_core::connection::{Connection, ConnectionId};
use certdesk_core::portfolio::{self, Several};
use certdesk_core::rotation::{Act, Steps};
use certdesk_core::store::Store;
use netsuite_practice::{Clock, Endpoint, Fault, Lasts, Misbehaviour, Options, Practice};

use person::Administrator;
use rotating::PracticeDependencies;

#[tokio::main]
async fn main() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::new(folder.path().join("connections"));
    let options = Options { state_file: None, clock: Clock::system(), port: 0 };
    let practice = Practice::start(options).await.unwrap();
    let vault = folder.path().join("vault");
    let dependencies = PracticeDependencies::new(practice.address(), practice.account_id(), &vault);
    let administrator = Administrator::at(&practice.origin());
    let mut ids = Vec::new();
    for number in 1..=ROTATIONS {
        // Five slots a record: each connection has its own.
        let record = rotating::record(&administrator, &format!("Kestrel {number}")).await;
        ids.push(rotating::in_use(&practice, &administrator, &record, &store, &dependencies).await);
    }
    let misbehaviour = Misbehaviour::DelayBefore { milliseconds: LATENCY };
    let (endpoint, lasts) = (Endpoint::Any, Lasts::Sticky);
    practice.faults().add(Fault { endpoint, misbehaviour, lasts }).unwrap();
    let before = practice.requests().len();

    let (dependencies, told) = (Arc::new(dependencies), Arc::new(Told::default()));
    let started = Instant::now();
    portfolio::rotate(&store, ids.clone(), AT_ONCE, &dependencies, &told).await;
    let took = started.elapsed();

    let stopped = told.0.lock().unwrap();
    assert!(stopped.is_empty(), "stopped: {stopped:?}");
    for id in &ids {
        let next = store.read(id).unwrap().rotation.map(|rotation| rotation.next());
        assert_eq!(next, Some(Act::HandOver), "it waits for its user");
    }
    let sent = practice.requests().len() - before;
    let needed = ROTATIONS * NEEDED.len();
    let least = Duration::from_millis(LATENCY.into()) * u32::try_from(needed / AT_ONCE).unwrap();
    println!("{ROTATIONS} rotations, {AT_ONCE} at once, {LATENCY} ms each request: {took:.2?}");
    println!("needed: {needed} requests ({}), sent: {sent}", NEEDED.join(", "));
    let ratio = took.as_secs_f64() / least.as_secs_f64();
    println!("{ratio:.2} times the {least:.2?} that the needed ones take (goal: 1.30 at most)");
}

/// Keeps what went wrong.
#[derive(Default)]
struct Told(Mutex<Vec<(ConnectionId, Error)>>);

impl Steps for Told {
    fn reached(&self, _: &Connection) {}
}

impl Several for Told {
    fn stopped(&self, id: &ConnectionId, error: Error) {
        self.0.lock().unwrap().push((id.clone(), error));
    }
}

const ROTATIONS: usize = 100;
const AT_ONCE: usize = 4;
/// Milliseconds.
const LATENCY: u32 = 100;
/// What no rotation can do without.
const NEEDED: [&str; 4] = ["a token", "the list", "the upload", "the new key's token"];
