use netsuite_client::{AccessToken, EndpointHost, WhoAmI};
use netsuite_keys::certificate::{Certificate, Signature, Subject};
use netsuite_keys::key::{Algorithm, KeyType, PrivateKey, Search};
use time::Duration;
use time::macros::datetime;

use super::*;
use crate::connection::{
    Change, Credential, CredentialState, Event, VendorCertificate, VendorState, days_left,
};
use crate::vault::{EntryName, VaultPlace};

const NOW: OffsetDateTime = datetime!(2026-11-21 12:00 UTC);

fn issued() -> Certificate {
    let key = PrivateKey::generate(KeyType::P256, &Search::new()).unwrap();
    let subject = Subject::new("Northwind Traders").unwrap();
    Certificate::issue(&key, &subject, 365, Signature::Pss, NOW).unwrap()
}

fn credential(state: CredentialState) -> Credential {
    let (key, place) = (EntryName::random(), VaultPlace::KeyFiles);
    let made =
        Credential::new(key, place, Algorithm::Es256, &issued(), Signature::Pss, NOW).unwrap();
    Credential { state, ..made }
}

fn connection(name: &str, account: &str, credentials: &[&Credential]) -> Connection {
    let mut connection = Connection::new(name, false, NOW).unwrap();
    connection.change(Change::Account { text: account.into() }, NOW).unwrap();
    connection.credentials = credentials.iter().map(|one| (*one).clone()).collect();
    connection
}

fn row(id: &CertificateId, created: i64) -> ListedCertificate {
    let day = |days| Some((NOW + Duration::days(days)).date());
    ListedCertificate {
        certificate_id: id.clone(),
        entity: None,
        role: None,
        created: day(created),
        valid_from: day(created),
        valid_until: day(300),
        revoked: false,
        algorithm: None,
    }
}

fn listed(certificates: Vec<ListedCertificate>) -> Listed {
    let host = "restlets".to_owned();
    Listed { certificates, found_on: EndpointHost::Restlets, host, clock_skew: None }
}

fn join(rows: Vec<ListedCertificate>, here: &Connection, others: &[Connection]) -> Listing {
    let token = AccessToken::from("opaque".to_owned());
    let bearer = Bearer { token, came_from: None, who: WhoAmI::default() };
    Listing::join(&listed(rows), here, others, &bearer, NOW)
}

fn unknown(name: &str) -> CertificateId {
    CertificateId::given(name).unwrap()
}

#[test]
fn with_every_slot_in_use_the_dead_are_named_in_the_order_of_likelihood() {
    let [used, replaced, keyless] =
        [CredentialState::Current, CredentialState::Superseded, CredentialState::Proven]
            .map(credential);
    let here = connection("Northwind", "4718203", &[&used, &replaced, &keyless]);
    let (older, newer) = (unknown("older"), unknown("newer"));
    let mut expired = row(&unknown("expired"), -900);
    expired.valid_until = Some((NOW - Duration::days(1)).date());
    let rows = vec![
        row(&newer, -5),
        row(&older, -50),
        row(&used.predicted_id, -1),
        expired,
        row(&keyless.predicted_id, -1),
        row(&replaced.predicted_id, -1),
    ];
    let listing = join(rows, &here, &[]);
    assert_eq!(listing.slots, Slots { active: 5, most: 5 });
    let missing = HashSet::from([keyless.id.clone()]);
    let dead: Vec<_> =
        listing.dead(&missing).iter().map(|row| row.listed.certificate_id.clone()).collect();
    assert_eq!(dead, [replaced.predicted_id, keyless.predicted_id, older, newer]);
}

#[test]
fn a_vendors_certificate_is_never_taken_for_dead() {
    let theirs = issued();
    let mut here = connection("Northwind", "4718203", &[]);
    here.vendor_certificates.push(VendorCertificate::new("Celigo", &theirs).unwrap());
    let listing = join(vec![row(&theirs.id(), -1)], &here, &[]);
    assert_eq!(listing.rows[0].holder, Holder::Vendor);
    assert!(listing.dead(&HashSet::new()).is_empty());
}

#[test]
fn a_certificate_of_another_account_is_not_mixed_up_with_ours() {
    let used = credential(CredentialState::Current);
    let here = connection("Northwind", "4718203_SB1", &[]);
    let same = connection("Contoso", "4718203_SB1", &[&used]);
    let other = connection("Fabrikam", "4718203", &[&used]);
    let rows = || vec![row(&used.predicted_id, -1)];
    assert_eq!(join(rows(), &here, std::slice::from_ref(&other)).rows[0].holder, Holder::Unknown);
    let listing = join(rows(), &here, &[other, same]);
    assert_eq!(listing.rows[0].known_in.as_ref().unwrap().name, "Contoso");
}

#[test]
fn the_last_that_works_is_guarded_until_another_works() {
    let [old, new] = [CredentialState::Current, CredentialState::Proven].map(credential);
    let guards = |new: &Credential, rows: Vec<ListedCertificate>| {
        let here = connection("Northwind", "4718203", &[&old, new]);
        join(rows, &here, &[]).row(&old.predicted_id).unwrap().guard.clone()
    };
    let last = Some(Guard::RevokesLast { connection: "Northwind".into() });
    let both = vec![row(&old.predicted_id, -1), row(&new.predicted_id, -1)];
    assert_eq!(guards(&new, both.clone()), None);
    assert_eq!(guards(&new, both[..1].to_vec()), last, "the other is not in the list");
    let mut revoked = both.clone();
    revoked[1].revoked = true;
    assert_eq!(guards(&new, revoked), last, "the other is revoked there");
    let unproven = Credential { state: CredentialState::Uploaded, ..new.clone() };
    assert_eq!(guards(&unproven, both.clone()), last, "the other has given no token");
    let replaced = Credential { state: CredentialState::Superseded, ..new };
    assert_eq!(guards(&replaced, both), last, "the other is not used any more");
}

#[test]
fn what_is_not_active_needs_no_guard() {
    let used = credential(CredentialState::Current);
    let here = connection("Northwind", "4718203", &[&used]);
    let mut gone = row(&used.predicted_id, -1);
    gone.revoked = true;
    let listing = join(vec![gone], &here, &[]);
    assert_eq!((listing.rows[0].state, &listing.rows[0].guard), (CertificateState::Revoked, &None));
    assert_eq!(listing.slots.active, 0);
}

#[test]
fn an_earlier_end_than_the_certificates_own_is_told() {
    let used = credential(CredentialState::Current);
    let here = connection("Northwind", "4718203", &[&used]);
    let own = used.certificate().unwrap().not_after().date();
    let ending = |day| ListedCertificate { valid_until: Some(day), ..row(&used.predicted_id, -1) };
    let shortened = |day| join(vec![ending(day)], &here, &[]).rows[0].shortened;
    assert!(!shortened(own));
    assert!(shortened(own - Duration::DAY));
}

#[test]
fn a_certificate_uploaded_elsewhere_counts_as_uploaded() {
    let made = credential(CredentialState::Made);
    let mut here = connection("Northwind", "4718203", &[&made]);
    let listing = join(vec![row(&made.predicted_id, 0)], &here, &[]);
    assert!(listing.settle(&mut here));
    assert_eq!(here.credentials[0].state, CredentialState::Uploaded);
    assert_eq!(here.credentials[0].confirmed_id, Some(made.predicted_id.clone()));
    let certificate_id = made.predicted_id;
    let last = here.history.last().unwrap().event.clone();
    assert_eq!(last, Event::CertificateIdConfirmed { certificate_id });
}

#[test]
fn a_revoked_certificate_of_a_vendor_is_not_shown_alive_any_more() {
    let theirs = issued();
    let mut here = connection("Northwind", "4718203", &[]);
    let mut vendors = VendorCertificate::new("Celigo", &theirs).unwrap();
    vendors.arrived(&theirs.id(), NOW - Duration::days(31));
    here.vendor_certificates.push(vendors);
    assert_eq!(here.vendor_certificates[0].state(NOW), VendorState::Active);

    let mut revoked = row(&theirs.id(), -31);
    revoked.revoked = true;
    assert!(join(vec![revoked], &here, &[]).settle(&mut here));
    assert_eq!(here.vendor_certificates[0].state(NOW), VendorState::Revoked);
    assert_eq!(here.vendor_certificates[0].seen.unwrap().at, NOW, "and it says since when");
}

#[test]
fn a_vendors_certificate_that_the_list_has_lost_is_gone_but_one_just_uploaded_may_lag() {
    let theirs = issued();
    let mut here = connection("Northwind", "4718203_SB1", &[]);
    let uploaded = |at| {
        let mut vendors = VendorCertificate::new("Celigo", &theirs).unwrap();
        vendors.arrived(&theirs.id(), at);
        vendors
    };
    here.vendor_certificates = vec![uploaded(NOW - Duration::minutes(1))];
    join(vec![], &here, &[]).settle(&mut here);
    assert_eq!(here.vendor_certificates[0].state(NOW), VendorState::Active);
    here.vendor_certificates = vec![uploaded(NOW - Duration::days(31))];
    join(vec![], &here, &[]).settle(&mut here);
    assert_eq!(here.vendor_certificates[0].state(NOW), VendorState::Gone);
}

#[test]
fn what_somebody_else_revoked_is_revoked_here_as_soon_as_the_list_is_read() {
    let [used, replaced] = [CredentialState::Current, CredentialState::Superseded].map(credential);
    let mut here = connection("Northwind", "4718203", &[&used, &replaced]);
    let revoked = |id: &CertificateId| ListedCertificate { revoked: true, ..row(id, -1) };
    let rows = vec![revoked(&used.predicted_id), revoked(&replaced.predicted_id)];
    join(rows, &here, &[]).settle(&mut here);
    for credential in &here.credentials {
        assert_eq!(credential.state, CredentialState::Revoked);
        let (at, by) = here.revocation(credential.certificate_id()).unwrap();
        assert_eq!((at, by), (NOW, crate::connection::RevokedBy::List));
    }
    assert_eq!(here.slots.unwrap().active, 0);
}

#[test]
fn days_are_those_of_the_earlier_end_counted_in_one_way_in_the_list_and_beside_it() {
    let used = credential(CredentialState::Current);
    let mut here = connection("Northwind", "4718203", &[&used]);
    let own = used.certificate().unwrap().not_after();
    // Late in the day and early in it: NetSuite names days, so the hour counts nowhere.
    for now in [NOW, NOW - Duration::hours(11), NOW + Duration::hours(11)] {
        let shown =
            ListedCertificate { valid_until: Some(own.date()), ..row(&used.predicted_id, -1) };
        let token = AccessToken::from("opaque".to_owned());
        let bearer = Bearer { token, came_from: None, who: WhoAmI::default() };
        let listing = Listing::join(&listed(vec![shown]), &here, &[], &bearer, now);
        listing.settle(&mut here);
        let here = days_left(here.credentials[0].ends_at().unwrap(), now);
        assert_eq!(listing.rows[0].days_left, Some(here), "{now}");
    }
    let earlier = ListedCertificate {
        valid_until: Some(own.date() - Duration::days(40)),
        ..row(&used.predicted_id, -1)
    };
    let listing = join(vec![earlier], &here, &[]);
    listing.settle(&mut here);
    let here = days_left(here.credentials[0].ends_at().unwrap(), NOW);
    assert_eq!(listing.rows[0].days_left, Some(here), "where NetSuite ends it early, too");
}

#[test]
fn the_slots_of_a_document_name_who_is_in_them() {
    let [used, other] = [CredentialState::Current, CredentialState::Proven].map(credential);
    let theirs = issued();
    let mut here = connection("Northwind", "4718203", &[&used]);
    here.vendor_certificates.push(VendorCertificate::new("Celigo", &theirs).unwrap());
    let others = [connection("Contoso", "4718203", &[&other])];
    let stranger = unknown("stranger");
    let role = Named { id: InternalId::from(3), name: Some("Administrator".into()) };
    let rows = vec![
        row(&used.predicted_id, -1),
        row(&other.predicted_id, -1),
        row(&theirs.id(), -1),
        ListedCertificate { role: Some(role), ..row(&stranger, -1) },
    ];
    join(rows, &here, &others).settle(&mut here);
    let named = |here: &Connection| {
        let holders = here.slots.clone().unwrap().holders;
        holders.into_iter().map(|known| known.name.unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(named(&here), ["Northwind", "Contoso", "Celigo", "Administrator"]);

    // What an act changes is counted without another list, and keeps the names.
    here.slot_freed(&theirs.id(), NOW + Duration::minutes(1));
    let new = unknown("new");
    here.slot_taken(&new, None, NOW + Duration::minutes(2));
    here.slot_taken(&new, None, NOW + Duration::minutes(2));
    assert_eq!(named(&here), ["Northwind", "Contoso", "Administrator", "Northwind"]);
    let seen = here.slots.clone().unwrap();
    assert_eq!((seen.active, seen.at), (4, NOW + Duration::minutes(2)));
    let told = here.history.len();
    here.slot_freed_by_word(&new);
    assert_eq!(named(&here), ["Northwind", "Contoso", "Administrator"]);
    assert_eq!(here.slots.clone().unwrap().at, seen.at, "NetSuite has not said so");
    assert_eq!(here.history.len(), told, "nor did it list that");
    // A list read without the other connections forgets none of them.
    let rows = vec![row(&used.predicted_id, -1), row(&other.predicted_id, -1)];
    here.see_slots(&listed(rows), NOW + Duration::minutes(3));
    assert_eq!(named(&here), ["Northwind", "Contoso"]);
}

#[test]
fn a_table_for_a_spreadsheet_holds_every_row_and_no_formula() {
    let used = credential(CredentialState::Current);
    let here = connection("=HYPERLINK(\"http://x.example\")", "4718203", &[&used]);
    let evil = |id, name: &str| Some(Named { id: InternalId::from(id), name: Some(name.into()) });
    let named = ListedCertificate {
        entity: evil(-5, "@SUM(1+1)*cmd|' /C calc'!A0"),
        role: evil(3, "Role, \"quoted\""),
        ..row(&used.predicted_id, -1)
    };
    let dash = ListedCertificate { revoked: true, ..row(&unknown("-startswithdash"), 0) };
    let table = join(vec![named, dash], &here, &[]).to_csv().unwrap();
    let text = String::from_utf8(table).unwrap();
    let mut lines = text.strip_prefix('\u{feff}').unwrap().split("\r\n");
    assert!(
        lines
            .next()
            .unwrap()
            .starts_with("Certificate ID,State,Entity,Entity ID,Role,Role ID,Created,")
    );
    let first = lines.next().unwrap();
    assert!(first.contains(",'@SUM(1+1)*cmd|' /C calc'!A0,-5,"), "an ID stays a number: {first}");
    assert!(first.contains("\"Role, \"\"quoted\"\"\""), "{first}");
    assert!(first.contains("'=HYPERLINK("), "{first}");
    let second = lines.next().unwrap();
    assert!(second.starts_with("'-startswithdash,Revoked,"), "{second}");
    assert_eq!(lines.next(), Some(""));
}
