//! What those twenty leave out, and what is hard to tell apart.

use netsuite_client::AccountId;
use netsuite_keys::key::{KeyType, PrivateKey, Search};
use time::Duration;

use crate::client::{Signs, assertion, sends};
use crate::person::PERMISSIONS;
use crate::site::{Known, Site};

pub(super) async fn sends_no_kid() -> (Site, Known) {
    let site = Site::in_use().await;
    let signed = assertion(&site, &site.key, Signs::Es256, |header, _| {
        header.as_object_mut().unwrap().remove("kid");
    });
    let sent = sends(&site, signed).await;
    let known = site.told(&sent);
    (site, known)
}

pub(super) async fn has_the_old_key() -> (Site, Known) {
    let site = Site::in_use().await;
    let old = PrivateKey::generate(KeyType::P256, &Search::new()).unwrap();
    let signed = assertion(&site, &old, Signs::Es256, |_, _| {});
    let sent = sends(&site, signed).await;
    let known = site.told(&sent);
    (site, known)
}

pub(super) async fn signs_in_pkcs1() -> (Site, Known) {
    pads(Signs::Ps256InPkcs1).await
}

pub(super) async fn has_a_long_salt() -> (Site, Known) {
    pads(Signs::Ps256LongSalt).await
}

async fn pads(signs: Signs) -> (Site, Known) {
    let site = Site::mapped(KeyType::Rsa3072, true).await;
    let signed = assertion(&site, &site.key, signs, |_, _| {});
    let sent = sends(&site, signed).await;
    let known = site.told(&sent);
    (site, known)
}

pub(super) async fn lives_too_long() -> (Site, Known) {
    let site = Site::in_use().await;
    let signed = assertion(&site, &site.key, Signs::Es256, |_, claims| {
        claims["exp"] = (claims["iat"].as_i64().unwrap() + 7200).into();
    });
    let sent = sends(&site, signed).await;
    let known = site.told(&sent);
    (site, known)
}

pub(super) async fn has_expired() -> (Site, Known) {
    let mut site = Site::in_use().await;
    site.clock.advance(Duration::days(31));
    let mut known = site.is_refused().await;
    // Both clocks have gone on; only the test's own has not.
    if let Some(failed) = &mut known.failed {
        failed.clock_skew = Some(0);
    }
    (site, known)
}

pub(super) async fn was_revoked() -> (Site, Known) {
    let mut site = Site::in_production().await;
    site.administrator.revokes(&site.certificate_id()).await;
    let known = site.is_refused().await;
    (site, known)
}

pub(super) async fn has_an_inactive_role() -> (Site, Known) {
    let mut site = Site::in_use().await;
    let administrator = site.signs_in("-5;3").await;
    site.administrator.saves_the_role(&PERMISSIONS, true).await;
    let known = site.is_refused().await;
    let asked = site.ask(&site.netsuite(), Some(&administrator)).await;
    (site, known.with(asked))
}

pub(super) async fn was_blocked() -> (Site, Known) {
    let mut site = Site::in_use().await;
    let session = site.signs_in("17;1000").await;
    blocks_the_record(&site).await;
    let known = site.is_refused().await;
    let asked = site.ask(&site.netsuite(), Some(&session)).await;
    (site, known.with(asked))
}

pub(super) async fn was_blocked_just_now() -> (Site, Known) {
    let mut site = Site::in_use_just_now().await;
    blocks_the_record(&site).await;
    let known = site.is_refused().await;
    (site, known)
}

pub(super) async fn was_blocked_just_now_and_asked() -> (Site, Known) {
    let mut site = Site::in_use_just_now().await;
    let session = site.signs_in("17;1000").await;
    blocks_the_record(&site).await;
    let known = site.is_refused().await;
    let asked = site.ask(&site.netsuite(), Some(&session)).await;
    (site, known.with(asked))
}

pub(super) async fn was_refreshed_just_now() -> (Site, Known) {
    let mut site = Site::in_use_just_now().await;
    site.administrator.refreshes_the_sandbox().await;
    let known = site.is_refused().await;
    let administrator = site.signs_in("-5;3").await;
    let asked = site.ask(&site.netsuite(), Some(&administrator)).await;
    (site, known.with(asked))
}

pub(super) async fn blocks_the_record(site: &Site) {
    let fields = [
        ("name", "Alumio M2M"),
        ("state", "Blocked"),
        ("client_credentials", "on"),
        ("restlets", "on"),
        ("rest_webservices", "on"),
    ];
    site.administrator.saves_the_record(&site.record, &fields).await;
}

pub(super) async fn was_reset() -> (Site, Known) {
    let mut site = Site::in_use().await;
    site.administrator.resets_the_credentials(&site.record).await;
    let known = site.is_refused_or_fails().await;
    (site, known)
}

pub(super) async fn lost_the_feature() -> (Site, Known) {
    let mut site = Site::in_production().await;
    let on = ["client_suitescript", "server_suitescript", "rest_web_services"];
    site.administrator.ticks_features(&on).await;
    let mut known = site.is_refused().await;
    // The board shows another connection of the account that worked, and is refused since the same day.
    known.others.push(site.another_that_is_refused());
    (site, known)
}

pub(super) async fn has_a_misspelt_account() -> (Site, Known) {
    let site = Site::mapped(KeyType::P256, true).await;
    let said = "RequestError: getaddrinfo ENOTFOUND tstdrv1000001.suitetalk.api.netsuite.com";
    let known = site.pasted(said, false);
    let misspelt = AccountId::parse("TSTDRV1000010").unwrap();
    let asked = site.ask(&site.netsuite_as(misspelt), None).await;
    (site, known.with(asked))
}
