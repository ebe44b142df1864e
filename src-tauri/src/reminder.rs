//! `certdesk --remind`: what an entry at login starts. It reads the documents of the connections once, shows at most one
//! notification a day, and ends. It opens no window and needs no keychain and no network.

pub(crate) mod record;
mod sentences;

use std::path::Path;
use std::process::ExitCode;

use certdesk_core::portfolio::REMINDER_DAYS;
use time::OffsetDateTime;

use crate::due::DueReport;
use crate::system::reminders::{self, Shown};
use record::{LastLook, Notified, RecordFile};

/// What a click on the notification opens: the board, with the certificates that it was about. A
/// web page can open it, too, which shows the user nothing but the board.
pub(crate) const ADDRESS: &str = "certdesk://due";

/// Looks, reminds if there is something to say, and lets a click on the notification open the app.
pub(crate) fn run(data: Option<&Path>) -> ExitCode {
    match remind(data, OffsetDateTime::now_utc()) {
        Ok(shown) => {
            if let Some(shown) = shown {
                shown.open_when_clicked(ADDRESS);
            }
            ExitCode::SUCCESS
        }
        Err(detail) => {
            tracing::warn!(%detail, "the notification was not shown");
            ExitCode::FAILURE
        }
    }
}

/// The notification that was shown; none where there is nothing to say, or it was said already.
fn remind(data: Option<&Path>, now: OffsetDateTime) -> Result<Option<Shown>, String> {
    let report = DueReport::read(data, REMINDER_DAYS, now);
    let Ok(file) = data.map(RecordFile::try_open).transpose() else {
        // Another look is under way, and says what there is to say.
        return Ok(None);
    };
    let mut record = file.as_ref().map(RecordFile::read).unwrap_or_default();
    let outcome = match sentences::notification(&report) {
        None => Ok((Notified::NotNeeded, None)),
        Some(_) if record.has_shown(now) => Ok((Notified::Earlier, None)),
        Some(notification) => {
            reminders::show(&notification, ADDRESS).map(|shown| (Notified::Shown, Some(shown)))
        }
    };
    let notified = outcome.as_ref().map_or(Notified::Failed, |(notified, _)| *notified);
    let due = report.due.iter().filter(|certificate| certificate.is_reminded).count();
    let complete = report.failure.is_none() && report.unreadable.is_empty();
    record.looked(LastLook { at: now, due, complete, notified });
    if let Some(file) = file {
        file.write(&record);
    }
    outcome.map(|(_, shown)| shown)
}
