//! What a change of a provincial admin has gathered: the struct, and nothing of how it changes.

use serde::Serialize;

use crate::base::calendar::Date;
use crate::base::id::{OrgId, UserId};
use crate::base::private::Private;
use crate::base::shape::Shape;

/// What a change of a provincial admin has gathered.
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct Proposal {
    /// The province.
    #[title("จังหวัด", "province")]
    pub province: OrgId,
    /// The user name of the new admin.
    #[title("ชื่อผู้ใช้งานของผู้ดูแลระบบคนใหม่", "user name of the new admin")]
    pub user_id: UserId,
    /// The day of the proposal.
    #[title("วันที่เสนอ", "day of the proposal")]
    pub proposed_on: Date,
    /// The day of the report to the region.
    #[title("วันที่รายงานสำนักงานเขตสุขภาพ", "day of the report to the health region")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reported_on: Option<Date>,
    /// The day of the decision.
    #[title("วันที่พิจารณา", "day of the decision")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_on: Option<Date>,
    /// Why it was decided so.
    #[title("เหตุผลของผลการพิจารณา", "reason for the decision")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision_reason: Option<Private>,
    /// The day on which the system was changed.
    #[title("วันที่เปลี่ยนแปลงข้อมูลผู้ดูแลระบบ", "day of the change in the system")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub applied_on: Option<Date>,
}
