//! The lifecycles, a folder each, and the list of them.

pub mod access;
pub mod aftercare;
pub mod any;
pub mod assistance;
pub mod compulsory;
pub mod effect;
pub mod episode;
