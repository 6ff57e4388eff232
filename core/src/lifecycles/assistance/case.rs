//! What an assistance case has gathered, and how events change it.

use std::sync::Arc;

use serde::Serialize;

use super::command::{Command, Conclusion, ItemStatus, NewItem, ReceiverKind};
use super::{Assistance, State};
use crate::base::actor::Org;
use crate::base::calendar::{self, Date};
use crate::base::help::HelpKind;
use crate::base::person::Person;
use crate::base::private::Private;
use crate::lifecycle::Event;
use crate::lifecycles::assistance::quality_of_life::{Answers, Scores};

/// An assistance case. Its JSON is the case's document.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Help {
    /// The case's id.
    pub case_id: Org,
    /// The present state.
    pub state: State,
    /// The patient.
    pub person: Arc<Person>,
    /// The centre, the lead unit.
    pub centre: Org,
    /// The items of help.
    pub items: Vec<Item>,
    /// The organisation that asked.
    pub requested_by: Org,
    /// The day of the request.
    #[serde(with = "calendar::date")]
    pub requested_on: Date,
    /// The day of the acceptance.
    #[serde(
        with = "calendar::optional_date",
        skip_serializing_if = "Option::is_none"
    )]
    pub accepted_on: Option<Date>,
    /// The units that received the work.
    pub distributions: Vec<Distribution>,
    /// The assessments of quality of life.
    pub assessments: Vec<Assessment>,
    /// The day of the conclusion.
    #[serde(
        with = "calendar::optional_date",
        skip_serializing_if = "Option::is_none"
    )]
    pub concluded_on: Option<Date>,
    /// How it ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Conclusion>,
}

/// An item of help.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Item {
    /// Unique within the case.
    pub item_id: Org,
    /// With what.
    pub kind: HelpKind,
    /// The details.
    pub detail: Private,
    /// How it stands.
    pub status: ItemStatus,
    /// The day on which help was given.
    #[serde(
        with = "calendar::optional_date",
        skip_serializing_if = "Option::is_none"
    )]
    pub on: Option<Date>,
    /// By whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Private>,
    /// A note.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Private>,
}

/// A unit that received the work (AS-03).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Distribution {
    /// Its code.
    pub to: Org,
    /// Its kind.
    pub kind: ReceiverKind,
    /// The day.
    #[serde(with = "calendar::date")]
    pub on: Date,
}

/// An assessment of quality of life (AS-04).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Assessment {
    /// The day.
    #[serde(with = "calendar::date")]
    pub on: Date,
    /// The answers.
    pub answers: Arc<Answers>,
    /// The scores.
    pub scores: Scores,
}

impl From<&NewItem> for Item {
    fn from(item: &NewItem) -> Self {
        Self {
            item_id: item.item_id.clone(),
            kind: item.kind,
            detail: item.detail.clone(),
            status: ItemStatus::Pending,
            on: None,
            by: None,
            note: None,
        }
    }
}

impl Help {
    pub(super) fn new(event: &Event<Assistance>) -> Option<Self> {
        let Command::Request(request) = &event.command else {
            return None;
        };
        Some(Self {
            case_id: request.case_id.clone(),
            state: State::Waiting,
            person: Arc::clone(&request.person),
            centre: request.centre.clone(),
            items: request.items.iter().map(Item::from).collect(),
            requested_by: event.actor.organisation.clone(),
            requested_on: event.at.date(),
            accepted_on: None,
            distributions: Vec::new(),
            assessments: Vec::new(),
            concluded_on: None,
            outcome: None,
        })
    }

    /// The item of this id.
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.item_id.as_ref() == id)
    }

    /// Whether this unit received work (AS-03).
    pub fn was_given_to(&self, organisation: &str) -> bool {
        self.distributions
            .iter()
            .any(|distribution| distribution.to.as_ref() == organisation)
    }

    /// The number of days on which quality of life was assessed (AS-07b).
    pub fn days_assessed(&self) -> usize {
        let mut days: Vec<Date> = self.assessments.iter().map(|one| one.on).collect();
        days.sort_unstable();
        days.dedup();
        days.len()
    }

    pub(super) fn apply(&mut self, event: &Event<Assistance>) {
        let today = event.at.date();
        match &event.command {
            Command::Request(_) => {}
            Command::Accept(_) => {
                self.state = State::Accepted;
                self.accepted_on = Some(today);
            }
            Command::Distribute(distribute) => self.distributions.push(Distribution {
                to: distribute.to.clone(),
                kind: distribute.kind,
                on: today,
            }),
            Command::AssessQualityOfLife(assessed) => self.assessments.push(Assessment {
                on: assessed.on,
                answers: Arc::clone(&assessed.answers),
                scores: assessed.scores(),
            }),
            Command::AddItem(add) => self.items.push(Item::from(&add.item)),
            Command::SetItemStatus(set) => {
                let known = self.items.iter_mut().find(|one| one.item_id == set.item_id);
                if let Some(item) = known {
                    item.status = set.status;
                    item.on = set.on.or(item.on);
                    item.by = set.by.clone().or_else(|| item.by.take());
                    item.note = set.note.clone().or_else(|| item.note.take());
                }
            }
            Command::Conclude(conclude) => {
                self.state = State::Concluded;
                self.concluded_on = Some(conclude.on);
                self.outcome = Some(conclude.outcome);
            }
        }
    }
}
