//! Every state × command × role × organisation of every lifecycle: the answers follow the table.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

use std::collections::BTreeMap;
use std::sync::Arc;

use bosoto::actor::{Actor, Role};
use bosoto::any::{AnyCase, AnyLifecycle};
use bosoto::calendar::Instant;
use bosoto::lifecycle::Machine;
use bosoto::policy::Policy;
use bosoto_tests::corpus::{Corpus, distinct};
use serde_json::{Value, json};

/// A few cases of every state, the longest first, and no case at all.
fn cases(corpus: &Corpus) -> Vec<Option<Arc<dyn AnyCase>>> {
    let mut by_state: BTreeMap<&str, Vec<&Arc<dyn AnyCase>>> = BTreeMap::new();
    for case in &corpus.cases {
        by_state.entry(case.state()).or_default().push(case);
    }
    for state in corpus.lifecycle.machine().states {
        assert!(
            by_state.contains_key(state.name),
            "no case is {}",
            state.name
        );
    }
    let mut chosen = vec![None];
    for mut of_state in by_state.into_values() {
        of_state.sort_by_key(|case| std::cmp::Reverse(case.len()));
        let step = of_state.len().div_ceil(3);
        chosen.extend(of_state.into_iter().step_by(step).cloned().map(Some));
    }
    chosen
}

/// The organisations and persons that the case and the command name, and a stranger.
fn actors(case: Option<&dyn AnyCase>, envelope: &Value) -> Vec<Actor> {
    let mut named = vec!["00000".to_owned()];
    let text = case.map_or(String::new(), AnyCase::log) + &envelope.to_string();
    for key in NAMING {
        let key = format!("\"{key}\":\"");
        let found = text.split(&key).skip(1);
        named.extend(found.filter_map(|rest| Some(rest.split('"').next()?.to_owned())));
    }
    named.sort();
    named.dedup();
    let mut actors = Vec::new();
    for role in Role::ALL {
        for name in named.iter().take(9) {
            actors.push(Actor::new(role, name));
            let user_id = Some(name.as_str().into());
            actors.push(Actor {
                user_id,
                ..Actor::new(role, "00000")
            });
        }
    }
    actors
}

const NAMING: [&str; 8] = [
    "organisation",
    "unit",
    "probation_office",
    "centre",
    "to",
    "province",
    "district",
    "user_id",
];

fn asked(command: &Value, actor: &Actor, at: Instant) -> String {
    let asked = json!({ "at": at, "actor": actor, "coordinated": true, "command": command });
    asked.to_string()
}

struct Judged<'a> {
    machine: &'a Machine,
    state: Option<&'static str>,
    command: &'a str,
    role: Role,
    answer: Value,
}

impl Judged<'_> {
    fn follows_the_table(&self) {
        let row = self
            .machine
            .commands
            .iter()
            .find(|row| row.action == self.command);
        let row = row.expect("a row");
        let from = self.state.unwrap_or("new");
        let in_state = row.from.contains(&from);
        let in_role = row.who.iter().any(|who| who.role == self.role);
        let late_fact = self.command.starts_with("record_") && self.state.is_some();
        let answer = &self.answer;
        if answer["outcome"] == "accepted" {
            assert!(in_role && (in_state || late_fact), "{answer}");
            assert_eq!(answer["events"][0]["type"], row.event);
            assert_eq!(answer["events"][0]["rule"], row.rule);
            let to = answer["state"].as_str().expect("a state");
            let stays = row.to.is_empty() || !in_state;
            assert!(
                if stays {
                    to == from
                } else {
                    row.to.contains(&to)
                },
                "{answer}"
            );
            return;
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
                assert_eq!(reasons[0]["rule"], row.rule);
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

#[test]
fn decide_follows_the_table_and_actions_agree_with_it() {
    for corpus in Corpus::all() {
        let (lifecycle, machine) = (corpus.lifecycle, corpus.lifecycle.machine());
        let commands: Vec<Value> = corpus
            .envelopes
            .iter()
            .map(|one| one["command"].clone())
            .collect();
        let mut samples: BTreeMap<String, Vec<Value>> = BTreeMap::new();
        for command in distinct(&commands) {
            let name = command["type"].as_str().unwrap_or_default().to_owned();
            let of_kind = samples.entry(name).or_default();
            if of_kind.len() < 2 {
                of_kind.push(command);
            }
        }
        assert_eq!(
            samples.len(),
            machine.commands.len(),
            "a command has no sample"
        );
        let mut asked_count = 0_usize;
        for case in cases(&corpus) {
            let case = case.as_deref();
            let ats = ["2024-06-06T09:00:00+07:00", "2025-12-01T09:00:00+07:00"];
            for at in ats.map(|at| Instant::parse(at).expect("an instant")) {
                for (name, command) in samples
                    .iter()
                    .flat_map(|(name, all)| all.iter().map(move |one| (name, one)))
                {
                    for actor in actors(case, command) {
                        let answer = lifecycle
                            .decide_json(case, &asked(command, &actor, at), &Policy::default())
                            .expect("a decision");
                        let judged = Judged {
                            machine: &machine,
                            state: case.map(AnyCase::state),
                            command: name,
                            role: actor.role,
                            answer: serde_json::from_str(&answer.to_json()).expect("JSON"),
                        };
                        judged.follows_the_table();
                        if asked_count.is_multiple_of(7) {
                            agree(lifecycle, case, &judged, at, &actor);
                        }
                        asked_count += 1;
                    }
                }
            }
        }
        assert!(asked_count > 1_000, "{asked_count}");
    }
}
