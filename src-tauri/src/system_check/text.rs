//! The report as text, a line for each examination, for a terminal and for a mail.

use std::fmt;

use super::{Report, sentences};

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self.lines.iter().map(|line| line.name.len()).max().unwrap_or_default();
        for line in &self.lines {
            let state = sentences::state(line.state);
            write!(f, "{state:<7}  {:<width$}  {}", line.name, line.detail)?;
            if let Some(remedy) = &line.remedy {
                write!(f, " {remedy}")?;
            }
            writeln!(f)?;
        }
        writeln!(f, "\n{}", self.summary())
    }
}
