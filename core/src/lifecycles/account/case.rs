//! What an account has gathered: the struct, and nothing of how it changes.

use serde::Serialize;

use super::request::{Assignment, Profile};
use crate::base::actor::Role;
use crate::base::calendar::Date;
use crate::base::id::{OrgId, UserId};
use crate::base::private::Private;
use crate::base::shape::Shape;

/// What an account has gathered.
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct UserAccount {
    /// The person's user name.
    #[title("ชื่อผู้ใช้งาน", "user name")]
    pub user_id: UserId,
    /// The role asked for.
    #[title("บทบาทที่ขอ", "role asked for")]
    pub role: Role,
    /// The organisation in which the person works.
    #[title("หน่วยงาน", "organisation")]
    pub organisation: OrgId,
    /// Its province.
    #[title("จังหวัด", "province")]
    pub province: OrgId,
    /// Its district.
    #[title("อำเภอ", "district")]
    pub district: OrgId,
    /// The day of the request.
    #[title("วันที่ขอ", "day of the request")]
    pub requested_on: Date,
    /// รายละเอียดส่วนตัว
    #[title("รายละเอียดส่วนตัว (Profile)", "profile")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profile: Option<Profile>,
    /// หลักฐานการมอบหมายหน้าที่
    #[title("หลักฐานการมอบหมายหน้าที่", "assignment")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assignment: Option<Assignment>,
    /// The day of the approval.
    #[title("วันที่อนุมัติสิทธิ", "day of the approval")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approved_on: Option<Date>,
    /// The day on which the PIN code of the latest activation was obtained.
    #[title(
        "วันที่ได้รับรหัสผ่าน (PIN CODE) จากที่ว่าการอำเภอ",
        "day on which the PIN code was obtained from the district office"
    )]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pin_obtained_on: Option<Date>,
    /// The day of the latest activation.
    #[title("วันที่เปิดใช้งานสิทธิ", "day of the activation")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub activated_on: Option<Date>,
    /// The day of the latest suspension.
    #[title("วันที่ระงับสิทธิ", "day of the suspension")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suspended_on: Option<Date>,
    /// Why it was suspended.
    #[title("เหตุผลที่ระงับ", "reason for the suspension")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suspension_reason: Option<Private>,
    /// The day of the revocation.
    #[title("วันที่ยกเลิกสิทธิ", "day of the revocation")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revoked_on: Option<Date>,
    /// Why it was revoked.
    #[title("เหตุผลที่ยกเลิก", "reason for the revocation")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revocation_reason: Option<Private>,
}
