//! The soak: random cases for as long as one likes, each made from a seed and its number, so that one that fails is
//! found again.
#![allow(clippy::missing_errors_doc)]

use std::time::{Duration, Instant};

use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseResult, TestError, TestRng, TestRunner};

use crate::random::{devices, mistakes};

/// Something that must hold for every random case.
#[derive(Debug, Clone, Copy)]
pub struct Property {
    /// What it is called.
    pub name: &'static str,
    /// Tries one case; what is wrong with it, made as small as can be.
    try_one: fn(&mut TestRunner) -> Result<(), String>,
}

/// All that is tried. Another one is a line here: a name, any case (a strategy), what must hold of it.
pub const PROPERTIES: &[Property] = &[
    Property {
        name: "a merge is a union",
        try_one: |runner| tried(runner, devices(), |devices| devices.merge_to_a_union()),
    },
    Property {
        name: "a mistake that is taken back leaves no trace",
        try_one: |runner| tried(runner, mistakes(), |mistake| mistake.leaves_no_trace()),
    },
    Property {
        name: "what comes later changes no earlier answer",
        try_one: |runner| {
            tried(runner, mistakes(), |mistake| {
                mistake.changes_no_earlier_answer()
            })
        },
    },
];

fn tried<S: Strategy>(
    runner: &mut TestRunner,
    any: S,
    holds: fn(S::Value) -> TestCaseResult,
) -> Result<(), String> {
    runner.run(&any, holds).map_err(|error| match error {
        TestError::Fail(why, case) => format!("{why}\n{case:#?}"),
        TestError::Abort(why) => why.to_string(),
    })
}

/// How long to try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// So many cases of each property.
    Cases(u64),
    /// So much time for all of them.
    Time(Duration),
}

/// Tries every property, from the case of a number on; how many cases of each held.
///
/// # Errors
///
/// The first case that fails: its property, its number, and what is wrong.
pub fn soak(seed: u64, first: u64, length: Length) -> Result<u64, String> {
    let started = Instant::now();
    let mut number = first;
    let goes_on = |number: u64| match length {
        Length::Cases(cases) => number.saturating_sub(first) < cases,
        Length::Time(time) => started.elapsed() < time,
    };
    while goes_on(number) {
        for property in PROPERTIES {
            let failed = |why| {
                let name = property.name;
                format!("{name}: case {number} of seed {seed} fails: {why}")
            };
            (property.try_one)(&mut runner(seed, number)).map_err(failed)?;
        }
        number = number.saturating_add(1);
    }
    Ok(number.saturating_sub(first))
}

/// One case, by its seed and number alone.
fn runner(seed: u64, number: u64) -> TestRunner {
    let bytes: Vec<u8> = [seed, number, 0, 0]
        .into_iter()
        .flat_map(u64::to_le_bytes)
        .collect();
    let config = Config {
        cases: 1,
        failure_persistence: None,
        ..Config::default()
    };
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &bytes))
}
