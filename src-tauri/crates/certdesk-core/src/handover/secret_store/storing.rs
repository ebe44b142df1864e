//! Look, store, read back, compare; and what the history of the connection says of it.

use netsuite_keys::certificate::CertificateId;
use netsuite_keys::secret::Secret;
use time::OffsetDateTime;

use super::Place;
use super::answer::{Answer, Found, message, same};
use crate::connection::{Connection, ConnectionId, Event};
use crate::error::{Error, Result, SecretStoreError};
use crate::store::Store;
use crate::store_tool::{ToolProblem, ToolStep};

/// A store's command-line tool.
pub trait Tool {
    /// Calls it with these arguments, writes `input` to its standard input and closes that. Waits for
    /// the end of the process, but not for ever.
    ///
    /// # Errors
    /// [`ToolProblem::NotStarted`], [`ToolProblem::TimedOut`], [`ToolProblem::AnswerTooLong`].
    fn call(
        &self,
        arguments: &[String],
        input: Option<&Secret<String>>,
    ) -> Result<Answer, ToolProblem>;
}

/// What became of a key that the tool was given.
#[derive(Debug)]
pub(super) enum Stored {
    /// It was read back and is the same.
    Compared,
    /// The store may have it: the tool didn't answer in time or failed without saying that the store
    /// refused, or reading it back failed, or gave something else.
    Unconfirmed(Error),
    /// The store doesn't have it: the tool couldn't be started, or said that the store refused.
    Refused(Error),
}

/// What is stored at a place. Gives no key to the tool and reads none.
///
/// # Errors
/// [`SecretStoreError::ToolFailed`], or [`SecretStoreError::ToolRecords`] where the key would also be
/// in the tool's own history.
pub fn look(tool: &dyn Tool, place: &Place) -> Result<Found> {
    found(tool, place, None)
}

/// Stores the private key of a certificate at a place where still is what was `shown` to the user,
/// reads it back and compares.
///
/// The history of the connection says so before the tool is given the key, and what came of it
/// afterwards: a store that may have the key is known even if this process ends meanwhile.
///
/// # Errors
/// [`SecretStoreError::Changed`] when something else is there now, [`SecretStoreError::Occupied`] when
/// no version can be added to it, [`SecretStoreError::ReadBackDiffers`], else
/// [`SecretStoreError::ToolFailed`], [`SecretStoreError::ToolRecords`], [`SecretStoreError::ToolMissing`];
/// as [`Store::update`], and then no tool is given the key.
pub fn store(
    connections: &Store,
    id: &ConnectionId,
    certificate_id: &CertificateId,
    key: &Secret<String>,
    tool: &dyn Tool,
    place: &Place,
    shown: &Found,
) -> Result<Connection> {
    let (certificate_id, store, location) =
        (certificate_id.clone(), place.store(), place.location());
    let note = |event| {
        let (connection, ()) = connections.update(id, |connection| {
            connection.note(OffsetDateTime::now_utc(), event);
            Ok(())
        })?;
        Ok(connection)
    };
    let started = Event::KeyStoringStarted {
        certificate_id: certificate_id.clone(),
        store,
        location: location.clone(),
    };
    let stored = put(tool, place, shown, key, || note(started).map(drop))?;
    let event = match &stored {
        Stored::Refused(_) => Event::KeyNotStored { certificate_id, store, location },
        Stored::Compared => Event::KeyStored { certificate_id, store, location, compared: true },
        Stored::Unconfirmed(_) => {
            Event::KeyStored { certificate_id, store, location, compared: false }
        }
    };
    let connection = note(event)?;
    match stored {
        Stored::Compared => Ok(connection),
        Stored::Unconfirmed(error) | Stored::Refused(error) => Err(error),
    }
}

/// Calls `started` right before the tool is given the key. Where this fails, it wasn't given it.
pub(super) fn put(
    tool: &dyn Tool,
    place: &Place,
    shown: &Found,
    key: &Secret<String>,
    started: impl FnOnce() -> Result<()>,
) -> Result<Stored> {
    let found = found(tool, place, Some(key))?;
    if found != *shown {
        return Err(SecretStoreError::Changed { location: place.location() }.into());
    }
    let arguments = place.put(&found)?;
    started()?;
    let answer = match tool.call(&arguments, Some(key)) {
        Err(ToolProblem::NotStarted) => {
            let problem = ToolProblem::NotStarted;
            return Ok(Stored::Refused(failed(place, ToolStep::Store, problem, None)));
        }
        // It was given the key before it was ended.
        Err(problem) => {
            return Ok(Stored::Unconfirmed(failed(place, ToolStep::Store, problem, None)));
        }
        Ok(answer) => answer,
    };
    if !answer.success {
        let problem = answer.problem();
        let error = failed(place, ToolStep::Store, problem, message(&answer, Some(key)));
        // A tool also fails where only the answer of its server is lost, and some send again then.
        return Ok(if problem.is_refusal() {
            Stored::Refused(error)
        } else {
            Stored::Unconfirmed(error)
        });
    }
    Ok(match compare(tool, place, key) {
        Ok(()) => Stored::Compared,
        Err(error) => Stored::Unconfirmed(error),
    })
}

fn found(tool: &dyn Tool, place: &Place, key: Option<&Secret<String>>) -> Result<Found> {
    if let Some(settings) = place.settings() {
        let answer = tool.call(&settings, None);
        let answer = answer.map_err(|problem| failed(place, ToolStep::Settings, problem, None))?;
        if answer.success && answer.stdout.expose().trim_ascii() == b"enabled" {
            return Err(SecretStoreError::ToolRecords { store: place.store() }.into());
        }
    }
    let answer = tool.call(&place.look(), None);
    let answer = answer.map_err(|problem| failed(place, ToolStep::Look, problem, None))?;
    place.found(&answer).ok_or_else(|| {
        let problem = if answer.success { ToolProblem::Other } else { answer.problem() };
        failed(place, ToolStep::Look, problem, message(&answer, key))
    })
}

/// Nothing of what the tool says is shown here, for it was asked to say the key.
fn compare(tool: &dyn Tool, place: &Place, key: &Secret<String>) -> Result<()> {
    let answer = tool.call(&place.read_back(), None);
    let answer = answer.map_err(|problem| failed(place, ToolStep::ReadBack, problem, None))?;
    if !answer.success {
        return Err(failed(place, ToolStep::ReadBack, answer.problem(), None));
    }
    if same(key, &answer.stdout) {
        Ok(())
    } else {
        Err(SecretStoreError::ReadBackDiffers { location: place.location() }.into())
    }
}

fn failed(place: &Place, step: ToolStep, problem: ToolProblem, detail: Option<String>) -> Error {
    SecretStoreError::ToolFailed { store: place.store(), step, problem, detail }.into()
}
