//! Change of a provincial admin (การเปลี่ยนแปลง ADMIN ระดับจังหวัด): the province proposes and reports
//! to its health region, the director of the Ministry's centre decides, the super admin changes it
//! (AD-04).
//!
//! [`proposal`] holds its four steps. This folder does not know any other lifecycle.

pub mod case;
pub mod proposal;
pub(crate) mod rules;

pub use case::Proposal;
pub use proposal::{ApplyChange, Decide, ProposeAdmin, ReportToRegion};

use crate::base::actor::{Actor, Role};
use crate::base::area::region_code_of;
use crate::base::rule::Rule;
use crate::base::text::{Said, Text, text};
use crate::lifecycle::act::commands;
use crate::lifecycle::state::states;
use crate::lifecycle::{Case, Lifecycle, Never, REQUEST, REQUEST_ID, Relation, Who};
use crate::policy::Numbers;

/// The lifecycle `admin_change`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AdminChange;

states! {
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

commands! {
    /// A command of the lifecycle `admin_change`.
    AdminChange: ProposeAdmin in Box, ReportToRegion, Decide, ApplyChange,
}

impl Lifecycle for AdminChange {
    type State = State;
    type Command = Command;
    type Data = Proposal;
    type Effect = Never;

    const NAME: &'static str = "admin_change";
    const TITLE: Text = text!(
        "การเปลี่ยนแปลงผู้ดูแลระบบระดับจังหวัด",
        "change of a provincial admin",
    );
    const CASE: Text = REQUEST;
    const CASE_ID: Said = REQUEST_ID;
    const RULES: &'static [&'static Rule] = rules::RULES;

    fn has_duty(case: &Case<Self>, actor: &Actor, _: &Numbers) -> bool {
        let data = case.data();
        let own = &actor.organisation;
        let of_province = actor.role == Role::ProvinceAdmin && data.province == *own;
        let of_region = actor.role == Role::RegionOfficer
            && data.reported_on.is_some()
            && region_code_of(&data.province) == Some(&**own);
        actor.role == Role::SuperAdmin || of_province || of_region
    }
}

// ── who ───────────────────────────────────────────────────────────────────────────────────────

const THE_PROVINCE: Relation<AdminChange> = Relation::new(
    "province",
    text!("จังหวัดของคำขอ", "the province of the request"),
    |asking| {
        let own = &asking.actor.organisation;
        asking.case.is_some_and(|case| case.data().province == *own)
    },
);

const OWN_PROVINCE: &[Who<AdminChange>] = &[Who {
    roles: &[Role::ProvinceAdmin],
    relation: &Relation::NAMED_IN_COMMAND,
}];
const PROVINCE: &[Who<AdminChange>] = &[Who {
    roles: &[Role::ProvinceAdmin],
    relation: &THE_PROVINCE,
}];
const SUPER_ADMIN: &[Who<AdminChange>] = &[Who {
    roles: &[Role::SuperAdmin],
    relation: &Relation::ANY,
}];
