//! Commands of a request for access to the civil registry.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::base::actor::Org;
use crate::lifecycle::Nothing;

crate::commands! {
    /// A command of the lifecycle `registry_link`.
    pub enum Command {
        /// AD-03 ขอสิทธิเชื่อมต่อ
        RequestLink(Box<RequestLink>) = "request_link" => "link_requested";
        /// AD-03 ส่งต่อ
        ForwardLink(Nothing) = "forward_link" => "link_forwarded";
        /// AD-03 อนุมัติสิทธิเชื่อมต่อ
        ApproveLink(Nothing) = "approve_link" => "link_approved";
    }
}

/// AD-03
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestLink {
    /// The case's id.
    pub case_id: Org,
    /// The user name of the account that is to have access.
    pub user_id: Org,
    /// รหัสจังหวัด 2 หลัก
    pub province: Org,
    /// Whether that account is active.
    pub account_active: bool,
}
