//! What became of what was owed in a time: done in time, done late, missed, or still open.
//!
//! It is told from the case as it was on each day, by what is known at the end: what was taken back was never owed.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Lifecycle;
use super::act::Commands;
use super::case::Case;
use super::event::Event;
use super::obligations::{Slot, in_turn, owed};
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
    let owed_by = |replay: &Replay<L>, day: Date| {
        let owed = replay.case().map(|case| owed(case, day, policy));
        owed.unwrap_or_default()
    };
    let mut look = |from: Date, day: Date, work: &mut Work| {
        if !is_rising {
            (replay, used) = (Replay::new(), 0);
        }
        let until = |event: &&Event<L>| event.moment().date() <= from;
        let mut more = events.iter().skip(used).filter(until).peekable();
        while let Some(event) = more.next() {
            used = used.saturating_add(1);
            // What does not fit without a later event is left out, as in every question about a past day.
            let _ = replay.push(event.clone());
            // What was done on a day may be owed no more at its end.
            if more.peek().is_some() && event.moment().date() == from {
                see(work, owed_by(&replay, from), from, |row| {
                    row.status == Status::Done
                });
            }
        }
        see(work, owed_by(&replay, day), day, |_| true);
    };
    settled(days, [start, end], policy, &mut look)
}

/// What became of what was owed, of a case of these days. What was owed from a day to another, of the case as the events
/// until the first of them had made it, is looked for.
fn settled(
    mut borders: Vec<Date>,
    [start, end]: [Date; 2],
    policy: &Policy,
    look: &mut dyn FnMut(Date, Date, &mut Work),
) -> Vec<Settled> {
    borders.extend(policy.days_of_change().filter(|day| *day <= end));
    order::sort(&mut borders);
    borders.dedup();
    let mut work = Work::new();
    for (place, from) in borders.iter().enumerate() {
        // The last day before the next border: until then nothing changes but how far a thing has come.
        let next = borders.get(place.saturating_add(1));
        let Some(day) = next.map_or(Some(end), |next| next.previous()) else {
            continue;
        };
        look(*from, day, &mut work);
    }
    let rows = work.into_values();
    rows.filter_map(|(row, day)| settle(row, [start, end], day == end))
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

/// Everything that was owed, as it last stood, with the day on which it did.
type Work = BTreeMap<Slot, (Obligation, Date)>;

/// Notes what is owed on a day, as far as it counts.
fn see(work: &mut Work, owed: Vec<Obligation>, day: Date, counts: fn(&Obligation) -> bool) {
    let slots = in_turn(&owed).into_iter();
    let seen = slots.zip(owed).filter(|(_, row)| counts(row));
    work.extend(seen.map(|(slot, row)| (slot, (row, day))));
}

/// What became of it, where its last day lies in the time asked about; whether it was still there at the end.
fn settle(obligation: Obligation, [start, end]: [Date; 2], stands: bool) -> Option<Settled> {
    let due = obligation.due_by?;
    if due < start || end < due {
        return None;
    }
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
