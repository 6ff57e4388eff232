//! A policy that has been checked.

use std::sync::OnceLock;

use bosoto::base::once;
use bosoto::policy;
use bosoto::wire;
use pyo3::prelude::*;

use crate::error::raise;
use crate::given::Utf8;
use crate::text::text;

/// The parameters of the rules.
#[pyclass(frozen, eq, hash, module = "bosoto._bosoto")]
#[derive(PartialEq, Eq, Hash)]
pub struct Policy(policy::Policy);

impl Policy {
    /// The policy given, or that of the defaults.
    pub fn or_default(given: Option<&Self>) -> &policy::Policy {
        static DEFAULT: OnceLock<policy::Policy> = OnceLock::new();
        let default = || once::made(&DEFAULT, policy::Policy::default);
        given.map_or_else(default, |policy| &policy.0)
    }
}

#[pymethods]
impl Policy {
    #[new]
    fn new(parameters: &Bound<'_, PyAny>) -> PyResult<Self> {
        policy::Policy::read(&text(parameters)?)
            .map(Self)
            .map_err(raise)
    }

    #[staticmethod]
    fn from_json(text: Utf8<'_>) -> PyResult<Self> {
        policy::Policy::read(&text.read()?).map(Self).map_err(raise)
    }

    fn to_json(&self) -> String {
        wire::to_json(&self.0)
    }
}
