//! What an episode owes: medical follow-ups after the summary (EP-03, EP-04).

use super::case::Treatment;
use super::command::Severity;
use crate::base::actor::Role;
use crate::base::calendar::{self, Date};
use crate::policy::Policy;
use crate::schedule::{Obligation, Owed, fill_slots};

/// The rows `medical_follow_up`: after the summary, unless the person died.
pub(super) fn follow_ups(case: &Treatment, policy: &Policy) -> Vec<Obligation> {
    let Some(summarised_on) = case.summarised_on.filter(|_| !case.deceased()) else {
        return Vec::new();
    };
    let mut rows: Vec<Obligation> = slots(case.severity, summarised_on, policy)
        .into_iter()
        .map(|slot| {
            let trigger = ("summarised", summarised_on);
            let responsible = (Role::UnitUser, &case.unit);
            Obligation::new(Owed::MedicalFollowUp, trigger, slot.opens_on, responsible)
                .due_by(Some(slot.due_by))
                .expires_on(Some(slot.expires_on))
        })
        .collect();
    fill_slots(&mut rows, &case.counting_follow_ups(summarised_on));
    rows
}

struct Slot {
    opens_on: Date,
    due_by: Date,
    expires_on: Date,
}

fn slots(severity: Option<Severity>, summarised_on: Date, policy: &Policy) -> Vec<Slot> {
    match severity {
        Some(Severity::User) => of_user(summarised_on, policy),
        _ => suggested(summarised_on, policy),
    }
    .unwrap_or_default()
}

/// A `user`: every slot is open from the day after the summary to the end of the month.
fn of_user(summarised_on: Date, policy: &Policy) -> Option<Vec<Slot>> {
    let opens_on = calendar::full_days(summarised_on, 1)?;
    let last = calendar::add_months(summarised_on, policy.user_follow_up_months)?;
    let slot = |_| Slot {
        opens_on,
        due_by: last,
        expires_on: last,
    };
    Some((0..policy.user_follow_ups).map(slot).collect())
}

/// Others: by the suggested months, each slot opening the day after the date before it.
fn suggested(summarised_on: Date, policy: &Policy) -> Option<Vec<Slot>> {
    let expires_on = calendar::add_months(summarised_on, policy.follow_up_months)?;
    let mut previous = summarised_on;
    let mut slots = Vec::new();
    for months in &policy.suggested_follow_up_months {
        let due_by = calendar::add_months(summarised_on, *months)?;
        slots.push(Slot {
            opens_on: calendar::full_days(previous, 1)?,
            due_by,
            expires_on,
        });
        previous = due_by;
    }
    Some(slots)
}
