//! Commands of assistance by a social-rehabilitation centre.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::base::actor::Org;
use crate::base::calendar::{self, Date};
use crate::base::help::HelpKind;
use crate::base::person::Person;
use crate::base::private::Private;
use crate::lifecycle::Nothing;
use crate::lifecycles::assistance::quality_of_life::{self, Answers, Scores};

crate::commands! {
    /// A command of the lifecycle `assistance`.
    pub enum Command {
        /// AS-01 ให้ความช่วยเหลือ
        Request(Request) = "request" => "requested";
        /// AS-02 รับงาน
        Accept(Nothing) = "accept" => "accepted";
        /// AS-03 กระจายงาน
        Distribute(Distribute) = "distribute" => "distributed";
        /// AS-04 ประเมินคุณภาพชีวิต
        AssessQualityOfLife(AssessQualityOfLife) =
            "assess_quality_of_life" => "quality_of_life_assessed", on on, derives scores as Scores;
        /// AS-05 เพิ่มรายการ
        AddItem(AddItem) = "add_item" => "item_added";
        /// AS-06 บันทึกการช่วยเหลือ
        SetItemStatus(SetItemStatus) = "set_item_status" => "item_status_set";
        /// AS-07 บันทึกรายการสรุปผล
        Conclude(Conclude) = "conclude" => "concluded", on on;
    }
}

/// An item of help that is asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewItem {
    /// Unique within the case.
    pub item_id: Org,
    /// With what.
    pub kind: HelpKind,
    /// The details.
    pub detail: Private,
}

/// AS-01
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The case's id.
    pub case_id: Org,
    /// The patient.
    pub person: Arc<Person>,
    /// ศูนย์ฟื้นฟูสภาพทางสังคม (คพฟ.)
    pub centre: Org,
    /// At least one item.
    #[schemars(with = "Vec<NewItem>")]
    pub items: Arc<[NewItem]>,
}

/// To what kind of unit work is handed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReceiverKind {
    /// พื้นที่ (a district, 4 digits)
    Area,
    /// จังหวัด (2 digits)
    Province,
}

/// AS-03
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Distribute {
    /// The receiving unit's code.
    pub to: Org,
    /// Its kind.
    pub kind: ReceiverKind,
}

/// AS-04
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AssessQualityOfLife {
    /// วันที่ประเมิน
    #[serde(with = "calendar::date")]
    #[schemars(with = "Date")]
    pub on: Date,
    /// 26 answers of 1 to 5.
    pub answers: Arc<Answers>,
}

impl AssessQualityOfLife {
    /// The scores of the answers (QL-02).
    pub fn scores(&self) -> Scores {
        quality_of_life::scores(&self.answers)
    }
}

/// AS-05
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AddItem {
    /// The new item.
    pub item: NewItem,
}

/// How an item stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ItemStatus {
    /// รอดำเนินการ
    Pending,
    /// กำลังดำเนินการ
    InProgress,
    /// ดำเนินการแล้ว
    Completed,
    /// เกินขีดความสามารถ
    Exceeded,
}

impl ItemStatus {
    /// Whether something is still to be done.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Pending | Self::InProgress)
    }

    /// Whether an item of this status may get that one (AS-06).
    pub fn may_become(self, next: Self) -> bool {
        match self {
            Self::Pending => next != Self::Pending,
            Self::InProgress => !next.is_open(),
            Self::Completed | Self::Exceeded => false,
        }
    }
}

/// AS-06
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetItemStatus {
    /// Which item.
    pub item_id: Org,
    /// How it stands now.
    pub status: ItemStatus,
    /// The day on which help was given.
    #[serde(
        default,
        with = "calendar::optional_date",
        skip_serializing_if = "Option::is_none"
    )]
    #[schemars(with = "Option<Date>")]
    pub on: Option<Date>,
    /// By whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Private>,
    /// A note.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Private>,
}

/// How the assistance ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Conclusion {
    /// จำหน่าย
    Discharged,
    /// ไม่ครบโปรแกรม
    Incomplete,
}

/// AS-07
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Conclude {
    /// วันที่สรุปผล
    #[serde(with = "calendar::date")]
    #[schemars(with = "Date")]
    pub on: Date,
    /// How it ended.
    pub outcome: Conclusion,
}
