//! Diagrams of a lifecycle as text.

use bosoto::any;
use bosoto::lifecycle::Diagram;
use pyo3::prelude::*;

use crate::error::raise;

fn diagram(lifecycle: &str, diagram: Diagram) -> PyResult<String> {
    let lifecycle = any::lifecycle(lifecycle).map_err(raise)?;
    Ok(diagram.of(&lifecycle.machine()))
}

/// Mermaid `stateDiagram-v2`.
#[pyfunction]
pub fn mermaid(lifecycle: &str) -> PyResult<String> {
    diagram(lifecycle, Diagram::Mermaid)
}

/// Graphviz DOT.
#[pyfunction]
pub fn dot(lifecycle: &str) -> PyResult<String> {
    diagram(lifecycle, Diagram::Dot)
}

/// State Chart XML 1.0.
#[pyfunction]
pub fn scxml(lifecycle: &str) -> PyResult<String> {
    diagram(lifecycle, Diagram::Scxml)
}
