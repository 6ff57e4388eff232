//! One more pass over the source: how many rows each table, month and facility has, and the first rows of each kind.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use bosoto::DataError;
use bosoto::base::order;
use bosoto::record::{Column, Day, Finding};

use super::months::Month;
use super::texts::cut;
use crate::engine::{Judged, Packed, Rows, walk, within};
use crate::findings::{All, bad_rows, findings_of, of_found};
use crate::rows::{Block, Layout};

/// How many rows of each kind of finding are shown.
pub(super) const FIRST: usize = 10;

/// Rows, and how many of them are bad.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub rows: u64,
    pub bad: u64,
}

impl Tally {
    /// One more row.
    fn row(&mut self, is_bad: bool) {
        self.add(Self {
            rows: 1,
            bad: is_bad.into(),
        });
    }

    /// Those of another.
    pub fn add(&mut self, other: Self) {
        self.rows = self.rows.saturating_add(other.rows);
        self.bad = self.bad.saturating_add(other.bad);
    }
}

impl<'a> Extend<&'a Tally> for Tally {
    fn extend<I: IntoIterator<Item = &'a Tally>>(&mut self, others: I) {
        others.into_iter().for_each(|other| self.add(*other));
    }
}

/// The code of a facility: 5 digits or 9 characters (RV-03), without room of its own.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Facility([u8; 9]);

impl Facility {
    /// That of a cell that passed.
    pub fn of(cell: &[u8]) -> Option<Self> {
        let mut code = [0; 9];
        code.get_mut(..cell.len())?.copy_from_slice(cell);
        Some(Self(code))
    }

    /// Its characters.
    pub fn code(&self) -> &str {
        let code = self.0.split(|byte| *byte == 0).next();
        std::str::from_utf8(code.unwrap_or_default()).unwrap_or_default()
    }
}

/// A row with a finding, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shown {
    pub file: Option<String>,
    pub row: usize,
    /// HOSPCODE, PID, SEQ and the value, cut.
    pub cells: [Option<String>; 4],
}

impl From<Finding> for Shown {
    fn from(finding: Finding) -> Self {
        let key = finding.key;
        let cells = [key.hospcode, key.pid, key.seq, finding.value];
        Self {
            file: finding.file,
            row: finding.row,
            cells: cells.map(|cell| cell.map(|cell| cut(cell.reveal()))),
        }
    }
}

/// What was counted.
#[derive(Default)]
pub(super) struct Counted {
    /// Of each table as it was judged.
    pub tables: Vec<Tally>,
    pub tallies: Tallies,
    /// By the number of their kind.
    pub first: Vec<Vec<Shown>>,
}

/// Rows by what they tell of themselves.
#[derive(Default)]
pub(super) struct Tallies {
    /// By the month of the event, of tables that tell of one.
    pub months: BTreeMap<Month, Tally>,
    /// Those of them without a date that can be read.
    pub undated: Tally,
    pub facilities: HashMap<Facility, Tally>,
    /// Rows without a facility that can be read.
    pub nowhere: Tally,
}

impl Tallies {
    /// Those of others.
    fn add(&mut self, others: Self) {
        self.undated.add(others.undated);
        self.nowhere.add(others.nowhere);
        for (month, tally) in others.months {
            self.months.entry(month).or_default().add(tally);
        }
        for (facility, tally) in others.facilities {
            self.facilities.entry(facility).or_default().add(tally);
        }
    }
}

impl Counted {
    /// Reads the rows of each table once.
    pub fn of(all: &Arc<All>) -> Result<Self, DataError> {
        let mut counted = Self {
            first: vec![Vec::new(); all.kinds.all.len()],
            ..Self::default()
        };
        for (judged, (one, chosen)) in all.judged.iter().zip(chosen(all)).enumerate() {
            let of_table = chosen.partition_point(|found| found.row() == 0);
            let (of_table, of_rows) = chosen.split_at(of_table);
            counted.show(all, one, of_table, findings_of(all, judged, None, of_table));
            let pass = Pass::of(all, judged, one, of_rows);
            let mut parts = pass.counted()?;
            // Threads are done with blocks in any order.
            order::sort_by_key(&mut parts.shown, |(found, _)| *found);
            let (found, shown): (Vec<_>, Vec<_>) = parts.shown.drain(..).unzip();
            counted.show(all, one, &found, shown.into_iter());
            counted.tables.push(parts.all);
            counted.tallies.add(parts.tallies);
        }
        Ok(counted)
    }

    fn show<T: Into<Shown>>(
        &mut self,
        all: &All,
        one: &Judged,
        found: &[Packed],
        shown: impl Iterator<Item = T>,
    ) {
        for (found, shown) in found.iter().zip(shown) {
            let number = all.kinds.number(one.sheet.table, *found);
            if let Some(rows) = self.first.get_mut(number) {
                rows.push(shown.into());
            }
        }
    }
}

/// Of each table the first findings of each kind, in order.
fn chosen(all: &All) -> Vec<Vec<Packed>> {
    let mut told = vec![0_usize; all.kinds.all.len()];
    let mut of_table = |one: &Judged| {
        let mut is_first = |found: &Packed| {
            let told = told.get_mut(all.kinds.number(one.sheet.table, *found));
            told.is_some_and(|told| {
                *told = told.saturating_add(1);
                *told <= FIRST
            })
        };
        let found = one.found.iter().copied();
        found.filter(|found| is_first(found)).collect()
    };
    all.judged.iter().map(&mut of_table).collect()
}

/// What is counted of one table.
#[derive(Default)]
struct Parts {
    all: Tally,
    tallies: Tallies,
    shown: Vec<(Packed, Shown)>,
}

impl Parts {
    fn join(&mut self, other: Self) {
        self.all.add(other.all);
        self.tallies.add(other.tallies);
        self.shown.extend(other.shown);
    }
}

/// A table that is gone through.
struct Pass<'a> {
    all: &'a Arc<All>,
    judged: usize,
    one: &'a Judged,
    layout: Layout,
    bad: Vec<u32>,
    chosen: &'a [Packed],
    /// The slots of the facility and of the event.
    facility: Option<usize>,
    event: Option<usize>,
}

impl<'a> Pass<'a> {
    fn of(all: &'a Arc<All>, judged: usize, one: &'a Judged, chosen: &'a [Packed]) -> Self {
        let event = one.sheet.table.event().map(|column| column.name);
        let layout = of_found(one, all, event);
        Self {
            all,
            judged,
            one,
            bad: bad_rows(all, one),
            chosen,
            facility: layout.slot("HOSPCODE"),
            event: event.and_then(|name| layout.slot(name)),
            layout,
        }
    }

    fn counted(&self) -> Result<Parts, DataError> {
        let parts = Mutex::new(Parts::default());
        let work = |block: &Block| {
            let own = self.block(block);
            let mut parts = parts.lock().unwrap_or_else(PoisonError::into_inner);
            parts.join(own);
            block.last_row()
        };
        let (place, layout) = (&self.one.sheet.place, &self.layout);
        // Opened only to see that it has the columns that were judged.
        drop(self.one.open(layout)?);
        let ends =
            walk(place, layout, &Rows::All, None, work).map_err(|stop| stop.error(layout.table))?;
        self.one
            .expect(ends.into_iter().max().unwrap_or_default())?;
        Ok(parts.into_inner().unwrap_or_else(PoisonError::into_inner))
    }

    fn block(&self, block: &Block) -> Parts {
        let mut parts = Parts::default();
        let bad = within(&self.bad, block.before, block.rows as u64);
        let of_block = |row: &u32| u64::from(*row).saturating_sub(block.before) as usize;
        let mut bad = bad.iter().map(of_block).peekable();
        let has_event = self.one.sheet.table.event().is_some();
        let tallies = &mut parts.tallies;
        for row in 0..block.rows {
            let is_bad = bad.next_if_eq(&row).is_some();
            parts.all.row(is_bad);
            match self.facility(block, row) {
                Some(facility) => tallies.facilities.entry(facility).or_default().row(is_bad),
                None => tallies.nowhere.row(is_bad),
            }
            match self.day(block, row) {
                Some(day) => tallies.months.entry(day.into()).or_default().row(is_bad),
                None if has_event => tallies.undated.row(is_bad),
                None => {}
            }
        }
        parts.shown = self.shown(block);
        parts
    }

    fn facility(&self, block: &Block, row: usize) -> Option<Facility> {
        let (cell, column) = self.cell(block, self.facility, row)?;
        let passes = column.passes(cell) || block.encoding().judged(cell, column).is_none();
        passes.then(|| Facility::of(cell))?
    }

    /// The day of the event; where fields may have moved nobody knows what stands there.
    fn day(&self, block: &Block, row: usize) -> Option<Day> {
        let (cell, column) = self.cell(block, self.event, row)?;
        if block.is_ragged(row) {
            return None;
        }
        column.day(cell)
    }

    fn cell<'b>(
        &self,
        block: &'b Block,
        slot: Option<usize>,
        row: usize,
    ) -> Option<(&'b [u8], &'static Column)> {
        let (slot, layout) = (slot?, &self.layout);
        let column = self.one.sheet.table.column(layout.slots.get(slot)?.name)?;
        Some((block.cell(layout, slot, row), column))
    }

    /// The rows of the block that are shown.
    fn shown(&self, block: &Block) -> Vec<(Packed, Shown)> {
        let last = block.last_row();
        let begin = self
            .chosen
            .partition_point(|found| found.row() <= block.before);
        let end = self.chosen.partition_point(|found| found.row() <= last);
        let chosen = self.chosen.get(begin..end).unwrap_or_default();
        if chosen.is_empty() {
            return Vec::new();
        }
        let findings = findings_of(self.all, self.judged, Some((&self.layout, block)), chosen);
        let shown = findings.map(Shown::from);
        chosen.iter().copied().zip(shown).collect()
    }
}
