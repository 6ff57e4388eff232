//! The pieces of a table, handed out one by one to as many threads as work together.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use bosoto::DataError;
use bosoto::question::threads::together;

use super::raw::Raw;
use super::supply::{Piece, Supply};
use crate::error::changed;

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

/// The pieces that are still to be taken, and how many were.
struct Pieces {
    supply: Supply,
    taken: usize,
}

/// Hands each piece that is wanted to `work`, with its number among them; one thread works on them in their order.
/// Whether a piece is wanted is asked by how many rows stand before it and how many it has.
pub(crate) fn each_piece(
    threads: usize,
    supply: Supply,
    is_wanted: &(dyn Fn(u64, u64) -> Result<bool, Stop> + Sync),
    work: &(dyn Fn(usize, Piece, &mut Raw) -> Result<(), Stop> + Sync),
) -> Result<(), Stop> {
    let pieces = Mutex::new(Pieces { supply, taken: 0 });
    let is_stopped = AtomicBool::new(false);
    let pull = |raw: &mut Raw| -> Result<Option<(usize, Piece)>, Stop> {
        let mut pieces = pieces.lock().unwrap_or_else(PoisonError::into_inner);
        while !is_stopped.load(Ordering::Relaxed) {
            let Some(piece) = pieces.supply.next(raw)? else {
                break;
            };
            let (before, count) = piece.rows(raw);
            if is_wanted(before, count)? {
                let at = pieces.taken;
                pieces.taken = at.saturating_add(1);
                return Ok(Some((at, piece)));
            }
        }
        Ok(None)
    };
    // A small table is one piece, for which no thread is worth its start.
    let mut first_raw = Raw::default();
    let Some((at, first)) = pull(&mut first_raw)? else {
        return Ok(());
    };
    let mut second_raw = Raw::default();
    let Some(second) = pull(&mut second_raw)? else {
        return work(at, first, &mut first_raw);
    };
    let begun = Mutex::new(vec![(second_raw, second), (first_raw, (at, first))]);
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
            let Some((at, piece)) = piece else {
                return Ok(());
            };
            work(at, piece, &mut raw)?;
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
