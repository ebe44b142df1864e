//! Replaces a certificate without an outage: the old one stays until the new one has produced a
//! token and the user has said that the target uses it.
//!
//! A rotation is a journal inside its connection's document. What was recorded last is what is true
//! now; each act first records what it is about to do to NetSuite or to the vault, then does it,
//! then records what came of it. Whoever finds a rotation, this process or a later one, continues
//! from there and looks before it acts. Nothing secret is ever recorded.
//!
//! | Recorded | What continuing does |
//! | --- | --- |
//! | `Planned` | names a vault entry |
//! | `KeyNamed` | stores a key there, or takes the one that is there; makes its certificate |
//! | `KeyStored`, `UploadRefused` | reads the list, checks, announces the upload; by hand, waits for [`uploaded_by_hand`] |
//! | `UploadAnnounced` | sends it, once; if it may have been sent before, only looks for it in the list |
//! | `UploadLost` | starts over with a fresh pair: the first certificate never arrived |
//! | `Uploaded` | asks for a token; where only the target can, waits for [`hand_over`] |
//! | `Proven` | waits for [`hand_over`] |
//! | `HandedOver` | waits for [`switch`] |
//! | `Switched` | waits for [`revoke_old`] or [`leave_old`] |
//! | `RevokeAnnounced` | looks in the list, revokes if need be, looks again |
//! | `OldRevoked` | ends; or goes on with the key, if the old one was revoked first |
//! | `AbandonAnnounced` | revokes the new certificate wherever it may be listed |
//! | `NewRevoked`, `NewLeft` | deletes its key and ends |

mod abandon;
mod acts;
mod dependencies;
mod drive;
mod lock;
mod plan;
mod prove;
mod revoke;
mod store_key;
mod upload;

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

pub use crate::connection::rotation::{
    Act, Dated, Fact, Failed, Note, Order, Plan, Reason, Rotation, Step, Way,
};
use crate::connection::{Connection, Event};
pub use crate::netsuite::revoke::TYPED_CHARACTERS;
pub use acts::{go_on_here, hand_over, leave_old, record_failure, start, switch, uploaded_by_hand};
pub(crate) use acts::{unless_driven, update_unless_driven};
pub use dependencies::{Dependencies, Steps, Unwatched, Waits};
pub use drive::{abandon, revoke_old, run};
pub use lock::is_driven;
pub use upload::settles_at;

/// How near the end of a certificate is, at the days on which NetSuite mails (facts A.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Due {
    /// Two months or less.
    TwoMonths,
    /// One month or less.
    OneMonth,
    /// 14 days or less.
    FourteenDays,
}

/// The rotation, unless its last step is done: then the connection's history says so.
fn unless_over(
    rotation: Rotation,
    connection: &mut Connection,
    now: OffsetDateTime,
) -> Option<Rotation> {
    if rotation.steps().iter().all(|(_, at)| at.is_some()) {
        connection.note(now, Event::RotationEnded { old_kept: false });
        return None;
    }
    Some(rotation)
}
