//! The conclusion of an assistance case (AS-07, AS-07a, AS-07b).

use serde::{Deserialize, Serialize};

use super::rules::{AS_07, AS_07A, AS_07B};
use super::{ACCEPTED, Assistance, Assisted, LEAD, ONCE_ACCEPTED, State};
use crate::base::actor::{Actor, Role};
use crate::base::calendar::Date;
use crate::base::day;
use crate::base::fault::Faults;
use crate::base::shape::Shape;
use crate::base::text::{Arg, Args, text};
use crate::lifecycle::{Act, Case, Guard, Head, Next, Now, ReasonKind, Row, Step};
use crate::policy::Numbers;
use crate::schedule::{Obligation, Owed};

// ── AS-07 บันทึกรายการสรุปผล ───────────────────────────────────────────────────────────────────

/// How the assistance ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Shape)]
#[serde(rename_all = "snake_case")]
pub enum Conclusion {
    /// จำหน่าย
    #[title("จำหน่าย", "discharged")]
    Discharged,
    /// ไม่ครบโปรแกรม
    #[title("ไม่ครบโปรแกรม", "incomplete")]
    Incomplete,
}

/// AS-07 บันทึกรายการสรุปผล
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct Conclude {
    /// วันที่สรุปผล
    #[title("วันที่สรุปผล", "day of the conclusion")]
    pub on: Date,
    /// How it ended.
    #[title("ผลการช่วยเหลือ", "outcome")]
    pub outcome: Conclusion,
}

impl Act for Conclude {
    type Of = Assistance;
    type Effects = ();

    const NAME: &'static str = "conclude";
    const EVENT: &'static str = "concluded";
    const ROW: Row<Assistance> = Row {
        instead: ONCE_ACCEPTED,
        guards: &[ITEMS_SETTLED, ASSESSED],
        faults: &[day::FAULTS],
        ..Row::act(
            &AS_07,
            ACCEPTED,
            Next::To(State::Concluded),
            LEAD,
            text!("บันทึกรายการสรุปผล", "Conclude"),
        )
    };

    fn act_date(&self) -> Option<Date> {
        Some(self.on)
    }
}

impl Step for Conclude {
    /// AS-07b may be left out for a person who left.
    fn lifts(
        &self,
        guard: &Guard<Assisted>,
        _: &Actor,
        _: &Assisted,
        numbers: Option<&Numbers>,
    ) -> bool {
        let spares = |numbers: &Numbers| !numbers.incomplete_needs_quality_of_life;
        guard.is(&ASSESSED) && self.outcome == Conclusion::Incomplete && numbers.is_some_and(spares)
    }

    fn check(&self, now: &Now<'_>, case: &Assisted, faults: &mut Faults<'_>) {
        faults.day("on", self.on, case.accepted_on, now.today);
    }

    fn apply(&self, case: &mut Assisted, _: &Head<'_>) {
        case.concluded_on = Some(self.on);
        case.outcome = Some(self.outcome);
    }
}

/// No item is open.
const ITEMS_SETTLED: Guard<Assisted> = Guard::case_with(
    &AS_07A,
    "items_settled",
    ReasonKind::MissingPrecondition,
    text!(
        "ยังมีรายการขอความช่วยเหลือที่รอดำเนินการหรือกำลังดำเนินการ {open} รายการ โปรดบันทึกการช่วยเหลือให้เสร็จก่อนสรุปผล",
        "{open} items of help are pending or in progress; record the help before you conclude",
    ),
    |case| case.open_items() == 0,
    |case| Args::new([("open", Arg::count(case.open_items()))]),
);
/// Quality of life is assessed on enough days.
const ASSESSED: Guard<Assisted> = Guard::policy(
    &AS_07B,
    "quality_of_life_assessed",
    ReasonKind::MissingPrecondition,
    text!(
        "ต้องประเมินคุณภาพชีวิตให้ครบ {required} ครั้งต่างวันกัน ประเมินแล้ว {counted} ครั้ง โปรดประเมินให้ครบก่อนสรุปผล",
        "quality of life has to be assessed on {required} different days; it was on {counted}. Assess it before you conclude",
    ),
    |case, asked| {
        let counted = case.days_assessed();
        (counted < days_required(asked.numbers)).then(|| {
            Args::new([
                ("required", asked.numbers.quality_of_life_required.into()),
                ("counted", Arg::count(counted)),
            ])
        })
    },
);

fn days_required(numbers: &Numbers) -> usize {
    usize::try_from(numbers.quality_of_life_required).unwrap_or(usize::MAX)
}

// ── what is owed ──────────────────────────────────────────────────────────────────────────────

pub(super) static CONCLUDE: Owed = Owed::new(
    &AS_07,
    "conclude",
    text!("บันทึกรายการสรุปผล", "record the conclusion"),
);

/// The conclusion, while both guards hold, from the day of the entry that made them hold.
pub(super) fn owes(case: &Case<Assistance>, numbers: &Numbers, owed: &mut Vec<Obligation>) {
    let data = case.data();
    let assessed = data.assessed_since(days_required(numbers));
    if let (State::Accepted, Some(settled), Some(assessed)) = (case.state(), data.settled, assessed)
    {
        let since = if settled.place > assessed.place {
            settled
        } else {
            assessed
        };
        let responsible = (Role::CentreUser, &data.centre);
        let trigger = (since.event, since.on);
        owed.push(Obligation::new(&CONCLUDE, trigger, since.on, responsible));
    }
}
