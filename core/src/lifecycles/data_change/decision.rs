//! What the Ministry makes of an endorsed request: decided by the director, carried out by the super
//! admin (AD-05).

use serde::{Deserialize, Serialize};

use super::rules::AD_05;
use super::{
    ChangeRequest, DONE, DataChange, SUPER_ADMIN, State, TO_CONSIDER, TO_DECIDE, TO_ENDORSE,
    TO_REVIEW,
};
use crate::base::private::Private;
use crate::base::shape::Shape;
use crate::base::text::{Text, text};
use crate::lifecycle::{Act, Choice, Head, Next, Row, Step};

// ── AD-05 ตัดสิน ──────────────────────────────────────────────────────────────────────────────

/// AD-05 ตัดสิน
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct Decide {
    /// Whether it is approved; a refusal is final.
    #[title("อนุมัติ", "approved")]
    pub approve: bool,
    /// Why.
    #[title("เหตุผล", "reason")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Private>,
}

impl Act for Decide {
    type Of = DataChange;
    type Effects = ();

    const NAME: &'static str = "decide";
    const EVENT: &'static str = "decided";
    const ROW: Row<DataChange> = Row {
        instead: DECISION_ELSEWHERE,
        ..Row::act(
            &AD_05,
            &[State::Endorsed],
            Next::OneOf(Choice {
                field: "approve",
                yes: State::Decided,
                no: State::Rejected,
            }),
            SUPER_ADMIN,
            text!(
                "บันทึกผลการพิจารณาของผู้อำนวยการ ศอ.ปส.สธ.",
                "Enter the director's decision",
            ),
        )
    };
}

impl Step for Decide {
    fn answer(&self) -> Option<bool> {
        Some(self.approve)
    }

    fn apply(&self, case: &mut ChangeRequest, head: &Head<'_>) {
        case.decided_on = Some(head.today());
        case.decision_reason = self.reason.clone();
    }
}

const DECISION_ELSEWHERE: &[(State, Text)] =
    &[TO_REVIEW, TO_CONSIDER, TO_ENDORSE, (State::Decided, DONE)];

// ── AD-05 ดำเนินการ ────────────────────────────────────────────────────────────────────────────

/// AD-05 ดำเนินการ
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct Execute {}

impl Act for Execute {
    type Of = DataChange;
    type Effects = ();

    const NAME: &'static str = "execute";
    const EVENT: &'static str = "executed";
    const ROW: Row<DataChange> = Row {
        instead: ONCE_DECIDED,
        ..Row::act(
            &AD_05,
            &[State::Decided],
            Next::To(State::Executed),
            SUPER_ADMIN,
            text!("ดำเนินการเพิ่ม ลบ หรือแก้ไขข้อมูล", "Carry out the change"),
        )
    };
}

impl Step for Execute {
    fn apply(&self, case: &mut ChangeRequest, head: &Head<'_>) {
        case.executed_on = Some(head.today());
    }
}

const ONCE_DECIDED: &[(State, Text)] = &[TO_REVIEW, TO_CONSIDER, TO_ENDORSE, TO_DECIDE];
