//! The integration record of SuiteProjects Pro.

pub(crate) mod commands;
pub(crate) mod view;
