//! Writes what is generated from the core; with `--check` it only says what would change.

use std::process::ExitCode;

use bosoto_tests::generated;

fn main() -> ExitCode {
    if !std::env::args().any(|argument| argument == "--check") {
        return match generated::write() {
            Ok(()) => ExitCode::SUCCESS,
            Err(problem) => {
                eprintln!("{problem}");
                ExitCode::FAILURE
            }
        };
    }
    let drift = generated::drift();
    for path in &drift {
        eprintln!("{path} is not what the core says; run the generator");
    }
    if drift.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
