//! What only those with a duty may see: a canary in every personal and every free text of a case is looked for
//! in what everybody else is shown, in `Debug`, in refusals and in errors (AD-07).
//!
//! Which places are personal is not asked of the library: every text of a command is, but for the names below.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may panic"
)]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::Arc;

use bosoto::actor::{Actor, Role};
use bosoto::any::{AnyCase, AnyLifecycle};
use bosoto::policy::Policy;
use bosoto_tests::corpus::Corpus;
use bosoto_tests::mutate::mutants;
use serde_json::{Value, json};

/// Texts of a command that are neither personal nor free: codes, ids, names of offices and projects. What the
/// library takes only as one of its own words, as a date or as an area code cannot hold a canary and need not
/// stand here.
const PUBLIC: [&str; 20] = [
    "type",
    "event_id",
    "data_change",
    "case_id",
    "unit",
    "probation_office",
    "to",
    "centre",
    "other_case",
    "item_id",
    "help_id",
    "project",
    "user_id",
    "organisation",
    "province",
    "district",
    "role",
    "kind",
    "status",
    "method",
];

/// Whose duty does not depend on the organisation.
const EVERYWHERE: [(&str, Role); 4] = [
    ("registry_link", Role::RegistryCoordinator),
    ("registry_link", Role::IctOfficer),
    ("admin_change", Role::SuperAdmin),
    ("data_change", Role::SuperAdmin),
];

/// A canary, and the field in which it stands.
struct Planted {
    field: String,
    canary: String,
}

/// A story told with canaries.
struct Told {
    case: Arc<dyn AnyCase>,
    envelopes: Vec<Value>,
    planted: Vec<Planted>,
    shown: String,
}

/// The texts of a command that may hold a canary.
fn places(value: &Value, pointer: &str, found: &mut Vec<String>) {
    let name = pointer
        .rsplit('/')
        .find(|part| part.parse::<usize>().is_err());
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                places(field, &format!("{pointer}/{name}"), found);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                places(item, &format!("{pointer}/{index}"), found);
            }
        }
        Value::String(_) if !PUBLIC.contains(&name.unwrap_or_default()) => {
            found.push(pointer.to_owned());
        }
        Value::Number(_) if name == Some("income") => found.push(pointer.to_owned()),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// What can stand there and nowhere else: a day of birth, a phone number, an income, or a text.
fn canary(field: &str, number: usize) -> Value {
    match field {
        "birth_date" => json!(format!(
            "{}-07-{:02}",
            1900 + number / 28 % 50,
            1 + number % 28
        )),
        "phone" => json!(format!("08{number:08}")),
        "income" => json!(7_000_000 + number),
        _ => json!(format!("QX{number:05}XQ")),
    }
}

/// Whoever has a citizen id has a passport instead, whose number can be any text.
fn with_passport(envelope: &mut Value) {
    for pointer in ["/command/part1/person/id", "/command/person/id"] {
        if let Some(id) = envelope.pointer_mut(pointer) {
            *id = json!({ "type": "passport", "value": "AA1" });
        }
    }
}

/// Puts a canary wherever the command is still accepted with it.
fn plant(envelope: &mut Value, accepted: impl Fn(&Value) -> bool, planted: &mut Vec<Planted>) {
    with_passport(envelope);
    let mut found = Vec::new();
    places(&envelope["command"], "/command", &mut found);
    for pointer in found {
        let field = pointer.rsplit('/').next().unwrap_or_default().to_owned();
        let canary = canary(&field, planted.len());
        let mut with = envelope.clone();
        if let Some(place) = with.pointer_mut(&pointer) {
            *place = canary.clone();
        }
        if accepted(&with) {
            *envelope = with;
            let canary = canary.as_str().map_or(canary.to_string(), str::to_owned);
            planted.push(Planted { field, canary });
        }
    }
}

impl Told {
    /// Tells a story, with a canary wherever the library takes one.
    fn new(lifecycle: &dyn AnyLifecycle, story: &[Value]) -> Option<Self> {
        let policy = Policy::default();
        let mut planted = Vec::new();
        let mut envelopes = Vec::new();
        let mut shown = String::new();
        let mut case: Option<Arc<dyn AnyCase>> = None;
        for envelope in story {
            let accepted = |envelope: &Value| {
                let decided =
                    lifecycle.decide_json(case.as_deref(), &envelope.to_string(), &policy);
                decided.ok().filter(|decision| decision.is_accepted())
            };
            let mut envelope = envelope.clone();
            plant(&mut envelope, |one| accepted(one).is_some(), &mut planted);
            let decision = accepted(&envelope)?;
            let _ = write!(shown, "{decision:?}");
            case = decision.apply_to(case.as_deref()).ok()?;
            envelopes.push(envelope);
        }
        Some(Self {
            case: case?,
            envelopes,
            planted,
            shown,
        })
    }

    /// Which canaries stand in a text.
    fn seen_in(&self, text: &str) -> Vec<&str> {
        let seen = self.planted.iter().filter(|one| text.contains(&one.canary));
        seen.map(|one| one.field.as_str()).collect()
    }

    /// Every role, once in each organisation that the story names and once in a strange one.
    fn viewers(&self) -> Vec<Actor> {
        let log = self.case.log();
        let named = log.split("\"organisation\":\"").skip(1);
        let named = named.filter_map(|rest| rest.split('"').next());
        let organisations: BTreeSet<&str> = named.chain(["00000"]).collect();
        let every = |organisation: &str| {
            Role::ALL
                .iter()
                .map(|role| Actor::new(*role, organisation))
                .collect::<Vec<_>>()
        };
        organisations.into_iter().flat_map(every).collect()
    }

    /// What those without a duty are shown.
    fn views(&self, lifecycle: &dyn AnyLifecycle) -> (BTreeSet<String>, Vec<String>) {
        let policy = Policy::default();
        let (mut with_duty, mut wrong) = (BTreeSet::new(), Vec::new());
        for actor in self.viewers() {
            let view = json!(self.case.view(&actor, &policy));
            let seen = self.seen_in(&view.to_string());
            let a_stranger = *actor.organisation == *"00000"
                && !EVERYWHERE.contains(&(lifecycle.name(), actor.role));
            let all = view["withheld"] == json!([]);
            if all && !a_stranger {
                with_duty.extend(seen.into_iter().map(str::to_owned));
            } else if !seen.is_empty() || (all && !self.planted.is_empty()) {
                wrong.push(format!("a view of {}: {seen:?}", actor.role.name()));
            }
        }
        (with_duty, wrong)
    }

    /// What `Debug` and refusals show: nothing.
    fn shown(&self, lifecycle: &dyn AnyLifecycle) -> Vec<String> {
        let policy = Policy::default();
        let mut wrong = self.seen_in(&self.shown);
        let case = format!("{:?}", self.case);
        wrong.extend(self.seen_in(&case));
        for envelope in &self.envelopes {
            let again =
                lifecycle.decide_json(Some(self.case.as_ref()), &envelope.to_string(), &policy);
            let said = match again {
                Ok(decision) if decision.is_accepted() => format!("{decision:?}"),
                Ok(decision) => format!("{decision:?}{}", decision.to_json()),
                Err(error) => format!("{error:?}{error}{}", error.to_json()),
            };
            wrong.extend(self.seen_in(&said));
        }
        wrong
            .into_iter()
            .map(|field| format!("Debug or a refusal: {field}"))
            .collect()
    }

    /// What errors show of envelopes and logs with one thing wrong: nothing.
    fn errors(&self, lifecycle: &dyn AnyLifecycle) -> Vec<String> {
        let mut wrong = Vec::new();
        for envelope in &self.envelopes {
            for mutant in mutants(envelope) {
                if let Err(error) = lifecycle.envelope_value(&mutant.document) {
                    let said = format!("{error:?}{error}{}", error.to_json());
                    let seen = self.seen_in(&said);
                    wrong.extend(seen.into_iter().map(|field| format!("an error: {field}")));
                }
            }
        }
        let log = self.case.log();
        let without_first: String = log.split_inclusive('\n').skip(1).collect();
        let cut = log.get(..log.len() / 2).unwrap_or_default();
        for broken in [without_first.as_str(), cut, &format!("{log}{log}")] {
            if let Err(error) = lifecycle.replay(broken) {
                let said = format!("{error:?}{error}{}", error.to_json());
                wrong.extend(self.seen_in(&said).into_iter().map(str::to_owned));
            }
        }
        wrong
    }
}

/// The stories that send each kind of command, the longest first.
fn chosen(corpus: &Corpus) -> Vec<&Vec<Value>> {
    let mut stories: Vec<&Vec<Value>> = corpus.stories.iter().collect();
    stories.sort_by_key(|story| std::cmp::Reverse(story.len()));
    let mut sent: BTreeSet<String> = BTreeSet::new();
    stories.retain(|story| {
        let before = sent.len();
        for envelope in *story {
            let mut found = Vec::new();
            places(&envelope["command"], "", &mut found);
            let kind = &envelope["command"]["type"];
            sent.extend(found.iter().map(|place| format!("{kind}{place}")));
        }
        sent.len() > before
    });
    stories
}

#[test]
fn ad_07_nothing_personal_is_shown_without_a_duty() {
    let mut wrong = BTreeSet::new();
    for corpus in Corpus::all() {
        let lifecycle = corpus.lifecycle;
        let (mut planted, mut seen) = (BTreeSet::new(), BTreeSet::new());
        for story in chosen(&corpus) {
            let told = Told::new(lifecycle, story).expect("a story that was told once");
            planted.extend(told.planted.iter().map(|one| one.field.clone()));
            let (with_duty, views) = told.views(lifecycle);
            seen.extend(with_duty);
            let found = views
                .into_iter()
                .chain(told.shown(lifecycle))
                .chain(told.errors(lifecycle));
            wrong.extend(found.map(|what| format!("{}: {what}", lifecycle.name())));
        }
        let blind: Vec<&String> = planted.difference(&seen).collect();
        assert!(
            blind.is_empty(),
            "{}: nobody sees {blind:?}",
            lifecycle.name()
        );
        assert!(!planted.is_empty(), "{}", lifecycle.name());
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
