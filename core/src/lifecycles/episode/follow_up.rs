//! Follow-up after the treatment: what is recorded of it, what is owed, and the end of the episode when it
//! is over (EP-03 to EP-05). It does not know how a person is screened and treated.

use serde::{Deserialize, Serialize};

use super::rules::{EP_03, EP_04, EP_05};
use super::screening::Severity;
use super::treatment::Summarise;
use super::{Episode, ONCE_SUMMARISED, State, Treatment, UNIT};
use crate::base::actor::Role;
use crate::base::calendar::Date;
use crate::base::day;
use crate::base::fault::Faults;
use crate::base::order;
use crate::base::rule::{Applied, applies};
use crate::base::shape::Shape;
use crate::base::text::text;
use crate::lifecycle::{Act, Case, Guard, Head, Next, Now, Row, Step, Wait};
use crate::policy::{Numbers, ScheduleNumbers};
use crate::schedule::{Obligation, Owed, fill_slots};

// ── what a case keeps ─────────────────────────────────────────────────────────────────────────

/// A follow-up after the treatment (EP-03).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Shape)]
pub struct FollowUp {
    /// Its day.
    #[title("วันที่ติดตาม", "day of the follow-up")]
    pub on: Date,
    /// What it looked at.
    #[title("ประเภทการติดตาม", "kind")]
    pub kind: FollowUpKind,
    /// What it found.
    #[title("ผลการติดตาม", "result")]
    pub result: FollowUpResult,
}

/// What a follow-up looks at (EP-03).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Shape)]
#[serde(rename_all = "snake_case")]
pub enum FollowUpKind {
    /// ทางการแพทย์
    #[title("ทางการแพทย์", "medical")]
    Medical,
    /// ทางสังคม
    #[title("ทางสังคม", "social")]
    Social,
}

/// What a follow-up found (EP-03).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Shape)]
#[serde(rename_all = "snake_case")]
pub enum FollowUpResult {
    /// ใช้ยาเสพติด
    #[title("ใช้ยาเสพติด", "using")]
    Using,
    /// ไม่ใช้ยาเสพติด
    #[title("ไม่ใช้ยาเสพติด", "not using")]
    NotUsing,
    /// ไม่พบตัว
    #[title("ไม่พบตัว", "not found")]
    NotFound,
}

impl FollowUp {
    /// Whether it counts towards EP-03: medical, and the person was found, after the summary.
    fn counts_after(&self, summarised_on: Date) -> bool {
        self.kind == FollowUpKind::Medical
            && self.result != FollowUpResult::NotFound
            && self.on > summarised_on
    }
}

/// The days of the follow-ups that count, by date, one a day (EP-03).
pub(crate) fn counting_days(follow_ups: &[FollowUp], summarised_on: Date) -> Vec<Date> {
    let mut days: Vec<Date> = follow_ups
        .iter()
        .filter(|follow_up| follow_up.counts_after(summarised_on))
        .map(|follow_up| follow_up.on)
        .collect();
    order::sort(&mut days);
    days.dedup();
    days
}

/// Whether so many follow-ups lie in their time as are owed (EP-03), as KP-22 asks.
pub(crate) fn are_met(
    severity: Option<Severity>,
    follow_ups: &[FollowUp],
    summarised_on: Date,
    numbers: &ScheduleNumbers,
) -> bool {
    let (owed, last) = match severity {
        Some(Severity::User) => (
            numbers.user_follow_ups,
            user_follow_up_ends_on(summarised_on, numbers),
        ),
        Some(Severity::Abuse | Severity::Dependence) | None => (
            numbers.follow_ups,
            follow_up_ends_on(summarised_on, numbers),
        ),
    };
    let days = counting_days(follow_ups, summarised_on);
    let in_time = days.partition_point(|day| *day <= last.unwrap_or(Date::LAST));
    u32::try_from(in_time).is_ok_and(|found| found >= owed)
}

impl Treatment {
    /// The days of the follow-ups that count, by date, one a day (EP-03).
    pub fn counting_follow_ups(&self, summarised_on: Date) -> Vec<Date> {
        counting_days(&self.follow_ups, summarised_on)
    }

    /// The day of the summary from which the person is followed up; nothing after a death (EP-05), nor where the
    /// treatment never started (EP-03).
    fn followed_up_since(&self) -> Option<Date> {
        let treated = self.started_on.is_some();
        self.summarised_on.filter(|_| treated && !self.deceased())
    }
}

/// The day on which the time of follow-up has passed: the last that can fill a slot (EP-03), and the first
/// on which the episode may be closed (EP-05).
fn follow_up_ends_on(summarised_on: Date, numbers: &ScheduleNumbers) -> Option<Date> {
    summarised_on.add_months(numbers.follow_up_months)
}

/// The same of a `user`, who is followed up for a shorter time.
fn user_follow_up_ends_on(summarised_on: Date, numbers: &ScheduleNumbers) -> Option<Date> {
    summarised_on.add_months(numbers.user_follow_up_months)
}

// ── EP-03 ติดตามหลังการบำบัด ────────────────────────────────────────────────────────────────────

/// EP-03 ติดตามหลังการบำบัด
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct RecordFollowUp {
    /// วันที่ติดตาม
    #[title("วันที่ติดตาม", "day of the follow-up")]
    pub on: Date,
    /// What it looked at.
    #[title("ประเภทการติดตาม", "kind")]
    pub kind: FollowUpKind,
    /// What it found.
    #[title("ผลการติดตาม", "result")]
    pub result: FollowUpResult,
}

impl Act for RecordFollowUp {
    type Of = Episode;
    type Effects = ();

    const NAME: &'static str = "record_follow_up";
    const EVENT: &'static str = "follow_up_recorded";
    const ROW: Row<Episode> = Row {
        faults: &[day::FAULTS],
        instead: ONCE_SUMMARISED,
        ..Row::fact(
            &EP_03,
            &[State::Summarised],
            UNIT,
            text!("บันทึกการติดตาม", "Record a follow-up"),
        )
    };

    fn act_date(&self) -> Option<Date> {
        Some(self.on)
    }
}

impl Step for RecordFollowUp {
    fn check(&self, now: &Now<'_>, case: &Treatment, faults: &mut Faults<'_>) {
        faults.day("on", self.on, case.summarised_on, now.today);
    }

    fn apply(&self, case: &mut Treatment, _: &Head<'_>) {
        case.follow_ups.push(FollowUp {
            on: self.on,
            kind: self.kind,
            result: self.result,
        });
    }
}

// ── EP-05 ปิดเคส ──────────────────────────────────────────────────────────────────────────────

/// EP-05 ปิดเคส
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct Close {}

impl Act for Close {
    type Of = Episode;
    type Effects = ();

    const NAME: &'static str = "close";
    const EVENT: &'static str = "closed";
    const ROW: Row<Episode> = Row {
        instead: ONCE_SUMMARISED,
        guards: &[FOLLOWED_UP],
        ..Row::act(
            &EP_05,
            &[State::Summarised],
            Next::To(State::Closed),
            UNIT,
            text!("ปิดเคส", "Close"),
        )
    };
}

impl Step for Close {
    fn apply(&self, case: &mut Treatment, head: &Head<'_>) {
        case.closed_on = Some(head.today());
    }
}

/// The year of follow-up is over, the person died, or the treatment never started.
const FOLLOWED_UP: Guard<Treatment> = Guard::time(
    &EP_05,
    "follow_up_ended",
    text!(
        "ยังไม่ครบ {months} เดือนนับจากวันที่สรุปผลการบำบัด ({summarised}) ปิดเคสได้ตั้งแต่วันที่ {from}",
        "{months} months since the summary ({summarised}) have not passed; allowed from {from}",
    ),
    |case, numbers| {
        let summarised_on = case.followed_up_since()?;
        let numbers = numbers.since(summarised_on);
        let wait = Wait::until(follow_up_ends_on(summarised_on, numbers));
        let months = ("months", numbers.follow_up_months.into());
        Some(wait.naming(months, Some(("summarised", summarised_on.into()))))
    },
);

// ── what is owed ──────────────────────────────────────────────────────────────────────────────

pub(super) static MEDICAL_FOLLOW_UP: Owed = Owed::new(
    &EP_03,
    "medical_follow_up",
    text!("ติดตามทางการแพทย์", "medical follow-up"),
);

/// The follow-ups after the summary, unless the person died or was never treated.
pub(super) fn owes(case: &Case<Episode>, numbers: &Numbers, owed: &mut Vec<Obligation>) {
    let data = case.data();
    let Some(summarised_on) = data.followed_up_since() else {
        return;
    };
    let numbers = numbers.since(summarised_on);
    let slots = match data.severity {
        Some(Severity::User) => of_user(summarised_on, numbers),
        Some(Severity::Abuse | Severity::Dependence) | None => suggested(summarised_on, numbers),
    };
    let row = |slot: Slot| {
        let trigger = (Summarise::EVENT, summarised_on);
        let responsible = (Role::UnitUser, &data.unit);
        Obligation::new(&MEDICAL_FOLLOW_UP, trigger, slot.opens_on, responsible)
            .due_by(Some(slot.due_by))
            .expires_on(Some(slot.expires_on))
    };
    // Where a date lies beyond the calendar, no row exists.
    let mut rows: Vec<Obligation> = slots.into_iter().flatten().map(row).collect();
    fill_slots(&mut rows, &data.counting_follow_ups(summarised_on));
    owed.append(&mut rows);
}

/// The days by which follow-ups are due.
pub(super) const APPLIES: Applied = applies(&EP_04);

struct Slot {
    opens_on: Date,
    due_by: Date,
    expires_on: Date,
}

/// A `user`: every slot is open from the day after the summary to the end of the month.
fn of_user(summarised_on: Date, numbers: &ScheduleNumbers) -> Option<Vec<Slot>> {
    let opens_on = summarised_on.full_days(1)?;
    let last = user_follow_up_ends_on(summarised_on, numbers)?;
    let slot = |_| Slot {
        opens_on,
        due_by: last,
        expires_on: last,
    };
    Some((0..numbers.user_follow_ups).map(slot).collect())
}

/// Others: by the suggested months, each slot opening the day after the date before it.
fn suggested(summarised_on: Date, numbers: &ScheduleNumbers) -> Option<Vec<Slot>> {
    let expires_on = follow_up_ends_on(summarised_on, numbers)?;
    let mut previous = summarised_on;
    let mut slots = Vec::new();
    for months in &numbers.suggested_follow_up_months {
        let due_by = summarised_on.add_months(*months)?;
        slots.push(Slot {
            opens_on: previous.full_days(1)?,
            due_by,
            expires_on,
        });
        previous = due_by;
    }
    Some(slots)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::policy::Policy;

    fn followed(summarised_on: Date, (days, kind, result): (u32, u8, u8)) -> FollowUp {
        FollowUp {
            on: summarised_on.full_days(days).unwrap(),
            kind: [FollowUpKind::Medical, FollowUpKind::Social][usize::from(kind > 2)],
            result: [
                FollowUpResult::Using,
                FollowUpResult::NotUsing,
                FollowUpResult::NotFound,
            ][usize::from(result)],
        }
    }

    proptest! {
        #[test]
        fn ep_03_as_many_as_are_owed_are_there_when_every_slot_is_filled(
            severity in prop::option::of(prop::sample::select(vec![
                Severity::User, Severity::Abuse, Severity::Dependence,
            ])),
            found in prop::collection::vec((0_u32..500, 0_u8..4, 0_u8..3), 0..14),
            soon in prop::collection::vec((0_u32..40, 0_u8..4, 0_u8..3), 0..3),
        ) {
            let summarised_on = Date::new(2024, 1, 31).unwrap();
            let follow_ups: Vec<FollowUp> = found
                .into_iter()
                .chain(soon)
                .map(|one| followed(summarised_on, one))
                .collect();
            let policy = Policy::default();
            let numbers = policy.on(summarised_on).since(summarised_on);
            let slots = match severity {
                Some(Severity::User) => of_user(summarised_on, numbers),
                Some(Severity::Abuse | Severity::Dependence) | None => {
                    suggested(summarised_on, numbers)
                }
            };
            let unit = "10670".into();
            let row = |slot: Slot| {
                let trigger = (Summarise::EVENT, summarised_on);
                Obligation::new(&MEDICAL_FOLLOW_UP, trigger, slot.opens_on, (Role::UnitUser, &unit))
                    .expires_on(Some(slot.expires_on))
            };
            let mut rows: Vec<Obligation> = slots.into_iter().flatten().map(row).collect();
            fill_slots(&mut rows, &counting_days(&follow_ups, summarised_on));
            let filled = rows.iter().all(|row| row.done_on.is_some());
            prop_assert_eq!(are_met(severity, &follow_ups, summarised_on, numbers), filled);
        }
    }
}
