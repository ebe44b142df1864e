//! What a rotation records.

use netsuite_client::InternalId;
use netsuite_keys::certificate::CertificateId;
use serde::{Deserialize, Serialize};
use time::{Date, OffsetDateTime};

use super::Step;
use crate::connection::{CredentialId, Proven};
use crate::vault::{EntryName, VaultPlace};

/// Something that became true, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Dated {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// What.
    pub fact: Fact,
}

/// What became true.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[serde(deny_unknown_fields)]
pub enum Fact {
    /// The user wants it. Nothing has been done.
    Planned,
    /// This vault entry is ours to write. Whether it holds a key, the vault says.
    KeyNamed {
        /// Its name.
        key: EntryName,
        /// Where it is.
        place: VaultPlace,
    },
    /// The key is in the vault, was read back and has signed; its certificate is in the document.
    KeyStored {
        /// The new credential.
        credential: CredentialId,
    },
    /// The certificate is about to be sent, for this mapping.
    UploadAnnounced {
        /// Internal ID.
        role: InternalId,
        /// Internal ID.
        entity: InternalId,
        /// All Certificate IDs that the list showed before.
        listed: Vec<CertificateId>,
    },
    /// It certainly did not arrive; it may be sent again.
    UploadRefused,
    /// The announced certificate did not arrive in all the time that a request may take. It is not
    /// sent again: its key is deleted, and a fresh pair takes its place.
    UploadLost,
    /// NetSuite has it.
    Uploaded {
        /// NetSuite's ID of it.
        certificate_id: CertificateId,
        /// The ID predicted, where NetSuite gave another.
        predicted: Option<CertificateId>,
        /// The day on which NetSuite ends it, where that is before its own last day.
        // Not written when there is none: in a tagged enum the format's reader refuses a null.
        #[serde(with = "date::option", default, skip_serializing_if = "Option::is_none")]
        shortened_to: Option<Date>,
        /// The answer was lost; the list showed that it had arrived.
        found_in_list: bool,
    },
    /// NetSuite has issued a token for it.
    Proven {
        /// The token's account of itself. Becomes the connection's last proof with the switch.
        proof: Proven,
    },
    /// The target was given the new values.
    HandedOver,
    /// The target uses them.
    Switched,
    /// The old certificate is about to be revoked.
    RevokeAnnounced {
        /// Its ID.
        certificate_id: CertificateId,
    },
    /// NetSuite lists the old certificate as revoked, or not at all.
    OldRevoked {
        /// It was so before anything was sent.
        was_revoked: bool,
    },
    /// The user gave up. Only the clearing up is left.
    AbandonAnnounced,
    /// The new certificate is revoked, or was never listed.
    NewRevoked {
        /// Whether NetSuite listed it.
        listed: bool,
    },
    /// The new certificate was to be uploaded by hand. Whether NetSuite lists it, people see.
    NewLeft,
}

/// What else is true of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// The answer to the upload was lost; the list shows that it arrived. It was not sent again.
    FoundInList,
    /// NetSuite gave another Certificate ID than predicted.
    OtherId {
        /// The prediction.
        predicted: CertificateId,
    },
    /// NetSuite ends the certificate before its own last day.
    DateShortened {
        /// The day on which NetSuite ends it.
        valid_until: Date,
    },
    /// It was revoked already.
    WasRevoked,
}

impl Fact {
    /// The step that it completes.
    pub(super) const fn step(&self) -> Option<Step> {
        match self {
            Self::KeyStored { .. } => Some(Step::KeyStored),
            Self::Uploaded { .. } => Some(Step::Uploaded),
            Self::Proven { .. } => Some(Step::Proven),
            Self::HandedOver => Some(Step::HandedOver),
            Self::Switched => Some(Step::Switched),
            Self::OldRevoked { .. } => Some(Step::OldRevoked),
            _ => None,
        }
    }

    pub(crate) fn notes(&self) -> Vec<Note> {
        match self {
            Self::Uploaded { predicted, shortened_to, found_in_list, .. } => {
                let found = found_in_list.then_some(Note::FoundInList);
                let predicted = predicted.clone();
                let other = predicted.map(|predicted| Note::OtherId { predicted });
                let shortened = shortened_to.map(|valid_until| Note::DateShortened { valid_until });
                found.into_iter().chain(other).chain(shortened).collect()
            }
            Self::OldRevoked { was_revoked: true } => vec![Note::WasRevoked],
            _ => Vec::new(),
        }
    }
}

/// As NetSuite writes dates.
mod date {
    time::serde::format_description!(iso, Date, "[year]-[month]-[day]");
    pub(super) use iso::option;
}
