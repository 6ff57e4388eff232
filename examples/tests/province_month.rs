//! The month of the province, judged line by line.

use std::sync::LazyLock;

use bosoto::actor::{Actor, Role};
use bosoto::calendar::{Date, Instant};
use bosoto::workload::{Workload, workload};
use bosoto_examples::inbox::{Inbox, Verdict};
use bosoto_examples::month::{Month, SEED};
use bosoto_examples::province::UNITS;
use bosoto_examples::story::{AS_OF, Outcome};
use serde_json::Value;

/// The province of the demo, and the verdict on each line of its log.
static PROVINCE: LazyLock<(Inbox, Vec<Verdict>)> = LazyLock::new(|| {
    let mut province = Inbox::default();
    let lines = Month::new(SEED).lines;
    let verdicts = lines.iter().map(|line| province.receive(&line.text));
    let verdicts = verdicts.collect();
    (province, verdicts)
});

fn expected(outcome: Outcome) -> Verdict {
    match outcome {
        Outcome::Accepted => Verdict::Accepted,
        Outcome::Repeated => Verdict::Repeated,
        Outcome::Refused(rule, kind) => Verdict::Refused(rule.into(), kind.into()),
        Outcome::Broken(code) => Verdict::Broken(code.into()),
    }
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let written = include_bytes!("../province-month/commands.ndjson.gz");
    assert_eq!(
        Month::new(SEED).gzip().unwrap(),
        written,
        "run `make generate`"
    );
    assert_ne!(Month::new(SEED).ndjson(), Month::new(SEED + 1).ndjson());
}

#[test]
fn every_line_comes_to_what_its_story_says() {
    let lines = Month::new(SEED).lines;
    let (_, verdicts) = &*PROVINCE;
    assert_eq!(lines.len(), verdicts.len());
    for (number, (line, verdict)) in (1..).zip(lines.iter().zip(verdicts)) {
        assert_eq!(
            *verdict,
            expected(line.outcome),
            "line {number}: {}",
            line.text
        );
    }
}

#[test]
fn the_mix_is_as_the_manifest_says() {
    let manifest = Month::new(SEED).manifest();
    let written: Value =
        serde_json::from_str(include_str!("../province-month/manifest.json")).unwrap();
    assert_eq!(manifest, written, "run `make generate`");
    let count = |name: &str| manifest["counts"][name].as_u64().unwrap();
    assert!(manifest["cases"]["compulsory"].as_u64().unwrap() >= 500);
    for lifecycle in ["assistance", "episode", "aftercare"] {
        assert!(manifest["cases"][lifecycle].as_u64().unwrap() >= 50);
    }
    assert!(manifest["cases"]["account"].as_u64().unwrap() >= 10);
    for lifecycle in bosoto::any::ALL {
        assert!(!manifest["cases"][lifecycle.name()].is_null());
    }
    assert!(count("lines") >= 5_000);
    assert!(count("refused") >= 200);
    assert!(count("repeated") >= 100);
    assert!(count("broken") >= 10);
    assert_eq!(
        count("lines"),
        count("accepted") + count("refused") + count("repeated") + count("broken")
    );
    let kinds = [
        "too_early",
        "wrong_state",
        "not_permitted",
        "already_done",
        "missing_precondition",
        "invalid_input",
    ];
    for kind in kinds {
        let refused = manifest["counts"]["refused_by"].as_object().unwrap();
        assert!(
            refused.keys().any(|reason| reason.ends_with(kind)),
            "no {kind}"
        );
    }
}

#[test]
fn every_unit_has_work_of_every_kind_on_the_day() {
    let (province, _) = &*PROVINCE;
    let on = Date::parse(AS_OF).unwrap();
    let loads = workload(province.cases(), on, &province.policy);
    for unit in &UNITS {
        let is_of = |load: &&Workload| load.responsible.organisation.as_ref() == unit.code;
        let load = loads.iter().find(is_of).unwrap();
        assert!(
            load.overdue > 0 && load.due > 0 && load.upcoming > 0,
            "{load:?}"
        );
    }
}

#[test]
fn every_unit_may_do_something_now_and_something_only_later() {
    let (province, _) = &*PROVINCE;
    let at = Instant::from_date_time(Date::parse(AS_OF).unwrap(), 16, 30).unwrap();
    for unit in &UNITS {
        let nurse = Actor::new(Role::UnitUser, unit.code);
        let actions: Vec<_> = province
            .cases()
            .flat_map(|case| {
                case.lifecycle()
                    .actions(Some(case), &nurse, at, &province.policy)
                    .unwrap()
            })
            .collect();
        let possible = actions.iter().filter(|action| action.allowed).count();
        let later = actions
            .iter()
            .filter(|action| action.allowed_from.is_some())
            .count();
        assert!(
            possible > 0 && later > 0,
            "{}: {possible} and {later}",
            unit.code
        );
    }
}
