//! Findings with what the source says of their rows, page by page; as Arrow, or as the contract writes them.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::ops::Range;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::Int32Type;
use arrow_array::{
    Array, ArrayRef, DictionaryArray, Int32Array, Int64Array, RecordBatch, RecordBatchReader,
    StringArray, StringViewArray, UInt32Array,
};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use bosoto::DataError;
use bosoto::base::order;
use bosoto::record::{Finding, Key, Table, message, shown_pid, shown_value};

use super::All;
use super::kinds::Kind;
use super::texts::{Column, Form, Texts, text_at};
use crate::engine::{Judged, Packed};
use crate::error::changed;
use crate::rows::{Block, Layout, Raw, Supply, plain, views};
use crate::threads::each;

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
    hospcode: Column,
    pid: Column,
    seq: Column,
    value: Column,
}

impl Cells {
    fn append(&mut self, others: Self) {
        self.hospcode.append(others.hospcode);
        self.pid.append(others.pid);
        self.seq.append(others.seq);
        self.value.append(others.value);
    }

    fn size(&self) -> usize {
        let columns = [&self.hospcode, &self.pid, &self.seq, &self.value];
        columns.iter().map(|column| column.size()).sum()
    }
}

/// Every finding, page by page.
pub(crate) struct Details {
    all: Arc<All>,
    /// Which table, and how many of its findings were told.
    judged: usize,
    told: usize,
    supply: Option<(Layout, Supply)>,
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
        supply: &mut Option<(Layout, Supply)>,
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
        let (layout, supply) = match supply {
            Some(supply) => supply,
            None => {
                let layout = of_found(one, all, None);
                let opened = one.open(&layout)?;
                supply.insert((layout, opened))
            }
        };
        let mut taken = Vec::new();
        while taken.len() < AHEAD {
            let mut raw = Raw::default();
            let Some(piece) = supply.next(&mut raw)? else {
                break;
            };
            let (before, rows) = piece.rows(&raw);
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
            let block = Block::of(piece, &mut raw, layout);
            let block = block.map_err(|_| changed(layout.table))?;
            let cells = Cells::of(one.sheet.table, layout, all, &block, found);
            Ok((found.to_vec(), cells))
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
            hospcode: Column::Gathered(Texts::nulls(count)),
            pid: Column::Gathered(Texts::nulls(count)),
            seq: Column::Gathered(Texts::nulls(count)),
            value: Column::Gathered(Texts::nulls(count)),
        }
    }

    fn of(table: Table, layout: &Layout, all: &All, block: &Block, found: &[Packed]) -> Self {
        let rows = Rows::of(layout, block, found);
        let [hospcode, pid, seq] = KEY;
        Self {
            hospcode: rows.key(hospcode),
            pid: rows.key(pid),
            seq: rows.key(seq),
            value: Column::Gathered(rows.values(table, all)),
        }
    }
}

/// The columns that tell which row a finding is of.
const KEY: [&str; 3] = ["HOSPCODE", "PID", "SEQ"];

/// What is read of a table to tell what was found in it: the key, the columns in which something was found, and another.
pub(crate) fn of_found(one: &Judged, all: &All, another: Option<&str>) -> Layout {
    let is_found = |name: &str| {
        let mut kinds = all.kinds.all.iter();
        kinds.any(|kind| kind.table == one.sheet.table && kind.name == Some(name))
    };
    let is_read = |name: &str| KEY.contains(&name) || another == Some(name) || is_found(name);
    let slots = one.layout.slots.iter().enumerate();
    let slots = slots.filter(|(_, slot)| is_read(slot.name));
    one.layout
        .only(&slots.map(|(at, _)| at).collect::<Vec<_>>())
}

/// The rows of a block in which something was found, a finding each. Most of what is read of them is short: its view is
/// taken over as it is.
struct Rows<'a> {
    layout: &'a Layout,
    block: &'a Block,
    found: &'a [Packed],
    /// Where they lie in the block, if they are rows that follow each other and each has one finding, as where something is
    /// wrong with all.
    run: Option<Range<usize>>,
}

impl<'a> Rows<'a> {
    fn of(layout: &'a Layout, block: &'a Block, found: &'a [Packed]) -> Self {
        let mut rows = Self {
            layout,
            block,
            found,
            run: None,
        };
        let begin = found.first().map_or(0, |found| rows.row(*found));
        let follows = |(at, found): (usize, &Packed)| rows.row(*found) == begin.wrapping_add(at);
        if found.iter().enumerate().all(follows) {
            rows.run = Some(begin..begin.wrapping_add(found.len()));
        }
        rows
    }

    fn row(&self, found: Packed) -> usize {
        let number = found.row().saturating_sub(1);
        number.saturating_sub(self.block.before) as usize
    }

    fn cell(&self, slot: usize, row: usize) -> Cow<'_, str> {
        let cell = self.block.cell(self.layout, slot, row);
        self.block.encoding().read(cell)
    }

    /// A column of the key as it stands in the source, if each of its cells is shown as it is.
    fn own(&self, slot: usize) -> Option<StringViewArray> {
        let (column, run) = (self.block.views(slot)?, self.run.clone()?);
        let is_shown = |view: &[u8; 16]| {
            let short = plain(view);
            short.is_some_and(|short| short.number() == u128::from_le_bytes(*view))
        };
        let are_shown = views(column).get(run.clone())?.iter().all(is_shown);
        are_shown.then(|| column.slice(run.start, run.len()))
    }

    /// A column of the key.
    fn key(&self, name: &str) -> Column {
        match self.layout.slot(name) {
            None => Column::Gathered(Texts::nulls(self.found.len())),
            Some(slot) => match self.own(slot) {
                Some(column) => Column::Own(column),
                None => Column::Gathered(self.gathered(slot, name)),
            },
        }
    }

    fn gathered(&self, slot: usize, name: &str) -> Texts {
        let mut texts = Texts::with_room(self.found.len());
        let views = self.block.views(slot).map(views);
        for found in self.found {
            let row = self.row(*found);
            if let Some(short) = views.and_then(|views| plain(views.get(row)?)) {
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
            let views = self.block.views(slot).map(views);
            Some((column, kind.code, slot, views))
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
            match views.and_then(|views| plain(views.get(row)?)) {
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

/// Some findings of a block, read by this layout, or of the table itself where there is none, as the contract writes them.
pub(crate) fn findings_of(
    all: &Arc<All>,
    judged: usize,
    block: Option<(&Layout, &Block)>,
    found: &[Packed],
) -> impl Iterator<Item = Finding> {
    let cells = match (all.judged.get(judged), block) {
        (Some(one), Some((layout, block))) => Cells::of(one.sheet.table, layout, all, block, found),
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
        let cells = [cells.hospcode, cells.pid, cells.seq, cells.value].map(Column::views);
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
    told: Told,
    words: Words,
    schema: SchemaRef,
}

/// How findings are told.
#[derive(Clone, Copy)]
enum Told {
    /// In words, as the contract has them.
    InWords,
    /// By the numbers of their kinds and files ([`kinds_batch`], [`files_batch`]), with views of texts: whoever puts them
    /// together himself need not take over a million words.
    ByNumber,
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

impl Words {
    fn of(all: &All) -> Self {
        let kinds = &all.kinds.all;
        Self {
            file: files(all),
            rule: Worded::of(kinds, |kind| Some(kind.code.rule().id)),
            code: Worded::of(kinds, |kind| Some(kind.code.name())),
            severity: Worded::of(kinds, |kind| Some(kind.severity.name())),
            table: Worded::of(kinds, |kind| Some(kind.table.name())),
            column: Worded::of(kinds, |kind| kind.name),
            th: Worded::of(kinds, |kind| Some(&kind.th)),
            en: Worded::of(kinds, |kind| Some(&kind.en)),
        }
    }

    /// The number of a file.
    fn place(&self, file: &str) -> Option<usize> {
        let files = self.file.as_string::<i32>();
        files.iter().position(|known| known == Some(file))
    }
}

/// The words of each kind, in the order of their numbers.
pub(super) fn kinds_batch(all: &All) -> Result<RecordBatch, ArrowError> {
    let words = Words::of(all);
    let kinds: Vec<usize> = (0..all.kinds.all.len()).collect();
    RecordBatch::try_from_iter_with_nullable([
        ("rule", words.rule.column(&kinds)?, true),
        ("code", words.code.column(&kinds)?, true),
        ("severity", words.severity.column(&kinds)?, true),
        ("table", words.table.column(&kinds)?, true),
        ("column", words.column.column(&kinds)?, true),
        ("message_th", words.th.column(&kinds)?, true),
        ("message_en", words.en.column(&kinds)?, true),
    ])
}

/// The names of files, in the order of their numbers; that after the last is none.
pub(super) fn files_batch(all: &All) -> Result<RecordBatch, ArrowError> {
    let files = files(all);
    let numbers = (0..files.len() as i32).map(Some).chain([None]);
    let files = dictionary(Int32Array::from_iter(numbers), &files)?;
    RecordBatch::try_from_iter_with_nullable([("file", files, true)])
}

/// The names of files, each once and in order.
fn files(all: &All) -> ArrayRef {
    let files = all
        .judged
        .iter()
        .filter_map(|one| one.sheet.file.as_deref());
    let mut files: Vec<&str> = files.collect();
    order::sort(&mut files);
    files.dedup();
    Arc::new(StringArray::from_iter_values(files))
}

impl Batches {
    /// In words.
    pub fn of(all: Arc<All>) -> Self {
        Self::told(all, Told::InWords)
    }

    /// By numbers.
    pub fn by_number(all: Arc<All>) -> Self {
        Self::told(all, Told::ByNumber)
    }

    fn told(all: Arc<All>, told: Told) -> Self {
        let maker = Maker {
            told,
            words: Words::of(&all),
            schema: Arc::new(Schema::new(told.fields())),
        };
        Self {
            details: Details::of(all),
            maker,
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
        let Page {
            all,
            judged,
            found,
            cells,
        } = page;
        let Some(one) = all.judged.get(judged) else {
            return Ok(RecordBatch::new_empty(Arc::clone(&self.schema)));
        };
        let words = &self.words;
        let file = one.sheet.file.as_deref().and_then(|file| words.place(file));
        let kind = |found: &Packed| all.kinds.number(one.sheet.table, *found);
        let kinds = found.iter().map(kind);
        let rows = found.iter().map(|found| found.row().cast_signed());
        let rows = Arc::new(Int64Array::from_iter_values(rows));
        let columns: Vec<ArrayRef> = match self.told {
            Told::InWords => {
                let kinds: Vec<usize> = kinds.collect();
                let files = match file {
                    Some(at) => Int32Array::from_value(at as i32, rows.len()),
                    None => Int32Array::new_null(rows.len()),
                };
                vec![
                    dictionary(files, &words.file)?,
                    words.rule.column(&kinds)?,
                    words.code.column(&kinds)?,
                    words.severity.column(&kinds)?,
                    words.table.column(&kinds)?,
                    rows,
                    words.column.column(&kinds)?,
                    cells.hospcode.done(Form::Utf8)?,
                    cells.pid.done(Form::Utf8)?,
                    cells.seq.done(Form::Utf8)?,
                    cells.value.done(Form::Utf8)?,
                    words.th.column(&kinds)?,
                    words.en.column(&kinds)?,
                ]
            }
            Told::ByNumber => {
                let file = file.unwrap_or(words.file.len()) as u32;
                let kinds = kinds.map(|kind| kind as u32);
                vec![
                    Arc::new(UInt32Array::from_value(file, rows.len())),
                    Arc::new(UInt32Array::from_iter_values(kinds)),
                    rows,
                    cells.hospcode.done(Form::Views)?,
                    cells.pid.done(Form::Views)?,
                    cells.seq.done(Form::Views)?,
                    cells.value.done(Form::Views)?,
                ]
            }
        };
        RecordBatch::try_new(Arc::clone(&self.schema), columns)
    }
}

impl Told {
    fn fields(self) -> Vec<Field> {
        let words = || DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8));
        let fields = match self {
            Self::InWords => vec![
                ("file", words()),
                ("rule", words()),
                ("code", words()),
                ("severity", words()),
                ("table", words()),
                ("row", DataType::Int64),
                ("column", words()),
                ("hospcode", DataType::Utf8),
                ("pid", DataType::Utf8),
                ("seq", DataType::Utf8),
                ("value", DataType::Utf8),
                ("message_th", words()),
                ("message_en", words()),
            ],
            Self::ByNumber => vec![
                ("file", DataType::UInt32),
                ("kind", DataType::UInt32),
                ("row", DataType::Int64),
                ("hospcode", DataType::Utf8View),
                ("pid", DataType::Utf8View),
                ("seq", DataType::Utf8View),
                ("value", DataType::Utf8View),
            ],
        };
        let field = |(name, data_type)| Field::new(name, data_type, true);
        fields.into_iter().map(field).collect()
    }
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
