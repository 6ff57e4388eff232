//! KP-15 Rate of completed suicide, sentence by sentence.

use std::collections::BTreeMap;

use bosoto::area::{PROVINCES, region_of};
use bosoto::indicator::kp_15::{Basis, PopulationUsed};
use bosoto::indicator::{Indicator, Kp15, Level, day, kp_15};
use bosoto::policy::Policy;
use bosoto::{DataCode, DataError};
use proptest::prelude::*;
use proptest::sample::select;

use crate::rows::{Row, area, codes, period, rows};

fn feed(indicator: &mut Kp15, row: &Row) {
    match row.table.as_str() {
        "death" => indicator.death(&kp_15::Death {
            death_id: row.cell(0),
            source: row.cell(1),
            died_on: day(row.cell(2)),
            place: row.cell(3),
            cause: row.cell(4),
        }),
        "population" => indicator.population(&kp_15::Population {
            province: row.cell(0),
            basis: row.cell(1),
            year: row.cell(2).parse().ok(),
            population: row.cell(3).parse().ok(),
        }),
        other => panic!("{other}"),
    }
}

fn ask(
    rows: &[Row],
    quarter: i64,
    by: Level,
    population: Option<PopulationUsed>,
    trouble: &[&str],
) -> Result<Indicator, DataError> {
    let mut indicator = Kp15::new(period(quarter), by, &Policy::default(), population, trouble)?;
    rows.iter().for_each(|row| feed(&mut indicator, row));
    indicator.finish()
}

/// The populations of every province, of the day that each quarter uses.
fn people() -> String {
    let mut text = String::new();
    for province in PROVINCES {
        for basis in ["year_end 2024", "mid_year 2025"] {
            text.push_str(&format!("population {} {basis} 100000 \n", province.code));
        }
    }
    text
}

/// The result of quarter 4 of 2568, every province having 100,000 people.
fn result(text: &str, by: Level, trouble: &[&str]) -> Indicator {
    ask(&rows(&(people() + text)), 4, by, None, trouble).unwrap()
}

/// The ids of the numerator of Krabi in quarter 4.
fn krabi(text: &str) -> Vec<String> {
    area(&result(text, Level::Province, &[]), "81")
        .ledger
        .numerator
        .clone()
}

fn code(answer: Result<Indicator, DataError>) -> DataCode {
    answer.unwrap_err().code
}

#[test]
fn kp_15_completed_suicides_by_place_from_1_october_through_the_period() {
    let text = "death a 506s 20241001 81 X60 \n death b 506s 20250930 81 x84.9 \n death c 506s 20240930 81 X70 \n \
        death d 506s 20251001 81 X70 \n death e 506s 20250101 80 X70 \n death f 506s 20250101 81 X59 \n \
        death g 506s 20250101 81 X85 \n death h 506s 20250101 81 F20 \n death i 506s - 81 X70 \n \
        death j 506s 25680101 81 X70 \n death k other 20250101 81 X70 \n death l 506s 20250101 81 X7";
    assert_eq!(krabi(text), ["a", "b"]);
}

#[test]
fn kp_15_the_rate_is_cumulative_and_not_annualised() {
    let text = people()
        + "death a 506s 20241001 81 X60 \n death b 506s 20250331 81 X60 \n death c 506s 20250401 81 X60";
    let of = |quarter| {
        let result = ask(&rows(&text), quarter, Level::Province, None, &[]).unwrap();
        let figure = area(&result, "81").figure.clone();
        (figure.numerator, figure.denominator, figure.value.unwrap())
    };
    assert_eq!(of(2), (2, 100_000, "2.00".to_owned()));
    assert_eq!(of(4), (3, 100_000, "3.00".to_owned()));
}

#[test]
fn kp_15_the_registry_counts_where_506s_has_fewer_in_the_period() {
    let both = "death a 506s 20250101 81 X60 \n death r 506s 20230101 81 X60 \n death b registry 20250101 81 X60 \n \
        death c registry 20250102 81 X60";
    assert_eq!(krabi(both), ["b", "c"]);
    // Equal: 506S. The registry's other causes and days do not count.
    assert_eq!(krabi(&both.replace("20250102", "20251001")), ["a"]);
    assert_eq!(
        krabi(&both.replace("20250102 81 X60", "20250102 81 X59")),
        ["a"]
    );
    assert_eq!(krabi("death a 506s 20250101 81 X60"), ["a"]);
    assert_eq!(krabi("death b registry 20250101 81 X60"), ["b"]);
}

#[test]
fn kp_15_an_area_with_reporting_trouble_uses_the_registry() {
    let text = "death a 506s 20250101 81 X60 \n death b 506s 20250101 81 X60 \n death c registry 20250101 81 X60 \n \
        death d 506s 20250101 80 X60 \n death e 506s 20250101 50 X60";
    let ids = |trouble: &[&str], code: &str| {
        let result = result(text, Level::Province, trouble);
        area(&result, code).ledger.numerator.clone()
    };
    assert_eq!(ids(&[], "81"), ["a", "b"]);
    assert_eq!(ids(&["81"], "81"), ["c"]);
    assert_eq!(ids(&["81"], "80"), ["d"]);
    assert_eq!(ids(&["R11"], "81"), ["c"]);
    assert_eq!(ids(&["R11"], "80"), [""; 0]);
    assert_eq!(ids(&["R11", "50"], "50"), [""; 0]);
    assert_eq!(
        area(&result(text, Level::Country, &["R11"]), "TH")
            .ledger
            .numerator,
        ["c", "e"]
    );
}

#[test]
fn kp_15_trouble_is_a_province_or_a_region() {
    for trouble in ["", "99", "78", "8101", "R0", "R14", "r1", "TH", "81 "] {
        let error = ask(&[], 4, Level::Province, None, &[trouble]).unwrap_err();
        assert_eq!(error.code, DataCode::UnknownValue, "{trouble}");
    }
}

#[test]
fn kp_15_regions_and_the_country_add_provinces() {
    // Krabi uses the registry, Nakhon Si Thammarat 506S.
    let text = "death a 506s 20250101 81 X60 \n death b registry 20250101 81 X60 \n death c registry 20250101 81 X60 \n \
        death d 506s 20250101 80 X60 \n death e 506s 20250101 10 X60";
    let regions = result(text, Level::Region, &[]);
    let south = area(&regions, "R11");
    assert_eq!(south.ledger.numerator, ["b", "c", "d"]);
    assert_eq!(south.figure.denominator, 700_000);
    assert_eq!(south.ledger.denominator, [""; 0]);
    assert_eq!(south.ledger.excluded, []);
    let country = result(text, Level::Country, &[]);
    assert_eq!(country.areas[0].ledger.numerator, ["b", "c", "d", "e"]);
    assert_eq!(country.areas[0].figure.denominator, 7_700_000);
}

#[test]
fn kp_15_a_death_without_a_known_place_counts_for_the_country_only() {
    let text = "death a 506s 20250101 - X60 \n death b 506s 20250101 99 X60 \n death c 506s 20250101 78 X60 \n \
        death d registry 20250101 - X60";
    for by in [Level::Province, Level::Region] {
        let result = result(text, by, &[]);
        assert!(
            result.areas.iter().all(|area| area.figure.numerator == 0),
            "{by:?}"
        );
        assert!(!codes(&result).contains(&"99"));
    }
    assert_eq!(
        result(text, Level::Country, &[]).areas[0].ledger.numerator,
        ["a", "b", "c"]
    );
    // They choose their source as one province.
    let more = format!(
        "{text} \n death e registry 20250101 99 X60 \n death f registry 20250101 x X60 \n death g registry 20250101 - X60"
    );
    assert_eq!(
        result(&more, Level::Country, &[]).areas[0].ledger.numerator,
        ["d", "e", "f", "g"]
    );
}

#[test]
fn kp_15_nothing_is_de_duplicated() {
    assert_eq!(
        krabi("death a 506s 20250101 81 X60 \n death a 506s 20250101 81 X60"),
        ["a", "a"]
    );
}

#[test]
fn kp_15_the_population_of_each_quarter() {
    let text = "population 81 year_end 2024 200 \n population 81 mid_year 2025 300 \n population 81 mid_year 2024 400 \n \
        population 81 year_end 2025 500";
    let of = |quarter, population| {
        let result = ask(&rows(text), quarter, Level::Province, population, &[]).unwrap();
        area(&result, "81").figure.denominator
    };
    assert_eq!([2, 3, 4].map(|quarter| of(quarter, None)), [200, 300, 300]);
    let named = Some(PopulationUsed::new("mid_year", 2024).unwrap());
    assert_eq!([1, 2, 4].map(|quarter| of(quarter, named)), [400; 3]);
    let named = Some(PopulationUsed {
        basis: Basis::YearEnd,
        year: 2025,
    });
    assert_eq!(of(1, named), 500);
    assert_eq!(
        PopulationUsed::new("mid year", 2024).unwrap_err().code,
        DataCode::UnknownValue
    );
}

#[test]
fn kp_15_quarter_1_has_to_be_told_its_population() {
    assert_eq!(
        code(ask(&[], 1, Level::Country, None, &[])),
        DataCode::PopulationRequired
    );
}

#[test]
fn kp_15_by_facility_is_not_defined() {
    assert_eq!(
        code(ask(&[], 4, Level::Facility, None, &[])),
        DataCode::LevelNotDefined
    );
}

#[test]
fn kp_15_a_listed_province_without_its_population_is_an_error() {
    let text = "death a 506s 20250101 81 X60 \n population 80 mid_year 2025 100";
    let error = ask(&rows(text), 4, Level::Province, None, &[]).unwrap_err();
    assert_eq!(
        (error.code, error.table.as_deref()),
        (DataCode::MissingPopulation, Some("populations"))
    );
    assert!(
        error.to_string().contains("81") && !error.to_string().contains("80"),
        "{error}"
    );
    assert_eq!(error.message.unfilled().next(), None);
    // Of another basis or year, without a number, or of nobody knows where it is none.
    for other in [
        "81 year_end 2025 100",
        "81 mid_year 2568 100",
        "81 mid_year 2025 -",
        "81 mid_year 2025 -5",
        "99 mid_year 2025 9",
    ] {
        let text = format!("{text} \n population {other}");
        assert_eq!(
            code(ask(&rows(&text), 4, Level::Province, None, &[])),
            DataCode::MissingPopulation,
            "{other}"
        );
    }
    let text = format!("{text} \n population 81 mid_year 2025 100");
    assert_eq!(
        codes(&ask(&rows(&text), 4, Level::Province, None, &[]).unwrap()),
        ["80", "81"]
    );
}

#[test]
fn kp_15_a_region_needs_all_its_provinces_and_the_country_all_77() {
    let without = |province: &str| {
        let rows = rows(&people());
        let is_other = |row: &&Row| row.cell(0) != province;
        rows.iter().filter(is_other).cloned().collect::<Vec<Row>>()
    };
    for by in [Level::Region, Level::Country] {
        assert_eq!(
            code(ask(&without("81"), 4, by, None, &[])),
            DataCode::MissingPopulation
        );
    }
    // A region of which nothing is known is not listed.
    let none_of_bangkok = without("10");
    let regions = ask(&none_of_bangkok, 4, Level::Region, None, &[]).unwrap();
    assert_eq!(codes(&regions).len(), 12);
    assert_eq!(ask(&[], 4, Level::Country, None, &[]).unwrap().areas, []);
    let unknown_place = rows("death a 506s 20250101 - X60");
    assert_eq!(
        code(ask(&unknown_place, 4, Level::Country, None, &[])),
        DataCode::MissingPopulation
    );
}

#[test]
fn kp_15_areas_with_a_population_are_listed() {
    let result = result("", Level::Region, &[]);
    let all: Vec<String> = (1..=13).map(|n| format!("R{n}")).collect();
    assert_eq!(codes(&result), all);
    let json = result.to_json();
    assert!(!json.contains("persons_without_cid") && !json.contains("warnings"));
}

#[test]
fn kp_15_two_populations_of_one_province_basis_and_year_are_an_error() {
    let error = |text: &str| ask(&rows(text), 4, Level::Province, None, &[]);
    let twice = "population 81 mid_year 2020 100 \n population 81 mid_year 2020 100";
    assert_eq!(code(error(twice)), DataCode::UnknownValue);
    assert!(error("population 81 mid_year 2020 100 \n population 81 year_end 2020 100").is_ok());
    assert!(error("population 99 mid_year 2020 100 \n population 99 mid_year 2020 100").is_ok());
}

#[test]
fn kp_15_a_population_of_nobody_gives_no_value() {
    let rows = rows("death a 506s 20250101 81 X60 \n population 81 mid_year 2025 0");
    let result = ask(&rows, 4, Level::Province, None, &[]).unwrap();
    let figure = &area(&result, "81").figure;
    assert_eq!(
        (figure.numerator, &figure.value, figure.met),
        (1, &None, None)
    );
    assert_eq!(figure.target.unwrap().value, "7.8");
}

// ── the oracle ────────────────────────────────────────────────────────────────────────────────

type Answer = Vec<(String, Vec<String>, u64)>;

/// KP-15 of quarter 4 as its rule reads, every province having 100,000 people.
fn oracle(rows: &[Row], by: Level, trouble: &[&str]) -> Answer {
    let mut found: BTreeMap<(u8, String), (Vec<String>, u64)> = BTreeMap::new();
    let name = |code: &str| match by {
        Level::Province => (0, code.to_owned()),
        Level::Region => {
            let number = region_of(code).unwrap();
            (number, format!("R{number}"))
        }
        Level::Facility | Level::Country => (0, "TH".to_owned()),
    };
    let mut places: Vec<&str> = PROVINCES.iter().map(|province| province.code).collect();
    places.push("?");
    for place in places {
        let is_here = |row: &&Row| {
            let is_known = region_of(row.cell(3)).is_some();
            row.cell(3) == place || (place == "?" && !is_known)
        };
        let ids = |source: &str| -> Vec<String> {
            let deaths = rows
                .iter()
                .filter(|row| row.table == "death")
                .filter(is_here);
            let theirs = deaths.filter(|row| {
                let cause = row.cell(4).to_uppercase();
                let on = row.cell(2);
                row.cell(1) == source
                    && cause.len() >= 3
                    && ("X60"..="X84").contains(&&cause[..3])
                    && ("20241001"..="20250930").contains(&on)
            });
            theirs.map(|row| row.cell(0).to_owned()).collect()
        };
        let in_trouble = trouble.iter().any(|one| {
            *one == place || region_of(place).is_some_and(|number| *one == format!("R{number}"))
        });
        let [from_506s, registry] = ["506s", "registry"].map(ids);
        let used = if in_trouble || from_506s.len() < registry.len() {
            registry
        } else {
            from_506s
        };
        if place == "?" && by != Level::Country {
            continue;
        }
        let code = if place == "?" {
            (0, "TH".to_owned())
        } else {
            name(place)
        };
        let area = found.entry(code).or_default();
        area.0.extend(used);
        area.1 += if place == "?" { 0 } else { 100_000 };
    }
    let areas = found.into_iter();
    areas
        .map(|((_, code), (mut ids, people))| {
            ids.sort();
            (code, ids, people)
        })
        .collect()
}

fn some_death() -> impl Strategy<Value = Row> {
    (
        0..9_u8,
        select(vec!["506s", "506s", "registry", "other"]),
        select(vec![
            "20241001", "20250930", "20250101", "20240930", "20251001", "",
        ]),
        select(vec!["81", "80", "50", "99", "", "78"]),
        select(vec!["X60", "X84", "x700", "X59", "X85", "F20"]),
    )
        .prop_map(|(id, source, on, place, cause)| Row {
            table: "death".to_owned(),
            cells: vec![
                id.to_string(),
                source.to_owned(),
                on.to_owned(),
                place.to_owned(),
                cause.to_owned(),
            ],
        })
}

proptest! {
    #[test]
    fn kp_15_is_what_its_oracle_says(
        deaths in prop::collection::vec(some_death(), 0..40),
        by in select(vec![Level::Province, Level::Region, Level::Country]),
        trouble in prop::collection::vec(select(vec!["81", "50", "R11", "R1"]), 0..2),
    ) {
        let tables = [rows(&people()), deaths].concat();
        let found = ask(&tables, 4, by, None, &trouble).unwrap();
        let found: Answer = found.areas.into_iter().map(|area| {
            (area.area, area.ledger.numerator, area.figure.denominator)
        }).collect();
        prop_assert_eq!(found, oracle(&tables, by, &trouble));
    }
}
