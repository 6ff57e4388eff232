//! What a request for access to the civil registry has gathered: the struct, and nothing of how it
//! changes.

use serde::Serialize;

use crate::base::calendar::Date;
use crate::base::id::{OrgId, UserId};
use crate::base::shape::Shape;

/// What a request for access to the civil registry has gathered.
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct Link {
    /// The user name of the account.
    #[title("ชื่อผู้ใช้งาน", "user name")]
    pub user_id: UserId,
    /// The province that asks.
    #[title("จังหวัด", "province")]
    pub province: OrgId,
    /// Whether the account was active at the request.
    #[title("สิทธิผู้ใช้งานเปิดใช้งานแล้ว", "the account is active")]
    pub account_active: bool,
    /// The day of the request.
    #[title("วันที่ขอ", "day of the request")]
    pub requested_on: Date,
    /// The day on which it was forwarded.
    #[title("วันที่ส่งต่อศูนย์เทคโนโลยีสารสนเทศและการสื่อสาร", "day of the forwarding")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub forwarded_on: Option<Date>,
    /// The day on which it was approved.
    #[title("วันที่อนุมัติ", "day of the approval")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approved_on: Option<Date>,
}
