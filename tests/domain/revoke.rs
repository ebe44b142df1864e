//! Revocations on the practice account: guarded, confirmed, and decided by the list.

use certdesk_core::Error;
use certdesk_core::connection::{Connection, CredentialState, Event, RevokedBy};
use certdesk_core::error::{ConnectionError, NetSuiteError, RevokeError};
use certdesk_core::netsuite::listing::Listing;
use certdesk_core::netsuite::revoke::{self, Cause, Revoked};
use certdesk_core::netsuite::upload::{self, Consent};
use netsuite_keys::certificate::CertificateId;
use netsuite_practice::Endpoint::{List, Revoke};
use netsuite_practice::{Lasts, Misbehaviour};

use crate::endpoint::{Desk, certificate, mapping};

impl Desk {
    /// A desk whose connection has a second certificate that works, and its ID. The bearer came
    /// from the first.
    async fn with_two() -> (Self, CertificateId) {
        let desk = Self::ready().await;
        let (key, id) = desk.makes_a_pair();
        let sent =
            upload::upload(desk.acting(), &desk.id, &id, mapping(), Consent::default()).await;
        desk.proves(&key, &id).await.unwrap();
        (desk, sent.unwrap().1.certificate_id)
    }

    /// Another connection of the account with the same certificate.
    fn also_used_by(&self, name: &str, id: &CertificateId) -> Connection {
        let mut other = Connection::new(name, true, self.now).unwrap();
        let shared = self.connection();
        other.account = shared.account.clone();
        let used = shared.credentials.iter().find(|c| c.certificate_id() == id).unwrap().clone();
        other.add_credential(used);
        self.store.create(&other).unwrap();
        other
    }

    async fn revokes(&self, id: &CertificateId, cause: Cause) -> Result<Revoked, Error> {
        let typed = &id.as_str()[37..];
        revoke::revoke(self.acting(), &self.id, id, typed, cause).await
    }

    fn state_of(&self, id: &CertificateId) -> CredentialState {
        let connection = self.connection();
        connection.credentials.iter().find(|c| c.certificate_id() == id).unwrap().state
    }
}

#[tokio::test]
async fn a_revocation_is_one_request_and_the_list_that_says_so() {
    let (desk, id) = Desk::with_two().await;
    let revoked = desk.revokes(&id, Cause::NotNeeded).await.unwrap();
    assert!(!revoked.was_revoked && revoked.listed.row(&id).unwrap().revoked);
    assert_eq!(desk.revocations(), 1);
    assert_eq!(desk.state_of(&id), CredentialState::Revoked);
    let history: Vec<_> = revoked.connection.history.iter().map(|entry| &entry.event).collect();
    let [before @ .., told, after] = &history[..] else { panic!("{history:?}") };
    assert_eq!(**told, Event::CertificateRevoked { certificate_id: id.clone() });
    let lists_it = |event: &&Event| match event {
        Event::ListChanged { certificate_ids, .. } => Some(certificate_ids.contains(&id)),
        _ => None,
    };
    assert_eq!(before.iter().rev().find_map(lists_it), Some(true));
    assert_eq!(lists_it(after), Some(false));
}

#[tokio::test]
async fn whoever_types_something_else_revokes_nothing() {
    let (desk, id) = Desk::with_two().await;
    let before = desk.practice.requests().len();
    let other = format!("{}?", &id.as_str()[37..42]);
    for typed in ["", "      ", id.as_str(), &id.as_str()[36..], &id.as_str()[38..], &other] {
        let refused = revoke::revoke(desk.acting(), &desk.id, &id, typed, Cause::NotNeeded).await;
        assert!(matches!(refused, Err(Error::Revoke(RevokeError::ConfirmationDiffers))), "{typed}");
    }
    assert_eq!(desk.practice.requests().len(), before, "nothing was asked");
}

#[tokio::test]
async fn the_certificate_the_token_came_from_is_never_revoked_with_it() {
    let (desk, _) = Desk::with_two().await;
    for cause in [Cause::NotNeeded, Cause::Leak] {
        let refused = desk.revokes(&desk.first(), cause).await;
        assert!(matches!(refused, Err(Error::Revoke(RevokeError::Itself))), "{refused:?}");
    }
    assert_eq!(desk.revocations(), 0);
}

#[tokio::test]
async fn the_last_working_certificate_is_revoked_only_when_its_key_is_out() {
    let mut desk = Desk::ready().await;
    // As a sign-in's token would be.
    desk.bearer.came_from = None;
    let refused = desk.revokes(&desk.first(), Cause::NotNeeded).await;
    let Err(Error::Revoke(RevokeError::Last { connection })) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!(connection, "Northwind Traders");
    assert_eq!(desk.revocations(), 0);
    desk.revokes(&desk.first(), Cause::Leak).await.unwrap();
    assert_eq!(desk.state_of(&desk.first()), CredentialState::Revoked);
}

#[tokio::test]
async fn a_certificate_that_is_uploaded_and_not_proven_replaces_none_that_works() {
    let mut desk = Desk::ready().await;
    let (_, unproven) = desk.makes_a_pair();
    upload::upload(desk.acting(), &desk.id, &unproven, mapping(), Consent::default())
        .await
        .unwrap();
    desk.bearer.came_from = None;
    let refused = desk.revokes(&desk.first(), Cause::NotNeeded).await;
    assert!(matches!(refused, Err(Error::Revoke(RevokeError::Last { .. }))), "{refused:?}");
}

#[tokio::test]
async fn the_last_working_certificate_of_another_connection_is_guarded_too() {
    let (desk, id) = Desk::with_two().await;
    let other = desk.also_used_by("Contoso", &id);
    let refused = desk.revokes(&id, Cause::NotNeeded).await;
    let Err(Error::Revoke(RevokeError::Last { connection })) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!(connection, "Contoso");
    desk.revokes(&id, Cause::Leak).await.unwrap();
    let other = desk.store.read(&other.id).unwrap();
    assert_eq!(other.credentials[0].state, CredentialState::Revoked, "and is told of it");
}

#[tokio::test]
async fn a_lost_answer_is_settled_by_the_list() {
    for lost in [
        Misbehaviour::DropAfter,
        Misbehaviour::ServerErrorAfter,
        Misbehaviour::EmptyBody,
        Misbehaviour::TruncatedJson,
        Misbehaviour::Oversize,
    ] {
        let (desk, id) = Desk::with_two().await;
        desk.misbehaves(Revoke, lost.clone(), Lasts::Sticky);
        let revoked = desk.revokes(&id, Cause::NotNeeded).await;
        revoked.unwrap_or_else(|e| panic!("{lost:?}: {e:?}"));
        assert_eq!(desk.revocations(), 1, "{lost:?}");
    }
}

#[tokio::test]
async fn what_did_not_arrive_is_not_taken_for_done_and_can_be_repeated() {
    for lost in [
        Misbehaviour::DropBefore,
        Misbehaviour::ServerError,
        Misbehaviour::Html,
        Misbehaviour::Redirect { to: "https://other.example/".into() },
    ] {
        let (desk, id) = Desk::with_two().await;
        desk.misbehaves(Revoke, lost.clone(), Lasts::Once);
        let open = desk.revokes(&id, Cause::NotNeeded).await;
        assert!(matches!(open, Err(Error::Revoke(RevokeError::Unsettled))), "{lost:?}: {open:?}");
        assert_eq!(desk.state_of(&id), CredentialState::Proven, "{lost:?}");
        assert_eq!(desk.revocations(), 1, "a revocation is never repeated by itself: {lost:?}");
        desk.revokes(&id, Cause::NotNeeded).await.unwrap();
    }
}

#[tokio::test]
async fn a_refusal_is_told_as_it_is() {
    type Expected = fn(&Error) -> bool;
    let cases: [(Misbehaviour, Expected); 3] = [
        (Misbehaviour::Unauthorized, |e| {
            matches!(e, Error::NetSuite(NetSuiteError::TokenNotAccepted { .. }))
        }),
        (Misbehaviour::Forbidden, |e| {
            matches!(e, Error::NetSuite(NetSuiteError::PermissionMissing { .. }))
        }),
        (Misbehaviour::TooManyRequests { retry_after: 1 }, |e| {
            matches!(e, Error::NetSuite(NetSuiteError::TooManyRequests { .. }))
        }),
    ];
    for (misbehaviour, expected) in cases {
        let (desk, id) = Desk::with_two().await;
        desk.misbehaves(Revoke, misbehaviour.clone(), Lasts::Once);
        let refused = desk.revokes(&id, Cause::NotNeeded).await.unwrap_err();
        assert!(expected(&refused), "{misbehaviour:?}: {refused:?}");
        assert_eq!(desk.revocations(), 1);
    }
}

#[tokio::test]
async fn a_list_that_lags_is_read_until_it_shows_the_revocation() {
    let (desk, id) = Desk::with_two().await;
    desk.misbehaves(List, Misbehaviour::ListLag { lists: 3 }, Lasts::Once);
    desk.revokes(&id, Cause::NotNeeded).await.unwrap();
    assert_eq!(desk.revocations(), 1);
}

#[tokio::test]
async fn a_list_that_lags_for_long_leaves_it_open_and_settles_it_later() {
    let (desk, id) = Desk::with_two().await;
    desk.misbehaves(List, Misbehaviour::ListLag { lists: 1 }, Lasts::Sticky);
    let open = desk.revokes(&id, Cause::NotNeeded).await;
    assert!(matches!(open, Err(Error::Revoke(RevokeError::Unsettled))), "{open:?}");
    desk.practice.faults().clear();
    let revoked = desk.revokes(&id, Cause::NotNeeded).await.unwrap();
    assert!(revoked.was_revoked, "revoked already is what was wanted");
    assert_eq!(desk.revocations(), 1);
    assert_eq!(desk.state_of(&id), CredentialState::Revoked);
}

#[tokio::test]
async fn the_last_certificate_goes_with_its_connection_but_not_with_another() {
    let (mut desk, id) = Desk::with_two().await;
    desk.bearer.came_from = None;
    let other = desk.also_used_by("Contoso", &id);
    let refused = desk.revokes(&id, Cause::Ending).await;
    let Err(Error::Revoke(RevokeError::Last { connection })) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!(connection, "Contoso", "another connection goes on with it");

    desk.store.remove(&other.id).unwrap();
    let first = desk.first();
    desk.revokes(&first, Cause::Ending).await.unwrap();
    desk.revokes(&id, Cause::Ending).await.unwrap();
    assert_eq!(desk.state_of(&id), CredentialState::Revoked);
    assert_eq!(desk.connection().slots.unwrap().active, 0, "the slots are counted with it");
}

#[tokio::test]
async fn a_revocation_on_somebodys_word_lasts_until_the_list_says_otherwise() {
    let desk = Desk::ready().await;
    let first = desk.first();
    let before = desk.state_of(&first);
    let told = revoke::on_word(&desk.store, &desk.id, &first, desk.now).unwrap();
    assert_eq!(desk.state_of(&first), CredentialState::Revoked);
    assert_eq!(told.revocation(&first), Some((desk.now, RevokedBy::Word)));
    assert_eq!(desk.revocations(), 0, "nothing is sent");
    let strangers = CertificateId::given("nobody-knows-it").unwrap();
    let refused = revoke::on_word(&desk.store, &desk.id, &strangers, desk.now);
    assert!(matches!(refused, Err(Error::Connection(ConnectionError::CredentialUnknown))));

    // The administrator has revoked nothing.
    let mut connection = desk.connection();
    let client_id = connection.integration.client_id.clone().unwrap();
    let listed = desk.netsuite.list_certificates(&desk.bearer.token, &client_id).await.unwrap();
    Listing::join(&listed, &connection, &[], &desk.bearer, desk.now).settle(&mut connection);
    assert_eq!(connection.credentials[0].state, before, "NetSuite is right");
}

#[tokio::test]
async fn a_certificate_that_nobody_here_knows_can_be_revoked() {
    let desk = Desk::ready().await;
    let (_, strangers) = certificate(desk.now, 365);
    let id = desk.administrator.maps_a_certificate(&desk.record, &strangers.to_pem()).await;
    let id = CertificateId::given(&id).unwrap();
    desk.revokes(&id, Cause::NotNeeded).await.unwrap();
    let (_, unlisted) = certificate(desk.now, 365);
    let refused = desk.revokes(&unlisted.id(), Cause::NotNeeded).await;
    assert!(matches!(refused, Err(Error::Revoke(RevokeError::NotListed))));
    assert_eq!(desk.revocations(), 1);
}
