//! The end of a loan: the device comes back, or is written off (NI-03). It does not know what was read.

use serde::{Deserialize, Serialize};

use super::rules::NI_03;
use super::{Device, Loan, State, UNIT};
use crate::Actor;
use crate::base::id::CaseId;
use crate::base::shape::Shape;
use crate::base::text::{Text, text};
use crate::lifecycle::{
    Act, Case, Choice, Content, Guard, Head, Next, Notice, Now, Perhaps, Row, Step, Wait,
};
use crate::policy::Numbers;

/// NI-03 รับคืน
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
pub struct GiveBack {
    /// Whether it is broken.
    #[title("ชำรุด", "broken")]
    pub broken: bool,
}

impl Act for GiveBack {
    type Of = Loan;
    type Effects = (Perhaps<Notice<Loss>>,);

    const NAME: &'static str = "give_back";
    const EVENT: &'static str = "given_back";
    const ROW: Row<Loan> = Row {
        guards: &[LONG_ENOUGH],
        ..Row::act(
            &NI_03,
            &[State::Lent],
            Next::OneOf(Choice {
                field: "broken",
                yes: State::WrittenOff,
                no: State::Returned,
            }),
            UNIT,
            text!("รับคืน", "Have it back"),
        )
    };
}

impl Step for GiveBack {
    fn answer(&self) -> Option<bool> {
        Some(self.broken)
    }

    /// A broken one is taken back on any day.
    fn lifts(&self, guard: &Guard<Device>, _: &Actor, _: &Device, _: Option<&Numbers>) -> bool {
        self.broken && guard.is(&LONG_ENOUGH)
    }

    fn effects(&self, _: &Now<'_>, case: &Case<Loan>) -> Option<Self::Effects> {
        let loss = self.broken.then(|| Notice {
            to: "81".into(),
            content: Loss {
                case_id: case.case_id().clone(),
            },
        });
        Some((Perhaps(loss),))
    }

    fn apply(&self, case: &mut Device, head: &Head<'_>) {
        case.ended_on = Some(head.today());
    }
}

const LONG_ENOUGH: Guard<Device> = Guard::time(
    &NI_03,
    "lent_long_enough",
    text!(
        "ยังไม่ครบกำหนดยืม รับคืนได้ตั้งแต่วันที่ {from}",
        "too early; it can come back from {from}",
    ),
    |case, numbers| {
        let day = case.lent_on.full_days(numbers.first_trace_days);
        Some(Wait::until(day))
    },
);

/// NI-03: a device is lost.
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct Loss {
    /// The case's id.
    #[title("รหัสเคส", "case id")]
    pub case_id: CaseId,
}

impl Content for Loss {
    const DETAIL: &'static str = "loss";
    const TITLE: Text = text!("แจ้งคลังว่าอุปกรณ์สูญหาย", "tell the store of the loss");
    const ABOUT: &'static str = "NI-03: a device is lost.";
}
