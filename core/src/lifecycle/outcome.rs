//! What became of what was owed in a time: done in time, done late, missed, or still open.
//!
//! It is told from the case as it was on each day, by what is known at the end: what was taken back was never owed.

use serde::Serialize;

use super::Lifecycle;
use super::act::Commands;
use super::case::Case;
use super::event::Event;
use super::obligations::owed;
use super::replay::Replay;
use crate::base::calendar::Date;
use crate::base::order;
use crate::base::shape::Shape;
use crate::policy::Policy;
use crate::schedule::{Obligation, Status};

/// What became of something that was owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Shape)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Done on its last day in time or before.
    #[title("ทำทันกำหนด", "done in time")]
    OnTime,
    /// Done after it.
    #[title("ทำช้ากว่ากำหนด", "done late")]
    Late,
    /// Not done, and it no longer can be.
    #[title("ไม่ได้ทำ", "missed")]
    Missed,
    /// Not done yet.
    #[title("ยังไม่ได้ทำ", "open")]
    Open,
}

/// Something whose last day in time lay in the time asked about, and what became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Settled {
    /// What was owed, as it last stood.
    pub obligation: Obligation,
    /// What became of it by the end of the time.
    pub outcome: Outcome,
    /// How many days after its last day in time it was done; 0 in time.
    pub days_late: u32,
}

/// What became of everything whose last day in time (`due_by`) lies from `start` to `end`, as it stood at the end of `end`.
///
/// Of what ended with its case, or with the absence it was about, it counts what was overdue by then, as missed; what
/// was not yet overdue was no longer owed.
pub fn outcomes<L: Lifecycle>(
    case: &Case<L>,
    start: Date,
    end: Date,
    policy: &Policy,
) -> Vec<Settled> {
    let Some(case) = case.as_of(end) else {
        return Vec::new();
    };
    let events = in_effect(&case);
    let days = events.iter().map(|event| event.moment().date());
    let days: Vec<Date> = days.collect();
    let is_rising = days.is_sorted();
    let (mut replay, mut used) = (Replay::new(), 0);
    let mut was = |from: Date, day: Date| {
        if !is_rising {
            (replay, used) = (Replay::new(), 0);
        }
        let until = |event: &&Event<L>| event.moment().date() <= from;
        let more = events.iter().skip(used).filter(until);
        for event in more {
            used = used.saturating_add(1);
            // What does not fit without a later event is left out, as in every question about a past day.
            let _ = replay.push(event.clone());
        }
        let was = replay.case().map(|case| owed(case, day, policy));
        was.unwrap_or_default()
    };
    settled(days, [start, end], policy, &mut was)
}

/// What became of what was owed, of a case of these days; what was owed on a day, of the case as the events until another
/// had made it, is asked.
fn settled(
    mut borders: Vec<Date>,
    [start, end]: [Date; 2],
    policy: &Policy,
    was_owed: &mut dyn FnMut(Date, Date) -> Vec<Obligation>,
) -> Vec<Settled> {
    borders.extend(policy.days_of_change().filter(|day| *day <= end));
    order::sort(&mut borders);
    borders.dedup();
    let mut last_seen: Vec<(Obligation, Date)> = Vec::new();
    for (place, from) in borders.iter().enumerate() {
        // The last day before the next border: until then nothing changes but how far a thing has come.
        let next = borders.get(place.saturating_add(1));
        let Some(day) = next.map_or(Some(end), |next| next.previous()) else {
            continue;
        };
        for row in was_owed(*from, day) {
            if row.due_by.is_some_and(|due| start <= due && due <= end) {
                see(&mut last_seen, row, day);
            }
        }
    }
    let settled = last_seen.into_iter();
    settled
        .filter_map(|(row, day)| settle(row, day == end))
        .collect()
}

/// The events that count, without those that took another back.
fn in_effect<L: Lifecycle>(case: &Case<L>) -> Vec<Event<L>> {
    let events = case.log().iter().enumerate();
    events
        .filter(|(place, event)| case.has_effect(*place) && event.command.withdrawal().is_none())
        .map(|(_, event)| event.clone())
        .collect()
}

fn see(last_seen: &mut Vec<(Obligation, Date)>, row: Obligation, day: Date) {
    let same = |(known, _): &&mut (Obligation, Date)| {
        known.what == row.what && known.trigger == row.trigger && known.due_by == row.due_by
    };
    match last_seen.iter_mut().find(same) {
        Some(known) => *known = (row, day),
        None => last_seen.push((row, day)),
    }
}

/// What became of it, where it counts; whether it was still there at the end.
fn settle(obligation: Obligation, stands: bool) -> Option<Settled> {
    let due = obligation.due_by?;
    let late = |done: Date| u32::try_from(due.days_until(done)).unwrap_or(0);
    let (outcome, days_late) = match (obligation.status, obligation.done_on) {
        (Status::Done, Some(done)) if done > due => (Outcome::Late, late(done)),
        (Status::Done, _) => (Outcome::OnTime, 0),
        (Status::Missed, _) => (Outcome::Missed, 0),
        (Status::Overdue, _) if !stands => (Outcome::Missed, 0),
        (Status::Upcoming | Status::Due, _) if !stands => return None,
        (Status::Upcoming | Status::Due | Status::Overdue, _) => (Outcome::Open, 0),
    };
    Some(Settled {
        obligation,
        outcome,
        days_late,
    })
}
