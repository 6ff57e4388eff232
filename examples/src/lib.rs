//! Examples of bosoto, and the seeded generator of the demo's logs.
//!
//! `cargo run -p bosoto-examples --bin province_month` writes `examples/province-month/`: the
//! commands of one province as its units and probation offices sent them, late, twice, too early
//! and garbled as in life. Every story says of each of its lines what the rules must make of it;
//! the tests judge every line with the library and compare.
#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod account;
pub mod aftercare;
pub mod assistance;
pub mod compulsory;
pub mod episode;
pub mod inbox;
pub mod month;
pub mod office;
pub mod people;
pub mod province;
pub mod random;
pub mod story;

/// The Rust of the project's front page runs as a test.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;

/// The Rust of the crate's own page runs as a test.
#[cfg(doctest)]
#[doc = include_str!("../../core/README.md")]
pub struct CrateReadme;
