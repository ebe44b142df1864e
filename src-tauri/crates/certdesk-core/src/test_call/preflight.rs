//! What the role and the account need for the connection's scopes, beside what calls have proven.
//!
//! Sources: <https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/article_5085602973.html> for
//! REST web services, section_157771482304 for RESTlets, article_0907012731 for SuiteAnalytics Connect.

use netsuite_client::Scope;
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::cause::Cause;
use crate::connection::{CallRecord, Connection, ReadKind};

/// Something that is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "PreflightNeed"))]
#[serde(rename_all = "kebab-case")]
pub enum Need {
    /// The feature OAuth 2.0.
    #[serde(rename = "feature-oauth2")]
    FeatureOauth2,
    /// The permission Log in using OAuth 2.0 Access Tokens.
    #[serde(rename = "permission-oauth2-login")]
    PermissionOauth2Login,
    /// The feature REST Web Services.
    FeatureRestWebServices,
    /// The permission REST Web Services.
    PermissionRestWebServices,
    /// The permission for a record type.
    PermissionRecord,
    /// The feature SuiteAnalytics Workbook, for queries.
    FeatureWorkbook,
    /// The permission SuiteAnalytics Workbook, for queries.
    PermissionWorkbook,
    /// The features Client SuiteScript and Server SuiteScript.
    FeatureSuiteScript,
    /// A deployed RESTlet with the role in its audience.
    RestletAccess,
    /// The scope SuiteAnalytics Connect.
    ScopeConnect,
    /// The permission SuiteAnalytics Connect.
    PermissionConnect,
}

/// What is known of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "PreflightProof"))]
#[serde(rename_all = "kebab-case")]
pub enum Proof {
    /// A call or a token has proven it.
    Works,
    /// A call was refused, most likely for want of it.
    Refused,
    /// A call that would tell wasn't made yet.
    Untested,
    /// No call tells.
    Unchecked,
}

/// One thing that is needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which.
    pub need: Need,
    /// What is known of it.
    pub proof: Proof,
    /// Since when.
    pub at: Option<OffsetDateTime>,
    /// The record type, or script and deployment, where one was named.
    pub subject: Option<String>,
}

/// What the connection's scopes need, in the order in which a call needs it.
#[must_use]
pub fn preflight(connection: &Connection) -> Vec<Line> {
    let scopes = &connection.integration.scopes;
    let mut needs = Vec::new();
    if !scopes.is_empty() {
        needs.extend([Need::FeatureOauth2, Need::PermissionOauth2Login]);
    }
    if scopes.contains(&Scope::RestWebservices) {
        needs.extend([
            Need::FeatureRestWebServices,
            Need::PermissionRestWebServices,
            Need::PermissionRecord,
            Need::FeatureWorkbook,
            Need::PermissionWorkbook,
        ]);
    }
    if scopes.contains(&Scope::Restlets) {
        needs.extend([Need::FeatureSuiteScript, Need::RestletAccess]);
    }
    if scopes.contains(&Scope::SuiteAnalytics) {
        needs.extend([Need::ScopeConnect, Need::PermissionConnect]);
    }
    needs.into_iter().map(|need| line(connection, need)).collect()
}

fn line(connection: &Connection, need: Need) -> Line {
    let token = connection.last_proof.as_ref().filter(|_| connection.last_refusal.is_none());
    let proven = |at| Line { need, proof: Proof::Works, at: Some(at), subject: None };
    let without = |proof| Line { need, proof, at: None, subject: None };
    match need {
        Need::FeatureOauth2 => {
            token.map_or_else(|| without(Proof::Untested), |token| proven(token.at))
        }
        Need::ScopeConnect => {
            let scope = Scope::SuiteAnalytics.as_str();
            let granted =
                token.filter(|token| token.who.scopes.iter().any(|granted| granted == scope));
            granted.map_or_else(|| without(Proof::Untested), |token| proven(token.at))
        }
        Need::PermissionConnect => without(Proof::Unchecked),
        _ => by_calls(connection, need),
    }
}

/// The newest call that says something about it.
fn by_calls(connection: &Connection, need: Need) -> Line {
    let told = connection.calls.iter().filter_map(|call| Some((call, says(need, call)?)));
    let Some((call, works)) = told.max_by_key(|(call, _)| call.at) else {
        return Line { need, proof: Proof::Untested, at: None, subject: None };
    };
    let named = matches!(need, Need::PermissionRecord | Need::RestletAccess);
    Line {
        need,
        proof: if works { Proof::Works } else { Proof::Refused },
        at: Some(call.at),
        subject: named.then(|| call.subject.clone()).filter(|subject| !subject.is_empty()),
    }
}

/// Whether a call proves it, was refused for want of it, or says nothing about it.
fn says(need: Need, call: &CallRecord) -> Option<bool> {
    let lacks =
        |causes: &[Cause]| call.cause().filter(|cause| causes.contains(cause)).map(|_| false);
    let web_services = call.read != ReadKind::Restlet;
    let works = |applies: bool| (applies && call.works()).then_some(true);
    match need {
        Need::PermissionOauth2Login => works(true)
            .or_else(|| lacks(&[Cause::LoginPermissionMissing]))
            .or_else(|| past_login(call)),
        Need::FeatureRestWebServices => works(web_services)
            .or_else(|| lacks(&[Cause::FeatureOff]).filter(|_| web_services))
            .or_else(|| past_web_services(call)),
        Need::PermissionRestWebServices => works(web_services)
            .or_else(|| lacks(&[Cause::RestPermissionMissing]))
            .or_else(|| past_web_services(call)),
        Need::PermissionRecord => works(call.read == ReadKind::Record)
            .or_else(|| lacks(&[Cause::RecordPermissionMissing])),
        Need::FeatureWorkbook => {
            works(call.read == ReadKind::Query).or_else(|| lacks(&[Cause::WorkbookOff]))
        }
        Need::PermissionWorkbook => works(call.read == ReadKind::Query)
            .or_else(|| lacks(&[Cause::WorkbookPermissionMissing])),
        Need::FeatureSuiteScript => {
            works(!web_services).or_else(|| lacks(&[Cause::SuiteScriptOff]))
        }
        Need::RestletAccess => works(!web_services).or_else(|| {
            lacks(&[Cause::RestletNotDeployed, Cause::RestletAudience, Cause::WebServicesOnlyRole])
        }),
        Need::FeatureOauth2 | Need::ScopeConnect | Need::PermissionConnect => None,
    }
}

/// Refused for something that is only looked at once the sign-in has passed.
fn past_login(call: &CallRecord) -> Option<bool> {
    past_web_services(call).or_else(|| {
        matches!(
            call.cause(),
            Some(Cause::RestPermissionMissing | Cause::RestletNotDeployed | Cause::RestletAudience)
        )
        .then_some(true)
    })
}

fn past_web_services(call: &CallRecord) -> Option<bool> {
    matches!(
        call.cause(),
        Some(
            Cause::RecordPermissionMissing | Cause::WorkbookPermissionMissing | Cause::WorkbookOff
        )
    )
    .then_some(true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::connection::{CallOutcome, CredentialId};
    use time::macros::datetime;

    fn with_scopes(scopes: &[Scope]) -> Connection {
        let mut connection =
            Connection::new("Northwind", false, datetime!(2026-11-28 09:00 UTC)).unwrap();
        connection.integration.scopes = scopes.to_vec();
        connection
    }

    fn call(read: ReadKind, cause: Option<Cause>) -> CallRecord {
        let credential = CredentialId::try_from("0".repeat(32)).unwrap();
        let refused =
            CallOutcome::Refused { status: 403, code: None, detail: String::new(), cause };
        let outcome = if cause.is_some() { refused } else { CallOutcome::Works };
        let at = datetime!(2026-11-28 09:00 UTC);
        CallRecord { at, read, subject: "customer".to_owned(), credential, outcome }
    }

    fn of(connection: &Connection, need: Need) -> Proof {
        preflight(connection).into_iter().find(|line| line.need == need).unwrap().proof
    }

    #[test]
    fn only_what_the_scopes_need_is_listed() {
        assert!(preflight(&with_scopes(&[])).is_empty());
        let restlets = preflight(&with_scopes(&[Scope::Restlets]));
        let needs: Vec<_> = restlets.iter().map(|line| line.need).collect();
        assert_eq!(
            needs,
            [
                Need::FeatureOauth2,
                Need::PermissionOauth2Login,
                Need::FeatureSuiteScript,
                Need::RestletAccess
            ]
        );
        assert!(restlets.iter().all(|line| line.proof == Proof::Untested));
    }

    #[test]
    fn metadata_that_was_read_proves_the_sign_in_and_rest_web_services_and_no_more() {
        let mut connection = with_scopes(&[Scope::RestWebservices]);
        connection.record_call(call(ReadKind::Metadata, None));
        assert_eq!(of(&connection, Need::PermissionOauth2Login), Proof::Works);
        assert_eq!(of(&connection, Need::PermissionRestWebServices), Proof::Works);
        assert_eq!(of(&connection, Need::PermissionRecord), Proof::Untested);
        assert_eq!(of(&connection, Need::PermissionWorkbook), Proof::Untested);
    }

    #[test]
    fn a_refused_call_names_what_is_missing_and_proves_what_came_before_it() {
        let mut connection = with_scopes(&[Scope::RestWebservices, Scope::Restlets]);
        connection.record_call(call(ReadKind::Query, Some(Cause::WorkbookPermissionMissing)));
        assert_eq!(of(&connection, Need::PermissionWorkbook), Proof::Refused);
        assert_eq!(of(&connection, Need::PermissionRestWebServices), Proof::Works);
        connection.record_call(call(ReadKind::Restlet, Some(Cause::RestletAudience)));
        assert_eq!(of(&connection, Need::RestletAccess), Proof::Refused);
        let login = Some(Cause::LoginPermissionMissing);
        let mut other = with_scopes(&[Scope::RestWebservices]);
        other.record_call(call(ReadKind::Metadata, login));
        assert_eq!(of(&other, Need::PermissionOauth2Login), Proof::Refused);
        assert_eq!(of(&other, Need::PermissionRestWebServices), Proof::Untested);
    }

    #[test]
    fn of_suiteanalytics_connect_only_the_scope_can_be_checked() {
        let connection = with_scopes(&[Scope::SuiteAnalytics]);
        assert_eq!(of(&connection, Need::ScopeConnect), Proof::Untested);
        assert_eq!(of(&connection, Need::PermissionConnect), Proof::Unchecked);
    }
}
