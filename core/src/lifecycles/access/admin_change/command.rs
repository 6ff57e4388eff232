//! Commands of a change of a provincial admin.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::base::actor::Org;
use crate::lifecycle::Nothing;
use crate::lifecycles::access::Decide;

crate::commands! {
    /// A command of the lifecycle `admin_change`.
    pub enum Command {
        /// AD-04 เสนอผู้ดูแลระบบคนใหม่
        ProposeAdmin(Box<ProposeAdmin>) = "propose_admin" => "admin_proposed";
        /// AD-04 รายงานสำนักงานเขตสุขภาพ
        ReportToRegion(Nothing) = "report_to_region" => "reported_to_region";
        /// AD-04 ตัดสิน
        Decide(Decide) = "decide" => "decided";
        /// AD-04 เปลี่ยนแปลงข้อมูลในระบบ
        ApplyChange(Nothing) = "apply_change" => "change_applied";
    }
}

/// AD-04
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ProposeAdmin {
    /// The case's id.
    pub case_id: Org,
    /// รหัสจังหวัด 2 หลัก
    pub province: Org,
    /// The user name of the new admin.
    pub user_id: Org,
}
