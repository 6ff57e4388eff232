//! Arrow streams in and out, by the PyCapsule interface: no row is copied.
//!
//! The one place of the library with `unsafe`: the C stream interface is a struct of function pointers.
#![expect(
    unsafe_code,
    reason = "the C stream interface passes a struct by its address"
)]

use std::ffi::CStr;

use arrow_array::RecordBatchReader;
use arrow_array::ffi_stream::{FFI_ArrowArrayStream, RecordBatchStreamReader};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyCapsuleMethods};

use crate::given::class;

/// The name that the interface gives its capsules.
const NAME: &CStr = c"arrow_array_stream";

/// Hands a stream over.
pub fn export(
    py: Python<'_>,
    reader: Box<dyn RecordBatchReader + Send>,
) -> PyResult<Bound<'_, PyCapsule>> {
    // Whoever takes the stream leaves an empty one in the capsule; one that nobody took is released with it.
    PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(reader), NAME)
}

/// Takes the stream of a table that speaks Arrow.
pub fn import(table: &Bound<'_, PyAny>) -> PyResult<RecordBatchStreamReader> {
    let speaks = intern!(table.py(), "__arrow_c_stream__");
    if !table.hasattr(speaks)? {
        let given = class(table);
        return Err(PyTypeError::new_err(format!(
            "`{given}` is neither a path nor a table that speaks Arrow (`__arrow_c_stream__`), as those of polars, \
             pyarrow, pandas and duckdb do; collect a lazy one first"
        )));
    }
    let capsule = table.call_method0(speaks)?.cast_into::<PyCapsule>()?;
    let stream = capsule
        .pointer_checked(Some(NAME))?
        .cast::<FFI_ArrowArrayStream>();
    // SAFETY: a capsule of this name holds a valid stream (the PyCapsule interface), which the capsule keeps alive
    // here; `from_raw` moves it out and leaves a released one, as the interface asks of whoever takes it.
    let reader = unsafe { RecordBatchStreamReader::from_raw(stream.as_ptr()) };
    reader.map_err(|_| {
        PyValueError::new_err("the Arrow stream of the table has no rows with columns")
    })
}
