//! Windows-874, the eight-bit Thai of older systems (TIS-620 with a few signs more).
//!
//! A table of our own: a library of encodings carries those of China and Japan along.

/// What a byte says; U+FFFD where it says nothing.
pub(crate) const fn character(byte: u8) -> char {
    match byte {
        0x00..=0x7f => byte as char,
        0x80 => '€',
        0x85 => '…',
        0x91 => '‘',
        0x92 => '’',
        0x93 => '“',
        0x94 => '”',
        0x95 => '•',
        0x96 => '–',
        0x97 => '—',
        0xa0 => '\u{a0}',
        // Thai stands as it does in Unicode, from ก on.
        0xa1..=0xda | 0xdf..=0xfb => match char::from_u32((byte as u32).wrapping_add(0xe00 - 0xa0))
        {
            Some(thai) => thai,
            None => char::REPLACEMENT_CHARACTER,
        },
        _ => char::REPLACEMENT_CHARACTER,
    }
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test may panic")]
mod tests {
    use super::character;

    #[test]
    fn rv_05_thai_stands_where_the_standard_has_it() {
        let pairs = [
            (0xa1, 'ก'),
            (0xda, '\u{e3a}'),
            (0xdf, '฿'),
            (0xfb, '๛'),
            (0xf1, '๑'),
        ];
        for (byte, thai) in pairs {
            assert_eq!(character(byte), thai);
        }
        for byte in [0x81, 0xdb, 0xde, 0xfc, 0xff] {
            assert_eq!(character(byte), '\u{fffd}');
        }
    }
}
