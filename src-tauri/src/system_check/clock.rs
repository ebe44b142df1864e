//! NetSuite's clock beside this computer's: one request, whose answer is not read beyond its date.

use certdesk_core::Result;
use certdesk_core::netsuite;
use certdesk_core::netsuite::proof::CLOCK_TOLERANCE;
use netsuite_client::Origin;

use super::{Finding, Reached};

pub(crate) async fn examine(origin: Origin) -> Finding {
    Finding::Clock(match skew(origin).await {
        Ok(Some(skew)) if skew.abs() <= CLOCK_TOLERANCE.whole_seconds() => Reached::Agrees { skew },
        Ok(Some(skew)) => Reached::Differs { skew },
        Ok(None) => Reached::Undated,
        Err(error) => Reached::Failed(error),
    })
}

async fn skew(origin: Origin) -> Result<Option<i64>> {
    Ok(netsuite::client(origin)?.clock_skew().await?)
}

#[cfg(test)]
mod tests {
    use certdesk_core::Error;
    use certdesk_core::error::NetSuiteError;
    use netsuite_client::AccountId;
    use netsuite_practice::{ACCOUNT_ID, Endpoint, Fault, Lasts, Misbehaviour, Options, Practice};
    use time::Duration;

    use super::*;

    /// What is found at a NetSuite of this computer that misbehaves like this.
    async fn found(misbehaviour: Option<Misbehaviour>) -> Reached {
        let practice = Practice::start(Options::default()).await.unwrap();
        if let Some(misbehaviour) = misbehaviour {
            let (endpoint, lasts) = (Endpoint::Datacenterurls, Lasts::Sticky);
            practice.faults().add(Fault { endpoint, misbehaviour, lasts }).unwrap();
        }
        let account = AccountId::parse(ACCOUNT_ID).unwrap();
        let origin = Origin::practice(practice.address(), account).unwrap();
        let Finding::Clock(reached) = examine(origin).await else { panic!("a clock") };
        practice.stop().await;
        reached
    }

    #[tokio::test]
    async fn a_clock_that_agrees_is_told_from_one_that_does_not() {
        let agrees = found(None).await;
        assert!(matches!(agrees, Reached::Agrees { skew: -2..=2 }), "{agrees:?}");
        let tolerated = i32::try_from(CLOCK_TOLERANCE.whole_seconds()).unwrap();
        for (off, seconds) in [(tolerated + 60, -120), (-tolerated - 60, 120)] {
            let differs = found(Some(Misbehaviour::ClockOff { seconds: off })).await;
            let Reached::Differs { skew } = differs else { panic!("{differs:?}") };
            let distance = Duration::seconds(skew - seconds).abs();
            assert!(distance <= Duration::seconds(2), "{skew} is about {seconds}");
        }
    }

    #[tokio::test]
    async fn the_clock_is_read_from_any_answer() {
        for misbehaviour in [Misbehaviour::ServerError, Misbehaviour::Html, Misbehaviour::Forbidden]
        {
            let reached = found(Some(misbehaviour.clone())).await;
            assert!(matches!(reached, Reached::Agrees { .. }), "{misbehaviour:?}: {reached:?}");
        }
    }

    #[tokio::test]
    async fn a_host_that_does_not_answer_or_leads_elsewhere_is_told() {
        let dropped = found(Some(Misbehaviour::DropBefore)).await;
        assert!(
            matches!(dropped, Reached::Failed(Error::NetSuite(NetSuiteError::Offline { .. }))),
            "{dropped:?}"
        );
        let to = "https://portal.example/sign-in".to_owned();
        let elsewhere = found(Some(Misbehaviour::Redirect { to })).await;
        assert!(
            matches!(elsewhere, Reached::Failed(Error::NetSuite(NetSuiteError::Redirected { .. }))),
            "{elsewhere:?}"
        );
    }
}
