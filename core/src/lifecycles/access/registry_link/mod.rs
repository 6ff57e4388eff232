//! Access to the civil registry (สิทธิเชื่อมต่อทะเบียนราษฎร): the province asks, the Public Health
//! Administration Division forwards, the ICT centre approves at the start of the month (AD-03).

use serde_json::{Map, Value};

pub mod case;
pub mod command;
mod payload;
mod table;

pub use case::Link;
pub use command::{Command, CommandKind};

use crate::base::actor::{Actor, Org, Role};
use crate::base::calendar::Date;
use crate::base::text::Text;
use crate::lifecycle::{Case, Context, Disclosure, Event, Lifecycle, Relation, Row};
use crate::policy::Policy;
use crate::schedule::Obligation;

/// The lifecycle `registry_link`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RegistryLink;

crate::states! {
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

impl Lifecycle for RegistryLink {
    type Kind = CommandKind;
    type Command = Command;
    type State = State;
    type Data = Link;

    const IT: &'static Self = &Self;
    const NAME: &'static str = "registry_link";
    const TITLE: Text = Text {
        th: "สิทธิเชื่อมต่อทะเบียนราษฎร",
        en: "access to the civil registry",
    };
    const TABLE: &'static [Row<Self>] = table::TABLE;
    const FIRST: &'static Row<Self> = &table::REQUEST;
    const INITIAL: State = State::Requested;
    const DISCLOSURE: Disclosure = Disclosure {
        personal: &[],
        free_text: &[],
        dates: &["requested_on", "forwarded_on", "approved_on"],
    };

    fn create(event: &Event<Self>) -> Option<Link> {
        Link::new(event)
    }

    fn apply(link: &mut Link, event: &Event<Self>) {
        link.apply(event);
    }

    fn state(link: &Link) -> State {
        link.state
    }

    fn case_id(link: &Link) -> &str {
        &link.case_id
    }

    fn holder(_: &Link) -> Option<&Org> {
        None
    }

    fn stands(relation: Relation, context: &Context<'_, Self>) -> bool {
        match (relation, context.command) {
            (Relation::NamedInCommand, Some(Command::RequestLink(request))) => {
                request.province == context.actor.organisation
            }
            (Relation::NamedInCommand, None) => true,
            _ => false,
        }
    }

    fn has_duty(case: &Case<Self>, actor: &Actor, _: &Policy) -> bool {
        match actor.role {
            Role::RegistryCoordinator | Role::IctOfficer => true,
            Role::ProvinceAdmin => case.data().province == actor.organisation,
            _ => false,
        }
    }

    fn obligations(_: &Case<Self>, _: Date, _: &Policy) -> Vec<Obligation> {
        Vec::new()
    }

    fn document(case: &Case<Self>) -> Map<String, Value> {
        crate::lifecycle::document(Self::NAME, case.data())
    }
}
