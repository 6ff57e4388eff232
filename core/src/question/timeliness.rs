//! How timely the work was: what was owed in a time by each unit, district or tambon, and what became of it.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::base::area::district_of;
use crate::base::calendar::Date;
use crate::base::shape::{Shape, Shaped, Ty};
use crate::lifecycle::{Outcome, Settled};
use crate::lifecycles::any::AnyCase;
use crate::policy::Policy;
use crate::schedule::Owed;

/// By what the work is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, serde::Deserialize, Shape)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// By the organisation that is responsible.
    #[title("หน่วยงานที่รับผิดชอบ", "responsible organisation")]
    Unit,
    /// By the district in which the person lives.
    #[title("อำเภอที่ผู้ป่วยอาศัย", "district of residence")]
    District,
    /// By the tambon in which the person lives.
    #[title("ตำบลที่ผู้ป่วยอาศัย", "tambon of residence")]
    Tambon,
}

/// What was owed at a place, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Shape)]
pub struct Timeliness {
    /// The organisation's, district's or tambon's code; none where the case does not say where the person lives.
    #[title("หน่วยงานหรือพื้นที่", "organisation or area")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// What was owed; none in the row of everything that was.
    #[title("งานที่ต้องทำ", "what is owed")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub what: Option<&'static Owed>,
    /// How much was owed: its last day in time lay in the time asked about.
    #[title("จำนวนงานที่ครบกำหนด", "number owed")]
    pub owed: usize,
    /// How much was done in time.
    #[title("ทำทันกำหนด", "number in time")]
    pub on_time: usize,
    /// How much was done late.
    #[title("ทำช้ากว่ากำหนด", "number late")]
    pub late: usize,
    /// How much was not done and no longer can be.
    #[title("ไม่ได้ทำ", "number missed")]
    pub missed: usize,
    /// How much is not done yet.
    #[title("ยังไม่ได้ทำ", "number open")]
    pub open: usize,
    /// How many days after its last day in time the middle one of what was late was done; none where nothing was late.
    #[title("จำนวนวันที่ช้า (มัธยฐาน)", "median of days late")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub median_days_late: Option<Median>,
}

/// The middle of whole numbers: a whole number or a half.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Median {
    halves: u64,
}

impl Median {
    /// That of some numbers.
    fn of(numbers: &mut [u32]) -> Option<Self> {
        numbers.sort_unstable();
        let last = numbers.len().checked_sub(1)?;
        let middle = |at: usize| numbers.get(at).copied().map(u64::from);
        let halves = middle(last / 2)?.saturating_add(middle(last.div_ceil(2))?);
        Some(Self { halves })
    }

    /// As a number.
    pub fn value(self) -> f64 {
        #[expect(
            clippy::cast_precision_loss,
            reason = "days of a calendar of 2,400 years"
        )]
        let halves = self.halves as f64;
        halves / 2.0
    }
}

/// A decimal: `3` or `3.5`.
impl Serialize for Median {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let half = if self.halves.is_multiple_of(2) {
            ""
        } else {
            ".5"
        };
        serializer.collect_str(&format_args!("{}{half}", self.halves / 2))
    }
}

impl Shaped for Median {
    const TY: Ty = str::TY;
}

/// What became of the work of a case, each with the place to which it counts.
pub fn outcomes(
    case: &dyn AnyCase,
    [start, end]: [Date; 2],
    by: Place,
    policy: &Policy,
) -> Vec<(Option<String>, Settled)> {
    let tambon = case.tambon();
    let place = |settled: &Settled| match by {
        Place::Unit => Some(settled.obligation.responsible.organisation.to_string()),
        Place::District => tambon.and_then(district_of).map(ToOwned::to_owned),
        Place::Tambon => tambon.map(ToOwned::to_owned),
    };
    let settled = case.outcomes(start, end, policy).into_iter();
    settled.map(|settled| (place(&settled), settled)).collect()
}

/// Counts what became of work.
#[derive(Debug, Clone, Default)]
pub struct Counted(BTreeMap<Key, Count>);

/// The place, and what was owed: none for everything.
type Key = (Option<String>, Option<(&'static str, &'static str)>);

#[derive(Debug, Clone, Default)]
struct Count {
    what: Option<&'static Owed>,
    on_time: usize,
    missed: usize,
    open: usize,
    days_late: Vec<u32>,
}

impl Counted {
    /// One more.
    pub fn add(&mut self, place: Option<String>, settled: &Settled) {
        let what = settled.obligation.what;
        let all = self.0.entry((place.clone(), None)).or_default();
        all.add(settled);
        let of_kind = (place, Some((what.rule.id, what.name)));
        let one = self.0.entry(of_kind).or_default();
        one.what = Some(what);
        one.add(settled);
    }

    /// The rows: place by place, everything of it first.
    pub fn rows(self) -> Vec<Timeliness> {
        let rows = self.0.into_iter();
        rows.map(|((place, _), count)| count.row(place)).collect()
    }
}

impl Count {
    fn add(&mut self, settled: &Settled) {
        let count = match settled.outcome {
            Outcome::OnTime => &mut self.on_time,
            Outcome::Missed => &mut self.missed,
            Outcome::Open => &mut self.open,
            Outcome::Late => return self.days_late.push(settled.days_late),
        };
        *count = count.saturating_add(1);
    }

    fn row(mut self, place: Option<String>) -> Timeliness {
        let late = self.days_late.len();
        let done = self.on_time.saturating_add(late);
        Timeliness {
            place,
            what: self.what,
            owed: done.saturating_add(self.missed).saturating_add(self.open),
            on_time: self.on_time,
            late,
            missed: self.missed,
            open: self.open,
            median_days_late: Median::of(&mut self.days_late),
        }
    }
}
