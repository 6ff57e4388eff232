//! Every column of the standard, each code by a cell or a row that raises it and one that comes close, and what holds
//! of any cell.

use std::fmt::Write as _;

use proptest::prelude::*;

use super::*;
use crate::base::fault::Severity;
use crate::base::icd10::Icd10;
use crate::base::identifier::judge_citizen_id;

/// The columns of the standard, as `NAME/needs/kind/width/flags`; of one that is not judged only the name. `k` is a
/// column of the key, `p` one of personal values.
const STANDARD: [(&str, &str); 7] = [
    (
        "PERSON",
        "\
        HOSPCODE/cell/facility//k CID/column/cid//p PID/cell/text/15/k HID PRENAME NAME/-/text/50/p \
        LNAME/-/text/50/p HN SEX/cell/list:1,2 BIRTH/cell/date//p MSTATUS OCCUPATION_OLD OCCUPATION_NEW RACE \
        NATION/cell/digits:3 RELIGION EDUCATION FSTATUS FATHER MOTHER COUPLE VSTATUS MOVEIN \
        DISCHARGE/column/list:1,2,3,9 DDISCHARGE/-/date//p ABOGROUP RHGROUP LABOR PASSPORT \
        TYPEAREA/cell/list:1,2,3,4,5 D_UPDATE/-/datetime TELEPHONE/-/phone/15/p MOBILE/-/phone/15/p \
        HOSPCODE9/-/facility9",
    ),
    (
        "ADDRESS",
        "\
        HOSPCODE/cell/facility//k PID/cell/text/15/k ADDRESSTYPE/cell/list:1,2//k HOUSE_ID \
        HOUSETYPE/cell/list:1,2,3,4,5,8,9 ROOMNO CONDO HOUSENO SOISUB SOIMAIN ROAD VILLANAME VILLAGE/cell/text/2 \
        TAMBON/cell/area AMPUR/cell/area CHANGWAT/cell/province D_UPDATE/-/datetime CID/-/cid//p \
        HOSPCODE9/-/facility9",
    ),
    (
        "SERVICE",
        "\
        HOSPCODE/cell/facility//k PID/cell/text/15/k HN SEQ/cell/text/16/k DATE_SERV/cell/date//k TIME_SERV \
        LOCATION INTIME INSTYPE INSID MAIN TYPEIN/cell/text REFERINHOSP CAUSEIN CHIEFCOMP SERVPLACE/cell/list:1,2 \
        BTEMP SBP DBP PR RR TYPEOUT/cell/text REFEROUTHOSP CAUSEOUT COST PRICE PAYPRICE ACTUALPAY \
        D_UPDATE/-/datetime HSUB CID/-/cid//p HOSPCODE9/-/facility9 HOSP9_MAIN REFERINHOSP9 REFEROUTHOSP9 \
        HOSP9_SUB",
    ),
    (
        "DIAGNOSIS_OPD",
        "\
        HOSPCODE/cell/facility//k PID/cell/text/15/k SEQ/cell/text/16/k DATE_SERV/cell/date//k \
        DIAGTYPE/cell/list:1,2,3,4,5,6,7 DIAGCODE/cell/icd10/6/k CLINIC/cell/text/5 PROVIDER/-/text/15 \
        D_UPDATE/-/datetime CID/-/cid//p HOSPCODE9/-/facility9",
    ),
    (
        "DIAGNOSIS_IPD",
        "\
        HOSPCODE/cell/facility//k PID/cell/text/15/k AN/cell/text/9/k DATETIME_ADMIT/cell/datetime//k \
        WARDDIAG/cell/text/5 DIAGTYPE/cell/list:1,2,3,4,5,6,7 DIAGCODE/cell/icd10/6/k PROVIDER/-/text/15 \
        D_UPDATE/-/datetime CID/-/cid//p HOSPCODE9/-/facility9",
    ),
    (
        "SPECIALPP",
        "\
        HOSPCODE/cell/facility//k PID/cell/text/15/k SEQ/-/text/16 DATE_SERV/cell/date//k SERVPLACE/cell/list:1,2 \
        PPSPECIAL/cell/text/6/k PPSPLACE/-/facility PROVIDER/-/text/15 D_UPDATE/cell/datetime CID/-/cid//p \
        HOSPCODE9/-/facility9 PPSPLACE9/-/facility9",
    ),
    (
        "DEATH",
        "\
        HOSPCODE/cell/facility//k PID/cell/text/15/k HOSPDEATH AN/-/text/9 SEQ/-/text/16 DDEATH/cell/date//p \
        CDEATH_A/cell/icd10/6 CDEATH_B/-/icd10/6 CDEATH_C/-/icd10/6 CDEATH_D/-/icd10/6 ODISEASE/-/icd10/6 \
        CDEATH/cell/icd10/6 PREGDEATH PDEATH/cell/list:1,2 PROVIDER/-/text/15 D_UPDATE/-/datetime CID/-/cid//p \
        HOSPCODE9/-/facility9 HOSP9_DEATH",
    ),
];

fn described(column: &Column) -> String {
    let Some(kind) = column.kind else {
        return column.name.to_owned();
    };
    let needs = match column.needs {
        Needs::Cell => "cell",
        Needs::Column => "column",
        Needs::Nothing => "-",
    };
    let kind = match kind {
        Kind::Text => "text".to_owned(),
        Kind::Facility => "facility".to_owned(),
        Kind::Facility9 => "facility9".to_owned(),
        Kind::Cid => "cid".to_owned(),
        Kind::Icd10 => "icd10".to_owned(),
        Kind::Province => "province".to_owned(),
        Kind::Area => "area".to_owned(),
        Kind::Phone => "phone".to_owned(),
        Kind::Digits(count) => format!("digits:{count}"),
        Kind::List(choices) => format!("list:{}", choices.join(",")),
        Kind::Date => "date".to_owned(),
        Kind::DateTime => "datetime".to_owned(),
    };
    let mut text = format!("{}/{needs}/{kind}", column.name);
    let width = column
        .width
        .map(|width| width.to_string())
        .unwrap_or_default();
    let key = if column.key { "k" } else { "" };
    let flags = if column.personal { "p" } else { key };
    if !width.is_empty() || !flags.is_empty() {
        let _ = write!(text, "/{width}");
    }
    if !flags.is_empty() {
        let _ = write!(text, "/{flags}");
    }
    text
}

#[test]
fn rv_05_the_tables_are_those_of_the_standard() {
    let standard = STANDARD.iter().map(|(name, _)| *name);
    let tables = Table::ALL.iter().map(|table| table.name());
    assert!(tables.eq(standard));
    for (name, columns) in STANDARD {
        let table = Table::find(&name.to_lowercase()).unwrap();
        let written: Vec<String> = table.columns().iter().map(described).collect();
        assert_eq!(written.join(" "), columns, "{name}");
        let key: Vec<&str> = table.key().map(|column| column.name).collect();
        assert_eq!(table.key_name(), key.join("+"));
        assert!(
            table
                .columns()
                .iter()
                .all(|column| !column.key || column.needs == Needs::Cell)
        );
        assert_eq!(table.column("d_update").unwrap().name, "D_UPDATE");
        let event = table.event();
        let codes = table.between();
        assert_eq!(event.is_some(), codes.contains(&Code::InFuture), "{name}");
        assert_eq!(codes.contains(&Code::NoPerson), table != Table::Person);
    }
}

/// The codes, with their rules, whether they are warnings, and by their place the numbers that they keep.
const CODES: &str = "RV-01 cid_shape, RV-01 cid_check_digit, RV-01 cid_first_digit_9(w), RV-01 cid_placeholder(w), \
    RV-02 area_shape, RV-02 no_such_province, RV-02 unknown_province(w), RV-02 unknown_area(w), RV-02 no_such_area, \
    RV-03 facility_shape, RV-04 icd10_shape, RV-05 missing_column, RV-05 duplicate_column, RV-05 member_name(w), \
    RV-05 no_header(w), RV-05 field_count, RV-05 required, RV-05 width, RV-05 digits, RV-05 date, RV-05 datetime, \
    RV-05 buddhist_year, RV-05 list, RV-06 duplicate_key, RV-06 seq_reused(w), RV-06 cid_twice(w), \
    RV-06 pid_is_cid(w), RV-06 no_person(w), RV-06 no_service, RV-06 service_date(w), RV-06 cid_differs(w), \
    RV-06 before_birth, RV-06 after_death, RV-06 in_future, RV-06 updated_before_service, RV-08 phone(w)";

#[test]
fn rv_07_codes_keep_their_numbers_rules_and_severities() {
    let written: Vec<String> = Code::ALL
        .iter()
        .map(|code| {
            let warning = code.severity(None, false) == Severity::Warning;
            let mark = if warning { "(w)" } else { "" };
            format!("{} {}{mark}", code.rule(), code.name())
        })
        .collect();
    assert_eq!(written.join(", "), CODES);
    for (number, code) in (0..).zip(Code::ALL) {
        assert_eq!(*code as u8, number);
        assert_eq!(Code::of_number(number), Some(*code));
        assert_eq!(Code::find(code.name()), Some(*code));
        assert_eq!(serde_json::to_value(code).unwrap(), code.name());
    }
    assert_eq!(Code::of_number(36), None);
    assert_eq!(Codes::named(["RV-01"]).unwrap().iter().count(), 4);
}

#[test]
fn rv_06_a_person_who_is_missing_is_an_error_of_an_export_that_has_all() {
    assert_eq!(Code::NoPerson.severity(None, true), Severity::Error);
    assert_eq!(Code::NoService.severity(None, false), Severity::Error);
}

fn column(name: &str) -> &'static Column {
    let (table, column) = name.split_once('.').unwrap();
    Table::find(table).unwrap().column(column).unwrap()
}

/// A cell that raises a code, and one that comes close and does not.
const CELLS: [(Code, &str, &str, &str); 44] = [
    (
        Code::CidShape,
        "person.cid",
        "310060044563",
        "3100600445635",
    ),
    (
        Code::CidShape,
        "person.cid",
        "3-1006-00445-63-5",
        " 3100600445635 ",
    ),
    (Code::CidShape, "death.cid", "๓๑๐๐๖๐๐๔๔๕๖๓๕", ""),
    (
        Code::CidCheckDigit,
        "address.cid",
        "3100600445636",
        "3100600445635",
    ),
    (
        Code::CidFirstDigit9,
        "service.cid",
        "9100600445634",
        "8100600445636",
    ),
    (
        Code::CidPlaceholder,
        "specialpp.cid",
        "1111111111119",
        "1100000000041",
    ),
    (
        Code::CidPlaceholder,
        "specialpp.cid",
        "9999999999994",
        "0100600445631",
    ),
    (Code::AreaShape, "address.tambon", "101", "01"),
    (Code::AreaShape, "address.ampur", "1", "00"),
    (Code::AreaShape, "address.changwat", "8", "81"),
    (Code::NoSuchProvince, "address.changwat", "78", "77"),
    (Code::UnknownProvince, "address.changwat", "99", "96"),
    (Code::UnknownArea, "address.ampur", "99", "98"),
    (Code::UnknownArea, "address.tambon", "99", "90"),
    (Code::FacilityShape, "death.hospcode", "1067", "10670"),
    (
        Code::FacilityShape,
        "death.hospcode",
        "ea0010670",
        "EA0010670",
    ),
    (
        Code::FacilityShape,
        "death.hospcode",
        "EAABCDEF",
        "EAABCDEFG",
    ),
    (
        Code::FacilityShape,
        "service.hospcode9",
        "10670",
        "001067000",
    ),
    (Code::FacilityShape, "specialpp.ppsplace", "1067O", "10670"),
    (Code::Icd10Shape, "diagnosis_opd.diagcode", "F2", "F20"),
    (Code::Icd10Shape, "death.cdeath_b", "20F", "f20.01"),
    (Code::Icd10Shape, "diagnosis_ipd.diagcode", "F20-0", "F20.0"),
    (Code::Required, "person.pid", "   ", " 1 "),
    (Code::Required, "specialpp.d_update", "", "20240603091500"),
    (Code::Required, "service.typein", " ", "9"),
    (
        Code::Width,
        "person.pid",
        "1234567890123456",
        " 123456789012345 ",
    ),
    (Code::Width, "diagnosis_opd.diagcode", "F20.000", "F20.00"),
    (
        Code::Width,
        "person.mobile",
        "081-234-5678 #12",
        "081-234-5678 #1",
    ),
    (Code::Width, "diagnosis_opd.clinic", "กกกกกก", "กกกกก"),
    (Code::Width, "address.village", "123", "12"),
    (Code::Digits, "person.nation", "99", "099"),
    (Code::Digits, "person.nation", "09๙", "999"),
    (Code::Date, "person.birth", "20230229", "20240229"),
    (Code::Date, "service.date_serv", "2024-06-03", "20240603"),
    (Code::Date, "death.ddeath", "25680229", "23991231"),
    (
        Code::Datetime,
        "diagnosis_ipd.datetime_admit",
        "20240603",
        "20240603000000",
    ),
    (
        Code::Datetime,
        "person.d_update",
        "20240603240000",
        "20240603235959",
    ),
    (Code::BuddhistYear, "person.birth", "25670229", "20240229"),
    (
        Code::BuddhistYear,
        "diagnosis_ipd.datetime_admit",
        "25670603091500",
        "20240603091500",
    ),
    (Code::List, "person.sex", "3", "2"),
    (Code::List, "address.housetype", "6", "8"),
    (Code::List, "person.discharge", "1,2", ""),
    (Code::Phone, "person.telephone", "0812345", "02-590-1000"),
    (
        Code::Phone,
        "person.mobile",
        "12345,67890",
        "12345,025901000",
    ),
];

#[test]
fn rv_05_each_code_of_a_cell_is_raised_and_what_comes_close_is_not() {
    for (code, name, wrong, right) in CELLS {
        let column = column(name);
        assert_eq!(column.judge(wrong), Some(code), "{name} {wrong}");
        assert_eq!(column.judge(right), None, "{name} {right}");
        assert!(!column.passes(wrong.as_bytes()), "{name} {wrong}");
    }
}

#[test]
fn rv_08_telephone_columns_have_nothing_but_warnings() {
    for name in ["person.telephone", "person.mobile"] {
        for code in [Code::Width, Code::Phone] {
            assert_eq!(code.severity(Some(column(name)), false), Severity::Warning);
        }
    }
    assert_eq!(
        Code::Width.severity(Some(column("person.name")), false),
        Severity::Error
    );
    for number in [
        "08-1234-5678",
        "0812345678/9",
        "x,0812345678",
        "+66812345678",
        "025901000ต่อ12",
    ] {
        assert_eq!(column("person.mobile").judge(number), None, "{number}");
    }
    for none in [",", "-", "0112345678", "08123456789"] {
        assert_eq!(
            column("person.mobile").judge(none),
            Some(Code::Phone),
            "{none}"
        );
    }
}

#[test]
fn rv_05_the_first_failure_of_a_cell_is_the_only_one() {
    // Too wide and no code, too wide and no number: the width stands before.
    assert_eq!(
        column("death.cdeath").judge("not a code"),
        Some(Code::Width)
    );
    assert_eq!(
        column("person.mobile").judge("not a number at all"),
        Some(Code::Width)
    );
    // Only U+0020 is trimmed.
    assert_eq!(column("person.sex").judge("1\u{a0}"), Some(Code::List));
    assert_eq!(column("person.sex").judge("\t1"), Some(Code::List));
    // A tab is something.
    assert_eq!(column("person.pid").judge("\t"), None);
}

#[test]
fn rv_03_a_facility_code_is_not_judged_against_dates() {
    for code in ["10670", "001067000", "AAAAAAAAA"] {
        assert_eq!(column("person.hospcode").judge(code), None, "{code}");
    }
}

/// Cells as exports have them, and cells that are nearly right.
fn any_cell() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,20}",
        "[0-9]{13}",
        "[0-9]{2,3}|[0-9]{5}|[0-9A-Z]{9}",
        "(1[89]|2[0-9])[0-9]{2}(0[1-9]|1[0-3])[0-3][0-9]",
        "(1[89]|2[0-9])[0-9]{2}(0[1-9]|1[0-3])[0-3][0-9][0-2][0-9][0-6][0-9][0-6][0-9]",
        "[A-Za-z][0-9]{2}[.]?[0-9A-Za-z]{0,4}",
        "[+0][0-9]{8,11}([,/][0-9]{1,10})?",
        " {0,2}[0-9ก-ฮ]{0,16} {0,2}",
        "[1-9]",
        cid(),
    ]
}

/// Citizen ids whose check digit holds.
fn cid() -> impl Strategy<Value = String> {
    let body = prop_oneof!["[0-9]{12}", "([0-9])".prop_map(|digit| digit.repeat(12))];
    body.prop_map(|body| {
        let with = |check: u8| format!("{body}{check}");
        let right = |cid: &String| {
            judge_citizen_id(cid).is_none_or(|fault| fault.severity == Severity::Warning)
        };
        (0..=9).map(with).find(right).unwrap()
    })
}

fn any_column() -> impl Strategy<Value = (Table, &'static Column)> {
    let all = Table::ALL
        .iter()
        .flat_map(|table| table.columns().iter().map(|column| (*table, column)));
    proptest::sample::select(all.collect::<Vec<_>>())
}

/// Cells that nothing is wrong with, of every kind.
#[test]
fn rv_05_usual_cells_pass_at_one_look() {
    for (name, cell) in [
        ("person.cid", "3100600445635"),
        ("person.cid", ""),
        ("person.hospcode", "10670"),
        ("person.hospcode9", "EA0010670"),
        ("person.name", "สมชาย"),
        (
            "person.lname",
            "กกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกก",
        ),
        ("person.sex", "2"),
        ("person.birth", "19900131"),
        ("person.nation", "099"),
        ("person.mobile", "0812345678"),
        ("person.telephone", "025901000"),
        ("person.d_update", "20240603091500"),
        ("person.hid", "anything"),
        ("address.changwat", "81"),
        ("address.ampur", "01"),
        ("diagnosis_opd.diagcode", "F20.0"),
        ("diagnosis_opd.diagcode", "F200"),
        ("service.seq", "0000000000000001"),
    ] {
        assert!(column(name).passes(cell.as_bytes()), "{name} {cell}");
    }
}

/// A cell that lies in memory as a number, where it is short.
#[derive(Clone, Copy)]
struct AsNumber<'a>(&'a [u8]);

impl<'a> Cell<'a> for AsNumber<'a> {
    fn bytes(self) -> &'a [u8] {
        self.0
    }

    fn short(self) -> Option<Short> {
        Short::of(self.0)
    }

    fn mark(self) -> Option<u128> {
        Some((self.0.as_ptr().addr() as u128) << 64 | self.0.len() as u128)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn rv_05_what_passes_at_one_look_is_right((_, column) in any_column(), cell in any_cell()) {
        let verdict = column.judge(&cell);
        if column.passes(cell.as_bytes()) {
            prop_assert_eq!(verdict, None, "{} {:?}", column.name, cell);
        }
        // A cell without spaces and separators that is right passes, but for what is rare.
        let is_rare = column.is_phone() || cell.contains(' ');
        if verdict.is_none() && !is_rare {
            prop_assert!(column.passes(cell.as_bytes()), "{} {:?}", column.name, cell);
        }
        let given = ["", &cell, &cell, "", &cell];
        let cells = given.map(str::as_bytes);
        let (mut failing, mut failing_as_numbers) = (Vec::new(), Vec::new());
        column.each_failing(cells, |place| failing.push(place));
        column.each_failing(cells.map(AsNumber), |place| failing_as_numbers.push(place));
        let one_by_one: Vec<usize> = (0..given.len())
            .filter(|place| !column.passes(given[*place].as_bytes()))
            .collect();
        prop_assert_eq!(&failing, &one_by_one);
        prop_assert_eq!(failing_as_numbers, one_by_one, "{} {:?}", column.name, cell);
    }

    #[test]
    fn rv_05_bytes_that_are_no_text_are_judged_too((_, column) in any_column(), cell: Vec<u8>) {
        let verdict = column.judge_bytes(&cell);
        let is_text = std::str::from_utf8(&cell).is_ok();
        if column.passes(&cell) {
            prop_assert_eq!(verdict, None, "{} {:?}", column.name, cell);
        }
        // What is not of letters and digits is right only where any text is.
        if !is_text && !column.is_phone() && column.kind.is_some_and(|kind| kind != Kind::Text) {
            prop_assert!(verdict.is_some(), "{} {:?}", column.name, cell);
        }
    }

    #[test]
    fn rv_07_no_finding_shows_a_personal_value((table, column) in any_column(), cell in any_cell()) {
        for finding in check_cell(table.name(), column.name, &cell, Values::Withheld).unwrap() {
            prop_assert!(!column.personal || finding.value.is_none(), "{:?}", finding);
            let written = serde_json::to_string(&finding).unwrap();
            let is_cid = between::pid_is_cid(cell.trim_matches(' ').as_bytes());
            let shown = written.contains(cell.trim_matches(' ')) && cell.len() > 8;
            prop_assert!(!shown || !(column.personal || (column.name == "PID" && is_cid)), "{}", written);
            let said = format!("{finding:?} {}", finding.message);
            prop_assert!(cell.len() < 9 || !said.contains(cell.trim_matches(' ')), "{}", said);
        }
    }

    #[test]
    fn rv_05_the_findings_of_a_row_are_those_of_its_cells(cells in proptest::collection::vec((any_column(), any_cell()), 0..12)) {
        for table in Table::ALL {
            let own = cells.iter().filter(|((of, _), _)| of == table);
            let row: Vec<(&str, &str)> = own.map(|((_, column), cell)| (column.name, cell.as_str())).collect();
            let found = check_row(table.name(), row.iter().copied(), Values::Shown).unwrap();
            let of_row = [Code::PidIsCid, Code::UpdatedBeforeService];
            let of_cells = found.iter().filter(|finding| !of_row.contains(&finding.code));
            let found: Vec<_> = of_cells.map(|finding| (finding.column.unwrap(), finding.code)).collect();
            let mut expected: Vec<_> = table.columns().iter().filter_map(|column| {
                let cell = row.iter().find(|(name, _)| *name == column.name).map(|(_, cell)| *cell);
                Some((column.name, column.judge(cell.unwrap_or_default())?))
            }).collect();
            expected.sort_by_key(|(name, _)| *name);
            prop_assert_eq!(found, expected);
        }
    }

    #[test]
    fn rv_06_codes_in_keys_are_compared_normalised(code in "[A-Za-z][0-9]{2}[.]?[0-9A-Za-z]{0,3}") {
        let column = column("diagnosis_opd.diagcode");
        let key = column.in_key(&code);
        prop_assert_eq!(&*column.in_key(&key), &*key);
        let read = Icd10::read(&code).unwrap();
        prop_assert_eq!(read.as_str(), &*key);
    }
}

#[test]
fn rv_06_only_codes_are_normalised_in_keys() {
    for (name, cell, key) in [
        ("specialpp.ppspecial", " 1b030 ", "1B030"),
        ("diagnosis_ipd.diagcode", "f20.0", "F200"),
        ("service.seq", " a.1 ", "a.1"),
    ] {
        assert_eq!(column(name).in_key(cell), key);
    }
}

#[test]
fn rv_07_the_text_of_each_code_is_complete_and_says_what_to_do() {
    let mut said = 0;
    for table in Table::ALL {
        let of_columns = table
            .columns()
            .iter()
            .flat_map(|column| Code::ALL.iter().map(move |code| (Some(column), *code)));
        let others = Code::ALL
            .iter()
            .map(|code| (None, *code))
            .filter(|(_, code)| {
                [
                    Code::MemberName,
                    Code::NoHeader,
                    Code::FieldCount,
                    Code::DuplicateKey,
                ]
                .contains(code)
            });
        for (column, code) in of_columns.chain(others) {
            let kind = column.and_then(|column: &Column| column.kind);
            let is_list = matches!(kind, Some(Kind::List(_)));
            let is_digits = matches!(kind, Some(Kind::Digits(_)));
            let fits = (code != Code::List || is_list) && (code != Code::Digits || is_digits);
            if !fits {
                continue;
            }
            let message = message(*table, column, code);
            assert_eq!(
                message.unfilled().next(),
                None,
                "{} {}",
                code.name(),
                message
            );
            let (th, en) = (message.th(), message.en());
            assert!(th.contains("โปรด") || th.starts_with("ต้องกรอก"), "{th}");
            assert!(en.contains("; ") || code == Code::Required, "{en}");
            assert!(!en.ends_with('.') && th.trim() == th, "{en}");
            said += 1;
        }
    }
    assert!(said > 4000, "{said}");
}

fn found(table: &str, row: &[(&str, &str)]) -> Vec<(String, String)> {
    let findings = check_row(table, row.iter().copied(), Values::Withheld).unwrap();
    let pair = |finding: &Finding| {
        (
            finding.column.unwrap().to_owned(),
            finding.code.name().to_owned(),
        )
    };
    findings.iter().map(pair).collect()
}

const DEATH: [(&str, &str); 6] = [
    ("HOSPCODE", "10670"),
    ("PID", "000123"),
    ("DDEATH", "20240603"),
    ("CDEATH_A", "X84"),
    ("CDEATH", "X84.0"),
    ("PDEATH", "2"),
];

#[test]
fn rv_07_a_finding_is_written_as_the_contract_says() {
    let mut row = DEATH.to_vec();
    row.extend([("PDEATH", "1"), ("cid", "3100600445636"), ("SEQ", " 7 ")]);
    let findings = check_row("death", row.iter().copied(), Values::Withheld).unwrap();
    assert_eq!(
        serde_json::to_string(&findings).unwrap(),
        r#"[{"rule":"RV-01","code":"cid_check_digit","severity":"error","table":"DEATH","row":1,"column":"CID","key":{"HOSPCODE":"10670","PID":"000123","SEQ":"7"},"message":{"th":"เลขประจำตัวประชาชนในช่อง CID ไม่ผ่านการตรวจสอบหลักสุดท้าย โปรดตรวจทานกับบัตรประจำตัวประชาชน","en":"the check digit of the citizen id in CID is wrong; compare it with the card"}}]"#
    );
    let shown = check_row("death", row, Values::Shown).unwrap();
    assert_eq!(shown[0].value.as_ref().unwrap().reveal(), "3100600445636");
    assert!(!format!("{shown:?}").contains("3100600445636"));
}

#[test]
fn rv_07_a_pid_that_is_a_citizen_id_is_withheld_also_in_the_key() {
    let mut row = DEATH;
    row[1] = ("PID", "3100600445635");
    row[5] = ("PDEATH", "");
    for values in [Values::Withheld, Values::Shown] {
        let findings = check_row("DEATH", row, values).unwrap();
        let codes: Vec<&str> = findings.iter().map(|finding| finding.code.name()).collect();
        assert_eq!(codes, ["required", "pid_is_cid"]);
        for finding in &findings {
            assert_eq!(finding.key.pid.as_ref().unwrap().reveal(), WITHHELD);
        }
        assert_eq!(findings[1].value.is_some(), values == Values::Shown);
        assert_eq!(findings[1].severity, Severity::Warning);
    }
    // A number of 13 digits that is none stays.
    assert_eq!(shown_pid("3100600445636"), "3100600445636");
    assert_eq!(shown_pid(" 3100600445635 "), WITHHELD);
}

#[test]
fn rv_05_a_cell_that_a_form_leaves_out_is_empty() {
    assert_eq!(found("DEATH", &DEATH), []);
    let required = |name: &str| (name.to_owned(), "required".to_owned());
    assert_eq!(found("DEATH", &DEATH[1..]), [required("HOSPCODE")]);
    // CID is needed as a column, and may be empty.
    let all: Vec<_> = ["BIRTH", "HOSPCODE", "NATION", "PID", "SEX", "TYPEAREA"]
        .map(required)
        .into();
    assert_eq!(found("PERSON", &[]), all);
}

#[test]
fn rv_06_one_row_tells_of_an_update_before_the_service() {
    let codes = |row: &[(&str, &str)], table| {
        let found = found(table, row).into_iter();
        found
            .filter(|(_, code)| code != "required")
            .collect::<Vec<_>>()
    };
    let early = ("D_UPDATE", "20240602235959");
    let before = [("D_UPDATE".to_owned(), "updated_before_service".to_owned())];
    assert_eq!(
        codes(&[("DATE_SERV", "20240603"), early], "SERVICE"),
        before
    );
    assert_eq!(
        codes(
            &[("DATETIME_ADMIT", "20240603000000"), early],
            "DIAGNOSIS_IPD"
        ),
        before
    );
    assert_eq!(codes(&[("DATE_SERV", "20240602"), early], "SPECIALPP"), []);
    // A death is no service; what did not pass is not compared.
    assert_eq!(codes(&[("DDEATH", "20240603"), early], "DEATH"), []);
    let refused = [("DATE_SERV".to_owned(), "buddhist_year".to_owned())];
    assert_eq!(
        codes(&[("DATE_SERV", "25670603"), early], "SERVICE"),
        refused
    );
}

#[test]
fn rv_07_what_has_no_sense_is_an_error_and_no_finding() {
    let code = |result: Result<Vec<Finding>, crate::DataError>| result.unwrap_err().code.name();
    assert_eq!(
        code(check_cell("CHRONIC", "PID", "", Values::Withheld)),
        "unknown_table"
    );
    assert_eq!(
        code(check_cell("PERSON", "SEQ", "", Values::Withheld)),
        "unknown_column"
    );
    assert_eq!(
        code(check_row("PERSON", [("สมชาย", "1")], Values::Withheld)),
        "unknown_column"
    );
    // A column that is not judged is one of the table all the same.
    assert!(
        check_cell("PERSON", "hid", "x", Values::Withheld)
            .unwrap()
            .is_empty()
    );
}
