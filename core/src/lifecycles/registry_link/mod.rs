//! Access to the civil registry (สิทธิเชื่อมต่อทะเบียนราษฎร): the province asks, the Public Health
//! Administration Division forwards, the ICT centre approves at the start of the month (AD-03).
//!
//! [`request`] holds its three steps. This folder does not know any other lifecycle: whether the
//! account is active, the request says.

pub mod case;
pub mod request;
pub(crate) mod rules;

pub use case::Link;
pub use request::{ApproveLink, ForwardLink, RequestLink};

use crate::base::actor::{Actor, Role};
use crate::base::rule::Rule;
use crate::base::text::{Said, Text, text};
use crate::lifecycle::act::commands;
use crate::lifecycle::state::states;
use crate::lifecycle::{Case, Lifecycle, Never, REQUEST, REQUEST_ID, Relation, Who};
use crate::policy::Numbers;

/// The lifecycle `registry_link`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RegistryLink;

states! {
    /// The states of a request for access to the civil registry.
    pub enum State {
        /// จังหวัดยื่นขอแล้ว
        Requested = "requested", "จังหวัดยื่นขอแล้ว รอส่งต่อ", "requested";
        /// กองบริหารการสาธารณสุขส่งต่อแล้ว
        Forwarded = "forwarded", "กองบริหารการสาธารณสุขส่งต่อแล้ว รออนุมัติ", "forwarded";
        /// ศูนย์เทคโนโลยีสารสนเทศและการสื่อสารอนุมัติแล้ว
        Approved = "approved", "อนุมัติสิทธิแล้ว", "approved", final;
    }
}

commands! {
    /// A command of the lifecycle `registry_link`.
    RegistryLink: RequestLink in Box, ForwardLink, ApproveLink,
}

impl Lifecycle for RegistryLink {
    type State = State;
    type Command = Command;
    type Data = Link;
    type Effect = Never;

    const NAME: &'static str = "registry_link";
    const TITLE: Text = text!("สิทธิเชื่อมต่อทะเบียนราษฎร", "access to the civil registry");
    const CASE: Text = REQUEST;
    const CASE_ID: Said = REQUEST_ID;
    const RULES: &'static [&'static Rule] = rules::RULES;

    fn has_duty(case: &Case<Self>, actor: &Actor, _: &Numbers) -> bool {
        if actor.role == Role::ProvinceAdmin {
            case.data().province == actor.organisation
        } else {
            matches!(actor.role, Role::RegistryCoordinator | Role::IctOfficer)
        }
    }
}

// ── who ───────────────────────────────────────────────────────────────────────────────────────

const OWN_PROVINCE: &[Who<RegistryLink>] = &[Who {
    roles: &[Role::ProvinceAdmin],
    relation: &Relation::NAMED_IN_COMMAND,
}];
const COORDINATOR: &[Who<RegistryLink>] = &[Who {
    roles: &[Role::RegistryCoordinator],
    relation: &Relation::ANY,
}];
const ICT_CENTRE: &[Who<RegistryLink>] = &[Who {
    roles: &[Role::IctOfficer],
    relation: &Relation::ANY,
}];
