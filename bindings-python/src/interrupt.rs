//! Long calls: without the interpreter's lock, and ended by Ctrl-C.

use std::num::NonZeroUsize;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use bosoto::batch::Workers;
use pyo3::prelude::*;

/// How long nobody asks whether a signal came.
const PAUSE: Duration = Duration::from_millis(50);

/// Does a batch without the interpreter's lock. Between portions, the thread that called asks whether
/// a signal came; an exception of its handler ends the batch, and is raised.
pub fn interruptible<R: Send>(
    py: Python<'_>,
    threads: NonZeroUsize,
    work: impl FnOnce(Workers<'_>) -> R + Send,
) -> PyResult<R> {
    let caller = thread::current().id();
    let asked = Mutex::new((Instant::now(), None));
    let stopped = AtomicBool::new(false);
    let stop = || {
        if thread::current().id() == caller {
            let mut asked = asked.lock().unwrap_or_else(PoisonError::into_inner);
            if asked.0.elapsed() >= PAUSE {
                asked.1 = Python::attach(|py| py.check_signals()).err();
                asked.0 = Instant::now();
                stopped.fetch_or(asked.1.is_some(), Ordering::Relaxed);
            }
        }
        stopped.load(Ordering::Relaxed)
    };
    let done = py.detach(|| work(Workers::until(threads, &stop)));
    let asked = asked.into_inner().unwrap_or_else(PoisonError::into_inner);
    match asked.1 {
        Some(error) => Err(error),
        None => Ok(done),
    }
}
