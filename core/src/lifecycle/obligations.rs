//! `obligations` and `flags`: what a case owes on a day, and what is flagged at an instant.

use super::case::Case;
use super::table::{Lifecycle, State};
use crate::base::calendar::{Date, Instant};
use crate::policy::Policy;
use crate::schedule::{Obligation, Status};

/// What is owed on a day, computed from the events up to it, ordered by (`opens_on`, rule, slot).
///
/// In a final state only what is done or missed remains, and what the lifecycle's table keeps open.
pub fn obligations<L: Lifecycle>(case: &Case<L>, on: Date, policy: &Policy) -> Vec<Obligation> {
    let Some(case) = case.as_of(on) else {
        return Vec::new();
    };
    let ended = case.state().is_final();
    let mut rows: Vec<Obligation> = L::obligations(&case, on, policy)
        .into_iter()
        .map(|row| row.judged(on))
        .filter(|row| !ended || L::OWED_AFTER_THE_END.contains(&row.what) || settled(row))
        .collect();
    rows.sort_by(Obligation::order);
    rows
}

fn settled(row: &Obligation) -> bool {
    matches!(row.status, Status::Done | Status::Missed)
}

/// What is flagged at an instant.
pub fn flags<L: Lifecycle>(case: &Case<L>, at: Instant, policy: &Policy) -> Vec<&'static str> {
    L::flags(case, at, policy)
}
