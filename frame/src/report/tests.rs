//! Tests of whole reports: what they show of what sources, and what they must not show.

#![allow(clippy::arithmetic_side_effects, reason = "a test may panic")]

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch, StringArray};
use bosoto::record::{Code, Codes, Day, Table, Values};

use super::Language::{English, Thai};
use super::counted::{Counted, Facility, Tally};
use super::months::{Month, Months};
use super::numbers::{Facilities, Numbers};
use crate::reference::Folder;
use crate::sources::zipped;
use crate::{Findings, Given, Options, Sample, Source, validate};

fn judged(folder: &Folder, options: &Options) -> Findings {
    validate(Source::Path(folder.path.clone()), options).unwrap()
}

fn numbers(findings: &Findings) -> Numbers {
    Numbers::of(&findings.0, Counted::of(&findings.0).unwrap())
}

fn page(findings: &Findings) -> String {
    findings.to_html(English).unwrap()
}

const fn tally(rows: u64, bad: u64) -> Tally {
    Tally { rows, bad }
}

/// A batch of text columns.
fn batch(columns: &[(&str, &[&str])]) -> Given {
    let column = |(name, cells): &(&str, &[&str])| {
        let cells: ArrayRef = Arc::new(StringArray::from(cells.to_vec()));
        ((*name).to_owned(), cells)
    };
    let batch = RecordBatch::try_from_iter(columns.iter().map(column)).unwrap();
    Given::Batches(batch.schema(), vec![batch])
}

fn tables(given: Vec<(&str, Given)>, options: &Options) -> Findings {
    let given = given
        .into_iter()
        .map(|(name, given)| (name.to_owned(), given));
    validate(Source::Tables(given.collect()), options).unwrap()
}

/// An export of many facilities and months, each facility a ZIP.
fn export() -> Folder {
    let folder = Folder::new();
    for at in 0..24_u64 {
        let hospcode = format!("998{:02}", at + 1);
        let sample = Sample::new(at, 30 + at as usize * 3, at as usize);
        let mut members = Vec::new();
        for (table, rows) in sample.tables {
            let header: Vec<String> = table
                .columns()
                .iter()
                .map(|column| column.name.to_owned())
                .collect();
            let place = |name| header.iter().position(|known| known == name);
            let mut lines = header.join("|") + "\n";
            for mut row in rows {
                for cell in row.iter_mut().filter(|cell| *cell == Sample::HOSPCODE) {
                    cell.clone_from(&hospcode);
                }
                let pid: u64 = row[place("PID").unwrap()].parse().unwrap_or_default();
                if let Some(date) = place("DATE_SERV") {
                    earlier(&mut row[date], pid * 11 + at);
                    let of_month: u64 = row[date][4..6].parse().unwrap_or_default();
                    if at == 7 && table == Table::Specialpp {
                        row[date] = row[date].replacen("202", "256", 1);
                    }
                    if let Some(place) =
                        place("SERVPLACE").filter(|_| pid * of_month % 17 < of_month / 4)
                    {
                        row[place] = "9".to_owned();
                    }
                }
                lines += &(row.join("|") + "\n");
            }
            members.push((format!("F43/{table}.txt"), lines));
        }
        let mut members: Vec<(&str, &[u8])> = members
            .iter()
            .map(|(name, lines)| (name.as_str(), lines.as_bytes()))
            .collect();
        if at == 3 {
            members.push(("F43/CHRONIC.txt", b"x"));
            members.retain(|(name, _)| !name.contains("DEATH"));
        }
        folder.write(
            &format!("F43_{hospcode}_20240601120000.zip"),
            &zipped(&members, true),
        );
    }
    folder
}

/// Puts a date of 2024 some months back, up to 29.
fn earlier(date: &mut String, by: u64) {
    if let Some(day) = Day::read(date).filter(|day| day.number() >= 20_240_101) {
        let months = 2024 * 12 + u64::from(day.number() / 100 % 100) - 1 - by % 30;
        *date = format!(
            "{:04}{:02}{:02}",
            months / 12,
            months % 12 + 1,
            day.number() % 100
        );
    }
}

const GOLDEN: [(super::Language, &str, &str); 2] = [
    (
        Thai,
        "report.th.html",
        include_str!("../../golden/report.th.html"),
    ),
    (
        English,
        "report.en.html",
        include_str!("../../golden/report.en.html"),
    ),
];

#[test]
fn reports_are_written_as_they_always_were() {
    let folder = export();
    let findings = judged(&folder, &Options::default());
    for (language, name, golden) in GOLDEN {
        let page = findings.to_html(language).unwrap();
        assert!(
            page == golden,
            "`--ignored` writes {name} anew: look at it in a browser"
        );
        assert!(page == findings.to_html(language).unwrap());
        assert!(page.len() < 300_000, "{}", page.len());
    }
}

#[test]
#[ignore = "writes the golden files"]
fn write_golden() {
    let folder = export();
    let findings = judged(&folder, &Options::default());
    for (language, name, _) in GOLDEN {
        let path = format!("{}/golden/{name}", env!("CARGO_MANIFEST_DIR"));
        std::fs::write(path, findings.to_html(language).unwrap()).unwrap();
    }
}

/// The tags that are open at the end, each closing tag having closed the last; and every id.
fn read(page: &str) -> (Vec<&str>, Vec<&str>) {
    let alone = ["!DOCTYPE", "meta", "wbr"];
    let (mut open, mut ids) = (Vec::new(), Vec::new());
    for part in page.split('<').skip(1) {
        let (tag, _) = part.split_once('>').unwrap();
        let name = tag.split(' ').next().unwrap();
        if let Some(name) = name.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{part}");
        } else if !tag.ends_with('/') && !alone.contains(&name) {
            open.push(name);
        }
        if let Some((_, rest)) = tag.split_once("id=\"") {
            ids.push(rest.split('"').next().unwrap());
        }
    }
    (open, ids)
}

#[test]
fn every_tag_is_closed_and_every_link_leads_to_one_place() {
    for (_, _, page) in GOLDEN {
        let (open, mut ids) = read(page);
        assert_eq!(open, Vec::<&str>::new());
        let links = page.split("href=\"#").skip(1);
        let links: Vec<&str> = links.map(|link| link.split('"').next().unwrap()).collect();
        assert!(links.len() > 15);
        assert!(links.iter().all(|link| ids.contains(link)));
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count);
        for outside in ["http", "src=", "<link", "<script", "url(", "@import"] {
            assert!(!page.contains(outside), "{outside}");
        }
    }
}

#[test]
fn months_are_named_by_the_era_of_the_language() {
    let month = Month::new(2025, 12);
    assert_eq!(month.names(Thai), ["ธ.ค.", "68"]);
    assert_eq!(month.names(English), ["Dec", "2025"]);
    assert_eq!(
        Month::from(Day::read("20260131").unwrap()),
        Month::new(2026, 1)
    );
    assert_eq!(Month::new(2026, 1).names(Thai), ["ม.ค.", "69"]);
    assert_eq!(Month::new(2057, 1).names(Thai), ["ม.ค.", "2600"]);
    assert_eq!(Month::new(1956, 5).names(Thai), ["พ.ค.", "2499"]);
    assert!(Month::new(2026, 1).begins_a_year() && !month.begins_a_year());
}

#[test]
fn a_trend_shows_the_last_months_and_sums_up_the_others() {
    let month = |year, month| Month::new(year, month);
    let rows: BTreeMap<_, _> = [
        (month(2020, 5), tally(7, 1)),
        (month(2024, 1), tally(500, 50)),
        (month(2024, 11), tally(10, 5)),
        (month(2025, 12), tally(400, 4)),
        (month(2026, 2), tally(6, 0)),
        (month(2109, 1), tally(1, 1)),
    ]
    .into();
    let months = Months::of(&rows, tally(3, 2), None);
    assert_eq!(months.shown.len(), 16, "from the first month with a row");
    assert_eq!(months.shown[0], (month(2024, 11), tally(10, 5)));
    assert_eq!(months.shown[1], (month(2024, 12), tally(0, 0)));
    assert_eq!(months.shown[15], (month(2026, 2), tally(6, 0)));
    assert_eq!(
        (months.earlier, months.later),
        (tally(507, 51), tally(1, 1))
    );
    assert_eq!(months.undated, tally(3, 2));
    let until = Months::of(&rows, tally(0, 0), Day::read("20251231"));
    assert_eq!(until.shown.last().unwrap().0, month(2025, 12));
    assert_eq!((until.earlier, until.later), (tally(7, 1), tally(7, 1)));
    let before = Months::of(&rows, tally(0, 0), Day::read("20000101"));
    assert_eq!((before.shown.len(), before.later), (0, tally(924, 61)));
    assert_eq!(
        Months::of(&BTreeMap::new(), tally(0, 0), None),
        Months::default()
    );
}

#[test]
fn the_worst_facilities_come_first_and_equals_by_code() {
    let facility = |number: u64| Facility::of(format!("{number:05}").as_bytes()).unwrap();
    let mut counted: HashMap<_, _> = (1..=30)
        .map(|number| (facility(number), tally(10, number % 3)))
        .collect();
    counted.insert(Facility::of(b"AA0123456").unwrap(), tally(99, 9));
    let facilities = Facilities::of(&counted, tally(4, 4));
    let codes: Vec<&str> = facilities
        .worst
        .iter()
        .map(|(code, _)| code.as_str())
        .collect();
    assert_eq!(codes[..4], ["AA0123456", "00002", "00005", "00008"]);
    assert_eq!(codes[11..13], ["00001", "00004"]);
    assert_eq!(codes.len(), 20);
    assert_eq!(facilities.others, (11, tally(110, 1)));
    assert_eq!(facilities.nowhere, tally(4, 4));
    let clean = Facilities::of(&[(facility(1), tally(5, 0))].into(), tally(0, 0));
    assert_eq!((clean.worst.len(), clean.others), (0, (1, tally(5, 0))));
}

const DEATH: [(&str, &[&str]); 6] = [
    ("HOSPCODE", &["99801", "99801", "99802", "x", ""]),
    ("PID", &["1", "2", "3", "4", "3100600445635"]),
    (
        "DDEATH",
        &["20240115", "20231201", "25670101", "20240131", "20240201"],
    ),
    ("CDEATH_A", &["I219", "I219", "I219", "I219", "I219"]),
    ("CDEATH", &["I219", "zz", "I219", "I219", "I219"]),
    ("PDEATH", &["1", "2", "3", "1", "1"]),
];

#[test]
fn rows_are_counted_by_table_month_and_facility_whatever_the_source() {
    let folder = Folder::new();
    let rows = 0..5;
    let row = |row: usize, comma: &str| {
        DEATH
            .iter()
            .map(|(_, cells)| cells[row])
            .collect::<Vec<_>>()
            .join(comma)
            + "\n"
    };
    let names: Vec<&str> = DEATH.iter().map(|(name, _)| *name).collect();
    let lines: String = rows.clone().map(|at| row(at, ",")).collect();
    folder.write(
        "csv/DEATH.csv",
        (names.join(",") + "\n" + &lines).as_bytes(),
    );
    let object = |row: usize| {
        let cells = DEATH
            .iter()
            .map(|(name, cells)| format!("{name:?}:{:?}", cells[row]));
        format!("{{{}}}\n", cells.collect::<Vec<_>>().join(","))
    };
    folder.write(
        "json/DEATH.ndjson",
        rows.map(object).collect::<String>().as_bytes(),
    );
    let of_file =
        |name: &str| validate(Source::Path(folder.path.join(name)), &Options::default()).unwrap();
    let in_memory = tables(vec![("death", batch(&DEATH))], &Options::default());
    for findings in [in_memory, of_file("csv"), of_file("json")] {
        let numbers = numbers(&findings);
        assert_eq!(numbers.all(), tally(5, 4));
        let months: Vec<_> = numbers
            .months
            .shown
            .iter()
            .map(|(month, tally)| (month.names(Thai).join(" "), *tally))
            .collect();
        let expected = [
            ("ธ.ค. 66", tally(1, 1)),
            ("ม.ค. 67", tally(2, 1)),
            ("ก.พ. 67", tally(1, 1)),
        ];
        assert_eq!(
            months,
            expected.map(|(name, tally)| (name.to_owned(), tally))
        );
        assert_eq!(numbers.months.undated, tally(1, 1));
        let worst = [
            ("99801".to_owned(), tally(2, 1)),
            ("99802".to_owned(), tally(1, 1)),
        ];
        assert_eq!(numbers.facilities.worst, worst);
        assert_eq!(numbers.facilities.nowhere, tally(2, 2));
        let page = page(&findings);
        assert!(
            page.contains(">…</td>") && !page.contains("3100600445635"),
            "the PID is withheld"
        );
        assert!(!page.contains("25670101"), "a death is personal");
    }
}

#[test]
fn personal_values_are_shown_where_asked_for_and_the_page_says_so() {
    let options = Options {
        values: Some(Values::Shown),
        ..Options::default()
    };
    let page = page(&tables(vec![("DEATH", batch(&DEATH))], &options));
    assert!(page.contains("25670101") && page.contains("class=\"alert\""));
}

#[test]
fn the_worst_is_to_be_mended_first_and_what_is_of_a_table_before_what_is_of_some_rows() {
    let folder = Folder::new();
    folder.write("DEATH.txt", b"HOSPCODE|PID|DDEATH|CDEATH_A|CDEATH\n99801|1|20240101|I219|\n99801|2|20240102|I219|\n99801|3|2024|I219|I219\n");
    folder.write("PERSON.txt", b"");
    folder.write("CHRONIC.txt", b"x");
    let findings = judged(&folder, &Options::default());
    let numbers = numbers(&findings);
    let order: Vec<String> = numbers.kinds.iter().map(|kind| kind.anchor()).collect();
    let expected = [
        "RV-05-missing_column-DEATH-PDEATH",
        "RV-05-required-DEATH-CDEATH",
        "RV-05-date-DEATH-DDEATH",
        "RV-06-no_person-DEATH-PID",
        "RV-05-no_header-PERSON",
    ];
    assert_eq!(order, expected);
    assert!(numbers.kinds[0].is_of_table && !numbers.kinds[1].is_of_table);
    assert_eq!((numbers.kinds[1].rows, numbers.kinds[1].of), (2, 3));
    let tables: Vec<_> = numbers
        .tables
        .iter()
        .map(|table| (table.table, table.tally, table.warned))
        .collect();
    assert_eq!(
        tables,
        [
            (Table::Person, tally(0, 0), 0),
            (Table::Death, tally(3, 3), 0)
        ]
    );
    let page = page(&findings);
    for said in [
        "the whole table",
        "no rows",
        "CHRONIC.txt",
        "2 rows (66.7 % of the table)",
    ] {
        assert!(page.contains(said), "{said}");
    }
}

#[test]
fn a_report_without_findings_shows_what_was_read() {
    let service: [(&str, &[&str]); 7] = [
        ("HOSPCODE", &["99801"]),
        ("PID", &["1"]),
        ("SEQ", &["1"]),
        ("DATE_SERV", &["20240115"]),
        ("TYPEIN", &["1"]),
        ("SERVPLACE", &["1"]),
        ("TYPEOUT", &["1"]),
    ];
    let findings = tables(vec![("SERVICE", batch(&service))], &Options::default());
    assert!(findings.is_empty());
    let page = page(&findings);
    for said in [
        "Nothing was found",
        "SERVICE",
        "Jan 2024",
        "not stated",
        "No facility has a bad row",
    ] {
        assert!(page.contains(said), "{said}");
    }
    assert!(!page.contains("id=\"rules\""));
    let names: Vec<String> = DEATH.iter().map(|(name, _)| (*name).to_owned()).collect();
    let none: Vec<(&str, &[&str])> = names
        .iter()
        .map(|name| (name.as_str(), [].as_slice()))
        .collect();
    let empty = tables(vec![("DEATH", batch(&none))], &Options::default());
    let page = empty.to_html(Thai).unwrap();
    assert!(!page.contains("<tbody>\n</tbody>"));
    assert!(page.contains("ไม่มีแถว") && page.contains("ไม่มีแถวที่มีวันที่รับบริการ"));
}

#[test]
fn a_report_on_some_rules_says_on_which() {
    let only = |names: &[&str]| {
        let options = Options {
            codes: Some(Codes::named(names.iter().copied()).unwrap()),
            ..Options::default()
        };
        numbers(&tables(vec![("DEATH", batch(&DEATH))], &options))
            .about
            .only
    };
    assert_eq!(only(&["RV-01", "date", "list"]), ["RV-01", "date", "list"]);
    assert_eq!(only(&["phone"]), ["RV-08"]);
    let all: Vec<&str> = Code::ALL.iter().map(|code| code.name()).collect();
    assert_eq!(only(&all), Vec::<String>::new());
}

#[test]
fn what_a_cell_or_a_name_says_stays_a_text() {
    let long = "ญ".repeat(10_000);
    let address: [(&str, &[&str]); 8] = [
        ("HOSPCODE", &["<script>alert(1)</script>", "\"'&<b>"]),
        ("PID", &["<i>", "\u{202e}\u{0}"]),
        ("ADDRESSTYPE", &["&amp;", &long]),
        ("HOUSETYPE", &["1", "1"]),
        ("VILLAGE", &["01", "01"]),
        ("TAMBON", &["01", "01"]),
        ("AMPUR", &["01", "01"]),
        ("CHANGWAT", &["10", "10"]),
    ];
    let in_memory = tables(vec![("ADDRESS", batch(&address))], &Options::default());
    let folder = Folder::new();
    folder.write("a & <img src=x>/note's \"x\".dat", b"x");
    let zip = zipped(&[("ADDRESS.txt", b"HOSPCODE\nx\n")], true);
    folder.write("<b>.zip", &zip);
    folder.write("other.zip", &zip);
    let files = judged(&folder, &Options::default());
    for language in [Thai, English] {
        let [cells, names] =
            [&in_memory, &files].map(|findings| findings.to_html(language).unwrap());
        for page in [&cells, &names] {
            for obeyed in ["<script", "<i>", "<img", "<b>", "\u{202e}", "\u{0}"] {
                assert!(!page.contains(obeyed), "{obeyed}");
            }
            assert_eq!(read(page).0, Vec::<&str>::new());
        }
        assert!(cells.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
        assert!(cells.contains("&amp;amp;") && cells.contains("&quot;&#39;&amp;&lt;b&gt;"));
        assert!(cells.contains("\\u{202e}\\u{0}"));
        assert!(cells.contains(&"ญ".repeat(40)) && !cells.contains(&"ญ".repeat(41)));
        assert!(
            names.contains("note&#39;s &quot;x&quot;.dat")
                && names.contains("<td class=\"f\">&lt;b&gt;.zip")
        );
    }
}

#[test]
fn a_report_of_a_hundred_thousand_bad_rows_is_small() {
    let folder = Folder::new();
    let mut lines = "HOSPCODE|PID|SEQ|DATE_SERV|DIAGTYPE|DIAGCODE|CLINIC|CID|D_UPDATE\n".to_owned();
    for row in 0..100_000 {
        let (year, month) = (1900 + row % 200, row % 13);
        lines += &format!(
            "{}|{row}|{row}|{year}{month:02}01|9|{row}|{row:09}|{row}|x\n",
            row % 30_011
        );
    }
    folder.write("DIAGNOSIS_OPD.txt", lines.as_bytes());
    let findings = judged(&folder, &Options::default());
    let numbers = numbers(&findings);
    assert_eq!(numbers.all(), tally(100_000, 100_000));
    assert!(numbers.kinds.iter().all(|kind| kind.first.len() <= 10));
    let rows: Vec<usize> = numbers.kinds[0]
        .first
        .iter()
        .map(|shown| shown.row)
        .collect();
    assert!(rows.is_sorted());
    let page = findings.to_html(Thai).unwrap();
    assert!(page.len() < 60_000, "{}", page.len());
}

#[test]
fn a_source_that_is_no_longer_what_it_was_is_an_error() {
    let folder = Folder::new();
    let path = folder.write("DEATH.txt", b"HOSPCODE|PID|DDEATH\n99801|1|20240101\n");
    let findings = judged(&folder, &Options::default());
    std::fs::remove_file(path).unwrap();
    assert_eq!(
        findings.to_html(Thai).unwrap_err().code.name(),
        "unreadable"
    );
}
