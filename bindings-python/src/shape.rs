//! The shape of a record's class, made once: how each of its fields is written as JSON.

use bosoto::any::{self, AnyLifecycle};
use pyo3::prelude::*;
use pyo3::types::PyString;

use crate::error::raise;

/// The table of a record's class.
#[pyclass(frozen, module = "bosoto._bosoto")]
pub struct Shape {
    /// Of a command: its lifecycle.
    pub lifecycle: Option<&'static dyn AnyLifecycle>,
    /// The brace, and of a command its `type`.
    pub head: String,
    /// Each attribute with its name as JSON.
    pub fields: Vec<(Py<PyString>, String)>,
}

#[pymethods]
impl Shape {
    /// The attributes that make the JSON, a line behind those that are words of Python; of a
    /// command also its lifecycle and its `type`.
    #[new]
    #[pyo3(signature = (fields, command=None))]
    fn new(
        fields: Vec<Py<PyString>>,
        command: Option<(String, String)>,
        py: Python<'_>,
    ) -> PyResult<Self> {
        let named = |field: Py<PyString>| {
            let name = field.bind(py).to_str()?.trim_end_matches('_');
            let name = format!("\"{name}\":");
            Ok((field, name))
        };
        let fields = fields.into_iter().map(named).collect::<PyResult<_>>()?;
        let (lifecycle, head) = match command {
            Some((lifecycle, kind)) => {
                let lifecycle = any::lifecycle(&lifecycle).map_err(raise)?;
                (Some(lifecycle), format!("{{\"type\":\"{kind}\""))
            }
            None => (None, "{".to_owned()),
        };
        Ok(Self {
            lifecycle,
            head,
            fields,
        })
    }
}
