//! Rows that lie ready to be judged: a portion of text taken apart, or a part of an Arrow batch.

use std::borrow::Cow;
use std::ops::Range;

use arrow_array::{RecordBatch, StringViewArray};
use bosoto::record::trim_bytes;

use super::cells::{Cells, Run};
use super::layout::Layout;
use super::raw::Raw;
use super::supply::Piece;
use super::text::{Encoding, Fields, Unsplit};

/// A number of rows.
pub(crate) struct Block {
    /// How many rows stand before its first.
    pub before: u64,
    /// How many it has.
    pub rows: usize,
    data: Data,
    /// The rows with the wrong number of fields, in order.
    ragged: Vec<usize>,
}

enum Data {
    Text(Fields),
    /// The cells of each slot of the layout, and the batch itself.
    Batch(Vec<Cells>, RecordBatch),
}

impl Block {
    /// Takes a piece apart.
    pub fn of(piece: Piece, raw: &mut Raw, layout: &Layout) -> Result<Self, Unsplit> {
        match piece {
            Piece::Text => {
                let (before, cut) = (raw.before, raw.cut);
                let fields = Fields::split(raw, layout.form, layout.encoding, &layout.keys)?;
                let is_ragged = |row: &usize| fields.width(*row) != layout.fields();
                let ragged = match layout.fields() {
                    _ if !layout.is_judged => Vec::new(),
                    _ if cut => (0..fields.len()).collect(),
                    _ => (0..fields.len()).filter(is_ragged).collect(),
                };
                Ok(Self {
                    before,
                    rows: fields.len(),
                    data: Data::Text(fields),
                    ragged,
                })
            }
            Piece::Batch(batch, before) => {
                let cells = layout.slots.iter().enumerate().map(|(at, slot)| {
                    match batch.columns().get(at) {
                        Some(array) => Cells::of(array, slot.holds),
                        None => Cells::Nulls,
                    }
                });
                Ok(Self {
                    before,
                    rows: batch.num_rows(),
                    data: Data::Batch(cells.collect(), batch),
                    ragged: Vec::new(),
                })
            }
        }
    }

    /// The rows with the wrong number of fields.
    pub fn ragged(&self) -> &[usize] {
        &self.ragged
    }

    /// Whether a row has the wrong number of fields.
    pub fn is_ragged(&self, row: usize) -> bool {
        self.ragged.binary_search(&row).is_ok()
    }

    /// The number of its last row, from 1. Rows of a worksheet that are empty are counted and in no block.
    pub fn last_row(&self) -> u64 {
        self.before.saturating_add(self.rows as u64)
    }

    /// In what its characters are written.
    pub fn encoding(&self) -> Encoding {
        match &self.data {
            Data::Text(fields) => fields.encoding,
            Data::Batch(..) => Encoding::Utf8,
        }
    }

    /// The cells of some rows as they stand, with the spaces around them: those of the layout's slot of this number.
    /// `room` is empty memory for them.
    pub fn run<'a>(
        &'a self,
        layout: &Layout,
        slot: usize,
        rows: Range<usize>,
        mut room: Vec<&'a [u8]>,
    ) -> Run<'a> {
        match &self.data {
            Data::Text(fields) => {
                let place = layout.slots.get(slot).map_or(usize::MAX, |slot| slot.place);
                room.extend(rows.map(|row| fields.cell(row, place)));
            }
            Data::Batch(columns, _) => {
                if let Some(column) = columns.get(slot) {
                    return column.run(rows, room);
                }
            }
        }
        Run::Slices(room)
    }

    /// The trimmed cell of a row, that of the layout's slot of this number.
    pub fn cell(&self, layout: &Layout, slot: usize, row: usize) -> &[u8] {
        match &self.data {
            Data::Text(fields) => {
                let place = layout.slots.get(slot).map_or(usize::MAX, |slot| slot.place);
                if place < fields.width(row) {
                    trim_bytes(fields.cell(row, place))
                } else {
                    &[]
                }
            }
            Data::Batch(columns, _) => columns.get(slot).map_or(&[], |column| column.cell(row)),
        }
    }

    /// The cells of the layout's slot of this number as views, where they are and none is null.
    pub fn views(&self, slot: usize) -> Option<&StringViewArray> {
        match &self.data {
            Data::Text(_) => None,
            Data::Batch(columns, _) => columns.get(slot)?.views(),
        }
    }

    /// The text of a cell by its place among the fields of the row, as it stands there; none where there is none.
    pub fn text(&self, place: usize, row: usize) -> Option<Cow<'_, str>> {
        match &self.data {
            Data::Text(fields) if place < fields.width(row) => {
                Some(fields.encoding.read(fields.cell(row, place)))
            }
            Data::Text(_) | Data::Batch(..) => None,
        }
    }

    /// The batch itself, where it is one.
    pub fn batch(&self) -> Option<&RecordBatch> {
        match &self.data {
            Data::Text(_) => None,
            Data::Batch(_, batch) => Some(batch),
        }
    }

    /// Gives the memory of a text back to be filled again.
    pub fn recycle(self, raw: &mut Raw) {
        if let Data::Text(fields) = self.data {
            raw.bytes = fields.into_bytes();
        }
    }
}
