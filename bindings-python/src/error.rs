//! Errors of the contract as the exception of the Python package.

use bosoto::wire;
use pyo3::PyErr;

pyo3::import_exception!(bosoto.errors, DataError);
pyo3::import_exception!(bosoto.errors, WireError);

/// The exception for an error of the contract.
pub fn raise(error: wire::WireError) -> PyErr {
    let message = error.message;
    WireError::new_err((error.code.code(), error.pointer, message.th(), message.en()))
}

/// The exception for tables and cells that cannot be judged.
pub fn raise_data(error: bosoto::DataError) -> PyErr {
    let message = error.message;
    DataError::new_err((
        error.code.name(),
        error.table,
        error.column,
        message.th(),
        message.en(),
    ))
}
