//! KP-22 Retention, sentence by sentence.

use std::collections::BTreeSet;

use bosoto::area::region_of;
use bosoto::calendar::Date;
use bosoto::indicator::{Indicator, Kp22, Level, day, kp_22};
use bosoto::policy::Policy;
use proptest::prelude::*;
use proptest::sample::select;

use crate::rows::{LEVELS, Row, area, codes, date, excluded, period, policy, rows};

fn feed(indicator: &mut Kp22, row: &Row) {
    let case_id = row.cell(0);
    match row.table.as_str() {
        "episode" => indicator.episode(&kp_22::Episode {
            case_id,
            unit: row.cell(1),
            province: row.cell(2),
            legal_basis: row.cell(3),
            severity: row.cell(4),
            methadone: row.cell(5) == "true",
            started_on: day(row.cell(6)),
            summarised_on: day(row.cell(7)),
            outcome: row.cell(8),
            ministry_facility: row.cell(9) != "false",
        }),
        "follow_up" => indicator.follow_up(&kp_22::FollowUp {
            case_id,
            on: day(row.cell(1)),
            kind: row.cell(2),
            result: row.cell(3),
        }),
        other => panic!("{other}"),
    }
}

fn result(rows: &[Row], quarter: i64, by: Level, policy: &Policy) -> Indicator {
    let mut indicator = Kp22::new(period(quarter), by, policy);
    rows.iter().for_each(|row| feed(&mut indicator, row));
    indicator.finish()
}

fn country(text: &str) -> Indicator {
    result(&rows(text), 2, Level::Country, &Policy::default())
}

/// Where the episode of a text stands: in A, in B only, dropped for a reason, or nowhere.
fn stands(text: &str) -> String {
    stood(&country(text))
}

fn stood(result: &Indicator) -> String {
    let Some(area) = result.areas.first() else {
        return "nowhere".to_owned();
    };
    match excluded(area).first() {
        Some(dropped) => dropped.split_once(' ').unwrap().1.to_owned(),
        None if area.figure.numerator > 0 => "A".to_owned(),
        None => "B".to_owned(),
    }
}

const EPISODE: &str =
    "episode E-1 10670 81 section_113 user false 20230901 20240110 completed_program true";
const FOUND: &str = "follow_up E-1 20240201 medical not_using";

fn with(from: &str, to: &str) -> String {
    assert!(EPISODE.contains(from), "{from}");
    format!("{} \n {FOUND}", EPISODE.replace(from, to))
}

#[test]
fn kp_22_completed_and_followed_up_is_retained() {
    assert_eq!(stands(&with("", "")), "A");
    assert_eq!(stands(EPISODE), "B");
    assert_eq!(stands(&with("completed_program", "incomplete")), "B");
    assert_eq!(stands(&with("completed_program", "-")), "B");
}

#[test]
fn kp_22_the_voluntary_system_in_facilities_of_the_ministry() {
    assert_eq!(stands(&with("section_113", "section_114")), "A");
    assert_eq!(stands(&with("section_113", "compulsory")), "nowhere");
    assert_eq!(stands(&with("section_113", "-")), "nowhere");
    assert_eq!(stands(&with("program true", "program false")), "nowhere");
}

#[test]
fn kp_22_the_year_after_the_summary_ends_in_the_period() {
    let of = |summarised_on: &str| stands(&EPISODE.replace("20240110", summarised_on));
    assert_eq!(of("20230930"), "nowhere");
    assert_eq!(of("20231001"), "B");
    assert_eq!(of("20240331"), "B");
    assert_eq!(of("20240401"), "nowhere");
    assert_eq!(of("20240229"), "B"); // 28 February 2025
    for nothing in ["-", "25670110", "20240230"] {
        assert_eq!(of(nothing), "nowhere", "{nothing}");
    }
    // Cumulative: quarter 4 has them too.
    let year = result(&rows(EPISODE), 4, Level::Country, &Policy::default());
    assert_eq!(stood(&year), "B");
}

#[test]
fn kp_22_the_year_is_one_whatever_the_policy_says_of_follow_ups() {
    let policy = policy(r#"{"follow_up_months":24}"#);
    let of = |text: &str| stood(&result(&rows(text), 2, Level::Country, &policy));
    assert_eq!(of(EPISODE), "B");
    assert_eq!(of(&EPISODE.replace("20240110", "20230110")), "nowhere");
}

#[test]
fn kp_22_each_reason_drops_in_its_order() {
    let drops = |changes: &[(&str, &str)]| {
        let mut text = EPISODE.to_owned();
        for (from, to) in changes {
            text = text.replace(from, to);
        }
        stands(&text)
    };
    let never = ("20230901", "-");
    let methadone = ("user false", "user true");
    assert_eq!(drops(&[never]), "KP-22 not_started");
    assert_eq!(drops(&[("20230901", "25660901")]), "KP-22 not_started");
    assert_eq!(drops(&[methadone]), "KP-22 methadone");
    for outcome in ["arrested", "deceased", "changed_treatment"] {
        let outcome_is = ("completed_program", outcome);
        assert_eq!(drops(&[outcome_is]), format!("KP-22 {outcome}"));
        assert_eq!(drops(&[outcome_is, methadone]), format!("KP-22 {outcome}"));
        assert_eq!(drops(&[outcome_is, methadone, never]), "KP-22 not_started");
    }
    // What is outside the universe is not dropped but nowhere.
    assert_eq!(drops(&[never, ("section_113", "compulsory")]), "nowhere");
    assert_eq!(drops(&[never, ("20240110", "20240401")]), "nowhere");
}

#[test]
fn kp_22_of_a_user_one_follow_up_within_one_month() {
    let of = |on: &str| stands(&format!("{EPISODE} \n {}", FOUND.replace("20240201", on)));
    assert_eq!(of("20240110"), "B"); // on the day of the summary
    assert_eq!(of("20240111"), "A");
    assert_eq!(of("20240210"), "A");
    assert_eq!(of("20240211"), "B");
}

#[test]
fn kp_22_of_others_four_within_one_year() {
    let days = ["20240111", "20240112", "20240501", "20250110"];
    let of = |severity: &str, days: &[&str]| {
        let mut text = EPISODE.replace("user", severity);
        for on in days {
            text.push_str(&format!(" \n {}", FOUND.replace("20240201", on)));
        }
        stands(&text)
    };
    for severity in ["abuse", "dependence", "-", "other"] {
        assert_eq!(of(severity, &days), "A", "{severity}");
        assert_eq!(of(severity, &days[1..]), "B", "{severity}");
    }
    assert_eq!(
        of("abuse", &["20240111", "20240112", "20240501", "20250111"]),
        "B"
    );
    assert_eq!(
        of("abuse", &["20240111", "20240111", "20240112", "20240501"]),
        "B"
    ); // one a day
}

#[test]
fn kp_22_only_medical_follow_ups_that_found_the_person_count() {
    let of = |kind: &str, result: &str| {
        stands(&format!(
            "{EPISODE} \n follow_up E-1 20240201 {kind} {result}"
        ))
    };
    assert_eq!(of("medical", "using"), "A");
    assert_eq!(of("Medical", "not_using"), "A");
    for [kind, result] in [
        ["medical", "not_found"],
        ["social", "not_using"],
        ["-", "using"],
        ["medical", "-"],
    ] {
        assert_eq!(of(kind, result), "B", "{kind} {result}");
    }
}

#[test]
fn kp_22_follow_ups_belong_to_their_episode() {
    assert_eq!(
        stands(&format!("{EPISODE} \n {}", FOUND.replace("E-1", "E-2"))),
        "B"
    );
    assert_eq!(stands(&format!("{FOUND} \n {EPISODE}")), "A");
    assert_eq!(
        stands(&format!("{EPISODE} \n {}", FOUND.replace("E-1", "~E-1~"))),
        "A"
    );
    assert_eq!(
        stands(&format!("{EPISODE} \n {}", FOUND.replace("E-1", "e-1"))),
        "B"
    );
}

#[test]
fn kp_22_takes_the_numbers_of_the_last_day_of_the_period() {
    let text = EPISODE.replace("user", "abuse") + " \n " + FOUND;
    let later = r#"{"later":[{"from":"2025-03-31","follow_ups":1,"suggested_follow_up_months":[12]},
        {"from":"2025-04-01","follow_ups":2,"suggested_follow_up_months":[6,12]}]}"#;
    let of = |quarter| {
        stood(&result(
            &rows(&text),
            quarter,
            Level::Country,
            &policy(later),
        ))
    };
    assert_eq!([of(2), of(3)], ["A", "B"]);
    let two = policy(r#"{"user_follow_ups":2,"user_follow_up_months":2}"#);
    let text = format!(
        "{EPISODE} \n {FOUND} \n {}",
        FOUND.replace("20240201", "20240310")
    );
    assert_eq!(stood(&result(&rows(&text), 2, Level::Country, &two)), "A");
    assert_eq!(
        stood(&result(&rows(&with("", "")), 2, Level::Country, &two)),
        "B"
    );
}

#[test]
fn kp_22_areas() {
    let text = format!(
        "{EPISODE} \n {FOUND} \n {} \n {} \n {}",
        EPISODE.replace("E-1 10670 81", "E-2 10671 99"),
        EPISODE
            .replace("E-1 10670 81", "E-3 10670 80")
            .replace("20230901", "-"),
        EPISODE.replace("E-1 10670 81", "E-4 99801 -"),
    );
    let of = |by| result(&rows(&text), 2, by, &Policy::default());
    assert_eq!(codes(&of(Level::Facility)), ["10670", "10671", "99801"]);
    assert_eq!(codes(&of(Level::Province)), ["80", "81", "99"]);
    assert_eq!(codes(&of(Level::Region)), ["R11", "99"]);
    let by_province = of(Level::Province);
    assert_eq!(area(&by_province, "80").figure.value, None);
    assert_eq!(
        excluded(area(&by_province, "80")),
        ["E-3 KP-22 not_started"]
    );
    assert_eq!(area(&by_province, "99").ledger.denominator, ["E-2", "E-4"]);
    let country = of(Level::Country);
    let figure = &area(&country, "TH").figure;
    assert_eq!(
        (
            figure.numerator,
            figure.denominator,
            figure.value.as_deref()
        ),
        (1, 3, Some("33.33"))
    );
    assert_eq!(figure.met, Some(false));
    assert_eq!(area(&country, "TH").persons_without_cid, None);
    assert_eq!(area(&country, "TH").warnings, None);
}

// ── the oracle ────────────────────────────────────────────────────────────────────────────────

type Answer = (String, Vec<String>, Vec<String>, Vec<String>);

/// KP-22 of quarter 2 of 2568 as its rule reads.
fn oracle(rows: &[Row], by: Level) -> Vec<Answer> {
    let mut found: Vec<Answer> = Vec::new();
    let (first, last) = (date("2024-10-01"), date("2025-03-31"));
    for row in rows.iter().filter(|row| row.table == "episode") {
        let summarised_on = day(row.cell(7));
        let due_on = summarised_on.and_then(|on| on.add_years(1));
        let in_period = due_on.is_some_and(|on| on >= first && on <= last);
        let voluntary = ["section_113", "section_114"].contains(&row.cell(3));
        if !in_period || !voluntary || row.cell(9) == "false" {
            continue;
        }
        let region = region_of(row.cell(2));
        let area = match by {
            Level::Facility => row.cell(1).to_owned(),
            Level::Province if region.is_some() => row.cell(2).to_owned(),
            Level::Region if region.is_some() => format!("R{}", region.unwrap()),
            Level::Province | Level::Region => "99".to_owned(),
            Level::Country => "TH".to_owned(),
        };
        if !found.iter().any(|answer| answer.0 == area) {
            found.push((area.clone(), vec![], vec![], vec![]));
        }
        let answer = found.iter_mut().find(|answer| answer.0 == area).unwrap();
        let id = row.cell(0).to_owned();
        let outcome = row.cell(8);
        if day(row.cell(6)).is_none() {
            answer.3.push(format!("{id} KP-22 not_started"));
        } else if ["arrested", "deceased", "changed_treatment"].contains(&outcome) {
            answer.3.push(format!("{id} KP-22 {outcome}"));
        } else if row.cell(5) == "true" {
            answer.3.push(format!("{id} KP-22 methadone"));
        } else {
            let summarised_on = summarised_on.unwrap();
            let (asked, months) = if row.cell(4) == "user" {
                (1, 1)
            } else {
                (4, 12)
            };
            let until = summarised_on.add_months(months).unwrap();
            let follow_ups = rows
                .iter()
                .filter(|row| row.table == "follow_up" && row.cell(0) == id);
            let counted: BTreeSet<Date> = follow_ups
                .filter(|row| {
                    row.cell(2) == "medical" && ["using", "not_using"].contains(&row.cell(3))
                })
                .filter_map(|row| day(row.cell(1)))
                .filter(|on| *on > summarised_on && *on <= until)
                .collect();
            answer.2.push(id.clone());
            if outcome == "completed_program" && counted.len() >= asked {
                answer.1.push(id);
            }
        }
    }
    for answer in &mut found {
        answer.1.sort();
        answer.2.sort();
        // By id alone: of equals the first stays the first.
        answer
            .3
            .sort_by(|one, two| one.split(' ').next().cmp(&two.split(' ').next()));
    }
    found.sort_by_key(|answer| match answer.0.strip_prefix('R') {
        Some(number) => format!("{number:0>2}"),
        None => answer.0.clone(),
    });
    found
}

fn some_row() -> impl Strategy<Value = Row> {
    let id = || select(vec!["E-1", "E-2", "E-3", "E-4", "E-5"]);
    let own = |cells: Vec<&str>, table: &str| Row {
        table: table.to_owned(),
        cells: cells.into_iter().map(str::to_owned).collect(),
    };
    let some_day = || {
        select(vec![
            "20230930", "20231001", "20231002", "20231031", "20231101", "20231115", "20240229",
            "20240301", "20240331", "20240401", "20240930", "20241001", "20250228", "20250331", "",
            "25670101",
        ])
    };
    let place = select(vec![
        ("10670", "81"),
        ("10671", "80"),
        ("10672", "50"),
        ("10673", "99"),
        ("10674", ""),
    ]);
    let basis = select(vec![
        "section_113",
        "section_114",
        "section_113",
        "compulsory",
    ]);
    let severity = select(vec!["user", "user", "abuse", "dependence", ""]);
    let outcome = select(vec![
        "completed_program",
        "completed_program",
        "completed_program",
        "incomplete",
        "arrested",
        "deceased",
        "changed_treatment",
        "",
    ]);
    let started = select(vec!["20230901", "20230901", "20230901", ""]);
    let flag =
        |truth: &'static str, lie: &'static str| select(vec![truth, truth, truth, truth, lie]);
    prop_oneof![
        2 => (id(), place, basis, severity, flag("false", "true"), started, some_day(), outcome, flag("true", "false"))
            .prop_map(move |(id, (unit, province), basis, severity, methadone, started, on, outcome, ministry)| {
                own(vec![id, unit, province, basis, severity, methadone, started, on, outcome, ministry], "episode")
            }),
        6 => (id(), some_day(), select(vec!["medical", "medical", "medical", "social"]), select(vec!["using", "not_using", "not_found"]))
            .prop_map(move |(id, on, kind, result)| own(vec![id, on, kind, result], "follow_up")),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn kp_22_is_what_its_oracle_says(
        rows in prop::collection::vec(some_row(), 1..60),
        by in select(LEVELS.to_vec()),
    ) {
        let found = result(&rows, 2, by, &Policy::default());
        let found: Vec<Answer> = found.areas.iter().map(|area| {
            (area.area.clone(), area.ledger.numerator.clone(), area.ledger.denominator.clone(), excluded(area))
        }).collect();
        prop_assert_eq!(found, oracle(&rows, by));
    }
}
