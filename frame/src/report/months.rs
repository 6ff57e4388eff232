//! Months, and which of them a trend shows.

use std::collections::BTreeMap;

use bosoto::Date;
use bosoto::calendar::Style;
use bosoto::record::Day;

use super::Language;
use super::counted::Tally;

/// How many months are shown, at most.
pub(super) const SHOWN: u32 = 24;
/// A last month with fewer rows than one in so many of the fullest is taken for a mistake.
const FEW: u64 = 100;

/// A month: twelve times its year C.E., and how many are before it in the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Month(u32);

impl From<Day> for Month {
    fn from(day: Day) -> Self {
        let [year, month] = [day.number() / 10_000, day.number() / 100 % 100];
        Self::new(year, month)
    }
}

impl Month {
    /// The month of a year C.E., from 1.
    pub const fn new(year: u32, month: u32) -> Self {
        Self(
            year.saturating_mul(12)
                .saturating_add(month)
                .saturating_sub(1),
        )
    }

    const fn year(self) -> u32 {
        self.0 / 12
    }

    /// From 1.
    const fn of_year(self) -> u32 {
        (self.0 % 12).saturating_add(1)
    }

    /// Whether a year begins with it.
    pub const fn begins_a_year(self) -> bool {
        self.0.is_multiple_of(12)
    }

    /// Its name and its year: `ม.ค.` `69`, or `Jan` `2026`; a year that two digits do not tell has four.
    pub fn names(self, language: Language) -> [String; 2] {
        let first = Date::new(self.year().cast_signed(), self.of_year(), 1);
        match language {
            Language::Thai => {
                let date = first.map(|day| day.format(Style::ThaiAbbreviated).to_string());
                let date = date.unwrap_or_default();
                let (_, name) = date.split_once(' ').unwrap_or_default();
                let (month, year) = name.split_once(' ').unwrap_or_default();
                let short = year.strip_prefix("25").filter(|rest| rest.len() == 2);
                [month.to_owned(), short.unwrap_or(year).to_owned()]
            }
            Language::English => {
                let names = [
                    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
                    "Dec",
                ];
                let name = names.get((self.0 % 12) as usize).copied();
                [name.unwrap_or_default().to_owned(), self.year().to_string()]
            }
        }
    }
}

/// Rows by month: those that are shown, none left out between the first and the last, and what is around them.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Months {
    pub shown: Vec<(Month, Tally)>,
    pub earlier: Tally,
    pub later: Tally,
    pub undated: Tally,
}

impl Months {
    /// What is shown of months: the last of them up to the day of the export, one with hardly a row not counting as the
    /// last, so that a mistyped year does not empty the chart.
    pub fn of(counted: &BTreeMap<Month, Tally>, undated: Tally, until: Option<Day>) -> Self {
        let mut months = Self {
            undated,
            ..Self::default()
        };
        let until = until.map(Month::from);
        let known = || {
            counted
                .iter()
                .filter(|(month, _)| until.is_none_or(|until| **month <= until))
        };
        let most = known()
            .map(|(_, tally)| tally.rows)
            .max()
            .unwrap_or_default();
        let is_enough = |(_, tally): &(&Month, &Tally)| tally.rows.saturating_mul(FEW) >= most;
        let Some((last, _)) = known().rfind(is_enough) else {
            months.later.extend(counted.values());
            return months;
        };
        let begin = Month(last.0.saturating_sub(SHOWN.saturating_sub(1)));
        let first = counted
            .range(begin..)
            .next()
            .map_or(begin, |(month, _)| *month);
        months
            .earlier
            .extend(counted.range(..first).map(|(_, tally)| tally));
        let after = counted.range(Month(last.0.saturating_add(1))..);
        months.later.extend(after.map(|(_, tally)| tally));
        let tally = |month| counted.get(&month).copied().unwrap_or_default();
        let shown = (first.0..=last.0).map(Month);
        months.shown = shown.map(|month| (month, tally(month))).collect();
        months
    }
}
