//! Uploads to the practice account: announced, sent once, and found again when the answer is lost.

use std::path::Path;

use certdesk_core::Error;
use certdesk_core::connection::{
    Change, Connection, CredentialId, CredentialState, Event, VendorCertificate, VendorState,
};
use certdesk_core::error::{KeysError, NetSuiteError, SignInError, UploadError};
use certdesk_core::netsuite::identity::{Fit, Identity, Names};
use certdesk_core::netsuite::listing::{Holder, Listing, SETTLING};
use certdesk_core::netsuite::upload::{self, Consent, Mapping, Outcome};
use netsuite_client::InternalId;
use netsuite_practice::Endpoint::{List, Upload};
use netsuite_practice::{Lasts, Misbehaviour};
use serde_json::json;
use time::{Duration, OffsetDateTime};

use crate::endpoint::{Desk, certificate, mapping};

impl Desk {
    async fn sends(&self, credential: &CredentialId) -> Result<Outcome, Error> {
        let sent =
            upload::upload(self.acting(), &self.id, credential, mapping(), Consent::default())
                .await;
        sent.map(|(_, outcome)| outcome)
    }
}

#[tokio::test]
async fn an_upload_is_one_request_and_ends_with_a_certificate_that_can_be_proven() {
    let desk = Desk::ready().await;
    let (key, id) = desk.makes_a_pair();
    let predicted = desk.credential(&id).predicted_id;
    let outcome = desk.sends(&id).await.unwrap();
    assert_eq!(outcome.certificate_id, predicted);
    assert!(outcome.as_predicted && !outcome.found_in_list && !outcome.shortened);
    assert_eq!(desk.uploads(), 1);
    let credential = desk.credential(&id);
    assert_eq!(credential.state, CredentialState::Uploaded);
    assert_eq!(credential.confirmed_id.as_ref(), Some(&predicted));
    assert_eq!(credential.upload_announced, None);
    let connection = desk.connection();
    let history: Vec<_> = connection.history.iter().map(|entry| &entry.event).collect();
    let [.., before, told, after] = history[..] else { panic!("{history:?}") };
    assert!(matches!(told, Event::CertificateUploaded { found_in_list: false, .. }));
    assert_eq!(active(after), active(before) + 1);
    assert!(
        matches!(after, Event::ListChanged { certificate_ids, .. } if certificate_ids.contains(&predicted))
    );
    desk.proves(&key, &id).await.unwrap();
}

/// How many active certificates the history's list has.
fn active(event: &Event) -> usize {
    let Event::ListChanged { active, .. } = event else { panic!("no list: {event:?}") };
    *active
}

#[tokio::test]
async fn an_upload_can_run_on_another_thread() {
    let desk = Desk::ready().await;
    let (_, id) = desk.makes_a_pair();
    tokio::spawn(async move { desk.sends(&id).await.map(|_| ()) }).await.unwrap().unwrap();
}

#[tokio::test]
async fn a_lost_answer_is_settled_by_the_list_and_nothing_is_sent_twice() {
    for lost in [
        Misbehaviour::DropAfter,
        Misbehaviour::ServerErrorAfter,
        Misbehaviour::TruncatedJson,
        Misbehaviour::EmptyBody,
        Misbehaviour::Oversize,
    ] {
        let desk = Desk::ready().await;
        let (key, id) = desk.makes_a_pair();
        desk.misbehaves(Upload, lost.clone(), Lasts::Sticky);
        let outcome = desk.sends(&id).await.unwrap_or_else(|e| panic!("{lost:?}: {e:?}"));
        assert!(outcome.found_in_list && outcome.as_predicted, "{lost:?}");
        assert!(outcome.valid_until.is_some(), "{lost:?}");
        assert_eq!(desk.uploads(), 1, "{lost:?}");
        assert_eq!(desk.credential(&id).upload_announced, None, "{lost:?}");
        desk.proves(&key, &id).await.unwrap();
    }
}

#[tokio::test]
async fn an_answer_that_comes_too_late_is_a_lost_one() {
    let mut desk = Desk::ready().await;
    let (_, id) = desk.makes_a_pair();
    desk.netsuite = desk.netsuite.clone().with_time_limit(std::time::Duration::from_millis(1500));
    desk.misbehaves(Upload, Misbehaviour::DelayAfter { milliseconds: 60_000 }, Lasts::Once);
    assert!(desk.sends(&id).await.unwrap().found_in_list);
    assert_eq!(desk.uploads(), 1);
}

#[tokio::test]
async fn an_upload_whose_answer_is_lost_is_never_sent_again() {
    for lost in [
        Misbehaviour::DropBefore,
        Misbehaviour::ServerError,
        Misbehaviour::Html,
        Misbehaviour::Redirect { to: "https://other.example/".into() },
    ] {
        let mut desk = Desk::ready().await;
        let (_, id) = desk.makes_a_pair();
        desk.misbehaves(Upload, lost.clone(), Lasts::Once);
        let first = desk.sends(&id).await;
        assert!(
            matches!(first, Err(Error::Upload(UploadError::Unsettled { .. }))),
            "{lost:?}: {first:?}"
        );
        assert!(desk.credential(&id).upload_announced.is_some(), "the document remembers it");
        let named = desk.now + SETTLING;
        assert!(
            matches!(first, Err(Error::Upload(UploadError::Unsettled { until })) if until == named)
        );

        desk.now += SETTLING - Duration::SECOND;
        let again = desk.sends(&id).await;
        assert!(
            matches!(again, Err(Error::Upload(UploadError::Unsettled { .. }))),
            "{lost:?}: {again:?}"
        );
        assert_eq!(desk.uploads(), 1, "{lost:?}");
        // Without asking NetSuite it is known just as well.
        let open = upload::check_open_outcome(&desk.credential(&id), desk.now);
        assert!(
            matches!(open, Err(Error::Upload(UploadError::Unsettled { until })) if until == named)
        );

        desk.now += Duration::SECOND;
        let over = upload::check_open_outcome(&desk.credential(&id), desk.now);
        assert!(matches!(over, Err(Error::Upload(UploadError::Lost))), "{over:?}");
        let late = desk.sends(&id).await;
        assert!(matches!(late, Err(Error::Upload(UploadError::Lost))), "{lost:?}: {late:?}");
        assert_eq!(desk.uploads(), 1, "{lost:?}");
    }
}

#[tokio::test]
async fn a_clock_that_was_set_back_ends_no_waiting() {
    let mut desk = Desk::ready().await;
    let (_, id) = desk.makes_a_pair();
    desk.misbehaves(Upload, Misbehaviour::DropBefore, Lasts::Once);
    desk.sends(&id).await.unwrap_err();
    desk.now -= Duration::days(1);
    assert!(matches!(desk.sends(&id).await, Err(Error::Upload(UploadError::Unsettled { .. }))));
    assert_eq!(desk.uploads(), 1);
}

#[tokio::test]
async fn a_list_that_lags_is_read_until_it_shows_the_upload() {
    let desk = Desk::ready().await;
    let (_, id) = desk.makes_a_pair();
    desk.misbehaves(List, Misbehaviour::ListLag { lists: 3 }, Lasts::Once);
    desk.misbehaves(Upload, Misbehaviour::DropAfter, Lasts::Once);
    assert!(desk.sends(&id).await.unwrap().found_in_list);
    assert_eq!(desk.uploads(), 1);
}

#[tokio::test]
async fn a_list_that_lags_for_long_leaves_it_open_and_settles_it_later() {
    let mut desk = Desk::ready().await;
    let (_, id) = desk.makes_a_pair();
    desk.misbehaves(List, Misbehaviour::ListLag { lists: 1 }, Lasts::Sticky);
    desk.misbehaves(Upload, Misbehaviour::DropAfter, Lasts::Once);
    assert!(matches!(desk.sends(&id).await, Err(Error::Upload(UploadError::Unsettled { .. }))));
    desk.practice.faults().clear();
    // However late: the list is asked before anything is sent.
    desk.now += Duration::days(1);
    assert!(desk.sends(&id).await.unwrap().found_in_list);
    assert_eq!(desk.uploads(), 1);
}

#[tokio::test]
async fn reading_the_list_settles_an_open_upload_as_well() {
    let desk = Desk::ready().await;
    let (_, id) = desk.makes_a_pair();
    desk.misbehaves(List, Misbehaviour::ListLag { lists: 1 }, Lasts::Sticky);
    desk.misbehaves(Upload, Misbehaviour::DropAfter, Lasts::Once);
    desk.sends(&id).await.unwrap_err();
    desk.practice.faults().clear();
    let mut connection = desk.connection();
    let client_id = connection.integration.client_id.clone().unwrap();
    let listed = desk.netsuite.list_certificates(&desk.bearer.token, &client_id).await.unwrap();
    let listing = Listing::join(&listed, &connection, &[], &desk.bearer, desk.now);
    assert!(listing.settle(&mut connection));
    let credential = connection.credential(&id).unwrap();
    assert_eq!(credential.state, CredentialState::Uploaded);
    assert_eq!(credential.upload_announced, None);
    assert_eq!(connection.slots.as_ref().unwrap().active, 2);
    assert!(!listing.settle(&mut connection), "and then there is nothing more to settle");
}

#[tokio::test]
async fn a_refusal_ends_the_announcement_and_the_certificate_can_be_sent_again() {
    type Expected = fn(&Error) -> bool;
    let cases: [(Misbehaviour, Expected); 4] = [
        (Misbehaviour::Unauthorized, |e| {
            matches!(e, Error::NetSuite(NetSuiteError::TokenNotAccepted { .. }))
        }),
        (Misbehaviour::Forbidden, |e| {
            matches!(e, Error::NetSuite(NetSuiteError::PermissionMissing { .. }))
        }),
        (Misbehaviour::TooManyRequests { retry_after: 1 }, |e| {
            matches!(e, Error::NetSuite(NetSuiteError::TooManyRequests { retry_after: Some(1) }))
        }),
        (Misbehaviour::SlotsFull, |e| {
            matches!(
                e,
                Error::NetSuite(NetSuiteError::EndpointRefused { status: 400, code: Some(_), .. })
            )
        }),
    ];
    for (misbehaviour, expected) in cases {
        let desk = Desk::ready().await;
        let (_, id) = desk.makes_a_pair();
        desk.misbehaves(Upload, misbehaviour.clone(), Lasts::Once);
        let refused = desk.sends(&id).await.unwrap_err();
        assert!(expected(&refused), "{misbehaviour:?}: {refused:?}");
        assert_eq!(desk.uploads(), 1, "an upload is never repeated: {misbehaviour:?}");
        assert_eq!(desk.credential(&id).upload_announced, None);
        desk.sends(&id).await.unwrap_or_else(|e| panic!("after {misbehaviour:?}: {e:?}"));
        assert_eq!(desk.uploads(), 2);
    }
}

#[tokio::test]
async fn another_id_than_predicted_is_netsuites_to_give() {
    let desk = Desk::ready().await;
    let (key, id) = desk.makes_a_pair();
    let other = Misbehaviour::OtherCertificateId { prefix: "-_".into() };
    desk.misbehaves(Upload, other, Lasts::Once);
    let outcome = desk.sends(&id).await.unwrap();
    assert!(!outcome.as_predicted && outcome.certificate_id.as_str().starts_with("-_"));
    assert_eq!(desk.credential(&id).certificate_id(), &outcome.certificate_id);
    desk.proves(&key, &id).await.unwrap();
}

#[tokio::test]
async fn another_id_is_found_in_the_list_as_the_only_new_row_that_could_be_ours() {
    let desk = Desk::ready().await;
    let (key, id) = desk.makes_a_pair();
    let other = Misbehaviour::OtherCertificateId { prefix: String::new() };
    desk.misbehaves(Upload, other, Lasts::Once);
    desk.misbehaves(Upload, Misbehaviour::DropAfter, Lasts::Once);
    let outcome = desk.sends(&id).await.unwrap();
    assert!(!outcome.as_predicted && outcome.found_in_list);
    assert_ne!(outcome.certificate_id, desk.first(), "the one listed before is not taken");
    assert_eq!(desk.uploads(), 1);
    desk.proves(&key, &id).await.unwrap();
}

#[tokio::test]
async fn of_two_new_rows_that_could_be_ours_none_is_taken() {
    let desk = Desk::ready().await;
    let (_, id) = desk.makes_a_pair();
    let other = Misbehaviour::OtherCertificateId { prefix: String::new() };
    desk.misbehaves(Upload, other, Lasts::Once);
    desk.misbehaves(Upload, Misbehaviour::DropAfter, Lasts::Once);
    desk.misbehaves(List, Misbehaviour::ListLag { lists: 1 }, Lasts::Sticky);
    desk.sends(&id).await.unwrap_err();
    let (_, strangers) = certificate(desk.now, 730);
    desk.administrator.maps_a_certificate(&desk.record, &strangers.to_pem()).await;
    desk.practice.faults().clear();
    assert!(matches!(desk.sends(&id).await, Err(Error::Upload(UploadError::Unsettled { .. }))));
    assert_eq!(desk.uploads(), 1);
}

#[tokio::test]
async fn a_shortened_date_is_told() {
    let desk = Desk::ready().await;
    let (_, id) = desk.makes_a_pair();
    desk.misbehaves(Upload, Misbehaviour::DateShortened { days: 90 }, Lasts::Once);
    let outcome = desk.sends(&id).await.unwrap();
    assert!(outcome.shortened);
    assert_eq!(outcome.valid_until, Some((desk.now + Duration::days(90)).date()));
}

#[tokio::test]
async fn the_answer_of_2023_is_understood() {
    let desk = Desk::ready().await;
    let (_, id) = desk.makes_a_pair();
    desk.misbehaves(Upload, Misbehaviour::OldUploadAnswer, Lasts::Once);
    assert!(desk.sends(&id).await.unwrap().as_predicted);
}

#[tokio::test]
async fn what_is_listed_already_is_not_sent() {
    let desk = Desk::ready().await;
    let first = desk.connection().credentials[0].id.clone();
    let refused = desk.sends(&first).await;
    assert!(matches!(refused, Err(Error::Upload(UploadError::AlreadyListed { revoked: false }))));
    assert_eq!(desk.uploads(), 0);
}

#[tokio::test]
async fn a_sixth_certificate_is_not_sent() {
    let desk = Desk::ready().await;
    for _ in 0..4 {
        let (_, another) = certificate(desk.now, 365);
        desk.administrator.maps_a_certificate(&desk.record, &another.to_pem()).await;
    }
    let (_, id) = desk.makes_a_pair();
    assert!(matches!(
        desk.sends(&id).await,
        Err(Error::Upload(UploadError::SlotsFull { most: 5 }))
    ));
    assert_eq!(desk.uploads(), 0);
}

#[tokio::test]
async fn a_token_of_another_account_or_scope_sends_nothing() {
    let mut desk = Desk::ready().await;
    let (_, id) = desk.makes_a_pair();
    let account = desk.bearer.who.account.replace("4718203".into());
    let refused = desk.sends(&id).await;
    let Err(Error::SignIn(SignInError::OtherAccount { company, expected })) = refused else {
        panic!()
    };
    assert_eq!((company.as_str(), Some(expected)), ("4718203", account.clone()));
    desk.bearer.who.account = account;
    desk.bearer.who.scopes = vec!["restlets".into()];
    assert!(matches!(desk.sends(&id).await, Err(Error::NetSuite(NetSuiteError::ScopeMissing))));
    assert_eq!(desk.uploads(), 0);
}

#[tokio::test]
async fn a_certificate_that_is_not_valid_now_is_not_sent() {
    let mut desk = Desk::ready().await;
    let (_, id) = desk.makes_a_pair();
    desk.now += Duration::days(731);
    assert!(matches!(
        desk.sends(&id).await,
        Err(Error::Upload(UploadError::CertificateExpired { .. }))
    ));
    desk.now -= Duration::days(732);
    assert!(matches!(
        desk.sends(&id).await,
        Err(Error::Upload(UploadError::CertificateNotYetValid { .. }))
    ));
    assert_eq!(desk.uploads(), 0);
}

#[tokio::test]
async fn two_at_the_same_time_send_it_once() {
    let desk = Desk::ready().await;
    let (_, id) = desk.makes_a_pair();
    let (one, other) = tokio::join!(desk.sends(&id), desk.sends(&id));
    assert!(one.is_ok() != other.is_ok(), "{one:?} {other:?}");
    assert_eq!(desk.uploads(), 1);
    assert_eq!(desk.credential(&id).state, CredentialState::Uploaded);
}

#[tokio::test]
async fn a_vendors_certificate_is_uploaded_and_remembered() {
    for lost in [None, Some(Misbehaviour::DropAfter)] {
        let desk = Desk::ready().await;
        let (_, theirs) = certificate(desk.now, 365);
        if let Some(lost) = lost.clone() {
            desk.misbehaves(Upload, lost, Lasts::Once);
        }
        let file = format!("Dear Ada, as agreed:\r\n{}", theirs.to_pem());
        let (read, repairs) = upload::read_vendors(file.as_bytes()).unwrap();
        assert_eq!(repairs, [], "text around a certificate needs no repair");
        let sent = upload::upload_vendors(
            desk.acting(),
            &desk.id,
            "Celigo",
            read,
            mapping(),
            Consent::default(),
        )
        .await;
        let (connection, outcome) = sent.unwrap();
        assert_eq!(outcome.found_in_list, lost.is_some());
        assert_eq!(desk.uploads(), 1);
        let [kept] = &connection.vendor_certificates[..] else { panic!() };
        assert_eq!((kept.vendor.as_str(), kept.certificate_id()), ("Celigo", &theirs.id()));
        assert!(kept.uploaded_at.is_some() && kept.upload_announced.is_none());
        let client_id = connection.integration.client_id.clone().unwrap();
        let listed = desk.netsuite.list_certificates(&desk.bearer.token, &client_id).await.unwrap();
        let listing = Listing::join(&listed, &connection, &[], &desk.bearer, desk.now);
        let row = listing.row(&theirs.id()).unwrap();
        assert_eq!((row.holder, row.vendor.as_deref()), (Holder::Vendor, Some("Celigo")));
    }
}

#[tokio::test]
async fn a_vendors_upload_without_an_answer_is_not_repeated_either() {
    let desk = Desk::ready().await;
    let (_, theirs) = certificate(desk.now, 365);
    desk.misbehaves(Upload, Misbehaviour::DropBefore, Lasts::Once);
    for _ in 0..2 {
        let read = theirs.clone();
        let sent = upload::upload_vendors(
            desk.acting(),
            &desk.id,
            "Celigo",
            read,
            mapping(),
            Consent::default(),
        )
        .await;
        assert!(matches!(sent, Err(Error::Upload(UploadError::Unsettled { .. }))));
    }
    assert_eq!(desk.uploads(), 1);
    assert_eq!(desk.connection().vendor_certificates.len(), 1);
}

#[test]
fn a_vendors_file_with_a_key_in_it_is_refused_and_called_what_it_is() {
    let (key, theirs) = certificate(OffsetDateTime::now_utc(), 365);
    let key = key.to_pem();
    assert!(matches!(
        upload::read_vendors(key.as_bytes()),
        Err(Error::Keys(KeysError::IsPrivateKey))
    ));
    let both = format!("{}{}", theirs.to_pem(), &*key);
    assert!(matches!(
        upload::read_vendors(both.as_bytes()),
        Err(Error::Keys(KeysError::HoldsPrivateKey))
    ));
    let block = |edge: &str| format!("-----{edge} OPENSSH PRIVATE KEY-----\n");
    let foreign = format!("{}{}AAAA\n{}", theirs.to_pem(), block("BEGIN"), block("END"));
    assert!(matches!(
        upload::read_vendors(foreign.as_bytes()),
        Err(Error::Keys(KeysError::HoldsPrivateKey))
    ));
}

#[test]
fn a_vendors_pkcs12_file_is_refused_and_called_what_it_is() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/doctor/corpus");
    for name in ["store-openssl.p12", "store-certificate-only.p12"] {
        let read = upload::read_vendors(&std::fs::read(corpus.join(name)).unwrap());
        assert!(matches!(read, Err(Error::Keys(KeysError::IsPkcs12))), "{name}: {read:?}");
    }
}

/// What is expected of the connection, as step 3 has it.
fn expects(desk: &Desk, role: &str, entity: &str) {
    let change = Change::Role { role_name: role.into(), entity_name: entity.into() };
    desk.store.update(&desk.id, |connection| connection.change(change, desk.now)).unwrap();
}

#[tokio::test]
async fn another_user_than_step_3_names_is_sent_after_a_second_word_only() {
    let desk = Desk::ready().await;
    expects(&desk, "certdesk practice integration", "Payroll");
    let (_, id) = desk.makes_a_pair();
    match desk.sends(&id).await {
        Err(Error::Upload(UploadError::ActsAsAnother { expected, chosen })) => {
            assert_eq!((expected.as_str(), chosen.as_str()), ("Payroll", "Integration User"));
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(desk.uploads(), 0);
    let consent = Consent { another: true, ..Consent::default() };
    upload::upload(desk.acting(), &desk.id, &id, mapping(), consent).await.unwrap();
    assert_eq!(desk.uploads(), 1);
}

#[tokio::test]
async fn whom_step_3_names_is_sent_at_once() {
    let desk = Desk::ready().await;
    expects(&desk, "Certdesk Practice  Integration", "integration user");
    let (_, id) = desk.makes_a_pair();
    desk.sends(&id).await.unwrap();
}

#[tokio::test]
async fn nothing_is_sent_for_an_administrator_without_a_word_whosever_key_it_is() {
    let desk = Desk::ready().await;
    let (_, id) = desk.makes_a_pair();
    let administrator = Mapping { role: InternalId::from(3), entity: InternalId::from(-5) };
    let another = Consent { another: true, ..Consent::default() };
    let ours = upload::upload(desk.acting(), &desk.id, &id, administrator, another).await;
    assert!(matches!(ours, Err(Error::Upload(UploadError::ActsAsAdministrator))), "{ours:?}");
    let (_, theirs) = certificate(desk.now, 365);
    let vendors = upload::upload_vendors(
        desk.acting(),
        &desk.id,
        "Celigo",
        theirs,
        administrator,
        Consent::default(),
    );
    let vendors = vendors.await;
    assert!(matches!(vendors, Err(Error::Upload(UploadError::ActsAsAdministrator))), "{vendors:?}");
    assert_eq!(desk.uploads(), 0);
    assert!(desk.connection().vendor_certificates.is_empty());
}

#[tokio::test]
async fn a_vendors_key_may_act_as_somebody_else_than_the_connection() {
    let desk = Desk::ready().await;
    expects(&desk, "Alumio Integration", "Alumio");
    let (_, theirs) = certificate(desk.now, 365);
    let consent = Consent::default();
    let sent =
        upload::upload_vendors(desk.acting(), &desk.id, "Celigo", theirs, mapping(), consent);
    sent.await.unwrap();
}

#[tokio::test]
async fn the_list_says_who_the_last_token_was_issued_for() {
    let desk = Desk::ready().await;
    expects(&desk, "Certdesk Practice Integration", "Payroll");
    let (key, id) = desk.makes_a_pair();
    let consent = Consent { another: true, ..Consent::default() };
    upload::upload(desk.acting(), &desk.id, &id, mapping(), consent).await.unwrap();
    desk.proves(&key, &id).await.unwrap();
    let mut connection = desk.connection();
    assert_eq!(Identity::of(&connection).entity.fit, Fit::Unnamed, "nobody has read the list");

    let client_id = connection.integration.client_id.clone().unwrap();
    let listed = desk.netsuite.list_certificates(&desk.bearer.token, &client_id).await.unwrap();
    let listing = Listing::join(&listed, &connection, &[], &desk.bearer, desk.now);
    assert!(listing.settle(&mut connection));
    let Identity { role, entity } = Identity::of(&connection);
    assert_eq!(
        (entity.id.as_deref(), entity.name.as_deref()),
        (Some("17"), Some("Integration User"))
    );
    assert_eq!((role.fit, entity.fit), (Fit::Agrees, Fit::Differs));
}

#[tokio::test]
async fn what_schema_3_wrote_is_read_by_this_version() {
    let desk = Desk::ready().await;
    expects(&desk, "Alumio Integration", "Alumio");
    let mut written = serde_json::to_value(desk.connection()).unwrap();
    written.as_object_mut().unwrap().remove("names").unwrap();
    written["role"].as_object_mut().unwrap().remove("takenFrom").unwrap();
    written["slots"] = json!({ "active": 3, "most": 5, "at": "2026-11-20T09:46:14Z" });
    let credential = written["credentials"][0].as_object_mut().unwrap();
    for since_4 in ["listedUntil", "beforeWord"] {
        credential.remove(since_4).unwrap();
    }
    let vendors = VendorCertificate::new("Celigo", &certificate(desk.now, 365).1).unwrap();
    let mut vendors = serde_json::to_value(vendors).unwrap();
    vendors.as_object_mut().unwrap().remove("seen").unwrap();
    written["vendorCertificates"] = json!([vendors]);

    let read: Connection = serde_json::from_value(written).unwrap();
    let slots = read.slots.unwrap();
    assert_eq!((slots.active, slots.holders), (3, Vec::new()));
    assert_eq!(read.names, Names::default());
    let role = read.role.unwrap();
    assert_eq!((role.entity.as_str(), role.taken_from), ("Alumio", None));
    assert_eq!(read.credentials[0].listed_until, None);
    assert_eq!(read.vendor_certificates[0].state(desk.now), VendorState::Active);
}
