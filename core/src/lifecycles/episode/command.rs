//! Commands of a treatment episode.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::base::actor::Org;
use crate::base::calendar::{self, Date};
use crate::base::person::Person;
use crate::base::private::{Private, Whole};
use crate::lifecycle::Nothing;

crate::commands! {
    /// A command of the lifecycle `episode`.
    pub enum Command {
        /// EP-01 คัดกรอง
        Screen(Box<Screen>) = "screen" => "screened", on on;
        /// EP-02 เริ่มบำบัด
        StartTreatment(StartTreatment) = "start_treatment" => "treatment_started", on on;
        /// EP-02 บันทึกการบำบัด
        RecordSession(RecordSession) = "record_session" => "session_recorded", on on;
        /// EP-02 สรุปผลการบำบัด
        Summarise(Summarise) = "summarise" => "summarised", on on;
        /// EP-03 ติดตามหลังการบำบัด
        RecordFollowUp(RecordFollowUp) = "record_follow_up" => "follow_up_recorded", on on;
        /// EP-05 ปิดเคส
        Close(Nothing) = "close" => "closed";
    }
}

/// On what legal basis a person is treated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LegalBasis {
    /// มาตรา 113, the voluntary system
    #[serde(rename = "section_113")]
    Section113,
    /// มาตรา 114, the voluntary system
    #[serde(rename = "section_114")]
    Section114,
    /// ระบบบังคับบำบัด
    Compulsory,
}

/// How severe the use is (EP-01).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// ผู้ใช้
    User,
    /// ผู้เสพ
    Abuse,
    /// ผู้ติด
    Dependence,
}

impl Severity {
    /// The severity of a score of the screening form V2: 0–3, 4–26, 27 and above (EP-01).
    pub fn of_score(score: Whole) -> Option<Self> {
        match score.0 {
            0..=3 => Some(Self::User),
            4..=26 => Some(Self::Abuse),
            27.. => Some(Self::Dependence),
            _ => None,
        }
    }
}

/// Aggression by the Overt Aggression Scale (OAS).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Aggression {
    /// เขียว
    Normal,
    /// เหลือง: within 24 hours
    SemiUrgency,
    /// ส้ม: within 2 hours
    Urgency,
    /// แดง: at once
    Emergency,
}

/// EP-01
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Screen {
    /// The case's id.
    pub case_id: Org,
    /// The person.
    pub person: Arc<Person>,
    /// The unit that will treat.
    pub unit: Org,
    /// วันที่คัดกรอง
    #[serde(with = "calendar::date")]
    #[schemars(with = "Date")]
    pub on: Date,
    /// The legal basis.
    pub legal_basis: LegalBasis,
    /// The severity; without it, that of the score.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub severity: Option<Severity>,
    /// คะแนนแบบคัดกรอง V2
    #[serde(skip_serializing_if = "Option::is_none")]
    pub v2_score: Option<Whole>,
    /// ระดับพฤติกรรมก้าวร้าว (OAS)
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aggression: Option<Aggression>,
}

impl Screen {
    /// The severity given, or that of the score.
    pub fn severity(&self) -> Option<Severity> {
        self.severity.or_else(|| self.scored())
    }

    /// The severity of the score.
    pub(super) fn scored(&self) -> Option<Severity> {
        self.v2_score.and_then(Severity::of_score)
    }
}

/// How a person is treated (EP-02).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TreatmentType {
    /// ผู้ป่วยนอก
    Opd,
    /// ผู้ป่วยใน ระยะบำบัดรักษา
    IpdTreatment,
    /// ผู้ป่วยใน ระยะฟื้นฟู
    IpdRecover,
    /// มินิธัญญารักษ์
    IpdMini,
    /// การบำบัดโดยชุมชนเป็นศูนย์กลาง (CBTx)
    Cbtx,
    /// เครือข่าย
    Network,
    /// องค์กรศาสนา
    Religious,
    /// สถานพินิจ
    JuvenileObservation,
    /// ศูนย์ฝึกและอบรมเด็กและเยาวชน
    JuvenileTraining,
    /// โรงเรียนวิวัฒน์พลเมือง
    WiwatSchool,
    /// โปรแกรมในเรือนจำ
    PrisonProgram,
    /// ค่ายปรับเปลี่ยนพฤติกรรม
    BehaviorCamp,
    /// อื่น ๆ
    Other,
}

/// EP-02
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StartTreatment {
    /// วันที่เริ่มบำบัด
    #[serde(with = "calendar::date")]
    #[schemars(with = "Date")]
    pub on: Date,
    /// How.
    pub treatment_type: TreatmentType,
    /// Whether methadone is given.
    pub methadone: bool,
}

/// EP-02
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordSession {
    /// วันที่บำบัด
    #[serde(with = "calendar::date")]
    #[schemars(with = "Date")]
    pub on: Date,
    /// A note.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Private>,
}

/// How a treatment ended (EP-02).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TreatmentOutcome {
    /// ครบโปรแกรม
    CompletedProgram,
    /// ไม่ครบโปรแกรม
    Incomplete,
    /// ถูกจับกุม
    Arrested,
    /// เสียชีวิต
    Deceased,
    /// เปลี่ยนการรักษา
    ChangedTreatment,
}

/// EP-02
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Summarise {
    /// วันที่สรุปผลการบำบัด
    #[serde(with = "calendar::date")]
    #[schemars(with = "Date")]
    pub on: Date,
    /// How it ended.
    pub outcome: TreatmentOutcome,
}

/// What a follow-up looks at (EP-03).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FollowUpKind {
    /// ทางการแพทย์
    Medical,
    /// ทางสังคม
    Social,
}

/// What a follow-up found (EP-03).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FollowUpResult {
    /// ใช้ยาเสพติด
    Using,
    /// ไม่ใช้ยาเสพติด
    NotUsing,
    /// ไม่พบตัว
    NotFound,
}

/// EP-03
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordFollowUp {
    /// วันที่ติดตาม
    #[serde(with = "calendar::date")]
    #[schemars(with = "Date")]
    pub on: Date,
    /// What it looked at.
    pub kind: FollowUpKind,
    /// What it found.
    pub result: FollowUpResult,
}
