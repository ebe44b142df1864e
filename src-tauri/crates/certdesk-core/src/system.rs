//! What differs by system in this crate. Files, their rights and locks are the crate `local-files`.

/// Whether commands and paths are written for a shell of Windows.
pub(crate) const IS_WINDOWS: bool = cfg!(windows);

/// The path under which a program can open its own standard input. Windows has none.
pub(crate) const STANDARD_INPUT: Option<&str> = if cfg!(unix) { Some("/dev/stdin") } else { None };
