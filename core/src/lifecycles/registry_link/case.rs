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
    pub user_id: UserId,
    /// The province that asks.
    pub province: OrgId,
    /// Whether the account was active at the request.
    pub account_active: bool,
    /// The day of the request.
    pub requested_on: Date,
    /// The day on which it was forwarded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub forwarded_on: Option<Date>,
    /// The day on which it was approved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approved_on: Option<Date>,
}
