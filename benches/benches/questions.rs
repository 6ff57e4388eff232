//! What questions over many cases cost: a worklist, the visits of SMI-V persons, a merge.

use std::sync::Arc;

use bosoto::actor::{Actor, Role};
use bosoto::any::{self, AnyCase};
use bosoto::calendar::Date;
use bosoto::compulsory::Compulsory;
use bosoto::lifecycle::{Event, merge};
use bosoto::policy::Policy;
use bosoto::smiv::{SmivPerson, smiv_obligations};
use bosoto::wire;
use bosoto::worklist::{WorklistQuery, worklist};
use bosoto_benches::log;
use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use serde_json::{Value, json};

fn main() {
    divan::main();
}

/// A case of a lifecycle made by the commands given.
fn made(lifecycle: &str, commands: &[(&str, &str, &str, Value)]) -> Arc<dyn AnyCase> {
    let lifecycle = any::lifecycle(lifecycle).expect("known");
    let mut case: Option<Arc<dyn AnyCase>> = None;
    for (at, role, organisation, command) in commands {
        let envelope = json!({
            "at": format!("{at}:00+07:00"), "command": command,
            "actor": { "role": role, "organisation": organisation },
        });
        let decision = lifecycle
            .decide_json(case.as_deref(), &envelope.to_string(), &Policy::default())
            .expect("well-formed");
        assert!(decision.is_accepted(), "{}", decision.to_json());
        case = decision
            .apply_to(case.as_deref())
            .expect("of this lifecycle");
    }
    case.expect("created")
}

fn person() -> Value {
    json!({ "id": { "type": "issued_number", "value": "1" }, "first_name": "ก", "last_name": "ข" })
}

fn follow_up(id: &str) -> Arc<dyn AnyCase> {
    let enrol = json!({
        "type": "enrol", "case_id": id, "person": person(), "graduated_on": "2024-06-10",
        "project": "โครงการ", "residence": { "tambon": "810101" },
    });
    let visit = |day: &str| json!({ "type": "record_visit", "occurred_on": day, "result": "met" });
    made(
        "aftercare",
        &[
            ("2024-06-12T09:00", "district_recorder", "8101", enrol),
            (
                "2024-06-27T09:00",
                "field_team",
                "810101",
                visit("2024-06-27"),
            ),
            (
                "2024-07-12T09:00",
                "field_team",
                "810101",
                visit("2024-07-12"),
            ),
        ],
    )
}

fn episode(id: &str) -> Arc<dyn AnyCase> {
    let screen = json!({
        "type": "screen", "case_id": id, "person": person(), "unit": "10670", "on": "2024-01-08",
        "legal_basis": "section_114", "severity": "abuse",
    });
    let start = json!({
        "type": "start_treatment", "on": "2024-01-09", "treatment_type": "opd", "methadone": false,
    });
    let summary =
        json!({ "type": "summarise", "on": "2024-05-08", "outcome": "completed_program" });
    made(
        "episode",
        &[
            ("2024-01-08T09:00", "unit_user", "10670", screen),
            ("2024-01-09T09:00", "unit_user", "10670", start),
            ("2024-05-08T09:00", "unit_user", "10670", summary),
        ],
    )
}

fn exchange(id: &str) -> Arc<dyn AnyCase> {
    let lifecycle = any::lifecycle("compulsory").expect("known");
    lifecycle.replay(&log(id)).expect("fits").expect("created")
}

/// A third each of exchanges of 20 events, episodes and community follow-ups.
fn mixed(count: usize) -> Vec<Arc<dyn AnyCase>> {
    (0..count)
        .map(|number| match number % 3 {
            0 => exchange(&format!("C-{number}")),
            1 => episode(&format!("E-{number}")),
            _ => follow_up(&format!("F-{number}")),
        })
        .collect()
}

fn ask_100_000_cases(bencher: Bencher, actor: Option<Actor>) {
    let (cases, policy) = (mixed(100_000), Policy::default());
    let query = WorklistQuery {
        actor,
        on: Date::parse("2024-07-20").expect("a day"),
        from: None,
        to: None,
        known: None,
        settled: false,
    };
    let ask = || worklist(cases.iter().map(AsRef::as_ref), black_box(&query), &policy);
    bencher.counter(ItemsCount::new(ask().len())).bench(ask);
}

/// The worklist of everybody over 100,000 replayed cases.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn worklist_of_100_000_cases(bencher: Bencher) {
    ask_100_000_cases(bencher, None);
}

/// The worklist of one tambon team over the same cases.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn worklist_of_a_team_over_100_000_cases(bencher: Bencher) {
    ask_100_000_cases(bencher, Some(Actor::new(Role::FieldTeam, "810101")));
}

/// The 24 visits of one person in community follow-up.
#[divan::bench]
fn schedule_of_24_visits(bencher: Bencher) {
    let (case, policy) = (follow_up("F-1"), Policy::default());
    let on = Date::parse("2024-07-20").expect("a day");
    assert_eq!(case.obligations(on, &policy).len(), 24);
    bencher.bench(|| black_box(&case).obligations(on, &policy));
}

/// The follow-ups of an SMI-V person in the eleventh year: 24 slots.
#[divan::bench]
fn smiv_schedule_of_24_slots(bencher: Bencher) {
    let person = r#"{"facility": "10670", "index_on": "2014-01-31", "follow_ups": ["2014-03-01"]}"#;
    let (person, policy): (SmivPerson, _) =
        (wire::decode(person).expect("valid"), Policy::default());
    let on = Date::parse("2024-07-20").expect("a day");
    assert_eq!(smiv_obligations(&person, on, &policy).len(), 24);
    bencher.bench(|| smiv_obligations(black_box(&person), on, &policy));
}

/// Two logs of 1,000 events of one case, of which they share the first 20; the others interleave.
#[divan::bench]
fn merge_of_two_logs_of_1_000_events(bencher: Bencher) {
    let base: Vec<Event<Compulsory>> = wire::decode_list(&log("C-1")).expect("events");
    let template = base
        .iter()
        .find(|event| event.name() == "treatment_recorded")
        .expect("a treatment");
    let side = |name: &str, second: u32| -> Vec<Event<Compulsory>> {
        let template = wire::to_json(template);
        let template: Value = serde_json::from_str(&template).expect("JSON");
        let more = (0..980).map(|number| {
            let mut event = template.clone();
            let id = format!("{name}-{number}");
            event["event_id"] = format!("{id}#0").into();
            event["command_id"] = id.into();
            let (hour, minute) = (number / 60, number % 60);
            let at = format!("2024-05-16T{hour:02}:{minute:02}:{second:02}+07:00");
            event["at"] = at.clone().into();
            event["recorded_at"] = at.into();
            wire::decode_value(&event).expect("an event")
        });
        base.iter().cloned().chain(more).collect()
    };
    let (log_a, log_b) = (side("a", 0), side("b", 30));
    let merged = merge(log_a.clone(), log_b.clone()).expect("one case");
    assert!(merged.conflicts.is_empty());
    bencher
        .with_inputs(|| (log_a.clone(), log_b.clone()))
        .bench_values(|(log_a, log_b)| merge(log_a, log_b));
}
