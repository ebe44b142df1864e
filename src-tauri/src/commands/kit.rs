//! `kit_read`.

use netsuite_m2m::Error;
use netsuite_m2m::connection::ConnectionId;
use netsuite_m2m::setup::Step;
use tauri::State;

use crate::desk::Desk;
use crate::failure::Failure;
use crate::wire::kit::Kit;

/// What the connection's target asks for, in its own words and order. Needs no network, but for a
/// practice connection the practice account's address.
#[tauri::command]
pub(crate) async fn kit_read(id: ConnectionId, desk: State<'_, Desk>) -> Result<Kit, Failure> {
    let connection = desk.read(&id).await?;
    let target = connection.target.ok_or(Error::StepNotReady { step: Step::Target })?;
    let origin = desk.origin(&connection).await?;
    let recipe = target.recipe()?;
    let kit = recipe.fill(&connection, &origin.token_url())?;
    Ok(Kit::new(target, recipe, kit))
}
