//! What many cases, or one case on a past day, answer: each question agrees with those that it is made of.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use std::collections::{BTreeMap, BTreeSet};

use bosoto::calendar::{Date, Instant};
use bosoto::{any, call};
use bosoto_tests::root;
use serde_json::{Value, json};

/// Every golden log with its lifecycle.
fn golden() -> Vec<(&'static str, String)> {
    let logs = any::ALL.iter().flat_map(|lifecycle| {
        let file = root().join(format!("tests/golden/{}.log.ndjson", lifecycle.name()));
        let text = std::fs::read_to_string(file).unwrap();
        let lines: Vec<_> = text
            .lines()
            .map(|line| (lifecycle.name(), line.to_owned()))
            .collect();
        lines
    });
    logs.collect()
}

/// The longest golden log of each case, as a list of cases.
fn cases() -> String {
    let mut longest: BTreeMap<(&str, String), String> = BTreeMap::new();
    for (lifecycle, log) in golden() {
        let case = any::lifecycle(lifecycle)
            .unwrap()
            .replay(&log)
            .unwrap()
            .unwrap();
        let known = longest
            .entry((lifecycle, case.case_id().to_string()))
            .or_default();
        if known.len() < log.len() {
            *known = log;
        }
    }
    let logged = longest
        .iter()
        .map(|((lifecycle, _), log)| json!({ "lifecycle": lifecycle, "log": log }));
    Value::from(logged.collect::<Vec<_>>()).to_string()
}

fn read(answer: &str) -> Value {
    serde_json::from_str(answer).unwrap()
}

fn list(answer: &str) -> Vec<Value> {
    read(answer).as_array().unwrap().clone()
}

/// The days of a log's events.
fn days(log: &str) -> BTreeSet<Date> {
    let events = list(log);
    let instants = events
        .iter()
        .map(|event| Instant::parse(event["at"].as_str().unwrap()).unwrap());
    instants.map(Instant::date).collect()
}

/// Every day of these cases' events, and one long after.
fn all_days(cases: &str) -> BTreeSet<String> {
    let logs = list(cases);
    let days = logs
        .iter()
        .flat_map(|case| days(case["log"].as_str().unwrap()));
    days.map(|day| day.to_string())
        .chain(["2030-01-01".to_owned()])
        .collect()
}

#[test]
fn a_case_as_of_a_day_is_the_log_up_to_that_day() {
    for (lifecycle, log) in golden() {
        let all = days(&log);
        let (first, last) = (all.first().unwrap(), all.last().unwrap());
        let before = first.previous().unwrap().to_string();
        assert_eq!(call::as_of(lifecycle, &log, &before, None), "[]");
        let whole = call::as_of(lifecycle, &log, &last.to_string(), None);
        assert_eq!(read(&whole), read(&log));
        for day in all {
            let on = day.to_string();
            let past = call::as_of(lifecycle, &log, &on, None);
            assert!(days(&past).iter().all(|one| *one <= day));
            assert!(any::lifecycle(lifecycle).unwrap().replay(&past).is_ok());
            assert_eq!(
                call::obligations(lifecycle, &past, &on, None, None),
                call::obligations(lifecycle, &log, &on, None, None),
            );
        }
    }
}

#[test]
fn what_is_due_is_what_is_owed_and_can_be_done() {
    for (lifecycle, log) in golden() {
        for day in days(&log) {
            let on = day.to_string();
            let mut owed = list(&call::obligations(lifecycle, &log, &on, None, None));
            owed.retain(|row| row["status"] == "due" || row["status"] == "overdue");
            assert_eq!(list(&call::due(lifecycle, &log, &on, None, None)), owed);
        }
    }
}

#[test]
fn the_workload_counts_the_rows_of_everybody_s_worklist() {
    let cases = cases();
    for on in all_days(&cases) {
        let worklist = list(&call::worklist(
            &cases,
            &json!({ "on": on }).to_string(),
            None,
        ));
        let loads = list(&call::workload(&cases, &on, None));
        let now = |load: &Value| {
            ["overdue", "due", "open"]
                .map(|name| load[name].as_u64().unwrap())
                .iter()
                .sum::<u64>()
        };
        assert!(
            loads.is_sorted_by(|one, next| now(one) >= now(next)),
            "{on}"
        );
        let mut counted = 0;
        for load in &loads {
            for urgency in ["overdue", "due", "open", "upcoming"] {
                let is_of = |row: &&Value| {
                    row["urgency"] == urgency && row["responsible"] == load["responsible"]
                };
                let count = worklist.iter().filter(is_of).count();
                assert_eq!(load[urgency], json!(count), "{on} {load}");
                counted += count;
            }
        }
        assert_eq!(counted, worklist.len(), "{on}");
    }
}

#[test]
fn casework_is_the_worklist_of_an_officer_case_by_case_with_what_can_be_done() {
    let cases = cases();
    let (mut possible, mut waiting) = (0, 0);
    for on in all_days(&cases) {
        for load in list(&call::workload(&cases, &on, None)) {
            let actor = &load["responsible"];
            let asked = json!({ "actor": actor, "on": on }).to_string();
            let mut rows = list(&call::worklist(&cases, &asked, None));
            rows.retain(|row| row["status"] == "due" || row["status"] == "overdue");
            let at = format!("{on}T12:00:00+07:00");
            let asked = json!({ "actor": actor, "at": at }).to_string();
            let found = list(&call::casework(&cases, &asked, None));
            let owed = found
                .iter()
                .flat_map(|work| work["owed"].as_array().unwrap());
            let sorted = |mut rows: Vec<Value>| {
                rows.sort_by_key(Value::to_string);
                rows
            };
            assert_eq!(
                sorted(owed.cloned().collect()),
                sorted(rows.clone()),
                "{on} {actor}"
            );
            let firsts: Vec<_> = found.iter().map(|work| &work["owed"][0]).collect();
            let in_order = rows.iter().filter(|row| firsts.contains(row));
            assert_eq!(firsts, in_order.collect::<Vec<_>>(), "{on} {actor}");
            for work in &found {
                let actions = |name: &str| work[name].as_array().unwrap().clone();
                assert!(actions("possible").iter().all(|one| one["allowed"] == true));
                let kinds = actions("waiting")
                    .into_iter()
                    .flat_map(|one| one["reasons"].as_array().unwrap().clone());
                assert!(
                    kinds
                        .into_iter()
                        .all(|one| one["kind"] == "too_early"
                            || one["kind"] == "missing_precondition")
                );
                possible += actions("possible").len();
                waiting += actions("waiting").len();
            }
        }
    }
    assert!(possible > 100 && waiting > 100, "{possible} {waiting}");
}

/// A referral, its acceptance, and an absence that ends on the last day.
fn absence() -> String {
    let person = r#"{"id":{"type":"issued_number","value":"1"},"first_name":"ก","last_name":"ข"}"#;
    let refer = format!(
        r#"{{"type":"refer","case_id":"C-1","round":1,"unit":"10670","probation_office":"PB","part1":{{"person":{person},"address":{{"tambon":"810101"}}}}}}"#
    );
    let sent = [
        ("2021-03-01", "probation_officer", "PB", refer.as_str()),
        ("2021-03-02", "unit_user", "10670", r#"{"type":"accept"}"#),
        (
            "2021-04-03",
            "unit_user",
            "10670",
            r#"{"type":"record_missed_appointment","missed_on":"2021-04-03"}"#,
        ),
        (
            "2021-04-12",
            "unit_user",
            "10670",
            r#"{"type":"record_return","on":"2021-04-12"}"#,
        ),
    ];
    let mut log = Vec::new();
    for (day, role, organisation, command) in sent {
        let envelope = format!(
            r#"{{"at":"{day}T09:00:00+07:00","actor":{{"role":"{role}","organisation":"{organisation}"}},"command":{command}}}"#
        );
        let before = Value::from(log.clone()).to_string();
        let decision = read(&call::decide("compulsory", Some(&before), &envelope, None));
        log.extend(decision["events"].as_array().unwrap().clone());
    }
    Value::from(log).to_string()
}

#[test]
fn on_a_past_day_the_officer_sees_the_case_as_it_was() {
    let cases = json!([{ "lifecycle": "compulsory", "log": absence() }]).to_string();
    let asked = |at: &str| {
        let actor = json!({ "role": "unit_user", "organisation": "10670" });
        let query = json!({ "actor": actor, "at": at }).to_string();
        list(&call::casework(&cases, &query, None))
    };
    let names = |actions: &Value| {
        let actions = actions.as_array().unwrap().iter();
        actions
            .map(|one| one["action"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let [work] = asked("2021-04-11T09:00:00+07:00").try_into().unwrap();
    assert_eq!(work["owed"][0]["what"], "first_trace");
    assert_eq!(work["owed"][0]["urgency"], "overdue");
    assert!(names(&work["possible"]).contains(&"record_trace".to_owned()));
    assert!(names(&work["waiting"]).contains(&"report_absence".to_owned()));
    assert!(!names(&work["waiting"]).contains(&"accept".to_owned()));
    assert_eq!(asked("2021-04-12T09:00:00+07:00"), Vec::<Value>::new());
}

#[test]
fn an_error_names_the_part_of_the_question() {
    let pointer = |answer: String| {
        read(&answer)["error"]["pointer"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert_eq!(pointer(call::as_of("episode", "", "3/4/64", None)), "/on");
    assert_eq!(
        pointer(call::as_of("episode", "", "2021-04-03", None)),
        "/log"
    );
    assert_eq!(
        pointer(call::due("episode", "", "2021-04-03", None, None)),
        "/log"
    );
    assert_eq!(pointer(call::workload("[]", "2564-04-03", None)), "/on");
    let empty = r#"[{"lifecycle":"episode","log":""}]"#;
    assert_eq!(pointer(call::workload(empty, "2021-04-03", None)), "/0/log");
    assert_eq!(
        pointer(call::casework(
            "[]",
            r#"{"actor":{"role":"unit_user"}}"#,
            None
        )),
        "/actor/organisation"
    );
    assert_eq!(call::workload("[]", "2021-04-03", None), "[]");
}
