//! Writes the seeds of `member` and the texts for those of `zip`, from a made-up export: `seeds CORPUS TEXTS`.

use std::error::Error;
use std::fs;
use std::path::PathBuf;

use bosoto_frame::Sample;

fn main() -> Result<(), Box<dyn Error>> {
    let mut folders = std::env::args_os().skip(1).map(PathBuf::from);
    let (corpus, texts) = folders
        .next()
        .zip(folders.next())
        .ok_or("seeds CORPUS TEXTS")?;
    let sample = Sample::new(1, 12, 12);
    let mut all: [Vec<Vec<u8>>; 3] = Default::default();
    for (number, (table, rows)) in sample.tables.iter().enumerate() {
        let header = table.columns().iter().map(|column| column.name.to_owned());
        let header: Vec<String> = header.collect();
        let lines = |part: &str| {
            let lines = std::iter::once(&header).chain(rows);
            lines.map(|row| row.join(part) + "\n").collect::<String>()
        };
        let object = |row: &Vec<String>| {
            let cells = header.iter().zip(row);
            let cells = cells.map(|(name, cell)| (name.clone(), cell.as_str().into()));
            serde_json::Value::Object(cells.collect()).to_string() + "\n"
        };
        let forms = [lines("|"), lines(","), rows.iter().map(object).collect()];
        fs::write(texts.join(format!("{}.txt", table.name())), &forms[0])?;
        for (form, text) in forms.iter().enumerate() {
            let kind = u8::try_from(form * sample.tables.len() + number)?;
            all[form].push([&[kind], text.as_bytes()].concat());
        }
    }
    for (form, files) in all.iter().enumerate() {
        fs::write(corpus.join(format!("seed-{form}")), files.join(&0x1e))?;
        for (number, file) in files.iter().enumerate() {
            fs::write(corpus.join(format!("seed-{form}-{number}")), file)?;
        }
    }
    Ok(())
}
