//! Whose work it is: what each organisation owes on a day, counted over many cases.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;

use super::worklist::Urgency;
use crate::base::actor::Role;
use crate::base::calendar::Date;
use crate::base::id::OrgId;
use crate::base::order;
use crate::base::shape::Shape;
use crate::lifecycles::any::AnyCase;
use crate::policy::Policy;
use crate::schedule::Responsible;

/// What an organisation owes in a role, by urgency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Shape)]
pub struct Workload {
    /// Whose work it is: with this role and organisation an actor asks for the worklist.
    #[title("ผู้รับผิดชอบ", "responsible officer")]
    pub responsible: Responsible,
    /// How much is overdue.
    #[title("จำนวนงานที่เกินกำหนด", "number overdue")]
    pub overdue: usize,
    /// How much can be done now and has a last day.
    #[title("จำนวนงานที่ถึงกำหนด", "number due")]
    pub due: usize,
    /// How much can be done now and has no last day.
    #[title("จำนวนงานที่ทำได้แล้ว", "number open")]
    pub open: usize,
    /// How much opens later.
    #[title("จำนวนงานที่ยังไม่ถึงกำหนด", "number upcoming")]
    pub upcoming: usize,
}

/// What every organisation owes on a day, whoever can do the most now first; equals by organisation and role.
pub fn workload<'a>(
    cases: impl IntoIterator<Item = &'a dyn AnyCase>,
    on: Date,
    policy: &Policy,
) -> Vec<Workload> {
    let mut counted: BTreeMap<(OrgId, Role), Workload> = BTreeMap::new();
    for case in cases {
        for row in case.obligations(on, policy) {
            let urgency = Urgency::of(&row);
            if row.status.is_settled() {
                continue;
            }
            let Responsible { role, organisation } = &row.responsible;
            let key = (organisation.clone(), *role);
            let load = counted
                .entry(key)
                .or_insert_with(|| Workload::of(row.responsible));
            load.add(urgency);
        }
    }
    let mut loads: Vec<Workload> = counted.into_values().collect();
    order::sort_by_key(&mut loads, |load| Reverse(load.now()));
    loads
}

impl Workload {
    /// Nothing yet.
    fn of(responsible: Responsible) -> Self {
        Self {
            responsible,
            overdue: 0,
            due: 0,
            open: 0,
            upcoming: 0,
        }
    }

    /// How much can be done now.
    pub const fn now(&self) -> usize {
        self.overdue
            .saturating_add(self.due)
            .saturating_add(self.open)
    }

    fn add(&mut self, urgency: Urgency) {
        let count = match urgency {
            Urgency::Overdue => &mut self.overdue,
            Urgency::Due => &mut self.due,
            Urgency::Open => &mut self.open,
            Urgency::Upcoming => &mut self.upcoming,
            Urgency::Missed | Urgency::Done => return,
        };
        *count = count.saturating_add(1);
    }
}
