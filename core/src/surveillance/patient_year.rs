//! The years of an SMI-V person and their parts: how many follow-ups each asks for (SV-02).

use crate::base::calendar::Date;
use crate::policy::ScheduleNumbers;

const MONTHS_OF_A_YEAR: u32 = 12;

/// A year of a person: from the day after `after` on.
#[derive(Debug, Clone, Copy)]
pub(super) struct PatientYear {
    index_on: Date,
    /// 0 for year 1.
    number: u32,
    /// The index date, or its anniversary.
    pub after: Date,
}

/// A part of a year: the time of one follow-up.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    pub first_day: Date,
    pub last_day: Date,
}

impl PatientYear {
    /// The years of a person that begin within the calendar.
    pub fn all(index_on: Date) -> impl Iterator<Item = Self> {
        (0..).map_while(move |number| {
            Some(Self {
                index_on,
                number,
                after: index_on.add_years(number)?,
            })
        })
    }

    /// Its last day; none beyond the calendar.
    pub fn last_day(self) -> Option<Date> {
        self.index_on.add_years(self.number.checked_add(1)?)
    }

    /// How many follow-ups it asks for.
    pub fn owed(self, numbers: &ScheduleNumbers) -> u32 {
        match self.number {
            0 => numbers.smiv_first_year,
            _ => numbers.smiv_later_years,
        }
    }

    /// Its parts, as many as follow-ups are asked for, of equal months; those beyond the calendar are none.
    pub fn parts(self, numbers: &ScheduleNumbers) -> impl Iterator<Item = Part> {
        let owed = self.owed(numbers);
        (0..owed).map_while(move |part| {
            Some(Part {
                first_day: self.end_of(part, owed)?.next()?,
                last_day: self.end_of(part.checked_add(1)?, owed)?,
            })
        })
    }

    /// Those of these days, which are in order, that lie in it.
    pub fn days(self, days: &[Date]) -> &[Date] {
        let through = self.last_day().unwrap_or(Date::LAST);
        let first = days.partition_point(|day| *day <= self.after);
        let end = days.partition_point(|day| *day <= through);
        days.get(first..end).unwrap_or_default()
    }

    /// The last day of the first `parts` of `owed` parts.
    fn end_of(self, parts: u32, owed: u32) -> Option<Date> {
        let before = self.number.checked_mul(MONTHS_OF_A_YEAR)?;
        let months = MONTHS_OF_A_YEAR.checked_div(owed)?.checked_mul(parts)?;
        self.index_on.add_months(before.checked_add(months)?)
    }
}

/// How a person was followed up until a day (KP-16).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Care {
    /// Patient-years that were complete on that day.
    pub completed_years: u32,
    /// Whether each of them has the follow-ups that it asks for.
    pub years_met: bool,
    /// Whether the running year has as many as parts of it were complete.
    pub running_year_met: bool,
}

impl Care {
    /// Of a person with these follow-up days, in order, one a day; a part or a year that ends on `until` is complete.
    pub fn of(index_on: Date, days: &[Date], until: Date, numbers: &ScheduleNumbers) -> Self {
        let ended = days.partition_point(|day| *day <= until);
        let days = days.get(..ended).unwrap_or_default();
        let mut care = Self {
            completed_years: 0,
            years_met: true,
            running_year_met: true,
        };
        for year in PatientYear::all(index_on) {
            let followed = year.days(days).len();
            if year.last_day().is_none_or(|last| until < last) {
                let parts = year.parts(numbers);
                let complete = parts.take_while(|part| part.last_day <= until).count();
                care.running_year_met = followed >= complete;
                break;
            }
            care.completed_years = care.completed_years.saturating_add(1);
            care.years_met &= u32::try_from(followed).is_ok_and(|n| n >= year.owed(numbers));
        }
        care
    }
}
