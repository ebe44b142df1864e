//! The practice account from outside: over HTTP, with keys and signatures that are not its own work.

mod certificates;
mod faults;
mod keeping;
mod pages;
mod site;
mod token;
mod visitors;
