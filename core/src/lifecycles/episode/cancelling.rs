//! An episode that was entered in error ends as that (EP-06, GE-09). It does not know how one ends that was not.

use serde::{Deserialize, Serialize};

use super::rules::EP_06;
use super::{Episode, State, Treatment, UNIT};
use crate::base::fault::{BLANK, Faults};
use crate::base::id::CaseId;
use crate::base::private::Private;
use crate::base::shape::Shape;
use crate::base::text::text;
use crate::lifecycle::{Act, Case, DOUBLE_OF_ITSELF, Head, Next, Row, Step};

// ── EP-06 ยกเลิกเคสที่บันทึกผิด ───────────────────────────────────────────────────────────

/// EP-06 ยกเลิกเคสที่บันทึกผิด
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
    type Of = Episode;
    type Effects = ();

    const NAME: &'static str = "cancel";
    const EVENT: &'static str = "cancelled";
    const ROW: Row<Episode> = Row {
        faults: &[&[&BLANK, &DOUBLE_OF_ITSELF]],
        ..Row::act(
            &EP_06,
            &[State::Screened, State::InTreatment, State::Summarised],
            Next::To(State::Cancelled),
            UNIT,
            text!("ยกเลิกเคสที่บันทึกผิด", "Cancel a case entered in error"),
        )
    };
}

impl Step for Cancel {
    fn check_case(&self, case: &Case<Episode>, faults: &mut Faults<'_>) {
        case.is_no_double_of_itself(self.other_case.as_ref(), faults);
    }

    fn apply(&self, case: &mut Treatment, head: &Head<'_>) {
        case.cancelled_on = Some(head.today());
        case.cancellation_reason = Some(self.reason.clone());
        case.other_case = self.other_case.clone();
    }
}
