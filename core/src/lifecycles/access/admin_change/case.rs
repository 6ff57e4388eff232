//! What a change of a provincial admin has gathered, and how events change it.

use serde::Serialize;

use super::command::Command;
use super::{AdminChange, State};
use crate::base::actor::Org;
use crate::base::calendar::{self, Date};
use crate::base::private::Private;
use crate::lifecycle::Event;

/// A change of a provincial admin. Its JSON is the case's document.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Proposal {
    /// The case's id.
    pub case_id: Org,
    /// The present state.
    pub state: State,
    /// The province.
    pub province: Org,
    /// The user name of the new admin.
    pub user_id: Org,
    /// The day of the proposal.
    #[serde(with = "calendar::date")]
    pub proposed_on: Date,
    /// The day of the report to the region.
    #[serde(
        with = "calendar::optional_date",
        skip_serializing_if = "Option::is_none"
    )]
    pub reported_on: Option<Date>,
    /// The day of the decision.
    #[serde(
        with = "calendar::optional_date",
        skip_serializing_if = "Option::is_none"
    )]
    pub decided_on: Option<Date>,
    /// Why it was decided so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision_reason: Option<Private>,
    /// The day on which the system was changed.
    #[serde(
        with = "calendar::optional_date",
        skip_serializing_if = "Option::is_none"
    )]
    pub applied_on: Option<Date>,
}

impl Proposal {
    pub(super) fn new(event: &Event<AdminChange>) -> Option<Self> {
        let Command::ProposeAdmin(propose) = &event.command else {
            return None;
        };
        Some(Self {
            case_id: propose.case_id.clone(),
            state: State::Proposed,
            province: propose.province.clone(),
            user_id: propose.user_id.clone(),
            proposed_on: event.at.date(),
            reported_on: None,
            decided_on: None,
            decision_reason: None,
            applied_on: None,
        })
    }

    pub(super) fn apply(&mut self, event: &Event<AdminChange>) {
        let today = event.at.date();
        match &event.command {
            Command::ProposeAdmin(_) => {}
            Command::ReportToRegion(_) => {
                self.state = State::Reported;
                self.reported_on = Some(today);
            }
            Command::Decide(decide) => {
                self.state = if decide.approve {
                    State::Decided
                } else {
                    State::Rejected
                };
                self.decided_on = Some(today);
                self.decision_reason = decide.reason.clone();
            }
            Command::ApplyChange(_) => {
                self.state = State::Done;
                self.applied_on = Some(today);
            }
        }
    }
}
