//! Account IDs: parsed from any form a user may paste, printed in the two forms NetSuite uses.
//!
//! Hosts are built from an [`AccountId`] and from nothing else, so whatever parses here can only
//! ever name a host below `netsuite.com`.

use std::fmt;

use serde::{Deserialize, Serialize};
use url::{Host, Url};

use crate::error::{Error, Result};

/// A NetSuite account ID in the form of NetSuite's own account fields: `1234567`, `1234567_SB1`.
///
/// Source: <https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_1498251763.html>
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AccountId(String);

/// What kind of account an ID names, read from the ID alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Environment {
    /// No suffix.
    Production,
    /// Suffix `_SB1`, `_SB2`, …
    Sandbox,
    /// Suffix `_RP`.
    ReleasePreview,
    /// Prefix `TSTDRV`.
    TestDrive,
}

impl AccountId {
    /// Reads an account ID, in either form, with words around it, or the address of any page of the account. What was read is
    /// to be shown before it counts.
    ///
    /// # Errors
    /// [`Error::AccountIdInvalid`] for everything else, hostile input included.
    pub fn parse(text: &str) -> Result<Self> {
        let text = text.trim();
        from_address(text)
            .or_else(|| from_id(text))
            .or_else(|| from_words(text))
            .ok_or_else(|| Error::AccountIdInvalid { text: text.chars().take(SHOWN).collect() })
    }

    /// The form for account fields: upper case, underscore.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The form in host names: lower case, hyphen.
    #[must_use]
    pub fn host_form(&self) -> String {
        self.0.to_ascii_lowercase().replace('_', "-")
    }

    /// Which kind of account this is.
    #[must_use]
    pub fn environment(&self) -> Environment {
        match self.0.split_once('_') {
            Some((_, "RP")) => Environment::ReleasePreview,
            Some(_) => Environment::Sandbox,
            None if self.0.starts_with("TSTDRV") => Environment::TestDrive,
            None => Environment::Production,
        }
    }
}

impl Environment {
    /// The word the naming rule of certificates uses.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Production => "production",
            Self::Sandbox => "sandbox",
            Self::ReleasePreview => "release preview",
            Self::TestDrive => "test drive",
        }
    }
}

impl fmt::Display for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for AccountId {
    type Error = Error;
    /// Reads what was stored: the ID alone.
    fn try_from(text: String) -> Result<Self> {
        from_id(&text)
            .ok_or_else(|| Error::AccountIdInvalid { text: text.chars().take(SHOWN).collect() })
    }
}

impl From<AccountId> for String {
    fn from(id: AccountId) -> Self {
        id.0
    }
}

/// `1234567`, `1234567_SB1`, `1234567-sb1`: ASCII letters and digits, one optional suffix.
fn from_id(text: &str) -> Option<AccountId> {
    let (base, suffix) = match text.split_once(['_', '-']) {
        Some((base, suffix)) => (base, Some(suffix)),
        None => (text, None),
    };
    let plain = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric());
    let short = text.len() <= LONGEST;
    // Digits are required: words such as "system" or "localhost" are hosts, never accounts.
    let numbered = base.bytes().any(|b| b.is_ascii_digit());
    (short && numbered && plain(base) && suffix.is_none_or(plain))
        .then(|| AccountId(text.to_ascii_uppercase().replace('-', "_")))
}

/// The account of `https://1234567-sb1.app.netsuite.com/app/…`, with or without the scheme.
fn from_address(text: &str) -> Option<AccountId> {
    let url = match Url::parse(text) {
        Ok(url) if url.scheme() == "https" => url,
        Ok(_) => return None,
        Err(_) if text.contains(DOMAIN) => Url::parse(&format!("https://{text}")).ok()?,
        Err(_) => return None,
    };
    if !url.username().is_empty() || url.password().is_some() || url.port().is_some() {
        return None;
    }
    let Some(Host::Domain(host)) = url.host() else {
        return None;
    };
    let label = host.strip_suffix(DOMAIN)?;
    if SHARED.contains(&label) {
        let mut companies = url.query_pairs().filter(|(name, _)| COMPANY.contains(&name.as_ref()));
        let (_, company) = companies.next()?;
        return from_id(&company).filter(|_| companies.all(|(_, other)| other == company));
    }
    let (account, rest) = label.split_once('.')?;
    SERVICES.contains(&rest).then(|| from_id(account)).flatten()
}

/// `Account ID: 1234567`, `1234567 SB1`: one ID among words without digits, a suffix perhaps behind a space.
fn from_words(text: &str) -> Option<AccountId> {
    // A full stop ends a sentence; within, it is part of an address.
    let text = text.trim_end_matches('.');
    if text.len() > LONGEST_WITH_WORDS
        || !text.chars().all(|c| c.is_alphanumeric() || WORD_SIGNS.contains(c))
    {
        return None;
    }
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric() && !"_-".contains(c))
        .filter(|word| !word.trim_matches('-').is_empty())
        .collect();
    let mut numbered = words.iter().enumerate().filter(|(_, word)| has_digit(word));
    let (at, id) = numbered.next()?;
    let digits = id.bytes().filter(u8::is_ascii_digit).count();
    if digits < LEAST_DIGITS {
        return None;
    }
    let suffix = words.get(at + 1).filter(|word| is_suffix(word));
    let others = numbered.filter(|(other, _)| suffix.is_none() || *other != at + 1).count();
    if others > 0 || (suffix.is_some() && id.contains(['_', '-'])) {
        return None;
    }
    match suffix {
        Some(suffix) => from_id(&format!("{id}_{suffix}")),
        // A word before it may end in a hyphen: `Account-ID`. The ID itself has none but before its suffix.
        None => from_id(id),
    }
}

/// `SB1`, `RP`, as NetSuite writes them behind an ID.
fn is_suffix(word: &str) -> bool {
    let word = word.to_ascii_uppercase();
    word == "RP"
        || word.strip_prefix("SB").is_some_and(|number| {
            !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
        })
}

fn has_digit(word: &str) -> bool {
    word.chars().any(char::is_numeric)
}

/// Below this domain lie all hosts of NetSuite.
const DOMAIN: &str = ".netsuite.com";
/// What stands between the account and the domain in the account's own hosts.
const SERVICES: [&str; 5] = ["app", "suitetalk.api", "restlets.api", "extforms", "secure"];
/// Hosts of all accounts, where the address names the account: as `c` in links of NetSuite's mails, as `compid` on forms.
const SHARED: [&str; 3] = ["system", "forms", "extforms"];
const COMPANY: [&str; 2] = ["c", "compid"];
/// A label and an ID, not a page of text.
const LONGEST_WITH_WORDS: usize = 80;
/// What stands between words: `Account ID: 1234567 (Sandbox)`.
const WORD_SIGNS: &str = " \t\n\r_-:=,;()[]\"'";
/// Fewer are part of a name.
const LEAST_DIGITS: usize = 4;
/// Longer than any ID seen; keeps a host label below DNS's 63 octets.
const LONGEST: usize = 40;
/// How much of a refused text is shown.
const SHOWN: usize = 80;

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> (String, String, Environment) {
        let id = AccountId::parse(text).unwrap();
        (id.as_str().to_owned(), id.host_form(), id.environment())
    }

    #[test]
    fn every_form_of_an_account_id_means_the_same_account() {
        for text in [
            "1234567_SB1",
            "1234567-sb1",
            " 1234567_sb1\n",
            "https://1234567-sb1.app.netsuite.com/app/center/card.nl?sc=-29",
            "1234567-sb1.suitetalk.api.netsuite.com",
            "https://1234567-sb1.restlets.api.netsuite.com/",
        ] {
            let expected =
                ("1234567_SB1".to_owned(), "1234567-sb1".to_owned(), Environment::Sandbox);
            assert_eq!(parsed(text), expected, "{text}");
        }
    }

    #[test]
    fn words_around_an_account_id_are_left_out() {
        for text in [
            "Account ID: 1234567_SB1",
            "Account Number 1234567_SB1",
            "1234567 SB1",
            "Account ID = 1234567 sb1",
            "Konto-ID: 1234567-sb1 (Sandbox)",
            "account: \"1234567_SB1\",",
            "https://system.netsuite.com/app/center/card.nl?c=1234567_SB1",
            "https://system.netsuite.com/app/center/card.nl?id=4&c=1234567_SB1#top",
            "https://forms.netsuite.com/app/site/crm/externalleadpage.nl?compid=1234567_SB1&formid=2",
        ] {
            assert_eq!(parsed(text).0, "1234567_SB1", "{text}");
        }
        assert_eq!(parsed("Account TSTDRV1234567").0, "TSTDRV1234567");
        for text in [
            "1234567 or 7654321",
            "1234567 SB1 SB2",
            "room 12",
            "https://system.netsuite.com/app/center/card.nl?c=evil.com",
            "https://system.netsuite.com/app/center/card.nl?c=1234567&c=7654321",
            "https://evil.com/app/center/card.nl?c=1234567",
            "1234567@evil.com",
        ] {
            assert!(AccountId::parse(text).is_err(), "{text:?} was taken for an account ID");
        }
    }

    #[test]
    fn the_environment_is_read_from_the_id() {
        assert_eq!(parsed("4718203").2, Environment::Production);
        assert_eq!(parsed("4718203_RP").2, Environment::ReleasePreview);
        assert_eq!(parsed("tstdrv1234567").2, Environment::TestDrive);
        assert_eq!(parsed("4718203_SB12").2, Environment::Sandbox);
    }

    #[test]
    fn a_hostile_account_id_is_refused() {
        for text in [
            "",
            "evil.com/",
            "1@x",
            "1234567.evil.com",
            "1234567/../x",
            "https://1234567@evil.com/",
            "https://evil.com/1234567.app.netsuite.com",
            "https://1234567.app.netsuite.com.evil.com/",
            "https://1234567.app.netsuite.com:8443/",
            "https://user:pw@1234567.app.netsuite.com/",
            "http://1234567.app.netsuite.com/",
            "https://system.netsuite.com/app/login",
            "https://1234567.evil.netsuite.com/",
            "１２３４５６７",
            "123\u{202e}4567",
            "1234567_SB1_SB2",
            "1234567_",
            "_SB1",
            "localhost",
            "1234567 _SB1",
            "1234567\0",
            &"1".repeat(41),
        ] {
            assert!(AccountId::parse(text).is_err(), "{text:?} was taken for an account ID");
        }
    }

    #[test]
    fn a_stored_account_id_is_checked_again_when_it_is_read() {
        assert!(serde_json::from_str::<AccountId>("\"evil.com/\"").is_err());
    }
}
