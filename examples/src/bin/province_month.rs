//! Writes the month of the demo's province, here and, smaller, for the Python wheel; with `--check`, says
//! whether both are up to date.

use std::path::Path;
use std::process::ExitCode;
use std::{fs, io};

use bosoto_examples::month::{Month, SEED};

fn main() -> io::Result<ExitCode> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let wheel = here.join("../bindings-python/python/bosoto/cli/month");
    let here = here.join("province-month");
    let month = Month::new(SEED);
    let manifest = format!("{}\n", serde_json::to_string_pretty(&month.manifest())?);
    let files = [
        (here.join("commands.ndjson.gz"), month.gzip()?),
        (here.join("manifest.json"), manifest.clone().into_bytes()),
        (wheel.join("commands.ndjson.gz"), month.small_gzip()?),
        (wheel.join("manifest.json"), manifest.into_bytes()),
    ];
    let check = std::env::args().any(|argument| argument == "--check");
    for (file, bytes) in files {
        if check && fs::read(&file).ok().as_ref() != Some(&bytes) {
            eprintln!("{} is not up to date; run `make generate`", file.display());
            return Ok(ExitCode::FAILURE);
        }
        if !check {
            fs::create_dir_all(file.parent().unwrap_or(&file))?;
            fs::write(file, bytes)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
