//! Dates as Thai texts and forms write them, Buddhist era included (TM-6).

use super::ascii::Ascii;
use super::rules::TM_6;
use super::{BUDDHIST_OFFSET, CalendarError, Date, FIRST_BUDDHIST_YEAR};
use crate::base::rule::{Applied, applies};
use std::fmt::{self, Write};

/// The months' names, full and abbreviated.
const MONTHS: [(&str, &str); 12] = [
    ("มกราคม", "ม.ค."),
    ("กุมภาพันธ์", "ก.พ."),
    ("มีนาคม", "มี.ค."),
    ("เมษายน", "เม.ย."),
    ("พฤษภาคม", "พ.ค."),
    ("มิถุนายน", "มิ.ย."),
    ("กรกฎาคม", "ก.ค."),
    ("สิงหาคม", "ส.ค."),
    ("กันยายน", "ก.ย."),
    ("ตุลาคม", "ต.ค."),
    ("พฤศจิกายน", "พ.ย."),
    ("ธันวาคม", "ธ.ค."),
];
const THAI_DIGITS: [char; 10] = ['๐', '๑', '๒', '๓', '๔', '๕', '๖', '๗', '๘', '๙'];

pub(super) const APPLIES: Applied = applies(&TM_6);

/// A way to write a date (TM-6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Style {
    /// `2021-04-03`, C.E.
    Iso,
    /// `20210403`, C.E., of the 43-file standard.
    Compact,
    /// `3/4/64`, B.E., of the system's own screens; read again as 25yy.
    ThaiShort,
    /// `3/4/2564`, B.E.
    ThaiSlash,
    /// `3 เม.ย. 2564`.
    ThaiAbbreviated,
    /// `3 เมษายน 2564`.
    ThaiLong,
    /// `๓ เมษายน ๒๕๖๔`.
    ThaiLongDigits,
}

impl Style {
    /// All styles.
    pub const ALL: [Self; 7] = [
        Self::Iso,
        Self::Compact,
        Self::ThaiShort,
        Self::ThaiSlash,
        Self::ThaiAbbreviated,
        Self::ThaiLong,
        Self::ThaiLongDigits,
    ];
}

/// A date to be shown in a style; made by [`Date::format`].
#[derive(Debug, Clone, Copy)]
pub struct Formatted {
    date: Date,
    style: Style,
}

impl Date {
    /// This day in a style, to be shown.
    ///
    /// ```
    /// use bosoto::calendar::{Date, Style};
    ///
    /// let date = Date::parse("2021-04-03")?;
    /// assert_eq!(date.format(Style::ThaiShort).to_string(), "3/4/64");
    /// assert_eq!(date.format(Style::ThaiLongDigits).to_string(), "๓ เมษายน ๒๕๖๔");
    /// # Ok::<(), bosoto::calendar::CalendarError>(())
    /// ```
    #[must_use]
    pub const fn format(self, style: Style) -> Formatted {
        Formatted { date: self, style }
    }

    /// Reads a date in any shape of TM-6; Thai and ASCII digits alike, the prefix `วันที่` allowed.
    ///
    /// In C.E. `YYYY-MM-DD` and `YYYYMMDD`; in B.E. `d/m/yyyy`, `d/m/yy` (25yy), and day, Thai month (full or
    /// abbreviated, dots and spaces as they come, `เดือน` before it and `พ.ศ.` behind it allowed) and year of four or
    /// two digits.
    ///
    /// # Errors
    ///
    /// `DateShape`; `BuddhistYear` for a year of 2400 or later in a C.E. shape; `CommonYear` for a four-digit year
    /// before 2400 in a B.E. shape; `ImpossibleDate`; `OutOfRange`.
    ///
    /// ```
    /// use bosoto::calendar::{CalendarError, Date};
    ///
    /// let date = Date::parse("2021-04-03")?;
    /// for text in ["3/4/64", "3/4/2564", "3 เม.ย. 2564", "วันที่ ๓ เมษายน พ.ศ. ๒๕๖๔", "2021-04-03", "20210403"] {
    ///     assert_eq!(Date::parse_thai(text), Ok(date));
    /// }
    /// assert_eq!(Date::parse_thai("29/2/2567"), Date::parse("2024-02-29"));
    /// assert_eq!(Date::parse_thai("16/11/2024"), Err(CalendarError::CommonYear));
    /// # Ok::<(), CalendarError>(())
    /// ```
    pub fn parse_thai(text: &str) -> Result<Self, CalendarError> {
        let text = text.trim();
        let text = text.strip_prefix("วันที่").unwrap_or(text).trim_start();
        if let Some(ascii) = digits_and_hyphens(text) {
            return match ascii.as_str() {
                compact if compact.len() == 8 => Self::parse_compact(compact),
                iso => Self::parse(iso),
            };
        }
        let (day, month, year) = slashes(text)
            .or_else(|| words(text))
            .ok_or(CalendarError::DateShape)?;
        from_buddhist(year, month, day)
    }
}

impl fmt::Display for Formatted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (common, month, day) = (self.date.year(), self.date.month(), self.date.day());
        let year = common.saturating_add(BUDDHIST_OFFSET);
        let (name, abbreviation) = names(self.date);
        match self.style {
            Style::Iso => write!(f, "{common:04}-{month:02}-{day:02}"),
            Style::Compact => write!(f, "{common:04}{month:02}{day:02}"),
            Style::ThaiShort => write!(f, "{day}/{month}/{:02}", year.rem_euclid(100)),
            Style::ThaiSlash => write!(f, "{day}/{month}/{year}"),
            Style::ThaiAbbreviated => write!(f, "{day} {abbreviation} {year}"),
            Style::ThaiLong => write!(f, "{day} {name} {year}"),
            Style::ThaiLongDigits => {
                write_thai(f, day)?;
                write!(f, " {name} ")?;
                write_thai(f, year.unsigned_abs())
            }
        }
    }
}

/// The names of the month of `date`.
fn names(date: Date) -> (&'static str, &'static str) {
    let index = usize::try_from(date.month())
        .ok()
        .and_then(|month| month.checked_sub(1));
    index
        .and_then(|index| MONTHS.get(index))
        .copied()
        .unwrap_or_default()
}

/// A number in Thai digits.
fn write_thai(f: &mut fmt::Formatter<'_>, number: u32) -> fmt::Result {
    if number >= 10 {
        write_thai(f, number / 10)?;
    }
    let index = usize::try_from(number % 10).ok();
    index
        .and_then(|index| THAI_DIGITS.get(index))
        .map_or(Ok(()), |digit| f.write_char(*digit))
}

/// The date of a year in B.E.: the year is converted first, since B.E. years have other leap days.
fn from_buddhist(year: i32, month: u32, day: u32) -> Result<Date, CalendarError> {
    if year < FIRST_BUDDHIST_YEAR {
        return Err(CalendarError::CommonYear);
    }
    Date::from_year(year.saturating_sub(BUDDHIST_OFFSET), month, day)
}

/// The text in ASCII if it is made of at most ten digits and hyphens.
fn digits_and_hyphens(text: &str) -> Option<Ascii<10>> {
    let mut ascii = Ascii::new();
    for c in text.chars() {
        let byte = if c == '-' { b'-' } else { b'0' | digit(c)? };
        ascii.push(&[byte])?;
    }
    Some(ascii)
}

/// Day, month and B.E. year of `d/m/yyyy` or `d/m/yy`.
fn slashes(text: &str) -> Option<(u32, u32, i32)> {
    let (day, rest) = text.split_once('/')?;
    let (month, year) = rest.split_once('/')?;
    Some((
        day_or_month(day.trim())?,
        day_or_month(month.trim())?,
        buddhist_year(year.trim())?,
    ))
}

/// Day, month and B.E. year around a Thai month's name.
fn words(text: &str) -> Option<(u32, u32, i32)> {
    let is_digit = |c| digit(c).is_some();
    let rest = text.trim_start_matches(is_digit);
    let name = rest.trim_end_matches(is_digit);
    let day = text.strip_suffix(rest)?;
    let year = rest.strip_prefix(name)?;
    Some((day_or_month(day)?, month_named(name)?, buddhist_year(year)?))
}

/// The month, 1 to 12, of a name with or without dots, spaces, `เดือน` and `พ.ศ.`.
fn month_named(text: &str) -> Option<u32> {
    let text = text.trim_start();
    let text = text.strip_prefix("เดือน").unwrap_or(text);
    let is = |name: &str| {
        ["", "พศ"]
            .iter()
            .any(|era| letters(text).eq(letters(name).chain(era.chars())))
    };
    let found = (1..)
        .zip(MONTHS)
        .find(|(_, (name, abbreviation))| is(name) || is(abbreviation));
    found.map(|(month, _)| month)
}

/// The characters that are neither dots nor spaces.
fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| *c != '.' && !c.is_whitespace())
}

/// A number of one or two digits.
fn day_or_month(text: &str) -> Option<u32> {
    number(text)
        .filter(|(_, width)| *width <= 2)
        .map(|(value, _)| value)
}

/// A year of four digits, or of two, which mean 25yy.
fn buddhist_year(text: &str) -> Option<i32> {
    match number(text)? {
        (value, 4) => Some(value.cast_signed()),
        (value, 2) => Some(value.cast_signed().saturating_add(2500)),
        _ => None,
    }
}

/// The value and the number of digits of one to four digits, Thai or ASCII.
fn number(text: &str) -> Option<(u32, usize)> {
    let width = text.chars().count();
    let value = text.chars().try_fold(0_u32, |value, c| {
        Some(
            value
                .saturating_mul(10)
                .saturating_add(u32::from(digit(c)?)),
        )
    })?;
    (1..=4).contains(&width).then_some((value, width))
}

/// The value of a digit, Thai or ASCII.
fn digit(c: char) -> Option<u8> {
    let ascii = c.to_digit(10).and_then(|value| u8::try_from(value).ok());
    ascii.or_else(|| {
        (0_u8..)
            .zip(THAI_DIGITS)
            .find(|(_, thai)| *thai == c)
            .map(|(value, _)| value)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn tm_6_every_shape_is_read() {
        for text in [
            "3/4/64",
            "03/04/64",
            "3/4/2564",
            " 3 / 4 / 2564 ",
            "๓/๔/๖๔",
            "๓/๔/๒๕๖๔",
            "3 เม.ย. 2564",
            "3 เม.ย. 64",
            "3 เมย 2564",
            "3 เม. ย. 2564",
            "3เม.ย.64",
            "3 เมษายน 2564",
            "๐๓ เมษายน ๒๕๖๔",
            "3 เมษายน พ.ศ. 2564",
            "3 เม.ย. พ.ศ.2564",
            "วันที่ 3 เดือนเมษายน พ.ศ. 2564",
            "วันที่ 3 เดือน เมษายน 2564",
            "วันที่ ๓ เมษายน ๒๕๖๔",
            "วันที่3/4/64",
            "2021-04-03",
            "๒๐๒๑-๐๔-๐๓",
            "20210403",
            "๒๐๒๑๐๔๐๓",
        ] {
            assert_eq!(Date::parse_thai(text), Ok(day("2021-04-03")), "{text}");
        }
        assert_eq!(Date::parse_thai("๑ เมษายน ๒๕๖๓"), Ok(day("2020-04-01")));
        assert_eq!(Date::parse_thai("3 พ.ย. พ.ศ. 2564"), Ok(day("2021-11-03")));
    }

    #[test]
    fn tm_6_every_month_is_read_in_both_names() {
        for (month, (name, abbreviation)) in (1..).zip(MONTHS) {
            let date = Date::new(2021, month, 9).unwrap();
            for name in [name, abbreviation, &abbreviation.replace('.', "")] {
                assert_eq!(
                    Date::parse_thai(&format!("9 {name} 2564")),
                    Ok(date),
                    "{name}"
                );
            }
        }
    }

    #[test]
    fn tm_6_29_february_2567_is_a_real_day() {
        for text in [
            "29/2/2567",
            "29/2/67",
            "29 ก.พ. 2567",
            "๒๙ กุมภาพันธ์ ๒๕๖๗",
            "20240229",
        ] {
            assert_eq!(Date::parse_thai(text), Ok(day("2024-02-29")), "{text}");
        }
        assert_eq!(
            Date::parse_thai("29/2/2568"),
            Err(CalendarError::ImpossibleDate)
        );
        assert_eq!(
            Date::parse_thai("29/2/2564"),
            Err(CalendarError::ImpossibleDate)
        );
        assert_eq!(
            Date::parse_thai("29/2/2500"),
            Err(CalendarError::ImpossibleDate)
        );
    }

    #[test]
    fn tm_6_the_wrong_era_is_refused() {
        use CalendarError::{BuddhistYear, CommonYear, OutOfRange};
        let cases = [
            ("2564-04-03", BuddhistYear),
            ("๒๕๖๔-๐๔-๐๓", BuddhistYear),
            ("25640403", BuddhistYear),
            ("25670229", BuddhistYear),
            ("2400-01-01", BuddhistYear),
            ("16/11/2024", CommonYear),
            ("29/2/2023", CommonYear),
            ("31/12/2399", CommonYear),
            ("16 พ.ย. 2024", CommonYear),
            ("16 พฤศจิกายน ๒๐๒๔", CommonYear),
            ("1/1/2943", OutOfRange),
            ("1799-12-31", OutOfRange),
        ];
        for (text, error) in cases {
            assert_eq!(Date::parse_thai(text), Err(error), "{text}");
        }
        assert_eq!(Date::parse_thai("1/1/2400"), Ok(day("1857-01-01")));
        assert_eq!(Date::parse_thai("31/12/2942"), Ok(day("2399-12-31")));
    }

    #[test]
    fn tm_6_other_shapes_are_refused() {
        for text in [
            "",
            "วันที่",
            "3",
            "3/4",
            "3/4/5/64",
            "3/4/564",
            "3/4/4",
            "003/4/64",
            "2564/4/3",
            "2021-4-3",
            "3-4-2564",
            "2021040",
            "202104031",
            "3 April 2564",
            "3 เมษา 2564",
            "เมษายน 2564",
            "3 เมษายน",
            "3 2564",
            "3 พ.ศ. 2564",
            "3 เมษายน ค.ศ. 2021",
            "3/4/64 10:30",
            "+3/4/64",
            "99999999999999999999",
        ] {
            assert_eq!(
                Date::parse_thai(text),
                Err(CalendarError::DateShape),
                "{text}"
            );
        }
    }

    #[test]
    fn tm_6_every_style_is_written() {
        let texts = [
            "2021-04-03",
            "20210403",
            "3/4/64",
            "3/4/2564",
            "3 เม.ย. 2564",
            "3 เมษายน 2564",
            "๓ เมษายน ๒๕๖๔",
        ];
        for (style, text) in Style::ALL.into_iter().zip(texts) {
            assert_eq!(day("2021-04-03").format(style).to_string(), text);
        }
        assert_eq!(
            day("1962-12-31").format(Style::ThaiShort).to_string(),
            "31/12/05"
        );
        assert_eq!(
            day("2017-10-20").format(Style::ThaiLongDigits).to_string(),
            "๒๐ ตุลาคม ๒๕๖๐"
        );
    }

    #[test]
    fn tm_6_the_first_and_the_last_day_are_written() {
        for date in [Date::FIRST, Date::LAST] {
            for style in Style::ALL {
                assert!(!date.format(style).to_string().is_empty());
            }
        }
    }

    /// The first day whose B.E. year is not taken for one of C.E. (2400 B.E.).
    const FIRST_BUDDHIST_DAY: &str = "1857-01-01";

    fn reads_again(date: Date, style: Style) -> bool {
        match style {
            Style::Iso | Style::Compact => true,
            Style::ThaiShort => (1957..=2056).contains(&date.year()),
            Style::ThaiSlash | Style::ThaiAbbreviated | Style::ThaiLong | Style::ThaiLongDigits => {
                date >= day(FIRST_BUDDHIST_DAY)
            }
        }
    }

    #[test]
    fn tm_6_a_buddhist_year_before_2400_is_not_read_again() {
        let before = day(FIRST_BUDDHIST_DAY).previous().unwrap();
        let text = before.format(Style::ThaiSlash).to_string();
        assert_eq!(Date::parse_thai(&text), Err(CalendarError::CommonYear));
    }

    proptest! {
        #[test]
        fn tm_6_what_is_written_is_read_again(offset in 0u32..219_145) {
            let date = day("1800-01-01").full_days(offset).unwrap();
            for style in Style::ALL.into_iter().filter(|style| reads_again(date, *style)) {
                prop_assert_eq!(Date::parse_thai(&date.format(style).to_string()), Ok(date));
            }
        }

        #[test]
        fn tm_6_short_years_are_read_again(offset in 0u32..36_524) {
            let date = day("1957-01-01").full_days(offset).unwrap();
            prop_assert_eq!(Date::parse_thai(&date.format(Style::ThaiShort).to_string()), Ok(date));
        }
    }
}
