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
use bosoto::text::Text;
use bosoto::{DataCode, DataError};
use pyo3::exceptions::{PyException, PyImportError, PyMemoryError, PyTypeError};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyCapsuleMethods, PyDict};

use crate::error::raise_data;
use crate::given::class;

/// The name that the interface gives its capsules.
const NAME: &CStr = c"arrow_array_stream";

const NO_STREAM: Text = Text::given(&[
    "แปลงตาราง {table} เป็น Arrow ไม่ได้ อาจมีคอลัมน์ที่มีค่าหลายชนิดปนกันหรือชื่อคอลัมน์ซ้ำ \
         โปรดให้แต่ละคอลัมน์เป็นข้อความทั้งหมดและมีชื่อไม่ซ้ำกัน",
    "the table {table} cannot be made into Arrow: a column may hold values of several types, or two columns may have \
         one name; make every column text, each with a name of its own",
]);

/// Hands a stream over.
pub fn export(
    py: Python<'_>,
    reader: Box<dyn RecordBatchReader + Send>,
) -> PyResult<Bound<'_, PyCapsule>> {
    // Whoever takes the stream leaves an empty one in the capsule; one that nobody took is released with it.
    PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(reader), NAME)
}

/// A table of this name that has a stream's name and makes none.
fn no_stream(name: &str) -> PyErr {
    raise_data(DataError::new(DataCode::WrongType, NO_STREAM).in_table(name))
}

/// What a table raises may hold its cells: only what says nothing of them is passed on.
fn raised(error: PyErr, name: &str, py: Python<'_>) -> PyErr {
    let is_ordinary = error.is_instance_of::<PyException>(py);
    let is_of_the_place =
        error.is_instance_of::<PyImportError>(py) || error.is_instance_of::<PyMemoryError>(py);
    match is_ordinary && !is_of_the_place {
        true => no_stream(name),
        false => error,
    }
}

/// A frame of polars whose columns of nothing are texts, all of them null: polars gives the former a buffer more than
/// Arrow knows of, and no library of Rust takes them. Any other table as it is.
fn typed<'py>(table: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    let loaded = table.py().import("sys")?.getattr("modules")?;
    // A table is none of polars where nobody loaded it, or it cannot be.
    let polars = loaded.get_item("polars").ok();
    let is_frame = |polars: &Bound<'py, PyAny>| {
        let frame = polars.getattr("DataFrame");
        frame.is_ok_and(|frame| table.is_instance(&frame).is_ok_and(|is| is))
    };
    let Some(polars) = polars.filter(is_frame) else {
        return Ok(table.clone());
    };
    let [nothing, text] = ["Null", "String"].map(|name| polars.getattr(name));
    let (nothing, text, list) = (nothing?, text?, polars.getattr("List")?);
    let texts = PyDict::new(table.py());
    texts.set_item(list.call1((&nothing,))?, list.call1((&text,))?)?;
    texts.set_item(nothing, text)?;
    let held = table.getattr("dtypes")?;
    for dtype in texts.keys() {
        if held.contains(dtype)? {
            return table.call_method1("cast", (texts,));
        }
    }
    Ok(table.clone())
}

/// Takes the stream of a table that speaks Arrow; its name is for an error.
pub fn import(table: &Bound<'_, PyAny>, name: &str) -> PyResult<RecordBatchStreamReader> {
    let py = table.py();
    let speaks = intern!(py, "__arrow_c_stream__");
    if !table
        .hasattr(speaks)
        .map_err(|error| raised(error, name, py))?
    {
        let given = class(table);
        return Err(PyTypeError::new_err(format!(
            "`{given}` is neither a path nor a table that speaks Arrow (`__arrow_c_stream__`), as those of polars, \
             pyarrow, pandas and duckdb do; collect a lazy one first"
        )));
    }
    let capsule = typed(table).and_then(|table| table.call_method0(speaks));
    let capsule = capsule.map_err(|error| raised(error, name, py))?;
    let capsule = capsule
        .cast_into::<PyCapsule>()
        .map_err(|_| no_stream(name))?;
    let stream = capsule
        .pointer_checked(Some(NAME))
        .map_err(|error| raised(error, name, py))?
        .cast::<FFI_ArrowArrayStream>();
    // SAFETY: a capsule of this name holds a valid stream (the PyCapsule interface), which the capsule keeps alive
    // here; `from_raw` moves it out and leaves a released one, as the interface asks of whoever takes it.
    let reader = unsafe { RecordBatchStreamReader::from_raw(stream.as_ptr()) };
    reader.map_err(|_| no_stream(name))
}
