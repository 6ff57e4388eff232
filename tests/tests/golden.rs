//! Documents of former days: they must be read for ever, and written as they were.
//!
//! A new document is added to a file of `golden/`; none is ever changed or removed. The ignored test
//! appends what the scenarios make and the files do not hold yet.
#![allow(clippy::expect_used, clippy::indexing_slicing)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use bosoto::any;
use bosoto::base::fault::Fault;
use bosoto::registry;
use bosoto::schema;
use bosoto::wire::ErrorCode;
use bosoto_tests::corpus::{Corpus, distinct};
use bosoto_tests::root;
use serde_json::Value;

fn file(lifecycle: &str, shape: &str) -> PathBuf {
    let name = format!("tests/golden/{lifecycle}.{shape}.ndjson");
    root().join(name)
}

fn lines(lifecycle: &str, shape: &str) -> Vec<String> {
    let text = std::fs::read_to_string(file(lifecycle, shape)).unwrap_or_default();
    text.lines().map(str::to_owned).collect()
}

#[test]
fn every_golden_envelope_is_read_and_written_alike() {
    for lifecycle in any::ALL {
        let envelopes = lines(lifecycle.name(), "envelope");
        assert!(!envelopes.is_empty(), "{}", lifecycle.name());
        for line in envelopes {
            let read = lifecycle.envelope(&line).expect("it was read once");
            assert_eq!(read.to_json(), line);
        }
    }
}

#[test]
fn ge_04_every_golden_log_makes_its_case() {
    for lifecycle in any::ALL {
        let logs = lines(lifecycle.name(), "log");
        assert!(!logs.is_empty(), "{}", lifecycle.name());
        for line in logs {
            let case = lifecycle
                .replay(&line)
                .expect("it fitted once")
                .expect("a case");
            let written: Vec<String> = case.log().lines().map(str::to_owned).collect();
            assert_eq!(format!("[{}]", written.join(",")), line);
        }
    }
}

#[test]
fn every_golden_decision_still_passes_its_schema() {
    let schema = schema::schema("decision").expect("known");
    let schema = jsonschema::draft202012::new(&schema).expect("a schema");
    for lifecycle in any::ALL {
        let decisions = lines(lifecycle.name(), "decision");
        assert!(!decisions.is_empty(), "{}", lifecycle.name());
        for line in decisions {
            let decision: Value = serde_json::from_str(&line).expect("JSON");
            assert!(schema.is_valid(&decision), "{line}");
            for event in decision["events"].as_array().into_iter().flatten() {
                let error = lifecycle.replay(&event.to_string()).map(drop).err();
                let fits = |code| code == ErrorCode::EventDoesNotFit;
                assert!(error.is_none_or(|error| fits(error.code)), "{event}");
            }
        }
    }
}

/// A number means one fault for ever: the list only grows. One that no longer is keeps its line, marked
/// `retired`, and nobody else gets its number.
#[test]
fn every_fault_keeps_its_number_and_its_code() {
    let golden = std::fs::read_to_string(root().join(FAULTS)).expect("a list");
    assert_eq!(differences(&golden, &faults()), Vec::<String>::new());
}

#[test]
fn a_retired_fault_keeps_its_number() {
    let golden = "201 round\n202 same_unit retired\n";
    let now = |lines: &[&str]| {
        lines
            .iter()
            .map(|line| (*line).to_owned())
            .collect::<Vec<_>>()
    };
    assert!(differences(golden, &now(&["201 round"])).is_empty());
    let found = [
        now(&["201 round", "202 same_unit"]),
        now(&["201 round", "202 another"]),
        now(&["201 round", "203 new"]),
        now(&[]),
        now(&["201 another"]),
    ];
    for faults in found {
        assert!(!differences(golden, &faults).is_empty(), "{faults:?}");
    }
}

/// What is wrong of a list of faults with those that are, in words.
fn differences(golden: &str, faults: &[String]) -> Vec<String> {
    let mut wrong = Vec::new();
    let live: Vec<&str> = golden
        .lines()
        .filter(|line| !line.ends_with(RETIRED))
        .collect();
    let retired = golden.lines().filter_map(|line| line.strip_suffix(RETIRED));
    let retired: BTreeSet<u16> = retired.map(number).collect();
    for fault in faults {
        if retired.contains(&number(fault)) {
            wrong.push(format!(
                "the number of `{fault}` is that of a retired fault: take the next free one"
            ));
        } else if !live.contains(&fault.as_str()) {
            wrong.push(format!("`{fault}` is not in {FAULTS}: `cargo test -p bosoto-tests --test golden -- --ignored`"));
        }
    }
    let gone = live
        .iter()
        .filter(|line| !faults.iter().any(|fault| fault == *line));
    wrong.extend(
        gone.map(|line| format!("`{line}` is no longer: mark its line in {FAULTS} `retired`")),
    );
    wrong
}

const FAULTS: &str = "tests/golden/faults.txt";
const RETIRED: &str = " retired";

fn number(line: &str) -> u16 {
    let number = line.split(' ').next().map(str::parse);
    number.expect("a word").expect("a number")
}

fn faults() -> Vec<String> {
    let named = |fault: &&Fault| format!("{} {}", fault.number, fault.code);
    registry::faults().iter().map(named).collect()
}

#[test]
#[ignore = "appends to the golden files"]
fn append() {
    let text = std::fs::read_to_string(root().join(FAULTS)).unwrap_or_default();
    let known = text.lines().map(str::to_owned);
    let mut all: BTreeMap<u16, String> = known.map(|line| (number(&line), line)).collect();
    for line in faults() {
        all.entry(number(&line)).or_insert(line);
    }
    let lines: Vec<String> = all.into_values().collect();
    std::fs::write(root().join(FAULTS), lines.join("\n") + "\n").expect("written");
    for corpus in Corpus::all() {
        let name = corpus.lifecycle.name();
        let canonical = |envelope: &Value| {
            let read = corpus
                .lifecycle
                .envelope_value(envelope)
                .expect("it is read");
            read.to_json()
        };
        let envelopes = distinct(&corpus.envelopes);
        add(name, "envelope", envelopes.iter().map(canonical).collect());
        let decisions = distinct(&corpus.decisions);
        add(
            name,
            "decision",
            decisions.iter().map(Value::to_string).collect(),
        );
        let mut cases: Vec<_> = corpus.cases.iter().collect();
        cases.sort_by_key(|case| std::cmp::Reverse(case.len()));
        let logs = cases.iter().take(12).map(|case| {
            let events: Vec<String> = case.log().lines().map(str::to_owned).collect();
            format!("[{}]", events.join(","))
        });
        add(name, "log", logs.collect());
    }
}

fn add(lifecycle: &str, shape: &str, new: Vec<String>) {
    let mut known = lines(lifecycle, shape);
    let seen: BTreeSet<String> = known.iter().cloned().collect();
    known.extend(new.into_iter().filter(|line| !seen.contains(line)));
    std::fs::create_dir_all(root().join("tests/golden")).expect("a folder");
    std::fs::write(file(lifecycle, shape), known.join("\n") + "\n").expect("written");
}
