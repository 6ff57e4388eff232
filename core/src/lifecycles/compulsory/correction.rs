//! Sent back for correction, and sent again (CT-03, CT-04). It does not know what happens once a case
//! is accepted.

use std::sync::Arc;

use serde::{Deserialize, Serialize, Serializer};

use super::part1::Part1;
use super::request::RequestKind;
use super::rules::{CT_03, CT_04, CT_21};
use super::{AWAITING, COORDINATE, Compulsory, Exchange, PROBATION, State, Subject, UNIT};
use crate::base::actor::Role;
use crate::base::calendar::Date;
use crate::base::fault::{BLANK, Faults};
use crate::base::id::OrgId;
use crate::base::private::Private;
use crate::base::shape::{Shape, Shaped, Variant};
use crate::base::text::{Args, Text, text};
use crate::lifecycle::{
    Act, Case, Content, EffectName, Guard, Head, Next, Notice, Now, ReasonKind, ReportRow, Row,
    Sent, Step,
};
use crate::policy::Numbers;
use crate::schedule::{Obligation, Owed};

// ── what a case keeps ─────────────────────────────────────────────────────────────────────────

/// The request that sent the case back.
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct Correction {
    /// Its day.
    #[title("วันที่ขอแก้ไขข้อมูล", "day of the request for correction")]
    pub on: Date,
    /// Why.
    #[title("เหตุผลที่ขอแก้ไข", "reason")]
    pub reason: CorrectionReason,
    /// What is wrong.
    #[title("รายละเอียด", "note")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Private>,
}

// ── CT-03 ขอแก้ไขข้อมูล ────────────────────────────────────────────────────────────────────────

/// Why a unit sends a case back (CT-03).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Shape)]
#[serde(rename_all = "snake_case")]
pub enum CorrectionReason {
    /// ข้อมูลผิดพลาด
    #[title("ข้อมูลผิดพลาด", "data error")]
    DataError,
    /// ผู้ป่วยต้องการเปลี่ยนหน่วยบำบัด
    #[title("ผู้ป่วยต้องการเปลี่ยนหน่วยบำบัด", "the patient wants another unit")]
    PatientChangesUnit,
    /// สำนักงานคุมประพฤติต้องการเปลี่ยนหน่วยบำบัด
    #[title("สำนักงานคุมประพฤติต้องการเปลี่ยนหน่วยบำบัด", "probation wants another unit")]
    ProbationChangesUnit,
}

/// CT-03 ขอแก้ไขข้อมูล
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct RequestCorrection {
    /// Why.
    #[title("เหตุผลที่ขอแก้ไข", "reason")]
    pub reason: CorrectionReason,
    /// What is wrong.
    #[title("รายละเอียด", "note")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Private>,
}

impl Act for RequestCorrection {
    type Of = Compulsory;
    type Effects = (
        DeleteCopy,
        Notice<CorrectionNotice>,
        ReportRow<CorrectionRow>,
    );

    const NAME: &'static str = "request_correction";
    const EVENT: &'static str = "correction_requested";
    const ROW: Row<Compulsory> = Row {
        guards: &[COORDINATED],
        advice: &[&COORDINATE],
        confirm: Some(text!(
            "ยืนยันการขอแก้ไขข้อมูลผู้ป่วย",
            "Send the case back to probation for correction?",
        )),
        success: Some(text!(
            "ทำการส่งข้อมูลเพื่อขอแก้ไขข้อมูลสำเร็จ",
            "The case was sent back for correction.",
        )),
        instead: CORRECTION_ELSEWHERE,
        ..Row::act(
            &CT_03,
            AWAITING,
            Next::To(State::Returned),
            UNIT,
            text!("ขอแก้ไขข้อมูล", "Request correction"),
        )
    };
}

impl Step for RequestCorrection {
    fn effects(&self, now: &Now<'_>, case: &Case<Compulsory>) -> Option<Self::Effects> {
        let subject = Subject::of(case);
        let notice = CorrectionNotice {
            subject: subject.clone(),
            reason: self.reason,
            note: self.note.clone(),
        };
        let row = CorrectionRow {
            subject: subject.clone(),
            requested_on: now.today,
            reason: Some(self.reason),
            request: None,
            note: self.note.clone(),
        };
        Some((
            DeleteCopy { subject },
            case.data().to_the_office(notice),
            ReportRow(row),
        ))
    }

    fn apply(&self, case: &mut Exchange, head: &Head<'_>) {
        case.correction = Some(Box::new(Correction {
            on: head.today(),
            reason: self.reason,
            note: self.note.clone(),
        }));
    }
}

/// What is used to the same end in another state.
const CORRECTION_ELSEWHERE: &[(State, Text)] = &[
    (
        State::Returned,
        text!(
            "ขอแก้ไขข้อมูลแล้ว ไม่ต้องขอซ้ำ โปรดรอสำนักงานคุมประพฤติส่งข้อมูลที่ถูกต้องกลับมาอีกครั้ง",
            "a correction was requested already; wait for probation to send the case again",
        ),
    ),
    (
        State::Accepted,
        text!(
            "ให้ใช้ “ขอแก้ไขข้อมูลส่วนที่ 1” หรือ “ขอเปลี่ยนหน่วยบำบัด” แทน",
            "request a correction of Part 1, or another unit, instead",
        ),
    ),
];
/// CT-21 as a must (`coordination_required`).
const COORDINATED: Guard<Exchange> = Guard::policy(
    &CT_21,
    "coordinated",
    ReasonKind::MissingPrecondition,
    text!(
        "ต้องประสานงานกับสำนักงานคุมประพฤติก่อนกดปุ่มนี้ โปรดประสานงาน แล้วระบุว่าประสานงานแล้ว",
        "the two agencies have to coordinate first; coordinate, then say that you have",
    ),
    |_, asked| {
        let missing = asked.numbers.coordination_required && !asked.coordinated;
        missing.then(Args::default)
    },
);

/// The unit deletes its copy (CT-03).
#[derive(Debug, Clone, PartialEq, Shape)]
pub struct DeleteCopy {
    /// The case, and the unit that deletes.
    #[shape(flatten)]
    pub subject: Subject,
}

impl Serialize for DeleteCopy {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Wire<'a> {
            r#type: &'static str,
            #[serde(flatten)]
            subject: &'a Subject,
        }
        Wire {
            r#type: <Self as Sent>::NAME.kind,
            subject: &self.subject,
        }
        .serialize(serializer)
    }
}

impl Sent for DeleteCopy {
    const NAME: EffectName = EffectName {
        kind: "delete_copy",
        detail: None,
    };
    const SHAPE: Variant = Variant {
        name: "delete_copy",
        detail: None,
        title: Some(text!(
            "ลบข้อมูลออกจากรายการของหน่วยบำบัด",
            "delete the copy of the unit",
        )),
        about: "Delete the unit's copy of the data.",
        parts: &[Self::TY.record()],
    };

    fn addressee(&self) -> Option<&OrgId> {
        Some(&self.subject.unit)
    }
}

/// CT-03
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
#[shape(name = "Correction")]
pub struct CorrectionNotice {
    /// The case.
    #[serde(flatten)]
    pub subject: Subject,
    /// Why it comes back.
    #[title("เหตุผลที่ขอแก้ไข", "reason")]
    pub reason: CorrectionReason,
    /// What is wrong.
    #[title("รายละเอียด", "note")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Private>,
}

impl Content for CorrectionNotice {
    const DETAIL: &'static str = "correction";
    const TITLE: Text = text!(
        "แจ้งสำนักงานคุมประพฤติให้แก้ไขข้อมูล",
        "tell probation to correct the data",
    );
    const ABOUT: &'static str = "CT-03: the data are wrong and come back.";
}

/// A row of รายงานการขอแก้ไขข้อมูล.
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct CorrectionRow {
    /// The case.
    #[serde(flatten)]
    pub subject: Subject,
    /// The day of the request.
    #[title("วันที่ขอแก้ไขข้อมูล", "day of the request for correction")]
    pub requested_on: Date,
    /// Why, where the whole case went back (CT-03).
    #[title("เหตุผลที่ขอแก้ไข", "reason")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<CorrectionReason>,
    /// What was asked, where the case stayed (CT-08).
    #[title("คำขอ", "request")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request: Option<RequestKind>,
    /// What is wrong.
    #[title("รายละเอียด", "note")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Private>,
}

impl Content for CorrectionRow {
    const DETAIL: &'static str = "correction";
    const TITLE: Text = text!(
        "เพิ่มแถวในรายงานการขอแก้ไขข้อมูล",
        "add a row to the correction report",
    );
    const ABOUT: &'static str = "รายงานการขอแก้ไขข้อมูล (CT-03, CT-08)";
}

// ── CT-04 ส่งกลับมาอีกครั้ง ─────────────────────────────────────────────────────────────────────

/// CT-04 ส่งกลับมาอีกครั้ง
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct Resend {
    /// หน่วยบำบัด, may differ from the former one.
    #[title("หน่วยบำบัด", "treatment unit")]
    pub unit: OrgId,
    /// ส่วนที่ 1, corrected.
    #[title("ข้อมูลส่วนที่ 1 ที่แก้ไขแล้ว", "Part 1, corrected")]
    pub(crate) part1: Arc<Part1>,
}

impl Act for Resend {
    type Of = Compulsory;
    type Effects = ();

    const NAME: &'static str = "resend";
    const EVENT: &'static str = "resent";
    const ROW: Row<Compulsory> = Row {
        faults: &[&[&BLANK], Part1::FAULTS],
        instead: SENT_ALREADY,
        ..Row::act(
            &CT_04,
            &[State::Returned],
            Next::To(State::AwaitingAcceptance),
            PROBATION,
            text!("ส่งข้อมูลที่ถูกต้องกลับมาอีกครั้ง", "Send the corrected case again"),
        )
    };
}

impl Step for Resend {
    fn check(&self, now: &Now<'_>, _: &Exchange, faults: &mut Faults<'_>) {
        self.part1.judge(now.today, faults.field("part1"));
    }

    fn apply(&self, case: &mut Exchange, head: &Head<'_>) {
        case.part1 = Arc::clone(&self.part1);
        case.correction = None;
        case.enter(self.unit.clone(), head);
    }
}

/// Only what was sent back is sent again.
const SENT_ALREADY: &[(State, Text)] = &[
    (
        State::AwaitingAcceptance,
        text!(
            "ส่งให้หน่วยบำบัดแล้ว ไม่ต้องส่งซ้ำ โปรดรอหน่วยบำบัดกดรับงาน",
            "it is with the unit already; wait for the unit to accept it",
        ),
    ),
    (
        State::Accepted,
        text!(
            "หน่วยบำบัดรับงานแล้ว ไม่ต้องส่งซ้ำ หากข้อมูลส่วนที่ 1 ผิดพลาด ให้หน่วยบำบัดกด “ขอแก้ไขข้อมูลส่วนที่ 1”",
            "the unit has accepted it already; where Part 1 is wrong, have the unit request its correction",
        ),
    ),
];

// ── what is owed ──────────────────────────────────────────────────────────────────────────────

pub(super) static RESEND: Owed = Owed::new(
    &CT_04,
    "resend",
    text!("แก้ไขข้อมูลแล้วส่งกลับมาอีกครั้ง", "correct and send again"),
);

pub(super) fn owes(case: &Case<Compulsory>, _: &Numbers, owed: &mut Vec<Obligation>) {
    let data = case.data();
    if let (State::Returned, Some(correction)) = (case.state(), &data.correction) {
        let trigger = (RequestCorrection::EVENT, correction.on);
        let responsible = (Role::ProbationOfficer, &data.probation_office);
        owed.push(Obligation::new(
            &RESEND,
            trigger,
            correction.on,
            responsible,
        ));
    }
}
