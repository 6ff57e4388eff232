//! Real documents of every shape, made by running the scenario files.

use std::collections::BTreeSet;
use std::sync::Arc;

use bosoto::any::{self, AnyCase, AnyLifecycle};
use bosoto::calendar::{Date, Instant};
use bosoto::call;
use bosoto::policy::Policy;
use bosoto::text::Message;
use serde_json::{Value, json};

use crate::{actor, instant, list, scenarios};

/// The documents of one lifecycle.
pub struct Corpus {
    /// The lifecycle.
    pub lifecycle: &'static dyn AnyLifecycle,
    /// Envelopes that the library reads.
    pub envelopes: Vec<Value>,
    /// Envelopes of the scenarios that it refuses to read.
    pub unreadable: Vec<Value>,
    /// For each scenario under the default policy, the envelopes that were accepted, in order.
    pub stories: Vec<Vec<Value>>,
    /// Cases as they stood after each accepted command.
    pub cases: Vec<Arc<dyn AnyCase>>,
    /// Decisions.
    pub decisions: Vec<Value>,
    /// Errors.
    pub errors: Vec<Value>,
    /// Answers to questions, each with the name of its schema.
    pub answers: Vec<(&'static str, Value)>,
    /// What reasons, warnings and errors say.
    pub messages: Vec<Message>,
}

impl Corpus {
    /// The documents of every lifecycle.
    pub fn all() -> Vec<Self> {
        let scenarios = scenarios("scenarios");
        any::ALL
            .iter()
            .map(|lifecycle| {
                let mut corpus = Self::new(*lifecycle);
                for (_, scenario) in &scenarios {
                    if scenario["lifecycle"] == lifecycle.name() {
                        corpus.add(scenario);
                    }
                }
                corpus
            })
            .collect()
    }

    fn new(lifecycle: &'static dyn AnyLifecycle) -> Self {
        Self {
            lifecycle,
            envelopes: Vec::new(),
            unreadable: Vec::new(),
            stories: Vec::new(),
            cases: Vec::new(),
            decisions: Vec::new(),
            errors: Vec::new(),
            answers: Vec::new(),
            messages: Vec::new(),
        }
    }

    fn add(&mut self, scenario: &Value) {
        let policy = match scenario.get("policy") {
            Some(policy) => Policy::read(&policy.to_string()),
            None => Ok(Policy::default()),
        };
        let Ok(policy) = policy else {
            return;
        };
        let mut case = None;
        let mut story = Vec::new();
        for step in list(&scenario["steps"]) {
            if step.get("do").is_some() {
                if let Some(after) = self.act(&step["do"], case.as_deref(), &policy) {
                    case = Some(after);
                    story.push(step["do"].clone());
                }
            } else if let Some(case) = &case {
                self.ask(step, case.as_ref(), &policy);
            }
        }
        if scenario.get("policy").is_none() && !story.is_empty() {
            self.stories.push(story);
        }
    }

    fn act(
        &mut self,
        envelope: &Value,
        case: Option<&dyn AnyCase>,
        policy: &Policy,
    ) -> Option<Arc<dyn AnyCase>> {
        match self.lifecycle.envelope_value(envelope) {
            Ok(_) => self.envelopes.push(envelope.clone()),
            Err(_) => self.unreadable.push(envelope.clone()),
        }
        match self
            .lifecycle
            .decide_json(case, &envelope.to_string(), policy)
        {
            Ok(decision) => {
                self.decisions.push(parsed(&decision.to_json()));
                let reasons = decision.reasons().iter().map(|one| &one.message);
                let warnings = decision.warnings().iter().map(|one| &one.message);
                self.messages.extend(reasons.chain(warnings).cloned());
                let after = decision.apply_to(case).ok().flatten();
                self.cases.extend(after.clone());
                let repeated = parsed(&decision.to_json()).get("repeated").is_some();
                after.filter(|_| decision.is_accepted() && !repeated)
            }
            Err(error) => {
                self.errors.push(parsed(&error.to_json()));
                self.messages.push(error.message);
                None
            }
        }
    }

    fn ask(&mut self, step: &Value, case: &dyn AnyCase, policy: &Policy) {
        if let (Ok(actor), Ok(at)) = (actor(&step["actions"]), instant(&step["actions"])) {
            let actions = self.lifecycle.actions(Some(case), &actor, at, policy);
            let actions = actions.unwrap_or_default();
            let reasons = actions.iter().flat_map(|action| &action.reasons);
            self.messages
                .extend(reasons.map(|reason| reason.message.clone()));
            self.answers.push(("actions", json!(actions)));
        }
        if let Ok(actor) = actor(&step["view"]) {
            self.answers
                .push(("view", json!(case.view(&actor, policy))));
        }
        let on = step["obligations"]["on"].as_str().map(Date::parse);
        if let Some(Ok(on)) = on {
            self.answers
                .push(("obligations", json!(case.obligations(on, policy))));
            let flags = case.flags(Instant::at_midnight(on), policy);
            self.answers.push(("flags", json!(flags)));
            self.ask_of_many(case, &on.to_string());
        }
    }

    /// What is asked of many cases, of which this one is all.
    fn ask_of_many(&mut self, case: &dyn AnyCase, on: &str) {
        let many = json!([{ "lifecycle": self.lifecycle.name(), "log": case.log() }]).to_string();
        let other = r#"{"drop_out_days": 30, "visit_every_days": 30, "traces_required": 3}"#;
        let nurse = json!({ "role": "unit_user", "organisation": "10670" });
        let asking = json!({ "actor": nurse, "at": format!("{on}T09:00:00+07:00") }).to_string();
        self.answers.extend([
            ("casework", parsed(&call::casework(&many, &asking, None))),
            (
                "comparison",
                parsed(&call::compare(&many, "{}", other, Some(on))),
            ),
            (
                "timeliness",
                parsed(&call::timeliness(&many, "2019-01-01", on, "tambon", None)),
            ),
            ("workload", parsed(&call::workload(&many, on, None))),
        ]);
    }

    /// The events of every decision.
    pub fn events(&self) -> Vec<Value> {
        let events = self.decisions.iter().flat_map(|one| list(&one["events"]));
        events.cloned().collect()
    }
}

fn parsed(json: &str) -> Value {
    serde_json::from_str(json).unwrap_or_default()
}

/// One document of each make-up: the same fields, the same types, the same kind of command.
pub fn distinct(documents: &[Value]) -> Vec<Value> {
    let mut seen = BTreeSet::new();
    let new = |document: &&Value| {
        let mut outline = String::new();
        describe(document, &mut outline);
        seen.insert(outline)
    };
    documents.iter().filter(new).cloned().collect()
}

fn describe(value: &Value, outline: &mut String) {
    match value {
        Value::Object(fields) => {
            outline.push('{');
            for (name, field) in fields {
                outline.push_str(name);
                match field.as_str().filter(|_| name == "type") {
                    Some(tag) => outline.push_str(tag),
                    None => describe(field, outline),
                }
            }
            outline.push('}');
        }
        Value::Array(items) => {
            outline.push('[');
            if let Some(first) = items.first() {
                describe(first, outline);
            }
            outline.push(']');
        }
        Value::String(_) => outline.push('s'),
        Value::Number(_) => outline.push('n'),
        Value::Bool(_) => outline.push('b'),
        Value::Null => outline.push('0'),
    }
}
