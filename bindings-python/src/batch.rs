//! Many cases in one call, in the order given, without the interpreter's lock.

use std::num::NonZeroUsize;
use std::sync::Arc;
use std::thread::available_parallelism;

use bosoto::batch;
use bosoto::casework::casework;
use bosoto::wire::{self, WireError};
use bosoto::worklist::WorklistItem;
use bosoto::workload::workload;
use pyo3::exceptions::{PyIndexError, PyValueError};
use pyo3::prelude::*;

use crate::case::Case;
use crate::decision::Decision;
use crate::envelope::Envelope;
use crate::error::raise;
use crate::given::{Of, Sent, Threads, Utf8, Word};
use crate::interrupt::interruptible;
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

fn in_place(py: Python<'_>, error: WireError) -> Py<PyAny> {
    raise(error).into_value(py).into_any()
}

/// As many threads as asked for; all cores where nobody asks.
pub(crate) fn by(threads: Option<Threads>) -> NonZeroUsize {
    let all = || available_parallelism().unwrap_or(NonZeroUsize::MIN);
    threads.map_or_else(all, |Threads(count)| count)
}

fn beyond() -> PyErr {
    PyIndexError::new_err("beyond the last")
}

/// Many cases that are asked together; they become Python objects when they are read.
#[pyclass(frozen, module = "bosoto._bosoto")]
pub struct Cases(Arc<batch::Cases>);

#[pymethods]
impl Cases {
    #[new]
    fn new(cases: Vec<Option<Of<'_>>>) -> Self {
        let cases = cases
            .iter()
            .map(|case| Some(case.as_ref()?.0.get().share()));
        Self(Arc::new(batch::Cases::new(cases)))
    }

    /// Rebuilds one case from each log; a log that cannot be replayed is an error in its place.
    #[staticmethod]
    #[pyo3(signature = (lifecycle, logs, threads=None))]
    fn replay(
        py: Python<'_>,
        lifecycle: Word<'_>,
        logs: Vec<Utf8<'_>>,
        threads: Option<Threads>,
    ) -> PyResult<Self> {
        let lifecycle = bosoto::any::lifecycle(&lifecycle.read()?).map_err(raise)?;
        let logs: Vec<_> = logs.iter().map(Utf8::read).collect::<PyResult<_>>()?;
        let cases = interruptible(py, by(threads), |workers| {
            batch::Cases::replay(lifecycle, &logs, workers)
        })?;
        Ok(Self(Arc::new(cases)))
    }

    /// The cases of many logs, one line a case; one that cannot be used is an error in its place.
    #[staticmethod]
    #[pyo3(signature = (logs, threads=None))]
    fn read(py: Python<'_>, logs: Utf8<'_>, threads: Option<Threads>) -> PyResult<Self> {
        let logs = logs.read()?;
        let cases = interruptible(py, by(threads), |workers| {
            batch::Cases::read(&logs, workers)
        })?;
        Ok(Self(Arc::new(cases.map_err(raise)?)))
    }

    fn __len__(&self) -> usize {
        self.0.len()
    }

    fn __getitem__(&self, py: Python<'_>, place: usize) -> PyResult<Rebuilt> {
        Ok(match self.0.get(place).ok_or_else(beyond)?.clone() {
            Ok(case) => Rebuilt::Case(case.map(Case::new)),
            Err(error) => Rebuilt::Error(in_place(py, *error)),
        })
    }

    /// Judges one command for each case; a reused `command_id` is an error in its place.
    #[pyo3(signature = (envelopes, policy=None, threads=None))]
    fn decide_many(
        &self,
        py: Python<'_>,
        envelopes: Vec<Sent<'_>>,
        policy: Option<&Policy>,
        threads: Option<Threads>,
    ) -> PyResult<Decisions> {
        if self.0.len() != envelopes.len() {
            return Err(PyValueError::new_err(
                "as many cases as envelopes, `None` for a new case",
            ));
        }
        let policy = Policy::or_default(policy);
        let envelopes: Vec<&Envelope> = envelopes.iter().map(|sent| sent.0.get()).collect();
        let decisions = interruptible(py, by(threads), |workers| {
            self.0.decide_many(&envelopes, policy, workers)
        })?;
        let cases = Arc::clone(&self.0);
        Ok(Decisions { decisions, cases })
    }

    /// The worklist of an officer over these cases, as JSON; the query is the wire's.
    #[pyo3(signature = (query, policy=None, threads=None))]
    fn worklist(
        &self,
        py: Python<'_>,
        query: &Bound<'_, PyAny>,
        policy: Option<&Policy>,
        threads: Option<Threads>,
    ) -> PyResult<String> {
        let query = wire::decode(&text(query)?).map_err(raise)?;
        let policy = Policy::or_default(policy).clone();
        let json = interruptible(py, by(threads), |workers| {
            let cases = self.0.all()?;
            let mut worklists = batch::Worklists::new(vec![query], policy);
            worklists.add(&cases, workers);
            let rows: Vec<_> = worklists.finish().into_iter().flatten().collect();
            Ok(wire::to_json(&rows))
        })?;
        json.map_err(raise)
    }

    /// The cases that an officer has to work on at an instant, as JSON; the query is the wire's.
    #[pyo3(signature = (query, policy=None))]
    fn casework(
        &self,
        py: Python<'_>,
        query: &Bound<'_, PyAny>,
        policy: Option<&Policy>,
    ) -> PyResult<String> {
        let query = wire::decode(&text(query)?).map_err(raise)?;
        let policy = Policy::or_default(policy);
        let json = py.detach(|| {
            let cases = batch::Cases::clone(&self.0).into_all()?;
            Ok(wire::to_json(&casework(cases, &query, policy)))
        });
        json.map_err(raise)
    }

    /// What each organisation owes on a day (`YYYY-MM-DD`), as JSON.
    #[pyo3(signature = (on, policy=None))]
    fn workload(&self, py: Python<'_>, on: &str, policy: Option<&Policy>) -> PyResult<String> {
        let on = question::day(on).map_err(raise)?;
        let policy = Policy::or_default(policy);
        let json = py.detach(|| Ok(wire::to_json(&workload(self.0.all()?, on, policy))));
        json.map_err(raise)
    }
}

/// The decisions of a batch; they become Python objects when they are read.
#[pyclass(frozen, module = "bosoto._bosoto")]
pub struct Decisions {
    decisions: Vec<batch::Decided>,
    cases: Arc<batch::Cases>,
}

impl Decisions {
    fn read(&self, py: Python<'_>, place: usize, decided: &batch::Decided) -> Decided {
        let before = self.cases.get(place).and_then(|case| case.clone().ok());
        match decided.clone() {
            Ok(decision) => Decided::Decision(Decision::of(decision, before.flatten())),
            Err(error) => Decided::Error(in_place(py, *error)),
        }
    }
}

#[pymethods]
impl Decisions {
    fn __len__(&self) -> usize {
        self.decisions.len()
    }

    fn __getitem__(&self, py: Python<'_>, place: usize) -> PyResult<Decided> {
        let decided = self.decisions.get(place).ok_or_else(beyond)?;
        Ok(self.read(py, place, decided))
    }

    /// All of them at once.
    fn all(&self, py: Python<'_>) -> Vec<Decided> {
        let decisions = self.decisions.iter().enumerate();
        decisions
            .map(|(place, one)| self.read(py, place, one))
            .collect()
    }

    /// Of each whether it is accepted; an error is not.
    fn accepted(&self) -> Vec<bool> {
        let accepted = |one: &batch::Decided| one.as_ref().is_ok_and(|one| one.is_accepted());
        self.decisions.iter().map(accepted).collect()
    }
}

/// The worklists of many officers over logs that come and go.
#[pyclass(module = "bosoto._bosoto")]
pub struct Worklists(batch::Worklists);

#[pymethods]
impl Worklists {
    /// One worklist for each query of the wire.
    #[new]
    #[pyo3(signature = (queries, policy=None))]
    fn new(queries: Vec<Bound<'_, PyAny>>, policy: Option<&Policy>) -> PyResult<Self> {
        let query = |query| wire::decode(&text(query)?).map_err(raise);
        let queries = queries.iter().map(query).collect::<Result<_, _>>()?;
        let policy = Policy::or_default(policy).clone();
        Ok(Self(batch::Worklists::new(queries, policy)))
    }

    /// How many cases have been asked.
    #[getter]
    fn cases(&self) -> usize {
        self.0.cases()
    }

    /// How many logs have been given, those that cannot be used included.
    #[getter]
    fn logs(&self) -> usize {
        self.0.logs()
    }

    /// Adds what is owed in the cases of many logs, one line a case; gives the errors of those that
    /// cannot be used.
    #[pyo3(signature = (logs, threads=None))]
    fn read(
        &mut self,
        py: Python<'_>,
        logs: Utf8<'_>,
        threads: Option<Threads>,
    ) -> PyResult<Broken> {
        let logs = logs.read()?;
        let worklists = &mut self.0;
        let broken = interruptible(py, by(threads), |workers| worklists.read(&logs, workers))?;
        Ok(Broken(broken.map_err(raise)?))
    }

    /// The worklists, in the order of the queries; nothing is kept.
    fn finish(&mut self, py: Python<'_>) -> Vec<Worklist> {
        let nothing = batch::Worklists::new(Vec::new(), Policy::or_default(None).clone());
        let worklists = std::mem::replace(&mut self.0, nothing);
        let rows = py.detach(|| worklists.finish());
        rows.into_iter().map(Worklist).collect()
    }
}

/// The errors of logs that cannot be used; they become exceptions when they are read.
#[pyclass(frozen, module = "bosoto._bosoto")]
pub struct Broken(Vec<WireError>);

impl Broken {
    pub(crate) fn of(errors: Vec<WireError>) -> Self {
        Self(errors)
    }
}

#[pymethods]
impl Broken {
    fn __len__(&self) -> usize {
        self.0.len()
    }

    fn __getitem__(&self, py: Python<'_>, place: usize) -> PyResult<Py<PyAny>> {
        let error = self.0.get(place).ok_or_else(beyond)?;
        Ok(in_place(py, error.clone()))
    }
}

/// The rows of a worklist; they become JSON when they are read.
#[pyclass(frozen, module = "bosoto._bosoto")]
pub struct Worklist(Vec<WorklistItem>);

#[pymethods]
impl Worklist {
    fn __len__(&self) -> usize {
        self.0.len()
    }

    /// A row as JSON.
    fn __getitem__(&self, place: usize) -> PyResult<String> {
        let row = self.0.get(place).ok_or_else(beyond)?;
        Ok(wire::to_json(row))
    }

    /// Canonical JSON.
    fn to_json(&self, py: Python<'_>) -> String {
        py.detach(|| wire::to_json(&self.0))
    }
}
