//! The request for a change of data and its way through the province: asked, reviewed, considered,
//! endorsed (AD-05). It does not know what the Ministry makes of it.

use serde::{Deserialize, Serialize};

use super::rules::AD_05;
use super::{
    ANY_ORGANISATION, ChangeRequest, DONE, DataChange, PROVINCE, State, TO_CONSIDER, TO_REVIEW,
};
use crate::base::area::{PROVINCE_FAULTS, judge_province};
use crate::base::fault::{BLANK, Faults};
use crate::base::id::{CaseId, OrgId};
use crate::base::private::Private;
use crate::base::shape::Shape;
use crate::base::text::{Text, text};
use crate::lifecycle::{Act, Choice, Head, Next, Now, Opening, Row, Step};

// ── AD-05 ยื่นขอเพิ่ม ลบ หรือแก้ไขข้อมูล ──────────────────────────────────────────────────────────

/// What is to be done to the data (AD-05).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Shape)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// เพิ่ม
    #[title("เพิ่ม", "add")]
    Add,
    /// แก้ไข
    #[title("แก้ไข", "edit")]
    Edit,
    /// ลบ
    #[title("ลบ", "delete")]
    Delete,
}

/// AD-05 ยื่นขอเพิ่ม ลบ หรือแก้ไขข้อมูล
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct SubmitChange {
    /// The case's id.
    #[title("รหัสคำขอ", "request id")]
    pub case_id: CaseId,
    /// รหัสจังหวัด 2 หลัก
    #[title("จังหวัด", "province")]
    pub province: OrgId,
    /// What is to be done.
    #[title("ประเภทคำขอ (เพิ่ม แก้ไข ลบ)", "kind of change")]
    pub kind: ChangeKind,
    /// To which data.
    #[title("ข้อมูลที่ขอให้ดำเนินการ", "data to be changed")]
    pub target: Private,
    /// Why.
    #[title("เหตุผล", "reason")]
    pub reason: Private,
}

impl Act for SubmitChange {
    type Of = DataChange;
    type Effects = ();

    const NAME: &'static str = "submit_change";
    const EVENT: &'static str = "change_submitted";
    const ROW: Row<DataChange> = Row {
        faults: &[&[&BLANK], PROVINCE_FAULTS],
        ..Row::opening(
            &AD_05,
            ANY_ORGANISATION,
            text!(
                "ขอเพิ่ม ลบ หรือแก้ไขข้อมูล",
                "Ask for data to be added, deleted or edited",
            ),
        )
    };
}

impl Opening for SubmitChange {
    fn case_id(&self) -> &CaseId {
        &self.case_id
    }

    fn check(&self, _: &Now<'_>, faults: &mut Faults<'_>) {
        faults.judged("province", judge_province(&self.province));
    }

    fn open(&self, head: &Head<'_>) -> ChangeRequest {
        ChangeRequest {
            province: self.province.clone(),
            kind: self.kind,
            target: self.target.clone(),
            reason: self.reason.clone(),
            submitted_by: head.actor.organisation.clone(),
            submitted_on: head.today(),
            reviewed_on: None,
            review_note: None,
            considered_on: None,
            consideration_note: None,
            endorsed_on: None,
            decided_on: None,
            decision_reason: None,
            executed_on: None,
        }
    }
}

// ── AD-05 พิจารณาตามกฎหมายและระเบียบ ───────────────────────────────────────────────────────────

/// AD-05 พิจารณาตามกฎหมายและระเบียบ
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct Review {
    /// Whether law and regulations allow it; if not, the request is rejected.
    #[title("ชอบด้วยกฎหมายและระเบียบ", "lawful")]
    pub lawful: bool,
    /// A note.
    #[title("บันทึกเพิ่มเติม", "note")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Private>,
}

impl Act for Review {
    type Of = DataChange;
    type Effects = ();

    const NAME: &'static str = "review";
    const EVENT: &'static str = "reviewed";
    const ROW: Row<DataChange> = Row {
        instead: REVIEWED_ALREADY,
        ..Row::act(
            &AD_05,
            &[State::Submitted],
            Next::OneOf(Choice {
                field: "lawful",
                yes: State::Reviewed,
                no: State::Rejected,
            }),
            PROVINCE,
            text!(
                "บันทึกผลการพิจารณาตามกฎหมายและระเบียบ",
                "Review against law and regulations",
            ),
        )
    };
}

impl Step for Review {
    fn answer(&self) -> Option<bool> {
        Some(self.lawful)
    }

    fn apply(&self, case: &mut ChangeRequest, head: &Head<'_>) {
        case.reviewed_on = Some(head.today());
        case.review_note = self.note.clone();
    }
}

const REVIEWED_ALREADY: &[(State, Text)] = &[
    (State::Reviewed, DONE),
    (State::Considered, DONE),
    (State::Endorsed, DONE),
    (State::Decided, DONE),
];

// ── AD-05 คณะกรรมการ ศอ.ปส.จ. พิจารณา ─────────────────────────────────────────────────────────

/// AD-05 คณะกรรมการ ศอ.ปส.จ. พิจารณา
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct Consider {
    /// Whether the provincial committee supports it; if not, the request is rejected.
    #[title("คณะกรรมการเห็นชอบ", "supported")]
    pub support: bool,
    /// A note.
    #[title("บันทึกเพิ่มเติม", "note")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Private>,
}

impl Act for Consider {
    type Of = DataChange;
    type Effects = ();

    const NAME: &'static str = "consider";
    const EVENT: &'static str = "considered";
    const ROW: Row<DataChange> = Row {
        instead: CONSIDERATION_ELSEWHERE,
        ..Row::act(
            &AD_05,
            &[State::Reviewed],
            Next::OneOf(Choice {
                field: "support",
                yes: State::Considered,
                no: State::Rejected,
            }),
            PROVINCE,
            text!(
                "บันทึกผลการพิจารณาของคณะกรรมการ ศอ.ปส.จ.",
                "Enter the provincial committee's view",
            ),
        )
    };
}

impl Step for Consider {
    fn answer(&self) -> Option<bool> {
        Some(self.support)
    }

    fn apply(&self, case: &mut ChangeRequest, head: &Head<'_>) {
        case.considered_on = Some(head.today());
        case.consideration_note = self.note.clone();
    }
}

const CONSIDERATION_ELSEWHERE: &[(State, Text)] = &[
    TO_REVIEW,
    (State::Considered, DONE),
    (State::Endorsed, DONE),
    (State::Decided, DONE),
];

// ── AD-05 ให้ความเห็นชอบ ───────────────────────────────────────────────────────────────────────

/// AD-05 ให้ความเห็นชอบ
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct Endorse {}

impl Act for Endorse {
    type Of = DataChange;
    type Effects = ();

    const NAME: &'static str = "endorse";
    const EVENT: &'static str = "endorsed";
    const ROW: Row<DataChange> = Row {
        instead: ENDORSEMENT_ELSEWHERE,
        ..Row::act(
            &AD_05,
            &[State::Considered],
            Next::To(State::Endorsed),
            PROVINCE,
            text!(
                "ให้ความเห็นชอบและเสนอผู้อำนวยการ ศอ.ปส.สธ.",
                "Endorse and put before the director",
            ),
        )
    };
}

impl Step for Endorse {
    fn apply(&self, case: &mut ChangeRequest, head: &Head<'_>) {
        case.endorsed_on = Some(head.today());
    }
}

const ENDORSEMENT_ELSEWHERE: &[(State, Text)] = &[
    TO_REVIEW,
    TO_CONSIDER,
    (State::Endorsed, DONE),
    (State::Decided, DONE),
];
