//! A worksheet that is a table, and its rows as columns of text, read in portions.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::{io, thread};

use arrow_array::builder::StringBuilder;
use arrow_array::{ArrayRef, RecordBatch, RecordBatchOptions};
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use bosoto::DataError;
use bosoto::text::Message;
use calamine::{DataRef, DataType as _};

use super::header::{Header, Taken, cell_name};
use super::survey::Surveyed;
use super::{Tab, Workbook, cells, damaged, notes, opened};
use crate::error::unreadable;
use crate::rows::{Holds, Known};

/// How many rows are made ready together; few in tests, so that there are many borders.
const PORTION: usize = if cfg!(test) { 5 } else { 8_192 };
/// How many portions wait to be judged.
const AHEAD: usize = 2;

/// A worksheet that is a table.
#[derive(Debug)]
pub(crate) struct Worksheet {
    path: Arc<PathBuf>,
    file: String,
    name: String,
    /// How a note calls it.
    pub(super) label: String,
    is_1904: bool,
    pub(super) surveyed: Surveyed,
    /// The row of the header, from 0.
    pub(super) header_row: Option<u32>,
    /// Whether there is anything above it.
    pub(super) has_above: bool,
    /// The first row of the table, from 0.
    first: u32,
    /// The fields: columns of the standard by their names, others by what stands in the header.
    pub names: Vec<String>,
    /// What is taken for what.
    pub taken: Vec<Taken>,
    /// Whether it has no cell at all.
    pub is_empty: bool,
    /// Whether it is known what stands where.
    pub is_judged: bool,
    holds: Vec<Holds>,
    seen: Arc<Seen>,
}

/// What is known only once the rows were gone through.
#[derive(Debug, Default)]
struct Seen {
    /// Cells right of the header.
    beyond: AtomicU64,
    /// Formulas without a result.
    unsaved: AtomicU64,
}

impl Worksheet {
    pub(super) fn of(book: &Workbook, tab: &Tab, known: Known) -> Self {
        let header = Header::find(&tab.first, known);
        let first_filled = tab.first.first().map_or(0, |row| row.row);
        let mut sheet = Self {
            path: Arc::clone(&book.path),
            file: book.file.clone(),
            name: tab.name.clone(),
            label: book.label(&tab.name),
            is_1904: book.is_1904,
            surveyed: tab.surveyed,
            header_row: header.as_ref().map(|header| header.row),
            has_above: header
                .as_ref()
                .is_some_and(|header| header.row > first_filled),
            first: first_filled,
            names: Vec::new(),
            taken: Vec::new(),
            is_empty: tab.first.is_empty(),
            is_judged: true,
            holds: Vec::new(),
            seen: Arc::default(),
        };
        match header {
            Some(header) => sheet.with_header(header, known),
            None => sheet.without_header(tab, known),
        }
        sheet.holds = sheet.names.iter().map(|name| known.holds(name)).collect();
        sheet
    }

    fn with_header(&mut self, header: Header, known: Known) {
        self.first = header.row.saturating_add(1);
        for (place, cell) in header.cells.into_iter().enumerate() {
            let column = known.called(&cell);
            self.names
                .push(column.map_or_else(|| cell.clone(), str::to_owned));
            if !cell.is_empty() {
                self.taken.push(Taken {
                    header: Some(cell),
                    place: cell_name(header.row, place),
                    column,
                });
            }
        }
    }

    /// The standard's columns in its order, where the widest of the first rows says that it can be them.
    fn without_header(&mut self, tab: &Tab, known: Known) {
        let last = |row: &super::FirstRow| row.cells.last().map(|(column, _)| *column);
        let widest = tab.first.iter().filter_map(last).max();
        let width = widest.map_or(0, |last| last.saturating_add(1)) as usize;
        let usual = known.usual_names(width);
        self.is_judged = usual.is_some();
        let unnamed = || (1..=width).map(|place| format!("column_{place}")).collect();
        self.names = usual.unwrap_or_else(unnamed);
        for (place, name) in self.names.iter().enumerate().filter(|_| self.is_judged) {
            self.taken.push(Taken {
                header: None,
                place: cell_name(self.first, place),
                column: known.called(name),
            });
        }
    }

    /// Whether it has a header.
    pub fn has_header(&self) -> bool {
        self.header_row.is_some()
    }

    /// Its own name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What a person should know of how it was read.
    pub fn notes(&self) -> Vec<Message> {
        notes::notes(self)
    }

    pub(super) fn beyond(&self) -> u64 {
        self.seen.beyond.load(Ordering::Relaxed)
    }

    pub(super) fn unsaved(&self) -> u64 {
        self.seen.unsaved.load(Ordering::Relaxed)
    }

    /// Its rows from the first.
    pub fn open(self: &Arc<Self>) -> Rows {
        let (send, receive) = sync_channel(AHEAD);
        let sheet = Arc::clone(self);
        // The reader of a workbook borrows the workbook, so that both live on a thread of their own. It ends with the
        // last row, or as soon as nobody waits for the next.
        thread::spawn(move || {
            let end = match sheet.read(&send) {
                Ok(()) => Portion::End,
                Err(error) => Portion::Failed(error),
            };
            let _ = send.send(end);
        });
        Rows {
            receive: Some(receive),
            file: self.file.clone(),
        }
    }

    fn read(&self, send: &SyncSender<Portion>) -> io::Result<()> {
        let mut book = opened(&self.path)?;
        let mut cells = book.worksheet_cells_reader(&self.name).map_err(damaged)?;
        let mut gathered = Gathered::of(self, send);
        if self.surveyed.formulas > 0 {
            while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(damaged)? {
                let is_unsaved = cell.formula.is_some() && matches!(cell.value, DataRef::Empty);
                if is_unsaved && cell.pos.0 >= self.first {
                    gathered.unsaved = gathered.unsaved.saturating_add(1);
                }
                if !gathered.add(cell.pos, &cell.value)? {
                    return Ok(());
                }
            }
        } else {
            while let Some(cell) = cells.next_cell().map_err(damaged)? {
                if !gathered.add(cell.get_position(), cell.get_value())? {
                    return Ok(());
                }
            }
        }
        gathered.row_done();
        gathered.pass_on();
        self.seen.beyond.store(gathered.beyond, Ordering::Relaxed);
        self.seen.unsaved.store(gathered.unsaved, Ordering::Relaxed);
        Ok(())
    }
}

/// What comes from the thread that reads.
enum Portion {
    /// Rows, and how many stand before them.
    Rows(RecordBatch, u64),
    End,
    Failed(io::Error),
}

/// The rows of a worksheet as they are read.
pub(crate) struct Rows {
    /// None behind the last row: several threads ask for the next.
    receive: Option<Receiver<Portion>>,
    file: String,
}

impl Rows {
    /// The next portion with the number of rows before it; none at the end.
    pub fn next(&mut self) -> Result<Option<(RecordBatch, u64)>, DataError> {
        let Some(receive) = &self.receive else {
            return Ok(None);
        };
        let error = match receive.recv() {
            Ok(Portion::Rows(batch, before)) => return Ok(Some((batch, before))),
            Ok(Portion::End) => None,
            Ok(Portion::Failed(error)) => Some(error),
            // The thread ended without a word: it stumbled over the file.
            Err(_) => Some(io::ErrorKind::InvalidData.into()),
        };
        self.receive = None;
        error.map_or(Ok(None), |error| Err(unreadable(&self.file, &error)))
    }
}

/// Rows that are being gathered. One without anything in it is counted and left out.
struct Gathered<'a> {
    sheet: &'a Worksheet,
    send: &'a SyncSender<Portion>,
    schema: SchemaRef,
    columns: Vec<StringBuilder>,
    /// How many rows stand before the portion.
    before: u64,
    rows: usize,
    /// The row that is being filled, from 0 in the worksheet.
    row: u32,
    /// Which of its cells are.
    filled: Vec<bool>,
    has_any: bool,
    beyond: u64,
    unsaved: u64,
}

impl<'a> Gathered<'a> {
    fn of(sheet: &'a Worksheet, send: &'a SyncSender<Portion>) -> Self {
        let field = |(place, _)| Field::new(format!("{place}"), DataType::Utf8, true);
        let fields: Vec<Field> = sheet.names.iter().enumerate().map(field).collect();
        Self {
            sheet,
            send,
            schema: Arc::new(Schema::new(fields)),
            columns: sheet.names.iter().map(|_| StringBuilder::new()).collect(),
            before: 0,
            rows: 0,
            row: sheet.first,
            filled: vec![false; sheet.names.len()],
            has_any: false,
            beyond: 0,
            unsaved: 0,
        }
    }

    /// Adds a cell; false where nobody waits for more.
    fn add(&mut self, (row, column): (u32, u32), cell: &DataRef<'_>) -> io::Result<bool> {
        if row < self.sheet.first || is_blank(cell) {
            return Ok(true);
        }
        if row < self.row {
            return Err(io::ErrorKind::InvalidData.into());
        }
        if row > self.row && !self.go_to(row) {
            return Ok(false);
        }
        let place = column as usize;
        let (Some(builder), Some(filled), Some(holds)) = (
            self.columns.get_mut(place),
            self.filled.get_mut(place),
            self.sheet.holds.get(place),
        ) else {
            self.beyond = self.beyond.saturating_add(1);
            return Ok(true);
        };
        if !*filled {
            *filled = true;
            self.has_any = true;
            cells::write(cell, *holds, self.sheet.is_1904, builder).map_err(damaged)?;
            // What was written so far is the cell.
            builder.append_value("");
        }
        Ok(true)
    }

    /// Ends the row and begins another further down. A portion has no gap.
    fn go_to(&mut self, row: u32) -> bool {
        self.row_done();
        let is_next = row == self.row;
        let goes_on = if self.rows >= PORTION || (!is_next && self.rows > 0) {
            self.pass_on()
        } else {
            true
        };
        if self.rows == 0 {
            self.before = u64::from(row.saturating_sub(self.sheet.first));
        }
        self.row = row;
        goes_on
    }

    /// Fills what is missing of a row, and stands on the next.
    fn row_done(&mut self) {
        if self.has_any {
            for (builder, filled) in self.columns.iter_mut().zip(&mut self.filled) {
                if !*filled {
                    builder.append_null();
                }
                *filled = false;
            }
            self.rows = self.rows.saturating_add(1);
        }
        self.has_any = false;
        self.row = self.row.saturating_add(1);
    }

    /// Hands the portion over; false where nobody waits for it.
    fn pass_on(&mut self) -> bool {
        if self.rows == 0 {
            return true;
        }
        let columns = self
            .columns
            .iter_mut()
            .map(|builder| Arc::new(builder.finish()) as ArrayRef);
        let options = RecordBatchOptions::new().with_row_count(Some(self.rows));
        let columns = columns.collect();
        let batch = RecordBatch::try_new_with_options(Arc::clone(&self.schema), columns, &options);
        let portion = match batch {
            Ok(batch) => Portion::Rows(batch, self.before),
            Err(_) => Portion::Failed(io::ErrorKind::InvalidData.into()),
        };
        self.rows = 0;
        self.send.send(portion).is_ok()
    }
}

fn is_blank(cell: &DataRef<'_>) -> bool {
    cell.is_empty() || cell.get_string().is_some_and(str::is_empty)
}
