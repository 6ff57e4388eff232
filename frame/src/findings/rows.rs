//! The rows of the source themselves, those without an error or those with one.

use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch, RecordBatchOptions, RecordBatchReader, make_array};
use arrow_data::transform::MutableArrayData;
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use bosoto::DataError;
use bosoto::record::{Severity, Table};

use super::texts::{Form, Texts};
use super::{All, Stream, of_rows};
use crate::engine::{Judged, within};
use crate::error::changed;
use crate::rows::{Block, Layout, Place, Raw, Supply};

/// Which rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Good,
    Bad,
}

/// A stream for each table that was judged.
pub(crate) fn streams(all: &Arc<All>, part: Part) -> Vec<(Table, Stream)> {
    let tables = Table::ALL.iter().filter_map(|table| {
        let is_its = |(_, one): &(usize, &Judged)| one.sheet.table == *table;
        let own: Vec<usize> = all
            .judged
            .iter()
            .enumerate()
            .filter(is_its)
            .map(|(at, _)| at)
            .collect();
        let stream = (!own.is_empty()).then(|| Rows::of(Arc::clone(all), own, part))?;
        Some((*table, Box::new(stream) as Stream))
    });
    tables.collect()
}

/// The rows of one table, of all files.
struct Rows {
    all: Arc<All>,
    /// The members that are still to be read.
    members: Vec<usize>,
    part: Part,
    schema: SchemaRef,
    current: Option<Member>,
}

/// A member that is being read.
struct Member {
    judged: usize,
    /// What is read of it: every column.
    layout: Layout,
    supply: Supply,
    /// The number of the last row that was read.
    read: u64,
    /// The rows with an error, from 0.
    bad: Vec<u32>,
    /// Of each field of the schema, its place in the member.
    places: Vec<Option<usize>>,
}

/// The names of a member's fields, each once and none empty.
fn names(one: &Judged) -> Vec<String> {
    let mut names = Vec::<String>::new();
    for (place, name) in one.layout.names.iter().enumerate() {
        let number = place.saturating_add(1);
        let name = match name.trim_matches(' ') {
            "" => format!("column_{number}"),
            name => name.to_owned(),
        };
        let is_new = !names.iter().any(|known| known.eq_ignore_ascii_case(&name));
        names.push(if is_new {
            name
        } else {
            format!("{name}_{number}")
        });
    }
    names
}

/// The rows with an error, from 0, in order.
pub(crate) fn bad_rows(all: &All, one: &Judged) -> Vec<u32> {
    let is_error = |found: &_| {
        let kind = all.kinds.kind(one.sheet.table, *found);
        kind.is_some_and(|kind| kind.severity == Severity::Error)
    };
    let rows = of_rows(&one.found).filter(|row| row.iter().any(is_error));
    let first = rows.filter_map(|row| row.first());
    first
        .map(|found| found.row().wrapping_sub(1) as u32)
        .collect()
}

impl Rows {
    fn of(all: Arc<All>, mut members: Vec<usize>, part: Part) -> Self {
        members.reverse();
        let own: Vec<&Judged> = members
            .iter()
            .rev()
            .filter_map(|at| all.judged.get(*at))
            .collect();
        let schema = match own.as_slice() {
            [Judged { sheet, .. }] if let Place::Batches(batches) = &sheet.place => {
                Arc::clone(&batches.schema)
            }
            several => of_texts(several),
        };
        Self {
            all,
            members,
            part,
            schema,
            current: None,
        }
    }

    fn batch(&mut self) -> Result<Option<RecordBatch>, ArrowError> {
        loop {
            let Some(member) = &mut self.current else {
                let Some(next) = self.members.pop() else {
                    return Ok(None);
                };
                self.current = self.open(next).map_err(external)?;
                continue;
            };
            let mut raw = Raw::default();
            let piece = member.supply.next(&mut raw).map_err(external)?;
            let one = self.all.judged.get(member.judged);
            let (Some(piece), Some(one)) = (piece, one) else {
                let read = member.read;
                self.current = None;
                one.map_or(Ok(()), |one| one.expect(read))
                    .map_err(external)?;
                continue;
            };
            let block = Block::of(piece, &mut raw, &member.layout);
            let block = block.map_err(|_| external(changed(one.layout.table)))?;
            member.read = block.last_row();
            let runs = member.runs(&block, self.part);
            if !runs.is_empty() {
                return member.batch(&block, &runs, &self.schema).map(Some);
            }
        }
    }

    fn open(&self, judged: usize) -> Result<Option<Member>, DataError> {
        let Some(one) = self.all.judged.get(judged) else {
            return Ok(None);
        };
        let names = names(one);
        let place = |field: &Arc<Field>| {
            names
                .iter()
                .position(|name| name.eq_ignore_ascii_case(field.name()))
        };
        let is_batches = matches!(one.sheet.place, Place::Batches(_));
        // No cell is looked at: its columns are handed on, whatever they are.
        let layout = one.layout.only(&[]);
        Ok(Some(Member {
            judged,
            supply: one.open(&layout)?,
            layout,
            read: 0,
            bad: bad_rows(&self.all, one),
            places: match is_batches && self.schema.fields().len() == names.len() {
                true => (0..names.len()).map(Some).collect(),
                false => self.schema.fields().iter().map(place).collect(),
            },
        }))
    }
}

/// Text columns by the names of all members, in the order in which they are first seen.
fn of_texts(members: &[&Judged]) -> SchemaRef {
    let mut fields = Vec::<Field>::new();
    for name in members.iter().flat_map(|one| names(one)) {
        if !fields
            .iter()
            .any(|field| field.name().eq_ignore_ascii_case(&name))
        {
            fields.push(Field::new(name, DataType::Utf8, true));
        }
    }
    Arc::new(Schema::new(fields))
}

impl Member {
    /// The rows that are wanted of a block, from its first, as ranges.
    fn runs(&self, block: &Block, part: Part) -> Vec<(usize, usize)> {
        let bad = within(&self.bad, block.before, block.rows as u64);
        let bad = bad
            .iter()
            .map(|row| u64::from(*row).saturating_sub(block.before) as usize);
        let mut runs = Vec::<(usize, usize)>::new();
        let mut add = |begin: usize, end: usize| match runs.last_mut() {
            Some((_, last)) if *last == begin => *last = end,
            _ if begin < end => runs.push((begin, end)),
            _ => {}
        };
        let mut next = 0;
        for row in bad {
            let after = row.saturating_add(1);
            match part {
                Part::Good => add(next, row),
                Part::Bad => add(row, after),
            }
            next = after;
        }
        if part == Part::Good {
            add(next, block.rows);
        }
        runs
    }

    fn batch(
        &self,
        block: &Block,
        runs: &[(usize, usize)],
        schema: &SchemaRef,
    ) -> Result<RecordBatch, ArrowError> {
        let columns = self
            .places
            .iter()
            .zip(schema.fields())
            .map(|(place, field)| {
                let given = block
                    .batch()
                    .and_then(|batch| batch.columns().get((*place)?));
                match given {
                    Some(array) if array.data_type() == field.data_type() => chosen(array, runs),
                    _ => texts(block, *place, runs),
                }
            });
        let columns = columns.collect::<Result<Vec<_>, _>>()?;
        let rows = runs
            .iter()
            .map(|(begin, end)| end.saturating_sub(*begin))
            .sum();
        let options = RecordBatchOptions::new().with_row_count(Some(rows));
        RecordBatch::try_new_with_options(Arc::clone(schema), columns, &options)
    }
}

/// Some rows of a column; a single run is not copied.
fn chosen(array: &ArrayRef, runs: &[(usize, usize)]) -> Result<ArrayRef, ArrowError> {
    if let [(begin, end)] = runs {
        return Ok(array.slice(*begin, end.saturating_sub(*begin)));
    }
    let data = array.to_data();
    let rows = runs
        .iter()
        .map(|(begin, end)| end.saturating_sub(*begin))
        .sum();
    let mut copied = MutableArrayData::new(vec![&data], false, rows);
    for (begin, end) in runs {
        copied.try_extend(0, *begin, *end)?;
    }
    Ok(make_array(copied.freeze()))
}

/// Some rows of a text, as the cells stand there; null where a row has no such cell.
fn texts(
    block: &Block,
    place: Option<usize>,
    runs: &[(usize, usize)],
) -> Result<ArrayRef, ArrowError> {
    let mut texts = Texts::default();
    for row in runs.iter().flat_map(|(begin, end)| *begin..*end) {
        let text = place.and_then(|place| block.text(place, row));
        texts.push(text.as_deref());
    }
    texts.done(Form::Utf8)
}

fn external(error: DataError) -> ArrowError {
    ArrowError::from_external_error(Box::new(error))
}

impl Iterator for Rows {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        let batch = self.batch();
        if batch.is_err() {
            self.members.clear();
            self.current = None;
        }
        batch.transpose()
    }
}

impl RecordBatchReader for Rows {
    fn schema(&self) -> SchemaRef {
        Arc::clone(&self.schema)
    }
}
