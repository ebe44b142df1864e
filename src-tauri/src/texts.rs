//! The sentences that the Rust side says itself: on the command line, where a window cannot open,
//! and in the report of a check, which the window shows as it is. All other text is in `ui/strings`.

pub(crate) mod start;
