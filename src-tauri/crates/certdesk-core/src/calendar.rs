//! Reminders before certificates expire, as an iCalendar document (RFC 5545) that calendar programs
//! open. It contains no secret.
//!
//! Each certificate has an all-day event 60, 30, and 14 days before it expires, and one on the day
//! itself. An event's UID never changes and its `SEQUENCE` grows, so opening a newer document updates
//! the events that a calendar already has. Events of a certificate that was replaced are canceled.

mod text;

use chrono::Duration;
use icalendar::{Alarm, Calendar, Component as _, Event, EventLike as _, EventStatus, Property};
use time::OffsetDateTime;
use time::format_description::BorrowedFormatItem;
use time::macros::format_description;

use crate::connection::{Connection, Credential, CredentialState};
use crate::day::Day;
use crate::error::{ConnectionError, Result};
use text::Texts;

/// The document of one connection.
///
/// # Errors
/// [`ConnectionError::NothingToRemind`] where it has no certificate that NetSuite knows, or what is
/// wrong with a certificate.
pub fn of_one(connection: &Connection, now: OffsetDateTime) -> Result<String> {
    document(std::iter::once(connection), now)
}

/// One document for all connections. Those of the practice account are left out: nothing depends on
/// their certificates.
///
/// # Errors
/// As [`of_one`].
pub fn of_all(connections: &[Connection], now: OffsetDateTime) -> Result<String> {
    document(connections.iter().filter(|connection| !connection.practice), now)
}

fn document<'a>(
    connections: impl Iterator<Item = &'a Connection>,
    now: OffsetDateTime,
) -> Result<String> {
    let mut calendar = Calendar::empty();
    // No METHOD: that would make it an invitation, which needs an organizer.
    for (name, value) in [("VERSION", "2.0"), ("PRODID", PRODUCT), ("CALSCALE", "GREGORIAN")] {
        calendar.append_property(Property::new(name, value));
    }
    for connection in connections {
        for credential in &connection.credentials {
            if let Some(standing) = Standing::of(connection, credential) {
                calendar.extend(events(connection, credential, standing, now)?);
            }
        }
    }
    if calendar.components.is_empty() {
        return Err(ConnectionError::NothingToRemind.into());
    }
    Ok(calendar.to_string())
}

/// What a certificate's events say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    /// The connection depends on it.
    InUse,
    /// Another certificate took its place.
    Replaced,
    /// NetSuite no longer accepts it.
    Revoked,
    /// A sandbox refresh cleared its mapping.
    MappingGone,
}

impl Standing {
    /// None for a certificate that no calendar can have: NetSuite doesn't know it, or a rotation has
    /// not switched to it yet.
    fn of(connection: &Connection, credential: &Credential) -> Option<Self> {
        let is = |other: Option<&Credential>| other.is_some_and(|other| other.id == credential.id);
        if credential.state == CredentialState::Made {
            return None;
        }
        if is(connection.working()) {
            return Some(Self::InUse);
        }
        if is(connection.coming()) || credential.confirmed_id.is_none() {
            return None;
        }
        Some(match credential.state {
            CredentialState::Revoked => Self::Revoked,
            CredentialState::Gone => Self::MappingGone,
            _ => Self::Replaced,
        })
    }
}

/// The events of one certificate. A canceled certificate has none once it has expired: they would
/// all be in the past.
fn events(
    connection: &Connection,
    credential: &Credential,
    standing: Standing,
    now: OffsetDateTime,
) -> Result<Vec<Event>> {
    let certificate = credential.certificate()?;
    let (begins, ends) = (Day::of(certificate.not_before()), Day::of(credential.ends_at()?));
    let today = Day::of(now);
    if standing != Standing::InUse && ends < today {
        return Ok(Vec::new());
    }
    // A certificate that is replaced or revoked has an entry in the history, which never shrinks. When
    // NetSuite's list shows an earlier last day, the events move without an entry. Of two documents
    // with the same number, a calendar takes the one with the later DTSTAMP.
    let earlier = ends < Day::of(certificate.not_after());
    let changes = connection.history.len() + usize::from(earlier);
    let sequence = u32::try_from(changes).unwrap_or(u32::MAX);
    let texts = Texts { connection, credential, standing, ends };
    let event = |days: i64| {
        let day = ends.earlier(days);
        let uid = uid(connection, credential, days);
        let mut event = Event::with_uid(&uid);
        event
            .append_property(date("DTSTART", day))
            .append_property(date("DTEND", day.next()))
            .add_property("DTSTAMP", stamp(now))
            .add_property("TRANSP", "TRANSPARENT")
            .sequence(sequence)
            .summary(&texts.summary(days))
            .description(&texts.description());
        if standing == Standing::InUse {
            event.status(EventStatus::Confirmed);
        } else {
            event.status(EventStatus::Cancelled);
        }
        if standing == Standing::InUse && day >= today {
            event.alarm(alarm(&texts.summary(days), &uid, now));
        }
        event
    };
    let days = DAYS_BEFORE.into_iter().filter(|days| ends.earlier(*days) >= begins);
    Ok(days.map(event).collect())
}

/// Shown at 9 a.m. on the day before, in the calendar's own time zone.
fn alarm(summary: &str, event: &str, now: OffsetDateTime) -> Alarm {
    let mut alarm = Alarm::display(summary, -Duration::hours(15));
    // The crate would invent both, and the same connections would give a different document.
    alarm.add_property("DTSTAMP", stamp(now)).uid(&format!("alarm-{event}"));
    alarm
}

/// The predicted Certificate ID is in it, which comes from the certificate itself: what NetSuite
/// confirms may differ, and a UID must not change.
fn uid(connection: &Connection, credential: &Credential, days: i64) -> String {
    format!("{}-{}-{days}@certdesk", connection.id.as_str(), credential.predicted_id)
}

fn date(name: &str, day: Day) -> Property {
    Property::new(name, day.to_string().replace('-', "")).add_parameter("VALUE", "DATE").done()
}

fn stamp(at: OffsetDateTime) -> String {
    // Cannot fail: an instant has all these parts.
    at.to_utc().format(STAMP).unwrap_or_default()
}

/// When reminders are due: as NetSuite emails administrators (facts A.1), and on the last day.
const DAYS_BEFORE: [i64; 4] = [60, 30, 14, 0];
const PRODUCT: &str = "-//Certdesk//Certificate reminders//EN";
const STAMP: &[BorrowedFormatItem<'_>] =
    format_description!("[year][month][day]T[hour][minute][second]Z");

#[cfg(test)]
mod tests;
