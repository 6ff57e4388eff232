//! The rows of a table, cell by cell.

use std::borrow::Cow;
use std::sync::OnceLock;

use bosoto::indicator::{Column, day, day_of_moment};
use bosoto::record::Moment;
use bosoto::text::Text;
use bosoto::{DataCode, DataError, Date};

use crate::engine::{Rows, walk_with};
use crate::options::Watch;
use crate::rows::{Block, Encoding, Holds, Known, Layout, Place, Raw};

const NO_FLAG: Text = Text::given(&[
    "คอลัมน์ {column} ของตาราง {table} ต้องเป็น true หรือ false (หรือ 1 หรือ 0) โปรดแก้ไข ช่องว่างหมายถึง false",
    "the column {column} of the table {table} says true or false (or 1 or 0); correct it; an empty cell is false",
]);

/// A table that can be read.
pub(super) struct Table {
    known: Known,
    place: Place,
    layout: Layout,
    /// Where each of the columns stands that were asked for.
    slots: Vec<Option<usize>>,
    /// The first column in which a flag was met that says neither yes nor no.
    no_flag: OnceLock<&'static str>,
}

/// A row of it.
pub(super) struct Row<'a> {
    table: &'a Table,
    block: &'a Block,
    row: usize,
}

impl Table {
    /// The table of a place, of which these columns are read.
    pub fn of(known: Known, place: Place, columns: &[Column]) -> Result<Self, DataError> {
        let whole = Layout::of(known, &place)?;
        let asked: Vec<_> = columns
            .iter()
            .filter_map(|one| whole.slot(one.name))
            .collect();
        let mut layout = whole.only(&asked);
        let slots: Vec<_> = columns.iter().map(|one| layout.slot(one.name)).collect();
        let missing = columns.iter().zip(&slots);
        let missing = missing.filter(|(column, slot)| column.required && slot.is_none());
        if let Some((column, _)) = missing.into_iter().next().filter(|_| !layout.is_empty) {
            return Err(DataError::missing_column(layout.table, column.name));
        }
        if layout.encoding == Encoding::Utf8 {
            layout.encoding = encoding(&place)?;
        }
        Ok(Self {
            known,
            place,
            layout,
            slots,
            no_flag: OnceLock::new(),
        })
    }

    /// Whether a column is there, by its number among those that were asked for.
    pub fn has(&self, column: usize) -> bool {
        self.slots.get(column).is_some_and(Option::is_some)
    }

    /// Hands the rows over block by block to so many threads; to one in their order. A row with the wrong number of fields
    /// is none: what stands where in it is not known.
    pub fn each(
        &self,
        threads: usize,
        watch: Option<&Watch>,
        read: impl Fn(&mut dyn Iterator<Item = Row<'_>>) + Sync,
    ) -> Result<(), DataError> {
        let of_block = |block: &Block| {
            let rows = (0..block.rows).filter(|row| !block.is_ragged(*row));
            let row = |row| Row {
                table: self,
                block,
                row,
            };
            read(&mut rows.map(row));
        };
        let done = walk_with(
            threads,
            &self.place,
            &self.layout,
            &Rows::All,
            watch,
            of_block,
        );
        done.map_err(|stop| stop.error(self.layout.table))?;
        let Some(column) = self.no_flag.get() else {
            return Ok(());
        };
        let error = DataError::new(DataCode::UnknownValue, NO_FLAG);
        Err(error.in_table(self.layout.table).in_column(column))
    }
}

/// In what a text is written: that is known at its end (RV-05).
fn encoding(place: &Place) -> Result<Encoding, DataError> {
    if matches!(place, Place::Batches(_) | Place::Sheet(_)) {
        return Ok(Encoding::Utf8);
    }
    let (mut supply, mut raw) = (place.open(false, None)?, Raw::default());
    while supply.next(&mut raw)?.is_some() {
        if Encoding::of(&raw.bytes) != Encoding::Utf8 {
            return Ok(Encoding::Windows874);
        }
    }
    Ok(Encoding::Utf8)
}

impl<'a> Row<'a> {
    /// A cell, by the number of its column among those that were asked for; empty where there is none.
    pub fn text(&self, column: usize) -> Cow<'a, str> {
        match self.table.slots.get(column) {
            Some(Some(slot)) => {
                let cell = self.block.cell(&self.table.layout, *slot, self.row);
                self.block.encoding().read(cell)
            }
            _ => Cow::Borrowed(""),
        }
    }

    /// A day as the standard writes it, also as part of a moment; of a flat table also `YYYY-MM-DD`, as everyone else
    /// writes it.
    pub fn day(&self, column: usize) -> Option<Date> {
        let cell = self.text(column);
        if self.holds(column) == Some(Holds::DateTime) {
            return day_of_moment(&cell);
        }
        let is_flat = matches!(self.table.known, Known::Flat(_));
        day(&cell).or_else(|| Date::parse(&cell).ok().filter(|_| is_flat))
    }

    fn holds(&self, column: usize) -> Option<Holds> {
        let slot = self.table.slots.get(column).copied().flatten()?;
        let slots = &self.table.layout.slots;
        slots.get(slot).map(|slot| slot.holds)
    }

    /// A moment as the standard writes it.
    pub fn moment(&self, column: usize) -> Option<Moment> {
        Moment::read(&self.text(column))
    }

    /// A whole number.
    pub fn number(&self, column: usize) -> Option<i64> {
        self.text(column).parse().ok()
    }

    /// Whether it says `true` or `1`; an empty cell says `false`. Of anything else the table is refused once it is read.
    pub fn flag(&self, column: usize) -> bool {
        let cell = self.text(column);
        let is = |word| cell.eq_ignore_ascii_case(word);
        let says_yes = is("true") || is("1");
        if !says_yes && !is("false") && !is("0") && !is("") {
            self.refuse(column);
        }
        says_yes
    }

    fn refuse(&self, column: usize) {
        let slot = self.table.slots.get(column).copied().flatten();
        if let Some(slot) = slot.and_then(|slot| self.table.layout.slots.get(slot)) {
            self.table.no_flag.get_or_init(|| slot.name);
        }
    }
}
