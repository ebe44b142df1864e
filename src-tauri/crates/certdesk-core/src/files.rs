//! The forms of files that Certdesk reads and writes: its own documents, exports, and tables.

pub mod documents;
pub mod export;
pub(crate) mod spreadsheet;
