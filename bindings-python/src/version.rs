//! The version of the package, which is that of the crates.

use pyo3::prelude::*;

/// The version of the package.
#[pyfunction]
pub fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}
