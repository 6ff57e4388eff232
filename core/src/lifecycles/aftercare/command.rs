//! Commands of community follow-up.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::base::actor::Org;
use crate::base::calendar::{self, Date};
use crate::base::help::HelpKind;
use crate::base::person::{Address, Person};
use crate::base::private::Private;
use crate::lifecycle::Nothing;

crate::commands! {
    /// A command of the lifecycle `aftercare`.
    pub enum Command {
        /// AC-01 ลงทะเบียนผู้ผ่านการฟื้นฟู
        Enrol(Enrol) = "enrol" => "enrolled", on graduated_on;
        /// AC-04 บันทึกการติดตาม
        RecordVisit(RecordVisit) = "record_visit" => "visit_recorded", on occurred_on;
        /// AC-05 ขอความช่วยเหลือ
        RequestHelp(RequestHelp) = "request_help" => "help_requested";
        /// AC-05 ให้ความช่วยเหลือ
        ProvideHelp(ProvideHelp) = "provide_help" => "help_provided", on on;
        /// AC-05 รายงานจังหวัด
        EscalateHelp(EscalateHelp) = "escalate_help" => "help_escalated";
        /// AC-06 ย้ายที่อยู่
        Relocate(Relocate) = "relocate" => "relocated", on on;
        /// AC-09 สิ้นสุดการติดตาม
        Close(Nothing) = "close" => "closed";
    }
}

/// AC-01
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Enrol {
    /// The case's id.
    pub case_id: Org,
    /// ผู้ผ่านการฟื้นฟูสภาพทางสังคม
    pub person: Arc<Person>,
    /// วันที่จบการฝึกอบรม
    #[serde(with = "calendar::date")]
    #[schemars(with = "Date")]
    pub graduated_on: Date,
    /// โครงการ
    pub project: Arc<str>,
    /// ที่อยู่; its district is responsible.
    pub residence: Arc<Address>,
}

/// What a visit found (AC-04).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum VisitResult {
    /// พบตัว
    Met,
    /// ไม่พบตัว
    NotMet,
    /// ย้ายที่อยู่
    Moved,
    /// เสียชีวิต
    Deceased,
    /// ถูกคุมขัง
    Imprisoned,
}

/// AC-04
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordVisit {
    /// วันที่ติดตาม
    #[serde(with = "calendar::date")]
    #[schemars(with = "Date")]
    pub occurred_on: Date,
    /// What it found.
    pub result: VisitResult,
    /// ความต้องการช่วยเหลือ
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<HelpKind>,
    /// Where the evidence is kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Private>,
    /// A note.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Private>,
}

/// AC-05
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestHelp {
    /// Unique within the case.
    pub help_id: Org,
    /// With what.
    pub kind: HelpKind,
    /// The details.
    pub detail: Private,
}

/// AC-05
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProvideHelp {
    /// Which help.
    pub help_id: Org,
    /// วันที่ช่วยเหลือ
    #[serde(with = "calendar::date")]
    #[schemars(with = "Date")]
    pub on: Date,
    /// By whom.
    pub by: Private,
}

/// AC-05
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EscalateHelp {
    /// Which help.
    pub help_id: Org,
    /// Why it is beyond the district.
    pub reason: Private,
}

/// AC-06
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Relocate {
    /// วันที่ย้าย
    #[serde(with = "calendar::date")]
    #[schemars(with = "Date")]
    pub on: Date,
    /// ที่อยู่ใหม่
    pub residence: Arc<Address>,
}
