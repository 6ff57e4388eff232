//! What a request for access to the civil registry has gathered, and how events change it.

use serde::Serialize;

use super::command::Command;
use super::{RegistryLink, State};
use crate::base::actor::Org;
use crate::base::calendar::{self, Date};
use crate::lifecycle::Event;

/// A request for access to the civil registry. Its JSON is the case's document.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Link {
    /// The case's id.
    pub case_id: Org,
    /// The present state.
    pub state: State,
    /// The user name of the account.
    pub user_id: Org,
    /// The province that asks.
    pub province: Org,
    /// Whether the account was active at the request.
    pub account_active: bool,
    /// The day of the request.
    #[serde(with = "calendar::date")]
    pub requested_on: Date,
    /// The day on which it was forwarded.
    #[serde(
        with = "calendar::optional_date",
        skip_serializing_if = "Option::is_none"
    )]
    pub forwarded_on: Option<Date>,
    /// The day on which it was approved.
    #[serde(
        with = "calendar::optional_date",
        skip_serializing_if = "Option::is_none"
    )]
    pub approved_on: Option<Date>,
}

impl Link {
    pub(super) fn new(event: &Event<RegistryLink>) -> Option<Self> {
        let Command::RequestLink(request) = &event.command else {
            return None;
        };
        Some(Self {
            case_id: request.case_id.clone(),
            state: State::Requested,
            user_id: request.user_id.clone(),
            province: request.province.clone(),
            account_active: request.account_active,
            requested_on: event.at.date(),
            forwarded_on: None,
            approved_on: None,
        })
    }

    pub(super) fn apply(&mut self, event: &Event<RegistryLink>) {
        let today = event.at.date();
        match &event.command {
            Command::RequestLink(_) => {}
            Command::ForwardLink(_) => {
                self.state = State::Forwarded;
                self.forwarded_on = Some(today);
            }
            Command::ApproveLink(_) => {
                self.state = State::Approved;
                self.approved_on = Some(today);
            }
        }
    }
}
