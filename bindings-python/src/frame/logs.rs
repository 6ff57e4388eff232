//! Many logs as tables.

use std::collections::HashSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_schema::SchemaRef;
use bosoto::batch::documents;
use bosoto::lifecycle::Past;
use bosoto::timeliness::Place;
use bosoto::{Date, wire};
use bosoto_frame::{Language, LogQuestion, LogTable};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use serde_json::json;

use super::{Rows, Stream, arrow, raise_arrow};
use crate::batch::{Broken, by};
use crate::error::raise;
use crate::given::{Threads, Utf8};
use crate::interrupt::interruptible;
use crate::policy::Policy;
use crate::text::text;

/// A question put to many logs: they are added portion by portion, the rows come out as Arrow.
#[pyclass(frozen, module = "bosoto._bosoto")]
pub struct Logs(Mutex<LogTable>);

/// Kind, rule, what, change, differences, cases, and what changes in Thai and in English words.
type CountRow = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    usize,
    usize,
    String,
    String,
);

fn day(text: &str) -> PyResult<Date> {
    Date::parse(text).map_err(|error| PyValueError::new_err(error.to_string()))
}

fn policy(given: Option<&Policy>) -> bosoto::Policy {
    Policy::or_default(given).clone()
}

impl Logs {
    fn asking(question: LogQuestion) -> Self {
        Self(Mutex::new(LogTable::new(question)))
    }

    fn table(&self) -> MutexGuard<'_, LogTable> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[pymethods]
impl Logs {
    #[staticmethod]
    #[pyo3(name = "obligations", signature = (on, policy_=None, known=None))]
    fn obligations_of(on: &str, policy_: Option<&Policy>, known: Option<&str>) -> PyResult<Self> {
        let past = Past::from(day(on)?).known(known.map(day).transpose()?);
        Ok(Self::asking(LogQuestion::Obligations(
            past,
            policy(policy_),
        )))
    }

    #[staticmethod]
    #[pyo3(signature = (query, policy_=None))]
    fn worklist(query: &Bound<'_, PyAny>, policy_: Option<&Policy>) -> PyResult<Self> {
        let query = wire::decode(&text(query)?).map_err(raise)?;
        Ok(Self::asking(LogQuestion::Worklist(query, policy(policy_))))
    }

    #[staticmethod]
    fn states() -> Self {
        Self::asking(LogQuestion::States)
    }

    #[staticmethod]
    fn withdrawals() -> Self {
        Self::asking(LogQuestion::Withdrawals)
    }

    #[staticmethod]
    #[pyo3(signature = (policy_=None))]
    fn refused(policy_: Option<&Policy>) -> Self {
        Self::asking(LogQuestion::Refused(policy(policy_)))
    }

    #[staticmethod]
    #[pyo3(signature = (a, b, on=None))]
    fn differences(a: &Policy, b: &Policy, on: Option<&str>) -> PyResult<Self> {
        let policies = Box::new([policy(Some(a)), policy(Some(b))]);
        let on = on.map(day).transpose()?;
        Ok(Self::asking(LogQuestion::Differences(policies, on)))
    }

    #[staticmethod]
    #[pyo3(signature = (start, end, place, policy_=None))]
    fn timeliness(start: &str, end: &str, place: &str, policy_: Option<&Policy>) -> PyResult<Self> {
        let by: Place =
            wire::decode_value(&json!(place)).map_err(|error| raise(error.under("/by")))?;
        let window = [day(start)?, day(end)?];
        Ok(Self::asking(LogQuestion::Timeliness(
            window,
            by,
            policy(policy_),
        )))
    }

    /// Asks many logs, one line a case, or a JSON array unless they are `lines`; gives the errors
    /// of those that cannot be used.
    #[pyo3(signature = (logs, threads=None, *, lines=false))]
    fn read(
        &self,
        py: Python<'_>,
        logs: Utf8<'_>,
        threads: Option<Threads>,
        lines: bool,
    ) -> PyResult<Broken> {
        let logs = logs.read()?;
        let logs = match lines {
            true => wire::lines(&logs).map(|(_, line)| line).collect(),
            false => documents(&logs).map_err(raise)?,
        };
        let broken = interruptible(py, by(threads), |workers| {
            self.table().read_each(&logs, workers)
        })?;
        Ok(Broken::of(broken))
    }

    /// How many logs have been given, those that cannot be used included.
    #[getter]
    fn logs(&self) -> usize {
        self.table().logs()
    }

    /// How much differs.
    fn differing(&self) -> Vec<CountRow> {
        let row = |count: bosoto::compare::DifferenceCount| {
            let (kind, change) = (count.kind.name(), count.change.name());
            let (differences, cases) = (count.differences, count.cases);
            let (said, rule, what) = (count.message(), count.rule.id, count.what);
            let (th, en) = (said.th(), said.en());
            (kind, rule, what, change, differences, cases, th, en)
        };
        self.table().differing().into_iter().map(row).collect()
    }

    /// The same as the contract writes it.
    fn differing_json(&self) -> String {
        wire::to_json(&self.table().differing())
    }

    /// How timely the work was, as the contract writes it.
    fn timeliness_json(&self) -> String {
        wire::to_json(&self.table().timeliness())
    }

    /// Two policies compared, as one page in `th` or `en`.
    fn to_html(&self, lang: &str) -> PyResult<String> {
        let language = Language::find(lang)
            .ok_or_else(|| PyValueError::new_err("`lang` is \"th\" or \"en\""))?;
        Ok(self.table().to_html(language))
    }

    /// The rows, which are given once, and how many there are.
    fn finish(&self, py: Python<'_>) -> PyResult<(Stream, usize)> {
        let (schema, batches) = py.detach(|| {
            let mut table = self.table();
            (table.schema(), table.finish())
        });
        let batches = batches.map_err(|error| raise_arrow(&error))?;
        let rows = batches.iter().map(RecordBatch::num_rows).sum();
        Ok((Stream(Rows::Batches(schema, batches)), rows))
    }
}

/// Many logs as lines, batch by batch: a column of lines, or columns `lifecycle` and `log`.
#[pyclass(frozen, module = "bosoto._bosoto")]
pub struct LogLines(
    Mutex<Box<dyn Iterator<Item = Result<RecordBatch, arrow_schema::ArrowError>> + Send>>,
    SchemaRef,
);

#[pymethods]
impl LogLines {
    #[new]
    fn new(table: &Bound<'_, PyAny>) -> PyResult<Self> {
        use arrow_array::RecordBatchReader as _;

        let reader = arrow::import(table, "logs")?;
        let schema = reader.schema();
        Ok(Self(Mutex::new(Box::new(reader)), schema))
    }

    fn __iter__(this: PyRef<'_, Self>) -> PyRef<'_, Self> {
        this
    }

    fn __next__(&self) -> PyResult<Option<String>> {
        let batch = self.0.lock().unwrap_or_else(PoisonError::into_inner).next();
        let Some(batch) = batch.transpose().map_err(|error| raise_arrow(&error))? else {
            return Ok(None);
        };
        let column = |name: &str| {
            let fields = self.1.fields().iter();
            let place = fields
                .enumerate()
                .find(|(_, field)| field.name().eq_ignore_ascii_case(name));
            place.map(|(place, _)| texts(batch.column(place)))
        };
        let mut lines = String::new();
        match (column("lifecycle"), column("log")) {
            (Some(lifecycles), Some(logs)) => {
                for (lifecycle, log) in lifecycles?.into_iter().zip(logs?) {
                    lines.push_str(&json!({ "lifecycle": lifecycle, "log": log }).to_string());
                    lines.push('\n');
                }
            }
            _ if batch.num_columns() == 1 => {
                for line in texts(batch.column(0))? {
                    // A cell without a log keeps its place, and has its error.
                    let line = line.as_deref().filter(|line| !line.trim().is_empty());
                    for part in line.unwrap_or("null").split(['\n', '\r']) {
                        lines.push_str(part);
                        lines.push(' ');
                    }
                    lines.push('\n');
                }
            }
            _ => return Err(PyTypeError::new_err(NO_LOGS)),
        }
        Ok(Some(lines))
    }
}

/// The different texts of a column in their order, of the rows in which others have these values.
pub fn distinct(
    batches: &[RecordBatch],
    column: &str,
    wanted: &[(String, String)],
) -> PyResult<Vec<String>> {
    let (mut found, mut seen) = (Vec::new(), HashSet::new());
    for batch in batches {
        let of = |name: &str| batch.column_by_name(name).map(texts);
        let Some(asked) = of(column).transpose()? else {
            continue;
        };
        let mut others = Vec::new();
        for (name, value) in wanted {
            if let Some(cells) = of(name).transpose()? {
                others.push((cells, value));
            }
        }
        for (row, text) in asked.into_iter().enumerate() {
            let has = |(cells, value): &(Vec<Option<String>>, &String)| {
                cells.get(row).and_then(Option::as_ref) == Some(*value)
            };
            if let Some(text) = text.filter(|_| others.iter().all(has))
                && seen.insert(text.clone())
            {
                found.push(text);
            }
        }
    }
    Ok(found)
}

const NO_LOGS: &str =
    "a table of logs has the columns `lifecycle` and `log`, or one column of lines";

fn texts(column: &ArrayRef) -> PyResult<Vec<Option<String>>> {
    use arrow_schema::DataType;

    let owned = |text: Option<&str>| text.map(ToOwned::to_owned);
    if let DataType::Dictionary(..) = column.data_type() {
        let words = column.as_any_dictionary();
        let (values, keys) = (texts(words.values())?, words.normalized_keys());
        let at = |(row, key): (usize, usize)| {
            let present = words.keys().is_valid(row);
            values.get(key).filter(|_| present).cloned().flatten()
        };
        return Ok(keys.into_iter().enumerate().map(at).collect());
    }
    if let Some(texts) = column.as_string_opt::<i32>() {
        return Ok(texts.iter().map(owned).collect());
    }
    if let Some(texts) = column.as_string_opt::<i64>() {
        return Ok(texts.iter().map(owned).collect());
    }
    let views = column.as_string_view_opt();
    let views = views.ok_or_else(|| {
        let kind = column.data_type();
        PyTypeError::new_err(format!("logs are a column of texts, not of `{kind}`"))
    })?;
    Ok(views.iter().map(owned).collect())
}
