use super::*;

use serde_json::{Value, json};

/// The parameters that a policy's problems name.
fn problems(json: &str) -> Vec<&'static str> {
    let document: Document = serde_json::from_str(json).unwrap();
    let problems = document.problems();
    let refused = Policy::try_from(document).err();
    assert_eq!(refused, problems.first().cloned(), "{json}");
    problems.iter().map(|problem| problem.parameter).collect()
}

fn date(year: i32, month: u32, day: u32) -> Date {
    Date::new(year, month, day).unwrap()
}

#[test]
fn defaults_of_the_struct_are_those_of_the_table_and_each_name_is_a_field() {
    let line = |p: &Parameter| (p.name.to_owned(), serde_json::from_str(p.default).unwrap());
    let table: serde_json::Map<String, Value> = parameters().iter().map(line).collect();
    let policy = Policy::default();
    assert_eq!(json!(policy).to_string(), json!(table).to_string());
    assert_eq!(policy.document().problems(), []);
}

#[test]
fn defaults_are_those_of_the_contract() {
    let contract = concat!(
        r#"{"profile":"manual-2564","no_show_hours":168,"first_trace_days":7,"second_trace_days":14,"#,
        r#""trace_gap_days":7,"absence_report_days":14,"traces_required":2,"drop_out_days":45,"#,
        r#""drop_out_anchor":"notification","letter_rule":"either","program_days":[90,120],"#,
        r#""quality_of_life_required":2,"incomplete_needs_quality_of_life":true,"#,
        r#""assignment_required":false,"delegated_admins":[],"coordination_required":false,"#,
        r#""registry_batch_days":5,"visit_first_days":15,"visit_every_days":15,"#,
        r#""visit_period_months":12,"visit_cadence":"fixed","user_follow_ups":1,"#,
        r#""user_follow_up_months":1,"follow_ups":4,"follow_up_months":12,"#,
        r#""suggested_follow_up_months":[3,6,9,12],"smiv_first_year":4,"smiv_later_years":2,"#,
        r#""smiv_running_year":"pro_rata","smiv_repeat_window":"fiscal_year","#,
        r#""non_consent_report_day":5,"province_report_days":[15,30]}"#,
    );
    assert_eq!(serde_json::to_string(&Policy::default()).unwrap(), contract);
}

#[test]
fn every_number_is_judged_at_both_ends_of_the_contracts_range() {
    for Parameter { name, unit, .. } in parameters() {
        let (min, max) = match unit {
            Unit::Hours => (1, 8_760),
            Unit::Days => (1, 3_660),
            Unit::Months => (1, 120),
            Unit::Times => (1, 100),
            Unit::DayOfMonth if *name == "province_report_days" => (1, 31),
            Unit::DayOfMonth => (1, 28),
            Unit::Unitless => continue,
        };
        for number in [min - 1, min, max, max + 1] {
            let (json, contradicts) = match *name {
                "program_days" | "province_report_days" => (json!({ *name: [number] }), false),
                // As many follow-ups and as many months as the list needs.
                "suggested_follow_up_months" => (
                    json!({"follow_ups": 1, "follow_up_months": 120, *name: [number]}),
                    false,
                ),
                "second_trace_days" => (json!({ *name: number }), number < 7),
                "smiv_first_year" | "smiv_later_years" => {
                    (json!({ *name: number }), number != 0 && 12 % number != 0)
                }
                _ => (json!({ *name: number }), false),
            };
            let refused = problems(&json.to_string()).contains(name);
            let in_range = (min..=max).contains(&number);
            assert_eq!(refused, !in_range || contradicts, "{json}");
        }
    }
}

#[test]
fn an_integer_beyond_u32_is_policy_invalid_and_no_integer_is_an_error_of_type() {
    let numbers = parameters().iter().filter(|p| p.unit != Unit::Unitless);
    for Parameter { name, allowed, .. } in numbers {
        let json = |number: &str| match allowed {
            Allowed::Rising { .. } => format!(r#"{{"{name}": [{number}]}}"#),
            Allowed::Integer { .. }
            | Allowed::Divides { .. }
            | Allowed::OneOf { .. }
            | Allowed::Flag
            | Allowed::Texts => {
                format!(r#"{{"{name}": {number}}}"#)
            }
        };
        let beyond = [
            "-1",
            "-9223372036854775809",
            "4294967296",
            "18446744073709551616",
            "1e23",
        ];
        for number in beyond {
            assert!(problems(&json(number)).contains(name), "{name} = {number}");
        }
        for other in ["1.5", r#""7""#, "true", "null", "{}", "[[1]]"] {
            let read = serde_json::from_str::<Document>(&json(other));
            assert!(read.is_err(), "{name} = {other}");
        }
    }
}

/// Each line: a policy, and the one parameter at fault, or none.
#[rustfmt::skip]
const CASES: &[(&str, &str)] = &[
    // CT-12: one to five rising numbers of days.
    (r#"{"program_days": [1, 2, 3, 4, 5]}"#, ""),
    (r#"{"program_days": [1, 2, 3, 4, 5, 6]}"#, "program_days"),
    (r#"{"program_days": []}"#, "program_days"),
    (r#"{"program_days": [90, 90]}"#, "program_days"),
    (r#"{"program_days": [120, 90]}"#, "program_days"),
    (r#"{"program_days": [-90, 120]}"#, "program_days"),
    (r#"{"program_days": [90, -120]}"#, "program_days"),
    // AC-08: rising days of a month.
    (r#"{"province_report_days": [1, 31]}"#, ""),
    (r#"{"province_report_days": []}"#, "province_report_days"),
    (r#"{"province_report_days": [15, 32]}"#, "province_report_days"),
    (r#"{"province_report_days": [30, 15]}"#, "province_report_days"),
    (r#"{"province_report_days": [15, 15]}"#, "province_report_days"),
    // CT-14: the second trace not due before the first; a fault is named once.
    (r#"{"first_trace_days": 14}"#, ""),
    (r#"{"first_trace_days": 15}"#, "second_trace_days"),
    (r#"{"first_trace_days": 15, "second_trace_days": 15}"#, ""),
    (r#"{"first_trace_days": 5000}"#, "first_trace_days"),
    // EP-04: one month for each follow-up, none beyond the period.
    (r#"{"follow_ups": 3}"#, "suggested_follow_up_months"),
    (r#"{"follow_ups": 5}"#, "suggested_follow_up_months"),
    (r#"{"follow_ups": 0}"#, "follow_ups"),
    (r#"{"follow_ups": 2, "suggested_follow_up_months": [6, 12]}"#, ""),
    (r#"{"follow_up_months": 11}"#, "suggested_follow_up_months"),
    (r#"{"suggested_follow_up_months": [3, 6, 12]}"#, "suggested_follow_up_months"),
    (r#"{"suggested_follow_up_months": [3, 6, 9, 13]}"#, "suggested_follow_up_months"),
    (r#"{"suggested_follow_up_months": [3, 6, 6, 12]}"#, "suggested_follow_up_months"),
    (r#"{"suggested_follow_up_months": [1, 2, 3, 12]}"#, ""),
];

#[test]
fn lists_and_contradictions_are_judged_and_one_parameter_is_named() {
    for (json, fault) in CASES {
        let expected: Vec<&str> = fault.split_whitespace().collect();
        assert_eq!(problems(json), expected, "{json}");
    }
    let most: Vec<u32> = (21..=120).collect();
    let document = Document {
        follow_ups: 100,
        follow_up_months: 120,
        suggested_follow_up_months: most,
        province_report_days: (1..=31).collect(),
        ..Document::default()
    };
    assert_eq!(document.problems(), []);
}

#[test]
fn sv_02_follow_ups_of_a_year_divide_twelve() {
    for name in ["smiv_first_year", "smiv_later_years"] {
        for number in 1..=100 {
            let refused = !problems(&json!({ name: number }).to_string()).is_empty();
            assert_eq!(refused, ![1, 2, 3, 4, 6, 12].contains(&number), "{number}");
        }
    }
}

#[test]
fn all_problems_come_in_the_order_of_the_contract() {
    let json = r#"{"province_report_days": [], "smiv_later_years": 5, "no_show_hours": -1}"#;
    let expected = ["no_show_hours", "smiv_later_years", "province_report_days"];
    assert_eq!(problems(json), expected);
}

#[test]
fn agreements_name_parameters_that_exist() {
    for agreement in AGREEMENTS {
        for name in agreement.with.iter().chain([&agreement.parameter]) {
            assert!(parameters().iter().any(|p| p.name == *name), "{name}");
        }
    }
}

#[test]
fn an_error_names_parameter_range_and_remedy_in_both_languages() {
    let document = Document {
        no_show_hours: 0,
        first_trace_days: 15,
        program_days: vec![],
        smiv_first_year: 5,
        ..Document::default()
    };
    let problems = document.problems();
    let first = &problems[0];
    assert_eq!(
        (first.code(), first.pointer()),
        ("policy_invalid", "/no_show_hours".to_owned())
    );
    let en = "`no_show_hours` (time from the entry of the data until a no-show may be reported) must be \
              a whole number from 1 to 8760 (unit: hours); correct it, or leave it out to use the default 168";
    assert_eq!(first.to_string(), en);
    assert!(
        first
            .message
            .th()
            .contains("ต้องเป็นจำนวนเต็มตั้งแต่ 1 ถึง 8760 (หน่วย: ชั่วโมง)")
    );
    assert!(
        problems[1]
            .message
            .en()
            .ends_with("must be at least the time limit of the first trace (`first_trace_days`); correct one of the two")
    );
    assert!(
        problems[2]
            .message
            .en()
            .contains("must be 1 to 5 whole numbers in rising order, each from 1 to 3660")
    );
    assert!(problems[3].message.th().ends_with("ค่าตั้งต้น 4"));
}

#[test]
fn the_profile_in_force_changes_on_26_january_2021() {
    let document = Document {
        profile: ProfileChoice::InForce,
        ..Document::default()
    };
    let policy = Policy::try_from(document).unwrap();
    for (day, profile) in [
        (date(1999, 1, 1), Profile::Guideline2563),
        (date(2020, 3, 31), Profile::Guideline2563),
        (date(2020, 4, 1), Profile::Guideline2563),
        (date(2021, 1, 25), Profile::Guideline2563),
        (date(2021, 1, 26), Profile::Manual2564),
        (date(2024, 2, 29), Profile::Manual2564),
    ] {
        assert_eq!(policy.on(day).profile, profile, "{day}");
        assert_eq!(Policy::default().on(day).profile, Profile::Manual2564);
    }
    assert_eq!(Profile::Guideline2563.in_force_from(), date(2020, 4, 1));
}

#[test]
fn a_policy_survives_the_round_trip_with_every_choice() {
    let mut policy = json!(Document {
        delegated_admins: vec!["8101".into()],
        ..Document::default()
    });
    for Parameter { name, allowed, .. } in parameters() {
        let choices = match allowed {
            Allowed::OneOf { names } => names.iter().map(|choice| json!(choice)).collect(),
            Allowed::Flag => vec![json!(true), json!(false)],
            Allowed::Integer { .. }
            | Allowed::Divides { .. }
            | Allowed::Rising { .. }
            | Allowed::Texts => continue,
        };
        for choice in choices {
            policy[name] = choice;
            let read = Policy::read(&policy.to_string()).unwrap();
            assert_eq!(serde_json::to_string(&read).unwrap(), policy.to_string());
        }
        let other = json!({ *name: "other" });
        assert!(serde_json::from_value::<Document>(other).is_err(), "{name}");
    }
    assert_eq!(ProfileChoice::InForce.as_str(), "in_force");
    assert!(serde_json::from_str::<Document>(r#"{"drop_out_day": 45}"#).is_err());
}

/// The places that a policy's problems name.
fn places(json: &str) -> Vec<String> {
    let document: Document = serde_json::from_str(json).unwrap();
    let problems = document.problems();
    let refused = Policy::try_from(document).err();
    assert_eq!(refused, problems.first().cloned(), "{json}");
    problems.iter().map(PolicyError::pointer).collect()
}

/// Code and place of a policy that cannot be read.
fn refused(json: &str) -> (ErrorCode, String) {
    let error = Policy::read(json).unwrap_err();
    (error.code, error.pointer)
}

#[test]
fn an_edition_adds_to_what_held_before_and_replaces_it() {
    let policy = Policy::read(
        r#"{"drop_out_days": 60, "later": [
            {"from": "2024-01-01", "drop_out_days": 30, "program_days": [60]},
            {"from": "2025-01-01", "program_days": [90], "letter_rule": "both"}]}"#,
    );
    let policy = policy.unwrap();
    let on = |year, month, day| {
        let numbers = policy.on(date(year, month, day));
        let program = numbers.program_days.clone();
        (numbers.drop_out_days, program, numbers.letter_rule)
    };
    assert_eq!(on(2023, 12, 31), (60, vec![90, 120], LetterRule::Either));
    assert_eq!(on(2024, 1, 1), (30, vec![60], LetterRule::Either));
    assert_eq!(on(2024, 12, 31), (30, vec![60], LetterRule::Either));
    assert_eq!(on(2025, 1, 1), (30, vec![90], LetterRule::Both));
    assert_eq!(policy.at_last(), policy.on(date(2025, 1, 1)));
}

/// Another value than the default for every parameter.
const OTHERS: &str = concat!(
    r#"{"no_show_hours":24,"first_trace_days":5,"second_trace_days":10,"trace_gap_days":3,"#,
    r#""absence_report_days":10,"traces_required":1,"drop_out_days":30,"#,
    r#""drop_out_anchor":"missed_date","letter_rule":"both","program_days":[60],"#,
    r#""quality_of_life_required":1,"incomplete_needs_quality_of_life":false,"#,
    r#""assignment_required":true,"delegated_admins":["8101"],"coordination_required":true,"#,
    r#""registry_batch_days":10,"visit_first_days":7,"visit_every_days":30,"#,
    r#""visit_period_months":6,"visit_cadence":"rolling","user_follow_ups":2,"#,
    r#""user_follow_up_months":2,"follow_ups":2,"follow_up_months":6,"#,
    r#""suggested_follow_up_months":[3,6],"smiv_first_year":6,"smiv_later_years":3,"#,
    r#""smiv_running_year":"completed_years","smiv_repeat_window":"since_index","#,
    r#""non_consent_report_day":10,"province_report_days":[10,20]}"#,
);

#[test]
fn every_parameter_can_be_replaced_in_an_edition() {
    let others: serde_json::Map<String, Value> = serde_json::from_str(OTHERS).unwrap();
    let named = parameters().iter().map(|parameter| parameter.name);
    assert!(named.filter(|name| *name != "profile").eq(others.keys()));
    let edition = Edition::TY.record().fields.iter().map(|field| field.name());
    let first = ["from"].into_iter();
    assert!(edition.eq(first.chain(others.keys().map(String::as_str))));

    let mut edition = others.clone();
    edition.insert("from".to_owned(), json!("2024-01-01"));
    let document: Document = serde_json::from_value(json!({"later": [edition]})).unwrap();
    let expected: Document = serde_json::from_value(json!(others)).unwrap();
    let defaults = json!(Document::default());
    assert!(others.iter().all(|(name, other)| defaults[name] != *other));
    assert_eq!(document.problems(), []);
    assert_eq!(document.editions(), [(date(2024, 1, 1), expected.clone())]);

    let (policy, other) = (
        Policy::try_from(document).unwrap(),
        Policy::try_from(expected).unwrap(),
    );
    let (numbers, other) = (policy.at_last(), other.at_last());
    assert_eq!(numbers.since(Date::LAST), other.since(Date::LAST));
    let alike = Numbers {
        schedules: Arc::clone(&other.schedules),
        ..numbers.clone()
    };
    assert_eq!(alike, *other);
}

#[test]
fn a_schedule_keeps_the_numbers_of_its_first_day_and_which_ones_is_told_by_the_table() {
    let kept = parameters()
        .iter()
        .filter(|p| p.edition_of == EditionOf::Start);
    let kept: Vec<&str> = kept.map(|parameter| parameter.name).collect();
    let of_a_schedule = |name: &&str| {
        name.starts_with("visit_") || name.contains("follow_up") || name.starts_with("smiv_")
    };
    let all = parameters().iter().map(|parameter| parameter.name);
    assert_eq!(kept, all.filter(of_a_schedule).collect::<Vec<_>>());

    let policy = r#"{"later": [{"from": "2024-01-01", "smiv_first_year": 6}]}"#;
    let policy = Policy::read(policy).unwrap();
    for day in [date(2023, 12, 31), date(2024, 1, 1), Date::LAST] {
        let numbers = policy.on(day);
        assert_eq!(numbers.since(date(2023, 12, 31)).smiv_first_year, 4);
        assert_eq!(numbers.since(date(2024, 1, 1)).smiv_first_year, 6);
    }
}

#[test]
fn in_force_and_editions_change_each_on_its_day() {
    for (from, between) in [("2020-12-01", (2021, 1, 1)), ("2021-02-01", (2021, 1, 27))] {
        let json = json!({"profile": "in_force", "later": [{"from": from, "drop_out_days": 30}]});
        let policy = Policy::read(&json.to_string()).unwrap();
        let on = |day| (policy.on(day).profile, policy.on(day).drop_out_days);
        let between = date(between.0, between.1, between.2);
        let changed = between < Profile::Manual2564.in_force_from();
        assert_eq!(on(date(2020, 11, 30)), (Profile::Guideline2563, 45));
        assert_eq!(on(date(2021, 2, 1)), (Profile::Manual2564, 30));
        let expected = match changed {
            true => (Profile::Guideline2563, 30),
            false => (Profile::Manual2564, 45),
        };
        assert_eq!(on(between), expected);
    }
    let same = r#"{"profile": "in_force", "later": [{"from": "2021-01-26", "drop_out_days": 30}]}"#;
    let same = Policy::read(same).unwrap();
    assert_eq!(same.on(date(2021, 1, 25)).profile, Profile::Guideline2563);
    assert_eq!(same.on(date(2021, 1, 26)).drop_out_days, 30);
    assert_eq!(same.on(date(2021, 1, 26)).profile, Profile::Manual2564);
}

/// Each line: a policy, and the places at fault.
#[rustfmt::skip]
const EDITIONS: &[(&str, &str)] = &[
    (r#"{"later": []}"#, ""),
    (r#"{"later": [{"from": "2024-01-01"}, {"from": "2024-01-02"}]}"#, ""),
    (r#"{"later": [{"from": "2024-01-01", "drop_out_days": 0}]}"#, "/later/0/drop_out_days"),
    (r#"{"later": [{"from": "2024-01-01"}, {"from": "2025-01-01", "drop_out_days": 3661}]}"#, "/later/1/drop_out_days"),
    // The days rise.
    (r#"{"later": [{"from": "2024-01-01"}, {"from": "2024-01-01"}]}"#, "/later/1/from"),
    (r#"{"later": [{"from": "2024-01-02"}, {"from": "2024-01-01"}, {"from": "2024-01-02"}]}"#, "/later/1/from"),
    // Judged as what has gathered up to its day: alone each of these would be right or wrong.
    (r#"{"later": [{"from": "2024-01-01", "first_trace_days": 15}]}"#, "/later/0/second_trace_days"),
    (r#"{"second_trace_days": 15, "later": [{"from": "2024-01-01", "first_trace_days": 15}]}"#, ""),
    (r#"{"later": [{"from": "2024-01-01", "second_trace_days": 20}, {"from": "2025-01-01", "first_trace_days": 20}]}"#, ""),
    (r#"{"later": [{"from": "2024-01-01", "second_trace_days": 20}, {"from": "2025-01-01", "first_trace_days": 21}]}"#, "/later/1/second_trace_days"),
    (r#"{"later": [{"from": "2024-01-01", "follow_ups": 2, "suggested_follow_up_months": [6, 12]}, {"from": "2025-01-01", "follow_up_months": 6}]}"#, "/later/1/suggested_follow_up_months"),
    (r#"{"later": [{"from": "2024-01-01", "smiv_later_years": 5}]}"#, "/later/0/smiv_later_years"),
    // What stays wrong is named once, where it became so.
    (r#"{"drop_out_days": 0, "later": [{"from": "2024-01-01"}, {"from": "2025-01-01", "no_show_hours": 0}]}"#, "/drop_out_days /later/1/no_show_hours"),
    // An edition does not put right what was wrong before it.
    (r#"{"drop_out_days": 0, "later": [{"from": "2024-01-01", "drop_out_days": 45}, {"from": "2025-01-01", "drop_out_days": -1}]}"#, "/drop_out_days /later/1/drop_out_days"),
];

#[test]
fn an_edition_is_judged_with_all_before_it_and_named_by_its_place() {
    for (json, faults) in EDITIONS {
        let expected: Vec<&str> = faults.split_whitespace().collect();
        assert_eq!(places(json), expected, "{json}");
        if let Some(first) = expected.first() {
            assert_eq!(
                refused(json),
                (ErrorCode::PolicyInvalid, (*first).to_owned())
            );
        }
    }
    let many = |count: i32| {
        let years = (1_800..).take(count as usize);
        let later = years.map(|year| json!({"from": format!("{year}-01-01")}));
        json!({"later": later.collect::<Vec<_>>()}).to_string()
    };
    assert!(places(&many(100)).is_empty());
    assert_eq!(places(&many(101)), ["/later"]);
}

#[test]
fn an_edition_gives_no_profile_and_nothing_unknown() {
    let edition = |rest: &str| format!(r#"{{"later": [{{"from": "2024-01-01"}}, {{{rest}}}]}}"#);
    let invalid = |place: &str| (ErrorCode::PolicyInvalid, format!("/later/1/{place}"));
    let given = [
        (r#""from": "2025-01-01", "profile": "in_force""#, "profile"),
        (r#""profile": 7, "from": "2025-01-01""#, "profile"),
        (
            r#""from": "2025-01-01", "drop_out_day": 30"#,
            "drop_out_day",
        ),
        (r#""from": "2025-01-01", "later": []"#, "later"),
        (r#""from": "2025-01-01", "สมชาย": 1"#, "…"),
    ];
    for (rest, place) in given {
        assert_eq!(refused(&edition(rest)), invalid(place), "{rest}");
    }
    let other = [
        (r#""drop_out_days": 30"#, ErrorCode::MissingField, "from"),
        (r#""from": "2567-01-01""#, ErrorCode::Malformed, "from"),
        (r#""from": "2025-02-29""#, ErrorCode::Malformed, "from"),
        (
            r#""from": "2025-01-01", "drop_out_days": null"#,
            ErrorCode::WrongType,
            "drop_out_days",
        ),
        (
            r#""from": "2025-01-01", "drop_out_days": "30""#,
            ErrorCode::WrongType,
            "drop_out_days",
        ),
        (
            r#""from": "2025-01-01", "letter_rule": "none""#,
            ErrorCode::UnknownValue,
            "letter_rule",
        ),
    ];
    for (rest, code, place) in other {
        assert_eq!(
            refused(&edition(rest)),
            (code, format!("/later/1/{place}")),
            "{rest}"
        );
    }
    let unknown = (ErrorCode::UnknownField, "/drop_out_day".to_owned());
    assert_eq!(refused(r#"{"drop_out_day": 30}"#), unknown);
    let long =
        json!({"later": [{"from": "2024-01-01", "delegated_admins": ["8101", "x".repeat(65)]}]});
    let place = "/later/0/delegated_admins/1".to_owned();
    assert_eq!(refused(&long.to_string()), (ErrorCode::WrongLength, place));
}

#[test]
fn an_error_of_an_edition_names_it_and_the_parameter_in_both_languages() {
    let said = |json: &str| {
        let error = Policy::read(json).unwrap_err();
        assert_eq!(error.message.unfilled().next(), None);
        [error.message.th(), error.message.en()]
    };
    let [th, en] = said(r#"{"later": [{"from": "2024-10-01", "drop_out_days": 0}]}"#);
    assert_eq!(
        th,
        "ฉบับแก้ไขที่ 1 (ใช้ตั้งแต่วันที่ 1 ต.ค. 2567): `drop_out_days` (ระยะเวลาที่ต้องครบก่อนจำหน่าย (Drop out)) \
         ต้องเป็นจำนวนเต็มตั้งแต่ 1 ถึง 3660 (หน่วย: วัน) โปรดแก้ไข หรือเว้นไว้เพื่อใช้ค่าเดิม"
    );
    assert_eq!(
        en,
        "edition 1 (from 2024-10-01): `drop_out_days` (time that must pass before a drop-out) must be a whole number \
         from 1 to 3660 (unit: days); correct it, or leave it out to use the earlier value"
    );
    let [th, en] = said(r#"{"later": [{"from": "2024-10-01", "profile": "in_force"}]}"#);
    assert!(th.starts_with("ฉบับแก้ไขที่ 1: ระบุ `profile` (ฉบับของหลักเกณฑ์ที่ใช้พิจารณา) ในฉบับแก้ไขไม่ได้"));
    assert!(en.starts_with("edition 1: an edition cannot give `profile`"));
    let [th, en] = said(r#"{"later": [{"from": "2024-10-01", "drop_out_day": 30}]}"#);
    assert!(
        th.starts_with("ฉบับแก้ไขที่ 1: `drop_out_day` ไม่ใช่ค่าที่กำหนดได้"),
        "{th}"
    );
    assert!(
        en.contains("edition 1: `drop_out_day` is no parameter"),
        "{en}"
    );
    assert!(en.contains("known are `from`, `no_show_hours`"), "{en}");
    let [th, en] = said(r#"{"later": [{"from": "2024-10-01"}, {"from": "2024-10-01"}]}"#);
    assert!(
        th.starts_with("ฉบับแก้ไขที่ 2 (ใช้ตั้งแต่วันที่ 1 ต.ค. 2567): `from`"),
        "{th}"
    );
    assert!(en.contains("each day once"), "{en}");
}

#[test]
fn editions_are_written_back_after_the_parameters() {
    let json = concat!(
        r#"{"later":[{"from":"2024-01-01","drop_out_days":30},"#,
        r#"{"from":"2025-01-01","delegated_admins":["8101"],"province_report_days":[10,20]}]}"#,
    );
    let policy = Policy::read(json).unwrap();
    let written = serde_json::to_string(&policy).unwrap();
    let without = serde_json::to_string(&Policy::default()).unwrap();
    let expected = format!(
        "{},{}",
        without.trim_end_matches('}'),
        json.trim_start_matches('{')
    );
    assert_eq!(written, expected);
    assert_eq!(Policy::read(&written), Ok(policy));
}
