//! What NetSuite calls the roles and entities that matter to a connection.

use netsuite_client::{InternalId, Named};
use serde::{Deserialize, Serialize};

use super::{Connection, same_account};

/// Names that NetSuite gave for the roles and entities of one connection.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Names {
    /// Of roles.
    #[serde(default)]
    pub roles: Vec<GivenName>,
    /// Of entities.
    #[serde(default)]
    pub entities: Vec<GivenName>,
}

/// What NetSuite calls one role or entity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GivenName {
    /// Its internal ID.
    pub id: InternalId,
    /// Its name.
    pub name: String,
}

impl Names {
    /// Takes in what a list calls the IDs that matter to a connection. Gives whether that was new.
    pub(crate) fn learn(&mut self, roles: &[Named], entities: &[Named]) -> bool {
        let one = learn(&mut self.roles, roles);
        learn(&mut self.entities, entities) || one
    }

    /// What connections of the same account know, `here` among them.
    #[must_use]
    pub fn in_account(here: &Connection, others: &[Connection]) -> Self {
        let mut all = here.names.clone();
        for other in others.iter().filter(|other| other.id != here.id && same_account(other, here))
        {
            let new = |known: &[GivenName], more: &[GivenName]| -> Vec<GivenName> {
                let missing = |one: &&GivenName| given(known, one.id).is_none();
                more.iter().filter(missing).cloned().collect()
            };
            let (roles, entities) =
                (new(&all.roles, &other.names.roles), new(&all.entities, &other.names.entities));
            all.roles.extend(roles);
            all.entities.extend(entities);
        }
        all
    }
}

fn learn(known: &mut Vec<GivenName>, named: &[Named]) -> bool {
    let mut new = false;
    for Named { id, name } in named {
        let Some(name) = name else { continue };
        match known.iter_mut().find(|one| one.id == *id) {
            Some(one) if one.name == *name => {}
            Some(one) => {
                one.name.clone_from(name);
                new = true;
            }
            None => {
                known.push(GivenName { id: *id, name: name.clone() });
                new = true;
            }
        }
    }
    new
}

/// The name NetSuite gave for an ID.
pub(crate) fn given(names: &[GivenName], id: InternalId) -> Option<&str> {
    names.iter().find(|one| one.id == id).map(|one| one.name.as_str())
}
