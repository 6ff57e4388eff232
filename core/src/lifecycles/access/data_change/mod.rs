//! Change of data by the super admin (การขอเพิ่ม ลบ หรือแก้ไขข้อมูล): any organisation asks through its
//! province, the provincial committee considers it, the director of the Ministry's centre decides
//! (AD-05).

use serde_json::{Map, Value};

pub mod case;
pub mod command;
mod payload;
mod table;

pub use case::ChangeRequest;
pub use command::{Command, CommandKind};

use crate::base::actor::{Actor, Org, Role};
use crate::base::calendar::Date;
use crate::base::text::Text;
use crate::lifecycle::{Case, Context, Disclosure, Event, Lifecycle, Relation, Row};
use crate::policy::Policy;
use crate::schedule::Obligation;

/// The lifecycle `data_change`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DataChange;

crate::states! {
    /// The states of a change of data.
    pub enum State {
        /// ยื่นคำขอแล้ว
        Submitted = "submitted", "ยื่นคำขอแล้ว", "submitted";
        /// จังหวัดตรวจสอบข้อกฎหมายแล้ว
        Reviewed = "reviewed", "จังหวัดตรวจสอบตามกฎหมายและระเบียบแล้ว", "reviewed";
        /// คณะกรรมการ ศอ.ปส.จ. พิจารณาแล้ว
        Considered = "considered", "คณะกรรมการ ศอ.ปส.จ. พิจารณาแล้ว", "considered";
        /// ให้ความเห็นชอบแล้ว
        Endorsed = "endorsed", "ให้ความเห็นชอบและเสนอ ศอ.ปส.สธ. แล้ว", "endorsed";
        /// ผู้อำนวยการ ศอ.ปส.สธ. อนุมัติ
        Decided = "decided", "ผู้อำนวยการ ศอ.ปส.สธ. อนุมัติแล้ว", "approved by the director";
        /// ดำเนินการแล้ว
        Executed = "executed", "ดำเนินการแล้ว", "executed", final;
        /// ไม่อนุมัติ
        Rejected = "rejected", "ไม่อนุมัติ", "rejected", final;
    }
}

impl Lifecycle for DataChange {
    type Kind = CommandKind;
    type Command = Command;
    type State = State;
    type Data = ChangeRequest;

    const IT: &'static Self = &Self;
    const NAME: &'static str = "data_change";
    const TITLE: Text = Text {
        th: "การขอเพิ่ม ลบ หรือแก้ไขข้อมูล",
        en: "change of data by the super admin",
    };
    const TABLE: &'static [Row<Self>] = table::TABLE;
    const FIRST: &'static Row<Self> = &table::SUBMIT;
    const INITIAL: State = State::Submitted;
    const DISCLOSURE: Disclosure = Disclosure {
        personal: &[],
        free_text: &[
            "/target",
            "/reason",
            "/review_note",
            "/consideration_note",
            "/decision_reason",
        ],
        dates: &[
            "submitted_on",
            "reviewed_on",
            "considered_on",
            "endorsed_on",
            "decided_on",
            "executed_on",
        ],
    };

    fn create(event: &Event<Self>) -> Option<ChangeRequest> {
        ChangeRequest::new(event)
    }

    fn apply(request: &mut ChangeRequest, event: &Event<Self>) {
        request.apply(event);
    }

    fn state(request: &ChangeRequest) -> State {
        request.state
    }

    fn case_id(request: &ChangeRequest) -> &str {
        &request.case_id
    }

    fn holder(_: &ChangeRequest) -> Option<&Org> {
        None
    }

    fn stands(relation: Relation, context: &Context<'_, Self>) -> bool {
        let own = &context.actor.organisation;
        let province = context.data().map(|request| &request.province);
        relation == Relation::Province && province == Some(own)
    }

    fn has_duty(case: &Case<Self>, actor: &Actor, _: &Policy) -> bool {
        let request = case.data();
        match actor.role {
            Role::SuperAdmin => true,
            Role::ProvinceAdmin => request.province == actor.organisation,
            _ => request.submitted_by == actor.organisation,
        }
    }

    fn obligations(_: &Case<Self>, _: Date, _: &Policy) -> Vec<Obligation> {
        Vec::new()
    }

    fn document(case: &Case<Self>) -> Map<String, Value> {
        crate::lifecycle::document(Self::NAME, case.data())
    }
}
