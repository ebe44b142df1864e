//! A backup: how it can fail, as the window sees it.

use certdesk_core::error::BackupError;
use serde::Serialize;
use ts_rs::TS;

use super::Failure;

/// Why a command failed.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[allow(clippy::enum_variant_names, reason = "no kind is used twice among the features")]
#[allow(missing_docs, reason = "each variant stands for the domain error of the same name")]
pub enum BackupFailure {
    BackupEmpty,
    AgeKeyInvalid,
    AgeKeySecret,
    BackupNotVerified,
    BackupKeyUnusable { name: String },
    BackupNotOurs,
    BackupNewer,
    BackupDamaged,
    BackupPassphraseWrong,
    BackupKeyWrong,
    BackupNoSecretKey,
    BackupTooCostly,
    BackupTooLarge,
    BackupEntryTaken,
}

/// Exhaustive: a new error breaks the build until it has a kind, and the window's check until it
/// has a sentence.
impl From<&BackupError> for Failure {
    fn from(error: &BackupError) -> Self {
        Self::Backup(match error {
            BackupError::Empty => BackupFailure::BackupEmpty,
            BackupError::RecipientInvalid => BackupFailure::AgeKeyInvalid,
            BackupError::RecipientSecret => BackupFailure::AgeKeySecret,
            BackupError::NotVerified => BackupFailure::BackupNotVerified,
            BackupError::KeyUnusable { name } => {
                BackupFailure::BackupKeyUnusable { name: name.clone() }
            }
            BackupError::NotBackup => BackupFailure::BackupNotOurs,
            BackupError::Newer => BackupFailure::BackupNewer,
            BackupError::Damaged => BackupFailure::BackupDamaged,
            BackupError::PassphraseWrong => BackupFailure::BackupPassphraseWrong,
            BackupError::KeyWrong => BackupFailure::BackupKeyWrong,
            BackupError::NoSecretKey => BackupFailure::BackupNoSecretKey,
            BackupError::TooCostly => BackupFailure::BackupTooCostly,
            BackupError::TooLarge => BackupFailure::BackupTooLarge,
            BackupError::EntryTaken => BackupFailure::BackupEntryTaken,
        })
    }
}
