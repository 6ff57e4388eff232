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
