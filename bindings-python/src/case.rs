//! A case, and its rebuilding from a log.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bosoto::any::{self, AnyCase};
use bosoto::calendar::Date;
use bosoto::lifecycle::Past;
use bosoto::wire;
use pyo3::prelude::*;

use crate::decision::Decision;
use crate::error::raise;
use crate::given::{Sent, Utf8, Word};
use crate::interrupt::call_on;
use crate::policy::Policy;
use crate::question;
use crate::text::text_at;

/// A case as its events have made it. It only grows, by `act`.
///
/// Whoever holds the lock neither waits nor lets go of the interpreter: a command is judged and
/// done in one step.
#[pyclass(frozen, module = "bosoto._bosoto")]
pub struct Case(Mutex<Arc<dyn AnyCase>>);

impl Case {
    pub fn new(case: Arc<dyn AnyCase>) -> Self {
        Self(Mutex::new(case))
    }

    pub fn lock(&self) -> MutexGuard<'_, Arc<dyn AnyCase>> {
        // A panic while the case was changed is one of the core's, which has none.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The case as it is now; while it is held, an act copies the case.
    pub fn share(&self) -> Arc<dyn AnyCase> {
        Arc::clone(&self.lock())
    }

    /// The case as its first events made it.
    pub fn first(&self, events: usize) -> Option<Arc<dyn AnyCase>> {
        let case = self.share();
        if case.len() == events {
            Some(case)
        } else {
            case.first(events)
        }
    }
}

#[pymethods]
impl Case {
    #[getter]
    fn lifecycle(&self) -> &'static str {
        self.lock().lifecycle().name()
    }

    #[getter]
    fn case_id(&self) -> String {
        self.lock().case_id().to_string()
    }

    #[getter]
    fn state(&self) -> &'static str {
        self.lock().state()
    }

    fn __len__(&self) -> usize {
        self.lock().len()
    }

    /// The same case to go on with apart; nothing is copied before one of them is acted on.
    fn copy(&self) -> Self {
        Self::new(self.share())
    }

    /// Judges a command, and does it where it is accepted: in one step, whatever other threads do.
    #[pyo3(signature = (envelope, policy=None))]
    fn act(
        slf: &Bound<'_, Self>,
        envelope: Sent<'_>,
        policy: Option<&Policy>,
    ) -> PyResult<Decision> {
        let (envelope, policy) = (envelope.0.get(), Policy::or_default(policy));
        let mut case = slf.get().lock();
        let events = case.len();
        let given = envelope.envelope.as_ref();
        let decided = envelope
            .lifecycle
            .decide(Some(case.as_ref()), given, policy);
        let decision = decided.map_err(raise)?;
        decision.apply_in(&mut case).map_err(raise)?;
        Ok(Decision::on(decision, slf, events))
    }

    /// The log as NDJSON.
    fn log(&self, py: Python<'_>) -> String {
        let case = self.share();
        py.detach(|| case.log())
    }

    /// What is owed on a day (`YYYY-MM-DD`), of the case as it was; with `known`, by what had been
    /// received by the end of that day. As JSON.
    #[pyo3(signature = (on, policy=None, known=None))]
    fn obligations(
        &self,
        py: Python<'_>,
        on: &str,
        policy: Option<&Policy>,
        known: Option<&str>,
    ) -> PyResult<String> {
        let (past, policy) = (day(on, known)?, Policy::or_default(policy));
        let case = self.share();
        Ok(py.detach(|| wire::to_json(&case.obligations(past, policy))))
    }

    /// What of it can be done on that day, as JSON.
    #[pyo3(signature = (on, policy=None, known=None))]
    fn due(
        &self,
        py: Python<'_>,
        on: &str,
        policy: Option<&Policy>,
        known: Option<&str>,
    ) -> PyResult<String> {
        let (past, policy) = (day(on, known)?, Policy::or_default(policy));
        let case = self.share();
        Ok(py.detach(|| wire::to_json(&case.due(past, policy))))
    }

    /// The case as it was on a day; with `known`, by what had been received by the end of that day.
    #[pyo3(signature = (on, known=None))]
    fn as_of(&self, py: Python<'_>, on: &str, known: Option<&str>) -> PyResult<Option<Self>> {
        let past = day(on, known)?;
        let case = self.share();
        Ok(py.detach(|| case.as_of(past)).map(Self::new))
    }

    /// What is flagged at an instant (RFC 3339), of the case as it was.
    #[pyo3(signature = (at, policy=None, known=None))]
    fn flags(
        &self,
        py: Python<'_>,
        at: &str,
        policy: Option<&Policy>,
        known: Option<&str>,
    ) -> PyResult<Vec<&'static str>> {
        let at = question::instant(at).map_err(raise)?;
        let (past, policy) = (
            Past::from(at).known(known_by(known)?),
            Policy::or_default(policy),
        );
        let case = self.share();
        Ok(py.detach(|| case.flags(past, policy)))
    }

    /// What an actor sees, as JSON.
    #[pyo3(signature = (actor, policy=None))]
    fn view(
        &self,
        py: Python<'_>,
        actor: &Bound<'_, PyAny>,
        policy: Option<&Policy>,
    ) -> PyResult<String> {
        let actor = question::actor(&text_at(actor, "/actor")?).map_err(raise)?;
        let (case, policy) = (self.share(), Policy::or_default(policy));
        Ok(py.detach(|| wire::to_json(&case.view(&actor, policy))))
    }
}

/// A day, and by which day it had to be received to count.
fn day(on: &str, known: Option<&str>) -> PyResult<Past> {
    let on = question::day(on).map_err(raise)?;
    Ok(Past::from(on).known(known_by(known)?))
}

fn known_by(known: Option<&str>) -> PyResult<Option<Date>> {
    known.map(question::known_by).transpose().map_err(raise)
}

/// Every command of a lifecycle as an actor finds it at an instant (RFC 3339), as JSON.
#[pyfunction]
#[pyo3(signature = (lifecycle, case, actor, at, policy=None))]
pub fn actions(
    py: Python<'_>,
    lifecycle: Word<'_>,
    case: Option<&Case>,
    actor: &Bound<'_, PyAny>,
    at: &str,
    policy: Option<&Policy>,
) -> PyResult<String> {
    let lifecycle = any::lifecycle(&lifecycle.read()?).map_err(raise)?;
    let actor = question::actor(&text_at(actor, "/actor")?).map_err(raise)?;
    let at = question::instant(at).map_err(raise)?;
    let (case, policy) = (case.map(Case::share), Policy::or_default(policy));
    let found = py.detach(|| {
        let found = lifecycle.actions(case.as_deref(), &actor, at, policy);
        found.map(|actions| wire::to_json(&actions))
    });
    found.map_err(raise)
}

/// Rebuilds a case from its log: NDJSON, or a JSON array of events.
#[pyfunction]
pub fn replay(py: Python<'_>, lifecycle: Word<'_>, log: Utf8<'_>) -> PyResult<Option<Case>> {
    let lifecycle = any::lifecycle(&lifecycle.read()?).map_err(raise)?;
    let log = log.read()?;
    let replay = |log: &[Option<&str>]| lifecycle.replay(nth(log, 0));
    let case = call_on(py, &[Some(&log)], replay)?.map_err(raise)?;
    Ok(case.map(Case::new))
}

/// The same without the lines that cannot be used: the case, how many lines were used, and the
/// others as JSON.
#[pyfunction]
pub fn replay_lines(
    py: Python<'_>,
    lifecycle: Word<'_>,
    log: Utf8<'_>,
) -> PyResult<(Option<Case>, usize, String)> {
    let lifecycle = any::lifecycle(&lifecycle.read()?).map_err(raise)?;
    let log = log.read()?;
    let replay = |log: &[Option<&str>]| lifecycle.replay_lines(nth(log, 0));
    let replayed = call_on(py, &[Some(&log)], replay)?;
    let broken = wire::to_json(&replayed.broken);
    Ok((replayed.case.map(Case::new), replayed.used, broken))
}

/// Merges two logs of one case: the case, its log as NDJSON, and the events without effect as JSON.
#[pyfunction]
pub fn merge(
    py: Python<'_>,
    lifecycle: Word<'_>,
    log_a: Utf8<'_>,
    log_b: Utf8<'_>,
) -> PyResult<(Option<Case>, String, String)> {
    let lifecycle = any::lifecycle(&lifecycle.read()?).map_err(raise)?;
    let (log_a, log_b) = (log_a.read()?, log_b.read()?);
    let merge = |logs: &[Option<&str>]| lifecycle.merge(nth(logs, 0), nth(logs, 1));
    let merged = call_on(py, &[Some(&log_a), Some(&log_b)], merge)?.map_err(raise)?;
    let conflicts = wire::to_json(&merged.conflicts);
    Ok((merged.case.map(Case::new), merged.log, conflicts))
}

fn nth<'a>(texts: &[Option<&'a str>], place: usize) -> &'a str {
    texts.get(place).copied().flatten().unwrap_or_default()
}
