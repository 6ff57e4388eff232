//! The proposal of a new provincial admin: proposed, reported, decided, carried out (AD-04).

use serde::{Deserialize, Serialize};

use super::rules::AD_04;
use super::{AdminChange, OWN_PROVINCE, PROVINCE, Proposal, SUPER_ADMIN, State};
use crate::base::actor::Actor;
use crate::base::area::{PROVINCE_FAULTS, judge_province};
use crate::base::fault::{BLANK, Faults};
use crate::base::id::{CaseId, OrgId, UserId};
use crate::base::private::Private;
use crate::base::shape::Shape;
use crate::base::text::{Text, text};
use crate::lifecycle::{Act, Choice, Head, Next, Now, Opening, Row, Step};

// ── AD-04 เสนอผู้ดูแลระบบคนใหม่ ──────────────────────────────────────────────────────────────────

/// AD-04 เสนอผู้ดูแลระบบคนใหม่
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct ProposeAdmin {
    /// The case's id.
    #[title("รหัสคำขอ", "request id")]
    pub case_id: CaseId,
    /// รหัสจังหวัด 2 หลัก
    #[title("จังหวัด", "province")]
    pub province: OrgId,
    /// The user name of the new admin.
    #[title("ชื่อผู้ใช้งานของผู้ดูแลระบบคนใหม่", "user name of the new admin")]
    pub user_id: UserId,
}

impl Act for ProposeAdmin {
    type Of = AdminChange;
    type Effects = ();

    const NAME: &'static str = "propose_admin";
    const EVENT: &'static str = "admin_proposed";
    const ROW: Row<AdminChange> = Row {
        faults: &[&[&BLANK], PROVINCE_FAULTS],
        ..Row::opening(
            &AD_04,
            OWN_PROVINCE,
            text!(
                "เสนอผู้ดูแลระบบระดับจังหวัดคนใหม่",
                "Propose a new provincial admin",
            ),
        )
    };
}

impl Opening for ProposeAdmin {
    fn case_id(&self) -> &CaseId {
        &self.case_id
    }

    fn names(&self, actor: &Actor) -> bool {
        self.province == actor.organisation
    }

    fn check(&self, _: &Now<'_>, faults: &mut Faults<'_>) {
        faults.judged("province", judge_province(&self.province));
    }

    fn open(&self, head: &Head<'_>) -> Proposal {
        Proposal {
            province: self.province.clone(),
            user_id: self.user_id.clone(),
            proposed_on: head.today(),
            reported_on: None,
            decided_on: None,
            decision_reason: None,
            applied_on: None,
        }
    }
}

// ── AD-04 รายงานสำนักงานเขตสุขภาพ ──────────────────────────────────────────────────────────────

/// AD-04 รายงานสำนักงานเขตสุขภาพ
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct ReportToRegion {}

impl Act for ReportToRegion {
    type Of = AdminChange;
    type Effects = ();

    const NAME: &'static str = "report_to_region";
    const EVENT: &'static str = "reported_to_region";
    const ROW: Row<AdminChange> = Row {
        instead: REPORTED_ALREADY,
        ..Row::act(
            &AD_04,
            &[State::Proposed],
            Next::To(State::Reported),
            PROVINCE,
            text!(
                "รายงานสำนักงานเขตสุขภาพเพื่อทราบ",
                "Report to the health region",
            ),
        )
    };
}

impl Step for ReportToRegion {
    fn apply(&self, case: &mut Proposal, head: &Head<'_>) {
        case.reported_on = Some(head.today());
    }
}

/// Said before the region knows.
const REPORT_FIRST: Text = text!(
    "โปรดรอจังหวัดรายงานสำนักงานเขตสุขภาพก่อน",
    "wait for the province to report to the health region",
);
const REPORTED_ALREADY: &[(State, Text)] = &[
    (
        State::Reported,
        text!(
            "รายงานแล้ว ไม่ต้องรายงานซ้ำ โปรดรอการพิจารณาของผู้อำนวยการ ศอ.ปส.สธ.",
            "it was reported already; wait for the director's decision",
        ),
    ),
    (
        State::Decided,
        text!(
            "รายงานและพิจารณาแล้ว ไม่ต้องรายงานซ้ำ โปรดรอการเปลี่ยนแปลงข้อมูลในระบบ",
            "it was reported and decided already; wait for the change in the system",
        ),
    ),
];

// ── AD-04 ตัดสิน ──────────────────────────────────────────────────────────────────────────────

/// AD-04 ตัดสิน
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct Decide {
    /// Whether it is approved; a refusal is final.
    #[title("เห็นชอบ", "approved")]
    pub approve: bool,
    /// Why.
    #[title("เหตุผล", "reason")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Private>,
}

impl Act for Decide {
    type Of = AdminChange;
    type Effects = ();

    const NAME: &'static str = "decide";
    const EVENT: &'static str = "decided";
    const ROW: Row<AdminChange> = Row {
        instead: DECISION_ELSEWHERE,
        ..Row::act(
            &AD_04,
            &[State::Reported],
            Next::OneOf(Choice {
                field: "approve",
                yes: State::Decided,
                no: State::Rejected,
            }),
            SUPER_ADMIN,
            text!(
                "บันทึกผลการพิจารณาของผู้อำนวยการ ศอ.ปส.สธ.",
                "Enter the director's decision",
            ),
        )
    };
}

impl Step for Decide {
    fn answer(&self) -> Option<bool> {
        Some(self.approve)
    }

    fn apply(&self, case: &mut Proposal, head: &Head<'_>) {
        case.decided_on = Some(head.today());
        case.decision_reason = self.reason.clone();
    }
}

const DECISION_ELSEWHERE: &[(State, Text)] = &[
    (State::Proposed, REPORT_FIRST),
    (
        State::Decided,
        text!(
            "บันทึกผลการพิจารณาแล้ว ไม่ต้องบันทึกซ้ำ โปรดเปลี่ยนแปลงข้อมูลผู้ดูแลระบบในระบบ",
            "the decision was entered already; change the admin in the system",
        ),
    ),
];

// ── AD-04 เปลี่ยนแปลงข้อมูลในระบบ ────────────────────────────────────────────────────────────────

/// AD-04 เปลี่ยนแปลงข้อมูลในระบบ
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct ApplyChange {}

impl Act for ApplyChange {
    type Of = AdminChange;
    type Effects = ();

    const NAME: &'static str = "apply_change";
    const EVENT: &'static str = "change_applied";
    const ROW: Row<AdminChange> = Row {
        instead: ONCE_DECIDED,
        ..Row::act(
            &AD_04,
            &[State::Decided],
            Next::To(State::Done),
            SUPER_ADMIN,
            text!(
                "เปลี่ยนแปลงข้อมูลผู้ดูแลระบบในระบบ",
                "Change the admin in the system",
            ),
        )
    };
}

impl Step for ApplyChange {
    fn apply(&self, case: &mut Proposal, head: &Head<'_>) {
        case.applied_on = Some(head.today());
    }
}

const ONCE_DECIDED: &[(State, Text)] = &[
    (State::Proposed, REPORT_FIRST),
    (
        State::Reported,
        text!(
            "โปรดบันทึกผลการพิจารณาของผู้อำนวยการ ศอ.ปส.สธ. ก่อน",
            "enter the director's decision first",
        ),
    ),
];

#[cfg(test)]
mod tests {
    use super::super::Command;
    use super::*;
    use crate::base::actor::Role;
    use crate::lifecycle::{Envelope, ReasonKind, decide};
    use crate::policy::Policy;
    use crate::wire;

    #[test]
    fn ad_08_a_refusal_says_which_roles_may() {
        let sent = r#"{"at":"2024-09-02T09:00:00+07:00",
            "actor":{"role":"province_admin","organisation":"80"},
            "command":{"type":"propose_admin","case_id":"P-1","province":"81","user_id":"u.somchai"}}"#;
        let envelope: Envelope<Command> = wire::decode(sent).unwrap();
        let decision = decide::<AdminChange>(None, &envelope, &Policy::default()).unwrap();
        let reason = &decision.reasons()[0];
        assert_eq!(reason.kind, ReasonKind::NotPermitted);
        assert_eq!(reason.permitted.unwrap().roles(), [Role::ProvinceAdmin]);
    }
}
