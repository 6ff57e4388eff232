//! The cases that an officer has to work on at an instant, the most urgent first, each with what the officer owes on
//! it, can do now, and cannot do yet.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::worklist::{WorklistItem, WorklistQuery, worklist};
use crate::base::actor::Actor;
use crate::base::calendar::Instant;
use crate::base::id::CaseId;
use crate::base::order;
use crate::base::shape::Shape;
use crate::lifecycle::Action;
use crate::lifecycles::any::AnyCase;
use crate::policy::Policy;

/// Whose cases, at which instant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
pub struct CaseworkQuery {
    /// The officer.
    #[title("ผู้สอบถาม", "officer")]
    pub actor: Actor,
    /// The instant; each case is as its events up to that day made it.
    #[title("วันเวลาที่สอบถาม", "time asked about")]
    pub at: Instant,
}

/// A case that an officer has to work on.
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct Casework {
    /// The case's lifecycle.
    #[title("กระบวนงาน", "lifecycle")]
    pub lifecycle: &'static str,
    /// The case.
    #[title("รหัสเคส", "case id")]
    pub case_id: CaseId,
    /// What the officer owes and can do now, the most urgent first; never empty.
    #[title("งานที่ต้องทำ", "what is owed")]
    pub owed: Vec<WorklistItem>,
    /// The commands that the officer can give now.
    #[title("รายการที่ทำได้", "possible commands")]
    pub possible: Vec<Action>,
    /// The commands that wait for a day or for something that is still missing.
    #[title("รายการที่ยังทำไม่ได้", "waiting commands")]
    pub waiting: Vec<Action>,
}

/// The cases on which the officer owes something that can be done now, by the most urgent of it; equals by case.
pub fn casework(
    cases: impl IntoIterator<Item = Arc<dyn AnyCase>>,
    query: &CaseworkQuery,
    policy: &Policy,
) -> Vec<Casework> {
    let on = query.at.date();
    let past = cases.into_iter().filter_map(|case| case.as_of(on));
    let mut found: Vec<Casework> = past
        .filter_map(|case| Casework::of(case.as_ref(), query, policy))
        .collect();
    order::sort_by_key(&mut found, |work| {
        (
            work.owed.first().map(WorklistItem::rank),
            work.case_id.clone(),
        )
    });
    found
}

impl Casework {
    /// The officer's work on a case; nothing where the officer owes nothing that can be done now.
    fn of(case: &dyn AnyCase, query: &CaseworkQuery, policy: &Policy) -> Option<Self> {
        let mut owed = worklist([case], &query.worklist(), policy);
        owed.retain(|item| item.obligation.status.is_due());
        let first = owed.first()?;
        let (lifecycle, case_id) = (first.lifecycle, first.case_id.clone());
        let actions = case.actions(&query.actor, query.at, policy);
        let (possible, others): (_, Vec<_>) = actions.into_iter().partition(|one| one.allowed);
        let waiting = others.into_iter().filter(Action::waits).collect();
        Some(Self {
            lifecycle,
            case_id,
            owed,
            possible,
            waiting,
        })
    }
}

impl CaseworkQuery {
    fn worklist(&self) -> WorklistQuery {
        WorklistQuery {
            actor: Some(self.actor.clone()),
            on: self.at.date(),
            from: None,
            to: None,
            known: None,
            settled: false,
        }
    }
}
