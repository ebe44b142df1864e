//! The practice account's own clock.
//!
//! Every rule that depends on the time asks it, so that a test can let a certificate expire without waiting.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use time::{Duration, OffsetDateTime};

/// Where the practice account takes the time from. Clones show the same time.
#[derive(Clone, Debug)]
pub struct Clock {
    /// Where the clock was stopped; `None` follows the system.
    stopped_at: Option<OffsetDateTime>,
    /// Seconds added by [`Clock::advance`].
    ahead: Arc<AtomicI64>,
}

impl Clock {
    /// A clock that follows the system's.
    #[must_use]
    pub fn system() -> Self {
        Self { stopped_at: None, ahead: Arc::default() }
    }

    /// A clock that stands still until it is advanced.
    #[must_use]
    pub fn stopped_at(time: OffsetDateTime) -> Self {
        Self { stopped_at: Some(time), ahead: Arc::default() }
    }

    /// Moves this clock, and every clone of it, by whole seconds; back, when negative.
    pub fn advance(&self, by: Duration) {
        self.ahead.fetch_add(by.whole_seconds(), Ordering::Relaxed);
    }

    /// The time it shows.
    #[must_use]
    pub fn now(&self) -> OffsetDateTime {
        let base = self.stopped_at.unwrap_or_else(OffsetDateTime::now_utc);
        base.saturating_add(Duration::seconds(self.ahead.load(Ordering::Relaxed)))
    }
}

/// The time at which a request arrived, as every rule takes it: the clock's, unless a fault shifts it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RequestTime(pub(crate) OffsetDateTime);

impl Default for Clock {
    fn default() -> Self {
        Self::system()
    }
}
