//! What assistance owes: the conclusion, once nothing stands in its way (AS-07).

use super::command::{Command, ItemStatus};
use super::{Assistance, State};
use crate::base::actor::Role;
use crate::base::calendar::Date;
use crate::lifecycle::{Case, Event};
use crate::policy::Policy;
use crate::schedule::{Obligation, Owed};

/// The row `conclude`: while both guards hold, from the day of the event that made them hold.
pub(super) fn conclude(case: &Case<Assistance>, policy: &Policy) -> Option<Obligation> {
    let event = ready_since(case.log(), policy)?;
    let data = case.data();
    let on = event.at.date();
    (data.state == State::Accepted).then(|| {
        let responsible = (Role::CentreUser, &data.centre);
        Obligation::new(Owed::Conclude, (event.name(), on), on, responsible)
    })
}

/// The event since which every item is settled and quality of life assessed often enough.
fn ready_since<'a>(log: &'a [Event<Assistance>], policy: &Policy) -> Option<&'a Event<Assistance>> {
    let required = usize::try_from(policy.quality_of_life_required).unwrap_or(usize::MAX);
    let mut open_items = 0_usize;
    let mut days: Vec<Date> = Vec::new();
    let mut ready = None;
    for event in log {
        match &event.command {
            Command::Request(request) => open_items = request.items.len(),
            Command::AddItem(_) => open_items = open_items.saturating_add(1),
            Command::SetItemStatus(set) if settles(set.status) => {
                open_items = open_items.saturating_sub(1);
            }
            Command::AssessQualityOfLife(one) if !days.contains(&one.on) => days.push(one.on),
            _ => {}
        }
        ready = match ready {
            _ if open_items > 0 || days.len() < required => None,
            None => Some(event),
            since => since,
        };
    }
    ready
}

fn settles(status: ItemStatus) -> bool {
    !status.is_open()
}
