//! A cell of a workbook as the text that the standard has in its place (RV-05).

use std::fmt::{self, Write};

use calamine::{DataRef, ExcelDateTime};

use crate::rows::{Holds, written_out};

/// The days from 30 December 1899, from which Excel counts, to 1970; and from 1 January 1904.
const TO_1970: i64 = 25_569;
const TO_1970_FROM_1904: i64 = 24_107;
/// The day that Excel has and no calendar: 29 February 1900. Before it the count is one less.
const NO_DAY: i64 = 60;
/// From here on a number in a column of dates is no count of days, but the digits of a date.
const DIGITS: f64 = 1e7;

/// A cell as text, of whatever column.
pub(super) fn text(cell: &DataRef<'_>, is_1904: bool) -> String {
    let mut text = String::new();
    // Nothing can fail that writes into a text.
    let _ = write(cell, Holds::Text, is_1904, &mut text);
    text
}

/// Writes a cell for a column that holds this; an empty one writes nothing.
pub(super) fn write(
    cell: &DataRef<'_>,
    holds: Holds,
    is_1904: bool,
    to: &mut impl Write,
) -> fmt::Result {
    match cell {
        DataRef::Empty => Ok(()),
        DataRef::String(text) => to.write_str(text),
        DataRef::SharedString(text) => to.write_str(text),
        DataRef::Int(number) => write!(to, "{number}"),
        DataRef::Float(number) => write_number(*number, holds, is_1904, to),
        DataRef::Bool(flag) => to.write_str(match (flag, holds) {
            (true, Holds::Flag) => "true",
            (false, Holds::Flag) => "false",
            (true, _) => "TRUE",
            (false, _) => "FALSE",
        }),
        DataRef::DateTime(moment) => write_moment(*moment, holds, is_1904, to),
        DataRef::DateTimeIso(text) => write_iso(text, holds, to),
        DataRef::DurationIso(text) => to.write_str(text),
        DataRef::Error(error) => write!(to, "{error}"),
    }
}

/// A number: without `.0`, and never in the form 3.1E+12. In a column of dates a count of days is a date.
fn write_number(number: f64, holds: Holds, is_1904: bool, to: &mut impl Write) -> fmt::Result {
    let width = width(holds).filter(|_| (1.0..DIGITS).contains(&number));
    let digits = width.and_then(|width| Some((digits(number, is_1904)?, width)));
    if let Some((digits, width)) = digits.filter(|(digits, _)| is_a_year(digits)) {
        return write_digits(&digits, width, to);
    }
    // Zero has a sign in a float, and none in a register.
    write!(to, "{}", if number == 0.0 { 0.0 } else { number })
}

/// A cell of dates or times: `YYYYMMDD` or `YYYYMMDDHHMMSS` where the column holds that, and elsewhere as people write it.
fn write_moment(
    moment: ExcelDateTime,
    holds: Holds,
    is_1904: bool,
    to: &mut impl Write,
) -> fmt::Result {
    let number = moment.as_f64();
    let Some(digits) = digits(number, is_1904).filter(|_| moment.is_datetime()) else {
        return write!(to, "{number}");
    };
    let is_time = number < 1.0;
    match width(holds) {
        Some(width) if !is_time => write_digits(&digits, width, to),
        Some(_) => write!(to, "{number}"),
        None => {
            let [century, year, month, day, hour, minute, second] = pairs(&digits);
            match number {
                _ if is_time => write!(to, "{hour}:{minute}:{second}"),
                _ if number.fract() == 0.0 => write!(to, "{century}{year}-{month}-{day}"),
                _ => write!(to, "{century}{year}-{month}-{day} {hour}:{minute}:{second}"),
            }
        }
    }
}

/// `YYYY-MM-DD`, with `THH:MM:SS` behind it or without.
fn write_iso(text: &str, holds: Holds, to: &mut impl Write) -> fmt::Result {
    let (date, time) = text.split_once('T').unwrap_or((text, "00:00:00"));
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    let is_moment = date.len() == 10 && digits(date) == 8 && time.len() >= 8;
    let time = time.get(..8).filter(|time| digits(time) == 6);
    let (Some(width), Some(time), true) = (width(holds), time, is_moment) else {
        return to.write_str(text);
    };
    let all = date.bytes().chain(time.bytes()).filter(u8::is_ascii_digit);
    for digit in all.take(width) {
        to.write_char(char::from(digit))?;
    }
    Ok(())
}

/// How many digits a column of dates has.
fn width(holds: Holds) -> Option<usize> {
    match holds {
        Holds::Date => Some(8),
        Holds::DateTime => Some(14),
        Holds::Text | Holds::Number | Holds::Flag => None,
    }
}

/// `YYYYMMDDHHMMSS` of a count of days; none for a day that there never was.
fn digits(number: f64, is_1904: bool) -> Option<[u8; 14]> {
    if !(0.0..DIGITS).contains(&number) {
        return None;
    }
    let seconds = (number * 86_400.0).round() as i64;
    let day = seconds.div_euclid(86_400);
    let before_1970 = match is_1904 {
        true => TO_1970_FROM_1904,
        false if day == NO_DAY => return None,
        false if day < NO_DAY => TO_1970.saturating_sub(1),
        false => TO_1970,
    };
    let of_1970 = seconds.saturating_sub(before_1970.saturating_mul(86_400));
    Some(written_out(of_1970))
}

/// Whether a count of days is likely one: up to the last year of the Buddhist era that is told from one of ours (RV-05).
fn is_a_year(digits: &[u8; 14]) -> bool {
    digits.first_chunk().is_some_and(|first| *first < *b"3000")
}

fn write_digits(digits: &[u8; 14], width: usize, to: &mut impl Write) -> fmt::Result {
    let digits = digits.get(..width).unwrap_or_default();
    to.write_str(std::str::from_utf8(digits).unwrap_or_default())
}

/// Century, year, month and so on, two digits each.
fn pairs(digits: &[u8; 14]) -> [&str; 7] {
    [0, 2, 4, 6, 8, 10, 12].map(|at: usize| {
        let pair = digits.get(at..at.saturating_add(2)).unwrap_or_default();
        std::str::from_utf8(pair).unwrap_or_default()
    })
}

#[cfg(test)]
mod tests {
    use calamine::{CellErrorType, ExcelDateTimeType};

    use super::*;

    fn written(cell: &DataRef<'_>, holds: Holds) -> String {
        let mut text = String::new();
        write(cell, holds, false, &mut text).unwrap();
        text
    }

    fn typed(number: f64) -> DataRef<'static> {
        let moment = ExcelDateTime::new(number, ExcelDateTimeType::DateTime, false);
        DataRef::DateTime(moment)
    }

    #[test]
    fn rv_05_numbers_are_written_as_they_stand() {
        for (number, text) in [
            (3_100_600_445_635.0, "3100600445635"),
            (99.0, "99"),
            (-0.0, "0"),
            (36.6, "36.6"),
            (1e21, "1000000000000000000000"),
        ] {
            assert_eq!(written(&DataRef::Float(number), Holds::Text), text);
        }
        let text = DataRef::SharedString("3.10E+12");
        assert_eq!(written(&text, Holds::Text), "3.10E+12");
    }

    #[test]
    fn rv_05_counts_of_days_are_dates_in_columns_of_dates() {
        for (number, date) in [
            (1.0, "19000101"),
            (59.0, "19000228"),
            (60.0, "60"),
            (61.0, "19000301"),
            (45_351.0, "20240229"),
            (45_446.385_416_67, "20240603"),
            (243_772.0, "25670603"),
            (20_240_603.0, "20240603"),
            (25_670_603.0, "25670603"),
            (670_603.0, "670603"),
            (0.5, "0.5"),
            (0.0, "0"),
            (-1.0, "-1"),
        ] {
            assert_eq!(written(&DataRef::Float(number), Holds::Date), date);
        }
        let admitted = written(&DataRef::Float(45_446.385_416_67), Holds::DateTime);
        assert_eq!(admitted, "20240603091500");
        let digits = written(&DataRef::Float(20_240_603_091_500.0), Holds::DateTime);
        assert_eq!(digits, "20240603091500");
        assert_eq!(written(&typed(45_446.0), Holds::DateTime), "20240603000000");
        assert_eq!(written(&typed(0.25), Holds::Date), "0.25");
        let iso = DataRef::DateTimeIso("2024-06-03T09:15:00.000".to_owned());
        assert_eq!(written(&iso, Holds::Date), "20240603");
        assert_eq!(written(&iso, Holds::DateTime), "20240603091500");
        let mut text = String::new();
        write(&DataRef::Float(43_984.0), Holds::Date, true, &mut text).unwrap();
        assert_eq!(text, "20240603");
    }

    #[test]
    fn rv_05_elsewhere_a_date_is_written_as_people_write_it() {
        for (number, text) in [
            (45_446.0, "2024-06-03"),
            (45_446.385_416_67, "2024-06-03 09:15:00"),
            (0.385_416_67, "09:15:00"),
        ] {
            assert_eq!(written(&typed(number), Holds::Text), text);
        }
        assert_eq!(written(&DataRef::Bool(true), Holds::Text), "TRUE");
        assert_eq!(written(&DataRef::Bool(true), Holds::Flag), "true");
        let error = DataRef::Error(CellErrorType::NA);
        assert_eq!(written(&error, Holds::Date), "#N/A");
        assert_eq!(written(&DataRef::Empty, Holds::Date), "");
    }
}
