//! Counts the steps that each question takes of long cases, and fails where four times the events take more than
//! 4.6 times the steps.
//!
//! Steps, and not seconds: a machine that is busy or slow gives the same. A step is a basic block that runs, of
//! this library and of all that is compiled with it; the compiler calls [`__sanitizer_cov_trace_pc`] in each, when
//! it is asked to (`make growth`). Nothing in the library knows of it, and no walk can be forgotten. What is copied
//! at one go is no block: the bytes that are allocated are counted too, 16 to a step.

use std::alloc::{GlobalAlloc, Layout, System};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};

use bosoto::any::{AnyCase, AnyLifecycle};
use bosoto::calendar::Date;
use bosoto::policy::Policy;
use bosoto_benches::growth::{EVENTS, SHAPES, Shape, act, halves, under_one_id};

/// The blocks that have run. There is one thread.
static mut BLOCKS: usize = 0;
static BYTES: AtomicUsize = AtomicUsize::new(0);

// SAFETY: the name is the compiler's own for this function, and only this program defines it.
#[unsafe(no_mangle)]
extern "C" fn __sanitizer_cov_trace_pc() {
    // SAFETY: there is one thread. No function is called here: each would be counted, for ever.
    unsafe { BLOCKS += 1 }
}

struct Counting;

// SAFETY: every call goes to the system's allocator unchanged; only sizes are counted.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        BYTES.fetch_add(layout.size(), Ordering::Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        unsafe { System.dealloc(place, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn so_far() -> usize {
    // SAFETY: there is one thread. Volatile, as the calls that count come in after the optimiser is done.
    let blocks = unsafe { (&raw const BLOCKS).read_volatile() };
    blocks + BYTES.load(Ordering::Relaxed) / 16
}

fn steps<T>(work: impl FnOnce() -> T) -> (usize, T) {
    let before = so_far();
    let made = work();
    (so_far() - before, made)
}

/// The most steps for four times the events, in hundredths of as many steps.
const MOST: usize = 460;

/// The steps of each question at each length.
struct Table(Vec<(String, Vec<usize>)>);

impl Table {
    fn note(&mut self, question: &str, shape: &str, steps: usize) {
        let name = format!("{question}, {shape}");
        match self.0.iter_mut().find(|(known, _)| *known == name) {
            Some((_, all)) => all.push(steps),
            None => self.0.push((name, vec![steps])),
        }
    }

    /// Prints it; whether every row grows slowly enough.
    fn print(&self) -> bool {
        let mut slow = true;
        for (name, steps) in &self.0 {
            let grown = steps.windows(2).map(|two| two[1] * 100 / two[0]);
            let worst = grown.max().unwrap_or_default();
            let mark = if worst > MOST { "TOO FAST" } else { "" };
            println!("{name:40} {steps:>12?} × {worst:4} / 100 {mark}");
            slow &= worst <= MOST;
        }
        slow
    }
}

fn measure(shape: &Shape, events: usize, table: &mut Table) {
    let (lifecycle, policy) = (shape.lifecycle(), Policy::default());
    let envelopes = shape.envelopes(events);
    let mut note = |question: &str, steps: usize| table.note(question, shape.name, steps);
    let (count, case) = steps(|| act(&envelopes));
    note("act", count);
    let log = case.log();
    let (count, replayed) = steps(|| lifecycle.replay(&log));
    assert_eq!(replayed.expect("it fits").expect("a case").log(), log);
    note("replay", count);
    let [one, other] = halves(&log);
    let (count, merged) = steps(|| lifecycle.merge(&one, &other));
    assert_eq!(merged.expect("one case").log, log);
    note("merge", count);
    note("merge with itself", steps(|| lifecycle.merge(&log, &log)).0);
    note("obligations", owed(case.as_ref(), Date::LAST));
    let first_day = Date::parse("2024-06-03").expect("a day");
    note("obligations then", owed(case.as_ref(), first_day));
    let again = envelopes.len().saturating_sub(2);
    let (count, _) =
        steps(|| lifecycle.decide(Some(case.as_ref()), envelopes[again].as_ref(), &policy));
    note("repeated", count);
}

fn owed(case: &dyn AnyCase, on: Date) -> usize {
    steps(|| case.obligations(on, &Policy::default())).0
}

fn merged_under_one_id(lifecycle: &dyn AnyLifecycle, events: usize) -> usize {
    let [one, other] = under_one_id(events);
    steps(|| lifecycle.merge(&one, &other).expect("one case")).0
}

fn main() -> ExitCode {
    let (count, _) = steps(|| Date::parse("2024-06-03"));
    if count == 0 {
        eprintln!("nothing is counted: use `make growth`");
        return ExitCode::FAILURE;
    }
    let named: Vec<String> = std::env::args().skip(1).collect();
    let mut table = Table(Vec::new());
    for events in EVENTS {
        let meant = |shape: &&Shape| named.is_empty() || named.iter().any(|it| it == shape.name);
        for shape in SHAPES.iter().filter(meant) {
            measure(shape, events, &mut table);
        }
        let count = merged_under_one_id(SHAPES[0].lifecycle(), events);
        table.note("merge", "under one id", count);
    }
    if table.print() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
