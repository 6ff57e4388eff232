//! The engine against a plain reading of the rules: rows as maps, one loop after the other, over core's row functions.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::wildcard_enum_match_arm,
    reason = "a test may panic"
)]

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use arrow_array::builder::{StringDictionaryBuilder, StringViewBuilder};
use arrow_array::cast::AsArray;
use arrow_array::types::{Int8Type, Int32Type, Int64Type, UInt32Type};
use arrow_array::{ArrayRef, LargeStringArray, RecordBatch, StringArray, StringViewArray};
use arrow_schema::{Field, Schema};
use bosoto::record::between::{self, Cid, pid_is_cid, takes_the_place};
use bosoto::record::{
    Areas, Code, Codes, Column, Day, Header, Kind, Moment, Severity, Table, Values, shown_pid,
    shown_value, trim,
};
use proptest::prelude::*;

use crate::{Findings, Given, Options, Source, validate};

/// A table as it is made up: its header and its rows.
#[derive(Debug, Clone)]
struct Sheet {
    table: Table,
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// A finding, with what tells it from others.
type Told = (
    Table,
    u64,
    Option<&'static str>,
    &'static str,
    Code,
    [Option<String>; 4],
);

/// Of a row, the cells that passed and have something in them.
type Row = HashMap<&'static str, String>;

struct Plain<'a> {
    sheets: &'a [Sheet],
    areas: Option<&'a Areas>,
    as_of: Option<Day>,
    told: Vec<Told>,
}

fn is_error(code: Code, column: &Column) -> bool {
    code.severity(Some(column), false) == Severity::Error
}

impl Plain<'_> {
    fn find(&mut self, sheet: &Sheet, row: usize, name: Option<&'static str>, code: Code) {
        let mut cells = [None, None, None, None];
        if row > 0 {
            let header = Header::of(sheet.table, sheet.header.iter().map(String::as_str));
            let raw = &sheet.rows[row - 1];
            let is_ragged = raw.len() != sheet.header.len();
            let cell = |name: &str| {
                let place = header.place(sheet.table.column(name)?)?;
                let cell = trim(raw.get(place)?).to_owned();
                let odd = cell.len() >= 13
                    || !cell
                        .bytes()
                        .all(|b| b.is_ascii_alphanumeric() || b"-_/".contains(&b));
                let withheld = is_ragged && odd;
                (!cell.is_empty() && !withheld).then_some(cell)
            };
            let value = name.and_then(|name| {
                let column = sheet.table.column(name)?;
                let place = header.place(column)?;
                shown_value(column, code, &raw[place], Values::Withheld).map(str::to_owned)
            });
            let pid = cell("PID").map(|pid| shown_pid(&pid).to_owned());
            cells = [cell("HOSPCODE"), pid, cell("SEQ"), value];
        }
        self.told
            .push((sheet.table, row as u64, name, code.rule().id, code, cells));
    }

    fn judge(mut self) -> Vec<Told> {
        let mut rows = BTreeMap::<Table, Vec<Option<Row>>>::new();
        let sheets = self.sheets;
        for sheet in sheets {
            rows.insert(sheet.table, self.cells(sheet));
        }
        for sheet in sheets {
            let header = Header::of(sheet.table, sheet.header.iter().map(String::as_str));
            if header.has_key() {
                self.keys(sheet, &rows[&sheet.table]);
            }
            self.twice(sheet, &rows[&sheet.table]);
            for (at, row) in rows[&sheet.table].iter().enumerate() {
                if let Some(row) = row {
                    self.row(sheet, at + 1, row, &rows);
                }
            }
        }
        self.told
            .sort_by_key(|(table, row, column, rule, code, _)| {
                (*table, *row, *column, *rule, code.name())
            });
        self.told
    }

    fn cells(&mut self, sheet: &Sheet) -> Vec<Option<Row>> {
        let header = Header::of(sheet.table, sheet.header.iter().map(String::as_str));
        for (column, code) in header.findings() {
            self.find(sheet, 0, Some(column.name), code);
        }
        let mut rows = Vec::new();
        for (at, cells) in sheet.rows.iter().enumerate() {
            if cells.len() != sheet.header.len() {
                self.find(sheet, at + 1, None, Code::FieldCount);
                rows.push(None);
                continue;
            }
            let mut row = Row::new();
            for (column, place) in header.columns().filter(|(column, _)| column.kind.is_some()) {
                let cell = trim(&cells[place]);
                let code = column.judge(cell);
                if let Some(code) = code {
                    self.find(sheet, at + 1, Some(column.name), code);
                }
                if !code.is_some_and(|code| is_error(code, column)) && !cell.is_empty() {
                    row.insert(column.name, cell.to_owned());
                }
            }
            rows.push(Some(row));
        }
        rows
    }

    fn keys(&mut self, sheet: &Sheet, rows: &[Option<Row>]) {
        let mut seen = Vec::<Vec<String>>::new();
        for (at, row) in rows.iter().enumerate() {
            let Some(row) = row else { continue };
            let cells = sheet
                .table
                .key()
                .map(|column| Some(column.in_key(row.get(column.name)?).into_owned()));
            let Some(key) = cells.collect::<Option<Vec<_>>>() else {
                continue;
            };
            if seen.contains(&key) {
                self.find(
                    sheet,
                    at + 1,
                    Some(sheet.table.key_name()),
                    Code::DuplicateKey,
                );
            }
            seen.push(key);
        }
    }

    fn twice(&mut self, sheet: &Sheet, rows: &[Option<Row>]) {
        let (alike, other, code): (&[&str], &str, Code) = match sheet.table {
            Table::Person => (&["HOSPCODE", "CID"], "PID", Code::CidTwice),
            Table::Service => (&["HOSPCODE", "PID", "SEQ"], "DATE_SERV", Code::SeqReused),
            _ => return,
        };
        for (at, row) in rows.iter().enumerate() {
            let Some(row) = row else { continue };
            let is_sample = |row: &Row| {
                row.get("CID")
                    .and_then(|cid| Cid::read(cid.as_bytes()))
                    .is_some_and(|cid| cid.is_placeholder())
            };
            if code == Code::CidTwice && is_sample(row) {
                continue;
            }
            let clashes = |earlier: &&Row| {
                let same = alike
                    .iter()
                    .all(|name| earlier.contains_key(name) && earlier.get(name) == row.get(name));
                let differs = earlier.contains_key(other)
                    && row.contains_key(other)
                    && earlier.get(other) != row.get(other);
                same && differs
            };
            if rows[..at].iter().flatten().any(|earlier| clashes(&earlier)) {
                let column = if code == Code::CidTwice { "CID" } else { "SEQ" };
                self.find(sheet, at + 1, Some(column), code);
            }
        }
    }

    /// Every row of a table that counts in look-ups; after the others those that are no row of a key.
    fn looked_up(
        &self,
        table: Table,
        rows: &BTreeMap<Table, Vec<Option<Row>>>,
    ) -> Option<Vec<Row>> {
        let sheet = self.sheets.iter().find(|sheet| sheet.table == table)?;
        let header = Header::of(table, sheet.header.iter().map(String::as_str));
        if !header.has_key() {
            return None;
        }
        let each = rows[&table].iter().zip(&sheet.rows);
        let (whole, ragged): (Vec<_>, Vec<_>) = each.partition(|(row, _)| row.is_some());
        let each = whole
            .into_iter()
            .chain(ragged)
            .map(|(row, cells)| match row {
                Some(row) => row.clone(),
                None => {
                    let left = table
                        .key()
                        .filter(|column| header.is_left_of_free_text(column));
                    let cell = |column: &'static Column| {
                        let cell = trim(cells.get(header.place(column)?)?);
                        let passes = !column
                            .judge(cell)
                            .is_some_and(|code| is_error(code, column));
                        (passes && !cell.is_empty()).then(|| (column.name, cell.to_owned()))
                    };
                    left.filter_map(cell).collect()
                }
            });
        let is_looked_up = |row: &Row| {
            row.get("PID")
                .is_some_and(|pid| !pid_is_cid(pid.as_bytes()))
        };
        Some(each.filter(is_looked_up).collect())
    }

    fn row(
        &mut self,
        sheet: &Sheet,
        at: usize,
        row: &Row,
        rows: &BTreeMap<Table, Vec<Option<Row>>>,
    ) {
        let table = sheet.table;
        let get = |row: &Row, name: &str| row.get(name).cloned();
        if let (Some(areas), Some(c), Some(a)) = (self.areas, row.get("CHANGWAT"), row.get("AMPUR"))
            && let Some(column) = areas.unknown(c, a, row.get("TAMBON").map(String::as_str))
        {
            self.find(sheet, at, Some(column.name), Code::NoSuchArea);
        }
        let withheld = row.get("PID").is_some_and(|pid| pid_is_cid(pid.as_bytes()));
        if withheld {
            self.find(sheet, at, Some("PID"), Code::PidIsCid);
        }
        let event = table
            .event()
            .and_then(|column| Some((column.name, column.kind, row.get(column.name)?)));
        let event = event.and_then(|(name, kind, cell)| {
            let day = if kind == Some(Kind::DateTime) {
                Moment::read(cell)?.day()
            } else {
                Day::read(cell)?
            };
            Some((name, day))
        });
        let updated = row.get("D_UPDATE").and_then(|cell| Moment::read(cell));
        if let (Some((_, on)), Some(updated)) = (event, updated)
            && between::updated_before_service(table, updated, on)
        {
            self.find(sheet, at, Some("D_UPDATE"), Code::UpdatedBeforeService);
        }
        let is_of = |other: &Row| {
            ["HOSPCODE", "PID"]
                .iter()
                .all(|name| row.contains_key(name) && other.get(name) == row.get(name))
        };
        let mut person = between::Person::default();
        let may_be_looked_up = !withheld
            && row.contains_key("HOSPCODE")
            && row.contains_key("PID")
            && table != Table::Person;
        if may_be_looked_up {
            if let Some(persons) = self.looked_up(Table::Person, rows) {
                let mut own: Option<&Row> = None;
                for other in persons.iter().filter(|other| is_of(other)) {
                    let moment =
                        |row: &Row| row.get("D_UPDATE").and_then(|cell| Moment::read(cell));
                    if own.is_none_or(|own| takes_the_place(moment(other), moment(own))) {
                        own = Some(other);
                    }
                }
                match own {
                    None => self.find(sheet, at, Some("PID"), Code::NoPerson),
                    Some(own) => {
                        let day = |name| own.get(name).and_then(|cell| Day::read(cell));
                        person.birth = day("BIRTH");
                        person.death = between::died_by_discharge(
                            &get(own, "DISCHARGE").unwrap_or_default(),
                            day("DDISCHARGE"),
                        );
                        let cid =
                            |row: &Row| row.get("CID").and_then(|cid| Cid::read(cid.as_bytes()));
                        if between::cid_differs(cid(row), cid(own)) {
                            self.find(sheet, at, Some("CID"), Code::CidDiffers);
                        }
                    }
                }
            }
            for death in self
                .looked_up(Table::Death, rows)
                .iter()
                .flatten()
                .filter(|other| is_of(other))
            {
                let day = death.get("DDEATH").and_then(|cell| Day::read(cell));
                person.death = between::earliest(person.death, day);
            }
        }
        if let Some((name, on)) = event {
            for code in between::of_event(table, on, &person, self.as_of).iter() {
                self.find(sheet, at, Some(name), code);
            }
        }
        let asks = may_be_looked_up
            && matches!(table, Table::DiagnosisOpd | Table::Specialpp)
            && row.contains_key("SEQ");
        if let Some(services) = self.looked_up(Table::Service, rows).filter(|_| asks) {
            let own: Vec<&Row> = services
                .iter()
                .filter(|other| is_of(other) && other.get("SEQ") == row.get("SEQ"))
                .collect();
            let days: Vec<Day> = own
                .iter()
                .filter_map(|other| Day::read(other.get("DATE_SERV")?))
                .collect();
            if own.is_empty() {
                self.find(sheet, at, Some("SEQ"), Code::NoService);
            } else if let Some((name, on)) = event
                && !days.is_empty()
                && !days.contains(&on)
            {
                self.find(sheet, at, Some(name), Code::ServiceDate);
            }
        }
    }
}

/// What the engine finds, read from its Arrow stream.
fn told(findings: &Findings) -> Vec<Told> {
    let mut all = Vec::new();
    for batch in findings.stream() {
        let batch = batch.unwrap();
        let word = |name: &str, row: usize| word(&batch, name, row);
        let text = |name: &str, row: usize| {
            let column = batch.column_by_name(name).unwrap().as_string::<i32>();
            column.iter().nth(row).flatten().map(str::to_owned)
        };
        let rows = batch
            .column_by_name("row")
            .unwrap()
            .as_primitive::<Int64Type>();
        for row in 0..batch.num_rows() {
            let table = Table::find(&word("table", row).unwrap()).unwrap();
            let code = Code::find(&word("code", row).unwrap()).unwrap();
            let column = word("column", row).map(|name| match table.column(&name) {
                Some(column) => column.name,
                None => table.key_name(),
            });
            assert_eq!(word("rule", row).unwrap(), code.rule().id);
            let cells = ["hospcode", "pid", "seq", "value"].map(|name| text(name, row));
            all.push((
                table,
                rows.value(row) as u64,
                column,
                code.rule().id,
                code,
                cells,
            ));
        }
    }
    assert_eq!(all.len(), findings.len());
    assert_eq!(by_number(findings), all);
    let each: Vec<_> = findings.each().map(Result::unwrap).collect();
    assert_eq!(each.len(), all.len());
    for (finding, (table, row, column, rule, code, [.., value])) in each.iter().zip(&all) {
        assert_eq!(
            (finding.table, finding.row as u64, finding.column),
            (*table, *row, *column)
        );
        assert_eq!((finding.rule.id, finding.code), (*rule, *code));
        assert_eq!(
            finding
                .value
                .as_ref()
                .map(|value| value.reveal().to_owned()),
            *value
        );
    }
    all
}

/// The word of a column of dictionaries in a row.
fn word(batch: &RecordBatch, name: &str, row: usize) -> Option<String> {
    let column = batch.column_by_name(name).unwrap();
    let words = column.as_dictionary::<Int32Type>();
    let key = words.key(row)?;
    Some(words.values().as_string::<i32>().value(key).to_owned())
}

/// The same from the stream of numbers, which are looked up.
fn by_number(findings: &Findings) -> Vec<Told> {
    let (kinds, files) = (
        findings.kinds_batch().unwrap(),
        findings.files_batch().unwrap(),
    );
    let mut all = Vec::new();
    for batch in findings.stream_by_number() {
        let batch = batch.unwrap();
        let number = |name: &str, row: usize| {
            let column = batch.column_by_name(name).unwrap();
            column.as_primitive::<UInt32Type>().value(row) as usize
        };
        let text = |name: &str, row: usize| {
            let column = batch.column_by_name(name).unwrap().as_string_view();
            column.iter().nth(row).flatten().map(str::to_owned)
        };
        let rows = batch.column_by_name("row").unwrap();
        for row in 0..batch.num_rows() {
            let kind = number("kind", row);
            let table = Table::find(&word(&kinds, "table", kind).unwrap()).unwrap();
            let code = Code::find(&word(&kinds, "code", kind).unwrap()).unwrap();
            let column = word(&kinds, "column", kind).map(|name| match table.column(&name) {
                Some(column) => column.name,
                None => table.key_name(),
            });
            let file = word(&files, "file", number("file", row));
            assert_eq!(
                file.is_none(),
                files.num_rows() == 1,
                "of a table in memory there is no file"
            );
            all.push((
                table,
                rows.as_primitive::<Int64Type>().value(row) as u64,
                column,
                code.rule().id,
                code,
                ["hospcode", "pid", "seq", "value"].map(|name| text(name, row)),
            ));
        }
    }
    all
}

/// Texts that a column may hold, right and wrong ones, few of each so that rows meet.
fn cell(column: &'static Column) -> BoxedStrategy<String> {
    let some = |texts: &'static [&'static str]| {
        prop::sample::select(texts).prop_map(str::to_owned).boxed()
    };
    let good = match (column.name, column.kind) {
        ("PID", _) => some(&["1", "2", "3", "ก", "3100600445635", "1234567890123456"]),
        ("SEQ" | "AN", _) => some(&["1", "2", "3", ""]),
        ("PPSPECIAL", _) => some(&["1B030", "1b030", "1B031"]),
        (_, Some(Kind::Facility)) => some(&["10670", "10670", "10671", "1067"]),
        (_, Some(Kind::Cid)) => some(&[
            "3100600445635",
            "1234545678781",
            "1111111111119",
            "3100600445636",
            "",
            "x",
        ]),
        (_, Some(Kind::Date)) => some(&[
            "20200101", "20200101", "20240101", "19900101", "25670229", "20230229", "",
        ]),
        (_, Some(Kind::DateTime)) => some(&[
            "20240101120000",
            "20200101000000",
            "20200101235959",
            "25670101000000",
            "2024",
            "",
        ]),
        (_, Some(Kind::Icd10)) => some(&["F10.0", "f100", "F100", "F20", "1"]),
        (_, Some(Kind::List(_))) => some(&["1", "1", "1", "2", "7"]),
        (_, Some(Kind::Phone)) => some(&["0812345678", "02-123-4567", "1", "", "0812345678 หรือ 9"]),
        (_, Some(Kind::Province | Kind::Area)) => some(&["81", "01", "02", "99", "1"]),
        (_, Some(Kind::Digits(_))) => some(&["099", "99"]),
        (_, Some(Kind::Facility9)) => some(&["", "AB1234567", "10670"]),
        (_, Some(Kind::Text)) => some(&[
            "ก",
            "2",
            "",
            "ยาวเกินไปมากๆ ยาวเกินไปมากๆ ยาวเกินไปมากๆ ยาวเกินไปมากๆ",
        ]),
        (_, None) => some(&["", "ไม่ตรวจ"]),
    };
    let spaced = good.clone().prop_map(|text| format!("  {text} "));
    prop_oneof![12 => good, 1 => spaced, 1 => Just(String::new())].boxed()
}

/// A table with a header in some order and case, some columns left out or there twice, some rows of another length.
fn sheet(table: Table) -> impl Strategy<Value = Sheet> {
    let columns: Vec<&'static Column> = table.columns().iter().collect();
    let count = columns.len();
    let kept = prop::collection::vec(prop::bool::weighted(0.95), count);
    let header = (
        Just(columns).prop_shuffle(),
        kept,
        any::<bool>(),
        prop::option::weighted(0.1, 0..count),
    );
    let header = header.prop_map(|(mut columns, kept, in_order, twice)| {
        if in_order {
            columns.sort_by_key(|column| column as *const _ as usize);
        }
        let mut left: Vec<&'static Column> = columns
            .iter()
            .zip(kept)
            .filter(|(_, kept)| *kept)
            .map(|(column, _)| *column)
            .collect();
        left.extend(twice.and_then(|at| columns.get(at)));
        left
    });
    header.prop_flat_map(move |columns| {
        let cells: Vec<_> = columns.iter().map(|column| cell(column)).collect();
        let length = prop_oneof![20 => Just(0_i8), 1 => Just(-1_i8), 1 => Just(1_i8)];
        let row = (cells, length).prop_map(|(mut row, length)| {
            match length {
                1 => row.push("more".to_owned()),
                -1 if row.len() > 2 => drop(row.pop()),
                _ => {}
            }
            row
        });
        let rows = prop::collection::vec(row, 0..40);
        (Just(columns), rows, any::<bool>()).prop_map(move |(columns, rows, lower)| Sheet {
            table,
            header: columns
                .iter()
                .map(|column| {
                    if lower {
                        column.name.to_ascii_lowercase()
                    } else {
                        format!(" {}", column.name)
                    }
                })
                .collect(),
            rows,
        })
    })
}

fn sheets() -> impl Strategy<Value = Vec<Sheet>> {
    let tables = prop::sample::subsequence(Table::ALL.to_vec(), 1..=7);
    tables.prop_flat_map(|tables| tables.into_iter().map(sheet).collect::<Vec<_>>())
}

/// As the text of a member, lines ended in several ways and empty lines between.
fn as_text(sheet: &Sheet) -> String {
    let lines = std::iter::once(&sheet.header).chain(&sheet.rows);
    let lines = lines.enumerate().map(|(at, cells)| {
        let line = cells.join("|");
        // A line without a field cannot be told from an empty one.
        assert!(!line.is_empty());
        [line.as_str(), ["\n", "\r\n", "\n\n", "\r\n\r\n\n"][at % 4]].concat()
    });
    lines.collect()
}

fn in_windows_874(text: &str) -> Vec<u8> {
    text.chars()
        .map(|c| {
            if c.is_ascii() {
                c as u8
            } else {
                (c as u32 - 0xe00 + 0xa0) as u8
            }
        })
        .collect()
}

/// As Arrow, in batches of odd sizes and columns of several kinds, or all of them views of which none is null; rows of
/// another length cannot be.
fn as_batches(sheet: &Sheet, as_views: bool) -> Given {
    let column = |at: usize| -> ArrayRef {
        if as_views {
            let cells = sheet.rows.iter().map(|row| row[at].as_str());
            return Arc::new(StringViewArray::from_iter_values(cells));
        }
        let cells = sheet
            .rows
            .iter()
            .map(|row| Some(row[at].as_str()).filter(|cell| !cell.is_empty()));
        match at % 4 {
            0 => Arc::new(StringArray::from_iter(cells)),
            1 => Arc::new(LargeStringArray::from_iter(cells)),
            2 => {
                let mut builder = StringViewBuilder::new();
                builder.extend(cells);
                Arc::new(builder.finish())
            }
            _ => {
                let mut builder = StringDictionaryBuilder::<Int8Type>::new();
                builder.extend(cells);
                Arc::new(builder.finish())
            }
        }
    };
    let columns: Vec<ArrayRef> = (0..sheet.header.len()).map(column).collect();
    let fields = sheet
        .header
        .iter()
        .zip(&columns)
        .map(|(name, column)| Field::new(name, column.data_type().clone(), true));
    let schema = Arc::new(Schema::new(fields.collect::<Vec<_>>()));
    let whole = RecordBatch::try_new(Arc::clone(&schema), columns).unwrap();
    let parts = (0..whole.num_rows())
        .step_by(11)
        .map(|at| whole.slice(at, 11.min(whole.num_rows() - at)));
    Given::Batches(schema, parts.collect())
}

fn options(areas: &Areas, as_of: bool) -> Options {
    Options {
        areas: Some(areas.clone()),
        as_of: as_of.then(|| bosoto::Date::parse("2023-12-31").unwrap()),
        ..Options::default()
    }
}

/// Says only what differs.
fn same(found: &[Told], expected: &[Told]) -> Result<(), TestCaseError> {
    let odd: Vec<_> = found.iter().filter(|one| !expected.contains(one)).collect();
    let missed: Vec<_> = expected.iter().filter(|one| !found.contains(one)).collect();
    prop_assert!(
        odd.is_empty() && missed.is_empty(),
        "found and not expected: {odd:?}; missed: {missed:?}"
    );
    prop_assert!(found == expected, "another order");
    Ok(())
}

fn split(findings: &Findings, sheets: &[Sheet]) -> Result<(), TestCaseError> {
    let errors: Vec<_> = findings
        .each()
        .map(Result::unwrap)
        .filter(|one| one.severity == Severity::Error && one.row > 0)
        .map(|one| (one.table, one.row))
        .collect();
    for ((table, good), (_, bad)) in findings.good().into_iter().zip(findings.bad()) {
        let sheet = sheets.iter().find(|sheet| sheet.table == table).unwrap();
        let rows =
            |stream: crate::Stream| stream.map(|batch| batch.unwrap().num_rows()).sum::<usize>();
        let mut own: Vec<_> = errors.iter().filter(|(of, _)| *of == table).collect();
        own.dedup();
        prop_assert_eq!(rows(bad), own.len());
        prop_assert_eq!(rows(good), sheet.rows.len() - own.len());
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 96 } else { 2_000 }))]

    #[test]
    fn the_engine_finds_in_texts_what_the_row_functions_find(sheets in sheets(), thai in any::<bool>(), as_of in any::<bool>()) {
        let folder = Folder::new();
        for sheet in &sheets {
            let text = as_text(sheet);
            let bytes = if thai { in_windows_874(&text) } else { text.into_bytes() };
            folder.write(&format!("{}.txt", sheet.table.name().to_ascii_lowercase()), &bytes);
        }
        let areas = Areas::new(["810101", "810102", "810201"]).unwrap();
        let findings = validate(Source::Path(folder.path.clone()), &options(&areas, as_of)).unwrap();
        let mut found = told(&findings);
        found.sort_by_key(|(table, row, column, rule, code, _)| (*table, *row, *column, *rule, code.name()));
        let as_of = as_of.then(|| Day::read("20231231").unwrap());
        let plain = Plain { sheets: &sheets, areas: Some(&areas), as_of, told: Vec::new() };
        same(&found, &plain.judge())?;
        split(&findings, &sheets)?;
    }

    #[test]
    fn the_engine_finds_in_arrow_what_the_row_functions_find(sheets in sheets(), as_of in any::<bool>(), as_views in any::<bool>()) {
        let mut sheets = sheets;
        for sheet in &mut sheets {
            sheet.rows.retain(|row| row.len() == sheet.header.len());
        }
        let tables = sheets.iter().map(|sheet| (sheet.table.name().to_owned(), as_batches(sheet, as_views)));
        let areas = Areas::new(["810101", "810102", "810201"]).unwrap();
        let findings = validate(Source::Tables(tables.collect()), &options(&areas, as_of)).unwrap();
        let as_of = as_of.then(|| Day::read("20231231").unwrap());
        let plain = Plain { sheets: &sheets, areas: Some(&areas), as_of, told: Vec::new() };
        same(&told(&findings), &plain.judge())?;
        split(&findings, &sheets)?;
    }
}

#[test]
fn rv_07_what_is_wrong_with_every_row_is_told_with_its_own_key() {
    let pids = [
        " 7 ",
        "3100600445635",
        "ผู้ป่วย",
        "1234567890123456",
        "A-1/2",
        "",
    ];
    for odd in std::iter::once(None).chain((0..pids.len()).map(Some)) {
        let row = |at: usize| {
            // The first run of rows begins within a block.
            let day = if at < 3 { "20240229" } else { "25670229" };
            let pid = match odd {
                Some(odd) if at == 17 => pids[odd].to_owned(),
                _ => at.to_string(),
            };
            let cells = ["10670", &pid, &format!("{at:010}"), day, "1", "1B030"];
            cells.map(str::to_owned).to_vec()
        };
        let header = [
            "HOSPCODE",
            "PID",
            "SEQ",
            "DATE_SERV",
            "SERVPLACE",
            "PPSPECIAL",
        ];
        let sheet = Sheet {
            table: Table::Specialpp,
            header: header.map(str::to_owned).to_vec(),
            rows: (0..40).map(row).collect(),
        };
        let found = [true, false].map(|as_views| {
            let tables = vec![("SPECIALPP".to_owned(), as_batches(&sheet, as_views))];
            let options = Options {
                codes: Some(Codes::named(["buddhist_year"]).unwrap()),
                ..Options::default()
            };
            told(&validate(Source::Tables(tables), &options).unwrap())
        });
        assert_eq!(found[0], found[1], "{odd:?}");
        assert_eq!(found[0].len(), 37);
    }
}

/// A folder of its own, gone when it is dropped.
pub(crate) struct Folder {
    pub path: std::path::PathBuf,
}

impl Folder {
    pub fn new() -> Self {
        use std::sync::atomic::{AtomicU32, Ordering};
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!(
            "bosoto-frame-{}-{}",
            std::process::id(),
            NEXT.fetch_add(1, Ordering::Relaxed)
        );
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).unwrap();
        Self { path }
    }

    pub fn write(&self, name: &str, bytes: &[u8]) -> std::path::PathBuf {
        let path = self.path.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.path);
    }
}
