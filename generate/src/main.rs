//! Writes what is generated from the core; with `--check` it only says what would change.

use std::process::ExitCode;

use bosoto_generate::{Contract, drift, write};

fn main() -> ExitCode {
    let check = std::env::args().any(|argument| argument == "--check");
    match run(check) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problems) => {
            eprintln!("{}", problems.join("\n"));
            ExitCode::FAILURE
        }
    }
}

fn run(check: bool) -> Result<(), Vec<String>> {
    let contract = Contract::read()?;
    if !check {
        return write(&contract).map_err(|problem| vec![problem.to_string()]);
    }
    let drift = drift(&contract);
    if drift.is_empty() {
        return Ok(());
    }
    let says = |path: &String| format!("{path} is not what the core says; run `make generate`");
    Err(drift.iter().map(says).collect())
}
