//! Commands of a change of data.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::base::actor::Org;
use crate::base::private::Private;
use crate::lifecycle::Nothing;
use crate::lifecycles::access::Decide;

crate::commands! {
    /// A command of the lifecycle `data_change`.
    pub enum Command {
        /// AD-05 ยื่นขอเพิ่ม ลบ หรือแก้ไขข้อมูล
        SubmitChange(Box<SubmitChange>) = "submit_change" => "change_submitted";
        /// AD-05 พิจารณาตามกฎหมายและระเบียบ
        Review(Review) = "review" => "reviewed";
        /// AD-05 คณะกรรมการ ศอ.ปส.จ. พิจารณา
        Consider(Consider) = "consider" => "considered";
        /// AD-05 ให้ความเห็นชอบ
        Endorse(Nothing) = "endorse" => "endorsed";
        /// AD-05 ตัดสิน
        Decide(Decide) = "decide" => "decided";
        /// AD-05 ดำเนินการ
        Execute(Nothing) = "execute" => "executed";
    }
}

/// What is to be done to the data (AD-05).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// เพิ่ม
    Add,
    /// แก้ไข
    Edit,
    /// ลบ
    Delete,
}

/// AD-05
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SubmitChange {
    /// The case's id.
    pub case_id: Org,
    /// รหัสจังหวัด 2 หลัก
    pub province: Org,
    /// What is to be done.
    pub kind: ChangeKind,
    /// To which data.
    pub target: Private,
    /// Why.
    pub reason: Private,
}

/// AD-05
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// Whether law and regulations allow it; if not, the request is rejected.
    pub lawful: bool,
    /// A note.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Private>,
}

/// AD-05
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Consider {
    /// Whether the provincial committee supports it; if not, the request is rejected.
    pub support: bool,
    /// A note.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Private>,
}
