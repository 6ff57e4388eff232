//! KP-22 Retention: episodes of the voluntary system that completed the program and its follow-up (EP-03).

use std::collections::HashMap;

use super::area::{AreaCode, Level};
use super::cell::word;
use super::figure::{Bound, Measure, goal};
use super::outcome::{Areas, Asked, Indicator, Reason};
use super::period::Period;
use super::rules::KP_22;
use crate::base::area::{Province, province};
use crate::base::calendar::{Date, Quarter};
use crate::base::rule::{Applied, applies};
use crate::lifecycles::episode::follow_up::{self, FollowUp as Followed};
use crate::lifecycles::episode::{LegalBasis, Severity, TreatmentOutcome};
use crate::policy::Policy;
use crate::record::trim;
use crate::record::withheld::Met;

pub(super) const APPLIES: Applied = applies(&KP_22);

pub(super) const MEASURE: Measure = Measure {
    rule: &KP_22,
    per: 100,
    at: Bound::Least,
    targets: &[
        goal(2568, Quarter::Q1, "70"),
        goal(2568, Quarter::Q2, "70"),
        goal(2568, Quarter::Q3, "70"),
        goal(2568, Quarter::Q4, "70"),
        goal(2569, Quarter::Q4, "70"),
        goal(2570, Quarter::Q4, "72"),
        goal(2571, Quarter::Q4, "72"),
    ],
};

/// A row of episodes. Words are those of the lifecycle `episode`; a cell that is empty is the empty text, none or
/// false, and a date that cannot be read is none.
#[derive(Debug, Clone, Copy, Default)]
pub struct Episode<'a> {
    /// The episode's id.
    pub case_id: &'a str,
    /// The treatment unit.
    pub unit: &'a str,
    /// The code of its province.
    pub province: &'a str,
    /// The legal basis.
    pub legal_basis: &'a str,
    /// The severity; where it is unknown, the follow-ups of dependence are asked for.
    pub severity: &'a str,
    /// Whether methadone is given.
    pub methadone: bool,
    /// The first day of treatment.
    pub started_on: Option<Date>,
    /// The day of the summary; a row without it is left out.
    pub summarised_on: Option<Date>,
    /// How the treatment ended.
    pub outcome: &'a str,
    /// Whether the unit is one of the Ministry of Public Health.
    pub ministry_facility: bool,
}

/// A row of follow-ups.
#[derive(Debug, Clone, Copy, Default)]
pub struct FollowUp<'a> {
    /// The episode's id.
    pub case_id: &'a str,
    /// The day; a row without it is left out.
    pub on: Option<Date>,
    /// `medical` or `social`.
    pub kind: &'a str,
    /// `using`, `not_using` or `not_found`.
    pub result: &'a str,
}

/// KP-22 from the rows of its tables, given in any order.
pub struct Kp22 {
    asked: Asked,
    due: Vec<Due>,
    follow_ups: HashMap<Box<str>, Vec<Followed>>,
    /// The units and the episodes whose id is a citizen id.
    units: Met,
    cases: Met,
}

/// An episode whose year after the summary ends in the period.
struct Due {
    unit: String,
    province: Option<&'static Province>,
    case_id: String,
    severity: Option<Severity>,
    summarised_on: Date,
    outcome: Option<TreatmentOutcome>,
    dropped: Option<Reason>,
}

impl Kp22 {
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
            due: Vec::new(),
            follow_ups: HashMap::new(),
            units: Met::default(),
            cases: Met::default(),
        }
    }

    /// Reads a row of episodes.
    pub fn episode(&mut self, row: &Episode<'_>) {
        self.units.note(row.unit);
        self.cases.note(row.case_id);
        let period = self.asked.period;
        let is_due = |day: &Date| day.add_years(1).is_some_and(|due_on| period.holds(due_on));
        let Some(summarised_on) = row.summarised_on.filter(is_due) else {
            return;
        };
        if !row.ministry_facility || !is_voluntary(row.legal_basis) {
            return;
        }
        let outcome = word(row.outcome);
        self.due.push(Due {
            unit: trim(row.unit).to_owned(),
            province: province(trim(row.province)),
            case_id: trim(row.case_id).to_owned(),
            severity: word(row.severity),
            summarised_on,
            outcome,
            dropped: dropped(row, outcome),
        });
    }

    /// Reads a row of follow-ups.
    pub fn follow_up(&mut self, row: &FollowUp<'_>) {
        let on = row.on.filter(|day| *day <= self.asked.period.last_day());
        let (Some(on), Some(kind), Some(result)) = (on, word(row.kind), word(row.result)) else {
            return;
        };
        let followed = Followed { on, kind, result };
        let case_id = trim(row.case_id);
        if let Some(known) = self.follow_ups.get_mut(case_id) {
            known.push(followed);
        } else {
            self.follow_ups.insert(case_id.into(), vec![followed]);
        }
    }

    /// The result of the rows read.
    #[must_use]
    pub fn finish(self) -> Indicator {
        let day = self.asked.period.last_day();
        let numbers = self.asked.policy.on(day).since(day);
        let (units, cases) = (self.units.withheld(), self.cases.withheld());
        let mut areas = Areas::new();
        for due in self.due {
            let unit = units.shown(&due.unit).to_string();
            let area = AreaCode::of(self.asked.by, &unit, due.province);
            let members = areas.entry(area).or_default();
            let id = cases.shown(&due.case_id).to_string();
            if let Some(reason) = due.dropped {
                members.drop(id, reason);
                continue;
            }
            let followed = self.follow_ups.get(due.case_id.as_str());
            let followed = followed.map_or(&[][..], Vec::as_slice);
            let is_met = follow_up::are_met(due.severity, followed, due.summarised_on, numbers);
            if due.outcome == Some(TreatmentOutcome::CompletedProgram) && is_met {
                members.ledger.numerator.push(id.clone());
            }
            members.ledger.denominator.push(id);
        }
        self.asked.answer(areas)
    }
}

/// Whether it is of the voluntary system: sections 113 and 114.
fn is_voluntary(cell: &str) -> bool {
    matches!(
        word(cell),
        Some(LegalBasis::Section113 | LegalBasis::Section114)
    )
}

/// Why an episode is dropped, by the first reason that holds.
fn dropped(row: &Episode<'_>, outcome: Option<TreatmentOutcome>) -> Option<Reason> {
    if row.started_on.is_none() {
        return Some(Reason::NotStarted);
    }
    match outcome {
        Some(TreatmentOutcome::Arrested) => Some(Reason::Arrested),
        Some(TreatmentOutcome::Deceased) => Some(Reason::Deceased),
        Some(TreatmentOutcome::ChangedTreatment) => Some(Reason::ChangedTreatment),
        Some(TreatmentOutcome::CompletedProgram | TreatmentOutcome::Incomplete) | None => {
            row.methadone.then_some(Reason::Methadone)
        }
    }
}
