//! What a unit asks of probation once it has accepted: a correction of Part 1, another unit (CT-08 to
//! CT-11, CT-09b).

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::absence::not_absent;
use super::correction::CorrectionRow;
use super::part1::Part1;
use super::rules::{CT_08, CT_09, CT_09B, CT_10, CT_11};
use super::{
    ACCEPTED, COORDINATE, Compulsory, Exchange, PROBATION, RETURNED, State, Subject, UNIT,
};
use crate::base::actor::{Actor, Role};
use crate::base::calendar::Date;
use crate::base::fault::{BLANK, Fault, Faults};
use crate::base::id::OrgId;
use crate::base::private::Private;
use crate::base::shape::Shape;
use crate::base::text::{Text, text};
use crate::lifecycle::{
    Act, Case, Content, Guard, Head, Next, Notice, Now, ReasonKind, ReportRow, Row, Step,
};
use crate::policy::Numbers;
use crate::schedule::{Obligation, Owed};

use ReasonKind::{AlreadyDone, MissingPrecondition};

// ── what a case keeps ─────────────────────────────────────────────────────────────────────────

/// A request of the unit to probation.
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct Request {
    /// What is asked.
    #[title("คำขอ", "request")]
    pub kind: RequestKind,
    /// The day.
    #[title("วันที่ขอ", "day of the request")]
    pub on: Date,
    /// What probation has to know.
    #[title("รายละเอียด", "note")]
    pub note: Private,
    /// How it stands.
    #[title("สถานะของคำขอ", "status of the request")]
    pub status: RequestStatus,
    /// Why it was declined.
    #[title("เหตุผลที่ไม่รับคำขอ", "reason for declining")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decline_reason: Option<Private>,
}

/// A request of a unit to probation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Shape)]
#[serde(rename_all = "snake_case")]
pub enum RequestKind {
    /// ขอแก้ไขข้อมูลส่วนที่ 1
    #[title("ขอแก้ไขข้อมูลส่วนที่ 1", "correction of Part 1")]
    Part1Correction,
    /// ขอเปลี่ยนหน่วยบำบัด
    #[title("ขอเปลี่ยนหน่วยบำบัด", "unit change")]
    UnitChange,
}

/// How a request stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Shape)]
#[serde(rename_all = "snake_case")]
pub enum RequestStatus {
    /// Probation has not answered.
    #[title("รอตอบ", "unanswered")]
    Open,
    /// Probation did what was asked.
    #[title("ดำเนินการแล้ว", "granted")]
    Granted,
    /// Probation declined.
    #[title("ไม่ดำเนินการ", "declined")]
    Declined,
}

use RequestKind::{Part1Correction, UnitChange};

/// Where the open request of each kind stands: there is one of a kind at a time.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Unanswered {
    part1_correction: Option<u32>,
    unit_change: Option<u32>,
}

impl Unanswered {
    fn of(&self, kind: RequestKind) -> Option<usize> {
        let place = match kind {
            Part1Correction => self.part1_correction,
            UnitChange => self.unit_change,
        };
        place?.try_into().ok()
    }

    fn of_mut(&mut self, kind: RequestKind) -> &mut Option<u32> {
        match kind {
            Part1Correction => &mut self.part1_correction,
            UnitChange => &mut self.unit_change,
        }
    }
}

impl Exchange {
    /// The open request of a kind.
    pub fn open_request(&self, kind: RequestKind) -> Option<&Request> {
        self.requests.get(self.unanswered.of(kind)?)
    }

    fn asks(&self, kind: RequestKind) -> bool {
        self.open_request(kind).is_some()
    }

    fn ask(&mut self, kind: RequestKind, on: Date, note: &Private) {
        let open = self.unanswered.of_mut(kind);
        *open = open.or(self.requests.len().try_into().ok());
        self.requests.push(Request {
            kind,
            on,
            note: note.clone(),
            status: RequestStatus::Open,
            decline_reason: None,
        });
    }

    fn answer(&mut self, kind: RequestKind, status: RequestStatus, reason: Option<&Private>) {
        let open = self.unanswered.of(kind);
        *self.unanswered.of_mut(kind) = None;
        if let Some(request) = open.and_then(|place| self.requests.get_mut(place)) {
            request.status = status;
            request.decline_reason = reason.cloned();
        }
    }
}

// ── CT-08 ขอแก้ไขข้อมูลส่วนที่ 1 ────────────────────────────────────────────────────────────────

/// CT-08 ขอแก้ไขข้อมูลส่วนที่ 1
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct RequestPart1Correction {
    /// What probation has to know: the latest data, or where the person wants to go.
    #[title("ข้อมูลล่าสุดที่ขอให้แก้ไข", "the latest data")]
    pub note: Private,
}

impl Act for RequestPart1Correction {
    type Of = Compulsory;
    type Effects = (Notice<Part1CorrectionNotice>, ReportRow<CorrectionRow>);

    const NAME: &'static str = "request_part1_correction";
    const EVENT: &'static str = "part1_correction_requested";
    const ROW: Row<Compulsory> = Row {
        guards: &[PART1_REQUEST_ONCE],
        faults: &[&[&BLANK]],
        advice: &[&COORDINATE],
        confirm: Some(text!(
            "ยืนยันการขอแก้ไขข้อมูลส่วนที่ 1",
            "Ask probation to correct Part 1?",
        )),
        success: Some(text!(
            "ทำการขอแก้ไขข้อมูลส่วนที่ 1 สำเร็จ",
            "The correction of Part 1 was requested.",
        )),
        instead: BEFORE_ACCEPTANCE,
        ..Row::act(
            &CT_08,
            ACCEPTED,
            Next::Stays,
            UNIT,
            text!("ขอแก้ไขข้อมูลส่วนที่ 1", "Request a correction of Part 1"),
        )
    };
}

impl Step for RequestPart1Correction {
    fn effects(&self, now: &Now<'_>, case: &Case<Compulsory>) -> Option<Self::Effects> {
        let subject = Subject::of(case);
        let notice = Part1CorrectionNotice(RequestNotice {
            subject: subject.clone(),
            note: self.note.clone(),
        });
        let row = CorrectionRow {
            subject,
            requested_on: now.today,
            reason: None,
            request: Some(Part1Correction),
            note: Some(self.note.clone()),
        };
        Some((case.data().to_the_office(notice), ReportRow(row)))
    }

    fn apply(&self, case: &mut Exchange, head: &Head<'_>) {
        case.ask(Part1Correction, head.today(), &self.note);
    }
}

/// What a unit uses to the same end before it has accepted (CM, section 1).
const BEFORE_ACCEPTANCE: &[(State, Text)] = &[
    (
        State::AwaitingAcceptance,
        text!("ให้ใช้ “ขอแก้ไขข้อมูล” แทน", "request a correction instead"),
    ),
    RETURNED,
];
/// Probation answers what a unit asks once it has accepted.
const ONCE_ASKED: &[(State, Text)] = &[
    (
        State::AwaitingAcceptance,
        text!(
            "โปรดรอหน่วยบำบัดรับงานและส่งคำขอ หากต้องแก้ไขก่อนรับงาน ให้หน่วยบำบัดกด “ขอแก้ไขข้อมูล”",
            "wait for the unit to accept the case and to ask; what is wrong before that, the unit sends back with a request for correction",
        ),
    ),
    (
        State::Returned,
        text!(
            "เคสอยู่ที่สำนักงานคุมประพฤติ ให้ใช้ “ส่งข้อมูลที่ถูกต้องกลับมาอีกครั้ง”",
            "the case is with probation: send the corrected case again",
        ),
    ),
];
const REQUEST_WAITS: Text = text!(
    "มีคำขอประเภทเดียวกันรอสำนักงานคุมประพฤติดำเนินการอยู่แล้ว โปรดรอผลก่อนส่งคำขอใหม่",
    "such a request is open already; wait for the answer of probation before you send another",
);
/// One such request at a time.
const PART1_REQUEST_ONCE: Guard<Exchange> = Guard::case(
    &CT_08,
    "no_part1_request_open",
    AlreadyDone,
    REQUEST_WAITS,
    |case| !case.asks(Part1Correction),
);

/// CT-08 and CT-10
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
#[shape(name = "Requested")]
pub struct RequestNotice {
    /// The case.
    #[serde(flatten)]
    pub subject: Subject,
    /// What probation has to know.
    #[title("รายละเอียด", "note")]
    pub note: Private,
}

/// CT-08
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
#[serde(transparent)]
pub struct Part1CorrectionNotice(pub RequestNotice);

impl Content for Part1CorrectionNotice {
    const DETAIL: &'static str = "part1_correction";
    const TITLE: Text = text!(
        "แจ้งสำนักงานคุมประพฤติให้แก้ไขข้อมูลส่วนที่ 1",
        "tell probation to correct Part 1",
    );
    const ABOUT: &'static str = "CT-08: Part 1 has to be corrected.";
}

// ── CT-09 แก้ไขข้อมูลส่วนที่ 1 ──────────────────────────────────────────────────────────────────

/// CT-09 แก้ไขข้อมูลส่วนที่ 1
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct CorrectPart1 {
    /// ส่วนที่ 1, corrected.
    #[title("ข้อมูลส่วนที่ 1 ที่แก้ไขแล้ว", "Part 1, corrected")]
    pub(crate) part1: Arc<Part1>,
}

impl Act for CorrectPart1 {
    type Of = Compulsory;
    type Effects = ();

    const NAME: &'static str = "correct_part1";
    const EVENT: &'static str = "part1_corrected";
    const ROW: Row<Compulsory> = Row {
        instead: ONCE_ASKED,
        guards: &[PART1_REQUEST_OPEN],
        faults: &[Part1::FAULTS],
        ..Row::act(
            &CT_09,
            ACCEPTED,
            Next::Stays,
            PROBATION,
            text!("แก้ไขข้อมูลส่วนที่ 1", "Correct Part 1"),
        )
    };
}

impl Step for CorrectPart1 {
    fn check(&self, now: &Now<'_>, _: &Exchange, faults: &mut Faults<'_>) {
        self.part1.judge(now.today, faults.field("part1"));
    }

    fn apply(&self, case: &mut Exchange, _: &Head<'_>) {
        case.part1 = Arc::clone(&self.part1);
        case.answer(Part1Correction, RequestStatus::Granted, None);
    }
}

/// A Part 1 request is open.
const PART1_REQUEST_OPEN: Guard<Exchange> = Guard::case(
    &CT_09,
    "part1_request_open",
    MissingPrecondition,
    text!(
        "ไม่มีคำขอแก้ไขข้อมูลส่วนที่ 1 ที่รอดำเนินการ แก้ไขได้เมื่อหน่วยบำบัดส่งคำขอแล้ว",
        "no request to correct Part 1 is open; it is corrected once the unit has asked",
    ),
    |case| case.asks(Part1Correction),
);

// ── CT-10 ขอเปลี่ยนหน่วยบำบัด ──────────────────────────────────────────────────────────────────

/// CT-10 ขอเปลี่ยนหน่วยบำบัด
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct RequestUnitChange {
    /// What probation has to know: the latest data, or where the person wants to go.
    #[title("เหตุผลและหน่วยบำบัดที่ต้องการ", "why and where to")]
    pub note: Private,
}

impl Act for RequestUnitChange {
    type Of = Compulsory;
    type Effects = (Notice<UnitChangeNotice>,);

    const NAME: &'static str = "request_unit_change";
    const EVENT: &'static str = "unit_change_requested";
    const ROW: Row<Compulsory> = Row {
        guards: &[TREATED_BEFORE_CHANGE, UNIT_CHANGE_ONCE],
        faults: &[&[&BLANK]],
        advice: &[&COORDINATE],
        instead: BEFORE_ACCEPTANCE,
        ..Row::act(
            &CT_10,
            ACCEPTED,
            Next::Stays,
            UNIT,
            text!("ขอเปลี่ยนหน่วยบำบัด", "Request another unit"),
        )
    };
}

impl Step for RequestUnitChange {
    fn effects(&self, _: &Now<'_>, case: &Case<Compulsory>) -> Option<Self::Effects> {
        let notice = UnitChangeNotice(RequestNotice {
            subject: Subject::of(case),
            note: self.note.clone(),
        });
        Some((case.data().to_the_office(notice),))
    }

    fn apply(&self, case: &mut Exchange, head: &Head<'_>) {
        case.ask(UnitChange, head.today(), &self.note);
    }
}

/// A treatment is on record.
const TREATED_BEFORE_CHANGE: Guard<Exchange> = Guard::case(
    &CT_10,
    "treatment_recorded",
    MissingPrecondition,
    text!(
        "ต้องบันทึกการบำบัดอย่างน้อย 1 ครั้งก่อนขอเปลี่ยนหน่วยบำบัด โปรดบันทึกการบำบัดก่อน",
        "at least one treatment has to be recorded before another unit is asked for; record it first",
    ),
    |case| case.treatment_start().is_some(),
);
/// One such request at a time.
const UNIT_CHANGE_ONCE: Guard<Exchange> = Guard::case(
    &CT_10,
    "no_unit_change_open",
    AlreadyDone,
    REQUEST_WAITS,
    |case| !case.asks(UnitChange),
);

/// CT-10
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
#[serde(transparent)]
pub struct UnitChangeNotice(pub RequestNotice);

impl Content for UnitChangeNotice {
    const DETAIL: &'static str = "unit_change";
    const TITLE: Text = text!(
        "แจ้งสำนักงานคุมประพฤติว่าขอเปลี่ยนหน่วยบำบัด",
        "tell probation of the wish for another unit",
    );
    const ABOUT: &'static str = "CT-10: the person wants another unit.";
}

// ── CT-11 กำหนดหน่วยบำบัดใหม่ ──────────────────────────────────────────────────────────────────

/// CT-11 กำหนดหน่วยบำบัดใหม่
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct ReassignUnit {
    /// The new unit.
    #[title("หน่วยบำบัดใหม่", "new treatment unit")]
    pub unit: OrgId,
}

impl Act for ReassignUnit {
    type Of = Compulsory;
    type Effects = ();

    const NAME: &'static str = "reassign_unit";
    const EVENT: &'static str = "unit_reassigned";
    const ROW: Row<Compulsory> = Row {
        instead: ONCE_ASKED,
        guards: &[UNIT_CHANGE_OPEN, NO_ABSENCE_LEFT],
        faults: &[&[&BLANK, &SAME_UNIT]],
        ..Row::act(
            &CT_11,
            ACCEPTED,
            Next::To(State::AwaitingAcceptance),
            PROBATION,
            text!("กำหนดหน่วยบำบัดใหม่", "Assign another unit"),
        )
    };
}

impl Step for ReassignUnit {
    fn fits(&self, _: &Actor, case: &Exchange, faults: &mut Faults<'_>) {
        faults.when(case.unit == self.unit, "unit", &SAME_UNIT);
    }

    fn apply(&self, case: &mut Exchange, head: &Head<'_>) {
        case.answer(UnitChange, RequestStatus::Granted, None);
        case.enter(self.unit.clone(), head);
    }
}

/// A unit change is open.
const UNIT_CHANGE_OPEN: Guard<Exchange> = Guard::case(
    &CT_11,
    "unit_change_open",
    MissingPrecondition,
    text!(
        "ไม่มีคำขอเปลี่ยนหน่วยบำบัดที่รอดำเนินการ กำหนดหน่วยบำบัดใหม่ได้เมื่อหน่วยบำบัดส่งคำขอแล้ว",
        "no request for another unit is open; one is assigned once the unit has asked",
    ),
    |case| case.asks(UnitChange),
);
/// No absence is left to the new unit.
const NO_ABSENCE_LEFT: Guard<Exchange> = not_absent(
    &CT_11,
    text!(
        "ผู้ป่วยอยู่ระหว่างขาดนัด โปรดให้หน่วยบำบัดปัจจุบันบันทึกการกลับมาบำบัดก่อนกำหนดหน่วยบำบัดใหม่",
        "an absence is open; have the present unit record the return before another is assigned",
    ),
);
static SAME_UNIT: Fault = Fault::value(
    202,
    &CT_11,
    "same_unit",
    text!(
        "ช่อง “{field}” ต้องไม่ใช่หน่วยบำบัดปัจจุบัน โปรดเลือกหน่วยบำบัดอื่น",
        "“{field}” has to differ from the present unit; choose another",
    ),
);

// ── CT-09b ไม่รับคำขอ ──────────────────────────────────────────────────────────────────────────

/// CT-09b ไม่รับคำขอ
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct DeclineRequest {
    /// Which request.
    #[title("คำขอ", "request")]
    pub request: RequestKind,
    /// Why.
    #[title("เหตุผล", "reason")]
    pub reason: Private,
}

impl Act for DeclineRequest {
    type Of = Compulsory;
    type Effects = ();

    const NAME: &'static str = "decline_request";
    const EVENT: &'static str = "request_declined";
    const ROW: Row<Compulsory> = Row {
        instead: ONCE_ASKED,
        guards: &[ANY_REQUEST_OPEN],
        faults: &[&[&NO_SUCH_REQUEST, &BLANK]],
        ..Row::act(
            &CT_09B,
            ACCEPTED,
            Next::Stays,
            PROBATION,
            text!("ไม่รับคำขอ", "Decline a request"),
        )
    };
}

impl Step for DeclineRequest {
    /// The request that is declined has to be the one that is open; that none is open at all is the
    /// row's own guard.
    fn fits(&self, _: &Actor, case: &Exchange, faults: &mut Faults<'_>) {
        let other = match self.request {
            Part1Correction => UnitChange,
            UnitChange => Part1Correction,
        };
        let only_the_other = !case.asks(self.request) && case.asks(other);
        faults.when(only_the_other, "request", &NO_SUCH_REQUEST);
    }

    fn apply(&self, case: &mut Exchange, _: &Head<'_>) {
        case.answer(self.request, RequestStatus::Declined, Some(&self.reason));
    }
}

/// Some request is open.
const ANY_REQUEST_OPEN: Guard<Exchange> = Guard::case(
    &CT_09B,
    "request_open",
    MissingPrecondition,
    text!(
        "ไม่มีคำขอของหน่วยบำบัดที่รอดำเนินการ ทำรายการนี้ได้เมื่อหน่วยบำบัดส่งคำขอแล้ว",
        "no request is open; one is declined once the unit has asked",
    ),
    |case| case.asks(Part1Correction) || case.asks(UnitChange),
);
static NO_SUCH_REQUEST: Fault = Fault::missing(
    203,
    &CT_09B,
    "no_such_request",
    text!(
        "ไม่มีคำขอประเภทที่เลือกในช่อง “{field}” รอดำเนินการ โปรดเลือกคำขออีกประเภทหนึ่ง",
        "no request of the kind in “{field}” is open, only one of the other kind: choose that",
    ),
);

// ── what is owed ──────────────────────────────────────────────────────────────────────────────

pub(super) static ANSWER_PART1_REQUEST: Owed = Owed::new(
    &CT_09,
    "answer_part1_request",
    text!("พิจารณาคำขอแก้ไขข้อมูลส่วนที่ 1", "answer the Part 1 request"),
);
pub(super) static ANSWER_UNIT_CHANGE: Owed = Owed::new(
    &CT_11,
    "answer_unit_change",
    text!("พิจารณาคำขอเปลี่ยนหน่วยบำบัด", "answer the unit change"),
);

pub(super) fn owes(case: &Case<Compulsory>, _: &Numbers, owed: &mut Vec<Obligation>) {
    if case.state() != State::Accepted {
        return;
    }
    let data = case.data();
    for (kind, what, event) in [
        (
            Part1Correction,
            &ANSWER_PART1_REQUEST,
            RequestPart1Correction::EVENT,
        ),
        (UnitChange, &ANSWER_UNIT_CHANGE, RequestUnitChange::EVENT),
    ] {
        if let Some(request) = data.open_request(kind) {
            let responsible = (Role::ProbationOfficer, &data.probation_office);
            let trigger = (event, request.on);
            owed.push(Obligation::new(what, trigger, request.on, responsible));
        }
    }
}
