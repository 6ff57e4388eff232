//! Indicators from tables of every form, held against the same rows given to the rules one by one.

#![allow(clippy::arithmetic_side_effects, reason = "a test may panic")]

use std::sync::Arc;

use arrow_array::{
    ArrayRef, BooleanArray, Date32Array, Float64Array, Int64Array, LargeStringArray, RecordBatch,
    StringArray,
};
use bosoto::indicator::{
    Holds, Indicator, Kp16, Level, Period, PopulationUsed, day, inputs, kp_16,
};
use bosoto::{DataCode, DataError, Policy};
use proptest::prelude::*;

use super::{Asked, indicator, ledger_batch};
use crate::reference::Folder;
use crate::{Given, Source};

fn asked(by: Level) -> Asked {
    Asked::new(Period::new(2568, 4).unwrap(), by)
}

/// A table of texts: its name, its columns, its rows.
type Texts = (&'static str, Vec<&'static str>, Vec<Vec<String>>);

fn texts(name: &'static str, columns: &[&'static str], rows: &[&[&str]]) -> Texts {
    let row = |row: &&[&str]| row.iter().map(|cell| (*cell).to_owned()).collect();
    (name, columns.to_vec(), rows.iter().map(row).collect())
}

/// As Arrow batches of so many rows.
fn batches((name, columns, rows): &Texts, most: usize) -> (String, Given) {
    let field =
        |column: &&str| arrow_schema::Field::new(*column, arrow_schema::DataType::LargeUtf8, true);
    let schema = Arc::new(arrow_schema::Schema::new(
        columns.iter().map(field).collect::<Vec<_>>(),
    ));
    let batch = |rows: &[Vec<String>]| {
        let cells = |place: usize| -> ArrayRef {
            let cells = rows.iter().map(|row| &row[place]);
            let cells = cells.map(|cell| (!cell.is_empty()).then_some(cell));
            Arc::new(cells.collect::<LargeStringArray>())
        };
        let arrays = (0..columns.len()).map(cells).collect();
        RecordBatch::try_new(Arc::clone(&schema), arrays).unwrap()
    };
    let batches = rows.chunks(most).map(batch).collect();
    ((*name).to_owned(), Given::Batches(schema, batches))
}

/// As lines, whose cells a sign parts.
fn lines((_, columns, rows): &Texts, between: &str) -> String {
    let mut text = columns.join(between) + "\n";
    for row in rows {
        text += &(row.join(between) + "\n");
    }
    text
}

fn objects((_, columns, rows): &Texts) -> String {
    let line = |row: &Vec<String>| {
        let pairs = columns.iter().zip(row);
        let members = pairs.map(|(name, cell)| ((*name).to_owned(), cell.clone().into()));
        serde_json::Value::Object(members.collect()).to_string() + "\n"
    };
    rows.iter().map(line).collect()
}

/// The result from each form of the tables; all have to be the same.
fn from_each_form(id: &str, tables: &[Texts], asked: &Asked) -> Result<Indicator, DataError> {
    let of_batches = |most| {
        let tables = tables.iter().map(|table| batches(table, most));
        indicator(id, Source::Tables(tables.collect()), asked)
    };
    let result = of_batches(1_000);
    assert_eq!(of_batches(3), result);
    for form in ["csv", "txt", "ndjson"] {
        let inner = Folder::new();
        for table in tables {
            let text = match form {
                "csv" => lines(table, ","),
                "txt" => lines(table, "|"),
                _ => objects(table),
            };
            inner.write(&format!("{}.{form}", table.0), text.as_bytes());
        }
        let path = Source::Path(inner.path.clone());
        assert_eq!(indicator(id, path, asked), result, "{form}");
    }
    result
}

const PERSONS: [&str; 4] = ["hospcode", "pid", "cid", "died_on"];
const DIAGNOSES: [&str; 5] = ["hospcode", "pid", "date_serv", "diagcode", "cid"];
const SPECIAL: [&str; 6] = ["hospcode", "pid", "seq", "date_serv", "ppspecial", "cid"];

fn rows(cells: Vec<BoxedStrategy<String>>, most: usize) -> impl Strategy<Value = Vec<Vec<String>>> {
    prop::collection::vec(cells, 0..most)
}

fn one_of(words: &'static [&'static str]) -> BoxedStrategy<String> {
    prop::sample::select(words).prop_map(str::to_owned).boxed()
}

fn hospcode() -> BoxedStrategy<String> {
    one_of(&["10670", "10671"])
}

fn pid() -> BoxedStrategy<String> {
    one_of(&["1", "2", "3", "3100600445635"])
}

fn cid() -> BoxedStrategy<String> {
    one_of(&["", "", "3100600445635", "1234545678781", "1100000000041"])
}

fn days() -> BoxedStrategy<String> {
    let days = (2022..=2025, 1..=12, 1..=28);
    let written = days.prop_map(|(year, month, day)| format!("{year}{month:02}{day:02}"));
    prop_oneof![9 => written, 1 => Just(String::new())].boxed()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn kp_16_is_the_same_from_every_form_and_row_by_row(
        persons in rows(vec![hospcode(), pid(), cid(), days()], 9),
        diagnoses in rows(vec![hospcode(), pid(), days(), one_of(&["F200", "X700", "J00"]), cid()], 30),
        special in rows(vec![hospcode(), pid(), one_of(&["", "1", "2"]), days(), one_of(&["1B030", "1B031", "1B037", "1B036"]), cid()], 60),
    ) {
        let mut kp = Kp16::new(Period::new(2568, 4).unwrap(), Level::Facility, &Policy::default());
        for row in &persons {
            kp.person(&kp_16::Person {
                hospcode: &row[0], pid: &row[1], cid: &row[2], died_on: day(&row[3]), updated_at: None,
            });
        }
        for row in &diagnoses {
            kp.diagnosis(&kp_16::Diagnosis {
                hospcode: &row[0], pid: &row[1], date_serv: day(&row[2]), diagcode: &row[3], cid: &row[4],
            });
        }
        for row in &special {
            kp.special_pp(&kp_16::SpecialPp {
                hospcode: &row[0], pid: &row[1], seq: &row[2], date_serv: day(&row[3]), ppspecial: &row[4], cid: &row[5],
            });
        }
        let expected = kp.finish();
        let tables = [
            ("persons", PERSONS.to_vec(), persons),
            ("diagnoses", DIAGNOSES.to_vec(), diagnoses),
            ("special_pp", SPECIAL.to_vec(), special),
        ];
        let result = from_each_form("KP-16", &tables, &asked(Level::Facility)).unwrap();
        prop_assert_eq!(&result, &expected);
        let rows: Vec<_> = expected.ledger().map(|row| row.id.to_owned()).collect();
        let batch = ledger_batch(&result).unwrap();
        let ids = batch.column(2).as_any().downcast_ref::<StringArray>().unwrap();
        prop_assert_eq!(ids.iter().flatten().collect::<Vec<_>>(), rows);
    }
}

/// An export with an SMI-V person who was followed once, and whose death is in DEATH.
fn export(folder: &Folder, name: &str, diagnoses: &str) {
    let file = |table: &str, text: &str| {
        folder.write(&format!("{name}/{table}.txt"), text.as_bytes());
    };
    file(
        "PERSON",
        "HOSPCODE|CID|PID|DISCHARGE|DDISCHARGE|D_UPDATE\n\
         10670|1234545678781|1|9||20250101000000\n\
         10670|3100600445635|1|9||20250201000000\n\
         10670|too|many|cells|here||20250201000000\n",
    );
    file("DEATH", "HOSPCODE|PID|DDEATH\n10670|1|20250901\n");
    file(
        diagnoses,
        match diagnoses {
            "DIAGNOSIS_OPD" => "HOSPCODE|PID|DATE_SERV|DIAGCODE\n10670|1|20250801|F20.0\n",
            _ => "HOSPCODE|PID|DATETIME_ADMIT|DIAGCODE\n10670|1|20250801120000|F20.0\n",
        },
    );
    file(
        "SPECIALPP",
        "HOSPCODE|PID|SEQ|DATE_SERV|PPSPECIAL\n10670|1|7|20250801|1B031\n10670|1|8|20250802|1B036\n",
    );
    file("SERVICE", "not read");
}

#[test]
fn kp_16_takes_the_tables_of_an_export_in_place_of_flat_ones() {
    for diagnoses in ["DIAGNOSIS_OPD", "DIAGNOSIS_IPD"] {
        let folder = Folder::new();
        std::fs::create_dir(folder.path.join("a")).unwrap();
        export(&folder, "a", diagnoses);
        let path = folder.path.join("a");
        let result =
            indicator("KP-16", Source::Path(path.clone()), &asked(Level::Facility)).unwrap();
        let area = &result.areas[0];
        assert_eq!(
            (area.area.as_str(), area.persons_without_cid),
            ("10670", Some(0))
        );
        assert_eq!(area.ledger.denominator, ["10670/1"]);
        assert_eq!(area.warnings.as_ref().map(Vec::len), Some(1));

        let by_province = indicator("KP-16", Source::Path(path.clone()), &asked(Level::Province));
        assert_eq!(
            by_province.unwrap_err().table.as_deref(),
            Some("facilities")
        );
        folder.write("a/Facilities.csv", b"province,hospcode\n50,10670\n");
        let by_province = indicator("KP-16", Source::Path(path), &asked(Level::Province));
        assert_eq!(by_province.unwrap().areas[0].area, "50");
    }
}

#[test]
fn sv_05_a_row_of_an_export_carries_the_citizen_id_that_person_has_not() {
    let (one, other) = ("3100600445635", "1234545678781");
    let table = |name: &'static str, columns: &[&'static str], row: &[&str]| {
        batches(&texts(name, columns, &[row]), 9)
    };
    let of = |opd: &str, special: &str, death: &str| {
        let tables = vec![
            table("PERSON", &["HOSPCODE", "PID"], &["10670", "1"]),
            table(
                "DIAGNOSIS_OPD",
                &["HOSPCODE", "PID", "DATE_SERV", "DIAGCODE", "CID"],
                &["10670", "1", "20250801", "F200", opd],
            ),
            table(
                "SPECIALPP",
                &["HOSPCODE", "PID", "DATE_SERV", "PPSPECIAL", "CID"],
                &["10670", "1", "20250801", "1B031", special],
            ),
            table(
                "DEATH",
                &["HOSPCODE", "PID", "DDEATH", "CID"],
                &["10670", "1", "", death],
            ),
        ];
        let result = indicator("KP-16", Source::Tables(tables), &asked(Level::Country));
        result.unwrap().areas[0].persons_without_cid
    };
    assert_eq!(of("", "", ""), Some(1));
    for (opd, special, death) in [
        (one, "", ""),
        ("", one, ""),
        ("", "", one),
        (other, one, "x"),
    ] {
        assert_eq!(of(opd, special, death), Some(0));
    }
}

#[test]
fn the_first_of_two_tables_of_one_name_counts_and_the_flat_one_before_that_of_an_export() {
    let persons = |cid: &str| batches(&texts("persons", &PERSONS, &[&["10670", "1", cid, ""]]), 9);
    let of = |tables: Vec<(String, Given)>| {
        indicator("KP-16", Source::Tables(tables), &asked(Level::Country))
    };
    let others = || {
        [
            batches(
                &texts(
                    "diagnoses",
                    &DIAGNOSES[..4],
                    &[&["10670", "1", "20250801", "F200"]],
                ),
                9,
            ),
            batches(
                &texts(
                    "special_pp",
                    &SPECIAL[..5],
                    &[&["10670", "1", "", "20250801", "1B031"]],
                ),
                9,
            ),
        ]
    };
    let without = |result: Indicator| result.areas[0].persons_without_cid;
    let (first, mut second) = (persons("3100600445635"), persons(""));
    second.0 = "PERSONS".to_owned();
    let both = others().into_iter().chain([first, second]).collect();
    assert_eq!(without(of(both).unwrap()), Some(0));
    let columns = ["HOSPCODE", "PID", "CID"];
    let standard = batches(
        &texts("PERSON", &columns, &[&["10670", "1", "3100600445635"]]),
        9,
    );
    let both = others()
        .into_iter()
        .chain([standard, persons("")])
        .collect();
    assert_eq!(without(of(both).unwrap()), Some(1));
}

fn code(
    id: &str,
    tables: Vec<(String, Given)>,
    by: Level,
) -> (DataCode, Option<String>, Option<String>) {
    let error = indicator(id, Source::Tables(tables), &asked(by)).unwrap_err();
    (error.code, error.table, error.column)
}

#[test]
fn what_is_missing_or_unknown_is_named() {
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(
        code("KP-17", vec![], Level::Country),
        (DataCode::UnknownValue, None, None)
    );
    assert_eq!(
        code("KP-16", vec![], Level::Country),
        (DataCode::MissingTable, some("persons"), None)
    );
    let lacks = batches(&texts("persons", &["hospcode"], &[&["10670"]]), 9);
    assert_eq!(
        code("KP-16", vec![lacks], Level::Country),
        (DataCode::MissingColumn, some("persons"), some("pid"))
    );
    let other = batches(&texts("PERSONS2", &["hospcode"], &[]), 9);
    assert_eq!(
        code("KP-16", vec![other], Level::Country),
        (DataCode::UnknownTable, some("PERSONS2"), None)
    );
    // Only KP-16 takes the tables of an export.
    let person = batches(&texts("PERSON", &["HOSPCODE", "PID"], &[]), 9);
    assert_eq!(
        code("KP-22", vec![person], Level::Country),
        (DataCode::UnknownTable, some("PERSON"), None)
    );
    assert_eq!(
        code("KP-15", vec![], Level::Facility).0,
        DataCode::LevelNotDefined
    );
    let numbers = RecordBatch::try_from_iter([
        (
            "hospcode",
            Arc::new(Int64Array::from(vec![10670])) as ArrayRef,
        ),
        ("pid", Arc::new(StringArray::from(vec!["1"]))),
    ]);
    let numbers = numbers.unwrap();
    let numbers = (
        "persons".to_owned(),
        Given::Batches(numbers.schema(), vec![numbers]),
    );
    assert_eq!(
        code("KP-16", vec![numbers], Level::Country),
        (DataCode::WrongType, some("persons"), some("hospcode"))
    );
    let missing = Source::Path("/no/such/folder".into());
    let error = indicator("KP-16", missing, &asked(Level::Country)).unwrap_err();
    assert_eq!(error.code, DataCode::Unreadable);
    let missing = Source::Path("/no/such/folder".into());
    let error = indicator("KP-22", missing, &asked(Level::Country)).unwrap_err();
    assert_eq!(error.code, DataCode::Unreadable);
}

const DEATHS: [&str; 5] = ["death_id", "source", "died_on", "place", "cause"];
const POPULATIONS: [&str; 4] = ["province", "basis", "year", "population"];

#[test]
fn kp_15_is_the_same_from_every_form() {
    let deaths = texts(
        "deaths",
        &DEATHS,
        &[
            &["d1", "506s", "20250115", "50", "X70"],
            &["d2", "506s", "2025-01-16", "50", "X70"],
            &["d3", "506s", "15/01/2568", "50", "X70"],
            &["d4", "506s", "20250115", "", "X60"],
        ],
    );
    let populations = texts(
        "populations",
        &POPULATIONS,
        &[&["50", "mid_year", "2025", "200000"]],
    );
    let result = from_each_form("KP-15", &[deaths, populations], &asked(Level::Province)).unwrap();
    let area = &result.areas[0];
    assert_eq!(
        (area.figure.numerator, area.figure.denominator),
        (2, 200_000)
    );
    assert_eq!(area.figure.value.as_deref(), Some("1.00"));
}

#[test]
fn numbers_and_flags_and_days_have_types_of_their_own() {
    let deaths = RecordBatch::try_from_iter([
        (
            "death_id",
            Arc::new(StringArray::from(vec!["d1"])) as ArrayRef,
        ),
        ("source", Arc::new(StringArray::from(vec!["506s"]))),
        ("died_on", Arc::new(Date32Array::from(vec![20_103]))),
        ("cause", Arc::new(StringArray::from(vec!["X70"]))),
        ("place", Arc::new(StringArray::from(vec!["50"]))),
    ])
    .unwrap();
    let arrays: [ArrayRef; 2] = [
        Arc::new(Int64Array::from(vec![2025])),
        Arc::new(Float64Array::from(vec![2025.0])),
    ];
    for year in arrays {
        let populations = RecordBatch::try_from_iter([
            (
                "province",
                Arc::new(StringArray::from(vec!["50"])) as ArrayRef,
            ),
            ("basis", Arc::new(StringArray::from(vec!["year_end"]))),
            ("year", year),
            ("population", Arc::new(Float64Array::from(vec![50_000.0]))),
        ])
        .unwrap();
        let tables = [("deaths", deaths.clone()), ("populations", populations)];
        let tables =
            tables.map(|(name, rows)| (name.to_owned(), Given::Batches(rows.schema(), vec![rows])));
        let asked = Asked {
            period: Period::new(2568, 2).unwrap(),
            population: Some(PopulationUsed::new("year_end", 2025).unwrap()),
            ..asked(Level::Country)
        };
        let result = indicator("KP-15", Source::Tables(tables.into()), &asked);
        // The country needs every province.
        assert_eq!(result.unwrap_err().code, DataCode::MissingPopulation);
    }

    let text = |cell: &str| -> ArrayRef { Arc::new(StringArray::from(vec![cell])) };
    let of_flag = |flag: ArrayRef| {
        let episodes = RecordBatch::try_from_iter([
            ("case_id", text("e1")),
            ("unit", text("10670")),
            ("province", text("50")),
            ("legal_basis", text("section_114")),
            ("severity", text("dependence")),
            (
                "methadone",
                Arc::new(BooleanArray::from(vec![false])) as ArrayRef,
            ),
            ("screened_on", text("20230101")),
            ("started_on", text("20230102")),
            ("summarised_on", text("20240115")),
            ("outcome", text("completed")),
            ("ministry_facility", flag),
        ])
        .unwrap();
        let columns = ["case_id", "on", "kind", "result"];
        let tables = vec![
            (
                "episodes".to_owned(),
                Given::Batches(episodes.schema(), vec![episodes]),
            ),
            batches(&texts("follow_ups", &columns, &[]), 9),
        ];
        let result = indicator("KP-22", Source::Tables(tables), &asked(Level::Country)).unwrap();
        result
            .areas
            .first()
            .map_or(0, |area| area.figure.denominator)
    };
    assert_eq!(of_flag(Arc::new(BooleanArray::from(vec![true]))), 1);
    assert_eq!(of_flag(text("TRUE")), 1);
    assert_eq!(of_flag(text("1")), 1);
    assert_eq!(of_flag(text("")), 0);
}

#[test]
fn the_columns_that_are_read_by_their_number_are_those_of_the_rules() {
    let names = |id: &str, table: &str| -> Vec<(&str, Holds)> {
        let tables = inputs(id, Level::Province).unwrap();
        let input = tables.iter().find(|input| input.table == table).unwrap();
        let columns = input.columns.iter();
        columns.map(|column| (column.name, column.holds)).collect()
    };
    let only = |id, table| {
        names(id, table)
            .into_iter()
            .map(|(name, _)| name)
            .collect::<Vec<_>>()
    };
    assert_eq!(only("KP-16", "persons"), PERSONS);
    assert_eq!(only("KP-16", "diagnoses"), DIAGNOSES);
    assert_eq!(only("KP-16", "special_pp"), SPECIAL);
    assert_eq!(only("KP-16", "facilities"), ["hospcode", "province"]);
    assert_eq!(only("KP-15", "deaths"), DEATHS);
    assert_eq!(only("KP-15", "populations"), POPULATIONS);
    let episodes = names("KP-22", "episodes");
    assert_eq!(episodes[6], ("methadone", Holds::Flag));
    assert_eq!(episodes[9], ("summarised_on", Holds::Date));
    assert_eq!(episodes[11], ("ministry_facility", Holds::Flag));
    assert_eq!(
        only("KP-22", "follow_ups"),
        ["case_id", "on", "kind", "result"]
    );
}

#[test]
fn a_text_that_is_no_utf_8_is_windows_874_from_its_first_row() {
    let folder = Folder::new();
    let mut persons = b"hospcode|pid\n".to_vec();
    persons.extend(b"10670|\xa1\n".repeat(100));
    folder.write("persons.txt", &persons);
    folder.write(
        "diagnoses.txt",
        "hospcode|pid|date_serv|diagcode\n10670|ก|20250801|F200\n".as_bytes(),
    );
    folder.write(
        "special_pp.txt",
        "hospcode|pid|date_serv|ppspecial\n10670|ก|20250801|1B031\n".as_bytes(),
    );
    let result = indicator(
        "KP-16",
        Source::Path(folder.path.clone()),
        &asked(Level::Country),
    )
    .unwrap();
    assert_eq!(result.areas[0].ledger.denominator, ["10670/ก"]);
}

const EPISODES: &[&str] = &[
    "case_id",
    "unit",
    "province",
    "legal_basis",
    "severity",
    "treatment_type",
    "methadone",
    "screened_on",
    "started_on",
    "summarised_on",
    "outcome",
    "ministry_facility",
];

/// An episode that is due in fiscal year 2568.
fn episode<'a>(
    case_id: &'a str,
    unit: &'a str,
    methadone: &'a str,
    of_ministry: &'a str,
) -> [&'a str; 12] {
    let (basis, severity, outcome) = ("section_113", "dependence", "completed_program");
    let (screened, started, summarised) = ("20231001", "20231002", "20240201");
    [
        case_id,
        unit,
        "81",
        basis,
        severity,
        "opd",
        methadone,
        screened,
        started,
        summarised,
        outcome,
        of_ministry,
    ]
}

fn of_episodes(rows: &[[&str; 12]], by: Level) -> Result<Indicator, DataError> {
    let rows: Vec<&[&str]> = rows.iter().map(<[_; 12]>::as_slice).collect();
    let follow_ups = texts("follow_ups", &["case_id", "on", "kind", "result"], &[]);
    let tables = [texts("episodes", EPISODES, &rows), follow_ups];
    from_each_form("KP-22", &tables, &asked(by))
}

#[test]
fn rv_07_no_member_of_an_indicator_is_listed_by_a_citizen_id() {
    let (one, other) = ("3100600445635", "1234545678781");
    let rows = [
        episode(one, "10670", "", "1"),
        episode("E-1", other, "", "true"),
        episode(other, "10670", "1", "1"),
        // Of another time, and counted among those that are withheld.
        episode("1100000000041", one, "", "0"),
    ];
    let found = of_episodes(&rows, Level::Facility).unwrap();
    let told: Vec<_> = found
        .areas
        .iter()
        .map(|area| {
            let dropped = area.ledger.excluded.iter().map(|one| one.id.as_str());
            let members = area.ledger.denominator.iter().map(String::as_str);
            (
                area.area.as_str(),
                members.chain(dropped).collect::<Vec<_>>(),
            )
        })
        .collect();
    assert_eq!(told, [("10670", vec!["?3", "?2"]), ("?1", vec!["E-1"])]);

    let deaths = [
        [one, "506s", "20250101", "81", "X70"],
        ["d1", "506s", "20250102", "81", "X70"],
        // Of no suicide, and counted among those that are withheld.
        [other, "506s", "20250102", "81", "I21"],
    ];
    let deaths: Vec<&[&str]> = deaths.iter().map(<[_; 5]>::as_slice).collect();
    let columns = ["province", "basis", "year", "population"];
    let tables = [
        texts(
            "deaths",
            &["death_id", "source", "died_on", "place", "cause"],
            &deaths,
        ),
        texts(
            "populations",
            &columns,
            &[&["81", "mid_year", "2025", "1000"]],
        ),
    ];
    let source = |tables: &[Texts]| {
        let folder = Folder::new();
        for table in tables {
            folder.write(&format!("{}.csv", table.0), lines(table, ",").as_bytes());
        }
        folder
    };
    let folder = source(&tables);
    let path = Source::Path(folder.path.clone());
    let found = indicator("KP-15", path, &asked(Level::Province)).unwrap();
    assert_eq!(found.areas[0].ledger.numerator, ["?2", "d1"]);

    let special = [
        [one, other, "1", "20241101", "1B030"],
        [one, "1", "1", "20241101", "1B030"],
        ["10670", other, "1", "20241101", "1B030"],
    ];
    let special: Vec<&[&str]> = special.iter().map(<[_; 5]>::as_slice).collect();
    let diagnosed = [[one, other], [one, "1"], ["10670", other]];
    let diagnosed = diagnosed.map(|[hospcode, pid]| [hospcode, pid, "20241101", "F200"]);
    let diagnosed: Vec<&[&str]> = diagnosed.iter().map(<[_; 4]>::as_slice).collect();
    let tables = [
        texts("persons", &["hospcode", "pid"], &[]),
        texts(
            "diagnoses",
            &["hospcode", "pid", "date_serv", "diagcode"],
            &diagnosed,
        ),
        texts(
            "special_pp",
            &["hospcode", "pid", "seq", "date_serv", "ppspecial"],
            &special,
        ),
    ];
    let found = from_each_form("KP-16", &tables, &asked(Level::Facility)).unwrap();
    let ids: Vec<_> = found.ledger().map(|row| (row.area, row.id)).collect();
    let json = found.to_json();
    assert!(!json.contains(one) && !json.contains(other), "{json}");
    let [first, second, third] = [("10670", "10670/?1"), ("?1", "?1/1"), ("?1", "?1/?1")];
    assert!(
        [first, second, third].iter().all(|id| ids.contains(id)),
        "{ids:?}"
    );
}

#[test]
fn kp_22_a_flag_that_says_neither_yes_nor_no_is_named() {
    let with = |methadone, of_ministry| {
        of_episodes(
            &[episode("E-1", "10670", methadone, of_ministry)],
            Level::Country,
        )
    };
    let counted = |methadone, of_ministry| {
        let found = with(methadone, of_ministry).unwrap();
        found
            .areas
            .first()
            .map_or(0, |area| area.ledger.denominator.len())
    };
    for (methadone, of_ministry, expected) in [
        ("", "1", 1),
        ("0", "TRUE", 1),
        ("False", "true", 1),
        ("true", "1", 0),
        ("1", "1", 0),
        ("", "0", 0),
        ("", "", 0),
    ] {
        assert_eq!(
            counted(methadone, of_ministry),
            expected,
            "{methadone} {of_ministry}"
        );
    }
    for (methadone, of_ministry, column) in [
        ("Y", "1", "methadone"),
        ("2", "1", "methadone"),
        ("", "yes", "ministry_facility"),
        ("", "ใช่", "ministry_facility"),
    ] {
        let error = with(methadone, of_ministry).unwrap_err();
        let place = (error.table.as_deref(), error.column.as_deref());
        assert_eq!(place, (Some("episodes"), Some(column)));
        assert_eq!(error.code, DataCode::UnknownValue);
        assert!(error.message.en().contains(column) && !error.message.en().contains("yes"));
    }
}
