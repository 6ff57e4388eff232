//! Sources as Python gives them: paths, tables that speak Arrow, and Parquet read by a package that can.

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError};

use arrow_array::ffi_stream::RecordBatchStreamReader;
use arrow_array::{RecordBatch, RecordBatchReader};
use arrow_schema::{ArrowError, SchemaRef};
use bosoto::text::Text;
use bosoto::{DataCode, DataError};
use bosoto_frame::{Given, Parquet, Source};
use pyo3::prelude::*;

use super::arrow::import;
use super::{Raised, own, unreadable};
use crate::error::raise_data;

/// A table of a mapping: a path or an object that speaks Arrow.
#[derive(FromPyObject)]
pub enum Table<'py> {
    Path(PathBuf),
    Object(Bound<'py, PyAny>),
}

/// What is to be judged.
#[derive(FromPyObject)]
pub enum Tables<'py> {
    Path(PathBuf),
    Tables(Vec<(String, Table<'py>)>),
}

impl Tables<'_> {
    /// The source. Tables in memory are held, not copied.
    pub fn source(self) -> PyResult<Source> {
        Ok(match self {
            Self::Path(path) => Source::Path(path),
            Self::Tables(tables) => {
                let given = tables.into_iter().map(|(name, table)| {
                    let table = table.given(&name)?;
                    Ok((name, table))
                });
                Source::Tables(given.collect::<PyResult<_>>()?)
            }
        })
    }
}

impl Table<'_> {
    fn given(self, name: &str) -> PyResult<Given> {
        let table = match self {
            Self::Path(path) => return Ok(Given::Path(path)),
            Self::Object(table) => table,
        };
        let reader = import(&table, name)?;
        let schema = reader.schema();
        Ok(Given::Batches(schema, rows(reader, name)?))
    }
}

/// The rows of a table of this name.
fn rows(reader: RecordBatchStreamReader, name: &str) -> PyResult<Vec<RecordBatch>> {
    let batches = reader.collect::<Result<Vec<_>, _>>();
    let no_rows = || DataError::new(DataCode::Unreadable, NO_ROWS).in_table(name);
    batches.map_err(|error| raise_data(own(&error).unwrap_or_else(no_rows)))
}

const NO_ROWS: Text = Text::given(&[
    "อ่านตาราง {table} ไม่ได้ โปรดสร้างตารางใหม่ หรือนำคอลัมน์ที่ไม่ใช่ข้อความหรือวันที่ออก",
    "the table {table} cannot be read; make it anew, or leave out the columns that are neither text nor dates",
]);

/// Reads Parquet by a function of Python: given a path and the places of the columns that are wanted, or none for all, it
/// answers an empty table with them and an iterator of tables, each of which speaks Arrow. What it raises ends the reading.
pub fn parquet(open: Py<PyAny>, raised: Raised) -> Parquet {
    Arc::new(move |path: &Path, columns: Option<&[usize]>| {
        Python::attach(|py| opened(open.bind(py), path, columns, &raised))
            .map_err(|error| noted(error, &raised))
    })
}

/// Keeps an exception of Python to be raised as it is; what stands in its place until then.
fn noted(error: PyErr, raised: &Raised) -> DataError {
    let mut raised = raised.lock().unwrap_or_else(PoisonError::into_inner);
    raised.get_or_insert(error);
    unreadable()
}

fn opened(
    open: &Bound<'_, PyAny>,
    path: &Path,
    columns: Option<&[usize]>,
    raised: &Raised,
) -> PyResult<Box<dyn RecordBatchReader + Send>> {
    let name = path.file_stem().unwrap_or_default();
    let name = name.to_string_lossy().into_owned();
    let (empty, tables): (Bound<'_, PyAny>, Bound<'_, PyAny>) =
        open.call1((path, columns))?.extract()?;
    Ok(Box::new(Pulled {
        schema: import(&empty, &name)?.schema(),
        name,
        tables: tables.try_iter()?.into_any().unbind(),
        waiting: Vec::new(),
        raised: Arc::clone(raised),
    }))
}

/// Tables of Python as they come.
struct Pulled {
    name: String,
    schema: SchemaRef,
    tables: Py<PyAny>,
    waiting: Vec<RecordBatch>,
    raised: Raised,
}

impl Pulled {
    fn pull(&mut self) -> PyResult<bool> {
        Python::attach(|py| {
            let mut tables = self.tables.bind(py).try_iter()?;
            let Some(table) = tables.next() else {
                return Ok(false);
            };
            self.waiting = rows(import(&table?, &self.name)?, &self.name)?;
            self.waiting.reverse();
            Ok(true)
        })
    }
}

impl Iterator for Pulled {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(batch) = self.waiting.pop() {
                return Some(Ok(batch));
            }
            match self.pull() {
                Ok(true) => {}
                Ok(false) => return None,
                Err(error) => {
                    return Some(Err(ArrowError::from_external_error(Box::new(noted(
                        error,
                        &self.raised,
                    )))));
                }
            }
        }
    }
}

impl RecordBatchReader for Pulled {
    fn schema(&self) -> SchemaRef {
        Arc::clone(&self.schema)
    }
}
