//! A key, a certificate or a file of them: how it can fail, as the window sees it.

use certdesk_core::error::KeysError;
use serde::Serialize;
use ts_rs::TS;

use super::{AppFailure, Failure};

/// Why a command failed.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[allow(missing_docs, reason = "each variant stands for the domain error of the same name")]
pub enum KeysFailure {
    KeyNotReadable,
    PassphraseWrong,
    PassphraseTooShort {
        #[ts(type = "number")]
        least: usize,
    },
    CertificateIdInvalid {
        #[ts(type = "number")]
        length: usize,
    },
    SubjectInvalid,
    DaysOutOfRange {
        most: u32,
    },
    AlgorithmNotForKey,
    PemEmpty,
    PemBinary,
    PemTooLarge {
        #[ts(type = "number")]
        limit: u64,
    },
    PemTruncated,
    PemLabelUnknown {
        label: String,
    },
    IsPublicKey,
    IsPrivateKey,
    HoldsPrivateKey,
    IsCertificateRequest,
    IsPkcs12,
    CertificateMissing,
    PrivateKeyMissing,
    RsaSizeRefused {
        bits: u32,
    },
    RsaPssKey,
    CurveExplicit,
    CurveRefused,
    KeyKindRefused,
    KeyLegacyEncryption,
    PassphraseNeeded,
    PairDiffers,
}

/// Exhaustive: a new error breaks the build until it has a kind, and the window's check until it
/// has a sentence.
impl From<&KeysError> for Failure {
    fn from(error: &KeysError) -> Self {
        Self::Keys(match error {
            KeysError::KeyNotReadable => KeysFailure::KeyNotReadable,
            KeysError::PassphraseWrong => KeysFailure::PassphraseWrong,
            KeysError::PassphraseTooShort { least } => {
                KeysFailure::PassphraseTooShort { least: *least }
            }
            KeysError::CertificateIdInvalid { length } => {
                KeysFailure::CertificateIdInvalid { length: *length }
            }
            KeysError::SubjectInvalid => KeysFailure::SubjectInvalid,
            KeysError::DaysOutOfRange { most } => KeysFailure::DaysOutOfRange { most: *most },
            KeysError::AlgorithmNotForKey => KeysFailure::AlgorithmNotForKey,
            KeysError::PemEmpty => KeysFailure::PemEmpty,
            KeysError::PemBinary => KeysFailure::PemBinary,
            KeysError::PemTooLarge { limit } => KeysFailure::PemTooLarge { limit: *limit },
            KeysError::PemTruncated => KeysFailure::PemTruncated,
            KeysError::PemLabelUnknown { label } => {
                KeysFailure::PemLabelUnknown { label: label.clone() }
            }
            KeysError::IsPublicKey => KeysFailure::IsPublicKey,
            KeysError::IsPrivateKey => KeysFailure::IsPrivateKey,
            KeysError::HoldsPrivateKey => KeysFailure::HoldsPrivateKey,
            KeysError::IsCertificateRequest => KeysFailure::IsCertificateRequest,
            KeysError::IsPkcs12 => KeysFailure::IsPkcs12,
            KeysError::CertificateMissing => KeysFailure::CertificateMissing,
            KeysError::PrivateKeyMissing => KeysFailure::PrivateKeyMissing,
            KeysError::RsaSizeRefused { bits } => KeysFailure::RsaSizeRefused { bits: *bits },
            KeysError::RsaPssKey => KeysFailure::RsaPssKey,
            KeysError::CurveExplicit => KeysFailure::CurveExplicit,
            KeysError::CurveRefused => KeysFailure::CurveRefused,
            KeysError::KeyKindRefused => KeysFailure::KeyKindRefused,
            KeysError::KeyLegacyEncryption => KeysFailure::KeyLegacyEncryption,
            KeysError::PassphraseNeeded => KeysFailure::PassphraseNeeded,
            KeysError::PairDiffers => KeysFailure::PairDiffers,
            KeysError::Cancelled => return AppFailure::Cancelled.into(),
            KeysError::Unexpected(cause) => return Self::unexpected(cause),
        })
    }
}
