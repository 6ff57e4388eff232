//! Findings with what the source says of their rows, page by page; as Arrow, or as the contract writes them.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::sync::Arc;

use arrow_array::types::Int32Type;
use arrow_array::{
    ArrayRef, DictionaryArray, Int32Array, Int64Array, RecordBatch, RecordBatchReader, StringArray,
};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use bosoto::DataError;
use bosoto::base::order;
use bosoto::record::{Finding, Key, Table, message, shown_pid, shown_value};

use super::All;
use super::kinds::Kind;
use super::texts::{Form, Texts, text_at};
use crate::engine::{Judged, Packed, each};
use crate::error::changed;
use crate::rows::{Block, Layout, Piece, Raw, Short, Supply};

/// How many findings a page has, at least, while there are more.
const PAGE: usize = if cfg!(test) { 5 } else { 16_384 };
/// How many bytes a page's texts have at most, but for the last.
const FULL: usize = 64 * 1024 * 1024;
/// How many pieces are looked into at a time.
const AHEAD: usize = if cfg!(test) { 2 } else { 8 };

/// Some findings of one table.
pub(crate) struct Page {
    all: Arc<All>,
    judged: usize,
    found: Vec<Packed>,
    cells: Cells,
}

/// What the source says of rows.
#[derive(Default)]
struct Cells {
    hospcode: Texts,
    pid: Texts,
    seq: Texts,
    value: Texts,
}

impl Cells {
    fn append(&mut self, others: Self) {
        self.hospcode.append(others.hospcode);
        self.pid.append(others.pid);
        self.seq.append(others.seq);
        self.value.append(others.value);
    }

    fn size(&self) -> usize {
        let texts = [&self.hospcode, &self.pid, &self.seq, &self.value];
        texts.iter().map(|texts| texts.size()).sum()
    }
}

/// Every finding, page by page.
pub(crate) struct Details {
    all: Arc<All>,
    /// Which table, and how many of its findings were told.
    judged: usize,
    told: usize,
    supply: Option<Supply>,
    /// Findings with their cells that wait for their page to be full.
    waiting: VecDeque<(Vec<Packed>, Cells)>,
}

impl Details {
    pub fn of(all: Arc<All>) -> Self {
        Self {
            all,
            judged: 0,
            told: 0,
            supply: None,
            waiting: VecDeque::new(),
        }
    }

    fn page(&mut self) -> Result<Option<Page>, DataError> {
        while let Some(one) = self.all.judged.get(self.judged) {
            let mut page = Page {
                all: Arc::clone(&self.all),
                judged: self.judged,
                found: Vec::new(),
                cells: Cells::default(),
            };
            while page.found.len() < PAGE && page.cells.size() < FULL {
                if self.waiting.is_empty() {
                    Self::look_ahead(
                        one,
                        &self.all,
                        &mut self.told,
                        &mut self.supply,
                        &mut self.waiting,
                    )?;
                }
                let Some((found, cells)) = self.waiting.pop_front() else {
                    break;
                };
                if page.found.is_empty() {
                    (page.found, page.cells) = (found, cells);
                } else {
                    page.found.extend(found);
                    page.cells.append(cells);
                }
            }
            if !page.found.is_empty() {
                return Ok(Some(page));
            }
            self.judged = self.judged.saturating_add(1);
            self.told = 0;
            self.supply = None;
        }
        Ok(None)
    }

    /// Reads the next pieces that hold rows with findings.
    fn look_ahead(
        one: &Judged,
        all: &All,
        told: &mut usize,
        supply: &mut Option<Supply>,
        waiting: &mut VecDeque<(Vec<Packed>, Cells)>,
    ) -> Result<(), DataError> {
        let rest = one.found.get(*told..).unwrap_or_default();
        if rest.is_empty() {
            return Ok(());
        }
        // Findings of the table itself need no row.
        let of_table = rest.partition_point(|found| found.row() == 0);
        if of_table > 0 {
            let found = rest.get(..of_table).unwrap_or_default().to_vec();
            let cells = Cells::none(found.len());
            *told = told.saturating_add(of_table);
            waiting.push_back((found, cells));
            return Ok(());
        }
        let supply = match supply {
            Some(supply) => supply,
            None => supply.insert(one.open()?),
        };
        let mut taken = Vec::new();
        while taken.len() < AHEAD {
            let mut raw = Raw::default();
            let Some(piece) = supply.next(&mut raw)? else {
                break;
            };
            let (before, rows) = match &piece {
                Piece::Text => (raw.before, raw.rows),
                Piece::Batch(batch, before) => (*before, batch.num_rows() as u64),
            };
            let rest = one.found.get(*told..).unwrap_or_default();
            let end = rest.partition_point(|found| found.row() <= before.saturating_add(rows));
            if end > 0 {
                taken.push((piece, raw, rest.get(..end).unwrap_or_default()));
                *told = told.saturating_add(end);
            }
            if *told == one.found.len() {
                break;
            }
        }
        if taken.is_empty() {
            return Err(changed(one.layout.table));
        }
        let done = each(taken, |(piece, mut raw, found)| {
            let block =
                Block::of(piece, &mut raw, &one.layout).map_err(|_| changed(one.layout.table))?;
            Ok((found.to_vec(), Cells::of(one, all, &block, found)))
        });
        for result in done {
            waiting.push_back(result?);
        }
        Ok(())
    }
}

impl Iterator for Details {
    type Item = Result<Page, DataError>;

    fn next(&mut self) -> Option<Self::Item> {
        match self.page() {
            Ok(page) => page.map(Ok),
            Err(error) => {
                self.judged = usize::MAX;
                Some(Err(error))
            }
        }
    }
}

impl Cells {
    /// Those of so many findings of no row.
    fn none(count: usize) -> Self {
        Self {
            hospcode: Texts::nulls(count),
            pid: Texts::nulls(count),
            seq: Texts::nulls(count),
            value: Texts::nulls(count),
        }
    }

    fn of(one: &Judged, all: &All, block: &Block, found: &[Packed]) -> Self {
        let rows = Rows {
            layout: &one.layout,
            block,
            found,
        };
        Self {
            hospcode: rows.key("HOSPCODE"),
            pid: rows.key("PID"),
            seq: rows.key("SEQ"),
            value: rows.values(one.sheet.table, all),
        }
    }
}

/// The rows of a block in which something was found, a finding each. Most of what is read of them is short: its view is
/// taken over as it is.
struct Rows<'a> {
    layout: &'a Layout,
    block: &'a Block,
    found: &'a [Packed],
}

impl Rows<'_> {
    fn row(&self, found: Packed) -> usize {
        let number = found.row().saturating_sub(1);
        number.saturating_sub(self.block.before) as usize
    }

    fn cell(&self, slot: usize, row: usize) -> Cow<'_, str> {
        let cell = self.block.cell(self.layout, slot, row);
        self.block.encoding().read(cell)
    }

    /// A column of the key.
    fn key(&self, name: &str) -> Texts {
        let Some(slot) = self.layout.slot(name) else {
            return Texts::nulls(self.found.len());
        };
        let mut texts = Texts::with_room(self.found.len());
        let views = self.block.views(slot);
        for found in self.found {
            let row = self.row(*found);
            if let Some(short) = views.and_then(|views| Short::of(views.get(row)?)) {
                texts.push_short(short);
                continue;
            }
            let cell = self.cell(slot, row);
            let shows = !self.block.is_ragged(row) || may_be_a_key(&cell);
            texts.push_cell(match name {
                _ if !shows => "",
                "PID" => shown_pid(&cell),
                _ => &cell,
            });
        }
        texts
    }

    /// The value of each finding, where it shows one (RV-07).
    fn values(&self, table: Table, all: &All) -> Texts {
        let shows = |kind: &Kind| {
            let (column, slot) = (kind.column?, self.layout.slot(kind.name?)?);
            // What is shown of a cell that is short; of another it is asked again.
            shown_value(column, kind.code, "0", all.values)?;
            Some((column, kind.code, slot, self.block.views(slot)))
        };
        let shown: Vec<_> = all.kinds.all.iter().map(shows).collect();
        let mut texts = Texts::with_room(self.found.len());
        for found in self.found {
            let kind = shown.get(all.kinds.number(table, *found));
            let Some((column, code, slot, views)) = kind.and_then(Option::as_ref) else {
                texts.push(None);
                continue;
            };
            let row = self.row(*found);
            match views.and_then(|views| Short::of(views.get(row)?)) {
                Some(short) => texts.push_short(short),
                None => {
                    let cell = self.cell(*slot, row);
                    texts.push(shown_value(column, *code, &cell, all.values));
                }
            }
        }
        texts
    }
}

/// Some findings of a block, or of the table itself where there is none, as the contract writes them.
pub(crate) fn findings_of(
    all: &Arc<All>,
    judged: usize,
    block: Option<&Block>,
    found: &[Packed],
) -> impl Iterator<Item = Finding> {
    let cells = match (all.judged.get(judged), block) {
        (Some(one), Some(block)) => Cells::of(one, all, block, found),
        _ => Cells::none(found.len()),
    };
    let page = Page {
        all: Arc::clone(all),
        judged,
        found: found.to_vec(),
        cells,
    };
    page.findings()
}

/// Whether a cell of a row whose fields may have moved looks like a key's and no person's: a name or a citizen id may
/// stand in its place.
fn may_be_a_key(cell: &str) -> bool {
    cell.len() < 13
        && cell
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-_/".contains(&byte))
}

impl Page {
    fn one(&self) -> Option<&Judged> {
        self.all.judged.get(self.judged)
    }

    /// Each finding as the contract writes it.
    pub fn findings(self) -> impl Iterator<Item = Finding> {
        let Self {
            all,
            judged,
            found,
            cells,
        } = self;
        let one = all.judged.get(judged);
        let file = one.and_then(|one| one.sheet.file.clone());
        let cells = [cells.hospcode, cells.pid, cells.seq, cells.value].map(Texts::views);
        let finding = |(at, found): (usize, &Packed)| {
            let kind = all.kinds.kind(one?.sheet.table, *found)?;
            let [hospcode, pid, seq, value] = cells.each_ref().map(|texts| text_at(texts, at));
            Some(Finding {
                file: file.clone(),
                rule: kind.code.rule(),
                code: kind.code,
                severity: kind.severity,
                table: kind.table,
                row: found.row() as usize,
                column: kind.name,
                key: Key {
                    hospcode: hospcode.map(Into::into),
                    pid: pid.map(Into::into),
                    seq: seq.map(Into::into),
                },
                value: value.map(Into::into),
                message: message(kind.table, kind.column, kind.code),
            })
        };
        let findings: Vec<Finding> = found.iter().enumerate().filter_map(finding).collect();
        findings.into_iter()
    }
}

/// Every finding as Arrow.
pub(crate) struct Batches {
    details: Details,
    maker: Maker,
    ready: VecDeque<Result<RecordBatch, ArrowError>>,
}

/// Makes a batch of a page.
struct Maker {
    words: Words,
    form: Form,
    schema: SchemaRef,
}

/// The texts that stand in many rows, and which of them each kind has.
struct Words {
    file: ArrayRef,
    rule: Worded,
    code: Worded,
    severity: Worded,
    table: Worded,
    column: Worded,
    th: Worded,
    en: Worded,
}

/// Different texts, and the place of each kind's among them.
struct Worded {
    texts: ArrayRef,
    places: Vec<Option<i32>>,
}

impl Worded {
    fn of<'a>(kinds: &'a [Kind], of: impl Fn(&'a Kind) -> Option<&'a str>) -> Self {
        let mut texts: Vec<&str> = kinds.iter().filter_map(&of).collect();
        order::sort(&mut texts);
        texts.dedup();
        let place = |kind| of(kind).and_then(|text| Some(texts.binary_search(&text).ok()? as i32));
        Self {
            places: kinds.iter().map(place).collect(),
            texts: Arc::new(StringArray::from_iter_values(texts)),
        }
    }

    fn column(&self, kinds: &[usize]) -> Result<ArrayRef, ArrowError> {
        let places = kinds
            .iter()
            .map(|kind| self.places.get(*kind).copied().flatten());
        let places = match self.places.contains(&None) {
            true => Int32Array::from_iter(places),
            false => Int32Array::from_iter_values(places.map(Option::unwrap_or_default)),
        };
        dictionary(places, &self.texts)
    }
}

fn dictionary(places: Int32Array, texts: &ArrayRef) -> Result<ArrayRef, ArrowError> {
    let array = DictionaryArray::<Int32Type>::try_new(places, Arc::clone(texts))?;
    Ok(Arc::new(array))
}

impl Batches {
    pub fn of(all: Arc<All>, form: Form) -> Self {
        let kinds = &all.kinds.all;
        let mut files: Vec<&str> = all
            .judged
            .iter()
            .filter_map(|one| one.sheet.file.as_deref())
            .collect();
        order::sort(&mut files);
        files.dedup();
        let words = Words {
            file: Arc::new(StringArray::from_iter_values(files)),
            rule: Worded::of(kinds, |kind| Some(kind.code.rule().id)),
            code: Worded::of(kinds, |kind| Some(kind.code.name())),
            severity: Worded::of(kinds, |kind| Some(kind.severity.name())),
            table: Worded::of(kinds, |kind| Some(kind.table.name())),
            column: Worded::of(kinds, |kind| kind.name),
            th: Worded::of(kinds, |kind| Some(&kind.th)),
            en: Worded::of(kinds, |kind| Some(&kind.en)),
        };
        Self {
            details: Details::of(all),
            maker: Maker {
                words,
                form,
                schema: schema(form),
            },
            ready: VecDeque::new(),
        }
    }

    /// Makes the next batches, on all cores.
    fn make_ready(&mut self) {
        let (mut pages, mut size) = (Vec::new(), 0_usize);
        let mut problem = None;
        while pages.len() < AHEAD && size < FULL {
            match self.details.next() {
                Some(Ok(page)) => {
                    size = size.saturating_add(page.cells.size());
                    pages.push(page);
                }
                Some(Err(error)) => {
                    problem = Some(ArrowError::from_external_error(Box::new(error)));
                    break;
                }
                None => break,
            }
        }
        let maker = &self.maker;
        self.ready.extend(each(pages, |page| maker.batch(page)));
        self.ready.extend(problem.map(Err));
    }
}

impl Maker {
    fn batch(&self, page: Page) -> Result<RecordBatch, ArrowError> {
        let Some(one) = page.one() else {
            return Ok(RecordBatch::new_empty(Arc::clone(&self.schema)));
        };
        let number = |found: &Packed| page.all.kinds.number(one.sheet.table, *found);
        let kinds: Vec<usize> = page.found.iter().map(number).collect();
        let file = one.sheet.file.as_deref().and_then(|file| {
            let files = self.words.file.as_any().downcast_ref::<StringArray>()?;
            files.iter().position(|known| known == Some(file))
        });
        let file = match file {
            Some(at) => Int32Array::from_value(at as i32, page.found.len()),
            None => Int32Array::new_null(page.found.len()),
        };
        let rows = page.found.iter().map(|found| found.row().cast_signed());
        let words = &self.words;
        let columns = vec![
            dictionary(file, &words.file)?,
            words.rule.column(&kinds)?,
            words.code.column(&kinds)?,
            words.severity.column(&kinds)?,
            words.table.column(&kinds)?,
            Arc::new(Int64Array::from_iter_values(rows)),
            words.column.column(&kinds)?,
            page.cells.hospcode.done(self.form)?,
            page.cells.pid.done(self.form)?,
            page.cells.seq.done(self.form)?,
            page.cells.value.done(self.form)?,
            words.th.column(&kinds)?,
            words.en.column(&kinds)?,
        ];
        RecordBatch::try_new(Arc::clone(&self.schema), columns)
    }
}

fn schema(form: Form) -> SchemaRef {
    let text = match form {
        Form::Utf8 => DataType::Utf8,
        Form::Views => DataType::Utf8View,
    };
    let words = || DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8));
    let fields = [
        ("file", words()),
        ("rule", words()),
        ("code", words()),
        ("severity", words()),
        ("table", words()),
        ("row", DataType::Int64),
        ("column", words()),
        ("hospcode", text.clone()),
        ("pid", text.clone()),
        ("seq", text.clone()),
        ("value", text.clone()),
        ("message_th", words()),
        ("message_en", words()),
    ];
    let fields = fields
        .into_iter()
        .map(|(name, data_type)| Field::new(name, data_type, true));
    Arc::new(Schema::new(fields.collect::<Vec<_>>()))
}

impl Iterator for Batches {
    type Item = Result<RecordBatch, ArrowError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ready.is_empty() {
            self.make_ready();
        }
        self.ready.pop_front()
    }
}

impl RecordBatchReader for Batches {
    fn schema(&self) -> SchemaRef {
        Arc::clone(&self.maker.schema)
    }
}
