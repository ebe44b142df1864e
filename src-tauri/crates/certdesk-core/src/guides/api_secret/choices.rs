//! Who and what may use the secrets: the choices on NetSuite's page (facts G).

use serde::{Deserialize, Serialize};

/// What was chosen. It is written down here so that both secrets of a pair get the same, and so do
/// the ones that replace them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "SecretChoices"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Choices {
    /// *Owners*: who may change the secrets beside their author.
    pub owners: String,
    /// *Available to SuiteApp*.
    pub for_suite_app: bool,
    /// The SuiteApp ID, exactly one.
    pub suite_app: String,
    /// *Allow on Test Accounts*: account IDs, with commas between them.
    #[serde(default)]
    pub test_accounts: String,
    /// Documents of schema 1 took it for a box. A tick says nothing of which accounts.
    #[serde(default, skip_serializing, rename = "onTestAccounts")]
    #[cfg_attr(feature = "ts", ts(skip))]
    pub was_ticked: bool,
    /// *Restrict to Employees*; empty for no restriction.
    pub employees: String,
    /// *Allow For All Scripts*.
    pub all_scripts: bool,
    /// *Restrict To Scripts*.
    pub scripts: String,
    /// *Allow For All Domains*.
    pub all_domains: bool,
    /// *Restrict To Domains*, one a line.
    pub domains: String,
}

/// What is to be said of a list of domains.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "SecretDomainNote"))]
#[serde(rename_all = "camelCase")]
pub struct DomainNote {
    /// What was entered.
    pub entered: String,
    /// The domain in it, if there is one.
    pub proposal: Option<String>,
}

impl Choices {
    /// Everything that was typed.
    pub(super) fn texts(&self) -> [&str; 6] {
        let [owners, suite_app] = [&self.owners, &self.suite_app];
        [owners, suite_app, &self.test_accounts, &self.employees, &self.scripts, &self.domains]
    }

    /// Within bounds that no person reaches by typing.
    pub(super) fn shortened(mut self) -> Self {
        let texts = [
            &mut self.owners,
            &mut self.suite_app,
            &mut self.test_accounts,
            &mut self.employees,
            &mut self.scripts,
            &mut self.domains,
        ];
        for text in texts {
            *text = text.trim().chars().take(MOST_CHARACTERS).collect();
        }
        self
    }
}

/// The entries that are no domains: an invalid one keeps NetSuite from sending.
#[must_use]
pub fn domain_notes(domains: &str) -> Vec<DomainNote> {
    let entries = domains.split(|c: char| c.is_whitespace() || c == ',' || c == ';');
    entries
        .filter(|entry| !entry.is_empty() && !is_domain(entry))
        .map(|entry| DomainNote { entered: entry.to_owned(), proposal: domain_in(entry) })
        .collect()
}

fn domain_in(entry: &str) -> Option<String> {
    let bare = entry.split_once("://").map_or(entry, |(_, rest)| rest);
    let bare = bare.rsplit_once('@').map_or(bare, |(_, host)| host);
    let host = bare.split(['/', ':', '?', '#']).next().unwrap_or_default();
    let host = host.trim_matches('.').to_ascii_lowercase();
    is_domain(&host).then_some(host)
}

/// Labels of letters, digits and hyphens with dots between them (RFC 1123, 2.1), at least two.
fn is_domain(text: &str) -> bool {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    text.len() <= 253 && text.contains('.') && text.split('.').all(label)
}

const MOST_CHARACTERS: usize = 2000;
