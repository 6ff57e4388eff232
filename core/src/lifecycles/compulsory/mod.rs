//! The compulsory-treatment exchange (ระบบบังคับบำบัด): a probation office refers a person to a
//! treatment unit, and the two follow the case together (CT-01 to CT-24).

use serde_json::{Map, Value};

pub mod case;
pub mod command;
pub mod effect;
mod guard;
mod obligation;
mod payload;
mod table;

pub use case::Exchange;
pub use command::{Command, CommandKind};

use crate::base::actor::{Actor, Org, Role};
use crate::base::calendar::{Date, Instant};
use crate::base::text::Text;
use crate::lifecycle::{Case, Context, Disclosure, Event, Lifecycle, Relation, Row};
use crate::policy::Policy;
use crate::schedule::{Obligation, Owed};

/// The lifecycle `compulsory`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Compulsory;

crate::states! {
    /// The states of the exchange.
    pub enum State {
        /// รายการงานที่อยู่ระหว่างส่งต่อ/รอรับ
        AwaitingAcceptance = "awaiting_acceptance",
            "รายการงานที่อยู่ระหว่างส่งต่อ/รอรับ", "awaiting acceptance";
        /// Sent back to probation; deleted from the unit's list.
        Returned = "returned", "ส่งคืนสำนักงานคุมประพฤติเพื่อแก้ไข", "returned for correction";
        /// รายการงานที่รับจากหน่วยงานอื่น
        Accepted = "accepted", "รายการงานที่รับจากหน่วยงานอื่น", "accepted";
        /// บำบัดครบโปรแกรม
        Completed = "completed", "บำบัดครบโปรแกรม", "completed", final;
        /// จำหน่าย Drop out
        DroppedOut = "dropped_out", "จำหน่าย (Drop out)", "dropped out", final;
        /// Ended by probation.
        Ended = "ended", "ยุติเคส", "ended", final;
    }
}

/// The roles of the treatment unit.
pub(crate) const UNIT_ROLES: &[Role] = &[Role::UnitUser, Role::UnitAdmin];

impl Lifecycle for Compulsory {
    type Kind = CommandKind;
    type Command = Command;
    type State = State;
    type Data = Exchange;

    const IT: &'static Self = &Self;
    const NAME: &'static str = "compulsory";
    const TITLE: Text = Text {
        th: "ระบบบังคับบำบัด",
        en: "compulsory-treatment exchange",
    };
    const TABLE: &'static [Row<Self>] = table::TABLE;
    const FIRST: &'static Row<Self> = &table::REFER;
    const INITIAL: State = State::AwaitingAcceptance;
    const OWED_AFTER_THE_END: &'static [Owed] = &[Owed::CertifyResult];
    const DISCLOSURE: Disclosure = Disclosure {
        personal: &["/part1"],
        free_text: &[
            "/correction/note",
            "/treatments/*/note",
            "/extensions/*/ruling",
            "/absences/*/traces/*/evidence",
            "/requests/*/note",
            "/requests/*/decline_reason",
        ],
        dates: &[
            "first_entered_on",
            "accepted_on",
            "completed_on",
            "certified_on",
            "dropped_out_on",
            "ended_on",
        ],
    };

    fn create(event: &Event<Self>) -> Option<Exchange> {
        Exchange::new(event)
    }

    fn apply(case: &mut Exchange, event: &Event<Self>) {
        case.apply(event);
    }

    fn state(case: &Exchange) -> State {
        case.state
    }

    fn case_id(case: &Exchange) -> &str {
        &case.case_id
    }

    fn holder(case: &Exchange) -> Option<&Org> {
        (case.state != State::Returned).then_some(&case.unit)
    }

    fn stands(relation: Relation, context: &Context<'_, Self>) -> bool {
        let own = &context.actor.organisation;
        match (relation, context.data(), context.command) {
            (Relation::Unit, Some(case), _) => Self::holder(case) == Some(own),
            (Relation::ProbationOffice, Some(case), _) => case.probation_office == *own,
            (Relation::NamedInCommand, _, Some(Command::Refer(refer))) => {
                refer.probation_office == *own
            }
            (Relation::NamedInCommand, _, None) => true,
            _ => false,
        }
    }

    fn has_duty(case: &Case<Self>, actor: &Actor, _: &Policy) -> bool {
        let data = case.data();
        match actor.role {
            Role::ProbationOfficer => data.probation_office == actor.organisation,
            role => UNIT_ROLES.contains(&role) && Self::holder(data) == Some(&actor.organisation),
        }
    }

    fn obligations(case: &Case<Self>, on: Date, policy: &Policy) -> Vec<Obligation> {
        obligation::obligations(case.data(), on, policy)
    }

    fn flags(case: &Case<Self>, at: Instant, policy: &Policy) -> Vec<&'static str> {
        obligation::flags(case.data(), at, policy)
    }

    fn document(case: &Case<Self>) -> Map<String, Value> {
        crate::lifecycle::document(Self::NAME, case.data())
    }
}
