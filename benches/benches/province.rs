//! A province's year, 1 million cases with 20 million events as many logs: replayed, and the worklists of
//! its 18 organisations made, by one thread and by two; beside them plain `serde_json` over the same bytes.
//!
//! The logs lie in a file and are read in blocks; `BOSOTO_CASES` asks for another number of cases.

use std::fs::File;
use std::io::{BufWriter, Read, Write};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use bosoto::batch::Worklists;
use bosoto::policy::Policy;
use bosoto_benches::year::{Year, queries};
use serde_json::Value;

const BLOCK: usize = 4 << 20;
/// Each is measured so often, in turn; the best counts.
const ROUNDS: usize = 2;

type Way = &'static dyn Fn(&Path);

fn main() {
    let cases = std::env::var("BOSOTO_CASES").ok();
    let cases = cases.map_or(1_000_000, |cases| cases.parse().expect("a number"));
    let file = Year::new(2567);
    let path = std::env::temp_dir().join(format!("bosoto-year-{}.ndjson", std::process::id()));
    let bytes = write(&file, cases, &path);
    println!(
        "{cases} cases, {} events, {bytes} bytes",
        file.events(cases)
    );
    let ways: [(&str, Way); 4] = [
        ("read from the file only", &|path| blocks(path, |_| ())),
        ("parsed by serde_json, 1 thread", &|path| {
            blocks(path, parse)
        }),
        ("replayed and asked, 1 thread", &|path| replay(path, 1)),
        ("replayed and asked, 2 threads", &|path| replay(path, 2)),
    ];
    let mut best = [Duration::MAX; 4];
    for _ in 0..ROUNDS {
        for ((_, way), best) in ways.iter().zip(&mut best) {
            let begin = Instant::now();
            way(&path);
            *best = begin.elapsed().min(*best);
        }
    }
    for ((name, _), best) in ways.iter().zip(best) {
        println!("{name:34} {:7.1} s", best.as_secs_f64());
    }
    println!("the most memory that the process took: {}", peak());
    std::fs::remove_file(path).expect("written");
}

fn write(year: &Year, cases: usize, path: &PathBuf) -> u64 {
    let mut out = BufWriter::new(File::create(path).expect("room"));
    for case in 0..cases {
        year.line(case, &mut out).expect("room");
    }
    out.flush().expect("room");
    std::fs::metadata(path).expect("written").len()
}

/// Blocks of whole lines.
fn blocks(path: &Path, mut each: impl FnMut(&str)) {
    let mut file = File::open(path).expect("written");
    let mut block = Vec::new();
    loop {
        let more = (&mut file).take(BLOCK as u64).read_to_end(&mut block);
        let end = block
            .iter()
            .rposition(|byte| *byte == b'\n')
            .map_or(0, |at| at + 1);
        each(str::from_utf8(block.get(..end).expect("within")).expect("UTF-8"));
        block.drain(..end);
        if more.expect("readable") == 0 {
            break;
        }
    }
}

fn parse(lines: &str) {
    for line in lines.lines() {
        serde_json::from_str::<Value>(line).expect("JSON");
    }
}

fn replay(path: &Path, threads: usize) {
    let threads = NonZeroUsize::new(threads).expect("some");
    let mut worklists = Worklists::new(queries(), Policy::default());
    blocks(path, |lines| {
        let broken = worklists.read(lines, threads).expect("an array");
        assert!(broken.is_empty());
    });
    let rows: usize = worklists.finish().iter().map(Vec::len).sum();
    assert!(rows > 0);
}

/// As the system counts it, where it does.
fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    line.map_or("unknown", |line| line.trim_start_matches("VmHWM:").trim())
        .to_owned()
}
