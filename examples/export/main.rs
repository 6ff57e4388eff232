//! A hospital checks its own export before it sends it: what to mend, the worst first, a report beside it, and how its
//! SMI-V care stands (KP-16).
//!
//! `cargo run -p bosoto-examples --example export -- FOLDER_OR_ZIP`; without an argument a made-up export is checked.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use bosoto::indicator::{Level, Period};
use bosoto::record::{Severity, message};
use bosoto_frame::{Asked, Findings, Language, Options, Sample, Source, indicator, validate};

fn main() -> Result<(), Box<dyn Error>> {
    let export = match env::args_os().nth(1) {
        Some(path) => PathBuf::from(path),
        None => made_up(&env::temp_dir().join("bosoto-export"))?,
    };
    print!("{}", checked(&export)?);
    Ok(())
}

fn checked(export: &Path) -> Result<String, Box<dyn Error>> {
    let source = || Source::Path(export.to_owned());
    let findings = validate(source(), &Options::default())?;
    let mut out = to_mend(&findings)?;
    let report = export.with_extension("html");
    fs::write(&report, findings.to_html(Language::Thai)?)?;
    writeln!(out, "รายงาน: {}", report.display())?;

    let asked = Asked::new(Period::new(2567, 3)?, Level::Facility);
    match indicator("KP-16", source(), &asked) {
        Ok(found) => {
            for area in &found.areas {
                let figure = &area.figure;
                let value = figure.value.as_deref().unwrap_or("–");
                let (a, b) = (figure.numerator, figure.denominator);
                writeln!(out, "KP-16 {} ร้อยละ {value} ({a}/{b})", area.area)?;
            }
        }
        Err(error) => writeln!(out, "KP-16 {}", error.message.th())?, // A table is missing.
    }
    Ok(out)
}

/// What is wrong and what to do, the errors first, of each severity what most rows have.
fn to_mend(findings: &Findings) -> Result<String, Box<dyn Error>> {
    let mut counts = findings.counts();
    counts.sort_by_key(|count| (count.severity == Severity::Warning, u64::MAX - count.rows));
    let mut out = String::new();
    for count in counts {
        let level = match count.severity {
            Severity::Error => "ข้อผิดพลาด",
            Severity::Warning => "คำเตือน",
        };
        let column = count.column.and_then(|name| count.table.column(name));
        let what = message(count.table, column, count.code);
        writeln!(
            out,
            "{level} {} แถว {}: {}",
            count.rows,
            count.table,
            what.th()
        )?;
    }
    Ok(out)
}

/// Writes a made-up export, a text for each table, with 30 defects.
fn made_up(folder: &Path) -> Result<PathBuf, Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    for (table, rows) in Sample::new(1, 200, 30).tables {
        let header: Vec<_> = table.columns().iter().map(|column| column.name).collect();
        let mut text = header.join("|") + "\n";
        for row in rows {
            text += &(row.join("|") + "\n");
        }
        fs::write(folder.join(format!("{table}.txt")), text)?;
    }
    Ok(folder.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_made_up_export_is_told_what_to_mend_and_how_it_stands() {
        let folder = env::temp_dir().join(format!("bosoto-export-{}", std::process::id()));
        let export = made_up(&folder.join("F43")).unwrap();
        let told = checked(&export).unwrap();
        let page = fs::read_to_string(folder.join("F43.html")).unwrap();
        let person = fs::remove_file(export.join("PERSON.txt"));
        let without = checked(&export).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        person.unwrap();

        let levels: Vec<_> = told.lines().map(|line| line.split(' ').next()).collect();
        let warning = levels
            .iter()
            .position(|level| *level == Some("คำเตือน"))
            .unwrap();
        assert!(
            warning > 0 && !levels[warning..].contains(&Some("ข้อผิดพลาด")),
            "{told}"
        );
        assert!(told.contains("ลบ 543"), "{told}");
        assert!(
            told.lines()
                .last()
                .unwrap()
                .starts_with("KP-16 10670 ร้อยละ "),
            "{told}"
        );
        assert!(page.contains("รายงานผลการตรวจสอบข้อมูล 43 แฟ้ม"));
        let last = without.lines().last().unwrap();
        assert!(
            last.starts_with("KP-16 ") && !last.contains("ร้อยละ"),
            "{last}"
        );
    }
}
