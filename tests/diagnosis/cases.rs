//! The failures.

mod calls;
mod facts;
mod further;
mod told;

use std::future::Future;
use std::pin::Pin;

use certdesk_core::diagnosis::Cause;

use crate::site::{Known, Site};
use crate::{Failure, Verdict, judge};

type Produced = Pin<Box<dyn Future<Output = (Site, Known)> + Send>>;

/// A failure, and how it is produced.
struct Case {
    failure: Failure,
    produce: fn() -> Produced,
}

macro_rules! cases {
    ($($number:literal $mistake:literal $truth:ident: $module:ident::$produce:ident;)*) => {
        &[$(Case {
            failure: Failure { number: $number, mistake: $mistake, truth: Cause::$truth },
            produce: || Box::pin($module::$produce()),
        },)*]
    };
}

#[rustfmt::skip] // A table.
const CASES: &[Case] = cases! {
    "1" "Another system signs with RS256" AlgorithmRefused: facts::signs_with_rs256;
    "2" "Another system sends the Application ID as iss" ApplicationIdSent: facts::sends_the_application_id;
    "3" "The Certificate ID was misread, and insisted on" CertificateIdWrong: facts::misreads_the_certificate_id;
    "4" "Another system's aud names the production account" AudienceWrong: facts::names_another_audience;
    "5" "The key is RSA with 2048 bits" KeyKindRefused: facts::brings_a_short_key;
    "6" "A public key was uploaded by hand" NotACertificate: facts::uploads_a_public_key;
    "7" "The clock of this computer is two hours ahead" ClockOff: facts::has_a_clock_that_is_ahead;
    "8" "A scope is not ticked on the record" ScopeNotTicked: facts::asks_for_a_scope_that_is_not_ticked;
    "9" "The sandbox was refreshed" SandboxRefreshed: facts::loses_the_mapping;
    "10" "The role lacks Log in using OAuth 2.0 Access Tokens" LoginPermissionMissing: facts::may_not_log_in;
    "11" "The key was handed over under a passphrase" KeyEncrypted: facts::hands_over_an_encrypted_key;
    "12" "Another system's ECDSA signature is in DER" SignatureInDer: facts::signs_in_der;
    "13" "Another system's field is called assertion" FieldsWrong: facts::calls_the_field_assertion;
    "14" "The record is not offered for a mapping" GrantNotTicked: facts::is_not_offered;
    "15" "A sixth certificate is uploaded" SlotsFull: facts::uploads_a_sixth;
    "16" "The Redirect URI on the record is another one" RedirectUriWrong: facts::stays_in_netsuite;
    "17" "Another system's state has eight characters" StateLength: facts::has_a_short_state;
    "18" "The role lacks Manage own … Certificates" ManagePermissionMissing: facts::may_not_list;
    "19" "The Certificate ID begins with a hyphen, for the SuiteCloud CLI" CliHyphen: facts::has_a_hyphen;
    "20" "The table of mappings is empty after saving" TableNotReloaded: facts::sees_an_empty_table;

    "a" "Another system sends no kid" CertificateIdMissing: further::sends_no_kid;
    "b" "Another system has the key of the pair before" KeyOfAnotherPair: further::has_the_old_key;
    "c" "Another system's assertion lives for two hours" LifetimeTooLong: further::lives_too_long;
    "d" "The certificate has expired" CertificateExpired: further::has_expired;
    "e" "Somebody revoked the certificate, in production, and nobody is signed in" CertificateRevoked: further::was_revoked;
    "f" "The role was made inactive, and an Administrator is signed in" RoleOrEntityInactive: further::has_an_inactive_role;
    "g" "The record was blocked, and somebody is signed in to it" IntegrationBlocked: further::was_blocked;
    "h" "Reset Credentials was pressed on the record" ClientIdWrong: further::was_reset;
    "i" "OAuth 2.0 was switched off; another record is refused, too" FeatureOff: further::lost_the_feature;
    "j" "The account ID is misspelt in the other system and here" AccountWrong: further::has_a_misspelt_account;
    "k" "The record was blocked, a minute after a token" IntegrationBlocked: further::was_blocked_just_now;
    "l" "The record was blocked, a minute after a token, and somebody is signed in to it" IntegrationBlocked: further::was_blocked_just_now_and_asked;
    "m" "The sandbox was refreshed, a minute after a token, and an Administrator is signed in" SandboxRefreshed: further::was_refreshed_just_now;
    "n" "Another system signs PS256 with PKCS #1 v1.5 padding" SignaturePadding: further::signs_in_pkcs1;
    "o" "Another system's PS256 has the longest salt" SignaturePadding: further::has_a_long_salt;

    "t1" "A proxy asks for a sign-in, as Node.js says it" ProxySignIn: told::is_behind_a_proxy;
    "t2" "A proxy answers with its own certificate, as Java says it" Intercepted: told::is_intercepted;
    "t3" "A key in a form that .NET does not read" KeyForm: told::has_a_key_that_dotnet_does_not_read;
    "t4" "A key of 1024 bits, as jjwt says it" KeyKindRefused: told::has_a_key_that_is_too_short;
    "t5" "PS256 with an EC key, as jsonwebtoken says it" AlgorithmRefused: told::has_an_algorithm_of_another_key;
    "t6" "Another audience, as jsonwebtoken says it" AudienceWrong: told::has_the_wrong_audience;
    "t7" "REST Web Services is off, as NetSuite says it" FeatureOff: told::has_no_rest_web_services;
    "t8" "Another system's upload finds no slot" SlotsFull: told::is_told_that_the_record_is_full;
    "t9" "Another system uploads a used certificate" AlreadyMapped: told::is_told_that_the_certificate_was_used;
    "t10" "The certificate was revoked, as the SuiteCloud CLI says it" CertificateRevoked: told::is_revoked_says_the_cli;
    "t11" "The certificate was revoked, as MuleSoft says it" CertificateRevoked: told::is_revoked_says_mulesoft;
    "t12" "A host in capital letters, as Python says it on Windows" HostWrong: told::writes_the_host_in_capitals;
    "t13" "A mail says that the certificate will expire" CertificateExpiring: told::has_a_mail;
    "t14" "Rows of the audit trail in German, of two records" RoleOrEntityInactive: told::has_rows_of_the_trail;
    "t15" "Another system counts exp in milliseconds" LifetimeTooLong: told::counts_milliseconds;
    "t16" "Another system sends an old assertion again" AssertionExpired: told::sends_an_old_assertion;
    "t17" "The certificate was never mapped, and its ID was entered" NeverMapped: told::was_never_mapped;
    "t18" "The certificate is mapped in production, the connection is the sandbox" MappedInAnotherAccount: told::is_mapped_in_production;

    "c1" "A test call: the role lacks Log in using OAuth 2.0 Access Tokens" LoginPermissionMissing: calls::lacks_the_login_permission;
    "c2" "A test call: the role lacks REST Web Services" RestPermissionMissing: calls::lacks_rest_web_services;
    "c3" "A test call: the feature REST Web Services was switched off since the token" FeatureOff: calls::has_no_rest_feature;
    "c4" "A test call: OAuth 2.0 was switched off since the token" FeatureOff: calls::loses_oauth;
    "c5" "A test call: the role was made inactive since the token" RoleOrEntityInactive: calls::loses_the_role;
    "c6" "A test call: the user was made inactive since the token" RoleOrEntityInactive: calls::loses_the_user;
    "c7" "A test call: the record was blocked since the token" IntegrationBlocked: calls::loses_the_record;
    "c8" "A test call: the token has expired" TokenOver: calls::has_an_expired_token;
    "c9" "A test call: another data center is named" HostWrong: calls::is_sent_elsewhere;
    "c10" "A query: the role lacks SuiteAnalytics Workbook" WorkbookPermissionMissing: calls::lacks_workbook;
    "c11" "A query: the feature SuiteAnalytics Workbook is off" WorkbookOff: calls::has_no_workbook_feature;
    "c12" "A record: the role lacks its permission" RecordPermissionMissing: calls::lacks_the_record_permission;
    "c13" "A query: the role lacks the record's permission" RecordPermissionMissing: calls::queries_without_the_record_permission;
    "c14" "A record: no record type has this name" RecordUnknown: calls::names_no_record_type;
    "c15" "A RESTlet: its Status is Testing" RestletNotDeployed: calls::has_a_restlet_in_testing;
    "c16" "A RESTlet: it is not deployed" RestletNotDeployed: calls::has_no_deployment;
    "c17" "A RESTlet: the role is not in its audience" RestletAudience: calls::is_not_in_the_audience;
    "c18" "A RESTlet: the role is for web services only" WebServicesOnlyRole: calls::is_for_web_services_only;
    "c19" "A RESTlet: Server SuiteScript was switched off since the token" SuiteScriptOff: calls::has_no_suitescript;
};

/// Produces and judges every failure whose number or mistake is wanted.
pub(crate) async fn all(wanted: Option<&str>) -> Vec<Verdict> {
    let chosen = |case: &&Case| {
        wanted.is_none_or(|part| case.failure.number == part || case.failure.mistake.contains(part))
    };
    // Side by side: most of a case is waiting. They are told in their order.
    let begun: Vec<_> = CASES
        .iter()
        .filter(chosen)
        .map(|case| (case.failure.clone(), tokio::spawn((case.produce)())))
        .collect();
    let mut verdicts = Vec::new();
    for (failure, produced) in begun {
        let (site, known) = match produced.await {
            Ok(produced) => produced,
            Err(error) => panic!("{} could not be produced: {error}", failure.mistake),
        };
        verdicts.push(judge(failure, &site, &known));
    }
    verdicts
}
