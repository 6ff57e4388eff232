//! Work on all cores. Scoped threads of the standard library are enough: they take the next piece when they are done with
//! one, and they end with the call, so that no pool outlives it.

use std::borrow::Borrow;
use std::sync::{Mutex, PoisonError};
use std::thread;

/// How many threads work together.
pub(crate) fn count() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

/// Runs `work` on this thread and `count - 1` others until each returns; what they return, in no order.
pub(crate) fn together<T: Send>(count: usize, work: impl Fn() -> T + Sync) -> Vec<T> {
    if count <= 1 {
        return vec![work()];
    }
    thread::scope(|scope| {
        let others: Vec<_> = (1..count).map(|_| scope.spawn(&work)).collect();
        let mut done = vec![work()];
        for other in others {
            match other.join() {
                Ok(result) => done.push(result),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        done
    })
}

/// So few entries that no thread is worth its start.
const FEW: usize = if cfg!(test) { 2 } else { 16_384 };

/// What `work` makes of each bucket, in their order; of few entries on this thread alone.
pub(crate) fn each_bucket<I: Borrow<Vec<E>> + Send, E, T: Send>(
    buckets: Vec<I>,
    work: impl Fn(I) -> T + Sync,
) -> Vec<T> {
    let entries: usize = buckets.iter().map(|bucket| bucket.borrow().len()).sum();
    match entries {
        0..FEW => buckets.into_iter().map(work).collect(),
        FEW.. => each(buckets, work),
    }
}

/// What `work` makes of each item, in their order.
pub(crate) fn each<I: Send, T: Send>(items: Vec<I>, work: impl Fn(I) -> T + Sync) -> Vec<T> {
    let count = count().min(items.len());
    let next = Mutex::new(items.into_iter().enumerate());
    let take = || next.lock().unwrap_or_else(PoisonError::into_inner).next();
    let done = together(count, || {
        let mut own = Vec::new();
        while let Some((at, item)) = take() {
            own.push((at, work(item)));
        }
        own
    });
    let mut all: Vec<(usize, T)> = done.into_iter().flatten().collect();
    all.sort_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, result)| result).collect()
}
