//! What differs by system. Each of the two files has the same functions:
//!
//! - `share_like_others`: a temporary file is its owner's alone; what it becomes need not be.
//! - `rename`: puts a closed file in the place of another one.
//! - `sync`: the content is on the disk when it returns, as far as the volume can promise that.
//! - `sync_folder`: the same for the names in a folder.
//! - `create_for_owner`: creates an empty file for its owner; fails where there is one already.
//! - `close_to_others`: whether nobody but the owner can open such a file.
//! - `patiently`: repeats for a short time what another program keeps from happening.

#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

#[cfg(unix)]
pub(crate) use unix::{
    close_to_others, create_for_owner, patiently, rename, share_like_others, sync, sync_folder,
};
#[cfg(windows)]
pub(crate) use windows::{
    close_to_others, create_for_owner, patiently, rename, share_like_others, sync, sync_folder,
};
