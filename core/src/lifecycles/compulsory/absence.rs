//! Absence (ขาดนัด): a missed appointment, its traces, the return, the report, the drop-out (CT-13 to
//! CT-17). It does not know how a treatment is completed.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::rules::{CT_13, CT_14, CT_15, CT_16, CT_17};
use super::{
    ACCEPTED, Addressed, COORDINATE, Compulsory, Exchange, ONCE_ACCEPTED, Printed, RETURNED, State,
    Subject, UNIT,
};
use crate::base::actor::{Actor, Role};
use crate::base::by_id::LONG;
use crate::base::calendar::{Date, Style};
use crate::base::day;
use crate::base::fault::{BLANK, Faults};
use crate::base::order;
use crate::base::person::Person;
use crate::base::private::Private;
use crate::base::rule::Rule;
use crate::base::shape::Shape;
use crate::base::text::{Arg, Args, Message, Text, text};
use crate::lifecycle::{
    Act, Advice, Advices, Banner, Case, Content, Guard, Head, Letter, Next, Notice, Now,
    ReasonKind, Row, Step, Wait,
};
use crate::policy::{DropOutAnchor, Numbers, Profile};
use crate::schedule::{Obligation, Owed};

use ReasonKind::{AlreadyDone, MissingPrecondition};

// ── what a case keeps ─────────────────────────────────────────────────────────────────────────

/// An absence (CT-13 to CT-16).
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct Absence {
    /// The missed day.
    #[title("วันที่ขาดนัด", "missed day")]
    pub missed_on: Date,
    /// Traces, in the order in which they were recorded.
    #[title("การติดตามระหว่างขาดนัด", "traces")]
    pub traces: Vec<Trace>,
    /// The day of the report to probation.
    #[title("วันที่แจ้งผู้ป่วยขาดนัดระหว่างบำบัด", "day of the absence report")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reported_on: Option<Date>,
    /// The day on which the person came back.
    #[title("วันที่กลับมาบำบัด", "day of the return")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub returned_on: Option<Date>,
    /// The days of the traces; only of many.
    #[serde(skip)]
    #[allow(
        clippy::box_collection,
        reason = "an absence is a pointer larger, and no more"
    )]
    traced_on: Option<Box<BTreeSet<Date>>>,
}

/// A trace of an absent person (CT-14).
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct Trace {
    /// Its day.
    #[title("วันที่ติดตาม", "day of the trace")]
    pub on: Date,
    /// How.
    #[title("วิธีติดตาม", "method")]
    pub method: TraceMethod,
    /// The evidence.
    #[title("หลักฐานการติดตาม", "evidence")]
    pub evidence: Private,
}

impl Absence {
    /// Whether the person has not come back.
    pub fn is_open(&self) -> bool {
        self.returned_on.is_none()
    }

    /// Whether the day lies between the missed day and the return, both included.
    pub fn holds(&self, date: Date) -> bool {
        self.missed_on <= date && self.returned_on.is_none_or(|returned| date <= returned)
    }

    /// The days of its traces that count towards CT-16, by date, one a day (CT-14).
    pub fn counting_traces(&self, numbers: &Numbers) -> Vec<Date> {
        let mut days: Vec<Date> = self.traces.iter().map(|trace| trace.on).collect();
        order::sort(&mut days);
        days.dedup();
        if numbers.profile == Profile::Guideline2563 {
            keep_rhythm(&mut days, self.missed_on, numbers);
        }
        days
    }

    fn trace(&mut self, trace: Trace) {
        let on = trace.on;
        self.traces.push(trace);
        match &mut self.traced_on {
            Some(days) => drop(days.insert(on)),
            None if self.traces.len() > LONG => {
                let days = self.traces.iter().map(|trace| trace.on);
                self.traced_on = Some(Box::new(days.collect()));
            }
            None => {}
        }
    }

    /// The first day from this one on that it was traced.
    fn first_traced_from(&self, from: Date) -> Option<Date> {
        match &self.traced_on {
            Some(days) => days.range(from..).next().copied(),
            None => {
                let days = self.traces.iter().map(|trace| trace.on);
                days.filter(|day| from <= *day).min()
            }
        }
    }

    /// The day on which it has lasted long enough to be reported (CT-16).
    fn long_enough_on(&self, numbers: &Numbers) -> Option<Date> {
        self.missed_on.full_days(numbers.absence_report_days)
    }

    /// The day from which the drop-out days run (CT-17).
    fn drop_out_anchor(&self, numbers: &Numbers) -> Option<Date> {
        match numbers.drop_out_anchor {
            DropOutAnchor::Notification => self.reported_on,
            DropOutAnchor::MissedDate => Some(self.missed_on),
        }
    }

    /// The day from which the person may be dropped out (CT-17).
    fn drop_out_from(&self, numbers: &Numbers) -> Option<Date> {
        self.drop_out_anchor(numbers)?
            .full_days(numbers.drop_out_days)
    }
}

/// `guideline-2563`: a first trace counts from `first_trace_days` after the missed day, a second
/// from `trace_gap_days` after the first that counts; later ones are free.
fn keep_rhythm(days: &mut Vec<Date>, missed_on: Date, numbers: &Numbers) {
    let mut counted = 0_usize;
    let mut earliest = missed_on.full_days(numbers.first_trace_days);
    days.retain(|day| {
        let counts = earliest.is_some_and(|earliest| *day >= earliest);
        if counts {
            counted = counted.saturating_add(1);
            if counted == 1 {
                earliest = day.full_days(numbers.trace_gap_days);
            }
        }
        counts
    });
}

impl Exchange {
    /// The absence that is open: the last one, as there is one at a time.
    pub fn open_absence(&self) -> Option<&Absence> {
        self.absences.last().filter(|absence| absence.is_open())
    }

    /// The absence to which a trace of this day belongs: the open one, or else a closed one.
    pub fn absence_on(&self, date: Date) -> Option<&Absence> {
        self.absences.get(self.place_of_absence_on(date)?)
    }

    fn place_of_absence_on(&self, date: Date) -> Option<usize> {
        let open = self.open_absence();
        match open.filter(|absence| absence.holds(date)) {
            Some(_) => self.absences.len().checked_sub(1),
            None => self.place_of_closed_absence_on(date),
        }
    }

    /// The closed absence that holds this day.
    pub fn closed_absence_on(&self, date: Date) -> Option<&Absence> {
        self.absences.get(self.place_of_closed_absence_on(date)?)
    }

    fn place_of_closed_absence_on(&self, date: Date) -> Option<usize> {
        let holds = |absence: &Absence| !absence.is_open() && absence.holds(date);
        match &self.closed_absences {
            Some(closed) => closed.on(date),
            None => self.absences.iter().rposition(holds),
        }
    }

    /// Whether a treatment lies after this day.
    fn treated_after(&self, day: Date) -> bool {
        self.treatments.latest() > Some(day)
    }

    /// CT-16 and CT-17 should find no treatment since the missed day.
    fn advise_of_return(&self, advices: &mut Advices) {
        let open = self.open_absence();
        let came_back = open.is_some_and(|absence| self.treated_after(absence.missed_on));
        advices.when(came_back, &TREATED_SINCE);
    }

    fn open_absence_mut(&mut self) -> Option<&mut Absence> {
        let last = self.absences.last_mut();
        last.filter(|absence| absence.is_open())
    }

    fn close_absence(&mut self, on: Date) {
        let Some(absence) = self.open_absence_mut() else {
            return;
        };
        absence.returned_on = Some(on);
        if self.absences.len() > LONG {
            let from = if self.closed_absences.is_some() {
                self.absences.len().saturating_sub(1)
            } else {
                0
            };
            let closed = self.closed_absences.get_or_insert_default();
            for (place, absence) in self.absences.iter().enumerate().skip(from) {
                if let Some(returned_on) = absence.returned_on {
                    closed.add(absence.missed_on, returned_on, place);
                }
            }
        }
    }

    fn trace(&mut self, trace: Trace) {
        let place = self.place_of_absence_on(trace.on);
        if let Some(absence) = place.and_then(|place| self.absences.get_mut(place)) {
            absence.trace(trace);
        }
    }
}

// ── guards that several acts and rooms use ────────────────────────────────────────────────────

/// An absence is open.
const fn absent(rule: &'static Rule) -> Guard<Exchange> {
    Guard::case_with(
        rule,
        "absence_open",
        MissingPrecondition,
        text!(
            "{why} ผู้ป่วยจึงไม่ได้อยู่ระหว่างขาดนัด หากขาดนัด โปรดบันทึกการขาดนัดก่อน",
            "{why}, so no absence is open; where an appointment was missed, record it first",
        ),
        |case| case.open_absence().is_some(),
        |case| Args::new([("why", Arg::Text(case.why_not_absent()))]),
    )
}

impl Exchange {
    fn why_not_absent(&self) -> Text {
        if self.absences.is_empty() {
            text!("ยังไม่มีบันทึกการขาดนัด", "no missed appointment is on record")
        } else {
            text!("บันทึกการกลับมาบำบัดแล้ว", "the return is on record")
        }
    }
}

/// No absence is open, which stands in the way.
pub(super) const fn not_absent(rule: &'static Rule, refusal: Text) -> Guard<Exchange> {
    Guard::case(
        rule,
        "no_absence_open",
        MissingPrecondition,
        refusal,
        |case| case.open_absence().is_none(),
    )
}

// ── CT-13 บันทึกการขาดนัด ──────────────────────────────────────────────────────────────────────

/// CT-13 บันทึกการขาดนัด
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct RecordMissedAppointment {
    /// วันที่ขาดนัด
    #[title("วันที่ขาดนัด", "missed day")]
    pub missed_on: Date,
}

impl Act for RecordMissedAppointment {
    type Of = Compulsory;
    type Effects = ();

    const NAME: &'static str = "record_missed_appointment";
    const EVENT: &'static str = "appointment_missed";
    const ROW: Row<Compulsory> = Row {
        guards: &[ABSENCE_ONCE],
        faults: &[day::FAULTS],
        advice: &[&MISSED_BEFORE_TREATMENT, &TREATED_SINCE],
        instead: NOT_COME,
        ..Row::fact(
            &CT_13,
            ACCEPTED,
            UNIT,
            text!("บันทึกการขาดนัด", "Record a missed appointment"),
        )
    };

    fn act_date(&self) -> Option<Date> {
        Some(self.missed_on)
    }
}

impl Step for RecordMissedAppointment {
    /// Where it opens none, an open absence is no hindrance.
    fn lifts(
        &self,
        guard: &Guard<Exchange>,
        by: &Actor,
        case: &Exchange,
        _: Option<&Numbers>,
    ) -> bool {
        guard.is(&ABSENCE_ONCE) && !self.opens(by, case)
    }

    fn check(&self, now: &Now<'_>, case: &Exchange, faults: &mut Faults<'_>) {
        let earliest = case.treatment_start().or(case.accepted_on);
        faults.day("missed_on", self.missed_on, earliest, now.today);
    }

    fn advise(&self, _: &Now<'_>, case: &Exchange, advices: &mut Advices) {
        advices.when(case.treatment_start().is_none(), &MISSED_BEFORE_TREATMENT);
        advices.when(case.treated_after(self.missed_on), &TREATED_SINCE);
    }

    fn apply(&self, case: &mut Exchange, head: &Head<'_>) {
        if self.opens(head.actor, case) {
            case.absences.push(Absence {
                missed_on: self.missed_on,
                traces: Vec::new(),
                reported_on: None,
                returned_on: None,
                traced_on: None,
            });
        } else {
            let missed = case.missed_before.get_or_insert_default();
            missed.push(self.missed_on);
        }
    }
}

impl RecordMissedAppointment {
    /// Whether an absence opens with it: not for a former unit, nor on a day before the latest acceptance, since the
    /// person was accepted after it.
    fn opens(&self, by: &Actor, case: &Exchange) -> bool {
        let of_present_unit = by.organisation == case.unit;
        of_present_unit && case.accepted_on.is_none_or(|day| day <= self.missed_on)
    }
}

/// What is used of a person who has not come at all.
const NOT_COME: &[(State, Text)] = &[
    (
        State::AwaitingAcceptance,
        text!(
            "หากผู้ป่วยไม่มารายงานตัว ให้ใช้ “ผู้ป่วยไม่มารายงานตัว” แทน",
            "where the person has not reported in, report a no-show instead",
        ),
    ),
    RETURNED,
];
/// One absence at a time.
const ABSENCE_ONCE: Guard<Exchange> = Guard::case(
    &CT_13,
    "no_absence_open",
    AlreadyDone,
    text!(
        "ผู้ป่วยอยู่ระหว่างขาดนัดแล้ว โปรดบันทึกการกลับมาบำบัดก่อนบันทึกการขาดนัดครั้งใหม่",
        "an absence is open already; record the return before another missed appointment",
    ),
    |case| case.open_absence().is_none(),
);
static MISSED_BEFORE_TREATMENT: Advice = Advice::new(
    &CT_13,
    "missed_before_treatment",
    text!(
        "บันทึกการขาดนัดก่อนการบำบัดครั้งแรก แนวทางให้ใช้กับผู้ป่วยที่รับการบำบัดแล้ว โปรดตรวจสอบ",
        "the appointment was missed before any treatment; the guideline speaks of persons in treatment: check it",
    ),
);

/// The person came back, though no return is on record.
static TREATED_SINCE: Advice = Advice::new(
    &CT_15,
    "treated_since",
    text!(
        "มีการบำบัดหลังวันที่ขาดนัด แสดงว่าผู้ป่วยกลับมาแล้ว โปรดตรวจสอบ และบันทึกการกลับมาบำบัดหากยังไม่ได้บันทึก",
        "a treatment lies after the missed day, so the person came back; check it, and record the return where it is not on record",
    ),
);

// ── CT-14 บันทึกการติดตาม ──────────────────────────────────────────────────────────────────────

/// How a person was traced (CT-14).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Shape)]
#[serde(rename_all = "snake_case")]
pub enum TraceMethod {
    /// โทรศัพท์
    #[title("โทรศัพท์", "phone")]
    Phone,
    /// เยี่ยมบ้าน
    #[title("เยี่ยมบ้าน", "home visit")]
    HomeVisit,
    /// จดหมาย
    #[title("จดหมาย", "letter")]
    Letter,
    /// อื่น ๆ
    #[title("อื่น ๆ", "other")]
    Other,
}

/// CT-14 บันทึกการติดตาม
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct RecordTrace {
    /// วันที่ติดตาม
    #[title("วันที่ติดตาม", "day of the trace")]
    pub on: Date,
    /// How.
    #[title("วิธีติดตาม", "method")]
    pub method: TraceMethod,
    /// หลักฐานการติดตาม
    #[title("หลักฐานการติดตาม", "evidence")]
    pub evidence: Private,
}

impl Act for RecordTrace {
    type Of = Compulsory;
    type Effects = ();

    const NAME: &'static str = "record_trace";
    const EVENT: &'static str = "trace_recorded";
    const ROW: Row<Compulsory> = Row {
        instead: NOT_COME,
        guards: &[TRACEABLE],
        faults: &[day::FAULTS, &[&BLANK]],
        advice: &[
            &TRACE_OF_CLOSED,
            &FIRST_TRACE_LATE,
            &SECOND_TRACE_LATE,
            &SECOND_TRACE_SOON,
            &TRACE_TOO_SOON,
        ],
        ..Row::fact(
            &CT_14,
            ACCEPTED,
            UNIT,
            text!("บันทึกการติดตามผู้ป่วย", "Record a trace"),
        )
    };

    fn act_date(&self) -> Option<Date> {
        Some(self.on)
    }
}

impl Step for RecordTrace {
    /// A trace of a day within a closed absence belongs to that one.
    fn lifts(
        &self,
        guard: &Guard<Exchange>,
        _: &Actor,
        case: &Exchange,
        _: Option<&Numbers>,
    ) -> bool {
        guard.is(&TRACEABLE) && case.closed_absence_on(self.on).is_some()
    }

    fn check(&self, now: &Now<'_>, case: &Exchange, faults: &mut Faults<'_>) {
        let absence = case.absence_on(self.on).or(case.open_absence());
        let missed_on = absence.map(|absence| absence.missed_on);
        faults.day("on", self.on, missed_on, now.today);
    }

    fn advise(&self, now: &Now<'_>, case: &Exchange, advices: &mut Advices) {
        let Some(absence) = case.absence_on(self.on) else {
            return;
        };
        if !absence.is_open() {
            advices.give_with(&TRACE_OF_CLOSED, [("missed", absence.missed_on.into())]);
        }
        match now.numbers.profile {
            Profile::Manual2564 => self.in_time(absence, now.numbers, advices),
            Profile::Guideline2563 => {
                advices.when(!self.counts(absence, now.numbers), &TRACE_TOO_SOON);
            }
        }
    }

    fn apply(&self, case: &mut Exchange, _: &Head<'_>) {
        case.trace(Trace {
            on: self.on,
            method: self.method,
            evidence: self.evidence.clone(),
        });
    }
}

impl RecordTrace {
    /// `manual-2564`: the first trace within 7 days, the second within 14 and 7 after the first.
    fn in_time(&self, absence: &Absence, numbers: &Numbers, advices: &mut Advices) {
        let on = self.on;
        let late = |limit| absence.missed_on.within(limit).filter(|last| on > *last);
        let first = self.first_from(Date::FIRST, absence);
        if first == on {
            if let Some(last) = late(numbers.first_trace_days) {
                advices.give_with(&FIRST_TRACE_LATE, [("last", last.into())]);
            }
        } else if first.next().map(|next| self.first_from(next, absence)) == Some(on) {
            let earliest = first.full_days(numbers.trace_gap_days);
            if let Some(last) = late(numbers.second_trace_days) {
                advices.give_with(&SECOND_TRACE_LATE, [("last", last.into())]);
            } else if let Some(earliest) = earliest.filter(|earliest| on < *earliest) {
                let gap = Arg::Days(numbers.trace_gap_days.into());
                let args = [("gap", gap), ("earliest", earliest.into())];
                advices.give_with(&SECOND_TRACE_SOON, args);
            }
        }
    }

    /// `guideline-2563`: whether it is the first from the first day that counts, or follows it by the gap or more.
    fn counts(&self, absence: &Absence, numbers: &Numbers) -> bool {
        let from = absence.missed_on.full_days(numbers.first_trace_days);
        from.filter(|from| self.on >= *from).is_some_and(|from| {
            let first = self.first_from(from, absence);
            let after = first.full_days(numbers.trace_gap_days);
            self.on == first || after.is_some_and(|after| self.on >= after)
        })
    }

    /// The first day from this one on of all traces with this one, which is not of a day before.
    fn first_from(&self, from: Date, absence: &Absence) -> Date {
        let others = absence.first_traced_from(from);
        others.map_or(self.on, |other| other.min(self.on))
    }
}

/// An absence is open, unless the trace belongs to a closed one.
const TRACEABLE: Guard<Exchange> = absent(&CT_14);

static TRACE_OF_CLOSED: Advice = Advice::new(
    &CT_14,
    "trace_of_closed_absence",
    text!(
        "บันทึกการติดตามนี้ไว้กับการขาดนัดวันที่ {missed} ซึ่งผู้ป่วยกลับมาบำบัดแล้ว",
        "recorded for the absence of {missed}, from which the person has returned",
    ),
);
static TRACE_TOO_SOON: Advice = Advice::new(
    &CT_14,
    "trace_too_soon",
    text!(
        "ติดตามก่อนครบกำหนดตามแนวทาง บันทึกไว้แล้วแต่ไม่นับเข้าจำนวนครั้งที่ต้องติดตาม",
        "traced sooner than the guideline says; recorded, but it does not count",
    ),
);
static FIRST_TRACE_LATE: Advice = Advice::new(
    &CT_14,
    "first_trace_late",
    text!(
        "การติดตามครั้งที่ 1 เกินกำหนดติดตามตามคู่มือ (วันที่ {last})",
        "the first trace is past the time limit of the manual ({last})",
    ),
);
static SECOND_TRACE_LATE: Advice = Advice::new(
    &CT_14,
    "second_trace_late",
    text!(
        "การติดตามครั้งที่ 2 เกินกำหนดติดตามตามคู่มือ (วันที่ {last})",
        "the second trace is past the time limit of the manual ({last})",
    ),
);
static SECOND_TRACE_SOON: Advice = Advice::new(
    &CT_14,
    "second_trace_soon",
    text!(
        "การติดตามครั้งที่ 2 ควรห่างจากครั้งที่ 1 อย่างน้อย {gap} คือตั้งแต่วันที่ {earliest}",
        "the second trace should be made at least {gap} after the first, from {earliest} on",
    ),
);

// ── CT-15 บันทึกการกลับมาบำบัด ─────────────────────────────────────────────────────────────────

/// CT-15 บันทึกการกลับมาบำบัด
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct RecordReturn {
    /// วันที่กลับมา
    #[title("วันที่กลับมาบำบัด", "day of the return")]
    pub on: Date,
}

impl Act for RecordReturn {
    type Of = Compulsory;
    type Effects = ();

    const NAME: &'static str = "record_return";
    const EVENT: &'static str = "returned_to_treatment";
    const ROW: Row<Compulsory> = Row {
        instead: ONCE_ACCEPTED,
        guards: &[absent(&CT_15)],
        faults: &[day::FAULTS],
        ..Row::fact(
            &CT_15,
            ACCEPTED,
            UNIT,
            text!("บันทึกการกลับมาบำบัด", "Record the return"),
        )
    };

    fn act_date(&self) -> Option<Date> {
        Some(self.on)
    }
}

impl Step for RecordReturn {
    fn check(&self, now: &Now<'_>, case: &Exchange, faults: &mut Faults<'_>) {
        let missed_on = case.open_absence().map(|absence| absence.missed_on);
        faults.day("on", self.on, missed_on, now.today);
    }

    fn apply(&self, case: &mut Exchange, _: &Head<'_>) {
        case.close_absence(self.on);
    }
}

// ── CT-16 ผู้ป่วยขาดนัดระหว่างบำบัด ──────────────────────────────────────────────────────────────

/// CT-16 ผู้ป่วยขาดนัดระหว่างบำบัด
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct ReportAbsence {}

impl Act for ReportAbsence {
    type Of = Compulsory;
    type Effects = (
        Notice<AbsenceReport>,
        Letter<Addressed<AbsenceReport>>,
        Banner<AbsenceBanner>,
    );

    const NAME: &'static str = "report_absence";
    const EVENT: &'static str = "absence_reported";
    const ROW: Row<Compulsory> = Row {
        guards: &[
            absent(&CT_16),
            ABSENT_LONG_ENOUGH,
            TRACED,
            ABSENCE_REPORT_ONCE,
        ],
        advice: &[&TREATED_SINCE, &COORDINATE],
        confirm: Some(text!(
            "ยืนยันผู้ป่วยขาดนัดระหว่างบำบัด",
            "Report the absence to probation?",
        )),
        success: Some(text!(
            "ทำการแจ้งหน่วยงานผู้ป่วยขาดนัดสำเร็จ",
            "The absence was reported.",
        )),
        instead: NOT_COME,
        ..Row::act(
            &CT_16,
            ACCEPTED,
            Next::Stays,
            UNIT,
            text!("ผู้ป่วยขาดนัดระหว่างบำบัด", "Report an absence during treatment"),
        )
    };
}

impl Step for ReportAbsence {
    fn advise(&self, _: &Now<'_>, case: &Exchange, advices: &mut Advices) {
        case.advise_of_return(advices);
    }

    fn effects(&self, now: &Now<'_>, case: &Case<Compulsory>) -> Option<Self::Effects> {
        let data = case.data();
        let open = data.open_absence()?;
        let report = AbsenceReport {
            subject: Subject::of(case),
            person: data.person(),
            missed_on: open.missed_on,
            traces: open.traces.clone(),
        };
        let letter = data.addressed(report.clone(), now.today);
        let banner = AbsenceBanner::new(Subject::of(case), now);
        Some((data.to_the_office(report), Letter(letter), Banner(banner)))
    }

    fn apply(&self, case: &mut Exchange, head: &Head<'_>) {
        if let Some(absence) = case.open_absence_mut() {
            absence.reported_on = Some(head.today());
        }
    }
}

/// 14 full days since the missed day (`manual-2564`); in `guideline-2563` the traces alone decide.
const ABSENT_LONG_ENOUGH: Guard<Exchange> = Guard::time(
    &CT_16,
    "absent_long_enough",
    text!(
        "ยังไม่ครบ {days} วันนับจากวันที่ขาดนัด ({missed}) กดแจ้งได้ตั้งแต่วันที่ {from}",
        "{days} days since the missed appointment ({missed}) have not passed; allowed from {from}",
    ),
    |case, numbers| {
        let absence = case.open_absence()?;
        let by_days = numbers.profile == Profile::Manual2564;
        let days = ("days", numbers.absence_report_days.into());
        let missed = ("missed", absence.missed_on.into());
        by_days.then(|| Wait::until(absence.long_enough_on(numbers)).naming(days, Some(missed)))
    },
);
/// Two traces that count.
const TRACED: Guard<Exchange> = Guard::policy(
    &CT_16,
    "traced",
    MissingPrecondition,
    text!(
        "ต้องมีการติดตามที่นับได้ {required} ครั้ง นับได้แล้ว {counted} ครั้ง โปรดบันทึกการติดตามผู้ป่วยให้ครบก่อน",
        "{required} traces that count are needed, and {counted} count so far; record the others first",
    ),
    |case, asked| {
        let counting = case.open_absence()?.counting_traces(asked.numbers);
        let required = asked.numbers.traces_required;
        let enough = usize::try_from(required).is_ok_and(|required| counting.len() >= required);
        (!enough).then(|| {
            Args::new([
                ("required", required.into()),
                ("counted", Arg::count(counting.len())),
            ])
        })
    },
);
/// Once for an absence.
const ABSENCE_REPORT_ONCE: Guard<Exchange> = Guard::case(
    &CT_16,
    "absence_not_reported",
    AlreadyDone,
    text!(
        "แจ้งการขาดนัดครั้งนี้แล้ว ไม่ต้องแจ้งซ้ำ โปรดบันทึกการกลับมาบำบัดเมื่อผู้ป่วยกลับมา หรือจำหน่าย Drop out เมื่อครบกำหนด",
        "this absence was reported already; record the return when the person is back, or drop out once the time has passed",
    ),
    |case| {
        let open = case.open_absence();
        open.is_none_or(|absence| absence.reported_on.is_none())
    },
);

/// What probation is told, and what the letter says.
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
#[shape(name = "Absence")]
pub struct AbsenceReport {
    /// The case.
    #[serde(flatten)]
    pub subject: Subject,
    /// The person who stays away.
    #[title("ผู้ป่วย", "patient")]
    pub person: Person,
    /// The missed day.
    #[title("วันที่ขาดนัด", "missed day")]
    pub missed_on: Date,
    /// How the unit traced the person.
    #[title("การติดตามระหว่างขาดนัด", "traces")]
    pub traces: Vec<Trace>,
}

impl Content for AbsenceReport {
    const DETAIL: &'static str = "absence";
    const TITLE: Text = text!(
        "แจ้งสำนักงานคุมประพฤติว่าผู้ป่วยขาดนัดระหว่างบำบัด",
        "tell probation of the absence",
    );
    const ABOUT: &'static str = "CT-16: the person stays away.";
}

impl Printed for AbsenceReport {
    const LETTER: Text = text!(
        "พิมพ์หนังสือแจ้งผู้ป่วยขาดนัดระหว่างบำบัด",
        "print the letter on the absence",
    );
}

/// The red text beside the button after CT-16.
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct AbsenceBanner {
    /// The text.
    #[title("ข้อความที่แสดง", "text shown")]
    pub text: Message,
    /// The case.
    #[serde(flatten)]
    pub subject: Subject,
}

impl AbsenceBanner {
    fn new(subject: Subject, now: &Now<'_>) -> Self {
        let short = now.today.format(Style::ThaiShort).to_string();
        let args = [
            ("short", Arg::Word(short.into())),
            ("date", now.today.into()),
            ("days", now.numbers.drop_out_days.into()),
        ];
        Self {
            text: Message::new(REPORTED_ON, args),
            subject,
        }
    }
}

impl Content for AbsenceBanner {
    const DETAIL: &'static str = "absence";
    const TITLE: Text = text!("แสดงข้อความสีแดงข้างปุ่ม", "show the red text beside the button");
    const ABOUT: &'static str = "CT-16: from when the person can be dropped out.";
}

const REPORTED_ON: Text = text!(
    "ทำการแจ้งผู้ป่วยขาดนัดวันที่ {short} ผู้ปฏิบัติสามารถกด Drop Out หลังจาก {days} วัน หลังการแจ้ง",
    "Absence reported on {date}. The case can be dropped out {days} days after the report.",
);

// ── CT-17 จำหน่าย (Drop out) ───────────────────────────────────────────────────────────────────

/// CT-17 จำหน่าย (Drop out)
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct DropOut {}

impl Act for DropOut {
    type Of = Compulsory;
    type Effects = ();

    const NAME: &'static str = "drop_out";
    const EVENT: &'static str = "dropped_out";
    const ROW: Row<Compulsory> = Row {
        instead: NOT_COME,
        guards: &[absent(&CT_17), ABSENCE_REPORTED, ABSENT_TOO_LONG],
        advice: &[&TREATED_SINCE],
        ..Row::act(
            &CT_17,
            ACCEPTED,
            Next::To(State::DroppedOut),
            UNIT,
            text!("จำหน่าย Drop out", "Drop out"),
        )
    };
}

impl Step for DropOut {
    fn advise(&self, _: &Now<'_>, case: &Exchange, advices: &mut Advices) {
        case.advise_of_return(advices);
    }

    fn apply(&self, case: &mut Exchange, head: &Head<'_>) {
        case.dropped_out_on = Some(head.today());
    }
}

/// It was reported.
const ABSENCE_REPORTED: Guard<Exchange> = Guard::case(
    &CT_17,
    "absence_reported",
    MissingPrecondition,
    text!(
        "ยังไม่ได้แจ้งสำนักงานคุมประพฤติ โปรดกด “ผู้ป่วยขาดนัดระหว่างบำบัด” ก่อน",
        "the absence has to be reported to probation first",
    ),
    |case| {
        let open = case.open_absence();
        open.is_none_or(|absence| absence.reported_on.is_some())
    },
);
/// 45 full days since the anchor.
const ABSENT_TOO_LONG: Guard<Exchange> = Guard::time(
    &CT_17,
    "drop_out_days_passed",
    text!(
        "ยังไม่ครบ {days} วันนับจากวันที่ {anchor} กดจำหน่าย Drop out ได้ตั้งแต่วันที่ {from}",
        "{days} days since {anchor} have not passed; allowed from {from}",
    ),
    |case, numbers| {
        let absence = case.open_absence()?;
        let anchor = absence.drop_out_anchor(numbers)?;
        let wait = Wait::until(absence.drop_out_from(numbers));
        let days = ("days", numbers.drop_out_days.into());
        Some(wait.naming(days, Some(("anchor", anchor.into()))))
    },
);

// ── what is owed ──────────────────────────────────────────────────────────────────────────────

pub(super) static FIRST_TRACE: Owed = Owed::new(
    &CT_14,
    "first_trace",
    text!("ติดตามผู้ป่วยขาดนัด ครั้งที่ 1", "first trace"),
);
pub(super) static SECOND_TRACE: Owed = Owed::new(
    &CT_14,
    "second_trace",
    text!("ติดตามผู้ป่วยขาดนัด ครั้งที่ 2", "second trace"),
);
pub(super) static ABSENCE_REPORT: Owed = Owed::new(
    &CT_16,
    "absence_report",
    text!("แจ้งผู้ป่วยขาดนัดระหว่างบำบัด", "report the absence"),
);
pub(super) static DROP_OUT_POSSIBLE: Owed = Owed::new(
    &CT_17,
    "drop_out_possible",
    text!("พิจารณาจำหน่าย Drop out", "decide on the drop-out"),
);

/// The states in which an absence is worked on, and those which it may outlast.
const AT_WORK: &[State] = &[
    State::Accepted,
    State::Completed,
    State::DroppedOut,
    State::Ended,
];

pub(super) fn owes(case: &Case<Compulsory>, numbers: &Numbers, owed: &mut Vec<Obligation>) {
    let data = case.data();
    let Some(absence) = data
        .open_absence()
        .filter(|_| AT_WORK.contains(&case.state()))
    else {
        return;
    };
    let missed_on = absence.missed_on;
    let counting = absence.counting_traces(numbers);
    let unit = |what, trigger, opens_on| {
        Obligation::new(what, trigger, opens_on, (Role::UnitUser, &data.unit))
    };
    // A row whose first day lies beyond the calendar does not exist.
    let of_absence = |what, opens_on: Option<Date>, due_days| {
        let due_by = match numbers.profile {
            Profile::Manual2564 => missed_on.within(due_days),
            Profile::Guideline2563 => None,
        };
        let trigger = (RecordMissedAppointment::EVENT, missed_on);
        opens_on.map(|opens_on| unit(what, trigger, opens_on).due_by(due_by))
    };
    let (first_from, second_from, report_from) = opening_days(absence, &counting, numbers);
    owed.extend(
        of_absence(&FIRST_TRACE, first_from, numbers.first_trace_days)
            .map(|row| row.done_on(counting.first().copied())),
    );
    owed.extend(
        of_absence(&SECOND_TRACE, second_from, numbers.second_trace_days)
            .map(|row| row.done_on(counting.get(1).copied())),
    );
    owed.extend(
        of_absence(&ABSENCE_REPORT, report_from, numbers.absence_report_days)
            .map(|row| row.done_on(absence.reported_on)),
    );
    if let (Some(reported_on), Some(opens_on)) =
        (absence.reported_on, absence.drop_out_from(numbers))
    {
        let trigger = (ReportAbsence::EVENT, reported_on);
        owed.push(unit(&DROP_OUT_POSSIBLE, trigger, opens_on));
    }
}

/// From when the first trace, the second and the report can be made.
fn opening_days(
    absence: &Absence,
    counting: &[Date],
    numbers: &Numbers,
) -> (Option<Date>, Option<Date>, Option<Date>) {
    let missed_on = absence.missed_on;
    let first = counting.first();
    let after = |day: Date| day.full_days(numbers.trace_gap_days);
    match numbers.profile {
        Profile::Manual2564 => {
            let second = match first {
                Some(first) => after(*first).min(missed_on.within(numbers.second_trace_days)),
                None => after(missed_on),
            };
            (Some(missed_on), second, absence.long_enough_on(numbers))
        }
        Profile::Guideline2563 => {
            let last_needed = usize::try_from(numbers.traces_required)
                .ok()
                .and_then(|required| counting.get(required.checked_sub(1)?).copied());
            (
                missed_on.full_days(numbers.first_trace_days),
                first.and_then(|first| after(*first)),
                last_needed,
            )
        }
    }
}
