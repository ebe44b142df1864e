//! Which Certificate ID a private key belongs to, in a project that somebody else began.
//!
//! A certificate answers that without a request, wherever it is at hand: its ID is its thumbprint
//! (facts A.5). Only where none is, the key may be tried with NetSuite: under a few IDs, one after
//! the other, after the user agreed. Each refused attempt stands in the Login Audit Trail.

use std::time::Duration;

use netsuite_client::{Assertion, CertificateState, Claims, NetSuite, Refusal, ScopeForm};
use netsuite_keys::certificate::{Certificate, CertificateId};
use netsuite_keys::key::PrivateKey;
use time::OffsetDateTime;

use crate::connection::Connection;
use crate::error::{Error, KeysError, NetSuiteError, Result};
use crate::netsuite::listing::Listing;
use crate::netsuite::proof::CLOCK_TOLERANCE;

/// A certificate that this computer knows, and its ID: as NetSuite gave it, else as predicted.
pub type AtHand = (CertificateId, Certificate);

/// What some Certificate IDs have to do with a key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prospect {
    /// The one that is the key's own: a certificate at hand has it.
    pub found: Option<CertificateId>,
    /// Those that may be, in their order. None where one is found.
    pub candidates: Vec<CertificateId>,
}

impl Prospect {
    /// Looks through a list. `at_hand` are all certificates that this computer knows: of one that
    /// is another key's, the ID is no candidate. Nor is one that NetSuite would refuse anyway.
    #[must_use]
    pub fn in_list(key: &PrivateKey, at_hand: &[AtHand], listing: &Listing) -> Self {
        let kind = if key.key_type().is_rsa() { "RSA" } else { "EC" };
        let found = own(key, at_hand, listing.rows.iter().map(|row| &row.listed.certificate_id));
        let can_serve = listing.rows.iter().filter(|row| {
            let algorithm = row.listed.algorithm.as_deref();
            row.state == CertificateState::Active
                && algorithm.is_none_or(|it| it.eq_ignore_ascii_case(kind))
        });
        Self::of(found, at_hand, can_serve.map(|row| &row.listed.certificate_id))
    }

    /// Looks through IDs that were copied from NetSuite's page.
    #[must_use]
    pub fn among(key: &PrivateKey, at_hand: &[AtHand], ids: &[CertificateId]) -> Self {
        Self::of(own(key, at_hand, ids.iter()), at_hand, ids.iter())
    }

    fn of<'a>(
        found: Option<CertificateId>,
        at_hand: &[AtHand],
        ids: impl Iterator<Item = &'a CertificateId>,
    ) -> Self {
        let mut candidates = Vec::new();
        for id in ids {
            let known = at_hand.iter().any(|(known, _)| known == id);
            if found.is_none() && !known && !candidates.contains(id) {
                candidates.push(id.clone());
            }
        }
        Self { found, candidates }
    }
}

/// The Certificate IDs in a text, such as rows that were copied from NetSuite's page.
///
/// # Errors
/// [`KeysError::CertificateIdInvalid`] when there is none.
pub fn ids_in(text: &str) -> Result<Vec<CertificateId>> {
    let word = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let words = text.split(|c| !word(c));
    let ids: Vec<_> = words.filter_map(|word| CertificateId::parse(word).ok()).collect();
    if ids.is_empty() {
        return Err(Error::Keys(KeysError::CertificateIdInvalid {
            length: text.trim().chars().count(),
        }));
    }
    Ok(ids)
}

/// Requests a token with the key under one ID, once: whether NetSuite gives it. The token is
/// dropped.
///
/// # Errors
/// What went wrong on the way, and a refusal that has another reason than the ID: one that blames
/// the scope, or one that came to a clock that is off.
pub async fn try_one(
    netsuite: &NetSuite,
    connection: &Connection,
    key: &PrivateKey,
    id: &CertificateId,
    now: OffsetDateTime,
) -> Result<bool> {
    let client_id = connection.needed_client_id()?;
    // One scope is enough, and has but one form.
    let scopes: Vec<_> =
        connection.integration.scopes.iter().take(1).map(|it| it.as_str()).collect();
    let claims = Claims {
        client_id: client_id.as_str(),
        audience: &netsuite.token_url(),
        scopes: &scopes,
        scope_form: ScopeForm::Array,
    };
    let algorithm = key.key_type().algorithms().first().copied();
    let algorithm = algorithm.ok_or(KeysError::AlgorithmNotForKey)?;
    let assertion = Assertion::sign(key, algorithm, id, claims, now)?;
    match netsuite.request_token(&assertion).await {
        Ok(_) => Ok(true),
        Err(NetSuiteError::TokenRefused(refusal)) if !has_another_reason(&refusal) => Ok(false),
        Err(other) => Err(other.into()),
    }
}

fn has_another_reason(refusal: &Refusal) -> bool {
    let skew = refusal.clock_skew.unwrap_or(0).abs();
    refusal.error.as_deref() == Some("invalid_scope") || skew > CLOCK_TOLERANCE.whole_seconds()
}

/// The first ID that a certificate of the key has.
fn own<'a>(
    key: &PrivateKey,
    at_hand: &[AtHand],
    mut ids: impl Iterator<Item = &'a CertificateId>,
) -> Option<CertificateId> {
    let of_key: Vec<_> = at_hand.iter().filter(|(_, it)| key.matches(it)).collect();
    ids.find(|id| of_key.iter().any(|(own, _)| own == *id)).cloned()
}

/// IDs that are tried on one word of the user. Nobody documents how many refused attempts NetSuite
/// takes before it locks something out.
pub const MOST_TRIALS: usize = 5;
/// Between two attempts.
pub const PACE: Duration = Duration::from_secs(3);
