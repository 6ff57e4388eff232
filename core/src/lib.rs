//! The rules of Thailand's national drug-treatment case system (บสต., "bo so to") as a library.
#![warn(missing_docs)]

pub mod actor;
pub mod any;
pub mod area;
pub mod assistance;
pub mod calendar;
pub mod compulsory;
pub mod effect;
pub mod episode;
pub mod help;
pub mod identifier;
pub mod lifecycle;
pub mod person;
pub mod policy;
pub mod private;
pub mod quality_of_life;
pub mod rulebook;
pub mod schedule;
pub mod text;
pub mod wire;
