//! The rows of a table, piece by piece, as often as they are asked for.

use std::fmt;
use std::io::Read;
use std::sync::Arc;

use arrow_array::{RecordBatch, RecordBatchReader};
use arrow_schema::{ArrowError, SchemaRef};
use bosoto::DataError;

use super::raw::{Portions, Raw};
use super::text::Form;
use crate::error::{no_stream, unreadable};
use crate::source::Bytes;
use crate::workbook::{self, Worksheet};

/// How many rows of a batch are judged together; few in tests, so that there are many borders.
const MORSEL: usize = if cfg!(test) { 7 } else { 16_384 };

/// Batches that can be read again and again.
#[derive(Clone)]
pub(crate) struct Batches {
    pub schema: SchemaRef,
    open: Opener,
}

type Reader = Box<dyn RecordBatchReader + Send>;

/// Opens batches: the columns at these places, in this order, or all of them.
type Opener = Arc<dyn Fn(Option<&[usize]>) -> Result<Reader, DataError> + Send + Sync>;

impl Batches {
    /// Batches that somebody opens.
    pub fn opened_by(open: Opener) -> Result<Self, DataError> {
        let schema = open(None)?.schema();
        Ok(Self { schema, open })
    }

    /// Whether they still have the columns that they had at first.
    pub fn is_of_same_columns(&self) -> Result<bool, DataError> {
        Ok((self.open)(None)?.schema() == self.schema)
    }

    /// Batches that lie in memory.
    pub fn of(schema: SchemaRef, batches: Vec<RecordBatch>) -> Self {
        let (batches, known) = (Arc::<[RecordBatch]>::from(batches), Arc::clone(&schema));
        let open: Opener = Arc::new(move |columns| {
            let (batches, columns) = (Arc::clone(&batches), columns.map(<[usize]>::to_vec));
            let known = match &columns {
                Some(columns) => known.project(columns).map_err(|error| no_stream(&error))?,
                None => (*known).clone(),
            };
            let each = (0..batches.len())
                .filter_map(move |at| Some(of_columns(batches.get(at)?, columns.as_deref())));
            let reader = arrow_array::RecordBatchIterator::new(each, Arc::new(known));
            Ok(Box::new(reader))
        });
        Self { schema, open }
    }
}

/// The columns of a batch at these places, or all of them.
fn of_columns(batch: &RecordBatch, columns: Option<&[usize]>) -> Result<RecordBatch, ArrowError> {
    columns.map_or_else(|| Ok(batch.clone()), |columns| batch.project(columns))
}

impl fmt::Debug for Batches {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Batches").finish_non_exhaustive()
    }
}

/// Where the rows of a table are.
#[derive(Debug, Clone)]
pub(crate) enum Place {
    Text(Bytes, Form),
    Batches(Batches),
    Sheet(Arc<Worksheet>),
}

/// Rows that have not been looked at.
pub(crate) enum Piece {
    /// A portion of text: it lies in the [`Raw`] that was given to be filled.
    Text,
    /// A part of a batch, and how many rows stand before it.
    Batch(RecordBatch, u64),
}

/// Rows as they are read.
pub(crate) enum Supply {
    Text(Portions<Box<dyn Read + Send>>, String),
    Batches {
        batches: Box<dyn Iterator<Item = Result<RecordBatch, ArrowError>> + Send>,
        batch: Option<RecordBatch>,
        at: usize,
        before: u64,
    },
    Sheet(workbook::Rows, Option<Vec<usize>>),
}

impl Piece {
    /// How many rows stand before it, and how many it has; of a text that lies in here.
    pub fn rows(&self, raw: &Raw) -> (u64, u64) {
        match self {
            Self::Text => (raw.before, raw.rows),
            Self::Batch(batch, before) => (*before, batch.num_rows() as u64),
        }
    }
}

impl Place {
    /// Opens it; of a text with a header, the first line is no row. Of batches only the columns at these places are
    /// read, in this order.
    pub fn open(&self, header: bool, columns: Option<Vec<usize>>) -> Result<Supply, DataError> {
        Ok(match self {
            Self::Text(bytes, form) => {
                let read = bytes
                    .open()
                    .map_err(|error| unreadable(bytes.name(), &error))?;
                Supply::Text(Portions::new(read, *form, header), bytes.name().to_owned())
            }
            Self::Sheet(sheet) => Supply::Sheet(sheet.open(), columns),
            Self::Batches(batches) => Supply::Batches {
                batches: (batches.open)(columns.as_deref())?,
                batch: None,
                at: 0,
                before: 0,
            },
        })
    }
}

impl Supply {
    /// The next piece; none at the end.
    pub fn next(&mut self, raw: &mut Raw) -> Result<Option<Piece>, DataError> {
        match self {
            Self::Text(portions, name) => match portions.next(raw) {
                Ok(more) => Ok(more.then_some(Piece::Text)),
                Err(error) => Err(unreadable(name, &error)),
            },
            Self::Sheet(rows, columns) => {
                let Some((batch, before)) = rows.next()? else {
                    return Ok(None);
                };
                let batch = of_columns(&batch, columns.as_deref());
                let batch = batch.map_err(|error| no_stream(&error))?;
                Ok(Some(Piece::Batch(batch, before)))
            }
            Self::Batches {
                batches,
                batch,
                at,
                before,
            } => loop {
                if let Some(whole) = batch {
                    let rows = whole.num_rows().saturating_sub(*at).min(MORSEL);
                    if rows > 0 {
                        let piece = Piece::Batch(whole.slice(*at, rows), *before);
                        *at = at.saturating_add(rows);
                        *before = before.saturating_add(rows as u64);
                        return Ok(Some(piece));
                    }
                }
                match batches.next() {
                    None => return Ok(None),
                    Some(next) => *batch = Some(next.map_err(|error| no_stream(&error))?),
                }
                *at = 0;
            },
        }
    }
}
