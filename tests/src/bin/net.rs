//! The safety net: says what differs from what was recorded; with `--record` it records anew.

use std::process::ExitCode;

use bosoto_tests::net::Net;

fn main() -> ExitCode {
    let net = Net::cast();
    if std::env::args().any(|argument| argument == "--record") {
        return match net.record() {
            Ok(()) => ExitCode::SUCCESS,
            Err(problem) => {
                eprintln!("{problem}");
                ExitCode::FAILURE
            }
        };
    }
    let differences = net.differences();
    for line in &differences {
        println!("{line}");
    }
    if differences.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
