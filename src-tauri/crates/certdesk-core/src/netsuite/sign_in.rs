//! The sign-ins by browser that wait for their answer.

use std::collections::HashMap;

use netsuite_client::sign_in::{Callback, SignIn};

use crate::connection::ConnectionId;
use crate::error::{Error, Result, SignInError};

/// The sign-ins that wait, at most one for each connection.
#[derive(Debug, Default)]
pub struct WaitingSignIns(HashMap<ConnectionId, SignIn>);

impl WaitingSignIns {
    /// Lets one wait. An earlier one of the same connection is over.
    pub fn add(&mut self, connection: ConnectionId, sign_in: SignIn) {
        self.0.insert(connection, sign_in);
    }

    /// The one of a connection.
    #[must_use]
    pub fn of(&self, connection: &ConnectionId) -> Option<&SignIn> {
        self.0.get(connection)
    }

    /// Ends the one of a connection, if there is one.
    pub fn cancel(&mut self, connection: &ConnectionId) {
        self.0.remove(connection);
    }

    /// Takes out the sign-in that a callback answers: of one connection where the user said which,
    /// of any where the browser came back by itself. One that is not answered waits on: a stray or
    /// hostile callback must not end it.
    ///
    /// # Errors
    /// [`SignInError::NotAsked`] when none waits, also because its answer has come already;
    /// [`SignInError::StateDiffers`] when the one that waits is not meant.
    pub fn take(
        &mut self,
        connection: Option<&ConnectionId>,
        callback: &Callback,
    ) -> Result<(ConnectionId, SignIn)> {
        let mut asked =
            self.0.iter().filter(|(id, _)| connection.is_none_or(|only| *id == only)).peekable();
        if asked.peek().is_none() {
            return Err(Error::SignIn(SignInError::NotAsked));
        }
        let answered = asked.find(|(_, sign_in)| sign_in.is_answered_by(callback));
        let id =
            answered.map(|(id, _)| id.clone()).ok_or(Error::SignIn(SignInError::StateDiffers))?;
        self.0.remove_entry(&id).ok_or(Error::SignIn(SignInError::NotAsked))
    }
}
