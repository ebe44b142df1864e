//! Which Certificate ID a private key belongs to: offline where a certificate says it, else by few
//! trials at the practice account, each of which stands in its audit trail.

use certdesk_core::Error;
use certdesk_core::error::{KeysError, NetSuiteError};
use certdesk_core::netsuite::certificate_id_lookup::{AtHand, Prospect, ids_in, try_one};
use certdesk_core::netsuite::listing::Listing;
use netsuite_keys::certificate::{Certificate, CertificateId};
use netsuite_keys::key::{KeyType, PrivateKey, Search};
use netsuite_practice::{Endpoint, Lasts, Misbehaviour};

use crate::canned::answering;
use crate::endpoint::{Desk, certificate};

impl Desk {
    /// Somebody else's pair, which the administrator maps.
    async fn maps_another(&self) -> (PrivateKey, Certificate) {
        let (key, certificate) = certificate(self.now, 365);
        let pem = certificate.to_pem();
        let shown = self.administrator.maps_a_certificate(&self.record, &pem).await;
        assert_eq!(shown, certificate.id().as_str());
        (key, certificate)
    }

    async fn listing(&self) -> Listing {
        let connection = self.connection();
        let client_id = connection.integration.client_id.clone().unwrap();
        let listed = self.netsuite.list_certificates(&self.bearer.token, &client_id).await.unwrap();
        Listing::join(&listed, &connection, &[], &self.bearer, self.now)
    }

    async fn tries(&self, key: &PrivateKey, id: &CertificateId) -> Result<bool, Error> {
        try_one(&self.netsuite, &self.connection(), key, id, self.now).await
    }

    /// The certificates that this computer knows of the connection.
    fn at_hand(&self) -> Vec<AtHand> {
        let credentials = self.connection().credentials;
        let certificate = |it: &certdesk_core::connection::Credential| it.certificate().unwrap();
        credentials.iter().map(|it| (it.certificate_id().clone(), certificate(it))).collect()
    }
}

fn at_hand(certificate: &Certificate) -> AtHand {
    (certificate.id(), certificate.clone())
}

#[tokio::test]
async fn a_certificate_at_hand_says_the_id_without_a_request() {
    let desk = Desk::ready().await;
    let (key, own) = desk.maps_another().await;
    let listing = desk.listing().await;
    let asked = desk.practice.requests().len();
    let prospect = Prospect::in_list(&key, &[at_hand(&own)], &listing);
    assert_eq!(prospect, Prospect { found: Some(own.id()), candidates: Vec::new() });
    let copied = [desk.first(), own.id()];
    assert_eq!(Prospect::among(&key, &[at_hand(&own)], &copied), prospect);
    assert_eq!(desk.practice.requests().len(), asked);
}

#[tokio::test]
async fn an_id_that_netsuite_gave_counts_more_than_the_thumbprint() {
    let desk = Desk::ready().await;
    let (key, own) = certificate(desk.now, 365);
    let given = CertificateId::given("another-than-predicted").unwrap();
    let prospect = Prospect::among(&key, &[(given.clone(), own)], std::slice::from_ref(&given));
    assert_eq!(prospect.found, Some(given));
}

#[tokio::test]
async fn only_what_can_be_the_keys_own_is_a_candidate() {
    let desk = Desk::ready().await;
    let (key, own) = desk.maps_another().await;
    let (_, revoked) = desk.maps_another().await;
    desk.administrator.revokes_a_certificate(revoked.id().as_str()).await;
    let listing = desk.listing().await;
    assert_eq!(listing.rows.len(), 3);
    let prospect = Prospect::in_list(&key, &desk.at_hand(), &listing);
    assert_eq!(prospect, Prospect { found: None, candidates: vec![own.id()] });
    let rsa = PrivateKey::generate(KeyType::Rsa3072, &Search::new()).unwrap();
    assert_eq!(Prospect::in_list(&rsa, &desk.at_hand(), &listing), Prospect::default());
}

#[tokio::test]
async fn a_trial_tells_right_from_wrong_and_leaves_one_request_each() {
    let desk = Desk::ready().await;
    let (key, own) = desk.maps_another().await;
    let before = desk.received("POST", "/token");
    assert!(!desk.tries(&key, &desk.first()).await.unwrap());
    assert!(desk.tries(&key, &own.id()).await.unwrap());
    assert_eq!(desk.received("POST", "/token"), before + 2);
}

#[tokio::test]
async fn a_failure_that_is_not_the_ids_is_no_answer() {
    let desk = Desk::ready().await;
    let (key, own) = desk.maps_another().await;
    let before = desk.received("POST", "/token");
    desk.misbehaves(Endpoint::Token, Misbehaviour::ServerError, Lasts::Once);
    let failed = desk.tries(&key, &own.id()).await;
    assert!(
        matches!(failed, Err(Error::NetSuite(NetSuiteError::ServerFailed { .. }))),
        "{failed:?}"
    );
    assert_eq!(desk.received("POST", "/token"), before + 1, "a trial is not repeated by itself");

    desk.misbehaves(Endpoint::Token, Misbehaviour::ClockOff { seconds: 600 }, Lasts::Once);
    let failed = desk.tries(&key, &desk.first()).await;
    let Err(Error::TokenRefused(refused)) = failed else { panic!("{failed:?}") };
    assert!(refused.refusal.clock_skew.unwrap().abs() > 500);

    let json = "Content-Type: application/json";
    let netsuite = answering("400 Bad Request", &[json], r#"{"error":"invalid_scope"}"#).await;
    let failed = try_one(&netsuite, &desk.connection(), &key, &own.id(), desk.now).await;
    let Err(Error::TokenRefused(refused)) = failed else { panic!("{failed:?}") };
    assert_eq!(refused.refusal.error.as_deref(), Some("invalid_scope"));
}

#[test]
fn ids_are_found_in_what_was_copied_from_a_page() {
    let (first, second) = ("a".repeat(42) + "A", "-_".repeat(21) + "0");
    let copied =
        format!("Certificate ID\tRole\n{first}\t1000 Integration\n{second}, revoked\n{first}x");
    let ids: Vec<String> = ids_in(&copied).unwrap().iter().map(ToString::to_string).collect();
    assert_eq!(ids, [first, second]);
    for nothing in ["", "Certificate ID", &"7".repeat(64)] {
        assert!(
            matches!(ids_in(nothing), Err(Error::Keys(KeysError::CertificateIdInvalid { .. }))),
            "{nothing}"
        );
    }
}
