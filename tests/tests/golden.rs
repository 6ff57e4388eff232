//! Documents of former days: they must be read for ever, and written as they were.
//!
//! A new document is added to a file of `golden/`; none is ever changed or removed. The ignored test
//! appends what the scenarios make and the files do not hold yet.
#![allow(clippy::expect_used, clippy::indexing_slicing)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use bosoto::base::fault::Fault;
use bosoto::indicator::{Level, Period};
use bosoto::registry;
use bosoto::schema;
use bosoto::wire::ErrorCode;
use bosoto::{any, call, wire};
use bosoto_frame::{Asked, Given, Source, indicator};
use bosoto_tests::corpus::{Corpus, distinct};
use bosoto_tests::root;
use serde_json::Value;

fn file(name: &str) -> PathBuf {
    root().join(format!("tests/golden/{name}.ndjson"))
}

fn lines(name: &str) -> Vec<String> {
    let text = std::fs::read_to_string(file(name)).unwrap_or_default();
    text.lines().map(str::to_owned).collect()
}

#[test]
fn every_golden_envelope_is_read_and_written_alike() {
    for lifecycle in any::ALL {
        let envelopes = lines(&format!("{}.envelope", lifecycle.name()));
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
        let logs = lines(&format!("{}.log", lifecycle.name()));
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
        let decisions = lines(&format!("{}.decision", lifecycle.name()));
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
/// Answers about records, indicators and many cases: their schema, and what is written today.
fn answers() -> [(&'static str, Vec<String>); 8] {
    let cells = [
        ("PERSON", "BIRTH", "25330101"),
        ("PERSON", "CID", "3100600445636"),
        ("PERSON", "MOBILE", "1"),
        ("ADDRESS", "CHANGWAT", "78"),
        ("DIAGNOSIS_OPD", "DIAGCODE", "F"),
        ("DEATH", "PDEATH", "1"),
    ];
    let mut findings: Vec<String> = cells
        .iter()
        .map(|(table, column, cell)| call::check_cell(table, column, cell))
        .collect();
    findings.push(call::check_row(
        "SERVICE",
        r#"{"HOSPCODE": "x", "SEQ": ""}"#,
    ));
    let errors = vec![
        call::check_cell("CHRONIC", "PID", "1"),
        call::check_cell("PERSON", "NOBODY", "1"),
        call::check_row("DEATH", r#"{"PID": 1}"#),
        call::indicator_value("KP-99", "1", "2", "2568", "4"),
        call::indicator_value("KP-16", "1", "2", "2568", "5"),
    ];
    let parts = [
        ("KP-16", "8852", "9049", "2568", "4"),
        ("KP-16", "0", "0", "2568", "1"),
        ("KP-22", "1100", "1632", "2566", "4"),
        ("KP-15", "587", "5302625", "2561", "4"),
    ];
    let figures = parts
        .iter()
        .map(|(id, a, b, year, quarter)| call::indicator_value(id, a, b, year, quarter));
    [
        ("findings", findings),
        ("data_error", errors),
        ("indicator_value", figures.collect()),
        ("indicator", indicators()),
        ("comparison", comparisons()),
        ("timeliness", timeliness()),
        ("workload", vec![call::workload(&first_logs(), ON, None)]),
        ("casework", caseworks()),
    ]
}

/// A day on which the first golden cases owe something.
const ON: &str = "2024-08-01";

/// The first golden log of each lifecycle, as many logs are written.
fn first_logs() -> String {
    let log = |lifecycle: &&dyn any::AnyLifecycle| {
        let log = lines(&format!("{}.log", lifecycle.name())).swap_remove(0);
        format!(r#"{{"lifecycle": "{}", "log": {log}}}"#, lifecycle.name())
    };
    any::ALL.iter().map(log).collect::<Vec<_>>().join("\n")
}

fn comparisons() -> Vec<String> {
    let policies = [
        r#"{"drop_out_days": 30, "traces_required": 3}"#,
        r#"{"no_show_hours": 24, "visit_every_days": 30, "first_trace_days": 3}"#,
    ];
    let compared = |policy| call::compare(&first_logs(), "{}", policy, Some(ON));
    policies.into_iter().map(compared).collect()
}

fn timeliness() -> Vec<String> {
    let by = |place| call::timeliness(&first_logs(), "2020-01-01", "2024-12-31", place, None);
    ["unit", "district", "tambon"].map(by).into()
}

fn caseworks() -> Vec<String> {
    let officers = [
        r#"{"role": "unit_user", "organisation": "10670"}"#,
        r#"{"role": "district_recorder", "organisation": "8101"}"#,
    ];
    let asked = |officer| {
        let query = format!(r#"{{"actor": {officer}, "at": "{ON}T09:00:00+07:00"}}"#);
        call::casework(&first_logs(), &query, None)
    };
    officers.into_iter().map(asked).collect()
}

fn indicators() -> Vec<String> {
    let folder = std::env::temp_dir().join(format!("bosoto-golden-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let result = |id: &str, tables: &[(&str, &str)]| {
        let given = tables.iter().map(|(name, text)| {
            let path = folder.join(format!("{name}.csv"));
            std::fs::write(&path, text).expect("written");
            ((*name).to_owned(), Given::Path(path))
        });
        let asked = Asked::new(Period::new(2568, 4).expect("a period"), Level::Province);
        let found = indicator(id, Source::Tables(given.collect()), &asked);
        wire::to_json(&found.expect("tables"))
    };
    let found = vec![
        result(
            "KP-15",
            &[
                (
                    "deaths",
                    "death_id,source,died_on,place,cause\nd1,506s,20250115,50,X70\n",
                ),
                (
                    "populations",
                    "province,basis,year,population\n50,mid_year,2025,1800000\n",
                ),
            ],
        ),
        result(
            "KP-16",
            &[
                (
                    "persons",
                    "hospcode,pid,cid\n10670,1,3100600445635\n10671,1,\n",
                ),
                (
                    "diagnoses",
                    "hospcode,pid,date_serv,diagcode\n10670,1,20250601,F20.0\n10671,1,20241002,X70\n",
                ),
                (
                    "special_pp",
                    "hospcode,pid,seq,date_serv,ppspecial\n10670,1,1,20250901,1B030\n10671,1,1,20241003,1B031\n10671,1,2,20250902,1B036\n",
                ),
                ("facilities", "hospcode,province\n10670,50\n10671,57\n"),
            ],
        ),
        result(
            "KP-22",
            &[
                (
                    "episodes",
                    "case_id,unit,province,legal_basis,severity,methadone,screened_on,started_on,summarised_on,outcome,ministry_facility\n\
                     E-1,10670,81,section_113,use,false,20230901,20230905,20240101,completed,true\n\
                     E-2,10670,81,section_114,use,false,20230901,20230905,20240101,arrested,true\n",
                ),
                (
                    "follow_ups",
                    "case_id,on,kind,result\nE-1,20240120,visit,met\n",
                ),
            ],
        ),
    ];
    std::fs::remove_dir_all(folder).expect("removed");
    found
}

#[test]
fn every_golden_answer_passes_its_schema_and_is_written_alike() {
    for (name, now) in answers() {
        let schema = schema::schema(name).expect("known");
        let schema = jsonschema::draft202012::new(&schema).expect("a schema");
        let golden = lines(name);
        for line in &golden {
            let document: Value = serde_json::from_str(line).expect("JSON");
            assert!(schema.is_valid(&document), "{name}: {line}");
        }
        for line in now {
            assert!(
                golden.contains(&line),
                "{name}: not in the golden file, `cargo test -p bosoto-tests --test golden -- --ignored` appends it: {line}"
            );
        }
    }
    // What whole tables come to, one finding a line.
    let schema = schema::schema("findings").expect("known");
    let schema = jsonschema::draft202012::new(&schema).expect("a schema");
    let text = std::fs::read_to_string(root().join("frame/golden/findings.ndjson"));
    let text = text.expect("a file");
    let findings = text.lines().map(serde_json::from_str::<Value>);
    let findings: Vec<Value> = findings.map(|line| line.expect("JSON")).collect();
    assert!(findings.len() > 30);
    assert!(schema.is_valid(&Value::Array(findings)));
}

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
    for (name, new) in answers() {
        add(name, new);
    }
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
        add(
            &format!("{name}.envelope"),
            envelopes.iter().map(canonical).collect(),
        );
        let decisions = distinct(&corpus.decisions);
        add(
            &format!("{name}.decision"),
            decisions.iter().map(Value::to_string).collect(),
        );
        let mut cases: Vec<_> = corpus.cases.iter().collect();
        cases.sort_by_key(|case| std::cmp::Reverse(case.len()));
        let logs = cases.iter().take(12).map(|case| {
            let events: Vec<String> = case.log().lines().map(str::to_owned).collect();
            format!("[{}]", events.join(","))
        });
        add(&format!("{name}.log"), logs.collect());
    }
}

fn add(name: &str, new: Vec<String>) {
    let mut known = lines(name);
    let seen: BTreeSet<String> = known.iter().cloned().collect();
    known.extend(new.into_iter().filter(|line| !seen.contains(line)));
    std::fs::create_dir_all(root().join("tests/golden")).expect("a folder");
    std::fs::write(file(name), known.join("\n") + "\n").expect("written");
}
