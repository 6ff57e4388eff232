//! Obligations: what can be owed, and how it stands on a day, computed from dates, never stored (GE-02).
//!
//! This room does not know who owes what, nor by which rule.

use std::cmp::Ordering;
use std::fmt;
use std::panic::Location;

use serde::{Serialize, Serializer};

use crate::base::actor::Role;
use crate::base::calendar::Date;
use crate::base::id::OrgId;
use crate::base::rule::{self, Rule};
use crate::base::shape::{Shape, Shaped, Ty};
use crate::base::text::Text;

/// Something that can be owed: a constant beside the rule by which it is owed.
#[derive(Clone, Copy)]
pub struct Owed {
    /// The rule by which it is owed.
    pub rule: &'static Rule,
    /// The name on the wire.
    pub name: &'static str,
    /// What it is called, on a worklist.
    pub title: Text,
    /// Whether the end of a case does not end it.
    pub outlives_the_case: bool,
    /// Where it is defined.
    pub at: &'static Location<'static>,
}

impl Owed {
    /// Something that is owed by a rule.
    #[track_caller]
    pub(crate) const fn new(rule: &'static Rule, name: &'static str, title: Text) -> Self {
        Self {
            rule,
            name,
            title,
            outlives_the_case: false,
            at: Location::caller(),
        }
    }

    /// The same; the end of a case does not end it.
    pub(crate) const fn outlives_the_case(self) -> Self {
        Self {
            outlives_the_case: true,
            ..self
        }
    }
}

impl PartialEq for Owed {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Owed {}

impl fmt::Display for Owed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name)
    }
}

impl fmt::Debug for Owed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl Serialize for Owed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name)
    }
}

/// Which names there are is the contract's to say.
impl Shaped for Owed {
    const TY: Ty = Ty::Listed("Owed");
}

/// How an obligation stands on the day asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Shape)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It has not opened yet.
    #[title("ยังไม่ถึงกำหนด", "upcoming")]
    Upcoming,
    /// It is open, and its last day has not passed.
    #[title("ถึงกำหนด", "due")]
    Due,
    /// Its last day has passed, and it can still be met.
    #[title("เกินกำหนด", "overdue")]
    Overdue,
    /// It can no longer be met.
    #[title("หมดรอบ", "missed")]
    Missed,
    /// It is met.
    #[title("ทำแล้ว", "done")]
    Done,
}

impl Status {
    /// Whether it can be done now: due or overdue.
    pub const fn is_due(self) -> bool {
        matches!(self, Self::Due | Self::Overdue)
    }

    /// Whether nothing is left to do: done or missed.
    pub const fn is_settled(self) -> bool {
        matches!(self, Self::Done | Self::Missed)
    }
}

/// The event that an obligation comes from, and its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Shape)]
pub struct Trigger {
    /// The event's name.
    #[title("รายการในประวัติ", "event")]
    pub event: &'static str,
    /// The day that counts.
    #[title("วันที่ของรายการ", "day of the event")]
    pub on: Date,
}

/// Who has to do it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Shape)]
pub struct Responsible {
    /// In which role.
    #[title("บทบาท", "role")]
    pub role: Role,
    /// In which organisation.
    #[title("หน่วยงาน", "organisation")]
    pub organisation: OrgId,
}

/// Something that is owed: what, by which rule, from what, from when, until when, by whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Shape)]
pub struct Obligation {
    /// The rule.
    #[title("ข้อของหลักเกณฑ์", "rule")]
    #[serde(serialize_with = "rule::id")]
    #[shape(with = rule::Id)]
    pub rule: &'static Rule,
    /// What is owed.
    #[title("งานที่ต้องทำ", "what is owed")]
    pub what: &'static Owed,
    /// Where it comes from.
    #[title("ที่มาของงาน", "origin")]
    pub trigger: Trigger,
    /// The first day on which it can be done.
    #[title("วันที่เริ่มทำได้", "first day")]
    pub opens_on: Date,
    /// The last day on which it is in time.
    #[title("วันครบกำหนด", "last day in time")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_by: Option<Date>,
    /// The last day on which it can be met at all.
    #[title("วันหมดรอบ", "day of expiry")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires_on: Option<Date>,
    /// The day on which it was met.
    #[title("วันที่ทำแล้ว", "day done")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done_on: Option<Date>,
    /// How it stands on the day asked for.
    #[title("สถานะของงาน", "status of the work")]
    pub status: Status,
    /// Who has to do it.
    #[title("ผู้รับผิดชอบ", "responsible officer")]
    pub responsible: Responsible,
}

impl Obligation {
    /// An obligation that opens on `opens_on` and has no end yet; [`Self::judged`] gives its status.
    pub fn new(
        what: &'static Owed,
        trigger: (&'static str, Date),
        opens_on: Date,
        responsible: (Role, &OrgId),
    ) -> Self {
        let (event, on) = trigger;
        let (role, organisation) = responsible;
        Self {
            rule: what.rule,
            what,
            trigger: Trigger { event, on },
            opens_on,
            due_by: None,
            expires_on: None,
            done_on: None,
            status: Status::Upcoming,
            responsible: Responsible {
                role,
                organisation: organisation.clone(),
            },
        }
    }

    /// The same, due by this day.
    #[must_use]
    pub fn due_by(mut self, date: Option<Date>) -> Self {
        self.due_by = date;
        self
    }

    /// The same, expiring after this day.
    #[must_use]
    pub fn expires_on(mut self, date: Option<Date>) -> Self {
        self.expires_on = date;
        self
    }

    /// The same, met on this day.
    #[must_use]
    pub fn done_on(mut self, date: Option<Date>) -> Self {
        self.done_on = date;
        self
    }

    /// The same with its status on a day.
    #[must_use]
    pub fn judged(mut self, on: Date) -> Self {
        let past = |last: Option<Date>| last.is_some_and(|last| on > last);
        self.status = if self.done_on.is_some() {
            Status::Done
        } else if on < self.opens_on {
            Status::Upcoming
        } else if past(self.expires_on) {
            Status::Missed
        } else if past(self.due_by) {
            Status::Overdue
        } else {
            Status::Due
        };
        self
    }

    /// The order of the contract: (`opens_on`, rule); slots of one rule keep their own.
    pub fn order(&self, other: &Self) -> Ordering {
        (self.opens_on, self.rule.id).cmp(&(other.opens_on, other.rule.id))
    }
}

/// Fills slots by date: each day takes the earliest unfilled slot that has not expired by then; a day
/// after the expiry of every unfilled slot fills nothing.
pub(crate) fn fill_slots(slots: &mut [Obligation], days: &[Date]) {
    for day in days {
        let open = |slot: &&mut Obligation| {
            slot.done_on.is_none() && slot.expires_on.is_none_or(|last| *day <= last)
        };
        if let Some(slot) = slots.iter_mut().find(open) {
            slot.done_on = Some(*day);
        }
    }
}

/// Those days of each month, from the month of `from` on; for one that a month does not have, its last
/// day.
pub(crate) fn days_of_months(from: Date, days: &[u32]) -> impl Iterator<Item = Date> {
    months(from).flat_map(move |first| days_of(first, days))
}

/// The first days of the months, from that of `from` on.
pub(crate) fn months(from: Date) -> impl Iterator<Item = Date> {
    let first = from.with_day(1);
    (0..).map_while(move |n| first?.add_months(n))
}

fn days_of(first: Date, days: &[u32]) -> Vec<Date> {
    let mut dates: Vec<Date> = days
        .iter()
        .filter_map(|day| (1..=*day).rev().find_map(|day| first.with_day(day)))
        .collect();
    dates.dedup();
    dates
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::text::text;

    static OF_A_TEST: Rule = Rule::definition("XX-1", text!("", ""), text!("", ""), text!("", ""));
    static SOMETHING: Owed = Owed::new(&OF_A_TEST, "something", text!("", ""));

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn the_status_follows_the_days() {
        let org: OrgId = "10670".into();
        let row = Obligation::new(
            &SOMETHING,
            ("appointment_missed", date("2021-04-03")),
            date("2021-04-03"),
            (Role::UnitUser, &org),
        )
        .due_by(Some(date("2021-04-10")))
        .expires_on(Some(date("2021-04-17")));
        let status = |on: &str| row.clone().judged(date(on)).status;
        assert_eq!(status("2021-04-02"), Status::Upcoming);
        assert_eq!(status("2021-04-03"), Status::Due);
        assert_eq!(status("2021-04-10"), Status::Due);
        assert_eq!(status("2021-04-11"), Status::Overdue);
        assert_eq!(status("2021-04-17"), Status::Overdue);
        assert_eq!(status("2021-04-18"), Status::Missed);
        let done = row.done_on(Some(date("2021-04-05")));
        assert_eq!(done.judged(date("2021-04-30")).status, Status::Done);
    }
}
