//! What becomes of an approved account: activated, suspended, revoked (AD-02). It does not know how an
//! account comes to be approved.

use serde::{Deserialize, Serialize};

use super::rules::AD_02;
use super::{APPROVERS, Account, State, UserAccount};
use crate::base::actor::Actor;
use crate::base::calendar::Date;
use crate::base::day;
use crate::base::fault::{BLANK, Fault, Faults};
use crate::base::private::Private;
use crate::base::shape::Shape;
use crate::base::text::{Text, text};
use crate::lifecycle::{Act, Head, Next, Now, Row, Step};

// ── AD-02 เปิดใช้งาน ──────────────────────────────────────────────────────────────────────────

/// AD-02 เปิดใช้งาน
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct ActivateAccount {
    /// The day on which the PIN code was obtained from the district office (ที่ว่าการอำเภอ).
    #[title(
        "วันที่ได้รับรหัสผ่าน (PIN CODE) จากที่ว่าการอำเภอ",
        "day on which the PIN code was obtained from the district office"
    )]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pin_obtained_on: Option<Date>,
}

impl Act for ActivateAccount {
    type Of = Account;
    type Effects = ();

    const NAME: &'static str = "activate_account";
    const EVENT: &'static str = "account_activated";
    const ROW: Row<Account> = Row {
        faults: &[&[&NO_PIN], day::NOT_LATER],
        instead: ACTIVATION_ELSEWHERE,
        ..Row::act(
            &AD_02,
            &[State::Approved, State::Suspended],
            Next::To(State::Active),
            APPROVERS,
            text!("เปิดใช้งานสิทธิ", "Activate the account"),
        )
    };
}

impl Step for ActivateAccount {
    fn check(&self, now: &Now<'_>, _: &UserAccount, faults: &mut Faults<'_>) {
        if let Some(on) = self.pin_obtained_on {
            faults.day("pin_obtained_on", on, None, now.today);
        }
    }

    fn fits(&self, _: &Actor, _: &UserAccount, faults: &mut Faults<'_>) {
        let missing = self.pin_obtained_on.is_none();
        faults.when(missing, "pin_obtained_on", &NO_PIN);
    }

    fn apply(&self, case: &mut UserAccount, head: &Head<'_>) {
        case.activated_on = Some(head.today());
        case.pin_obtained_on = self.pin_obtained_on;
    }
}

const ACTIVATION_ELSEWHERE: &[(State, Text)] = &[
    (
        State::Requested,
        text!("โปรดอนุมัติสิทธิก่อน", "have it approved first"),
    ),
    (
        State::Active,
        text!("เปิดใช้งานแล้ว ไม่ต้องเปิดใช้งานซ้ำ", "it was activated already"),
    ),
];
static NO_PIN: Fault = Fault::missing(
    603,
    &AD_02,
    "no_pin",
    text!(
        "ต้องขอรหัสผ่าน (PIN CODE) จากที่ว่าการอำเภอก่อนเปิดใช้งาน โปรดกรอกช่อง “{field}”",
        "the PIN code has to be obtained from the district office first; fill in “{field}”",
    ),
);

// ── AD-02 ระงับการใช้งาน ────────────────────────────────────────────────────────────────────────

/// AD-02 ระงับการใช้งาน
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct SuspendAccount {
    /// Why.
    #[title("เหตุผลที่ระงับ", "reason")]
    pub reason: Private,
}

impl Act for SuspendAccount {
    type Of = Account;
    type Effects = ();

    const NAME: &'static str = "suspend_account";
    const EVENT: &'static str = "account_suspended";
    const ROW: Row<Account> = Row {
        faults: &[&[&BLANK]],
        instead: SUSPENSION_ELSEWHERE,
        ..Row::act(
            &AD_02,
            &[State::Active],
            Next::To(State::Suspended),
            APPROVERS,
            text!("ระงับสิทธิ", "Suspend the account"),
        )
    };
}

impl Step for SuspendAccount {
    fn apply(&self, case: &mut UserAccount, head: &Head<'_>) {
        case.suspended_on = Some(head.today());
        case.suspension_reason = Some(self.reason.clone());
    }
}

const NOT_IN_USE: Text = text!(
    "สิทธิยังไม่ได้เปิดใช้งาน จึงไม่ต้องระงับ หากไม่ให้ใช้ ให้ใช้ “ยกเลิกสิทธิ”",
    "it is not in use yet; where it is not to be used, revoke it",
);
const SUSPENSION_ELSEWHERE: &[(State, Text)] = &[
    (State::Requested, NOT_IN_USE),
    (State::Approved, NOT_IN_USE),
    (
        State::Suspended,
        text!(
            "ระงับแล้ว ไม่ต้องระงับซ้ำ หากจะให้ใช้งานอีก ให้ใช้ “เปิดใช้งานสิทธิ”",
            "it was suspended already; to have it used again, activate it",
        ),
    ),
];

// ── AD-02 ยกเลิกสิทธิ ──────────────────────────────────────────────────────────────────────────

/// AD-02 ยกเลิกสิทธิ
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct RevokeAccount {
    /// Why.
    #[title("เหตุผลที่ยกเลิก", "reason")]
    pub reason: Private,
}

impl Act for RevokeAccount {
    type Of = Account;
    type Effects = ();

    const NAME: &'static str = "revoke_account";
    const EVENT: &'static str = "account_revoked";
    const ROW: Row<Account> = Row {
        faults: &[&[&BLANK]],
        ..Row::act(
            &AD_02,
            &[
                State::Requested,
                State::Approved,
                State::Active,
                State::Suspended,
            ],
            Next::To(State::Revoked),
            APPROVERS,
            text!("ยกเลิกสิทธิ", "Revoke the account"),
        )
    };
}

impl Step for RevokeAccount {
    fn apply(&self, case: &mut UserAccount, head: &Head<'_>) {
        case.revoked_on = Some(head.today());
        case.revocation_reason = Some(self.reason.clone());
    }
}
