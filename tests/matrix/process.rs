//! The process that rotates, and is killed.

use std::io::{BufRead as _, Write as _};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use certdesk_core::Result;
use certdesk_core::connection::{Connection, ConnectionId};
use certdesk_core::error::{ConnectionError, RotationError};
use certdesk_core::rotation::{self, Act, Dependencies as _, Fact, Steps};
use certdesk_core::store::Store;

use crate::rotating::PracticeDependencies;

/// Marks the arguments of the rotating process.
pub(crate) const WORD: &str = "rotate";

/// Says what was recorded, and waits for the word to go on.
struct Told;

impl Steps for Told {
    fn reached(&self, connection: &Connection) {
        let point = match &connection.rotation {
            Some(rotation) if rotation.last_failure.is_some() => return,
            Some(rotation) => name(rotation.reached()),
            None => "Over".to_owned(),
        };
        say(&format!("reached {point}"));
        hear();
    }
}

/// Rotates, or gives up, until nothing is left.
pub(crate) fn main(arguments: &[String]) {
    let [store, vault, id, address, account, ahead, abandons] = arguments else {
        panic!("seven arguments");
    };
    let store = Store::new(Path::new(store));
    let id = ConnectionId::try_from(id.clone()).unwrap();
    let mut dependencies =
        PracticeDependencies::new(address.parse().unwrap(), account, Path::new(vault));
    dependencies.limit = Some(LIMIT);
    dependencies.wait(time::Duration::seconds(ahead.parse().unwrap()));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let (dependencies, steps): (_, Arc<dyn Steps>) = (Arc::new(dependencies), Arc::new(Told));
    let mut act = Next::Forward;
    if abandons == "abandon" {
        act = Next::Backward;
    }
    loop {
        let outcome = runtime.block_on(once(&store, &id, &dependencies, &steps, act));
        let error = match outcome {
            Ok(connection) if connection.rotation.is_none() => break,
            Ok(_) => continue,
            Err(error) => error,
        };
        say(&format!("failed {}", dependencies.kind_of(&error)));
        match hear().split_once(' ') {
            Some(("signed-in", token)) => {
                *dependencies.session.lock().unwrap() = Some(token.to_owned());
            }
            Some(("later", seconds)) => {
                dependencies.wait(time::Duration::seconds(seconds.parse().unwrap()));
            }
            Some(("abandon", _)) => act = Next::Backward,
            Some(("leave", _)) => act = Next::Leave,
            _ => {}
        }
    }
    say("over");
}

#[derive(Clone, Copy)]
enum Next {
    Forward,
    Backward,
    Leave,
}

/// The next act, as the user of the window would do it.
async fn once(
    store: &Store,
    id: &ConnectionId,
    dependencies: &Arc<PracticeDependencies>,
    steps: &Arc<dyn Steps>,
    next: Next,
) -> Result<Connection> {
    let (connection, now) = (store.read(id)?, dependencies.now());
    let Some(rotation) = &connection.rotation else {
        return Ok(connection);
    };
    let told = |connection: Connection| {
        steps.reached(&connection);
        connection
    };
    match next {
        Next::Backward => return rotation::abandon(store, id, dependencies, steps).await,
        Next::Leave => return rotation::leave_old(store, id, now).map(told),
        Next::Forward => {}
    }
    match rotation.next() {
        Act::Continue => rotation::run(store, id, dependencies, steps).await,
        // Nobody uploads by hand here.
        Act::UploadByHand => Err(RotationError::NotThere.into()),
        Act::HandOver => rotation::hand_over(store, id, now).map(told),
        Act::Switch => rotation::switch(store, id, now).map(told),
        Act::RevokeOld => {
            let old = rotation.old.as_ref().ok_or(ConnectionError::CredentialUnknown)?;
            let certificate_id = connection.credential(old)?.certificate_id().to_string();
            let typed = &certificate_id[certificate_id.len() - rotation::TYPED_CHARACTERS..];
            rotation::revoke_old(store, id, typed, dependencies, steps).await
        }
    }
}

fn name(fact: &Fact) -> String {
    let text = format!("{fact:?}");
    text.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default().to_owned()
}

fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    // Whoever listens may have gone: then this process is about to be killed.
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}

fn hear() -> String {
    let mut word = String::new();
    if std::io::stdin().lock().read_line(&mut word).unwrap_or(0) == 0 {
        // The matrix has ended; nothing may go on behind its back.
        std::process::exit(1);
    }
    word.trim_end().to_owned()
}

/// How long an answer may take.
const LIMIT: Duration = Duration::from_millis(400);
