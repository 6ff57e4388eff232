//! KP-16 SMI-V persons in continuous care without repeated violence.
//!
//! Each table is read once; 43-file tables may stand for the flat ones, DIAGNOSIS_OPD before DIAGNOSIS_IPD.

use super::area::{AreaCode, Facilities, Level};
use super::figure::{Bound, Measure, goal};
use super::outcome::{Areas, Asked, Indicator, Members, Reason, warning};
use super::period::Period;
use super::rules::KP_16;
use crate::base::calendar::{Date, Quarter};
use crate::base::rule::{Applied, applies};
use crate::policy::{Policy, ScheduleNumbers, SmivRepeatWindow, SmivRunningYear};
use crate::surveillance::{Care, Register, Smiv};

pub use crate::surveillance::{Death, Diagnosis, Person, SpecialPp};

pub(super) const APPLIES: Applied = applies(&KP_16);

pub(super) const MEASURE: Measure = Measure {
    rule: &KP_16,
    per: 100,
    at: Bound::Least,
    targets: &[
        goal(2568, Quarter::Q1, "55"),
        goal(2568, Quarter::Q2, "65"),
        goal(2568, Quarter::Q3, "75"),
        goal(2568, Quarter::Q4, "85"),
        goal(2569, Quarter::Q4, "87"),
        goal(2570, Quarter::Q4, "89"),
    ],
};

/// A row of facilities: needed by province and by region only.
#[derive(Debug, Clone, Copy, Default)]
pub struct Facility<'a> {
    /// The facility's code.
    pub hospcode: &'a str,
    /// The code of its province; another text stands for none.
    pub province: &'a str,
}

/// KP-16 from the rows of its tables, given in any order of the tables.
pub struct Kp16 {
    asked: Asked,
    register: Register,
    facilities: Facilities,
}

impl Kp16 {
    /// Of a period, by areas. The numbers of the policy are those of the last day of the period.
    #[must_use]
    pub fn new(period: Period, by: Level, policy: &Policy) -> Self {
        Self {
            asked: Asked {
                measure: &MEASURE,
                period,
                by,
                policy: policy.clone(),
            },
            register: Register::new(period.last_day()),
            facilities: Facilities::default(),
        }
    }

    /// Reads a row of persons.
    pub fn person(&mut self, row: &Person<'_>) {
        self.register.person(row);
    }

    /// Reads a row of DEATH, beside PERSON.
    pub fn death(&mut self, row: &Death<'_>) {
        self.register.death(row);
    }

    /// Reads a row of diagnoses.
    pub fn diagnosis(&mut self, row: &Diagnosis<'_>) {
        self.register.diagnosis(row);
    }

    /// Reads a row of SPECIALPP.
    pub fn special_pp(&mut self, row: &SpecialPp<'_>) {
        self.register.special_pp(row);
    }

    /// Reads a row of facilities.
    pub fn facility(&mut self, row: &Facility<'_>) {
        self.facilities.add(row.hospcode, row.province);
    }

    /// Takes over the rows that another has read, as if they came after its own: the parts of a table can be read on
    /// several cores.
    pub fn absorb(&mut self, other: Self) {
        self.register.absorb(other.register);
        self.facilities.absorb(other.facilities);
    }

    /// The result of the rows read.
    #[must_use]
    pub fn finish(mut self) -> Indicator {
        self.register.settle();
        let mut areas = Areas::new();
        for person in self.register.smiv() {
            self.count(person, &mut areas);
        }
        self.asked.answer(areas)
    }

    fn count(&self, person: Smiv<'_>, areas: &mut Areas) {
        let period = self.asked.period;
        if person.died_on.is_some_and(|day| day < period.first_day()) {
            return;
        }
        let province = self.facilities.province(person.hospcode.id);
        let facility = person.hospcode.to_string();
        let area = AreaCode::of(self.asked.by, &facility, province);
        let members = areas.entry(area).or_insert_with(nobody);
        if !person.has_cid {
            let without = members.without_cid.get_or_insert_default();
            *without = without.saturating_add(1);
        }
        let warned = person.warned.iter();
        let warned = warned.map(|row| warning(&person.id, row.code, row.on));
        members.warnings.get_or_insert_default().extend(warned);
        let day = period.last_day();
        let numbers = self.asked.policy.on(day).since(day);
        if let Some(reason) = lapse(&person, day, numbers) {
            members.drop(person.id, reason);
            return;
        }
        if !repeated(&person, period, numbers) {
            members.ledger.numerator.push(person.id.clone());
        }
        members.ledger.denominator.push(person.id);
    }
}

/// An area of KP-16 without anybody yet.
fn nobody() -> Members {
    Members {
        without_cid: Some(0),
        warnings: Some(Vec::new()),
        ..Members::default()
    }
}

/// Why a person was not in continuous care.
fn lapse(person: &Smiv<'_>, last_day: Date, numbers: &ScheduleNumbers) -> Option<Reason> {
    let until = person
        .died_on
        .map_or(last_day, |died_on| died_on.min(last_day));
    let care = Care::of(person.index_on, &person.follow_ups, until, numbers);
    if !care.years_met {
        return Some(Reason::YearNotMet);
    }
    match numbers.smiv_running_year {
        SmivRunningYear::ProRata => (!care.running_year_met).then_some(Reason::RunningYearNotMet),
        SmivRunningYear::CompletedYears => {
            (care.completed_years == 0).then_some(Reason::NoCompletedYear)
        }
    }
}

/// Whether violence was repeated in the window that counts.
fn repeated(person: &Smiv<'_>, period: Period, numbers: &ScheduleNumbers) -> bool {
    let from = match numbers.smiv_repeat_window {
        SmivRepeatWindow::FiscalYear => period.first_day(),
        SmivRepeatWindow::SinceIndex => person.index_on,
    };
    person.repeats.iter().any(|day| *day >= from)
}
