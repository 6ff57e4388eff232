//! What a command's row lists is what the command raises, and nothing else: guards and refusals, warnings,
//! effects. Asked of every scenario, and of every scenario's commands with one thing changed.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use bosoto::any::{AnyCase, AnyDecision};
use bosoto::calendar::{Date, Instant};
use bosoto::lifecycle::{Machine, MachineCommand, ReasonKind};
use bosoto::policy::Policy;
use bosoto_tests::corpus::Corpus;
use bosoto_tests::mutate::mutants;
use bosoto_tests::scenarios;
use serde_json::{Map, Value, json};

/// What a command raised or may raise: `guard CT-16 long_enough`, `effect notify:absence` …
type Named = BTreeSet<String>;

/// The names that the machinery itself gives: the state, and who.
fn is_of_the_row(kind: ReasonKind) -> bool {
    !matches!(kind, ReasonKind::WrongState | ReasonKind::NotPermitted)
}

fn listed(command: &MachineCommand) -> Named {
    let guards = command.guards.iter().map(|one| {
        let text = one.refusal.en();
        format!("refusal {} {} {text}", one.rule, one.name)
    });
    let refusals = command.refusals.iter().map(|one| {
        let text = one.refusal.en();
        format!("refusal {} {} {text}", one.rule, one.name)
    });
    let warnings = command
        .warnings
        .iter()
        .map(|one| format!("warning {} {}", one.rule, one.name));
    let effects = command.effects.iter().map(|name| format!("effect {name}"));
    guards
        .chain(refusals)
        .chain(warnings)
        .chain(effects)
        .collect()
}

fn raised(decision: &dyn AnyDecision) -> Named {
    let reasons = decision
        .reasons()
        .iter()
        .filter(|one| is_of_the_row(one.kind))
        .map(|one| {
            format!(
                "refusal {} {} {}",
                one.rule,
                one.name,
                one.message.text.en()
            )
        });
    let warnings = decision
        .warnings()
        .iter()
        .map(|one| format!("warning {} {}", one.rule, one.name));
    let effects = decision.effects();
    let effects = effects.iter().map(|name| format!("effect {name}"));
    reasons.chain(warnings).chain(effects).collect()
}

struct Asked<'a> {
    corpus: &'a Corpus,
    machine: Machine,
    raised: BTreeMap<&'static str, Named>,
}

impl Asked<'_> {
    /// Runs a scenario; before each of its commands, the command with one thing changed.
    fn run(&mut self, scenario: &Value) {
        let policy = match scenario.get("policy") {
            Some(policy) => Policy::read(&policy.to_string()),
            None => Ok(Policy::default()),
        };
        let Ok(policy) = policy else { return };
        let log = scenario.get("log").map(Value::to_string);
        let mut case = log.and_then(|log| self.corpus.lifecycle.replay(&log).ok()?);
        let mut last = None;
        for step in scenario["steps"].as_array().into_iter().flatten() {
            let envelope = &step["do"];
            if envelope.is_null() {
                continue;
            }
            for changed in changed(envelope, last) {
                self.decide(case.as_deref(), &changed, &policy);
            }
            if let Some(after) = self.decide(case.as_deref(), envelope, &policy) {
                case = Some(after);
                last = envelope["at"]
                    .as_str()
                    .and_then(|at| Instant::parse(at).ok());
            }
        }
    }

    fn decide(
        &mut self,
        case: Option<&dyn AnyCase>,
        envelope: &Value,
        policy: &Policy,
    ) -> Option<Arc<dyn AnyCase>> {
        let lifecycle = self.corpus.lifecycle;
        let read = lifecycle.envelope_value(envelope).ok()?;
        let decision = lifecycle.decide(case, read.as_ref(), policy).ok()?;
        let name = envelope["command"]["type"].as_str().unwrap_or_default();
        let row = self.machine.commands.iter().find(|row| row.action == name);
        let raised = self.raised.entry(row?.action).or_default();
        raised.extend(self::raised(decision.as_ref()));
        decision
            .apply_to(case)
            .ok()?
            .filter(|_| decision.is_accepted())
    }
}

/// Texts that are no id, no date that can be, no code of a province, another province's, a day to come, a number
/// that stands for nobody.
const TEXTS: [&str; 7] = [
    " ",
    "28",
    "2801",
    "280101",
    "1001",
    "2399-12-31",
    "1111111111119",
];

/// The envelope with one thing changed in its command, and at other times: the last of them right before
/// the entry accepted last, the dates of the command with it.
fn changed(envelope: &Value, last: Option<Instant>) -> Vec<Value> {
    let with = |command: Value, at: Value| {
        let mut envelope = envelope.clone();
        envelope["command"] = command;
        envelope["at"] = at;
        envelope
    };
    let (command, at) = (&envelope["command"], &envelope["at"]);
    let mutants = mutants(command).into_iter();
    let mut changed: Vec<Value> = mutants
        .map(|mutant| with(mutant.document, at.clone()))
        .collect();
    for place in texts(command, String::new()) {
        for text in TEXTS {
            changed.push(replaced(envelope, &place, text));
        }
    }
    for (place, person) in PERSONS {
        let mut command = command.clone();
        let fields = command.pointer_mut(place).and_then(Value::as_object_mut);
        if let Some(fields) = fields {
            let more: Map<String, Value> = serde_json::from_str(person).expect("an object");
            fields.extend(more);
            changed.push(with(command, at.clone()));
        }
    }
    for at in ["2000-01-01T09:00:00+07:00", "2030-01-01T09:00:00+07:00"] {
        changed.push(with(command.clone(), json!(at)));
    }
    let mut ahead = envelope.clone();
    let at = ahead["at"].as_str().and_then(|at| Instant::parse(at).ok());
    if let Some(tomorrow) = at.and_then(|at| at.checked_add_hours(24)) {
        ahead["recorded_at"] = ahead["at"].take();
        ahead["at"] = json!(tomorrow);
        changed.push(ahead);
    }
    if let Some(last) = last {
        let at = format!("{}T00:00:00+07:00", last.date());
        changed.push(with(command.clone(), json!(at)));
        let mut command = command.clone();
        redate(&mut command, last.date());
        changed.push(with(command, json!(at)));
    }
    changed
}

/// A person to be born, and one whose passport has no number.
const PERSONS: [(&str, &str); 4] = [
    ("/person", r#"{"birth_date": "2399-12-31"}"#),
    ("/person/id", r#"{"type": "passport", "value": " "}"#),
    ("/part1/person", r#"{"birth_date": "2399-12-31"}"#),
    ("/part1/person/id", r#"{"type": "passport", "value": " "}"#),
];

/// The envelope with another text at a place of its command; where the sender's own organisation stood
/// there, the sender is of the other one.
fn replaced(envelope: &Value, place: &str, text: &str) -> Value {
    let mut envelope = envelope.clone();
    let old = envelope["command"].pointer_mut(place).expect("there");
    let old = std::mem::replace(old, json!(text));
    if envelope["actor"]["organisation"] == old {
        envelope["actor"]["organisation"] = json!(text);
    }
    envelope
}

/// A story that no scenario tells: while the old unit records a late treatment, the new one reports, its
/// clock behind, that nobody came.
const NOBODY_CAME: &str = r#"{"lifecycle": "compulsory", "steps": [
    {"do": {"at": "2024-06-03T09:00:00+07:00", "actor": {"role": "probation_officer", "organisation": "PB-KBI"},
        "command": {"type": "refer", "case_id": "C-1", "round": 1, "unit": "10670", "probation_office": "PB-KBI",
            "part1": {"person": {"id": {"type": "citizen_id", "value": "3100600445635"}, "first_name": "อนันต์",
                "last_name": "เพชรรัตน์"}, "address": {"tambon": "810101"}}}}},
    {"do": {"at": "2024-06-04T09:00:00+07:00", "actor": {"role": "unit_user", "organisation": "10670"},
        "command": {"type": "accept"}}},
    {"do": {"at": "2024-06-05T09:00:00+07:00", "actor": {"role": "unit_user", "organisation": "10670"},
        "command": {"type": "record_treatment", "on": "2024-06-05", "program_days": 90}}},
    {"do": {"at": "2024-06-08T09:00:00+07:00", "actor": {"role": "unit_user", "organisation": "10670"},
        "coordinated": true, "command": {"type": "request_unit_change", "note": "ผู้ป่วยย้ายบ้าน"}}},
    {"do": {"at": "2024-06-10T09:00:00+07:00", "actor": {"role": "probation_officer", "organisation": "PB-KBI"},
        "command": {"type": "reassign_unit", "unit": "11289"}}},
    {"do": {"at": "2024-06-25T09:00:00+07:00", "actor": {"role": "unit_user", "organisation": "10670"},
        "command": {"type": "record_treatment", "on": "2024-06-06"}}},
    {"do": {"at": "2024-06-18T09:00:00+07:00", "actor": {"role": "unit_user", "organisation": "11289"},
        "command": {"type": "report_no_show"}}}]}"#;

/// Another: the treatment that stated the program's days has no effect since two logs were merged.
const NO_PROGRAM: &str = r#"{"lifecycle": "compulsory", "log": [
    {"type": "referred", "event_id": "000000000000000a#0", "at": "2024-06-03T09:00:00+07:00",
        "actor": {"role": "probation_officer", "organisation": "PB-KBI"},
        "case_id": "C-1", "round": 1, "unit": "10670", "probation_office": "PB-KBI",
        "part1": {"person": {"id": {"type": "citizen_id", "value": "3100600445635"}, "first_name": "อนันต์",
            "last_name": "เพชรรัตน์"}, "address": {"tambon": "810101"}}},
    {"type": "accepted", "event_id": "000000000000000b#0", "at": "2024-06-04T09:00:00+07:00",
        "actor": {"role": "unit_user", "organisation": "10670"}},
    {"type": "treatment_recorded", "event_id": "000000000000000c#0", "at": "2024-06-05T09:00:00+07:00",
        "actor": {"role": "unit_user", "organisation": "10670"}, "on": "2024-06-05", "program_days": 90,
        "void": {"rule": "CT-12", "kind": "wrong_state"}},
    {"type": "treatment_recorded", "event_id": "000000000000000d#0", "at": "2024-06-06T09:00:00+07:00",
        "actor": {"role": "unit_user", "organisation": "10670"}, "on": "2024-06-06"}],
  "steps": [
    {"do": {"at": "2024-12-03T09:00:00+07:00", "actor": {"role": "unit_user", "organisation": "10670"},
        "command": {"type": "certify_result"}}},
    {"do": {"at": "2024-12-04T09:00:00+07:00", "actor": {"role": "unit_user", "organisation": "10670"},
        "command": {"type": "complete", "on": "2024-12-04", "update": {}}}}]}"#;

/// The places of the texts in a document.
fn texts(value: &Value, pointer: String) -> Vec<String> {
    match value {
        Value::String(_) => vec![pointer],
        Value::Object(fields) => fields
            .iter()
            .flat_map(|(name, field)| texts(field, format!("{pointer}/{name}")))
            .collect(),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .flat_map(|(index, item)| texts(item, format!("{pointer}/{index}")))
            .collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) => Vec::new(),
    }
}

fn redate(value: &mut Value, day: Date) {
    for place in texts(value, String::new()) {
        let field = value.pointer_mut(&place).expect("there");
        if field.as_str().is_some_and(|text| Date::parse(text).is_ok()) {
            *field = json!(day);
        }
    }
}

#[test]
fn a_row_lists_what_its_command_raises_and_nothing_else() {
    let mut scenarios = scenarios("scenarios");
    for told in [NOBODY_CAME, NO_PROGRAM] {
        let told = serde_json::from_str(told).expect("a story");
        scenarios.push((String::new(), told));
    }
    let mut unlisted = Vec::new();
    let mut idle = Vec::new();
    for corpus in Corpus::all() {
        let mut asked = Asked {
            corpus: &corpus,
            machine: corpus.lifecycle.machine(),
            raised: BTreeMap::new(),
        };
        for (_, scenario) in &scenarios {
            if scenario["lifecycle"] == corpus.lifecycle.name() {
                asked.run(scenario);
            }
        }
        for row in &asked.machine.commands {
            let listed = listed(row);
            let raised = asked.raised.remove(row.action).unwrap_or_default();
            let of = format!("{} {}", corpus.lifecycle.name(), row.action);
            unlisted.extend(raised.difference(&listed).map(|one| format!("{of}: {one}")));
            idle.extend(listed.difference(&raised).map(|one| format!("{of}: {one}")));
        }
    }
    assert!(unlisted.is_empty(), "raised and not listed: {unlisted:#?}");
    assert!(idle.is_empty(), "listed and never raised: {idle:#?}");
}
