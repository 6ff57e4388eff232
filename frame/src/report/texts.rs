//! Texts and numbers as a page writes them.

use std::fmt::{self, Write};

use bosoto::Date;
use bosoto::calendar::Style;
use bosoto::record::Day;

use super::Language;

/// How many characters of a cell are shown.
const MOST: usize = 40;

/// The beginning of a text; no vowel or tone mark is taken from its consonant.
pub(super) fn cut(text: &str) -> String {
    let is_mark = |c: &char| matches!(c, 'ั' | 'ำ' | 'ิ'..='ฺ' | '็'..='๎');
    let mut rest = text.chars();
    let mut begin: String = rest.by_ref().take(MOST).collect();
    let mut rest = rest.peekable();
    for _ in 0..3 {
        begin.extend(rest.next_if(is_mark));
    }
    if rest.peek().is_some() {
        begin.push('…');
    }
    begin
}

/// A text in HTML, also between quotes. What a browser would obey or hide is shown as its code.
pub(super) struct Escaped<'a>(pub &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}' => {
                    write!(f, "{}", c.escape_unicode())?;
                }
                c if c.is_control() => write!(f, "{}", c.escape_default())?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

/// A number with its thousands parted: `1,234,567`.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        let left = digits.len().saturating_sub(at);
        if at > 0 && left.is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// How many of a thousand, half up.
fn of_thousand(part: u64, whole: u64) -> u64 {
    let (part, whole) = (u128::from(part), u128::from(whole));
    let doubled = part.saturating_mul(2_000).saturating_add(whole);
    let share = doubled.checked_div(whole.saturating_mul(2));
    share.unwrap_or_default().min(1_000) as u64
}

/// A share in percent with one decimal; neither none nor all where it is not quite.
pub(super) fn percent(part: u64, whole: u64) -> String {
    match of_thousand(part, whole) {
        0 if part > 0 => "<0.1".to_owned(),
        1_000 if part < whole => ">99.9".to_owned(),
        share => format!("{}.{}", share / 10, share % 10),
    }
}

/// A day as a language writes it.
pub(super) fn day(day: Day, language: Language) -> String {
    let number = day.number();
    let year = (number / 10_000).cast_signed();
    let Some(date) = Date::new(year, number / 100 % 100, number % 100) else {
        return String::new();
    };
    match language {
        Language::Thai => date.format(Style::ThaiAbbreviated).to_string(),
        Language::English => date.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_and_shares_honest() {
        assert_eq!(
            [0, 999, 1_000, 1_234_567].map(grouped),
            ["0", "999", "1,000", "1,234,567"]
        );
        assert_eq!(percent(1, 8), "12.5");
        assert_eq!(percent(0, 8), "0.0");
        assert_eq!(percent(8, 8), "100.0");
        assert_eq!(percent(1, 100_000), "<0.1");
        assert_eq!(percent(99_999, 100_000), ">99.9");
        assert_eq!(percent(0, 0), "0.0");
        assert_eq!(percent(u64::MAX, u64::MAX), "100.0");
    }

    #[test]
    fn what_a_browser_would_obey_is_written_out() {
        let text = Escaped("<b a=\"'&\u{202e}\0\r").to_string();
        assert_eq!(text, "&lt;b a=&quot;&#39;&amp;\\u{202e}\\u{0}\\r");
    }

    #[test]
    fn a_long_text_is_cut_behind_the_marks_of_its_last_consonant() {
        assert_eq!(cut("สั้น"), "สั้น");
        let long = cut(&"x".repeat(10_000));
        assert_eq!((long.chars().count(), long.ends_with("x…")), (41, true));
        assert_eq!(
            cut(&["ก".repeat(39), "กี่ก".to_owned()].concat()),
            ["ก".repeat(39), "กี่…".to_owned()].concat()
        );
        assert_eq!(cut(&"ก".repeat(40)), "ก".repeat(40));
    }
}
