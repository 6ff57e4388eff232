//! When and how a follow-up ends (AC-09). It does not know what is owed until then.

use serde::{Deserialize, Serialize};

use super::rules::{AC_05, AC_09};
use super::{ACTIVE, Aftercare, FollowUp, RECORDER, State};
use crate::base::calendar::Date;
use crate::base::shape::Shape;
use crate::base::text::text;
use crate::lifecycle::{Act, Advice, Advices, Guard, Head, Next, Now, Row, Step, Wait};
use crate::policy::Numbers;

impl FollowUp {
    /// The end of the year of follow-up (AC-02, AC-09): no visit is owed after it, and from it the case
    /// may be closed.
    pub fn ends_on(&self, numbers: &Numbers) -> Option<Date> {
        let numbers = numbers.since(self.graduated_on);
        self.graduated_on.add_months(numbers.visit_period_months)
    }

    /// The day of death, the earliest of those that visits told: the day they state, or else their own (AC-04).
    pub fn died_on(&self) -> Option<Date> {
        self.died_on
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
        advice: &[&HELP_OPEN],
        ..Row::act(
            &AC_09,
            ACTIVE,
            Next::To(State::Closed),
            RECORDER,
            text!("สิ้นสุดการติดตาม", "Close"),
        )
    };
}

impl Step for Close {
    fn advise(&self, _: &Now<'_>, case: &FollowUp, advices: &mut Advices) {
        advices.when(case.has_help_to_give(), &HELP_OPEN);
    }

    fn apply(&self, case: &mut FollowUp, head: &Head<'_>) {
        case.closed_on = Some(head.today());
    }
}

static HELP_OPEN: Advice = Advice::new(
    &AC_05,
    "help_open",
    text!(
        "ยังมีคำขอความช่วยเหลือที่ยังไม่ได้ให้ โปรดตรวจสอบ หากให้ความช่วยเหลือแล้ว โปรดบันทึก",
        "help that was asked for is not given yet; check it, and record it where it was given",
    ),
);
/// The year is over, or the person died.
const YEAR_OVER: Guard<FollowUp> = Guard::time(
    &AC_09,
    "year_over",
    text!(
        "ยังไม่ครบ {months} เดือนนับจากวันที่จบการฝึกอบรม ({graduated}) สิ้นสุดการติดตามได้ตั้งแต่วันที่ {from}",
        "{months} months since the end of the training ({graduated}) have not passed; allowed from {from}",
    ),
    |case, numbers| {
        if case.died_on().is_some() {
            return None;
        }
        let kept = numbers.since(case.graduated_on);
        let months = ("months", kept.visit_period_months.into());
        let graduated = ("graduated", case.graduated_on.into());
        Some(Wait::until(case.ends_on(numbers)).naming(months, Some(graduated)))
    },
);
