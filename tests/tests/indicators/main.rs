//! Indicators from the rows of tables (SV, KP): each sentence of the rules by a named test, and every result against a
//! slow oracle that is written from the rules' text.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may panic"
)]

mod kp_15;
mod kp_16;
mod kp_16_oracle;
mod kp_22;
mod published;
mod rows;
