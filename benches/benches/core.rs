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

/// An accepted command from its JSON to that of the decision.
#[divan::bench]
fn treatment_from_json(bencher: Bencher) {
    from_json(
        bencher,
        json!({ "type": "record_treatment", "on": "2024-05-16", "note": NOTE }),
    );
}

/// The same, with a person's data.
#[divan::bench]
fn referral_from_json(bencher: Bencher) {
    let sent = json!({
        "command_id": "0f8fad5b-d9cb-469f-a165-70867728950e",
        "at": "2024-05-16T09:00:00+07:00",
        "actor": { "role": "probation_officer", "organisation": "PB-KBI", "user_id": "u.somying" },
        "command": {
            "type": "refer", "case_id": "C-1", "round": 1, "unit": "10670", "probation_office": "PB-KBI",
            "part1": {
                "person": {
                    "id": { "type": "citizen_id", "value": "3100600445635" },
                    "title": "นาย", "first_name": "อนันต์", "last_name": "เพชรรัตน์",
                },
                "address": { "house_no": "9", "moo": "1", "tambon": "810101", "postal_code": "81000" },
                "phone": "0812345678", "occupation": "รับจ้างทั่วไป", "court_order": "ฟ. 123/2567",
            },
        },
    })
    .to_string();
    let (exchange, policy) = (
        any::lifecycle("compulsory").expect("known"),
        Policy::default(),
    );
    let decide = || exchange.decide_json(None, black_box(&sent), &policy);
    assert!(decide().is_ok_and(|decision| decision.is_accepted()));
    bencher.bench(decide);
}

const NOTE: &str = "มาตามนัด ปัสสาวะไม่พบสารเสพติด ให้คำปรึกษารายบุคคล นัดครั้งถัดไปสัปดาห์หน้า";

fn from_json(bencher: Bencher, command: serde_json::Value) {
    let exchange = any::lifecycle("compulsory").expect("known");
    let case = exchange
        .replay(&log("C-1"))
        .expect("a log")
        .expect("a case");
    let envelope = unit("2024-05-16T09:00", command);
    let sent = bosoto::wire::to_json(&envelope);
    let policy = Policy::default();
    let decide = || exchange.decide_json(Some(case.as_ref()), black_box(&sent), &policy);
    assert!(decide().is_ok_and(|decision| decision.is_accepted()));
    bencher.bench(decide);
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
