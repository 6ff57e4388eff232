//! A module for each kind of file.

mod diagrams;
mod dictionary;
mod drawing;
mod front_page;
pub mod kotlin;
mod lifecycles;
mod markdown;
mod policy;
pub mod python;
mod rules;
mod schemas;
mod tables;

use crate::{Contract, Files};

/// The emitters.
pub const ALL: [fn(&Contract) -> Files; 10] = [
    schemas::files,
    lifecycles::files,
    diagrams::files,
    front_page::files,
    rules::files,
    policy::files,
    tables::files,
    dictionary::files,
    python::files,
    kotlin::files,
];
