//! Change of data by the super admin (การขอเพิ่ม ลบ หรือแก้ไขข้อมูล): any organisation asks through its
//! province, the provincial committee considers it, the director of the Ministry's centre decides
//! (AD-05).
//!
//! A room for each subject: [`request`] (asked, and taken through the province) and [`decision`]
//! (decided and carried out by the Ministry). This folder does not know any other lifecycle.

pub mod case;
pub mod decision;
pub mod request;
pub(crate) mod rules;

pub use case::ChangeRequest;
pub use decision::{Decide, Execute};
pub use request::{ChangeKind, Consider, Endorse, Review, SubmitChange};

use crate::base::actor::{Actor, Role};
use crate::base::rule::Rule;
use crate::base::text::{Said, Text, text};
use crate::lifecycle::act::commands;
use crate::lifecycle::state::states;
use crate::lifecycle::{Case, Lifecycle, Never, REQUEST, REQUEST_ID, Relation, Who};
use crate::policy::Numbers;

/// The lifecycle `data_change`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DataChange;

states! {
    /// The states of a change of data.
    pub enum State {
        /// ยื่นคำขอแล้ว
        Submitted = "submitted", "ยื่นคำขอแล้ว", "submitted";
        /// จังหวัดตรวจสอบข้อกฎหมายแล้ว
        Reviewed = "reviewed", "จังหวัดพิจารณาตามกฎหมายและระเบียบแล้ว", "reviewed";
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

commands! {
    /// A command of the lifecycle `data_change`.
    DataChange: SubmitChange in Box, Review, Consider, Endorse, Decide, Execute,
}

impl Lifecycle for DataChange {
    type State = State;
    type Command = Command;
    type Data = ChangeRequest;
    type Effect = Never;

    const NAME: &'static str = "data_change";
    const TITLE: Text = text!(
        "การขอเพิ่ม ลบ หรือแก้ไขข้อมูล",
        "change of data by the super admin",
    );
    const CASE: Text = REQUEST;
    const CASE_ID: Said = REQUEST_ID;
    const RULES: &'static [&'static Rule] = rules::RULES;

    fn has_duty(case: &Case<Self>, actor: &Actor, _: &Numbers) -> bool {
        let data = case.data();
        if actor.role == Role::ProvinceAdmin {
            data.province == actor.organisation
        } else {
            actor.role == Role::SuperAdmin || data.submitted_by == actor.organisation
        }
    }
}

// ── who ───────────────────────────────────────────────────────────────────────────────────────

const THE_PROVINCE: Relation<DataChange> = Relation::new(
    "province",
    text!("จังหวัดของคำขอ", "the province of the request"),
    |asking| {
        let own = &asking.actor.organisation;
        asking.case.is_some_and(|case| case.data().province == *own)
    },
);

const ANY_ORGANISATION: &[Who<DataChange>] = &[Who {
    roles: &[
        Role::UnitUser,
        Role::UnitAdmin,
        Role::ScreeningUser,
        Role::CentreUser,
        Role::ProbationOfficer,
        Role::DistrictAdmin,
        Role::DistrictRecorder,
    ],
    relation: &Relation::ANY,
}];
const PROVINCE: &[Who<DataChange>] = &[Who {
    roles: &[Role::ProvinceAdmin],
    relation: &THE_PROVINCE,
}];
const SUPER_ADMIN: &[Who<DataChange>] = &[Who {
    roles: &[Role::SuperAdmin],
    relation: &Relation::ANY,
}];

// ── what is said in another state: no step is skipped, and none is made twice ─────────────────────

const TO_REVIEW: (State, Text) = (
    State::Submitted,
    text!(
        "โปรดรอจังหวัดพิจารณาตามกฎหมายและระเบียบก่อน",
        "wait for the province to review it against law and regulations",
    ),
);
const TO_CONSIDER: (State, Text) = (
    State::Reviewed,
    text!(
        "โปรดรอคณะกรรมการ ศอ.ปส.จ. พิจารณาก่อน",
        "wait for the provincial committee to consider it",
    ),
);
const TO_ENDORSE: (State, Text) = (
    State::Considered,
    text!(
        "โปรดรอจังหวัดให้ความเห็นชอบและเสนอผู้อำนวยการ ศอ.ปส.สธ. ก่อน",
        "wait for the province to endorse it and put it before the director",
    ),
);
const TO_DECIDE: (State, Text) = (
    State::Endorsed,
    text!(
        "โปรดรอผลการพิจารณาของผู้อำนวยการ ศอ.ปส.สธ. ก่อน",
        "wait for the director's decision",
    ),
);
const DONE: Text = text!(
    "ทำขั้นตอนนี้แล้ว ไม่ต้องทำซ้ำ โปรดดำเนินการขั้นตอนต่อไป",
    "this step was made already; go on with the next",
);
