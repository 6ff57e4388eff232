//! Sequences of commands, however odd, and what must hold for each: for the properties, which try some, and for
//! the soak, which tries many.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::missing_panics_doc,
    reason = "it is only used in tests, which may panic"
)]

use std::sync::{Arc, LazyLock};

use bosoto::actor::{Actor, Role};
use bosoto::any::AnyCase;
use bosoto::calendar::{Date, Instant};
use bosoto::lifecycle::Past;
use bosoto::policy::Policy;
use bosoto::schema;
use jsonschema::Validator;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use crate::corpus::Corpus;

/// The documents from which commands are taken.
pub static CORPUS: LazyLock<Vec<Corpus>> = LazyLock::new(Corpus::all);
static DECISION: LazyLock<Validator> = LazyLock::new(|| named("decision"));

/// What judges documents by one of the library's schemas.
pub fn named(name: &str) -> Validator {
    let schema = schema::schema(name).expect("known");
    jsonschema::draft202012::new(&schema).expect("a schema")
}

/// A command taken from the scenarios, moved in time, its fields spoilt now and then.
#[derive(Debug, Clone)]
pub struct Move {
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
    /// Instead, something of the log is taken back (GE-07).
    takes_back: Option<Index>,
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

/// Any such command.
pub fn moves() -> impl Strategy<Value = Move> {
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
        proptest::option::weighted(0.15, any::<Index>()),
    )
        .prop_map(
            |(
                sample,
                days,
                date_offset,
                spoil,
                with_id,
                received,
                actor,
                other_actor,
                takes_back,
            )| Move {
                sample,
                days,
                date_offset,
                spoil,
                with_id,
                received,
                actor,
                other_actor,
                takes_back,
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

/// A case to which commands are sent.
#[derive(Clone)]
pub struct Run {
    /// Whence the commands are.
    pub corpus: &'static Corpus,
    /// As it stands.
    pub case: Option<Arc<dyn AnyCase>>,
    /// The day of the last command.
    pub day: Date,
    accepted: Vec<(String, String)>,
}

impl Run {
    /// Begins with the first commands of a scenario.
    pub fn new(corpus: &'static Corpus, story: &Index, length: &Index) -> Self {
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

    /// Sends one more.
    pub fn follow(&mut self, one: &Move) {
        self.day = shifted(self.day, one.days);
        let mut envelope = one.sample.get(&self.corpus.envelopes).clone();
        redate(&mut envelope["command"], shifted(self.day, one.date_offset));
        if let Some(place) = &one.takes_back
            && let Some(event) = self.event(place)
        {
            envelope = withdrawal(&event["event_id"]);
        }
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

    /// An event of the log.
    fn event(&self, place: &Index) -> Option<Value> {
        let log = self.log();
        let lines: Vec<&str> = log.lines().collect();
        let line = (!lines.is_empty()).then(|| lines[place.index(lines.len())])?;
        Some(serde_json::from_str(line).expect("JSON"))
    }

    /// The case that the events in effect make, but for one: what a withdrawal of it has to lead to; nothing where
    /// a later one does not fit without it.
    fn without(&self, event_id: &Value) -> Option<Arc<dyn AnyCase>> {
        let log = self.log();
        let events = log
            .lines()
            .map(|line| serde_json::from_str(line).expect("JSON"));
        let mut events: Vec<Value> = events.collect();
        events.retain(|event| event.get("void").is_none());
        let withdrawals = events.iter().filter(|event| event["type"] == "withdrawn");
        let mut gone: Vec<Value> = withdrawals.map(|event| event["of"].clone()).collect();
        gone.push(event_id.clone());
        events.retain(|event| event["type"] != "withdrawn" && !gone.contains(&event["event_id"]));
        self.corpus
            .lifecycle
            .replay(&json!(events).to_string())
            .ok()
            .flatten()
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

    /// Its log.
    pub fn log(&self) -> String {
        self.case.as_ref().map_or(String::new(), |case| case.log())
    }

    /// The log makes the same case again, byte for byte.
    pub fn replays(&self) -> Option<Arc<dyn AnyCase>> {
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

    /// What was accepted is answered as it was, when it is sent again.
    pub fn repetitions(&self, case: &dyn AnyCase) {
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
pub fn viewers(log: &str) -> Vec<Actor> {
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

/// That an event is taken back, by whoever may.
fn withdrawal(event_id: &Value) -> Value {
    json!({
        "actor": { "role": "super_admin", "organisation": "MOPH" },
        "command": { "type": "withdraw", "event_id": event_id, "reason": "ผิด", "data_change": "D-1" },
    })
}

/// The day on which something was done, by the device's clock.
fn day_of(event: &Value) -> Option<Date> {
    Some(Instant::parse(event["at"].as_str()?).ok()?.date())
}

/// What can be seen of a case but for what was taken back.
fn seen(case: &dyn AnyCase, by: &[Actor], day: Date) -> Value {
    let policy = Policy::default();
    let mut views: Vec<Value> = by
        .iter()
        .map(|actor| json!(case.view(actor, &policy)))
        .collect();
    for view in &mut views {
        let view = view.as_object_mut().expect("a document");
        view.remove("withdrawn");
        view.remove("conflicts");
        if let Some(withheld) = view.get_mut("withheld").and_then(Value::as_array_mut) {
            withheld.retain(|one| {
                let pointer = one["pointer"].as_str().unwrap_or_default();
                !pointer.starts_with("/withdrawn") && !pointer.starts_with("/conflicts")
            });
        }
    }
    let owed = case.obligations(day, &policy);
    let flags = case.flags(Instant::at_midnight(day), &policy);
    json!([case.state(), owed, flags, views])
}

/// Something that was entered, taken back and entered again, and questions about days before.
#[derive(Debug, Clone)]
pub struct Mistake {
    lifecycle: Index,
    story: Index,
    length: Index,
    moves: Vec<Move>,
    event: Index,
    again: Move,
    days_ago: u8,
}

/// Any mistake.
pub fn mistakes() -> impl Strategy<Value = Mistake> {
    (
        any::<Index>(),
        any::<Index>(),
        any::<Index>(),
        proptest::collection::vec(moves(), 0..12),
        any::<Index>(),
        moves(),
        0_u8..60,
    )
        .prop_map(
            |(lifecycle, story, length, moves, event, again, days_ago)| Mistake {
                lifecycle,
                story,
                length,
                moves,
                event,
                again,
                days_ago,
            },
        )
}

impl Mistake {
    fn run(&self) -> Run {
        let lifecycle = self.lifecycle.get(&CORPUS);
        let mut run = Run::new(lifecycle, &self.story, &self.length);
        self.moves.iter().for_each(|one| run.follow(one));
        run
    }

    /// A withdrawal is refused exactly when a later event needs the one it takes back; otherwise the case is as if
    /// it had not been entered, and takes what comes next as such a case does (GE-07).
    pub fn leaves_no_trace(&self) -> Result<(), TestCaseError> {
        let run = self.run();
        let Some(event) = run.event(&self.event) else {
            return Ok(());
        };
        let lifecycle = run.corpus.lifecycle;
        let mut envelope = withdrawal(&event["event_id"]);
        envelope["at"] = json!(Instant::at_midnight(run.day));
        let (text, policy) = (envelope.to_string(), Policy::default());
        let decision = lifecycle
            .decide_json(run.case.as_deref(), &text, &policy)
            .expect("a decision");
        let answer: Value = serde_json::from_str(&decision.to_json()).expect("JSON");
        let kinds: Vec<&str> = answer["reasons"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|reason| reason["kind"].as_str())
            .collect();
        let never = run.without(&event["event_id"]);
        match kinds.as_slice() {
            [] => {}
            ["missing_precondition"] => {
                prop_assert!(never.is_none(), "{answer}");
                return Ok(());
            }
            // The creating event, a withdrawal, something without effect.
            _ => return Ok(()),
        }
        let after = decision
            .apply_to(run.case.as_deref())
            .expect("one lifecycle")
            .expect("a case");
        let never = never.expect("everything else fits without it");
        let (log, by) = (run.log(), viewers(&run.log()));
        // A question about a day before the last event does not know of all that was taken back.
        let days = log
            .lines()
            .filter_map(|line| day_of(&serde_json::from_str(line).ok()?));
        let last = days.max().unwrap_or(run.day).max(run.day);
        let of = |case: &dyn AnyCase, day: Date| seen(case, &by, day.max(last));
        let (case, other) = (of(after.as_ref(), run.day), of(never.as_ref(), run.day));
        prop_assert_eq!(case, other, "{}{}", log, text);
        let mut next = [
            Run {
                case: Some(after),
                ..run.clone()
            },
            Run {
                case: Some(never),
                ..run
            },
        ];
        // On a day of its own, so that it is no repetition of what was taken back (GE-03).
        next.iter_mut().for_each(|run| run.day = last);
        let again = Move {
            takes_back: None,
            with_id: false,
            received: None,
            days: self.again.days.max(1),
            ..self.again.clone()
        };
        next.iter_mut().for_each(|run| run.follow(&again));
        let [after, never] = next.map(|run| of(run.case.expect("a case").as_ref(), run.day));
        prop_assert_eq!(after, never, "{}{}", log, text);
        Ok(())
    }

    /// An event of a later moment changes no answer about an earlier day, whatever of it was known (GE-08).
    pub fn changes_no_earlier_answer(&self) -> Result<(), TestCaseError> {
        let mut run = self.run();
        let policy = Policy::default();
        let day = shifted(run.day, -i32::from(self.days_ago));
        let known = Past::from(day).known(Some(shifted(day, self.again.date_offset)));
        let answers = |case: &dyn AnyCase| {
            let ask = |past| json!(case.obligations(past, &policy));
            let flags = case.flags(Instant::at_midnight(day), &policy);
            json!([ask(Past::from(day)), ask(known), flags])
        };
        let before = run.case.as_ref().map(|case| answers(case.as_ref()));
        let many = run.log().lines().count();
        run.follow(&Move {
            received: None,
            days: self.again.days.max(0),
            ..self.again.clone()
        });
        let log = run.log();
        let Some(last) = log.lines().nth(many) else {
            return Ok(());
        };
        let last: Value = serde_json::from_str(last).expect("JSON");
        let at = last["at"]
            .as_str()
            .map(Instant::parse)
            .expect("a time")
            .expect("a time");
        if at.date() > day {
            let after = run.case.as_ref().map(|case| answers(case.as_ref()));
            prop_assert_eq!(after, before);
        }
        Ok(())
    }
}

/// Three devices with wrong clocks, ids that collide, the same act sent to two of them.
#[derive(Debug, Clone)]
pub struct Devices {
    lifecycle: Index,
    story: Index,
    length: Index,
    before: Vec<Move>,
    own: [Vec<Move>; 3],
    all: Vec<Move>,
}

/// Any three devices.
pub fn devices() -> impl Strategy<Value = Devices> {
    let several = proptest::collection::vec;
    (
        any::<Index>(),
        any::<Index>(),
        any::<Index>(),
        several(moves(), 0..6),
        proptest::array::uniform3(several(moves(), 0..8)),
        several(moves(), 0..3),
    )
        .prop_map(|(lifecycle, story, length, before, own, all)| Devices {
            lifecycle,
            story,
            length,
            before,
            own,
            all,
        })
}

impl Devices {
    /// Their logs are merged in whatever order and however often to the same bytes; either log keeps its order, and
    /// what comes out is a log like any other (GE-04).
    pub fn merge_to_a_union(&self) -> Result<(), TestCaseError> {
        let lifecycle = self.lifecycle.get(&CORPUS);
        let mut base = Run::new(lifecycle, &self.story, &self.length);
        self.before.iter().for_each(|one| base.follow(one));
        let [a, b, c] = &self.own.each_ref().map(|own| {
            let mut run = base.clone();
            own.iter().chain(&self.all).for_each(|one| run.follow(one));
            run.log()
        });
        let merge = |a: &str, b: &str| base.corpus.lifecycle.merge(a, b).expect("one case");
        let ab = merge(a, b);
        prop_assert_eq!(&merge(b, a).to_json(), &ab.to_json(), "commutative");
        prop_assert_eq!(&merge(a, a).log, a, "idempotent");
        prop_assert_eq!(
            &merge(&ab.log, b).to_json(),
            &ab.to_json(),
            "what is in it adds nothing"
        );
        let (left, right) = (merge(&ab.log, c), merge(a, &merge(b, c).log));
        prop_assert_eq!(&left.to_json(), &right.to_json(), "associative");
        keeps_its_order(a, [b, c], &left.log);
        keeps_its_order(b, [a, c], &left.log);
        let again = base
            .corpus
            .lifecycle
            .replay(&left.log)
            .expect("it is a log");
        prop_assert_eq!(again.is_some(), left.case.is_some());
        if let Some((again, case)) = again.zip(left.case) {
            prop_assert_eq!(again.log(), &*left.log);
            prop_assert_eq!(case.log(), &*left.log);
            let day = base.day;
            let policy = Policy::default();
            prop_assert_eq!(
                again.obligations(day, &policy),
                case.obligations(day, &policy)
            );
            let all = Actor::new(Role::SuperAdmin, "MOPH");
            prop_assert_eq!(again.view(&all, &policy), case.view(&all, &policy));
            let replayed = base.corpus.lifecycle.replay_lines(&left.log);
            prop_assert_eq!(replayed.conflicts, left.conflicts);
        }
        Ok(())
    }
}
