//! What an account has gathered, and how events change it.

use serde::Serialize;

use super::command::{Assignment, Command, Profile};
use super::{Account, State};
use crate::base::actor::{Actor, Org, Role};
use crate::base::calendar::{self, Date};
use crate::base::private::Private;
use crate::lifecycle::Event;
use crate::policy::Policy;

/// An account. Its JSON is the case's document.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct UserAccount {
    /// The case's id.
    pub case_id: Org,
    /// The present state.
    pub state: State,
    /// The person's user name.
    pub user_id: Org,
    /// The role asked for.
    pub role: Role,
    /// The organisation in which the person works.
    pub organisation: Org,
    /// Its province.
    pub province: Org,
    /// Its district.
    pub district: Org,
    /// The day of the request.
    #[serde(with = "calendar::date")]
    pub requested_on: Date,
    /// รายละเอียดส่วนตัว
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profile: Option<Profile>,
    /// หลักฐานการมอบหมายหน้าที่
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assignment: Option<Assignment>,
    /// The day of the approval.
    #[serde(
        with = "calendar::optional_date",
        skip_serializing_if = "Option::is_none"
    )]
    pub approved_on: Option<Date>,
    /// The day on which the PIN code of the latest activation was obtained.
    #[serde(
        with = "calendar::optional_date",
        skip_serializing_if = "Option::is_none"
    )]
    pub pin_obtained_on: Option<Date>,
    /// The day of the latest activation.
    #[serde(
        with = "calendar::optional_date",
        skip_serializing_if = "Option::is_none"
    )]
    pub activated_on: Option<Date>,
    /// The day of the latest suspension.
    #[serde(
        with = "calendar::optional_date",
        skip_serializing_if = "Option::is_none"
    )]
    pub suspended_on: Option<Date>,
    /// Why it was suspended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suspension_reason: Option<Private>,
    /// The day of the revocation.
    #[serde(
        with = "calendar::optional_date",
        skip_serializing_if = "Option::is_none"
    )]
    pub revoked_on: Option<Date>,
    /// Why it was revoked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revocation_reason: Option<Private>,
}

impl UserAccount {
    pub(super) fn new(event: &Event<Account>) -> Option<Self> {
        let Command::RequestAccount(request) = &event.command else {
            return None;
        };
        Some(Self {
            case_id: request.case_id.clone(),
            state: State::Requested,
            user_id: request.user_id.clone(),
            role: request.role,
            organisation: request.organisation.clone(),
            province: request.province.clone(),
            district: request.district.clone(),
            requested_on: event.at.date(),
            profile: None,
            assignment: None,
            approved_on: None,
            pin_obtained_on: None,
            activated_on: None,
            suspended_on: None,
            suspension_reason: None,
            revoked_on: None,
            revocation_reason: None,
        })
    }

    /// Whether the actor is the person.
    pub fn belongs_to(&self, actor: &Actor) -> bool {
        actor.user_id.as_ref() == Some(&self.user_id)
    }

    /// Whether the actor is an admin whom the province entrusted, inside the own area (AD-01).
    pub fn entrusted_to(&self, actor: &Actor, policy: &Policy) -> bool {
        let own = &actor.organisation;
        let inside = match actor.role {
            Role::DistrictAdmin => self.district == *own,
            Role::UnitAdmin => self.organisation == *own,
            _ => false,
        };
        inside && policy.delegated_admins.iter().any(|org| **org == **own)
    }

    pub(super) fn apply(&mut self, event: &Event<Account>) {
        let today = event.at.date();
        match &event.command {
            Command::RequestAccount(_) => {}
            Command::CompleteProfile(profile) => self.profile = Some(profile.clone()),
            Command::FileAssignment(assignment) => self.assignment = Some(assignment.clone()),
            Command::ApproveAccount(_) => {
                self.state = State::Approved;
                self.approved_on = Some(today);
            }
            Command::ActivateAccount(activate) => {
                self.state = State::Active;
                self.activated_on = Some(today);
                self.pin_obtained_on = activate.pin_obtained_on;
            }
            Command::SuspendAccount(suspend) => {
                self.state = State::Suspended;
                self.suspended_on = Some(today);
                self.suspension_reason = Some(suspend.reason.clone());
            }
            Command::RevokeAccount(revoke) => {
                self.state = State::Revoked;
                self.revoked_on = Some(today);
                self.revocation_reason = Some(revoke.reason.clone());
            }
        }
    }
}
