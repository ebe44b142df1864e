//! How often, and after which pauses, something that may be repeated is repeated.
//!
//! What may be is decided where it is done: a list, the request of a client credentials token and a
//! read are. An upload, a revocation, the exchange of a sign-in's code and a RESTlet never are.

use std::time::{Duration, Instant};

use backon::{BackoffBuilder as _, ExponentialBuilder, Retryable as _};

use crate::{Error, Result};

/// Growing pauses between attempts, scattered so that several clients do not come back together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RetryPolicy {
    first: Duration,
    longest: Duration,
    times: usize,
}

impl RetryPolicy {
    /// What a person in front of the window is asked for. All attempts and pauses together take
    /// less than half a minute.
    pub const USUAL: Self =
        Self { first: Duration::from_millis(500), longest: Duration::from_secs(10), times: 4 };

    /// As often, without any pause: for tests.
    pub const NO_PAUSE: Self =
        Self { first: Duration::ZERO, longest: Duration::ZERO, times: Self::USUAL.times };

    /// The pauses, one before each further attempt.
    pub fn pauses(self) -> impl Iterator<Item = Duration> {
        self.backoff().build()
    }

    /// Does `act`, and again where its failure is of the passing kind. `act` is told how much time
    /// is left for it.
    pub(crate) async fn repeat<T, F>(self, mut act: impl FnMut(Duration) -> F) -> Result<T>
    where
        F: Future<Output = Result<T>>,
    {
        let started = Instant::now();
        let left = || WITHIN.saturating_sub(started.elapsed());
        (|| act(left()))
            .retry(self.backoff())
            .sleep(tokio::time::sleep)
            .when(passes)
            .adjust(|error, pause| self.pause(error, pause?, left()))
            .await
    }

    fn backoff(self) -> ExponentialBuilder {
        ExponentialBuilder::new()
            .with_min_delay(self.first)
            .with_max_delay(self.longest)
            .with_max_times(self.times)
            .with_jitter()
            // Without a seed, and without its `std` feature, the crate scatters alike everywhere.
            .with_jitter_seed(rand::random())
    }

    /// A host that names a time is not asked before it. If that is too long for somebody who
    /// waits, the failure is told at once, with the time in it.
    fn pause(self, error: &Error, usual: Duration, left: Duration) -> Option<Duration> {
        let pause = match error {
            Error::TooManyRequests { retry_after: Some(seconds) } => {
                let asked = Duration::from_secs(*seconds);
                if asked > self.longest {
                    return None;
                }
                usual.max(asked)
            }
            _ => usual,
        };
        (pause < left).then_some(pause)
    }
}

/// Whether a moment later it may be otherwise. A request that ran out of time has taken all the
/// time there is.
const fn passes(error: &Error) -> bool {
    matches!(
        error,
        Error::TooManyRequests { .. } | Error::ServerFailed { .. } | Error::Offline { .. }
    )
}

/// For all attempts and the pauses between them.
pub(super) const WITHIN: Duration = Duration::from_secs(29);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_pauses_leave_time_for_the_requests() {
        let pauses: Vec<_> = RetryPolicy::USUAL.pauses().collect();
        assert_eq!(pauses.len(), 4);
        assert!(pauses.iter().sum::<Duration>() < WITHIN * 2 / 3, "{pauses:?}");
        assert!(pauses.windows(2).all(|pair| pair[0] < pair[1] * 2), "{pauses:?}");
    }

    #[test]
    fn a_named_time_is_kept_and_one_that_is_too_long_ends_the_attempts() {
        let pause = |seconds, left| {
            let error = Error::TooManyRequests { retry_after: Some(seconds) };
            RetryPolicy::USUAL.pause(&error, Duration::from_secs(1), Duration::from_secs(left))
        };
        assert_eq!(pause(0, 20), Some(Duration::from_secs(1)), "never sooner than usual");
        assert_eq!(pause(7, 20), Some(Duration::from_secs(7)));
        assert_eq!(pause(7, 5), None, "not past the end of the time there is");
        assert_eq!(pause(600, 20), None);
    }

    #[tokio::test]
    async fn what_does_not_pass_is_not_repeated() {
        let mut times = 0;
        let act = |_| {
            times += 1;
            async { Err::<(), _>(Error::ScopeMissing) }
        };
        assert!(RetryPolicy::NO_PAUSE.repeat(act).await.is_err());
        assert_eq!(times, 1);
    }
}
