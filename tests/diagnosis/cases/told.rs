//! What somebody pastes: the words of other programs, mails and rows of the audit trail; and what was
//! never mapped in this account.

use netsuite_keys::key::KeyType;
use time::OffsetDateTime;

use crate::client::{Signs, assertion, sends};
use crate::site::{Known, Site};

pub(super) async fn is_behind_a_proxy() -> (Site, Known) {
    let site = Site::in_use().await;
    let said = "RequestError: tunneling socket could not be established, statusCode=407\n\
        at ClientRequest.onConnect (node_modules/tunnel-agent/index.js:166:19)";
    let known = site.pasted(said, false);
    (site, known)
}

pub(super) async fn is_intercepted() -> (Site, Known) {
    let site = Site::in_use().await;
    let said = "javax.net.ssl.SSLHandshakeException: PKIX path building failed: \
        sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid \
        certification path to requested target";
    let known = site.pasted(said, false);
    (site, known)
}

pub(super) async fn has_a_key_that_dotnet_does_not_read() -> (Site, Known) {
    let site = Site::in_use().await;
    let said = "System.ArgumentException: No supported key formats were found. Check that the input \
        represents the contents of a PEM-encoded key file, not the path to such a file.\n   at \
        System.Security.Cryptography.RSA.ImportFromPem(ReadOnlySpan`1 input)";
    let known = site.pasted(said, false);
    (site, known)
}

pub(super) async fn has_a_key_that_is_too_short() -> (Site, Known) {
    let site = Site::in_use().await;
    let said = "io.jsonwebtoken.security.WeakKeyException: The signing key's size is 1024 bits which \
        is not secure enough for the PS256 algorithm.";
    let known = site.pasted(said, false);
    (site, known)
}

pub(super) async fn has_an_algorithm_of_another_key() -> (Site, Known) {
    let site = Site::in_use().await;
    let said = "Error: \"alg\" parameter for \"ec\" key type must be one of: ES256, ES384, ES512.\n    \
        at module.exports (node_modules/jsonwebtoken/lib/validateAsymmetricKey.js:21:11)";
    let known = site.pasted(said, false);
    (site, known)
}

pub(super) async fn has_the_wrong_audience() -> (Site, Known) {
    let site = Site::in_use().await;
    let known = site.pasted("JsonWebTokenError: jwt audience invalid. expected: https://…", false);
    (site, known)
}

pub(super) async fn has_no_rest_web_services() -> (Site, Known) {
    let site = Site::in_use().await;
    let said = r#"{"type":"about:blank","title":"Forbidden","status":403,"o:errorDetails":[{"detail":"The feature is not enabled in this account.","o:errorCode":"FEATURE_DISABLED"}]}"#;
    let known = site.pasted(said, false);
    (site, known)
}

pub(super) async fn is_told_that_the_record_is_full() -> (Site, Known) {
    let site = Site::in_use().await;
    let said = r#"HTTP/1.1 400 Bad Request

{"title":"Bad Request","status":400,"o:errorDetails":[{"detail":"The application has the maximum number of active certificates.","o:errorCode":"INVALID_CONTENT"}]}"#;
    let known = site.pasted(said, false);
    (site, known)
}

pub(super) async fn is_told_that_the_certificate_was_used() -> (Site, Known) {
    let site = Site::in_use().await;
    let said =
        "Upload failed: 400 Bad Request. The certificate is already in use for another role.";
    let known = site.pasted(said, false);
    (site, known)
}

pub(super) async fn is_revoked_says_the_cli() -> (Site, Known) {
    let site = Site::in_production().await;
    site.administrator.revokes(&site.certificate_id()).await;
    let said = format!(
        "The following error occurred: Verify that certificate ID {} is valid and not expired or \
         revoked in account {}.",
        site.certificate_id(),
        site.practice.account_id()
    );
    let known = site.pasted(&said, false);
    (site, known)
}

pub(super) async fn is_revoked_says_mulesoft() -> (Site, Known) {
    let site = Site::in_production().await;
    site.administrator.revokes(&site.certificate_id()).await;
    let said = format!("HTTP POST on resource '{}' failed: unauthorized (401).", site.token_url());
    let known = site.pasted(&said, false);
    (site, known)
}

pub(super) async fn writes_the_host_in_capitals() -> (Site, Known) {
    let site = Site::in_use().await;
    let said = format!(
        "socket.gaierror: [Errno 11001] getaddrinfo failed: {}.suitetalk.api.netsuite.com",
        site.practice.account_id()
    );
    let known = site.pasted(&said, false);
    (site, known)
}

pub(super) async fn has_a_mail() -> (Site, Known) {
    let site = Site::in_use().await;
    let said = format!(
        "Subject: NetSuite: a certificate expires in 14 days\n\nThe certificate {} that is used for \
         OAuth 2.0 client credentials by the application Alumio M2M will expire on December 4, 2026.",
        site.certificate_id()
    );
    let known = site.pasted(&said, false);
    (site, known)
}

pub(super) async fn has_rows_of_the_trail() -> (Site, Known) {
    let site = Site::in_use().await;
    let rows = "Datum/Uhrzeit;Benutzer;Rolle;Status;Detail;Name der Anwendung\n\
        20.11.2026 09:46;Mira;Vertrieb;Fehler;TokenExpired;Shop\n\
        20.11.2026 09:44;Mira;Integration;Fehler;EntityOrRoleDisabled;Alumio M2M\n";
    let known = site.pasted(rows, false);
    (site, known)
}

pub(super) async fn counts_milliseconds() -> (Site, Known) {
    let site = Site::in_use().await;
    let signed = assertion(&site, &site.key, Signs::Es256, |_, claims| {
        claims["exp"] = (claims["exp"].as_i64().unwrap() * 1000).into();
    });
    let sent = sends(&site, signed).await;
    let known = site.told(&sent);
    (site, known)
}

pub(super) async fn sends_an_old_assertion() -> (Site, Known) {
    let site = Site::in_use().await;
    let signed = assertion(&site, &site.key, Signs::Es256, |_, claims| {
        let now = OffsetDateTime::now_utc().unix_timestamp();
        (claims["iat"], claims["exp"]) = ((now - 7200).into(), (now - 6900).into());
    });
    let sent = sends(&site, signed).await;
    let known = site.told(&sent);
    (site, known)
}

pub(super) async fn was_never_mapped() -> (Site, Known) {
    let mut site = Site::not_mapped(KeyType::P256, true).await;
    let known = site.is_refused().await;
    (site, known)
}

pub(super) async fn is_mapped_in_production() -> (Site, Known) {
    let mut site = Site::not_mapped(KeyType::P256, true).await;
    let production = Site::in_production().await;
    let pem = site.credential().certificate.clone();
    production.administrator.maps_a_certificate(&production.record, &pem).await;
    // The code is that of a certificate that was never mapped.
    let known = Known { in_trail: false, ..site.is_refused().await };
    (site, known)
}
