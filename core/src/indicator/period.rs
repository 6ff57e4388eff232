//! The time of an indicator: from 1 October through the end of a quarter (TM-5).

use crate::base::calendar::{Date, FiscalYear, Quarter};
use crate::base::data_error::{DataCode, DataError};
use crate::base::text::{Text, text};

/// The time that an indicator counts, from 1 October through the end of a quarter (รอบประเมินผล).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The fiscal year, B.E.
    pub fiscal_year: FiscalYear,
    /// The quarter with which it ends.
    pub quarter: Quarter,
}

impl Period {
    /// The period of a fiscal year (B.E.) that ends with a quarter, 1 to 4.
    ///
    /// # Errors
    ///
    /// `unknown_value`: a year that is none of the Buddhist era, or another quarter.
    ///
    /// ```
    /// use bosoto::indicator::Period;
    ///
    /// let period = Period::new(2568, 2)?;
    /// assert_eq!(period.first_day().to_string(), "2024-10-01");
    /// assert_eq!(period.last_day().to_string(), "2025-03-31");
    /// assert_eq!(Period::new(2025, 2).unwrap_err().code.name(), "unknown_value");
    /// # Ok::<(), bosoto::DataError>(())
    /// ```
    pub fn new(fiscal_year: i64, quarter: i64) -> Result<Self, DataError> {
        let year = i32::try_from(fiscal_year).ok();
        let year = year.and_then(|year| FiscalYear::new(year).ok());
        let number = u8::try_from(quarter).ok();
        Ok(Self {
            fiscal_year: year.ok_or_else(|| unknown(NO_YEAR))?,
            quarter: number
                .and_then(Quarter::from_number)
                .ok_or_else(|| unknown(NO_QUARTER))?,
        })
    }

    /// 1 October.
    #[must_use]
    pub fn first_day(self) -> Date {
        self.fiscal_year.first_day()
    }

    /// The last day of the quarter.
    #[must_use]
    pub fn last_day(self) -> Date {
        self.quarter.last_day(self.fiscal_year)
    }

    /// Whether a day lies in it.
    #[must_use]
    pub fn holds(self, day: Date) -> bool {
        (self.first_day()..=self.last_day()).contains(&day)
    }
}

fn unknown(wording: Text) -> DataError {
    DataError::new(DataCode::UnknownValue, wording)
}

const NO_YEAR: Text = text!(
    "ปีงบประมาณต้องเป็น พ.ศ. ตั้งแต่ 2400 ถึง 2943 เช่น 2568 โปรดแก้ไข",
    "the fiscal year is one of the Buddhist era, 2400 to 2943, such as 2568; where it is of the common era, add 543",
);
const NO_QUARTER: Text = text!(
    "ไตรมาสต้องเป็น 1 2 3 หรือ 4 โปรดแก้ไข",
    "the quarter is 1, 2, 3 or 4; correct it",
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kp_a_fiscal_year_below_2400_and_another_quarter_are_unknown_values() {
        for (year, quarter) in [
            (2399, 1),
            (2025, 1),
            (-1, 1),
            (2944, 1),
            (i64::MAX, 1),
            (2568, 0),
            (2568, 5),
            (2568, -1),
        ] {
            let error = Period::new(year, quarter).unwrap_err();
            assert_eq!(error.code, DataCode::UnknownValue, "{year} {quarter}");
            assert_eq!(error.message.unfilled().next(), None);
        }
        assert!(Period::new(2400, 1).is_ok());
    }
}
