//! What an assistance case has gathered: the struct, and nothing of how it changes.

use std::sync::Arc;

use serde::Serialize;

use super::assessment::Assessment;
use super::conclusion::Conclusion;
use super::item::{Item, Settled};
use super::request::Distribution;
use crate::base::by_id::ById;
use crate::base::calendar::Date;
use crate::base::id::{CaseId, OrgId};
use crate::base::person::Person;
use crate::base::private::Private;
use crate::base::shape::Shape;

/// What an assistance case has gathered.
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct Assisted {
    /// The patient.
    #[title("ผู้ป่วย", "patient")]
    pub(crate) person: Arc<Person>,
    /// The centre, the lead unit.
    #[title("ศูนย์ฟื้นฟูสภาพทางสังคม (ระดับอำเภอ)", "centre (of a district)")]
    pub centre: OrgId,
    /// The items of help.
    #[title("รายการขอความช่วยเหลือ", "items of help")]
    pub items: ById<Item>,
    /// The organisation that asked.
    #[title("หน่วยงานที่ขอความช่วยเหลือ", "requesting organisation")]
    pub requested_by: OrgId,
    /// The day of the request.
    #[title("วันที่ขอความช่วยเหลือ", "day of the request")]
    pub requested_on: Date,
    /// The day of the acceptance.
    #[title("วันที่รับงาน", "day of the acceptance")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted_on: Option<Date>,
    /// The units that received the work.
    #[title("หน่วยงานที่รับงาน", "receiving units")]
    pub distributions: ById<Distribution>,
    /// The assessments of quality of life.
    #[title("การประเมินคุณภาพชีวิต", "assessments of the quality of life")]
    pub assessments: Vec<Assessment>,
    /// The day of the conclusion.
    #[title("วันที่สรุปผล", "day of the conclusion")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub concluded_on: Option<Date>,
    /// How it ended.
    #[title("ผลการช่วยเหลือ", "outcome")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Conclusion>,
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
    /// How many items are pending or in progress.
    #[serde(skip)]
    pub(super) open_items: usize,
    /// The entry since which every item is settled.
    #[serde(skip)]
    pub settled: Option<Settled>,
}
