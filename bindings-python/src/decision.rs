//! A decision; its JSON is made when it is asked for.

use std::sync::Arc;

use bosoto::any::{AnyCase, AnyDecision};
use pyo3::prelude::*;

use crate::case::Case;
use crate::envelope::Envelope;
use crate::error::raise;
use crate::policy::Policy;

/// What a command came to, and the case it was given on.
#[pyclass(frozen, module = "bosoto._bosoto")]
pub struct Decision {
    decision: Arc<dyn AnyDecision>,
    before: Option<Arc<dyn AnyCase>>,
}

impl Decision {
    pub fn new(decision: Arc<dyn AnyDecision>, before: Option<Arc<dyn AnyCase>>) -> Self {
        Self { decision, before }
    }
}

#[pymethods]
impl Decision {
    #[getter]
    fn accepted(&self) -> bool {
        self.decision.is_accepted()
    }

    fn to_json(&self) -> String {
        self.decision.to_json()
    }

    /// The case after the decision; without a case, the one that it creates.
    fn after(&self) -> PyResult<Option<Case>> {
        let after = self.decision.apply_to(self.before.as_deref());
        Ok(after.map_err(raise)?.map(Case::new))
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
    let (before, policy) = (case.map(Case::share), Policy::or_default(policy));
    let given = envelope.envelope.as_ref();
    match envelope.lifecycle.decide(before.as_deref(), given, policy) {
        Ok(decision) => Ok(Decision::new(decision, before)),
        Err(error) => Err(raise(error)),
    }
}
