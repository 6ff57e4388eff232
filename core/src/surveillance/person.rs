//! What the rows of one person come to: whether it is SMI-V and since when (SV-01), its follow-ups (SV-02), its repeated
//! violence (SV-03), what is worth a warning (SV-04).

use super::codes::Special;
use super::follow_up::counting_days;
use super::register::NamedRow;
use super::rules::SV_03;
use crate::base::calendar::Date;
use crate::base::order;
use crate::base::rule::{Applied, applies};
use crate::record::between::earliest;
use crate::record::withheld::Shown;

pub(super) const APPLIES: Applied = applies(&SV_03);

/// A person, whose patients in the facilities are joined (SV-05).
pub(super) struct Human {
    has_cid: bool,
    died_on: Option<Date>,
    /// The first diagnosis that makes a person SMI-V.
    pub diagnosed_on: Option<Date>,
}

impl Human {
    pub const fn new(has_cid: bool) -> Self {
        Self {
            has_cid,
            died_on: None,
            diagnosed_on: None,
        }
    }

    /// A patient is this person too.
    pub fn joins(&mut self, died_on: Option<Date>, diagnosed_on: Option<Date>) {
        self.died_on = earliest(self.died_on, died_on);
        self.diagnosed_on = earliest(self.diagnosed_on, diagnosed_on);
    }
}

/// An SMI-V person.
pub(crate) struct Smiv<'a> {
    /// The id by which an indicator lists the person: that of the patient with the earliest violence.
    pub id: String,
    /// The facility to which the person belongs.
    pub hospcode: Shown<'a>,
    /// Whether a citizen id is known.
    pub has_cid: bool,
    /// The first day on which a diagnosis and violence were on record (SV-01).
    pub index_on: Date,
    /// The earliest recorded day of death.
    pub died_on: Option<Date>,
    /// The days of the follow-ups that count, in order.
    pub follow_ups: Vec<Date>,
    /// The days of repeated violence, in order.
    pub repeats: Vec<Date>,
    /// What is worth a warning, by code and day.
    pub warned: Vec<Warned>,
}

/// A row that is worth a warning (SV-04).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Warned {
    pub code: &'static str,
    pub on: Date,
}

impl<'a> Smiv<'a> {
    /// What rows through `until` say of a person; nothing where it is not SMI-V, or only after its death.
    pub(super) fn of(human: &Human, until: Date, rows: &[NamedRow<'a>]) -> Option<Self> {
        let until = earliest(Some(until), human.died_on)?;
        let violence = rows.iter().filter(|row| row.what == Special::Violence);
        let first = violence.min_by_key(|row| (row.on, row.hospcode.id, row.pid.id))?;
        let index_on = human.diagnosed_on?.max(first.on);
        if index_on > until {
            return None;
        }
        let rows: Vec<&NamedRow<'_>> = rows.iter().filter(|row| row.on <= until).collect();
        let followed = rows.iter().filter(|row| row.what == Special::FollowUp);
        Some(Self {
            id: first.member_id(),
            hospcode: first.hospcode,
            has_cid: human.has_cid,
            index_on,
            died_on: human.died_on,
            follow_ups: counting_days(followed.map(|row| row.on), index_on, until),
            repeats: repeats(&rows, index_on),
            warned: warned(&rows, index_on),
        })
    }
}

/// The days of violence after the index date, in visits without a follow-up (SV-03).
fn repeats(rows: &[&NamedRow<'_>], index_on: Date) -> Vec<Date> {
    let is_later = |row: &&&NamedRow<'_>| row.what == Special::Violence && row.on > index_on;
    let mut later = rows.iter().filter(is_later).peekable();
    if later.peek().is_none() {
        return Vec::new();
    }
    let visits = FollowUpVisits::of(rows);
    let alone = later.filter(|row| !visits.include(row));
    let mut days: Vec<Date> = alone.map(|row| row.on).collect();
    order::sort(&mut days);
    days
}

/// The visits of a person that carry a follow-up: one is told by its SEQ, and where either row lacks it, by facility
/// and day (SV-03). Each list is in order.
struct FollowUpVisits<'a> {
    by_seq: Vec<(&'a str, &'a str, &'a [u8])>,
    by_day: Vec<(&'a str, Date)>,
    by_day_without_seq: Vec<(&'a str, Date)>,
}

impl<'a> FollowUpVisits<'a> {
    fn of(rows: &[&NamedRow<'a>]) -> Self {
        let followed = || rows.iter().filter(|row| row.what == Special::FollowUp);
        let with_seq = followed().filter(|row| !row.seq.is_empty());
        let without_seq = followed().filter(|row| row.seq.is_empty());
        Self {
            by_seq: sorted(with_seq.map(|row| (row.hospcode.id, row.pid.id, row.seq))),
            by_day: sorted(followed().map(|row| (row.hospcode.id, row.on))),
            by_day_without_seq: sorted(without_seq.map(|row| (row.hospcode.id, row.on))),
        }
    }

    fn include(&self, row: &NamedRow<'_>) -> bool {
        let day = (row.hospcode.id, row.on);
        if row.seq.is_empty() {
            return self.by_day.binary_search(&day).is_ok();
        }
        let visit = (row.hospcode.id, row.pid.id, row.seq);
        self.by_seq.binary_search(&visit).is_ok()
            || self.by_day_without_seq.binary_search(&day).is_ok()
    }
}

fn sorted<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut items: Vec<T> = items.collect();
    order::sort(&mut items);
    items
}

/// The rows from the index date on that are worth a warning (SV-04).
fn warned(rows: &[&NamedRow<'_>], index_on: Date) -> Vec<Warned> {
    let from_index = rows.iter().filter(|row| row.on >= index_on);
    sorted(from_index.filter_map(|row| {
        let code = row.what.warned()?;
        Some(Warned { code, on: row.on })
    }))
}
