//! A token was received, and a test call with it is refused: each permission taken away.

use certdesk_core::Error;
use certdesk_core::connection::Refused;
use certdesk_core::diagnosis::Doing;
use certdesk_core::netsuite::proof;
use certdesk_core::test_call::{self, Caller};
use netsuite_client::{AccessToken, Query, Read, RecordType, RestletUrl};
use netsuite_practice::{Endpoint, Misbehaviour};
use time::{Duration, OffsetDateTime};

use crate::person::PERMISSIONS;
use crate::site::{Known, Site};

/// A token by the connection's certificate, and until when it can be used.
struct Received {
    token: AccessToken,
    expires_at: OffsetDateTime,
}

impl Site {
    async fn receives(&mut self) -> Received {
        let (netsuite, now) = (self.netsuite(), self.clock.now());
        let credential = self.credential();
        let proven =
            proof::prove_and_use(&netsuite, &self.connection, credential, &self.key, now).await;
        let (proof, token) = proven.unwrap();
        let expires_at = proof.proven.expires_at;
        self.connection.record_proof(proof.proven).unwrap();
        Received { token, expires_at }
    }

    /// Makes the test call that the app makes. `in_trail` is whether the account notes a line about it.
    async fn calls(&self, received: &Received, read: &Read, in_trail: bool) -> Known {
        let netsuite = self.netsuite();
        let caller = Caller {
            netsuite: &netsuite,
            connection: &self.connection,
            credential: self.credential(),
            token: &received.token,
            expires_at: received.expires_at,
        };
        let made = test_call::make(caller, read, self.clock.now()).await.unwrap();
        let failed = made.failed.unwrap_or_else(|| panic!("it worked: {:?}", made.call));
        Known { failed: Some(failed), in_trail, ..Known::default() }
    }

    /// Another token is asked for, and refused, after the call was.
    async fn is_refused_another(&mut self) {
        let (netsuite, now) = (self.netsuite(), self.clock.now());
        let (connection, credential) = (&self.connection, self.credential());
        let refused = proof::prove(&netsuite, connection, credential, &self.key, now).await;
        let Err(Error::TokenRefused(refused)) = refused else { panic!("a token was issued") };
        let reason = refused.refusal.error.clone().unwrap();
        let id = credential.id.clone();
        self.connection.record_refusal(&id, Refused { at: now, reason }).unwrap();
    }

    async fn restlet(&self) -> Read {
        let url = self.administrator.copies_the_external_url().await;
        Read::Restlet { url: RestletUrl::parse(&url, self.netsuite().origin()).unwrap() }
    }
}

fn metadata() -> Read {
    Read::Metadata { record: RecordType::customer() }
}

fn records(name: &str) -> Read {
    Read::Record { record: RecordType::parse(name).unwrap() }
}

fn query(text: &str) -> Read {
    Read::Query { query: Query::parse(text).unwrap() }
}

const FEATURES: [&str; 5] = [
    "client_suitescript",
    "server_suitescript",
    "rest_web_services",
    "oauth2",
    "suiteanalytics_workbook",
];

async fn has_permissions(site: &Site, permissions: &[&str]) {
    site.administrator.saves_the_role(permissions, false).await;
}

async fn has_features_without(site: &Site, without: &str) {
    let left: Vec<_> = FEATURES.into_iter().filter(|name| *name != without).collect();
    site.administrator.ticks_features(&left).await;
}

pub(super) async fn lacks_the_login_permission() -> (Site, Known) {
    let mut site = Site::in_use().await;
    has_permissions(&site, &PERMISSIONS[1..]).await;
    let received = site.receives().await;
    let known = site.calls(&received, &metadata(), true).await;
    (site, known)
}

pub(super) async fn lacks_rest_web_services() -> (Site, Known) {
    let mut site = Site::in_use().await;
    has_permissions(&site, &[PERMISSIONS[0], "Customers"]).await;
    let received = site.receives().await;
    let known = site.calls(&received, &metadata(), true).await;
    (site, known)
}

pub(super) async fn has_no_rest_feature() -> (Site, Known) {
    let mut site = Site::in_use().await;
    let received = site.receives().await;
    has_features_without(&site, "rest_web_services").await;
    let known = site.calls(&received, &metadata(), true).await;
    (site, known)
}

pub(super) async fn loses_oauth() -> (Site, Known) {
    let mut site = Site::in_production().await;
    let received = site.receives().await;
    has_features_without(&site, "oauth2").await;
    let mut known = site.calls(&received, &metadata(), true).await;
    site.is_refused_another().await;
    // Another connection of the account, with another record, is refused since.
    known.others.push(site.another_that_is_refused());
    (site, known)
}

pub(super) async fn loses_the_role() -> (Site, Known) {
    let mut site = Site::in_use().await;
    let administrator = site.signs_in("-5;3").await;
    let received = site.receives().await;
    site.administrator.saves_the_role(&PERMISSIONS, true).await;
    let known = site.calls(&received, &metadata(), true).await;
    site.is_refused_another().await;
    let asked = site.ask(&site.netsuite(), Some(&administrator)).await;
    (site, known.with(asked))
}

pub(super) async fn loses_the_user() -> (Site, Known) {
    let mut site = Site::in_use().await;
    let administrator = site.signs_in("-5;3").await;
    let received = site.receives().await;
    site.administrator.saves_the_user(true).await;
    let known = site.calls(&received, &metadata(), true).await;
    site.is_refused_another().await;
    let asked = site.ask(&site.netsuite(), Some(&administrator)).await;
    (site, known.with(asked))
}

pub(super) async fn loses_the_record() -> (Site, Known) {
    let mut site = Site::in_use().await;
    let session = site.signs_in("17;1000").await;
    let received = site.receives().await;
    super::further::blocks_the_record(&site).await;
    let known = site.calls(&received, &metadata(), true).await;
    site.is_refused_another().await;
    let asked = site.ask(&site.netsuite(), Some(&session)).await;
    (site, known.with(asked))
}

pub(super) async fn has_an_expired_token() -> (Site, Known) {
    let mut site = Site::in_use().await;
    let received = site.receives().await;
    site.clock.advance(Duration::minutes(61));
    let known = site.calls(&received, &metadata(), true).await;
    (site, known)
}

pub(super) async fn is_sent_elsewhere() -> (Site, Known) {
    let mut site = Site::in_use().await;
    let received = site.receives().await;
    let to = "https://system.eu2.netsuite.com/".to_owned();
    site.misbehaves(Endpoint::Call, Misbehaviour::Redirect { to });
    let known = site.calls(&received, &metadata(), false).await;
    (site, known)
}

pub(super) async fn lacks_workbook() -> (Site, Known) {
    let mut site = Site::in_use().await;
    has_permissions(&site, &[PERMISSIONS[0], PERMISSIONS[1], "Customers"]).await;
    let received = site.receives().await;
    let known = site.calls(&received, &query("SELECT id FROM customer"), false).await;
    (site, known)
}

pub(super) async fn has_no_workbook_feature() -> (Site, Known) {
    let mut site = Site::in_use().await;
    has_features_without(&site, "suiteanalytics_workbook").await;
    let received = site.receives().await;
    let known = site.calls(&received, &query("SELECT id FROM customer"), false).await;
    (site, known)
}

pub(super) async fn lacks_the_record_permission() -> (Site, Known) {
    let mut site = Site::in_use().await;
    has_permissions(&site, &PERMISSIONS).await;
    let received = site.receives().await;
    let known = site.calls(&received, &records("customer"), false).await;
    (site, known)
}

pub(super) async fn queries_without_the_record_permission() -> (Site, Known) {
    let mut site = Site::in_use().await;
    has_permissions(&site, &PERMISSIONS).await;
    let received = site.receives().await;
    let known = site.calls(&received, &query("SELECT id FROM customer"), false).await;
    (site, known)
}

pub(super) async fn names_no_record_type() -> (Site, Known) {
    let mut site = Site::in_use().await;
    let received = site.receives().await;
    let known = site.calls(&received, &records("custommer"), false).await;
    (site, known)
}

pub(super) async fn has_a_restlet_in_testing() -> (Site, Known) {
    let mut site = Site::in_use().await;
    let read = site.restlet().await;
    site.administrator.saves_the_deployment(&["deployed", "audience-1000"]).await;
    let received = site.receives().await;
    let known = site.calls(&received, &read, false).await;
    (site, known)
}

pub(super) async fn has_no_deployment() -> (Site, Known) {
    let mut site = Site::in_use().await;
    let read = site.restlet().await;
    site.administrator.saves_the_deployment(&["released", "audience-1000"]).await;
    let received = site.receives().await;
    let known = site.calls(&received, &read, false).await;
    (site, known)
}

pub(super) async fn is_not_in_the_audience() -> (Site, Known) {
    let mut site = Site::in_use().await;
    let read = site.restlet().await;
    site.administrator.saves_the_deployment(&["deployed", "released"]).await;
    let received = site.receives().await;
    let known = site.calls(&received, &read, false).await;
    (site, known)
}

pub(super) async fn is_for_web_services_only() -> (Site, Known) {
    let mut site = Site::in_use().await;
    let read = site.restlet().await;
    site.administrator.limits_the_role_to_web_services().await;
    let received = site.receives().await;
    let known = site.calls(&received, &read, true).await;
    (site, known)
}

pub(super) async fn has_no_suitescript() -> (Site, Known) {
    let mut site = Site::in_use().await;
    let read = site.restlet().await;
    let received = site.receives().await;
    has_features_without(&site, "server_suitescript").await;
    let known = site.calls(&received, &read, true).await;
    assert_eq!(known.failed.as_ref().unwrap().doing, Doing::Call);
    (site, known)
}
