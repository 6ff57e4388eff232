//! What knows no rule's machinery: dates, texts, codes, persons, actors.

pub mod actor;
pub mod area;
pub mod calendar;
pub mod help;
pub mod identifier;
pub mod person;
pub mod private;
pub mod text;
