//! Characters of texts that people send: which show nothing, which have no place in a text.
//!
//! This room does not know which text it is.

/// Whether there is nothing to read in a text: nothing but white space, control characters, format characters
/// and fillers.
///
/// ```
/// use bosoto::base::characters::is_blank;
///
/// assert!(is_blank(" \u{200b}\u{3164}\n"));
/// assert!(!is_blank("ไม่ทราบ"));
/// ```
#[must_use]
pub fn is_blank(text: &str) -> bool {
    text.chars().all(shows_nothing)
}

fn shows_nothing(c: char) -> bool {
    c.is_whitespace() || c.is_control() || is_format(c) || is_filler(c)
}

/// Format characters (`Cf` of Unicode): joiners, directions, soft hyphens, byte order marks.
pub(crate) const fn is_format(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{600}'..='\u{605}' | '\u{61c}' | '\u{6dd}' | '\u{70f}' | '\u{890}' | '\u{891}' | '\u{8e2}'
            | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{110bd}' | '\u{110cd}'
            | '\u{13430}'..='\u{1343f}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0001}'
            | '\u{e0020}'..='\u{e007f}'
    )
}

/// Hyphens and dashes of any kind (`Pd` of Unicode), and the minus sign that is typed for one.
pub(crate) const fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{58a}' | '\u{5be}' | '\u{1400}' | '\u{1806}' | '\u{2010}'
            ..='\u{2015}'
                | '\u{2212}'
                | '\u{2e17}'
                | '\u{2e1a}'
                | '\u{2e3a}'
                | '\u{2e3b}'
                | '\u{2e40}'
                | '\u{2e5d}'
                | '\u{301c}'
                | '\u{3030}'
                | '\u{30a0}'
                | '\u{fe31}'
                | '\u{fe32}'
                | '\u{fe58}'
                | '\u{fe63}'
                | '\u{ff0d}'
                | '\u{10d6e}'
                | '\u{10ead}'
    )
}

/// Letters, marks and signs that show nothing either: what Unicode lets a screen leave out
/// (`Default_Ignorable_Code_Point`), and the Braille pattern without dots.
const fn is_filler(c: char) -> bool {
    matches!(
        c,
        '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{2065}' | '\u{2800}'
            | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// Whether one look at the bytes of a text shows that there is something to read in it and no control character:
/// most begin with a letter or digit of ASCII or Thai.
pub(crate) fn are_plain(text: &[u8]) -> bool {
    let begins_seen = match text {
        [0xe0, 0xb8 | 0xb9, ..] => true,
        [first, ..] => first.is_ascii_graphic(),
        [] => false,
    };
    begins_seen && !has_suspect(text)
}

/// Whether a text has a control character other than TAB, LF and CR.
pub(crate) fn has_control(text: &str) -> bool {
    let is_odd = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r');
    text.chars().any(is_odd)
}

/// Whether one of the bytes may be of a control character; the last eight are looked at as they stand, also where
/// some were looked at before.
fn has_suspect(text: &[u8]) -> bool {
    if let Some(last) = text.last_chunk() {
        let (chunks, _) = text.as_chunks();
        return is_suspect(*last) || chunks.iter().copied().any(is_suspect);
    }
    match (text.first_chunk(), text.last_chunk()) {
        (Some([a, b, c, d]), Some([e, f, g, h])) => is_suspect([*a, *b, *c, *d, *e, *f, *g, *h]),
        _ => text.iter().any(|byte| is_suspect([*byte; 8])),
    }
}

/// Whether one of eight bytes may be of a control character: one of ASCII, or the first of those above it. All are
/// looked at together: a byte that is 0 after the distance to what is looked for was taken borrows into its highest bit.
const fn is_suspect(bytes: [u8; 8]) -> bool {
    const EACH: u64 = u64::from_ne_bytes([1; 8]);
    const HIGHEST: u64 = u64::from_ne_bytes([0x80; 8]);
    const SPACES: u64 = u64::from_ne_bytes([b' '; 8]);
    let bytes64 = u64::from_ne_bytes(bytes);
    let delete = bytes64 ^ u64::from_ne_bytes([0x7f; 8]);
    let above = bytes64 ^ u64::from_ne_bytes([0xc2; 8]);
    let below_space = bytes64.wrapping_sub(SPACES) & !bytes64;
    let is_delete = delete.wrapping_sub(EACH) & !delete;
    let is_above = above.wrapping_sub(EACH) & !above;
    (below_space | is_delete | is_above) & HIGHEST != 0
}

/// Whether a text is nothing but ASCII digits; nothing is.
#[inline]
pub(crate) fn are_digits(text: &[u8]) -> bool {
    match (text.first_chunk(), text.last_chunk()) {
        (Some(first), Some(last)) if text.len() <= 16 => {
            digits(*first).is_some() && digits(*last).is_some()
        }
        _ => text.iter().all(u8::is_ascii_digit),
    }
}

/// The values of eight ASCII digits, a byte for each, the first lowest; none where one is no digit. All are looked at
/// together.
#[inline]
pub(crate) const fn digits(text: [u8; 8]) -> Option<u64> {
    const ZEROS: u64 = u64::from_ne_bytes([b'0'; 8]);
    const HIGH: u64 = u64::from_ne_bytes([0xf0; 8]);
    const PAST_NINE: u64 = u64::from_ne_bytes([6; 8]);
    let values = u64::from_le_bytes(text) ^ ZEROS;
    match (values | values.wrapping_add(PAST_NINE)) & HIGH {
        0 => Some(values),
        _ => None,
    }
}

/// The number of characters in UTF-8: of bytes that do not continue one.
#[inline]
pub(crate) fn count(text: &[u8]) -> usize {
    const EACH: u64 = u64::from_ne_bytes([1; 8]);
    const HIGHEST: u64 = u64::from_ne_bytes([0x80; 8]);
    let (chunks, rest) = text.as_chunks::<8>();
    let continuing = chunks.iter().map(|chunk| {
        let bytes = u64::from_ne_bytes(*chunk);
        // A byte continues one where its highest bit is set and the next is not.
        let continuing = (bytes & !(bytes << 1) & HIGHEST) >> 7;
        continuing.wrapping_mul(EACH) >> 56
    });
    let of_rest = rest.iter().filter(|byte| **byte & 0xc0 == 0x80).count();
    let of_chunks = continuing.sum::<u64>() as usize;
    text.len().wrapping_sub(of_chunks.wrapping_add(of_rest))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_shows_nothing_is_blank() {
        let nothing = [
            ' ',
            '\t',
            '\0',
            '\u{7f}',
            '\u{85}',
            '\u{a0}',
            '\u{ad}',
            '\u{34f}',
            '\u{61c}',
            '\u{115f}',
            '\u{1160}',
            '\u{17b4}',
            '\u{180e}',
            '\u{200b}',
            '\u{200d}',
            '\u{200e}',
            '\u{2028}',
            '\u{202e}',
            '\u{2060}',
            '\u{2066}',
            '\u{2800}',
            '\u{3000}',
            '\u{3164}',
            '\u{fe0f}',
            '\u{feff}',
            '\u{ffa0}',
            '\u{e0020}',
            '\u{e01ef}',
        ];
        assert!(is_blank(""));
        assert!(is_blank(&String::from_iter(nothing)));
        for c in nothing {
            assert!(is_blank(&c.to_string()), "{c:?}");
            assert!(!is_blank(&format!("{c}ก{c}")), "{c:?}");
        }
        for seen in ["-", "ก", "\u{e31}", "0", "๐", "😀"] {
            assert!(!is_blank(seen), "{seen}");
        }
    }

    #[test]
    fn tab_and_line_ends_are_no_control_characters_of_a_text() {
        for taken in ["", "a\tb\r\nc", "ก\u{a0}ข", "é", "\u{2028}\u{200b}"] {
            assert!(!has_control(taken), "{taken:?}");
        }
        for refused in ["\0", "ก\u{1}", "\u{1b}[31m", "\u{7f}", "ก\u{85}ข", "\u{9f}"] {
            assert!(has_control(refused), "{refused:?}");
        }
    }

    proptest! {
        #[test]
        fn digits_are_seen_together(text in "[0-9]{0,20}|[0-9]{0,9}\\PC[0-9]{0,9}") {
            let each = text.bytes().all(|byte| byte.is_ascii_digit());
            prop_assert_eq!(are_digits(text.as_bytes()), each);
        }

        #[test]
        fn characters_are_counted(text in "\\PC{0,40}") {
            prop_assert_eq!(count(text.as_bytes()), text.chars().count());
        }

        #[test]
        fn control_characters_are_found_wherever_they_stand(before in ".{0,40}", after in ".{0,40}") {
            let middle = format!("{before}\u{8}{after}");
            prop_assert!(has_control(&middle));
            prop_assert!(!are_plain(middle.as_bytes()));
        }

        #[test]
        fn what_is_plain_at_one_look_is_plain_at_a_second(text in ".{0,24}|[ก-๛\\PC\\t\u{85}\u{a0}\u{7f}]{0,24}") {
            let plain = are_plain(text.as_bytes());
            prop_assert!(!plain || (!has_control(&text) && !is_blank(&text)), "{text:?}");
        }

        #[test]
        fn usual_texts_are_plain_at_one_look(text in "[!-~ก-ฮะ-เ][ -~ก-๛]{0,40}") {
            prop_assert!(are_plain(text.as_bytes()), "{text:?}");
        }

        #[test]
        fn the_tables_are_those_of_unicode(format in "\\p{Cf}", hidden in "\\p{Default_Ignorable_Code_Point}") {
            prop_assert!(format.chars().all(is_format), "{format:?}");
            prop_assert!(is_blank(&hidden), "{hidden:?}");
        }

        #[test]
        fn dashes_are_those_of_unicode(dash in "\\p{Pd}") {
            prop_assert!(dash.chars().all(is_dash), "{dash:?}");
        }

        #[test]
        fn letters_digits_and_signs_are_seen(seen in "[\\p{L}\\p{N}\\p{P}\\p{S}&&[^\\p{DI}\u{2800}\\p{Cf}]]") {
            prop_assert!(!is_blank(&seen), "{seen:?}");
        }
    }
}
