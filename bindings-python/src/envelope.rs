//! An envelope that has been read.

use std::sync::Arc;

use bosoto::any::{self, AnyEnvelope, AnyLifecycle};
use pyo3::prelude::*;

use crate::error::raise;
use crate::text::text;

/// A command with who sends it and when, ready to be decided as often as wanted.
#[pyclass(frozen, module = "bosoto._bosoto")]
pub struct Envelope {
    pub lifecycle: &'static dyn AnyLifecycle,
    pub envelope: Arc<dyn AnyEnvelope>,
}

#[pymethods]
impl Envelope {
    /// Reads an envelope from dicts, lists, dates and the package's records.
    #[new]
    fn new(lifecycle: &str, envelope: &Bound<'_, PyAny>) -> PyResult<Self> {
        Self::from_json(lifecycle, &text(envelope)?)
    }

    #[staticmethod]
    fn from_json(lifecycle: &str, text: &str) -> PyResult<Self> {
        let lifecycle = any::lifecycle(lifecycle).map_err(raise)?;
        let envelope = lifecycle.envelope(text).map_err(raise)?;
        Ok(Self {
            lifecycle,
            envelope,
        })
    }

    #[getter]
    fn lifecycle(&self) -> &'static str {
        self.lifecycle.name()
    }

    fn to_json(&self) -> String {
        self.envelope.to_json()
    }
}
