//! Digits read from, and short ASCII texts written to, the stack.

use super::Date;

/// An ASCII text of at most `N` bytes.
pub(super) struct Ascii<const N: usize> {
    bytes: [u8; N],
    length: usize,
}

impl<const N: usize> Ascii<N> {
    /// The empty text.
    pub(super) const fn new() -> Self {
        Self {
            bytes: [0; N],
            length: 0,
        }
    }

    /// Appends `text`; `None`, and no change, where it does not fit.
    #[inline]
    pub(super) fn push(&mut self, text: &[u8]) -> Option<()> {
        let end = self.length.checked_add(text.len())?;
        self.bytes.get_mut(self.length..end)?.copy_from_slice(text);
        self.length = end;
        Some(())
    }

    /// The text.
    pub(super) fn as_str(&self) -> &str {
        let written = self.bytes.get(..self.length).unwrap_or_default();
        std::str::from_utf8(written).unwrap_or_default()
    }
}

/// The number of at most nine ASCII digits; `None` for anything else.
#[inline]
pub(super) fn number(digits: &[u8]) -> Option<u32> {
    // Without an early return: the compiler unrolls it for digits of a known count.
    let (number, valid) = digits.iter().fold((0_u32, true), |(number, valid), digit| {
        let value = u32::from(digit & 0x0f);
        (
            number.wrapping_mul(10).wrapping_add(value),
            valid & digit.is_ascii_digit(),
        )
    });
    valid.then_some(number)
}

/// Year, month and day of `YYYY-MM-DD`.
#[inline]
pub(super) fn year_month_day(text: &[u8; 10]) -> Option<(i32, u32, u32)> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text else {
        return None;
    };
    let year = number(&[y1, y2, y3, y4])?.cast_signed();
    Some((year, number(&[m1, m2])?, number(&[d1, d2])?))
}

/// The two digits of a number below 100.
pub(super) const fn two_digits(number: u32) -> [u8; 2] {
    [b'0' | (number / 10) as u8, b'0' | (number % 10) as u8]
}

/// `YYYY-MM-DD` of a date within the library's years.
pub(super) fn iso(date: Date) -> [u8; 10] {
    let year = date.year().unsigned_abs();
    let ([y1, y2], [y3, y4]) = (two_digits(year / 100), two_digits(year % 100));
    let ([m1, m2], [d1, d2]) = (two_digits(date.month()), two_digits(date.day()));
    [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2]
}
