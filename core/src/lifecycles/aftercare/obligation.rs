//! What community follow-up owes: the visits of a year (AC-02, AC-03).

use super::case::FollowUp;
use crate::base::actor::Role;
use crate::base::calendar::{self, Date};
use crate::policy::{Policy, VisitCadence};
use crate::schedule::{Obligation, Owed};

/// The rows `visit`; none that opens after a death (AC-09).
pub(super) fn visits(case: &FollowUp, policy: &Policy) -> Vec<Obligation> {
    let Some(ends_on) = case.ends_on(policy) else {
        return Vec::new();
    };
    let mut rows = match policy.visit_cadence {
        VisitCadence::Fixed => fixed(case, ends_on, policy),
        VisitCadence::Rolling => rolling(case, ends_on, policy),
    };
    if let Some(died_on) = case.died_on() {
        rows.retain(|row| row.opens_on <= died_on);
    }
    rows
}

fn row(case: &FollowUp, opens_on: Date) -> Obligation {
    let trigger = ("enrolled", case.graduated_on);
    let responsible = (Role::DistrictRecorder, &case.district);
    Obligation::new(Owed::Visit, trigger, opens_on, responsible)
}

fn days(case: &FollowUp) -> Vec<Date> {
    let mut days: Vec<Date> = case.visits.iter().map(|visit| visit.occurred_on).collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// Slot k opens on G + first + (k − 1) · every and is served by the earliest visit before slot k + 1
/// opens; the last one runs to the end of the year.
fn fixed(case: &FollowUp, ends_on: Date, policy: &Policy) -> Vec<Obligation> {
    let days = days(case);
    let first = calendar::full_days(case.graduated_on, policy.visit_first_days);
    let every = policy.visit_every_days;
    let opening = std::iter::successors(first, |day| calendar::full_days(*day, every));
    opening
        .take_while(|day| *day <= ends_on)
        .map(|opens_on| {
            let last_day = last_day_of_slot(opens_on, every, ends_on);
            let from = days.partition_point(|day| *day < opens_on);
            let served = days.get(from).copied().filter(|day| *day <= last_day);
            row(case, opens_on)
                .due_by(Some(last_day))
                .expires_on(Some(last_day))
                .done_on(served)
        })
        .collect()
}

/// The day before the next slot opens, or the end of the year.
fn last_day_of_slot(opens_on: Date, every: u32, ends_on: Date) -> Date {
    calendar::full_days(opens_on, every)
        .filter(|next| *next <= ends_on)
        .and_then(|next| next.pred_opt())
        .unwrap_or(ends_on)
}

/// One slot is open at a time; a visit at any time closes it and opens the next.
fn rolling(case: &FollowUp, ends_on: Date, policy: &Policy) -> Vec<Obligation> {
    let every = policy.visit_every_days;
    let mut rows = Vec::new();
    let mut opens_on = calendar::full_days(case.graduated_on, policy.visit_first_days);
    let mut visits = days(case).into_iter().filter(|day| *day <= ends_on);
    while let Some(opening) = opens_on.filter(|day| *day <= ends_on) {
        let last_day = last_day_of_slot(opening, every, ends_on);
        let visit = visits.next();
        rows.push(
            row(case, opening)
                .due_by(Some(last_day))
                .expires_on(Some(ends_on))
                .done_on(visit),
        );
        opens_on = visit.and_then(|day| calendar::full_days(day, every));
    }
    rows
}
