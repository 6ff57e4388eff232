//! The rules of Thailand's national drug-treatment case system (บสต., "bo so to") as a library.
#![warn(missing_docs)]

pub mod access;
pub mod actor;
pub mod aftercare;
pub mod any;
pub mod area;
pub mod assistance;
pub mod calendar;
pub mod compulsory;
pub mod effect;
pub mod episode;
pub mod form;
pub mod help;
pub mod identifier;
pub mod lifecycle;
pub mod matrix;
pub mod person;
pub mod policy;
pub mod private;
pub mod quality_of_life;
pub mod report;
pub mod roster;
pub mod rulebook;
pub mod schedule;
pub mod schema;
pub mod smiv;
pub mod text;
pub mod travel;
pub mod wire;
pub mod worklist;
