//! Taking a list into a plan: what is new is added, what is known keeps its progress, and NetSuite
//! has the last word on what is revoked.

use time::OffsetDateTime;

use super::list::{List, ListKind, MOST_ROWS, Row};
use super::{Entry, EntryId, TbaPlan, TokenRevoked};
use crate::connection::RevokedBy;
use crate::error::{Result, TbaPlanError};
use crate::files::documents::random_id;

/// What a list brought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// Entries that the plan didn't have.
    pub added: usize,
    /// Entries that it had.
    pub known: usize,
    /// Tokens that were left out because they are revoked already.
    pub revoked: usize,
}

impl TbaPlan {
    /// Takes a list in.
    ///
    /// # Errors
    /// [`TbaPlanError::ListTooLong`], before anything is changed, where the plan would get too long.
    pub fn take_in(&mut self, list: List, now: OffsetDateTime) -> Result<Merged> {
        let mut plan = self.clone();
        let mut merged = Merged::default();
        for row in list.rows {
            plan.take_row(list.kind, row, &mut merged, now);
        }
        if plan.entries.len() > MOST_ROWS {
            let found = plan.entries.len();
            return Err(TbaPlanError::ListTooLong { most: MOST_ROWS, found }.into());
        }
        plan.changed_at = now;
        *self = plan;
        Ok(merged)
    }

    fn take_row(&mut self, kind: ListKind, row: Row, merged: &mut Merged, now: OffsetDateTime) {
        if let Some(entry) = self.entries.iter_mut().find(|entry| entry.is_listed_as(kind, &row)) {
            entry.refresh(&row, now);
            merged.known += 1;
            return;
        }
        if kind == ListKind::IntegrationRecords && self.has_tokens_of(&row.application) {
            merged.known += 1;
            return;
        }
        if row.revoked == Some(true) {
            merged.revoked += 1;
            return;
        }
        merged.added += 1;
        // A record that was listed before its tokens becomes the first of them.
        let of_record = |entry: &&mut Entry| {
            kind == ListKind::AccessTokens
                && entry.kind == ListKind::IntegrationRecords
                && entry.application == row.application
        };
        match self.entries.iter_mut().find(of_record) {
            Some(record) => record.becomes_token(row),
            None => self.entries.push(Entry::new(kind, row)),
        }
    }

    fn has_tokens_of(&self, application: &str) -> bool {
        let mut entries = self.entries.iter();
        entries.any(|e| e.kind == ListKind::AccessTokens && e.application == application)
    }
}

impl Entry {
    fn new(kind: ListKind, row: Row) -> Self {
        Self {
            id: EntryId(random_id()),
            kind,
            application: row.application,
            token_name: row.token_name,
            user: row.user,
            role: row.role,
            created: row.created,
            internal_id: row.internal_id,
            inactive: row.inactive,
            calls: Vec::new(),
            target: None,
            unneeded: false,
            connection: None,
            switched_at: None,
            revoked: None,
        }
    }

    /// Whether a row is about it: by the internal ID where both have one, else by its names.
    fn is_listed_as(&self, kind: ListKind, row: &Row) -> bool {
        if self.kind != kind {
            return false;
        }
        if !self.internal_id.is_empty() && !row.internal_id.is_empty() {
            return self.internal_id == row.internal_id;
        }
        let same =
            |mine: &str, theirs: &str| mine.is_empty() || theirs.is_empty() || mine == theirs;
        self.application == row.application
            && same(&self.token_name, &row.token_name)
            && same(&self.user, &row.user)
            && same(&self.role, &row.role)
    }

    fn refresh(&mut self, row: &Row, now: OffsetDateTime) {
        let fill = |mine: &mut String, theirs: &String| {
            if !theirs.is_empty() {
                mine.clone_from(theirs);
            }
        };
        fill(&mut self.application, &row.application);
        fill(&mut self.token_name, &row.token_name);
        fill(&mut self.user, &row.user);
        fill(&mut self.role, &row.role);
        fill(&mut self.created, &row.created);
        fill(&mut self.internal_id, &row.internal_id);
        self.inactive = row.inactive;
        let listed_before = self.revoked.is_some_and(|known| known.by == RevokedBy::List);
        match row.revoked {
            Some(true) if listed_before => {}
            Some(true) => self.revoked = Some(TokenRevoked { at: now, by: RevokedBy::List }),
            Some(false) => self.revoked = None,
            None => {}
        }
    }

    /// The ID and what the user has entered stay, but for the revocation: TBA that is turned off for
    /// the record says nothing of a token that NetSuite lists.
    fn becomes_token(&mut self, row: Row) {
        let listed = Self::new(ListKind::AccessTokens, row);
        let record = std::mem::replace(self, listed);
        self.id = record.id;
        self.calls = record.calls;
        self.target = record.target;
        self.unneeded = record.unneeded;
        self.connection = record.connection;
        self.switched_at = record.switched_at;
    }
}
