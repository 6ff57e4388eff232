//! Work on several threads, and what they have made. The threads end with the call: no pool outlives it.
//!
//! Neither the work nor what it makes is a parameter of what starts the threads, so that the library has one copy of it
//! and not one for each question.

use std::panic::resume_unwind;
use std::sync::{Mutex, PoisonError};
use std::thread;

/// Does some work on this thread and on as many others as the system gives, `count` in all at the most, until each
/// returns. A panic in one of them goes on in the caller.
pub fn together(count: usize, work: &(dyn Fn() + Sync)) {
    if count <= 1 {
        return work();
    }
    thread::scope(|scope| {
        // Where the system gives no thread, the others do its work.
        let others: Vec<_> = (1..count)
            .filter_map(|_| thread::Builder::new().spawn_scoped(scope, work).ok())
            .collect();
        work();
        for other in others {
            other.join().unwrap_or_else(|panic| resume_unwind(panic));
        }
    });
}

/// What several threads have made, each thing with its place.
///
/// ```
/// use bosoto::question::threads::Made;
///
/// let made = Made::default();
/// made.put(1, "b");
/// made.put(0, "a");
/// assert_eq!(made.in_order(), ["a", "b"]);
/// ```
#[derive(Debug)]
pub struct Made<T>(Mutex<Vec<Option<T>>>);

impl<T> Default for Made<T> {
    fn default() -> Self {
        Self(Mutex::new(Vec::new()))
    }
}

impl<T> Made<T> {
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
    #[must_use]
    pub fn in_order(self) -> Vec<T> {
        let all = self.0.into_inner().unwrap_or_else(PoisonError::into_inner);
        all.into_iter().flatten().collect()
    }
}
