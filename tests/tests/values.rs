//! Texts of a document that is sent: none is blank, none has control characters, none is longer than its shape
//! says. Asked of every text of every command; a log that was written is read as it is.
#![allow(clippy::expect_used, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::sync::Arc;

use bosoto::actor::{Actor, Role};
use bosoto::any::{self, AnyCase, AnyDecision, AnyLifecycle, Part};
use bosoto::calendar::Instant;
use bosoto::lifecycle::ReasonKind;
use bosoto::policy::Policy;
use bosoto::shape::{Chars, Field, Ty};
use bosoto::wire::{ErrorCode, WireError};
use bosoto_tests::scenarios;
use serde_json::{Value, json};

/// What shows nothing: white space, a zero width space, a byte order mark, a word joiner, a filler, a soft hyphen.
const BLANKS: [&str; 4] = ["", " \t\n", "\u{200b}\u{feff}\u{2060}", "\u{3164}\u{ad}"];

/// A text of a command, where it stands in the payload.
struct Place {
    lifecycle: &'static dyn AnyLifecycle,
    command: &'static str,
    pointer: String,
    chars: Chars,
}

/// Every text of every command, by the shapes.
fn places() -> Vec<Place> {
    let mut places = Vec::new();
    for lifecycle in any::ALL {
        let Ty::Tagged(commands) = lifecycle.shape(Part::Command) else {
            unreachable!("commands are told by their type")
        };
        for command in commands.variants {
            walk(&command.fields(), String::new(), &mut |pointer, chars| {
                places.push(Place {
                    lifecycle: *lifecycle,
                    command: command.name,
                    pointer,
                    chars,
                });
            });
        }
    }
    places
}

fn walk(fields: &[&'static Field], at: String, found: &mut dyn FnMut(String, Chars)) {
    for field in fields {
        let item = if matches!(field.ty, Ty::List(..)) {
            "/0"
        } else {
            ""
        };
        let pointer = format!("{at}/{}{item}", field.name());
        let ty = field.ty.of_element();
        if let Ty::Text(chars) = ty {
            found(pointer, chars);
        } else {
            walk(&ty.record().flat(), pointer, found);
        }
    }
}

/// A command that was accepted, and the case before it.
struct Step {
    lifecycle: &'static dyn AnyLifecycle,
    before: Option<Arc<dyn AnyCase>>,
    envelope: Value,
    policy: Policy,
}

/// Every accepted command of the scenarios.
fn steps() -> Vec<Step> {
    let mut steps = Vec::new();
    for (_, scenario) in scenarios("scenarios") {
        let name = scenario["lifecycle"].as_str().unwrap_or_default();
        let Ok(lifecycle) = any::lifecycle(name) else {
            continue;
        };
        let policy = scenario.get("policy").map(Value::to_string);
        let Ok(policy) = policy.map_or_else(|| Ok(Policy::default()), |text| Policy::read(&text))
        else {
            continue;
        };
        let mut case: Option<Arc<dyn AnyCase>> = None;
        for step in scenario["steps"].as_array().into_iter().flatten() {
            let envelope = &step["do"];
            let Ok(decision) = decide(lifecycle, case.as_deref(), envelope, &policy) else {
                continue;
            };
            if decision.is_accepted() {
                steps.push(Step {
                    lifecycle,
                    before: case.clone(),
                    envelope: envelope.clone(),
                    policy: policy.clone(),
                });
                case = decision.apply_to(case.as_deref()).expect("its own case");
            }
        }
    }
    steps
}

fn decide(
    lifecycle: &dyn AnyLifecycle,
    case: Option<&dyn AnyCase>,
    envelope: &Value,
    policy: &Policy,
) -> Result<Arc<dyn AnyDecision>, WireError> {
    let envelope = lifecycle.envelope_value(envelope)?;
    lifecycle.decide(case, envelope.as_ref(), policy)
}

impl Step {
    /// The envelope with another text at a place of its payload; nothing where what holds it is not there.
    fn with(&self, pointer: &str, text: &str) -> Option<Value> {
        let mut envelope = self.envelope.clone();
        let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
        let parent = envelope["command"].pointer_mut(parent)?;
        let fields = parent.as_object_mut()?;
        fields.insert(name.to_owned(), text.into());
        Some(envelope)
    }

    fn decide(&self, envelope: &Value) -> Result<Arc<dyn AnyDecision>, WireError> {
        decide(
            self.lifecycle,
            self.before.as_deref(),
            envelope,
            &self.policy,
        )
    }
}

/// Asks of every text in every accepted command; says that each text was asked about.
fn ask_everywhere(ask: impl Fn(&Step, &Place, &str)) {
    let steps = steps();
    let mut missing = BTreeSet::new();
    for place in places() {
        let own = steps.iter().filter(|step| {
            step.lifecycle.name() == place.lifecycle.name()
                && step.envelope["command"]["type"] == place.command
        });
        let there = own.filter(|step| step.with(&place.pointer, "").is_some());
        let some: Vec<&Step> = there.take(3).collect();
        for step in &some {
            ask(step, &place, &format!("/command{}", place.pointer));
        }
        if some.is_empty() {
            missing.insert(format!("{} {}", place.command, place.pointer));
        }
    }
    assert!(missing.is_empty(), "no scenario holds {missing:#?}");
}

#[test]
fn no_text_of_a_command_may_be_blank_whether_it_is_required_or_given() {
    ask_everywhere(|step, place, pointer| {
        for blank in BLANKS {
            let envelope = step.with(&place.pointer, blank).expect("there");
            let decision = step.decide(&envelope).expect("a decision");
            let at_place = |at: &Option<_>| at.as_deref() == Some(pointer);
            let refused = decision
                .reasons()
                .iter()
                .any(|reason| reason.kind == ReasonKind::NotPermitted || at_place(&reason.pointer));
            assert!(refused, "{} {pointer} {blank:?}", place.command);
        }
    });
}

#[test]
fn a_control_character_in_a_text_of_a_command_is_malformed() {
    ask_everywhere(|step, place, pointer| {
        for text in ["ก\0", "\u{1b}[31m", "a\u{7f}", "a\u{85}b"] {
            let envelope = step.with(&place.pointer, text).expect("there");
            let error = step.decide(&envelope).map(drop).expect_err("refused");
            assert_eq!(error.code, ErrorCode::Malformed, "{pointer}");
            assert_eq!(error.pointer, pointer);
        }
    });
}

#[test]
fn a_text_of_a_command_has_at_most_the_characters_of_its_shape() {
    ask_everywhere(|step, place, pointer| {
        let most = usize::try_from(place.chars.most).expect("small");
        let envelope = |count: usize| {
            step.with(&place.pointer, &"ก".repeat(count))
                .expect("there")
        };
        assert!(step.decide(&envelope(most)).is_ok(), "{pointer}");
        let error = step.decide(&envelope(most + 1)).map(drop);
        let error = error.expect_err("too long");
        assert_eq!(error.code, ErrorCode::WrongLength, "{pointer}");
        assert_eq!(error.pointer, pointer);
        assert!(error.message.en().contains(&most.to_string()), "{error}");
    });
}

#[test]
fn tab_and_line_ends_are_taken_and_kept() {
    let text = "บรรทัดแรก\r\nบรรทัด\tสอง";
    let steps = steps();
    let step = steps
        .iter()
        .find(|step| step.envelope["command"]["type"] == "record_trace");
    let step = step.expect("a trace");
    let decision = step
        .decide(&step.with("/evidence", text).expect("there"))
        .expect("read");
    assert!(decision.is_accepted());
    assert!(decision.to_json().contains(r"บรรทัดแรก\r\nบรรทัด\tสอง"));
}

/// The ids of the envelope itself, and of the actor.
#[test]
fn the_ids_of_an_envelope_are_texts_like_others() {
    for (pointer, code) in [
        ("/command_id", ErrorCode::Malformed),
        ("/actor/organisation", ErrorCode::Malformed),
        ("/actor/user_id", ErrorCode::Malformed),
    ] {
        let error = read(pointer, "a\u{1}b").expect_err("a control character");
        assert_eq!((error.code, error.pointer.as_str()), (code, pointer));
        let error = read(pointer, &"a".repeat(65)).expect_err("too long");
        assert_eq!(error.code, ErrorCode::WrongLength, "{pointer}");
        assert_eq!(error.pointer, pointer);
        assert!(read(pointer, &"ก".repeat(64)).is_ok(), "{pointer}");
    }
}

fn enrolment() -> Value {
    json!({
        "command_id": "c1",
        "at": "2024-06-12T09:00:00+07:00",
        "actor": { "role": "district_recorder", "organisation": "8101", "user_id": "u" },
        "command": {
            "type": "enrol", "case_id": "F-1",
            "person": { "id": { "type": "citizen_id", "value": "3810200778894" }, "first_name": "สุดา" },
            "graduated_on": "2024-06-10", "project": "โครงการ", "residence": { "tambon": "810101" },
        },
    })
}

fn aftercare() -> &'static dyn AnyLifecycle {
    any::lifecycle("aftercare").expect("known")
}

fn with(pointer: &str, value: impl Into<Value>) -> Value {
    let mut envelope = enrolment();
    let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
    envelope.pointer_mut(parent).expect("there")[name] = value.into();
    envelope
}

fn read(pointer: &str, text: &str) -> Result<(), WireError> {
    let envelope = with(pointer, text);
    aftercare().envelope_value(&envelope).map(drop)
}

/// The pointers of a refusal.
fn refused(envelope: &Value) -> Vec<String> {
    let decision = decide(aftercare(), None, envelope, &Policy::default()).expect("read");
    let reasons = decision.reasons().iter();
    reasons
        .filter_map(|reason| reason.pointer.as_deref().map(str::to_owned))
        .collect()
}

#[test]
fn person_a_last_name_may_be_left_out_and_is_not_blank_when_given() {
    assert!(refused(&enrolment()).is_empty());
    let blank = with("/command/person/last_name", "\u{200b}");
    assert_eq!(refused(&blank), ["/command/person/last_name"]);
}

#[test]
fn rv_01_a_number_that_stands_for_nobody_is_refused() {
    for cid in ["0000000000001", "1111111111119", "9999999999994"] {
        let sent = with("/command/person/id/value", cid);
        assert_eq!(refused(&sent), ["/command/person/id/value"], "{cid}");
    }
}

#[test]
fn ac_06_a_residence_that_names_no_district_is_refused() {
    for tambon in ["990101", "810001", "819901"] {
        let sent = with("/command/residence/tambon", tambon);
        assert_eq!(refused(&sent), ["/command/residence/tambon"], "{tambon}");
    }
}

#[test]
fn the_actor_of_a_command_is_not_blank_either() {
    let mut envelope = enrolment();
    envelope["actor"]["user_id"] = json!("\u{2060}");
    assert_eq!(refused(&envelope), ["/actor/user_id"]);
}

#[test]
fn reasons_stand_in_the_order_of_the_fields() {
    let mut envelope = enrolment();
    envelope["command"]["case_id"] = json!(" ");
    envelope["command"]["person"]["title"] = json!("");
    envelope["command"]["person"]["id"]["value"] = json!("1");
    envelope["command"]["person"]["birth_date"] = json!("2030-01-01");
    envelope["command"]["project"] = json!("\u{3164}");
    envelope["command"]["residence"] = json!({ "house_no": "", "tambon": "81" });
    let expected = [
        "/command/case_id",
        "/command/person/id/value",
        "/command/person/title",
        "/command/person/birth_date",
        "/command/project",
        "/command/residence/house_no",
        "/command/residence/tambon",
    ];
    assert_eq!(refused(&envelope), expected);
}

/// What stood in a log before texts were judged stays what it is.
#[test]
fn a_log_that_was_written_is_read_as_it_is() {
    let decision = decide(aftercare(), None, &enrolment(), &Policy::default()).expect("read");
    let decision: Value = serde_json::from_str(&decision.to_json()).expect("JSON");
    for text in ["\0", " ", &"ก".repeat(20_000)] {
        let mut event = decision["events"][0].clone();
        event["project"] = json!(text);
        event["person"]["first_name"] = json!(text);
        event["case_id"] = json!(text);
        let case = aftercare().replay(&event.to_string()).expect("it fits");
        let case = case.expect("a case");
        assert_eq!(case.log(), format!("{event}\n"));
        assert_eq!(&**case.case_id(), text);
    }
}

#[test]
fn a_byte_order_mark_before_a_document_or_a_log_is_skipped() {
    let marked = |text: &str| format!("\u{feff}{text}");
    let envelope = enrolment().to_string();
    let envelope = aftercare()
        .envelope(&marked(&envelope))
        .expect("an envelope");
    let policy = Policy::read(&marked(r#"{"drop_out_days":30}"#)).expect("a policy");
    let decision = aftercare()
        .decide(None, envelope.as_ref(), &policy)
        .expect("decided");
    let case = decision.apply_to(None).expect("its own").expect("a case");
    let log = case.log();
    for log in [
        log.clone(),
        format!("[{}]", log.trim()),
        format!("\r\n{log}"),
    ] {
        let again = aftercare()
            .replay(&marked(&log))
            .expect("read")
            .expect("a case");
        assert_eq!(again.log(), case.log());
        let lines = aftercare().replay_lines(&marked(&log));
        assert!(lines.broken.is_empty() && lines.case.is_some());
        let merged = aftercare()
            .merge(&marked(&log), &marked(&log))
            .expect("merged");
        assert_eq!(merged.log, case.log());
    }
    assert!(aftercare().replay("\u{feff}").expect("empty").is_none());
    let error = aftercare()
        .envelope(&marked(&marked("{}")))
        .map(drop)
        .expect_err("two");
    assert_eq!(error.code, ErrorCode::Malformed);
}

#[test]
fn a_typed_command_is_judged_as_one_that_was_read() {
    use bosoto::aftercare::Aftercare;
    use bosoto::aftercare::{Close, RequestHelp};
    use bosoto::help::HelpKind;
    use bosoto::{Case, Envelope, decide};

    let at = Instant::parse("2024-06-12T09:00:00+07:00").expect("an instant");
    let actor = Actor::new(Role::FieldTeam, "810101");
    let none: Option<&Case<Aftercare>> = None;
    let long = "ก".repeat(10_001);
    for (detail, code) in [
        ("a\0", ErrorCode::Malformed),
        (long.as_str(), ErrorCode::WrongLength),
    ] {
        let help = RequestHelp::new("1", HelpKind::Occupation, detail);
        let envelope = Envelope::new(at, actor.clone(), help);
        let error = decide(none, &envelope, &Policy::default()).expect_err("refused");
        assert_eq!(
            (error.code, error.pointer.as_str()),
            (code, "/command/detail")
        );
    }
    let actor = Actor::new(Role::FieldTeam, "8101\u{1}01");
    let envelope = Envelope::new(at, actor, Close::new());
    let error = decide(none, &envelope, &Policy::default()).expect_err("refused");
    assert_eq!(error.pointer, "/actor/organisation");
}

/// The arguments of questions, and policies.
#[test]
fn what_is_asked_with_has_sound_texts_too() {
    let policy =
        |admin: &str| Policy::read(&json!({ "delegated_admins": ["8101", admin] }).to_string());
    let error = policy("a\0").expect_err("a control character");
    assert_eq!(
        (error.code, error.pointer.as_str()),
        (ErrorCode::Malformed, "/delegated_admins/1")
    );
    let error = policy(&"1".repeat(65)).expect_err("too long");
    assert_eq!(
        (error.code, error.pointer.as_str()),
        (ErrorCode::WrongLength, "/delegated_admins/1")
    );
    assert!(policy(&"1".repeat(64)).is_ok());
    let query = |organisation: &str| {
        let actor = json!({ "role": "unit_user", "organisation": organisation });
        let query = json!({ "actor": actor, "on": "2024-06-03" }).to_string();
        bosoto::wire::decode::<bosoto::worklist::WorklistQuery>(&query)
    };
    let error = query("a\u{7}").expect_err("a control character");
    assert_eq!(
        (error.code, error.pointer.as_str()),
        (ErrorCode::Malformed, "/actor/organisation")
    );
    assert!(query("10670").is_ok());
}
