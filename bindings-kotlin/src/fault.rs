//! Faults of the library itself: a panic unwinds to the border and is an exception there.

use std::panic::{PanicHookInfo, set_hook};
use std::sync::Once;

static STARTED: Once = Once::new();

/// To be called first, as often as wanted. A fault then leaves its place on the standard error, and nothing of what it
/// was about.
#[uniffi::export]
pub fn start() {
    STARTED.call_once(|| set_hook(Box::new(place)));
}

fn place(fault: &PanicHookInfo<'_>) {
    if let Some(at) = fault.location() {
        eprintln!("bosoto: a fault at {}:{}", at.file(), at.line());
    }
}

/// The version of the library.
#[uniffi::export]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// A fault for the tests: what is no rule's and must not end the virtual machine.
#[uniffi::export]
#[allow(clippy::panic, reason = "the tests ask what becomes of a panic")]
pub fn planted_fault() -> String {
    panic!("planted")
}
