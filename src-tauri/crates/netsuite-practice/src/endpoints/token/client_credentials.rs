//! The client credentials grant (RFC 7523): checks every documented rule for the client assertion.
//!
//! Rules: Oracle, section_162755359851 and section_162790605110. Codes of the audit trail:
//! subsect_158324637123. Oracle gives no error table for this grant. The OAuth error of each refusal is
//! therefore what RFC 6749 and RFC 7523 say, except where reports of other answers exist (`server_error`).

use serde_json::Value;
use time::{Duration, OffsetDateTime};

use super::{Fields, TokenDecision};
use crate::account::Account;
use crate::account::audit::{AuditDetail, AuditEntry, AuditedRequest, ScopeForm};
use crate::account::authorization::Authorization;
use crate::account::integration::{Integration, Scope};
use crate::account::mapping::Mapping;
use crate::error_response::OauthError;
use crate::jws::{Algorithm, Jws};

/// What an assertion is checked against, beside the account.
pub(crate) struct AssertionRules<'a> {
    /// The URL that was posted to.
    pub(crate) audience: &'a str,
    pub(crate) now: OffsetDateTime,
    /// Refuses certificates younger than this, when told to misbehave.
    pub(crate) refuse_younger_than: Option<Duration>,
}

type Refusal = (OauthError, AuditDetail);

impl AssertionRules<'_> {
    /// Checks a request. Changes nothing.
    pub(crate) fn check(&self, account: &Account, fields: &Fields) -> TokenDecision {
        // A request that cannot be read leaves no line: no code is documented for it.
        let Some(jws) = assertion(fields) else {
            return TokenDecision { entry: None, outcome: Err(OauthError::InvalidRequest) };
        };
        let mut entry = AuditEntry::refused(self.now, AuditedRequest::ClientCredentials);
        let outcome = match self.check_assertion(account, &jws, &mut entry) {
            Ok(authorization) => {
                entry.granted = true;
                Ok(authorization)
            }
            Err((error, detail)) => {
                entry.detail = Some(detail);
                Err(error)
            }
        };
        TokenDecision { entry: Some(entry), outcome }
    }

    fn check_assertion(
        &self,
        account: &Account,
        jws: &Jws,
        entry: &mut AuditEntry,
    ) -> Result<Authorization, Refusal> {
        let text = |name: &str| {
            jws.header.get(name).and_then(Value::as_str).filter(|value| !value.is_empty())
        };

        // RS256 and its like: reported as 500.
        let algorithm = text("alg")
            .and_then(Algorithm::named)
            .ok_or((OauthError::ServerError, AuditDetail::UnsupportedAlgo))?;
        let certificate_id =
            text("kid").ok_or((OauthError::InvalidClient, AuditDetail::MissingKeyId))?;
        entry.certificate_id = Some(certificate_id.to_owned());

        let record = issuer(account, jws)?;
        entry.application = Some(record.settings.name.clone());
        if !account.features.oauth2 {
            return Err((OauthError::InvalidClient, AuditDetail::FeatureDisabled));
        }
        if !record.is_enabled() {
            return Err((OauthError::InvalidClient, AuditDetail::IntegrationBlocked));
        }
        if !record.settings.client_credentials {
            return Err((OauthError::UnauthorizedClient, AuditDetail::InvalidIntegration));
        }

        let mapping = self.mapping(account, certificate_id)?;
        if mapping.integration != record.id {
            return Err((OauthError::InvalidClient, AuditDetail::InvalidIntegration));
        }
        let certificate = mapping
            .certificate()
            .map_err(|_| (OauthError::InvalidClient, AuditDetail::MissingKey))?;
        if !jws.is_signed_by(algorithm, &certificate.key) {
            return Err((OauthError::InvalidClient, AuditDetail::SignatureValidation));
        }

        self.check_audience_and_times(jws)?;
        let (scopes, form) = scopes(jws)?;
        entry.scope_form = Some(form);
        check_scopes(account, record, &scopes)?;

        entry.entity = account.entity(mapping.entity).map(|entity| entity.name.clone());
        entry.role = account.role(mapping.role).map(|role| role.name.clone());
        account
            .login(mapping.entity, mapping.role)
            .ok_or((OauthError::InvalidClient, AuditDetail::EntityOrRoleDisabled))?;
        Ok(Authorization {
            client_id: record.consumer_key.clone(),
            application_id: record.application_id.clone(),
            entity: mapping.entity,
            role: mapping.role,
            scopes,
            family: None,
        })
    }

    /// The mapping of a Certificate ID, if it is neither revoked nor expired.
    fn mapping<'a>(
        &self,
        account: &'a Account,
        certificate_id: &str,
    ) -> Result<&'a Mapping, Refusal> {
        account
            .mapping(certificate_id)
            .filter(|mapping| mapping.is_valid(self.now))
            .filter(|mapping| {
                self.refuse_younger_than.is_none_or(|age| mapping.created + age <= self.now)
            })
            .ok_or((OauthError::InvalidClient, AuditDetail::MissingKey))
    }

    fn check_audience_and_times(&self, jws: &Jws) -> Result<(), Refusal> {
        let refused = |detail| Err((OauthError::InvalidClient, detail));
        // No code is documented for a wrong audience; this one comes nearest.
        if jws.claims.get("aud").and_then(Value::as_str) != Some(self.audience) {
            return refused(AuditDetail::TokenNotAcceptable);
        }
        let moment = |name| jws.claims.get(name).and_then(Value::as_i64);
        let (Some(iat), Some(exp)) = (moment("iat"), moment("exp")) else {
            return refused(AuditDetail::TokenNotAcceptable);
        };
        let now = self.now.unix_timestamp();
        if iat > now {
            return refused(AuditDetail::TokenNotAcceptable);
        }
        if exp.saturating_sub(iat) >= LONGEST {
            return refused(AuditDetail::TokenValidityTooBroad);
        }
        if exp <= now {
            return refused(AuditDetail::TokenExpired);
        }
        Ok(())
    }
}

/// The assertion of a well-formed request.
fn assertion(fields: &Fields) -> Option<Jws> {
    (fields.get("client_assertion_type")? == ASSERTION_TYPE).then_some(())?;
    let jws = Jws::parse(fields.get("client_assertion")?)?;
    (jws.header.get("typ").and_then(Value::as_str) == Some("JWT")).then_some(jws)
}

/// The record whose Consumer Key is the issuer.
fn issuer<'a>(account: &'a Account, jws: &Jws) -> Result<&'a Integration, Refusal> {
    let Some(iss) = jws.claims.get("iss").and_then(Value::as_str) else {
        return Err((OauthError::InvalidClient, AuditDetail::InvalidIssuer));
    };
    // An unknown client is reported as 500, and so is the Application ID in its place.
    account.integration_of_client(iss).ok_or((OauthError::ServerError, AuditDetail::InvalidIssuer))
}

/// The scopes and how they were written. Oracle's table says a string with commas, Oracle's sample an array.
fn scopes(jws: &Jws) -> Result<(Vec<Scope>, ScopeForm), Refusal> {
    let refused = (OauthError::InvalidScope, AuditDetail::InvalidScope);
    let (values, form): (Vec<&str>, _) = match jws.claims.get("scope") {
        Some(Value::String(text)) if text.contains(',') => {
            (text.split(',').collect(), ScopeForm::CommaSeparated)
        }
        Some(Value::String(text)) => (vec![text], ScopeForm::Single),
        Some(Value::Array(values)) => (
            values.iter().map(|value| value.as_str().unwrap_or_default()).collect(),
            ScopeForm::Array,
        ),
        _ => return Err(refused),
    };
    let scopes: Option<Vec<_>> = values.into_iter().map(Scope::named).collect();
    scopes.filter(|scopes| !scopes.is_empty()).map(|scopes| (scopes, form)).ok_or(refused)
}

fn check_scopes(account: &Account, record: &Integration, scopes: &[Scope]) -> Result<(), Refusal> {
    if !scopes.iter().all(|scope| record.settings.scopes.contains(scope)) {
        return Err((OauthError::InvalidScope, AuditDetail::ScopeMismatched));
    }
    // SuiteAnalytics Connect has no box among those of the practice account.
    let offered = |scope: &Scope| match scope {
        Scope::RestWebservices => account.features.rest_web_services,
        Scope::Restlets => {
            account.features.client_suitescript && account.features.server_suitescript
        }
        Scope::SuiteAnalytics => true,
    };
    if !scopes.iter().all(offered) {
        return Err((OauthError::InvalidClient, AuditDetail::FeatureDisabled));
    }
    Ok(())
}

const ASSERTION_TYPE: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/// Seconds; an assertion must end sooner than this after `iat`.
const LONGEST: i64 = 60 * 60;
