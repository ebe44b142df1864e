//! Why a text is not a day.

/// Why a text is not a day.
#[derive(Debug, thiserror::Error)]
pub enum DayError {
    /// Not a calendar day.
    #[error("not a day")]
    Invalid,
    /// A day that can be read in several ways.
    #[error("a day with several readings")]
    Unclear {
        /// All of them.
        readings: Vec<crate::day::Day>,
    },
}
