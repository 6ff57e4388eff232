//! Wrong input: the right code at the right place, no value of the input repeated, no panic.
#![allow(clippy::expect_used, clippy::indexing_slicing)]

use bosoto::any::{self, AnyLifecycle};
use bosoto::policy::Policy;
use bosoto::wire::{ErrorCode, WireError};
use bosoto_tests::corpus::{Corpus, distinct};
use serde_json::{Value, json};

const SECRET: &str = "ลับมาก-3100600445636";

fn compulsory() -> &'static dyn AnyLifecycle {
    any::lifecycle("compulsory").expect("known")
}

fn treatment() -> Value {
    json!({
        "at": "2024-06-06T09:00:00+07:00",
        "actor": { "role": "unit_user", "organisation": "10670" },
        "command": { "type": "record_treatment", "on": "2024-06-06", "program_days": 120 },
    })
}

fn refused(text: &str) -> WireError {
    let error = compulsory().envelope(text).map(drop).expect_err("refused");
    let shown = format!("{error} {error:?} {}", error.to_json());
    assert!(
        !shown.contains("ลับมาก") && !shown.contains("3100600445636"),
        "{shown}"
    );
    error
}

#[track_caller]
fn is(text: &str, code: ErrorCode, pointer: &str) {
    let error = refused(text);
    assert_eq!(
        (error.code, error.pointer.as_str()),
        (code, pointer),
        "{error}"
    );
}

fn with(pointer: &str, value: Value) -> String {
    let mut envelope = treatment();
    let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
    envelope.pointer_mut(parent).expect("there")[name] = value;
    envelope.to_string()
}

#[test]
fn a_value_that_cannot_be_is_malformed() {
    for (pointer, value) in [
        ("/command/on", "2024-02-30"),
        ("/command/on", "2567-06-06"),
        ("/command/on", SECRET),
        ("/at", "2024-06-06T09:00:00"),
        ("/at", "2024-06-06"),
        ("/at", SECRET),
    ] {
        is(&with(pointer, json!(value)), ErrorCode::Malformed, pointer);
    }
}

#[test]
fn a_shape_that_is_not_known_has_its_code_and_its_place() {
    use ErrorCode::{MissingField, UnknownField, UnknownValue, WrongLength, WrongType};
    is(
        &with("/command/onn", json!(SECRET)),
        UnknownField,
        "/command/onn",
    );
    let mut envelope = treatment();
    envelope["actor"]["x~/y"] = json!(SECRET);
    is(&envelope.to_string(), UnknownField, "/actor/…");
    is(
        &with("/actor/role", json!(SECRET)),
        UnknownValue,
        "/actor/role",
    );
    is(
        &with("/command/type", json!(SECRET)),
        UnknownValue,
        "/command/type",
    );
    is(
        &with("/command/on", json!(20240606)),
        WrongType,
        "/command/on",
    );
    is(
        &with("/command/program_days", json!(SECRET)),
        WrongType,
        "/command/program_days",
    );
    is(
        &with("/command/program_days", json!(120.5)),
        WrongType,
        "/command/program_days",
    );
    is(
        &with("/command/note", Value::Null),
        WrongType,
        "/command/note",
    );
    is(&with("/command", json!([SECRET])), WrongType, "/command");
    is(
        &with("/actor", json!(["unit_user", SECRET])),
        WrongType,
        "/actor",
    );
    is(&with("/command_id", json!("")), WrongLength, "/command_id");
    is(
        &with("/command_id", json!(SECRET.repeat(9))),
        WrongLength,
        "/command_id",
    );
    envelope = treatment();
    envelope["command"]
        .as_object_mut()
        .expect("an object")
        .remove("on");
    is(&envelope.to_string(), MissingField, "/command/on");
}

#[test]
fn all_that_an_object_lacks_is_named_at_once() {
    let error = refused("{}");
    assert_eq!(
        (error.code, error.pointer.as_str()),
        (ErrorCode::MissingField, "/at")
    );
    let said = error.to_json();
    for part in [
        "ขาดช่องข้อมูล `at`, `actor`, `command`",
        "`at`, `actor`, `command` are required",
    ] {
        assert!(said.contains(part), "{said}");
    }
    let refer = with("/command", json!({ "type": "refer", "case_id": "C-1" }));
    is(&refer, ErrorCode::MissingField, "/command/round");
    assert!(
        refused(&refer)
            .to_string()
            .contains("`round`, `unit`, `probation_office`, `part1`")
    );
}

#[test]
fn what_is_not_json_is_malformed() {
    let secret = format!("{{\"at\":\"{SECRET}");
    let broken = [
        "",
        " ",
        "{",
        "{}}",
        "nul",
        "[",
        "{\"at\":\"\u{1}\"}",
        "{\"at\":\"\\ud800\"}",
        "\u{feff}\u{feff}{}",
        secret.as_str(),
    ];
    for text in broken {
        is(text, ErrorCode::Malformed, "");
    }
}

#[test]
fn a_field_sent_twice_is_malformed() {
    let envelope = treatment().to_string();
    let twice = |found: &str, more: &str| envelope.replacen(found, &format!("{more}{found}"), 1);
    for (pointer, text) in [
        (
            "/at",
            twice("\"at\":", "\"at\":\"2024-06-06T09:00:00+07:00\","),
        ),
        ("/command/on", twice("\"on\":", "\"on\":\"2024-06-06\",")),
        ("/actor/role", twice("\"role\":", "\"role\":\"unit_user\",")),
        ("/command/on", twice("\"type\":", "\"on\":\"2024-06-06\",")),
    ] {
        is(&text, ErrorCode::Malformed, pointer);
    }
}

/// A key may be a person's name: it is shown only where it is a plain name.
#[test]
fn a_key_that_is_no_plain_name_is_not_shown() {
    for (key, shown) in [
        ("onn", "onn"),
        ("a_1", "a_1"),
        ("CID", "CID"),
        ("3100600445635", "…"),
        ("สมชาย ใจดี", "…"),
        ("Somchai", "…"),
        ("", "…"),
        ("a/b~c", "…"),
        (&"a".repeat(40), &"a".repeat(40)),
        (&"a".repeat(41), "…"),
    ] {
        let pointer = format!("/command/{shown}");
        for (value, code) in [
            (json!(1), ErrorCode::UnknownField),
            (Value::Null, ErrorCode::WrongType),
        ] {
            let mut envelope = treatment();
            envelope["command"][key] = value;
            is(&envelope.to_string(), code, &pointer);
        }
    }
    let twice = treatment().to_string();
    let twice = twice.replacen("\"on\":", "\"สมชาย\":1,\"สมชาย\":2,\"on\":", 1);
    is(&twice, ErrorCode::UnknownField, "/command/…");
}

#[test]
fn a_number_that_is_too_large_says_its_range() {
    for number in [
        json!(9_007_199_254_740_992_i64),
        json!(1e300),
        json!(u64::MAX),
    ] {
        let text = with("/command/program_days", number);
        is(&text, ErrorCode::WrongType, "/command/program_days");
        let message = refused(&text).message;
        for side in [message.th(), message.en()] {
            assert!(
                side.contains("-9007199254740991") && side.contains(" 9007199254740991"),
                "{side}"
            );
        }
    }
    let message = refused(&with("/command/program_days", json!(1.5))).message;
    assert!(message.en().contains("a whole number"), "{message}");
}

#[test]
fn a_flag_is_no_word() {
    for value in [json!("no"), json!("yes"), json!(0), json!(1)] {
        is(
            &with("/coordinated", value),
            ErrorCode::WrongType,
            "/coordinated",
        );
    }
}

/// What is said of a year of the Buddhist era is what mends it.
#[test]
fn a_year_says_what_mends_it() {
    let said = |on: &str| refused(&with("/command/on", json!(on))).message.en();
    assert!(said("2567-06-06").contains("subtract 543"));
    assert!(!said("3110-06-06").contains("subtract 543"));
    assert!(said("3110-06-06").contains("more than once"));
}

/// Where only the year of birth is known, the date is left out.
#[test]
fn a_day_that_is_not_known_is_left_out() {
    let birth = |date: &str| {
        let text = format!(
            r#"{{"at":"2024-06-12T09:00:00+07:00","actor":{{"role":"district_recorder","organisation":"8101"}},
            "command":{{"type":"enrol","case_id":"F-1","person":{{"id":{{"type":"passport","value":"X"}},
            "first_name":"A","birth_date":"{date}"}},"graduated_on":"2024-06-10","project":"P",
            "residence":{{"tambon":"810101"}}}}}}"#
        );
        let aftercare = any::lifecycle("aftercare").expect("known");
        aftercare.envelope(&text).map(drop).expect_err("no date")
    };
    for date in ["1957", "1957-00-00", "2500-00-00"] {
        let error = birth(date);
        assert_eq!(error.pointer, "/command/person/birth_date");
        assert!(
            error.message.th().contains("ให้เว้นช่องนี้ไว้"),
            "{}",
            error.message.th()
        );
        assert!(
            error.message.en().contains("leave the field out"),
            "{error}"
        );
    }
    let required = refused(&with("/command/on", json!("1957-00-00")));
    assert!(
        !required.message.en().contains("leave the field out"),
        "{required}"
    );
}

#[test]
fn a_field_of_an_event_sent_twice_is_malformed() {
    let corpus = &Corpus::all()[0];
    let event = corpus.events()[0].to_string();
    for name in ["event_id", "at", "recorded_at", "actor", "rule", "case_id"] {
        let parsed: Value = serde_json::from_str(&event).expect("JSON");
        let again = format!(",\"{name}\":{}}}", parsed[name]);
        let twice = format!("{}{again}", event.strip_suffix('}').expect("an object"));
        let error = corpus.lifecycle.replay(&twice).map(drop).expect_err(name);
        assert_eq!(error.code, ErrorCode::Malformed, "{name}");
    }
}

#[test]
fn ten_megabytes_of_brackets_are_refused() {
    for text in ["[", "{\"a\":", "[{\"command\":"] {
        let deep = text.repeat(10_000_000 / text.len());
        assert_eq!(refused(&deep).code, ErrorCode::Malformed);
        assert!(compulsory().replay(&deep).is_err());
        assert!(Policy::read(&deep).is_err());
    }
    let closed = format!("{}{}", "[".repeat(5_000_000), "]".repeat(5_000_000));
    assert_eq!(refused(&closed).code, ErrorCode::Malformed);
}

#[test]
fn control_characters_are_refused_in_texts_and_in_names() {
    let odd = "\u{0}\u{1b}[31m\u{202e}";
    is(
        &with("/command/note", json!(odd)),
        ErrorCode::Malformed,
        "/command/note",
    );
    is(
        &with("/command/type", json!(odd)),
        ErrorCode::UnknownValue,
        "/command/type",
    );
}

#[test]
fn no_refusal_repeats_a_text_of_the_input() {
    for corpus in Corpus::all() {
        for envelope in distinct(&corpus.envelopes) {
            for place in personal(&envelope["command"], "/command".to_owned()) {
                for value in [json!(SECRET), json!([SECRET]), json!({ "x": SECRET })] {
                    let mut changed = envelope.clone();
                    *changed.pointer_mut(&place).expect("there") = value;
                    quiet(&corpus, &changed);
                }
            }
        }
    }
}

fn personal(value: &Value, pointer: String) -> Vec<String> {
    match value {
        Value::Object(fields) => fields
            .iter()
            .flat_map(|(name, field)| personal(field, format!("{pointer}/{name}")))
            .collect(),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .flat_map(|(index, item)| personal(item, format!("{pointer}/{index}")))
            .collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => vec![pointer],
    }
}

/// Neither the error, nor the messages of a rejection, nor what `Debug` shows repeat the secret.
fn quiet(corpus: &Corpus, envelope: &Value) {
    let policy = Policy::default();
    for case in [None, corpus.cases.last()] {
        let case = case.map(AsRef::as_ref);
        let said = match corpus
            .lifecycle
            .decide_json(case, &envelope.to_string(), &policy)
        {
            Ok(decision) if decision.is_accepted() => continue,
            Ok(decision) => decision.to_json(),
            Err(error) => format!("{error} {error:?} {}", error.to_json()),
        };
        assert!(
            !said.contains("ลับมาก") && !said.contains("3100600445636"),
            "{said}"
        );
    }
}

#[test]
fn rv_01_a_citizen_id_with_a_wrong_check_digit_is_refused_without_repeating_it() {
    let corpus = &Corpus::all()[0];
    let mut envelope = corpus.stories[0][0].clone();
    envelope["command"]["part1"]["person"]["id"]["value"] = json!("3100600445636");
    let decision = corpus
        .lifecycle
        .decide_json(None, &envelope.to_string(), &Policy::default())
        .expect("a decision");
    let answer = decision.to_json();
    assert!(!decision.is_accepted());
    assert!(
        answer.contains("\"pointer\":\"/command/part1/person/id/value\""),
        "{answer}"
    );
    assert!(!answer.contains("3100600445636"), "{answer}");
    assert!(decision.apply_to(None).expect("one lifecycle").is_none());
}

#[test]
fn a_number_that_nothing_can_hold_is_told_from_what_is_no_json() {
    for number in ["1E400".to_owned(), "9".repeat(400)] {
        let text = treatment().to_string().replace("120", &number);
        let error = refused(&text);
        assert_eq!(
            (error.code, error.pointer.as_str()),
            (ErrorCode::Malformed, "")
        );
        assert!(error.to_json().contains("a number is larger"), "{error}");
    }
}

#[test]
fn ge_03_a_default_written_out_is_another_envelope() {
    let plain = treatment();
    let mut written = plain.clone();
    written["coordinated"] = false.into();
    let id = |envelope: &Value| {
        let envelope = compulsory()
            .envelope(&envelope.to_string())
            .expect("an envelope");
        envelope.to_json()
    };
    assert!(!id(&plain).contains("coordinated"));
    assert!(id(&written).contains("\"coordinated\":false"));
}

#[test]
fn ge_03_an_empty_list_that_is_given_is_another_envelope() {
    let aftercare = any::lifecycle("aftercare").expect("known");
    let visit = |needs: Option<Value>| {
        let mut visit = json!({
            "at": "2024-07-10T09:00:00+07:00",
            "actor": { "role": "district_recorder", "organisation": "8101" },
            "command": { "type": "record_visit", "occurred_on": "2024-07-01", "result": "met" },
        });
        if let Some(needs) = needs {
            visit["command"]["needs"] = needs;
        }
        let envelope = aftercare.envelope(&visit.to_string()).expect("sound");
        (envelope.to_json(), visit.to_string())
    };
    let (without, _) = visit(None);
    let (empty, given) = visit(Some(json!([])));
    assert!(!without.contains("needs"));
    assert_eq!(empty, given);
}
