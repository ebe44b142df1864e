//! What other people and other systems are given of a connection.

pub mod administrator;
pub mod code_sample;
pub mod evidence;
pub mod kit;
pub mod secret_store;
pub mod sheet;
