//! What holds on every screen, or for the program as a whole.

mod accessibility;
mod disks;
mod policy;
mod second_start;
mod secrets;
pub(crate) mod taint;
mod window_place;
