//! Tests of what exports look like in practice, and of what they must not do to whoever reads them (RV-05).

#![allow(
    clippy::arithmetic_side_effects,
    clippy::wildcard_enum_match_arm,
    reason = "a test may panic"
)]

use std::fs;
use std::io::Write;
use std::path::Path;
use std::sync::{Arc, Mutex};

use arrow_array::{ArrayRef, RecordBatch, RecordBatchIterator, StringArray};
use bosoto::record::{Code, Codes, Severity, Values};
use bosoto::{DataCode, DataError};
use flate2::Compression;
use flate2::write::DeflateEncoder;

use crate::reference::Folder;
use crate::{Findings, Given, Options, Parquet, Source, Stream, validate};

pub(crate) const PERSON: &str = "HOSPCODE|CID|PID|SEX|BIRTH|NATION|DISCHARGE|TYPEAREA\n";
pub(crate) const GOOD: &str = "10670|3100600445635|1|1|19900101|099|9|1\n";
pub(crate) const SPECIALPP: &str = "HOSPCODE|PID|SEQ|DATE_SERV|SERVPLACE|PPSPECIAL|D_UPDATE\n";

/// A ZIP as bytes: each member by its path, packed or not.
pub(crate) fn zipped(members: &[(&str, &[u8])], packs: bool) -> Vec<u8> {
    let (mut zip, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in members {
        let mut packed = bytes.to_vec();
        if packs {
            let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
            encoder.write_all(bytes).unwrap();
            packed = encoder.finish().unwrap();
        }
        let mut crc = flate2::Crc::new();
        crc.update(bytes);
        let offset = zip.len() as u32;
        let mut about = vec![20, 0, 0, 0, if packs { 8 } else { 0 }, 0, 0, 0, 0x21, 0];
        for number in [crc.sum(), packed.len() as u32, bytes.len() as u32] {
            about.extend(number.to_le_bytes());
        }
        about.extend((name.len() as u16).to_le_bytes());
        about.extend([0, 0]);
        zip.extend(b"PK\x03\x04");
        zip.extend(&about);
        zip.extend(name.as_bytes());
        zip.extend(&packed);
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&about);
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let start = zip.len() as u32;
    zip.extend(&directory);
    zip.extend(b"PK\x05\x06\0\0\0\0");
    for _ in 0..2 {
        zip.extend((members.len() as u16).to_le_bytes());
    }
    zip.extend((directory.len() as u32).to_le_bytes());
    zip.extend(start.to_le_bytes());
    zip.extend([0, 0]);
    zip
}

pub(crate) fn judged(path: &Path) -> Result<Findings, DataError> {
    validate(Source::Path(path.to_owned()), &Options::default())
}

/// Each finding as `FILE TABLE row COLUMN code`.
pub(crate) fn told(findings: &Findings) -> Vec<String> {
    let each = findings.each().map(Result::unwrap);
    let line = |one: bosoto::record::Finding| {
        let [file, column] = [one.file.as_deref(), one.column].map(|text| text.unwrap_or("-"));
        format!(
            "{file} {} {} {column} {}",
            one.table,
            one.row,
            one.code.name()
        )
    };
    each.map(line).collect()
}

pub(crate) fn code_of(result: Result<Findings, DataError>) -> DataCode {
    result.map(|findings| told(&findings)).unwrap_err().code
}

#[test]
fn rv_05_members_in_any_folder_and_case_are_found_and_the_first_of_two_is_read() {
    let folder = Folder::new();
    let (good, bad) = ([PERSON, GOOD].concat(), [PERSON, "x\n"].concat());
    for packs in [true, false] {
        let zip = zipped(
            &[
                ("z\\person.TXT", bad.as_bytes()),
                ("A/deep/Person.txt", good.as_bytes()),
                (
                    "../../DEATH.txt",
                    b"HOSPCODE|PID|DDEATH|CDEATH_A|CDEATH|PDEATH\n10670|1|20240101|I219|I219|1\n",
                ),
                ("CHRONIC.txt", b"x"),
                ("readme", b"x"),
            ],
            packs,
        );
        let path = folder.write("export.zip", &zip);
        let findings = judged(&path).unwrap();
        assert_eq!(told(&findings), Vec::<String>::new());
        assert_eq!(
            findings.ignored(),
            ["CHRONIC.txt", "readme", "z\\person.TXT"]
        );
    }
    assert!(!folder.path.join("../../DEATH.txt").exists());
}

#[test]
fn rv_05_a_source_without_a_table_is_an_error_and_never_clean() {
    let folder = Folder::new();
    assert_eq!(code_of(judged(&folder.path)), DataCode::NoTable);
    folder.write("notes.txt", b"x");
    assert_eq!(code_of(judged(&folder.path)), DataCode::NoTable);
    assert_eq!(
        code_of(judged(&folder.path.join("notes.txt"))),
        DataCode::NoTable
    );
    let zip = folder.write("a.zip", &zipped(&[("b.txt", b"")], true));
    assert_eq!(code_of(judged(&zip)), DataCode::NoTable);
    assert_eq!(
        code_of(judged(&folder.path.join("none.zip"))),
        DataCode::Unreadable
    );
    assert_eq!(
        code_of(validate(Source::Tables(Vec::new()), &Options::default())),
        DataCode::NoTable
    );
    let chronic = vec![("CHRONIC".to_owned(), Given::Path(zip))];
    assert_eq!(
        code_of(validate(Source::Tables(chronic), &Options::default())),
        DataCode::UnknownTable
    );
}

#[test]
fn rv_05_a_member_with_facility_and_digits_in_its_name_is_read_with_a_warning() {
    let folder = Folder::new();
    let text = [PERSON, GOOD].concat();
    let zip = folder.write(
        "x.zip",
        &zipped(&[("PERSON_10670_20240601.txt", text.as_bytes())], true),
    );
    assert_eq!(
        told(&judged(&zip).unwrap()),
        ["x.zip PERSON 0 - member_name"]
    );
}

#[test]
fn rv_05_a_table_without_a_header_is_read_by_the_number_of_its_fields() {
    let folder = Folder::new();
    let row = "10670|1|1|20240101|1|1B030||9|20240101120000\n";
    let zip = folder.write(
        "x.zip",
        &zipped(
            &[("specialpp.txt", [row, row, "1|2\n"].concat().as_bytes())],
            true,
        ),
    );
    assert_eq!(
        told(&judged(&zip).unwrap()),
        [
            "x.zip SPECIALPP 0 - no_header",
            "x.zip SPECIALPP 2 HOSPCODE+PID+DATE_SERV+PPSPECIAL duplicate_key",
            "x.zip SPECIALPP 3 - field_count",
        ]
    );
    // Eight fields do not reach D_UPDATE: nothing more is known, and every row is good.
    let path = folder.write("SPECIALPP.txt", b"a|b|c|d|e|f|g|h\n1\n");
    let findings = judged(&path).unwrap();
    assert_eq!(told(&findings), ["SPECIALPP.txt SPECIALPP 0 - no_header"]);
    let good: usize = findings
        .good()
        .remove(0)
        .1
        .map(|batch| batch.unwrap().num_rows())
        .sum();
    assert_eq!(good, 2);
}

#[test]
fn rv_05_a_member_without_a_line_is_a_table_without_rows() {
    let folder = Folder::new();
    let row = [SPECIALPP, "10670|1|1|20240101|1|1B030|20240101120000\n"].concat();
    for empty in [&b""[..], b"\xef\xbb\xbf", b"\r\n\n\r\n"] {
        let zip = folder.write(
            "x.zip",
            &zipped(
                &[("PERSON.txt", empty), ("SPECIALPP.txt", row.as_bytes())],
                true,
            ),
        );
        assert_eq!(
            told(&judged(&zip).unwrap()),
            [
                "x.zip PERSON 0 - no_header",
                "x.zip SPECIALPP 1 PID no_person"
            ]
        );
    }
}

#[test]
fn rv_05_utf_8_with_a_mark_and_windows_874_are_read() {
    let folder = Folder::new();
    let header = "HOSPCODE|CID|PID|NAME|SEX|BIRTH|NATION|DISCHARGE|TYPEAREA\n";
    let thai = "10670|3100600445635|1|ก|1|19900101|099|9|1\n".repeat(40);
    let wide = format!(
        "10670|1234545678781|2|{}|1|19900101|099|9|1\n",
        "ก".repeat(51)
    );
    let text = [header, &thai, &wide].concat();
    let mut expected: Vec<String> = (2..=40)
        .map(|row| format!("PERSON.txt PERSON {row} HOSPCODE+PID duplicate_key"))
        .collect();
    expected.push("PERSON.txt PERSON 41 NAME width".to_owned());
    let utf_8 = folder.write("PERSON.txt", ["\u{feff}", &text].concat().as_bytes());
    assert_eq!(told(&judged(&utf_8).unwrap()), expected);
    // The first lines are ASCII: only a later portion shows that it is no UTF-8.
    let ascii = format!("{header}{}", "10670||9|x|1|19900101|099|9|1\n".repeat(9));
    let bytes: Vec<u8> = [&ascii, &thai, &wide]
        .into_iter()
        .flat_map(|text| text.chars())
        .map(|c| if c == 'ก' { 0xa1 } else { c as u8 })
        .collect();
    let late = folder.write("PERSON.txt", &bytes);
    let found = told(&judged(&late).unwrap());
    assert_eq!(found.last().unwrap(), "PERSON.txt PERSON 50 NAME width");
    let options = Options {
        values: Some(Values::Shown),
        ..Options::default()
    };
    let shown = validate(Source::Path(late), &options).unwrap();
    let last = shown.each().last().unwrap().unwrap();
    assert_eq!(last.value.unwrap().reveal(), "ก".repeat(51));
}

#[test]
fn rv_05_a_csv_and_an_ndjson_file_are_tables_too() {
    let folder = Folder::new();
    folder.write("person.csv", b"hospcode,CID,\"PID\",SEX,BIRTH,NATION,DISCHARGE,TYPEAREA\n10670,,\"1\",3,19900101,099,9,1\n10670,1\n");
    folder.write(
        "specialpp.ndjson",
        b"{\"hospcode\":\"10670\",\"PID\":\"1\",\"seq\":null,\"DATE_SERV\":\"20240101\",\"SERVPLACE\":\"1\"}\n\n[]\n{\"PPSPECIAL\":\"1B030\",\"D_UPDATE\":\"20240101120000\",\"PID\":\"1\",\"pid\":\"2\"}\n",
    );
    assert_eq!(
        told(&judged(&folder.path).unwrap()),
        [
            "person.csv PERSON 1 SEX list",
            "person.csv PERSON 2 - field_count",
            "specialpp.ndjson SPECIALPP 0 PID duplicate_column",
            "specialpp.ndjson SPECIALPP 1 D_UPDATE required",
            "specialpp.ndjson SPECIALPP 1 PPSPECIAL required",
            "specialpp.ndjson SPECIALPP 2 - field_count",
            "specialpp.ndjson SPECIALPP 3 DATE_SERV required",
            "specialpp.ndjson SPECIALPP 3 HOSPCODE required",
            "specialpp.ndjson SPECIALPP 3 SERVPLACE required",
        ]
    );
    let path = folder.write("death.ndjson", b"{\"PID\": 1}\n");
    let error = judged(&path).unwrap_err();
    assert_eq!(
        (error.code, error.table.as_deref(), error.column.as_deref()),
        (DataCode::WrongType, Some("DEATH"), Some("PID"))
    );
}

#[test]
fn rv_06_the_zips_of_one_facility_are_looked_up_together_and_each_has_its_own_stamp() {
    let folder = Folder::new();
    let person = [PERSON, GOOD].concat();
    let row = |on: &str| format!("{SPECIALPP}10670|1||{on}|1|1B030|{on}120000\n");
    let (early, late) = (row("20240101"), row("20240301"));
    folder.write(
        "F43_10670_20240201000000.zip",
        &zipped(
            &[
                ("PERSON.txt", person.as_bytes()),
                ("SPECIALPP.txt", late.as_bytes()),
            ],
            true,
        ),
    );
    folder.write(
        "sub/F43_10670_20240301000000.zip",
        &zipped(
            &[("SPECIALPP.txt", [late.as_str(), "x\n"].concat().as_bytes())],
            true,
        ),
    );
    folder.write(
        "f43_10671_20240301000000.zip",
        &zipped(&[("SPECIALPP.txt", early.as_bytes())], true),
    );
    folder.write(
        "other.zip",
        &zipped(
            &[
                ("SPECIALPP.txt", early.as_bytes()),
                ("PERSON.txt", PERSON.as_bytes()),
            ],
            true,
        ),
    );
    assert_eq!(
        told(&judged(&folder.path).unwrap()),
        [
            "F43_10670_20240201000000.zip SPECIALPP 1 DATE_SERV in_future",
            "F43_10670_20240301000000.zip SPECIALPP 2 - field_count",
            "other.zip SPECIALPP 1 PID no_person",
        ]
    );
    let options = Options {
        as_of: bosoto::Date::parse("2023-12-31").ok(),
        persons_complete: true,
        codes: Some([Code::NoPerson].into_iter().collect()),
        ..Options::default()
    };
    let findings = validate(Source::Path(folder.path.clone()), &options).unwrap();
    assert_eq!(told(&findings), ["other.zip SPECIALPP 1 PID no_person"]);
    assert_eq!(findings.of_severity(Severity::Error), 1);
}

#[test]
fn rv_05_a_zip_of_a_folder_in_which_no_table_is_found_is_named() {
    let folder = Folder::new();
    let person = [PERSON, GOOD].concat();
    folder.write(
        "one.zip",
        &zipped(&[("PERSON.txt", person.as_bytes())], true),
    );
    folder.write("sub/empty.zip", &zipped(&[], true));
    folder.write("others.zip", &zipped(&[("readme", b"x")], true));
    let findings = judged(&folder.path).unwrap();
    assert!(findings.is_empty());
    let named = ["others.zip", "readme", "sub/empty.zip"];
    assert_eq!(findings.ignored(), named);
}

#[test]
fn rv_06_a_row_that_is_no_row_of_a_key_is_the_person_where_no_other_row_is() {
    let death = "HOSPCODE|PID|DDEATH|CDEATH_A|CDEATH|PDEATH|CID\n\
                 10670|1|20190101|X70|X70|1|1234545678781\n";
    let header = "HOSPCODE|CID|PID|NAME|SEX|BIRTH|NATION|DISCHARGE|TYPEAREA\n";
    let whole = "10670|3100600445635|1|a|1|20200101|099|9|1\n";
    let ragged = "10670|3100600445635|1|a|b|1|20200101|099|9|1\n";
    let codes = |rows: &[&str]| {
        let folder = Folder::new();
        folder.write("DEATH.txt", death.as_bytes());
        folder.write("PERSON.txt", [header, &rows.concat()].concat().as_bytes());
        let findings = judged(&folder.path).unwrap();
        let mut codes: Vec<&str> = findings
            .each()
            .map(|finding| finding.unwrap().code.name())
            .collect();
        codes.sort_unstable();
        codes
    };
    let expected = ["before_birth", "cid_differs", "field_count"];
    assert_eq!(codes(&[ragged, whole]), expected);
    assert_eq!(codes(&[whole, ragged]), expected);
    assert_eq!(codes(&[ragged]), ["field_count"]);
    assert_eq!(codes(&[]), ["no_person"]);
}

#[test]
fn rv_06_of_very_many_zips_of_a_facility_the_first_person_counts() {
    let folder = Folder::new();
    let row = |pid: &str, birth: &str| format!("10670||{pid}|1|{birth}|099|9|1\n");
    for number in 0..1_100 {
        let rows = match number {
            // The second row of one member stands before the first of the next.
            1_098 => [row("2", "20000101"), row("1", "20000101")].concat(),
            1_099 => row("1", "20240601"),
            _ => row("3", "20000101"),
        };
        let person = [PERSON, &rows].concat();
        let name = format!("F43_10670_{number:04}.zip");
        folder.write(&name, &zipped(&[("PERSON.txt", person.as_bytes())], false));
    }
    let service = "HOSPCODE|PID|SEQ|DATE_SERV|TYPEIN|SERVPLACE|TYPEOUT\n10670|1|1|20240101|1|1|1\n";
    let zip = zipped(&[("SERVICE.txt", service.as_bytes())], false);
    folder.write("F43_10670_9999.zip", &zip);
    let findings = judged(&folder.path).unwrap();
    let of_service = |line: &String| line.contains(" SERVICE ");
    assert!(!told(&findings).iter().any(of_service));
}

#[test]
fn rv_02_a_district_that_is_unknown_is_told_whatever_the_tambon_is() {
    let header = "HOSPCODE|PID|ADDRESSTYPE|HOUSETYPE|VILLAGE|CHANGWAT|AMPUR";
    let options = Options {
        areas: bosoto::record::Areas::new(["810101"]).ok(),
        codes: Some([Code::NoSuchArea].into_iter().collect()),
        ..Options::default()
    };
    let found = |header: &str, row: &str| {
        let folder = Folder::new();
        let text = format!("{header}\n10670|1|1|1|01|81|{row}\n");
        folder.write("ADDRESS.txt", text.as_bytes());
        let source = Source::Path(folder.path.clone());
        told(&validate(source, &options).unwrap())
    };
    let whole = format!("{header}|TAMBON");
    for tambon in ["01", "99", "1", "", "0101"] {
        let row = format!("02|{tambon}");
        assert_eq!(
            found(&whole, &row),
            ["ADDRESS.txt ADDRESS 1 AMPUR no_such_area"]
        );
        let known = found(&whole, &format!("01|{tambon}"));
        assert_eq!(known, Vec::<String>::new(), "{tambon}");
    }
    assert_eq!(
        found(header, "02"),
        ["ADDRESS.txt ADDRESS 1 AMPUR no_such_area"]
    );
    let unknown = found(&whole, "01|02");
    assert_eq!(unknown, ["ADDRESS.txt ADDRESS 1 TAMBON no_such_area"]);
}

#[test]
fn rv_06_of_several_zips_the_latest_update_names_the_person() {
    let folder = Folder::new();
    let header = "HOSPCODE|CID|PID|SEX|BIRTH|NATION|DISCHARGE|TYPEAREA|D_UPDATE\n";
    let person =
        |birth: &str, updated: &str| format!("{header}10670||1|1|{birth}|099|9|1|{updated}\n");
    let (old, new) = (
        person("20230101", "20240101000000"),
        person("19900101", "20240102000000"),
    );
    let row = format!("{SPECIALPP}10670|1||20200101|1|1B030|20240101120000\n");
    folder.write(
        "F43_10670_2.zip",
        &zipped(
            &[
                ("PERSON.txt", old.as_bytes()),
                ("SPECIALPP.txt", row.as_bytes()),
            ],
            true,
        ),
    );
    folder.write(
        "F43_10670_1.zip",
        &zipped(&[("PERSON.txt", new.as_bytes())], true),
    );
    assert_eq!(told(&judged(&folder.path).unwrap()), Vec::<String>::new());
    folder.write(
        "F43_10670_1.zip",
        &zipped(&[("PERSON.txt", old.as_bytes())], true),
    );
    assert_eq!(
        told(&judged(&folder.path).unwrap()),
        ["F43_10670_2.zip SPECIALPP 1 DATE_SERV before_birth"]
    );
}

#[test]
fn what_is_broken_is_an_error_and_never_a_panic() {
    let folder = Folder::new();
    let text = [PERSON, &GOOD.repeat(50)].concat();
    let zip = zipped(&[("PERSON.txt", text.as_bytes())], true);
    for end in 0..zip.len() {
        let path = folder.write("x.zip", &zip[..end]);
        assert_eq!(code_of(judged(&path)), DataCode::Unreadable, "{end}");
    }
    for at in 0..zip.len() {
        let mut broken = zip.clone();
        broken[at] ^= 0x55;
        let path = folder.write("x.zip", &broken);
        let _ = judged(&path).map(|findings| told(&findings));
    }
    let path = folder.write("x.zip", &zip);
    let findings = judged(&path).unwrap();
    fs::remove_file(&path).unwrap();
    assert_eq!(findings.len(), 49);
    assert!(findings.stream().any(|batch| batch.is_err()));
    assert!(findings.bad().remove(0).1.any(|batch| batch.is_err()));
}

#[test]
fn a_bomb_is_too_large_unless_the_caller_says_otherwise() {
    let folder = Folder::new();
    let text = [PERSON, &GOOD.repeat(2_000)].concat();
    let zip = folder.write("x.zip", &zipped(&[("PERSON.txt", text.as_bytes())], true));
    let with = |limit| {
        let options = Options {
            unpack_limit: limit,
            ..Options::default()
        };
        validate(Source::Path(zip.clone()), &options)
    };
    assert_eq!(code_of(with(Some(1_000))), DataCode::TooLarge);
    assert_eq!(with(Some(1_000_000)).unwrap().len(), 1_999);
    assert_eq!(with(None).unwrap().len(), 1_999);
    // A member that lies about its size.
    let mut lying = fs::read(&zip).unwrap();
    for at in 0..lying.len() - 4 {
        if lying[at..at + 4] == (text.len() as u32).to_le_bytes() {
            lying[at..at + 4].copy_from_slice(&9_u32.to_le_bytes());
        }
    }
    fs::write(&zip, lying).unwrap();
    assert_eq!(code_of(with(Some(1_000))), DataCode::TooLarge);
    assert_eq!(code_of(with(None)), DataCode::Unreadable);
}

#[test]
fn a_line_without_an_end_is_cut_and_has_the_wrong_number_of_fields() {
    let folder = Folder::new();
    let long = "ก".repeat(5_000);
    let text = [
        PERSON,
        GOOD,
        &long,
        "\n",
        GOOD,
        &format!("10670||{}", "|".repeat(9_000)),
    ]
    .concat();
    let path = folder.write("PERSON.txt", text.as_bytes());
    let expected = [
        "PERSON.txt PERSON 2 - field_count",
        "PERSON.txt PERSON 3 HOSPCODE+PID duplicate_key",
        "PERSON.txt PERSON 4 - field_count",
    ];
    assert_eq!(told(&judged(&path).unwrap()), expected);
    let path = folder.write("PERSON.txt", long.as_bytes());
    assert_eq!(
        told(&judged(&path).unwrap()),
        ["PERSON.txt PERSON 0 - no_header"]
    );
}

#[test]
fn rv_07_the_cells_of_a_row_with_moved_fields_show_nobody() {
    let folder = Folder::new();
    let text = [
        PERSON,
        "10670|3100600445636|3100600445637|1\n10670|1|สมชาย|1\n10670|1|12|1\n",
    ]
    .concat();
    let path = folder.write("PERSON.txt", text.as_bytes());
    let pids: Vec<_> = judged(&path)
        .unwrap()
        .each()
        .map(|one| one.unwrap().key.pid.map(|pid| pid.reveal().to_owned()))
        .collect();
    assert_eq!(pids, [None, None, Some("12".to_owned())]);
}

#[test]
fn counts_and_what_occurs_together_are_told() {
    let folder = Folder::new();
    let row =
        |sex: &str, nation: &str| format!("10670||{sex}{nation}|{sex}|19900101|{nation}|9|1\n");
    let text = [
        PERSON,
        &row("3", "9"),
        &row("4", "9"),
        &row("1", "9"),
        &row("1", "099"),
    ]
    .concat();
    let path = folder.write("PERSON.txt", text.as_bytes());
    let findings = judged(&path).unwrap();
    let counts: Vec<_> = findings
        .counts()
        .iter()
        .map(|count| (count.code, count.column, count.rows))
        .collect();
    assert_eq!(
        counts,
        [
            (Code::Digits, Some("NATION"), 3),
            (Code::List, Some("SEX"), 2)
        ]
    );
    let together: Vec<_> = findings
        .together()
        .iter()
        .map(|pair| (pair.a, pair.b, pair.rows))
        .collect();
    assert_eq!(together, [(Code::Digits, Code::List, 2)]);
    assert_eq!(findings.counts_batch().unwrap().num_rows(), 2);
    assert_eq!(findings.together_batch().unwrap().num_rows(), 1);
    let bad = findings
        .bad()
        .remove(0)
        .1
        .map(|batch| batch.unwrap().num_rows())
        .sum::<usize>();
    assert_eq!(bad, 3);
}

#[test]
fn a_parquet_file_is_asked_for_no_more_than_is_looked_at() {
    let folder = Folder::new();
    let path = folder.write("PERSON.parquet", b"");
    let column = |cells: [&str; 3]| -> ArrayRef { Arc::new(StringArray::from(cells.to_vec())) };
    let batch = RecordBatch::try_from_iter([
        ("weather", column(["rain", "sun", "rain"])),
        ("sex", column(["1", "2", "7"])),
        ("PID", column(["1", "2", "1"])),
        ("HOSPCODE", column(["10670", "10670", "10670"])),
    ])
    .unwrap();
    let asked = Arc::new(Mutex::new(Vec::new()));
    let (read, seen) = (batch.clone(), Arc::clone(&asked));
    let parquet: Parquet = Arc::new(move |_, columns| {
        seen.lock().unwrap().push(columns.map(<[usize]>::to_vec));
        let part = match columns {
            Some(columns) => read.project(columns).unwrap(),
            None => read.clone(),
        };
        let schema = part.schema();
        Ok(Box::new(RecordBatchIterator::new([Ok(part)], schema)))
    });
    let asked = || std::mem::take(&mut *asked.lock().unwrap());
    let options = Options {
        parquet: Some(parquet),
        codes: Some(Codes::named(["list", "duplicate_key"]).unwrap()),
        ..Options::default()
    };
    let whole = vec![(
        "PERSON".to_owned(),
        Given::Batches(batch.schema(), vec![batch]),
    )];
    let whole = validate(Source::Tables(whole), &options).unwrap();
    let findings = validate(Source::Path(path), &options).unwrap();
    // What columns there are; then those of the standard; the keys of the rows that seem to have one twice.
    assert_eq!(asked(), [None, Some(vec![3, 2, 1]), Some(vec![3, 2])]);
    let of_file = told(&findings)
        .into_iter()
        .map(|line| line.replace("PERSON.parquet", "-"));
    assert_eq!(of_file.collect::<Vec<_>>(), told(&whole));
    assert_eq!(
        told(&whole),
        [
            "- PERSON 3 HOSPCODE+PID duplicate_key",
            "- PERSON 3 SEX list"
        ]
    );
    asked();
    let rows = |mut stream: Stream| stream.next().unwrap().unwrap();
    for (of_file, of_whole) in [
        (findings.good(), whole.good()),
        (findings.bad(), whole.bad()),
    ] {
        for ((_, of_file), (_, of_whole)) in of_file.into_iter().zip(of_whole) {
            assert_eq!(rows(of_file), rows(of_whole));
        }
    }
    // Good and bad rows have all their columns.
    assert!(asked().iter().all(Option::is_none));
}
