//! ICD-10 codes (RV-04): upper case, without the dot, one letter, two digits, and up to three more.
//!
//! This room does not know whose diagnosis it is.

use std::fmt;

use super::documents::F43_DIAGNOSIS;
use super::rule::Rule;
use super::text::text;

pub(crate) static RV_04: Rule = Rule::must(
    "RV-04",
    text!("รหัส ICD-10", "ICD-10 code"),
    text!(
        "รหัส ICD-10 เป็นอักษร 1 ตัว ตัวเลข 2 หลัก และตามด้วยตัวเลขหรืออักษรได้อีกไม่เกิน 3 ตัว",
        "An ICD-10 code is one letter, two digits and at most three more digits or letters.",
    ),
    text!(
        "รหัส ICD-10 แปลงเป็นอักษรตัวพิมพ์ใหญ่และตัดจุดออกก่อน แล้วต้องเป็นอักษร 1 ตัว ตัวเลข 2 หลัก \
         และตามด้วยตัวเลขหรืออักษรได้อีกไม่เกิน 3 ตัว การเทียบช่วงรหัสใช้ 3 ตัวแรก รหัสที่ไม่มีรูปแบบนี้ไม่อยู่ในช่วงใด",
        "An ICD-10 code is put in upper case and its dot removed; it then is one letter, two \
         digits and at most three more digits or letters. Ranges compare the first three \
         characters; a code of another shape lies in none.",
    ),
)
.sources(&[F43_DIAGNOSIS]);

/// An ICD-10 code as codes are compared: upper case, without the dot (RV-04).
///
/// ```
/// use bosoto::icd10::Icd10;
///
/// let code = Icd10::read("f20.0").expect("a code");
/// assert_eq!((code.as_str(), code.root()), ("F200", "F20"));
/// assert_eq!(Icd10::read("F200"), Some(code));
/// assert_eq!(Icd10::read("F2"), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Icd10 {
    /// Followed by zeros, so that codes are ordered as texts are.
    letters: [u8; MOST],
}

const MOST: usize = 6;
const ROOT: usize = 3;

impl Icd10 {
    /// The code of a trimmed text; `None` where it has not the shape of one.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        Self::read_bytes(text.as_bytes())
    }

    /// The same of bytes, in whatever encoding that has ASCII in its place.
    #[must_use]
    pub fn read_bytes(text: &[u8]) -> Option<Self> {
        let mut letters = [0; MOST];
        let mut places = letters.iter_mut();
        for byte in text.iter().filter(|byte| **byte != b'.') {
            *places.next()? = byte.to_ascii_uppercase();
        }
        let left = places.len();
        let [letter, tens, ones, more @ ..] = letters;
        let is_more = |byte: &u8| byte.is_ascii_digit() || byte.is_ascii_uppercase();
        let given = more.len().checked_sub(left)?;
        let holds = letter.is_ascii_uppercase()
            && tens.is_ascii_digit()
            && ones.is_ascii_digit()
            && more.iter().take(given).all(is_more);
        holds.then_some(Self { letters })
    }

    /// The code in upper case, without a dot.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let end = self.letters.iter().position(|byte| *byte == 0);
        self.first(end.unwrap_or(MOST))
    }

    /// The three characters that ranges compare.
    #[must_use]
    pub fn root(&self) -> &str {
        self.first(ROOT)
    }

    fn first(&self, count: usize) -> &str {
        let letters = self.letters.get(..count).unwrap_or_default();
        std::str::from_utf8(letters).unwrap_or_default()
    }
}

impl fmt::Debug for Icd10 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn rv_04_the_shape_is_judged_after_normalising() {
        for (text, code) in [
            ("F20", "F20"),
            ("f20.0", "F200"),
            ("F1529A", "F1529A"),
            ("x84.", "X84"),
            ("Z99.zzz", "Z99ZZZ"),
        ] {
            let read = Icd10::read(text).unwrap();
            assert_eq!((read.as_str(), read.root()), (code, &code[..3]), "{text}");
        }
        for text in [
            "",
            ".",
            "F",
            "F2",
            "F2A",
            "20F",
            "F200000",
            "F20 0",
            "F20-0",
            "ก20",
            "F2๐",
            "F20é",
            "\u{17f}20",
        ] {
            assert_eq!(Icd10::read(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn rv_04_no_text_panics_and_what_is_read_is_read_again(text in "\\PC{0,8}|[A-Za-z][0-9]{2}[.0-9A-Za-z]{0,4}") {
            if let Some(code) = Icd10::read(&text) {
                prop_assert_eq!(Icd10::read(code.as_str()), Some(code));
                prop_assert_eq!(code.as_str(), text.to_uppercase().replace('.', ""));
            }
        }
    }
}
