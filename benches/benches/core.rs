//! What a decision and a replay cost.

use bosoto::any;
use bosoto::compulsory::Compulsory;
use bosoto::lifecycle::{Event, decide};
use bosoto::policy::Policy;
use bosoto_benches::{case, log, unit};
use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use serde_json::json;

fn main() {
    divan::main();
}

/// An accepted command on a case of 20 events, without an effect.
#[divan::bench]
fn accepted_treatment(bencher: Bencher) {
    let (case, policy) = (case("C-1", 20), Policy::default());
    let command = json!({ "type": "record_treatment", "on": "2024-05-16" });
    let envelope = unit("2024-05-16T09:00", command);
    assert!(decide(Some(&case), &envelope, &policy).is_ok_and(|one| one.accepted().is_some()));
    bencher.bench(|| decide::<Compulsory>(black_box(Some(&case)), &envelope, &policy));
}

/// An accepted command with a notice, a letter and a banner.
#[divan::bench]
fn accepted_absence_report(bencher: Bencher) {
    let (case, policy) = (case("C-1", 20), Policy::default());
    let envelope = unit("2024-05-16T09:00", json!({ "type": "report_absence" }));
    assert!(decide(Some(&case), &envelope, &policy).is_ok_and(|one| one.accepted().is_some()));
    bencher.bench(|| decide::<Compulsory>(black_box(Some(&case)), &envelope, &policy));
}

/// A refused command with two reasons, its texts not rendered.
#[divan::bench]
fn refused_absence_report(bencher: Bencher) {
    let (case, policy) = (case("C-1", 18), Policy::default());
    let envelope = unit("2024-05-05T09:00", json!({ "type": "report_absence" }));
    assert!(decide(Some(&case), &envelope, &policy).is_ok_and(|one| one.reasons().len() == 2));
    bencher.bench(|| decide::<Compulsory>(black_box(Some(&case)), &envelope, &policy));
}

/// Reading the log of 20 events, judging state and structure, making the case.
#[divan::bench]
fn replay(bencher: Bencher) {
    let log = log("C-1");
    let exchange = any::lifecycle("compulsory").expect("known");
    bencher
        .counter(BytesCount::of_str(&log))
        .bench(|| exchange.replay(black_box(&log)));
}

/// Reading the same bytes into the same structs with serde_json alone.
#[divan::bench]
fn replay_only_parsed(bencher: Bencher) {
    let log = log("C-1");
    bencher.counter(BytesCount::of_str(&log)).bench(|| {
        let read = |line| serde_json::from_str::<Event<Compulsory>>(line).expect("an event");
        black_box(&log).lines().map(read).collect::<Vec<_>>()
    });
}
