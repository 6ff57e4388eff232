//! Tests of sources that somebody made carelessly, or on purpose: nothing of them is lost without a word, and none
//! costs more than others of its size.

#![allow(clippy::arithmetic_side_effects, reason = "a test may panic")]

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use arrow_array::{ArrayRef, Date32Array, RecordBatch, StringArray};
use bosoto::indicator::{Level, Period, PopulationUsed};
use bosoto::record::Code;
use bosoto::{DataCode, Date};

use crate::reference::Folder;
use crate::sources::{GOOD, PERSON, SPECIALPP, code_of, judged, told, zipped};
use crate::{Asked, Findings, Given, Language, Options, Source, files, indicator, validate};

#[test]
fn rv_06_a_key_that_every_row_has_is_looked_up_as_fast_as_others() {
    const ROWS: usize = 60_000;
    let folder = Folder::new();
    let day = |days| Date::from_epoch_days(days).unwrap();
    let days = || (0..).map(|days| day(days).to_string().replace('-', ""));
    let services = days().map(|day| format!("10670|1|1|{day}|1|1|1\n"));
    let services: String = services.take(ROWS).collect();
    let rows = days().map(|day| format!("10670|1|1|{day}|1|1B030|{day}120000\n"));
    let rows: String = rows.skip(1).take(ROWS).collect();
    let service = "HOSPCODE|PID|SEQ|DATE_SERV|TYPEIN|SERVPLACE|TYPEOUT\n";
    folder.write("SERVICE.txt", [service, &services].concat().as_bytes());
    folder.write("SPECIALPP.txt", [SPECIALPP, &rows].concat().as_bytes());
    let begun = Instant::now();
    let findings = judged(&folder.path).unwrap();
    let counts = findings.counts();
    let counted: Vec<_> = counts.iter().map(|one| (one.code, one.rows)).collect();
    let reused = (Code::SeqReused, ROWS as u64 - 1);
    assert_eq!(counted, [reused, (Code::ServiceDate, 1)]);
    // To go through the days of all services for each row took minutes.
    assert!(begun.elapsed().as_secs() < 30, "{:?}", begun.elapsed());
}

#[test]
fn rv_05_of_two_members_with_one_path_the_last_is_read_and_the_others_are_named() {
    let folder = Folder::new();
    let bad = GOOD.replace("|1|1|", "|1|3|");
    let (good, bad) = ([PERSON, GOOD].concat(), [PERSON, &bad].concat());
    let zip = |members: &[&str], packs| {
        let members = members.iter().map(|text| ("PERSON.txt", text.as_bytes()));
        let others = [
            ("x/", &b""[..]),
            ("x/", b""),
            ("foo.txt", b""),
            ("foo.txt", b""),
        ];
        let members: Vec<_> = members.chain(others).collect();
        folder.write("x.zip", &zipped(&members, packs))
    };
    for packs in [true, false] {
        let findings = judged(&zip(&[&bad, &good, &good], packs)).unwrap();
        assert_eq!(told(&findings), Vec::<String>::new());
        let ignored = ["PERSON.txt", "PERSON.txt", "foo.txt", "foo.txt"];
        assert_eq!(findings.ignored(), ignored);
        let findings = judged(&zip(&[&good, &bad], packs)).unwrap();
        assert_eq!(told(&findings), ["x.zip PERSON 1 SEX list"]);
        assert_eq!(findings.ignored(), ["PERSON.txt", "foo.txt", "foo.txt"]);
    }
}

#[test]
fn rv_05_lines_that_end_with_a_carriage_return_alone_are_never_clean() {
    let folder = Folder::new();
    let service = "HOSPCODE|PID|SEQ|DATE_SERV|TYPEIN|SERVPLACE|TYPEOUT\n10670|1|1|20240101|1|1|1\n";
    for (name, text) in [
        ("PERSON", [PERSON, GOOD].concat()),
        ("SERVICE", service.to_owned()),
        (
            "SPECIALPP",
            SPECIALPP.to_owned() + "10670|1|1|20240101|1|1B030|20240101120000\n",
        ),
    ] {
        for (extension, text) in [("txt", text.clone()), ("csv", text.replace('|', ","))] {
            let file = format!("{name}.{extension}");
            let path = folder.write(&file, text.replace('\n', "\r").as_bytes());
            let findings = judged(&path).unwrap();
            assert_eq!(told(&findings), [format!("{file} {name} 0 - no_header")]);
            assert_eq!(findings.unjudged(), [format!("{name} ({file})")]);
            for (language, words) in [
                (Language::Thai, "ไม่ได้ตรวจแถวใด"),
                (Language::English, "No row of these"),
            ] {
                let page = findings.to_html(language).unwrap();
                assert!(page.contains(words) && page.contains(&format!("{name} ({file})")));
            }
            let crlf = folder.write(&file, text.replace('\n', "\r\n").as_bytes());
            let findings = judged(&crlf).unwrap();
            assert_eq!((findings.len(), findings.unjudged().len()), (0, 0));
            assert!(
                !findings
                    .to_html(Language::English)
                    .unwrap()
                    .contains("No row of these")
            );
        }
    }
    // A header alone has no row, whatever ends it.
    let path = folder.write("PERSON.txt", PERSON.replace('\n', "\r").as_bytes());
    assert_eq!(told(&judged(&path).unwrap()), Vec::<String>::new());
    // A quoted cell may have a line end of its own.
    let text = PERSON
        .replace('|', ",")
        .replace("TYPEAREA", "TYPEAREA,\"a\r\nb\"")
        + &GOOD.replace('|', ",").replace('\n', ",\n");
    let path = folder.write("PERSON.csv", text.as_bytes());
    assert_eq!(told(&judged(&path).unwrap()), Vec::<String>::new());
}

#[cfg(unix)]
#[test]
fn rv_05_what_is_no_file_in_a_folder_is_named() {
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;

    let folder = Folder::new();
    let at = |name: &str| folder.path.join(name);
    folder.write("PERSON.txt", [PERSON, GOOD].concat().as_bytes());
    folder.write("DEATH.txt/notes", b"x");
    folder.write("deep/1/2/3/4/5/6/7/8/9/SERVICE.txt", b"x");
    folder.write("plain/notes", b"x");
    symlink("nowhere", at("SERVICE.txt")).unwrap();
    symlink("nowhere", at("F43_10670_20240601120000.zip")).unwrap();
    symlink("plain", at("linked")).unwrap();
    symlink("PERSON.txt", at("other.txt")).unwrap();
    let _socket = UnixListener::bind(at("SPECIALPP.txt")).unwrap();
    let findings = judged(&folder.path).unwrap();
    assert_eq!(told(&findings), Vec::<String>::new());
    assert_eq!(
        findings.ignored(),
        [
            "DEATH.txt",
            "DEATH.txt/notes",
            "F43_10670_20240601120000.zip",
            "SERVICE.txt",
            "SPECIALPP.txt",
            "deep/1/2/3/4/5/6/7/8",
            "linked",
            "other.txt",
            "plain/notes",
        ]
    );
}

/// A ZIP in which the first member of the directory is said to be packed in another way, or behind a password.
fn altered(zip: &[u8], at: usize, byte: u8) -> Vec<u8> {
    let mut zip = zip.to_vec();
    let entry = zip
        .windows(4)
        .position(|bytes| bytes == b"PK\x01\x02")
        .unwrap();
    zip[entry + at] = byte;
    zip
}

#[test]
fn a_member_that_cannot_be_unpacked_is_named_with_what_to_do() {
    let folder = Folder::new();
    let text = [PERSON, GOOD].concat();
    let zip = |name| {
        zipped(
            &[(name, text.as_bytes()), ("PERSON.txt", text.as_bytes())],
            false,
        )
    };
    for (at, byte, words) in [
        (8, 1, ["รหัสผ่าน", "password"]),
        (10, 12, ["Deflate", "Deflate"]),
    ] {
        let path = folder.write("x.zip", &altered(&zip("DEATH.txt"), at, byte));
        let error = judged(&path).unwrap_err();
        assert_eq!(error.code, DataCode::Unreadable);
        assert!(error.message.th().contains(words[0]), "{error}");
        assert!(error.message.en().contains(words[1]), "{error}");
        assert!(error.message.en().contains("DEATH.txt"), "{error}");
        // What is not read need not be unpacked.
        let path = folder.write("x.zip", &altered(&zip("photo.jpg"), at, byte));
        assert_eq!(told(&judged(&path).unwrap()), Vec::<String>::new());
    }
}

fn dated(days: Vec<i32>, as_of: Option<&str>) -> Vec<String> {
    let text = |cell: &str| -> ArrayRef { Arc::new(StringArray::from(vec![cell; days.len()])) };
    let pids = (0..days.len()).map(|pid| pid.to_string());
    let batch = RecordBatch::try_from_iter([
        ("HOSPCODE", text("10670")),
        ("PID", Arc::new(StringArray::from_iter_values(pids))),
        ("DDEATH", Arc::new(Date32Array::from(days.clone()))),
        ("CDEATH_A", text("X70")),
        ("CDEATH", text("X70")),
        ("PDEATH", text("1")),
    ]);
    let batch = batch.unwrap();
    let options = Options {
        as_of: as_of.and_then(|day| Date::parse(day).ok()),
        ..Options::default()
    };
    let tables = vec![(
        "DEATH".to_owned(),
        Given::Batches(batch.schema(), vec![batch]),
    )];
    told(&validate(Source::Tables(tables), &options).unwrap())
}

#[test]
fn rv_06_a_typed_date_beyond_the_library_s_years_is_in_the_future() {
    // 9999-12-31, the most that there is, 2568-02-29 and 2400-01-01; 0001-01-01, the least that there is, 2024-01-01.
    let days = vec![
        2_932_896,
        i32::MAX,
        218_474,
        157_054,
        -719_162,
        i32::MIN,
        19_723,
    ];
    let found: Vec<String> = (1..=3)
        .map(|row| format!("- DEATH {row} DDEATH in_future"))
        .collect();
    let buddhist = "- DEATH 4 DDEATH buddhist_year".to_owned();
    assert_eq!(
        dated(days.clone(), Some("2024-06-01")),
        [found, vec![buddhist.clone()]].concat()
    );
    assert_eq!(dated(days, None), [buddhist]);
}

fn read(streams: Vec<(bosoto::record::Table, crate::Stream)>) -> Result<usize, String> {
    let mut rows = 0;
    for batch in streams.into_iter().flat_map(|(_, stream)| stream) {
        rows += batch.map_err(|error| error.to_string())?.num_rows();
    }
    Ok(rows)
}

/// Whether each way to read a source again says that it changed.
fn changed(findings: &Findings) -> [bool; 3] {
    let says = |error: String| error.contains("changed while it was read");
    [
        read(findings.good()).is_err_and(says),
        read(findings.bad()).is_err_and(says),
        findings
            .to_html(Language::Thai)
            .is_err_and(|error| says(error.to_string())),
    ]
}

#[test]
fn a_file_that_is_no_longer_what_was_judged_is_an_error_wherever_it_is_read() {
    let folder = Folder::new();
    let bad = GOOD.replace("|1|1|", "|1|3|");
    let text = [PERSON, &bad, GOOD, GOOD].concat();
    let path = folder.write("PERSON.txt", text.as_bytes());
    let findings = judged(&path).unwrap();
    assert_eq!(changed(&findings), [false; 3]);
    assert_eq!(
        (read(findings.good()), read(findings.bad())),
        (Ok(0), Ok(3))
    );
    for other in [
        "x".to_owned(),
        String::new(),
        [PERSON, &bad, GOOD].concat(),
        [&text, GOOD].concat(),
        text.replace("SEX", "XES"),
    ] {
        fs::write(&path, other).unwrap();
        assert_eq!(changed(&findings), [true; 3]);
    }
    fs::write(&path, text).unwrap();
    assert_eq!(changed(&findings), [false; 3]);
}

#[test]
fn what_is_of_kp_15_alone_is_refused_elsewhere() {
    let asked = || Asked::new(Period::new(2568, 4).unwrap(), Level::Country);
    let population = PopulationUsed::new("mid_year", 2025).ok();
    for id in ["KP-16", "KP-22"] {
        for asked in [
            Asked {
                population,
                ..asked()
            },
            Asked {
                trouble: vec!["R1".to_owned()],
                ..asked()
            },
        ] {
            let error = indicator(id, Source::Tables(Vec::new()), &asked).unwrap_err();
            assert_eq!(error.code, DataCode::UnknownValue);
            assert!(error.to_string().contains("KP-15"));
        }
        let error = indicator(id, Source::Tables(Vec::new()), &asked()).unwrap_err();
        assert_eq!(error.code, DataCode::MissingTable);
    }
}

#[test]
fn the_files_of_a_source_are_told() {
    let folder = Folder::new();
    for name in [
        "person.CSV",
        "a/F43.zip",
        "deaths.ndjson",
        "findings.csv",
        "readme.txt",
        "DEATH",
    ] {
        folder.write(name, b"");
    }
    let told = |path: &Path| {
        let files = files(path).unwrap().into_iter();
        let inside = files.map(|file| file.strip_prefix(&folder.path).unwrap().to_owned());
        inside
            .map(|file| file.to_string_lossy().into_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        told(&folder.path),
        ["a/F43.zip", "deaths.ndjson", "person.CSV"]
    );
    assert_eq!(told(&folder.path.join("readme.txt")), ["readme.txt"]);
    assert_eq!(
        files(&folder.path.join("none")).unwrap_err().code,
        DataCode::Unreadable
    );
    assert_eq!(
        code_of(judged(&folder.path.join("none"))),
        DataCode::Unreadable
    );
}
