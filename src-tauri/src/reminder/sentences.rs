//! What a notification says.

use certdesk_core::portfolio::REMINDER_DAYS;

use crate::due::{DueCertificate, DueReport};
use crate::system::reminders::Notification;

/// The notification about a report; none where there is nothing to say.
pub(super) fn notification(report: &DueReport) -> Option<Notification> {
    if let Some(failure) = &report.failure {
        return Some(Notification { title: NOT_CHECKED.to_owned(), body: failure.clone() });
    }
    let due: Vec<_> = report.due.iter().filter(|one| one.is_reminded).collect();
    let unread = report.unreadable.len();
    let (title, body) = match due.as_slice() {
        [] if unread == 0 => return None,
        [] => return Some(Notification { title: not_all_checked(unread), body: WHY.to_owned() }),
        [one] => (title_of_one(one), body_of_one(one)),
        [first, ..] => (title_of_all(&due), body_of_first(first)),
    };
    let body = if unread == 0 { body } else { format!("{body} {}.", not_all_checked(unread)) };
    Some(Notification { title, body })
}

fn title_of_one(certificate: &DueCertificate) -> String {
    let client = certificate.client();
    match certificate.days_left() {
        None => format!("Certificate for {client} has expired"),
        Some(0) => format!("Certificate for {client} expires today"),
        Some(1) => format!("Certificate for {client} expires tomorrow"),
        Some(days) => format!("Certificate for {client} expires in {days} days"),
    }
}

fn body_of_one(certificate: &DueCertificate) -> String {
    let day = certificate.expires_on.in_words();
    match (certificate.target, certificate.days_left()) {
        (Some(target), Some(_)) => format!("{target} can't get tokens after {day}."),
        (Some(target), None) => format!("{target} can't get tokens since {day}."),
        (None, Some(_)) => format!("It expires on {day}."),
        (None, None) => format!("It expired on {day}."),
    }
}

fn title_of_all(due: &[&DueCertificate]) -> String {
    let count = due.len();
    if due.iter().any(|one| one.days_left().is_none()) {
        format!("{count} certificates expire within {REMINDER_DAYS} days or have expired")
    } else {
        format!("{count} certificates expire within {REMINDER_DAYS} days")
    }
}

fn body_of_first(first: &DueCertificate) -> String {
    let (client, day) = (first.client(), first.expires_on.in_words());
    match first.days_left() {
        None => format!("The first is for {client}. It expired on {day}."),
        Some(_) => format!("The first is for {client}. It expires on {day}."),
    }
}

fn not_all_checked(unread: usize) -> String {
    if unread == 1 {
        "Certdesk can't read 1 connection".to_owned()
    } else {
        format!("Certdesk can't read {unread} connections")
    }
}

const NOT_CHECKED: &str = "Certdesk can't check your certificates";
const WHY: &str = "Open Certdesk to see why.";
