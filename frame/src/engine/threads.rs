//! Work on all cores. Scoped threads of the standard library are enough: they take the next piece when they are done with
//! one, and they end with the call, so that no pool outlives it.

use std::borrow::Borrow;
use std::sync::{Mutex, PoisonError};
use std::thread;

/// How many threads work together.
pub(crate) fn count() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

/// Runs `work` on this thread and `count - 1` others until each returns. It is no parameter of a type, so that the
/// library has one copy of this and not one for each work.
pub(crate) fn together(count: usize, work: &(dyn Fn() + Sync)) {
    if count <= 1 {
        return work();
    }
    thread::scope(|scope| {
        let others: Vec<_> = (1..count).map(|_| scope.spawn(work)).collect();
        work();
        for other in others {
            if let Err(panic) = other.join() {
                std::panic::resume_unwind(panic);
            }
        }
    });
}

/// What several threads have made, each with its place.
pub(crate) struct Made<T>(Mutex<Vec<Option<T>>>);

impl<T> Made<T> {
    /// Nothing yet.
    pub const fn new() -> Self {
        Self(Mutex::new(Vec::new()))
    }

    /// One more, at its place.
    pub fn put(&self, at: usize, one: T) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() <= at {
            all.resize_with(at.saturating_add(1), || None);
        }
        if let Some(place) = all.get_mut(at) {
            *place = Some(one);
        }
    }

    /// All of them, in the order of their places.
    pub fn in_order(self) -> Vec<T> {
        let all = self.0.into_inner().unwrap_or_else(PoisonError::into_inner);
        all.into_iter().flatten().collect()
    }
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
    let made = Made::new();
    together(count, &|| {
        while let Some((at, item)) = take() {
            made.put(at, work(item));
        }
    });
    made.in_order()
}
