//! What a change of data has gathered, and how events change it.

use serde::Serialize;

use super::command::{ChangeKind, Command};
use super::{DataChange, State};
use crate::base::actor::Org;
use crate::base::calendar::{self, Date};
use crate::base::private::Private;
use crate::lifecycle::Event;

/// A change of data. Its JSON is the case's document. Whoever rejected it: the step dated last.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChangeRequest {
    /// The case's id.
    pub case_id: Org,
    /// The present state.
    pub state: State,
    /// The province through which it goes.
    pub province: Org,
    /// What is to be done.
    pub kind: ChangeKind,
    /// To which data.
    pub target: Private,
    /// Why.
    pub reason: Private,
    /// The organisation that asks.
    pub submitted_by: Org,
    /// The day of the request.
    #[serde(with = "calendar::date")]
    pub submitted_on: Date,
    /// The day of the province's review.
    #[serde(
        with = "calendar::optional_date",
        skip_serializing_if = "Option::is_none"
    )]
    pub reviewed_on: Option<Date>,
    /// The note of the review.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review_note: Option<Private>,
    /// The day on which the provincial committee considered it.
    #[serde(
        with = "calendar::optional_date",
        skip_serializing_if = "Option::is_none"
    )]
    pub considered_on: Option<Date>,
    /// The note of the committee.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consideration_note: Option<Private>,
    /// The day of the endorsement.
    #[serde(
        with = "calendar::optional_date",
        skip_serializing_if = "Option::is_none"
    )]
    pub endorsed_on: Option<Date>,
    /// The day of the decision.
    #[serde(
        with = "calendar::optional_date",
        skip_serializing_if = "Option::is_none"
    )]
    pub decided_on: Option<Date>,
    /// Why it was decided so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision_reason: Option<Private>,
    /// The day on which the data were changed.
    #[serde(
        with = "calendar::optional_date",
        skip_serializing_if = "Option::is_none"
    )]
    pub executed_on: Option<Date>,
}

impl ChangeRequest {
    pub(super) fn new(event: &Event<DataChange>) -> Option<Self> {
        let Command::SubmitChange(submit) = &event.command else {
            return None;
        };
        Some(Self {
            case_id: submit.case_id.clone(),
            state: State::Submitted,
            province: submit.province.clone(),
            kind: submit.kind,
            target: submit.target.clone(),
            reason: submit.reason.clone(),
            submitted_by: event.actor.organisation.clone(),
            submitted_on: event.at.date(),
            reviewed_on: None,
            review_note: None,
            considered_on: None,
            consideration_note: None,
            endorsed_on: None,
            decided_on: None,
            decision_reason: None,
            executed_on: None,
        })
    }

    pub(super) fn apply(&mut self, event: &Event<DataChange>) {
        let today = event.at.date();
        match &event.command {
            Command::SubmitChange(_) => {}
            Command::Review(review) => {
                self.pass(review.lawful, State::Reviewed);
                self.reviewed_on = Some(today);
                self.review_note = review.note.clone();
            }
            Command::Consider(consider) => {
                self.pass(consider.support, State::Considered);
                self.considered_on = Some(today);
                self.consideration_note = consider.note.clone();
            }
            Command::Endorse(_) => {
                self.state = State::Endorsed;
                self.endorsed_on = Some(today);
            }
            Command::Decide(decide) => {
                self.pass(decide.approve, State::Decided);
                self.decided_on = Some(today);
                self.decision_reason = decide.reason.clone();
            }
            Command::Execute(_) => {
                self.state = State::Executed;
                self.executed_on = Some(today);
            }
        }
    }

    /// A deciding step: onwards, or rejected for good.
    fn pass(&mut self, favourable: bool, onwards: State) {
        self.state = if favourable { onwards } else { State::Rejected };
    }
}
