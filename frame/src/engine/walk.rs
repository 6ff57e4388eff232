//! A table gone through block by block, on all cores.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use bosoto::DataError;
use bosoto::question::threads::{Made, together};

use super::threads;
use crate::error::{changed, stopped, too_large};
use crate::options::Watch;
use crate::rows::{Block, Layout, Piece, Place, Raw, Supply, Unsplit};

/// Why a table was not gone through to its end.
pub(crate) enum Stop {
    /// It is Windows-874, not UTF-8.
    NotUtf8,
    Error(DataError),
}

impl Stop {
    /// As an error. A table that is neither UTF-8 nor Windows-874 has changed since it was first read.
    pub fn error(self, table: &str) -> DataError {
        match self {
            Self::Error(error) => error,
            Self::NotUtf8 => changed(table),
        }
    }
}

impl From<DataError> for Stop {
    fn from(error: DataError) -> Self {
        Self::Error(error)
    }
}

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

/// The pieces that are still to be taken, and how many were.
struct Pieces {
    supply: Supply,
    taken: usize,
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
    let pieces = Mutex::new(Pieces {
        supply: layout.open(place)?,
        taken: 0,
    });
    let is_stopped = AtomicBool::new(false);
    let pull = |raw: &mut Raw| -> Result<Option<(usize, Piece)>, Stop> {
        let mut pieces = pieces.lock().unwrap_or_else(PoisonError::into_inner);
        while !is_stopped.load(Ordering::Relaxed) {
            let Some(piece) = pieces.supply.next(raw)? else {
                break;
            };
            let (before, count) = match &piece {
                Piece::Text => (raw.before, raw.rows),
                Piece::Batch(batch, before) => (*before, batch.num_rows() as u64),
            };
            // A row has 32 bits in keys and look-ups.
            if before.saturating_add(count) > u64::from(u32::MAX) {
                return Err(too_large(layout.table).into());
            }
            if let Some(watch) = watch
                && !watch(count)
            {
                return Err(stopped().into());
            }
            if rows.has_any(before, count) {
                let at = pieces.taken;
                pieces.taken = at.saturating_add(1);
                return Ok(Some((at, piece)));
            }
        }
        Ok(None)
    };
    let hand = |(at, piece): (usize, Piece), raw: &mut Raw| -> Result<(), Stop> {
        let block = Block::of(piece, raw, layout).map_err(|problem| match problem {
            Unsplit::NotUtf8 => Stop::NotUtf8,
            Unsplit::WrongType(column) => {
                let slot = layout
                    .slots
                    .iter()
                    .find(|slot| column.eq_ignore_ascii_case(slot.name));
                let column = slot.map_or("", |slot| slot.name);
                Stop::Error(DataError::wrong_type(layout.table, column))
            }
        })?;
        work(at, &block);
        block.recycle(raw);
        Ok(())
    };
    // A small table is one piece, for which no thread is worth its start.
    let mut first_raw = Raw::default();
    let Some(first) = pull(&mut first_raw)? else {
        return Ok(());
    };
    let mut second_raw = Raw::default();
    let Some(second) = pull(&mut second_raw)? else {
        return hand(first, &mut first_raw);
    };
    let begun = Mutex::new(vec![(second_raw, second), (first_raw, first)]);
    let run = || -> Result<(), Stop> {
        let begin = begun.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let (mut raw, mut next) = match begin {
            Some((raw, piece)) => (raw, Some(piece)),
            None => (Raw::default(), None),
        };
        loop {
            let piece = match next.take() {
                Some(piece) => Some(piece),
                None => pull(&mut raw)?,
            };
            let Some(piece) = piece else {
                return Ok(());
            };
            hand(piece, &mut raw)?;
            if let Some((given, piece)) = begun.lock().unwrap_or_else(PoisonError::into_inner).pop()
            {
                (raw, next) = (given, Some(piece));
            }
        }
    };
    let stop = Mutex::new(None);
    together(threads, &|| {
        if let Err(why) = run() {
            is_stopped.store(true, Ordering::Relaxed);
            let mut stop = stop.lock().unwrap_or_else(PoisonError::into_inner);
            stop.get_or_insert(why);
        }
    });
    let stop = stop.into_inner().unwrap_or_else(PoisonError::into_inner);
    stop.map_or(Ok(()), Err)
}
