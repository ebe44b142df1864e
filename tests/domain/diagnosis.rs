//! What is read from a text that another system wrote, and what the diagnosis makes of what is known
//! of a connection. That each row of the table has its place is tested beside the table; that real
//! failures are found, by `make diagnosis`.

use base64ct::{Base64UrlUnpadded, Encoding as _};
use certdesk_core::connection::{Change, Connection, Credential, CredentialState, Event, Refused};
use certdesk_core::diagnosis::{
    Asked, AuditCode, Case, Cause, Check, Doing, Failed, KeyLooked, ListState, Outcome, Pasted,
    Question, Sign, diagnose,
};
use certdesk_core::target::Target;
use certdesk_core::vault::{EntryName, VaultPlace};
use netsuite_client::Scope;
use netsuite_keys::certificate::{Certificate, Signature, Subject};
use netsuite_keys::key::{Algorithm, KeyType, PrivateKey, Search};
use time::macros::datetime;
use time::{Duration, OffsetDateTime};

const NOW: OffsetDateTime = datetime!(2026-11-20 09:46 UTC);
const URL: &str =
    "https://4718203-sb1.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token";

/// A connection of a sandbox whose certificate was confirmed a day ago.
fn connection() -> Connection {
    let before = NOW - Duration::days(1);
    let mut connection = Connection::new("Northwind Traders", false, before).unwrap();
    for change in [
        Change::Target { target: Target::named("other").unwrap() },
        Change::Account { text: "4718203_SB1".into() },
        Change::Integration { name: "M2M".into(), scopes: vec![Scope::RestWebservices] },
        Change::ClientId { text: "2".repeat(64) },
    ] {
        connection.change(change, before).unwrap();
    }
    let key = PrivateKey::generate(KeyType::P256, &Search::new()).unwrap();
    let subject = Subject::new("Northwind Traders").unwrap();
    let certificate = Certificate::issue(&key, &subject, 90, Signature::Plain, before).unwrap();
    let (place, signature) = (VaultPlace::KeyFiles, Signature::Plain);
    let credential = Credential::new(
        EntryName::random(),
        place,
        Algorithm::Es256,
        &certificate,
        signature,
        before,
    );
    let credential = credential.unwrap();
    let (credential_id, text) = (credential.id.clone(), credential.predicted_id.to_string());
    connection.add_credential(credential);
    let confirmed = Change::CertificateId { credential_id, text, accept: false };
    connection.change(confirmed, before).unwrap();
    connection
}

fn read(text: &str) -> Pasted {
    let connection = connection();
    Pasted::read(text, &connection, connection.working(), Some(URL), NOW)
}

fn signs(text: &str) -> Vec<Sign> {
    read(text).signs.iter().map(|one| one.sign).collect()
}

/// The first cause of a pasted text.
fn first(text: &str) -> Option<Cause> {
    let connection = connection();
    let pasted = Pasted::read(text, &connection, connection.working(), Some(URL), NOW);
    let failed = Failed::pasted(&pasted, NOW);
    let diagnosis = diagnose(&case(&connection, Some(&failed)), None);
    diagnosis.causes.first().map(|first| first.cause)
}

fn case<'a>(connection: &'a Connection, failed: Option<&'a Failed>) -> Case<'a> {
    Case {
        connection,
        credential: connection.working(),
        key: KeyLooked::Fits,
        token_url: Some(URL),
        failed,
        asked: None,
        others: &[],
        now: NOW,
    }
}

#[test]
fn an_answer_is_recognised_in_any_wrapping() {
    for text in [
        r#"{"error":"invalid_client"}"#,
        "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"4718203_SB1\"\r\n\r\n{\"error\": \"invalid_client\"}",
        "Error: Request failed with status code 401: invalid_client",
        "2026-11-20T09:46:14Z [ERROR] OAuth2 token: INVALID_CLIENT (401)",
    ] {
        let pasted = read(text);
        assert_eq!(pasted.doing, Doing::Token, "{text}");
        assert_eq!(pasted.error.as_deref(), Some("invalid_client"), "{text}");
        assert!(signs(text).contains(&Sign::InvalidClient), "{text}");
    }
}

#[test]
fn a_status_alone_is_an_answer() {
    for (text, sign) in [
        ("Request failed with status code 500", Sign::Failing),
        ("HTTP/2 429", Sign::TooMany),
        ("401 Unauthorized", Sign::InvalidClient),
        ("{\"status\":403,\"message\":\"no\"}", Sign::Forbidden),
        ("HTTP/1.1 302 Found", Sign::Redirected),
        ("HTTP/1.1 405 Method Not Allowed", Sign::InvalidRequest),
        ("SyntaxError: Unexpected token '<', \"<!DOCTYPE \"... is not valid JSON", Sign::WebPage),
    ] {
        assert_eq!(signs(text), [sign], "{text}");
    }
    // Numbers that are no status.
    for text in ["took 512 ms", "4718203", "line 404", "2026-11-20 05:00", ""] {
        assert!(read(text).is_empty(), "{text:?}: {:?}", read(text));
    }
}

#[test]
fn a_refused_call_is_told_from_a_refused_token() {
    let body = r#"{"title":"Unauthorized","status":401,"o:errorDetails":[{"detail":"Invalid login attempt. For more details, see the Login Audit Trail","o:errorCode":"INVALID_LOGIN"}]}"#;
    assert_eq!(read(body).doing, Doing::Call);
    assert_eq!(first(body), Some(Cause::LoginPermissionMissing));
    let header = "WWW-Authenticate: Bearer realm=\"4718203_SB1\", error=\"invalid_token\", error_description=\"Invalid login attempt.\"";
    assert_eq!(first(header), Some(Cause::LoginPermissionMissing));
    let forbidden = "GET https://4718203-sb1.restlets.api.netsuite.com/services/rest/auth/oauth2/v1/clients/22/certificates -> HTTP 403";
    assert_eq!(read(forbidden).doing, Doing::Endpoint);
    assert_eq!(first(forbidden), Some(Cause::ManagePermissionMissing));
    assert_eq!(first("HTTP 403 Forbidden"), Some(Cause::RestPermissionMissing));
}

#[test]
fn the_messages_of_the_suitecloud_cli_are_known() {
    for (text, cause) in [
        ("Value is expected here instead of \"-QjavXYZ\"", Cause::CliHyphen),
        (
            "Unexpected error. Verify the certificate file at C:\\keys\\public.pem",
            Cause::CliNeedsRsa,
        ),
        ("The private key does not match the certificate ID abc.", Cause::KeyOfAnotherPair),
        ("Verify the contents of the private key.", Cause::KeyForm),
        ("Secure storage is inaccessible. Set SUITECLOUD_CI", Cause::CliPasskey),
    ] {
        assert_eq!(first(text), Some(cause), "{text}");
    }
    let state = "Verify that certificate ID abc is valid and not expired or revoked in account 4718203_SB1.";
    assert!(first(state).is_some(), "one of those that it names");
}

#[test]
fn what_programs_say_of_a_key_is_known() {
    for text in [
        "error:1E08010C:DECODER routines::unsupported",
        "error:0909006C:PEM routines:get_name:no start line",
        "secretOrPrivateKey must be an asymmetric key when using PS256",
        "ValueError: Could not deserialize key data.",
        "java.security.spec.InvalidKeySpecException: algid parse error, not a sequence",
    ] {
        assert_eq!(first(text), Some(Cause::KeyForm), "{text}");
    }
    for text in [
        "TypeError: Password was not given but private key is encrypted",
        "error:07880109:common libcrypto routines::interrupted or cancelled",
        "-----BEGIN ENCRYPTED PRIVATE KEY-----",
    ] {
        assert_eq!(first(text), Some(Cause::KeyEncrypted), "{text}");
    }
    assert_eq!(first("-----BEGIN PUBLIC KEY-----\nMIIB"), Some(Cause::NotACertificate));
    assert_eq!(first("-----BEGIN CERTIFICATE REQUEST-----"), Some(Cause::NotACertificate));
}

#[test]
fn the_words_of_other_programs_lead_to_their_cause() {
    for (text, cause) in [
        (
            "SunCertPathBuilderException: unable to find valid certification path to requested target",
            Cause::Intercepted,
        ),
        (
            "The remote certificate is invalid because of errors in the certificate chain: UntrustedRoot",
            Cause::Intercepted,
        ),
        (
            "curl: (60) SSL certificate problem: unable to get local issuer certificate",
            Cause::Intercepted,
        ),
        (
            "Server error: Verify the arguments of the command that the account has following features enabled: Oauth 2.0 and Suitecloud  Development Framework.",
            Cause::FeatureOff,
        ),
        (
            "CryptographicException: ASN1 corrupted data. at RSA.ImportPkcs8PrivateKey",
            Cause::KeyForm,
        ),
        (
            "No supported key formats were found. Check that the input represents the contents of a PEM-encoded key file",
            Cause::KeyForm,
        ),
        (
            "PHP Fatal error: Uncaught DomainException: OpenSSL unable to validate key",
            Cause::KeyForm,
        ),
        (
            "TypeError: Key for the PS256 algorithm must be one of type CryptoKey, KeyObject, or JSON Web Key.",
            Cause::KeyForm,
        ),
        (
            "WeakKeyException: The signing key's size is 1024 bits which is not secure enough",
            Cause::KeyKindRefused,
        ),
        (
            "Error: secretOrPrivateKey has a minimum key size of 2048 bits for PS256",
            Cause::KeyKindRefused,
        ),
        (
            "IllegalArgumentException: The RSA key size must be at least 2048 bits",
            Cause::KeyKindRefused,
        ),
        ("Name does not resolve", Cause::HostWrong),
        ("socket.gaierror: [Errno 11001] getaddrinfo failed", Cause::HostWrong),
        ("HTTP POST on resource failed: unauthorized (401).", Cause::NeverMapped),
        ("tunneling socket could not be established, statusCode=407", Cause::ProxySignIn),
        ("HTTP/1.1 407 Proxy Authentication Required", Cause::ProxySignIn),
        ("Received HTTP code 407 from proxy after CONNECT", Cause::ProxySignIn),
        ("Invalid key for alg ES256: curve P-384", Cause::AlgorithmRefused),
        ("jwt audience invalid. expected: https://a", Cause::AudienceWrong),
        ("TokenExpiredError: jwt expired", Cause::AssertionExpired),
        ("{\"o:errorCode\":\"FEATURE_DISABLED\",\"status\":403}", Cause::FeatureOff),
        ("REST Web Services feature is disabled", Cause::FeatureOff),
        ("<platformFaults:exceededConcurrentRequestLimitFault>", Cause::TooMany),
        (
            "<platformCore:code>INSUFFICIENT_PERMISSION</platformCore:code>",
            Cause::RestPermissionMissing,
        ),
        ("Authorization failed - please check your credentials", Cause::NeverMapped),
        ("Forbidden - perhaps check your credentials?", Cause::RestPermissionMissing),
    ] {
        assert_eq!(first(text), Some(cause), "{text}: {:?}", read(text));
    }
}

#[test]
fn a_mail_about_an_expiring_certificate_is_no_failure() {
    let connection = connection();
    let id = connection.working().unwrap().certificate_id().to_string();
    let mail = format!("NetSuite: OAuth 2.0 certificate {id} will expire in 14 days.");
    assert_eq!(signs_of(&mail, &connection), [Sign::ExpiryNotice, Sign::KidFits]);
    assert_eq!(first(&mail), Some(Cause::CertificateExpiring));
    let other = "NetSuite: OAuth 2.0 certificate AAAA will expire in 14 days.";
    assert_eq!(signs_of(other, &connection), [Sign::ExpiryNotice]);
    let failed = "401 Unauthorized: the OAuth 2.0 certificate expired";
    assert!(!signs_of(failed, &connection).contains(&Sign::ExpiryNotice));
}

/// What a text shows beside one connection.
fn signs_of(text: &str, connection: &Connection) -> Vec<Sign> {
    let pasted = Pasted::read(text, connection, connection.working(), Some(URL), NOW);
    pasted.signs.iter().map(|one| one.sign).collect()
}

#[test]
fn a_refused_upload_is_told_from_a_refused_token() {
    let full = r#"{"title":"Bad Request","status":400,"o:errorDetails":[{"detail":"The maximum number of active certificates has been reached.","o:errorCode":"X"}]}"#;
    assert_eq!(read(full).doing, Doing::Upload);
    assert_eq!(first(full), Some(Cause::SlotsFull));
    let used = "POST https://4718203-sb1.restlets.api.netsuite.com/services/rest/auth/oauth2/v1/clients/22/certificates\n400 Bad Request\nThis certificate is already used.";
    assert_eq!(first(used), Some(Cause::AlreadyMapped));
    let page = "NetSuite: This certificate has already been used for another application.";
    assert_eq!(first(page), Some(Cause::AlreadyMapped));
    let wordless = r#"{"title":"Bad Request","status":400,"o:errorDetails":[{"detail":"Invalid certificate.","o:errorCode":"X"}]}"#;
    assert!(
        [Cause::SlotsFull, Cause::AlreadyMapped, Cause::NotACertificate]
            .contains(&first(wordless).unwrap())
    );
    let record = r#"{"title":"Bad Request","status":400,"o:errorDetails":[{"detail":"Invalid field.","o:errorCode":"X"}]}"#;
    assert_eq!(read(record).doing, Doing::Call, "not a token request");
    assert_eq!(first(record), None);
}

#[test]
fn rows_of_the_audit_trail_are_read_in_any_language() {
    let rows = "\u{feff}日付,ユーザー,ステータス,詳細,アプリケーション\n2026/11/20,Mira,失敗,TokenExpired,Shop\n2026/11/20,Mira,失敗,MissingKey,M2M\n";
    assert_eq!(read(rows).code, Some(AuditCode::MissingKey), "the row of the record");
}

#[test]
fn an_old_assertion_is_expired_only_if_the_answer_came_later() {
    let jwt = |iat: i64, exp: i64| {
        let part = |json: String| Base64UrlUnpadded::encode_string(json.as_bytes());
        let header = part(r#"{"alg":"ES256","kid":"x"}"#.to_owned());
        let claims = part(format!(r#"{{"iss":"a","scope":["restlets"],"iat":{iat},"exp":{exp}}}"#));
        format!("{header}.{claims}.{}", Base64UrlUnpadded::encode_string(&[7; 64]))
    };
    let now = NOW.unix_timestamp();
    let old = jwt(now - 7200, now - 6900);
    assert!(signs(&old).contains(&Sign::AssertionOld));
    assert!(!signs(&old).contains(&Sign::AssertionExpired));
    let late = format!("HTTP/1.1 401\r\nDate: Fri, 20 Nov 2026 09:00:00 GMT\r\n\r\n{old}");
    assert!(signs(&late).contains(&Sign::AssertionExpired), "{:?}", signs(&late));
    let logged = format!("2026-11-20T08:46:20Z POST {old}");
    assert!(!signs(&logged).contains(&Sign::AssertionExpired), "a log may have another clock");
    let in_time = format!("2026-11-20T07:46:20Z POST {old}");
    let seen = signs(&in_time);
    assert!(
        !seen.contains(&Sign::AssertionOld) && !seen.contains(&Sign::AssertionExpired),
        "{seen:?}"
    );
    for (iat, exp, sign) in [
        (now, now, Sign::AssertionExpired),
        (now, (now + 300) * 1000, Sign::TimesInMilliseconds),
        (now * 1000, (now + 300) * 1000, Sign::TimesInMilliseconds),
        (now, now + 7200, Sign::LifetimeTooLong),
        (now, i64::MAX, Sign::TimesInMilliseconds),
    ] {
        assert!(signs(&jwt(iat, exp)).contains(&sign), "{sign:?}");
    }
}

#[test]
fn a_signature_says_whose_it_is_only_if_it_is_whole_and_beside_this_certificates_id() {
    let connection = connection();
    let id = connection.working().unwrap().certificate_id().to_string();
    let jwt = |kid: &str, bytes: usize| {
        let part = |json: String| Base64UrlUnpadded::encode_string(json.as_bytes());
        let header = part(format!(r#"{{"alg":"ES256","kid":"{kid}"}}"#));
        let signature = Base64UrlUnpadded::encode_string(&vec![7; bytes]);
        format!("{header}.{}.{signature}", part(r#"{"iss":"a"}"#.to_owned()))
    };
    let differs = |text: &str| signs_of(text, &connection).contains(&Sign::SignatureOfAnother);
    assert!(differs(&jwt(&id, 64)));
    assert!(!differs(&jwt(&id, 40)), "it is cut off");
    assert!(!differs(&jwt("another", 64)), "it may be that certificate's");
}

#[test]
fn a_request_is_read_with_its_mistakes() {
    let json = "curl -X POST -H 'Content-Type: application/json' -d '{\"grant_type\":\"client_credentials\",\"client_assertion\":\"x\"}' -> 400 invalid_request";
    assert_eq!(first(json), Some(Cause::BodyNotForm));
    let field = "grant_type=client_credentials&assertion=abc -> invalid_request";
    assert_eq!(first(field), Some(Cause::FieldsWrong));
    let grant = "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&client_assertion=abc unsupported_grant_type";
    assert_eq!(first(grant), Some(Cause::FieldsWrong));
    let both = "Authorization: Basic abc\n\ngrant_type=client_credentials&client_assertion=abc\ninvalid_request";
    assert_eq!(first(both), Some(Cause::AuthenticatedTwice));
    let sound = "grant_type=client_credentials&client_assertion_type=x&client_assertion=abc";
    assert!(read(sound).is_empty(), "{:?}", read(sound));
}

#[test]
fn a_host_is_compared_with_the_connection() {
    for (text, sign) in [
        ("getaddrinfo ENOTFOUND 4718203_SB1.suitetalk.api.netsuite.com", Sign::HostForm),
        (
            "POST https://4718203.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token",
            Sign::HostOfAnother,
        ),
    ] {
        assert!(signs(text).contains(&sign), "{text}: {:?}", signs(text));
        assert_eq!(first(text), Some(Cause::HostWrong), "{text}");
    }
    assert!(!signs(URL).contains(&Sign::HostOfAnother));
    assert!(!signs("https://system.netsuite.com/app/login").contains(&Sign::HostOfAnother));
}

#[test]
fn an_address_of_a_sign_in_is_read() {
    let page =
        "https://4718203-sb1.app.netsuite.com/app/login/oauth2/authorize.nl?response_type=code";
    let short = format!("{page}&state=abc&redirect_uri=certdesk://oauth/callback");
    assert_eq!(first(&short), Some(Cause::StateLength));
    let http = format!("{page}&state=0123456789012345678901&redirect_uri=http://localhost:8080/cb");
    assert_eq!(first(&http), Some(Cause::RedirectUriWrong));
    let back = "certdesk://oauth/callback?state=0123456789012345678901&error=access_denied";
    assert_eq!(read(back).doing, Doing::SignIn);
    assert_eq!(first(back), Some(Cause::ConsentDenied));
    let code = "grant_type=authorization_code&code=x -> 400 invalid_grant";
    assert_eq!(first(code), Some(Cause::CodeUsed));
}

#[test]
fn hostile_texts_end_and_hold_nothing() {
    for text in [
        "\u{0}".repeat(1000),
        "eyJ.".repeat(100_000),
        "grant_type".repeat(50_000),
        "client_assertion=".repeat(20_000),
        format!("{}.{}.{}", "A".repeat(100_000), "B".repeat(100_000), "C".repeat(100_000)),
        "ä€𝄞".repeat(100_000),
        "error".repeat(100_000),
        "400 ".repeat(100_000),
    ] {
        let pasted = read(&text);
        assert!(pasted.signs.iter().all(|one| one.detail.chars().count() <= 120), "{pasted:?}");
    }
}

#[test]
fn a_code_alone_settles() {
    let pasted = read("Detail: EntityOrRoleDisabled");
    assert_eq!(pasted.code, Some(AuditCode::EntityOrRoleDisabled));
    assert_eq!(first("Detail: EntityOrRoleDisabled"), Some(Cause::RoleOrEntityInactive));
}

#[test]
fn a_code_whose_meaning_is_not_recorded_leaves_the_ranking_as_it_is() {
    let connection = connection();
    let refused = Refused { at: NOW, reason: "invalid_client".into() };
    let failed = Failed::recorded(&refused);
    let without = diagnose(&case(&connection, Some(&failed)), None);
    let code = Some(AuditCode::AuthorizationCodeGrantRequired);
    let with = diagnose(&case(&connection, Some(&failed)), code);
    assert_eq!(with, without);
    assert!(!with.causes.is_empty());
}

#[test]
fn without_a_failure_only_what_does_not_hold_is_told() {
    let mut connection = connection();
    assert!(diagnose(&case(&connection, None), None).causes.is_empty());
    let late = Case { now: NOW + Duration::days(200), ..case(&connection, None) };
    let causes = diagnose(&late, None).causes;
    assert_eq!((causes.len(), causes[0].cause), (1, Cause::CertificateExpired));
    let gone = Case { key: KeyLooked::Gone, ..case(&connection, None) };
    assert_eq!(diagnose(&gone, None).causes[0].cause, Cause::KeyGone);
    let id = connection.working().unwrap().id.clone();
    connection.credential_mut(&id).unwrap().state = CredentialState::Revoked;
    let credential = connection.credential(&id).unwrap();
    let revoked = Case { credential: Some(credential), ..case(&connection, None) };
    assert_eq!(diagnose(&revoked, None).causes[0].cause, Cause::CertificateRevoked);
}

#[test]
fn an_id_that_netsuite_itself_returned_is_believed() {
    let mut connection = connection();
    let id = connection.working().unwrap().id.clone();
    let other = netsuite_keys::certificate::CertificateId::predict(b"another");
    connection.credential_mut(&id).unwrap().confirmed_id = Some(other.clone());
    let outcome = |connection: &Connection| {
        let checks = diagnose(&case(connection, None), None).checks;
        checks.into_iter().find(|one| one.check == Check::CertificateId).unwrap().outcome
    };
    assert_eq!(outcome(&connection), Outcome::Failed, "it was typed");
    let event = Event::CertificateUploaded { certificate_id: other, found_in_list: false };
    connection.note(NOW, event);
    assert_eq!(outcome(&connection), Outcome::Passed);
}

#[test]
fn a_connection_of_the_same_account_that_works_speaks_against_a_refresh() {
    let mut connection = connection();
    let id = connection.working().unwrap().id.clone();
    let certificate_id = connection.working().unwrap().certificate_id().clone();
    connection.note(
        NOW - Duration::hours(9),
        Event::TokenReceived { certificate_id, role: None, entity: None },
    );
    let refused = Refused { at: NOW - Duration::hours(2), reason: "invalid_client".into() };
    connection.record_refusal(&id, refused.clone()).unwrap();
    let failed = Failed::recorded(&refused);
    let alone = diagnose(&case(&connection, Some(&failed)), None);
    assert_eq!(alone.causes[0].cause, Cause::SandboxRefreshed);

    let mut other = self::connection();
    let credential = other.working().unwrap().id.clone();
    other.last_proof = Some(certdesk_core::connection::Proven {
        at: NOW - Duration::hours(1),
        expires_at: NOW,
        credential,
        who: netsuite_client::WhoAmI::default(),
    });
    let others = [other];
    let beside = Case { others: &others, ..case(&connection, Some(&failed)) };
    let causes = diagnose(&beside, None).causes;
    assert_eq!(causes[0].cause, Cause::CertificateRevoked);
    assert!(causes[0].evidence_for.iter().any(|one| one.sign == Sign::OthersWork));
}

#[test]
fn a_connection_that_never_worked_or_was_refused_long_ago_says_nothing_of_this_one() {
    let mut connection = connection();
    let failed = refused_after(&mut connection, Duration::hours(20));
    let other = |worked: bool, ago: Duration| {
        let mut other = self::connection();
        other.integration.client_id = None;
        let credential = other.working().unwrap().id.clone();
        let (at, expires_at, who) =
            (NOW - Duration::days(9), NOW, netsuite_client::WhoAmI::default());
        let proven = certdesk_core::connection::Proven { at, expires_at, credential, who };
        other.last_proof = worked.then_some(proven);
        other.last_refusal = Some(Refused { at: NOW - ago, reason: "invalid_client".into() });
        [other]
    };
    let refused_too = |others: &[Connection]| {
        let case = Case { others, ..case(&connection, Some(&failed)) };
        let causes = diagnose(&case, None).causes;
        causes
            .iter()
            .any(|one| one.evidence_for.iter().any(|sign| sign.sign == Sign::OtherRecordsRefused))
    };
    assert!(refused_too(&other(true, Duration::hours(1))));
    assert!(!refused_too(&other(false, Duration::hours(1))), "it never worked");
    assert!(!refused_too(&other(true, Duration::days(5))), "that was five days ago");
}

/// Refused at [`NOW`], `gap` after a token; and what is left of it in the document.
fn refused_after(connection: &mut Connection, gap: Duration) -> Failed {
    let id = connection.working().unwrap().id.clone();
    let certificate_id = connection.working().unwrap().certificate_id().clone();
    connection.note(NOW - gap, Event::TokenReceived { certificate_id, role: None, entity: None });
    let refused = Refused { at: NOW, reason: "invalid_client".into() };
    connection.record_refusal(&id, refused.clone()).unwrap();
    Failed::recorded(&refused)
}

fn asked(at: OffsetDateTime, list: ListState) -> Asked {
    let (account_known, clock_skew) = (Some(true), Some(0));
    Asked { at, account_known, clock_skew, list, own_record: true, unanswered: Vec::new() }
}

#[test]
fn a_token_of_a_minute_ago_speaks_against_a_refresh_also_when_it_was_refused_again_since() {
    let mut connection = connection();
    let mut failed = refused_after(&mut connection, Duration::minutes(1));
    for hours in [0, 5] {
        let again = Refused { at: NOW + Duration::hours(hours), reason: "invalid_client".into() };
        let id = connection.working().unwrap().id.clone();
        connection.record_refusal(&id, again.clone()).unwrap();
        failed.at = again.at;
        let case = Case { now: again.at, ..case(&connection, Some(&failed)) };
        let diagnosis = diagnose(&case, None);
        assert_eq!(diagnosis.causes[0].cause, Cause::IntegrationBlocked);
        assert!(!diagnosis.is_decided());
        assert_eq!(diagnosis.questions[0], Question::List);
        let mut causes = diagnosis.causes.iter();
        let refreshed = causes.find(|one| one.cause == Cause::SandboxRefreshed).unwrap();
        let mut against = refreshed.evidence_against.iter();
        let token = against.find(|one| one.sign == Sign::WorkedRecently).unwrap();
        assert_eq!(token.detail, "60", "seconds between the token and the first refusal");
    }
}

#[test]
fn a_token_of_yesterday_speaks_for_what_happened_since() {
    let mut connection = connection();
    let failed = refused_after(&mut connection, Duration::hours(20));
    let causes = diagnose(&case(&connection, Some(&failed)), None).causes;
    assert_eq!(causes[0].cause, Cause::SandboxRefreshed);
    assert!(causes[0].evidence_for.iter().any(|one| one.sign == Sign::WorkedBefore));
}

#[test]
fn a_token_for_another_client_id_says_nothing_about_the_present_one() {
    let mut connection = connection();
    let certificate_id = connection.working().unwrap().certificate_id().clone();
    let received = NOW - Duration::minutes(9);
    connection.note(received, Event::TokenReceived { certificate_id, role: None, entity: None });
    let change = Change::ClientId { text: "3".repeat(64) };
    connection.change(change, NOW - Duration::minutes(5)).unwrap();
    let refused = Refused { at: NOW, reason: "invalid_client".into() };
    let id = connection.working().unwrap().id.clone();
    connection.record_refusal(&id, refused.clone()).unwrap();
    let failed = Failed::recorded(&refused);
    let causes = diagnose(&case(&connection, Some(&failed)), None).causes;
    assert_eq!(causes[0].cause, Cause::ClientIdWrong);
    assert_eq!(causes[0].evidence_for[0].sign, Sign::ClientIdChanged);
}

#[test]
fn a_list_that_was_read_before_the_refusal_is_no_evidence() {
    let mut connection = connection();
    let failed = refused_after(&mut connection, Duration::hours(20));
    let before = asked(NOW - Duration::minutes(1), ListState::Active);
    let early = Case { asked: Some(&before), ..case(&connection, Some(&failed)) };
    let diagnosis = diagnose(&early, None);
    assert_eq!(diagnosis, diagnose(&case(&connection, Some(&failed)), None));
    assert_eq!(diagnosis.asked_at, None);
    let since = asked(NOW + Duration::seconds(1), ListState::Active);
    let asked = Case { asked: Some(&since), ..case(&connection, Some(&failed)) };
    let diagnosis = diagnose(&asked, None);
    assert_eq!(diagnosis.asked_at, Some(since.at));
    assert_eq!(diagnosis.causes[0].cause, Cause::RoleOrEntityInactive);
}

#[test]
fn the_only_cause_that_is_left_is_the_answer() {
    let mut connection = connection();
    let failed = refused_after(&mut connection, Duration::minutes(1));
    let empty = asked(NOW, ListState::Empty);
    let empty = Case { asked: Some(&empty), ..case(&connection, Some(&failed)) };
    let diagnosis = diagnose(&empty, None);
    assert_eq!(diagnosis.causes.len(), 1, "{:#?}", diagnosis.causes);
    assert_eq!(diagnosis.causes[0].cause, Cause::SandboxRefreshed);
    assert!(diagnosis.is_decided());
    let code = Some(AuditCode::IntegrationBlocked);
    let settled = diagnose(&case(&connection, Some(&failed)), code);
    assert_eq!(settled.causes[0].cause, Cause::IntegrationBlocked);
    assert!(settled.is_decided() && settled.questions.is_empty());
}
