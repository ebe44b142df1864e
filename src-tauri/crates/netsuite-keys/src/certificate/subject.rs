//! What a certificate is called.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{Error, Result};

/// The common name of a certificate: 1 to 64 characters, none of them a control character.
///
/// NetSuite documents no constraint on the subject; the length is that of RFC 5280, appendix A
/// (`ub-common-name`).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Subject(String);

impl Subject {
    /// Takes a name as typed; blanks around it are dropped.
    pub fn new(name: &str) -> Result<Self> {
        let name = name.trim();
        let length = name.chars().count();
        if length == 0 || length > MOST_CHARACTERS || name.chars().any(char::is_control) {
            return Err(Error::SubjectInvalid);
        }
        Ok(Self(name.to_owned()))
    }

    /// The name we propose: client, environment and target, such as
    /// `Northwind Traders - sandbox - Alumio`.
    ///
    /// Whatever the parts are, it is a usable name: control characters become blanks, empty parts
    /// fall away, and a client's name that is too long is cut at its end.
    pub fn suggest(client: &str, environment: &str, target: &str) -> Self {
        let [client, environment, target] = [client, environment, target].map(one_line);
        let fixed = join(&["", &environment, &target]).chars().count();
        let separator = if fixed == 0 || client.is_empty() { 0 } else { SEPARATOR.len() };
        let room = MOST_CHARACTERS.saturating_sub(fixed + separator);
        let client = shortened(&client, room.max(SHORTEST_CLIENT));
        let name = shortened(&join(&[&client, &environment, &target]), MOST_CHARACTERS);
        if name.is_empty() { Self("NetSuite M2M".to_owned()) } else { Self(name) }
    }

    /// The common name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Subject {
    type Error = Error;

    fn try_from(name: String) -> Result<Self> {
        Self::new(&name)
    }
}

impl From<Subject> for String {
    fn from(subject: Subject) -> Self {
        subject.0
    }
}

fn one_line(text: &str) -> String {
    let words: Vec<_> = text
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|w| !w.is_empty())
        .collect();
    words.join(" ")
}

fn join(parts: &[&str]) -> String {
    let parts: Vec<_> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    parts.join(SEPARATOR)
}

fn shortened(text: &str, most: usize) -> String {
    let cut: String = text.chars().take(most).collect();
    cut.trim_end().to_owned()
}

const MOST_CHARACTERS: usize = 64;
// ASCII, because lists and terminals on the way may show nothing else well.
const SEPARATOR: &str = " - ";
// A client's name stays recognisable even beside a very long target; the end is cut then.
const SHORTEST_CLIENT: usize = 16;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_name_of_64_characters_is_taken_and_one_of_65_is_not() {
        assert!(Subject::new(&"ä".repeat(64)).is_ok());
        assert!(matches!(Subject::new(&"a".repeat(65)), Err(Error::SubjectInvalid)));
    }

    #[test]
    fn blank_names_and_control_characters_are_refused() {
        for name in ["", "  ", "a\nb", "a\0b", "a\u{7f}", "a\u{85}b"] {
            assert!(matches!(Subject::new(name), Err(Error::SubjectInvalid)), "{name:?}");
        }
    }

    #[test]
    fn the_naming_rule_joins_client_environment_and_target() {
        let subject = Subject::suggest("Northwind Traders", "sandbox", "Alumio");
        assert_eq!(subject.as_str(), "Northwind Traders - sandbox - Alumio");
        assert_eq!(Subject::suggest("", "sandbox", "").as_str(), "sandbox");
        assert_eq!(Subject::suggest("", " ", "\n").as_str(), "NetSuite M2M");
    }

    #[test]
    fn a_long_client_is_cut_so_that_environment_and_target_stay() {
        let subject =
            Subject::suggest(&"Northwind ".repeat(20), "release preview", "SuiteCloud CLI");
        assert!(subject.as_str().ends_with(" - release preview - SuiteCloud CLI"));
        assert!(subject.as_str().starts_with("Northwind Northwind"));
        assert!(subject.as_str().chars().count() <= 64);
    }

    proptest! {
        #[test]
        fn any_suggestion_is_a_usable_name(client in ".*", environment in ".*", target in ".*") {
            let suggested = Subject::suggest(&client, &environment, &target);
            prop_assert_eq!(Subject::new(suggested.as_str()).unwrap(), suggested);
        }
    }
}
