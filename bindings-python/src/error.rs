//! Errors of the contract as the exception of the Python package.

use bosoto::wire;
use pyo3::PyErr;

pyo3::import_exception!(bosoto.errors, WireError);

/// The exception for an error of the contract.
pub fn raise(error: wire::WireError) -> PyErr {
    let message = error.message;
    WireError::new_err((error.code.code(), error.pointer, message.th(), message.en()))
}
