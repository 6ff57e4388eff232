//! How much memory a replayed case takes, and how much of it is its texts.

use std::alloc::{GlobalAlloc, Layout, System};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use bosoto::any::{self, AnyLifecycle};
use bosoto::compulsory::Compulsory;
use bosoto::lifecycle::{Case, Event};
use bosoto::wire;
use bosoto_benches::log;
use serde_json::Value;

struct Counting;

static LIVE: AtomicUsize = AtomicUsize::new(0);

// SAFETY: every call goes to the system's allocator unchanged; only sizes are counted.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        LIVE.fetch_add(layout.size(), Ordering::Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        LIVE.fetch_sub(layout.size(), Ordering::Relaxed);
        unsafe { System.dealloc(place, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// Bytes of a replayed case, on the heap; the case itself lies there too.
fn size(lifecycle: &dyn AnyLifecycle, log: &str) -> usize {
    let before = LIVE.load(Ordering::Relaxed);
    let case = lifecycle.replay(log).expect("it fits");
    let bytes = LIVE.load(Ordering::Relaxed) - before;
    drop(case);
    bytes
}

/// Bytes of the texts that were written by people or name something: ids, names, notes, codes. An
/// actor is kept once, so its texts count once.
fn texts(value: &Value, seen: &mut Vec<String>) -> usize {
    match value {
        Value::Object(fields) => fields
            .iter()
            .filter(|(name, _)| !WORDS.contains(&name.as_str()))
            .map(|(name, field)| {
                let actor = name == "actor";
                let known = actor && seen.contains(&field.to_string());
                if actor {
                    seen.push(field.to_string());
                }
                if known { 0 } else { texts(field, seen) }
            })
            .sum(),
        Value::Array(items) => items.iter().map(|item| texts(item, seen)).sum(),
        Value::String(text) => text.len(),
        _ => 0,
    }
}

/// What is no text but a word of the contract, a date or an instant.
const WORDS: [&str; 14] = [
    "type",
    "event_id",
    "rule",
    "at",
    "recorded_at",
    "on",
    "missed_on",
    "role",
    "method",
    "route",
    "cause",
    "request",
    "marital_status",
    "sex",
];

fn report(name: &str, lifecycle: &dyn AnyLifecycle, logs: &[String]) {
    let (mut whole, mut written, mut events) = (0, 0, 0);
    for log in logs {
        whole += size(lifecycle, log);
        let values: Vec<Value> = wire::decode_list(log).expect("JSON");
        events += values.len();
        written += texts(&Value::Array(values), &mut Vec::new());
    }
    let mean = |sum: usize| sum / logs.len();
    println!(
        "{name}: {} events, {} bytes, of them texts {}, without texts {}",
        mean(events),
        mean(whole),
        mean(written),
        mean(whole - written)
    );
}

fn main() {
    println!(
        "an event: {} bytes, a case: {} bytes",
        size_of::<Event<Compulsory>>(),
        size_of::<Case<Compulsory>>()
    );
    let exchange = any::lifecycle("compulsory").expect("known");
    report("case of 20 events", exchange, &[log("C-1")]);
    for argument in std::env::args().skip(1) {
        let path = Path::new(&argument);
        let name = path.file_name().and_then(|name| name.to_str());
        let name = name.and_then(|name| name.split('.').next());
        let lifecycle = any::lifecycle(name.expect("a name")).expect("<lifecycle>.log.ndjson");
        let text = std::fs::read_to_string(path).expect("a file of logs, one array a line");
        let logs: Vec<String> = text.lines().map(str::to_owned).collect();
        report(lifecycle.name(), lifecycle, &logs);
    }
}
