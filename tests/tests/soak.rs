//! A part of the soak (`make soak`), always the same.
#![allow(clippy::expect_used, reason = "a test may panic")]

use bosoto_tests::soak::{Length, soak};

/// As many cases as a test has time for: an hour of the soak tries three million.
#[test]
fn a_part_of_the_soak_finds_nothing() {
    soak(2_567, 0, Length::Cases(1_000)).expect("it holds");
}
