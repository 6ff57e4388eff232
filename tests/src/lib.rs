//! The scenario runner of Rust: the same files as in every other language, through the JSON of the
//! contract.

#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may panic, and a JSON value indexed by a name never does"
)]

pub mod ask;
pub mod corpus;
pub mod exhaustive;
pub mod mutate;
pub mod net;
pub mod random;
pub mod soak;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bosoto::actor::Actor;
use bosoto::any::{self, AnyCase, AnyLifecycle};
use bosoto::calendar::{Date, Instant};
use bosoto::lifecycle::Past;
use bosoto::policy::Policy;
use bosoto::registry::owed;
use bosoto::wire::{self, WireError};
use serde_json::{Map, Value, json};

/// The root of the repository.
pub fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}

/// Every scenario of every file below a folder of this crate, with its name.
pub fn scenarios(folder: &str) -> Vec<(String, Value)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<PathBuf> = std::fs::read_dir(&root)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "json")
        })
        .collect();
    files.sort();
    files.iter().flat_map(|file| read(file)).collect()
}

fn read(file: &Path) -> Vec<(String, Value)> {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let text = std::fs::read_to_string(file).unwrap_or_default();
    let scenarios = match serde_json::from_str(&text) {
        Ok(Value::Array(scenarios)) => scenarios,
        Ok(scenario) => vec![scenario],
        Err(problem) => vec![json!({ "name": problem.to_string() })],
    };
    scenarios
        .into_iter()
        .map(|scenario| {
            let name = scenario.get("name").and_then(Value::as_str).unwrap_or("?");
            (format!("{stem}: {name}"), scenario)
        })
        .collect()
}

/// Runs one scenario; the first difference of each step that does not hold.
///
/// # Errors
///
/// The differences, one a line.
pub fn run(scenario: &Value) -> Result<(), String> {
    let lifecycle = text(scenario, "lifecycle")?;
    let lifecycle = any::lifecycle(lifecycle).map_err(|error| error.to_string())?;
    let policy = match scenario.get("policy") {
        Some(policy) => Policy::read(&policy.to_string()),
        None => Ok(Policy::default()),
    };
    let mut runner = Runner {
        lifecycle,
        policy,
        case: None,
    };
    if let Some(merge) = scenario.get("merge") {
        let expect = scenario.get("expect").ok_or("no `expect`")?;
        return runner.merge(merge, expect);
    }
    let steps = scenario.get("steps").and_then(Value::as_array);
    let mut differences = String::new();
    for (index, step) in steps.ok_or("no steps")?.iter().enumerate() {
        if let Err(difference) = runner.step(step) {
            let _ = writeln!(differences, "  step {index}: {difference}");
        }
    }
    if differences.is_empty() {
        Ok(())
    } else {
        Err(differences)
    }
}

fn text<'a>(value: &'a Value, name: &str) -> Result<&'a str, String> {
    value
        .get(name)
        .and_then(Value::as_str)
        .ok_or_else(|| format!("no `{name}`"))
}

struct Runner {
    lifecycle: &'static dyn AnyLifecycle,
    policy: Result<Policy, WireError>,
    case: Option<Arc<dyn AnyCase>>,
}

impl Runner {
    fn step(&mut self, step: &Value) -> Result<(), String> {
        let expect = step.get("expect").ok_or("no `expect`")?;
        let actual = match () {
            () if step.get("do").is_some() => return self.act(&step["do"], expect),
            () if step.get("actions").is_some() => return self.actions(&step["actions"], expect),
            () if step.get("obligations").is_some() => {
                return self.obligations(&step["obligations"], expect);
            }
            () if step.get("flags").is_some() => {
                let at = Past::from(instant(&step["flags"])?).known(known(&step["flags"])?);
                json!(self.known()?.flags(at, self.policy()?))
            }
            () if step.get("view").is_some() => return self.view(&step["view"], expect),
            () => return Err("neither a command nor a question".into()),
        };
        same(&actual, expect, "")
    }

    fn policy(&self) -> Result<&Policy, String> {
        self.policy.as_ref().map_err(ToString::to_string)
    }

    /// The base is decided first, each log on top of it, then the two logs are merged.
    fn merge(&mut self, merge: &Value, expect: &Value) -> Result<(), String> {
        self.act_all(merge, "base")?;
        let base = self.case.clone();
        let mut logs = Vec::new();
        for name in ["log_a", "log_b"] {
            self.case = base.clone();
            self.act_all(merge, name)?;
            logs.push(self.case.as_ref().map_or(String::new(), |case| case.log()));
        }
        let merged = self
            .lifecycle
            .merge(&logs[0], &logs[1])
            .map_err(|error| error.to_string())?;
        let answer: Value = serde_json::from_str(&merged.to_json()).map_err(|e| e.to_string())?;
        let order: Vec<&Value> = list(&answer["log"])
            .iter()
            .map(|event| &event["command_id"])
            .collect();
        let conflicts: Vec<Value> = list(&answer["conflicts"])
            .iter()
            .map(|conflict| {
                let mut conflict = conflict.clone();
                let id = conflict["event_id"].as_str().unwrap_or_default();
                conflict["command_id"] = id.rsplit_once('#').map_or(id, |(id, _)| id).into();
                conflict
            })
            .collect();
        let actual = json!({ "state": answer["state"], "order": order, "conflicts": conflicts });
        same(&actual, expect, "")
    }

    fn act_all(&mut self, merge: &Value, name: &str) -> Result<(), String> {
        list(&merge[name]).iter().try_for_each(|envelope| {
            self.act(envelope, &json!({ "outcome": "accepted" }))
                .map_err(|difference| format!("{name}: {difference}"))
        })
    }

    fn known(&self) -> Result<&Arc<dyn AnyCase>, String> {
        self.case.as_ref().ok_or_else(|| "no case yet".into())
    }

    fn act(&mut self, envelope: &Value, expect: &Value) -> Result<(), String> {
        let case = self.case.as_deref();
        let decided = self.policy.clone().and_then(|policy| {
            self.lifecycle
                .decide_json(case, &envelope.to_string(), &policy)
        });
        let answer = match decided {
            Ok(decision) => {
                if let Some(after) = decision.apply_to(case).map_err(|error| error.to_string())? {
                    self.case = Some(after);
                }
                decision.to_json()
            }
            Err(error) => error.to_json(),
        };
        let answer: Value = serde_json::from_str(&answer).map_err(|error| error.to_string())?;
        same(&summary(&answer), expect, "")
    }

    fn actions(&self, question: &Value, expect: &Value) -> Result<(), String> {
        let found = self
            .lifecycle
            .actions(
                self.case.as_deref(),
                &actor(question)?,
                instant(question)?,
                self.policy()?,
            )
            .map_err(|error| error.to_string())?;
        let actual: Map<String, Value> = found
            .iter()
            .map(|action| (action.action.to_owned(), json!(action)))
            .collect();
        same(&Value::Object(actual), expect, "")
    }

    fn obligations(&self, question: &Value, expect: &Value) -> Result<(), String> {
        let on = Date::parse(text(question, "on")?).map_err(|error| error.to_string())?;
        let past = Past::from(on).known(known(question)?);
        let actual = json!(self.known()?.obligations(past, self.policy()?));
        contains(&actual, expect)
    }

    fn view(&self, question: &Value, expect: &Value) -> Result<(), String> {
        let view = json!(self.known()?.view(&actor(question)?, self.policy()?));
        let withheld: Vec<&Value> = list(&view["withheld"])
            .iter()
            .map(|place| &place["pointer"])
            .collect();
        let Some(expected) = expect.get("withheld") else {
            return same(&view, expect, "");
        };
        let missing = list(expected)
            .iter()
            .find(|pointer| !withheld.contains(pointer));
        if list(expected).is_empty() && !withheld.is_empty() || missing.is_some() {
            return Err(format!("withheld: expected {expected}, found {withheld:?}"));
        }
        let mut rest = expect.clone();
        rest.as_object_mut().map(|rest| rest.remove("withheld"));
        same(&view, &rest, "")
    }
}

pub(crate) fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn actor(question: &Value) -> Result<Actor, String> {
    let actor = question.get("actor").ok_or("no `actor`")?;
    wire::decode_value(actor).map_err(|error| error.to_string())
}

/// The day by which it had to be received to count, if the question names one.
fn known(question: &Value) -> Result<Option<Date>, String> {
    let day = question.get("known").and_then(Value::as_str);
    day.map(Date::parse)
        .transpose()
        .map_err(|error| error.to_string())
}

fn instant(question: &Value) -> Result<Instant, String> {
    Instant::parse(text(question, "at")?).map_err(|error| error.to_string())
}

/// A decision as scenario files name its parts.
fn summary(answer: &Value) -> Value {
    let mut answer = answer.clone();
    let Some(fields) = answer.as_object_mut() else {
        return answer;
    };
    for (name, read) in [
        (
            "events",
            (|event| event["type"].clone()) as fn(&Value) -> Value,
        ),
        ("effects", effect),
        ("warnings", |warning| warning["rule"].clone()),
    ] {
        if let Some(found) = fields.get(name).map(|found| list(found).to_vec()) {
            fields.insert(name.into(), found.iter().map(read).collect());
        }
    }
    answer
}

fn effect(effect: &Value) -> Value {
    let kind = effect["type"].as_str().unwrap_or_default();
    let detail = ["notice", "letter", "banner", "report"]
        .iter()
        .find_map(|name| effect.get(name)?.as_str());
    match detail {
        Some(detail) => format!("{kind}:{detail}").into(),
        None => kind.into(),
    }
}

/// Every named field is the same, lists whole, objects by their named fields.
fn same(actual: &Value, expect: &Value, place: &str) -> Result<(), String> {
    match (actual, expect) {
        (Value::Object(actual), Value::Object(expect)) => {
            expect.iter().try_for_each(|(name, expect)| {
                let found = actual.get(name).unwrap_or(&Value::Null);
                same(found, expect, &format!("{place}/{name}"))
            })
        }
        (Value::Array(actual), Value::Array(expect)) if actual.len() == expect.len() => actual
            .iter()
            .zip(expect)
            .enumerate()
            .try_for_each(|(index, (actual, expect))| {
                same(actual, expect, &format!("{place}/{index}"))
            }),
        _ if actual == expect => Ok(()),
        _ => Err(format!("{place}: expected {expect}, found {actual}")),
    }
}

/// Every row expected is there; one with `absent: true` is not.
fn contains(actual: &Value, expect: &Value) -> Result<(), String> {
    list(expect).iter().try_for_each(|row| {
        let mut row = row.clone();
        let absent = row
            .as_object_mut()
            .and_then(|row| row.remove("absent"))
            .is_some_and(|absent| absent == true);
        can_be_owed(&row)?;
        let found = list(actual)
            .iter()
            .any(|actual| same(actual, &row, "").is_ok());
        match (found, absent) {
            (true, false) | (false, true) => Ok(()),
            (false, false) => Err(format!("no row {row} in {actual}")),
            (true, true) => Err(format!("a row {row} in {actual}")),
        }
    })
}

/// What is misspelt would always be absent.
fn can_be_owed(row: &Value) -> Result<(), String> {
    let Some(what) = row.get("what") else {
        return Ok(());
    };
    let known = owed().iter().any(|owed| *what == owed.name);
    known
        .then_some(())
        .ok_or_else(|| format!("nothing is owed that is called {what}"))
}
