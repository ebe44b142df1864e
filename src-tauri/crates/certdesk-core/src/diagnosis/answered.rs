//! What failed, as signs: Certdesk's own failures, what was recorded of them, what the user saw.

use netsuite_client::ReadRefusal;
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use super::answer_signs::{oauth_error, pasted_status, refused_upload};
use super::read_signs::of_refusal;
use super::sign::{Observed, Sign};
use super::{AuditCode, Doing, Pasted};
use crate::connection::{CallOutcome, Connection, CredentialId, ReadKind, Refused};
use crate::error::{
    ConnectionError, Error, KeysError, NetSuiteError, SignInError, UploadError, VaultError,
};

/// Something that failed, without anything secret of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failed {
    /// What was being done.
    pub doing: Doing,
    /// When.
    pub at: OffsetDateTime,
    /// Whether Certdesk made the request; else another system or a person did.
    pub ours: bool,
    /// The credential that was used, where that is known.
    pub credential: Option<CredentialId>,
    /// The HTTP status, where there was an answer.
    pub status: Option<u16>,
    /// NetSuite's `error` or code, where there was one.
    pub error: Option<String>,
    /// The code of the audit trail, where a pasted text held one.
    pub code: Option<AuditCode>,
    /// Local clock minus NetSuite's, in seconds, where an answer showed it.
    pub clock_skew: Option<i64>,
    /// What it shows.
    pub signs: Vec<Observed>,
}

/// What a person saw in NetSuite, which no text tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "SeenInNetSuite"))]
#[serde(rename_all = "kebab-case")]
pub enum Seen {
    /// The pop-up list Application does not offer the record.
    ApplicationNotOffered,
    /// The M2M table is empty after saving.
    TableEmpty,
    /// After signing in the browser stays on a page of NetSuite.
    StaysAtNetSuite,
}

impl Failed {
    /// What an error of Certdesk's own shows; none for what is no matter of NetSuite's, such as a
    /// vault that is locked or a name that is empty.
    #[must_use]
    pub fn of(
        error: &Error,
        doing: Doing,
        credential: Option<CredentialId>,
        at: OffsetDateTime,
    ) -> Option<Self> {
        let (doing, signs) = signs_of(error, doing)?;
        let mut failed = Self { credential, ours: true, ..Self::bare(doing, at, signs) };
        match error {
            Error::TokenRefused(refused) => {
                let refusal = &refused.refusal;
                failed.status = Some(refusal.status);
                failed.error = refusal.error.as_deref().map(netsuite_client::sign_in::plain);
                failed.clock_skew = refusal.clock_skew;
            }
            Error::NetSuite(NetSuiteError::ServerFailed { status, error }) => {
                failed.status = Some(*status);
                failed.error = error.as_deref().map(netsuite_client::sign_in::plain);
            }
            Error::NetSuite(NetSuiteError::EndpointRefused { status, code, .. }) => {
                (failed.status, failed.error) = (Some(*status), code.clone());
            }
            Error::NetSuite(
                NetSuiteError::AnswerNotJson { status, .. } | NetSuiteError::AnswerEmpty { status },
            ) => {
                failed.status = Some(*status);
            }
            Error::NetSuite(NetSuiteError::TokenNotAccepted { .. }) => failed.status = Some(401),
            Error::NetSuite(NetSuiteError::PermissionMissing { .. }) => failed.status = Some(403),
            Error::NetSuite(NetSuiteError::EndpointMissing { .. }) => failed.status = Some(404),
            Error::NetSuite(NetSuiteError::TooManyRequests { .. }) => failed.status = Some(429),
            Error::SignIn(SignInError::Refused { error } | SignInError::CodeRefused { error }) => {
                failed.error = Some(error.clone());
            }
            _ => {}
        }
        Some(failed)
    }

    /// What is left of a refused token in the connection's document.
    #[must_use]
    pub fn recorded(refused: &Refused) -> Self {
        let status = refused.reason.parse::<u16>().ok();
        let sign = match status {
            Some(status) => pasted_status(status),
            None => oauth_error(&refused.reason),
        };
        let signs = sign.into_iter().map(Observed::from).collect();
        let error = status.is_none().then(|| netsuite_client::sign_in::plain(&refused.reason));
        Self { ours: true, status, error, ..Self::bare(Doing::Token, refused.at, signs) }
    }

    /// A read with a token was refused.
    #[must_use]
    pub fn read(
        refusal: &ReadRefusal,
        credential: CredentialId,
        at: OffsetDateTime,
        signs: Vec<Observed>,
    ) -> Self {
        Self {
            ours: true,
            credential: Some(credential),
            status: Some(refusal.status),
            error: refusal.code.clone(),
            ..Self::bare(Doing::Call, at, signs)
        }
    }

    /// What is left of a refused read in the connection's document: the last one, if it was refused.
    #[must_use]
    pub fn recalled(connection: &Connection) -> Option<Self> {
        let call = connection.last_call()?;
        let CallOutcome::Refused { status, code, detail, .. } = &call.outcome else { return None };
        let (code, detail) = (code.clone(), detail.clone());
        let refusal = ReadRefusal { host: String::new(), status: *status, code, detail };
        let mut signs = of_refusal(call.read, &refusal);
        signs.push(Sign::TokenJustReceived.into());
        let beside = connection.call(ReadKind::Metadata).filter(|beside| beside.works());
        let works = beside.is_some_and(|beside| beside.at == call.at);
        signs.extend(works.then(|| Sign::MetadataWorks.into()));
        Some(Self::read(&refusal, call.credential.clone(), call.at, signs))
    }

    /// What the other system said, or sent.
    #[must_use]
    pub fn pasted(pasted: &Pasted, at: OffsetDateTime) -> Self {
        Self {
            status: pasted.status,
            error: pasted.error.clone(),
            code: pasted.code,
            ..Self::bare(pasted.doing, at, pasted.signs.clone())
        }
    }

    /// What a person saw.
    #[must_use]
    pub fn seen(seen: Seen, at: OffsetDateTime) -> Self {
        let (doing, sign) = match seen {
            Seen::ApplicationNotOffered => (Doing::Mapping, Sign::ApplicationNotOffered),
            Seen::TableEmpty => (Doing::Mapping, Sign::TableEmpty),
            Seen::StaysAtNetSuite => (Doing::SignIn, Sign::StaysAtNetSuite),
        };
        Self::bare(doing, at, vec![sign.into()])
    }

    fn bare(doing: Doing, at: OffsetDateTime, signs: Vec<Observed>) -> Self {
        Self {
            doing,
            at,
            ours: false,
            credential: None,
            status: None,
            error: None,
            code: None,
            clock_skew: None,
            signs,
        }
    }
}

/// The wildcard is meant: an error that says nothing about NetSuite needs no diagnosis.
fn signs_of(error: &Error, doing: Doing) -> Option<(Doing, Vec<Observed>)> {
    let one = |sign: Sign| Some((doing, vec![sign.into()]));
    let with = |sign: Sign, detail: &str| Some((doing, vec![sign.with(detail)]));
    let file = |sign: Observed| {
        let doing = if doing == Doing::Upload { Doing::Upload } else { Doing::Key };
        Some((doing, vec![sign]))
    };
    match error {
        Error::TokenRefused(refused) => {
            let refusal = &refused.refusal;
            let error = refusal.error.as_deref().unwrap_or_default();
            let sign = oauth_error(error).or_else(|| pasted_status(refusal.status));
            // Whatever was asked for, it was the token before it that was refused.
            sign.map(|sign| (Doing::Token, vec![sign.into()]))
        }
        Error::NetSuite(NetSuiteError::ServerFailed { error: Some(error), .. })
            if error == "server_error" =>
        {
            one(Sign::ServerError)
        }
        Error::NetSuite(NetSuiteError::ServerFailed { status, .. }) => {
            with(Sign::Failing, &status.to_string())
        }
        Error::NetSuite(NetSuiteError::TooManyRequests { .. }) => one(Sign::TooMany),
        Error::NetSuite(NetSuiteError::Offline { host, detail }) if is_unknown_host(detail) => {
            with(Sign::NoHost, host)
        }
        Error::NetSuite(NetSuiteError::Offline { host, .. }) => with(Sign::Unreachable, host),
        Error::NetSuite(NetSuiteError::TimedOut { host }) => with(Sign::TimedOut, host),
        Error::NetSuite(NetSuiteError::TlsFailed { host, .. }) => with(Sign::TlsFailed, host),
        Error::NetSuite(NetSuiteError::Redirected { to, .. }) => {
            with(Sign::Redirected, to.as_deref().unwrap_or_default())
        }
        Error::NetSuite(NetSuiteError::AnswerNotJson { html: true, .. }) => one(Sign::WebPage),
        Error::NetSuite(
            NetSuiteError::AnswerNotJson { .. }
            | NetSuiteError::AnswerEmpty { .. }
            | NetSuiteError::AnswerTooLarge { .. },
        ) => one(Sign::OddAnswer),
        Error::Connection(ConnectionError::AccountNotKnown) => one(Sign::AccountUnknown),
        Error::Keys(KeysError::PairDiffers) => one(Sign::PairDiffers),
        Error::Vault(VaultError::KeyMissing) => one(Sign::KeyGone),
        Error::Keys(KeysError::KeyNotReadable) => one(Sign::KeyUnreadable),
        Error::Keys(KeysError::AlgorithmNotForKey) => one(Sign::AlgorithmNotForKey),
        Error::Upload(UploadError::CertificateExpired { .. }) => one(Sign::Ended),
        Error::Upload(UploadError::CertificateNotYetValid { .. }) => one(Sign::NotBegun),

        Error::SignIn(SignInError::Denied) => one(Sign::Denied),
        Error::SignIn(SignInError::Refused { error }) => one(oauth_error(error)?),
        Error::SignIn(SignInError::OtherAccount { company, .. }) => {
            with(Sign::OtherAccount, company)
        }
        Error::SignIn(SignInError::CodeRefused { error }) => with(Sign::CodeRefused, error),
        Error::SignIn(
            SignInError::ClientSecretNeeded | SignInError::ClientNotAuthenticated { .. },
        ) => one(Sign::SecretRefused),
        Error::SignIn(SignInError::Ended) => one(Sign::SignInOver),

        Error::NetSuite(NetSuiteError::TokenNotAccepted { host }) => with(Sign::InvalidToken, host),
        Error::NetSuite(NetSuiteError::PermissionMissing { detail }) => {
            with(Sign::Forbidden, detail)
        }
        Error::NetSuite(NetSuiteError::EndpointMissing { host }) => with(Sign::NotFound, host),
        Error::NetSuite(NetSuiteError::EndpointRefused { detail, .. }) => {
            let mut signs = vec![Sign::Refused.with(detail)];
            let uploading = doing == Doing::Upload;
            signs.extend(refused_upload(detail).filter(|_| uploading).map(Observed::from));
            Some((doing, signs))
        }
        Error::NetSuite(NetSuiteError::ScopeMissing) => one(Sign::TokenLacksScope),
        Error::Upload(UploadError::SlotsFull { most }) => with(Sign::SlotsUsed, &most.to_string()),
        Error::Upload(UploadError::AlreadyListed { revoked: true }) => one(Sign::ListRevoked),
        Error::Upload(UploadError::AlreadyListed { revoked: false }) => one(Sign::ListedAlready),

        Error::Keys(KeysError::IsPublicKey) => file(Sign::IsPublicKey.into()),
        Error::Keys(KeysError::IsCertificateRequest) => file(Sign::IsRequest.into()),
        Error::Keys(KeysError::IsPrivateKey | KeysError::HoldsPrivateKey) => {
            file(Sign::IsPrivateKey.into())
        }
        Error::Keys(KeysError::RsaSizeRefused { bits }) => file(Sign::RsaLength.with(bits)),
        Error::Keys(
            KeysError::RsaPssKey
            | KeysError::CurveExplicit
            | KeysError::CurveRefused
            | KeysError::KeyKindRefused,
        ) => file(Sign::KindRefused.into()),
        Error::Keys(KeysError::PassphraseNeeded | KeysError::KeyLegacyEncryption) => {
            file(Sign::KeyEncrypted.into())
        }
        Error::Keys(KeysError::PemTruncated) => file(Sign::FileCutOff.into()),
        _ => None,
    }
}

/// The resolvers of Linux, macOS and Windows, as Rust's standard library passes them on.
fn is_unknown_host(detail: &str) -> bool {
    let detail = detail.to_ascii_lowercase();
    ["lookup address", "name or service not known", "nodename nor servname", "no such host"]
        .iter()
        .any(|words| detail.contains(words))
}
