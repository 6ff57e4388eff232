//! The table of a change of a provincial admin: one row for each command (AD-04).

use super::command::CommandKind as Kind;
use super::{AdminChange, State, payload};
use crate::base::text::Text;
use crate::lifecycle::{Row, optional, required};
use crate::lifecycles::access::table::{OWN_PROVINCE, PROVINCE, SUPER_ADMIN, text};

const fn row(kind: Kind, label: Text) -> Row<AdminChange> {
    Row {
        check: payload::check,
        ..Row::new(kind, "AD-04", label)
    }
}

pub(super) const PROPOSE: Row<AdminChange> = Row {
    to: &[State::Proposed],
    who: OWN_PROVINCE,
    inputs: &[
        required("case_id", "AD-04", "รหัสคำขอ", "case id"),
        required("province", "AD-04", "จังหวัด", "province"),
        required(
            "user_id",
            "AD-04",
            "ชื่อผู้ใช้งานของผู้ดูแลระบบคนใหม่",
            "user name of the new admin",
        ),
    ],
    ..row(
        Kind::ProposeAdmin,
        text(
            "เสนอผู้ดูแลระบบระดับจังหวัดคนใหม่",
            "Propose a new provincial admin",
        ),
    )
};

pub(super) const TABLE: &[Row<AdminChange>] = &[
    PROPOSE,
    Row {
        from: &[State::Proposed],
        to: &[State::Reported],
        who: &[PROVINCE],
        ..row(
            Kind::ReportToRegion,
            text(
                "รายงานสำนักงานเขตสุขภาพเพื่อทราบ",
                "Report to the health region",
            ),
        )
    },
    Row {
        from: &[State::Reported],
        to: &[State::Decided, State::Rejected],
        who: SUPER_ADMIN,
        inputs: &[
            required("approve", "AD-04", "เห็นชอบ", "approved"),
            optional("reason", "AD-04", "เหตุผล", "reason"),
        ],
        ..row(
            Kind::Decide,
            text(
                "บันทึกการตัดสินของผู้อำนวยการ ศอ.ปส.สธ.",
                "Enter the director's decision",
            ),
        )
    },
    Row {
        from: &[State::Decided],
        to: &[State::Done],
        who: SUPER_ADMIN,
        ..row(
            Kind::ApplyChange,
            text(
                "เปลี่ยนแปลงข้อมูลผู้ดูแลระบบในระบบ",
                "Change the admin in the system",
            ),
        )
    },
];
