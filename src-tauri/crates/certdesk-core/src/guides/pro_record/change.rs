//! What a user may change in it by pasting, choosing and ticking.

use serde::Deserialize;
use time::{Duration, OffsetDateTime};

use super::times::Stamp;
use super::{BundleVersion, Bundles, Heard, ProAct, ProRecord, RECORD_ID, Said, Situation, Way};
use crate::day::Day;
use crate::error::{Error, ProRecordError, Result};

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
    /// What NetSuite or SuiteProjects Pro says. The sentence that is known already changes nothing.
    Says {
        /// As pasted.
        text: String,
    },
    /// Which day an ambiguous date of the newest message means.
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
    /// What is said after something was done.
    Check {
        /// As pasted.
        text: String,
    },
}

impl ProRecord {
    /// Makes one change, or none at all.
    ///
    /// # Errors
    /// What is wrong with the input.
    pub fn change(&mut self, change: ProChange, now: OffsetDateTime) -> Result<()> {
        // The order of facts decides. A clock that was set back must not change it.
        let after = self.changed_at.checked_add(Duration::NANOSECOND);
        let now = after.map_or(now, |after| now.max(after));
        match change {
            ProChange::Client { name } => {
                self.client = name.trim().chars().take(NAME_LENGTH).collect();
            }
            ProChange::Says { text } => {
                let heard = heard(&text, now)?;
                if !self.is_known(&heard) {
                    self.hear(heard);
                }
            }
            ProChange::ValidUntil { day } => self.choose(day)?,
            ProChange::Bundles { import, integration } => {
                let bundles =
                    Bundles { import: version(&import)?, integration: version(&integration)? };
                if self.bundles.as_ref() != Some(&bundles) {
                    self.way = None;
                }
                self.bundles = Some(bundles);
                self.times.bundles = Some(now);
            }
            ProChange::Way { way } => {
                let proposed = self.proposal(Day::of(now)).is_some_and(|p| p.ways.contains(&way));
                if !proposed {
                    return Err(ProRecordError::WayNotOpen.into());
                }
                self.way = Some(way);
                self.times.way = Some(now);
            }
            ProChange::Act { act, done } => {
                self.acts.retain(|other| *other != act);
                self.times.acts.remove(&act);
                if done {
                    self.acts.push(act);
                    self.times.acts.insert(act, Stamp(now));
                }
                self.acts.sort_unstable();
            }
            ProChange::RecordId { text } => {
                let id = text.trim().to_ascii_lowercase();
                if id != RECORD_ID {
                    let entered = text.trim().chars().take(SHOWN).collect();
                    return Err(Error::ProRecord(ProRecordError::RecordIdDiffers {
                        expected: RECORD_ID,
                        entered,
                    }));
                }
                self.record_id = Some(id);
                self.times.record_id = Some(now);
            }
            ProChange::Check { text } => self.hear(heard(&text, now)?),
        }
        self.changed_at = now;
        Ok(())
    }

    /// Whether it is the message from which somebody goes on: the same sentence, and nothing was
    /// generated since.
    fn is_known(&self, heard: &Heard) -> bool {
        let Some(newest) = self.newest() else { return false };
        let generated_since = self.generated_at().is_some_and(|at| at >= newest.at);
        newest.says == heard.says && !generated_since
    }

    /// Takes a message in. After one that told of a valid certificate the next one begins anew.
    fn hear(&mut self, heard: Heard) {
        let Some(newest) = self.newest() else {
            self.heard = Some(heard);
            return;
        };
        if self.situation(Day::of(newest.at)) == Some(Situation::InOrder) {
            self.begin_anew();
            self.heard = Some(heard);
        } else {
            self.times.tried = self.generated_at().or(self.times.tried);
            self.check = Some(heard);
        }
    }

    /// What was done for a trouble that is over says nothing of the next one.
    fn begin_anew(&mut self) {
        self.way = None;
        self.record_id = None;
        self.check = None;
        self.acts.retain(|act| ROLE_ACTS.contains(act));
        let acts = self.acts.clone();
        self.times.acts.retain(|act, _| acts.contains(act));
        (self.times.way, self.times.record_id, self.times.tried) = (None, None, None);
    }

    fn choose(&mut self, day: Day) -> Result<()> {
        let heard = self.check.as_mut().or(self.heard.as_mut());
        let heard = heard.ok_or(ProRecordError::HealthCheckUnknown)?;
        let is_reading = Heard { valid_until: Some(day), ..heard.clone() }.until() == Some(day);
        if !is_reading {
            return Err(ProRecordError::HealthCheckUnknown.into());
        }
        heard.valid_until = Some(day);
        Ok(())
    }
}

fn heard(text: &str, at: OffsetDateTime) -> Result<Heard> {
    match Said::read(text) {
        Said::Known(says) => Ok(Heard { at, says, valid_until: None }),
        Said::Unknown => Err(ProRecordError::HealthCheckUnknown.into()),
        Said::Secret => Err(ProRecordError::PasteIsSecret.into()),
    }
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
