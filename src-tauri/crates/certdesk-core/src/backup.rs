//! One encrypted file that holds everything a computer knows: connections with their journals and
//! histories, the guides and, where the user wants it, the private keys.
//!
//! The file is in the [age format](https://age-encryption.org/v1), around a `tar` archive of the
//! documents as they lie in the data folder and the keys as PEM. Whoever has the passphrase, or the
//! age key, can open it without Certdesk: `age --decrypt FILE | tar --extract`. Nothing of what is
//! in it is ever written to disk in clear.

mod archive;
mod compare;
mod encryption;
mod item;
mod make;
mod restore;

pub use archive::{Archive, Manifest};
pub use compare::{Compared, Relation, compare};
pub use encryption::{Opening, Opens, Protection, opens};
pub use item::{Item, ItemId, ItemKind};
pub use make::{Chosen, Collected, Computer, collect, handed_over, save};
pub use restore::{Plan, Restored, Restores, Restoring, discard, restore, unfinished};

#[cfg(test)]
mod tests;
