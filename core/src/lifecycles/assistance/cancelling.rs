//! A request that was entered in error ends as that (AS-08, GE-09). It does not know how one ends that was not.

use serde::{Deserialize, Serialize};

use super::rules::AS_08;
use super::{Assistance, Assisted, REQUESTING_OR_LEAD, State};
use crate::base::fault::{BLANK, Faults};
use crate::base::id::CaseId;
use crate::base::private::Private;
use crate::base::shape::Shape;
use crate::base::text::text;
use crate::lifecycle::{Act, Case, DOUBLE_OF_ITSELF, Head, Next, Row, Step};

// ── AS-08 ยกเลิกคำขอที่บันทึกผิด ──────────────────────────────────────────────────────────

/// AS-08 ยกเลิกคำขอที่บันทึกผิด
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct Cancel {
    /// What was wrong.
    #[title("เหตุผลที่ยกเลิก", "reason for the cancellation")]
    pub reason: Private,
    /// Of a double, the case that stays.
    #[title("รหัสของอีกเคสหนึ่ง (กรณีบันทึกซ้ำ)", "id of the other case (of a double)")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other_case: Option<CaseId>,
}

impl Act for Cancel {
    type Of = Assistance;
    type Effects = ();

    const NAME: &'static str = "cancel";
    const EVENT: &'static str = "cancelled";
    const ROW: Row<Assistance> = Row {
        faults: &[&[&BLANK, &DOUBLE_OF_ITSELF]],
        ..Row::act(
            &AS_08,
            &[State::Waiting, State::Accepted],
            Next::To(State::Cancelled),
            REQUESTING_OR_LEAD,
            text!("ยกเลิกคำขอที่บันทึกผิด", "Cancel a request entered in error"),
        )
    };
}

impl Step for Cancel {
    fn check_case(&self, case: &Case<Assistance>, faults: &mut Faults<'_>) {
        case.is_no_double_of_itself(self.other_case.as_ref(), faults);
    }

    fn apply(&self, case: &mut Assisted, head: &Head<'_>) {
        case.cancelled_on = Some(head.today());
        case.cancellation_reason = Some(self.reason.clone());
        case.other_case = self.other_case.clone();
    }
}
