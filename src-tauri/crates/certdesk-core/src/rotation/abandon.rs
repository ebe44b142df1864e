//! Clearing up after a rotation that was given up: nothing of the new pair stays behind, at NetSuite
//! or in the vault. The old certificate is not touched.

use super::drive::Driver;
use super::upload::{may_arrive_until, new_credential, revoke_unlisted};
use super::{Dependencies, Fact, Rotation, Way};
use crate::connection::{Connection, CredentialState, Event};
use crate::error::{Result, UploadError};

impl<M: Dependencies> Driver<M> {
    /// One transition of the clearing up.
    pub(super) async fn clear_up(
        &mut self,
        connection: &Connection,
        rotation: &Rotation,
    ) -> Result<Connection> {
        match rotation.reached() {
            Fact::NewRevoked { listed } => {
                return self.delete_key(connection, rotation, *listed).await;
            }
            Fact::NewLeft => return self.delete_key(connection, rotation, false).await,
            // Whoever uploaded it by hand can revoke it there; without its key it opens nothing.
            _ if rotation.plan.way == Way::ByHand => {
                return self.record(connection, Fact::NewLeft, |_| Ok(())).await;
            }
            _ => {}
        }
        let listed = rotation.may_be_listed() && self.revoke_the_new(connection, rotation).await?;
        self.record(connection, Fact::NewRevoked { listed }, |_| Ok(())).await
    }

    /// Revokes the new certificate; gives whether NetSuite had it.
    async fn revoke_the_new(
        &mut self,
        connection: &Connection,
        rotation: &Rotation,
    ) -> Result<bool> {
        let credential = new_credential(connection, rotation)?;
        let endpoint = self.endpoint(connection).await?;
        let id = credential.certificate_id();
        let listed = endpoint.list(self.bearer(connection, Some(id)).await?).await?;
        let found = match rotation.announced().filter(|_| rotation.is_unsettled()) {
            Some((mapping, before)) => {
                self.arrived(connection, credential, &endpoint, &listed, mapping, before).await?
            }
            None => listed.row(id).cloned(),
        };
        match found {
            Some(row) if row.revoked => return Ok(true),
            Some(row) => {
                self.revoke(connection, &endpoint, &listed, &row.certificate_id).await?;
                return Ok(true);
            }
            None => {}
        }
        let bearer = self.bearer(connection, Some(id)).await?;
        let was_there = revoke_unlisted(&endpoint, &listed, bearer, credential).await?;
        let until = may_arrive_until(rotation, self.dependencies.waits());
        if !was_there && rotation.is_unsettled() && self.dependencies.now() < until {
            return Err(UploadError::Unsettled { until }.into());
        }
        Ok(was_there)
    }

    /// Deletes every key that the rotation stored; it is over.
    async fn delete_key(
        &self,
        connection: &Connection,
        rotation: &Rotation,
        listed: bool,
    ) -> Result<Connection> {
        self.delete_keys(rotation).await?;
        let (new, now) = (rotation.new_credential().cloned(), self.dependencies.now());
        self.change(connection, move |connection, _| {
            if let Some(new) = &new {
                let state =
                    if listed { CredentialState::Revoked } else { CredentialState::Superseded };
                let credential = connection.credential_mut(new)?;
                credential.state = state;
                let certificate_id = credential.certificate_id().clone();
                if listed {
                    let freed = certificate_id.clone();
                    connection.note(now, Event::CertificateRevoked { certificate_id });
                    connection.slot_freed(&freed, now);
                }
                if connection.last_proof.as_ref().is_some_and(|proof| proof.credential == *new) {
                    connection.last_proof = None;
                }
            }
            connection.note(now, Event::RotationAbandoned);
            Ok(())
        })
        .await
    }
}
