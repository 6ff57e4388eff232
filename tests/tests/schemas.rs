//! The schemas and the library agree, in both directions.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::panic
)]

use std::collections::BTreeMap;

use bosoto::any::{self, AnyLifecycle};
use bosoto::calendar::{CalendarError, Date};
use bosoto::call;
use bosoto::policy::Policy;
use bosoto::schema;
use bosoto::wire::ErrorCode;
use bosoto_tests::corpus::{Corpus, distinct};
use bosoto_tests::mutate::{Mutant, mutants};
use bosoto_tests::scenarios;
use jsonschema::Validator;
use serde_json::{Value, json};

fn validator(schema: &Value) -> Validator {
    jsonschema::draft202012::new(schema).expect("the schema is one")
}

fn named(name: &str) -> Validator {
    validator(&schema::schema(name).expect("known"))
}

/// The schema with every object closed: what it does not name is not written either.
fn exact(name: &str) -> Validator {
    let mut schema = schema::schema(name).expect("known");
    close(&mut schema, true);
    validator(&schema)
}

/// Closes every object that is no part of another one: a part of a sum is closed by the whole.
fn close(schema: &mut Value, whole: bool) {
    let Some(fields) = schema.as_object_mut() else {
        return;
    };
    for (keyword, value) in fields.iter_mut() {
        match (keyword.as_str(), value) {
            ("properties", Value::Object(all)) => all.values_mut().for_each(|one| close(one, true)),
            ("$defs", Value::Object(all)) => all.values_mut().for_each(|one| close(one, false)),
            ("oneOf" | "anyOf" | "allOf", Value::Array(all)) => {
                all.iter_mut().for_each(|one| close(one, false));
            }
            ("items", one) => close(one, true),
            _ => {}
        }
    }
    let speaks_of_objects = ["properties", "$ref", "oneOf", "anyOf"]
        .iter()
        .any(|keyword| fields.contains_key(*keyword));
    if whole && speaks_of_objects && !fields.contains_key("additionalProperties") {
        fields.insert("unevaluatedProperties".to_owned(), json!(false));
    }
}

fn refusals(validator: &Validator, document: &Value) -> String {
    let found = validator.iter_errors(document).take(3);
    found.map(|error| format!("{error}\n")).collect()
}

#[test]
fn every_schema_is_a_schema() {
    for name in schema::names() {
        let schema = schema::schema(&name).expect("known");
        jsonschema::meta::validate(&schema).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

#[test]
fn everything_written_passes_its_schema_and_has_no_field_beyond_it() {
    for corpus in Corpus::all() {
        let documents = [
            ("decision", distinct(&corpus.decisions)),
            ("error", distinct(&corpus.errors)),
        ];
        let answers = ["actions", "obligations", "flags"].map(|name| {
            let of_name = corpus.answers.iter().filter(|(shape, _)| *shape == name);
            let documents: Vec<Value> = of_name.map(|(_, answer)| answer.clone()).collect();
            (name, distinct(&documents))
        });
        for (name, documents) in documents.into_iter().chain(answers) {
            let exact = exact(name);
            for document in documents {
                let problem = refusals(&exact, &document);
                assert!(problem.is_empty(), "{name}: {problem}\n{document}");
            }
        }
        let (view, machine) = (named("view"), exact("machine"));
        for (_, document) in corpus.answers.iter().filter(|(name, _)| *name == "view") {
            assert!(view.is_valid(document), "{document}");
        }
        let document = json!(corpus.lifecycle.machine());
        assert!(
            machine.is_valid(&document),
            "{}",
            refusals(&machine, &document)
        );
    }
    let rules = json!(bosoto::registry::rules());
    assert!(exact("rules").is_valid(&rules));
    assert!(exact("rule").is_valid(&rules[0]));
}

#[test]
fn each_effect_is_of_exactly_one_kind() {
    let effect = named("effect");
    for corpus in Corpus::all() {
        for decision in distinct(&corpus.decisions) {
            for one in decision["effects"].as_array().into_iter().flatten() {
                assert!(effect.is_valid(one), "{one}");
                for tag in ["type", "notice", "letter", "banner", "report"] {
                    if one.get(tag).is_some() {
                        let mut other = one.clone();
                        other[tag] = json!("no_such_kind");
                        assert!(!effect.is_valid(&other), "{other}");
                    }
                }
            }
        }
    }
}

#[test]
fn the_scenario_files_pass_their_schema() {
    let scenario = named("scenario");
    for (name, document) in scenarios("scenarios") {
        let known = document["lifecycle"].as_str().unwrap_or_default();
        if bosoto::any::lifecycle(known).is_ok() {
            assert!(
                scenario.is_valid(&document),
                "{name}: {}",
                refusals(&scenario, &document)
            );
        }
    }
    for wrong in [
        json!({}),
        json!({"name": "x", "lifecycle": "compulsory"}),
        json!([1]),
    ] {
        assert!(!scenario.is_valid(&wrong), "{wrong}");
    }
}

fn reads_envelope(lifecycle: &dyn AnyLifecycle, document: &Value) -> bool {
    lifecycle.envelope(&document.to_string()).is_ok()
}

/// An event by itself may not fit an empty log; that is no question of its shape.
fn reads_event(lifecycle: &dyn AnyLifecycle, document: &Value) -> bool {
    document.is_object()
        && match lifecycle.replay(&document.to_string()) {
            Ok(_) => true,
            Err(error) => error.code == ErrorCode::EventDoesNotFit,
        }
}

/// Whether a text of the document is a date by its shape and none by the calendar.
fn names_no_day(document: &Value) -> bool {
    match document {
        Value::String(text) => {
            let day = text.get(..10).map(Date::parse);
            day == Some(Err(CalendarError::ImpossibleDate))
        }
        Value::Array(items) => items.iter().any(names_no_day),
        Value::Object(fields) => fields.values().any(names_no_day),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

/// The parameters of a policy that have to agree with another one, to rise, or to divide the year.
const CONTRADICTORY: [&str; 9] = [
    "program_days",
    "province_report_days",
    "first_trace_days",
    "second_trace_days",
    "follow_ups",
    "follow_up_months",
    "suggested_follow_up_months",
    "smiv_first_year",
    "smiv_later_years",
];

/// What no schema can say, with the reason.
fn beyond_a_schema(mutant: &Mutant) -> Option<&'static str> {
    let beyond = [
        (
            "2021-02-30",
            "the calendar has no such day; a pattern does not know the months",
        ),
        (
            "event_id",
            "whether an event_id is that of its command_id takes both fields",
        ),
        ("command_id", "the same"),
        (
            "from",
            "whether the days of editions rise takes all of them",
        ),
    ];
    let mut places = mutant.pointer.split('/').skip(1);
    let place = match places.next() {
        // An edition, and what in it.
        Some("later") => places.nth(1).unwrap_or_default(),
        place => place.unwrap_or_default(),
    };
    if CONTRADICTORY.contains(&place) {
        return Some("that it agrees with another number is more than its own range");
    }
    beyond
        .iter()
        .find(|(what, _)| mutant.change.contains(what) || place == *what)
        .map(|(_, why)| *why)
}

fn agree(name: &str, documents: &[Value], reads: impl Fn(&Value) -> bool) {
    let schema = named(name);
    let mut changed = 0_usize;
    for document in documents {
        assert!(reads(document), "{name}: {document}");
        assert!(
            schema.is_valid(document),
            "{name}: {}{document}",
            refusals(&schema, document)
        );
        for mutant in mutants(document) {
            changed += 1;
            let (read, valid) = (reads(&mutant.document), schema.is_valid(&mutant.document));
            let excused = valid && !read && beyond_a_schema(&mutant).is_some();
            assert!(
                read == valid || excused,
                "{name}: {} {}: read {read}, valid {valid}\n{}",
                mutant.pointer,
                mutant.change,
                mutant.document
            );
        }
    }
    assert!(changed > 100, "{name}: only {changed} mutants");
}

#[test]
fn envelopes_are_read_exactly_when_they_are_valid() {
    for corpus in Corpus::all() {
        let name = format!("{}.envelope", corpus.lifecycle.name());
        agree(&name, &distinct(&corpus.envelopes), |document| {
            reads_envelope(corpus.lifecycle, document)
        });
        let schema = named(&name);
        for document in &corpus.unreadable {
            assert!(
                names_no_day(document) || !schema.is_valid(document),
                "{name}: {document}"
            );
        }
    }
}

/// The form of each command of a lifecycle, by its name.
fn forms(lifecycle: &dyn AnyLifecycle) -> BTreeMap<String, Validator> {
    let forms: Value = serde_json::from_str(&call::forms(lifecycle.name(), None)).expect("JSON");
    let named = forms.as_array().into_iter().flatten().map(|form| {
        let name = &form["properties"]["type"]["const"];
        (name.as_str().expect("a word").to_owned(), validator(form))
    });
    named.collect()
}

/// The fields and the words to choose from that a form shows, wherever they stand in it.
fn shown<'a>(schema: &'a Value, found: &mut Vec<&'a Value>) {
    let fields = schema["properties"].as_object().into_iter().flatten();
    let words = schema["oneOf"].as_array().into_iter().flatten();
    found.extend(
        fields
            .map(|(_, field)| field)
            .filter(|field| field.get("const").is_none()),
    );
    found.extend(words.filter(|word| word.get("const").is_some()));
    match schema {
        Value::Object(inside) => inside.values().for_each(|one| shown(one, found)),
        Value::Array(inside) => inside.iter().for_each(|one| shown(one, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn whatever_a_form_shows_has_its_titles_in_both_languages() {
    for lifecycle in any::ALL {
        for lang in ["th", "en"] {
            let forms = call::forms(lifecycle.name(), Some(lang));
            let forms: Value = serde_json::from_str(&forms).expect("JSON");
            let mut found = Vec::new();
            shown(&forms, &mut found);
            assert!(!found.is_empty());
            for one in found {
                let both = &one["x-title"];
                let is_said = |lang: &str| both[lang].as_str().is_some_and(|text| !text.is_empty());
                assert!(is_said("th") && is_said("en"), "{one}");
                assert_eq!(one["title"], both[lang]);
            }
        }
    }
}

#[test]
fn what_a_form_allows_the_library_reads() {
    for corpus in Corpus::all() {
        let forms = forms(corpus.lifecycle);
        for envelope in distinct(&corpus.envelopes) {
            let command = &envelope["command"];
            let name = command["type"].as_str().expect("a word");
            let form = &forms[name];
            assert!(
                form.is_valid(command),
                "{name}: {}",
                refusals(form, command)
            );
            for mutant in mutants(command) {
                let mut sent = envelope.clone();
                sent["command"] = mutant.document.clone();
                let read = reads_envelope(corpus.lifecycle, &sent);
                let valid = form.is_valid(&mutant.document);
                let excused = valid && !read && beyond_a_schema(&mutant).is_some();
                assert!(
                    read == valid || excused,
                    "{name}: {} {}: read {read}, allowed {valid}",
                    mutant.pointer,
                    mutant.change,
                );
            }
        }
    }
}

#[test]
fn events_are_read_exactly_when_they_are_valid() {
    for corpus in Corpus::all() {
        let name = format!("{}.event", corpus.lifecycle.name());
        agree(&name, &distinct(&corpus.events()), |document| {
            reads_event(corpus.lifecycle, document)
        });
    }
}

#[test]
fn policies_are_read_exactly_when_they_are_valid() {
    let documents = [
        json!(Policy::default()),
        json!({"profile": "in_force"}),
        json!({"later": [
            {"from": "2024-10-01", "drop_out_days": 30, "delegated_admins": ["8101"], "first_trace_days": 5},
            {"from": "2025-10-01", "letter_rule": "both", "assignment_required": true},
        ]}),
    ];
    agree("policy", &documents, |document| {
        Policy::read(&document.to_string()).is_ok()
    });
}

/// A document that is sent has lengths; a log, and what is answered, is as it is.
#[test]
fn the_lengths_of_texts_stand_in_what_is_sent() {
    let has_lengths = |name: &str| {
        let schema = bosoto::schema::schema(name).expect("known").to_string();
        [64, 200, 10_000].map(|most| schema.contains(&format!("\"maxLength\":{most}")))
    };
    assert_eq!(has_lengths("compulsory.envelope"), [true, true, true]);
    assert_eq!(has_lengths("compulsory.command"), [true, true, true]);
    assert_eq!(has_lengths("policy"), [true, false, false]);
    assert_eq!(has_lengths("actor"), [true, false, false]);
    assert_eq!(
        has_lengths("compulsory.event"),
        [true, false, false],
        "that of `command_id`"
    );
    assert_eq!(has_lengths("compulsory.case"), [false, false, false]);
    assert_eq!(
        has_lengths("worklist_cases"),
        [true, false, false],
        "that of `command_id`"
    );
}
