//! What must hold for every sequence of commands, however odd.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

use std::sync::{Arc, LazyLock};

use bosoto::actor::{Actor, Role};
use bosoto::any::AnyCase;
use bosoto::calendar::{Date, Instant};
use bosoto::policy::Policy;
use bosoto::schema;
use bosoto_tests::corpus::Corpus;
use jsonschema::Validator;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

static CORPUS: LazyLock<Vec<Corpus>> = LazyLock::new(Corpus::all);
static DECISION: LazyLock<Validator> = LazyLock::new(|| named("decision"));
static OBLIGATIONS: LazyLock<Validator> = LazyLock::new(|| named("obligations"));
static VIEW: LazyLock<Validator> = LazyLock::new(|| named("view"));

fn named(name: &str) -> Validator {
    let schema = schema::schema(name).expect("known");
    jsonschema::draft202012::new(&schema).expect("a schema")
}

/// A command taken from the scenarios, moved in time, its fields spoilt now and then.
#[derive(Debug, Clone)]
struct Move {
    sample: Index,
    /// Days since the day before.
    days: i32,
    /// Days from the day of the command to the dates in it.
    date_offset: i32,
    spoil: Option<(Index, Spoiling)>,
    with_id: bool,
    /// Hours from the device's clock to that of the receipt, where it is given.
    received: Option<i8>,
    actor: Index,
    other_actor: bool,
}

#[derive(Debug, Clone, Copy)]
enum Spoiling {
    NoDate,
    BuddhistYear,
    Null,
    Number,
    Huge,
    Blank,
}

impl Spoiling {
    fn value(self) -> Value {
        match self {
            Self::NoDate => json!("2021-02-30"),
            Self::BuddhistYear => json!("2564-04-03"),
            Self::Null => Value::Null,
            Self::Number => json!(-1),
            Self::Huge => json!("ก".repeat(5_000)),
            Self::Blank => json!(" "),
        }
    }
}

fn moves() -> impl Strategy<Value = Move> {
    let spoiling = prop_oneof![
        Just(Spoiling::NoDate),
        Just(Spoiling::BuddhistYear),
        Just(Spoiling::Null),
        Just(Spoiling::Number),
        Just(Spoiling::Huge),
        Just(Spoiling::Blank),
    ];
    (
        any::<Index>(),
        prop_oneof![4 => 0..20, 1 => -30..0, 1 => 20..400],
        prop_oneof![4 => -3..=0, 1 => -60..60],
        proptest::option::weighted(0.1, (any::<Index>(), spoiling)),
        any::<bool>(),
        proptest::option::weighted(0.4, -60_i8..60),
        any::<Index>(),
        proptest::bool::weighted(0.1),
    )
        .prop_map(
            |(sample, days, date_offset, spoil, with_id, received, actor, other_actor)| Move {
                sample,
                days,
                date_offset,
                spoil,
                with_id,
                received,
                actor,
                other_actor,
            },
        )
}

fn shifted(date: Date, days: i32) -> Date {
    let earlier = |date: Date| (days..0).try_fold(date, |date, _| date.previous());
    let moved = if days < 0 {
        earlier(date)
    } else {
        date.full_days(days.unsigned_abs())
    };
    moved.unwrap_or(date)
}

/// So many hours after the midnight of a day, or before it.
fn received(day: Date, hours: i8) -> Instant {
    let days = hours.div_euclid(24);
    let hour = u32::from(hours.rem_euclid(24).unsigned_abs());
    let day = shifted(day, days.into());
    Instant::from_date_time(day, hour, 0).expect("an hour")
}

/// Moves every date of a payload to a day.
fn redate(value: &mut Value, day: Date) {
    match value {
        Value::String(text) if Date::parse(text).is_ok() => *text = day.to_string(),
        Value::Object(fields) => fields.values_mut().for_each(|field| redate(field, day)),
        Value::Array(items) => items.iter_mut().for_each(|item| redate(item, day)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn spoilt(envelope: &mut Value, place: &Index, spoiling: Spoiling) {
    let Some(fields) = envelope["command"].as_object_mut() else {
        return;
    };
    let at = place.index(fields.len());
    if let Some((_, field)) = fields.iter_mut().nth(at) {
        *field = spoiling.value();
    }
}

#[derive(Clone)]
struct Run {
    corpus: &'static Corpus,
    case: Option<Arc<dyn AnyCase>>,
    day: Date,
    accepted: Vec<(String, String)>,
}

impl Run {
    /// Begins with the first commands of a scenario.
    fn new(corpus: &'static Corpus, story: &Index, length: &Index) -> Self {
        let story = story.get(&corpus.stories);
        let mut run = Self {
            corpus,
            case: None,
            day: Date::parse("2024-06-06").expect("a day"),
            accepted: Vec::new(),
        };
        for envelope in story.iter().take(1 + length.index(story.len())) {
            run.send(envelope);
        }
        run
    }

    fn follow(&mut self, one: &Move) {
        self.day = shifted(self.day, one.days);
        let mut envelope = one.sample.get(&self.corpus.envelopes).clone();
        redate(&mut envelope["command"], shifted(self.day, one.date_offset));
        envelope["at"] = json!(Instant::at_midnight(self.day));
        if let Some(fields) = envelope.as_object_mut() {
            fields.remove("recorded_at");
            fields.remove("command_id");
        }
        if let Some(hours) = one.received {
            envelope["recorded_at"] = json!(received(self.day, hours));
        }
        if one.with_id {
            envelope["command_id"] = json!(format!("id-{}", self.accepted.len()));
        }
        if one.other_actor {
            envelope["actor"] = one.actor.get(&self.corpus.envelopes)["actor"].clone();
        }
        if let Some((place, spoiling)) = &one.spoil {
            spoilt(&mut envelope, place, *spoiling);
        }
        self.send(&envelope);
    }

    fn send(&mut self, envelope: &Value) {
        let (lifecycle, policy) = (self.corpus.lifecycle, Policy::default());
        let (text, before) = (envelope.to_string(), self.log());
        let case = self.case.as_deref();
        let decided = lifecycle.decide_json(case, &text, &policy);
        let again = lifecycle.decide_json(case, &text, &policy);
        let Ok(decision) = decided else {
            let answer = decided.map(drop).expect_err("an error").to_json();
            assert_eq!(answer, again.map(drop).expect_err("the same").to_json());
            assert_eq!(self.log(), before);
            return;
        };
        let answer = decision.to_json();
        assert_eq!(
            answer,
            again.expect("the same").to_json(),
            "equal input, equal bytes"
        );
        let parsed: Value = serde_json::from_str(&answer).expect("JSON");
        assert!(DECISION.is_valid(&parsed), "{answer}");
        let after = decision.apply_to(case).expect("one lifecycle");
        let repeated = parsed.get("repeated").is_some();
        if decision.is_accepted() && !repeated {
            let after = after.clone().expect("a case");
            assert_eq!(parsed["state"], after.state());
            assert_eq!(after.log().lines().count(), before.lines().count() + 1);
            if envelope.get("command_id").is_some() {
                self.accepted.push((text, answer));
            }
        } else {
            let unchanged = after.as_ref().map_or(String::new(), |case| case.log());
            assert_eq!(
                unchanged, before,
                "a refusal and a repetition change nothing"
            );
        }
        self.case = after;
    }

    fn log(&self) -> String {
        self.case.as_ref().map_or(String::new(), |case| case.log())
    }

    /// The log makes the same case again, byte for byte.
    fn replays(&self) -> Option<Arc<dyn AnyCase>> {
        let log = self.log();
        let again = self.corpus.lifecycle.replay(&log).expect("it fits");
        assert_eq!(again.is_some(), self.case.is_some());
        let (again, case) = (again?, self.case.as_ref()?);
        assert_eq!(again.log(), log);
        assert_eq!(again.state(), case.state());
        let (on, policy) = (self.day, Policy::default());
        assert_eq!(
            again.obligations(on, &policy),
            case.obligations(on, &policy)
        );
        for actor in viewers(&log) {
            assert_eq!(again.view(&actor, &policy), case.view(&actor, &policy));
        }
        Some(again)
    }

    fn repetitions(&self, case: &dyn AnyCase) {
        for (envelope, first) in &self.accepted {
            let policy = Policy::default();
            let decision = self
                .corpus
                .lifecycle
                .decide_json(Some(case), envelope, &policy);
            let again = decision.expect("a decision").to_json();
            let expected = format!("{},\"repeated\":true}}", first.trim_end_matches('}'));
            assert_eq!(again, expected);
        }
    }
}

/// Every role, once in the organisation of each actor of the log and once in a strange one.
fn viewers(log: &str) -> Vec<Actor> {
    let mut organisations: Vec<&str> = log
        .split("\"organisation\":\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    organisations.push("no such");
    organisations.sort_unstable();
    organisations.dedup();
    let every = |organisation: &str| -> Vec<Actor> {
        let roles = Role::ALL.iter();
        roles.map(|role| Actor::new(*role, organisation)).collect()
    };
    organisations
        .iter()
        .flat_map(|organisation| every(organisation))
        .collect()
}

/// Every view has its shape; what it withholds is another test's (`privacy.rs`).
fn views(case: &dyn AnyCase) {
    let policy = Policy::default();
    for actor in viewers(&case.log()) {
        let view = json!(case.view(&actor, &policy));
        assert!(VIEW.is_valid(&view), "{view}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn ge_04_every_sequence_keeps_what_must_always_hold(
        lifecycle in any::<Index>(),
        story in any::<Index>(),
        length in any::<Index>(),
        moves in proptest::collection::vec(moves(), 0..24),
    ) {
        let mut run = Run::new(lifecycle.get(&CORPUS), &story, &length);
        for one in &moves {
            run.follow(one);
        }
        let machine = run.corpus.lifecycle.machine();
        if let Some(case) = &run.case {
            prop_assert!(machine.states.iter().any(|state| state.name == case.state()));
            let owed = json!(case.obligations(run.day, &Policy::default()));
            prop_assert!(OBLIGATIONS.is_valid(&owed), "{}", owed);
            views(case.as_ref());
            run.repetitions(case.as_ref());
        }
        if let Some(again) = run.replays() {
            run.repetitions(again.as_ref());
        }
    }
}

/// The lines of a log without the marks of a merge.
fn unmarked(log: &str) -> Vec<Value> {
    let lines = log.lines();
    lines
        .map(|line| {
            let mut event: Value = serde_json::from_str(line).expect("JSON");
            event.as_object_mut().expect("an event").remove("void");
            event
        })
        .collect()
}

/// The events of a log stand in the merged one as they stood, but for those that another device had too.
fn keeps_its_order(log: &str, others: [&str; 2], merged: &str) {
    let others: Vec<Value> = others.iter().flat_map(|log| unmarked(log)).collect();
    let own: Vec<Value> = unmarked(log)
        .into_iter()
        .filter(|event| {
            others
                .iter()
                .all(|other| other["event_id"] != event["event_id"])
        })
        .collect();
    let mut kept = unmarked(merged);
    kept.retain(|event| own.contains(event));
    assert_eq!(kept, own);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    /// Three devices with wrong clocks, ids that collide, the same act sent to two of them.
    #[test]
    fn ge_04_a_merge_is_a_union_whatever_the_clocks_say(
        lifecycle in any::<Index>(),
        story in any::<Index>(),
        length in any::<Index>(),
        before in proptest::collection::vec(moves(), 0..6),
        own in proptest::collection::vec(proptest::collection::vec(moves(), 0..8), 3),
        both in proptest::collection::vec(moves(), 0..3),
    ) {
        let mut base = Run::new(lifecycle.get(&CORPUS), &story, &length);
        before.iter().for_each(|one| base.follow(one));
        let logs: Vec<String> = own
            .iter()
            .map(|own| {
                let mut run = base.clone();
                own.iter().chain(&both).for_each(|one| run.follow(one));
                run.log()
            })
            .collect();
        let merge = |a: &str, b: &str| base.corpus.lifecycle.merge(a, b).expect("one case");
        let (a, b, c) = (&logs[0], &logs[1], &logs[2]);
        let ab = merge(a, b);
        prop_assert_eq!(&merge(b, a).json, &ab.json, "commutative");
        prop_assert_eq!(&merge(a, a).log, a, "idempotent");
        prop_assert_eq!(&merge(&ab.log, b).json, &ab.json, "what is in it adds nothing");
        let (left, right) = (merge(&ab.log, c), merge(a, &merge(b, c).log));
        prop_assert_eq!(&left.json, &right.json, "associative");
        keeps_its_order(a, [b, c], &left.log);
        keeps_its_order(b, [a, c], &left.log);
        let again = base.corpus.lifecycle.replay(&left.log).expect("it is a log");
        prop_assert_eq!(again.is_some(), left.case.is_some());
        if let Some((again, case)) = again.zip(left.case) {
            prop_assert_eq!(again.log(), &*left.log);
            prop_assert_eq!(case.log(), &*left.log);
            let day = base.day;
            let policy = Policy::default();
            prop_assert_eq!(again.obligations(day, &policy), case.obligations(day, &policy));
            let all = Actor::new(Role::SuperAdmin, "MOPH");
            prop_assert_eq!(again.view(&all, &policy), case.view(&all, &policy));
            let replayed = base.corpus.lifecycle.replay_lines(&left.log);
            prop_assert_eq!(replayed.conflicts, left.conflicts);
        }
    }
}
