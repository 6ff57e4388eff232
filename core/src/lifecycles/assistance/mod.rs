//! Assistance by a social-rehabilitation centre (ศูนย์ฟื้นฟูสภาพทางสังคม, คพฟ.): a treatment unit or
//! a screening centre asks for help with a patient's life, and the centre sees to it (AS-01 to
//! AS-07, QL).

use serde_json::{Map, Value};

pub mod case;
pub mod command;
mod obligation;
mod payload;
pub mod quality_of_life;
mod table;

pub use case::Help;
pub use command::{Command, CommandKind};

use crate::base::actor::{Actor, Org, Role};
use crate::base::calendar::Date;
use crate::base::text::Text;
use crate::lifecycle::{Case, Context, Disclosure, Event, Lifecycle, Relation, Row};
use crate::policy::Policy;
use crate::schedule::Obligation;

/// The lifecycle `assistance`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Assistance;

crate::states! {
    /// The states of assistance.
    pub enum State {
        /// รอการช่วยเหลือ
        Waiting = "waiting", "รอการช่วยเหลือ", "waiting for help";
        /// รับงานแล้ว
        Accepted = "accepted", "รับงานแล้ว", "accepted";
        /// สรุปผลแล้ว
        Concluded = "concluded", "สรุปผลแล้ว", "concluded", final;
    }
}

/// The roles that ask for help.
const REQUESTING_ROLES: &[Role] = &[Role::UnitUser, Role::UnitAdmin, Role::ScreeningUser];

/// The roles of a unit that received work.
const RECEIVING_ROLES: &[Role] = &[
    Role::CentreUser,
    Role::DistrictRecorder,
    Role::ProvinceAdmin,
];

impl Lifecycle for Assistance {
    type Kind = CommandKind;
    type Command = Command;
    type State = State;
    type Data = Help;

    const IT: &'static Self = &Self;
    const NAME: &'static str = "assistance";
    const TITLE: Text = Text {
        th: "การช่วยเหลือโดยศูนย์ฟื้นฟูสภาพทางสังคม",
        en: "assistance by a social-rehabilitation centre",
    };
    const TABLE: &'static [Row<Self>] = table::TABLE;
    const FIRST: &'static Row<Self> = &table::REQUEST;
    const INITIAL: State = State::Waiting;
    const DISCLOSURE: Disclosure = Disclosure {
        personal: &["/person"],
        free_text: &["/items/*/detail", "/items/*/by", "/items/*/note"],
        dates: &["requested_on", "accepted_on", "concluded_on"],
    };

    fn create(event: &Event<Self>) -> Option<Help> {
        Help::new(event)
    }

    fn apply(case: &mut Help, event: &Event<Self>) {
        case.apply(event);
    }

    fn state(case: &Help) -> State {
        case.state
    }

    fn case_id(case: &Help) -> &str {
        &case.case_id
    }

    fn holder(case: &Help) -> Option<&Org> {
        Some(&case.centre)
    }

    fn stands(relation: Relation, context: &Context<'_, Self>) -> bool {
        let own = &context.actor.organisation;
        context.data().is_some_and(|case| match relation {
            Relation::Centre => case.centre == *own,
            Relation::Receiving => case.was_given_to(own),
            _ => false,
        })
    }

    fn has_duty(case: &Case<Self>, actor: &Actor, _: &Policy) -> bool {
        let data = case.data();
        let own = &actor.organisation;
        let asked = REQUESTING_ROLES.contains(&actor.role) && data.requested_by == *own;
        let leads = actor.role == Role::CentreUser && data.centre == *own;
        let received = RECEIVING_ROLES.contains(&actor.role) && data.was_given_to(own);
        asked || leads || received
    }

    fn obligations(case: &Case<Self>, _: Date, policy: &Policy) -> Vec<Obligation> {
        obligation::conclude(case, policy).into_iter().collect()
    }

    fn document(case: &Case<Self>) -> Map<String, Value> {
        crate::lifecycle::document(Self::NAME, case.data())
    }
}
