//! NetSuite's list of access tokens or of integration records, as it is copied from the page or
//! exported.
//!
//! Which columns the pages show isn't documented and can be changed by their users. Documented are
//! the fields behind them: of an access token *Application Name*, *Created*, *Inactive*, *Internal
//! ID*, *Revocation Date*, *Revoked*, *Role*, *Token Name* and *User*; of an integration record
//! *Name*, *Application ID*, *State* and others. So columns are found by their heads, in any order.
//!
//! Sources: <https://system.netsuite.com/help/helpcenter/en_US/srbrowser/Browser2020_1/analytics/record/OAuthToken.html>,
//! <https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/bridgehead_4249032125.html>

use csv::{ReaderBuilder, StringRecord};
use serde::{Deserialize, Serialize};

use super::text;
use crate::error::{Result, TbaPlanError};

/// A list that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// Which of the two.
    pub kind: ListKind,
    /// Its rows, in order.
    pub rows: Vec<Row>,
}

/// Which of NetSuite's lists it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "TbaListKind"))]
#[serde(rename_all = "kebab-case")]
pub enum ListKind {
    /// Setup > Users/Roles > Access Tokens.
    AccessTokens,
    /// Setup > Integration > Manage Integrations.
    IntegrationRecords,
}

/// One row. What the list doesn't have is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The integration record's name.
    pub application: String,
    /// The token's name.
    pub token_name: String,
    /// The token's user.
    pub user: String,
    /// The token's role.
    pub role: String,
    /// When it was created, as written.
    pub created: String,
    /// Its internal ID.
    pub internal_id: String,
    /// It is shown as inactive or blocked.
    pub inactive: bool,
    /// Whether it is shown as revoked; none where the list has no such column.
    pub revoked: Option<bool>,
}

impl List {
    /// Reads a list. Nothing of a text that holds a secret is kept.
    ///
    /// # Errors
    /// [`TbaPlanError`]: too large, no text, a secret, another table, no row, too many rows.
    pub fn read(content: &[u8]) -> Result<Self> {
        if content.len() > MOST_BYTES {
            return Err(TbaPlanError::ListTooLarge { most: MOST_BYTES }.into());
        }
        let text = text::decode(content).ok_or(TbaPlanError::ListNotText)?;
        if let Some(line) = text::line_with_secret(&text) {
            return Err(TbaPlanError::ListHoldsSecret { line }.into());
        }
        let tables = SEPARATORS.iter().filter_map(|separator| Table::find(&text, *separator));
        let table = tables.max_by_key(Table::known).ok_or(TbaPlanError::ListUnknown)?;
        let rows = table.rows()?;
        match rows.len() {
            0 => Err(TbaPlanError::ListEmpty.into()),
            1..=MOST_ROWS => Ok(Self { kind: table.kind, rows }),
            found => Err(TbaPlanError::ListTooLong { most: MOST_ROWS, found }.into()),
        }
    }
}

/// A text that was split at one separator, from its heads on.
struct Table {
    kind: ListKind,
    /// What each column is.
    columns: Vec<Option<Column>>,
    /// The lines below the heads, each with its number in the text.
    records: Vec<(usize, StringRecord)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Application,
    TokenName,
    /// *Name*: of an integration record, or of a token where another column names its application.
    Name,
    User,
    Role,
    Inactive,
    Revoked,
    RevocationDate,
    Created,
    InternalId,
    State,
    ApplicationId,
    Secret,
}

impl Table {
    fn find(text: &str, separator: u8) -> Option<Self> {
        let records = split(text, separator);
        let heads = records
            .iter()
            .take(MOST_LINES_ABOVE)
            .position(|(_, record)| kind_of(&columns_of(record)).is_some())?;
        let columns = columns_of(&records[heads].1);
        let kind = kind_of(&columns)?;
        let head = records[heads].1.clone();
        let below = records.into_iter().skip(heads + 1);
        // Several pages that were copied one after the other repeat their heads.
        let records = below.filter(|(_, record)| *record != head).collect();
        Some(Self { kind, columns, records })
    }

    fn known(&self) -> usize {
        self.columns.iter().flatten().count()
    }

    /// The rows that name something. A line with a single cell is text below the table.
    fn rows(&self) -> Result<Vec<Row>> {
        let mut rows = Vec::new();
        for (line, record) in &self.records {
            if record.iter().filter(|cell| !cell.trim().is_empty()).count() < 2 {
                continue;
            }
            let row = self.row(record, *line)?;
            if !row.application.is_empty() || !row.token_name.is_empty() {
                rows.push(row);
            }
        }
        Ok(rows)
    }

    fn row(&self, record: &StringRecord, line: usize) -> Result<Row> {
        let mut row = Row::default();
        for (column, cell) in self.columns.iter().zip(record) {
            let cell = clean(cell);
            match column {
                Some(Column::Application) => row.application = cell,
                Some(Column::Name) if self.kind == ListKind::IntegrationRecords => {
                    row.application = cell;
                }
                Some(Column::TokenName | Column::Name) => row.token_name = cell,
                Some(Column::User) => row.user = cell,
                Some(Column::Role) => row.role = cell,
                Some(Column::Created) => row.created = cell,
                Some(Column::InternalId) => row.internal_id = cell,
                Some(Column::Inactive) => row.inactive |= is_yes(&cell),
                Some(Column::Revoked) => row.revoked = Some(is_yes(&cell)),
                Some(Column::RevocationDate) if !cell.is_empty() => row.revoked = Some(true),
                Some(Column::State) => row.inactive |= is_off(&cell),
                Some(Column::Secret) if !cell.is_empty() => {
                    return Err(TbaPlanError::ListHoldsSecret { line }.into());
                }
                _ => {}
            }
        }
        Ok(row)
    }
}

/// Every line that isn't empty, with its number. A cell in quotes may hold the separator.
fn split(text: &str, separator: u8) -> Vec<(usize, StringRecord)> {
    let read = |quoting| {
        let reader = ReaderBuilder::new()
            .delimiter(separator)
            .has_headers(false)
            .flexible(true)
            .quoting(quoting)
            .from_reader(text.as_bytes());
        let numbered = |record: StringRecord| {
            let line = record.position().map_or(0, csv::Position::line);
            (usize::try_from(line).unwrap_or(usize::MAX), record)
        };
        reader.into_records().filter_map(std::result::Result::ok).map(numbered).collect::<Vec<_>>()
    };
    let records = read(true);
    // A lone quotation mark on a page would swallow the lines up to the next one.
    let swallows = |(_, record): &(usize, StringRecord)| {
        record.iter().any(|cell| cell.contains('\n') && cell.contains(char::from(separator)))
    };
    if records.iter().any(swallows) { read(false) } else { records }
}

fn columns_of(record: &StringRecord) -> Vec<Option<Column>> {
    record.iter().map(column).collect()
}

/// What a column is by its head, which pages write in capitals and searches with their own names.
fn column(head: &str) -> Option<Column> {
    let letters = head.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
    let letters: String = letters.collect();
    Some(match letters.as_str() {
        "applicationname"
        | "application"
        | "integration"
        | "integrationname"
        | "tbaappname"
        | "tokenbasedapplicationname" => Column::Application,
        "tokenname"
        | "tbatokenname"
        | "accesstokenname"
        | "accesstoken"
        | "tokenbasedaccesstokenname" => Column::TokenName,
        "name" => Column::Name,
        "user" | "username" | "entity" | "entityname" | "employee" => Column::User,
        "role" | "rolename" => Column::Role,
        "inactive" | "isinactive" | "binactive" => Column::Inactive,
        "revoked" | "isrevoked" | "brevoked" => Column::Revoked,
        "revocationdate" | "daterevoked" | "drevoked" => Column::RevocationDate,
        "created" | "datecreated" | "creationdate" | "dcreated" => Column::Created,
        "internalid" | "id" => Column::InternalId,
        "state" | "status" => Column::State,
        "applicationid" | "appid" => Column::ApplicationId,
        other if other.contains("secret") || other.contains("password") => Column::Secret,
        _ => return None,
    })
}

/// Which list has such columns.
fn kind_of(columns: &[Option<Column>]) -> Option<ListKind> {
    let has = |wanted: &[Column]| columns.iter().flatten().any(|column| wanted.contains(column));
    let whose = has(&[Column::User]) || has(&[Column::Role]);
    if (has(&[Column::Application]) && (whose || has(&[Column::TokenName])))
        || (has(&[Column::TokenName]) && whose)
    {
        return Some(ListKind::AccessTokens);
    }
    let named = has(&[Column::Name, Column::Application]);
    let described = has(&[Column::ApplicationId, Column::State]);
    (named && described && !whose).then_some(ListKind::IntegrationRecords)
}

/// A cell in one line, no longer than a table can show.
fn clean(cell: &str) -> String {
    let words: Vec<_> = cell.split(|c: char| c.is_whitespace() || c.is_control()).collect();
    let words: Vec<_> = words.into_iter().filter(|word| !word.is_empty()).collect();
    words.join(" ").chars().take(LONGEST_CELL).collect()
}

fn is_yes(cell: &str) -> bool {
    matches!(cell.to_lowercase().as_str(), "yes" | "true" | "t" | "1" | "x")
}

fn is_off(cell: &str) -> bool {
    matches!(cell.to_lowercase().as_str(), "inactive" | "revoked" | "blocked" | "disabled")
}

/// What may stand between two cells.
const SEPARATORS: [u8; 4] = [b'\t', b',', b';', b'|'];
/// So many rows a list may have.
pub const MOST_ROWS: usize = 1_000;
/// So many bytes: a thousand rows have a fraction of them.
pub const MOST_BYTES: usize = 4 * 1024 * 1024;
/// What a page shows above its table.
const MOST_LINES_ABOVE: usize = 60;
const LONGEST_CELL: usize = 200;
