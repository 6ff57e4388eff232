//! What was found (RV-07): how much of what, in which rows together, and as Arrow streams.

mod batches;
mod columns;
mod kinds;
mod rows;
mod texts;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use arrow_array::{ArrayRef, Int64Array, RecordBatch, RecordBatchReader, StringArray};
use arrow_schema::ArrowError;
use bosoto::DataError;
use bosoto::record::{Code, Codes, Day, Finding, Severity, Table, Values};

use self::batches::{Batches, Details, files_batch, kinds_batch};
use self::rows::Part;
use crate::engine::{self, Judged, Packed};
use crate::options::Options;
use crate::source::{Source, find};

pub use self::columns::TakenColumn;

pub(crate) use self::batches::{findings_of, of_found};
pub(crate) use self::columns::notes;
pub(crate) use self::kinds::{Kind, Kinds};
pub(crate) use self::rows::bad_rows;

/// What was found in tables; it holds the tables too, in so far as they were in memory.
///
/// Cloning it copies nothing.
#[derive(Clone)]
pub struct Findings(pub(crate) Arc<All>);

/// All that was found.
pub(crate) struct All {
    pub judged: Vec<Judged>,
    pub ignored: Vec<String>,
    pub values: Values,
    pub kinds: Kinds,
    /// The day against which the future was judged, where the caller named one.
    pub as_of: Option<Day>,
    /// The codes that are reported.
    pub codes: Codes,
}

/// How many findings there are of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// What is wrong.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// The table.
    pub table: Table,
    /// The column, or the key's joined by `+`.
    pub column: Option<&'static str>,
    /// In how many rows.
    pub rows: u64,
}

/// In how many rows two codes occur together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Together {
    /// The first by its name.
    pub a: Code,
    /// The second.
    pub b: Code,
    /// In how many rows.
    pub rows: u64,
}

/// A stream of Arrow batches.
pub type Stream = Box<dyn RecordBatchReader + Send>;

/// Judges every table of a source (RV-01 to RV-08).
///
/// # Errors
///
/// What cannot be judged: `no_table`, `unknown_table`, `wrong_type`, `unreadable`, `too_large`.
pub fn validate(source: Source, options: &Options) -> Result<Findings, DataError> {
    let found = find(source, &options.reading())?;
    let judged = engine::judge(found.sheets, options)?;
    let kinds = Kinds::of(&judged, options.persons_complete);
    Ok(Findings(Arc::new(All {
        judged,
        ignored: found.ignored,
        values: options.values.unwrap_or(Values::Withheld),
        kinds,
        as_of: options.as_of.map(Day::from),
        codes: options.codes(),
    })))
}

impl Findings {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.judged.iter().map(|one| one.found.len()).sum()
    }

    /// Whether nothing was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many findings are of a severity.
    #[must_use]
    pub fn of_severity(&self, severity: Severity) -> u64 {
        let counts = self.counts().into_iter();
        counts
            .filter(|count| count.severity == severity)
            .map(|count| count.rows)
            .sum()
    }

    /// How many there are of each kind, by rule, code, table and column.
    #[must_use]
    pub fn counts(&self) -> Vec<Count> {
        self.0.kinds.counts()
    }

    /// The same as an Arrow batch: rule, code, severity, table, column, rows.
    ///
    /// # Errors
    ///
    /// None that is known: Arrow's own.
    pub fn counts_batch(&self) -> Result<RecordBatch, ArrowError> {
        let counts = self.counts();
        let text = |of: &dyn Fn(&Count) -> Option<&'static str>| -> ArrayRef {
            Arc::new(StringArray::from_iter(counts.iter().map(of)))
        };
        let rows = counts.iter().map(|count| count.rows.cast_signed());
        RecordBatch::try_from_iter_with_nullable([
            ("rule", text(&|count| Some(count.code.rule().id)), false),
            ("code", text(&|count| Some(count.code.name())), false),
            (
                "severity",
                text(&|count| Some(count.severity.name())),
                false,
            ),
            ("table", text(&|count| Some(count.table.name())), false),
            ("column", text(&|count| count.column), true),
            (
                "rows",
                Arc::new(Int64Array::from_iter_values(rows)) as ArrayRef,
                false,
            ),
        ])
    }

    /// In how many rows two codes occur together, by their names.
    #[must_use]
    pub fn together(&self) -> Vec<Together> {
        let mut pairs = BTreeMap::new();
        for one in &self.0.judged {
            for row in of_rows(&one.found).filter(|row| row.len() > 1) {
                let mut codes: Vec<Code> = row
                    .iter()
                    .filter_map(|found| one.ranks.coded(found.code()))
                    .collect();
                codes.sort_by_key(|code| code.name());
                codes.dedup();
                for (at, a) in codes.iter().enumerate() {
                    for b in codes.iter().skip(at.saturating_add(1)) {
                        let rows: &mut u64 = pairs.entry((a.name(), b.name(), *a, *b)).or_default();
                        *rows = rows.saturating_add(1);
                    }
                }
            }
        }
        pairs
            .into_iter()
            .map(|((_, _, a, b), rows)| Together { a, b, rows })
            .collect()
    }

    /// The same as an Arrow batch: code_a, code_b, rows.
    ///
    /// # Errors
    ///
    /// None that is known: Arrow's own.
    pub fn together_batch(&self) -> Result<RecordBatch, ArrowError> {
        let pairs = self.together();
        let names = |of: fn(&Together) -> Code| -> ArrayRef {
            let names = pairs.iter().map(|pair| of(pair).name());
            Arc::new(StringArray::from_iter_values(names))
        };
        let rows = pairs.iter().map(|pair| pair.rows.cast_signed());
        RecordBatch::try_from_iter_with_nullable([
            ("code_a", names(|pair| pair.a), false),
            ("code_b", names(|pair| pair.b), false),
            (
                "rows",
                Arc::new(Int64Array::from_iter_values(rows)) as ArrayRef,
                false,
            ),
        ])
    }

    /// The members and tables that are not judged, by their names.
    #[must_use]
    pub fn ignored(&self) -> &[String] {
        &self.0.ignored
    }

    /// The tables of which no row is judged, since nobody knows which column stands where: those without a header that
    /// the number of fields does not tell either (RV-05). Each as `TABLE (file)`.
    #[must_use]
    pub fn unjudged(&self) -> Vec<String> {
        unjudged(&self.0)
    }

    /// Every finding as an Arrow stream: file, rule, code, severity, table, row, column, hospcode, pid, seq, value,
    /// message_th, message_en. Values and keys are read again from the source as the stream is.
    #[must_use]
    pub fn stream(&self) -> Stream {
        Box::new(Batches::of(Arc::clone(&self.0)))
    }

    /// The same by the numbers of kinds and files: file, kind, row, hospcode, pid, seq, value. Whoever looks the numbers up
    /// in [`kinds_batch`](Self::kinds_batch) and [`files_batch`](Self::files_batch) takes over no word twice.
    #[must_use]
    pub fn stream_by_number(&self) -> Stream {
        Box::new(Batches::by_number(Arc::clone(&self.0)))
    }

    /// The words of each kind of finding, in the order of their numbers: rule, code, severity, table, column, message_th,
    /// message_en.
    ///
    /// # Errors
    ///
    /// None that is known: Arrow's own.
    pub fn kinds_batch(&self) -> Result<RecordBatch, ArrowError> {
        kinds_batch(&self.0)
    }

    /// The names of files, in the order of their numbers: file; the last is none, as of tables in memory.
    ///
    /// # Errors
    ///
    /// None that is known: Arrow's own.
    pub fn files_batch(&self) -> Result<RecordBatch, ArrowError> {
        files_batch(&self.0)
    }

    /// Every finding, one after the other, as the contract writes it.
    pub fn each(&self) -> impl Iterator<Item = Result<Finding, DataError>> + use<> {
        Details::of(Arc::clone(&self.0)).flat_map(|page| match page {
            Ok(page) => page.findings().map(Ok).collect::<Vec<_>>(),
            Err(error) => vec![Err(error)],
        })
    }

    /// The rows of each table of the source that have no error among what is reported.
    #[must_use]
    pub fn good(&self) -> Vec<(Table, Stream)> {
        rows::streams(&self.0, Part::Good)
    }

    /// The rows of each table of the source that have an error that is reported; one with the wrong number of fields with
    /// the cells there are.
    #[must_use]
    pub fn bad(&self) -> Vec<(Table, Stream)> {
        rows::streams(&self.0, Part::Bad)
    }
}

/// The names of tables of which no row is judged.
pub(crate) fn unjudged(all: &All) -> Vec<String> {
    let judged = all.judged.iter();
    let unknown = judged.filter(|one| !one.layout.is_judged && !one.layout.is_empty);
    let named = unknown.map(|one| match &one.sheet.file {
        Some(file) => format!("{} ({file})", one.sheet.table.name()),
        None => one.sheet.table.name().to_owned(),
    });
    named.collect()
}

impl fmt::Debug for Findings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Findings")
            .field("len", &self.len())
            .finish_non_exhaustive()
    }
}

/// The findings of each row, those of tables themselves left out.
pub(crate) fn of_rows(found: &[Packed]) -> impl Iterator<Item = &[Packed]> {
    let first = found.partition_point(|found| found.row() == 0);
    found
        .get(first..)
        .unwrap_or_default()
        .chunk_by(|a, b| a.row() == b.row())
}
