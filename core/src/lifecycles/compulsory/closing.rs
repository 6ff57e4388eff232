//! How an exchange ends: completed by the unit, or ended by probation (CT-18, CT-24).

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::absence::not_absent;
use super::part1::{Part1, Part1Update};
use super::rules::{CT_18, CT_24};
use super::treatment::{Treatment, treated};
use super::{ACCEPTED, Compulsory, Exchange, ONCE_ACCEPTED, PROBATION, State, Subject, UNIT};
use crate::base::calendar::Date;
use crate::base::day;
use crate::base::fault::Faults;
use crate::base::id::CaseId;
use crate::base::private::Private;
use crate::base::shape::Shape;
use crate::base::text::{Text, text};
use crate::lifecycle::{
    Act, Advice, Advices, Case, Content, DOUBLE_OF_ITSELF, Head, Next, Notice, Now, Row, Step,
};

// ── CT-18 ยืนยัน ──────────────────────────────────────────────────────────────────────────────

/// CT-18 ยืนยัน
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct Complete {
    /// วันที่บำบัดครบ
    #[title("วันที่บำบัดครบ", "day of completion")]
    pub on: Date,
    /// ข้อมูลส่วนที่ 1 ที่ปรับปรุง
    #[title("ข้อมูลส่วนที่ 1 ที่ปรับปรุง", "updated fields of Part 1")]
    pub(crate) update: Arc<Part1Update>,
}

impl Act for Complete {
    type Of = Compulsory;
    type Effects = (Notice<CompletionReport>,);

    const NAME: &'static str = "complete";
    const EVENT: &'static str = "completed";
    const ROW: Row<Compulsory> = Row {
        instead: ONCE_ACCEPTED,
        guards: &[
            not_absent(
                &CT_18,
                text!(
                    "ผู้ป่วยอยู่ระหว่างขาดนัด โปรดบันทึกการกลับมาบำบัดก่อน",
                    "an absence is open; record the return first",
                ),
            ),
            treated(&CT_18),
        ],
        faults: &[day::FAULTS, Part1Update::FAULTS],
        advice: &[&NO_PROGRAM, &PROGRAM_RUNS],
        ..Row::act(
            &CT_18,
            ACCEPTED,
            Next::To(State::Completed),
            UNIT,
            text!("ยืนยัน", "Confirm completion"),
        )
    };

    fn act_date(&self) -> Option<Date> {
        Some(self.on)
    }
}

impl Step for Complete {
    fn check(&self, now: &Now<'_>, case: &Exchange, faults: &mut Faults<'_>) {
        faults.day("on", self.on, case.treatment_start(), now.today);
        self.update.judge(faults.field("update"));
    }

    fn advise(&self, _: &Now<'_>, case: &Exchange, advices: &mut Advices) {
        advices.when(case.program_days.is_none(), &NO_PROGRAM);
        if let Some(end) = case.program_end().filter(|end| self.on < *end) {
            advices.give_with(&PROGRAM_RUNS, [("end", end.into())]);
        }
    }

    fn effects(&self, _: &Now<'_>, case: &Case<Compulsory>) -> Option<Self::Effects> {
        let data = case.data();
        let report = CompletionReport {
            subject: Subject::of(case),
            on: self.on,
            part1: Arc::new(data.part1.updated(&self.update)),
            treatments: data.treatments.iter().collect(),
            program_days: data.program_days,
            treatment_days: data.treatment_days(),
        };
        Some((data.to_the_office(report),))
    }

    fn apply(&self, case: &mut Exchange, _: &Head<'_>) {
        case.completed_on = Some(self.on);
        case.part1 = Arc::new(case.part1.updated(&self.update));
    }
}

static NO_PROGRAM: Advice = Advice::new(
    &CT_18,
    "no_program",
    text!(
        "เคสไม่มีระยะเวลาโปรแกรม จึงตรวจสอบไม่ได้ว่าครบหรือไม่ โปรดตรวจสอบการบำบัดที่บันทึกไว้",
        "the case has no program days, so whether they have passed cannot be told; check the treatments on record",
    ),
);
static PROGRAM_RUNS: Advice = Advice::new(
    &CT_18,
    "program_runs",
    text!(
        "ยังไม่ครบระยะเวลาโปรแกรมรวมเวลาที่ขยาย (ครบวันที่ {end}) โปรดตรวจสอบวันที่",
        "the program with its extensions runs until {end}; check the date",
    ),
);

/// CT-18
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
#[shape(name = "Completion")]
pub struct CompletionReport {
    /// The case.
    #[serde(flatten)]
    pub subject: Subject,
    /// The day of completion.
    #[title("วันที่บำบัดครบ", "day of completion")]
    pub on: Date,
    /// The whole Part 1, updated.
    #[title("ข้อมูลส่วนที่ 1", "Part 1")]
    pub(crate) part1: Arc<Part1>,
    /// The treatments of the round.
    #[title("การบำบัด", "treatments")]
    pub treatments: Vec<Treatment>,
    /// Program days.
    #[title("ระยะเวลาโปรแกรม (วัน)", "program days")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub program_days: Option<u32>,
    /// Program days and extensions together.
    #[title("ระยะเวลาบำบัดรวมเวลาที่ขยาย (วัน)", "days of treatment with extensions")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub treatment_days: Option<u32>,
}

impl Content for CompletionReport {
    const DETAIL: &'static str = "completion";
    const TITLE: Text = text!(
        "แจ้งสำนักงานคุมประพฤติว่าผู้ป่วยบำบัดครบโปรแกรม",
        "tell probation of the completion",
    );
    const ABOUT: &'static str = "CT-18: the treatment is complete.";
}

// ── CT-24 ยุติเคส ─────────────────────────────────────────────────────────────────────────────

/// Why probation ends a case (CT-24).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Shape)]
#[serde(rename_all = "snake_case")]
pub enum EndCause {
    /// เสียชีวิต
    #[title("เสียชีวิต", "deceased")]
    Deceased,
    /// ถูกจับกุม
    #[title("ถูกจับกุม", "arrested")]
    Arrested,
    /// คำสั่งถูกเพิกถอน
    #[title("คำสั่งถูกเพิกถอน", "the order was revoked")]
    OrderRevoked,
    /// บันทึกผิด (GE-09): a double, the wrong person or unit
    #[title("บันทึกผิด (เช่น บันทึกซ้ำ ผิดคน ผิดหน่วยบำบัด)", "entered in error")]
    EnteredInError,
}

/// CT-24 ยุติเคส
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct EndCase {
    /// The day.
    #[title("วันที่ยุติเคส", "day on which the case ends")]
    pub on: Date,
    /// Why.
    #[title("สาเหตุ", "cause")]
    pub cause: EndCause,
    /// A note.
    #[title("บันทึกเพิ่มเติม", "note")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Private>,
    /// Of a double, the case that stays (GE-09).
    #[title("รหัสของอีกเคสหนึ่ง (กรณีบันทึกซ้ำ)", "id of the other case (of a double)")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other_case: Option<CaseId>,
}

impl Act for EndCase {
    type Of = Compulsory;
    type Effects = ();

    const NAME: &'static str = "end_case";
    const EVENT: &'static str = "ended";
    const ROW: Row<Compulsory> = Row {
        faults: &[day::FAULTS, &[&DOUBLE_OF_ITSELF]],
        ..Row::act(
            &CT_24,
            &[State::AwaitingAcceptance, State::Returned, State::Accepted],
            Next::To(State::Ended),
            PROBATION,
            text!("ยุติเคส", "End the case"),
        )
    };

    fn act_date(&self) -> Option<Date> {
        Some(self.on)
    }
}

impl Step for EndCase {
    fn check(&self, now: &Now<'_>, case: &Exchange, faults: &mut Faults<'_>) {
        faults.day("on", self.on, Some(case.first_entered_on), now.today);
    }

    fn check_case(&self, case: &Case<Compulsory>, faults: &mut Faults<'_>) {
        case.is_no_double_of_itself(self.other_case.as_ref(), faults);
    }

    fn apply(&self, case: &mut Exchange, _: &Head<'_>) {
        case.ended_on = Some(self.on);
        case.end_cause = Some(self.cause);
        case.end_note = self.note.clone().map(Box::new);
        case.other_case = self.other_case.clone().map(Box::new);
    }
}
