//! What the targets over whole tables ask of every answer.

mod workbook;

use std::fs;
use std::path::{Path, PathBuf};

use bosoto::Date;
use bosoto::record::{Severity, Table};
use bosoto_frame::{Findings, Language, Options, Sample, Source, Stream, validate};

pub use workbook::workbook;

/// A folder of this process's own, empty.
///
/// # Panics
///
/// If it cannot be made.
#[must_use]
pub fn folder() -> PathBuf {
    let folder = std::env::temp_dir().join(format!("bosoto-fuzz-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder can be made");
    folder
}

/// Judges what lies there and asks for every answer.
///
/// # Panics
///
/// If one does not hold.
pub fn judge(path: &Path) {
    let options = Options {
        as_of: Date::parse_compact(Sample::AS_OF).ok(),
        persons_complete: true,
        unpack_limit: Some(64 << 20),
        ..Options::default()
    };
    if let Ok(findings) = validate(Source::Path(path.to_owned()), &options) {
        answers(&findings);
    }
}

fn answers(findings: &Findings) {
    let mut errors = 0_u64;
    let mut last = None;
    for finding in findings.each() {
        let finding = finding.expect("the source is as it was");
        let code = finding.code;
        let place = (finding.file.clone(), finding.table, finding.row);
        let place = (place, finding.column, code.rule().id, code.name());
        assert!(last <= Some(place.clone()), "{last:?} before {place:?}");
        last = Some(place);
        errors += u64::from(finding.severity == Severity::Error);
        let column = finding.column.and_then(|name| finding.table.column(name));
        let personal = column.is_some_and(|column| column.personal);
        assert!(!personal || finding.value.is_none());
    }
    assert_eq!(errors, findings.of_severity(Severity::Error));
    assert_eq!(findings.each().count(), findings.len());
    let counted: u64 = findings.counts().iter().map(|count| count.rows).sum();
    assert_eq!(counted, findings.len() as u64);
    findings.counts_batch().expect("counts are a batch");
    for column in findings.columns() {
        let known = column.column.map(|name| column.table.column(name));
        assert!(known.is_none_or(|known| known.is_some()));
    }
    assert!(findings.notes().iter().all(|note| note.unfilled().next().is_none()));
    findings.together_batch().expect("pairs are a batch");
    assert_eq!(rows(findings.stream()), findings.len());
    let bad = of_tables(findings.bad());
    assert_eq!(bad > 0, bad_rows(findings) > 0);
    assert!(bad as u64 <= errors);
    of_tables(findings.good());
    for language in [Language::Thai, Language::English] {
        let page = findings.to_html(language).expect("the source is as it was");
        assert!(page.starts_with("<!"));
    }
}

/// How many rows have an error, by the findings; those of a table itself are of no row.
fn bad_rows(findings: &Findings) -> usize {
    let found = findings.each().map(|finding| finding.expect("as before"));
    let errors = found.filter(|one| one.row > 0 && one.severity == Severity::Error);
    errors.count()
}

fn of_tables(tables: Vec<(Table, Stream)>) -> usize {
    tables.into_iter().map(|(_, stream)| rows(stream)).sum()
}

fn rows(stream: Stream) -> usize {
    stream
        .map(|batch| batch.expect("the source is as it was").num_rows())
        .sum()
}
