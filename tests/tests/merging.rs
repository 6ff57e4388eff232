//! Merged logs: what a question sees of them, and what belongs to another case.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use std::sync::Arc;

use bosoto::any::{self, AnyCase, AnyLifecycle};
use bosoto::policy::Policy;
use bosoto::wire::ErrorCode;
use serde_json::{Value, json};

fn lifecycle() -> &'static dyn AnyLifecycle {
    any::lifecycle("aftercare").expect("known")
}

fn sent(id: &str, at: &str, command: Value) -> Value {
    json!({
        "command_id": id, "at": format!("{at}:00+07:00"), "command": command,
        "actor": { "role": "district_recorder", "organisation": "8101" },
    })
}

fn enrol(case_id: &str) -> Value {
    let person = json!({ "id": { "type": "passport", "value": "AA1234567" }, "first_name": "สุดา", "last_name": "ใจดี" });
    json!({
        "type": "enrol", "case_id": case_id, "person": person, "graduated_on": "2024-06-10",
        "project": "โครงการ", "residence": { "tambon": "810101" },
    })
}

fn request(help_id: &str, detail: &str) -> Value {
    json!({ "type": "request_help", "help_id": help_id, "kind": "housing", "detail": detail })
}

fn after(case: Option<Arc<dyn AnyCase>>, envelopes: &[Value]) -> Arc<dyn AnyCase> {
    let mut case = case;
    for envelope in envelopes {
        let decided =
            lifecycle().decide_json(case.as_deref(), &envelope.to_string(), &Policy::default());
        let decision = decided.expect("a decision");
        assert!(decision.is_accepted(), "{}", decision.to_json());
        case = decision
            .apply_to(case.as_deref())
            .expect("of this lifecycle");
    }
    case.expect("created")
}

fn enrolled(case_id: &str) -> Arc<dyn AnyCase> {
    after(None, &[sent("b", "2024-06-12T09:00", enrol(case_id))])
}

/// A case whose second device has booked its own help under the same id.
fn in_conflict() -> (any::AnyMerged, Arc<dyn AnyCase>) {
    let base = enrolled("F-1");
    let given = json!({ "type": "provide_help", "help_id": "1", "on": "2024-06-20", "by": "อบต." });
    let one = after(
        Some(base.clone()),
        &[sent("a1", "2024-06-14T09:00", request("1", "บ้าน"))],
    );
    let other = after(
        Some(base),
        &[
            sent("c1", "2024-06-15T09:00", request("1", "อาชีพ")),
            sent("c2", "2024-06-20T09:00", given),
        ],
    );
    let merged = lifecycle()
        .merge(&one.log(), &other.log())
        .expect("one case");
    let case = merged.case.clone().expect("created");
    (merged, case)
}

#[test]
fn ge_04_a_log_of_a_slow_clock_merged_with_itself_is_itself() {
    let visit = |on: &str| json!({ "type": "record_visit", "occurred_on": on, "result": "met" });
    let case = after(
        Some(enrolled("F-1")),
        &[
            sent("1", "2024-06-27T09:10", visit("2024-06-27")),
            sent("2", "2024-06-27T09:00", visit("2024-06-26")),
            sent("3", "2024-06-27T09:05", request("1", "บ้าน")),
        ],
    );
    let log = case.log();
    assert_eq!(
        log.matches("\"ordered_at\":\"2024-06-27T09:10:00.000001+07:00\"")
            .count(),
        1
    );
    assert_eq!(
        log.matches("\"ordered_at\":\"2024-06-27T09:10:00.000002+07:00\"")
            .count(),
        1
    );
    let merged = lifecycle().merge(&log, &log).expect("one case");
    assert_eq!((merged.log, merged.conflicts.len()), (log, 0));
}

#[test]
fn ac_05_help_of_another_device_under_the_same_id_is_not_booked_on_ours() {
    let (merged, case) = in_conflict();
    let conflicts: Vec<String> = merged
        .conflicts
        .iter()
        .map(|one| format!("{} {}", one.event_id, one.rule))
        .collect();
    assert_eq!(conflicts, ["c1#0 AC-05", "c2#0 AC-05"]);
    assert!(!case.log().is_empty());
    let given = "\"of\":\"c1#0\",\"void\":{\"rule\":\"AC-05\",\"kind\":\"invalid_input\"}";
    assert!(merged.log.contains(given), "{}", merged.log);
}

#[test]
fn a_merged_log_with_a_conflict_is_a_log_like_any_other() {
    let (merged, case) = in_conflict();
    assert_eq!(case.log(), merged.log);
    let again = lifecycle()
        .replay(&merged.log)
        .expect("it is a log")
        .expect("created");
    assert_eq!(again.log(), merged.log);
    let replayed = lifecycle().replay_lines(&merged.log);
    assert_eq!((replayed.used, replayed.broken.len()), (4, 0));
    assert_eq!(replayed.conflicts, merged.conflicts);
    let recorder = bosoto::actor::Actor::new(bosoto::actor::Role::DistrictRecorder, "8101");
    let view = json!(again.view(&recorder, &Policy::default()));
    assert_eq!(
        view["conflicts"][1],
        json!({ "event_id": "c2#0", "rule": "AC-05", "kind": "invalid_input" })
    );
    assert!(view["help"][0].get("provided_on").is_none(), "{view}");
    // A phone's retry of what is without effect does not bring it in a second time.
    let retry = sent("c1", "2024-06-15T09:00", request("1", "อาชีพ")).to_string();
    let decided = lifecycle().decide_json(Some(again.as_ref()), &retry, &Policy::default());
    assert!(
        decided
            .expect("a decision")
            .to_json()
            .ends_with(",\"repeated\":true}")
    );
    // A new command resolves it.
    let resolved = after(
        Some(again),
        &[sent("d1", "2024-06-21T09:00", request("2", "อาชีพ"))],
    );
    let merged = lifecycle()
        .merge(&resolved.log(), &merged.log)
        .expect("one case");
    assert_eq!(merged.log, resolved.log());
}

#[test]
fn logs_of_two_patients_are_never_one_case() {
    let (one, other) = (enrolled("F-1").log(), enrolled("F-2").log());
    let error = lifecycle().merge(&one, &other).expect_err("two cases");
    assert_eq!(
        (error.code, &*error.pointer),
        (ErrorCode::OtherCase, "/log_b/0")
    );
    let both = [one, other].concat();
    let error = lifecycle().replay(&both).expect_err("two cases");
    assert_eq!((error.code, &*error.pointer), (ErrorCode::OtherCase, "/1"));
    let replayed = lifecycle().replay_lines(&both);
    assert_eq!(replayed.broken[0].error.code, ErrorCode::OtherCase);
    assert_eq!(replayed.used, 1);
}

#[test]
fn an_envelope_for_another_case_is_refused_before_anything_else() {
    let case = enrolled("F-1");
    let meant = |case_id: &str, command: Value| {
        let mut envelope = sent("x", "2024-06-14T09:00", command);
        envelope["case_id"] = json!(case_id);
        envelope.to_string()
    };
    let policy = Policy::default();
    let decide = |case: Option<&dyn AnyCase>, envelope: &str| {
        lifecycle().decide_json(case, envelope, &policy)
    };
    // Blank help, in a wrong hand: nothing of it is judged.
    let error = decide(Some(case.as_ref()), &meant("F-2", request(" ", " "))).expect_err("another");
    assert_eq!(
        (error.code, &*error.pointer),
        (ErrorCode::OtherCase, "/case_id")
    );
    let error = decide(None, &meant("F-2", enrol("F-1"))).expect_err("another");
    assert_eq!(error.code, ErrorCode::OtherCase);
    let kept = decide(Some(case.as_ref()), &meant("F-1", request("1", "บ้าน"))).expect("its own");
    let after = kept
        .apply_to(Some(case.as_ref()))
        .expect("one")
        .expect("a case");
    assert!(
        after
            .log()
            .contains("\"AC-05\",\"case_id\":\"F-1\",\"help_id\""),
        "{}",
        after.log()
    );
    assert!(lifecycle().replay(&after.log()).expect("it fits").is_some());
}

/// In a short log and in a long one, also where others did the same at that moment.
#[test]
fn ge_03_without_an_id_the_same_envelope_again_is_a_repetition() {
    for count in [1, 3, 200] {
        let visit = |place: usize, at: &str| {
            let met =
                json!({ "type": "record_visit", "occurred_on": "2024-06-27", "result": "met" });
            let mut envelope = sent("x", at, met);
            envelope["actor"]["user_id"] = json!(format!("u{place}"));
            let fields = envelope.as_object_mut().expect("an envelope");
            fields.remove("command_id");
            envelope
        };
        let visits: Vec<Value> = (0..count)
            .map(|place| visit(place, "2024-06-27T09:00"))
            .collect();
        let case = after(Some(enrolled("F-1")), &visits);
        assert_eq!(case.log().lines().count(), count + 1);
        let again = after(Some(case.clone()), &visits);
        assert_eq!(again.log(), case.log());
        let later = after(Some(case), &[visit(0, "2024-06-27T09:01")]);
        assert_eq!(later.log().lines().count(), count + 2);
    }
}

/// A `command_id` may look like a digest: its event still gives the help its id, before and after a replay.
#[test]
fn ac_05_help_asked_for_under_an_id_of_16_hex_digits_is_found_again() {
    let given = json!({ "type": "provide_help", "help_id": "1", "on": "2024-06-20", "by": "อบต." });
    let case = after(
        Some(enrolled("F-1")),
        &[
            sent("0123456789abcdef", "2024-06-14T09:00", request("1", "บ้าน")),
            sent("fedcba9876543210", "2024-06-20T09:00", given),
        ],
    );
    let log = case.log();
    assert!(log.contains("\"of\":\"0123456789abcdef#0\""), "{log}");
    let again = lifecycle().replay(&log).expect("it fits").expect("created");
    assert_eq!(again.log(), log);
    let merged = lifecycle().merge(&log, &log).expect("one case");
    assert_eq!((merged.log, merged.conflicts.len()), (log, 0));
}

/// A log of hundreds of events, each by another person, is found by its ids as a short one is.
#[test]
fn a_long_log_knows_its_events() {
    let visits: Vec<Value> = (0..200)
        .map(|place| {
            let visit =
                json!({ "type": "record_visit", "occurred_on": "2024-06-27", "result": "met" });
            let mut envelope = sent(&format!("v{place}"), "2024-06-27T09:00", visit);
            envelope["actor"]["user_id"] = json!(format!("u{place}"));
            envelope
        })
        .collect();
    let case = after(Some(enrolled("F-1")), &visits);
    assert_eq!(after(Some(case.clone()), &visits).log(), case.log());
    let replayed = lifecycle()
        .replay(&case.log())
        .expect("it fits")
        .expect("created");
    assert_eq!(replayed.log(), case.log());
    let twice = [case.log(), case.log()].concat();
    assert_eq!(lifecycle().replay_lines(&twice).broken.len(), 201);
}
