//! Columns as functions of SQL take them: a table of arguments in, a table of one column out, batch by batch.

use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Schema};
use pyo3::prelude::*;

use super::arrow::import;
use super::{Rows, Stream, raise_arrow, unreadable};
use crate::error::{raise, raise_data};

/// The code of the first that is wrong with each text, of a table with the rule and the text.
#[pyfunction]
pub fn check_texts(py: Python<'_>, arguments: &Bound<'_, PyAny>) -> PyResult<Stream> {
    answered(py, arguments, DataType::Utf8, |given| {
        let codes = bosoto_frame::check_texts(column(given, 0)?, column(given, 1)?);
        Ok(Arc::new(codes.map_err(raise_data)?))
    })
}

/// The root of each ICD-10 code, of a table with the texts.
#[pyfunction]
pub fn icd10_roots(py: Python<'_>, arguments: &Bound<'_, PyAny>) -> PyResult<Stream> {
    answered(py, arguments, DataType::Utf8, |given| {
        let roots = bosoto_frame::icd10_roots(column(given, 0)?);
        Ok(Arc::new(roots.map_err(raise_data)?))
    })
}

/// Each date as Thai readers write it, of a table with the date and the style.
#[pyfunction]
pub fn thai_dates(py: Python<'_>, arguments: &Bound<'_, PyAny>) -> PyResult<Stream> {
    answered(py, arguments, DataType::Utf8, |given| {
        let texts = bosoto_frame::thai_dates(column(given, 0)?, column(given, 1)?);
        Ok(Arc::new(texts.map_err(raise)?))
    })
}

/// The fiscal year of each date, of a table with the dates.
#[pyfunction]
pub fn fiscal_years(py: Python<'_>, arguments: &Bound<'_, PyAny>) -> PyResult<Stream> {
    answered(py, arguments, DataType::Int32, |given| {
        let years = bosoto_frame::fiscal_years(column(given, 0)?);
        Ok(Arc::new(years.map_err(raise)?))
    })
}

fn column(given: &RecordBatch, at: usize) -> PyResult<&ArrayRef> {
    let column = given.columns().get(at);
    column.ok_or_else(|| raise_data(unreadable()))
}

/// Answers each batch of a table.
fn answered(
    py: Python<'_>,
    arguments: &Bound<'_, PyAny>,
    data_type: DataType,
    answer: impl Fn(&RecordBatch) -> PyResult<ArrayRef> + Sync,
) -> PyResult<Stream> {
    let given = import(arguments, "arguments")?.collect::<Result<Vec<_>, _>>();
    let given = given.map_err(|error| raise_arrow(&error))?;
    let schema = Arc::new(Schema::new(vec![Field::new("answer", data_type, true)]));
    let batch = |given: &RecordBatch| {
        let made = RecordBatch::try_new(Arc::clone(&schema), vec![answer(given)?]);
        made.map_err(|error| raise_arrow(&error))
    };
    let made = py.detach(|| given.iter().map(batch).collect::<PyResult<Vec<_>>>())?;
    Ok(Stream(Rows::Batches(schema, made)))
}
