//! Commands of the compulsory-treatment exchange.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::base::actor::Org;
use crate::base::calendar::{self, Date};
use crate::base::person::{Address, MaritalStatus, Person, judge_income, judge_phone};
use crate::base::private::{Private, Whole};
use crate::lifecycle::{Faults, Nothing};

crate::commands! {
    /// A command of the lifecycle `compulsory`.
    pub enum Command {
        /// CT-01 ส่งต่อ
        Refer(Box<Refer>) = "refer" => "referred";
        /// CT-02 รับงาน
        Accept(Nothing) = "accept" => "accepted";
        /// CT-03 ขอแก้ไขข้อมูล
        RequestCorrection(RequestCorrection) = "request_correction" => "correction_requested";
        /// CT-04 ส่งกลับมาอีกครั้ง
        Resend(Box<Resend>) = "resend" => "resent";
        /// CT-05 ผู้ป่วยไม่มารายงานตัว
        ReportNoShow(Nothing) = "report_no_show" => "no_show_reported";
        /// CT-06 มารายงานตัว
        RecordReportIn(RecordReportIn) = "record_report_in" => "reported_in", on on;
        /// CT-06b ได้รับหนังสือส่งตัวภายหลัง
        RecordLetter(RecordLetter) = "record_letter" => "letter_recorded", on on;
        /// CT-07 ไม่มีหนังสือส่งตัว
        ReportMissingLetter(Nothing) = "report_missing_letter" => "missing_letter_reported";
        /// CT-08 ขอแก้ไขข้อมูลส่วนที่ 1
        RequestPart1Correction(Request) =
            "request_part1_correction" => "part1_correction_requested";
        /// CT-09 แก้ไขข้อมูลส่วนที่ 1
        CorrectPart1(CorrectPart1) = "correct_part1" => "part1_corrected";
        /// CT-10 ขอเปลี่ยนหน่วยบำบัด
        RequestUnitChange(Request) = "request_unit_change" => "unit_change_requested";
        /// CT-11 กำหนดหน่วยบำบัดใหม่
        ReassignUnit(ReassignUnit) = "reassign_unit" => "unit_reassigned";
        /// CT-09b ไม่รับคำขอ
        DeclineRequest(DeclineRequest) = "decline_request" => "request_declined";
        /// CT-24 ยุติเคส
        EndCase(EndCase) = "end_case" => "ended", on on;
        /// CT-12 บันทึกการบำบัด
        RecordTreatment(RecordTreatment) = "record_treatment" => "treatment_recorded", on on;
        /// CT-13 บันทึกการขาดนัด
        RecordMissedAppointment(RecordMissedAppointment) =
            "record_missed_appointment" => "appointment_missed", on missed_on;
        /// CT-14 บันทึกการติดตาม
        RecordTrace(RecordTrace) = "record_trace" => "trace_recorded", on on;
        /// CT-15 บันทึกการกลับมาบำบัด
        RecordReturn(RecordReturn) = "record_return" => "returned_to_treatment", on on;
        /// CT-16 ผู้ป่วยขาดนัดระหว่างบำบัด
        ReportAbsence(Nothing) = "report_absence" => "absence_reported";
        /// CT-17 จำหน่าย (Drop out)
        DropOut(Nothing) = "drop_out" => "dropped_out";
        /// CT-18 ยืนยัน
        Complete(Complete) = "complete" => "completed", on on;
        /// CT-19 รับรองผลการบำบัด
        CertifyResult(Nothing) = "certify_result" => "result_certified";
        /// CT-20 ขยายเวลาบำบัด
        ExtendTreatment(Box<ExtendTreatment>) = "extend_treatment" => "treatment_extended";
    }
}

/// ส่วนที่ 1: the personal and case data that probation owns.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Part1 {
    /// The person.
    pub person: Person,
    /// ที่อยู่ปัจจุบัน
    pub address: Address,
    /// โทรศัพท์
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<Private>,
    /// รายได้, whole baht.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub income: Option<Whole>,
    /// สถานภาพ
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marital_status: Option<MaritalStatus>,
    /// อาชีพ
    #[serde(skip_serializing_if = "Option::is_none")]
    pub occupation: Option<Private>,
    /// คำสั่งศาล
    #[serde(skip_serializing_if = "Option::is_none")]
    pub court_order: Option<Private>,
}

impl Part1 {
    pub(super) fn judge(&self, pointer: &str, today: Date, faults: &mut Faults) {
        self.person
            .judge(&format!("{pointer}/person"), today, faults);
        self.address.judge(&format!("{pointer}/address"), faults);
        if let Some(phone) = &self.phone {
            judge_phone(phone, &format!("{pointer}/phone"), faults);
        }
        if let Some(income) = self.income {
            judge_income(income, &format!("{pointer}/income"), faults);
        }
    }

    /// Part 1 with what the unit updated at the end of the treatment (CT-18).
    pub(super) fn updated(&self, update: &Part1Update) -> Self {
        let mut part1 = self.clone();
        if let Some(address) = &update.address {
            part1.address = address.clone();
        }
        part1.phone = update.phone.clone().or(part1.phone);
        part1.income = update.income.or(part1.income);
        part1.marital_status = update.marital_status.or(part1.marital_status);
        part1.occupation = update.occupation.clone().or(part1.occupation);
        part1
    }
}

/// CT-01
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Refer {
    /// The case's id.
    pub case_id: Org,
    /// เลขรอบ
    pub round: Whole,
    /// หน่วยบำบัด
    pub unit: Org,
    /// สำนักงานคุมประพฤติต้นทาง
    pub probation_office: Org,
    /// ส่วนที่ 1
    pub part1: Arc<Part1>,
}

/// Why a unit sends a case back (CT-03).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CorrectionReason {
    /// ข้อมูลผิดพลาด
    DataError,
    /// ผู้ป่วยต้องการเปลี่ยนหน่วยบำบัด
    PatientChangesUnit,
    /// สำนักงานคุมประพฤติต้องการเปลี่ยนหน่วยบำบัด
    ProbationChangesUnit,
}

/// CT-03
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestCorrection {
    /// Why.
    pub reason: CorrectionReason,
    /// What is wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Private>,
}

/// CT-04
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Resend {
    /// หน่วยบำบัด, may differ from the former one.
    pub unit: Org,
    /// ส่วนที่ 1, corrected.
    pub part1: Arc<Part1>,
}

/// By which routes the referral letter has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Letters {
    /// ผู้ป่วยถือหนังสือมา
    pub hand_carried: bool,
    /// ส่งมาตามระบบสารบรรณ
    pub by_correspondence: bool,
}

/// CT-06
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordReportIn {
    /// วันที่มารายงานตัว
    #[serde(with = "calendar::date")]
    #[schemars(with = "Date")]
    pub on: Date,
    /// Whether the referral letter came, and how.
    pub letter: Letters,
}

/// How a referral letter comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LetterRoute {
    /// ผู้ป่วยถือหนังสือมา
    HandCarried,
    /// ส่งมาตามระบบสารบรรณ
    ByCorrespondence,
}

/// CT-06b
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordLetter {
    /// วันที่ได้รับหนังสือ
    #[serde(with = "calendar::date")]
    #[schemars(with = "Date")]
    pub on: Date,
    /// How it came.
    pub route: LetterRoute,
}

/// CT-08 and CT-10
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// What probation has to know: the latest data, or where the person wants to go.
    pub note: Private,
}

/// CT-09
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CorrectPart1 {
    /// ส่วนที่ 1, corrected.
    pub part1: Arc<Part1>,
}

/// CT-11
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReassignUnit {
    /// The new unit.
    pub unit: Org,
}

/// A request of a unit to probation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RequestKind {
    /// ขอแก้ไขข้อมูลส่วนที่ 1
    Part1Correction,
    /// ขอเปลี่ยนหน่วยบำบัด
    UnitChange,
}

/// CT-09b
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeclineRequest {
    /// Which request.
    pub request: RequestKind,
    /// Why.
    pub reason: Private,
}

/// Why probation ends a case (CT-24).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EndCause {
    /// เสียชีวิต
    Deceased,
    /// ถูกจับกุม
    Arrested,
    /// คำสั่งถูกเพิกถอน
    OrderRevoked,
}

/// CT-24
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EndCase {
    /// The day.
    #[serde(with = "calendar::date")]
    #[schemars(with = "Date")]
    pub on: Date,
    /// Why.
    pub cause: EndCause,
}

/// CT-12
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordTreatment {
    /// วันที่บำบัด
    #[serde(with = "calendar::date")]
    #[schemars(with = "Date")]
    pub on: Date,
    /// โปรแกรม 90 หรือ 120 วัน; with the treatment recorded first, and only there.
    // In a box, like the note: most treatments have neither, and they are most of a log.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub program_days: Option<Box<Whole>>,
    /// A note.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Box<Private>>,
}

/// CT-13
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordMissedAppointment {
    /// วันที่ขาดนัด
    #[serde(with = "calendar::date")]
    #[schemars(with = "Date")]
    pub missed_on: Date,
}

/// How a person was traced (CT-14).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TraceMethod {
    /// โทรศัพท์
    Phone,
    /// เยี่ยมบ้าน
    HomeVisit,
    /// จดหมาย
    Letter,
    /// อื่น ๆ
    Other,
}

/// CT-14
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordTrace {
    /// วันที่ติดตาม
    #[serde(with = "calendar::date")]
    #[schemars(with = "Date")]
    pub on: Date,
    /// How.
    pub method: TraceMethod,
    /// หลักฐานการติดตาม
    pub evidence: Private,
}

/// CT-15
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordReturn {
    /// วันที่กลับมา
    #[serde(with = "calendar::date")]
    #[schemars(with = "Date")]
    pub on: Date,
}

/// The fields of Part 1 that a unit may update (CT-18).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Part1Update {
    /// ที่อยู่ปัจจุบัน
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<Address>,
    /// โทรศัพท์
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<Private>,
    /// รายได้
    #[serde(skip_serializing_if = "Option::is_none")]
    pub income: Option<Whole>,
    /// สถานภาพ
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marital_status: Option<MaritalStatus>,
    /// อาชีพ
    #[serde(skip_serializing_if = "Option::is_none")]
    pub occupation: Option<Private>,
}

impl Part1Update {
    pub(super) fn judge(&self, pointer: &str, faults: &mut Faults) {
        if let Some(address) = &self.address {
            address.judge(&format!("{pointer}/address"), faults);
        }
        if let Some(phone) = &self.phone {
            judge_phone(phone, &format!("{pointer}/phone"), faults);
        }
        if let Some(income) = self.income {
            judge_income(income, &format!("{pointer}/income"), faults);
        }
    }
}

/// CT-18
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Complete {
    /// วันที่บำบัดครบ
    #[serde(with = "calendar::date")]
    #[schemars(with = "Date")]
    pub on: Date,
    /// ข้อมูลส่วนที่ 1 ที่ปรับปรุง
    pub update: Arc<Part1Update>,
}

/// CT-20
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExtendTreatment {
    /// จำนวนวันที่ขยาย
    pub days: Whole,
    /// คำวินิจฉัยของคณะอนุกรรมการ
    pub ruling: Private,
}
