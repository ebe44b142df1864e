//! Calendar days: as documents hold them, and as people and other programs write them.
//!
//! No clock time and no zone: of `Dec 31, 2026 11:59 PM PST` only the day is taken, as it stands.
//!
//! The reading is written here because the crates that read people's dates (`chrono-english`,
//! `langtime`) settle on one reading by a dialect chosen beforehand, and the user must be asked
//! where there are several.

use std::fmt;

use serde::{Deserialize, Serialize};
use time::format_description::BorrowedFormatItem;
use time::macros::format_description;
use time::{Date, Month, OffsetDateTime};

/// A calendar day, `2026-12-31` in documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day(Date);

impl Day {
    /// The day of an instant, in UTC.
    #[must_use]
    pub fn of(instant: OffsetDateTime) -> Self {
        Self(instant.to_utc().date())
    }

    /// Whole days from another day until this one; negative when this one comes first.
    #[must_use]
    pub fn days_after(self, other: Self) -> i64 {
        (self.0 - other.0).whole_days()
    }

    /// So many days earlier, or this day itself at the beginning of the calendar.
    #[must_use]
    pub fn earlier(self, days: i64) -> Self {
        Self(self.0.checked_sub(time::Duration::days(days)).unwrap_or(self.0))
    }

    /// The day after, or this day itself at the end of the calendar.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.next_day().unwrap_or(self.0))
    }

    /// As people read it: `Dec 31, 2026`.
    #[must_use]
    pub fn in_words(self) -> String {
        // Cannot fail: a day has all these parts.
        self.0.format(WORDS).unwrap_or_default()
    }

    /// Every day that a text can mean, the earliest first: none where it names no day, several
    /// where day and month can be exchanged (`03/04/2026`).
    ///
    /// The first date in the text counts; names of months are English.
    #[must_use]
    pub fn readings(text: &str) -> Vec<Self> {
        let parts = parts(text);
        let mut days = match parts.as_slice() {
            [one] => run_together(*one),
            [first, second, third] => three(*first, *second, *third),
            _ => Vec::new(),
        };
        days.sort_unstable();
        days.dedup();
        days
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.format(ISO).map_err(|_| fmt::Error)?)
    }
}

impl TryFrom<String> for Day {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Date::parse(&text, ISO).map(Self).map_err(|_| "not a day")
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

/// One part of a written date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Number {
        value: i32,
        digits: usize,
        /// A dot follows it, and then another number.
        dotted: bool,
    },
    Month(Month),
}

/// The three parts of the first date in a text, or its one number of eight digits.
fn parts(text: &str) -> Vec<Part> {
    let mut found: Vec<Part> = Vec::new();
    let mut rest = text;
    while found.len() < 3 {
        let Some(start) = rest.find(|c: char| c.is_ascii_alphanumeric()) else { break };
        let before = rest[..start].chars().next_back();
        rest = &rest[start..];
        let digit = rest.starts_with(|c: char| c.is_ascii_digit());
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() || c.is_ascii_digit() != digit);
        let (word, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after;
        if digit {
            // A time of day, before or after its colon.
            if before == Some(':') || (after.starts_with(':') && word.len() <= 2) {
                continue;
            }
            let Ok(value) = word.parse() else { return Vec::new() };
            let mut following = after.chars();
            let dotted = following.next() == Some('.')
                && following.next().is_some_and(|c| c.is_ascii_digit());
            let number = Part::Number { value, digits: word.len(), dotted };
            if word.len() == 8 && found.is_empty() {
                return vec![number];
            }
            found.push(number);
        } else if let Some(month) = month(word)
            && !found.iter().any(|part| matches!(part, Part::Month(_)))
        {
            found.push(Part::Month(month));
        }
    }
    found
}

/// `20261231`, or day and month first.
fn run_together(part: Part) -> Vec<Day> {
    let Part::Number { value, .. } = part else { return Vec::new() };
    let (upper, middle, lower) = (value / 10_000, value / 100 % 100, value % 100);
    let year_first = day(upper, middle, lower, 4);
    if !year_first.is_empty() {
        return year_first;
    }
    let (first, second, year) = (value / 1_000_000, value / 10_000 % 100, value % 10_000);
    [day(year, second, first, 4), day(year, first, second, 4)].concat()
}

fn three(first: Part, second: Part, third: Part) -> Vec<Day> {
    use Part::{Month, Number};
    match (first, second, third) {
        (Number { value: year, digits: 4, .. }, Month(month), Number { value, .. }) => {
            day(year, i32::from(u8::from(month)), value, 4)
        }
        // The year comes last wherever it is not written in full.
        (Number { value, .. }, Month(month), Number { value: year, digits, .. })
        | (Month(month), Number { value, .. }, Number { value: year, digits, .. }) => {
            day(year, i32::from(u8::from(month)), value, digits)
        }
        (
            Number { value: a, digits: first, dotted },
            Number { value: b, .. },
            Number { value: c, digits: last, .. },
        ) => numbers([a, b, c], first, last, dotted),
        _ => Vec::new(),
    }
}

fn numbers([a, b, c]: [i32; 3], first: usize, last: usize, dotted: bool) -> Vec<Day> {
    if first == 4 {
        let usual = day(a, b, c, 4);
        // Year, day, month is written by nobody on purpose, but it is the only reading then.
        return if usual.is_empty() { day(a, c, b, 4) } else { usual };
    }
    let day_first = day(c, b, a, last);
    // With dots the day comes first everywhere.
    if dotted && !day_first.is_empty() {
        return day_first;
    }
    let month_first = day(c, a, b, last);
    let year_first = if last == 4 { Vec::new() } else { day(a, b, c, first) };
    [day_first, month_first, year_first].concat()
}

/// The day, where there is such a one and the year is written with four digits, or with two, which
/// then belong to this century.
fn day(year: i32, month: i32, day: i32, digits: usize) -> Vec<Day> {
    let year = match digits {
        4 => year,
        2 => 2000 + year,
        _ => return Vec::new(),
    };
    let date = || {
        let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
        Date::from_calendar_date(year, month, u8::try_from(day).ok()?).ok()
    };
    date().map(Day).into_iter().collect()
}

/// The month of an English name or of its beginning.
fn month(word: &str) -> Option<Month> {
    let word = word.to_ascii_lowercase();
    let named = |name: &&str| word.len() >= 3 && (name.starts_with(&word) || (word == "sept"));
    let position =
        MONTHS.iter().position(|name| named(name) && (word != "sept" || *name == "september"));
    Month::try_from(u8::try_from(position? + 1).ok()?).ok()
}

const ISO: &[BorrowedFormatItem<'_>] = format_description!("[year]-[month]-[day]");
const WORDS: &[BorrowedFormatItem<'_>] =
    format_description!("[month repr:short] [day padding:none], [year]");
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn readings(text: &str) -> Vec<String> {
        Day::readings(text).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn one_day_is_recognised_in_every_form() {
        for text in [
            "2026-12-31",
            "2026/12/31",
            "2026.12.31",
            "20261231",
            "31122026",
            "12/31/2026",
            "12-31-2026",
            "31/12/2026",
            "31.12.2026",
            "31. 12. 2026",
            "31-Dec-2026",
            "31-DEC-26",
            "31 December 2026",
            "31st of December, 2026",
            "Dec 31, 2026",
            "December 31 2026",
            "Thursday, December 31, 2026",
            "2026-Dec-31",
            "12/31/26",
            "2026-12-31T23:59:59Z",
            "2026-12-31 23:59:59 GMT",
            "12/31/2026 11:59 PM",
            "11:59 PM 12/31/2026",
            "Dec 31, 2026 11:59:59 PM PST.",
            "2026年12月31日",
        ] {
            assert_eq!(readings(text), ["2026-12-31"], "{text}");
        }
    }

    #[test]
    fn a_date_with_day_and_month_exchangeable_has_both_readings() {
        assert_eq!(readings("03/04/2026"), ["2026-03-04", "2026-04-03"]);
        assert_eq!(readings("03-04-2026"), ["2026-03-04", "2026-04-03"]);
        assert_eq!(readings("04/04/2026"), ["2026-04-04"], "both readings are one day");
        assert_eq!(readings("03.04.2026"), ["2026-04-03"], "with dots the day comes first");
    }

    #[test]
    fn two_digits_for_everything_have_every_reading_that_is_a_day() {
        assert_eq!(readings("03/04/05"), ["2003-04-05", "2005-03-04", "2005-04-03"]);
    }

    #[test]
    fn what_is_no_day_has_no_reading() {
        for text in
            ["", "soon", "2026", "31/31/2026", "30 February 2026", "12:30", "Dec 2026", "1/2"]
        {
            assert_eq!(readings(text), [""; 0], "{text}");
        }
        assert_eq!(readings("29 February 2028"), ["2028-02-29"]);
    }

    #[test]
    fn september_is_known_by_four_letters_as_well() {
        assert_eq!(readings("1 Sept 2026"), ["2026-09-01"]);
        assert_eq!(readings("1 Ma 2026"), [""; 0], "two letters can be March or May");
    }

    #[test]
    fn days_are_counted_over_the_end_of_a_month() {
        let [day] = Day::readings("2026-03-04")[..] else { panic!() };
        assert_eq!(day.earlier(14).to_string(), "2026-02-18");
        assert_eq!(day.days_after(day.earlier(14)), 14);
        assert_eq!(day.earlier(4).next().to_string(), "2026-03-01");
        assert_eq!(day.in_words(), "Mar 4, 2026");
    }

    proptest! {
        #[test]
        fn no_text_makes_it_fail(text in ".*") {
            let _ = Day::readings(&text);
        }

        #[test]
        fn every_day_is_read_back_from_its_own_form(days in 0..40_000i64) {
            let day = Day(Date::MIN.replace_year(1990).unwrap() + time::Duration::days(days));
            prop_assert_eq!(Day::readings(&day.to_string()), vec![day]);
        }
    }
}
