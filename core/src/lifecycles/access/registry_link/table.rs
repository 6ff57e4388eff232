//! The table of a request for access to the civil registry: one row for each command (AD-03).

use super::command::CommandKind as Kind;
use super::{RegistryLink, State, payload};
use crate::base::actor::Role;
use crate::base::text::Text;
use crate::lifecycle::{Relation, Row, Who, required};
use crate::lifecycles::access::table::{OWN_PROVINCE, text};

const fn row(kind: Kind, label: Text) -> Row<RegistryLink> {
    Row {
        check: payload::check,
        advise: payload::advise,
        ..Row::new(kind, "AD-03", label)
    }
}

pub(super) const REQUEST: Row<RegistryLink> = Row {
    to: &[State::Requested],
    who: OWN_PROVINCE,
    inputs: &[
        required("case_id", "AD-03", "รหัสคำขอ", "case id"),
        required("user_id", "AD-03", "ชื่อผู้ใช้งาน", "user name"),
        required("province", "AD-03", "จังหวัด", "province"),
        required(
            "account_active",
            "AD-03",
            "บัญชีผู้ใช้งานเปิดใช้งานอยู่",
            "the account is active",
        ),
    ],
    ..row(
        Kind::RequestLink,
        text(
            "ขอสิทธิเชื่อมต่อทะเบียนราษฎร",
            "Ask for access to the civil registry",
        ),
    )
};

pub(super) const TABLE: &[Row<RegistryLink>] = &[
    REQUEST,
    Row {
        from: &[State::Requested],
        to: &[State::Forwarded],
        who: &[Who {
            roles: &[Role::RegistryCoordinator],
            relation: Relation::Any,
        }],
        ..row(
            Kind::ForwardLink,
            text(
                "ส่งต่อศูนย์เทคโนโลยีสารสนเทศและการสื่อสาร",
                "Forward to the ICT centre",
            ),
        )
    },
    Row {
        from: &[State::Forwarded],
        to: &[State::Approved],
        who: &[Who {
            roles: &[Role::IctOfficer],
            relation: Relation::Any,
        }],
        ..row(
            Kind::ApproveLink,
            text("อนุมัติสิทธิเชื่อมต่อทะเบียนราษฎร", "Approve the access"),
        )
    },
];
