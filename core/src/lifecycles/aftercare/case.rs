//! What a community follow-up has gathered: the struct, and nothing of how it changes.

use std::sync::Arc;

use serde::Serialize;

use super::help::{Help, Helped};
use super::relocation::Relocation;
use super::visit::Visit;
use crate::base::by_id::ById;
use crate::base::calendar::Date;
use crate::base::id::{CaseId, OrgId};
use crate::base::person::{Address, Person};
use crate::base::private::Private;
use crate::base::shape::Shape;

/// What a community follow-up has gathered.
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct FollowUp {
    /// The person.
    #[title("ผู้ผ่านการฟื้นฟูสภาพทางสังคม", "person")]
    pub(crate) person: Arc<Person>,
    /// The end of the training.
    #[title("วันที่จบการฝึกอบรม", "end of the training")]
    pub graduated_on: Date,
    /// The project.
    #[title("โครงการ", "project")]
    pub(crate) project: Arc<str>,
    /// Where the person lives now.
    #[title("ภูมิลำเนาหรือที่พักอาศัย", "residence")]
    pub(crate) residence: Arc<Address>,
    /// The responsible district.
    #[title("อำเภอที่รับผิดชอบ", "responsible district")]
    pub district: OrgId,
    /// The visits, in the order in which they were recorded.
    #[title("การติดตาม", "visits")]
    pub visits: Vec<Visit>,
    /// The earliest day of death of those that visits told.
    #[serde(skip)]
    pub(super) died_on: Option<Date>,
    /// The last day on which a visit met the person.
    #[serde(skip)]
    pub(super) last_met_on: Option<Date>,
    /// The help that was asked for.
    #[title("คำขอความช่วยเหลือ", "help")]
    pub help: ById<Help>,
    /// How much of it is still to be given, and went to the province.
    #[serde(skip)]
    pub(super) helped: Helped,
    /// The moves, in the order in which they were recorded.
    #[title("การย้ายภูมิลำเนาหรือที่พักอาศัย", "moves")]
    pub relocations: Vec<Relocation>,
    /// The day on which the follow-up was closed.
    #[title("วันที่สิ้นสุดการติดตาม", "day of the closing")]
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
