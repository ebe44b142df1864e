//! `certificate_id_records`, `certificate_id_look_up`, `certificate_id_try`: which Certificate ID a private key belongs to that the doctor examines.

use certdesk_core::connection::{Connection, ConnectionId};
use certdesk_core::netsuite::certificate_id_lookup::{self, AtHand, Prospect};
use netsuite_keys::certificate::{Certificate, CertificateId};
use tauri::State;
use time::OffsetDateTime;

use crate::failure::Failure;
use crate::features::certificates::endpoint::read_list;
use crate::features::file_doctor::examined_files::{FileDoctor, Tried};
use crate::features::file_doctor::view::certificate_id_lookup::{
    CertificateIdCandidate, CertificateIdLookup, CertificateIdRecord,
};
use crate::state::{AppState, blocking};

/// The integration records that a key can belong to: those of the connections.
#[tauri::command]
pub(crate) async fn certificate_id_records(
    state: State<'_, AppState>,
) -> Result<Vec<CertificateIdRecord>, Failure> {
    Ok(connections(&state).await?.iter().filter_map(CertificateIdRecord::new).collect())
}

/// Looks for the ID offline, among those of NetSuite's list, or of a text that was copied from its
/// page, and lays out what may be tried next.
#[tauri::command]
pub(crate) async fn certificate_id_look_up(
    file: u32,
    item: usize,
    id: ConnectionId,
    pasted: Option<String>,
    state: State<'_, AppState>,
    doctor: State<'_, FileDoctor>,
) -> Result<CertificateIdLookup, Failure> {
    let key = doctor.key(file, item)?;
    let examined = doctor.certificates();
    let mut at_hand: Vec<_> = examined.into_iter().map(|it| (it.id(), it)).collect();
    at_hand.extend(connections(&state).await?.iter().flat_map(certificates));
    let (prospect, listing) = if let Some(text) = pasted {
        (Prospect::among(&key, &at_hand, &certificate_id_lookup::ids_in(&text)?), None)
    } else {
        let listing = read_list(&state, &state.read(&id).await?).await?.listing;
        (Prospect::in_list(&key, &at_hand, &listing), Some(listing))
    };
    let tried = Tried { file, item, connection: id };
    let (candidates, left_out) = doctor.lay_out(tried, prospect.candidates);
    let row = |id: &CertificateId| listing.as_ref().and_then(|listing| listing.row(id));
    let shown = |id: &CertificateId| CertificateIdCandidate::new(id, row(id));
    Ok(CertificateIdLookup {
        found: prospect.found.as_ref().map(shown),
        candidates: candidates.iter().map(shown).collect(),
        left_out,
        pace: certificate_id_lookup::PACE.as_secs(),
    })
}

/// Requests a token with the key under one of the IDs that were laid out: whether NetSuite gives it.
/// It is dropped at once.
#[tauri::command]
pub(crate) async fn certificate_id_try(
    certificate_id: String,
    state: State<'_, AppState>,
    doctor: State<'_, FileDoctor>,
) -> Result<bool, Failure> {
    let id = CertificateId::given(&certificate_id)?;
    let trial = async |connection, key| {
        let connection = state.read(&connection).await?;
        let netsuite = state.netsuite(&connection).await?;
        let now = OffsetDateTime::now_utc();
        certificate_id_lookup::try_one(&netsuite, &connection, &key, &id, now).await
    };
    Ok(doctor.try_under(&id, trial).await?)
}

async fn connections(state: &AppState) -> certdesk_core::Result<Vec<Connection>> {
    let store = state.store.clone();
    Ok(blocking(move || store.list()).await?.connections)
}

/// All certificates that a connection holds, its own and its vendors'.
fn certificates(connection: &Connection) -> Vec<AtHand> {
    let own = connection.credentials.iter();
    let own = own.map(|credential| (credential.certificate_id(), &credential.certificate));
    let vendors = connection.vendor_certificates.iter();
    let vendors = vendors.map(|vendors| (vendors.certificate_id(), &vendors.certificate));
    own.chain(vendors)
        .filter_map(|(id, pem)| Some((id.clone(), Certificate::from_pem(pem).ok()?)))
        .collect()
}
