//! Civil dates, instants, periods and fiscal years (rules TM-1 to TM-6).
//!
//! - TM-1: a [`Date`] is a civil date in Thailand; an [`Instant`] always carries an offset; no clock is read.
//! - TM-2: "N full days" from D is reached on D + N ([`full_days`]); "within N days" runs through D + N
//!   ([`within`]).
//! - TM-3: hours counted from an instant end at an instant, not at midnight ([`Instant::checked_add_hours`]).
//! - TM-4: months and years are calendar units, clamped to the last day of a shorter month ([`add_months`],
//!   [`add_years`]).
//! - TM-5: fiscal years and quarters ([`FiscalYear`], [`Quarter`]).
//! - TM-6: the Buddhist era is read and written at the edges only ([`parse_thai`], [`format()`]).
//!
//! The library's dates lie in the years 1800 to 2399 C.E.: what would leave them is an error or `None`, never a
//! wrap. Errors never repeat the text they refuse, which may be a person's.

mod ascii;
mod fiscal;
mod instant;
mod thai;
mod wire;

pub use fiscal::{FiscalYear, Quarter};
pub use instant::Instant;
pub use thai::{Formatted, Style, format, parse_thai};
pub use wire::{date, date_list, optional_date};

use chrono::{Days, Months};

/// A civil date in Thailand (TM-1).
pub type Date = chrono::NaiveDate;

/// Buddhist era minus common era (TM-6).
const BUDDHIST_OFFSET: i32 = 543;
/// The first year read as one of the Buddhist era (TM-6).
const FIRST_BUDDHIST_YEAR: i32 = 2400;
/// The first and the last year, C.E., that the library works with.
const FIRST_YEAR: i32 = 1800;
const LAST_YEAR: i32 = 2399;
/// The first and the last day of those years.
const FIRST_DAY: Date = Date::from_ymd_opt(FIRST_YEAR, 1, 1).unwrap();
const LAST_DAY: Date = Date::from_ymd_opt(LAST_YEAR, 12, 31).unwrap();

/// Why a text is no date or no instant. It never holds the text itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum CalendarError {
    /// The text has no shape in which a date is written.
    #[error("not a date: write `YYYY-MM-DD` in the common era")]
    DateShape,
    /// The year of a C.E. shape is of the Buddhist era (TM-6).
    #[error("the year is of the Buddhist era where one of the common era belongs: subtract 543")]
    BuddhistYear,
    /// The year of a B.E. shape is of the common era (TM-6).
    #[error("the year is of the common era where one of the Buddhist era belongs: add 543")]
    CommonYear,
    /// The month does not exist or has no such day.
    #[error("no such day: correct the month or the day")]
    ImpossibleDate,
    /// The year is outside 1800 to 2399 C.E.
    #[error(
        "the year is outside 1800 to 2399 of the common era: correct it, and subtract 543 from a Buddhist year"
    )]
    OutOfRange,
    /// The text is no RFC 3339 instant.
    #[error(
        "not an instant: write RFC 3339 with seconds and offset, such as `2021-04-17T09:00:00+07:00`"
    )]
    InstantShape,
    /// The instant has no offset (TM-1).
    #[error("the instant has no offset: append `+07:00` for Thai time")]
    InstantWithoutOffset,
    /// The time of day does not exist; a leap second does not either.
    #[error(
        "no such time of day: hours run to 23, minutes and seconds to 59, without leap seconds"
    )]
    ImpossibleTime,
}

impl CalendarError {
    /// The stable code of the error.
    ///
    /// ```
    /// use bosoto::calendar::{CalendarError, parse_date};
    ///
    /// assert_eq!(parse_date("2564-04-03"), Err(CalendarError::BuddhistYear));
    /// assert_eq!(CalendarError::BuddhistYear.code(), "buddhist_year");
    /// ```
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::DateShape => "date_shape",
            Self::BuddhistYear => "buddhist_year",
            Self::CommonYear => "common_year",
            Self::ImpossibleDate => "impossible_date",
            Self::OutOfRange => "out_of_range",
            Self::InstantShape => "instant_shape",
            Self::InstantWithoutOffset => "instant_without_offset",
            Self::ImpossibleTime => "impossible_time",
        }
    }
}

/// Reads the wire's date: `YYYY-MM-DD`, ASCII digits, C.E.
///
/// # Errors
///
/// `DateShape`, `BuddhistYear` (a year of 2400 or later), `OutOfRange` (before 1800) or `ImpossibleDate`.
///
/// ```
/// use bosoto::calendar::{CalendarError, parse_date};
///
/// assert!(parse_date("2024-02-29").is_ok());
/// assert_eq!(parse_date("2021-02-29"), Err(CalendarError::ImpossibleDate));
/// assert_eq!(parse_date("2021-4-3"), Err(CalendarError::DateShape));
/// ```
pub fn parse_date(text: &str) -> Result<Date, CalendarError> {
    let text = text.as_bytes().try_into().ok();
    let (year, month, day) = text
        .and_then(ascii::year_month_day)
        .ok_or(CalendarError::DateShape)?;
    from_common(year, month, day)
}

/// Reads the date of the 43-file standard: `YYYYMMDD`, ASCII digits, C.E. (RV-05).
///
/// # Errors
///
/// Those of [`parse_date`].
///
/// ```
/// use bosoto::calendar::{parse_compact, parse_date};
///
/// assert_eq!(parse_compact("20210403"), parse_date("2021-04-03"));
/// ```
pub fn parse_compact(text: &str) -> Result<Date, CalendarError> {
    let &[y1, y2, y3, y4, m1, m2, d1, d2] = text.as_bytes() else {
        return Err(CalendarError::DateShape);
    };
    let read = |digits: &[u8]| ascii::number(digits).ok_or(CalendarError::DateShape);
    let year = read(&[y1, y2, y3, y4])?.cast_signed();
    from_common(year, read(&[m1, m2])?, read(&[d1, d2])?)
}

/// The day on which N full days from `from` are reached: D + N (TM-2, ครบ N วัน).
///
/// `None` outside the years 1800 to 2399.
///
/// ```
/// use bosoto::calendar::{full_days, parse_date};
///
/// let absent = parse_date("2021-04-03")?;
/// assert_eq!(full_days(absent, 14), Some(parse_date("2021-04-17")?));
/// # Ok::<(), bosoto::calendar::CalendarError>(())
/// ```
#[must_use]
pub fn full_days(from: Date, n: u32) -> Option<Date> {
    in_range(from.checked_add_days(Days::new(u64::from(n)))?)
}

/// The last day, inclusive, of "within N days" from `from`: D + N (TM-2, ภายใน / ไม่เกิน N วัน).
///
/// `None` outside the years 1800 to 2399.
///
/// ```
/// use bosoto::calendar::{parse_date, within};
///
/// let notified = parse_date("2021-04-17")?;
/// assert_eq!(within(notified, 45), Some(parse_date("2021-06-01")?));
/// # Ok::<(), bosoto::calendar::CalendarError>(())
/// ```
#[must_use]
pub fn within(from: Date, n: u32) -> Option<Date> {
    full_days(from, n)
}

/// The days from `a` to `b`, negative where `b` is the earlier.
///
/// ```
/// use bosoto::calendar::{days_between, parse_date};
///
/// let days = days_between(parse_date("2021-04-03")?, parse_date("2021-04-17")?);
/// assert_eq!(days, 14);
/// # Ok::<(), bosoto::calendar::CalendarError>(())
/// ```
#[must_use]
pub fn days_between(a: Date, b: Date) -> i64 {
    b.signed_duration_since(a).num_days()
}

/// `date` and `n` calendar months, clamped to the last day of a shorter month (TM-4).
///
/// `None` outside the years 1800 to 2399. Count every month of a series from the same first date: a clamped day
/// does not come back.
///
/// ```
/// use bosoto::calendar::{add_months, parse_date};
///
/// assert_eq!(add_months(parse_date("2021-01-31")?, 1), Some(parse_date("2021-02-28")?));
/// # Ok::<(), bosoto::calendar::CalendarError>(())
/// ```
#[must_use]
pub fn add_months(date: Date, n: u32) -> Option<Date> {
    in_range(date.checked_add_months(Months::new(n))?)
}

/// `date` and `n` calendar years; 29 Feb becomes 28 Feb in a common year (TM-4).
///
/// `None` outside the years 1800 to 2399.
///
/// ```
/// use bosoto::calendar::{add_years, parse_date};
///
/// assert_eq!(add_years(parse_date("2024-02-29")?, 1), Some(parse_date("2025-02-28")?));
/// # Ok::<(), bosoto::calendar::CalendarError>(())
/// ```
#[must_use]
pub fn add_years(date: Date, n: u32) -> Option<Date> {
    add_months(date, n.checked_mul(12)?)
}

/// `date` if its year is one that the library works with.
fn in_range(date: Date) -> Option<Date> {
    (FIRST_DAY..=LAST_DAY).contains(&date).then_some(date)
}

/// The date of a year that was written in C.E.
fn from_common(year: i32, month: u32, day: u32) -> Result<Date, CalendarError> {
    if year >= FIRST_BUDDHIST_YEAR {
        return Err(CalendarError::BuddhistYear);
    }
    from_year(year, month, day)
}

/// The date of a year in C.E., whichever era it was written in.
fn from_year(year: i32, month: u32, day: u32) -> Result<Date, CalendarError> {
    if !(FIRST_YEAR..=LAST_YEAR).contains(&year) {
        return Err(CalendarError::OutOfRange);
    }
    Date::from_ymd_opt(year, month, day).ok_or(CalendarError::ImpossibleDate)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::arithmetic_side_effects)]

    use super::*;
    use chrono::Datelike;
    use proptest::prelude::*;

    fn day(text: &str) -> Date {
        parse_date(text).unwrap()
    }

    #[test]
    fn tm_2_full_days_are_reached_on_d_plus_n() {
        assert_eq!(full_days(day("2021-04-03"), 14), Some(day("2021-04-17")));
        assert_eq!(full_days(day("2021-04-03"), 0), Some(day("2021-04-03")));
        assert_eq!(within(day("2021-04-03"), 14), Some(day("2021-04-17")));
    }

    #[test]
    fn tm_2_out_of_range_is_none() {
        assert_eq!(full_days(day("2399-12-31"), 1), None);
        assert_eq!(within(day("2021-04-03"), u32::MAX), None);
        assert_eq!(full_days(Date::MAX, 1), None);
    }

    #[test]
    fn tm_4_months_clamp() {
        assert_eq!(add_months(day("2021-01-31"), 1), Some(day("2021-02-28")));
        assert_eq!(add_months(day("2024-01-31"), 1), Some(day("2024-02-29")));
        assert_eq!(add_months(day("2021-03-31"), 1), Some(day("2021-04-30")));
        assert_eq!(add_months(day("2021-11-30"), 3), Some(day("2022-02-28")));
        assert_eq!(add_months(day("2399-12-01"), 1), None);
        assert_eq!(add_months(Date::MAX, u32::MAX), None);
    }

    #[test]
    fn tm_4_years_clamp() {
        assert_eq!(add_years(day("2024-02-29"), 1), Some(day("2025-02-28")));
        assert_eq!(add_years(day("2024-02-29"), 4), Some(day("2028-02-29")));
        assert_eq!(add_years(day("2024-02-29"), u32::MAX), None);
    }

    #[test]
    fn tm_6_wire_date_is_strict() {
        use CalendarError::{BuddhistYear, DateShape, ImpossibleDate, OutOfRange};
        let cases = [
            ("2021-4-3", DateShape),
            ("2021-04-3", DateShape),
            ("2021/04/03", DateShape),
            (" 2021-04-03", DateShape),
            ("2021-04-03T00:00:00Z", DateShape),
            ("+021-04-03", DateShape),
            ("๒๐๒๑-04-03", DateShape),
            ("", DateShape),
            ("2564-04-03", BuddhistYear),
            ("2567-02-29", BuddhistYear),
            ("2400-01-01", BuddhistYear),
            ("1799-12-31", OutOfRange),
            ("2021-02-29", ImpossibleDate),
            ("2021-13-01", ImpossibleDate),
            ("2021-00-10", ImpossibleDate),
        ];
        for (text, error) in cases {
            assert_eq!(parse_date(text), Err(error), "{text}");
        }
        assert_eq!(
            parse_date("2399-12-31"),
            Ok(Date::from_ymd_opt(2399, 12, 31).unwrap())
        );
        assert_eq!(
            parse_date("1800-01-01"),
            Ok(Date::from_ymd_opt(1800, 1, 1).unwrap())
        );
    }

    #[test]
    fn tm_6_compact_is_strict() {
        assert_eq!(parse_compact("20240229"), Ok(day("2024-02-29")));
        assert_eq!(parse_compact("25670229"), Err(CalendarError::BuddhistYear));
        assert_eq!(parse_compact("2024022"), Err(CalendarError::DateShape));
        assert_eq!(parse_compact("2024-2-9"), Err(CalendarError::DateShape));
        assert_eq!(
            parse_compact("20230229"),
            Err(CalendarError::ImpossibleDate)
        );
    }

    #[test]
    fn tm_6_error_messages_are_lower_case_without_full_stop() {
        use CalendarError::*;
        let all = [
            DateShape,
            BuddhistYear,
            CommonYear,
            ImpossibleDate,
            OutOfRange,
            InstantShape,
            InstantWithoutOffset,
            ImpossibleTime,
        ];
        let codes: std::collections::BTreeSet<_> = all.iter().map(|error| error.code()).collect();
        assert_eq!(codes.len(), all.len());
        for error in all {
            let message = error.to_string();
            assert!(
                message.starts_with(char::is_lowercase) && !message.ends_with('.'),
                "{message}"
            );
        }
    }

    proptest! {
        #[test]
        fn tm_2_days_between_inverts_full_days(days in 0u32..100_000) {
            let from = day("2021-04-03");
            let to = full_days(from, days).unwrap();
            prop_assert_eq!(days_between(from, to), i64::from(days));
            prop_assert_eq!(days_between(to, from), -i64::from(days));
        }

        #[test]
        fn tm_4_months_keep_the_day_or_clamp_to_the_last(offset in 0u32..200_000, n in 0u32..240) {
            let from = full_days(day("1800-01-01"), offset).unwrap();
            let to = add_months(from, n).unwrap();
            prop_assert!(to.day() == from.day() || to.succ_opt().unwrap().day() == 1);
            prop_assert_eq!((from.month0() + n) % 12, to.month0());
        }

        #[test]
        fn tm_6_parsers_never_panic(text in "\\PC*") {
            let _ = (parse_date(&text), parse_compact(&text), parse_thai(&text), Instant::parse(&text));
        }
    }
}
