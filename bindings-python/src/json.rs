//! The JSON API: one call of the core's table, text in and text out, the same bytes as in every other
//! language. A function for each lies in `calls.py`, which is generated.

use bosoto::{any, call, schema};
use pyo3::prelude::*;

use crate::given::Utf8;
use crate::interrupt::call_on;

/// A call of the contract by its name, with its arguments in order; those that may be left out are
/// `None`.
#[pyfunction]
#[pyo3(name = "call")]
pub fn call_by_name(
    py: Python<'_>,
    name: &str,
    arguments: Vec<Option<Utf8<'_>>>,
) -> PyResult<String> {
    let given = arguments.iter().map(Option::as_ref);
    let given = given.map(|argument| argument.map(Utf8::read).transpose());
    let given: Vec<_> = given.collect::<PyResult<_>>()?;
    let given: Vec<Option<&str>> = given.iter().map(Option::as_deref).collect();
    let name = name.to_owned();
    call_on(py, &given, move |given| call::call(&name, given))
}

/// The names of the lifecycles, in the order of the contract.
#[pyfunction]
pub fn lifecycles() -> Vec<&'static str> {
    any::ALL.iter().map(|lifecycle| lifecycle.name()).collect()
}

/// The names of the schemas.
#[pyfunction]
pub fn schema_names() -> Vec<String> {
    schema::names().collect()
}
