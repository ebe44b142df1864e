//! The faults: what the practice account does wrong on request, and for how long.
//!
//! The list follows what rotations must survive. The same faults can be set in the process
//! ([`crate::Practice::faults`]), by JSON, and on the page "Simulate failures". [`crate::middleware`] applies
//! them.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};
use thiserror::Error;
use time::Duration;

use crate::account::mapping::UploadFaults;
use crate::store::AccountStore;

/// One way to go wrong. In JSON: `{"endpoint":"token","kind":"delay-after","milliseconds":500,"lasts":"once"}`.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Fault {
    /// The endpoint that misbehaves.
    pub endpoint: Endpoint,
    /// What goes wrong there.
    #[serde(flatten)]
    pub misbehaviour: Misbehaviour,
    /// How long the fault lasts.
    #[serde(default)]
    pub lasts: Lasts,
}

/// The requests that can go wrong.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Endpoint {
    /// Every request named below.
    Any,
    /// The token request.
    Token,
    /// The list of certificates.
    List,
    /// The upload of a certificate by the certificates endpoint; never the page.
    Upload,
    /// The revocation of a certificate by the certificates endpoint; never the page.
    Revoke,
    /// The request that confirms an account ID.
    Datacenterurls,
    /// A call with a token: of the record service, a query, or a RESTlet.
    Call,
}

/// How long a fault lasts.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lasts {
    /// The next request that it fits.
    #[default]
    Once,
    /// Every request, until the faults are cleared.
    Sticky,
}

/// What goes wrong.
///
/// Of several faults that spoil an answer, the one set first acts. The others add up.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Misbehaviour {
    // These spoil the answer, and the request is never processed.
    /// The connection ends.
    DropBefore,
    /// An HTML page with status 200, as a login page would be.
    Html,
    /// Status 401.
    Unauthorized,
    /// Status 403.
    Forbidden,
    /// Status 429, with `Retry-After`.
    TooManyRequests {
        /// Seconds to wait.
        retry_after: u32,
    },
    /// Status 500.
    ServerError,
    /// Status 302, to this address.
    Redirect {
        /// The `Location`.
        to: String,
    },

    // These spoil the answer after the request has been processed.
    /// The connection ends.
    DropAfter,
    /// Status 500.
    ServerErrorAfter,
    /// The first half of the answer, as if it were whole.
    TruncatedJson,
    /// The status alone.
    EmptyBody,
    /// The answer behind 2 MiB of blanks.
    Oversize,

    // These come on top.
    /// Waits, then processes the request even if the client has gone.
    DelayBefore {
        /// How long it waits.
        milliseconds: u32,
    },
    /// Processes the request, then waits.
    DelayAfter {
        /// How long it waits.
        milliseconds: u32,
    },
    /// NetSuite's clock is ahead, or behind when negative: in the `Date` header and in every rule.
    ClockOff {
        /// How far it is ahead.
        seconds: i32,
    },
    /// The sandbox is refreshed before the request is processed: all mappings are gone.
    SandboxWiped,
    /// The list does not show yet what has changed since the fault was set, so many times. Sticky: for ever.
    ListLag {
        /// How many lists lag.
        lists: u32,
    },
    /// The list names every certificate twice.
    DuplicateRows,
    /// The list is in no order.
    RandomOrder,
    /// The uploaded certificate ends after this many days.
    DateShortened {
        /// Days from now.
        days: u32,
    },
    /// The Certificate ID given is not the thumbprint.
    OtherCertificateId {
        /// What it begins with; may be empty.
        prefix: String,
    },
    /// The upload is refused as if five certificates were active.
    SlotsFull,
    /// The upload is answered in the shape of 2023.
    OldUploadAnswer,
    /// No token for a certificate younger than this.
    RefuseAfterUpload {
        /// Minutes since the upload.
        minutes: u32,
    },
    /// The access token ends after this time.
    ShortLivedToken {
        /// How long it lives.
        seconds: u32,
    },
}

/// The misbehaviour does not exist at that endpoint.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("this endpoint has no such fault")]
pub struct UnfitFault(pub Fault);

/// The faults that are set.
#[derive(Debug)]
pub struct Faults {
    set: Mutex<Vec<SetFault>>,
    store: Arc<AccountStore>,
}

#[derive(Debug)]
struct SetFault {
    fault: Fault,
    /// The account's count of mapping changes when the fault was set.
    since_change: u64,
}

/// The faults that apply to a single request.
#[derive(Clone, Debug, Default)]
pub(crate) struct RequestFaults {
    pub(crate) spoil: Option<Misbehaviour>,
    pub(crate) delay_before: std::time::Duration,
    pub(crate) delay_after: std::time::Duration,
    pub(crate) clock_off: Duration,
    pub(crate) sandbox_wiped: bool,
    /// The list leaves out mapping changes after this count.
    pub(crate) list_as_of: Option<u64>,
    pub(crate) duplicate_rows: bool,
    pub(crate) random_order: bool,
    pub(crate) upload: UploadFaults,
    pub(crate) old_upload_answer: bool,
    pub(crate) refuse_younger_than: Option<Duration>,
    pub(crate) token_lifetime: Option<Duration>,
}

impl Misbehaviour {
    /// Whether it can happen there.
    #[must_use]
    pub fn fits(&self, endpoint: Endpoint) -> bool {
        let only = match self {
            Self::ListLag { .. } | Self::DuplicateRows | Self::RandomOrder => Endpoint::List,
            Self::DateShortened { .. }
            | Self::OtherCertificateId { .. }
            | Self::SlotsFull
            | Self::OldUploadAnswer => Endpoint::Upload,
            Self::RefuseAfterUpload { .. } | Self::ShortLivedToken { .. } => Endpoint::Token,
            _ => return true,
        };
        endpoint == only || endpoint == Endpoint::Any
    }

    fn spoils(&self) -> bool {
        matches!(
            self,
            Self::DropBefore
                | Self::Html
                | Self::Unauthorized
                | Self::Forbidden
                | Self::TooManyRequests { .. }
                | Self::ServerError
                | Self::Redirect { .. }
                | Self::DropAfter
                | Self::ServerErrorAfter
                | Self::TruncatedJson
                | Self::EmptyBody
                | Self::Oversize
        )
    }
}

impl Faults {
    pub(crate) fn none(store: Arc<AccountStore>) -> Self {
        Self { set: Mutex::default(), store }
    }

    /// Sets one more fault.
    ///
    /// # Errors
    ///
    /// [`UnfitFault`] when it cannot happen at that endpoint.
    pub fn add(&self, fault: Fault) -> Result<(), UnfitFault> {
        if !fault.misbehaviour.fits(fault.endpoint) {
            return Err(UnfitFault(fault));
        }
        let since_change = self.store.account().mapping_changes;
        self.lock().push(SetFault { fault, since_change });
        Ok(())
    }

    /// The faults that are still set, oldest first.
    #[must_use]
    pub fn all(&self) -> Vec<Fault> {
        self.lock().iter().map(|set| set.fault.clone()).collect()
    }

    /// From here on nothing goes wrong.
    pub fn clear(&self) {
        self.lock().clear();
    }

    /// Takes the faults that apply to a request to this endpoint; those that last once are used up by it.
    pub(crate) fn take(&self, endpoint: Endpoint) -> RequestFaults {
        let changes = self.store.account().mapping_changes;
        let mut faults = RequestFaults::default();
        self.lock().retain_mut(|set| {
            let Fault { endpoint: at, misbehaviour, lasts } = &mut set.fault;
            let here = (*at == endpoint || *at == Endpoint::Any) && misbehaviour.fits(endpoint);
            if !here || (misbehaviour.spoils() && faults.spoil.is_some()) {
                return true;
            }
            if let Misbehaviour::ListLag { lists } = misbehaviour {
                // A list that hides nothing does not count.
                if changes == set.since_change || *lists == 0 {
                    return *lists > 0;
                }
                faults.list_as_of = Some(set.since_change);
                if *lasts == Lasts::Once {
                    *lists -= 1;
                }
                return *lists > 0;
            }
            faults.apply(misbehaviour);
            *lasts == Lasts::Sticky
        });
        faults
    }

    fn lock(&self) -> MutexGuard<'_, Vec<SetFault>> {
        self.set.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl RequestFaults {
    fn apply(&mut self, misbehaviour: &Misbehaviour) {
        match misbehaviour {
            Misbehaviour::DelayBefore { milliseconds } => {
                self.delay_before += std::time::Duration::from_millis((*milliseconds).into());
            }
            Misbehaviour::DelayAfter { milliseconds } => {
                self.delay_after += std::time::Duration::from_millis((*milliseconds).into());
            }
            Misbehaviour::ClockOff { seconds } => {
                self.clock_off += Duration::seconds((*seconds).into())
            }
            Misbehaviour::SandboxWiped => self.sandbox_wiped = true,
            Misbehaviour::DuplicateRows => self.duplicate_rows = true,
            Misbehaviour::RandomOrder => self.random_order = true,
            Misbehaviour::DateShortened { days } => {
                self.upload.ends_after_days = Some((*days).into())
            }
            Misbehaviour::OtherCertificateId { prefix } => {
                self.upload.certificate_id_prefix = Some(prefix.clone());
            }
            Misbehaviour::SlotsFull => self.upload.slots_full = true,
            Misbehaviour::OldUploadAnswer => self.old_upload_answer = true,
            Misbehaviour::RefuseAfterUpload { minutes } => {
                self.refuse_younger_than = Some(Duration::minutes((*minutes).into()));
            }
            Misbehaviour::ShortLivedToken { seconds } => {
                self.token_lifetime = Some(Duration::seconds((*seconds).into()));
            }
            spoiling => self.spoil = Some(spoiling.clone()),
        }
    }
}
