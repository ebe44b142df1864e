//! Requests to NetSuite's certificates endpoint, with what they show recorded in the documents.

use certdesk_core::connection::{Connection, ConnectionId};
use certdesk_core::diagnosis::Doing;
use certdesk_core::netsuite::access::{Acting, Bearer};
use certdesk_core::netsuite::listing::Listing;
use certdesk_core::netsuite::revoke;
use certdesk_core::netsuite::revoke::Cause;
use certdesk_core::{Result, portfolio};
use netsuite_client::{Listed, NetSuite};
use netsuite_keys::certificate::CertificateId;
use time::OffsetDateTime;

use super::view::CertificateList;
use crate::failure::Failure;
use crate::state::{AppState, blocking};

/// Revokes with a token that does not come from that very certificate, where there is another.
pub(crate) async fn revoke_one(
    state: &AppState,
    id: &ConnectionId,
    certificate_id: &CertificateId,
    typed: &str,
    cause: Cause,
) -> Result<CertificateList, Failure> {
    revoke::confirm(certificate_id, typed)?;
    let endpoint = Endpoint::of(state, id, Some(certificate_id)).await;
    let endpoint = state.record_outcome(id, Doing::Endpoint, None, endpoint)?;
    let revoked = revoke::revoke(endpoint.acting(state), id, certificate_id, typed, cause).await;
    let revoked = state.record_outcome(id, Doing::Endpoint, None, revoked)?;
    share_slots(state, &revoked.connection).await;
    let listing = endpoint.join(state, &revoked.connection, &revoked.listed).await?;
    Ok(CertificateList::new(&revoked.listed, &listing, state.access(&revoked.connection)))
}

/// A list, joined with what is known here.
pub(crate) struct Read {
    pub(crate) listed: Listed,
    pub(crate) listing: Listing,
    pub(crate) bearer: Bearer,
}

/// Reads the list of a connection's record, and takes into the document what it shows.
pub(crate) async fn read_list(state: &AppState, connection: &Connection) -> Result<Read> {
    let endpoint = Endpoint {
        netsuite: state.netsuite(connection).await?,
        bearer: state.bearer(connection, None).await?,
    };
    let client_id = connection.needed_client_id()?;
    let listed = endpoint.netsuite.list_certificates(&endpoint.bearer.token, client_id).await?;
    let listing = endpoint.join(state, connection, &listed).await?;
    let (store, here, shown) = (state.store.clone(), connection.clone(), listing.clone());
    blocking(move || portfolio::settle(&store, &here, &shown)).await?;
    Ok(Read { listed, listing, bearer: endpoint.bearer })
}

/// Gives what an act showed of the slots to the other connections of the same record.
pub(crate) async fn share_slots(state: &AppState, connection: &Connection) {
    let (store, connection) = (state.store.clone(), connection.clone());
    let shared = blocking(move || portfolio::share_slots(&store, &connection)).await;
    if let Err(error) = shared {
        tracing::warn!(%error, "the slots were not written down in another connection");
    }
}

/// A client and a token for it.
pub(crate) struct Endpoint {
    netsuite: NetSuite,
    bearer: Bearer,
}

impl Endpoint {
    pub(crate) async fn of(
        state: &AppState,
        id: &ConnectionId,
        avoid: Option<&CertificateId>,
    ) -> Result<Self> {
        let connection = state.read(id).await?;
        let netsuite = state.netsuite(&connection).await?;
        Ok(Self { netsuite, bearer: state.bearer(&connection, avoid).await? })
    }

    pub(crate) fn acting<'a>(&'a self, state: &'a AppState) -> Acting<'a> {
        let Self { netsuite, bearer } = self;
        Acting { netsuite, store: &state.store, bearer, now: OffsetDateTime::now_utc() }
    }

    async fn join(&self, state: &AppState, here: &Connection, listed: &Listed) -> Result<Listing> {
        let store = state.store.clone();
        let others = blocking(move || store.list()).await?.connections;
        Ok(Listing::join(listed, here, &others, &self.bearer, OffsetDateTime::now_utc()))
    }
}
