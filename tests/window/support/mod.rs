//! A desktop, the window on it, and the people and systems around it.

pub(crate) mod administrator;
pub(crate) mod axe;
pub(crate) mod browser;
pub(crate) mod desktop;
pub(crate) mod keyboard;
pub(crate) mod prepared;
pub(crate) mod target_system;
pub(crate) mod traces;
pub(crate) mod walk;
#[allow(dead_code)] // The pictures need more of it.
pub(crate) mod window;
pub(crate) mod wiretap;
