//! One for each of the twenty failures that the fact base lists, in its order.

use aws_lc_rs::encoding::{AsDer as _, Pkcs8V1Der};
use aws_lc_rs::rsa;
use certdesk_core::Error;
use certdesk_core::diagnosis::{Doing, Seen};
use certdesk_core::error::UploadError;
use certdesk_core::netsuite::upload::{self, Consent, Mapping};
use der::pem::LineEnding;
use netsuite_client::InternalId;
use netsuite_keys::certificate::CertificateId;
use netsuite_keys::key::{KeyType, PrivateKey, Search};
use netsuite_keys::material;
use netsuite_keys::secret::Passphrase;
use netsuite_practice::{Endpoint, Misbehaviour};
use time::OffsetDateTime;

use crate::client::{Signs, assertion, sends, sends_as};
use crate::person::PERMISSIONS;
use crate::site::{Known, Site, acting, certificate};

pub(super) async fn signs_with_rs256() -> (Site, Known) {
    let site = Site::mapped(KeyType::Rsa3072, true).await;
    let signed = assertion(&site, &site.key, Signs::Rs256, |_, _| {});
    let sent = sends(&site, signed).await;
    // Only what the other system shows: its request stays unknown.
    let known = site.pasted(&sent.answer, true);
    (site, known)
}

pub(super) async fn sends_the_application_id() -> (Site, Known) {
    let site = Site::in_use().await;
    let application_id = site.record.application_id.clone();
    let signed = assertion(&site, &site.key, Signs::Es256, |_, claims| {
        claims["iss"] = application_id.into();
    });
    let sent = sends(&site, signed).await;
    let known = site.told(&sent);
    (site, known)
}

pub(super) async fn misreads_the_certificate_id() -> (Site, Known) {
    let mut site = Site::mapped(KeyType::P256, true).await;
    let other = CertificateId::predict(b"another certificate");
    site.misreads_the_certificate_id(other.as_str());
    let known = site.is_refused().await;
    (site, known)
}

pub(super) async fn names_another_audience() -> (Site, Known) {
    let site = Site::in_use().await;
    let production =
        "https://1000001.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token";
    let signed = assertion(&site, &site.key, Signs::Es256, |_, claims| {
        claims["aud"] = production.into();
    });
    let sent = sends(&site, signed).await;
    let known = site.told(&sent);
    (site, known)
}

pub(super) async fn brings_a_short_key() -> (Site, Known) {
    let site = Site::in_use().await;
    let key = rsa::KeyPair::generate(rsa::KeySize::Rsa2048).unwrap();
    let der: Pkcs8V1Der<'_> = key.as_der().unwrap();
    let pem = der::pem::encode_string("PRIVATE KEY", LineEnding::CRLF, der.as_ref()).unwrap();
    let refused = material::private_key(pem.as_bytes(), None).expect_err("2048 bits");
    let known = site.failed(&refused.into(), Doing::Key, false);
    (site, known)
}

pub(super) async fn uploads_a_public_key() -> (Site, Known) {
    let site = Site::in_use().await;
    let public = site.key.public_key_der();
    let pem = der::pem::encode_string("PUBLIC KEY", LineEnding::LF, public).unwrap();
    let page = site.administrator.may_not_map(&site.record, &pem).await;
    assert!(page.contains("public key"), "the page names it: {page}");
    // The user lets Certdesk look at the file that was refused.
    let refused = upload::read_vendors(pem.as_bytes()).expect_err("no certificate");
    let known = site.failed(&refused, Doing::Key, false);
    (site, known)
}

pub(super) async fn has_a_clock_that_is_ahead() -> (Site, Known) {
    let mut site = Site::in_use().await;
    site.misbehaves(Endpoint::Token, Misbehaviour::ClockOff { seconds: -7200 });
    let known = site.is_refused().await;
    (site, known)
}

pub(super) async fn asks_for_a_scope_that_is_not_ticked() -> (Site, Known) {
    let mut site = Site::in_use().await;
    let fields = [
        ("name", "Alumio M2M"),
        ("state", "Enabled"),
        ("client_credentials", "on"),
        ("rest_webservices", "on"),
    ];
    site.administrator.saves_the_record(&site.record, &fields).await;
    let known = site.is_refused().await;
    (site, known)
}

pub(super) async fn loses_the_mapping() -> (Site, Known) {
    let mut site = Site::in_use().await;
    site.administrator.refreshes_the_sandbox().await;
    let known = site.is_refused().await;
    (site, known)
}

pub(super) async fn may_not_log_in() -> (Site, Known) {
    let site = Site::in_use().await;
    site.administrator.saves_the_role(&PERMISSIONS[1..], false).await;
    // A token is issued all the same; the call with it is refused.
    let bearer = site.bearer().await.unwrap();
    let client_id = site.connection.integration.client_id.as_ref().unwrap();
    let refused = site.netsuite().list_certificates(&bearer.token, client_id).await;
    let known = site.failed(&refused.expect_err("401").into(), Doing::Endpoint, true);
    (site, known)
}

pub(super) async fn hands_over_an_encrypted_key() -> (Site, Known) {
    let site = Site::in_use().await;
    let passphrase = Passphrase::chosen("a quiet harbour".to_owned()).unwrap();
    let pem = site.key.to_encrypted_pem(&passphrase).unwrap();
    let refused = material::private_key(pem.as_bytes(), None).expect_err("encrypted");
    let known = site.failed(&refused.into(), Doing::Key, false);
    (site, known)
}

pub(super) async fn signs_in_der() -> (Site, Known) {
    let site = Site::in_use().await;
    let signed = assertion(&site, &site.key, Signs::Es256InDer, |_, _| {});
    let sent = sends(&site, signed).await;
    let known = site.told(&sent);
    (site, known)
}

pub(super) async fn calls_the_field_assertion() -> (Site, Known) {
    let site = Site::in_use().await;
    let signed = assertion(&site, &site.key, Signs::Es256, |_, _| {});
    let sent = sends_as(&site, signed, "assertion").await;
    let known = site.pasted(&format!("{}\n\n{}", sent.request, sent.answer), false);
    (site, known)
}

pub(super) async fn is_not_offered() -> (Site, Known) {
    let site = Site::in_use().await;
    let fields = [("name", "Alumio M2M"), ("state", "Enabled"), ("rest_webservices", "on")];
    site.administrator.saves_the_record(&site.record, &fields).await;
    assert!(!site.administrator.is_offered(&site.record).await);
    let known = site.seen(Seen::ApplicationNotOffered, false);
    (site, known)
}

pub(super) async fn uploads_a_sixth() -> (Site, Known) {
    let mut site = Site::in_use().await;
    let now = OffsetDateTime::now_utc();
    for _ in 0..4 {
        let key = PrivateKey::generate(KeyType::P256, &Search::new()).unwrap();
        let pem = certificate(&key, now).to_pem();
        site.administrator.maps_a_certificate(&site.record, &pem).await;
    }
    let sixth = site.adds_a_credential();
    let (netsuite, store) = (site.netsuite(), site.store());
    let bearer = site.bearer().await.unwrap();
    let mapping = Mapping { role: InternalId::from(1000), entity: InternalId::from(17) };
    let acting = acting(&netsuite, &store, &bearer);
    let refused =
        upload::upload(acting, &site.connection.id, &sixth, mapping, Consent::default()).await;
    let refused = refused.expect_err("no slot");
    assert!(matches!(refused, Error::Upload(UploadError::SlotsFull { .. })), "{refused:?}");
    let known = site.failed(&refused, Doing::Upload, false);
    (site, known)
}

pub(super) async fn stays_in_netsuite() -> (Site, Known) {
    let site = Site::in_use().await;
    let fields = [
        ("name", "Alumio M2M"),
        ("state", "Enabled"),
        ("authorization_code", "on"),
        ("public_client", "on"),
        ("redirect_uris", "https://example.com/callback"),
        ("rest_webservices", "on"),
    ];
    site.administrator.saves_the_record(&site.record, &fields).await;
    let address = site.authorize_url("certdesk://oauth/callback", "a-state-of-enough-characters");
    assert!(site.administrator.stays_at(&address).await.is_some(), "no redirect");
    let known = site.seen(Seen::StaysAtNetSuite, true);
    (site, known)
}

pub(super) async fn has_a_short_state() -> (Site, Known) {
    let site = Site::in_use().await;
    let address = site.authorize_url("certdesk://oauth/callback", "12345678");
    let back = site.administrator.is_sent_back_by(&address).await;
    assert!(back.contains("error=invalid_request"), "{back}");
    let known = site.pasted(&format!("GET {address}\nLocation: {back}"), true);
    (site, known)
}

pub(super) async fn may_not_list() -> (Site, Known) {
    let site = Site::in_use().await;
    site.administrator.saves_the_role(&PERMISSIONS[..2], false).await;
    let bearer = site.bearer().await.unwrap();
    let client_id = site.connection.integration.client_id.as_ref().unwrap();
    let refused = site.netsuite().list_certificates(&bearer.token, client_id).await;
    // The account notes no code for a permission that is missing.
    let known = site.failed(&refused.expect_err("403").into(), Doing::Endpoint, false);
    (site, known)
}

pub(super) async fn has_a_hyphen() -> (Site, Known) {
    let site = Site::in_use().await;
    let said = "The following error occurred while executing the command:\n\
        error: Value is expected here instead of \"-Qjav5hP3x\" for option certificateid";
    let known = site.pasted(said, false);
    (site, known)
}

pub(super) async fn sees_an_empty_table() -> (Site, Known) {
    let site = Site::mapped(KeyType::P256, true).await;
    let known = site.seen(Seen::TableEmpty, false);
    (site, known)
}
