//! A table gone through block by block, on all cores.

use bosoto::DataError;
use bosoto::question::threads::Made;

use crate::error::{stopped, too_large};
use crate::options::Watch;
use crate::rows::{Block, Layout, Piece, Place, Raw, Stop, Unsplit, each_piece};
use crate::threads;

/// The rows of a table that are looked at.
pub(crate) enum Rows<'a> {
    All,
    /// These, counted from 0, in order.
    Some(&'a [u32]),
}

impl Rows<'_> {
    fn has_any(&self, before: u64, rows: u64) -> bool {
        match self {
            Self::All => true,
            Self::Some(wanted) => !within(wanted, before, rows).is_empty(),
        }
    }
}

/// Those of the rows that lie in a block.
pub(crate) fn within(wanted: &[u32], before: u64, rows: u64) -> &[u32] {
    let begin = wanted.partition_point(|row| u64::from(*row) < before);
    let end = wanted.partition_point(|row| u64::from(*row) < before.saturating_add(rows));
    wanted.get(begin..end).unwrap_or_default()
}

/// What `work` makes of each block of a table that has one of the rows, in their order, on all cores.
pub(crate) fn walk<T: Send>(
    place: &Place,
    layout: &Layout,
    rows: &Rows<'_>,
    watch: Option<&Watch>,
    work: impl Fn(&Block) -> T + Sync,
) -> Result<Vec<T>, Stop> {
    walk_with(threads::count(), place, layout, rows, watch, work)
}

/// The same with so many threads; one works on the blocks in their order.
pub(crate) fn walk_with<T: Send>(
    threads: usize,
    place: &Place,
    layout: &Layout,
    rows: &Rows<'_>,
    watch: Option<&Watch>,
    work: impl Fn(&Block) -> T + Sync,
) -> Result<Vec<T>, Stop> {
    let made = Made::default();
    go_through(threads, place, layout, rows, watch, &|at, block| {
        made.put(at, work(block));
    })?;
    Ok(made.in_order())
}

/// Hands each block of a table that has one of the rows to `work`, with its number.
fn go_through(
    threads: usize,
    place: &Place,
    layout: &Layout,
    rows: &Rows<'_>,
    watch: Option<&Watch>,
    work: &(dyn Fn(usize, &Block) + Sync),
) -> Result<(), Stop> {
    let is_wanted = |before: u64, count: u64| -> Result<bool, Stop> {
        // A row has 32 bits in keys and look-ups.
        if before.saturating_add(count) > u64::from(u32::MAX) {
            return Err(too_large(layout.table).into());
        }
        if let Some(watch) = watch
            && !watch(count)
        {
            return Err(stopped().into());
        }
        Ok(rows.has_any(before, count))
    };
    let hand = |at: usize, piece: Piece, raw: &mut Raw| -> Result<(), Stop> {
        let block = Block::of(piece, raw, layout).map_err(|problem| unsplit(problem, layout))?;
        work(at, &block);
        block.recycle(raw);
        Ok(())
    };
    each_piece(threads, layout.open(place)?, &is_wanted, &hand)
}

fn unsplit(problem: Unsplit, layout: &Layout) -> Stop {
    match problem {
        Unsplit::NotUtf8 => Stop::NotUtf8,
        Unsplit::WrongType(column) => {
            let slot = layout
                .slots
                .iter()
                .find(|slot| column.eq_ignore_ascii_case(slot.name));
            let column = slot.map_or("", |slot| slot.name);
            Stop::Error(DataError::wrong_type(layout.table, column))
        }
    }
}
