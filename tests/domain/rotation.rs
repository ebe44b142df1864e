//! A certificate is replaced on the practice account, and nothing that goes wrong causes an outage.

use std::sync::{Arc, Mutex};

use certdesk_core::connection::{
    Change, Connection, ConnectionId, Credential, CredentialState, Event,
};
use certdesk_core::error::{ConnectionError, KeysError, RevokeError, RotationError, UploadError};
use certdesk_core::rotation::{
    self, Act, Dated, Dependencies as _, Fact, Note, Order, Plan, Reason, Rotation, Step, Steps,
    Way,
};
use certdesk_core::setup::{self, Status};
use certdesk_core::store::Store;
use certdesk_core::target::Target;
use certdesk_core::vault::{EntryName, VaultPlace};
use certdesk_core::{Error, Result, calendar, portfolio};
use netsuite_client::Scope;
use netsuite_keys::certificate::{Certificate, Signature, Subject};
use netsuite_keys::key::{Algorithm, KeyType, PrivateKey, Search};
use netsuite_practice::{Endpoint, Fault, Lasts, Misbehaviour};
use time::{Duration, OffsetDateTime};

use crate::person::{Administrator, Record};
use crate::rotating::{PracticeDependencies, in_use, record, sign_in};

type Desk = crate::rotating::Desk<Seen>;

/// What was reached, as it was told.
#[derive(Default)]
struct Seen(Mutex<Vec<Option<Fact>>>);

impl Steps for Seen {
    fn reached(&self, connection: &Connection) {
        let fact = connection.rotation.as_ref().map(|rotation| rotation.reached().clone());
        self.0.lock().unwrap().push(fact);
    }
}

impl Desk {
    async fn planned() -> Self {
        let desk = Self::ready().await;
        desk.starts(|_| {}).unwrap();
        desk
    }

    fn starts(&self, change: impl FnOnce(&mut Plan)) -> Result<Connection> {
        let mut plan = Plan::for_connection(&self.connection(), Reason::Renewal)?;
        change(&mut plan);
        rotation::start(&self.store, &self.id, plan, self.now())
    }

    fn steps(&self) -> Arc<dyn Steps> {
        Arc::clone(&self.seen) as Arc<dyn Steps>
    }

    async fn runs(&self) -> Result<Connection> {
        rotation::run(&self.store, &self.id, &self.dependencies, &self.steps()).await
    }

    async fn abandons(&self) -> Result<Connection> {
        rotation::abandon(&self.store, &self.id, &self.dependencies, &self.steps()).await
    }

    async fn revokes_old(&self) -> Result<Connection> {
        let typed = last_six(&self.old_id());
        rotation::revoke_old(&self.store, &self.id, &typed, &self.dependencies, &self.steps()).await
    }

    fn hands_over_and_switches(&self) -> Connection {
        rotation::hand_over(&self.store, &self.id, self.now()).unwrap();
        rotation::switch(&self.store, &self.id, self.now()).unwrap()
    }

    fn connection(&self) -> Connection {
        self.store.read(&self.id).unwrap()
    }

    fn rotation(&self) -> Rotation {
        self.connection().rotation.unwrap()
    }

    fn now(&self) -> OffsetDateTime {
        OffsetDateTime::now_utc()
    }

    fn old_id(&self) -> String {
        self.connection().credentials[0].certificate_id().to_string()
    }

    async fn signs_in(&self) {
        let netsuite = self.dependencies.client().unwrap();
        let token = sign_in(&self.administrator, &self.record, &netsuite).await;
        *self.dependencies.session.lock().unwrap() = Some(token);
    }

    fn misbehaves(&self, endpoint: Endpoint, misbehaviour: Misbehaviour) {
        let fault = Fault { endpoint, misbehaviour, lasts: Lasts::Once };
        self.practice.faults().add(fault).unwrap();
    }

    fn uploads(&self) -> usize {
        let requests = self.practice.requests();
        let upload = |path: &str| path.ends_with("/certificates");
        requests.iter().filter(|r| r.method == "POST" && upload(&r.path)).count()
    }

    /// Certificate ID and whether it is active, as NetSuite's list shows it now.
    async fn listed(&self) -> Vec<(String, bool)> {
        let netsuite = self.dependencies.client().unwrap();
        let token = sign_in(&self.administrator, &self.record, &netsuite).await;
        let client_id = self.connection().integration.client_id.unwrap();
        let listed = netsuite.list_certificates(&token.into(), &client_id).await.unwrap();
        let row = |row: netsuite_client::ListedCertificate| {
            (row.certificate_id.to_string(), !row.revoked)
        };
        listed.certificates.into_iter().map(row).collect()
    }

    /// Longer than an upload can be on its way, on both sides' clocks.
    fn waits(&self) {
        self.clock.advance(Duration::minutes(4));
        self.dependencies.wait(Duration::minutes(4));
    }

    /// Kills the process, as far as a test in one process can: nothing but the documents stays.
    fn dies_and_comes_back(&mut self) {
        let address = self.practice.address();
        let vault = self.dependencies.vault.0.clone();
        let mut dependencies =
            PracticeDependencies::new(address, self.practice.account_id(), &vault);
        dependencies.waits = self.dependencies.waits;
        dependencies.wait(self.dependencies.now() - OffsetDateTime::now_utc());
        self.dependencies = Arc::new(dependencies);
    }
}

fn last_six(id: &str) -> String {
    id[id.len() - 6..].to_owned()
}

#[tokio::test]
async fn a_rotation_goes_from_the_plan_to_the_revoked_old_certificate() {
    let desk = Desk::planned().await;
    let old = desk.connection().working().unwrap().id.clone();
    assert_eq!(desk.rotation().next(), Act::Continue);

    let proven = desk.runs().await.unwrap();
    let rotation = proven.rotation.as_ref().unwrap();
    assert_eq!(rotation.next(), Act::HandOver);
    assert_eq!(proven.working().unwrap().id, old, "the old one signs until the switch");
    assert_eq!(proven.coming().unwrap().state, CredentialState::Proven);
    assert!(desk.listed().await.iter().all(|(_, active)| *active), "both are active");

    let switched = desk.hands_over_and_switches();
    let new = switched.working().unwrap();
    assert_ne!(new.id, old);
    assert_eq!(new.state, CredentialState::Current);
    assert_eq!(switched.credential(&old).unwrap().state, CredentialState::Superseded);
    assert_eq!(switched.last_proof.as_ref().unwrap().credential, new.id);
    assert!(desk.listed().await.iter().all(|(_, active)| *active), "both are active");

    let ended = desk.revokes_old().await.unwrap();
    assert!(ended.rotation.is_none());
    assert_eq!(ended.credential(&old).unwrap().state, CredentialState::Revoked);
    let listed = desk.listed().await;
    assert_eq!(listed.iter().map(|(_, active)| *active).collect::<Vec<_>>(), [false, true]);
    assert_eq!(desk.uploads(), 1);
    assert!(matches!(
        ended.history.last().unwrap().event,
        Event::RotationEnded { old_kept: false }
    ));
}

/// The certificate of each event in a connection's calendar, and whether it is canceled.
fn reminders(connection: &Connection) -> Vec<(bool, bool)> {
    let document = calendar::of_one(connection, OffsetDateTime::now_utc()).unwrap();
    let document = document.replace("\r\n ", "");
    let first = connection.credentials[0].predicted_id.as_str();
    let event = |event: &str| (event.contains(first), event.contains("STATUS:CANCELLED"));
    document.split("BEGIN:VEVENT").skip(1).map(event).collect()
}

#[tokio::test]
async fn the_calendar_follows_a_rotation_from_its_switch_on() {
    // The old one is valid for 30 days, so it has no event 60 days before its end.
    let old = [(true, false); 3];
    let replaced = [&[(true, true); 3][..], &[(false, false); 4]].concat();
    let desk = Desk::planned().await;
    assert_eq!(reminders(&desk.connection()), old);
    let proven = desk.runs().await.unwrap();
    assert_eq!(reminders(&proven), old, "until the switch nothing depends on the new one");
    let switched = desk.hands_over_and_switches();
    assert_eq!(reminders(&switched), replaced);
    let ended = desk.revokes_old().await.unwrap();
    assert_eq!(reminders(&ended), replaced);
}

#[tokio::test]
async fn every_transition_is_on_the_disk_before_it_is_told() {
    let desk = Desk::planned().await;
    desk.runs().await.unwrap();
    let told: Vec<_> = desk.seen.0.lock().unwrap().iter().flatten().cloned().collect();
    let kept: Vec<_> = desk.rotation().journal().iter().skip(1).map(|d| d.fact.clone()).collect();
    assert_eq!(told, kept);
    let kinds: Vec<_> = kept.iter().map(|fact| format!("{fact:?}")).collect();
    for (kind, expected) in
        kinds.iter().zip(["KeyNamed", "KeyStored", "UploadAnnounced", "Uploaded", "Proven"])
    {
        assert!(kind.starts_with(expected), "{kind}");
    }
}

#[tokio::test]
async fn the_old_one_may_be_left_to_run_out() {
    let desk = Desk::planned().await;
    desk.runs().await.unwrap();
    desk.hands_over_and_switches();
    let ended = rotation::leave_old(&desk.store, &desk.id, desk.now()).unwrap();
    assert!(ended.rotation.is_none());
    assert!(desk.listed().await.iter().all(|(_, active)| *active));
    assert!(matches!(ended.history.last().unwrap().event, Event::RotationEnded { old_kept: true }));
}

#[tokio::test]
async fn continuing_where_the_user_is_needed_changes_nothing() {
    let desk = Desk::planned().await;
    desk.runs().await.unwrap();
    let (before, requests) = (desk.rotation(), desk.practice.requests().len());
    desk.runs().await.unwrap();
    assert_eq!(desk.rotation(), before);
    assert_eq!(desk.practice.requests().len(), requests, "nothing was sent");
}

#[tokio::test]
async fn acts_out_of_turn_are_refused() {
    let desk = Desk::planned().await;
    let now = desk.now();
    let there = |outcome: Result<Connection>| {
        assert!(matches!(outcome, Err(Error::Rotation(RotationError::NotThere))), "{outcome:?}");
    };
    there(rotation::hand_over(&desk.store, &desk.id, now));
    there(rotation::switch(&desk.store, &desk.id, now));
    there(rotation::leave_old(&desk.store, &desk.id, now));
    there(desk.revokes_old().await);
    assert!(matches!(desk.starts(|_| {}), Err(Error::Rotation(RotationError::UnderWay))));
    desk.runs().await.unwrap();
    there(rotation::switch(&desk.store, &desk.id, now));
    desk.hands_over_and_switches();
    there(desk.abandons().await);
}

#[tokio::test]
async fn the_old_one_goes_only_when_its_last_characters_are_typed() {
    let desk = Desk::planned().await;
    desk.runs().await.unwrap();
    desk.hands_over_and_switches();
    for typed in ["", "abcdef", &desk.old_id()] {
        let refused =
            rotation::revoke_old(&desk.store, &desk.id, typed, &desk.dependencies, &desk.steps())
                .await;
        assert!(matches!(refused, Err(Error::Revoke(RevokeError::ConfirmationDiffers))), "{typed}");
    }
    assert!(desk.listed().await.iter().all(|(_, active)| *active));
}

#[tokio::test]
async fn what_a_rotation_stands_on_cannot_be_changed_meanwhile() {
    let desk = Desk::planned().await;
    let mut connection = desk.connection();
    for change in [
        Change::ClientId { text: "0".repeat(64) },
        Change::Account { text: "4718203".into() },
        Change::HandedOver,
    ] {
        let refused = connection.change(change, desk.now());
        assert!(matches!(refused, Err(Error::Rotation(RotationError::UnderWay))), "{refused:?}");
    }
}

#[tokio::test]
async fn a_second_driver_is_turned_away() {
    let desk = Desk::planned().await;
    /// Tries to drive while the first one drives.
    struct Meddler(Store, ConnectionId, Mutex<Vec<bool>>);
    impl Steps for Meddler {
        fn reached(&self, _: &Connection) {
            let second = rotation::leave_old(&self.0, &self.1, OffsetDateTime::now_utc());
            let turned_away = matches!(second, Err(Error::Rotation(RotationError::Elsewhere)));
            self.2.lock().unwrap().push(turned_away && rotation::is_driven(&self.0, &self.1));
        }
    }
    let meddler = Arc::new(Meddler(desk.store.clone(), desk.id.clone(), Mutex::default()));
    let steps = Arc::clone(&meddler) as Arc<dyn Steps>;
    rotation::run(&desk.store, &desk.id, &desk.dependencies, &steps).await.unwrap();
    assert_eq!(*meddler.2.lock().unwrap(), [true; 5]);
    assert!(!rotation::is_driven(&desk.store, &desk.id));
}

#[tokio::test]
async fn a_lost_answer_is_settled_by_the_list_and_nothing_is_sent_again() {
    for lost in [
        Misbehaviour::DropAfter,
        Misbehaviour::ServerErrorAfter,
        Misbehaviour::TruncatedJson,
        Misbehaviour::EmptyBody,
        Misbehaviour::Oversize,
    ] {
        let desk = Desk::planned().await;
        desk.misbehaves(Endpoint::Upload, lost.clone());
        desk.runs().await.unwrap_or_else(|error| panic!("{lost:?}: {error}"));
        let rotation = desk.rotation();
        assert_eq!(rotation.notes(Step::Uploaded), [Note::FoundInList], "{lost:?}");
        assert_eq!(desk.uploads(), 1, "{lost:?}");
    }
}

#[tokio::test]
async fn an_upload_that_never_arrived_is_looked_for_and_then_replaced_by_a_fresh_pair() {
    for lost in [Misbehaviour::DropBefore, Misbehaviour::ServerError, Misbehaviour::Html] {
        let mut desk = Desk::planned().await;
        desk.misbehaves(Endpoint::Upload, lost.clone());
        assert!(
            matches!(desk.runs().await, Err(Error::Upload(UploadError::Unsettled { .. }))),
            "{lost:?}"
        );
        assert!(desk.rotation().is_unsettled());
        assert_eq!(desk.rotation().last_failure.unwrap().kind, "UploadUnsettled");
        let first = desk.rotation().new_credential().unwrap().clone();

        desk.dies_and_comes_back();
        assert!(
            matches!(desk.runs().await, Err(Error::Upload(UploadError::Unsettled { .. }))),
            "{lost:?}"
        );
        assert_eq!(desk.uploads(), 1, "{lost:?}");

        desk.waits();
        desk.runs().await.unwrap();
        let rotation = desk.rotation();
        assert_ne!(rotation.new_credential().unwrap(), &first);
        assert_eq!(rotation.next(), Act::HandOver);
        assert_eq!(desk.uploads(), 2, "once for each of the two certificates");
        assert_eq!(desk.dependencies.vault.len(), 2, "the first new key is deleted");
    }
}

/// The moment that an unsettled outcome names.
fn named(outcome: Result<Connection>) -> OffsetDateTime {
    match outcome {
        Err(Error::Upload(UploadError::Unsettled { until })) => until,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_lost_upload_names_one_moment_and_keeps_it_over_a_restart_until_it_is_settled() {
    let mut desk = Desk::planned().await;
    desk.misbehaves(Endpoint::Upload, Misbehaviour::DropBefore);
    let until = named(desk.runs().await);
    let waits = desk.dependencies.waits;
    let announced = |dated: &&Dated| matches!(dated.fact, Fact::UploadAnnounced { .. });
    let at = desk.rotation().journal().iter().find(announced).unwrap().at;
    assert_eq!(until, at + waits.settling);

    desk.dies_and_comes_back();
    assert_eq!(rotation::settles_at(&desk.rotation(), waits), Some(until), "the journal says it");
    desk.clock.advance(Duration::seconds(90));
    desk.dependencies.wait(Duration::seconds(90));
    assert_eq!(named(desk.runs().await), until, "reading the list does not move it");
    assert_eq!(desk.uploads(), 1);

    desk.waits();
    desk.runs().await.unwrap();
    assert_eq!(rotation::settles_at(&desk.rotation(), waits), None);
}

#[tokio::test]
async fn giving_up_a_lost_upload_names_the_same_moment() {
    let desk = Desk::planned().await;
    desk.misbehaves(Endpoint::Upload, Misbehaviour::DropBefore);
    let until = named(desk.runs().await);
    assert_eq!(named(desk.abandons().await), until);
    assert_eq!(rotation::settles_at(&desk.rotation(), desk.dependencies.waits), Some(until));
    desk.waits();
    assert!(desk.abandons().await.unwrap().rotation.is_none());
}

#[tokio::test]
async fn a_refused_upload_may_be_sent_again() {
    for refused in [
        Misbehaviour::Unauthorized,
        Misbehaviour::Forbidden,
        Misbehaviour::TooManyRequests { retry_after: 1 },
        Misbehaviour::SlotsFull,
    ] {
        let desk = Desk::planned().await;
        desk.misbehaves(Endpoint::Upload, refused.clone());
        desk.runs().await.expect_err("refused");
        assert!(!desk.rotation().is_unsettled(), "{refused:?}");
        desk.runs().await.unwrap();
        assert_eq!(desk.uploads(), 2);
    }
}

#[tokio::test]
async fn another_id_than_predicted_is_believed() {
    let desk = Desk::planned().await;
    desk.misbehaves(Endpoint::Upload, Misbehaviour::OtherCertificateId { prefix: "-other".into() });
    let proven = desk.runs().await.unwrap();
    let new = proven.coming().unwrap();
    assert!(new.certificate_id().as_str().starts_with("-other"));
    let notes = proven.rotation.as_ref().unwrap().notes(Step::Uploaded);
    assert_eq!(notes, [Note::OtherId { predicted: new.predicted_id.clone() }]);
}

#[tokio::test]
async fn another_id_than_predicted_is_found_when_the_answer_is_lost() {
    let desk = Desk::planned().await;
    desk.misbehaves(Endpoint::Upload, Misbehaviour::OtherCertificateId { prefix: "x".into() });
    desk.misbehaves(Endpoint::Upload, Misbehaviour::DropAfter);
    let proven = desk.runs().await.unwrap();
    let new = proven.coming().unwrap();
    assert_ne!(new.certificate_id(), &new.predicted_id);
    let notes = proven.rotation.as_ref().unwrap().notes(Step::Uploaded);
    assert!(notes.contains(&Note::FoundInList), "{notes:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_strangers_certificate_that_appears_meanwhile_is_not_taken_for_ours() {
    let desk = Desk::planned().await;
    /// Maps somebody else's certificate, with the same role and entity, before the upload is sent.
    struct Stranger(String, Arc<Record>, String);
    let pem = {
        let key = PrivateKey::generate(KeyType::P256, &Search::new()).unwrap();
        let subject = Subject::new("Stranger").unwrap();
        Certificate::issue(&key, &subject, 30, Signature::Pss, desk.now()).unwrap().to_pem()
    };
    impl Steps for Stranger {
        fn reached(&self, connection: &Connection) {
            let rotation = connection.rotation.as_ref().filter(|r| r.last_failure.is_none());
            let reached = rotation.map(Rotation::reached);
            if !matches!(reached, Some(Fact::UploadAnnounced { .. })) {
                return;
            }
            let (origin, record, pem) = (self.0.clone(), Arc::clone(&self.1), self.2.clone());
            let maps = move || {
                let runtime = tokio::runtime::Runtime::new().unwrap();
                runtime.block_on(async {
                    Administrator::at(&origin).maps_a_certificate(&record, &pem).await;
                });
            };
            std::thread::spawn(maps).join().unwrap();
        }
    }
    let Record { id, consumer_key, consumer_secret, application_id } = &desk.record;
    let (id, consumer_key) = (id.clone(), consumer_key.clone());
    let (consumer_secret, application_id) = (consumer_secret.clone(), application_id.clone());
    let record = Record { id, consumer_key, consumer_secret, application_id };
    let stranger = Stranger(desk.practice.origin(), Arc::new(record), pem);
    let steps: Arc<dyn Steps> = Arc::new(stranger);
    desk.misbehaves(Endpoint::Upload, Misbehaviour::DropBefore);
    let outcome = rotation::run(&desk.store, &desk.id, &desk.dependencies, &steps).await;
    assert!(matches!(outcome, Err(Error::Upload(UploadError::Unsettled { .. }))), "{outcome:?}");
    desk.waits();
    let ended = desk.abandons().await.unwrap();
    assert!(ended.rotation.is_none());
    assert!(desk.listed().await.iter().all(|(_, active)| *active), "the stranger's is untouched");
}

#[tokio::test]
async fn an_earlier_end_of_validity_is_noted() {
    let desk = Desk::planned().await;
    desk.misbehaves(Endpoint::Upload, Misbehaviour::DateShortened { days: 90 });
    desk.runs().await.unwrap();
    let notes = desk.rotation().notes(Step::Uploaded);
    let day = (desk.now() + Duration::days(90)).date();
    assert_eq!(notes, [Note::DateShortened { valid_until: day }]);
}

#[tokio::test]
async fn a_token_refused_after_the_upload_leaves_both_as_they_are() {
    let desk = Desk::planned().await;
    let fault = Fault {
        endpoint: Endpoint::Token,
        misbehaviour: Misbehaviour::RefuseAfterUpload { minutes: 5 },
        lasts: Lasts::Sticky,
    };
    desk.signs_in().await;
    desk.practice.faults().add(fault).unwrap();
    assert!(matches!(desk.runs().await, Err(Error::TokenRefused(_))));
    let connection = desk.connection();
    assert_eq!(connection.working().unwrap().state, CredentialState::Current);
    assert!(connection.last_refusal.is_none(), "the connection itself is in order");
    desk.practice.faults().clear();
    desk.runs().await.unwrap();
    assert_eq!(desk.rotation().next(), Act::HandOver);
}

/// Where a rotation is when something happens to it: driven so far and no further.
async fn at(reached: &str) -> Desk {
    let desk = Desk::planned().await;
    if reached == "planned" {
        return desk;
    }
    if reached == "upload-unsettled" {
        desk.misbehaves(Endpoint::Upload, Misbehaviour::DropBefore);
        desk.runs().await.expect_err("unsettled");
        return desk;
    }
    if reached == "upload-refused" {
        desk.misbehaves(Endpoint::Upload, Misbehaviour::Forbidden);
        desk.runs().await.expect_err("refused");
        return desk;
    }
    if reached == "uploaded" {
        let refused = Misbehaviour::RefuseAfterUpload { minutes: 5 };
        desk.signs_in().await;
        desk.misbehaves(Endpoint::Token, refused);
        desk.runs().await.expect_err("refused");
        return desk;
    }
    desk.runs().await.unwrap();
    if reached == "handed-over" {
        rotation::hand_over(&desk.store, &desk.id, desk.now()).unwrap();
    }
    desk
}

#[tokio::test]
async fn giving_up_leaves_nothing_of_the_new_pair_and_all_of_the_old_one() {
    for reached in
        ["planned", "upload-refused", "upload-unsettled", "uploaded", "proven", "handed-over"]
    {
        let mut desk = at(reached).await;
        desk.dies_and_comes_back();
        if reached == "upload-unsettled" {
            assert!(matches!(
                desk.abandons().await,
                Err(Error::Upload(UploadError::Unsettled { .. }))
            ));
            assert!(desk.rotation().is_abandoning());
            desk.waits();
        }
        let ended = desk.abandons().await.unwrap_or_else(|error| panic!("{reached}: {error:?}"));
        assert!(ended.rotation.is_none(), "{reached}");
        assert_eq!(ended.working().unwrap().state, CredentialState::Current, "{reached}");
        assert_eq!(desk.dependencies.vault.len(), 1, "{reached}: the new key is deleted");
        let active: Vec<_> =
            desk.listed().await.into_iter().filter(|(_, active)| *active).collect();
        assert_eq!(active, [(desk.old_id(), true)], "{reached}");
        desk.starts(|_| {}).unwrap();
        desk.runs().await.unwrap();
    }
}

#[tokio::test]
async fn the_old_one_stays_when_the_new_one_no_longer_works() {
    let desk = Desk::planned().await;
    desk.runs().await.unwrap();
    desk.hands_over_and_switches();
    // Somebody revokes the new one by hand, in NetSuite.
    let new = desk.connection().working().unwrap().certificate_id().clone();
    desk.signs_in().await;
    let netsuite = desk.dependencies.client().unwrap();
    let token = desk.dependencies.session.lock().unwrap().clone().unwrap();
    let client_id = desk.connection().integration.client_id.unwrap();
    let host = netsuite_client::EndpointHost::Restlets;
    netsuite.revoke_certificate(host, &token.into(), &client_id, &new).await.unwrap();

    let refused = desk.revokes_old().await;
    assert!(matches!(refused, Err(Error::Revoke(RevokeError::Last { .. }))), "{refused:?}");
    assert!(desk.listed().await.contains(&(desk.old_id(), true)));
    rotation::leave_old(&desk.store, &desk.id, desk.now()).unwrap();
}

#[tokio::test]
async fn a_revocation_counts_when_the_list_shows_it() {
    let desk = Desk::planned().await;
    desk.runs().await.unwrap();
    desk.hands_over_and_switches();
    desk.misbehaves(Endpoint::List, Misbehaviour::ListLag { lists: 2 });
    assert!(matches!(desk.revokes_old().await, Err(Error::Revoke(RevokeError::Unsettled))));
    assert!(matches!(desk.rotation().reached(), Fact::RevokeAnnounced { .. }));
    let ended = desk.revokes_old().await.unwrap();
    assert!(ended.rotation.is_none());
}

#[tokio::test]
async fn a_leaked_certificate_may_go_first_with_a_sign_in_and_not_with_its_own_token() {
    let desk = Desk::ready().await;
    desk.starts(|plan| {
        plan.reason = Reason::Leak;
        plan.order = Order::RevokeFirst;
    })
    .unwrap();
    let old = desk.old_id();
    assert_eq!(desk.rotation().next(), Act::RevokeOld);
    assert_eq!(desk.rotation().steps()[0].0, Step::OldRevoked);
    desk.runs().await.unwrap();
    assert_eq!(desk.rotation().next(), Act::RevokeOld, "not without the user's word");
    assert!(matches!(
        desk.revokes_old().await,
        Err(Error::Connection(ConnectionError::SignInNeeded))
    ));
    assert!(desk.listed().await.contains(&(old.clone(), true)));

    desk.signs_in().await;
    let proven = desk.revokes_old().await.unwrap();
    assert!(desk.listed().await.contains(&(old, false)));
    assert_eq!(proven.rotation.unwrap().next(), Act::HandOver);
    let ended = desk.hands_over_and_switches();
    assert!(ended.rotation.is_none(), "nothing is left to be revoked");
}

#[tokio::test]
async fn a_refreshed_sandbox_gets_a_fresh_pair_after_one_sign_in() {
    let desk = Desk::planned().await;
    desk.runs().await.unwrap();
    desk.misbehaves(Endpoint::List, Misbehaviour::SandboxWiped);
    assert!(desk.listed().await.is_empty());

    portfolio::mark_refreshed(&desk.store, &desk.id, desk.now()).unwrap();
    let gone = desk.connection();
    assert!(gone.rotation.is_none() && gone.last_proof.is_none() && gone.working().is_none());
    assert!(gone.credentials.iter().all(|c| c.state == CredentialState::Gone));
    assert_eq!(setup::status(&gone, desk.now()), Status::MappingGone);

    desk.starts(|plan| plan.reason = Reason::SandboxRefreshed).unwrap();
    assert!(desk.rotation().old.is_none());
    assert!(matches!(desk.runs().await, Err(Error::Connection(ConnectionError::SignInNeeded))));
    desk.signs_in().await;
    desk.runs().await.unwrap();
    assert!(matches!(
        desk.rotation().journal().iter().find_map(|dated| match dated.fact {
            Fact::UploadAnnounced { role, entity, .. } => Some((role.value(), entity.value())),
            _ => None,
        }),
        Some((1000, 17))
    ));
    let ended = desk.hands_over_and_switches();
    assert!(ended.rotation.is_none());
    assert_eq!(setup::open_step(&ended), None);
}

#[tokio::test]
async fn several_rotate_at_once_and_one_that_fails_stops_no_other() {
    #[derive(Default)]
    struct Told(Mutex<Vec<ConnectionId>>);
    impl Steps for Told {
        fn reached(&self, _: &Connection) {}
    }
    impl portfolio::Several for Told {
        fn stopped(&self, id: &ConnectionId, _: Error) {
            self.0.lock().unwrap().push(id.clone());
        }
    }
    let desk = Desk::ready().await;
    let mut ids = vec![desk.id.clone()];
    for _ in 0..4 {
        let record = record(&desk.administrator, "Certdesk").await;
        let (practice, person) = (&desk.practice, &desk.administrator);
        ids.push(in_use(practice, person, &record, &desk.store, &desk.dependencies).await);
    }
    // One key is gone from the vault: no token for that connection.
    let broken = desk.store.read(&ids[2]).unwrap();
    let key = broken.working().unwrap().key.clone();
    certdesk_core::vault::Vault::delete(&desk.dependencies.vault, &key).unwrap();

    let told = Arc::new(Told::default());
    portfolio::rotate(&desk.store, ids.clone(), 4, &desk.dependencies, &told).await;
    assert_eq!(*told.0.lock().unwrap(), [ids[2].clone()]);
    for (place, id) in ids.iter().enumerate() {
        let next = desk.store.read(id).unwrap().rotation.unwrap().next();
        assert_eq!(next, if place == 2 { Act::Continue } else { Act::HandOver });
    }
}

#[tokio::test]
async fn a_journal_holds_no_secret() {
    let desk = Desk::planned().await;
    desk.signs_in().await;
    desk.runs().await.unwrap();
    let connection = desk.connection();
    let text = serde_json::to_string(&connection).unwrap();
    let token = desk.dependencies.session.lock().unwrap().clone().unwrap();
    assert!(!text.contains(&token) && !text.contains("PRIVATE"));
    for credential in &connection.credentials {
        let key = certdesk_core::vault::load(&desk.dependencies.vault, &credential.key).unwrap();
        let der = key.expose_pkcs8_der().expose();
        let hex: String = der.iter().map(|byte| format!("{byte:02x}")).collect();
        assert!(!text.to_lowercase().contains(&hex[hex.len() - 64..]));
    }
}

/// By hand: the administrator maps the new certificate and reads its ID back.
impl Desk {
    async fn planned_by_hand() -> Self {
        let desk = Self::ready().await;
        desk.starts(|plan| plan.way = Way::ByHand).unwrap();
        desk
    }

    async fn is_mapped_by_hand(&self) -> String {
        let connection = self.connection();
        let coming = connection.coming().unwrap();
        self.administrator.maps_a_certificate(&self.record, &coming.certificate).await
    }

    fn enters(&self, id: &str, accept: bool) -> Result<Connection> {
        rotation::uploaded_by_hand(&self.store, &self.id, id, accept, self.now())
    }

    /// Requests to the certificates endpoint, of any kind.
    fn asked_of_the_endpoint(&self) -> usize {
        let requests = self.practice.requests();
        requests.iter().filter(|request| request.path.contains("/certificates")).count()
    }
}

#[tokio::test]
async fn a_pair_is_renewed_by_hand_and_the_old_one_stays_until_the_user_has_confirmed() {
    let mut desk = Desk::planned_by_hand().await;
    let old = desk.connection().working().unwrap().id.clone();

    let made = desk.runs().await.unwrap();
    assert_eq!(made.rotation.as_ref().unwrap().next(), Act::UploadByHand);
    assert_eq!(desk.runs().await.unwrap().rotation, made.rotation, "nothing goes on by itself");

    desk.dies_and_comes_back();
    let id = desk.is_mapped_by_hand().await;
    let uploaded = desk.enters(&id, false).unwrap();
    assert_eq!(uploaded.rotation.as_ref().unwrap().next(), Act::Continue);

    let proven = desk.runs().await.unwrap();
    assert_eq!(proven.rotation.as_ref().unwrap().next(), Act::HandOver);
    assert_eq!(proven.working().unwrap().id, old, "the old one signs until the switch");
    assert_eq!(proven.coming().unwrap().certificate_id().as_str(), id);

    let switched = desk.hands_over_and_switches();
    assert_eq!(switched.working().unwrap().certificate_id().as_str(), id);
    let ended = rotation::leave_old(&desk.store, &desk.id, desk.now()).unwrap();
    assert_eq!(ended.rotation, None);
    assert_eq!(desk.asked_of_the_endpoint(), 0, "NetSuite's list was neither read nor changed");
    assert!(desk.listed().await.iter().all(|(_, active)| *active), "both are active");
}

#[tokio::test]
async fn a_misread_certificate_id_is_refused_and_an_insisted_one_is_taken() {
    let desk = Desk::planned_by_hand().await;
    desk.runs().await.unwrap();
    let other = desk.old_id();
    let refused = desk.enters(&other, false);
    assert!(
        matches!(refused, Err(Error::Connection(ConnectionError::CertificateIdDiffers { .. }))),
        "{refused:?}"
    );
    assert!(matches!(
        desk.enters("short", false),
        Err(Error::Keys(KeysError::CertificateIdInvalid { .. }))
    ));
    assert_eq!(desk.rotation().next(), Act::UploadByHand, "nothing has changed");

    let taken = desk.enters(&other, true).unwrap();
    let notes = taken.rotation.unwrap().notes(Step::Uploaded);
    assert!(matches!(&notes[..], [Note::OtherId { .. }]), "{notes:?}");
}

#[tokio::test]
async fn an_upload_by_hand_is_not_entered_before_there_is_one_to_make() {
    let desk = Desk::planned_by_hand().await;
    let id = desk.old_id();
    assert!(matches!(desk.enters(&id, false), Err(Error::Rotation(RotationError::NotThere))));
    let usual = Desk::planned().await;
    usual.runs().await.unwrap();
    assert!(matches!(usual.enters(&id, true), Err(Error::Rotation(RotationError::NotThere))));
}

#[tokio::test]
async fn a_rotation_by_hand_is_given_up_without_asking_netsuite() {
    let desk = Desk::planned_by_hand().await;
    let keys = desk.dependencies.vault.len();
    desk.runs().await.unwrap();
    let id = desk.is_mapped_by_hand().await;
    desk.enters(&id, false).unwrap();

    let given_up = desk.abandons().await.unwrap();
    assert_eq!(given_up.rotation, None);
    assert_eq!(desk.dependencies.vault.len(), keys, "its key is deleted");
    assert_eq!(given_up.working().unwrap().certificate_id().as_str(), desk.old_id());
    let coming = given_up.credentials.last().unwrap();
    assert_eq!(coming.state, CredentialState::Superseded, "NetSuite may list it still");
    assert_eq!(desk.asked_of_the_endpoint(), 0);
}

#[tokio::test]
async fn revoking_first_is_not_done_by_hand() {
    let desk = Desk::ready().await;
    let refused = desk.starts(|plan| {
        plan.way = Way::ByHand;
        plan.order = Order::RevokeFirst;
    });
    assert!(
        matches!(refused, Err(Error::Connection(ConnectionError::SignInNeeded))),
        "{refused:?}"
    );
}

#[test]
fn where_only_the_target_can_ask_for_a_token_a_rotation_by_hand_asks_for_none() {
    let now = OffsetDateTime::now_utc();
    let folder = tempfile::tempdir().unwrap();
    let store = Store::new(folder.path());
    let mut connection = Connection::new("Northwind Traders", false, now).unwrap();
    let target = Target::named("suitecloud-cli").unwrap();
    let (name, scopes) = ("SuiteCloud Development Integration".into(), vec![Scope::Restlets]);
    for change in [
        Change::Target { target },
        Change::Account { text: "4718203".into() },
        Change::Integration { name, scopes },
    ] {
        connection.change(change, now).unwrap();
    }
    let key = PrivateKey::generate(KeyType::P256, &Search::new()).unwrap();
    let subject = Subject::new("Northwind").unwrap();
    let certificate = Certificate::issue(&key, &subject, 30, Signature::Pss, now).unwrap();
    let (entry, place) = (EntryName::random(), VaultPlace::KeyFiles);
    let mut pair =
        Credential::new(entry, place, Algorithm::Es256, &certificate, Signature::Pss, now).unwrap();
    pair.state = CredentialState::Current;
    connection.add_credential(pair);
    store.create(&connection).unwrap();

    let mut plan = Plan::for_connection(&connection, Reason::Renewal).unwrap();
    let refused = rotation::start(&store, &connection.id, plan.clone(), now);
    assert!(
        matches!(refused, Err(Error::Connection(ConnectionError::StepNotReady { .. }))),
        "only by hand: {refused:?}"
    );
    plan.way = Way::ByHand;
    let begun = rotation::start(&store, &connection.id, plan, now).unwrap().rotation.unwrap();
    let steps: Vec<_> = begun.steps().into_iter().map(|(step, _)| step).collect();
    assert!(!steps.contains(&Step::Proven), "{steps:?}");
}
