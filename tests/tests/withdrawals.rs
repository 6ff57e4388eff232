//! What a withdrawal (GE-07) tells and keeps, beyond what the scenarios compare.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use std::sync::Arc;

use bosoto::any::{self, AnyCase};
use bosoto::policy::Policy;
use serde_json::{Value, json};

/// The case after some commands, and the answer to the last.
fn told(steps: &[(&str, &str, &str, &str, Value)]) -> (Arc<dyn AnyCase>, Value) {
    let lifecycle = any::lifecycle("compulsory").expect("known");
    let mut case: Option<Arc<dyn AnyCase>> = None;
    let mut answer = Value::Null;
    for (id, at, role, organisation, command) in steps {
        let envelope = json!({
            "command_id": id, "at": format!("{at}T09:00:00+07:00"), "coordinated": true,
            "actor": { "role": role, "organisation": organisation }, "command": command,
        });
        let decision = lifecycle
            .decide_json(case.as_deref(), &envelope.to_string(), &Policy::default())
            .expect("a decision");
        answer = serde_json::from_str(&decision.to_json()).expect("JSON");
        assert_eq!(answer["outcome"], "accepted", "{answer}");
        case = decision.apply_to(case.as_deref()).expect("one lifecycle");
    }
    (case.expect("a case"), answer)
}

fn refer() -> Value {
    json!({ "type": "refer", "case_id": "C-1", "round": 1, "unit": "10670", "probation_office": "PB-KBI",
        "part1": { "person": { "id": { "type": "issued_number", "value": "1" }, "first_name": "ก" },
                   "address": { "tambon": "810101" } } })
}

#[test]
fn ge_07_whoever_was_told_is_told_of_the_withdrawal_the_office_then_the_unit() {
    let (case, answer) = told(&[
        ("r", "2024-06-03", "probation_officer", "PB-KBI", refer()),
        (
            "c",
            "2024-06-04",
            "unit_user",
            "10670",
            json!({ "type": "request_correction", "reason": "data_error" }),
        ),
        (
            "w",
            "2024-06-05",
            "super_admin",
            "MOPH",
            json!({ "type": "withdraw", "event_id": "c#0", "reason": "ขอผิดราย", "data_change": "D-1" }),
        ),
    ]);
    let notice = |to: &str| {
        json!({ "type": "notify", "to": to, "notice": "withdrawal", "case_id": "C-1", "round": 1,
            "unit": "10670", "of": "c#0", "reason": "ขอผิดราย" })
    };
    assert_eq!(
        answer["effects"],
        json!([notice("PB-KBI"), notice("10670")])
    );
    let event = &answer["events"][0];
    assert_eq!(
        (&event["type"], &event["of"]),
        (&json!("withdrawn"), &json!("c#0"))
    );
    assert_eq!(event["event_id"], "w#0", "its own id, and no other");
    assert_eq!(case.state(), "awaiting_acceptance");
}

#[test]
fn ge_07_the_line_that_is_taken_back_is_never_rewritten() {
    let treatment = json!({ "type": "record_treatment", "on": "2024-06-06", "program_days": 90 });
    let mut steps = vec![
        ("r", "2024-06-03", "probation_officer", "PB-KBI", refer()),
        (
            "a",
            "2024-06-05",
            "unit_user",
            "10670",
            json!({ "type": "accept" }),
        ),
        ("t", "2024-06-06", "unit_user", "10670", treatment),
    ];
    let (before, _) = told(&steps);
    let withdraw = json!({ "type": "withdraw", "event_id": "t#0", "reason": "ผิด" });
    steps.push(("w", "2024-06-07", "unit_user", "10670", withdraw));
    let (after, _) = told(&steps);
    assert!(after.log().starts_with(&before.log()));
    let again = after
        .lifecycle()
        .replay(&after.log())
        .expect("a log")
        .expect("a case");
    assert_eq!(again.log(), after.log());
    let merged = after
        .lifecycle()
        .merge(&before.log(), &after.log())
        .expect("one case");
    assert_eq!(*merged.log, *after.log());
    assert!(merged.conflicts.is_empty());
}
