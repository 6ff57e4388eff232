//! What an episode has gathered: the struct, and nothing of how it changes.

use std::sync::Arc;

use serde::Serialize;

use super::follow_up::FollowUp;
use super::screening::{Aggression, LegalBasis, Severity};
use super::treatment::{Session, TreatmentOutcome, TreatmentType};
use crate::base::calendar::Date;
use crate::base::id::{CaseId, OrgId};
use crate::base::person::Person;
use crate::base::private::{Private, Whole};
use crate::base::shape::Shape;

/// What a treatment episode has gathered.
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct Treatment {
    /// The person.
    #[title("ผู้รับการคัดกรอง", "person")]
    pub(crate) person: Arc<Person>,
    /// The unit.
    #[title("หน่วยบำบัด", "treatment unit")]
    pub unit: OrgId,
    /// The day of the screening.
    #[title("วันที่คัดกรอง", "day of the screening")]
    pub on: Date,
    /// The legal basis.
    #[title("ฐานทางกฎหมาย", "legal basis")]
    pub legal_basis: LegalBasis,
    /// The severity, given or derived.
    #[title("กลุ่มผู้ป่วย (ผู้ใช้ ผู้เสพ ผู้ติด)", "severity")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub severity: Option<Severity>,
    /// The score of the screening form V2.
    #[title("คะแนนแบบคัดกรอง V2", "score of form V2")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub v2_score: Option<Whole>,
    /// Aggression by OAS.
    #[title("ระดับความรุนแรง (ประเมินด้วย OAS)", "aggression (OAS)")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aggression: Option<Aggression>,
    /// The first day of treatment.
    #[title("วันที่เริ่มบำบัด", "first day of treatment")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub started_on: Option<Date>,
    /// How the person is treated.
    #[title("รูปแบบการบำบัด", "type of treatment")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub treatment_type: Option<TreatmentType>,
    /// Whether methadone is given.
    #[title("บำบัดโดยใช้เมทาโดน", "methadone")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub methadone: Option<bool>,
    /// The sessions, in the order in which they were recorded.
    #[title("การบำบัด", "sessions")]
    pub sessions: Vec<Session>,
    /// The day of the summary.
    #[title("วันที่สรุปผลการบำบัด", "day of the summary")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summarised_on: Option<Date>,
    /// How the treatment ended.
    #[title("ผลการบำบัด", "outcome")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<TreatmentOutcome>,
    /// The follow-ups, in the order in which they were recorded.
    #[title("การติดตาม", "follow-ups")]
    pub follow_ups: Vec<FollowUp>,
    /// The day on which the episode was closed.
    #[title("วันที่ปิดเคส", "day of the closing")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed_on: Option<Date>,
    /// The day on which the case was cancelled (GE-09).
    #[title("วันที่ยกเลิก", "day of the cancellation")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cancelled_on: Option<Date>,
    /// What was wrong with it.
    #[title("เหตุผลที่ยกเลิก", "reason for the cancellation")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cancellation_reason: Option<Private>,
    /// Of a double, the case that stays.
    #[title("รหัสของอีกเคสหนึ่ง (กรณีบันทึกซ้ำ)", "id of the other case (of a double)")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other_case: Option<CaseId>,
}
