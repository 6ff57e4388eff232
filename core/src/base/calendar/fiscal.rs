//! Fiscal years and quarters (TM-5).

use super::rules::TM_5;
use super::{BUDDHIST_OFFSET, CalendarError, Date, FIRST_BUDDHIST_YEAR, FIRST_YEAR, LAST_YEAR};
use crate::base::rule::{Applied, applies};
use crate::base::shape::{Shaped, Ty};

pub(super) const APPLIES: Applied = applies(&TM_5);

/// A fiscal year (ปีงบประมาณ), named by its B.E. year Y: 1 Oct of Y − 1 to 30 Sep of Y (TM-5).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(try_from = "i32", into = "i32")]
pub struct FiscalYear(i32);

impl Shaped for FiscalYear {
    const TY: Ty = Ty::Integer {
        min: 2400,
        max: 2943,
    };
}

impl FiscalYear {
    /// The fiscal year of that B.E. number.
    ///
    /// # Errors
    ///
    /// `CommonYear` below 2400 (TM-6), `OutOfRange` above 2943.
    pub const fn new(year: i32) -> Result<Self, CalendarError> {
        if year < FIRST_BUDDHIST_YEAR {
            Err(CalendarError::CommonYear)
        } else if year > LAST_YEAR.saturating_add(BUDDHIST_OFFSET).saturating_add(1) {
            Err(CalendarError::OutOfRange)
        } else {
            Ok(Self(year))
        }
    }

    /// The fiscal year in which `date` lies.
    ///
    /// ```
    /// use bosoto::calendar::{Date, FiscalYear};
    ///
    /// let year = FiscalYear::of(Date::parse("2024-10-01")?);
    /// assert_eq!(year, FiscalYear::new(2568)?);
    /// assert_eq!(year.first_day(), Date::parse("2024-10-01")?);
    /// assert_eq!(year.last_day(), Date::parse("2025-09-30")?);
    /// # Ok::<(), bosoto::calendar::CalendarError>(())
    /// ```
    #[must_use]
    pub fn of(date: Date) -> Self {
        let next = i32::from(date.month() >= 10);
        Self(
            date.year()
                .saturating_add(BUDDHIST_OFFSET)
                .saturating_add(next),
        )
    }

    /// Its number, B.E.
    #[must_use]
    pub const fn number(self) -> i32 {
        self.0
    }

    /// 1 Oct of the year before, or the first day of the library's years.
    #[must_use]
    pub fn first_day(self) -> Date {
        Quarter::Q1.first_day(self)
    }

    /// 30 Sep., or the last day of the library's years.
    #[must_use]
    pub fn last_day(self) -> Date {
        Quarter::Q4.last_day(self)
    }

    /// The C.E. year in which it ends.
    const fn common(self) -> i32 {
        self.0.saturating_sub(BUDDHIST_OFFSET)
    }
}

impl TryFrom<i32> for FiscalYear {
    type Error = CalendarError;

    fn try_from(year: i32) -> Result<Self, CalendarError> {
        Self::new(year)
    }
}

impl From<FiscalYear> for i32 {
    fn from(year: FiscalYear) -> Self {
        year.0
    }
}

/// A quarter of a fiscal year (TM-5); on the wire 1 to 4.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(try_from = "u8", into = "u8")]
pub enum Quarter {
    /// October to December.
    Q1,
    /// January to March.
    Q2,
    /// April to June.
    Q3,
    /// July to September.
    Q4,
}

impl Shaped for Quarter {
    const TY: Ty = Ty::Integer { min: 1, max: 4 };
}

impl Quarter {
    /// The quarters in order.
    pub const ALL: [Self; 4] = [Self::Q1, Self::Q2, Self::Q3, Self::Q4];

    /// The quarter of that number, 1 to 4.
    #[must_use]
    pub const fn from_number(number: u8) -> Option<Self> {
        match number {
            1 => Some(Self::Q1),
            2 => Some(Self::Q2),
            3 => Some(Self::Q3),
            4 => Some(Self::Q4),
            _ => None,
        }
    }

    /// The quarter in which `date` lies.
    ///
    /// ```
    /// use bosoto::calendar::{Date, FiscalYear, Quarter};
    ///
    /// let quarter = Quarter::of(Date::parse("2025-01-15")?);
    /// assert_eq!(quarter, Quarter::Q2);
    /// assert_eq!(quarter.last_day(FiscalYear::new(2568)?), Date::parse("2025-03-31")?);
    /// assert_eq!(quarter.round_months(), 6);
    /// # Ok::<(), bosoto::calendar::CalendarError>(())
    /// ```
    #[must_use]
    pub fn of(date: Date) -> Self {
        match date.month() {
            1..=3 => Self::Q2,
            4..=6 => Self::Q3,
            7..=9 => Self::Q4,
            _ => Self::Q1,
        }
    }

    /// Its number, 1 to 4.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::Q1 => 1,
            Self::Q2 => 2,
            Self::Q3 => 3,
            Self::Q4 => 4,
        }
    }

    /// The months of the round that ends with it: 3, 6, 9 or 12.
    #[must_use]
    pub const fn round_months(self) -> u8 {
        match self {
            Self::Q1 => 3,
            Self::Q2 => 6,
            Self::Q3 => 9,
            Self::Q4 => 12,
        }
    }

    /// Its first day in the fiscal year `year`, or the first or last of the library's years.
    #[must_use]
    pub fn first_day(self, year: FiscalYear) -> Date {
        match self {
            Self::Q1 => nearest(year.common().saturating_sub(1), 10, 1),
            Self::Q2 => nearest(year.common(), 1, 1),
            Self::Q3 => nearest(year.common(), 4, 1),
            Self::Q4 => nearest(year.common(), 7, 1),
        }
    }

    /// Its last day in the fiscal year `year`, or the first or last of the library's years.
    #[must_use]
    pub fn last_day(self, year: FiscalYear) -> Date {
        match self {
            Self::Q1 => nearest(year.common().saturating_sub(1), 12, 31),
            Self::Q2 => nearest(year.common(), 3, 31),
            Self::Q3 => nearest(year.common(), 6, 30),
            Self::Q4 => nearest(year.common(), 9, 30),
        }
    }
}

/// A day that is there in every year, or the nearest of the library's years.
fn nearest(year: i32, month: u32, day: u32) -> Date {
    let beyond = if year < FIRST_YEAR {
        Date::FIRST
    } else {
        Date::LAST
    };
    Date::new(year, month, day).unwrap_or(beyond)
}

impl TryFrom<u8> for Quarter {
    type Error = &'static str;

    fn try_from(number: u8) -> Result<Self, &'static str> {
        Self::from_number(number).ok_or("no such quarter: write 1, 2, 3 or 4")
    }
}

impl From<Quarter> for u8 {
    fn from(quarter: Quarter) -> Self {
        quarter.number()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn tm_5_the_fiscal_year_turns_on_1_october() {
        assert_eq!(FiscalYear::of(day("2024-09-30")).number(), 2567);
        assert_eq!(FiscalYear::of(day("2024-10-01")).number(), 2568);
        assert_eq!(FiscalYear::of(day("2025-09-30")).number(), 2568);
    }

    #[test]
    fn tm_5_quarters_and_rounds() {
        let year = FiscalYear::new(2568).unwrap();
        let ends = ["2024-12-31", "2025-03-31", "2025-06-30", "2025-09-30"];
        let starts = ["2024-10-01", "2025-01-01", "2025-04-01", "2025-07-01"];
        for (index, quarter) in Quarter::ALL.into_iter().enumerate() {
            assert_eq!(quarter.first_day(year), day(starts[index]));
            assert_eq!(quarter.last_day(year), day(ends[index]));
            assert_eq!(quarter.round_months(), quarter.number() * 3);
            assert_eq!(Quarter::from_number(quarter.number()), Some(quarter));
        }
    }

    #[test]
    fn tm_5_years_are_of_the_buddhist_era() {
        assert_eq!(FiscalYear::new(2025), Err(CalendarError::CommonYear));
        assert_eq!(FiscalYear::new(2944), Err(CalendarError::OutOfRange));
        assert_eq!(
            FiscalYear::new(2943).unwrap().first_day(),
            day("2399-10-01")
        );
    }

    #[test]
    fn tm_5_the_ends_of_the_calendar_do_not_panic() {
        for date in [Date::FIRST, Date::LAST] {
            let year = FiscalYear::of(date);
            assert!(year.first_day() <= date && date <= year.last_day());
            for quarter in Quarter::ALL {
                let _ = (quarter.first_day(year), quarter.last_day(year));
            }
        }
    }

    #[test]
    fn tm_5_the_wire_has_numbers() {
        let year: FiscalYear = serde_json::from_str("2568").unwrap();
        assert_eq!(serde_json::to_string(&year).unwrap(), "2568");
        assert!(serde_json::from_str::<FiscalYear>("2025").is_err());
        assert_eq!(serde_json::to_string(&Quarter::Q3).unwrap(), "3");
        assert_eq!(serde_json::from_str::<Quarter>("3").unwrap(), Quarter::Q3);
        assert!(serde_json::from_str::<Quarter>("5").is_err());
    }

    #[test]
    fn tm_5_the_first_day_of_all_lies_in_its_year_and_quarter() {
        let year = FiscalYear::of(Date::FIRST);
        assert_eq!(
            (year.first_day(), year.last_day()),
            (Date::FIRST, day("1800-09-30"))
        );
        assert_eq!(Quarter::Q2.first_day(year), Date::FIRST);
        let last = FiscalYear::of(Date::LAST);
        assert_eq!(Quarter::of(Date::LAST).last_day(last), Date::LAST);
    }

    proptest! {
        #[test]
        fn tm_5_every_day_lies_in_its_year_and_quarter(offset in 0u32..219_000) {
            let date = day("1800-01-01").full_days(offset).unwrap();
            let (year, quarter) = (FiscalYear::of(date), Quarter::of(date));
            prop_assert!(year.first_day() <= date && date <= year.last_day());
            prop_assert!(quarter.first_day(year) <= date && date <= quarter.last_day(year));
        }
    }
}
