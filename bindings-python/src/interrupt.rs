//! Long calls: without the interpreter's lock, and ended by Ctrl-C.

use std::num::NonZeroUsize;
use std::panic::resume_unwind;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use bosoto::batch::Workers;
use pyo3::exceptions::PyRuntimeError;
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

/// From this many bytes on a call may take so long that somebody wants to end it.
const LONG: usize = 256 * 1024;

/// Does one call on texts without the interpreter's lock. A long one is done by a thread of its own, while the thread
/// that called asks whether a signal came; an exception of its handler is raised at once, and what the other
/// thread still does is thrown away.
pub fn call_on<R: Send + 'static>(
    py: Python<'_>,
    texts: &[Option<&str>],
    work: impl FnOnce(&[Option<&str>]) -> R + Send + 'static,
) -> PyResult<R> {
    let bytes = texts.iter().flatten().map(|text| text.len());
    if bytes.sum::<usize>() < LONG {
        return Ok(py.detach(|| work(texts)));
    }
    let texts: Vec<Option<String>> = texts.iter().map(|text| text.map(str::to_owned)).collect();
    let (done, mut doing) = channel();
    let worker = thread::spawn(move || {
        let texts: Vec<Option<&str>> = texts.iter().map(Option::as_deref).collect();
        // Nobody waits for what was thrown away.
        done.send(work(&texts)).ok();
    });
    loop {
        let answer;
        (answer, doing) = py.detach(move || (doing.recv_timeout(PAUSE), doing));
        match answer {
            Ok(result) => return Ok(result),
            Err(RecvTimeoutError::Timeout) => py.check_signals()?,
            Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    match py.detach(|| worker.join()) {
        Ok(()) => Err(PyRuntimeError::new_err("the call gave no answer")),
        Err(panic) => resume_unwind(panic),
    }
}
