//! Work on all cores: each thread takes the next piece when it is done with one.

use std::borrow::Borrow;
use std::sync::{Mutex, PoisonError};
use std::thread;

use bosoto::question::threads::{Made, together};

/// How many threads work together.
pub(crate) fn count() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

/// So few entries that no thread is worth its start.
const FEW: usize = if cfg!(test) { 2 } else { 16_384 };

/// What `work` makes of each bucket, in their order; of few entries on this thread alone.
pub(crate) fn each_bucket<I: Borrow<Vec<E>> + Send, E, T: Send>(
    buckets: Vec<I>,
    work: impl Fn(I) -> T + Sync,
) -> Vec<T> {
    let entries = buckets.iter().map(|bucket| bucket.borrow().len()).sum();
    each_of_many(entries, buckets, work)
}

/// What `work` makes of each item, in their order; on this thread alone where they have few entries between them.
pub(crate) fn each_of_many<I: Send, T: Send>(
    entries: usize,
    items: Vec<I>,
    work: impl Fn(I) -> T + Sync,
) -> Vec<T> {
    match entries {
        0..FEW => items.into_iter().map(work).collect(),
        FEW.. => each(items, work),
    }
}

/// What `work` makes of each item, in their order.
pub(crate) fn each<I: Send, T: Send>(items: Vec<I>, work: impl Fn(I) -> T + Sync) -> Vec<T> {
    let count = count().min(items.len());
    let next = Mutex::new(items.into_iter().enumerate());
    let take = || next.lock().unwrap_or_else(PoisonError::into_inner).next();
    let made = Made::default();
    together(count, &|| {
        while let Some((at, item)) = take() {
            made.put(at, work(item));
        }
    });
    made.in_order()
}
