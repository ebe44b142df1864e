//! Secret stores, and what would be done with one.

use std::path::Path;

use certdesk_core::handover::secret_store::{
    Entered, Found, Place, SecretStore, ToolStep, command_line,
};
use serde::Serialize;
use ts_rs::TS;

/// A store whose tool is on this computer.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SecretStoreView {
    store: SecretStore,
    /// Its tool, by its full path.
    program: String,
    /// Where the key could go; what is not known is empty.
    proposed: Entered,
}

/// What would be done, after a look at what is there.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SecretStorePreview {
    store: SecretStore,
    location: String,
    found: Found,
    /// The calls, in their order; only the look where what is there can't get a new version.
    commands: Vec<ToolCommand>,
}

/// One call of a tool, as it would be typed.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ToolCommand {
    step: ToolStep,
    line: String,
}

impl SecretStoreView {
    pub(crate) fn new(store: SecretStore, program: &Path, proposed: Entered) -> Self {
        Self { store, program: program.display().to_string(), proposed }
    }
}

impl SecretStorePreview {
    pub(crate) fn new(program: &Path, place: &Place, found: Found) -> Self {
        let call = |step, arguments: &[String]| ToolCommand {
            step,
            line: command_line(program, arguments),
        };
        let settings = place.settings().map(|settings| call(ToolStep::Settings, &settings));
        let mut commands: Vec<_> = settings.into_iter().collect();
        commands.push(call(ToolStep::Look, &place.look()));
        if let Ok(put) = place.put(&found) {
            commands.push(call(ToolStep::Store, &put));
            commands.push(call(ToolStep::ReadBack, &place.read_back()));
        }
        Self { store: place.store(), location: place.location(), found, commands }
    }
}
