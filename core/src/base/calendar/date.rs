//! The civil date.

use std::fmt;

use chrono::{Datelike as _, Days, Months, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::ascii::{self, Ascii};
use super::rules::{TM_2, TM_4};
use super::wire::TextVisitor;
use super::{CalendarError, FIRST_BUDDHIST_YEAR, FIRST_YEAR, LAST_BUDDHIST_YEAR, LAST_YEAR};
use crate::base::rule::{Applied, applies};
use crate::base::shape::{Shaped, Ty};

pub(super) const APPLIES: [Applied; 2] = [applies(&TM_2), applies(&TM_4)];

/// A civil date in Thailand (TM-1), in the years 1800 to 2399 C.E.; on the wire `YYYY-MM-DD`.
///
/// ```
/// use bosoto::calendar::Date;
///
/// let date = Date::parse("2024-02-29")?;
/// assert_eq!((date.year(), date.month(), date.day()), (2024, 2, 29));
/// assert_eq!(serde_json::to_string(&date).unwrap(), r#""2024-02-29""#);
/// # Ok::<(), bosoto::calendar::CalendarError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

impl Date {
    /// The first day of the library's years.
    pub const FIRST: Self = Self(NaiveDate::from_ymd_opt(FIRST_YEAR, 1, 1).unwrap());
    /// The last day of the library's years.
    pub const LAST: Self = Self(NaiveDate::from_ymd_opt(LAST_YEAR, 12, 31).unwrap());

    /// The date of a year C.E., a month and a day, if there is one within the library's years.
    ///
    /// ```
    /// use bosoto::calendar::Date;
    ///
    /// const MANUAL: Date = Date::new(2021, 1, 26).unwrap();
    /// assert_eq!(Date::new(2021, 2, 29), None);
    /// assert_eq!(Date::new(2564, 1, 26), None);
    /// ```
    #[must_use]
    pub const fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        if year < FIRST_YEAR || year > LAST_YEAR {
            return None;
        }
        match NaiveDate::from_ymd_opt(year, month, day) {
            Some(date) => Some(Self(date)),
            None => None,
        }
    }

    /// Reads the wire's date: `YYYY-MM-DD`, ASCII digits, C.E.
    ///
    /// # Errors
    ///
    /// `DateShape`, `BuddhistYear` (a year of 2400 to 2942), `OutOfRange` (before 1800, or later: 543 was then added
    /// more than once) or `ImpossibleDate`.
    ///
    /// ```
    /// use bosoto::calendar::{CalendarError, Date};
    ///
    /// assert!(Date::parse("2024-02-29").is_ok());
    /// assert_eq!(Date::parse("2021-02-29"), Err(CalendarError::ImpossibleDate));
    /// assert_eq!(Date::parse("2021-4-3"), Err(CalendarError::DateShape));
    /// ```
    pub fn parse(text: &str) -> Result<Self, CalendarError> {
        let text = text.as_bytes().try_into().ok();
        let (year, month, day) = text
            .and_then(ascii::year_month_day)
            .ok_or(CalendarError::DateShape)?;
        Self::from_common(year, month, day)
    }

    /// Reads the date of the 43-file standard: `YYYYMMDD`, ASCII digits, C.E. (RV-05).
    ///
    /// # Errors
    ///
    /// Those of [`Date::parse`].
    ///
    /// ```
    /// use bosoto::calendar::Date;
    ///
    /// assert_eq!(Date::parse_compact("20210403"), Date::parse("2021-04-03"));
    /// ```
    pub fn parse_compact(text: &str) -> Result<Self, CalendarError> {
        let &[y1, y2, y3, y4, m1, m2, d1, d2] = text.as_bytes() else {
            return Err(CalendarError::DateShape);
        };
        let read = |digits: &[u8]| ascii::number(digits).ok_or(CalendarError::DateShape);
        let year = read(&[y1, y2, y3, y4])?.cast_signed();
        Self::from_common(year, read(&[m1, m2])?, read(&[d1, d2])?)
    }

    /// The date so many days after 1 January 1970, as columns of dates count them.
    ///
    /// `None` outside the years 1800 to 2399.
    ///
    /// ```
    /// use bosoto::calendar::Date;
    ///
    /// assert_eq!(Date::from_epoch_days(18_720), Date::new(2021, 4, 3));
    /// assert_eq!(Date::from_epoch_days(i32::MAX), None);
    /// ```
    #[must_use]
    pub fn from_epoch_days(days: i32) -> Option<Self> {
        Self::of(NaiveDate::from_epoch_days(days)?)
    }

    /// So many days after 1 January 1970.
    ///
    /// ```
    /// use bosoto::calendar::Date;
    ///
    /// assert_eq!(Date::new(2021, 4, 3).unwrap().epoch_days(), 18_720);
    /// ```
    #[must_use]
    pub fn epoch_days(self) -> i32 {
        self.0.to_epoch_days()
    }

    /// The date of a year that was written in C.E.
    fn from_common(year: i32, month: u32, day: u32) -> Result<Self, CalendarError> {
        if (FIRST_BUDDHIST_YEAR..=LAST_BUDDHIST_YEAR).contains(&year) {
            return Err(CalendarError::BuddhistYear);
        }
        Self::from_year(year, month, day)
    }

    /// The date of a year in C.E., whichever era it was written in.
    pub(super) fn from_year(year: i32, month: u32, day: u32) -> Result<Self, CalendarError> {
        if !(FIRST_YEAR..=LAST_YEAR).contains(&year) {
            return Err(CalendarError::OutOfRange);
        }
        Self::new(year, month, day).ok_or(CalendarError::ImpossibleDate)
    }

    /// The day on which N full days from this one are reached: D + N (TM-2, ครบ N วัน).
    ///
    /// `None` outside the years 1800 to 2399.
    ///
    /// ```
    /// use bosoto::calendar::Date;
    ///
    /// let absent = Date::parse("2021-04-03")?;
    /// assert_eq!(absent.full_days(14), Some(Date::parse("2021-04-17")?));
    /// # Ok::<(), bosoto::calendar::CalendarError>(())
    /// ```
    #[must_use]
    pub fn full_days(self, n: u32) -> Option<Self> {
        Self::of(self.0.checked_add_days(Days::new(u64::from(n)))?)
    }

    /// The last day, inclusive, of "within N days" from this one: D + N (TM-2, ภายใน / ไม่เกิน N วัน).
    ///
    /// `None` outside the years 1800 to 2399.
    ///
    /// ```
    /// use bosoto::calendar::Date;
    ///
    /// let notified = Date::parse("2021-04-17")?;
    /// assert_eq!(notified.within(45), Some(Date::parse("2021-06-01")?));
    /// # Ok::<(), bosoto::calendar::CalendarError>(())
    /// ```
    #[must_use]
    pub fn within(self, n: u32) -> Option<Self> {
        self.full_days(n)
    }

    /// The days from this day to `other`, negative where that is the earlier.
    ///
    /// ```
    /// use bosoto::calendar::Date;
    ///
    /// let days = Date::parse("2021-04-03")?.days_until(Date::parse("2021-04-17")?);
    /// assert_eq!(days, 14);
    /// # Ok::<(), bosoto::calendar::CalendarError>(())
    /// ```
    #[must_use]
    pub fn days_until(self, other: Self) -> i64 {
        other.0.signed_duration_since(self.0).num_days()
    }

    /// This day and `n` calendar months, clamped to the last day of a shorter month (TM-4).
    ///
    /// `None` outside the years 1800 to 2399. Count every month of a series from the same first
    /// date: a clamped day does not come back.
    ///
    /// ```
    /// use bosoto::calendar::Date;
    ///
    /// assert_eq!(Date::parse("2021-01-31")?.add_months(1), Some(Date::parse("2021-02-28")?));
    /// # Ok::<(), bosoto::calendar::CalendarError>(())
    /// ```
    #[must_use]
    pub fn add_months(self, n: u32) -> Option<Self> {
        Self::of(self.0.checked_add_months(Months::new(n))?)
    }

    /// This day and `n` calendar years; 29 Feb becomes 28 Feb in a common year (TM-4).
    ///
    /// `None` outside the years 1800 to 2399.
    ///
    /// ```
    /// use bosoto::calendar::Date;
    ///
    /// assert_eq!(Date::parse("2024-02-29")?.add_years(1), Some(Date::parse("2025-02-28")?));
    /// # Ok::<(), bosoto::calendar::CalendarError>(())
    /// ```
    #[must_use]
    pub fn add_years(self, n: u32) -> Option<Self> {
        self.add_months(n.checked_mul(12)?)
    }

    /// The day after, if it lies within the library's years.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::of(self.0.succ_opt()?)
    }

    /// The day before, if it lies within the library's years.
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        Self::of(self.0.pred_opt()?)
    }

    /// That day of the same month, if the month has it.
    #[must_use]
    pub fn with_day(self, day: u32) -> Option<Self> {
        self.0.with_day(day).map(Self)
    }

    /// The year, C.E.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month.
    #[must_use]
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// The date, if its year is one that the library works with.
    pub(super) fn of(date: NaiveDate) -> Option<Self> {
        (Self::FIRST.0..=Self::LAST.0)
            .contains(&date)
            .then_some(Self(date))
    }

    /// The date of an instant, which lies within the library's years.
    pub(super) const fn of_instant(date: NaiveDate) -> Self {
        Self(date)
    }

    /// For reckoning with a time of day.
    pub(super) const fn naive(self) -> NaiveDate {
        self.0
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = Ascii::<10>::new();
        // Never `None`: ten bytes fit.
        let _ = text.push(&ascii::iso(*self));
        f.pad(text.as_str())
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut text = Ascii::<10>::new();
        // Never `None`: ten bytes fit.
        let _ = text.push(&ascii::iso(*self));
        serializer.serialize_str(text.as_str())
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextVisitor {
            expecting: "a date `YYYY-MM-DD`",
            parse: Self::parse,
        })
    }
}

impl Shaped for Date {
    const TY: Ty = Ty::Date;
}

#[cfg(test)]
mod tests {
    #![allow(clippy::arithmetic_side_effects)]

    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn tm_2_full_days_are_reached_on_d_plus_n() {
        assert_eq!(day("2021-04-03").full_days(14), Some(day("2021-04-17")));
        assert_eq!(day("2021-04-03").full_days(0), Some(day("2021-04-03")));
        assert_eq!(day("2021-04-03").within(14), Some(day("2021-04-17")));
    }

    #[test]
    fn tm_2_out_of_range_is_none() {
        assert_eq!(day("2399-12-31").full_days(1), None);
        assert_eq!(day("2021-04-03").within(u32::MAX), None);
        assert_eq!(Date::LAST.full_days(1), None);
        assert_eq!(Date::LAST.next(), None);
        assert_eq!(Date::FIRST.previous(), None);
    }

    #[test]
    fn tm_4_months_clamp() {
        assert_eq!(day("2021-01-31").add_months(1), Some(day("2021-02-28")));
        assert_eq!(day("2024-01-31").add_months(1), Some(day("2024-02-29")));
        assert_eq!(day("2021-03-31").add_months(1), Some(day("2021-04-30")));
        assert_eq!(day("2021-11-30").add_months(3), Some(day("2022-02-28")));
        assert_eq!(day("2399-12-01").add_months(1), None);
        assert_eq!(Date::LAST.add_months(u32::MAX), None);
    }

    #[test]
    fn tm_4_years_clamp() {
        assert_eq!(day("2024-02-29").add_years(1), Some(day("2025-02-28")));
        assert_eq!(day("2024-02-29").add_years(4), Some(day("2028-02-29")));
        assert_eq!(day("2024-02-29").add_years(u32::MAX), None);
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
            ("2942-12-31", BuddhistYear),
            ("2943-01-01", OutOfRange),
            ("3110-06-03", OutOfRange),
            ("1799-12-31", OutOfRange),
            ("2021-02-29", ImpossibleDate),
            ("2021-13-01", ImpossibleDate),
            ("2021-00-10", ImpossibleDate),
        ];
        for (text, error) in cases {
            assert_eq!(Date::parse(text), Err(error), "{text}");
        }
        assert_eq!(Date::parse("2399-12-31"), Ok(Date::LAST));
        assert_eq!(Date::parse("1800-01-01"), Ok(Date::FIRST));
    }

    #[test]
    fn tm_6_compact_is_strict() {
        let compact = Date::parse_compact;
        assert_eq!(compact("20240229"), Ok(day("2024-02-29")));
        assert_eq!(compact("25670229"), Err(CalendarError::BuddhistYear));
        assert_eq!(compact("2024022"), Err(CalendarError::DateShape));
        assert_eq!(compact("2024-2-9"), Err(CalendarError::DateShape));
        assert_eq!(compact("20230229"), Err(CalendarError::ImpossibleDate));
    }

    #[test]
    fn tm_1_a_date_that_could_not_be_read_again_cannot_be_made() {
        assert_eq!(Date::new(2400, 1, 1), None);
        assert_eq!(Date::new(1799, 12, 31), None);
        assert_eq!(Date::new(i32::MAX, 1, 1), None);
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Row {
        on: Date,
        #[serde(skip_serializing_if = "Option::is_none")]
        until: Option<Date>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        visits: Vec<Date>,
    }

    #[test]
    fn tm_1_dates_round_trip() {
        for json in [
            r#"{"on":"2021-04-03"}"#,
            r#"{"on":"2021-04-03","until":"2024-02-29","visits":["1800-01-01","2399-12-31"]}"#,
        ] {
            let row: Row = serde_json::from_str(json).unwrap();
            assert_eq!(serde_json::to_string(&row).unwrap(), json);
            let buffered: Row =
                serde_json::from_value(serde_json::from_str(json).unwrap()).unwrap();
            assert_eq!(buffered, row);
        }
        let row: Row = serde_json::from_str(r#"{"on":"2021-04-03","until":null}"#).unwrap();
        assert_eq!(row.until, None);
    }

    #[test]
    fn tm_6_serde_errors_speak_as_the_calendar() {
        for json in [
            r#"{"on":"2564-04-03"}"#,
            r#"{"on":"2021-04-03","until":"2564-04-03"}"#,
        ] {
            let error = serde_json::from_str::<Row>(json).unwrap_err().to_string();
            assert!(
                error.starts_with(&CalendarError::BuddhistYear.to_string()),
                "{error}"
            );
        }
        let error = serde_json::from_str::<Row>(r#"{"on":3}"#)
            .unwrap_err()
            .to_string();
        assert!(error.contains("expected a date `YYYY-MM-DD`"), "{error}");
    }

    proptest! {
        #[test]
        fn tm_2_days_until_inverts_full_days(days in 0u32..100_000) {
            let from = day("2021-04-03");
            let to = from.full_days(days).unwrap();
            prop_assert_eq!(from.days_until(to), i64::from(days));
            prop_assert_eq!(to.days_until(from), -i64::from(days));
        }

        #[test]
        fn tm_4_months_keep_the_day_or_clamp_to_the_last(offset in 0u32..200_000, n in 0u32..240) {
            let from = day("1800-01-01").full_days(offset).unwrap();
            let to = from.add_months(n).unwrap();
            prop_assert!(to.day() == from.day() || to.next().unwrap().day() == 1);
            prop_assert_eq!((from.month() + n) % 12, to.month() % 12);
        }

        #[test]
        fn tm_6_parsers_never_panic(text in "\\PC*") {
            let _ = (Date::parse(&text), Date::parse_compact(&text));
        }
    }
}
