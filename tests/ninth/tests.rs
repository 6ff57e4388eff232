//! What holds for every lifecycle holds for a new one, and nothing outside its folder had to change.

#[path = "../src/exhaustive.rs"]
mod exhaustive;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::{Value, json};

use crate::base::calendar::{Date, Instant};
use crate::contract::{Titles, calls, form, registry, schema};
use crate::lifecycles::any::{self, AnyCase, AnyLifecycle};
use crate::policy::Policy;

const NAME: &str = "loan";

fn it() -> &'static dyn AnyLifecycle {
    any::lifecycle(NAME).unwrap()
}

fn unit(at: &str, command: Value) -> Value {
    json!({
        "at": format!("{at}T09:00:00+07:00"), "command": command,
        "actor": { "role": "unit_user", "organisation": "10670" },
    })
}

fn lend() -> Value {
    let command = json!({
        "type": "lend", "case_id": "L-1", "unit": "10670", "borrower": "นางสาวสมใจ รักดี",
    });
    unit("2024-06-03", command)
}

fn reading(at: &str, on: &str) -> Value {
    unit(at, json!({ "type": "record_reading", "on": on }))
}

fn give_back(at: &str, broken: bool) -> Value {
    unit(at, json!({ "type": "give_back", "broken": broken }))
}

fn stories() -> [Vec<Value>; 4] {
    let mut mistake = reading("2024-06-05", "2024-06-05");
    mistake["command_id"] = "r-1".into();
    let withdraw = json!({ "type": "withdraw", "event_id": "r-1#0", "reason": "อ่านผิด" });
    let extend = unit("2024-06-13", json!({ "type": "extend" }));
    [
        vec![lend(), give_back("2024-06-04", true)],
        vec![
            lend(),
            reading("2024-06-05", "2024-06-05"),
            give_back("2024-06-10", false),
        ],
        vec![
            lend(),
            reading("2024-06-11", "2024-06-11"),
            reading("2024-06-12", "2024-06-12"),
            extend,
            give_back("2024-06-20", false),
        ],
        vec![lend(), mistake, unit("2024-06-06", withdraw)],
    ]
}

/// The case after each command of a story.
fn told(story: &[Value]) -> Vec<Arc<dyn AnyCase>> {
    let mut cases: Vec<Arc<dyn AnyCase>> = Vec::new();
    for envelope in story {
        let (case, text) = (cases.last().map(AsRef::as_ref), envelope.to_string());
        let decision = it().decide_json(case, &text, &Policy::default()).unwrap();
        assert!(decision.is_accepted(), "{}", decision.to_json());
        cases.push(decision.apply_to(case).unwrap().unwrap());
    }
    cases
}

fn answer(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn decide_follows_the_table_and_actions_agree_with_it() {
    let stories = stories();
    let cases: Vec<Arc<dyn AnyCase>> = stories.iter().flat_map(|story| told(story)).collect();
    let envelopes = stories.iter().flatten();
    let commands: Vec<Value> = envelopes.map(|one| one["command"].clone()).collect();
    assert!(exhaustive::decide_follows_the_table(it(), &cases, &commands) > 1_000);
}

#[test]
fn a_log_makes_the_same_case_again_and_two_logs_make_one() {
    for story in stories() {
        let cases = told(&story);
        let (first, last) = (cases.first().unwrap(), cases.last().unwrap());
        let again = it().replay(&last.log()).unwrap().unwrap();
        assert_eq!((again.log(), again.state()), (last.log(), last.state()));
        let merged = it().merge(&first.log(), &last.log()).unwrap();
        assert_eq!(merged.log, last.log());
        assert_eq!(merged.case.unwrap().state(), last.state());
    }
}

/// A merge judges what the case alone decides, and nothing that reads the policy or the clock.
#[test]
fn two_extensions_in_two_logs_are_one_and_a_conflict() {
    let [_, _, story, _] = stories();
    let base = told(&story[..3]);
    let base = base.last().unwrap();
    let extended = |day: &str| {
        let envelope = unit(day, json!({ "type": "extend" })).to_string();
        let decision = it().decide_json(Some(base.as_ref()), &envelope, &Policy::default());
        decision
            .unwrap()
            .apply_to(Some(base.as_ref()))
            .unwrap()
            .unwrap()
            .log()
    };
    let merged = it()
        .merge(&extended("2024-06-14"), &extended("2024-06-15"))
        .unwrap();
    let names: Vec<&str> = merged.conflicts.iter().map(|one| &*one.rule).collect();
    assert_eq!(names, ["NI-01"]);
}

#[test]
fn every_question_knows_it() {
    let [broken, _, long, _] = stories();
    let early = give_back("2024-06-04", false).to_string();
    let lent = told(&broken[..1]);
    let log = lent[0].log();
    let refused = answer(&calls::decide(NAME, Some(&log), &early, None));
    assert_eq!(refused["reasons"][0]["allowed_from"], "2024-06-10");
    let taken = told(&broken).pop().unwrap();
    assert_eq!(taken.state(), "written_off");
    let effect = answer(&calls::decide(
        NAME,
        Some(&log),
        &broken[1].to_string(),
        None,
    ));
    assert_eq!(effect["effects"][0]["notice"], "loss");

    let owed = answer(&calls::obligations(NAME, &log, "2024-06-11", None, None));
    assert_eq!(
        (&owed[0]["what"], &owed[0]["status"]),
        (&json!("reading"), &json!("overdue"))
    );
    let at = Instant::at_midnight(Date::parse("2024-06-11").unwrap());
    assert_eq!(lent[0].flags(at, &Policy::default()), ["never_read"]);
    let stranger = r#"{"role": "unit_user", "organisation": "00000"}"#;
    let view = answer(&calls::view(NAME, &log, stranger, None));
    assert_eq!(view["withheld"][0]["pointer"], "/borrower");
    let late = answer(&calls::decide(NAME, Some(&log), &long[1].to_string(), None));
    assert_eq!(late["warnings"][0]["rule"], "NI-02");
    let read = told(&long[..2]).pop().unwrap().log();
    let twice = reading("2024-06-12", "2024-06-11").to_string();
    let twice = answer(&calls::decide(NAME, Some(&read), &twice, None));
    assert_eq!(twice["reasons"][0]["kind"], "already_done");
    assert!(registry::faults().iter().any(|fault| fault.number == 901));
}

#[test]
fn machine_forms_and_registry_list_it() {
    let machine = it().machine();
    let command = machine
        .commands
        .iter()
        .find(|one| one.action == "give_back")
        .unwrap();
    assert_eq!(command.to, ["written_off", "returned"]);
    assert_eq!(
        json!(command.chosen_by),
        json!({ "field": "broken", "targets": [
            { "value": true, "state": "written_off" }, { "value": false, "state": "returned" },
        ] })
    );
    assert_eq!(command.effects, ["notify:loss"]);
    let forms = form::forms(it(), Titles::Thai);
    assert_eq!(forms.len(), machine.commands.len());
    assert_eq!(forms[0]["properties"]["borrower"]["x-title"]["th"], "ผู้ยืม");
    assert_eq!(
        registry::rule("NI-02").unwrap().title.en(),
        "Record a reading"
    );
    assert!(registry::owed().iter().any(|owed| owed.name == "reading"));
    let applied = registry::applied();
    for rule in super::rules::RULES {
        assert!(
            applied.iter().any(|place| place.rule == *rule),
            "{}",
            rule.id
        );
    }
    let schema = schema::schema("loan.envelope").unwrap();
    assert_eq!(schema["title"], "loan.envelope");
    let effect = schema::schema("effect").unwrap();
    assert!(
        effect["$defs"]["NotifyLoss"]
            .to_string()
            .contains("NI-03: a device is lost.")
    );
}

/// A new lifecycle is a folder, its module and its place in the list.
#[test]
fn outside_its_folder_at_most_three_lines_name_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let own = root.join("tests/ninth");
    let mut naming = Vec::new();
    for folder in [
        "core",
        "bindings-python",
        "examples",
        "tests",
        "benches",
        "fuzz",
    ] {
        for file in sources(&root.join(folder)) {
            if file.starts_with(&own) {
                continue;
            }
            let text = std::fs::read_to_string(&file).unwrap_or_default();
            let lines = text
                .lines()
                .filter(|line| line.contains("ninth") || line.contains("Loan"));
            naming.extend(lines.map(|line| format!("{}: {line}", file.display())));
        }
    }
    assert!((1..=3).contains(&naming.len()), "{naming:#?}");
}

/// Every source that is written by hand.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path());
    let is_source = |path: &PathBuf| {
        let ending = path.extension().and_then(|ending| ending.to_str());
        matches!(ending, Some("rs" | "py" | "toml"))
    };
    paths
        .filter(|path| !path.ends_with("target"))
        .flat_map(|path| {
            if path.is_dir() {
                sources(&path)
            } else {
                vec![path]
            }
        })
        .filter(is_source)
        .collect()
}
