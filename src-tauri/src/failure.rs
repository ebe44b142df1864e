//! How a command can fail, as the window sees it: a kind, and the facts its sentence needs. The
//! sentences are in `ui/strings`.

use std::io::ErrorKind;
use std::path::Path;

use netsuite_m2m::Error;
use netsuite_m2m::key::{Algorithm, KeyType};
use netsuite_m2m::proof::Local;
use netsuite_m2m::setup::Step;
use serde::Serialize;
use time::OffsetDateTime;
use ts_rs::TS;

/// Why a command failed.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[allow(missing_docs, reason = "each variant stands for the domain error of the same name")]
pub enum Failure {
    VaultUnavailable,
    VaultLocked,
    VaultDenied,
    VaultFull {
        #[ts(type = "number")]
        limit: u64,
    },
    KeyMissing,
    KeyNotReadable,
    PassphraseWrong,
    PassphraseTooShort {
        #[ts(type = "number")]
        least: usize,
    },
    AccountIdInvalid {
        text: String,
    },
    ClientIdInvalid,
    ClientIdIsApplicationId,
    ClientIdIsConsumerSecret,
    ClientIdIsCertificateId,
    CertificateIdInvalid {
        #[ts(type = "number")]
        length: usize,
    },
    CertificateIdDiffers {
        expected: String,
        entered: String,
    },
    NameEmpty,
    NameTooLong {
        #[ts(type = "number")]
        most: usize,
        #[ts(type = "number")]
        length: usize,
    },
    NameDiffers,
    ScopesEmpty,
    SubjectInvalid,
    DaysOutOfRange {
        most: u32,
    },
    AlgorithmNotForKey,
    KeyTypeNotForTarget {
        key_type: KeyType,
    },
    AlgorithmNotForTarget {
        algorithm: Algorithm,
    },
    CertificateIdNotForTarget {
        certificate_id: String,
    },
    StepNotReady {
        step: Step,
    },
    ConnectionUnknown,
    GuideUnknown,
    HealthCheckUnknown,
    PasteIsSecret,
    BundleVersionInvalid {
        text: String,
    },
    BundleVersionUnclear {
        text: String,
    },
    WayNotOpen,
    RecordIdDiffers {
        expected: String,
        entered: String,
    },
    SecretIdRefused,
    ValueEmpty,
    ValuesDiffer,
    ValueTooLong {
        #[ts(type = "number")]
        most: usize,
        #[ts(type = "number")]
        length: usize,
    },
    PreferencesLength {
        #[ts(type = "number")]
        needed: usize,
        #[ts(type = "number")]
        length: usize,
    },
    ValueMissing,
    ValueNotText,
    TextHoldsValue,
    ValueIsKept,
    DayInvalid,
    DayUnclear {
        readings: Vec<String>,
    },
    OverlapLasts,
    DocumentNewer {
        path: String,
    },
    DocumentDamaged {
        path: String,
    },
    DocumentTargetUnknown {
        path: String,
        target: String,
    },
    Busy,
    Cancelled,
    FileExists {
        path: String,
    },
    VolumeWithoutRights {
        path: String,
    },
    DiskFull {
        path: String,
    },
    FolderReadOnly {
        path: String,
    },
    FileNotWritten {
        path: String,
        detail: String,
    },
    FileNotRead {
        path: String,
        detail: String,
    },
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
    CertificateExpired {
        #[serde(with = "time::serde::rfc3339")]
        #[ts(type = "Instant")]
        at: OffsetDateTime,
    },
    CertificateNotYetValid {
        #[serde(with = "time::serde::rfc3339")]
        #[ts(type = "Instant")]
        at: OffsetDateTime,
    },
    Offline {
        host: String,
        detail: String,
    },
    TimedOut {
        host: String,
    },
    TlsFailed {
        host: String,
        detail: String,
    },
    Redirected {
        host: String,
        to: Option<String>,
    },
    AnswerTooLarge {
        host: String,
        #[ts(type = "number")]
        limit: u64,
    },
    AnswerEmpty {
        status: u16,
    },
    AnswerNotJson {
        status: u16,
        html: bool,
        excerpt: String,
    },
    ServerFailed {
        status: u16,
        error: Option<String>,
    },
    TooManyRequests {
        #[ts(type = "number | null")]
        retry_after: Option<u64>,
    },
    TokenRefused {
        status: u16,
        error: Option<String>,
        description: Option<String>,
        token_url: String,
        #[ts(type = "number | null")]
        clock_skew_seconds: Option<i64>,
        checks: Vec<LocalCheck>,
    },
    AccountNotKnown,
    SignInDenied,
    SignInRefused {
        error: String,
    },
    SignInStateDiffers,
    SignInNotAsked,
    SignInAddressInvalid,
    SignInAddressOfNetSuite {
        page: bool,
    },
    SignInAddressElsewhere {
        expected: String,
    },
    RedirectPageNotHttps,
    RedirectPageInvalid,
    LinksNotChanged {
        detail: String,
    },
    SignInOtherAccount {
        company: String,
        expected: String,
    },
    SignInValuesInvalid,
    SignInCodeRefused {
        error: String,
    },
    ClientSecretNeeded,
    ClientNotAuthenticated {
        public_client: bool,
    },
    SignInNeeded,
    SignInEnded,
    TokenNotAccepted {
        host: String,
    },
    PermissionMissing {
        detail: String,
    },
    EndpointMissing {
        host: String,
    },
    EndpointRefused {
        status: u16,
        code: Option<String>,
        detail: String,
    },
    ScopeMissing,
    RoleOrEntityMissing,
    InternalIdInvalid,
    ActsAsAdministrator,
    ActsAsAnother {
        expected: String,
        chosen: String,
    },
    SlotsFull {
        #[ts(type = "number")]
        most: usize,
    },
    CertificateAlreadyListed {
        revoked: bool,
    },
    UploadUnsettled,
    UploadLost,
    CertificateNotListed,
    RevokesItself,
    RevokesLast {
        connection: String,
    },
    RevokeUnsettled,
    ConfirmationDiffers,
    RotationUnderWay,
    RotationMissing,
    RotationElsewhere,
    RotationNotThere,
    PracticeNotRunning,
    AccountNotRefreshable,
    PracticeNotStarted {
        detail: String,
    },
    BrowserNotOpened {
        url: String,
    },
    FolderNotOpened {
        path: String,
    },
    /// The cause is in the log under this reference.
    Unexpected {
        reference: String,
    },
}

/// One check that was made on this computer.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LocalCheck {
    check: Local,
    passed: bool,
    detail: String,
}

/// Exhaustive: a new domain error breaks the build until it has a kind, and the window's check
/// until it has a sentence.
impl From<&Error> for Failure {
    fn from(error: &Error) -> Self {
        match error {
            Error::VaultUnavailable => Self::VaultUnavailable,
            Error::VaultLocked => Self::VaultLocked,
            Error::VaultDenied => Self::VaultDenied,
            Error::VaultEntryTooLong { limit } => Self::VaultFull { limit: *limit },
            Error::KeyMissing => Self::KeyMissing,
            Error::KeyNotReadable => Self::KeyNotReadable,
            Error::PassphraseWrong => Self::PassphraseWrong,
            Error::PassphraseTooShort { least } => Self::PassphraseTooShort { least: *least },
            Error::AccountIdInvalid { text } => Self::AccountIdInvalid { text: text.clone() },
            Error::ClientIdInvalid => Self::ClientIdInvalid,
            Error::ClientIdIsApplicationId => Self::ClientIdIsApplicationId,
            Error::ClientIdIsConsumerSecret => Self::ClientIdIsConsumerSecret,
            Error::ClientIdIsCertificateId => Self::ClientIdIsCertificateId,
            Error::CertificateIdInvalid { length } => {
                Self::CertificateIdInvalid { length: *length }
            }
            Error::CertificateIdDiffers { expected, entered } => {
                Self::CertificateIdDiffers { expected: expected.clone(), entered: entered.clone() }
            }
            Error::NameEmpty => Self::NameEmpty,
            Error::NameTooLong { most, length } => {
                Self::NameTooLong { most: *most, length: *length }
            }
            Error::NameDiffers => Self::NameDiffers,
            Error::ScopesEmpty => Self::ScopesEmpty,
            Error::SubjectInvalid => Self::SubjectInvalid,
            Error::DaysOutOfRange { most } => Self::DaysOutOfRange { most: *most },
            Error::AlgorithmNotForKey => Self::AlgorithmNotForKey,
            Error::KeyTypeNotForTarget { key_type } => {
                Self::KeyTypeNotForTarget { key_type: *key_type }
            }
            Error::AlgorithmNotForTarget { algorithm } => {
                Self::AlgorithmNotForTarget { algorithm: *algorithm }
            }
            Error::CertificateIdNotForTarget { certificate_id } => {
                Self::CertificateIdNotForTarget { certificate_id: certificate_id.clone() }
            }
            Error::StepNotReady { step } => Self::StepNotReady { step: *step },
            Error::ConnectionUnknown | Error::CredentialUnknown => Self::ConnectionUnknown,
            Error::GuideUnknown => Self::GuideUnknown,
            Error::HealthCheckUnknown => Self::HealthCheckUnknown,
            Error::PasteIsSecret => Self::PasteIsSecret,
            Error::BundleVersionInvalid { text } => {
                Self::BundleVersionInvalid { text: text.clone() }
            }
            Error::BundleVersionUnclear { text } => {
                Self::BundleVersionUnclear { text: text.clone() }
            }
            Error::WayNotOpen => Self::WayNotOpen,
            Error::RecordIdDiffers { expected, entered } => {
                Self::RecordIdDiffers { expected: (*expected).to_owned(), entered: entered.clone() }
            }
            Error::SecretIdRefused => Self::SecretIdRefused,
            Error::ValueEmpty => Self::ValueEmpty,
            Error::ValuesDiffer => Self::ValuesDiffer,
            Error::ValueTooLong { most, length } => {
                Self::ValueTooLong { most: *most, length: *length }
            }
            Error::PreferencesLength { needed, length } => {
                Self::PreferencesLength { needed: *needed, length: *length }
            }
            Error::ValueMissing => Self::ValueMissing,
            Error::ValueNotText => Self::ValueNotText,
            Error::TextHoldsValue => Self::TextHoldsValue,
            Error::ValueIsKept => Self::ValueIsKept,
            Error::DayInvalid => Self::DayInvalid,
            Error::DayUnclear { readings } => {
                Self::DayUnclear { readings: readings.iter().map(ToString::to_string).collect() }
            }
            Error::OverlapLasts => Self::OverlapLasts,
            Error::DocumentNewer { path } => Self::DocumentNewer { path: text(path) },
            Error::DocumentDamaged { path } => Self::DocumentDamaged { path: text(path) },
            Error::DocumentTargetUnknown { path, target } => {
                Self::DocumentTargetUnknown { path: text(path), target: target.clone() }
            }
            Error::Busy => Self::Busy,
            Error::Cancelled => Self::Cancelled,
            Error::FileExists { path } => Self::FileExists { path: text(path) },
            Error::VolumeWithoutRights { path } => Self::VolumeWithoutRights { path: text(path) },
            Error::FileNotWritten { path, source } => Self::not_written(text(path), source),
            Error::FileNotRead { path, source } => {
                Self::FileNotRead { path: text(path), detail: source.to_string() }
            }
            Error::PemEmpty => Self::PemEmpty,
            Error::PemBinary => Self::PemBinary,
            Error::PemTooLarge { limit } => Self::PemTooLarge { limit: *limit },
            Error::PemTruncated => Self::PemTruncated,
            Error::PemLabelUnknown { label } => Self::PemLabelUnknown { label: label.clone() },
            Error::IsPublicKey => Self::IsPublicKey,
            Error::IsPrivateKey => Self::IsPrivateKey,
            Error::HoldsPrivateKey => Self::HoldsPrivateKey,
            Error::IsCertificateRequest => Self::IsCertificateRequest,
            Error::CertificateMissing => Self::CertificateMissing,
            Error::PrivateKeyMissing => Self::PrivateKeyMissing,
            Error::RsaSizeRefused { bits } => Self::RsaSizeRefused { bits: *bits },
            Error::RsaPssKey => Self::RsaPssKey,
            Error::CurveExplicit => Self::CurveExplicit,
            Error::CurveRefused => Self::CurveRefused,
            Error::KeyKindRefused => Self::KeyKindRefused,
            Error::KeyLegacyEncryption => Self::KeyLegacyEncryption,
            Error::PassphraseNeeded => Self::PassphraseNeeded,
            Error::PairDiffers => Self::PairDiffers,
            Error::CertificateExpired { at } => Self::CertificateExpired { at: *at },
            Error::CertificateNotYetValid { at } => Self::CertificateNotYetValid { at: *at },
            Error::Offline { host, detail } => {
                Self::Offline { host: host.clone(), detail: detail.clone() }
            }
            Error::TimedOut { host } => Self::TimedOut { host: host.clone() },
            Error::TlsFailed { host, detail } => {
                Self::TlsFailed { host: host.clone(), detail: detail.clone() }
            }
            Error::Redirected { host, to } => {
                Self::Redirected { host: host.clone(), to: to.clone() }
            }
            Error::AnswerTooLarge { host, limit } => {
                Self::AnswerTooLarge { host: host.clone(), limit: *limit }
            }
            Error::AnswerEmpty { status } => Self::AnswerEmpty { status: *status },
            Error::AnswerNotJson { status, html, excerpt } => {
                Self::AnswerNotJson { status: *status, html: *html, excerpt: excerpt.clone() }
            }
            Error::ServerFailed { status, error } => {
                Self::ServerFailed { status: *status, error: error.clone() }
            }
            Error::TooManyRequests { retry_after } => {
                Self::TooManyRequests { retry_after: *retry_after }
            }
            Error::TokenRefused(refusal) => Self::TokenRefused {
                status: refusal.status,
                error: refusal.error.clone(),
                description: refusal.description.clone(),
                token_url: refusal.token_url.clone(),
                clock_skew_seconds: refusal.clock_skew,
                checks: refusal
                    .checks
                    .iter()
                    .map(|check| LocalCheck {
                        check: check.check,
                        passed: check.passed,
                        detail: check.detail.clone(),
                    })
                    .collect(),
            },
            Error::AccountNotKnown => Self::AccountNotKnown,
            Error::SignInDenied => Self::SignInDenied,
            Error::SignInRefused { error } => Self::SignInRefused { error: error.clone() },
            Error::SignInStateDiffers => Self::SignInStateDiffers,
            Error::SignInNotAsked => Self::SignInNotAsked,
            Error::SignInAddressInvalid => Self::SignInAddressInvalid,
            Error::SignInAddressOfNetSuite { page } => {
                Self::SignInAddressOfNetSuite { page: *page }
            }
            Error::SignInAddressElsewhere { expected } => {
                Self::SignInAddressElsewhere { expected: expected.clone() }
            }
            Error::RedirectPageNotHttps => Self::RedirectPageNotHttps,
            Error::RedirectPageInvalid => Self::RedirectPageInvalid,
            Error::SignInOtherAccount { company, expected } => {
                Self::SignInOtherAccount { company: company.clone(), expected: expected.clone() }
            }
            Error::SignInValuesInvalid => Self::SignInValuesInvalid,
            Error::SignInCodeRefused { error } => Self::SignInCodeRefused { error: error.clone() },
            Error::ClientSecretNeeded => Self::ClientSecretNeeded,
            Error::ClientNotAuthenticated { public_client } => {
                Self::ClientNotAuthenticated { public_client: *public_client }
            }
            Error::SignInNeeded => Self::SignInNeeded,
            Error::SignInEnded => Self::SignInEnded,
            Error::TokenNotAccepted { host } => Self::TokenNotAccepted { host: host.clone() },
            Error::PermissionMissing { detail } => {
                Self::PermissionMissing { detail: detail.clone() }
            }
            Error::EndpointMissing { host } => Self::EndpointMissing { host: host.clone() },
            Error::EndpointRefused { status, code, detail } => Self::EndpointRefused {
                status: *status,
                code: code.clone(),
                detail: detail.clone(),
            },
            Error::ScopeMissing => Self::ScopeMissing,
            Error::RoleOrEntityMissing => Self::RoleOrEntityMissing,
            Error::InternalIdInvalid => Self::InternalIdInvalid,
            Error::ActsAsAdministrator => Self::ActsAsAdministrator,
            Error::ActsAsAnother { expected, chosen } => {
                Self::ActsAsAnother { expected: expected.clone(), chosen: chosen.clone() }
            }
            Error::SlotsFull { most } => Self::SlotsFull { most: *most },
            Error::CertificateAlreadyListed { revoked } => {
                Self::CertificateAlreadyListed { revoked: *revoked }
            }
            Error::UploadUnsettled => Self::UploadUnsettled,
            Error::UploadLost => Self::UploadLost,
            Error::CertificateNotListed => Self::CertificateNotListed,
            Error::RevokesItself => Self::RevokesItself,
            Error::RevokesLast { connection } => {
                Self::RevokesLast { connection: connection.clone() }
            }
            Error::RevokeUnsettled => Self::RevokeUnsettled,
            Error::ConfirmationDiffers => Self::ConfirmationDiffers,
            Error::RotationUnderWay => Self::RotationUnderWay,
            Error::RotationMissing => Self::RotationMissing,
            Error::RotationElsewhere => Self::RotationElsewhere,
            Error::RotationNotThere => Self::RotationNotThere,
            Error::PracticeNotRunning => Self::PracticeNotRunning,
            Error::AccountNotRefreshable => Self::AccountNotRefreshable,
            Error::Unexpected(cause) => Self::unexpected(cause),
        }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::from(&error)
    }
}

impl Failure {
    /// What the window calls it: the `kind` alone, for what is recorded.
    pub(crate) fn kind_of(error: &Error) -> String {
        // Every failure is a tagged object; an unexpected one would be logged again.
        let kind = match error {
            Error::Unexpected(_) => None,
            error => serde_json::to_value(Self::from(error)).ok(),
        };
        let kind = kind.as_ref().and_then(|failure| failure["kind"].as_str());
        kind.unwrap_or("unexpected").to_owned()
    }

    fn not_written(path: String, source: &std::io::Error) -> Self {
        match source.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::DiskFull { path },
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                Self::FolderReadOnly { path }
            }
            _ => Self::FileNotWritten { path, detail: source.to_string() },
        }
    }

    fn unexpected(cause: &str) -> Self {
        let nanoseconds = OffsetDateTime::now_utc().unix_timestamp_nanos() / 1_000_000;
        let reference = format!("{:08x}", nanoseconds & 0xffff_ffff);
        tracing::error!(%reference, cause, "unexpected");
        Self::Unexpected { reference }
    }
}

fn text(path: &Path) -> String {
    path.display().to_string()
}
