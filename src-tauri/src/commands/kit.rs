//! `kit_read`.

use netsuite_m2m::Error;
use netsuite_m2m::connection::ConnectionId;
use netsuite_m2m::netsuite::Origin;
use netsuite_m2m::setup::Step;
use tauri::State;

use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::kit::Kit;

/// What the connection's target asks for, in its own words and order. Needs no network.
#[tauri::command]
pub(crate) async fn kit_read(id: ConnectionId, desk: State<'_, Desk>) -> Result<Kit, Failure> {
    let connection = desk.read(&id).await?;
    let target = connection.target.ok_or(Error::StepNotReady { step: Step::Target })?;
    let account = connection.account.as_ref();
    let account = account.ok_or(Error::StepNotReady { step: Step::Account })?;
    // A practice account that does not run has no address; its own account ID stands in for it.
    let origin = match desk.origin(&connection).await {
        Err(Failure::PracticeNotRunning) => Origin::NetSuite(account.id.clone()),
        origin => origin?,
    };
    let recipe = target.recipe()?;
    let kit = recipe.fill(&connection, &origin.token_url())?;
    Ok(Kit::new(target, recipe, kit))
}
