//! Revokes a certificate through NetSuite's endpoint, for ever. What the list says counts, not the
//! reply: it is lost at times, and what a second revocation is answered is not documented.

use netsuite_client::Listed;
use netsuite_keys::certificate::CertificateId;
use time::OffsetDateTime;

use crate::connection::{
    Connection, ConnectionId, CredentialState, Event, VendorState, same_account,
};
use crate::error::{ConnectionError, Error, NetSuiteError, Result, RevokeError};
use crate::netsuite::access::{Acting, blocking};
use crate::netsuite::listing::{Guard, Listing};
use crate::store::Store;

/// Characters of a Certificate ID that are typed to confirm its revocation: its last ones.
pub const TYPED_CHARACTERS: usize = 6;

/// Why a certificate is revoked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// It is not needed any more.
    NotNeeded,
    /// Its key is in wrong hands: an outage is better than another hour of it.
    Leak,
    /// The connection ends: its last certificate goes too, but none that another connection uses.
    Ending,
}

/// A certificate is revoked; the list says so.
#[derive(Debug)]
pub struct Revoked {
    /// The document of the connection asked for.
    pub connection: Connection,
    /// It was revoked before anything was sent.
    pub was_revoked: bool,
    /// The list that says so.
    pub listed: Listed,
}

/// Revokes a certificate of the connection's integration record, whosever it is. `typed` are the
/// last characters of its ID.
///
/// # Errors
/// [`RevokeError::ConfirmationDiffers`], [`RevokeError::NotListed`]; [`RevokeError::Itself`],
/// [`RevokeError::Last`] and [`RotationError::UnderWay`](crate::error::RotationError::UnderWay), of which a leak lifts all but the first;
/// [`RevokeError::Unsettled`] when the list does not show it yet; or NetSuite's refusal.
pub async fn revoke(
    acting: Acting<'_>,
    connection: &ConnectionId,
    certificate_id: &CertificateId,
    typed: &str,
    cause: Cause,
) -> Result<Revoked> {
    confirm(certificate_id, typed)?;
    let connection = acting.read(connection).await?;
    let store = acting.store.clone();
    let others = blocking(move || store.list()).await?.connections;
    let listed = acting.list(&connection).await?;
    let listing = Listing::join(&listed, &connection, &others, acting.bearer, acting.now);
    let row = listing.row(certificate_id).ok_or(RevokeError::NotListed)?;
    match (cause, &row.guard) {
        (Cause::Ending, Some(Guard::RevokesLast { .. })) => {
            unused_elsewhere(&connection, &others, certificate_id)?;
        }
        (Cause::Leak, Some(Guard::RevokesLast { .. } | Guard::RotationUnderWay)) => {}
        _ => row.unguarded()?,
    }
    let was_revoked = row.listed.revoked;
    let before = listed.clone();
    let listed = if was_revoked {
        listed
    } else {
        send(acting, &connection, certificate_id, &listed).await?
    };
    let lists = Lists { before, after: listed.clone() };
    let connection =
        record(acting, connection, &others, certificate_id, was_revoked, lists).await?;
    Ok(Revoked { connection, was_revoked, listed })
}

/// Whether somebody who typed this has looked at that certificate.
///
/// # Errors
/// [`RevokeError::ConfirmationDiffers`].
pub fn confirm(certificate_id: &CertificateId, typed: &str) -> Result<()> {
    let all = certificate_id.as_str();
    // Certificate IDs are ASCII, NetSuite's own ones included.
    let last = all.get(all.len().saturating_sub(TYPED_CHARACTERS)..).unwrap_or(all);
    if typed.trim() == last { Ok(()) } else { Err(RevokeError::ConfirmationDiffers.into()) }
}

/// Notes down, on the user's word, that an Administrator has revoked a certificate in NetSuite. The
/// next list that is read confirms it, or takes it back.
///
/// # Errors
/// [`ConnectionError::CredentialUnknown`], or why the document cannot be changed.
pub fn on_word(
    store: &Store,
    id: &ConnectionId,
    certificate_id: &CertificateId,
    now: OffsetDateTime,
) -> Result<Connection> {
    let named = store.read(id)?;
    if !knows(&named, certificate_id) {
        return Err(ConnectionError::CredentialUnknown.into());
    }
    let uses = |other: &&Connection| {
        other.id == *id || (same_account(other, &named) && knows(other, certificate_id))
    };
    for other in store.list()?.connections.iter().filter(uses) {
        store.update(&other.id, |connection| {
            on_word_in(connection, certificate_id, now);
            Ok(())
        })?;
    }
    store.read(id)
}

fn on_word_in(connection: &mut Connection, certificate_id: &CertificateId, now: OffsetDateTime) {
    let mut news = false;
    for credential in &mut connection.credentials {
        if credential.certificate_id() == certificate_id
            && credential.state != CredentialState::Revoked
        {
            credential.before_word = Some(credential.state);
            credential.state = CredentialState::Revoked;
            news = true;
        }
    }
    for vendors in &mut connection.vendor_certificates {
        if vendors.certificate_id() == certificate_id && vendors.state(now) != VendorState::Revoked
        {
            vendors.see(VendorState::Revoked, None, now);
            news = true;
        }
    }
    if news {
        connection.slot_freed_by_word(certificate_id);
        let certificate_id = certificate_id.clone();
        connection.note(now, Event::CertificateRevokedByHand { certificate_id });
    }
}

fn knows(connection: &Connection, id: &CertificateId) -> bool {
    connection.credentials.iter().any(|known| known.certificate_id() == id)
        || connection.vendor_certificates.iter().any(|known| known.certificate_id() == id)
}

/// Refuses what another connection of the account still uses.
fn unused_elsewhere(
    connection: &Connection,
    others: &[Connection],
    id: &CertificateId,
) -> Result<()> {
    let uses = |other: &&Connection| {
        other.id != connection.id
            && same_account(other, connection)
            && other.credentials.iter().any(|c| c.in_use() && c.certificate_id() == id)
    };
    match others.iter().find(uses) {
        Some(other) => Err(Error::Revoke(RevokeError::Last { connection: other.name.clone() })),
        None => Ok(()),
    }
}

/// One request, then lists until one shows what it did.
async fn send(
    acting: Acting<'_>,
    connection: &Connection,
    certificate_id: &CertificateId,
    listed: &Listed,
) -> Result<Listed> {
    let (token, client_id) = (&acting.bearer.token, connection.needed_client_id()?);
    let sent =
        acting.netsuite.revoke_certificate(listed.found_on, token, client_id, certificate_id).await;
    let refusal = match sent.map_err(Error::from) {
        Err(refusal) if is_refusal(&refusal) => Some(refusal),
        Err(lost) => {
            tracing::info!(%lost, "the answer to a revocation was lost");
            None
        }
        Ok(()) => None,
    };
    let mut pauses = acting.netsuite.retry().pauses();
    loop {
        let Ok(listed) = acting.list(connection).await else {
            return Err(refusal.unwrap_or(Error::Revoke(RevokeError::Unsettled)));
        };
        let row = listed.row(certificate_id).ok_or(RevokeError::NotListed)?;
        if row.revoked {
            return Ok(listed);
        }
        // It may be refused for being revoked already, which a slow list shows later. Nothing
        // comes later after a refusal of the token.
        let over = matches!(
            refusal,
            Some(Error::NetSuite(
                NetSuiteError::TokenNotAccepted { .. } | NetSuiteError::PermissionMissing { .. }
            ))
        );
        match pauses.next().filter(|_| !over) {
            Some(pause) => tokio::time::sleep(pause).await,
            None => return Err(refusal.unwrap_or(Error::Revoke(RevokeError::Unsettled))),
        }
    }
}

/// Whether NetSuite, and not something on the way, has said no.
const fn is_refusal(error: &Error) -> bool {
    matches!(
        error,
        Error::NetSuite(
            NetSuiteError::TokenNotAccepted { .. }
                | NetSuiteError::PermissionMissing { .. }
                | NetSuiteError::EndpointMissing { .. }
                | NetSuiteError::EndpointRefused { .. }
                | NetSuiteError::TooManyRequests { .. }
        )
    )
}

/// What NetSuite listed around a revocation; the same where it was revoked before.
struct Lists {
    before: Listed,
    after: Listed,
}

/// Writes down what the list says: in the connection asked for, and wherever else the certificate
/// is used.
async fn record(
    acting: Acting<'_>,
    connection: Connection,
    others: &[Connection],
    certificate_id: &CertificateId,
    was_revoked: bool,
    lists: Lists,
) -> Result<Connection> {
    let uses = |other: &&Connection| {
        other.id != connection.id
            && same_account(other, &connection)
            && knows(other, certificate_id)
    };
    for other in others.iter().filter(uses) {
        let change = revoked(certificate_id.clone(), acting, false, None);
        // It is revoked all the same, and that connection's next token will tell.
        if let Err(error) = acting.update(&other.id, change).await {
            tracing::warn!(%error, "a revocation was not written down in another connection");
        }
    }
    let change = revoked(certificate_id.clone(), acting, !was_revoked, Some(lists));
    Ok(acting.update(&connection.id, change).await?.0)
}

/// `done_here` tells whether the history is to say so even where no credential has changed. The
/// connection asked for has the lists as well.
fn revoked(
    certificate_id: CertificateId,
    acting: Acting<'_>,
    done_here: bool,
    lists: Option<Lists>,
) -> impl FnOnce(&mut Connection) -> Result<()> + Send + 'static {
    let now = acting.now;
    move |connection| {
        let mut news = done_here;
        if let Some(lists) = &lists {
            connection.see_slots(&lists.before, now);
        }
        for credential in &mut connection.credentials {
            if *credential.certificate_id() == certificate_id {
                news |= credential.state != CredentialState::Revoked;
                news |= credential.before_word.take().is_some();
                credential.state = CredentialState::Revoked;
            }
        }
        for vendors in &mut connection.vendor_certificates {
            if *vendors.certificate_id() == certificate_id {
                news |= vendors.state(now) != VendorState::Revoked;
                vendors.see(VendorState::Revoked, None, now);
            }
        }
        if news {
            connection.note(now, Event::CertificateRevoked { certificate_id });
        }
        if let Some(lists) = &lists {
            connection.see_slots(&lists.after, now);
        }
        Ok(())
    }
}
