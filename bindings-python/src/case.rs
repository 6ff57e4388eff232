//! A case, and its rebuilding from a log.

use std::sync::Arc;

use bosoto::any::{self, AnyCase};
use bosoto::wire;
use pyo3::prelude::*;

use crate::error::raise;
use crate::policy::Policy;
use crate::question;
use crate::text::text;

/// A case as its events have made it. It never changes: a decision makes a new one.
#[pyclass(frozen, module = "bosoto._bosoto")]
pub struct Case(Arc<dyn AnyCase>);

impl Case {
    pub fn new(case: Arc<dyn AnyCase>) -> Self {
        Self(case)
    }

    pub fn as_dyn(&self) -> &dyn AnyCase {
        self.0.as_ref()
    }

    pub fn share(&self) -> Arc<dyn AnyCase> {
        Arc::clone(&self.0)
    }
}

#[pymethods]
impl Case {
    #[getter]
    fn lifecycle(&self) -> &'static str {
        self.0.lifecycle().name()
    }

    #[getter]
    fn case_id(&self) -> &str {
        self.0.case_id()
    }

    #[getter]
    fn state(&self) -> &'static str {
        self.0.state()
    }

    fn __len__(&self) -> usize {
        self.0.len()
    }

    /// The log as NDJSON.
    fn log(&self) -> String {
        self.0.log()
    }

    /// What is owed on a day (`YYYY-MM-DD`), as JSON.
    #[pyo3(signature = (on, policy=None))]
    fn obligations(&self, on: &str, policy: Option<&Policy>) -> PyResult<String> {
        let on = question::day(on).map_err(raise)?;
        let rows = self.0.obligations(on, Policy::or_default(policy));
        Ok(wire::to_json(&rows))
    }

    /// What of it can be done on that day, as JSON.
    #[pyo3(signature = (on, policy=None))]
    fn due(&self, on: &str, policy: Option<&Policy>) -> PyResult<String> {
        let on = question::day(on).map_err(raise)?;
        Ok(wire::to_json(&self.0.due(on, Policy::or_default(policy))))
    }

    /// The case as the events up to a day made it.
    fn as_of(&self, on: &str) -> PyResult<Option<Self>> {
        let on = question::day(on).map_err(raise)?;
        Ok(self.share().as_of(on).map(Self))
    }

    /// What is flagged at an instant (RFC 3339).
    #[pyo3(signature = (at, policy=None))]
    fn flags(&self, at: &str, policy: Option<&Policy>) -> PyResult<Vec<&'static str>> {
        let at = question::instant(at).map_err(raise)?;
        Ok(self.0.flags(at, Policy::or_default(policy)))
    }

    /// What an actor sees, as JSON.
    #[pyo3(signature = (actor, policy=None))]
    fn view(&self, actor: &Bound<'_, PyAny>, policy: Option<&Policy>) -> PyResult<String> {
        let actor = question::actor(&text(actor)?).map_err(raise)?;
        let view = self.0.view(&actor, Policy::or_default(policy));
        Ok(wire::to_json(&view))
    }
}

/// Every command of a lifecycle as an actor finds it at an instant (RFC 3339), as JSON.
#[pyfunction]
#[pyo3(signature = (lifecycle, case, actor, at, policy=None))]
pub fn actions(
    lifecycle: &str,
    case: Option<&Case>,
    actor: &Bound<'_, PyAny>,
    at: &str,
    policy: Option<&Policy>,
) -> PyResult<String> {
    let lifecycle = any::lifecycle(lifecycle).map_err(raise)?;
    let actor = question::actor(&text(actor)?).map_err(raise)?;
    let at = question::instant(at).map_err(raise)?;
    lifecycle
        .actions(
            case.map(Case::as_dyn),
            &actor,
            at,
            Policy::or_default(policy),
        )
        .map(|actions| wire::to_json(&actions))
        .map_err(raise)
}

/// Rebuilds a case from its log: NDJSON, or a JSON array of events.
#[pyfunction]
pub fn replay(lifecycle: &str, log: &str) -> PyResult<Option<Case>> {
    let lifecycle = any::lifecycle(lifecycle).map_err(raise)?;
    let case = lifecycle.replay(log).map_err(raise)?;
    Ok(case.map(Case))
}

/// The same without the lines that cannot be used: the case, how many lines were used, and the
/// others as JSON.
#[pyfunction]
pub fn replay_lines(lifecycle: &str, log: &str) -> PyResult<(Option<Case>, usize, String)> {
    let lifecycle = any::lifecycle(lifecycle).map_err(raise)?;
    let replayed = lifecycle.replay_lines(log);
    let broken = wire::to_json(&replayed.broken);
    Ok((replayed.case.map(Case), replayed.used, broken))
}

/// Merges two logs of one case: the case, its log as NDJSON, and the events without effect as JSON.
#[pyfunction]
pub fn merge(
    lifecycle: &str,
    log_a: &str,
    log_b: &str,
) -> PyResult<(Option<Case>, String, String)> {
    let lifecycle = any::lifecycle(lifecycle).map_err(raise)?;
    let merged = lifecycle.merge(log_a, log_b).map_err(raise)?;
    let conflicts = wire::to_json(&merged.conflicts);
    Ok((merged.case.map(Case), merged.log, conflicts))
}
