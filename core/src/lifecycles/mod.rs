//! The lifecycles, a folder each, and the list of them. A lifecycle does not know the others.

pub mod account;
pub mod admin_change;
pub mod aftercare;
pub mod any;
pub mod assistance;
pub mod compulsory;
pub mod data_change;
pub mod episode;
pub mod registry_link;

#[cfg(test)]
#[path = "../../../tests/ninth/mod.rs"]
pub mod ninth;
