//! The old certificate goes: announced, looked at, revoked, and looked at again. What the list says
//! counts, not the reply.

use netsuite_client::{CertificateState, Listed, ListedCertificate};
use netsuite_keys::certificate::CertificateId;

use super::drive::{Driver, Endpoint};
use super::upload::pause;
use super::{Dependencies, Fact, Order, Rotation};
use crate::connection::{Connection, CredentialState, Event};
use crate::error::{ConnectionError, Error, NetSuiteError, Result, RevokeError, RotationError};
use crate::netsuite::proof;

impl<M: Dependencies> Driver<M> {
    /// Revokes the old certificate. `fresh` tells the first attempt from a repeated one.
    pub(super) async fn revoke_the_old(
        &mut self,
        connection: Connection,
        id: CertificateId,
        fresh: bool,
    ) -> Result<Connection> {
        let connection = if fresh {
            let fact = Fact::RevokeAnnounced { certificate_id: id.clone() };
            self.record(&connection, fact, |_| Ok(())).await?
        } else {
            connection
        };
        let rotation = connection.rotation.as_ref().ok_or(RotationError::Missing)?;
        let endpoint = self.endpoint(&connection).await?;
        let listed = endpoint.list(self.bearer(&connection, Some(&id)).await?).await?;
        let was_revoked = listed.row(&id).is_none_or(|row| row.revoked);
        if !was_revoked {
            self.new_one_works(&connection, rotation, &endpoint, &listed).await?;
            self.revoke(&connection, &endpoint, &listed, &id).await?;
        }
        let (old, now) = (rotation.old.clone(), self.dependencies.now());
        let fact = Fact::OldRevoked { was_revoked: was_revoked && fresh };
        self.record(&connection, fact, move |connection| {
            let old = old.as_ref().ok_or(ConnectionError::CredentialUnknown)?;
            let credential = connection.credential_mut(old)?;
            let news = credential.state != CredentialState::Revoked
                || credential.before_word.take().is_some();
            credential.state = CredentialState::Revoked;
            connection.see_slots(&listed, now);
            if news {
                let certificate_id = id.clone();
                connection.note(now, Event::CertificateRevoked { certificate_id });
            }
            connection.slot_freed(&id, now);
            Ok(())
        })
        .await
    }

    /// Revokes a certificate that the list shows, and waits until it shows that. One request.
    pub(super) async fn revoke(
        &mut self,
        connection: &Connection,
        endpoint: &Endpoint,
        listed: &Listed,
        id: &CertificateId,
    ) -> Result<()> {
        let bearer = self.bearer(connection, Some(id)).await?;
        let (netsuite, client_id) = (&endpoint.netsuite, &endpoint.client_id);
        let replied =
            netsuite.revoke_certificate(listed.found_on, &bearer.token, client_id, id).await;
        if let Err(
            error @ (NetSuiteError::TokenNotAccepted { .. }
            | NetSuiteError::PermissionMissing { .. }
            | NetSuiteError::TooManyRequests { .. }
            | NetSuiteError::Redirected { .. }
            | NetSuiteError::TlsFailed { .. }),
        ) = replied
        {
            return Err(error.into());
        }
        let waits = self.dependencies.waits();
        for look in 0..waits.looks.max(1) {
            if look > 0 {
                pause(waits.between_looks).await;
            }
            let listed = endpoint.list(self.bearer(connection, Some(id)).await?).await?;
            if listed.row(id).is_none_or(|row| row.revoked) {
                return Ok(());
            }
        }
        match replied {
            Err(
                error @ (NetSuiteError::EndpointMissing { .. }
                | NetSuiteError::EndpointRefused { .. }),
            ) => Err(error.into()),
            _ => Err(RevokeError::Unsettled.into()),
        }
    }

    /// Makes sure, a moment before the old one goes, that NetSuite takes the new one: it is listed
    /// as active and gets a token. Not where the user wants the old one gone first.
    async fn new_one_works(
        &mut self,
        connection: &Connection,
        rotation: &Rotation,
        endpoint: &Endpoint,
        listed: &Listed,
    ) -> Result<()> {
        if rotation.plan.order == Order::RevokeFirst {
            return Ok(());
        }
        let last = || Error::Revoke(RevokeError::Last { connection: connection.name.clone() });
        let new = rotation.new_credential().ok_or_else(last)?;
        let credential = connection.credential(new)?;
        let today = self.dependencies.now().date();
        let active = |row: &ListedCertificate| row.state(today) == CertificateState::Active;
        if !listed.row(credential.certificate_id()).is_some_and(active) {
            return Err(last());
        }
        let key = self.load_key(credential).await?;
        let now = self.dependencies.now();
        proof::prove(&endpoint.netsuite, connection, credential, &key, now).await?;
        Ok(())
    }
}
