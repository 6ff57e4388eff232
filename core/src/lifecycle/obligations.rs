//! `obligations` and `flags`: what a case owes on a day, and what is flagged at an instant.

use std::collections::BTreeMap;
use std::fmt;
use std::panic::Location;

use super::Lifecycle;
use super::case::Case;
use super::past::Past;
use super::state::State as _;
use crate::base::calendar::{Date, Instant};
use crate::base::order;
use crate::base::rule::{Applied, Rule, applies};
use crate::base::text::Text;
use crate::policy::{Numbers, Policy};
use crate::rulebook::general::GE_09;
use crate::schedule::{Obligation, Status};

/// A case entered in error owes nothing, and nothing of it was missed.
pub(crate) const APPLIES: Applied = applies(&GE_09);

/// What is owed on a day, computed from the case as it was (GE-08), ordered by (`opens_on`, rule, slot).
///
/// In a final state only what is done or missed remains, and what outlives the case; nothing of a case that was
/// entered in error.
pub fn obligations<L: Lifecycle>(
    case: &Case<L>,
    past: impl Into<Past>,
    policy: &Policy,
) -> Vec<Obligation> {
    let past = past.into();
    case.as_of(past)
        .map(|case| owed(&case, past.date(), policy))
        .unwrap_or_default()
}

/// What is owed on a day of a case as it was on it.
pub(crate) fn owed<L: Lifecycle>(case: &Case<L>, on: Date, policy: &Policy) -> Vec<Obligation> {
    if L::entered_in_error(case) {
        return Vec::new();
    }
    let numbers = policy.on(on);
    let mut rows = Vec::new();
    for owes in L::OWES {
        owes(case, numbers, &mut rows);
    }
    let last = case.spans().last();
    let ended = last.filter(|span| span.state.is_final());
    settled(rows, on, ended.map(|span| span.from))
}

/// What tells something that is owed from the rest: what it is, the event that it comes from and its day, and the how manieth
/// it is of these. Its days may change, as by an edition of the policy, and it is the same.
pub(super) type Slot = (&'static str, &'static str, Date, usize);

/// What tells each row from the others.
pub(super) fn in_turn(rows: &[Obligation]) -> Vec<Slot> {
    let mut before = BTreeMap::new();
    let slot = |row: &Obligation| {
        let (what, event, on) = (row.what.name, row.trigger.event, row.trigger.on);
        let place: &mut usize = before.entry((what, event, on)).or_default();
        let slot = (what, event, on, *place);
        *place = place.saturating_add(1);
        slot
    };
    rows.iter().map(slot).collect()
}

/// What is owed on the day, in order, of a case that has ended or not.
fn settled(rows: Vec<Obligation>, on: Date, ended_on: Option<Date>) -> Vec<Obligation> {
    let mut rows: Vec<Obligation> = rows
        .into_iter()
        .map(|row| row.judged(on))
        .filter(|row| ended_on.is_none_or(|ended_on| stands_after(row, ended_on)))
        .collect();
    order::sort_by(&mut rows, Obligation::order);
    rows
}

/// Whether a row stands once the case has ended: what outlives it, what was done, and what was missed of what had
/// opened by then. What opens later could never be done, as where a case ended upon a death that was then
/// withdrawn (GE-07).
fn stands_after(row: &Obligation, ended_on: Date) -> bool {
    match row.status {
        Status::Done => true,
        Status::Missed if row.opens_on <= ended_on => true,
        Status::Upcoming | Status::Due | Status::Overdue | Status::Missed => {
            row.what.outlives_the_case
        }
    }
}

/// Adds the rows that exist, before the general rule on final states is applied.
pub type Owes<L> = fn(&Case<L>, &Numbers, &mut Vec<Obligation>);

/// Something to show beside a case while it holds.
pub struct Flag<L: Lifecycle> {
    /// The rule.
    pub rule: &'static Rule,
    /// The name on the wire.
    pub name: &'static str,
    /// What it is called.
    pub title: Text,
    /// Whether it holds.
    pub raised: fn(&Case<L>, Instant, &Numbers) -> bool,
    /// Where it is defined.
    pub at: &'static Location<'static>,
}

impl<L: Lifecycle> Flag<L> {
    /// Something to show.
    #[track_caller]
    pub(crate) const fn new(
        rule: &'static Rule,
        name: &'static str,
        title: Text,
        raised: fn(&Case<L>, Instant, &Numbers) -> bool,
    ) -> Self {
        Self {
            rule,
            name,
            title,
            raised,
            at: Location::caller(),
        }
    }
}

impl<L: Lifecycle> fmt::Debug for Flag<L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// What is flagged at an instant, of the case as it was (GE-08).
pub fn flags<L: Lifecycle>(
    case: &Case<L>,
    past: impl Into<Past>,
    policy: &Policy,
) -> Vec<&'static str> {
    let past = past.into();
    let Some(case) = case.as_of(past).filter(|_| !L::FLAGS.is_empty()) else {
        return Vec::new();
    };
    let (at, numbers) = (past.instant(), policy.on(past.date()));
    L::FLAGS
        .iter()
        .filter(|flag| (flag.raised)(&case, at, numbers))
        .map(|flag| flag.name)
        .collect()
}
