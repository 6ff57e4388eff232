//! The table of an account: one row for each command (AD-01, AD-02).

use super::command::CommandKind as Kind;
use super::{Account, State, guard, payload};
use crate::base::actor::Role;
use crate::base::text::Text;
use crate::lifecycle::{Relation, Row, Who, optional, required};
use crate::lifecycles::access::table::{PROVINCE, text};

/// Whoever the person is: the user name decides, not the role.
const PERSON: Who = Who {
    roles: &Role::ALL,
    relation: Relation::Person,
};
const ENTRUSTED: Who = Who {
    roles: &[Role::DistrictAdmin, Role::UnitAdmin],
    relation: Relation::Delegated,
};
const APPROVERS: &[Who] = &[PROVINCE, ENTRUSTED];

const REQUESTED: &[State] = &[State::Requested];

const fn row(kind: Kind, rule: &'static str, label: Text) -> Row<Account> {
    Row {
        who: APPROVERS,
        check: payload::check,
        advise: payload::advise,
        ..Row::new(kind, rule, label)
    }
}

pub(super) const REQUEST: Row<Account> = Row {
    to: REQUESTED,
    who: &[PERSON],
    inputs: &[
        required("case_id", "AD-01", "รหัสคำขอ", "case id"),
        required("user_id", "AD-01", "ชื่อผู้ใช้งาน", "user name"),
        required("role", "AD-01", "บทบาทที่ขอ", "role asked for"),
        required("organisation", "AD-01", "หน่วยงาน", "organisation"),
        required("province", "AD-01", "จังหวัด", "province"),
        required("district", "AD-01", "อำเภอ", "district"),
    ],
    ..row(
        Kind::RequestAccount,
        "AD-01",
        text("ขอสิทธิเข้าถึงระบบ", "Request an account"),
    )
};

pub(super) const TABLE: &[Row<Account>] = &[
    REQUEST,
    Row {
        from: REQUESTED,
        who: &[PERSON],
        inputs: &[
            required("full_name", "AD-01b", "ชื่อและนามสกุล", "full name"),
            required("phone", "AD-01b", "โทรศัพท์", "phone"),
            required("position", "AD-01b", "ตำแหน่ง", "position"),
        ],
        ..row(
            Kind::CompleteProfile,
            "AD-01",
            text("กรอกรายละเอียดส่วนตัว (Profile)", "Complete the profile"),
        )
    },
    Row {
        from: REQUESTED,
        who: &[PERSON, PROVINCE, ENTRUSTED],
        inputs: &[
            required("document", "AD-01a", "หลักฐานการมอบหมายหน้าที่", "document"),
            required("signed_by", "AD-01a", "ผู้บังคับบัญชาที่ลงนาม", "signed by"),
            required("on", "AD-01a", "วันที่ของหลักฐาน", "date of the document"),
        ],
        ..row(
            Kind::FileAssignment,
            "AD-01",
            text("ยื่นหลักฐานการมอบหมายหน้าที่", "File the assignment"),
        )
    },
    Row {
        from: REQUESTED,
        to: &[State::Approved],
        guards: &[guard::ASSIGNED, guard::PROFILE_COMPLETE],
        ..row(
            Kind::ApproveAccount,
            "AD-01",
            text("อนุมัติสิทธิ", "Approve the account"),
        )
    },
    Row {
        from: &[State::Approved, State::Suspended],
        to: &[State::Active],
        inputs: &[optional(
            "pin_obtained_on",
            "AD-02",
            "วันที่ได้รับรหัสผ่าน (PIN CODE) จากที่ว่าการอำเภอ",
            "day on which the PIN code was obtained from the district office",
        )],
        ..row(
            Kind::ActivateAccount,
            "AD-02",
            text("เปิดใช้งานสิทธิ", "Activate the account"),
        )
    },
    Row {
        from: &[State::Active],
        to: &[State::Suspended],
        inputs: &[required("reason", "AD-02", "เหตุผลที่ระงับ", "reason")],
        ..row(
            Kind::SuspendAccount,
            "AD-02",
            text("ระงับสิทธิ", "Suspend the account"),
        )
    },
    Row {
        from: &[
            State::Requested,
            State::Approved,
            State::Active,
            State::Suspended,
        ],
        to: &[State::Revoked],
        inputs: &[required("reason", "AD-02", "เหตุผลที่ยกเลิก", "reason")],
        ..row(
            Kind::RevokeAccount,
            "AD-02",
            text("ยกเลิกสิทธิ", "Revoke the account"),
        )
    },
];
