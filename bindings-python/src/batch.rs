//! Many cases in one call, in the order given, without the interpreter's lock.

use std::sync::Arc;

use bosoto::any::{self, AnyCase, AnyDecision};
use bosoto::wire;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use crate::case::Case;
use crate::decision::Decision;
use crate::envelope::Envelope;
use crate::error::raise;
use crate::policy::Policy;
use crate::question;
use crate::text::text;

/// A decision, or the exception that stands in its place.
#[derive(IntoPyObject)]
pub enum Decided {
    Decision(Decision),
    Error(Py<PyAny>),
}

/// A case, or the exception that stands in its place.
#[derive(IntoPyObject)]
pub enum Rebuilt {
    Case(Option<Case>),
    Error(Py<PyAny>),
}

fn in_place(py: Python<'_>, error: wire::WireError) -> Py<PyAny> {
    raise(error).into_value(py).into_any()
}

/// Judges one command for each case; a reused `command_id` is an error in its place.
#[pyfunction]
#[pyo3(signature = (cases, envelopes, policy=None))]
pub fn decide_many(
    py: Python<'_>,
    cases: Vec<Option<Bound<'_, Case>>>,
    envelopes: Vec<Bound<'_, Envelope>>,
    policy: Option<&Policy>,
) -> PyResult<Vec<Decided>> {
    if cases.len() != envelopes.len() {
        return Err(PyValueError::new_err(
            "as many cases as envelopes, `None` for a new case",
        ));
    }
    let policy = Policy::or_default(policy);
    let pairs: Vec<_> = cases
        .iter()
        .zip(&envelopes)
        .map(|(case, envelope)| {
            let envelope = envelope.get();
            let case = case.as_ref().map(|case| case.get().share());
            (case, envelope.lifecycle, Arc::clone(&envelope.envelope))
        })
        .collect();
    let decided: Vec<Result<Arc<dyn AnyDecision>, _>> = py.detach(|| {
        pairs
            .iter()
            .map(|(case, lifecycle, envelope)| {
                lifecycle.decide(case.as_deref(), envelope.as_ref(), policy)
            })
            .collect()
    });
    Ok(decided
        .into_iter()
        .map(|decision| match decision {
            Ok(decision) => Decided::Decision(Decision::new(decision)),
            Err(error) => Decided::Error(in_place(py, error)),
        })
        .collect())
}

/// Rebuilds one case from each log; a log that cannot be replayed is an error in its place.
#[pyfunction]
pub fn replay_many(py: Python<'_>, lifecycle: &str, logs: Vec<String>) -> PyResult<Vec<Rebuilt>> {
    let lifecycle = any::lifecycle(lifecycle).map_err(raise)?;
    let cases: Vec<Result<Option<Arc<dyn AnyCase>>, _>> =
        py.detach(|| logs.iter().map(|log| lifecycle.replay(log)).collect());
    Ok(cases
        .into_iter()
        .map(|case| match case {
            Ok(case) => Rebuilt::Case(case.map(Case::new)),
            Err(error) => Rebuilt::Error(in_place(py, error)),
        })
        .collect())
}

/// The worklist of an officer over many cases, as JSON; the query is the wire's.
#[pyfunction]
#[pyo3(signature = (cases, query, policy=None))]
pub fn worklist(
    py: Python<'_>,
    cases: Vec<Bound<'_, Case>>,
    query: &Bound<'_, PyAny>,
    policy: Option<&Policy>,
) -> PyResult<String> {
    let policy = Policy::or_default(policy);
    let query = wire::decode(&text(query)?).map_err(raise)?;
    let cases = shared(&cases);
    Ok(py.detach(|| {
        let cases = cases.iter().map(AsRef::as_ref);
        wire::to_json(&bosoto::worklist::worklist(cases, &query, policy))
    }))
}

/// The cases that an officer has to work on at an instant, as JSON; the query is the wire's.
#[pyfunction]
#[pyo3(signature = (cases, query, policy=None))]
pub fn casework(
    py: Python<'_>,
    cases: Vec<Bound<'_, Case>>,
    query: &Bound<'_, PyAny>,
    policy: Option<&Policy>,
) -> PyResult<String> {
    let policy = Policy::or_default(policy);
    let query = wire::decode(&text(query)?).map_err(raise)?;
    let cases = shared(&cases);
    Ok(py.detach(|| wire::to_json(&bosoto::casework::casework(cases, &query, policy))))
}

/// What each organisation owes on a day (`YYYY-MM-DD`), as JSON.
#[pyfunction]
#[pyo3(signature = (cases, on, policy=None))]
pub fn workload(
    py: Python<'_>,
    cases: Vec<Bound<'_, Case>>,
    on: &str,
    policy: Option<&Policy>,
) -> PyResult<String> {
    let policy = Policy::or_default(policy);
    let on = question::day(on).map_err(raise)?;
    let cases = shared(&cases);
    Ok(py.detach(|| {
        let cases = cases.iter().map(AsRef::as_ref);
        wire::to_json(&bosoto::workload::workload(cases, on, policy))
    }))
}

fn shared(cases: &[Bound<'_, Case>]) -> Vec<Arc<dyn AnyCase>> {
    cases.iter().map(|case| case.get().share()).collect()
}
