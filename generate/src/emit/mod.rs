//! A module for each kind of file.

mod diagrams;
mod dictionary;
mod drawing;
mod front_page;
mod lifecycles;
mod markdown;
mod policy;
mod rules;
mod schemas;

use crate::{Contract, Files};

/// The emitters.
pub const ALL: [fn(&Contract) -> Files; 7] = [
    schemas::files,
    lifecycles::files,
    diagrams::files,
    front_page::files,
    rules::files,
    policy::files,
    dictionary::files,
];
