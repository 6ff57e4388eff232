//! A decision; its JSON is made when it is asked for.

use std::sync::Arc;

use bosoto::any::{AnyCase, AnyDecision};
use pyo3::prelude::*;

use crate::case::Case;
use crate::envelope::Envelope;
use crate::error::raise;
use crate::policy::Policy;

/// What a command came to.
#[pyclass(frozen, module = "bosoto._bosoto")]
pub struct Decision(Arc<dyn AnyDecision>);

impl Decision {
    pub fn new(decision: Arc<dyn AnyDecision>) -> Self {
        Self(decision)
    }
}

#[pymethods]
impl Decision {
    #[getter]
    fn accepted(&self) -> bool {
        self.0.is_accepted()
    }

    fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// The case after the decision; without a case, the one that it creates.
    #[pyo3(signature = (case))]
    fn apply_to(&self, case: Option<&Case>) -> PyResult<Option<Case>> {
        let after = self.0.apply_to(case.map(Case::as_dyn)).map_err(raise)?;
        Ok(after.map(Case::new))
    }
}

/// Judges a command.
#[pyfunction]
#[pyo3(signature = (case, envelope, policy=None))]
pub fn decide(
    case: Option<&Case>,
    envelope: &Envelope,
    policy: Option<&Policy>,
) -> PyResult<Decision> {
    let case: Option<&dyn AnyCase> = case.map(Case::as_dyn);
    envelope
        .lifecycle
        .decide(case, envelope.envelope.as_ref(), Policy::or_default(policy))
        .map(Decision)
        .map_err(raise)
}
