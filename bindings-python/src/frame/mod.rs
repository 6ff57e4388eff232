//! Whole tables judged, and what was found: the crate `bosoto-frame` with Arrow's PyCapsule interface on both sides.

mod arrow;
mod columns;
mod indicators;
mod logs;
mod rows;
mod source;

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use arrow_array::{RecordBatch, RecordBatchIterator, RecordBatchReader};
use arrow_schema::{ArrowError, SchemaRef};
use bosoto::calendar::CalendarError;
use bosoto::record::{Areas, Codes, Finding, Severity, Values};
use bosoto::text::Text;
use bosoto::{DataCode, DataError, Date, wire};
use bosoto_frame::{Language, Options};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use crate::error::raise_data;
use crate::given::Word;
pub use columns::{check_texts, fiscal_years, icd10_roots, thai_dates};
pub use indicators::{Indicator, indicator};
pub use logs::{LogLines, Logs};
pub use rows::ArrowRows;
use source::Tables;

/// An exception of Python that ended a call, to be raised as it is.
type Raised = Arc<Mutex<Option<PyErr>>>;

/// How long nobody asks whether a signal came.
const PAUSE: Duration = Duration::from_millis(50);

const UNREADABLE: Text = Text::given(&[
    "อ่านตารางไม่ได้ โปรดตรวจสอบไฟล์หรือสร้างตารางใหม่",
    "the table cannot be read; check the file, or make the table anew",
]);

const BUDDHIST_DAY: Text = Text::given(&[
    "ปีของวันอ้างอิง (as_of) เป็น พ.ศ. โปรดระบุเป็น ค.ศ. (ลบ 543)",
    "the year of `as_of` is of the Buddhist era; subtract 543",
]);
const NO_DAY: Text = Text::given(&[
    "ปีของวันอ้างอิง (as_of) ต้องอยู่ระหว่าง ค.ศ. 1800 ถึง 2399 โปรดแก้ไข",
    "the year of `as_of` has to lie between 1800 and 2399 of the common era; correct it",
]);

fn unreadable() -> DataError {
    DataError::new(DataCode::Unreadable, UNREADABLE)
}

/// The exception for an error of a stream.
fn raise_arrow(error: &ArrowError) -> PyErr {
    raise_data(own(error).unwrap_or_else(unreadable))
}

/// What the library itself says of an error of a stream; none of a stream of another.
fn own(error: &ArrowError) -> Option<DataError> {
    let source = std::error::Error::source(error)?;
    source.downcast_ref::<DataError>().cloned()
}

/// Rule, code, severity, table, column, number of rows, and what is said of it.
type CountRow = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    Option<&'static str>,
    u64,
    String,
    String,
);

/// File, worksheet, table, column, header, place.
type ColumnRow = (
    Option<String>,
    Option<String>,
    &'static str,
    Option<&'static str>,
    Option<String>,
    String,
);

/// What was found in tables.
#[pyclass(frozen, module = "bosoto._bosoto")]
pub struct Findings(bosoto_frame::Findings);

/// Rows as an Arrow stream, begun anew each time that it is asked for.
#[pyclass(frozen, module = "bosoto._bosoto")]
pub struct Stream(Rows);

enum Rows {
    Findings(bosoto_frame::Findings),
    Numbers(bosoto_frame::Findings),
    Good(bosoto_frame::Findings, usize),
    Bad(bosoto_frame::Findings, usize),
    Batch(RecordBatch),
    Batches(SchemaRef, Vec<RecordBatch>),
}

#[pymethods]
impl Stream {
    /// The different texts of a column, in order, of rows in which others have these values.
    fn distinct(&self, column: &str, wanted: Vec<(String, String)>) -> PyResult<Vec<String>> {
        match &self.0 {
            Rows::Batches(_, batches) => logs::distinct(batches, column, &wanted),
            Rows::Findings(_)
            | Rows::Numbers(_)
            | Rows::Good(..)
            | Rows::Bad(..)
            | Rows::Batch(_) => Ok(Vec::new()),
        }
    }

    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let _ = requested_schema; // The interface lets a producer answer with its own schema.
        let reader: Box<dyn RecordBatchReader + Send> = match &self.0 {
            Rows::Findings(findings) => findings.stream(),
            Rows::Numbers(findings) => findings.stream_by_number(),
            Rows::Good(findings, at) => taken(findings.good(), *at)?,
            Rows::Bad(findings, at) => taken(findings.bad(), *at)?,
            Rows::Batch(batch) => {
                let schema = batch.schema();
                Box::new(RecordBatchIterator::new([Ok(batch.clone())], schema))
            }
            Rows::Batches(schema, batches) => {
                let batches = batches.clone().into_iter().map(Ok);
                Box::new(RecordBatchIterator::new(batches, Arc::clone(schema)))
            }
        };
        Ok(arrow::export(py, reader)?.into_any())
    }
}

fn taken<T>(streams: Vec<(T, bosoto_frame::Stream)>, at: usize) -> PyResult<bosoto_frame::Stream> {
    let stream = streams.into_iter().nth(at).map(|(_, stream)| stream);
    stream.ok_or_else(|| raise_data(unreadable()))
}

impl Findings {
    fn streams(
        &self,
        of: fn(bosoto_frame::Findings, usize) -> Rows,
    ) -> Vec<(&'static str, Stream)> {
        let tables = self.0.good().into_iter().enumerate();
        let stream = |(at, (table, _)): (usize, (bosoto::record::Table, _))| {
            (table.name(), Stream(of(self.0.clone(), at)))
        };
        tables.map(stream).collect()
    }
}

#[pymethods]
impl Findings {
    fn __len__(&self) -> usize {
        self.0.len()
    }

    /// How many are errors.
    fn errors(&self) -> u64 {
        self.0.of_severity(Severity::Error)
    }

    /// Every finding.
    fn stream(&self) -> Stream {
        Stream(Rows::Findings(self.0.clone()))
    }

    /// Every finding by numbers: those of the words of its kind, and of its file.
    fn by_number(&self) -> PyResult<(Stream, Stream, Stream)> {
        let batch = |batch: Result<RecordBatch, ArrowError>| match batch {
            Ok(batch) => Ok(Stream(Rows::Batch(batch))),
            Err(error) => Err(raise_arrow(&error)),
        };
        Ok((
            Stream(Rows::Numbers(self.0.clone())),
            batch(self.0.kinds_batch())?,
            batch(self.0.files_batch())?,
        ))
    }

    fn counts(&self) -> PyResult<Stream> {
        let batch = self.0.counts_batch().map_err(|error| raise_arrow(&error))?;
        Ok(Stream(Rows::Batch(batch)))
    }

    /// The rows of `counts` as they are, each with what is said in Thai and in English.
    fn count_rows(&self) -> Vec<CountRow> {
        let row = |count: bosoto_frame::Count| {
            let column = count.column.and_then(|name| count.table.column(name));
            let said = bosoto::record::message(count.table, column, count.code);
            let (rule, code, table) = (count.code.rule().id, count.code.name(), count.table.name());
            (
                rule,
                code,
                count.severity.name(),
                table,
                count.column,
                count.rows,
                said.th(),
                said.en(),
            )
        };
        self.0.counts().into_iter().map(row).collect()
    }

    fn together(&self) -> PyResult<Stream> {
        let batch = self
            .0
            .together_batch()
            .map_err(|error| raise_arrow(&error))?;
        Ok(Stream(Rows::Batch(batch)))
    }

    /// The rows of each table without an error.
    fn good(&self) -> Vec<(&'static str, Stream)> {
        self.streams(Rows::Good)
    }

    /// The rows of each table with an error.
    fn bad(&self) -> Vec<(&'static str, Stream)> {
        self.streams(Rows::Bad)
    }

    #[getter]
    fn ignored(&self) -> Vec<String> {
        self.0.ignored().to_vec()
    }

    /// The tables of which no row is judged.
    #[getter]
    fn unjudged(&self) -> Vec<String> {
        self.0.unjudged()
    }

    /// What each field was taken for.
    fn columns(&self) -> Vec<ColumnRow> {
        let row = |one: bosoto_frame::TakenColumn| {
            let table = one.table.name();
            (
                one.file, one.sheet, table, one.column, one.header, one.place,
            )
        };
        self.0.columns().into_iter().map(row).collect()
    }

    /// How worksheets were read, in Thai and in English.
    fn notes(&self) -> Vec<(String, String)> {
        let notes = self.0.notes().into_iter();
        notes.map(|note| (note.th(), note.en())).collect()
    }

    /// A report as one HTML page, in `th` or `en`.
    fn to_html(&self, py: Python<'_>, lang: &str) -> PyResult<String> {
        let language = Language::find(lang)
            .ok_or_else(|| PyValueError::new_err("`lang` is \"th\" or \"en\""))?;
        py.detach(|| self.0.to_html(language)).map_err(raise_data)
    }

    /// Every finding as the contract's JSON.
    fn lines(&self) -> Lines {
        Lines(Mutex::new(Box::new(self.0.each())))
    }
}

/// Findings as the contract's JSON, a number of them at a time.
#[pyclass(frozen, module = "bosoto._bosoto")]
pub struct Lines(Mutex<Box<dyn Iterator<Item = Result<Finding, DataError>> + Send>>);

#[pymethods]
impl Lines {
    /// The next lines; none at the end.
    fn take(&self, py: Python<'_>, most: usize) -> PyResult<Vec<String>> {
        let lines = py.detach(|| {
            let mut each = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            let lines = each.by_ref().take(most);
            lines
                .map(|finding| Ok(wire::to_json(&finding?)))
                .collect::<Result<Vec<_>, DataError>>()
        });
        lines.map_err(raise_data)
    }
}

/// Judges every table of a source.
#[pyfunction]
#[pyo3(signature = (source, as_of=None, values=false, rules=None, areas=None, persons_complete=false, unpack_limit=None, parquet=None, progress=None))]
#[expect(clippy::too_many_arguments, reason = "those of the contract")]
pub fn validate(
    py: Python<'_>,
    source: Tables<'_>,
    as_of: Option<&str>,
    values: bool,
    rules: Option<Vec<String>>,
    areas: Option<Vec<String>>,
    persons_complete: bool,
    unpack_limit: Option<u64>,
    parquet: Option<Py<PyAny>>,
    progress: Option<Py<PyAny>>,
) -> PyResult<Findings> {
    let codes = rules
        .map(|rules| Codes::named(rules.iter().map(String::as_str)))
        .transpose();
    let areas = areas
        .map(|areas| Areas::new(areas.iter().map(String::as_str)))
        .transpose();
    let raised = Raised::default();
    let options = Options {
        as_of: as_of.map(reference_day).transpose().map_err(raise_data)?,
        codes: codes.map_err(raise_data)?,
        areas: areas.map_err(raise_data)?,
        persons_complete,
        values: Some(if values {
            Values::Shown
        } else {
            Values::Withheld
        }),
        unpack_limit,
        parquet: parquet.map(|open| source::parquet(open, Arc::clone(&raised))),
        watch: Some(watch(progress, Arc::clone(&raised))),
    };
    let source = source.source()?;
    let judged = py.detach(|| bosoto_frame::validate(source, &options));
    let raised = raised.lock().unwrap_or_else(PoisonError::into_inner).take();
    match raised {
        Some(error) => Err(error),
        None => judged.map(Findings).map_err(raise_data),
    }
}

/// The day against which the future is judged.
fn reference_day(day: &str) -> Result<Date, DataError> {
    Date::parse(day).map_err(|error| {
        let is_buddhist = error == CalendarError::BuddhistYear;
        let text = if is_buddhist { BUDDHIST_DAY } else { NO_DAY };
        DataError::new(DataCode::UnknownValue, text)
    })
}

/// The files that are read of a source.
#[pyfunction]
pub fn files(source: PathBuf) -> PyResult<Vec<PathBuf>> {
    bosoto_frame::files(&source).map_err(raise_data)
}

/// Tells Python of the progress now and then, and ends the reading where a signal came.
fn watch(progress: Option<Py<PyAny>>, raised: Raised) -> Box<bosoto_frame::Watch> {
    let caller = thread::current().id();
    let asked = Mutex::new((Instant::now(), 0_u64));
    Box::new(move |rows| {
        let mut asked = asked.lock().unwrap_or_else(PoisonError::into_inner);
        asked.1 = asked.1.saturating_add(rows);
        // Signals are for the thread that called.
        if thread::current().id() == caller && asked.0.elapsed() >= PAUSE {
            let told = Python::attach(|py| {
                py.check_signals()?;
                match &progress {
                    Some(progress) => progress.call1(py, (asked.1,)).map(drop),
                    None => Ok(()),
                }
            });
            *asked = (Instant::now(), 0);
            if let Err(error) = told {
                *raised.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
                return false;
            }
        }
        true
    })
}

/// What is wrong with a cell.
#[pyfunction]
pub fn check_cell(table: Word<'_>, column: Word<'_>, value: Word<'_>) -> PyResult<Findings> {
    let found = bosoto_frame::check_cell(&table.read()?, &column.read()?, value.sound("/value")?);
    found.map(Findings).map_err(raise_data)
}

/// What is wrong with a row.
#[pyfunction]
pub fn check_row(table: Word<'_>, cells: Vec<(Word<'_>, Word<'_>)>) -> PyResult<Findings> {
    let sound = cells
        .iter()
        .map(|(name, cell)| Ok((name.sound("/row")?, cell.sound("/row")?)));
    let cells = sound.collect::<PyResult<Vec<_>>>()?;
    bosoto_frame::check_row(&table.read()?, cells)
        .map(Findings)
        .map_err(raise_data)
}

/// A table of a made-up export: its name, the names of its columns, its rows.
type SampleTable = (&'static str, Vec<&'static str>, Vec<Vec<String>>);
/// A defect: table, row, column, code.
type Label = (&'static str, usize, Option<&'static str>, &'static str);

/// A made-up export with labelled defects: its facility, its day, its tables, what is wrong in it.
#[pyfunction]
pub fn sample(
    py: Python<'_>,
    seed: u64,
    persons: usize,
    defects: usize,
) -> (&'static str, &'static str, Vec<SampleTable>, Vec<Label>) {
    use bosoto_frame::Sample;

    let made = py.detach(|| Sample::new(seed, persons, defects));
    let tables = made.tables.into_iter().map(|(table, rows)| {
        let names = table.columns().iter().map(|column| column.name);
        (table.name(), names.collect(), rows)
    });
    let labels = made.labels.iter().map(|label| {
        (
            label.table.name(),
            label.row,
            label.column,
            label.code.name(),
        )
    });
    (
        Sample::HOSPCODE,
        Sample::AS_OF,
        tables.collect(),
        labels.collect(),
    )
}

/// Made-up episodes: the tables, and of each episode its id, its list, why it is excluded, and its story.
type EpisodeLabel = (
    String,
    Option<&'static str>,
    Option<&'static str>,
    &'static str,
);

/// Made-up episodes of KP-22 with how each counts.
#[pyfunction]
pub fn sample_episodes(
    py: Python<'_>,
    seed: u64,
    episodes: usize,
) -> (Vec<SampleTable>, Vec<EpisodeLabel>) {
    use bosoto_frame::SampleEpisodes;

    let made = py.detach(|| SampleEpisodes::new(seed, episodes));
    let table = |name, rows| (name, SampleEpisodes::columns(name), rows);
    let tables = vec![
        table("episodes", made.episodes),
        table("follow_ups", made.follow_ups),
    ];
    let labels = made.labels.into_iter().map(|label| {
        let (role, reason) = (
            label.role.map(|role| role.name()),
            label.reason.map(|reason| reason.name()),
        );
        (label.case_id, role, reason, label.story)
    });
    (tables, labels.collect())
}
