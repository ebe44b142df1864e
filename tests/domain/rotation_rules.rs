//! Whatever is done in whatever order, and whatever goes wrong: what must hold of a rotation holds.
//!
//! The kills of real processes are the matrix's; here a process ends by being dropped in the middle
//! of what it does.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use certdesk_core::connection::{Connection, CredentialId};
use certdesk_core::rotation::{self, Dependencies as _, Fact, Order, Plan, Reason, Step, Steps};
use certdesk_core::vault;
use netsuite_practice::{Endpoint, Fault, Lasts, Misbehaviour};
use proptest::prelude::*;
use time::Duration;
use tokio::sync::Notify;

use crate::rotating::sign_in;
use crate::token_in_text::holds_token;

/// What a user, a network or a clock may do.
#[derive(Clone, Debug)]
enum Deed {
    Start,
    Continue,
    /// Continues, and ends in the middle: at the n-th thing recorded from here.
    ContinueAndEnd(usize),
    HandOver,
    Switch,
    RevokeOld,
    LeaveOld,
    Abandon,
    AbandonAndEnd(usize),
    SignIn,
    SignOut,
    /// Longer than an upload can be on its way.
    Wait,
    GoWrong(Endpoint, Misbehaviour),
    GoRight,
}

fn deed() -> impl Strategy<Value = Deed> {
    let spoils = prop_oneof![
        Just(Misbehaviour::DropBefore),
        Just(Misbehaviour::DropAfter),
        Just(Misbehaviour::TruncatedJson),
        Just(Misbehaviour::Html),
        Just(Misbehaviour::Unauthorized),
        Just(Misbehaviour::Forbidden),
        Just(Misbehaviour::TooManyRequests { retry_after: 0 }),
        Just(Misbehaviour::ServerError),
        Just(Misbehaviour::ServerErrorAfter),
        Just(Misbehaviour::ClockOff { seconds: 600 }),
    ];
    let endpoints = prop_oneof![
        Just(Endpoint::Token),
        Just(Endpoint::List),
        Just(Endpoint::Upload),
        Just(Endpoint::Revoke),
    ];
    let uploads = prop_oneof![
        Just(Misbehaviour::OtherCertificateId { prefix: "-".to_owned() }),
        Just(Misbehaviour::DateShortened { days: 20 }),
        Just(Misbehaviour::SlotsFull),
    ];
    let lists = prop_oneof![
        Just(Misbehaviour::ListLag { lists: 2 }),
        Just(Misbehaviour::DuplicateRows),
        Just(Misbehaviour::RandomOrder),
    ];
    prop_oneof![
        3 => Just(Deed::Start),
        6 => Just(Deed::Continue),
        3 => (1..6_usize).prop_map(Deed::ContinueAndEnd),
        3 => Just(Deed::HandOver),
        3 => Just(Deed::Switch),
        3 => Just(Deed::RevokeOld),
        1 => Just(Deed::LeaveOld),
        2 => Just(Deed::Abandon),
        1 => (1..3_usize).prop_map(Deed::AbandonAndEnd),
        1 => Just(Deed::SignIn),
        1 => Just(Deed::SignOut),
        2 => Just(Deed::Wait),
        4 => (endpoints, spoils).prop_map(|(endpoint, how)| Deed::GoWrong(endpoint, how)),
        1 => uploads.prop_map(|how| Deed::GoWrong(Endpoint::Upload, how)),
        1 => lists.prop_map(|how| Deed::GoWrong(Endpoint::List, how)),
        1 => Just(Deed::GoRight),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_order_of_deeds_breaks_a_rule(deeds in prop::collection::vec(deed(), 1..24)) {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            let mut desk = Desk::ready().await;
            for deed in deeds {
                desk.does(&deed).await;
                desk.obeys_the_rules(&deed);
            }
            desk.comes_to_an_end().await;
        });
    }
}

type Desk = crate::rotating::Desk<Seen>;

/// What was recorded, and where the process that records it ends.
#[derive(Default)]
struct Seen {
    left: AtomicUsize,
    end: Notify,
    announced: Mutex<Announced>,
}

/// Uploads that were announced.
#[derive(Default)]
struct Announced {
    times: usize,
    /// The last one, unless it was refused.
    open: Option<CredentialId>,
    again: bool,
}

impl Steps for Seen {
    fn reached(&self, connection: &Connection) {
        let rotation = connection.rotation.as_ref().filter(|r| r.last_failure.is_none());
        let mut announced = self.announced.lock().unwrap();
        match rotation.map(|rotation| (rotation.reached(), rotation.new_credential())) {
            Some((Fact::UploadAnnounced { .. }, new)) => {
                announced.times += 1;
                announced.again |= new.is_some() && announced.open.as_ref() == new;
                announced.open = new.cloned();
            }
            Some((Fact::UploadRefused, _)) => announced.open = None,
            _ => {}
        }
        if self.left.fetch_sub(1, Ordering::SeqCst) == 1 {
            self.end.notify_one();
        }
    }
}

impl Desk {
    fn connection(&self) -> Connection {
        self.store.read(&self.id).unwrap()
    }

    /// Does it, whatever comes of it.
    async fn does(&mut self, deed: &Deed) {
        let now = self.dependencies.now();
        self.seen.left.store(usize::MAX, Ordering::SeqCst);
        match deed {
            Deed::Start => {
                let plan = Plan::for_connection(&self.connection(), Reason::Renewal).unwrap();
                let _ = rotation::start(&self.store, &self.id, plan, now);
            }
            Deed::Continue => self.continues().await,
            Deed::ContinueAndEnd(after) => {
                self.seen.left.store(*after, Ordering::SeqCst);
                tokio::select! {
                    biased;
                    () = self.seen.end.notified() => {}
                    () = self.continues() => {}
                }
            }
            Deed::HandOver => drop(rotation::hand_over(&self.store, &self.id, now)),
            Deed::Switch => drop(rotation::switch(&self.store, &self.id, now)),
            Deed::LeaveOld => drop(rotation::leave_old(&self.store, &self.id, now)),
            Deed::RevokeOld => self.revokes_old().await,
            Deed::Abandon => self.abandons().await,
            Deed::AbandonAndEnd(after) => {
                self.seen.left.store(*after, Ordering::SeqCst);
                tokio::select! {
                    biased;
                    () = self.seen.end.notified() => {}
                    () = self.abandons() => {}
                }
            }
            Deed::SignIn => self.signs_in().await,
            Deed::SignOut => *self.dependencies.session.lock().unwrap() = None,
            Deed::Wait => self.waits(),
            Deed::GoWrong(endpoint, misbehaviour) => {
                let (endpoint, misbehaviour) = (*endpoint, misbehaviour.clone());
                let fault = Fault { endpoint, misbehaviour, lasts: Lasts::Once };
                self.practice.faults().add(fault).unwrap();
            }
            Deed::GoRight => self.practice.faults().clear(),
        }
    }

    fn steps(&self) -> Arc<dyn Steps> {
        Arc::clone(&self.seen) as Arc<dyn Steps>
    }

    async fn continues(&self) {
        let _ = rotation::run(&self.store, &self.id, &self.dependencies, &self.steps()).await;
    }

    async fn abandons(&self) {
        let _ = rotation::abandon(&self.store, &self.id, &self.dependencies, &self.steps()).await;
    }

    async fn revokes_old(&self) {
        let connection = self.connection();
        let old = connection.rotation.as_ref().and_then(|rotation| rotation.old.as_ref());
        let Some(old) = old.and_then(|old| connection.credential(old).ok()) else { return };
        let id = old.certificate_id().as_str();
        let typed = &id[id.len() - rotation::TYPED_CHARACTERS..];
        let (dependencies, steps) = (&self.dependencies, self.steps());
        let _ = rotation::revoke_old(&self.store, &self.id, typed, dependencies, &steps).await;
    }

    async fn signs_in(&self) {
        self.practice.faults().clear();
        let netsuite = self.dependencies.client().unwrap();
        let token = sign_in(&self.administrator, &self.record, &netsuite).await;
        *self.dependencies.session.lock().unwrap() = Some(token);
    }

    fn waits(&self) {
        self.clock.advance(Duration::minutes(20));
        self.dependencies.wait(Duration::minutes(20));
        // A sign-in lasts an hour; whoever comes back signs in again.
        *self.dependencies.session.lock().unwrap() = None;
    }

    /// The rules that can be seen from outside at any moment.
    fn obeys_the_rules(&self, after: &Deed) {
        // Nobody holds it any more, and it can be read.
        let since = std::time::Instant::now();
        while rotation::is_driven(&self.store, &self.id) {
            // What was under way when it was dropped is written to its end.
            assert!(since.elapsed().as_secs() < 20, "{after:?}: still held");
            std::thread::yield_now();
        }
        let connection = self.connection();
        let announced = self.seen.announced.lock().unwrap();
        assert!(!announced.again, "{after:?}: announced twice");
        let requests = self.practice.requests();
        let uploads =
            requests.iter().filter(|r| r.method == "POST" && r.path.ends_with("/certificates"));
        assert!(uploads.count() <= announced.times, "{after:?}: sent more often than announced");

        // What signs has its key, and what was announced has its key, unless it is revoked again.
        let reached = connection.rotation.as_ref().map(|rotation| rotation.reached());
        let is_revoked = matches!(reached, Some(Fact::NewRevoked { .. }));
        let coming = connection.coming().filter(|_| !is_revoked);
        for credential in connection.working().into_iter().chain(coming) {
            vault::load(&self.dependencies.vault, &credential.key)
                .unwrap_or_else(|error| panic!("{after:?}: {error}"));
        }
        // What signs is what was proven: the new one not before the switch.
        if let Some(rotation) = &connection.rotation {
            let steps = rotation.steps();
            let at = |step| steps.iter().find(|(s, _)| *s == step).and_then(|(_, at)| *at);
            assert!(at(Step::OldRevoked).is_none() || at(Step::Switched).is_some(), "{after:?}");
            assert!(at(Step::Switched).is_none() || at(Step::Proven).is_some(), "{after:?}");
            assert_eq!(
                at(Step::Switched).is_none(),
                connection.working().map(|working| &working.id) == rotation.old.as_ref(),
                "{after:?}"
            );
            assert_eq!(rotation.plan.order, Order::ReplaceFirst);
        }
        let text = serde_json::to_string(&connection).unwrap();
        assert!(!text.contains("PRIVATE") && !holds_token(&text), "{after:?}");
    }

    /// Whatever has happened, some patience ends it; then what signs is listed as active, and
    /// nothing else of ours is that was not left on purpose.
    async fn comes_to_an_end(&mut self) {
        for _ in 0..4 {
            if self.connection().rotation.is_none() {
                break;
            }
            self.signs_in().await;
            self.continues().await;
            let now = self.dependencies.now();
            let _ = rotation::hand_over(&self.store, &self.id, now);
            let _ = rotation::switch(&self.store, &self.id, now);
            self.revokes_old().await;
            self.continues().await;
            self.waits();
        }
        self.signs_in().await;
        let connection = self.connection();
        assert!(connection.rotation.is_none(), "stuck: {:?}", connection.rotation);
        let working = connection.working().expect("something signs");
        let netsuite = self.dependencies.client().unwrap();
        let token = self.dependencies.session.lock().unwrap().clone().unwrap();
        let client_id = connection.integration.client_id.clone().unwrap();
        let listed = netsuite.list_certificates(&token.into(), &client_id).await.unwrap();
        let active: Vec<_> = listed.certificates.iter().filter(|row| !row.revoked).collect();
        assert!(active.iter().any(|row| row.certificate_id == *working.certificate_id()));
        for row in active {
            let ours = connection.credentials.iter();
            let mut ours = ours.filter(|ours| *ours.certificate_id() == row.certificate_id);
            let ours = ours.next().expect("the document knows every certificate of ours");
            vault::load(&self.dependencies.vault, &ours.key)
                .expect("an active certificate has its key");
        }
    }
}
