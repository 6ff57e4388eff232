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
    pub user_id: UserId,
    /// The role asked for.
    pub role: Role,
    /// The organisation in which the person works.
    pub organisation: OrgId,
    /// Its province.
    pub province: OrgId,
    /// Its district.
    pub district: OrgId,
    /// The day of the request.
    pub requested_on: Date,
    /// รายละเอียดส่วนตัว
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profile: Option<Profile>,
    /// หลักฐานการมอบหมายหน้าที่
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assignment: Option<Assignment>,
    /// The day of the approval.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approved_on: Option<Date>,
    /// The day on which the PIN code of the latest activation was obtained.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pin_obtained_on: Option<Date>,
    /// The day of the latest activation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub activated_on: Option<Date>,
    /// The day of the latest suspension.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suspended_on: Option<Date>,
    /// Why it was suspended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suspension_reason: Option<Private>,
    /// The day of the revocation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revoked_on: Option<Date>,
    /// Why it was revoked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revocation_reason: Option<Private>,
}
