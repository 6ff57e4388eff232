//! Obligations: what is owed, computed from dates, never stored (GE-02).

use std::cmp::Ordering;

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::actor::{Org, Role};
use crate::base::calendar::{self, Date};
pub use owed::Owed;

mod owed;

/// How an obligation stands on the day asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It has not opened yet.
    Upcoming,
    /// It is open, and its last day has not passed.
    Due,
    /// Its last day has passed, and it can still be met.
    Overdue,
    /// It can no longer be met.
    Missed,
    /// It is met.
    Done,
}

/// The event that an obligation comes from, and its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Trigger {
    /// The event's name.
    pub event: &'static str,
    /// The day that counts.
    #[serde(with = "calendar::date")]
    #[schemars(with = "Date")]
    pub on: Date,
}

/// Who has to do it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Responsible {
    /// In which role.
    pub role: Role,
    /// In which organisation.
    pub organisation: Org,
}

/// Something that is owed: what, by which rule, from what, from when, until when, by whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Obligation {
    /// The rule.
    pub rule: &'static str,
    /// What is owed.
    pub what: Owed,
    /// Where it comes from.
    pub trigger: Trigger,
    /// The first day on which it can be done.
    #[serde(with = "calendar::date")]
    #[schemars(with = "Date")]
    pub opens_on: Date,
    /// The last day on which it is in time.
    #[serde(
        with = "calendar::optional_date",
        skip_serializing_if = "Option::is_none"
    )]
    #[schemars(with = "Option<Date>")]
    pub due_by: Option<Date>,
    /// The last day on which it can be met at all.
    #[serde(
        with = "calendar::optional_date",
        skip_serializing_if = "Option::is_none"
    )]
    #[schemars(with = "Option<Date>")]
    pub expires_on: Option<Date>,
    /// The day on which it was met.
    #[serde(
        with = "calendar::optional_date",
        skip_serializing_if = "Option::is_none"
    )]
    #[schemars(with = "Option<Date>")]
    pub done_on: Option<Date>,
    /// How it stands on the day asked for.
    pub status: Status,
    /// Who has to do it.
    pub responsible: Responsible,
}

impl Obligation {
    /// An obligation that opens on `opens_on` and has no end yet; [`Self::judged`] gives its status.
    pub fn new(
        what: Owed,
        trigger: (&'static str, Date),
        opens_on: Date,
        responsible: (Role, &Org),
    ) -> Self {
        let (event, on) = trigger;
        let (role, organisation) = responsible;
        Self {
            rule: what.rule(),
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
        (self.opens_on, self.rule).cmp(&(other.opens_on, other.rule))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        calendar::parse_date(text).unwrap()
    }

    #[test]
    fn the_status_follows_the_days() {
        let org: Org = "10670".into();
        let row = Obligation::new(
            Owed::FirstTrace,
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
