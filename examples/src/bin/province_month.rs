//! Writes the month of the demo's province; with `--check`, says whether it is up to date.

use std::path::Path;
use std::process::ExitCode;
use std::{fs, io};

use bosoto_examples::month::{Month, SEED};

fn main() -> io::Result<ExitCode> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("province-month");
    let month = Month::new(SEED);
    let manifest = format!("{}\n", serde_json::to_string_pretty(&month.manifest())?);
    let files = [
        ("commands.ndjson.gz", month.gzip()?),
        ("manifest.json", manifest.into_bytes()),
    ];
    let check = std::env::args().any(|argument| argument == "--check");
    for (name, bytes) in files {
        let file = folder.join(name);
        if check && fs::read(&file).ok().as_ref() != Some(&bytes) {
            eprintln!("{} is not up to date; run `make generate`", file.display());
            return Ok(ExitCode::FAILURE);
        }
        if !check {
            fs::create_dir_all(&folder)?;
            fs::write(file, bytes)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
