//! What is made once for a process.

use std::sync::OnceLock;

/// What stands in a place, made where it does not yet.
///
/// It is made before it is put there, perhaps by several threads at a time: a process that is forked meanwhile finds the place
/// free, and not taken by a thread that it does not have.
pub fn made<T>(place: &'static OnceLock<T>, make: impl FnOnce() -> T) -> &'static T {
    place.get().unwrap_or_else(|| {
        let made = make();
        place.get_or_init(|| made)
    })
}
