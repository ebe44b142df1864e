//! The report: one line for each examination.

use std::path::Path;

use serde::Serialize;
use time::OffsetDateTime;
use ts_rs::TS;

use super::{Finding, Line, State, program, sentences};

/// What was found, for a support ticket and for the window. Raise `SCHEMA` when a member changes its meaning.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "CheckReport")]
pub(crate) struct Report {
    schema_version: u32,
    pub(crate) version: &'static str,
    pub(crate) commit: Option<&'static str>,
    #[serde(with = "time::serde::rfc3339")]
    #[ts(type = "Instant")]
    pub(crate) checked_at: OffsetDateTime,
    /// Whether NetSuite's clock was asked.
    online: bool,
    /// The worst of all lines.
    pub(crate) state: State,
    pub(crate) lines: Vec<Line>,
}

impl Report {
    pub(crate) fn new(findings: &[Finding], online: bool) -> Self {
        let home = dirs::home_dir();
        let lines: Vec<_> = findings
            .iter()
            .map(sentences::line)
            .map(|line| Line {
                detail: without_home(&line.detail, home.as_deref()),
                remedy: line.remedy.map(|remedy| without_home(&remedy, home.as_deref())),
                ..line
            })
            .collect();
        Self {
            schema_version: SCHEMA,
            version: env!("CARGO_PKG_VERSION"),
            commit: program::COMMIT,
            checked_at: OffsetDateTime::now_utc().truncate_to_second(),
            online,
            state: lines.iter().map(|line| line.state).max().unwrap_or(State::Ok),
            lines,
        }
    }

    /// How many problems there are.
    pub(crate) fn summary(&self) -> String {
        sentences::summary(self.count(State::Failed), self.count(State::Warning))
    }

    /// How many lines came out like that.
    pub(crate) fn count(&self, state: State) -> usize {
        self.lines.iter().filter(|line| line.state == state).count()
    }
}

/// The home folder's name is often a person's.
fn without_home(text: &str, home: Option<&Path>) -> String {
    let Some(home) = home.and_then(Path::to_str).filter(|home| home.len() > 1) else {
        return text.to_owned();
    };
    let home = home.trim_end_matches(std::path::MAIN_SEPARATOR);
    let mut shown = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(home) {
        let (before, after) = (&rest[..at], &rest[at + home.len()..]);
        // `/home/mira` is no part of `/home/miranda`.
        let whole =
            !after.starts_with(|next: char| next.is_alphanumeric() || next == '_' || next == '-');
        shown.push_str(before);
        shown.push_str(if whole { "~" } else { home });
        rest = after;
    }
    shown + rest
}

const SCHEMA: u32 = 1;

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn the_home_folder_is_not_named() {
        let home = Some(Path::new("/home/mira"));
        let shown = without_home("/home/mira/.local and /home/mira, not /home/miranda/x", home);
        assert_eq!(shown, "~/.local and ~, not /home/miranda/x");
        assert_eq!(without_home("/home/mira", None), "/home/mira");
        assert_eq!(without_home("/srv/data", Some(Path::new("/"))), "/srv/data");
    }

    #[test]
    fn a_report_is_as_bad_as_its_worst_line() {
        let good = || Finding::NoProxy;
        assert_eq!(Report::new(&[good()], false).state, State::Ok);
        let ignored = Finding::ProxyIgnored { variable: "HTTPS_PROXY" };
        assert_eq!(Report::new(&[good(), ignored], false).state, State::Warning);
        let report = Report::new(&[Finding::WebViewMissing, good()], false);
        assert_eq!(report.state, State::Failed);
        assert_eq!((report.count(State::Failed), report.count(State::Ok)), (1, 1));
    }
}
