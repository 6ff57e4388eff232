//! Commands of an account.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::base::actor::{Org, Role};
use crate::base::calendar::{self, Date};
use crate::base::private::Private;
use crate::lifecycle::Nothing;
use crate::lifecycles::access::Reasoned;

crate::commands! {
    /// A command of the lifecycle `account`.
    pub enum Command {
        /// AD-01 ขอสิทธิ
        RequestAccount(Box<RequestAccount>) = "request_account" => "account_requested";
        /// AD-01 กรอกรายละเอียดส่วนตัว
        CompleteProfile(Profile) = "complete_profile" => "profile_completed";
        /// AD-01 ยื่นหลักฐานการมอบหมายหน้าที่
        FileAssignment(Assignment) = "file_assignment" => "assignment_filed", on on;
        /// AD-01 อนุมัติสิทธิ
        ApproveAccount(Nothing) = "approve_account" => "account_approved";
        /// AD-02 เปิดใช้งาน
        ActivateAccount(ActivateAccount) = "activate_account" => "account_activated";
        /// AD-02 ระงับการใช้งาน
        SuspendAccount(Reasoned) = "suspend_account" => "account_suspended";
        /// AD-02 ยกเลิกสิทธิ
        RevokeAccount(Reasoned) = "revoke_account" => "account_revoked";
    }
}

/// AD-01
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestAccount {
    /// The case's id.
    pub case_id: Org,
    /// The person's user name.
    pub user_id: Org,
    /// The role asked for.
    pub role: Role,
    /// The organisation in which the person works.
    pub organisation: Org,
    /// รหัสจังหวัด 2 หลัก
    pub province: Org,
    /// รหัสอำเภอ 4 หลัก
    pub district: Org,
}

/// รายละเอียดส่วนตัว (AD-01b)
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// ชื่อและนามสกุล
    pub full_name: Private,
    /// โทรศัพท์
    pub phone: Private,
    /// ตำแหน่ง
    pub position: Private,
}

/// หลักฐานการได้รับมอบหมายหน้าที่จากผู้บังคับบัญชา (AD-01a)
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// The document.
    pub document: Private,
    /// Who signed it.
    pub signed_by: Private,
    /// Its date.
    #[serde(with = "calendar::date")]
    #[schemars(with = "Date")]
    pub on: Date,
}

/// AD-02
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActivateAccount {
    /// The day on which the PIN code was obtained from the district office (ที่ว่าการอำเภอ).
    #[serde(
        default,
        with = "calendar::optional_date",
        skip_serializing_if = "Option::is_none"
    )]
    #[schemars(with = "Option<Date>")]
    pub pin_obtained_on: Option<Date>,
}
