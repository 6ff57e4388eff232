//! The same cases under two policies, and how timely work was, against the plain way of asking day by day.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may panic"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use bosoto::any::AnyCase;
use bosoto::calendar::Date;
use bosoto::policy::Policy;
use bosoto::{Obligation, Status, call};
use bosoto_tests::corpus::Corpus;
use bosoto_tests::random::viewers;
use serde_json::{Value, json};

/// What is told of an obligation that differs.
type Told = (&'static str, String);

const POLICIES: [&str; 7] = [
    "{}",
    r#"{"drop_out_days": 30}"#,
    r#"{"profile": "guideline-2563"}"#,
    r#"{"visit_every_days": 30, "visit_cadence": "rolling"}"#,
    r#"{"traces_required": 3, "assignment_required": true}"#,
    r#"{"no_show_hours": 24, "absence_report_days": 7, "second_trace_days": 7, "first_trace_days": 3}"#,
    r#"{"later": [{"from": "2021-05-01", "drop_out_days": 10}, {"from": "2024-06-01", "visit_first_days": 7}]}"#,
];

/// More follow-ups of one month, and days that change while something is owed.
const MORE_LATER: &str = r#"{"user_follow_ups": 3, "later": [{"from": "2021-04-09", "first_trace_days": 9},
    {"from": "2024-07-12", "first_trace_days": 9, "no_show_hours": 96}]}"#;

fn read(answer: &str) -> Value {
    serde_json::from_str(answer).unwrap()
}

fn many(case: &dyn AnyCase) -> String {
    json!([{ "lifecycle": case.lifecycle().name(), "log": case.log() }]).to_string()
}

fn compared(cases: &str, a: &str, b: &str, on: Option<&str>) -> Vec<Value> {
    let answer = read(&call::compare(cases, a, b, on));
    assert_eq!(answer["broken"], json!([]), "{answer}");
    answer["differences"].as_array().unwrap().clone()
}

fn days_of(row: &Obligation) -> String {
    let day = |day: Option<Date>| day.map_or("..".to_owned(), |day| day.to_string());
    format!(
        "{}/{}/{}",
        row.opens_on,
        day(row.due_by),
        day(row.expires_on)
    )
}

/// An absence that is reported, under 45 days and under 30.
#[test]
fn a_shorter_drop_out_shows_the_day_from_which_it_could_be_done() {
    let scenarios = Corpus::all();
    let compulsory = &scenarios[0];
    let story = compulsory
        .cases
        .iter()
        .find(|case| case.log().contains("absence_reported") && case.state() == "accepted")
        .unwrap();
    let found = compared(&many(story.as_ref()), "{}", POLICIES[1], None);
    let rows: Vec<_> = found
        .iter()
        .filter(|row| row["what"] == "drop_out")
        .collect();
    assert_eq!(rows.len(), 1, "{found:?}");
    let (a, b) = (
        rows[0]["a"].as_str().unwrap(),
        rows[0]["b"].as_str().unwrap(),
    );
    let (a, b) = (Date::parse(a).unwrap(), Date::parse(b).unwrap());
    assert_eq!(b.days_until(a), 15);
    assert_eq!(rows[0]["kind"], "allowed_from");
    assert_eq!(rows[0]["rule"], "CT-17");
    let owed = found
        .iter()
        .find(|row| row["what"] == "drop_out_possible")
        .unwrap();
    assert_eq!(owed["kind"], "obligation");
    assert_eq!(owed["b"], format!("{b}/../.."));
}

#[test]
fn a_policy_differs_in_nothing_from_itself_and_two_mirror_each_other() {
    for corpus in Corpus::all() {
        for case in corpus.cases.iter().step_by(7) {
            let cases = many(case.as_ref());
            for policy in POLICIES {
                assert_eq!(compared(&cases, policy, policy, None), Vec::<Value>::new());
                let there = compared(&cases, "{}", policy, Some("2026-01-01"));
                let back = compared(&cases, policy, "{}", Some("2026-01-01"));
                let mirrored = |row: &Value| {
                    let mut row = row.clone();
                    let (a, b) = (row["a"].take(), row["b"].take());
                    let kind = match row["kind"].as_str().unwrap() {
                        "refused" => "accepted",
                        "accepted" => "refused",
                        same => same,
                    };
                    [
                        kind,
                        row["rule"].as_str().unwrap(),
                        row["what"].as_str().unwrap(),
                    ]
                    .map(str::to_owned)
                    .into_iter()
                    .chain([b.to_string(), a.to_string(), row["event_id"].to_string()])
                    .collect::<Vec<_>>()
                };
                let as_is = |row: &Value| {
                    let words =
                        ["kind", "rule", "what"].map(|name| row[name].as_str().unwrap().to_owned());
                    words
                        .into_iter()
                        .chain(["a", "b", "event_id"].map(|name| row[name].to_string()))
                        .collect::<Vec<_>>()
                };
                let there: BTreeSet<_> = there.iter().map(mirrored).collect();
                let back: BTreeSet<_> = back.iter().map(as_is).collect();
                assert_eq!(there, back);
            }
        }
    }
}

/// Each act judged by `decide` on the case as it was before it.
#[test]
fn acts_differ_as_decide_says() {
    let mut differing = 0;
    for corpus in Corpus::all() {
        for story in &corpus.stories {
            for policies in [
                [POLICIES[0], POLICIES[5]],
                [POLICIES[2], POLICIES[0]],
                [POLICIES[0], POLICIES[4]],
            ] {
                let [a, b] = policies.map(|policy| Policy::read(policy).unwrap());
                let mut case: Option<Arc<dyn AnyCase>> = None;
                let mut expected = BTreeMap::new();
                for envelope in story {
                    let envelope = corpus.lifecycle.envelope(&envelope.to_string()).unwrap();
                    let mut outcomes = [&a, &b].map(|policy| {
                        let decision = corpus
                            .lifecycle
                            .decide(case.as_deref(), envelope.as_ref(), policy)
                            .unwrap();
                        read(&decision.to_json())
                    });
                    let accepted = corpus
                        .lifecycle
                        .decide(case.as_deref(), envelope.as_ref(), &Policy::default())
                        .unwrap();
                    case = accepted.apply_to(case.as_deref()).unwrap();
                    let place = case.as_ref().unwrap().len() - 1;
                    let accepts = outcomes
                        .each_ref()
                        .map(|outcome| outcome["outcome"] == "accepted");
                    if accepts[0] != accepts[1] {
                        let refusing = usize::from(accepts[0]);
                        let reasons: Vec<_> = outcomes[refusing]["reasons"]
                            .take()
                            .as_array()
                            .unwrap()
                            .iter()
                            .map(|reason| {
                                (
                                    reason["rule"].as_str().unwrap().to_owned(),
                                    reason["kind"].as_str().unwrap().to_owned(),
                                )
                            })
                            .collect();
                        expected.insert(place, (accepts[0], reasons));
                    }
                }
                let Some(case) = case else { continue };
                let events: Vec<Value> = case.log().lines().map(read).collect();
                let mut found: BTreeMap<usize, (bool, Vec<(String, String)>)> = BTreeMap::new();
                for row in compared(&many(case.as_ref()), policies[0], policies[1], None) {
                    let refused = row["kind"] == "refused";
                    if refused || row["kind"] == "accepted" {
                        let place = events
                            .iter()
                            .position(|event| event["event_id"] == row["event_id"])
                            .unwrap();
                        let one = found.entry(place).or_insert_with(|| (refused, Vec::new()));
                        let (said, other) = if refused { ("b", "a") } else { ("a", "b") };
                        assert_eq!(row[other], "accepted");
                        one.1.push((
                            row["rule"].as_str().unwrap().to_owned(),
                            row[said].as_str().unwrap().to_owned(),
                        ));
                    }
                }
                differing += found.len();
                assert_eq!(found, expected);
            }
        }
    }
    assert!(differing > 20, "{differing}");
}

/// What is owed and what may be done from when, asked after each event under both.
#[test]
fn obligations_and_first_days_differ_as_the_questions_say() {
    let (mut owed_rows, mut waiting_rows) = (0, 0);
    for corpus in Corpus::all() {
        for (number, case) in corpus
            .cases
            .iter()
            .enumerate()
            .filter(|(number, _)| number % 3 == 0)
        {
            let policy = POLICIES[1 + number % (POLICIES.len() - 1)];
            let policies = [Policy::default(), Policy::read(policy).unwrap()];
            let events: Vec<Value> = case.log().lines().map(read).collect();
            let moment = |event: &Value| {
                let instant = |name: &str| {
                    event[name]
                        .as_str()
                        .map(|text| bosoto::Instant::parse(text).unwrap())
                };
                let at = instant("at").unwrap();
                at.min(instant("recorded_at").unwrap_or(at))
            };
            if !events.iter().map(moment).is_sorted()
                || events.iter().any(|event| event["void"].is_object())
            {
                continue;
            }
            let mut sides: [BTreeSet<Told>; 2] = Default::default();
            let mut waits: BTreeSet<(String, String, String)> = BTreeSet::new();
            for (place, event) in events.iter().enumerate() {
                let was = case.first(place + 1).unwrap();
                let at = moment(event);
                let owed = policies
                    .each_ref()
                    .map(|policy| was.obligations(at.date(), policy));
                let told = owed.each_ref().map(|rows| {
                    rows.iter()
                        .map(|row| {
                            (
                                (row.what.name, row.trigger.event, row.trigger.on),
                                days_of(row),
                            )
                        })
                        .collect::<BTreeSet<_>>()
                });
                for (side, (own, other)) in [(&told[0], &told[1]), (&told[1], &told[0])]
                    .into_iter()
                    .enumerate()
                {
                    let only = own
                        .difference(other)
                        .map(|((what, ..), days)| (*what, days.clone()));
                    sides[side].extend(only);
                }
                for actor in viewers(&case.log()) {
                    let asked = policies.each_ref().map(|policy| {
                        let actions = was.actions(&actor, at, policy);
                        let early = |action: &bosoto::Action| {
                            action
                                .reasons
                                .iter()
                                .filter(|reason| reason.kind == bosoto::ReasonKind::TooEarly)
                                .map(|reason| {
                                    (
                                        action.action.to_owned(),
                                        reason.rule.id.to_owned(),
                                        read(&bosoto::wire::to_json(&reason.allowed_from))
                                            .as_str()
                                            .unwrap()
                                            .to_owned(),
                                    )
                                })
                                .collect::<Vec<_>>()
                        };
                        actions.iter().flat_map(early).collect::<BTreeSet<_>>()
                    });
                    waits.extend(asked[0].difference(&asked[1]).cloned());
                }
            }
            let found = compared(&many(case.as_ref()), "{}", policy, None);
            for (side, name) in ["a", "b"].into_iter().enumerate() {
                let rows = found
                    .iter()
                    .filter(|row| row["kind"] == "obligation" && !row[name].is_null());
                let rows: BTreeSet<(String, String)> = rows
                    .map(|row| {
                        (
                            row["what"].as_str().unwrap().to_owned(),
                            row[name].as_str().unwrap().to_owned(),
                        )
                    })
                    .collect();
                owed_rows += rows.len();
                let expected: BTreeSet<_> = sides[side]
                    .iter()
                    .map(|(what, days)| ((*what).to_owned(), days.clone()))
                    .collect();
                // A slot that moved is told with both its sides, also where another slot has the days of one of them.
                assert!(expected.is_subset(&rows), "{policy} {expected:?} {rows:?}");
            }
            for (what, rule, from) in &waits {
                let known = found.iter().any(|row| {
                    row["kind"] == "allowed_from"
                        && row["what"] == *what
                        && row["rule"] == *rule
                        && row["a"] == *from
                });
                assert!(known, "{what} {rule} {from} {found:?}");
                waiting_rows += 1;
            }
        }
    }
    assert!(
        owed_rows > 50 && waiting_rows > 10,
        "{owed_rows} {waiting_rows}"
    );
}

#[test]
fn a_broken_log_is_told_and_the_others_are_compared() {
    let cases = r#"[{"lifecycle": "compulsory", "log": []}, {"lifecycle": "nothing", "log": []}]"#;
    let answer = read(&call::compare(cases, "{}", "{}", None));
    let pointers: Vec<_> = answer["broken"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["error"]["pointer"].clone())
        .collect();
    assert_eq!(pointers, ["/0/log", "/1/lifecycle"]);
    let answer = read(&call::compare("[]", "{}", r#"{"drop_out_days": 0}"#, None));
    assert_eq!(answer["error"]["pointer"], "/policy_b/drop_out_days");
}

/// The day on which an event counts as done.
fn day_of(event: &Value) -> Date {
    let instants = ["at", "recorded_at"].map(|name| event[name].as_str());
    let instants = instants.into_iter().flatten();
    let earliest = instants.map(|at| bosoto::Instant::parse(at).unwrap()).min();
    earliest.unwrap().date()
}

/// What a walk over every day, and on it over every event, says of one case: of each obligation in time, how it last stood
/// and when. In the middle of a day only what is done counts.
fn walked(
    case: &dyn AnyCase,
    start: Date,
    end: Date,
    policy: &Policy,
) -> BTreeMap<String, (String, Status, Option<Date>, bool)> {
    let days: Vec<Date> = case.log().lines().map(|line| day_of(&read(line))).collect();
    let mut last = BTreeMap::new();
    let mut see = |rows: Vec<Obligation>, day: Date, only_done: bool| {
        let mut turns: BTreeMap<String, usize> = BTreeMap::new();
        for row in rows {
            let turn = turns
                .entry(format!("{} {:?}", row.what.name, row.trigger))
                .or_default();
            *turn += 1;
            if only_done && row.status != Status::Done {
                continue;
            }
            // Whose it is may change, and when it is due: it counts as it stood last.
            let key = format!("{} {:?} {turn}", row.what.name, row.trigger);
            let whose = format!("{} {}", row.what.name, row.responsible.organisation);
            let late = row.done_on.filter(|done| Some(*done) > row.due_by);
            last.insert(key, (whose, row.status, late, day == end, row.due_by));
        }
    };
    let mut day = days.iter().min().unwrap().previous().unwrap();
    while day <= end {
        for (place, _) in days.iter().enumerate().filter(|(_, on)| **on == day) {
            let then = case.first(place + 1).unwrap();
            see(then.obligations(day, policy), day, true);
        }
        see(case.obligations(day, policy), day, false);
        day = day.full_days(1).unwrap();
    }
    let in_time = |due: Option<Date>| due.is_some_and(|due| start <= due && due <= end);
    let last = last.into_iter().filter(|(_, (.., due))| in_time(*due));
    last.map(|(key, (whose, status, late, stands, _))| (key, (whose, status, late, stands)))
        .collect()
}

#[test]
fn timeliness_is_what_a_walk_over_every_day_counts() {
    let mut owed = 0;
    for corpus in Corpus::all() {
        for (number, case) in corpus.cases.iter().enumerate() {
            let log = case.log();
            if number % 2 == 1 || log.contains("\"withdrawn\"") || log.contains("\"void\"") {
                continue;
            }
            let last = log.lines().map(|line| day_of(&read(line))).max().unwrap();
            let policy = ["{}", POLICIES[2], POLICIES[6], MORE_LATER][number / 2 % 4];
            let parsed = Policy::read(policy).unwrap();
            let start = last.full_days(1).unwrap();
            let window = [
                Date::parse("2019-01-01").unwrap(),
                start.full_days(number as u32 % 60).unwrap(),
            ];
            let mut expected: BTreeMap<String, [usize; 4]> = BTreeMap::new();
            for (_, (key, status, late, stands)) in
                walked(case.as_ref(), window[0], window[1], &parsed)
            {
                let outcome = match status {
                    Status::Done if late.is_some() => 1,
                    Status::Done => 0,
                    Status::Missed => 2,
                    Status::Overdue if !stands => 2,
                    Status::Upcoming | Status::Due if !stands => continue,
                    Status::Upcoming | Status::Due | Status::Overdue => 3,
                };
                expected.entry(key).or_default()[outcome] += 1;
            }
            let [start, end] = window.map(|day| day.to_string());
            let rows = read(&call::timeliness(
                &many(case.as_ref()),
                &start,
                &end,
                "unit",
                Some(policy),
            ));
            let mut found: BTreeMap<String, [usize; 4]> = BTreeMap::new();
            for row in rows.as_array().unwrap() {
                let counts = ["on_time", "late", "missed", "open"]
                    .map(|name| row[name].as_u64().unwrap() as usize);
                assert_eq!(
                    row["owed"].as_u64().unwrap() as usize,
                    counts.iter().sum::<usize>()
                );
                assert_eq!(row["median_days_late"].is_null(), counts[1] == 0);
                if let Some(what) = row["what"].as_str() {
                    found.insert(format!("{what} {}", row["place"].as_str().unwrap()), counts);
                    owed += 1;
                }
            }
            assert_eq!(found, expected, "{log}");
        }
    }
    assert!(owed > 100, "{owed}");
}

#[test]
fn work_is_counted_where_the_person_lives() {
    let corpora = Corpus::all();
    let case = corpora[0]
        .cases
        .iter()
        .find(|case| case.log().contains("appointment_missed"))
        .unwrap();
    let lives = case.tambon().unwrap();
    let count = |by: &str| {
        read(&call::timeliness(
            &many(case.as_ref()),
            "2019-01-01",
            "2030-01-01",
            by,
            None,
        ))
    };
    let (districts, tambons) = (count("district"), count("tambon"));
    assert_eq!(districts[0]["place"], lives[..4]);
    assert_eq!(tambons[0]["place"], *lives);
    let answer = read(&call::timeliness(
        "[]",
        "2024-01-01",
        "2024-01-31",
        "province",
        None,
    ));
    assert_eq!(answer["error"]["code"], "unknown_value");
    assert_eq!(answer["error"]["pointer"], "/by");
}

/// A log of these acts of one lifecycle, each accepted.
fn acted(lifecycle: &str, acts: &[(&str, &str, Value)]) -> String {
    let mut log = String::new();
    for (at, actor, command) in acts {
        let (role, organisation) = actor.split_once(' ').unwrap();
        let envelope = json!({
            "at": format!("{at}:00+07:00"),
            "actor": {"role": role, "organisation": organisation},
            "command": command,
        });
        let decision = read(&call::decide(
            lifecycle,
            Some(&log),
            &envelope.to_string(),
            None,
        ));
        assert_eq!(decision["outcome"], "accepted", "{decision}");
        for event in decision["events"].as_array().unwrap() {
            log.push_str(&event.to_string());
            log.push('\n');
        }
    }
    json!([{ "lifecycle": lifecycle, "log": log }]).to_string()
}

const OFFICE: &str = "probation_officer PB-KBI";
const NURSE: &str = "unit_user 10670";

fn referred() -> (&'static str, &'static str, Value) {
    let command = json!({
        "type": "refer", "case_id": "C-1", "round": 1, "unit": "10670", "probation_office": "PB-KBI",
        "part1": {
            "person": {"id": {"type": "passport", "value": "X1"}, "first_name": "A"},
            "address": {"tambon": "810101"},
        },
    });
    ("2024-06-03T09:00", OFFICE, command)
}

/// How much of one kind of work was owed, in time, late, missed and open.
fn counted(cases: &str, what: &str, end: &str, policy: &str) -> Option<[u64; 5]> {
    let answer = call::timeliness(cases, "2024-01-01", end, "unit", Some(policy));
    let rows = read(&answer);
    let row = rows
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["what"] == what)?;
    Some(["owed", "on_time", "late", "missed", "open"].map(|name| row[name].as_u64().unwrap()))
}

#[test]
fn what_was_done_on_the_day_on_which_it_was_no_longer_owed_was_done() {
    let reported = |at, on: &str| {
        (
            at,
            NURSE,
            json!({"type": "record_report_in", "on": on, "letter": {"hand_carried": true, "by_correspondence": false}}),
        )
    };
    let accepted = |at| (at, NURSE, json!({"type": "accept"}));
    for (report, accept, expected) in [
        ("2024-06-05T09:00", "2024-06-06T09:00", [1, 1, 0, 0, 0]),
        ("2024-06-05T09:00", "2024-06-05T09:10", [1, 1, 0, 0, 0]),
        ("2024-06-12T09:00", "2024-06-13T09:00", [1, 0, 1, 0, 0]),
        ("2024-06-12T09:00", "2024-06-12T09:10", [1, 0, 1, 0, 0]),
    ] {
        let acts = [
            referred(),
            reported(report, &report[..10]),
            accepted(accept),
        ];
        let cases = acted("compulsory", &acts);
        let found = counted(&cases, "report_in", "2024-06-30", "{}");
        assert_eq!(found, Some(expected), "{report} {accept}");
    }
}

#[test]
fn what_an_edition_gives_another_last_day_is_the_same_work() {
    let acts = [
        referred(),
        ("2024-06-04T09:00", NURSE, json!({"type": "accept"})),
        (
            "2024-07-04T16:00",
            NURSE,
            json!({"type": "record_missed_appointment", "missed_on": "2024-07-04"}),
        ),
        (
            "2024-07-13T09:00",
            NURSE,
            json!({"type": "record_trace", "on": "2024-07-13", "method": "phone", "evidence": "x"}),
        ),
    ];
    let cases = acted("compulsory", &acts);
    let later = r#"{"later": [{"from": "2024-07-13", "first_trace_days": 10}]}"#;
    assert_eq!(
        counted(&cases, "first_trace", "2024-07-31", "{}"),
        Some([1, 0, 1, 0, 0])
    );
    assert_eq!(
        counted(&cases, "first_trace", "2024-07-31", later),
        Some([1, 1, 0, 0, 0])
    );
}

#[test]
fn follow_ups_of_the_same_days_are_as_many() {
    let person = json!({"id": {"type": "passport", "value": "X1"}, "first_name": "A"});
    let acts = [
        (
            "2024-01-01T09:00",
            NURSE,
            json!({
                "type": "screen", "case_id": "E-1", "person": person, "unit": "10670", "on": "2024-01-01",
                "legal_basis": "section_113", "severity": "user",
            }),
        ),
        (
            "2024-01-02T09:00",
            NURSE,
            json!({
                "type": "start_treatment", "on": "2024-01-02", "treatment_type": "opd", "methadone": false,
            }),
        ),
        (
            "2024-01-31T09:00",
            NURSE,
            json!({
                "type": "summarise", "on": "2024-01-31", "outcome": "completed_program",
            }),
        ),
        (
            "2024-02-05T09:00",
            NURSE,
            json!({
                "type": "record_follow_up", "on": "2024-02-05", "kind": "medical", "result": "not_using",
            }),
        ),
    ];
    let cases = acted("episode", &acts);
    let three = r#"{"user_follow_ups": 3}"#;
    let found = counted(&cases, "medical_follow_up", "2024-03-15", three);
    assert_eq!(found, Some([3, 1, 0, 2, 0]));
    let answer = read(&call::compare(
        &cases,
        r#"{"user_follow_ups": 1}"#,
        r#"{"user_follow_ups": 5}"#,
        None,
    ));
    let owed = answer["differences"].as_array().unwrap().iter();
    assert_eq!(
        owed.filter(|one| one["kind"] == "obligation").count(),
        4,
        "{answer}"
    );
}
