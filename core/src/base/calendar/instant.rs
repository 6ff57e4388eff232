//! Instants (TM-1, TM-3).

use super::ascii::{Ascii, iso, number, two_digits, year_month_day};
use super::rules::{TM_1, TM_3};
use super::wire::TextVisitor;
use super::{CalendarError, Date, FIRST_BUDDHIST_YEAR, FIRST_YEAR, LAST_BUDDHIST_YEAR, LAST_YEAR};
use crate::base::rule::{Applied, applies};
use crate::base::shape::{Shaped, Ty};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};
use std::fmt;

pub(super) const APPLIES: [Applied; 2] = [applies(&TM_1), applies(&TM_3)];

/// Seconds by which Thai time is ahead of UTC, all year (TM-1).
const THAI_OFFSET: i32 = 7 * 3600;
/// Length of the longest text: `2021-04-17T09:00:00.123456789+07:00`.
const LONGEST: usize = 35;

/// A point in time, shown as Thai time (TM-1).
///
/// On the wire RFC 3339: read with any offset, written in `+07:00`. Its civil date in Thailand lies in the years
/// 1800 to 2399. It knows no leap second.
///
/// ```
/// use bosoto::calendar::{CalendarError, Date, Instant};
///
/// let instant = Instant::parse("2021-04-16T17:30:00Z")?;
/// assert_eq!(instant.date(), Date::parse("2021-04-17")?);
/// assert_eq!(instant.to_string(), "2021-04-17T00:30:00+07:00");
/// assert_eq!(Instant::parse("2021-04-17T00:30:00"), Err(CalendarError::InstantWithoutOffset));
/// # Ok::<(), CalendarError>(())
/// ```
// Held as Thai wall-clock time, which is UTC + 7 h at all times: the order is that of the instants, and date and
// text need no conversion.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(NaiveDateTime);

impl Instant {
    /// Reads an RFC 3339 instant with an offset; at most nine digits of a second's fraction.
    ///
    /// # Errors
    ///
    /// `InstantShape`, `InstantWithoutOffset`, `ImpossibleDate`, `ImpossibleTime`, or `OutOfRange` where the date
    /// in Thailand leaves the years 1800 to 2399.
    ///
    /// ```
    /// use bosoto::calendar::Instant;
    ///
    /// assert_eq!(Instant::parse("2021-04-17t02:00:00z"), Instant::parse("2021-04-17T09:00:00+07:00"));
    /// ```
    pub fn parse(text: &str) -> Result<Self, CalendarError> {
        let (date, rest) = split(text.as_bytes())?;
        let (time, rest) = split(rest)?;
        let (nanosecond, rest) = fraction(rest)?;
        let written = read_date(date)?.and_time(read_time(time, nanosecond)?);
        Self::from_local(written, offset(rest)?)
    }

    /// The instant of a UTC date and time.
    ///
    /// # Errors
    ///
    /// `ImpossibleTime` for a leap second, `OutOfRange` where the date in Thailand leaves the years 1800 to 2399.
    pub fn from_utc(utc: NaiveDateTime) -> Result<Self, CalendarError> {
        if utc.nanosecond() >= 1_000_000_000 {
            return Err(CalendarError::ImpossibleTime);
        }
        Self::from_local(utc, 0)
    }

    /// The instant at `hour`:`minute` of `date` in Thailand; `None` for an impossible time.
    ///
    /// ```
    /// use bosoto::calendar::{Date, Instant};
    ///
    /// let noon = Instant::from_date_time(Date::parse("2021-04-17")?, 12, 0);
    /// assert_eq!(noon, Some(Instant::parse("2021-04-17T12:00:00+07:00")?));
    /// # Ok::<(), bosoto::calendar::CalendarError>(())
    /// ```
    #[must_use]
    pub fn from_date_time(date: Date, hour: u32, minute: u32) -> Option<Self> {
        Some(Self(date.naive().and_hms_opt(hour, minute, 0)?))
    }

    /// The first instant of `date` in Thailand.
    ///
    /// ```
    /// use bosoto::calendar::{Date, Instant};
    ///
    /// let midnight = Instant::at_midnight(Date::parse("2021-04-17")?);
    /// assert_eq!(midnight, Instant::parse("2021-04-16T17:00:00Z")?);
    /// # Ok::<(), bosoto::calendar::CalendarError>(())
    /// ```
    #[must_use]
    pub fn at_midnight(date: Date) -> Self {
        Self(date.naive().and_time(NaiveTime::MIN))
    }

    /// The civil date in Thailand (TM-1).
    #[must_use]
    pub const fn date(self) -> Date {
        Date::of_instant(self.0.date())
    }

    /// The time of day in Thailand as Thai texts write it: `09.00`, with the seconds where there are any.
    ///
    /// ```
    /// use bosoto::calendar::Instant;
    ///
    /// let instant = Instant::parse("2021-04-17T02:00:00Z")?;
    /// assert_eq!(instant.time_of_day().to_string(), "09.00");
    /// # Ok::<(), bosoto::calendar::CalendarError>(())
    /// ```
    #[must_use]
    pub fn time_of_day(self) -> impl fmt::Display {
        let time = self.0.time();
        fmt::from_fn(move |f| {
            write!(f, "{:02}.{:02}", time.hour(), time.minute())?;
            match time.second() {
                0 => Ok(()),
                second => write!(f, ".{second:02}"),
            }
        })
    }

    /// The UTC date and time.
    #[must_use]
    pub fn utc(self) -> NaiveDateTime {
        shift(self.0, THAI_OFFSET, 0).unwrap_or(self.0)
    }

    /// The instant `hours` later (TM-3): 7 days are 168 hours, not the seventh midnight.
    ///
    /// `None` where the date in Thailand leaves the years 1800 to 2399.
    ///
    /// ```
    /// use bosoto::calendar::Instant;
    ///
    /// let entered = Instant::parse("2021-04-03T15:20:00+07:00")?;
    /// assert_eq!(entered.checked_add_hours(168), Some(Instant::parse("2021-04-10T15:20:00+07:00")?));
    /// # Ok::<(), bosoto::calendar::CalendarError>(())
    /// ```
    #[must_use]
    pub fn checked_add_hours(self, hours: u32) -> Option<Self> {
        let span = TimeDelta::try_hours(i64::from(hours))?;
        let sum = self.0.checked_add_signed(span)?;
        Date::of(sum.date()).map(|_| Self(sum))
    }

    /// The next microsecond; nothing where that leaves the years 1800 to 2399.
    pub(crate) fn next_microsecond(self) -> Option<Self> {
        let sum = self.0.checked_add_signed(TimeDelta::microseconds(1))?;
        Date::of(sum.date()).map(|_| Self(sum))
    }

    /// The instant of a date and time at an offset in seconds.
    fn from_local(local: NaiveDateTime, offset: i32) -> Result<Self, CalendarError> {
        let thai = shift(local, offset, THAI_OFFSET).ok_or(CalendarError::OutOfRange)?;
        Date::of(thai.date())
            .map(|_| Self(thai))
            .ok_or(CalendarError::OutOfRange)
    }

    /// The canonical text.
    fn text(self) -> Ascii<LONGEST> {
        let mut text = Ascii::new();
        // Never `None`: the longest text fits.
        let _ = self.write(&mut text);
        text
    }

    fn write(self, text: &mut Ascii<LONGEST>) -> Option<()> {
        let (seconds, nanosecond) = (self.0.num_seconds_from_midnight(), self.0.nanosecond());
        let [h1, h2] = two_digits(seconds / 3600);
        let [m1, m2] = two_digits(seconds / 60 % 60);
        let [s1, s2] = two_digits(seconds % 60);
        text.push(&iso(self.date()))?;
        text.push(&[b'T', h1, h2, b':', m1, m2, b':', s1, s2])?;
        if nanosecond != 0 {
            write_fraction(text, nanosecond)?;
        }
        text.push(b"+07:00")
    }
}

/// The date and time at offset `to` that is `from_time` at offset `from`, both in seconds.
fn shift(from_time: NaiveDateTime, from: i32, to: i32) -> Option<NaiveDateTime> {
    match to.checked_sub(from)? {
        0 => Some(from_time),
        seconds => from_time.checked_add_signed(TimeDelta::try_seconds(i64::from(seconds))?),
    }
}

/// A point, and the digits of the nanoseconds without trailing zeros.
fn write_fraction(text: &mut Ascii<LONGEST>, nanosecond: u32) -> Option<()> {
    let mut rest = u64::from(nanosecond);
    text.push(b".")?;
    while rest > 0 {
        rest = rest.wrapping_mul(10);
        text.push(&[b'0' | (rest / 1_000_000_000) as u8])?;
        rest %= 1_000_000_000;
    }
    Some(())
}

/// The first `N` bytes, and what follows them.
fn split<const N: usize>(text: &[u8]) -> Result<(&[u8; N], &[u8]), CalendarError> {
    text.split_first_chunk().ok_or(CalendarError::InstantShape)
}

/// `YYYY-MM-DD`.
fn read_date(text: &[u8; 10]) -> Result<NaiveDate, CalendarError> {
    let (year, month, day) = year_month_day(text).ok_or(CalendarError::InstantShape)?;
    // Another offset may move the date by a day, so by one year; further off it is no date of ours, and a Buddhist
    // year is not tried as one of the common era (29 Feb).
    if (FIRST_BUDDHIST_YEAR.saturating_add(1)..=LAST_BUDDHIST_YEAR).contains(&year) {
        return Err(CalendarError::BuddhistYear);
    }
    if year < FIRST_YEAR.saturating_sub(1) || year > LAST_YEAR.saturating_add(1) {
        return Err(CalendarError::OutOfRange);
    }
    NaiveDate::from_ymd_opt(year, month, day).ok_or(CalendarError::ImpossibleDate)
}

/// `THH:MM:SS`.
fn read_time(text: &[u8; 9], nanosecond: u32) -> Result<NaiveTime, CalendarError> {
    let &[b'T' | b't', h1, h2, b':', m1, m2, b':', s1, s2] = text else {
        return Err(CalendarError::InstantShape);
    };
    let read = |digits: [u8; 2]| number(&digits).ok_or(CalendarError::InstantShape);
    let (hour, minute, second) = (read([h1, h2])?, read([m1, m2])?, read([s1, s2])?);
    NaiveTime::from_hms_nano_opt(hour, minute, second, nanosecond)
        .ok_or(CalendarError::ImpossibleTime)
}

/// The nanoseconds of an optional fraction, and what follows it.
fn fraction(rest: &[u8]) -> Result<(u32, &[u8]), CalendarError> {
    let [b'.', tail @ ..] = rest else {
        return Ok((0, rest));
    };
    let length = tail.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (digits, rest) = tail
        .split_at_checked(length)
        .ok_or(CalendarError::InstantShape)?;
    if !(1..=9).contains(&length) {
        return Err(CalendarError::InstantShape);
    }
    let value = number(digits).ok_or(CalendarError::InstantShape)?;
    Ok((
        (length..9).fold(value, |nanosecond, _| nanosecond.wrapping_mul(10)),
        rest,
    ))
}

/// The offset in seconds.
fn offset(rest: &[u8]) -> Result<i32, CalendarError> {
    match *rest {
        [] => Err(CalendarError::InstantWithoutOffset),
        [b'+', b'0', b'7', b':', b'0', b'0'] => Ok(THAI_OFFSET),
        [b'Z' | b'z'] => Ok(0),
        [b'+', h1, h2, b':', m1, m2] => offset_seconds([h1, h2], [m1, m2]),
        [b'-', h1, h2, b':', m1, m2] => offset_seconds([h1, h2], [m1, m2]).map(i32::wrapping_neg),
        _ => Err(CalendarError::InstantShape),
    }
}

fn offset_seconds(hours: [u8; 2], minutes: [u8; 2]) -> Result<i32, CalendarError> {
    let time = number(&hours).zip(number(&minutes));
    time.and_then(|(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0))
        .map(|time| time.num_seconds_from_midnight().cast_signed())
        .ok_or(CalendarError::InstantShape)
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.text().as_str())
    }
}

impl fmt::Debug for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl serde::Serialize for Instant {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.text().as_str())
    }
}

impl<'de> serde::Deserialize<'de> for Instant {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextVisitor {
            expecting: "an RFC 3339 instant with an offset",
            parse: Self::parse,
        })
    }
}

impl Shaped for Instant {
    const TY: Ty = Ty::Instant;
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(text: &str) -> Instant {
        Instant::parse(text).unwrap()
    }

    #[test]
    fn tm_1_the_date_is_the_civil_date_in_thailand() {
        assert_eq!(
            at("2021-04-16T17:30:00Z").date(),
            Date::parse("2021-04-17").unwrap()
        );
        assert_eq!(
            at("2021-04-16T16:59:59.999999999Z").date(),
            Date::parse("2021-04-16").unwrap()
        );
        assert_eq!(
            at("2021-04-17T00:00:00+07:00").date(),
            Date::parse("2021-04-17").unwrap()
        );
    }

    #[test]
    fn tm_1_every_offset_is_read_and_thai_time_is_written() {
        let thai = "2021-04-17T09:00:00+07:00";
        for text in [
            thai,
            "2021-04-17T02:00:00Z",
            "2021-04-17t02:00:00z",
            "2021-04-16T21:00:00-05:00",
            "2021-04-17T02:00:00-00:00",
            "2021-04-17T07:30:00+05:30",
            "2021-04-17T09:00:00.000+07:00",
            "2021-04-18T01:59:00+23:59",
        ] {
            assert_eq!(at(text).to_string(), thai, "{text}");
        }
        assert_eq!(format!("{:?}", at(thai)), thai);
        assert_eq!(format!("{:>27}", at(thai)), format!("  {thai}"));
    }

    #[test]
    fn tm_1_fractions_are_kept() {
        for (text, printed) in [
            ("2021-04-17T09:00:00.5+07:00", "2021-04-17T09:00:00.5+07:00"),
            (
                "2021-04-17T09:00:00.120+07:00",
                "2021-04-17T09:00:00.12+07:00",
            ),
            (
                "2021-04-17T02:00:00.000000001Z",
                "2021-04-17T09:00:00.000000001+07:00",
            ),
        ] {
            assert_eq!(at(text).to_string(), printed);
            assert_eq!(at(printed), at(text));
        }
    }

    #[test]
    fn tm_1_what_is_no_instant_is_refused() {
        use CalendarError::{
            BuddhistYear, ImpossibleDate, ImpossibleTime, InstantShape, InstantWithoutOffset,
            OutOfRange,
        };
        let cases = [
            ("2021-04-17T09:00:00", InstantWithoutOffset),
            ("2021-04-17T09:00:00.25", InstantWithoutOffset),
            ("2021-04-17", InstantShape),
            ("2021-04-17 09:00:00+07:00", InstantShape),
            ("2021-04-17T09:00+07:00", InstantShape),
            ("2021-04-17T09:00:00.+07:00", InstantShape),
            ("2021-04-17T09:00:00.1234567890+07:00", InstantShape),
            ("2021-04-17T09:00:00,5+07:00", InstantShape),
            ("2021-04-17T09:00:00+0700", InstantShape),
            ("2021-04-17T09:00:00+07", InstantShape),
            ("2021-04-17T09:00:00+24:00", InstantShape),
            ("2021-04-17T09:00:00+07:60", InstantShape),
            ("2021-04-17T09:00:00\u{2212}07:00", InstantShape),
            ("2021-04-17T09:00:00+07:00 ", InstantShape),
            ("2021-04-17T09:0a:00+07:00", InstantShape),
            ("๒๐๒๑-04-17T09:00:00+07:00", InstantShape),
            ("", InstantShape),
            ("2021-02-29T09:00:00+07:00", ImpossibleDate),
            ("2021-04-17T24:00:00+07:00", ImpossibleTime),
            ("2021-04-17T23:59:60+07:00", ImpossibleTime),
            ("2564-04-17T09:00:00+07:00", BuddhistYear),
            ("2567-02-29T09:00:00+07:00", BuddhistYear),
            ("3110-06-03T09:00:00+07:00", OutOfRange),
            ("2399-12-31T17:00:00Z", OutOfRange),
            ("1800-01-01T00:00:00+07:01", OutOfRange),
        ];
        for (text, error) in cases {
            assert_eq!(Instant::parse(text), Err(error), "{text}");
        }
    }

    #[test]
    fn tm_1_the_range_is_that_of_the_thai_date() {
        assert_eq!(
            at("1799-12-31T17:00:00Z").to_string(),
            "1800-01-01T00:00:00+07:00"
        );
        assert_eq!(
            at("2400-01-01T06:59:59+14:00").to_string(),
            "2399-12-31T23:59:59+07:00"
        );
        assert_eq!(
            Instant::from_utc(NaiveDateTime::MAX),
            Err(CalendarError::OutOfRange)
        );
        assert_eq!(
            Instant::at_midnight(Date::LAST),
            at("2399-12-31T00:00:00+07:00")
        );
        assert_eq!(
            Instant::at_midnight(Date::FIRST),
            at("1800-01-01T00:00:00+07:00")
        );
    }

    #[test]
    fn tm_1_constructors_agree() {
        let date = Date::parse("2021-04-17").unwrap();
        assert_eq!(Instant::at_midnight(date), at("2021-04-17T00:00:00+07:00"));
        assert_eq!(
            Instant::from_date_time(date, 13, 5),
            Some(at("2021-04-17T06:05:00Z"))
        );
        assert_eq!(Instant::from_date_time(date, 24, 0), None);
        let leap = date
            .naive()
            .and_hms_nano_opt(23, 59, 59, 1_500_000_000)
            .unwrap();
        assert_eq!(Instant::from_utc(leap), Err(CalendarError::ImpossibleTime));
    }

    #[test]
    fn tm_1_the_time_of_day_is_thai() {
        assert_eq!(
            at("2021-04-16T17:05:00Z").time_of_day().to_string(),
            "00.05"
        );
        assert_eq!(
            at("2021-04-17T15:20:09.5+07:00").time_of_day().to_string(),
            "15.20.09"
        );
    }

    #[test]
    fn tm_1_optional_instant_has_a_niche() {
        assert_eq!(size_of::<Instant>(), 12);
        assert_eq!(size_of::<Option<Instant>>(), 12);
    }

    #[test]
    fn tm_1_serde_speaks_rfc_3339() {
        let instant: Instant = serde_json::from_str("\"2021-04-17T02:00:00Z\"").unwrap();
        assert_eq!(
            serde_json::to_string(&instant).unwrap(),
            "\"2021-04-17T09:00:00+07:00\""
        );
        let error = serde_json::from_str::<Instant>("\"2021-04-17T09:00:00\"")
            .unwrap_err()
            .to_string();
        assert!(error.starts_with("the instant has no offset"), "{error}");
    }

    #[test]
    fn tm_3_seven_days_are_168_hours_and_not_midnight() {
        let entered = at("2021-04-03T15:20:00+07:00");
        assert_eq!(
            entered.checked_add_hours(168),
            Some(at("2021-04-10T15:20:00+07:00"))
        );
        assert!(
            Instant::at_midnight(Date::parse("2021-04-10").unwrap())
                < entered.checked_add_hours(168).unwrap()
        );
        assert_eq!(at("2399-12-31T23:00:00+07:00").checked_add_hours(1), None);
        assert_eq!(entered.checked_add_hours(u32::MAX), None);
    }

    prop_compose! {
        fn instants()(second in -5_364_662_400_i64..13_569_440_000, nanosecond in 0_u32..1_000_000_000) -> Instant {
            Instant::from_utc(chrono::DateTime::from_timestamp(second, nanosecond).unwrap().naive_utc()).unwrap()
        }
    }

    proptest! {
        #[test]
        fn tm_1_instants_round_trip(instant in instants()) {
            prop_assert_eq!(Instant::parse(&instant.to_string()), Ok(instant));
            prop_assert_eq!(Instant::from_utc(instant.utc()), Ok(instant));
            let chrono = chrono::DateTime::parse_from_rfc3339(&instant.to_string()).unwrap();
            prop_assert_eq!(chrono.naive_utc(), instant.utc());
        }

        #[test]
        fn tm_1_order_is_that_of_utc(a in instants(), b in instants()) {
            prop_assert_eq!(a.cmp(&b), a.utc().cmp(&b.utc()));
        }
    }
}
