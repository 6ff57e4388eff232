//! Change of a provincial admin (การเปลี่ยนแปลง ADMIN ระดับจังหวัด): the province proposes and reports
//! to its health region, the director of the Ministry's centre decides, the super admin changes it
//! (AD-04).

use serde_json::{Map, Value};

pub mod case;
pub mod command;
mod payload;
mod table;

pub use case::Proposal;
pub use command::{Command, CommandKind};

use crate::base::actor::{Actor, Org, Role};
use crate::base::area;
use crate::base::calendar::Date;
use crate::base::text::Text;
use crate::lifecycle::{Case, Context, Disclosure, Event, Lifecycle, Relation, Row};
use crate::policy::Policy;
use crate::schedule::Obligation;

/// The lifecycle `admin_change`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AdminChange;

crate::states! {
    /// The states of a change of a provincial admin.
    pub enum State {
        /// เสนอแล้ว
        Proposed = "proposed", "จังหวัดเสนอแล้ว", "proposed";
        /// รายงานสำนักงานเขตสุขภาพแล้ว
        Reported = "reported", "รายงานสำนักงานเขตสุขภาพแล้ว", "reported to the region";
        /// ผู้อำนวยการ ศอ.ปส.สธ. เห็นชอบ
        Decided = "decided", "ผู้อำนวยการ ศอ.ปส.สธ. เห็นชอบแล้ว", "approved by the director";
        /// เปลี่ยนแปลงข้อมูลในระบบแล้ว
        Done = "done", "เปลี่ยนแปลงข้อมูลในระบบแล้ว", "done", final;
        /// ไม่เห็นชอบ
        Rejected = "rejected", "ไม่เห็นชอบ", "rejected", final;
    }
}

impl Lifecycle for AdminChange {
    type Kind = CommandKind;
    type Command = Command;
    type State = State;
    type Data = Proposal;

    const IT: &'static Self = &Self;
    const NAME: &'static str = "admin_change";
    const TITLE: Text = Text {
        th: "การเปลี่ยนแปลงผู้ดูแลระบบระดับจังหวัด",
        en: "change of a provincial admin",
    };
    const TABLE: &'static [Row<Self>] = table::TABLE;
    const FIRST: &'static Row<Self> = &table::PROPOSE;
    const INITIAL: State = State::Proposed;
    const DISCLOSURE: Disclosure = Disclosure {
        personal: &[],
        free_text: &["/decision_reason"],
        dates: &["proposed_on", "reported_on", "decided_on", "applied_on"],
    };

    fn create(event: &Event<Self>) -> Option<Proposal> {
        Proposal::new(event)
    }

    fn apply(proposal: &mut Proposal, event: &Event<Self>) {
        proposal.apply(event);
    }

    fn state(proposal: &Proposal) -> State {
        proposal.state
    }

    fn case_id(proposal: &Proposal) -> &str {
        &proposal.case_id
    }

    fn holder(_: &Proposal) -> Option<&Org> {
        None
    }

    fn stands(relation: Relation, context: &Context<'_, Self>) -> bool {
        let own = &context.actor.organisation;
        match (relation, context.data(), context.command) {
            (Relation::Province, Some(proposal), _) => proposal.province == *own,
            (Relation::NamedInCommand, _, Some(Command::ProposeAdmin(propose))) => {
                propose.province == *own
            }
            (Relation::NamedInCommand, _, None) => true,
            _ => false,
        }
    }

    fn has_duty(case: &Case<Self>, actor: &Actor, _: &Policy) -> bool {
        let proposal = case.data();
        match actor.role {
            Role::SuperAdmin => true,
            Role::ProvinceAdmin => proposal.province == actor.organisation,
            Role::RegionOfficer => {
                proposal.reported_on.is_some()
                    && area::region_code_of(&proposal.province) == Some(&*actor.organisation)
            }
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
