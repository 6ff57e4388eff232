//! The rows of any table that speaks Arrow as Python's own values, for who writes them elsewhere.
#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "Arrow has dozens of types, of which these are told apart"
)]

use std::sync::{Mutex, PoisonError};

use arrow_array::cast::AsArray;
use arrow_array::ffi_stream::RecordBatchStreamReader;
use arrow_array::types::{
    Date32Type, Date64Type, Decimal128Type, Decimal256Type, Float32Type, Float64Type, Int8Type,
    Int16Type, Int32Type, Int64Type, TimestampMicrosecondType, TimestampMillisecondType,
    TimestampNanosecondType, TimestampSecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef, ArrowPrimitiveType, RecordBatch, RecordBatchReader};
use arrow_schema::{ArrowError, DataType, Field, TimeUnit};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;

use super::arrow::import;
use super::raise_arrow;

/// Name, kind (`text`, `number`, `flag`, `day` or `moment`), and the titles that its metadata has.
type FieldRow = (String, &'static str, Option<String>, Option<String>);

/// A row as Python's values.
type Cells<'py> = Vec<Bound<'py, PyAny>>;

/// What a cell is.
enum Cell {
    Null,
    Text(String),
    Whole(i64),
    Number(f64),
    Flag(bool),
}

/// How many rows become Python's values at a time.
const PAGE: usize = 4_096;

/// The rows of a table, a number of them at a time.
#[pyclass(frozen, module = "bosoto._bosoto")]
pub struct ArrowRows {
    reading: Mutex<Reading>,
    fields: Vec<FieldRow>,
}

#[pymethods]
impl ArrowRows {
    #[new]
    fn new(table: &Bound<'_, PyAny>) -> PyResult<Self> {
        let reader = import(table, "table")?;
        let schema = reader.schema();
        let fields = schema.fields().iter().map(|field| described(field));
        let fields = fields.collect::<PyResult<_>>()?;
        Ok(Self {
            reading: Mutex::new(Reading {
                reader,
                batch: None,
            }),
            fields,
        })
    }

    /// Its fields.
    fn fields(&self) -> Vec<FieldRow> {
        self.fields.clone()
    }

    /// The next rows; none at the end. A day is counted from 1970, a moment in microseconds of it.
    fn take<'py>(&self, py: Python<'py>) -> PyResult<Option<Vec<Cells<'py>>>> {
        let next = py.detach(|| {
            let mut reading = self.reading.lock().unwrap_or_else(PoisonError::into_inner);
            reading.next()
        });
        let batch = next.transpose().map_err(|error| raise_arrow(&error))?;
        batch.map(|batch| rows_of(py, &batch)).transpose()
    }
}

/// A stream, and what is left of the batch that came last.
struct Reading {
    reader: RecordBatchStreamReader,
    batch: Option<RecordBatch>,
}

impl Reading {
    fn next(&mut self) -> Option<Result<RecordBatch, ArrowError>> {
        let batch = match self.batch.take() {
            Some(batch) => batch,
            None => match self.reader.next()? {
                Ok(batch) => batch,
                Err(error) => return Some(Err(error)),
            },
        };
        let rows = batch.num_rows();
        if rows <= PAGE {
            return Some(Ok(batch));
        }
        self.batch = Some(batch.slice(PAGE, rows.saturating_sub(PAGE)));
        Some(Ok(batch.slice(0, PAGE)))
    }
}

fn described(field: &Field) -> PyResult<FieldRow> {
    let Some(kind) = kind_of(field.data_type()) else {
        return Err(PyTypeError::new_err(format!(
            "the column `{}` holds neither texts, numbers, flags nor dates",
            field.name()
        )));
    };
    let title = |key: &str| field.metadata().get(key).cloned();
    let [th, en] = ["title_th", "title_en"].map(title);
    Ok((field.name().clone(), kind, th, en))
}

fn kind_of(data_type: &DataType) -> Option<&'static str> {
    Some(match data_type {
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View | DataType::Null => "text",
        DataType::Dictionary(_, values) => kind_of(values)?,
        DataType::Boolean => "flag",
        DataType::Date32 | DataType::Date64 => "day",
        DataType::Timestamp(..) => "moment",
        number if number.is_integer() => "number",
        DataType::Float32 | DataType::Float64 => "number",
        DataType::Decimal128(..) | DataType::Decimal256(..) => "number",
        _ => return None,
    })
}

fn rows_of<'py>(py: Python<'py>, batch: &RecordBatch) -> PyResult<Vec<Cells<'py>>> {
    let rows = 0..batch.num_rows();
    rows.map(|row| {
        let cells = batch.columns().iter();
        let cells = cells.map(|array| cell(array, row).into_python(py));
        cells.collect()
    })
    .collect()
}

impl Cell {
    fn into_python(self, py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
        Ok(match self {
            Self::Null => py.None().into_bound(py),
            Self::Text(text) => text.into_pyobject(py)?.into_any(),
            Self::Whole(number) => number.into_pyobject(py)?.into_any(),
            Self::Number(number) => number.into_pyobject(py)?.into_any(),
            Self::Flag(flag) => flag.into_pyobject(py)?.to_owned().into_any(),
        })
    }
}

fn cell(array: &ArrayRef, row: usize) -> Cell {
    if row >= array.len() || array.is_null(row) {
        return Cell::Null;
    }
    match array.data_type() {
        DataType::Utf8 => Cell::Text(array.as_string::<i32>().value(row).to_owned()),
        DataType::LargeUtf8 => Cell::Text(array.as_string::<i64>().value(row).to_owned()),
        DataType::Utf8View => Cell::Text(array.as_string_view().value(row).to_owned()),
        DataType::Dictionary(..) => {
            let dictionary = array.as_any_dictionary();
            let key = dictionary.keys();
            match cell_of_key(key, row) {
                Some(place) => cell(dictionary.values(), place),
                None => Cell::Null,
            }
        }
        DataType::Boolean => Cell::Flag(array.as_boolean().value(row)),
        DataType::Float32 => {
            Cell::Number(f64::from(array.as_primitive::<Float32Type>().value(row)))
        }
        DataType::Float64 => Cell::Number(array.as_primitive::<Float64Type>().value(row)),
        DataType::Decimal128(..) => {
            decimal(&array.as_primitive::<Decimal128Type>().value_as_string(row))
        }
        DataType::Decimal256(..) => {
            decimal(&array.as_primitive::<Decimal256Type>().value_as_string(row))
        }
        DataType::Date64 => {
            let moment = array.as_primitive::<Date64Type>().value(row);
            Cell::Whole(moment.div_euclid(86_400_000))
        }
        DataType::UInt64 => match i64::try_from(array.as_primitive::<UInt64Type>().value(row)) {
            Ok(number) => Cell::Whole(number),
            Err(_) => Cell::Text(array.as_primitive::<UInt64Type>().value(row).to_string()),
        },
        DataType::Timestamp(unit, zone) => {
            // The records are Thai: a moment of the world is shown in Thai time.
            let shift = if zone.is_some() { 7 * 3_600_000_000 } else { 0 };
            Cell::Whole(microseconds(array, row, *unit).saturating_add(shift))
        }
        _ => whole(array, row).map_or(Cell::Null, Cell::Whole),
    }
}

/// A decimal number as one of those that a workbook has: of a whole one each digit, where they are no more than nineteen.
fn decimal(digits: &str) -> Cell {
    let whole = digits.parse().map(Cell::Whole);
    let number = || digits.parse().map(Cell::Number);
    whole.or_else(|_| number()).unwrap_or(Cell::Null)
}

fn microseconds(array: &ArrayRef, row: usize, unit: TimeUnit) -> i64 {
    match unit {
        TimeUnit::Second => at::<TimestampSecondType>(array, row).saturating_mul(1_000_000),
        TimeUnit::Millisecond => at::<TimestampMillisecondType>(array, row).saturating_mul(1_000),
        TimeUnit::Microsecond => at::<TimestampMicrosecondType>(array, row),
        TimeUnit::Nanosecond => at::<TimestampNanosecondType>(array, row).div_euclid(1_000),
    }
}

fn at<T: ArrowPrimitiveType<Native: Into<i64>>>(array: &ArrayRef, row: usize) -> i64 {
    array.as_primitive::<T>().value(row).into()
}

fn cell_of_key(keys: &dyn Array, row: usize) -> Option<usize> {
    let keys = keys.slice(row, 1);
    let key = match keys.data_type() {
        DataType::UInt64 => i64::try_from(keys.as_primitive::<UInt64Type>().value(0)).ok()?,
        _ => whole(&keys, 0)?,
    };
    usize::try_from(key).ok()
}

fn whole(array: &ArrayRef, row: usize) -> Option<i64> {
    Some(match array.data_type() {
        DataType::Int8 => at::<Int8Type>(array, row),
        DataType::Int16 => at::<Int16Type>(array, row),
        DataType::Int32 => at::<Int32Type>(array, row),
        DataType::Int64 => at::<Int64Type>(array, row),
        DataType::UInt8 => at::<UInt8Type>(array, row),
        DataType::UInt16 => at::<UInt16Type>(array, row),
        DataType::UInt32 => at::<UInt32Type>(array, row),
        DataType::Date32 => at::<Date32Type>(array, row),
        _ => return None,
    })
}
