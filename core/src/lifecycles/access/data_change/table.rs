//! The table of a change of data: one row for each command (AD-05).

use super::command::CommandKind as Kind;
use super::{DataChange, State, payload};
use crate::base::actor::Role;
use crate::base::text::Text;
use crate::lifecycle::{Relation, Row, Who, optional, required};
use crate::lifecycles::access::table::{PROVINCE, SUPER_ADMIN, text};

const ANY_ORGANISATION: &[Who] = &[Who {
    roles: &[
        Role::UnitUser,
        Role::UnitAdmin,
        Role::ScreeningUser,
        Role::CentreUser,
        Role::ProbationOfficer,
        Role::DistrictAdmin,
        Role::DistrictRecorder,
    ],
    relation: Relation::Any,
}];

/// A step of the province; those of the Ministry say so.
const fn row(kind: Kind, label: Text) -> Row<DataChange> {
    Row {
        who: &[PROVINCE],
        check: payload::check,
        ..Row::new(kind, "AD-05", label)
    }
}

pub(super) const SUBMIT: Row<DataChange> = Row {
    to: &[State::Submitted],
    who: ANY_ORGANISATION,
    inputs: &[
        required("case_id", "AD-05", "รหัสคำขอ", "case id"),
        required("province", "AD-05", "จังหวัด", "province"),
        required(
            "kind",
            "AD-05",
            "ประเภทคำขอ (เพิ่ม แก้ไข ลบ)",
            "kind of change",
        ),
        required("target", "AD-05", "ข้อมูลที่ขอให้ดำเนินการ", "data to be changed"),
        required("reason", "AD-05", "เหตุผล", "reason"),
    ],
    ..row(
        Kind::SubmitChange,
        text(
            "ขอเพิ่ม ลบ หรือแก้ไขข้อมูล",
            "Ask for data to be added, deleted or edited",
        ),
    )
};

pub(super) const TABLE: &[Row<DataChange>] = &[
    SUBMIT,
    Row {
        from: &[State::Submitted],
        to: &[State::Reviewed, State::Rejected],
        inputs: &[
            required("lawful", "AD-05", "ชอบด้วยกฎหมายและระเบียบ", "lawful"),
            optional("note", "AD-05", "บันทึก", "note"),
        ],
        ..row(
            Kind::Review,
            text(
                "บันทึกผลการพิจารณาตามกฎหมายและระเบียบ",
                "Review against law and regulations",
            ),
        )
    },
    Row {
        from: &[State::Reviewed],
        to: &[State::Considered, State::Rejected],
        inputs: &[
            required("support", "AD-05", "คณะกรรมการสนับสนุน", "supported"),
            optional("note", "AD-05", "บันทึก", "note"),
        ],
        ..row(
            Kind::Consider,
            text(
                "บันทึกผลการพิจารณาของคณะกรรมการ ศอ.ปส.จ.",
                "Enter the provincial committee's view",
            ),
        )
    },
    Row {
        from: &[State::Considered],
        to: &[State::Endorsed],
        ..row(
            Kind::Endorse,
            text(
                "ให้ความเห็นชอบและเสนอผู้อำนวยการ ศอ.ปส.สธ.",
                "Endorse and put before the director",
            ),
        )
    },
    Row {
        from: &[State::Endorsed],
        to: &[State::Decided, State::Rejected],
        who: SUPER_ADMIN,
        inputs: &[
            required("approve", "AD-05", "อนุมัติ", "approved"),
            optional("reason", "AD-05", "เหตุผล", "reason"),
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
        to: &[State::Executed],
        who: SUPER_ADMIN,
        ..row(
            Kind::Execute,
            text("ดำเนินการเพิ่ม ลบ หรือแก้ไขข้อมูล", "Carry out the change"),
        )
    },
];
