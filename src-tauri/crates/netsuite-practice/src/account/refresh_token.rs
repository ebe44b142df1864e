//! Issues, uses and revokes refresh tokens of the authorization code grant (Oracle, section_158082518856).

use serde::{Deserialize, Serialize};
use time::{Duration, OffsetDateTime};

use super::Account;
use super::authorization::Authorization;
use super::integration::{Integration, Scope, sha256_hex};
use crate::random;

/// A refresh token that may still be used. The token itself is not kept.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RefreshToken {
    sha256: String,
    /// Common to all tokens that come from one consent.
    family: String,
    client_id: String,
    entity: i64,
    role: i64,
    scopes: Vec<Scope>,
    #[serde(with = "time::serde::rfc3339")]
    expires: OffsetDateTime,
    /// After this, a public client's tokens are not replaced any more.
    #[serde(with = "time::serde::rfc3339")]
    rotates_until: OffsetDateTime,
}

impl RefreshToken {
    /// What an access token issued for it stands for.
    fn authorization(&self, record: &Integration) -> Authorization {
        Authorization {
            client_id: self.client_id.clone(),
            application_id: record.application_id.clone(),
            entity: self.entity,
            role: self.role,
            scopes: self.scopes.clone(),
            family: Some(self.family.clone()),
        }
    }
}

impl Account {
    /// Makes the first refresh token of a consent, and returns it.
    pub(crate) fn add_refresh_token(
        &mut self,
        authorization: &Authorization,
        is_public: bool,
        now: OffsetDateTime,
    ) -> String {
        let rotates_until = now.saturating_add(ROTATION);
        self.store_refresh_token(authorization, is_public, now, rotates_until)
    }

    /// Uses a refresh token. Returns what the access token stands for and, for a public client, the next refresh token.
    ///
    /// `None` when the token is unknown, used up, expired, or another client's.
    pub(crate) fn use_refresh_token(
        &mut self,
        token: &str,
        record: &Integration,
        now: OffsetDateTime,
    ) -> Option<(Authorization, Option<String>)> {
        self.refresh_tokens.retain(|kept| kept.expires > now);
        let index = self.find(token, record)?;
        let kept = self.refresh_tokens[index].clone();
        let authorization = kept.authorization(record);
        if !record.settings.public_client {
            return Some((authorization, None));
        }
        self.refresh_tokens.remove(index);
        let next = self.store_refresh_token(&authorization, true, now, kept.rotates_until);
        Some((authorization, Some(next)))
    }

    /// Revokes a refresh token and returns its family, whose access tokens end with it.
    pub(crate) fn revoke_refresh_token(
        &mut self,
        token: &str,
        record: &Integration,
    ) -> Option<String> {
        let index = self.find(token, record)?;
        Some(self.refresh_tokens.remove(index).family)
    }

    fn find(&self, token: &str, record: &Integration) -> Option<usize> {
        let sha256 = sha256_hex(token);
        self.refresh_tokens
            .iter()
            .position(|kept| kept.sha256 == sha256 && kept.client_id == record.consumer_key)
    }

    fn store_refresh_token(
        &mut self,
        authorization: &Authorization,
        is_public: bool,
        now: OffsetDateTime,
        rotates_until: OffsetDateTime,
    ) -> String {
        let token = random::base64url::<48>();
        let expires = if is_public {
            now.saturating_add(PUBLIC).min(rotates_until)
        } else {
            now.saturating_add(CONFIDENTIAL)
        };
        self.refresh_tokens.push(RefreshToken {
            sha256: sha256_hex(&token),
            family: authorization.family.clone().unwrap_or_default(),
            client_id: authorization.client_id.clone(),
            entity: authorization.entity,
            role: authorization.role,
            scopes: authorization.scopes.clone(),
            expires,
            rotates_until,
        });
        token
    }
}

/// How long a confidential client's token lives.
const CONFIDENTIAL: Duration = Duration::days(7);
/// The default of Refresh Token Validity (In Hours), for public clients.
const PUBLIC: Duration = Duration::hours(48);
/// The default of Maximum Time For Token Rotation (In Hours).
const ROTATION: Duration = Duration::hours(168);
