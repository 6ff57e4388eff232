//! Tries random cases: `soak SEED (MINUTES | +CASES) [FIRST]`; exit code 1 for the first that fails.

use std::process::ExitCode;
use std::time::Duration;

use bosoto_tests::soak::{Length, soak};

fn asked() -> Option<(u64, Length, u64)> {
    let mut arguments = std::env::args().skip(1);
    let seed = arguments.next()?.parse().ok()?;
    let length = arguments.next()?;
    let length = match length.strip_prefix('+') {
        Some(cases) => Length::Cases(cases.parse().ok()?),
        None => {
            let minutes: f64 = length.parse().ok()?;
            Length::Time(Duration::try_from_secs_f64(minutes * 60.0).ok()?)
        }
    };
    let first = match arguments.next() {
        Some(first) => first.parse().ok()?,
        None => 0,
    };
    Some((seed, length, first))
}

fn main() -> ExitCode {
    let Some((seed, length, first)) = asked() else {
        eprintln!("soak SEED (MINUTES | +CASES) [FIRST]");
        return ExitCode::from(2);
    };
    println!("seed {seed}");
    match soak(seed, first, length) {
        Ok(cases) => {
            println!("{cases} cases of each property hold");
            ExitCode::SUCCESS
        }
        Err(failure) => {
            eprintln!("{failure}\nagain: soak {seed} +1 and the number of the case");
            ExitCode::FAILURE
        }
    }
}
