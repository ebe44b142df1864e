//! Files on this computer, with the same promises on Linux, macOS and Windows.
//!
//! - A file is replaced as a whole: a reader, and a process killed at any moment, leaves the old
//!   content or the new content, never a part of either ([`replace`]).
//! - A private file is closed to other users from its first byte on, or isn't written
//!   ([`create_private`]).
//! - A lock is held by one process at a time and ends with it ([`Lock`]).
//! - A proposed file name is valid on all three systems ([`proposed_name`]).
//!
//! Whatever differs by system is in the private module `system`, and nowhere else.

mod lock;
mod name;
mod private;
mod system;
mod whole;

pub use lock::Lock;
pub use name::{LONGEST_NAME, proposed_name};
pub use private::{NotPrivate, create_encrypted, create_private};
pub use whole::{keep_aside, read, remove, replace};
