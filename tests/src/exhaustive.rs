//! Every state × command × role × organisation of a lifecycle: the answers follow the table.
//!
//! It speaks of the library by its name alone, so that the library's own tests can ask it of a lifecycle
//! that only they have.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    reason = "a test may panic"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use bosoto::actor::{Actor, Role};
use bosoto::any::{AnyCase, AnyLifecycle};
use bosoto::calendar::Instant;
use bosoto::lifecycle::{Machine, MachineCommand};
use bosoto::policy::Policy;
use serde_json::{Value, json};

/// How many cases of each state are asked about.
const OF_STATE: usize = 4;
/// How many payloads of each command are sent.
const OF_KIND: usize = 3;

/// A few cases of every state, the longest first, and no case at all.
fn chosen(machine: &Machine, cases: &[Arc<dyn AnyCase>]) -> Vec<Option<Arc<dyn AnyCase>>> {
    let mut by_state: BTreeMap<&str, Vec<&Arc<dyn AnyCase>>> = BTreeMap::new();
    for case in cases {
        by_state.entry(case.state()).or_default().push(case);
    }
    for state in &machine.states {
        let known = by_state.contains_key(state.name);
        assert!(known, "no case is {}", state.name);
    }
    let mut chosen = vec![None];
    for mut of_state in by_state.into_values() {
        of_state.sort_by_key(|case| std::cmp::Reverse(case.len()));
        let step = of_state.len().div_ceil(OF_STATE);
        chosen.extend(of_state.into_iter().step_by(step).cloned().map(Some));
    }
    chosen
}

/// The organisations that the case and the command name, and a stranger, in every role; and as each
/// person that they name.
fn actors(case: Option<&dyn AnyCase>, envelope: &Value) -> Vec<Actor> {
    let text = case.map_or(String::new(), AnyCase::log) + &envelope.to_string();
    let mut organisations = named(&text, &NAMING);
    organisations.push("00000");
    let persons = named(&text, &["user_id"]);
    let mut actors = Vec::new();
    for role in Role::ALL.iter().copied() {
        let of_role = organisations.iter().map(|name| Actor::new(role, name));
        actors.extend(of_role);
        actors.extend(persons.iter().map(|id| Actor {
            user_id: Some((*id).into()),
            ..Actor::new(role, "00000")
        }));
    }
    actors
}

fn named<'a>(text: &'a str, keys: &[&str]) -> Vec<&'a str> {
    let mut found: Vec<&str> = keys
        .iter()
        .flat_map(|key| {
            let start = format!("\"{key}\":\"");
            let places = text.match_indices(&start).map(|(at, _)| at + start.len());
            places.collect::<Vec<usize>>()
        })
        .filter_map(|at| text[at..].split('"').next())
        .collect();
    found.sort_unstable();
    found.dedup();
    found.truncate(9);
    found
}

const NAMING: [&str; 7] = [
    "organisation",
    "unit",
    "probation_office",
    "centre",
    "to",
    "province",
    "district",
];

fn asked(command: &Value, actor: &Actor, at: Instant) -> String {
    let asked = json!({ "at": at, "actor": actor, "coordinated": true, "command": command });
    asked.to_string()
}

struct Judged<'a> {
    machine: &'a Machine,
    state: Option<&'static str>,
    command: &'a str,
    payload: &'a Value,
    role: Role,
    answer: Value,
}

/// Where a command with this payload leads: its only target, or that of the value which chooses.
fn target(row: &MachineCommand, payload: &Value) -> &'static str {
    let Some(choice) = &row.chosen_by else {
        assert_eq!(row.to.len(), 1, "{}", row.action);
        return row.to[0];
    };
    let states: Vec<&str> = choice.targets.iter().map(|one| one.state).collect();
    assert_eq!(states, row.to, "{}", row.action);
    let value = &payload[choice.field];
    let mut chosen = choice.targets.iter().filter(|one| *value == one.value);
    chosen.next().expect("a value that leads somewhere").state
}

impl Judged<'_> {
    /// The state to which an accepted command leads.
    fn follows_the_table(&self) -> Option<&'static str> {
        let row = self
            .machine
            .commands
            .iter()
            .find(|row| row.action == self.command);
        let row = row.expect("a row");
        let from = self.state.unwrap_or("new");
        let in_state = row.from.contains(&from);
        let in_role = row.who.iter().any(|who| who.role == self.role);
        let records_a_fact = row.warnings.iter().any(|warning| warning.name == "late");
        let late_fact = records_a_fact && self.state.is_some();
        let answer = &self.answer;
        if answer["outcome"] == "accepted" {
            assert!(in_role && (in_state || late_fact), "{answer}");
            assert_eq!(answer["events"][0]["type"], row.event);
            assert_eq!(answer["events"][0]["rule"], row.rule.id);
            let to = answer["state"].as_str().expect("a state");
            let stays = row.to.is_empty() || !in_state;
            let leads = if row.leads_back {
                let mut states = self.machine.states.iter();
                states.find(|one| one.name == to).expect("a state").name
            } else if stays {
                from
            } else {
                target(row, self.payload)
            };
            assert_eq!(to, leads, "{answer}");
            return Some(leads);
        }
        assert_eq!(answer["state"].as_str(), self.state);
        let reasons = answer["reasons"].as_array().expect("reasons");
        let kinds: Vec<&str> = reasons
            .iter()
            .filter_map(|one| one["kind"].as_str())
            .collect();
        assert!(!kinds.is_empty());
        match kinds.as_slice() {
            ["wrong_state"] => {
                assert!(!in_state, "{answer}");
                assert_eq!(reasons[0]["rule"], row.rule.id);
            }
            ["not_permitted"] => {
                assert!(in_state || late_fact, "{answer}");
                assert_eq!(reasons[0]["rule"], "AD-08");
                for permitted in reasons[0]["permitted"].as_array().into_iter().flatten() {
                    let known = |who: &Value| *permitted == *who;
                    assert!(
                        row.who.iter().any(|who| known(&json!(who.role))),
                        "{answer}"
                    );
                }
            }
            _ => {
                assert!(in_role && (in_state || late_fact), "{answer}");
                let alone = |kind: &&str| matches!(*kind, "wrong_state" | "not_permitted");
                assert!(!kinds.iter().any(alone), "{answer}");
                for reason in reasons {
                    let early = reason["kind"] == "too_early";
                    assert_eq!(reason.get("allowed_from").is_some(), early, "{answer}");
                    let invalid = reason["kind"] == "invalid_input";
                    assert_eq!(reason.get("pointer").is_some(), invalid, "{answer}");
                }
            }
        }
        None
    }
}

fn agree(
    lifecycle: &dyn AnyLifecycle,
    case: Option<&dyn AnyCase>,
    judged: &Judged<'_>,
    at: Instant,
    actor: &Actor,
) {
    let actions = lifecycle
        .actions(case, actor, at, &Policy::default())
        .expect("one lifecycle");
    let action = actions
        .iter()
        .find(|action| action.action == judged.command)
        .expect("listed");
    let row = judged
        .machine
        .commands
        .iter()
        .find(|row| row.action == judged.command);
    let allowed = judged.answer["outcome"] == "accepted";
    if row.is_some_and(|row| row.inputs.is_empty()) {
        assert_eq!(action.allowed, allowed, "{}", judged.answer);
        let reasons = if allowed {
            json!([])
        } else {
            judged.answer["reasons"].clone()
        };
        assert_eq!(json!(action.reasons), reasons);
    }
}

/// A few commands of each kind, with payloads of different make-up, and one with each value that chooses a
/// state.
fn samples(machine: &Machine, commands: &[Value]) -> Vec<(String, Value)> {
    let mut samples: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for command in commands {
        let name = command["type"].as_str().unwrap_or_default().to_owned();
        samples.entry(name).or_default().push(command.clone());
    }
    let kinds = machine.commands.len();
    assert_eq!(samples.len(), kinds, "a command has no sample");
    for row in &machine.commands {
        let Some(choice) = &row.chosen_by else {
            continue;
        };
        let all = samples.entry(row.action.to_owned()).or_default();
        let first = all.first().cloned().unwrap_or_default();
        for target in &choice.targets {
            let mut choosing = first.clone();
            choosing[choice.field] = target.value.into();
            all.insert(0, choosing);
        }
    }
    let of_kind = |(name, all): (String, Vec<Value>)| {
        let few = all.into_iter().take(OF_KIND);
        few.map(|command| (name.clone(), command))
            .collect::<Vec<_>>()
    };
    samples.into_iter().flat_map(of_kind).collect()
}

/// A day on which little is due, and one on which everything is.
const DAYS: [&str; 2] = ["2024-06-06T09:00:00+07:00", "2025-12-01T09:00:00+07:00"];

/// Asks every command in every state of every actor; how often it asked.
///
/// # Panics
///
/// Where an answer does not follow the table, a state is not reached, or `actions` and `decide` disagree.
pub fn decide_follows_the_table(
    lifecycle: &dyn AnyLifecycle,
    cases: &[Arc<dyn AnyCase>],
    commands: &[Value],
) -> usize {
    let machine = lifecycle.machine();
    let (samples, mut asked_count) = (samples(&machine, commands), 0_usize);
    let mut reached = BTreeSet::new();
    let days = DAYS.map(|day| Instant::parse(day).expect("an instant"));
    for case in chosen(&machine, cases) {
        let case = case.as_deref();
        for (command, payload) in &samples {
            for actor in actors(case, payload) {
                for at in days {
                    let answer = lifecycle
                        .decide_json(case, &asked(payload, &actor, at), &Policy::default())
                        .expect("a decision");
                    let judged = Judged {
                        machine: &machine,
                        state: case.map(AnyCase::state),
                        command,
                        payload,
                        role: actor.role,
                        answer: serde_json::from_str(&answer.to_json()).expect("JSON"),
                    };
                    let led = judged.follows_the_table();
                    reached.extend(led.map(|state| (command.clone(), state)));
                    if asked_count.is_multiple_of(7) {
                        agree(lifecycle, case, &judged, at, &actor);
                    }
                    asked_count += 1;
                }
            }
        }
    }
    for row in machine.commands.iter().filter(|row| row.to.len() > 1) {
        for state in &row.to {
            let reached = reached.contains(&(row.action.to_owned(), *state));
            assert!(reached, "`{}` never led to `{state}`", row.action);
        }
    }
    asked_count
}
