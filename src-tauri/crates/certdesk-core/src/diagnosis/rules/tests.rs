//! One test for each row: the signs that should make its cause the first, or one of the first three.

use super::super::{Observed, Question, Ranked, question, rank, settle};
use super::Doing::{Call, Endpoint, Key, Mapping, SignIn, Token, Upload};
use super::Sign::*;
use super::*;
use crate::diagnosis::audit::AuditCode as Code;

struct Example {
    cause: Cause,
    doing: Doing,
    signs: &'static [Sign],
    within: usize,
}

fn ranked(doing: Doing, signs: &[Sign]) -> Vec<Ranked> {
    rank(doing, &observed(signs))
}

fn observed(signs: &[Sign]) -> Vec<Observed> {
    signs.iter().map(|sign| Observed::from(*sign)).collect()
}

fn place(example: &Example) -> usize {
    let ranked = ranked(example.doing, example.signs);
    let place = ranked.iter().position(|one| one.cause == example.cause);
    let seen: Vec<_> = ranked.iter().map(|one| (one.cause, one.score)).collect();
    place.unwrap_or_else(|| panic!("not among {seen:?}")) + 1
}

macro_rules! rows {
    ($($name:ident: $cause:ident, $doing:ident, [$($sign:ident),*], $within:literal;)*) => {
        const EXAMPLES: &[Example] = &[
            $(Example { cause: Cause::$cause, doing: $doing, signs: &[$($sign),*], within: $within },)*
        ];
        $(
            #[test]
            fn $name() {
                let example = Example { cause: Cause::$cause, doing: $doing, signs: &[$($sign),*], within: $within };
                let place = place(&example);
                assert!(place <= example.within, "in place {place}: {:?}", ranked($doing, example.signs).iter().map(|one| (one.cause, one.score)).collect::<Vec<_>>());
            }
        )*
    };
}

#[rustfmt::skip] // A table.
rows! {
    a_sandbox_that_worked_and_is_refused_was_refreshed: SandboxRefreshed, Token, [InvalidClient, OurRequest, Refreshable, WorkedBefore], 1;
    a_certificate_that_the_list_shows_as_revoked_was_revoked: CertificateRevoked, Token, [InvalidClient, OurRequest, Refreshable, WorkedBefore, ListRevoked], 1;
    a_certificate_past_its_dates_has_expired: CertificateExpired, Token, [InvalidClient, OurRequest, WorkedBefore, Ended], 1;
    a_certificate_of_tomorrow_has_not_begun: CertificateNotBegun, Token, [InvalidClient, OurRequest, NotBegun], 1;
    a_certificate_that_nobody_uploaded_is_not_mapped: NeverMapped, Token, [InvalidClient, OurRequest, NeverWorked, NotUploaded], 1;
    an_id_read_back_that_the_list_lacks_is_mapped_elsewhere: MappedToAnother, Token, [InvalidClient, OurRequest, NeverWorked, NotRefreshable, IdReadBack, RecordAnswers], 3;
    a_certificate_that_certdesk_uploaded_a_minute_ago_may_not_be_known_yet: TooEarly, Token, [InvalidClient, OurRequest, NeverWorked, IdReadBack, UploadedNow, UploadedHere, DatesFit, Refreshable], 1;
    a_certificate_whose_id_was_entered_a_minute_ago_may_not_be_known_yet: TooEarly, Token, [InvalidClient, OurRequest, NeverWorked, IdReadBack, UploadedNow, DatesFit, Refreshable], 3;
    an_id_that_was_entered_a_minute_ago_does_not_mean_that_it_is_mapped: NeverMapped, Token, [InvalidClient, OurRequest, NeverWorked, IdReadBack, UploadedNow, DatesFit, Refreshable], 1;
    a_certificate_that_never_worked_may_be_mapped_in_production: MappedInAnotherAccount, Token, [InvalidClient, OurRequest, NeverWorked, IdReadBack, UploadedNow, DatesFit, Refreshable], 3;
    a_certificate_of_another_system_that_never_worked_may_be_mapped_in_production: MappedInAnotherAccount, Token, [InvalidClient, TheirRequest, NeverWorked, IdReadBack, DatesFit, Refreshable], 3;
    a_mail_about_an_expiring_certificate_is_no_failure: CertificateExpiring, Mapping, [ExpiryNotice, TheirRequest, DatesFit], 1;
    a_certificate_that_worked_was_revoked_rather_than_a_feature_switched_off: CertificateRevoked, Token, [InvalidClient, OurRequest, WorkedBefore, NotRefreshable, DatesFit, OthersRefused], 1;
    an_active_certificate_that_is_refused_has_an_inactive_role: RoleOrEntityInactive, Token, [InvalidClient, OurRequest, WorkedBefore, Refreshable, ListActive, RecordAnswers], 1;
    what_worked_a_minute_ago_was_changed_since: IntegrationBlocked, Token, [InvalidClient, OurRequest, WorkedRecently, Refreshable], 1;
    a_certificate_that_worked_a_minute_ago_may_have_been_revoked: CertificateRevoked, Token, [InvalidClient, OurRequest, WorkedRecently, Refreshable], 3;
    an_empty_list_outweighs_a_token_of_a_minute_ago: SandboxRefreshed, Token, [InvalidClient, OurRequest, WorkedRecently, Refreshable, ListEmpty, RecordAnswers], 1;
    another_client_id_than_the_last_token_had_is_wrong: ClientIdWrong, Token, [InvalidClient, OurRequest, WorkedBefore, ClientIdChanged, Refreshable], 1;
    a_call_and_a_token_refused_have_one_cause: IntegrationBlocked, Endpoint, [InvalidToken, OurRequest, WorkedBefore, TokenRefusedToo], 2;
    a_record_that_lets_nobody_in_is_blocked: IntegrationBlocked, Token, [InvalidClient, OurRequest, WorkedBefore, NotRefreshable, ListRefused], 1;
    a_certificate_that_works_here_is_not_to_blame: KeyOfAnotherPair, Token, [InvalidClient, TheirRequest, WorksHere, WorkedBefore, Refreshable, RsaKey], 1;
    a_feature_that_the_answer_names_is_off: FeatureOff, Call, [FeatureDisabled, TheirRequest], 1;
    features_that_the_cli_lists_are_off: FeatureOff, Token, [CliFeatures, TheirRequest], 1;
    features_that_the_cli_lists_may_be_those_of_another_account: AccountWrong, Token, [CliFeatures, TheirRequest], 2;
    several_records_refused_at_once_mean_the_feature: FeatureOff, Token, [InvalidClient, OurRequest, WorkedBefore, NotRefreshable, ListRefused, OthersRefused, OtherRecordsRefused], 1;
    an_unauthorized_client_lacks_the_grant: GrantNotTicked, Token, [UnauthorizedClient, OurRequest], 1;
    an_invalid_scope_of_ours_is_not_ticked: ScopeNotTicked, Token, [InvalidScope, OurRequest, ScopeFits], 1;
    an_account_that_netsuite_does_not_know_is_wrong: AccountWrong, Token, [NoHost, OurRequest, AccountUnknown], 1;
    an_account_that_netsuite_names_no_host_of_may_be_wrong: AccountWrong, Token, [InvalidClient, OurRequest, NeverWorked, AccountUnclear, DatesFit], 1;
    an_empty_table_was_not_loaded_again: TableNotReloaded, Mapping, [TableEmpty, TheirRequest], 1;
    a_page_that_stays_has_another_redirect_uri: RedirectUriWrong, SignIn, [StaysAtNetSuite, OurRequest], 1;
    a_state_of_ten_characters_is_too_short: StateLength, SignIn, [StateLength, InvalidRequest, TheirRequest], 1;
    a_refused_code_was_used_before: CodeUsed, SignIn, [CodeRefused, OurRequest], 1;
    a_denial_is_named: ConsentDenied, SignIn, [Denied, OurRequest], 1;
    a_client_that_cannot_sign_in_has_a_wrong_secret: ClientSecretWrong, SignIn, [SecretRefused, OurRequest], 1;
    another_account_is_named: AnotherAccount, SignIn, [OtherAccount, OurRequest], 1;
    a_session_that_ended_is_named: SignInOver, Endpoint, [SignInOver, OurRequest], 1;
    a_malformed_request_for_consent_is_named: ConsentMalformed, SignIn, [InvalidRequest, TheirRequest], 1;

    a_server_error_of_another_system_means_its_algorithm: AlgorithmRefused, Token, [ServerError, TheirRequest, NeverWorked], 1;
    a_uuid_as_issuer_is_the_application_id: ApplicationIdSent, Token, [ServerError, TheirRequest, IssuerIsApplicationId, AlgorithmFits], 1;
    a_server_error_of_ours_means_the_client_id: ClientIdWrong, Token, [ServerError, OurRequest, AlgorithmFits, IssuerFits, WorkedBefore], 1;
    an_assertion_without_kid_is_named: CertificateIdMissing, Token, [InvalidClient, TheirRequest, KidMissing, SignatureFits], 1;
    a_misread_certificate_id_of_ours_is_named: CertificateIdWrong, Token, [InvalidClient, OurRequest, KidDiffers, PairFits], 1;
    another_certificate_id_of_theirs_is_named: CertificateIdWrong, Token, [InvalidClient, TheirRequest, KidDiffers], 1;
    a_signature_of_another_key_is_named: KeyOfAnotherPair, Token, [InvalidClient, TheirRequest, SignatureOfAnother, KidFits], 1;
    a_vault_key_of_another_certificate_is_named: VaultKeyDiffers, Token, [PairDiffers, OurRequest], 1;
    a_signature_in_der_is_named: SignatureInDer, Token, [InvalidClient, TheirRequest, SignatureInDer, EcKey, KidFits], 1;
    an_rsa_signature_in_pkcs1_is_named: SignaturePadding, Token, [InvalidClient, TheirRequest, SignatureInPkcs1, RsaKey, KidFits], 1;
    a_salt_that_is_too_long_is_named: SignaturePadding, Token, [InvalidClient, TheirRequest, SignatureSalt, RsaKey, KidFits], 1;
    another_audience_is_named: AudienceWrong, Token, [InvalidClient, TheirRequest, AudienceDiffers, SignatureFits], 1;
    an_assertion_of_two_hours_is_named: LifetimeTooLong, Token, [InvalidClient, TheirRequest, LifetimeTooLong, SignatureFits], 1;
    an_assertion_in_milliseconds_is_named: LifetimeTooLong, Token, [InvalidClient, TheirRequest, TimesInMilliseconds, SignatureOfAnother, KidFits], 1;
    an_assertion_without_times_is_named: LifetimeTooLong, Token, [InvalidClient, TheirRequest, TimesMissing, SignatureFits, KidFits], 1;
    a_certificate_that_was_revoked_before_its_first_token_is_among_the_causes: CertificateRevoked, Token, [InvalidClient, OurRequest, NeverWorked, UploadedNow, UploadedHere, DatesFit, NotRefreshable], 3;
    an_assertion_that_had_expired_is_named: AssertionExpired, Token, [InvalidClient, TheirRequest, AssertionExpired, SignatureOfAnother, KidFits, LifetimeFits], 1;
    an_assertion_that_has_expired_since_may_have_expired_before: AssertionExpired, Token, [InvalidClient, TheirRequest, AssertionOld, SignatureFits, KidFits, LifetimeFits, DatesFit, WorksHere], 1;
    what_a_library_calls_expired_is_the_assertion: AssertionExpired, Token, [SaidExpired, TheirRequest], 1;
    a_clock_that_is_off_is_named: ClockOff, Token, [InvalidClient, OurRequest, ClockOff, WorkedBefore, Refreshable], 1;
    a_scope_with_blanks_is_malformed: ScopeMalformed, Token, [InvalidScope, TheirRequest, ScopeSeparator], 1;

    a_field_assertion_is_named: FieldsWrong, Token, [InvalidRequest, TheirRequest, FieldIsAssertion], 1;
    a_body_in_json_is_named: BodyNotForm, Token, [InvalidRequest, TheirRequest, BodyIsJson], 1;
    two_ways_to_authenticate_are_named: AuthenticatedTwice, Token, [InvalidRequest, TheirRequest, AuthenticatedTwice], 1;
    a_host_with_an_underscore_is_named: HostWrong, Token, [NoHost, TheirRequest, HostForm], 1;
    no_connection_means_the_network: NoNetwork, Token, [Unreachable, OurRequest], 1;
    a_certificate_of_a_proxy_is_named: Intercepted, Token, [TlsFailed, OurRequest], 1;
    a_proxy_that_asks_for_a_sign_in_is_named: ProxySignIn, Token, [ProxySignIn, TheirRequest, Unreachable], 1;
    too_many_requests_are_named: TooMany, Token, [TooMany, OurRequest], 1;
    a_failing_server_is_named: NetSuiteFailing, Token, [Failing, OurRequest, WorkedBefore], 1;
    a_key_that_the_vault_lost_is_named: KeyGone, Token, [KeyGone, OurRequest], 1;

    a_good_token_refused_lacks_the_login_permission: LoginPermissionMissing, Call, [InvalidToken, OurRequest], 1;
    a_call_forbidden_lacks_a_permission: RestPermissionMissing, Call, [Forbidden, TheirRequest], 1;
    a_role_that_may_not_lacks_rest_web_services: RestPermissionMissing, Call, [RoleMayNot, TokenJustReceived, OurRequest], 1;
    a_named_permission_is_the_one_that_is_missing: RecordPermissionMissing, Call, [Forbidden, NamesPermission, MetadataWorks, OurRequest], 1;
    a_record_that_a_query_does_not_find_may_be_hidden_from_the_role: RecordPermissionMissing, Call, [QueryRecordHidden, MetadataWorks, OurRequest], 1;
    a_record_type_that_is_not_found_is_unknown: RecordUnknown, Call, [RecordNotFound, MetadataWorks, OurRequest], 1;
    a_query_that_is_forbidden_by_name_lacks_workbook: WorkbookPermissionMissing, Call, [Forbidden, NamesWorkbook, MetadataWorks, OurRequest], 1;
    a_disabled_workbook_is_a_feature: WorkbookOff, Call, [FeatureDisabled, NamesWorkbook, MetadataWorks, OurRequest], 1;
    a_query_refused_for_another_reason_has_a_mistake: QueryWrong, Call, [QueryRefused, MetadataWorks, OurRequest], 1;
    a_restlet_that_is_not_found_is_not_deployed: RestletNotDeployed, Call, [RestletNotFound, MetadataWorks, OurRequest], 1;
    a_restlet_that_forbids_does_not_have_the_role_in_its_audience: RestletAudience, Call, [RestletForbidden, MetadataWorks, OurRequest], 1;
    a_restlet_refuses_a_web_services_only_role: WebServicesOnlyRole, Call, [RestletLoginRefused, OurRequest], 1;
    a_restlet_alone_refused_lacks_suitescript: SuiteScriptOff, Call, [RestletUnauthorized, TokenJustReceived, MetadataWorks, OurRequest], 1;
    a_restlet_without_get_is_named: RestletWithoutGet, Call, [MethodNotAllowed, OurRequest], 1;
    a_script_that_failed_is_named: RestletFailed, Call, [ScriptFailed, OurRequest], 1;
    a_token_that_had_expired_is_named: TokenOver, Call, [InvalidToken, TokenExpired, OurRequest], 1;
    a_list_forbidden_lacks_manage_own: ManagePermissionMissing, Endpoint, [Forbidden, OurRequest], 1;
    an_upload_for_another_user_may_be_forbidden: AnotherUsers, Upload, [Forbidden, OurRequest], 3;
    a_token_without_the_scope_is_named: TokenLacksScope, Endpoint, [TokenLacksScope, OurRequest], 1;
    a_token_of_another_system_may_be_too_old: TokenOver, Call, [InvalidToken, TheirRequest], 3;
    a_token_may_be_of_another_kind: TokenOfAnotherKind, Call, [InvalidToken, TheirRequest], 9;
    an_endpoint_that_is_not_there_is_too_new_for_the_account: EndpointMissing, Endpoint, [NotFound, OurRequest], 1;

    a_sixth_certificate_finds_no_slot: SlotsFull, Upload, [SlotsUsed, OurRequest], 1;
    a_refusal_that_speaks_of_a_limit_finds_no_slot: SlotsFull, Upload, [Refused, RefusedAsFull, TheirRequest], 1;
    a_refusal_that_speaks_of_one_in_use_is_of_a_used_certificate: AlreadyMapped, Upload, [Refused, RefusedAsUsed, TheirRequest], 1;
    a_certificate_that_is_listed_is_not_taken_again: AlreadyMapped, Upload, [ListedAlready, OurRequest], 1;
    a_certificate_that_the_list_shows_is_not_taken_again: AlreadyMapped, Upload, [Refused, TheirRequest, ListActive], 1;
    a_public_key_is_no_certificate: NotACertificate, Key, [IsPublicKey, OurRequest], 1;
    a_short_rsa_key_is_refused: KeyKindRefused, Key, [RsaLength, OurRequest], 1;
    an_encrypted_key_is_named: KeyEncrypted, Key, [KeyEncrypted, TheirRequest], 1;
    a_key_that_cannot_be_parsed_is_in_another_form: KeyForm, Key, [KeyNotParsed, TheirRequest], 1;
    a_hyphen_at_the_beginning_is_named: CliHyphen, Token, [CliHyphen, TheirRequest], 1;
    the_suitecloud_cli_cannot_use_an_ec_key: CliNeedsRsa, Token, [CliCertificateFile, TheirRequest, EcKey], 1;
    the_suitecloud_cli_names_a_revoked_certificate: CertificateRevoked, Token, [CliCertificateState, TheirRequest, WorkedBefore, NotRefreshable, DatesFit], 1;
    the_suitecloud_cli_names_an_expired_certificate: CertificateExpired, Token, [CliCertificateState, TheirRequest], 3;
    the_suitecloud_cli_may_ask_another_account: HostWrong, Token, [CliCertificateState, TheirRequest, WorksHere, WorkedBefore, KidFits, DatesFit], 1;
    the_suitecloud_cli_wants_its_passkey: CliPasskey, Token, [CliStorage, TheirRequest], 1;
}

#[test]
fn every_row_has_an_example() {
    for rule in all() {
        let shown = |example: &&Example| {
            let observed = observed(example.signs);
            example.cause == rule.cause
                && rule.during.contains(&example.doing)
                && rule.is_raised(&observed)
                && !rule.is_out(&observed)
        };
        assert!(EXAMPLES.iter().any(|example| shown(&example)), "{:?} has none", rule.cause);
    }
}

#[test]
fn every_row_is_for_something_and_says_each_sign_once() {
    for rule in all() {
        assert!(!rule.during.is_empty() && !rule.raised.is_empty(), "{:?}", rule.cause);
        let signs: Vec<_> = rule.raised.iter().chain(rule.shaped).map(|(sign, _)| *sign).collect();
        let twice = signs.iter().enumerate().find(|(at, sign)| signs[..*at].contains(sign));
        assert!(twice.is_none(), "{:?} says {twice:?} twice", rule.cause);
    }
}

#[test]
fn a_code_leaves_its_own_causes_only() {
    let ranked = ranked(Token, &[InvalidClient, OurRequest, Refreshable, WorkedBefore]);
    assert_eq!(ranked[0].cause, Cause::SandboxRefreshed);
    let signs = observed(&[InvalidClient, OurRequest, Refreshable, WorkedBefore]);
    let settled = settle(ranked, &signs, Code::EntityOrRoleDisabled);
    let causes: Vec<_> = settled.iter().map(|one| one.cause).collect();
    assert_eq!(causes, [Cause::RoleOrEntityInactive]);
}

#[test]
fn a_code_goes_before_what_was_concluded_here() {
    let signs = observed(&[InvalidClient, OurRequest, ClockFits]);
    let settled = settle(rank(Token, &signs), &signs, Code::TokenExpired);
    assert_eq!(settled.len(), 1);
    assert_eq!(settled[0].cause, Cause::ClockOff);
    assert_eq!(settled[0].evidence_against[0].sign, ClockFits, "what speaks against it is told");
}

#[test]
fn what_is_beyond_doubt_stays_where_no_code_is_documented_for_it() {
    let signs = observed(&[InvalidClient, TheirRequest, AudienceDiffers]);
    let settled = settle(rank(Token, &signs), &signs, Code::TokenNotAcceptable);
    assert_eq!(settled[0].cause, Cause::AudienceWrong);
    assert!(settled.iter().any(|one| one.cause == Cause::ClockOff));
}

#[test]
fn every_documented_code_but_one_has_a_cause() {
    let without: Vec<_> =
        Code::ALL.iter().filter(|code| !all().any(|rule| rule.codes.contains(code))).collect();
    assert_eq!(without, [&Code::AuthorizationCodeGrantRequired], "its meaning is not recorded");
}

#[test]
fn a_fresh_token_speaks_against_every_cause_that_would_have_refused_it() {
    for rule in all().filter(|rule| rule.weight(OurRequest) != Some(OUT)) {
        let refuses = rule.raises(InvalidClient) && rule.during.contains(&Token);
        let (before, recently) = (rule.weight(WorkedBefore), rule.weight(WorkedRecently));
        let against =
            recently.is_some_and(|weight| weight < 0 && before.is_none_or(|b| weight <= b));
        assert!(!refuses || against || rule.cause == Cause::CertificateIdWrong, "{:?}", rule.cause);
        assert!(before.is_none() || recently.is_some(), "{:?}", rule.cause);
    }
    let ranked = ranked(Token, &[InvalidClient, OurRequest, Refreshable, WorkedRecently]);
    let against = |one: &Ranked| one.evidence_against.iter().any(|one| one.sign == WorkedRecently);
    assert!(ranked.len() > 1 && ranked.iter().all(against), "{ranked:#?}");
    assert_eq!(ranked.last().unwrap().cause, Cause::SandboxRefreshed, "it loses most");
}

fn certain(doing: Doing, signs: &[Sign]) -> bool {
    crate::diagnosis::is_certain(&ranked(doing, signs))
}

#[test]
fn what_was_seen_of_another_cause_leaves_doubt() {
    let theirs = [InvalidClient, TheirRequest, SignatureOfAnother, KidFits, DatesFit];
    assert!(certain(Token, &theirs));
    for other in [
        AssertionOld,
        AssertionExpired,
        TimesInMilliseconds,
        TimesMissing,
        LifetimeTooLong,
        IssuedAhead,
    ] {
        let signs = [&theirs[..], &[other]].concat();
        assert!(!certain(Token, &signs), "{other:?}");
        let causes: Vec<_> = ranked(Token, &signs).iter().map(|one| one.cause).collect();
        assert!(causes.len() > 1 && causes.contains(&Cause::KeyOfAnotherPair), "{causes:?}");
        let first = other == AssertionOld;
        assert_eq!(causes[0] == Cause::KeyOfAnotherPair, first, "{other:?}: {causes:?}");
        let asked = question::open(Token, &observed(&signs), &ranked(Token, &signs), None);
        assert!(asked.contains(&Question::AuditTrail), "{other:?}: {asked:?}");
    }
}

#[test]
fn what_failed_fits_many_causes_and_takes_no_certainty_from_one() {
    for signs in [
        &[InvalidClient, OurRequest, ListRevoked, WorkedBefore][..],
        &[InvalidClient, TheirRequest, KidMissing, SignatureFits, DatesFit],
        &[NoHost, TheirRequest, HostForm],
        &[InvalidClient, OurRequest, Ended, WorkedBefore],
    ] {
        assert!(certain(Token, signs), "{signs:?}");
    }
}

#[test]
fn a_common_cause_comes_before_a_rare_one_unless_something_speaks_for_that() {
    let rare = [Cause::FeatureOff, Cause::GrantNotTicked, Cause::TooEarly, Cause::MappedToAnother];
    for signs in [
        &[InvalidClient, OurRequest, NeverWorked, IdReadBack, DatesFit, Refreshable][..],
        &[InvalidClient, OurRequest, NeverWorked, NotUploaded, DatesFit, NotRefreshable],
        &[InvalidClient, TheirRequest, NeverWorked, IdReadBack, DatesFit, NotRefreshable],
        &[InvalidClient, OurRequest, WorkedBefore, DatesFit, NotRefreshable],
        &[InvalidClient, OurRequest, WorkedBefore, DatesFit, Refreshable],
        &[InvalidClient, TheirRequest, WorkedBefore, DatesFit, NotRefreshable],
    ] {
        let causes: Vec<_> = ranked(Token, signs).iter().map(|one| one.cause).collect();
        assert!(!rare.contains(&causes[0]) && !rare.contains(&causes[1]), "{signs:?}: {causes:?}");
    }
}

#[test]
fn what_can_be_asked_comes_before_a_guess() {
    let signs = observed(&[InvalidClient, OurRequest, Refreshable, WorkedBefore, ClockFits]);
    let causes = rank(Token, &signs);
    let asks = [Question::List, Question::AuditTrail];
    assert_eq!(question::open(Token, &signs, &causes, None), asks);
    let theirs = observed(&[InvalidClient, TheirRequest, Refreshable, WorkedBefore]);
    let causes = rank(Token, &theirs);
    assert_eq!(question::open(Token, &theirs, &causes, None)[0], Question::TestHere);
}

#[test]
fn nothing_is_asked_that_was_answered_or_would_cut_nothing() {
    let signs = [InvalidClient, OurRequest, Refreshable, WorkedBefore, ClockFits, ListActive];
    let signs = observed(&signs);
    let causes = rank(Token, &signs);
    assert!(causes.len() > 1);
    assert_eq!(question::open(Token, &signs, &causes, None), [Question::AuditTrail]);
    let sure = observed(&[InvalidClient, OurRequest, ListRevoked]);
    assert!(question::open(Token, &sure, &rank(Token, &sure), None).is_empty());
    let one = observed(&[InvalidClient, OurRequest]);
    let settled = settle(rank(Token, &one), &one, Code::EntityOrRoleDisabled);
    assert!(question::open(Token, &one, &settled, Some(Code::EntityOrRoleDisabled)).is_empty());
    let upload = observed(&[Refused, RefusedAsUsed, TheirRequest]);
    let asked = question::open(Upload, &upload, &rank(Upload, &upload), None);
    assert_eq!(asked, [Question::List], "an upload that was refused can be looked up");
    let login = observed(&[InvalidToken, OurRequest]);
    let asked = question::open(Endpoint, &login, &rank(Endpoint, &login), None);
    assert_eq!(asked, [Question::AuditTrail], "it was the list that was refused");
}

#[test]
fn nothing_seen_means_no_cause() {
    assert!(
        ranked(Token, &[OurRequest, WorkedBefore, Refreshable, PairFits, ClockFits]).is_empty()
    );
}
