//! Whether anything grows faster than a case: four times the events should cost four times as much, or a
//! little more.

use bosoto::any;
use bosoto::calendar::{Date, Instant};
use bosoto::episode::Episode;
use bosoto::lifecycle::{Case, Envelope, decide, evolve};
use bosoto::policy::Policy;
use bosoto_benches::growth::{KINDS, halves, log, under_one_id};
use divan::Bencher;
use serde_json::json;

fn main() {
    divan::main();
}

const EVENTS: [usize; 3] = [1_000, 4_000, 16_000];

fn every() -> impl Iterator<Item = (&'static str, usize)> {
    KINDS
        .into_iter()
        .flat_map(|kind| EVENTS.map(|events| (kind, events)))
}

#[divan::bench(args = every(), sample_count = 3, sample_size = 1)]
fn replay(bencher: Bencher, (kind, events): (&str, usize)) {
    let (lifecycle, log) = log(kind, events);
    let lifecycle = any::lifecycle(lifecycle).expect("known");
    bencher.bench(|| lifecycle.replay(&log).expect("it fits"));
}

#[divan::bench(args = every(), sample_count = 3, sample_size = 1)]
fn merge(bencher: Bencher, (kind, events): (&str, usize)) {
    let (lifecycle, log) = log(kind, events);
    let lifecycle = any::lifecycle(lifecycle).expect("known");
    let [one, other] = halves(&log);
    bencher.bench(|| lifecycle.merge(&one, &other).expect("one case"));
}

#[divan::bench(args = EVENTS, sample_count = 3, sample_size = 1)]
fn merge_under_one_id(bencher: Bencher, events: usize) {
    let (lifecycle, log) = log("users", 2);
    let lifecycle = any::lifecycle(lifecycle).expect("known");
    let [one, other] = [events / 2, events].map(|events| under_one_id(&log, events));
    bencher.bench(|| lifecycle.merge(&one, &other).expect("one case"));
}

#[divan::bench(args = every(), sample_count = 3, sample_size = 1)]
fn obligations(bencher: Bencher, (kind, events): (&str, usize)) {
    let (lifecycle, log) = log(kind, events);
    let lifecycle = any::lifecycle(lifecycle).expect("known");
    let case = lifecycle.replay(&log).expect("it fits").expect("created");
    let on = Date::parse("2024-07-01").expect("a day");
    bencher.bench(|| case.obligations(on, &Policy::default()));
}

/// A repetition of the last act but one.
#[divan::bench(args = EVENTS, sample_count = 3, sample_size = 1)]
fn repeated(bencher: Bencher, events: usize) {
    let case = acted(events);
    let again = session(events - 1);
    bencher.bench(|| decide(Some(&case), &again, &Policy::default()).expect("a decision"));
}

/// A case built act by act.
#[divan::bench(args = EVENTS, sample_count = 3, sample_size = 1)]
fn act(events: usize) -> Case<Episode> {
    acted(events)
}

type Sent = Envelope<bosoto::episode::Command>;

fn session(place: usize) -> Sent {
    sent(
        place,
        json!({ "type": "record_session", "on": "2024-06-03" }),
    )
}

fn sent(place: usize, command: serde_json::Value) -> Sent {
    let at = Instant::from_date_time(Date::parse("2024-06-03").expect("a day"), 9, 0);
    let envelope = json!({
        "command_id": format!("{place}"), "at": at, "command": command,
        "actor": { "role": "unit_user", "organisation": "10670" },
    });
    bosoto::wire::decode(&envelope.to_string()).expect("an envelope")
}

fn acted(events: usize) -> Case<Episode> {
    let person = json!({ "id": { "type": "issued_number", "value": "1" }, "first_name": "ก", "last_name": "ข" });
    let screen = json!({ "type": "screen", "case_id": "E-1", "person": person, "unit": "10670", "on": "2024-06-03",
        "legal_basis": "section_113", "severity": "dependence" });
    let start = json!({ "type": "start_treatment", "on": "2024-06-03", "treatment_type": "opd", "methadone": false });
    let first = [sent(0, screen), sent(1, start)];
    let mut case = None;
    for envelope in first.into_iter().chain((2..events).map(session)) {
        let decision = decide(case.as_ref(), &envelope, &Policy::default()).expect("a decision");
        let accepted = decision
            .accepted()
            .ok_or_else(|| decision.reasons())
            .expect("accepted");
        case = evolve(case, accepted.event.clone());
    }
    case.expect("created")
}
