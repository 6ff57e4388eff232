//! KP-16 and the rules of SMI-V people (SV), sentence by sentence.

use bosoto::indicator::{Indicator, Kp16, Level, day, kp_16};
use bosoto::policy::{Document, Policy, SmivRepeatWindow, SmivRunningYear};
use bosoto::record::Moment;
use proptest::prelude::*;
use proptest::sample::select;

use crate::kp_16_oracle::{Numbers, answers, kp_16 as oracle};
use crate::rows::{LEVELS, Row, area, codes, date, excluded, period, policy, policy_of, rows};

/// Citizen ids with valid check digits, of nobody.
const ANN: &str = "3100600445635";
const BEN: &str = "1234567890121";

fn feed(indicator: &mut Kp16, row: &Row) {
    let (hospcode, pid) = (row.cell(0), row.cell(1));
    match row.table.as_str() {
        "person" => indicator.person(&kp_16::Person {
            hospcode,
            pid,
            cid: row.cell(2),
            died_on: day(row.cell(3)),
            updated_at: Moment::read(row.cell(4)),
        }),
        "death" => indicator.death(&kp_16::Death {
            hospcode,
            pid,
            cid: row.cell(2),
            died_on: day(row.cell(3)),
        }),
        "diagnosis" => indicator.diagnosis(&kp_16::Diagnosis {
            hospcode,
            pid,
            date_serv: day(row.cell(2)),
            diagcode: row.cell(3),
            cid: row.cell(4),
        }),
        "special" => indicator.special_pp(&kp_16::SpecialPp {
            hospcode,
            pid,
            seq: row.cell(2),
            date_serv: day(row.cell(3)),
            ppspecial: row.cell(4),
            cid: row.cell(5),
        }),
        "facility" => indicator.facility(&kp_16::Facility {
            hospcode,
            province: pid,
        }),
        other => panic!("{other}"),
    }
}

fn result(rows: &[Row], quarter: i64, by: Level, policy: &Policy) -> Indicator {
    let mut indicator = Kp16::new(period(quarter), by, policy);
    rows.iter().for_each(|row| feed(&mut indicator, row));
    indicator.finish()
}

/// The country at the end of quarter 2 of 2568 (31 March 2025).
fn country(text: &str) -> Indicator {
    result(&rows(text), 2, Level::Country, &Policy::default())
}

/// Who is in numerator, denominator and dropped, in the country.
fn ledger(text: &str) -> [Vec<String>; 3] {
    lists(&country(text))
}

fn lists(result: &Indicator) -> [Vec<String>; 3] {
    let Some(area) = result.areas.first() else {
        return Default::default();
    };
    let ledger = area.ledger.clone();
    [ledger.numerator, ledger.denominator, excluded(area)]
}

/// Where the person of a text stands: in A, in B only, dropped for a reason, or nowhere.
fn stands(text: &str) -> String {
    stood(&country(text))
}

fn stood(result: &Indicator) -> String {
    match lists(result) {
        [numerator, denominator, _] if !numerator.is_empty() => {
            assert_eq!(numerator, denominator);
            "A".to_owned()
        }
        [_, denominator, _] if !denominator.is_empty() => "B".to_owned(),
        [_, _, dropped] => dropped
            .first()
            .map_or("nowhere", |text| text.split_once(' ').unwrap().1)
            .to_owned(),
    }
}

// ── SV-01 who is SMI-V, and since when ────────────────────────────────────────────────────────

#[test]
fn sv_01_both_a_diagnosis_and_violence_are_on_record() {
    assert_eq!(stands("diagnosis 10670 1 20250301 F20"), "nowhere");
    assert_eq!(stands("special 10670 1 - 20250301 1B031"), "nowhere");
    assert_eq!(
        stands("diagnosis 10670 1 20250301 F20 \n special 10670 1 - 20250301 1B031"),
        "A"
    );
    assert_eq!(
        stands("diagnosis 10670 1 20250301 F20 \n special 10670 2 - 20250301 1B031"),
        "nowhere"
    );
}

#[test]
fn sv_01_diagnoses_and_codes() {
    for (diagnosis, is) in [
        ("F00", true),
        ("F99", true),
        ("f15.9", true),
        ("X60", true),
        ("X84.9", true),
        ("x709", true),
        ("E99", false),
        ("G00", false),
        ("X59", false),
        ("X85", false),
        ("F2", false),
        ("F2000000", false),
    ] {
        let text =
            format!("diagnosis 10670 1 20250301 {diagnosis} \n special 10670 1 - 20250301 1B031");
        assert_eq!(stands(&text) == "A", is, "{diagnosis}");
    }
    for (code, is) in [
        ("1B030", true),
        ("1B031", true),
        ("1B032", true),
        ("1B033", true),
        ("1B034", false),
        ("1B036", false),
        ("1B037", false),
        ("1B038", false),
        ("1B0300", false),
    ] {
        let text = format!("diagnosis 10670 1 20250301 F20 \n special 10670 1 - 20250301 {code}");
        assert_eq!(stands(&text) == "A", is, "{code}");
    }
}

#[test]
fn sv_01_the_index_date_is_the_first_on_which_both_hold() {
    // One part is complete three months after it, and nobody followed up: dropped from then on.
    let with = |diagnosed: &str, violent: &str| {
        stands(&format!(
            "diagnosis 10670 1 {diagnosed} F20 \n special 10670 1 - {violent} 1B031"
        ))
    };
    let dropped = "SV-02 running_year_not_met";
    assert_eq!(with("20241231", "20241231"), dropped); // 31 March 2025
    assert_eq!(with("20250101", "20240601"), "A"); // 1 April
    assert_eq!(with("20240601", "20250101"), "A");
    assert_eq!(with("20240601", "20241231"), dropped);
}

// ── SV-02 follow-ups; KP-16 continuous care ───────────────────────────────────────────────────

/// A person whose index date is this, in quarter 2 of 2568, with follow-ups on these days.
fn followed(index_on: &str, days: &[&str]) -> String {
    let mut text =
        format!("diagnosis 10670 1 {index_on} F20 \n special 10670 1 - {index_on} 1B031 \n");
    for day in days {
        text.push_str(&format!("special 10670 1 - {day} 1B037 \n"));
    }
    text
}

#[test]
fn kp_16_with_no_completed_part_nothing_is_owed() {
    assert_eq!(stands(&followed("20250331", &[])), "A");
    assert_eq!(stands(&followed("20250101", &[])), "A");
}

#[test]
fn kp_16_a_part_whose_last_day_is_the_periods_last_day_is_completed() {
    // Index dates of 31 December and of 28 to 31 March clamp to the last day of a month.
    assert_eq!(
        stands(&followed("20241231", &[])),
        "SV-02 running_year_not_met"
    );
    assert_eq!(stands(&followed("20241231", &["20250331"])), "A");
    assert_eq!(stands(&followed("20241231", &["20250101"])), "A");
}

#[test]
fn kp_16_a_year_whose_last_day_is_the_periods_last_day_is_completed() {
    let days = ["20240401", "20240402", "20240403", "20250331"];
    assert_eq!(stands(&followed("20240331", &days)), "A");
    assert_eq!(
        stands(&followed("20240331", &days[..3])),
        "SV-02 year_not_met"
    );
}

#[test]
fn kp_16_in_the_running_year_position_is_free() {
    // Two parts of year 1 are complete on 31 March; both follow-ups in the first of them, or in the third.
    assert_eq!(
        stands(&followed("20240901", &["20240902", "20240903"])),
        "A"
    );
    assert_eq!(
        stands(&followed("20240901", &["20250302", "20250303"])),
        "A"
    );
    assert_eq!(
        stands(&followed("20240901", &["20250303"])),
        "SV-02 running_year_not_met"
    );
}

#[test]
fn kp_16_every_completed_year_is_judged_with_halves_later() {
    let year_1 = ["20220701", "20220702", "20220703", "20220704"];
    let year_2 = ["20230701", "20230702"];
    let running = ["20240701"]; // One half of year 3 is complete on 15 December 2024.
    let days = [&year_1[..], &year_2, &running].concat();
    assert_eq!(stands(&followed("20220615", &days)), "A");
    let without = |place: usize| {
        let mut fewer = days.clone();
        fewer.remove(place);
        stands(&followed("20220615", &fewer))
    };
    assert_eq!(without(0), "SV-02 year_not_met");
    assert_eq!(without(4), "SV-02 year_not_met");
    assert_eq!(without(6), "SV-02 running_year_not_met");
}

#[test]
fn kp_16_more_in_one_year_do_not_make_up_for_another() {
    let days = [
        "20230701", "20230702", "20230703", "20230704", "20230705", "20240701",
    ];
    assert_eq!(stands(&followed("20220615", &days)), "SV-02 year_not_met");
}

#[test]
fn sv_02_follow_ups_after_the_index_date_count_one_a_day_wherever() {
    let half_year = "20240901";
    assert_eq!(
        stands(&followed(half_year, &["20240901", "20241001"])),
        "SV-02 running_year_not_met"
    );
    assert_eq!(
        stands(&followed(half_year, &["20241001", "20241001"])),
        "SV-02 running_year_not_met"
    );
    let elsewhere = format!(
        "{} person 10670 1 {ANN} \n person 11289 7 {ANN} \n special 11289 7 - 20241001 1B037 \n special 10670 1 - 20241001 1B037",
        followed(half_year, &[])
    );
    assert_eq!(stands(&elsewhere), "SV-02 running_year_not_met");
    assert_eq!(
        stands(&format!("{elsewhere} \n special 11289 7 - 20241002 1B037")),
        "A"
    );
}

#[test]
fn sv_02_rows_after_the_period_are_not_read() {
    assert_eq!(
        stands(&followed("20241231", &["20250401"])),
        "SV-02 running_year_not_met"
    );
    assert_eq!(stands(&followed("20250401", &[])), "nowhere");
    assert_eq!(
        stands("diagnosis 10670 1 20250401 F20 \n special 10670 1 - 20250101 1B031"),
        "nowhere"
    );
}

#[test]
fn kp_16_completed_years_only() {
    let policy = policy(r#"{"smiv_running_year":"completed_years"}"#);
    let stands = |text: &str| stood(&result(&rows(text), 2, Level::Country, &policy));
    assert_eq!(
        stands(&followed("20240901", &[])),
        "KP-16 no_completed_year"
    );
    assert_eq!(stands(&followed("20240331", &[])), "SV-02 year_not_met");
    let days = ["20240401", "20240402", "20240403", "20240404"];
    assert_eq!(stands(&followed("20240331", &days)), "A");
    // The half of year 2 that is complete is not judged.
    let days = ["20230801", "20230802", "20230803", "20230804"];
    assert_eq!(stands(&followed("20230731", &days)), "A");
    // Who died before year 1 was complete has none.
    let dead = format!("{} person 10670 1 - 20241201", followed("20240131", &[]));
    assert_eq!(stands(&dead), "KP-16 no_completed_year");
    let dead = format!("{} person 10670 1 - 20250131", followed("20240131", &[]));
    assert_eq!(stands(&dead), "SV-02 year_not_met");
}

#[test]
fn kp_16_parts_are_those_of_the_policy() {
    let policy = policy(r#"{"smiv_first_year":12,"smiv_later_years":1}"#);
    let stands = |text: &str| stood(&result(&rows(text), 2, Level::Country, &policy));
    assert_eq!(stands(&followed("20250301", &[])), "A"); // 1 April
    assert_eq!(
        stands(&followed("20250131", &[])),
        "SV-02 running_year_not_met"
    ); // 28 February
    assert_eq!(
        stands(&followed("20250131", &["20250301"])),
        "SV-02 running_year_not_met"
    ); // and 31 March
    assert_eq!(
        stands(&followed("20250131", &["20250301", "20250302"])),
        "A"
    );
}

#[test]
fn kp_16_takes_the_numbers_of_the_last_day_of_the_period() {
    let policy = policy(
        r#"{"later":[{"from":"2025-03-31","smiv_first_year":12},{"from":"2025-06-30","smiv_first_year":1}]}"#,
    );
    let stands = |quarter| {
        let rows = rows(&followed("20241130", &["20250101"]));
        stood(&result(&rows, quarter, Level::Country, &policy))
    };
    assert_eq!(stands(1), "A"); // No quarter is complete on 31 December.
    assert_eq!(stands(2), "SV-02 running_year_not_met"); // Four months are.
    assert_eq!(stands(3), "A"); // The year is not.
}

#[test]
fn sv_02_time_ends_on_the_earliest_recorded_death() {
    let dead = |on: &str, days: &[&str]| {
        stands(&format!(
            "{} person 10670 1 - {on}",
            followed("20240901", days)
        ))
    };
    assert_eq!(dead("20241130", &[]), "A"); // before the first part ends
    assert_eq!(dead("20241201", &[]), "SV-02 running_year_not_met"); // on its last day
    assert_eq!(dead("20241201", &["20241201"]), "A");
    assert_eq!(
        dead("20241201", &["20241202"]),
        "SV-02 running_year_not_met"
    ); // a row after the death
    let two = format!(
        "{} person 10670 1 - 20250101 \n death 10670 1 - 20241130",
        followed("20240901", &[])
    );
    assert_eq!(stands(&two), "A");
}

#[test]
fn kp_16_rows_after_the_death_count_for_nothing() {
    let text = "person 10670 1 - 20250110 \n diagnosis 10670 1 20250101 F20 \n special 10670 1 A 20250101 1B031 \n \
        special 10670 1 B 20250111 1B031 \n special 10670 1 C 20250111 1B036";
    let result = country(text);
    assert_eq!(stood(&result), "A");
    assert_eq!(result.areas[0].warnings.as_deref(), Some(&[][..]));
    let on_the_day = text.replace("20250111", "20250110");
    assert_eq!(stands(&on_the_day), "B");
    assert_eq!(
        country(&on_the_day).areas[0]
            .warnings
            .as_ref()
            .unwrap()
            .len(),
        1
    );
}

#[test]
fn kp_16_an_index_date_after_the_death_makes_no_smiv_person() {
    let text = |died_on: &str| {
        format!(
            "person 10670 1 - {died_on} \n {}",
            followed("20250201", &[])
        )
    };
    assert_eq!(stands(&text("20250131")), "nowhere");
    assert_eq!(stands(&text("20250201")), "A");
    let diagnosed_later = "person 10670 1 - 20250201 \n diagnosis 10670 1 20250202 F20 \n special 10670 1 - 20250101 1B031";
    assert_eq!(stands(diagnosed_later), "nowhere");
}

#[test]
fn kp_16_who_died_before_1_october_is_not_counted() {
    let text = |died_on: &str| {
        format!(
            "person 10670 1 - {died_on} \n {}",
            followed("20240801", &[])
        )
    };
    assert_eq!(stands(&text("20240930")), "nowhere");
    assert_eq!(stands(&text("20241001")), "A");
}

#[test]
fn kp_16_of_several_person_rows_the_first_names_the_person_and_a_death_of_any_counts() {
    let text = format!(
        "person 10670 1 {ANN} \n person 10670 1 {BEN} 20240930 \n person 11289 7 {ANN} \n \
         diagnosis 11289 7 20240801 F20 \n special 10670 1 - 20240801 1B031"
    );
    assert_eq!(stands(&text), "nowhere"); // The death of the second row.
    let alive = text.replace("20240930", "-");
    assert_eq!(ledger(&alive)[2].len(), 1);
    let other = alive.replace(
        &format!("person 11289 7 {ANN}"),
        &format!("person 11289 7 {BEN}"),
    );
    assert_eq!(ledger(&other), [const { Vec::<String>::new() }; 3]);
}

#[test]
fn kp_16_of_43_file_tables_the_latest_d_update_names_the_person() {
    let named = |first: &str, second: &str| {
        let text = format!(
            "person 10670 1 {ANN} - {first} \n person 10670 1 {BEN} - {second} \n person 11289 7 {BEN} \n \
             diagnosis 11289 7 20250301 F20 \n special 10670 1 - 20250301 1B031"
        );
        stands(&text) == "A"
    };
    assert!(named("20240101000000", "20240101000001"));
    assert!(named("-", "20240101000000"));
    assert!(!named("20240101000000", "20240101000000"));
    assert!(!named("20240101000001", "20240101000000"));
    assert!(!named("20240101000000", "-"));
    assert!(!named("-", "-"));
}

// ── SV-03 repeated violence ───────────────────────────────────────────────────────────────────

/// Where a person stands whose index date is 1 January 2025, with these rows of SPECIALPP.
fn later(text: &str) -> String {
    stands(&format!("{} {text}", followed("20250101", &[])))
}

#[test]
fn sv_03_violence_after_the_index_date_is_repeated() {
    assert_eq!(later("special 10670 1 X 20250102 1B030"), "B");
    assert_eq!(later("special 10670 1 X 20250101 1B033"), "A");
    assert_eq!(later("special 10670 1 X 20250102 1B034"), "A");
}

#[test]
fn sv_03_violence_before_the_diagnosis_is_not_repeated() {
    let text = "special 10670 1 A 20241101 1B031 \n special 10670 1 B 20241201 1B031 \n diagnosis 10670 1 20250101 F20";
    assert_eq!(stands(text), "A");
}

#[test]
fn sv_03_with_a_follow_up_in_the_visit_the_class_is_restated() {
    assert_eq!(
        later("special 10670 1 X 20250102 1B031 \n special 10670 1 X 20250102 1B037"),
        "A"
    );
    // One visit is told by SEQ, whatever the days.
    assert_eq!(
        later("special 10670 1 X 20250102 1B031 \n special 10670 1 X 20250103 1B037"),
        "A"
    );
    assert_eq!(
        later("special 10670 1 X 20250102 1B031 \n special 10670 1 Y 20250102 1B037"),
        "B"
    );
    assert_eq!(
        later("special 10670 1 x 20250102 1B031 \n special 10670 1 X 20250102 1B037"),
        "B"
    );
    assert_eq!(
        later("special 10670 1 X 20250102 1B031 \n special 10670 2 X 20250102 1B037"),
        "B"
    );
    assert_eq!(
        later("special 10670 1 X 20250102 1B031 \n special 11289 1 X 20250102 1B037"),
        "B"
    );
}

#[test]
fn sv_03_where_either_row_lacks_seq_facility_and_day_tell() {
    for [violence, follow_up] in [["-", "X"], ["X", "-"], ["-", "-"]] {
        let visit = |day: &str, facility: &str, pid: &str| {
            later(&format!(
                "special 10670 1 {violence} 20250102 1B031 \n special {facility} {pid} {follow_up} {day} 1B037"
            ))
        };
        assert_eq!(visit("20250102", "10670", "1"), "A");
        assert_eq!(visit("20250103", "10670", "1"), "B");
        assert_eq!(visit("20250102", "11289", "1"), "B");
        assert_eq!(visit("20250102", "10670", "2"), "B");
    }
}

#[test]
fn sv_03_one_person_under_two_pids_of_a_facility_has_one_visit_a_day() {
    let text = format!(
        "person 10670 1 {ANN} \n person 10670 2 {ANN} \n special 10670 1 - 20250102 1B031 \n special 10670 2 Z 20250102 1B037"
    );
    assert_eq!(later(&text), "A");
}

#[test]
fn sv_03_no_earlier_follow_up_is_asked() {
    assert_eq!(later("special 10670 1 X 20250102 1B031"), "B");
    assert_eq!(
        later("special 10670 1 X 20250102 1B031 \n special 10670 1 Y 20250101 1B037"),
        "B"
    );
}

#[test]
fn kp_16_repeats_count_from_1_october_or_since_the_index_date() {
    let follow_ups = ["20240702", "20240703", "20240704"];
    let text = |on: &str| {
        format!(
            "{} special 10670 1 X {on} 1B031",
            followed("20240701", &follow_ups)
        )
    };
    assert_eq!(stands(&text("20240930")), "A");
    assert_eq!(stands(&text("20241001")), "B");
    assert_eq!(stands(&text("20250331")), "B");
    assert_eq!(stands(&text("20250401")), "A");
    let since = policy(r#"{"smiv_repeat_window":"since_index"}"#);
    let stands = |text: &str| stood(&result(&rows(text), 2, Level::Country, &since));
    assert_eq!(stands(&text("20240930")), "B");
    assert_eq!(stands(&text("20240701")), "A");
}

// ── SV-04 codes ───────────────────────────────────────────────────────────────────────────────

#[test]
fn sv_04_codes_are_compared_whole_upper_cased_and_trimmed() {
    assert_eq!(
        stands("diagnosis 10670 1 20250301 ~f20~ \n special 10670 1 - 20250301 ~1b031~"),
        "A"
    );
    assert_eq!(
        stands("diagnosis 10670 1 20250301 F20 \n special 10670 1 - 20250301 1B0310"),
        "nowhere"
    );
    assert_eq!(later("special 10670 1 X 20250102 1B0311"), "A");
}

#[test]
fn sv_04_a_warning_for_each_row_from_the_index_date_through_the_period() {
    let text = followed("20250101", &[])
        + "special 10670 1 - 20241231 1B036 \n special 10670 1 - 20250331 1b038 \n special 10670 1 - 20250101 1B036 \n \
           special 10670 1 - 20250101 1B036 \n special 10670 1 - 20250401 1B036 \n special 10670 1 - 20250201 1B034 \n \
           special 10670 2 - 20250201 1B036 \n special 10670 1 - 20250201 1B0360";
    let result = country(&text);
    let warnings = result.areas[0].warnings.as_ref().unwrap();
    let told: Vec<String> = warnings
        .iter()
        .map(|one| format!("{} {} {} {}", one.id, one.rule, one.code, one.on))
        .collect();
    assert_eq!(
        told,
        [
            "10670/1 SV-04 1B034 2025-02-01",
            "10670/1 SV-04 1B036 2025-01-01",
            "10670/1 SV-04 1B036 2025-01-01",
            "10670/1 SV-04 1B038 2025-03-31"
        ]
    );
    assert_eq!(stood(&result), "A");
}

#[test]
fn sv_04_warnings_of_who_is_dropped_too() {
    let text = followed("20240901", &[]) + "special 10670 1 - 20250101 1B036";
    let result = country(&text);
    assert_eq!(stood(&result), "SV-02 running_year_not_met");
    assert_eq!(result.areas[0].warnings.as_ref().unwrap().len(), 1);
}

// ── SV-05 one person in several facilities ────────────────────────────────────────────────────

/// A diagnosis in one facility and violence in another, with these rows beside.
fn across(text: &str) -> bool {
    let rows =
        format!("{text} \n diagnosis 11289 7 20250301 F20 \n special 10670 1 - 20250301 1B031");
    stands(&rows) == "A"
}

#[test]
fn sv_05_a_person_is_followed_across_facilities_by_cid() {
    assert!(across(&format!(
        "person 10670 1 {ANN} \n person 11289 7 {ANN}"
    )));
    assert!(!across(&format!(
        "person 10670 1 {ANN} \n person 11289 7 {BEN}"
    )));
    assert!(!across("person 10670 1 - \n person 11289 7 -"));
    // A PID says nothing outside its facility.
    assert_eq!(
        stands("diagnosis 11289 1 20250301 F20 \n special 10670 1 - 20250301 1B031"),
        "nowhere"
    );
}

#[test]
fn sv_05_a_cid_with_an_error_or_that_stands_for_nobody_is_none() {
    for cid in [
        "3100600445636",
        "1111111111119",
        "0000000000001",
        "310060044563",
        "3-1006-00445-63-5",
        "-",
    ] {
        let text = format!("person 10670 1 {cid} \n person 11289 7 {cid}");
        assert!(!across(&text), "{cid}");
    }
    // A first digit 9 is a warning only.
    assert!(across(
        "person 10670 1 9876543210989 \n person 11289 7 9876543210989"
    ));
}

#[test]
fn sv_05_where_person_has_no_cid_the_first_of_its_rows_counts() {
    let of = |text: &str| {
        let rows = format!(
            "person 11289 7 {ANN} \n diagnosis 11289 7 20250301 F20 \n special 10670 1 - 20250301 1B031 \n {text}"
        );
        stands(&rows) == "A"
    };
    assert!(of(&format!("diagnosis 10670 1 20250101 J00 {ANN}")));
    assert!(of(&format!("special 10670 1 - 20250101 1B001 {ANN}")));
    assert!(of(&format!("death 10670 1 {ANN} 20250331")));
    assert!(of(&format!("death 10670 1 {ANN} -")));
    assert!(of(&format!(
        "person 10670 1 3100600445636 \n special 10670 1 - 20250101 1B001 {ANN}"
    )));
    // In the order of the tables, and in each of the rows.
    assert!(!of(&format!(
        "special 10670 1 - 20250101 1B001 {ANN} \n diagnosis 10670 1 20250101 J00 {BEN}"
    )));
    assert!(!of(&format!(
        "death 10670 1 {ANN} 20250331 \n special 10670 1 - 20250101 1B001 {BEN}"
    )));
    assert!(!of(&format!(
        "diagnosis 10670 1 20250102 J00 {BEN} \n diagnosis 10670 1 20250101 J00 {ANN}"
    )));
    assert!(of(&format!(
        "diagnosis 10670 1 20250102 J00 3100600445636 \n diagnosis 10670 1 20250101 J00 {ANN}"
    )));
    // The person's own goes before.
    assert!(!of(&format!(
        "diagnosis 10670 1 20250101 J00 {ANN} \n person 10670 1 {BEN}"
    )));
    // A row that is not read says nothing.
    assert!(!of(&format!("diagnosis 10670 1 20250401 J00 {ANN}")));
    assert!(!of(&format!("special 10670 1 - 25680101 1B001 {ANN}")));
    assert!(!of(&format!("death 10670 1 {ANN} 20250401")));
}

#[test]
fn sv_05_the_result_says_how_many_have_no_cid() {
    let text = format!(
        "{} diagnosis 10670 2 20250101 F20 \n special 10670 2 - 20250101 1B031 \n person 10670 2 {ANN} \n \
         diagnosis 10670 3 20240101 F20 \n special 10670 3 - 20240101 1B031 \n diagnosis 10670 4 20250101 F20",
        followed("20250101", &[])
    );
    let result = country(&text);
    assert_eq!(result.areas[0].persons_without_cid, Some(2)); // one in B, one dropped
    assert_eq!(lists(&result)[1], ["10670/1", "10670/2"]);
}

#[test]
fn sv_05_a_person_belongs_where_the_earliest_violence_was_recorded() {
    let with = |special: &str| {
        let text = format!(
            "person 10670 9 {ANN} \n person 10670 10 {ANN} \n person 11289 1 {ANN} \n facility 10670 81 \n facility 11289 80 \n \
             diagnosis 10670 9 20250101 F20 \n {special}"
        );
        let result = result(&rows(&text), 2, Level::Province, &Policy::default());
        format!(
            "{} {}",
            result.areas[0].area, result.areas[0].ledger.denominator[0]
        )
    };
    assert_eq!(
        with("special 10670 9 - 20250102 1B031 \n special 11289 1 - 20250101 1B031"),
        "80 11289/1"
    );
    assert_eq!(
        with("special 11289 1 - 20250101 1B031 \n special 10670 9 - 20250101 1B031"),
        "81 10670/9"
    );
    // Ties: the smallest HOSPCODE, then PID, as text.
    assert_eq!(
        with("special 10670 9 - 20250101 1B031 \n special 10670 10 - 20250101 1B031"),
        "81 10670/10"
    );
    // The earliest row counts, also before the diagnosis.
    assert_eq!(
        with("special 11289 1 - 20230101 1B031 \n special 10670 9 - 20250101 1B031"),
        "80 11289/1"
    );
}

#[test]
fn sv_05_a_facility_without_a_known_province_is_area_99() {
    let text = "facility 10670 - \n facility 11289 99 \n facility 10671 81 \n facility 10671 80";
    let mut text = text.to_owned();
    for hospcode in ["10670", "11289", "10671", "10672"] {
        text.push_str(&format!(
            "\n diagnosis {hospcode} 1 20250101 F20 \n special {hospcode} 1 - 20250101 1B031"
        ));
    }
    let of = |by| result(&rows(&text), 2, by, &Policy::default());
    assert_eq!(
        codes(&of(Level::Facility)),
        ["10670", "10671", "10672", "11289"]
    );
    assert_eq!(codes(&of(Level::Province)), ["81", "99"]);
    assert_eq!(codes(&of(Level::Region)), ["R11", "99"]);
    assert_eq!(codes(&of(Level::Country)), ["TH"]);
    assert_eq!(area(&of(Level::Province), "99").figure.denominator, 3);
    assert_eq!(area(&of(Level::Country), "TH").figure.denominator, 4);
}

#[test]
fn kp_areas_are_in_order() {
    let mut text = String::new();
    for (hospcode, province) in [
        ("5", "10"),
        ("4", "99"),
        ("3", "34"),
        ("2", "96"),
        ("1", "40"),
        ("6", "50"),
    ] {
        text.push_str(&format!(
            "facility {hospcode} {province} \n diagnosis {hospcode} 1 20250101 F20 \n special {hospcode} 1 - 20250101 1B031 \n"
        ));
    }
    let of = |by| result(&rows(&text), 2, by, &Policy::default());
    assert_eq!(codes(&of(Level::Facility)), ["1", "2", "3", "4", "5", "6"]);
    assert_eq!(
        codes(&of(Level::Province)),
        ["10", "34", "40", "50", "96", "99"]
    );
    assert_eq!(
        codes(&of(Level::Region)),
        ["R1", "R7", "R10", "R12", "R13", "99"]
    );
}

#[test]
fn kp_an_area_without_a_member_or_an_exclusion_is_not_listed() {
    for by in LEVELS {
        let nobody = result(
            &rows("facility 10670 81 \n person 10670 1"),
            4,
            by,
            &Policy::default(),
        );
        assert_eq!(nobody.areas, []);
        let dropped = result(&rows(&followed("20240101", &[])), 4, by, &Policy::default());
        assert_eq!(dropped.areas.len(), 1);
        assert_eq!(
            (
                dropped.areas[0].figure.denominator,
                &dropped.areas[0].figure.value
            ),
            (0, &None)
        );
    }
}

// ── RV-07 member ids ──────────────────────────────────────────────────────────────────────────

#[test]
fn rv_07_a_pid_that_is_a_citizen_id_is_withheld_in_a_member_id() {
    // Of the facility's three such PIDs, one only in a row that is not read, it is the second by bytes.
    let text = format!(
        "{} person 10670 {BEN} \n special 10670 5550001112224 - 99999999 1B037 \n person 11289 1100000000041 \n \
         person 10670 1234567890122",
        followed("20250101", &[]).replace("10670 1 ", &format!("10670 {ANN} "))
    );
    let result = country(&text);
    assert_eq!(result.areas[0].ledger.denominator, ["10670/?2"]);
    assert!(!result.to_json().contains(ANN));
    assert!(!format!("{result:?}").contains(ANN));
    // One whose check digit does not hold is none.
    let plain = country(&followed("20250101", &[]).replace("10670 1 ", "10670 3100600445636 "));
    assert_eq!(plain.areas[0].ledger.denominator, ["10670/3100600445636"]);
}

// ── cells ─────────────────────────────────────────────────────────────────────────────────────

#[test]
fn kp_cells_are_trimmed_and_ids_compared_byte_by_byte() {
    assert_eq!(
        stands("diagnosis ~10670~ ~1 20250301 F20 \n special 10670 1~ - ~20250301~ 1B031"),
        "A"
    );
    assert_eq!(
        stands("diagnosis 10670 1 20250301 F20 \n special 10670 01 - 20250301 1B031"),
        "nowhere"
    );
    assert_eq!(
        stands("diagnosis 10670 a 20250301 F20 \n special 10670 A - 20250301 1B031"),
        "nowhere"
    );
}

#[test]
fn kp_a_row_without_a_readable_date_is_left_out_and_another_date_is_then_empty() {
    for on in ["-", "25680301", "20250230", "2025030", "2025-03-01"] {
        assert_eq!(
            stands(&format!(
                "diagnosis 10670 1 {on} F20 \n special 10670 1 - 20250301 1B031"
            )),
            "nowhere",
            "{on}"
        );
        assert_eq!(
            stands(&format!(
                "diagnosis 10670 1 20250301 F20 \n special 10670 1 - {on} 1B031"
            )),
            "nowhere",
            "{on}"
        );
        assert_eq!(
            stands(&format!(
                "person 10670 1 - {on} \n {}",
                followed("20250301", &[])
            )),
            "A",
            "{on}"
        );
    }
}

// ── the result ────────────────────────────────────────────────────────────────────────────────

#[test]
fn kp_16_the_result_on_the_wire() {
    let text = followed("20240901", &[])
        + "special 10670 1 - 20250101 1B036 \n diagnosis 10670 2 20250101 F20 \n special 10670 2 - 20250101 1B031";
    let json: serde_json::Value = serde_json::from_str(&country(&text).to_json()).unwrap();
    let policy = serde_json::to_value(Policy::default()).unwrap();
    assert_eq!(
        json,
        serde_json::json!({
            "indicator": "KP-16", "fiscal_year": 2568, "quarter": 2, "by": "country", "policy": policy,
            "areas": [{
                "area": "TH", "numerator": 1, "denominator": 1, "value": "100.00",
                "target": {"at": "least", "value": "65"}, "met": true,
                "ledger": {
                    "numerator": ["10670/2"], "denominator": ["10670/2"],
                    "excluded": [{"id": "10670/1", "rule": "SV-02", "reason": "running_year_not_met"}]
                },
                "persons_without_cid": 2,
                "warnings": [{"id": "10670/1", "rule": "SV-04", "code": "1B036", "on": "2025-01-01"}]
            }]
        })
    );
    let keys: Vec<&String> = json["areas"][0].as_object().unwrap().keys().collect();
    assert_eq!(
        keys,
        [
            "area",
            "numerator",
            "denominator",
            "value",
            "target",
            "met",
            "ledger",
            "persons_without_cid",
            "warnings"
        ]
    );
}

#[test]
fn kp_the_ledger_as_rows() {
    let text = followed("20240901", &[])
        + "diagnosis 10670 2 20250101 F20 \n special 10670 2 - 20250101 1B031";
    let result = country(&text);
    let told: Vec<String> = result.ledger().map(|row| format!("{row:?}")).collect();
    assert_eq!(told.len(), 3);
    let last = result.ledger().last().unwrap();
    assert_eq!(
        (last.area, last.id, last.rule.unwrap().id),
        ("TH", "10670/1", "SV-02")
    );
    assert_eq!(result.ledger().next().unwrap().rule, None);
}

// ── the oracle ────────────────────────────────────────────────────────────────────────────────

/// Days about the borders of parts and years of a few index dates, and of fiscal year 2568.
fn some_day() -> impl Strategy<Value = String> {
    let bases = select(vec![
        "2023-01-31",
        "2024-02-29",
        "2024-03-31",
        "2024-09-30",
        "2024-12-31",
    ]);
    let near = (bases, 0_u32..26, select(vec![0, 0, 0, 1, 2])).prop_map(|(base, months, days)| {
        let on = date(base)
            .add_months(months)
            .unwrap()
            .full_days(days)
            .unwrap();
        on.to_string().replace('-', "")
    });
    let often = select(vec!["20250110", "20250211", "20250301"]).prop_map(str::to_owned);
    let unreadable = select(vec!["", "25680101", "20250230"]).prop_map(str::to_owned);
    prop_oneof![12 => near, 8 => often, 1 => unreadable]
}

fn some_row() -> impl Strategy<Value = Row> {
    let cid = || select(vec!["", "", ANN, BEN, "1111111111119", "3100600445636"]);
    let pid = || {
        let few = select(vec!["1", "1", "1", "1", "2", ANN, BEN]).prop_map(str::to_owned);
        prop_oneof![6 => few, 1 => (10_u8..99).prop_map(|pid| pid.to_string())]
    };
    let hospcode = || select(vec!["10670", "10670", "10670", "10671", "11289"]);
    let code = select(vec![
        "1B037", "1B037", "1B037", "1B037", "1B031", "1B030", "1b033", "1B036", "1B034", "1B038",
        "1B0310", "",
    ]);
    let diagnosis = select(vec!["F20", "f15.9", "X70", "X85", "J00", "F20", "F20"]);
    let updated = select(vec!["", "20250101000000", "20250102000000"]);
    let row = |table: &str, cells: Vec<String>| Row {
        table: table.to_owned(),
        cells,
    };
    let own = str::to_owned;
    prop_oneof![
        2 => (hospcode(), pid(), cid(), some_day(), 0..4, updated).prop_map(move |(h, p, c, day, dead, u)| {
            let died_on = if dead == 0 { day } else { String::new() };
            row("person", vec![own(h), p, own(c), died_on, own(u)])
        }),
        1 => (hospcode(), pid(), cid(), some_day()).prop_map(move |(h, p, c, day)| {
            row("death", vec![own(h), p, own(c), day])
        }),
        4 => (hospcode(), pid(), some_day(), diagnosis, cid()).prop_map(move |(h, p, day, d, c)| {
            row("diagnosis", vec![own(h), p, day, own(d), own(c)])
        }),
        12 => (hospcode(), pid(), select(vec!["", "A", "B"]), some_day(), code, cid()).prop_map(
            move |(h, p, seq, day, code, c)| {
                row("special", vec![own(h), p, own(seq), day, own(code), own(c)])
            }
        ),
        1 => (hospcode(), select(vec!["81", "80", "50", "99", "", "78"])).prop_map(move |(h, p)| {
            row("facility", vec![own(h), own(p)])
        }),
    ]
}

fn some_numbers() -> impl Strategy<Value = Numbers> {
    let counts = || select(vec![1, 2, 4, 12]);
    (
        select(vec![4, 4, 1, 12]),
        counts(),
        any::<bool>(),
        any::<bool>(),
    )
        .prop_map(
            |(first_year, later_years, completed_years_only, since_index)| Numbers {
                first_year,
                later_years,
                completed_years_only,
                since_index,
            },
        )
}

fn as_policy(numbers: Numbers) -> Policy {
    policy_of(Document {
        smiv_first_year: numbers.first_year,
        smiv_later_years: numbers.later_years,
        smiv_running_year: if numbers.completed_years_only {
            SmivRunningYear::CompletedYears
        } else {
            SmivRunningYear::ProRata
        },
        smiv_repeat_window: if numbers.since_index {
            SmivRepeatWindow::SinceIndex
        } else {
            SmivRepeatWindow::FiscalYear
        },
        ..Document::default()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn kp_16_is_what_its_oracle_says(
        // More than the register gathers before it looks for their patients.
        rows in prop_oneof![3 => prop::collection::vec(some_row(), 1..60), 1 => prop::collection::vec(some_row(), 60..400)],
        quarter in 1_i64..5,
        by in select(LEVELS.to_vec()),
        numbers in some_numbers(),
        parted_at in 0_usize..200,
    ) {
        let found = result(&rows, quarter, by, &as_policy(numbers));
        prop_assert_eq!(answers(&found), oracle(&rows, period(quarter), by, numbers));
        // Which table comes first does not matter.
        let mut other = rows.clone();
        other.sort_by(|one, two| two.table.cmp(&one.table));
        prop_assert_eq!(&result(&other, quarter, by, &as_policy(numbers)), &found);
        // Nor that parts are read by themselves.
        let (first, second) = rows.split_at(parted_at.min(rows.len()));
        let read = |rows: &[Row]| {
            let mut indicator = Kp16::new(period(quarter), by, &as_policy(numbers));
            rows.iter().for_each(|row| feed(&mut indicator, row));
            indicator
        };
        let mut parted = read(first);
        parted.absorb(read(second));
        prop_assert_eq!(parted.finish(), found);
    }
}
