//! The JSON API: text in, canonical text out, the same bytes as in every other language. A case is
//! given as its log; an error is the contract's `{"error": …}`.

use std::sync::Arc;

use bosoto::any::{self, AnyCase, AnyLifecycle, BrokenLine};
use bosoto::rulebook::{self, Rule};
use bosoto::text::{Message, Text};
use bosoto::wire::{self, ErrorCode, WireError};
use bosoto::{policy, schema};
use pyo3::prelude::*;
use serde::Serialize;
use serde_json::Value;

use crate::policy::read as read_policy;
use crate::question;

fn answer(answer: Result<String, WireError>) -> String {
    answer.unwrap_or_else(|error| error.to_json())
}

type Known = (&'static dyn AnyLifecycle, Option<Arc<dyn AnyCase>>);

/// The lifecycle, and the case of a log where there is one.
fn known(lifecycle: &str, log: Option<&str>) -> Result<Known, WireError> {
    let lifecycle = any::lifecycle(lifecycle)?;
    let case = match log {
        Some(log) => lifecycle.replay(log)?,
        None => None,
    };
    Ok((lifecycle, case))
}

fn case(lifecycle: &str, log: &str) -> Result<Arc<dyn AnyCase>, WireError> {
    let (_, case) = known(lifecycle, Some(log))?;
    case.ok_or_else(|| WireError::new(ErrorCode::MissingField, "/log", EMPTY_LOG))
}

/// The names of the lifecycles, in the order of the contract.
#[pyfunction]
pub fn lifecycles() -> Vec<&'static str> {
    any::ALL.iter().map(|lifecycle| lifecycle.name()).collect()
}

/// Judges a command on the case of a log; without a log, a command that creates a case.
#[pyfunction]
#[pyo3(signature = (lifecycle, log, envelope, policy=None))]
pub fn decide_json(
    lifecycle: &str,
    log: Option<&str>,
    envelope: &str,
    policy: Option<&str>,
) -> String {
    let decide = || {
        let policy = read_policy(policy)?;
        let (lifecycle, case) = known(lifecycle, log)?;
        let decision = lifecycle.decide_json(case.as_deref(), envelope, &policy)?;
        Ok(decision.to_json())
    };
    answer(decide())
}

/// Every command as the actor finds it at an instant.
#[pyfunction]
#[pyo3(signature = (lifecycle, log, actor, at, policy=None))]
pub fn actions_json(
    lifecycle: &str,
    log: Option<&str>,
    actor: &str,
    at: &str,
    policy: Option<&str>,
) -> String {
    let actions = || {
        let policy = read_policy(policy)?;
        let actor = question::actor(wire::decode(actor)?)?;
        let at = question::instant(at)?;
        let (lifecycle, case) = known(lifecycle, log)?;
        let actions = lifecycle.actions(case.as_deref(), &actor, at, &policy)?;
        Ok(wire::to_json(&actions))
    };
    answer(actions())
}

/// What is owed on a day.
#[pyfunction]
#[pyo3(signature = (lifecycle, log, on, policy=None))]
pub fn obligations_json(lifecycle: &str, log: &str, on: &str, policy: Option<&str>) -> String {
    let obligations = || {
        let policy = read_policy(policy)?;
        let on = question::day(on)?;
        let case = case(lifecycle, log)?;
        Ok(wire::to_json(&case.obligations(on, &policy)))
    };
    answer(obligations())
}

/// What is flagged at an instant.
#[pyfunction]
#[pyo3(signature = (lifecycle, log, at, policy=None))]
pub fn flags_json(lifecycle: &str, log: &str, at: &str, policy: Option<&str>) -> String {
    let flags = || {
        let policy = read_policy(policy)?;
        let at = question::instant(at)?;
        let case = case(lifecycle, log)?;
        Ok(wire::to_json(&case.flags(at, &policy)))
    };
    answer(flags())
}

/// What an actor sees.
#[pyfunction]
#[pyo3(signature = (lifecycle, log, actor, policy=None))]
pub fn view_json(lifecycle: &str, log: &str, actor: &str, policy: Option<&str>) -> String {
    let view = || {
        let policy = read_policy(policy)?;
        let actor = question::actor(wire::decode(actor)?)?;
        let case = case(lifecycle, log)?;
        Ok(wire::to_json(&case.view(&actor, &policy)))
    };
    answer(view())
}

#[derive(Serialize)]
struct Summary<'a> {
    lifecycle: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    case_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<&'static str>,
    used: usize,
    broken: &'a [BrokenLine],
}

/// What a log comes to: the case's id and state, the number of events used, the broken lines.
#[pyfunction]
pub fn replay_json(lifecycle: &str, log: &str) -> String {
    let replay = || {
        let lifecycle = any::lifecycle(lifecycle)?;
        let replayed = lifecycle.replay_lines(log);
        Ok(wire::to_json(&Summary {
            lifecycle: lifecycle.name(),
            case_id: replayed.case.as_ref().map(|case| case.case_id()),
            state: replayed.case.as_ref().map(|case| case.state()),
            used: replayed.used,
            broken: &replayed.broken,
        }))
    };
    answer(replay())
}

/// Two logs of one case as one: state, log, and the events without effect.
#[pyfunction]
#[pyo3(signature = (lifecycle, log_a, log_b, policy=None))]
pub fn merge_json(lifecycle: &str, log_a: &str, log_b: &str, policy: Option<&str>) -> String {
    let merge = || {
        let policy = read_policy(policy)?;
        let merged = any::lifecycle(lifecycle)?.merge(log_a, log_b, &policy)?;
        Ok(merged.json)
    };
    answer(merge())
}

/// A lifecycle's table as data.
#[pyfunction]
pub fn machine_json(lifecycle: &str) -> String {
    answer(any::lifecycle(lifecycle).map(|lifecycle| wire::to_json(&lifecycle.machine())))
}

/// A rule of the rulebook; without an id, all of them.
#[pyfunction]
#[pyo3(signature = (id=None))]
pub fn rule_json(id: Option<&str>) -> String {
    let Some(id) = id else {
        return wire::to_json(&rulebook::all().collect::<Vec<&Rule>>());
    };
    let unknown = || WireError::new(ErrorCode::UnknownValue, "/rule", UNKNOWN_RULE);
    answer(rulebook::rule(id).ok_or_else(unknown).map(wire::to_json))
}

/// Every parameter of the policy: its rule, unit, range and default.
#[pyfunction]
pub fn parameters_json() -> String {
    wire::to_json(policy::parameters())
}

/// The names of the schemas.
#[pyfunction]
pub fn schema_names() -> Vec<String> {
    schema::names().collect()
}

/// The JSON Schema of this name.
#[pyfunction]
pub fn schema_json(name: &str) -> String {
    let unknown = || {
        let known: Vec<String> = schema::names().collect();
        let args = [("known", bosoto::text::Arg::Word(known.join(", ").into()))];
        let message = Message::new(UNKNOWN_SCHEMA, args);
        WireError::new(ErrorCode::UnknownValue, "/schema", message)
    };
    answer(
        schema::schema(name)
            .ok_or_else(unknown)
            .map(|schema: Value| wire::to_json(&schema)),
    )
}

const EMPTY_LOG: Text = Text {
    th: "บันทึกเหตุการณ์ว่างเปล่า ต้องมีอย่างน้อยเหตุการณ์ที่สร้างเคส",
    en: "the log is empty; it needs at least the event that creates the case",
};
const UNKNOWN_RULE: Text = Text {
    th: "ไม่มีกฎรหัสนี้ รหัสมีรูปแบบเช่น CT-16",
    en: "no such rule; an id looks like CT-16",
};
const UNKNOWN_SCHEMA: Text = Text {
    th: "ไม่มีสคีมาชื่อนี้ ใช้ได้เฉพาะ {known}",
    en: "no such schema; known are {known}",
};
