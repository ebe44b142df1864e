//! What a user may change in it by pasting, choosing and ticking.

use serde::Deserialize;
use time::OffsetDateTime;

use super::{BundleVersion, Bundles, Heard, ProAct, ProRecord, RECORD_ID, Said, Way};
use crate::day::Day;
use crate::error::{Error, Result};

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum ProChange {
    /// What the client is called; may be empty.
    Client {
        /// The name.
        name: String,
    },
    /// What NetSuite or SuiteProjects Pro says.
    Says {
        /// As pasted.
        text: String,
    },
    /// Which day an ambiguous date means.
    ValidUntil {
        /// One of its readings.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        day: Day,
    },
    /// The versions of the bundles; empty where one is not known.
    Bundles {
        /// Of 369630.
        import: String,
        /// Of 369637.
        integration: String,
    },
    /// Another way of those proposed.
    Way {
        /// Which.
        way: Way,
    },
    /// Something was done, or was not done after all.
    Act {
        /// What.
        act: ProAct,
        /// Whether it is done now.
        done: bool,
    },
    /// The ID that NetSuite shows after Save.
    RecordId {
        /// As pasted.
        text: String,
    },
    /// What the health check says at the end.
    Check {
        /// As pasted.
        text: String,
    },
    /// Which day an ambiguous date of it means.
    CheckUntil {
        /// One of its readings.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        day: Day,
    },
}

impl ProRecord {
    /// Makes one change, or none at all.
    ///
    /// # Errors
    /// What is wrong with the input.
    pub fn change(&mut self, change: ProChange, now: OffsetDateTime) -> Result<()> {
        match change {
            ProChange::Client { name } => {
                self.client = name.trim().chars().take(NAME_LENGTH).collect();
            }
            ProChange::Says { text } => self.hear(&text, now)?,
            ProChange::ValidUntil { day } => choose(&mut self.heard, day)?,
            ProChange::Bundles { import, integration } => {
                let bundles =
                    Bundles { import: version(&import)?, integration: version(&integration)? };
                if self.bundles.as_ref() != Some(&bundles) {
                    self.bundles = Some(bundles);
                    self.way = None;
                }
            }
            ProChange::Way { way } => {
                let proposed = self.proposal(Day::of(now)).is_some_and(|p| p.ways.contains(&way));
                if !proposed {
                    return Err(Error::WayNotOpen);
                }
                self.way = Some(way);
            }
            ProChange::Act { act, done } => {
                self.acts.retain(|other| *other != act);
                if done {
                    self.acts.push(act);
                }
                self.acts.sort_unstable();
            }
            ProChange::RecordId { text } => {
                let id = text.trim().to_ascii_lowercase();
                if id != RECORD_ID {
                    let entered = text.trim().chars().take(SHOWN).collect();
                    return Err(Error::RecordIdDiffers { expected: RECORD_ID, entered });
                }
                self.record_id = Some(id);
            }
            ProChange::Check { text } => self.check = Some(heard(&text, now)?),
            ProChange::CheckUntil { day } => choose(&mut self.check, day)?,
        }
        self.changed_at = now;
        Ok(())
    }

    /// Takes in what was pasted. Another finding begins anew: what was done for the one before
    /// says nothing of this one.
    fn hear(&mut self, text: &str, now: OffsetDateTime) -> Result<()> {
        let heard = heard(text, now)?;
        if self.heard.as_ref().is_some_and(|before| before.says != heard.says)
            || self.check.is_some()
        {
            self.way = None;
            self.record_id = None;
            self.check = None;
            self.acts.retain(|act| ROLE_ACTS.contains(act));
        }
        self.heard = Some(heard);
        Ok(())
    }
}

fn heard(text: &str, at: OffsetDateTime) -> Result<Heard> {
    match Said::read(text) {
        Said::Known(says) => Ok(Heard { at, says, valid_until: None }),
        Said::Unknown => Err(Error::HealthCheckUnknown),
        Said::Secret => Err(Error::PasteIsSecret),
    }
}

fn choose(heard: &mut Option<Heard>, day: Day) -> Result<()> {
    let heard = heard.as_mut().ok_or(Error::HealthCheckUnknown)?;
    heard.valid_until = Some(day);
    heard.until().map(|_| ()).ok_or(Error::HealthCheckUnknown)
}

fn version(text: &str) -> Result<Option<BundleVersion>> {
    if text.trim().is_empty() { Ok(None) } else { BundleVersion::parse(text).map(Some) }
}

/// What stays done whatever is found later.
const ROLE_ACTS: [ProAct; 7] = [
    ProAct::PermissionOidc,
    ProAct::PermissionApplications,
    ProAct::PermissionOauth2Login,
    ProAct::PermissionCertificates,
    ProAct::PermissionMarketplace,
    ProAct::BoxIntegration,
    ProAct::BoxOauth2,
];
const NAME_LENGTH: usize = 120;
const SHOWN: usize = 80;
