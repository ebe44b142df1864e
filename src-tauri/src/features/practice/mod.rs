//! The practice account on this computer.

pub(crate) mod commands;
