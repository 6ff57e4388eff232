//! Civil dates, instants, periods and fiscal years (rules TM-1 to TM-6).
//!
//! - TM-1: a [`Date`] is a civil date in Thailand; an [`Instant`] always carries an offset; no clock is read.
//! - TM-2: "N full days" from D is reached on D + N ([`Date::full_days`]); "within N days" runs through D + N
//!   ([`Date::within`]).
//! - TM-3: hours counted from an instant end at an instant, not at midnight ([`Instant::checked_add_hours`]).
//! - TM-4: months and years are calendar units, clamped to the last day of a shorter month ([`Date::add_months`],
//!   [`Date::add_years`]).
//! - TM-5: fiscal years and quarters ([`FiscalYear`], [`Quarter`]).
//! - TM-6: the Buddhist era is read and written at the edges only ([`Date::parse_thai`],
//!   [`Date::format`]).
//!
//! The library's dates lie in the years 1800 to 2399 C.E.: what would leave them is an error or `None`, never a
//! wrap. Errors never repeat the text they refuse, which may be a person's.
//!
//! This room does not know what happened on a day, and does not know today.

mod ascii;
mod date;
mod fiscal;
mod instant;
pub(crate) mod rules;
mod thai;
mod typed;
mod wire;

use std::fmt;

use super::rule::Applied;
use super::text::{Text, text};

pub use date::Date;
pub use fiscal::{FiscalYear, Quarter};
pub use instant::Instant;
pub use thai::{Formatted, Style};

/// Where the rules of time are applied.
pub(crate) const APPLIED: &[Applied] = &[
    instant::APPLIES[0],
    date::APPLIES[0],
    instant::APPLIES[1],
    date::APPLIES[1],
    fiscal::APPLIES,
    thai::APPLIES,
];

/// Buddhist era minus common era (TM-6).
const BUDDHIST_OFFSET: i32 = 543;
/// The first year read as one of the Buddhist era (TM-6).
const FIRST_BUDDHIST_YEAR: i32 = 2400;
/// The first and the last year, C.E., that the library works with.
const FIRST_YEAR: i32 = 1800;
const LAST_YEAR: i32 = 2399;
/// The last year in B.E.: one after it was made by adding the years of the era more than once.
const LAST_BUDDHIST_YEAR: i32 = 2942;

/// Why a text is no date or no instant. It never holds the text itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CalendarError {
    /// The text has no shape in which a date is written.
    DateShape,
    /// The year of a C.E. shape is of the Buddhist era (TM-6).
    BuddhistYear,
    /// The year of a B.E. shape is of the common era (TM-6).
    CommonYear,
    /// The month does not exist or has no such day.
    ImpossibleDate,
    /// The year is outside 1800 to 2399 C.E.
    OutOfRange,
    /// The text is no RFC 3339 instant.
    InstantShape,
    /// The instant has no offset (TM-1).
    InstantWithoutOffset,
    /// The time of day does not exist; a leap second does not either.
    ImpossibleTime,
}

impl CalendarError {
    /// Every one.
    pub const ALL: [Self; 8] = [
        Self::DateShape,
        Self::BuddhistYear,
        Self::CommonYear,
        Self::ImpossibleDate,
        Self::OutOfRange,
        Self::InstantShape,
        Self::InstantWithoutOffset,
        Self::ImpossibleTime,
    ];

    /// What is wrong and what to do; `Display` is the English wording.
    ///
    /// ```
    /// use bosoto::calendar::CalendarError;
    ///
    /// let words = CalendarError::BuddhistYear.text();
    /// assert_eq!(words.th(), "ปีที่ระบุเป็น พ.ศ. โปรดระบุเป็น ค.ศ. (ลบ 543)");
    /// ```
    #[must_use]
    pub const fn text(self) -> Text {
        match self {
            Self::DateShape => text!(
                "ไม่ใช่รูปแบบวันที่ โปรดระบุเป็น ปี ค.ศ.-เดือน-วัน เช่น 2024-06-03",
                "not a date: write `YYYY-MM-DD` in the common era",
            ),
            Self::BuddhistYear => text!(
                "ปีที่ระบุเป็น พ.ศ. โปรดระบุเป็น ค.ศ. (ลบ 543)",
                "the year is of the Buddhist era where one of the common era belongs: subtract 543",
            ),
            Self::CommonYear => text!(
                "ปีที่ระบุเป็น ค.ศ. โปรดระบุเป็น พ.ศ. (บวก 543)",
                "the year is of the common era where one of the Buddhist era belongs: add 543",
            ),
            Self::ImpossibleDate => text!(
                "ไม่มีวันที่นี้ในปฏิทิน โปรดแก้ไขเดือนหรือวันที่",
                "no such day: correct the month or the day",
            ),
            Self::OutOfRange => text!(
                "ปีต้องอยู่ระหว่าง ค.ศ. 1800 ถึง 2399 โปรดแก้ไข หากแปลงเป็น พ.ศ. ซ้ำหลายครั้ง ให้ระบุปี ค.ศ. เดิม",
                "the year is outside 1800 to 2399 of the common era: correct it; where 543 was added more than once, write \
                 the year of the common era",
            ),
            Self::InstantShape => text!(
                "ไม่ใช่รูปแบบวันเวลา โปรดระบุวันที่ เวลาถึงวินาที และเขตเวลา เช่น 2021-04-17T09:00:00+07:00",
                "not an instant: write RFC 3339 with seconds and offset, such as `2021-04-17T09:00:00+07:00`",
            ),
            Self::InstantWithoutOffset => text!(
                "วันเวลานี้ไม่ระบุเขตเวลา โปรดเติม +07:00 สำหรับเวลาประเทศไทย",
                "the instant has no offset: append `+07:00` for Thai time",
            ),
            Self::ImpossibleTime => text!(
                "ไม่มีเวลานี้ ชั่วโมงต้องไม่เกิน 23 นาทีและวินาทีต้องไม่เกิน 59 โปรดแก้ไข",
                "no such time of day: hours run to 23, minutes and seconds to 59, without leap seconds",
            ),
        }
    }

    /// The same where a person may write the date in any shape of TM-6 ([`Date::parse_thai`]).
    ///
    /// ```
    /// use bosoto::calendar::Date;
    ///
    /// let words = Date::parse_thai("16/11/2024").unwrap_err().thai_text();
    /// assert_eq!(words.th(), "ปีที่ระบุเป็น ค.ศ. โปรดระบุเป็น พ.ศ. (บวก 543) หรือใช้รูปแบบของ ค.ศ. เช่น 2021-04-03");
    /// ```
    #[must_use]
    pub const fn thai_text(self) -> Text {
        match self {
            Self::DateShape => text!(
                "ไม่ใช่รูปแบบวันที่ โปรดระบุวัน เดือน และปี พ.ศ. เช่น 3/4/2564 หรือ 3 เม.ย. 2564",
                "not a date: write day, month and year of the Buddhist era, such as `3/4/2564`, or `2021-04-03` in \
                 the common era",
            ),
            Self::BuddhistYear => text!(
                "รูปแบบนี้ใช้ปี ค.ศ. แต่ปีที่ระบุเป็น พ.ศ. โปรดลบ 543 หรือระบุวัน เดือน และปี พ.ศ. เช่น 3/4/2564",
                "this shape has a year of the common era, and the year is of the Buddhist era: subtract 543, or write \
                 day, month and year, such as `3/4/2564`",
            ),
            Self::CommonYear => text!(
                "ปีที่ระบุเป็น ค.ศ. โปรดระบุเป็น พ.ศ. (บวก 543) หรือใช้รูปแบบของ ค.ศ. เช่น 2021-04-03",
                "the year is of the common era where one of the Buddhist era belongs: add 543, or write the common \
                 era as `2021-04-03`",
            ),
            Self::OutOfRange => text!(
                "ปีต้องอยู่ระหว่าง พ.ศ. 2343 ถึง 2942 (ค.ศ. 1800 ถึง 2399) โปรดแก้ไขปี",
                "the year is outside 2343 to 2942 of the Buddhist era, 1800 to 2399 of the common era: correct it",
            ),
            Self::ImpossibleDate
            | Self::InstantShape
            | Self::InstantWithoutOffset
            | Self::ImpossibleTime => self.text(),
        }
    }

    /// The stable code of the error.
    ///
    /// ```
    /// use bosoto::calendar::{CalendarError, Date};
    ///
    /// assert_eq!(Date::parse("2564-04-03"), Err(CalendarError::BuddhistYear));
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

impl fmt::Display for CalendarError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text().en())
    }
}

impl std::error::Error for CalendarError {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn tm_6_error_messages_are_lower_case_without_full_stop() {
        let all = CalendarError::ALL;
        let codes: std::collections::BTreeSet<_> = all.iter().map(|error| error.code()).collect();
        assert_eq!(codes.len(), all.len());
        for text in all
            .map(CalendarError::text)
            .into_iter()
            .chain(all.map(CalendarError::thai_text))
        {
            let message = text.en();
            assert!(
                message.starts_with(char::is_lowercase) && !message.ends_with('.'),
                "{message}"
            );
        }
    }

    proptest! {
        #[test]
        fn tm_6_parsers_never_panic(text in "\\PC*") {
            let _ = (Date::parse_thai(&text), Instant::parse(&text));
        }
    }
}
