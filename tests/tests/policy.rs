//! Editions of a policy: what holds of every case, and the example of the page.
#![allow(clippy::expect_used, clippy::arithmetic_side_effects)]

use std::sync::LazyLock;

use bosoto::calendar::Date;
use bosoto::call;
use bosoto::policy::Policy;
use bosoto::smiv::{SmivPerson, smiv_obligations};
use bosoto_tests::ask::answers;
use bosoto_tests::{root, run, scenarios};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Map, Value, json};

/// Every scenario with a policy that can be used, and that policy as it is written, its defaults filled in.
static SCENARIOS: LazyLock<Vec<(Value, Map<String, Value>)>> = LazyLock::new(|| {
    let all = scenarios("scenarios").into_iter();
    let usable = all.filter_map(|(_, scenario)| {
        let given = scenario.get("policy").cloned().unwrap_or(json!({}));
        let policy = Policy::read(&given.to_string()).ok()?;
        let written = json!(policy).as_object()?.clone();
        (!written.contains_key("later")).then_some((scenario, written))
    });
    usable.collect()
});

/// An edition that repeats these parameters of a policy.
fn repeated(policy: &Map<String, Value>, from: Date, which: &[Index]) -> Value {
    let names: Vec<&String> = policy.keys().filter(|name| *name != "profile").collect();
    let given = which.iter().map(|index| index.get(&names));
    let mut edition: Map<String, Value> = given
        .map(|name| ((*name).clone(), policy[*name].clone()))
        .collect();
    edition.insert("from".to_owned(), json!(from.to_string()));
    edition.into()
}

fn days() -> impl Strategy<Value = Vec<u32>> {
    proptest::collection::btree_set(0_u32..3_000, 1..5).prop_map(Vec::from_iter)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_policy_whose_editions_repeat_it_answers_as_it_does(
        scenario in any::<Index>(),
        days in days(),
        which in proptest::collection::vec(any::<Index>(), 0..40),
    ) {
        let (scenario, policy) = scenario.get(&SCENARIOS);
        let start = Date::parse("2020-01-01").expect("a day");
        let days = days.into_iter().filter_map(|day| start.full_days(day));
        let later: Vec<Value> = days.map(|from| repeated(policy, from, &which)).collect();
        let mut with_editions = scenario.clone();
        let mut policy = policy.clone();
        policy.insert("later".to_owned(), later.into());
        with_editions["policy"] = policy.into();
        prop_assert_eq!(run(&with_editions), Ok(()));
        prop_assert_eq!(answers(&with_editions), answers(scenario));
    }
}

#[test]
fn an_smiv_person_keeps_the_numbers_of_the_index_date() {
    let policy =
        r#"{"later": [{"from": "2024-01-31", "smiv_first_year": 12, "smiv_later_years": 1}]}"#;
    let policy = Policy::read(policy).expect("a policy");
    let day = |text| Date::parse(text).expect("a day");
    let owed = |index_on, on| {
        let person = SmivPerson {
            facility: "10670".into(),
            index_on: day(index_on),
            follow_ups: Vec::new(),
            died_on: None,
        };
        smiv_obligations(&person, day(on), &policy).len()
    };
    assert_eq!(owed("2024-01-30", "2024-01-31"), 4);
    assert_eq!(owed("2024-01-30", "2026-01-30"), 6);
    assert_eq!(owed("2024-01-31", "2024-02-01"), 12);
    assert_eq!(owed("2024-01-31", "2026-01-31"), 13);
}

#[test]
fn a_calendar_goes_by_the_day_on_which_it_is_asked() {
    let policy = r#"{"later": [{"from": "2024-06-15", "province_report_days": [10, 20]}]}"#;
    let due = |on| {
        let answer = call::report_calendar("81", "2024-06-01", "2024-06-30", on, Some(policy));
        let rows: Vec<Value> = serde_json::from_str(&answer).expect("rows");
        let due: Vec<Value> = rows.iter().map(|row| row["due_by"].clone()).collect();
        json!(due)
    };
    assert_eq!(due("2024-06-14"), json!(["2024-06-15", "2024-06-30"]));
    assert_eq!(due("2024-06-15"), json!(["2024-06-10", "2024-06-20"]));
}

/// Something that a call can be given under this name.
fn given(call: &str, argument: &str) -> &'static str {
    match (call, argument) {
        (_, "lifecycle") => "aftercare",
        (_, "log" | "cases") => "",
        (_, "organisation") => "81",
        (_, "from" | "to" | "on" | "start" | "end") => "2024-06-10",
        (_, "by") => "unit",
        (_, "at") => "2024-06-10T09:00:00+07:00",
        (_, "actor") => r#"{"role": "district_recorder", "organisation": "8101"}"#,
        (_, "person") => r#"{"facility": "10670", "index_on": "2024-01-31", "follow_ups": []}"#,
        ("casework", "query") => {
            r#"{"actor": {"role": "super_admin", "organisation": "MOPH"}, "at": "2024-06-10T09:00:00+07:00"}"#
        }
        (_, "query") => r#"{"on": "2024-06-10"}"#,
        (_, "policy") => r#"{"later": [{"from": "2024-06-15", "drop_out_days": 0}]}"#,
        (_, _) => "{}",
    }
}

#[test]
fn every_call_that_takes_a_policy_names_the_edition_at_fault() {
    let takes_one = |one: &&call::Call| one.arguments.iter().any(|one| one.name == "policy");
    let calls: Vec<&call::Call> = call::TABLE.iter().filter(takes_one).collect();
    assert!(calls.len() >= 10, "only {}", calls.len());
    for one in calls {
        let arguments = one.arguments.iter();
        let arguments: Vec<_> = arguments
            .map(|argument| Some(given(one.name, argument.name)))
            .collect();
        let answer: Value = serde_json::from_str(&call::call(one.name, &arguments)).expect("JSON");
        let error = &answer["error"];
        assert_eq!(error["code"], "policy_invalid", "{}: {answer}", one.name);
        assert_eq!(error["pointer"], "/later/0/drop_out_days", "{}", one.name);
    }
}

#[test]
fn the_example_on_the_page_says_what_happens() {
    let page = std::fs::read_to_string(root().join("docs/policy.md")).expect("the page");
    let (_, rest) = page.split_once("```json").expect("an example");
    let (example, _) = rest.split_once("```").expect("its end");
    let policy = Policy::read(example).expect("a policy");
    let day = |text| Date::parse(text).expect("a day");
    let drop_out = |on| policy.on(day(on)).drop_out_days;
    let ends = ["2024-09-30", "2024-10-01", "2025-09-30", "2025-10-01"];
    assert_eq!(ends.map(drop_out), [45, 30, 30, 60]);
    let every = |start| policy.at_last().since(day(start)).visit_every_days;
    assert_eq!(["2024-09-30", "2024-10-01"].map(every), [15, 30]);
}
