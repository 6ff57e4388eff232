//! Tests of what workbooks look like in practice, and of what they must not do to whoever reads them (RV-05).

#![allow(
    clippy::arithmetic_side_effects,
    clippy::wildcard_enum_match_arm,
    reason = "a test may panic"
)]

use std::fmt::Write;
use std::path::Path;

use bosoto::record::{Table, Values};
use bosoto::{DataCode, DataError};
use proptest::prelude::*;

use crate::reference::Folder;
use crate::sources::zipped;
use crate::{Findings, Given, Options, Source, validate};

const WORKSHEET: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";

/// A workbook of worksheets by their names, each with what stands in its `sheetData` and behind it.
fn workbook(sheets: &[(&str, &str, &str)], is_1904: bool) -> Vec<u8> {
    let (mut list, mut relations) = (String::new(), String::new());
    let mut members = vec![
        (
            "[Content_Types].xml".to_owned(),
            "<Types/>".to_owned(),
        ),
        (
            "_rels/.rels".to_owned(),
            "<Relationships><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>".to_owned(),
        ),
        (
            "xl/styles.xml".to_owned(),
            "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>".to_owned(),
        ),
    ];
    for (at, (name, data, behind)) in sheets.iter().enumerate() {
        let at = at + 1;
        write!(
            list,
            "<sheet name=\"{name}\" sheetId=\"{at}\" r:id=\"rId{at}\"/>"
        )
        .unwrap();
        write!(relations, "<Relationship Id=\"rId{at}\" Type=\"{WORKSHEET}\" Target=\"worksheets/sheet{at}.xml\"/>").unwrap();
        members.push((
            format!("xl/worksheets/sheet{at}.xml"),
            format!("<worksheet><sheetData>{data}</sheetData>{behind}</worksheet>"),
        ));
    }
    let date1904 = if is_1904 {
        "<workbookPr date1904=\"1\"/>"
    } else {
        ""
    };
    members.push((
        "xl/workbook.xml".to_owned(),
        format!("<workbook xmlns:r=\"r\">{date1904}<sheets>{list}</sheets></workbook>"),
    ));
    members.push((
        "xl/_rels/workbook.xml.rels".to_owned(),
        format!("<Relationships>{relations}</Relationships>"),
    ));
    let members: Vec<(&str, &[u8])> = members
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_bytes()))
        .collect();
    zipped(&members, true)
}

fn text(cell: &str) -> String {
    let cell = cell.replace('&', "&amp;").replace('<', "&lt;");
    format!("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{cell}</t></is></c>")
}

/// Rows of texts; an empty one is no cell.
fn rows<'a>(rows: impl IntoIterator<Item = &'a [&'a str]>) -> String {
    let row = |row: &[&str]| {
        let cells = row.iter().map(|cell| {
            if cell.is_empty() {
                "<c/>".to_owned()
            } else {
                text(cell)
            }
        });
        format!("<row>{}</row>", cells.collect::<String>())
    };
    rows.into_iter().map(row).collect()
}

fn judged(path: &Path) -> Result<Findings, DataError> {
    let options = Options {
        values: Some(Values::Shown),
        ..Options::default()
    };
    validate(Source::Path(path.to_owned()), &options)
}

fn told(findings: &Findings) -> Vec<String> {
    let each = findings.each().map(Result::unwrap);
    each.map(|one| {
        let value = one.value.as_ref().map_or("", |value| value.reveal());
        format!(
            "{} {} {} {} {value}",
            one.table,
            one.row,
            one.column.unwrap_or("-"),
            one.code.name()
        )
    })
    .collect()
}

fn code_of(result: Result<Findings, DataError>) -> (DataCode, String) {
    let error = result.map(|findings| told(&findings)).unwrap_err();
    (error.code, error.message.en())
}

fn notes(findings: &Findings) -> Vec<String> {
    findings
        .notes()
        .iter()
        .map(bosoto::text::Message::en)
        .collect()
}

const DEATH: [&str; 6] = ["HOSPCODE", "PID", "DDEATH", "CDEATH_A", "CDEATH", "PDEATH"];
const GOOD: [&str; 6] = ["10670", "1", "20240229", "I219", "I219", "1"];

#[test]
fn rv_05_worksheets_are_tables_by_their_names_and_others_are_ignored() {
    let folder = Folder::new();
    let good = rows([&DEATH[..], &GOOD]);
    let bytes = workbook(
        &[
            ("death", &good, ""),
            ("สรุป", &good, ""),
            ("แฟ้มการเสียชีวิต", &good, ""),
        ],
        false,
    );
    let findings = judged(&folder.write("ทะเบียน.xlsx", &bytes)).unwrap();
    assert_eq!(told(&findings), Vec::<String>::new());
    assert_eq!(
        findings.ignored(),
        ["ทะเบียน.xlsx/สรุป", "ทะเบียน.xlsx/แฟ้มการเสียชีวิต"]
    );
    assert_eq!(findings.good().len(), 1);
    // By the stem, where one worksheet alone has anything in it.
    let bytes = workbook(&[("Sheet1", &good, ""), ("Sheet2", "", "")], false);
    let path = folder.write("DEATH_10670_20240601.xlsx", &bytes);
    assert_eq!(told(&judged(&path).unwrap()), ["DEATH 0 - member_name "]);
    let other = folder.write("x.xlsx", &bytes);
    assert_eq!(code_of(judged(&other)).0, DataCode::NoTable);
    let given = vec![("DEATH".to_owned(), Given::Path(other))];
    assert_eq!(
        validate(Source::Tables(given), &Options::default())
            .unwrap()
            .len(),
        0
    );
}

#[test]
fn rv_05_workbooks_of_a_folder_stand_beside_other_files() {
    let folder = Folder::new();
    let good = rows([&DEATH[..], &GOOD]);
    folder.write(
        "a.xlsx",
        &workbook(&[("DEATH", &good, ""), ("PERSON", &good, "")], false),
    );
    folder.write("b.xlsx", &workbook(&[("Sheet1", &good, "")], false));
    folder.write("~$a.xlsx", b"lock");
    folder.write("PERSON.xls", b"old");
    folder.write("person.csv", b"PID\n1\n");
    let findings = judged(&folder.path).unwrap();
    assert_eq!(
        findings.ignored(),
        ["PERSON.xls", "b.xlsx/Sheet1", "person.csv", "~$a.xlsx"]
    );
    let tables: Vec<Table> = findings.good().iter().map(|(table, _)| *table).collect();
    assert_eq!(tables, [Table::Person, Table::Death]);
}

#[test]
fn rv_05_the_header_is_found_below_titles_and_columns_by_their_thai_names() {
    let folder = Folder::new();
    let data = rows([
        &["รายงานการเสียชีวิต", "PID"][..],
        &[],
        &[
            "ลำดับ",
            "รหัสหน่วยบริการ",
            "PID",
            "วันที่เสียชีวิต\n(ค.ศ.)",
            "สาเหตุการตาย a",
            "Cause of death",
            "สถานที่ตาย",
        ],
        &["1", "10670", "1", "20240229", "I219", "I219", "1"],
        &["2", "1067", "2", "25670603", "x", "I219", "3", "หมายเหตุ"],
        &[],
        &["3", "", "3", "20240603", "I219", "I219", "1"],
    ]);
    let findings =
        judged(&folder.write("DEATH.xlsx", &workbook(&[("DEATH", &data, "")], false))).unwrap();
    assert_eq!(
        told(&findings),
        [
            "DEATH 2 CDEATH_A icd10_shape x",
            "DEATH 2 DDEATH buddhist_year 25670603",
            "DEATH 2 HOSPCODE facility_shape 1067",
            "DEATH 2 PDEATH list 3",
            // The empty row is counted: row 4 below the header is row 7 of the worksheet.
            "DEATH 4 HOSPCODE required ",
        ]
    );
    let taken: Vec<_> = findings
        .columns()
        .into_iter()
        .map(|one| (one.place, one.column))
        .collect();
    let expected = ["A3", "B3", "C3", "D3", "E3", "F3", "G3"].map(str::to_owned);
    let columns = [
        None,
        Some("HOSPCODE"),
        Some("PID"),
        Some("DDEATH"),
        Some("CDEATH_A"),
        Some("CDEATH"),
        Some("PDEATH"),
    ];
    assert_eq!(taken, expected.into_iter().zip(columns).collect::<Vec<_>>());
    assert_eq!(
        findings.columns()[3].header.as_deref(),
        Some("วันที่เสียชีวิต\n(ค.ศ.)")
    );
    assert_eq!(
        notes(&findings),
        [
            "DEATH.xlsx/DEATH: the header is row 3; what stands above it is not judged",
            "DEATH.xlsx/DEATH: 1 cells stand right of the header and are not read; give them a header if they are data",
        ]
    );
    let (_, bad) = findings.bad().remove(0);
    let rows: usize = bad.map(|batch| batch.unwrap().num_rows()).sum();
    assert_eq!(rows, 2);
}

#[test]
fn rv_05_typed_cells_are_written_as_the_standard_writes_them() {
    let folder = Folder::new();
    let header = rows([&[
        "HOSPCODE",
        "CID",
        "PID",
        "SEX",
        "BIRTH",
        "NATION",
        "DISCHARGE",
        "TYPEAREA",
        "D_UPDATE",
    ][..]]);
    let cells = "<row><c><v>10670</v></c><c><v>3100600445635</v></c><c t=\"str\"><v>7</v></c><c><v>1</v></c><c s=\"1\"><v>32904</v></c>\
        <c><v>99</v></c><c><v>9</v></c><c><v>1</v></c><c s=\"2\"><v>45446.385416667</v></c></row>\
        <row><c><v>10670</v></c><c t=\"str\"><v>3.10E+12</v></c><c t=\"str\"><f>A1</f><v>8</v></c><c t=\"b\"><v>1</v></c><c s=\"1\"><v>243772</v></c>\
        <c t=\"str\"><v>099</v></c><c><f>1+8</f><v/></c><c t=\"e\"><v>#N/A</v></c><c t=\"d\"><v>2024-06-03T09:15:00</v></c></row>";
    for (is_1904, birth) in [(false, "25670603"), (true, "25710604")] {
        let bytes = workbook(&[("PERSON", &[&header, cells].concat(), "")], is_1904);
        let findings = judged(&folder.write("x.xlsx", &bytes)).unwrap();
        assert_eq!(
            told(&findings),
            [
                "PERSON 1 NATION digits 99".to_owned(),
                format!("PERSON 2 BIRTH buddhist_year {birth}"),
                "PERSON 2 CID cid_shape 3.10E+12".to_owned(),
                "PERSON 2 SEX list TRUE".to_owned(),
                "PERSON 2 TYPEAREA list #N/A".to_owned(),
            ]
        );
        assert_eq!(notes(&findings).len(), 1);
        assert!(notes(&findings)[0].contains("1 formulas have no stored result"));
    }
}

#[test]
fn rv_05_hidden_rows_and_merged_cells_are_judged_and_told() {
    let folder = Folder::new();
    let hidden = rows([&GOOD[..]]).replace("<row>", "<row hidden=\"1\">");
    let data = [rows([&DEATH[..], &GOOD]), hidden].concat();
    let bytes = workbook(
        &[
            ("Other", "", ""),
            (
                "DEATH",
                &data,
                "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>",
            ),
        ],
        false,
    );
    let findings = judged(&folder.write("x.xlsx", &bytes)).unwrap();
    assert_eq!(told(&findings), ["DEATH 2 HOSPCODE+PID duplicate_key "]);
    let notes = notes(&findings);
    assert!(
        notes[0].contains("merged in 1 places") && notes[1].contains("1 rows are hidden"),
        "{notes:?}"
    );
}

#[test]
fn rv_05_a_worksheet_without_a_header_is_read_by_its_width_or_not_at_all() {
    let folder = Folder::new();
    let row = [
        "10670",
        "1",
        "1",
        "20240101",
        "1",
        "1B030",
        "",
        "9",
        "20240101120000",
    ];
    let data = rows([&row[..], &row]);
    let findings =
        judged(&folder.write("x.xlsx", &workbook(&[("SPECIALPP", &data, "")], false))).unwrap();
    assert_eq!(
        told(&findings),
        [
            "SPECIALPP 0 - no_header ",
            "SPECIALPP 2 HOSPCODE+PID+DATE_SERV+PPSPECIAL duplicate_key "
        ]
    );
    assert!(notes(&findings)[0].contains("no header was found"));
    assert_eq!(findings.columns()[0].header, None);
    let data = rows([&GOOD[..]]);
    let findings =
        judged(&folder.write("x.xlsx", &workbook(&[("DEATH", &data, "")], false))).unwrap();
    assert_eq!(told(&findings), ["DEATH 0 - no_header "]);
    let (_, good) = findings.good().remove(0);
    assert_eq!(
        good.map(|batch| batch.unwrap().num_rows()).sum::<usize>(),
        1
    );
    let findings = judged(&folder.write("x.xlsx", &workbook(&[("DEATH", "", "")], false))).unwrap();
    assert_eq!(told(&findings), ["DEATH 0 - no_header "]);
}

#[test]
fn nothing_stands_right_of_a_header_that_is_not_there() {
    let mut lines: Vec<&[&str]> = vec![&["หมายเหตุ"]; 20];
    lines.push(&["HOSPCODE", "PID", "DDEATH", "CDEATH_A", "CDEATH", "PDEATH"]);
    lines.push(&GOOD);
    let folder = Folder::new();
    let sheet = workbook(&[("DEATH", &rows(lines), "")], false);
    let findings = judged(&folder.write("x.xlsx", &sheet)).unwrap();
    let notes = notes(&findings);
    assert_eq!(notes.len(), 1, "{notes:?}");
    assert!(notes[0].contains("no header was found"));
}

#[test]
fn a_workbook_that_cannot_be_read_says_why() {
    let folder = Folder::new();
    let name: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let compound = [super::COMPOUND, &[0; 1_500]].concat();
    let (code, said) = code_of(judged(
        &folder.write("x.xlsx", &[&compound[..], &name].concat()),
    ));
    assert_eq!(code, DataCode::Unreadable);
    assert!(said.contains("has a password"), "{said}");
    let (_, said) = code_of(judged(&folder.write("x.xlsx", &compound)));
    assert!(said.contains("save it as .xlsx"), "{said}");
    for name in ["DEATH.xls", "DEATH.ods", "DEATH.xlsb"] {
        let (code, said) = code_of(judged(&folder.write(name, b"x")));
        assert_eq!(code, DataCode::Unreadable);
        assert!(said.contains("save it as .xlsx"), "{said}");
    }
    for bytes in [&b""[..], b"PK\x03\x04", b"<html>"] {
        assert_eq!(
            code_of(judged(&folder.write("x.xlsx", bytes))).0,
            DataCode::Unreadable
        );
    }
}

#[test]
fn what_is_broken_in_a_workbook_is_an_error_and_never_a_panic() {
    let folder = Folder::new();
    let bytes = workbook(&[("DEATH", &rows([&DEATH[..], &GOOD, &GOOD]), "")], false);
    for end in 0..bytes.len() {
        let path = folder.write("x.xlsx", &bytes[..end]);
        assert_eq!(code_of(judged(&path)).0, DataCode::Unreadable, "{end}");
    }
    for at in 0..bytes.len() {
        let mut broken = bytes.clone();
        broken[at] ^= 0x55;
        let path = folder.write("x.xlsx", &broken);
        let _ = judged(&path).map(|findings| told(&findings));
    }
    let data =
        "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
    for data in [
        data,
        "<row><c t=\"s\"><v>9</v></c></row>",
        "<row><c r=\"\"><v>1</v></c></row>",
        "<row><c>",
    ] {
        let data = [&rows([&DEATH[..]]), data].concat();
        let path = folder.write("x.xlsx", &workbook(&[("DEATH", &data, "")], false));
        let _ = judged(&path).map(|findings| told(&findings));
    }
}

#[test]
fn a_workbook_that_is_a_bomb_is_too_large() {
    let folder = Folder::new();
    let many: Vec<&[&str]> = std::iter::once(&DEATH[..])
        .chain(std::iter::repeat_n(&GOOD[..], 500))
        .collect();
    let path = folder.write("x.xlsx", &workbook(&[("DEATH", &rows(many), "")], false));
    let with = |unpack_limit| {
        let options = Options {
            unpack_limit,
            ..Options::default()
        };
        validate(Source::Path(path.clone()), &options)
    };
    assert_eq!(code_of(with(Some(1_000))).0, DataCode::TooLarge);
    assert_eq!(with(None).unwrap().len(), 499);
    // One cell without an end.
    let long = "x".repeat(9_000);
    let data = rows([&DEATH[..], &[long.as_str()]]);
    let path = folder.write("x.xlsx", &workbook(&[("DEATH", &data, "")], false));
    assert_eq!(code_of(judged(&path)).0, DataCode::TooLarge);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn a_table_as_a_workbook_has_the_findings_that_it_has_as_a_text(
        table in prop::sample::select(Table::ALL),
        cells in prop::collection::vec(prop::collection::vec("[0-9]{1,14}|20[0-9]{6}|3100600445635|10670| ?[A-Z][0-9.]{2,4} ?|ก{0,3}|", 4..30), 1..30),
    ) {
        let folder = Folder::new();
        let header: Vec<&str> = table.columns().iter().map(|column| column.name).collect();
        let width = header.len();
        let cells: Vec<Vec<&str>> = cells.iter().map(|row| {
            let mut row: Vec<&str> = row.iter().map(String::as_str).chain(std::iter::repeat("")).take(width).collect();
            row[0] = "10670";
            row
        }).collect();
        let line = |row: &Vec<&str>| row.join("|") + "\n";
        let lines: String = std::iter::once(&header).chain(&cells).map(line).collect();
        let as_text = judged(&folder.write(&format!("{table}.txt"), lines.as_bytes())).unwrap();
        let data = rows(std::iter::once(&header[..]).chain(cells.iter().map(Vec::as_slice)));
        let as_sheet = judged(&folder.write("x.xlsx", &workbook(&[(table.name(), &data, "")], false))).unwrap();
        prop_assert_eq!(told(&as_sheet), told(&as_text));
        prop_assert_eq!(as_sheet.counts(), as_text.counts());
        let rows = |findings: &Findings| {
            let (_, stream) = findings.bad().remove(0);
            let batches: Vec<_> = stream.map(Result::unwrap).collect();
            arrow_select_rows(&batches)
        };
        prop_assert_eq!(rows(&as_sheet), rows(&as_text));
    }
}

/// The cells of batches of texts, null as empty.
fn arrow_select_rows(batches: &[arrow_array::RecordBatch]) -> Vec<Vec<String>> {
    use arrow_array::cast::AsArray;
    let of = |batch: &arrow_array::RecordBatch, row: usize| {
        let cells = batch.columns().iter().map(|array| {
            let array = array.as_string::<i32>();
            if arrow_array::Array::is_null(array, row) {
                String::new()
            } else {
                array.value(row).to_owned()
            }
        });
        cells.collect::<Vec<_>>()
    };
    batches
        .iter()
        .flat_map(|batch| (0..batch.num_rows()).map(move |row| of(batch, row)))
        .collect()
}
