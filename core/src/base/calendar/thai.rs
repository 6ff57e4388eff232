//! Dates as Thai texts and forms write them, Buddhist era included (TM-6).

use std::fmt::{self, Write};

use serde::Deserialize;

use super::rules::TM_6;
use super::{BUDDHIST_OFFSET, Date, FIRST_BUDDHIST_YEAR};
use crate::base::rule::{Applied, applies};
use crate::base::shape::{Shaped, Ty, Word, Words};
use crate::base::text::said;
use crate::base::wording::wording;

/// The months' names, full and abbreviated.
pub(super) const MONTHS: [(&str, &str); 12] = [
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

/// The B.E. years that the short form writes with two digits, which are read again as 25yy (TM-6).
const TWO_DIGIT_YEARS: std::ops::RangeInclusive<i32> = 2500..=2599;

/// A way to write a date (TM-6); what is written is read again as the same date by [`Date::parse_thai`].
///
/// On the wire the Thai styles are `short`, `slash`, `abbreviated`, `long` and `digits`. A B.E. year before 2400, which
/// could be one of C.E., stands behind `พ.ศ.`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum Style {
    /// `2021-04-03`, C.E.
    #[serde(skip)]
    Iso,
    /// `20210403`, C.E., of the 43-file standard.
    #[serde(skip)]
    Compact,
    /// `3/4/64`, B.E., of the system's own screens; outside B.E. 2500 to 2599 with four digits.
    #[serde(rename = "short")]
    ThaiShort,
    /// `3/4/2564`, B.E.
    #[serde(rename = "slash")]
    ThaiSlash,
    /// `3 เม.ย. 2564`.
    #[serde(rename = "abbreviated")]
    ThaiAbbreviated,
    /// `3 เมษายน 2564`.
    #[serde(rename = "long")]
    ThaiLong,
    /// `๓ เมษายน ๒๕๖๔`.
    #[serde(rename = "digits")]
    ThaiLongDigits,
}

impl Shaped for Style {
    const TY: Ty = Ty::Words(&Words {
        name: "Style",
        module: wording!(module_path!()),
        about: wording!("A way to write a date (TM-6)."),
        words: &[
            Word {
                name: "short",
                said: said!("แบบสั้น เช่น 3/4/64", "3/4/64"),
            },
            Word {
                name: "slash",
                said: said!("แบบมีทับ เช่น 3/4/2564", "3/4/2564"),
            },
            Word {
                name: "abbreviated",
                said: said!("แบบเดือนย่อ เช่น 3 เม.ย. 2564", "3 เม.ย. 2564"),
            },
            Word {
                name: "long",
                said: said!("แบบเต็ม เช่น 3 เมษายน 2564", "3 เมษายน 2564"),
            },
            Word {
                name: "digits",
                said: said!("แบบเต็มเลขไทย เช่น ๓ เมษายน ๒๕๖๔", "๓ เมษายน ๒๕๖๔"),
            },
        ],
    });
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
}

impl fmt::Display for Formatted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (common, month, day) = (self.date.year(), self.date.month(), self.date.day());
        let year = common.saturating_add(BUDDHIST_OFFSET);
        let (name, abbreviation) = names(self.date);
        let era = if year < FIRST_BUDDHIST_YEAR {
            "พ.ศ. "
        } else {
            ""
        };
        match self.style {
            Style::Iso => write!(f, "{common:04}-{month:02}-{day:02}"),
            Style::Compact => write!(f, "{common:04}{month:02}{day:02}"),
            Style::ThaiShort if TWO_DIGIT_YEARS.contains(&year) => {
                write!(f, "{day}/{month}/{:02}", year.rem_euclid(100))
            }
            Style::ThaiShort | Style::ThaiSlash => write!(f, "{day}/{month}/{era}{year}"),
            Style::ThaiAbbreviated => write!(f, "{day} {abbreviation} {era}{year}"),
            Style::ThaiLong => write!(f, "{day} {name} {era}{year}"),
            Style::ThaiLongDigits => {
                write_thai(f, day)?;
                write!(f, " {name} {era}")?;
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

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn written(date: &str) -> [String; 7] {
        Style::ALL.map(|style| day(date).format(style).to_string())
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
        assert_eq!(written("2021-04-03"), texts);
        let of_a_king = day("2017-10-20").format(Style::ThaiLongDigits);
        assert_eq!(of_a_king.to_string(), "๒๐ ตุลาคม ๒๕๖๐");
    }

    #[test]
    fn tm_6_the_short_form_has_two_digits_from_2500_to_2599() {
        let cases = [
            ("1956-12-31", "31/12/2499"),
            ("1957-01-01", "1/1/00"),
            ("1962-12-31", "31/12/05"),
            ("2056-12-31", "31/12/99"),
            ("2057-01-01", "1/1/2600"),
        ];
        for (date, text) in cases {
            assert_eq!(day(date).format(Style::ThaiShort).to_string(), text);
        }
    }

    #[test]
    fn tm_6_a_year_that_could_be_of_either_era_stands_behind_its_era() {
        let texts = [
            "1856-12-31",
            "18561231",
            "31/12/พ.ศ. 2399",
            "31/12/พ.ศ. 2399",
            "31 ธ.ค. พ.ศ. 2399",
            "31 ธันวาคม พ.ศ. 2399",
            "๓๑ ธันวาคม พ.ศ. ๒๓๙๙",
        ];
        assert_eq!(written("1856-12-31"), texts);
        let first = day("1857-01-01").format(Style::ThaiLong);
        assert_eq!(first.to_string(), "1 มกราคม 2400");
    }

    #[test]
    fn tm_6_the_wire_has_a_name_for_each_thai_style() {
        let names = ["short", "slash", "abbreviated", "long", "digits"];
        for (name, style) in names.iter().zip(&Style::ALL[2..]) {
            let read: Style = serde_json::from_value(serde_json::json!(name)).unwrap();
            assert_eq!(read, *style);
        }
        for name in ["iso", "Iso", "compact", "Compact", ""] {
            assert!(serde_json::from_value::<Style>(serde_json::json!(name)).is_err());
        }
    }
}
