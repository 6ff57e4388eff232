//! Writes a province's year as many logs: `province_year FOLDER [CASES] [--gzip]`.

use std::error::Error;
use std::fs::{File, create_dir_all};
use std::io::{BufWriter, Write};
use std::path::Path;

use bosoto_benches::year::Year;
use flate2::Compression;
use flate2::write::GzEncoder;

/// The year is written in so many files.
const FILES: usize = 4;
const SEED: u64 = 2567;

fn main() -> Result<(), Box<dyn Error>> {
    let (options, words): (Vec<_>, Vec<_>) =
        std::env::args().skip(1).partition(|word| word == "--gzip");
    let folder = Path::new(
        words
            .first()
            .ok_or("province_year FOLDER [CASES] [--gzip]")?,
    );
    let cases: usize = words.get(1).map_or(Ok(1_000_000), |cases| cases.parse())?;
    let year = Year::new(SEED);
    create_dir_all(folder)?;
    for number in 0..FILES {
        let these = (number * cases / FILES)..((number + 1) * cases / FILES);
        let path = folder.join(format!("cases-{number}.ndjson"));
        if options.is_empty() {
            write(&year, these, BufWriter::new(File::create(path)?))?.flush()?;
        } else {
            let file = BufWriter::new(File::create(path.with_extension("ndjson.gz"))?);
            let gzip = GzEncoder::new(file, Compression::fast());
            write(&year, these, gzip)?.finish()?.flush()?;
        }
    }
    println!("{cases} cases, {} events", year.events(cases));
    Ok(())
}

fn write<W: Write>(year: &Year, cases: std::ops::Range<usize>, mut out: W) -> std::io::Result<W> {
    for case in cases {
        year.line(case, &mut out)?;
    }
    Ok(out)
}
