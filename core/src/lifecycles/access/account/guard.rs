//! Guards of an account that need no payload.

use super::Account;
use crate::base::text::Text;
use crate::lifecycle::{Guard, Outcome, ReasonKind};

/// AD-01a as a must (`assignment_required`).
pub(super) const ASSIGNED: Guard<Account> = Guard {
    rule: "AD-01a",
    name: "assignment_filed",
    kind: ReasonKind::MissingPrecondition,
    by_policy: true,
    refusal: Text {
        th: "ยังไม่มีหลักฐานการได้รับมอบหมายหน้าที่จากผู้บังคับบัญชา โปรดยื่นหลักฐานก่อนอนุมัติ",
        en: "the superior's written assignment is not on file; file it before the approval",
    },
    check: |context, account| {
        Outcome::when(account.assignment.is_some() || !context.policy.assignment_required)
    },
};

/// AD-01b: the profile is complete.
pub(super) const PROFILE_COMPLETE: Guard<Account> = Guard {
    rule: "AD-01b",
    name: "profile_complete",
    kind: ReasonKind::MissingPrecondition,
    by_policy: false,
    refusal: Text {
        th: "ผู้ขอยังไม่ได้กรอกรายละเอียดส่วนตัว (Profile) ให้สมบูรณ์",
        en: "the person has not completed the profile",
    },
    check: |_, account| Outcome::when(account.profile.is_some()),
};
