//! When and how a follow-up ends (AC-09). It does not know what is owed until then.

use serde::{Deserialize, Serialize};

use super::rules::AC_09;
use super::{ACTIVE, Aftercare, FollowUp, RECORDER, State, VisitResult};
use crate::base::calendar::Date;
use crate::base::shape::Shape;
use crate::base::text::text;
use crate::lifecycle::{Act, Guard, Head, Next, Row, Step, Wait};
use crate::policy::Numbers;

impl FollowUp {
    /// The end of the year of follow-up (AC-02, AC-09): no visit is owed after it, and from it the case
    /// may be closed.
    pub fn ends_on(&self, numbers: &Numbers) -> Option<Date> {
        self.graduated_on.add_months(numbers.visit_period_months)
    }

    /// The day on which a visit found that the person had died.
    pub fn died_on(&self) -> Option<Date> {
        self.visits
            .iter()
            .filter(|visit| visit.result == VisitResult::Deceased)
            .map(|visit| visit.occurred_on)
            .min()
    }
}

// ── AC-09 สิ้นสุดการติดตาม ─────────────────────────────────────────────────────────────────────

/// AC-09 สิ้นสุดการติดตาม
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct Close {}

impl Act for Close {
    type Of = Aftercare;
    type Effects = ();

    const NAME: &'static str = "close";
    const EVENT: &'static str = "closed";
    const ROW: Row<Aftercare> = Row {
        guards: &[YEAR_OVER],
        ..Row::act(
            &AC_09,
            ACTIVE,
            Next::To(State::Closed),
            RECORDER,
            text("สิ้นสุดการติดตาม", "Close"),
        )
    };
}

impl Step for Close {
    fn apply(&self, case: &mut FollowUp, head: &Head<'_>) {
        case.closed_on = Some(head.today());
    }
}

/// The year is over, or the person died.
const YEAR_OVER: Guard<FollowUp> = Guard::time(
    &AC_09,
    "year_over",
    text(
        "ยังไม่ครบ {months} เดือนนับจากวันที่จบการฝึกอบรม ({graduated}) สิ้นสุดการติดตามได้ตั้งแต่วันที่ {from}",
        "{months} months since the end of the training ({graduated}) have not passed; allowed from {from}",
    ),
    |case, numbers| {
        if case.died_on().is_some() {
            return None;
        }
        let months = ("months", numbers.visit_period_months.into());
        let graduated = ("graduated", case.graduated_on.into());
        Some(Wait::until(case.ends_on(numbers)).naming(months, Some(graduated)))
    },
);
