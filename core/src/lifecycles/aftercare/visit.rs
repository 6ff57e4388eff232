//! Visits (การติดตาม): what is recorded of them, and which of them are owed (AC-02 to AC-04). It does not
//! know help or moves.

use serde::{Deserialize, Serialize};

use super::report::next_report_date;
use super::rules::{AC_02, AC_03, AC_04};
use super::{ACTIVE, Aftercare, Enrol, FIELD, FollowUp};
use crate::base::actor::Role;
use crate::base::calendar::Date;
use crate::base::day;
use crate::base::fault::{Fault, Faults};
use crate::base::help::HelpKind;
use crate::base::order;
use crate::base::private::Private;
use crate::base::rule::{Applied, applies};
use crate::base::shape::Shape;
use crate::base::text::{Arg, text};
use crate::lifecycle::{Act, Advice, Advices, Case, Head, Now, Row, Step};
use crate::policy::{Numbers, ScheduleNumbers, VisitCadence};
use crate::schedule::{Obligation, Owed};

// ── what a case keeps ─────────────────────────────────────────────────────────────────────────

/// A visit (AC-04).
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct Visit {
    /// Its day.
    #[title("วันที่ติดตาม", "day of the visit")]
    pub occurred_on: Date,
    /// What it found.
    #[title("ผลการติดตาม", "result")]
    pub result: VisitResult,
    /// The day of death, where it is known.
    #[title("วันที่เสียชีวิต", "day of death")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub died_on: Option<Date>,
    /// What the person needs.
    #[title("ความช่วยเหลือที่ต้องการ", "needs")]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<HelpKind>,
    /// Where the evidence is kept.
    #[title("ที่เก็บเอกสารหรือหลักฐาน", "where the evidence is kept")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Private>,
    /// A note.
    #[title("บันทึกเพิ่มเติม", "note")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Private>,
}

impl FollowUp {
    /// Whether a visit met the person after this day.
    fn was_met_after(&self, day: Date) -> bool {
        self.last_met_on > Some(day)
    }

    /// The days on which the person was visited, by date, each once.
    fn visited_on(&self) -> Vec<Date> {
        let mut days: Vec<Date> = self.visits.iter().map(|visit| visit.occurred_on).collect();
        order::sort(&mut days);
        days.dedup();
        days
    }
}

// ── AC-04 บันทึกการติดตาม ──────────────────────────────────────────────────────────────────────

/// What a visit found (AC-04).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Shape)]
#[serde(rename_all = "snake_case")]
pub enum VisitResult {
    /// พบตัว
    #[title("พบตัว", "met")]
    Met,
    /// ไม่พบตัว
    #[title("ไม่พบตัว", "not met")]
    NotMet,
    /// ย้ายภูมิลำเนาหรือที่พักอาศัย
    #[title("ย้ายภูมิลำเนาหรือที่พักอาศัย", "moved")]
    Moved,
    /// เสียชีวิต
    #[title("เสียชีวิต", "deceased")]
    Deceased,
    /// ถูกคุมขัง
    #[title("ถูกคุมขัง", "imprisoned")]
    Imprisoned,
}

/// AC-04 บันทึกการติดตาม
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct RecordVisit {
    /// วันที่ติดตาม
    #[title("วันที่ติดตาม", "day of the visit")]
    pub occurred_on: Date,
    /// What it found.
    #[title("ผลการติดตาม", "result")]
    pub result: VisitResult,
    /// The day of death, where it is known; with `deceased` only.
    #[title("วันที่เสียชีวิต", "day of death")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub died_on: Option<Date>,
    /// ความต้องการช่วยเหลือ
    #[title("ความช่วยเหลือที่ต้องการ", "needs")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub needs: Option<Vec<HelpKind>>,
    /// Where the evidence is kept.
    #[title("ที่เก็บเอกสารหรือหลักฐาน", "where the evidence is kept")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Private>,
    /// A note.
    #[title("บันทึกเพิ่มเติม", "note")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Private>,
}

impl Act for RecordVisit {
    type Of = Aftercare;
    type Effects = ();

    const NAME: &'static str = "record_visit";
    const EVENT: &'static str = "visit_recorded";
    const ROW: Row<Aftercare> = Row {
        faults: &[day::FAULTS, &[&NOT_DECEASED, &DIED_AFTER_THE_VISIT]],
        advice: &[&MET_AFTER_DEATH, &AFTER_THE_REPORT],
        ..Row::fact(
            &AC_04,
            ACTIVE,
            FIELD,
            text!("บันทึกการติดตาม", "Record a visit"),
        )
    };

    fn act_date(&self) -> Option<Date> {
        Some(self.occurred_on)
    }
}

impl Step for RecordVisit {
    fn check(&self, now: &Now<'_>, case: &FollowUp, faults: &mut Faults<'_>) {
        let graduated_on = Some(case.graduated_on);
        faults.day("occurred_on", self.occurred_on, graduated_on, now.today);
        if let Some(died_on) = self.died_on {
            self.check_death(died_on, case, faults);
        }
    }

    /// Who was met had not died; a visit should be in the system by the next provincial report.
    fn advise(&self, now: &Now<'_>, case: &FollowUp, advices: &mut Advices) {
        if let Some(died_on) = self.contradicts(case) {
            advices.give_with(&MET_AFTER_DEATH, [("died", died_on.into())]);
        }
        let report = next_report_date(self.occurred_on, now.numbers);
        if let Some(report) = report.filter(|report| now.recorded_at.date() > *report) {
            advices.give_with(&AFTER_THE_REPORT, [("report", report.into())]);
        }
    }

    fn apply(&self, case: &mut FollowUp, _: &Head<'_>) {
        match self.result {
            VisitResult::Met => {
                case.last_met_on = case.last_met_on.max(Some(self.occurred_on));
            }
            VisitResult::Deceased => {
                let died = self.day_of_death();
                case.died_on = Some(case.died_on.map_or(died, |known| known.min(died)));
            }
            VisitResult::NotMet | VisitResult::Moved | VisitResult::Imprisoned => {}
        }
        case.visits.push(Visit {
            occurred_on: self.occurred_on,
            result: self.result,
            died_on: self.died_on,
            needs: self.needs.clone().unwrap_or_default(),
            evidence: self.evidence.clone(),
            note: self.note.clone(),
        });
    }
}

impl RecordVisit {
    /// A day of death is that of a person found deceased, from the end of the training to the visit.
    fn check_death(&self, died_on: Date, case: &FollowUp, faults: &mut Faults<'_>) {
        if self.result != VisitResult::Deceased {
            faults.add("died_on", &NOT_DECEASED);
        } else if died_on > self.occurred_on {
            let visited = [("visited", Arg::Date(self.occurred_on))];
            faults.add_with("died_on", &DIED_AFTER_THE_VISIT, visited);
        } else {
            let graduated_on = Some(case.graduated_on);
            faults.day("died_on", died_on, graduated_on, self.occurred_on);
        }
    }

    /// The day on which the person who was found deceased died: the day it states, or else its own (AC-04).
    fn day_of_death(&self) -> Date {
        self.died_on.unwrap_or(self.occurred_on)
    }

    /// The day of death after which the person was met, by this visit or by one on record.
    fn contradicts(&self, case: &FollowUp) -> Option<Date> {
        match self.result {
            VisitResult::Met => case.died_on().filter(|died| *died < self.occurred_on),
            VisitResult::Deceased => {
                let died = self.day_of_death();
                case.was_met_after(died).then_some(died)
            }
            VisitResult::NotMet | VisitResult::Moved | VisitResult::Imprisoned => None,
        }
    }
}

static NOT_DECEASED: Fault = Fault::value(
    507,
    &AC_04,
    "died_on_of_another_result",
    text!(
        "ช่อง “{field}” ใช้เมื่อผลการติดตามเป็นเสียชีวิตเท่านั้น โปรดเว้นช่องนี้ไว้ หรือแก้ไขผลการติดตาม",
        "“{field}” goes with the result deceased only; leave it out, or correct the result",
    ),
);
static DIED_AFTER_THE_VISIT: Fault = Fault::value(
    508,
    &AC_04,
    "died_after_the_visit",
    text!(
        "ช่อง “{field}” ต้องไม่หลังวันที่ติดตาม (วันที่ {visited}) โปรดแก้ไข",
        "“{field}” cannot be after the visit that found it ({visited}); correct it",
    ),
);
static MET_AFTER_DEATH: Advice = Advice::new(
    &AC_04,
    "met_after_death",
    text!(
        "มีบันทึกว่าพบตัวหลังวันที่เสียชีวิต (วันที่ {died}) โปรดตรวจสอบ แล้วถอนรายการที่บันทึกผิด",
        "the person was met after the day of death ({died}); check both visits and withdraw the wrong one",
    ),
);
static AFTER_THE_REPORT: Advice = Advice::new(
    &AC_04,
    "after_the_report",
    text!(
        "บันทึกหลังกำหนดรายงานของจังหวัด (วันที่ {report}) ผลการติดตามควรบันทึกเข้าระบบทันที",
        "recorded after the provincial report of {report}; a visit should be recorded at once",
    ),
);

// ── what is owed ──────────────────────────────────────────────────────────────────────────────

/// Which visit serves which slot.
pub(super) const APPLIES: Applied = applies(&AC_03);

pub(super) static VISIT: Owed = Owed::new(
    &AC_02,
    "visit",
    text!("ติดตามผู้ผ่านการฟื้นฟูสภาพทางสังคม", "visit"),
);

/// The visits of the year; none that opens after a death (AC-09).
pub(super) fn owes(case: &Case<Aftercare>, numbers: &Numbers, owed: &mut Vec<Obligation>) {
    let data = case.data();
    let Some(ends_on) = data.ends_on(numbers) else {
        return;
    };
    let numbers = numbers.since(data.graduated_on);
    let rows = match numbers.visit_cadence {
        VisitCadence::Fixed => fixed(data, ends_on, numbers),
        VisitCadence::Rolling => rolling(data, ends_on, numbers),
    };
    let died_on = data.died_on();
    owed.extend(
        rows.into_iter()
            .filter(|row| died_on.is_none_or(|died_on| row.opens_on <= died_on)),
    );
}

fn row(case: &FollowUp, opens_on: Date) -> Obligation {
    let trigger = (Enrol::EVENT, case.graduated_on);
    let responsible = (Role::DistrictRecorder, &case.district);
    Obligation::new(&VISIT, trigger, opens_on, responsible)
}

/// Slot k opens on G + first + (k − 1) · every and is served by the earliest visit before slot k + 1
/// opens; the last one runs to the end of the year.
fn fixed(case: &FollowUp, ends_on: Date, numbers: &ScheduleNumbers) -> Vec<Obligation> {
    let days = case.visited_on();
    let first = case.graduated_on.full_days(numbers.visit_first_days);
    let every = numbers.visit_every_days;
    let opening = std::iter::successors(first, |day| day.full_days(every));
    opening
        .take_while(|day| *day <= ends_on)
        .map(|opens_on| {
            let last_day = last_day_of_slot(opens_on, every, ends_on);
            let from = days.partition_point(|day| *day < opens_on);
            let served = days.get(from).copied().filter(|day| *day <= last_day);
            row(case, opens_on)
                .due_by(Some(last_day))
                .expires_on(Some(last_day))
                .done_on(served)
        })
        .collect()
}

/// The day before the next slot opens, or the end of the year.
fn last_day_of_slot(opens_on: Date, every: u32, ends_on: Date) -> Date {
    opens_on
        .full_days(every)
        .filter(|next| *next <= ends_on)
        .and_then(Date::previous)
        .unwrap_or(ends_on)
}

/// One slot is open at a time; a visit at any time closes it and opens the next.
fn rolling(case: &FollowUp, ends_on: Date, numbers: &ScheduleNumbers) -> Vec<Obligation> {
    let every = numbers.visit_every_days;
    let mut rows = Vec::new();
    let mut opens_on = case.graduated_on.full_days(numbers.visit_first_days);
    let mut visits = case.visited_on().into_iter().filter(|day| *day <= ends_on);
    while let Some(opening) = opens_on.filter(|day| *day <= ends_on) {
        let last_day = last_day_of_slot(opening, every, ends_on);
        let visit = visits.next();
        rows.push(
            row(case, opening)
                .due_by(Some(last_day))
                .expires_on(Some(ends_on))
                .done_on(visit),
        );
        opens_on = visit.and_then(|day| day.full_days(every));
    }
    rows
}
