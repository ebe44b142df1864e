//! What requests to the certificates endpoint are made with: the session of a browser sign-in, or else a token
//! by a certificate of the connection itself.

use std::sync::Arc;

use certdesk_core::connection::{
    Connection, ConnectionId, Credential, CredentialState, Event, SignInSecret,
};
use certdesk_core::diagnosis::Doing;
use certdesk_core::error::{ConnectionError, SignInError};
use certdesk_core::netsuite::access::Bearer;
use certdesk_core::{Error, Result, vault};
use netsuite_client::REDIRECT_URI;
use netsuite_client::sign_in::{Callback, RefreshToken, Session, SignIn};
use netsuite_keys::certificate::CertificateId;
use time::OffsetDateTime;

use crate::failure::{ConnectionFailure, Failure, RevokeFailure};
use crate::ipc::access::{Access, AccessView};
use crate::link_registration;
use crate::state::browser_sessions::{IntegrationRecord, OpenSession, SignInOptions};
use crate::state::{AppState, blocking};

impl AppState {
    /// A token for the certificates endpoint of a connection's integration record.
    ///
    /// In this order: who is signed in to the record, renewed where the user wanted to stay signed
    /// in; who is signed in to another record of the account; a token by a proven certificate of
    /// the connection, but never by the one to `avoid`, which is about to be revoked.
    ///
    /// Fails with [`ConnectionError::SignInNeeded`] where there is nothing of that, with
    /// [`SignInError::Ended`] where there was.
    pub(crate) async fn bearer(
        &self,
        connection: &Connection,
        avoid: Option<&CertificateId>,
    ) -> Result<Bearer> {
        let (record, now) = (IntegrationRecord::of(connection)?, OffsetDateTime::now_utc());
        match self.session(connection, &record, now).await {
            Ok(Some(open)) => return Ok(Bearer::of_session(&open.session)),
            Ok(None) => {}
            Err(Error::SignIn(SignInError::Ended)) => {}
            Err(other) => return Err(other),
        }
        if let Some(credential) = signer(connection, avoid, now) {
            let netsuite = self.netsuite(connection).await?;
            let (place, entry) = (credential.vault, credential.key.clone());
            let vaults = Arc::clone(&self.vaults);
            let key = blocking(move || vault::load(&*vaults.of(place)?, &entry)).await?;
            return Bearer::by_certificate(&netsuite, connection, credential, &key, now).await;
        }
        let was = self.browser_sessions.of(&record).is_some()
            || connection.sign_in_entry(SignInSecret::RefreshToken).is_some();
        Err(if was {
            Error::SignIn(SignInError::Ended)
        } else {
            Error::Connection(ConnectionError::SignInNeeded)
        })
    }

    /// A token to read the list with while a certificate is in doubt, and whether it was issued for
    /// the connection's own record. None where nobody is signed in and no other certificate serves.
    pub(crate) async fn bearer_to_read_with(
        &self,
        connection: &Connection,
        in_doubt: Option<&CertificateId>,
    ) -> Option<(Bearer, bool)> {
        let bearer = self.bearer(connection, in_doubt).await.ok()?;
        let record = IntegrationRecord::of(connection).ok()?;
        let signed_in = self.browser_sessions.live(&record, OffsetDateTime::now_utc()).is_some();
        let own_record = bearer.came_from.is_some() || signed_in;
        Some((bearer, own_record))
    }

    /// What the next request would be made with, without asking anybody.
    pub(crate) fn access(&self, connection: &Connection) -> AccessView {
        self.access_without(connection, None)
    }

    /// The same where a certificate is not to be asked with, because it is to be revoked.
    pub(crate) fn access_without(
        &self,
        connection: &Connection,
        avoid: Option<&CertificateId>,
    ) -> AccessView {
        let integration = &connection.integration;
        let page = integration.redirect_page.as_ref();
        AccessView {
            by: self.access_by(connection, avoid),
            waiting: self.browser_sessions.waiting(&connection.id),
            redirect_uri: page.map_or_else(|| REDIRECT_URI.to_owned(), ToString::to_string),
            app_redirect_uri: REDIRECT_URI,
            page: page.map(ToString::to_string),
            practice_page: connection.practice.then_some(netsuite_practice::REDIRECT_PAGE),
            links: link_registration::view(),
            public_client: integration.public_client,
            has_client_secret: integration.client_secret.is_some(),
            stays_signed_in: integration.refresh_token.is_some(),
        }
    }

    /// What keeps a certificate from being revoked now, without asking anybody.
    pub(crate) fn revoke_obstacle(
        &self,
        connection: &Connection,
        id: &CertificateId,
    ) -> Option<Failure> {
        match self.access_by(connection, Some(id)) {
            Access::SignIn { .. } | Access::Certificate { .. } => None,
            Access::None => Some(match self.access_by(connection, None) {
                Access::Certificate { .. } => Failure::Revoke(RevokeFailure::RevokesItself),
                Access::SignIn { .. } | Access::None => {
                    Failure::Connection(ConnectionFailure::SignInNeeded)
                }
            }),
        }
    }

    fn access_by(&self, connection: &Connection, avoid: Option<&CertificateId>) -> Access {
        let now = OffsetDateTime::now_utc();
        if let Ok(record) = IntegrationRecord::of(connection) {
            let own = self.browser_sessions.of(&record);
            if let Some(own) = own.as_ref().filter(|own| !own.session.is_over(now)) {
                return signed_in(&own.session, false);
            }
            if connection.sign_in_entry(SignInSecret::RefreshToken).is_some() {
                // Renewed with the next request; until then nobody but NetSuite knows as whom.
                return own.map_or_else(
                    || Access::SignIn {
                        role: None,
                        entity: None,
                        account: Some(record.account.to_string()),
                        scopes: Vec::new(),
                        expires_at: now,
                        of_another_record: false,
                    },
                    |own| signed_in(&own.session, false),
                );
            }
            if let Some(other) = self.browser_sessions.of_another_record(&record, now) {
                return signed_in(&other.session, true);
            }
        }
        let Some(credential) = signer(connection, avoid, now) else {
            return Access::None;
        };
        let proof = connection.last_proof.as_ref();
        let who = proof.filter(|proof| proof.credential == credential.id).map(|proof| &proof.who);
        Access::Certificate {
            credential_id: credential.id.clone(),
            certificate_id: credential.certificate_id().to_string(),
            role: who.and_then(|who| who.role.clone()),
            entity: who.and_then(|who| who.entity.clone()),
        }
    }

    /// The browser came back, by itself or by paste: finishes the sign-in that it answers. The
    /// connection is named also where that failed, if it is known.
    pub(crate) async fn finish_sign_in(
        &self,
        only: Option<&ConnectionId>,
        callback: Callback,
    ) -> Result<ConnectionId, (Option<ConnectionId>, Error)> {
        let taken = self.browser_sessions.take(only, &callback);
        let (id, sign_in, options) = taken.map_err(|error| (only.cloned(), error))?;
        let finished = self.finish(&id, sign_in, options, callback).await;
        match self.record_outcome(&id, Doing::SignIn, None, finished) {
            Ok(()) => Ok(id),
            Err(failure) => Err((Some(id), failure)),
        }
    }

    async fn finish(
        &self,
        id: &ConnectionId,
        sign_in: SignIn,
        options: SignInOptions,
        callback: Callback,
    ) -> Result<()> {
        let connection = self.read(id).await?;
        let record = IntegrationRecord::of(&connection)?;
        if (&record.account, &record.client_id) != (sign_in.account(), &sign_in.client().id) {
            // The connection was changed meanwhile: this answer is no longer its own.
            return Err(SignInError::NotAsked.into());
        }
        let netsuite = self.netsuite(&connection).await?;
        let secret = sign_in.client().secret.as_ref().filter(|_| options.keep_client_secret);
        let secret = secret.map(netsuite_client::sign_in::ClientSecret::to_entry);
        let now = OffsetDateTime::now_utc();
        let mut session = sign_in.finish(&netsuite, callback, now).await?;
        // In the vault, or in memory for the one use of ending the session: never in both.
        let refresh = session.refresh.take_if(|_| options.stay_signed_in);

        let _one = self.browser_sessions.renewing.lock().await;
        let (role, entity) = (session.role, session.entity);
        self.browser_sessions.open(record, session, id.clone());
        let signed_in = Event::SignedIn {
            role: role.map(|id| id.to_string()),
            entity: entity.map(|id| id.to_string()),
        };
        self.update(id, move |connection| {
            connection.note(now, signed_in);
            Ok(())
        })
        .await?;
        if let Some(secret) = secret {
            let reserved = self.reserve_entry(id).await?;
            self.store_secret(id, SignInSecret::ClientSecret, reserved, secret).await?;
        }
        match refresh {
            Some(token) => {
                let reserved = self.reserve_entry(id).await?;
                self.store_secret(id, SignInSecret::RefreshToken, reserved, token.to_entry()).await
            }
            None => self.delete_secret(id, SignInSecret::RefreshToken).await,
        }
    }

    /// Ends the session that the connection uses. On this computer it is over in any case; the
    /// failure says why NetSuite could not be told.
    pub(crate) async fn end_session(&self, connection: &Connection) -> Result<()> {
        let _one = self.browser_sessions.renewing.lock().await;
        let (record, now) = (IntegrationRecord::of(connection)?, OffsetDateTime::now_utc());
        let own = self.browser_sessions.of(&record);
        let used = match connection.sign_in_entry(SignInSecret::RefreshToken) {
            None => own.or_else(|| self.browser_sessions.of_another_record(&record, now)),
            Some(_) => own,
        };
        let mut ended = vec![connection.id.clone()];
        ended.extend(used.iter().map(|open| open.begun_for.clone()));
        ended.dedup();
        let mut told = Ok(());
        for id in ended {
            self.browser_sessions.close(&id);
            let connection = match self.read(&id).await {
                Err(Error::Connection(ConnectionError::Unknown)) => continue,
                read => read?,
            };
            let held = used.as_deref().filter(|open| open.begun_for == id);
            told = told.and(self.revoke(&connection, held).await);
            self.delete_secret(&id, SignInSecret::RefreshToken).await?;
        }
        told
    }

    /// Revokes what would renew a session, at NetSuite.
    async fn revoke(&self, connection: &Connection, open: Option<&OpenSession>) -> Result<()> {
        let kept = self.stored_secret(connection, SignInSecret::RefreshToken).await?;
        let kept = kept.as_ref().map(RefreshToken::from_entry).transpose()?;
        let held = open.and_then(|open| open.session.refresh.as_ref());
        let Some(token) = kept.as_ref().or(held) else {
            return Ok(());
        };
        let netsuite = self.netsuite(connection).await?;
        let public_client = connection.integration.public_client.unwrap_or_default();
        let client = self.client(connection, public_client).await?;
        Ok(Session::revoke(&netsuite, &client, token).await?)
    }

    /// A session that can be used now. [`SignInError::Ended`] when it could not be renewed.
    async fn session(
        &self,
        connection: &Connection,
        record: &IntegrationRecord,
        now: OffsetDateTime,
    ) -> Result<Option<Arc<OpenSession>>> {
        if let Some(own) = self.browser_sessions.live(record, now) {
            return Ok(Some(own));
        }
        let renewed = match connection.sign_in_entry(SignInSecret::RefreshToken) {
            Some(_) => self.renew(&connection.id, record, now).await,
            None => Ok(None),
        };
        match renewed {
            Ok(None) | Err(Error::SignIn(SignInError::Ended)) => {
                match self.browser_sessions.of_another_record(record, now) {
                    Some(other) => Ok(Some(other)),
                    None => renewed,
                }
            }
            renewed => renewed,
        }
    }

    /// Uses the refresh token in the vault. Where it serves once, the next one is in the vault
    /// before this returns; see [`Session::renew`] for what a kill in between means.
    async fn renew(
        &self,
        id: &ConnectionId,
        record: &IntegrationRecord,
        now: OffsetDateTime,
    ) -> Result<Option<Arc<OpenSession>>> {
        let _one = self.browser_sessions.renewing.lock().await;
        if let Some(renewed) = self.browser_sessions.live(record, now) {
            return Ok(Some(renewed));
        }
        let connection = self.read(id).await?;
        if connection.sign_in_entry(SignInSecret::RefreshToken).is_none() {
            return Ok(None);
        }
        let Some(token) = self.stored_secret(&connection, SignInSecret::RefreshToken).await? else {
            self.delete_secret(id, SignInSecret::RefreshToken).await?;
            return Err(SignInError::Ended.into());
        };
        let token = RefreshToken::from_entry(&token)?;
        let public_client = connection.integration.public_client.unwrap_or_default();
        let client = self.client(&connection, public_client).await?;
        let netsuite = self.netsuite(&connection).await?;
        let reserved = self.reserve_entry(id).await?;
        match Session::renew(&netsuite, client, &token, now).await.map_err(Error::from) {
            Ok(mut session) => {
                let next = session.refresh.take();
                let open = self.browser_sessions.open(record.clone(), session, id.clone());
                match next {
                    Some(next) => {
                        self.store_secret(
                            id,
                            SignInSecret::RefreshToken,
                            reserved,
                            next.to_entry(),
                        )
                        .await?;
                    }
                    None => self.release_entry(id, reserved).await,
                }
                Ok(Some(open))
            }
            Err(error) => {
                self.release_entry(id, reserved).await;
                if matches!(error, Error::SignIn(SignInError::Ended)) {
                    self.delete_secret(id, SignInSecret::RefreshToken).await?;
                }
                Err(error)
            }
        }
    }
}

/// The credential to request a token with: the one in use if it has been proven, else the newest
/// that has.
fn signer<'a>(
    connection: &'a Connection,
    avoid: Option<&CertificateId>,
    now: OffsetDateTime,
) -> Option<&'a Credential> {
    let proven = |credential: &&Credential| {
        matches!(credential.state, CredentialState::Proven | CredentialState::Current)
            && avoid != Some(credential.certificate_id())
            && credential.ends_at().is_ok_and(|until| now < until)
    };
    connection.working().filter(proven).or_else(|| connection.credentials.iter().rev().find(proven))
}

fn signed_in(session: &Session, of_another_record: bool) -> Access {
    Access::SignIn {
        role: session.role.map(|id| id.to_string()),
        entity: session.entity.map(|id| id.to_string()),
        account: Some(session.company.to_string()),
        scopes: session.who.scopes.clone(),
        expires_at: session.expires_at,
        of_another_record,
    }
}
