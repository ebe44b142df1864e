//! Who a connection acts as. NetSuite says it: a token names a role and an entity by internal ID,
//! and the list of certificates gives their names. What step 3 of the set-up holds was typed: it is
//! what is expected, and is compared, never shown as if NetSuite had said it.

use netsuite_client::InternalId;
use serde::{Deserialize, Serialize};

pub(crate) use crate::connection::given;
use crate::connection::{Connection, Role};
pub use crate::connection::{GivenName, Names};

/// Who the last token was issued for, beside what was expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The user it acts as.
    pub entity: Party,
    /// The role it acts in.
    pub role: Party,
}

/// A role or an entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// Its internal ID, as a token named it; none before there was one.
    pub id: Option<String>,
    /// What NetSuite calls it; none where NetSuite has not said.
    pub name: Option<String>,
    /// The name that step 3 holds.
    pub expected: Option<String>,
    /// What that comes to.
    pub fit: Fit,
}

/// How what NetSuite says compares with what is expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Fit {
    /// No token has named it yet.
    NotSaid,
    /// NetSuite has not given the name of that ID, so it cannot be compared.
    Unnamed,
    /// Nothing is expected.
    NotExpected,
    /// NetSuite's name is the expected one.
    Agrees,
    /// NetSuite's name is another one.
    Differs,
    /// It is the role Administrator, whatever was expected.
    Administrator,
}

impl Identity {
    /// Who a connection acts as, by the last token of the certificate in use.
    #[must_use]
    pub fn of(connection: &Connection) -> Self {
        let in_use = connection.working().map(|working| &working.id);
        let proof = connection.last_proof.as_ref();
        let who = proof.filter(|proof| Some(&proof.credential) == in_use).map(|proof| &proof.who);
        let role = connection.role.as_ref();
        let names = &connection.names;
        let party = |id: Option<&String>, names: &[GivenName], expected: Option<&String>| {
            let known = id.and_then(|id| InternalId::parse(id).ok());
            let name = known.and_then(|known| given(names, known)).map(str::to_owned);
            let fit = match (id, &name) {
                (None, _) => Fit::NotSaid,
                (Some(_), None) => Fit::Unnamed,
                (Some(_), Some(name)) => compare(expected.map(String::as_str), name),
            };
            Party { id: id.cloned(), name, expected: expected.cloned(), fit }
        };
        let said = |of: fn(&netsuite_client::WhoAmI) -> Option<&String>| who.and_then(of);
        let mut identity = Self {
            entity: party(
                said(|who| who.entity.as_ref()),
                &names.entities,
                role.map(|role| &role.entity),
            ),
            role: party(said(|who| who.role.as_ref()), &names.roles, role.map(|role| &role.name)),
        };
        let role = &mut identity.role;
        if role.id.as_deref().is_some_and(is_administrator) {
            role.name.get_or_insert_with(|| ADMINISTRATOR_NAME.to_owned());
            role.fit = Fit::Administrator;
        }
        identity
    }

    /// Whether it is another one than expected, or the Administrator.
    #[must_use]
    pub fn is_wrong(&self) -> bool {
        [&self.role, &self.entity].iter().any(|party| party.is_wrong())
    }

    /// Whether NetSuite's list could say more than is known.
    #[must_use]
    pub fn lacks_a_name(&self) -> bool {
        [&self.role, &self.entity].iter().any(|party| party.id.is_some() && party.name.is_none())
    }
}

impl Party {
    /// Whether it is another one than expected, or the Administrator.
    #[must_use]
    pub const fn is_wrong(&self) -> bool {
        matches!(self.fit, Fit::Differs | Fit::Administrator)
    }
}

/// Whether a name that NetSuite gave is the one that is expected. People type names: case and the
/// number of spaces are not looked at.
#[must_use]
pub fn compare(expected: Option<&str>, name: &str) -> Fit {
    let plain =
        |text: &str| text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ");
    match expected {
        None => Fit::NotExpected,
        Some(expected) if plain(expected) == plain(name) => Fit::Agrees,
        Some(_) => Fit::Differs,
    }
}

/// What choosing a role or an entity comes to, before there is a token.
#[must_use]
pub fn choice(expected: Option<&str>, role: Option<InternalId>, name: Option<&str>) -> Fit {
    match name {
        _ if role == Some(ADMINISTRATOR) => Fit::Administrator,
        Some(name) => compare(expected, name),
        None => Fit::Unnamed,
    }
}

/// The names that step 3 holds: of the role, and of the entity.
#[must_use]
pub fn expected(role: Option<&Role>) -> (Option<&str>, Option<&str>) {
    (role.map(|role| role.name.as_str()), role.map(|role| role.entity.as_str()))
}

fn is_administrator(id: &str) -> bool {
    InternalId::parse(id).is_ok_and(|id| id == ADMINISTRATOR)
}

/// NetSuite's own internal ID of the role Administrator, as its samples name it.
///
/// Source: <https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/article_11111634165.html>
pub const ADMINISTRATOR: InternalId = InternalId::new(3);
const ADMINISTRATOR_NAME: &str = "Administrator";

#[cfg(test)]
mod tests;
