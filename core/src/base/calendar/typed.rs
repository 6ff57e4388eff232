//! Dates read as people type them, in either era (TM-6).

use super::ascii;
use super::thai::MONTHS;
use super::{BUDDHIST_OFFSET, CalendarError, Date, FIRST_BUDDHIST_YEAR, FIRST_YEAR};
use crate::base::characters::is_format;

/// The names of the days of the week, full and abbreviated, as [`plain`] leaves them.
const WEEKDAYS: [&str; 15] = [
    "อาทิตย์",
    "อา",
    "จันทร์",
    "จ",
    "อังคาร",
    "อ",
    "พุธ",
    "พ",
    "พฤหัสบดี",
    "พฤหัส",
    "พฤ",
    "ศุกร์",
    "ศ",
    "เสาร์",
    "ส",
];

/// The era that a text names before its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Era {
    Unsaid,
    Buddhist,
    Common,
}

impl Date {
    /// Reads a date in any shape of TM-6, in Thai and ASCII digits alike.
    ///
    /// In C.E. `YYYY-MM-DD` and `YYYYMMDD`. In B.E. day, month and year of four or of two digits (25yy), parted by `/`,
    /// `-`, `.` or spaces, the month a number or a Thai name in full or abbreviated. A weekday (which is not compared
    /// with the date) and `วันที่` may stand before the day, `เดือน` before the month, `พ.ศ.` or `พุทธศักราช` before the
    /// year. Format characters, dots of abbreviations, the kind of a space and the order in which a vowel and a tone
    /// mark were typed make no difference.
    ///
    /// # Errors
    ///
    /// `DateShape`; `BuddhistYear` for a year of 2400 to 2942 in a C.E. shape; `CommonYear` in a B.E. shape for `ค.ศ.`
    /// and for a four-digit year before 2400 (after `พ.ศ.`, before 2343); `ImpossibleDate`; `OutOfRange`. Its
    /// [`thai_text`](CalendarError::thai_text) says what to write instead.
    ///
    /// ```
    /// use bosoto::calendar::{CalendarError, Date};
    ///
    /// let date = Date::parse("2021-04-03")?;
    /// for text in ["3/4/64", "3-4-2564", "3 เม.ย. 2564", "วันเสาร์ที่ ๓ เดือนเมษายน พ.ศ. ๒๕๖๔", "2021-04-03", "20210403"] {
    ///     assert_eq!(Date::parse_thai(text), Ok(date));
    /// }
    /// assert_eq!(Date::parse_thai("29/2/2567"), Date::parse("2024-02-29"));
    /// assert_eq!(Date::parse_thai("16/11/2024"), Err(CalendarError::CommonYear));
    /// assert_eq!(Date::parse_thai("2567-11-16"), Err(CalendarError::BuddhistYear));
    /// # Ok::<(), CalendarError>(())
    /// ```
    pub fn parse_thai(text: &str) -> Result<Self, CalendarError> {
        let text = plain(text);
        let (before, date) = leading(text.trim_end(), |c| !c.is_ascii_digit());
        if !may_stand_before_day(before) {
            return Err(CalendarError::DateShape);
        }
        match leading(date, |c| c.is_ascii_digit()).0.len() {
            8 => Self::parse_compact(date),
            4 => Self::parse(date),
            _ => day_first(date).ok_or(CalendarError::DateShape)?.date(),
        }
    }
}

/// A date of B.E. as it is written, its parts not yet compared with the calendar.
struct Written<'a> {
    day: u32,
    month: u32,
    era: Era,
    year: &'a str,
}

impl Written<'_> {
    /// The date; the year is converted first, since B.E. years have other leap days.
    fn date(&self) -> Result<Date, CalendarError> {
        let (first, offset) = match (self.year.len(), self.era) {
            (2 | 4, Era::Common) => return Err(CalendarError::CommonYear),
            (2, _) => (0, 2500),
            (4, Era::Buddhist) => (FIRST_YEAR.saturating_add(BUDDHIST_OFFSET), 0),
            (4, Era::Unsaid) => (FIRST_BUDDHIST_YEAR, 0),
            _ => return Err(CalendarError::DateShape),
        };
        let year = ascii::number(self.year.as_bytes()).ok_or(CalendarError::DateShape)?;
        let year = year.cast_signed();
        if year < first {
            return Err(CalendarError::CommonYear);
        }
        let common = year.saturating_add(offset).saturating_sub(BUDDHIST_OFFSET);
        Date::from_year(common, self.month, self.day)
    }
}

/// Day, month and year, the month a number or a name.
fn day_first(text: &str) -> Option<Written<'_>> {
    let is_digit = |c: char| c.is_ascii_digit();
    let (day, rest) = leading(text, is_digit);
    let (gap, rest) = leading(rest, |c| !is_digit(c));
    let (number, rest) = leading(rest, is_digit);
    let (month, era, year) = if rest.is_empty() {
        let (month, era) = month_named(&letters(gap))?;
        (month, era, number)
    } else {
        let (before_year, year) = leading(rest, |c| !is_digit(c));
        let gap = letters(gap);
        if !matches!(parted(&gap), "" | "เดือน") {
            return None;
        }
        (day_or_month(number)?, era(&letters(before_year))?, year)
    };
    Some(Written {
        day: day_or_month(day)?,
        month,
        era,
        year,
    })
}

/// The month, 1 to 12, and the era of what stands between a day and a year.
fn month_named(letters: &str) -> Option<(u32, Era)> {
    let text = parted(letters);
    let text = text.strip_prefix("เดือน").unwrap_or(text);
    (1..).zip(MONTHS).find_map(|(month, (name, abbreviation))| {
        let abbreviated = || {
            let mut parts = abbreviation.split('.');
            parts.try_fold(text, |rest, part| rest.strip_prefix(part))
        };
        let rest = text.strip_prefix(name).or_else(abbreviated)?;
        Some((month, era(rest)?))
    })
}

/// The era of what stands before a year.
fn era(letters: &str) -> Option<Era> {
    match parted(letters) {
        "" => Some(Era::Unsaid),
        "พศ" | "พุทธศักราช" => Some(Era::Buddhist),
        "คศ" | "คริสต์ศักราช" | "คริสตศักราช" => {
            Some(Era::Common)
        }
        _ => None,
    }
}

/// Whether a text is a weekday, `วันที่`, both (`วันเสาร์ที่`), or nothing.
fn may_stand_before_day(text: &str) -> bool {
    let word = letters(text);
    let weekday = word.strip_prefix("วัน").unwrap_or(&word);
    let mut rests = WEEKDAYS
        .iter()
        .filter_map(|name| weekday.strip_prefix(name));
    matches!(word.as_str(), "" | "วันที่") || rests.any(|rest| matches!(rest, "" | "ที่" | "วันที่"))
}

/// The text without the mark that parts it from what stands before it.
fn parted(text: &str) -> &str {
    text.strip_prefix(['/', '-', '.']).unwrap_or(text)
}

/// The text without spaces.
fn letters(text: &str) -> String {
    text.chars().filter(|c| *c != ' ').collect()
}

/// A number of one or two digits.
fn day_or_month(digits: &str) -> Option<u32> {
    ascii::number(digits.as_bytes()).filter(|_| matches!(digits.len(), 1 | 2))
}

/// The text up to the first character that is none of these, and the rest.
fn leading(text: &str, is: impl Fn(char) -> bool) -> (&str, &str) {
    let rest = text.trim_start_matches(is);
    (text.strip_suffix(rest).unwrap_or_default(), rest)
}

/// The text in one spelling: without format characters and dots of abbreviations, its spaces and digits those of ASCII,
/// a vowel before its tone mark, SARA AM one character.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !is_format(*c)) {
        let last = plain.chars().next_back();
        match c {
            '.' if last.is_some_and(is_thai_letter) => {}
            '\u{e32}' => push_sara_aa(&mut plain),
            '\u{e31}' | '\u{e34}'..='\u{e3a}' if last.is_some_and(is_tone_mark) => {
                plain.pop();
                plain.push(c);
                plain.extend(last);
            }
            '๐'..='๙' => plain.extend(char::from_digit(u32::from(c) & 0x0f, 10)),
            _ if c.is_whitespace() => plain.push(' '),
            _ => plain.push(c),
        }
    }
    plain
}

/// Adds SARA AA, which is SARA AM together with a NIKHAHIT before it, a tone mark between them or not.
fn push_sara_aa(plain: &mut String) {
    let tone = plain.chars().next_back().filter(|c| is_tone_mark(*c));
    let stem = plain.trim_end_matches(is_tone_mark);
    match stem.strip_suffix('\u{e4d}').map(str::len) {
        Some(length) => {
            plain.truncate(length);
            plain.extend(tone);
            plain.push('\u{e33}');
        }
        None => plain.push('\u{e32}'),
    }
}

/// Letters, vowels and marks of Thai, digits not.
const fn is_thai_letter(c: char) -> bool {
    matches!(c, '\u{e01}'..='\u{e4e}')
}

const fn is_tone_mark(c: char) -> bool {
    matches!(c, '\u{e48}'..='\u{e4b}')
}

#[cfg(test)]
mod tests {
    use super::super::{LAST_YEAR, Style};
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn all_read(texts: &[&str], date: &str) {
        for text in texts {
            assert_eq!(Date::parse_thai(text), Ok(day(date)), "{text}");
        }
    }

    fn all_refused(texts: &[&str], error: CalendarError) {
        for text in texts {
            assert_eq!(Date::parse_thai(text), Err(error), "{text}");
        }
    }

    #[test]
    fn tm_6_every_shape_is_read() {
        let texts = [
            "3/4/64",
            "03/04/64",
            "3/4/2564",
            "๓/๔/๖๔",
            "๓/๔/๒๕๖๔",
            "3 เม.ย. 2564",
            "3 เม.ย. 64",
            "3 เมย 2564",
            "3เม.ย.64",
            "3 เมษายน 2564",
            "๐๓ เมษายน ๒๕๖๔",
            "2021-04-03",
            "๒๐๒๑-๐๔-๐๓",
            "20210403",
            "๒๐๒๑๐๔๐๓",
        ];
        all_read(&texts, "2021-04-03");
        assert_eq!(Date::parse_thai("๑ เมษายน ๒๕๖๓"), Ok(day("2020-04-01")));
    }

    #[test]
    fn tm_6_the_parts_are_parted_by_strokes_hyphens_dots_or_spaces() {
        let texts = [
            "3-4-2564",
            "3.4.2564",
            "3 4 2564",
            "3.4.64",
            " 3 / 4 / 2564 ",
            "3 - 4 - 64",
            "03.04/2564",
            "3/เม.ย./2564",
            "3-เม.ย.-64",
            "3-เมษายน-2564",
            "3.เมษายน.2564",
            "3 เม. ย. 2564",
            "๓.๔.๒๕๖๔",
            "3\t4\n2564",
        ];
        all_read(&texts, "2021-04-03");
        let doubled = [
            "3//4/64",
            "3/4--64",
            "3..4.64",
            "3/-4/64",
            "3/เม.ย.//64",
            "/3/4/64",
            "3/4/64/",
            "-3/4/64",
            ".3/4/64",
            "3/4/64.",
        ];
        all_refused(&doubled, CalendarError::DateShape);
    }

    #[test]
    fn tm_6_words_may_stand_before_their_part() {
        let texts = [
            "วันที่ 3 เมษายน 2564",
            "วันที่3/4/64",
            "วันที่ 2021-04-03",
            "วันที่ ๓ เดือนเมษายน พ.ศ. ๒๕๖๔",
            "วันที่ 3 เดือน เม.ย. พ.ศ.2564",
            "วันที่ 3 เดือน 4 พ.ศ. 2564",
            "3/เดือน 4/พ.ศ. 64",
            "3 เมษายน พ.ศ 2564",
            "3 เมษายน พ. ศ. 2564",
            "3 เมษายน พุทธศักราช ๒๕๖๔",
            "3/4/พุทธศักราช 2564",
            "เสาร์ 3 เมษายน 2564",
            "วันเสาร์ 3/4/64",
            "วันเสาร์ที่ ๓ เมษายน พุทธศักราช ๒๕๖๔",
            "วันเสาร์ วันที่ 3 เม.ย. 64",
            "ส. 3 เม.ย. 64",
            "เสาร์ที่ 3 เม.ย. 64",
        ];
        all_read(&texts, "2021-04-03");
        assert_eq!(Date::parse_thai("3 พ.ย. พ.ศ. 2564"), Ok(day("2021-11-03")));
        for weekday in WEEKDAYS {
            assert_eq!(
                Date::parse_thai(&format!("วัน{weekday}ที่ 3/4/64")),
                Ok(day("2021-04-03")),
                "{weekday}"
            );
        }
        let misplaced = [
            "ที่ 3/4/64",
            "วัน 3/4/64",
            "เดือน 3/4/64",
            "3 วันที่ 4 2564",
            "3 พ.ศ. เมษายน 2564",
            "3/4/เดือน 2564",
            "3 เมษายน 2564 พ.ศ.",
        ];
        all_refused(&misplaced, CalendarError::DateShape);
    }

    #[test]
    fn tm_6_how_a_text_was_typed_makes_no_difference() {
        let texts = [
            "\u{200b}3/\u{200b}4/\u{200e}2564\u{feff}",
            "3\u{a0}เมษายน\u{a0}2564",
            "\u{a0}3\u{202f}เม.ย.\u{2009}64",
            "วันท\u{e48}\u{e35} 3 เมษายน 2564",
            "วันเสาร์ท\u{e48}\u{e35} 3 เม\u{200b}ษายน 2564",
        ];
        all_read(&texts, "2021-04-03");
        assert_eq!(plain("ท\u{e48}\u{e35}"), "ที่");
        for water in [
            "น\u{e49}\u{e4d}\u{e32}",
            "น\u{e4d}\u{e49}\u{e32}",
            "น\u{e49}\u{e33}",
        ] {
            assert_eq!(plain(water), "น้ำ");
        }
        assert_eq!(plain("ค\u{e4d}\u{e32} อ.า. ๐๙.x"), "คำ อา 09.x");
    }

    #[test]
    fn tm_6_every_month_is_read_in_both_names() {
        for (month, (name, abbreviation)) in (1..).zip(MONTHS) {
            let date = Date::new(2021, month, 9).unwrap();
            for name in [name, abbreviation, &abbreviation.replace('.', "")] {
                let read = Date::parse_thai(&format!("9 {name} 2564"));
                assert_eq!(read, Ok(date), "{name}");
            }
        }
    }

    #[test]
    fn tm_6_29_february_2567_is_a_real_day() {
        let texts = [
            "29/2/2567",
            "29/2/67",
            "29 ก.พ. 2567",
            "๒๙ กุมภาพันธ์ ๒๕๖๗",
            "20240229",
        ];
        all_read(&texts, "2024-02-29");
        let common_years = [
            "29/2/2568",
            "29/2/2564",
            "29/2/2500",
            "31/4/64",
            "0/4/64",
            "3/13/64",
        ];
        all_refused(&common_years, CalendarError::ImpossibleDate);
    }

    #[test]
    fn tm_6_the_wrong_era_is_refused() {
        let buddhist = [
            "2564-04-03",
            "๒๕๖๔-๐๔-๐๓",
            "25640403",
            "25670229",
            "2400-01-01",
        ];
        all_refused(&buddhist, CalendarError::BuddhistYear);
        let common = [
            "16/11/2024",
            "29/2/2023",
            "31/12/2399",
            "16 พ.ย. 2024",
            "16.11.2024",
            "16 พฤศจิกายน ๒๐๒๔",
            "3 เมษายน ค.ศ. 2021",
            "3 เมษายน คริสต์ศักราช 2021",
            "3/4/ค.ศ. 21",
            "3/4/ค.ศ. 2564",
            "3 เมษายน พ.ศ. 2021",
            "1/1/พ.ศ. 2342",
        ];
        all_refused(&common, CalendarError::CommonYear);
        all_refused(&["1/1/2943", "1799-12-31"], CalendarError::OutOfRange);
        all_read(&["1/1/2400"], "1857-01-01");
        all_read(&["31/12/2942"], "2399-12-31");
        all_read(&["1/1/พ.ศ. 2343", "1 ม.ค. พ.ศ. 2343"], "1800-01-01");
    }

    #[test]
    fn tm_6_other_shapes_are_refused() {
        let texts = [
            "",
            " ",
            "วันที่",
            "3",
            "3/4",
            "3/4/5/64",
            "3/4/564",
            "3/4/4",
            "003/4/64",
            "3/004/64",
            "2564/4/3",
            "2021-4-3",
            "2021 - 04 - 03",
            "2021040",
            "202104031",
            "3 April 2564",
            "3 เมษา 2564",
            "เมษายน 2564",
            "3 เมษายน",
            "3 2564",
            "3 พ.ศ. 2564",
            "3 เมษายน ร.ศ. 2564",
            "3/4/64 10:30",
            "2021-04-03T00:00:00Z",
            "+3/4/64",
            "3/4/๒x64",
            "99999999999999999999",
        ];
        all_refused(&texts, CalendarError::DateShape);
    }

    fn is_read_again(date: Date) {
        for style in Style::ALL {
            let text = date.format(style).to_string();
            assert_eq!(Date::parse_thai(&text), Ok(date), "{text}");
        }
    }

    #[test]
    fn tm_6_the_edges_of_every_year_are_read_again() {
        for year in FIRST_YEAR..=LAST_YEAR {
            let days = [(1, 1), (2, 28), (2, 29), (12, 31)];
            let dates = days.map(|(month, day)| Date::new(year, month, day));
            dates.into_iter().flatten().for_each(is_read_again);
        }
    }

    proptest! {
        #[test]
        fn tm_6_what_is_written_is_read_again(offset in 0u32..=219_145) {
            is_read_again(Date::FIRST.full_days(offset).unwrap());
        }

        #[test]
        fn tm_6_reading_never_panics(
            text in "\\PC*",
            typed in "[0-9๐-๙ก-๙ ./\u{200b}\u{a0}-]{0,24}",
            parts in proptest::collection::vec(
                prop_oneof!["วัน|วันที่|เสาร์|เดือน|พ.ศ.|ค.ศ.|เม.ย.|กุมภาพันธ์|[/. -]", "[0-9]{1,4}"], 0..8),
        ) {
            for text in [text, typed, parts.concat()] {
                if let Ok(date) = Date::parse_thai(&text) {
                    let long = date.format(Style::ThaiLong).to_string();
                    prop_assert_eq!(Date::parse_thai(&long), Ok(date));
                }
            }
        }
    }
}
