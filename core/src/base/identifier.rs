//! Citizen IDs, facility codes and telephone numbers (RV-01, RV-03, RV-08).
//!
//! - RV-01: a citizen ID has 13 digits, the last of which checks the others; a first digit 9 is worth a warning, and
//!   so is a number that stands for nobody. Nothing is inferred about nationality.
//! - RV-03: a facility code has 5 digits, or 9 digits and upper-case letters; it has no check digit.
//! - RV-08: a telephone number has 9 digits (fixed line) or 10 (mobile), separators ignored; `+66` may stand for the
//!   first 0, and an extension may follow.
//!
//! Digits are ASCII. A fault never holds the value. This room does not know where the value stands.

use super::characters::{are_digits, digits, is_dash, is_format};
use super::documents::F43_PERSON;
use super::fault::Fault;
use super::rule::Rule;
use super::text::text;

pub(crate) static RV_01: Rule = Rule::must(
    "RV-01",
    text!("เลขประจำตัวประชาชน", "Citizen id"),
    text!(
        "เลขประจำตัวประชาชนมี 13 หลัก ไม่มีขีดหรือเว้นวรรค หลักสุดท้ายต้องถูกต้อง และไม่ใช่เลขตัวอย่าง \
         ผู้ที่ไม่มีให้ใช้หนังสือเดินทางหรือเลขแทน ห้ามสร้างเลขขึ้นเอง",
        "A citizen id has 13 digits without dashes or spaces, the last one fits, and it is no \
         sample. A person without one has a passport or an issued number, never a made-up id.",
    ),
    text!(
        "เลขประจำตัวประชาชนมี 13 หลัก หลักสุดท้ายเป็นเลขตรวจสอบ คือ (11 − (ผลรวม mod 11)) mod 10 \
         โดยผลรวมคือหลักที่ 1 ถึง 12 คูณน้ำหนัก 13 ลงมาถึง 2 หลักแรกเป็น 0 ถึง 8 หากเป็น 9 \
         มีคำเตือนเมื่อเลขตรวจสอบถูกต้อง เลขที่ 12 หลักแรกซ้ำกันทั้งหมด (เช่น 1111111111119) \
         เป็นเลขตัวอย่างหรือใช้แทนการไม่ทราบเลข แม้เลขตรวจสอบถูกต้อง ในแฟ้มข้อมูลมีคำเตือน \
         แต่ในรายการที่ส่งเข้าระบบไม่รับ ไม่รับขีดหรือเว้นวรรค ห้ามสรุปสัญชาติจากเลข \
         ผู้ที่ไม่มีเลขประจำตัวประชาชนให้ใช้หนังสือเดินทางหรือเลขแทน ซึ่งเป็นคนละชนิด ห้ามสร้างเลขขึ้นเอง",
        "A citizen id has 13 digits; the last is the check digit (11 − (sum mod 11)) mod 10, \
         the sum being digits 1 to 12 weighted 13 down to 2. The first digit is 0 to 8; a 9 \
         gives a warning, and only when the check digit holds. A number whose first twelve \
         digits are alike, such as 1111111111119, is a sample or stands for an unknown number, \
         though its check digit holds: a warning in records, refused in a command. Dashes and \
         spaces are not taken. Nationality is never inferred from it. A person without one has another kind of identifier, a passport or an issued \
         number, never a made-up citizen id.",
    ),
)
.sources(&[F43_PERSON]);

pub(crate) static RV_03: Rule = Rule::must(
    "RV-03",
    text!("รหัสหน่วยบริการ", "Facility code"),
    text!(
        "รหัสหน่วยบริการเป็นตัวเลข 5 หลัก หรือ 9 ตัวที่เป็นตัวเลขหรืออักษรอังกฤษตัวพิมพ์ใหญ่",
        "A facility code is 5 digits, or 9 characters that are digits or upper-case letters.",
    ),
    text!(
        "รหัสหน่วยบริการเป็นตัวเลข 5 หลัก หรือ 9 ตัวที่เป็นตัวเลขหรืออักษรอังกฤษตัวพิมพ์ใหญ่ (ใช้ตั้งแต่ 1 ตุลาคม 2567 \
         แต่ไม่เทียบกับวันที่ของแถว) ไม่มีเลขตรวจสอบ",
        "A facility code is 5 digits, or 9 characters that are digits or upper-case letters (in \
         use since 1 October 2567 (2024), which is not judged against a row's date). It has no \
         check digit.",
    ),
)
.sources(&[F43_PERSON]);

pub(crate) static RV_08: Rule = Rule::must(
    "RV-08",
    text!("หมายเลขโทรศัพท์และรายได้", "Phone number and income"),
    text!(
        "โทรศัพท์พื้นฐาน 9 หลัก ขึ้นต้นด้วย 02–05 หรือ 07 โทรศัพท์เคลื่อนที่ 10 หลัก ขึ้นต้นด้วย 06, 08 หรือ 09 \
         ใช้ +66 แทน 0 ตัวแรกและมีเลขหมายภายในต่อท้ายได้ รายได้เป็นจำนวนเต็มบาทตั้งแต่ 0 ขึ้นไป",
        "A fixed line has 9 digits starting with 02 to 05 or 07, a mobile 10 digits starting \
         with 06, 08 or 09; +66 may stand for the first 0, and an extension may follow. An \
         income is whole baht, 0 or more.",
    ),
    text!(
        "หมายเลขโทรศัพท์พื้นฐานมี 9 หลัก ขึ้นต้นด้วย 02–05 หรือ 07 โทรศัพท์เคลื่อนที่มี 10 หลัก ขึ้นต้นด้วย 06, 08 หรือ \
         09 โดยไม่นับช่องว่าง อักขระที่ไม่แสดงผล ขีดทุกแบบ จุด และวงเล็บ ใช้ +66 หรือ 0066 แทน 0 ตัวแรกได้ \
         และมีเลขหมายภายใน 1 ถึง 6 หลักต่อท้ายได้ (หลังคำว่า “ต่อ” เครื่องหมาย # หรือ ext) \
         ช่องโทรศัพท์ทั้งสองใส่ได้ทั้งสองแบบ \
         ในแฟ้มข้อมูลซึ่งเป็นข้อความอิสระไม่เกิน 15 ตัวอักษร หมายเลขที่ไม่ถูกต้องและความยาวเกินเป็นเพียงคำเตือน \
         และใส่หลายหมายเลขคั่นด้วยจุลภาคหรือ / ได้ โดยถูกต้องหมายเลขเดียวก็พอ ส่วนรายได้เป็นจำนวนเต็มบาทตั้งแต่ 0 ขึ้นไป",
        "A fixed line has 9 digits starting with 02 to 05 or 07, a mobile 10 digits starting \
         with 06, 08 or 09; white space, format characters, hyphens and dashes of any kind, \
         dots and brackets are ignored. +66 or 0066 may stand for the first 0, and an extension \
         of 1 to 6 digits may follow after #, ext, x or the Thai word for it. Either phone column takes either \
         kind. In records, where the standard has free text of 15 characters, a number that is \
         none and one that is too long are warnings, and several may be parted by commas or \
         slashes: one that holds is enough. An income is a whole number of baht, 0 or more.",
    ),
)
.sources(&[F43_PERSON]);

/// Not 13 digits.
pub static CID_SHAPE: Fault = Fault::value(
    11,
    &RV_01,
    "cid_shape",
    text!(
        "ช่อง “{field}” ต้องเป็นเลขประจำตัวประชาชน 13 หลัก ไม่มีขีดหรือเว้นวรรค (RV-01) โปรดแก้ไข ผู้ที่ไม่มีเลขประจำตัวประชาชน ให้ระบุหนังสือเดินทางหรือเลขแทน",
        "“{field}” has to be a citizen ID of 13 digits without dashes or spaces (RV-01); correct it, or give the passport or the issued number of a person without one",
    ),
);
/// The last digit does not follow from the others.
pub static CID_CHECK_DIGIT: Fault = Fault::value(
    12,
    &RV_01,
    "cid_check_digit",
    text!(
        "เลขประจำตัวประชาชนในช่อง “{field}” ไม่ผ่านการตรวจสอบหลักสุดท้าย (RV-01) โปรดตรวจทานกับบัตรประจำตัวประชาชน",
        "the check digit of the citizen ID in “{field}” is wrong (RV-01); compare it with the card",
    ),
);
/// The first digit is 9, seen with persons without civil registration.
pub static CID_FIRST_DIGIT_9: Fault = Fault::value(
    13,
    &RV_01,
    "cid_first_digit_9",
    text!(
        "เลขประจำตัวประชาชนขึ้นต้นด้วย 9 ซึ่งพบในบุคคลที่ไม่มีสถานะทางทะเบียน โปรดตรวจทาน",
        "the citizen ID begins with 9, as seen with persons without civil registration; check it",
    ),
)
.warning();
/// A passport or an issued number without the number.
pub static NO_NUMBER: Fault = Fault::value(
    14,
    &RV_01,
    "no_number",
    text!(
        "ต้องกรอกช่อง “{field}” เป็นเลขหนังสือเดินทางหรือเลขแทน (RV-01)",
        "“{field}” is required: the number of the passport, or the issued number (RV-01)",
    ),
);
/// The first twelve digits are alike: a sample, or what stands for an unknown number.
pub static CID_PLACEHOLDER: Fault = Fault::value(
    15,
    &RV_01,
    "cid_placeholder",
    text!(
        "เลขประจำตัวประชาชนนี้เป็นเลขตัวอย่างหรือใช้แทนการไม่ทราบเลข (12 หลักแรกซ้ำกัน) โปรดตรวจทาน",
        "the citizen ID is a sample or stands for an unknown number, as its first twelve digits are alike; check it",
    ),
)
.warning();
/// The same in a command, which is refused.
pub static CID_OF_NOBODY: Fault = Fault::value(
    16,
    &RV_01,
    "cid_placeholder",
    text!(
        "เลขประจำตัวประชาชนในช่อง “{field}” เป็นเลขตัวอย่างหรือใช้แทนการไม่ทราบเลข (RV-01) โปรดระบุเลขตามบัตรประจำตัวประชาชน ผู้ที่ไม่มีเลขประจำตัวประชาชน ให้ระบุหนังสือเดินทางหรือเลขแทน",
        "the citizen ID in “{field}” is a sample or stands for an unknown number (RV-01); give that of the card, or the passport or the issued number of a person without one",
    ),
);
/// Neither 5 digits nor 9 digits and upper-case letters.
pub static FACILITY_SHAPE: Fault = Fault::value(
    31,
    &RV_03,
    "facility_shape",
    text!(
        "รหัสหน่วยบริการต้องเป็นตัวเลข 5 หลัก หรือตัวเลขและอักษรอังกฤษตัวพิมพ์ใหญ่ 9 ตัว โปรดแก้ไข",
        "a facility code is 5 digits, or 9 digits and upper-case letters; correct it",
    ),
);
/// Not a telephone number.
pub static PHONE: Fault = Fault::value(
    41,
    &RV_08,
    "phone",
    text!(
        "ช่อง “{field}” ไม่ถูกต้อง (RV-08) โปรดแก้ไข โทรศัพท์พื้นฐานมี 9 หลัก ขึ้นต้นด้วย 02–05 หรือ 07 โทรศัพท์เคลื่อนที่มี 10 หลัก ขึ้นต้นด้วย 06 08 หรือ 09 ใช้ +66 แทน 0 ตัวแรกได้ เลขหมายภายในให้เขียนต่อท้ายว่า ต่อ",
        "“{field}” is no phone number (RV-08): give 9 digits from 02–05 or 07, or 10 digits from 06, 08 or 09; +66 may stand for the first 0, an extension follows `ext`",
    ),
);
/// Less than nothing.
pub static INCOME: Fault = Fault::value(
    42,
    &RV_08,
    "income",
    text!(
        "ช่อง “{field}” ต้องเป็นจำนวนเต็มบาทตั้งแต่ 0 ขึ้นไป (RV-08) โปรดแก้ไข",
        "“{field}” has to be whole baht, 0 or more (RV-08); correct it",
    ),
);

/// Every fault of an identifier, a phone or an income, of records too.
pub(crate) const FAULTS: &[&Fault] = &[
    &CID_SHAPE,
    &CID_CHECK_DIGIT,
    &CID_FIRST_DIGIT_9,
    &NO_NUMBER,
    &CID_PLACEHOLDER,
    &CID_OF_NOBODY,
    &FACILITY_SHAPE,
    &PHONE,
    &INCOME,
];

/// Judges a citizen ID (เลขประจำตัวประชาชน): shape, then check digit, then whether it stands for nobody, then first
/// digit (RV-01). What stands for nobody is a warning here, as of records; a command is refused.
///
/// ```
/// use bosoto::identifier::judge_citizen_id;
///
/// assert!(judge_citizen_id("3100600445635").is_none());
/// assert_eq!(judge_citizen_id("3100600445636").unwrap().code, "cid_check_digit");
/// ```
#[must_use]
pub fn judge_citizen_id(value: &str) -> Option<&'static Fault> {
    judge_citizen_id_bytes(value.as_bytes())
}

/// The same of bytes.
#[inline]
pub(crate) fn judge_citizen_id_bytes(value: &[u8]) -> Option<&'static Fault> {
    let (Some(first), Some(last), 13) = (value.first_chunk(), value.last_chunk(), value.len())
    else {
        return Some(&CID_SHAPE);
    };
    let (Some(first), Some(last)) = (digits(*first), digits(*last)) else {
        return Some(&CID_SHAPE);
    };
    if last >> 56 != check_digit(first, last) {
        return Some(&CID_CHECK_DIGIT);
    }
    let are_alike = first == first.rotate_left(8) && first << 8 == last << 8;
    if are_alike {
        return Some(&CID_PLACEHOLDER);
    }
    (first & 0xff == 9).then_some(&CID_FIRST_DIGIT_9)
}

/// (11 − (Σ mod 11)) mod 10, with Σ the first twelve digits weighted 13 to 2. They are given as the first eight of
/// thirteen and the last eight, three of them twice.
#[inline]
fn check_digit(first: u64, last: u64) -> u64 {
    let first = weighted(first, [13, 12, 11, 10, 9, 8, 7, 6]);
    let others = weighted(last, [0, 0, 0, 5, 4, 3, 2, 0]);
    11_u64.wrapping_sub(first.wrapping_add(others) % 11) % 10
}

/// The sum of eight digits, each times its weight. Four are multiplied at once: in lanes of 16 bits, of which the highest
/// adds up the products that meet there.
#[inline]
fn weighted(digits: u64, [a, b, c, d, e, f, g, h]: [u64; 8]) -> u64 {
    const LANES: u64 = u64::from_le_bytes([0xff, 0, 0xff, 0, 0xff, 0, 0xff, 0]);
    let lanes = |first, second, third, fourth| first | second << 16 | third << 32 | fourth << 48;
    let odd = (digits & LANES).wrapping_mul(lanes(g, e, c, a)) >> 48;
    let even = (digits >> 8 & LANES).wrapping_mul(lanes(h, f, d, b)) >> 48;
    odd.wrapping_add(even)
}

/// Judges a facility code (รหัสสถานพยาบาล): 5 digits, or 9 digits and upper-case letters (RV-03).
///
/// ```
/// use bosoto::identifier::judge_facility;
///
/// assert!(judge_facility("10670").is_none());
/// assert!(judge_facility("EA0010670").is_none());
/// assert_eq!(judge_facility("1067").unwrap().code, "facility_shape");
/// ```
#[must_use]
pub fn judge_facility(value: &str) -> Option<&'static Fault> {
    (!is_facility(value.as_bytes())).then_some(&FACILITY_SHAPE)
}

/// Whether it is a facility code.
pub(crate) fn is_facility(value: &[u8]) -> bool {
    (value.len() == 5 && are_digits(value)) || is_long_facility(value)
}

/// Whether it is a facility code of 9 characters.
#[inline]
pub(crate) fn is_long_facility(value: &[u8]) -> bool {
    let is_known = |byte: &u8| byte.is_ascii_digit() || byte.is_ascii_uppercase();
    value.len() == 9 && value.iter().all(is_known)
}

/// Judges a telephone number, fixed or mobile (RV-08). White space, format characters, hyphens and dashes, `.`, `(`
/// and `)` are ignored; `+66` or `0066` may stand for the first 0; an extension of 1 to 6 digits may follow after
/// `ต่อ`, `#`, `ext` or `x`.
///
/// ```
/// use bosoto::identifier::judge_phone;
///
/// assert!(judge_phone("081-234-5678").is_none());
/// assert!(judge_phone("+66 (2) 590 1000 ต่อ 12").is_none());
/// assert_eq!(judge_phone("0812345").unwrap().code, "phone");
/// ```
#[must_use]
pub fn judge_phone(value: &str) -> Option<&'static Fault> {
    let kept = value.chars().filter(|c| !is_ignored(*c));
    (!is_phone(kept)).then_some(&PHONE)
}

fn is_phone(number: impl Iterator<Item = char> + Clone) -> bool {
    let begun = ["+66", "0066", "0"].iter();
    let Some(mut rest) = begun.into_iter().find_map(|zero| after(&number, zero)) else {
        return false;
    };
    let others = match rest.next() {
        Some('2'..='5' | '7') => 7,
        Some('6' | '8' | '9') => 8,
        _ => return false,
    };
    let digits = rest.by_ref().take(others).filter(char::is_ascii_digit);
    digits.count() == others && (rest.clone().next().is_none() || is_extension(&rest))
}

fn is_extension(rest: &(impl Iterator<Item = char> + Clone)) -> bool {
    let mut markers = ["ต่อ", "#", "ext", "x"].iter();
    markers.any(|marker| {
        after(rest, marker).is_some_and(|mut number| {
            let digits = number.clone().count();
            (1..=6).contains(&digits) && number.all(|c| c.is_ascii_digit())
        })
    })
}

/// What follows these characters, whatever their case.
fn after<I: Iterator<Item = char> + Clone>(text: &I, begin: &str) -> Option<I> {
    let mut rest = text.clone();
    let begins = begin.chars().all(|expected| {
        let next = rest.next();
        next.is_some_and(|c| c.eq_ignore_ascii_case(&expected))
    });
    begins.then_some(rest)
}

/// What parts the digits of a number, and what is not seen.
fn is_ignored(c: char) -> bool {
    let parts = || matches!(c, '.' | '(' | ')') || c.is_whitespace() || is_format(c) || is_dash(c);
    !c.is_ascii_alphanumeric() && parts()
}

/// Judges an income: whole baht, none below 0 (RV-08).
#[must_use]
pub fn judge_income(baht: i64) -> Option<&'static Fault> {
    (baht < 0).then_some(&INCOME)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::fault::Severity;
    use proptest::prelude::*;

    fn taken(cid: &str) -> bool {
        judge_citizen_id(cid).is_none_or(|fault| fault.severity == Severity::Warning)
    }

    #[test]
    fn rv_01_valid_samples() {
        for value in ["3100600445635", "1234545678781", "1100000000041"] {
            assert_eq!(judge_citizen_id(value), None, "{value}");
        }
    }

    #[test]
    fn rv_01_shape_is_judged_first() {
        for value in [
            "",
            "310060044563",
            "31006004456355",
            "3-1006-00445-63-5",
            "310060044563x",
            "๓๑๐๐๖๐",
            "91",
        ] {
            assert_eq!(judge_citizen_id(value), Some(&CID_SHAPE), "{value}");
        }
    }

    #[test]
    fn rv_01_first_digit_nine_warns_only_when_the_check_digit_holds() {
        let valid = (0..10)
            .map(|check| format!("910060044563{check}"))
            .filter(|cid| {
                judge_citizen_id(cid).is_none_or(|fault| fault.severity == Severity::Warning)
            });
        let valid: Vec<_> = valid.collect();
        assert_eq!(valid.len(), 1);
        assert_eq!(judge_citizen_id(&valid[0]), Some(&CID_FIRST_DIGIT_9));
        assert_eq!(CID_FIRST_DIGIT_9.severity, Severity::Warning);
        let wrong = (0..10)
            .map(|check| format!("910060044563{check}"))
            .find(|cid| *cid != valid[0])
            .unwrap();
        assert_eq!(judge_citizen_id(&wrong), Some(&CID_CHECK_DIGIT));
    }

    #[test]
    fn rv_01_first_digit_zero_is_plain() {
        let valid = (0..10)
            .map(|check| format!("010060044563{check}"))
            .find(|cid| {
                judge_citizen_id(cid).is_none_or(|fault| fault.severity == Severity::Warning)
            });
        assert_eq!(judge_citizen_id(&valid.unwrap()), None);
    }

    #[test]
    fn rv_01_twelve_digits_alike_are_nobodys() {
        let alike = (0..10).map(|digit| format!("{digit}").repeat(12));
        for body in alike {
            let of_body = (0..10).map(|check| judge_citizen_id(&format!("{body}{check}")));
            let placeholders = of_body.filter(|fault| *fault == Some(&CID_PLACEHOLDER));
            assert_eq!(placeholders.count(), 1, "{body}");
        }
        for cid in ["0000000000001", "1111111111119", "9999999999994"] {
            assert_eq!(judge_citizen_id(cid), Some(&CID_PLACEHOLDER), "{cid}");
        }
        assert_eq!(judge_citizen_id("1111111111111"), Some(&CID_CHECK_DIGIT));
        assert_eq!(CID_PLACEHOLDER.severity, Severity::Warning);
    }

    /// The check digit of the first twelve digits, by the formula.
    fn check_of(cid: &str) -> u32 {
        let weighted = cid.bytes().zip((2..=13_u32).rev());
        let products = weighted.map(|(digit, weight)| u32::from(digit & 0x0f).wrapping_mul(weight));
        11_u32.wrapping_sub(products.sum::<u32>() % 11) % 10
    }

    /// As the rule says it, digit by digit.
    fn by_the_rule(cid: &str) -> Option<&'static Fault> {
        let digits: Option<Vec<u32>> = cid.chars().map(|digit| digit.to_digit(10)).collect();
        let Some([first, others @ .., check]) = digits.as_deref().filter(|all| all.len() == 13)
        else {
            return Some(&CID_SHAPE);
        };
        if *check != check_of(cid) {
            return Some(&CID_CHECK_DIGIT);
        }
        if others.iter().all(|digit| digit == first) {
            return Some(&CID_PLACEHOLDER);
        }
        (*first == 9).then_some(&CID_FIRST_DIGIT_9)
    }

    #[test]
    fn rv_03_facility_codes() {
        for value in ["10670", "00000", "123456789", "EA0010670", "ABCDEFGHI"] {
            assert_eq!(judge_facility(value), None, "{value}");
        }
        for value in [
            "",
            "1067",
            "106700",
            "1067A",
            "ea0010670",
            "EA001067",
            "EA0010670X",
            "EA 010670",
            "๑๐๖",
        ] {
            assert_eq!(judge_facility(value), Some(&FACILITY_SHAPE), "{value}");
        }
    }

    #[test]
    fn rv_08_phones() {
        for value in [
            "021234567",
            "053123456",
            "075 611 000",
            "0612345678",
            "(081) 234-5678",
            "09.1234.5678",
            "-0812345678",
            "081\t234\u{a0}5678",
            "081\u{2011}234\u{2013}5678",
            "081−234–5678\u{200b}",
            "+66812345678",
            "+66 2 590 1000",
            "0066-81-234-5678",
            "02-590-1000 ต่อ 1234",
            "025901000 #12",
            "02 590 1000 ext. 123456",
            "0812345678X1",
        ] {
            assert_eq!(judge_phone(value), None, "{value}");
        }
        for value in [
            "",
            " -.()",
            "0",
            "02",
            "0212345678",
            "081234567",
            "08123456789",
            "061234567",
            "0112345678",
            "001234567",
            "812345678",
            "66812345678",
            "+660812345678",
            "+6681234567",
            "00660812345678",
            "++66812345678",
            "025901000 ต่อ",
            "025901000 ต่อ 1234567",
            "025901000 ต่อ ๑๒",
            "025901000 ต่อ 12 ต่อ 13",
            "025901000, 0812345678",
            "ต่อ 12",
            "081234567a",
            "a812345678",
            "0a12345678",
            "081/2345678",
            "๐๘๑๒๓๔๕๖๗๘",
        ] {
            assert_eq!(judge_phone(value), Some(&PHONE), "{value}");
        }
    }

    proptest! {
        #[test]
        fn rv_01_a_number_is_judged_as_digit_by_digit(
            body in "[0-9]{12}|1{12}|9{12}|0{12}",
            other in prop::option::of((0..12_usize, "[0-9a ]")),
        ) {
            let mut body = body;
            if let Some((place, other)) = other {
                body.replace_range(place..=place, &other);
            }
            for check in ('0'..='9').chain(['x', '/', ':']) {
                let cid = format!("{body}{check}");
                prop_assert_eq!(judge_citizen_id(&cid), by_the_rule(&cid), "{}", cid);
            }
        }

        #[test]
        fn rv_01_the_check_digit_is_that_of_the_formula(body in "[0-9]{12}") {
            let check = check_of(&body);
            let cid = format!("{body}{check}");
            prop_assert!(taken(&cid), "{}", cid);
        }

        #[test]
        fn rv_01_one_check_digit_of_ten_holds(body in "[0-9]{12}") {
            let valid = (0..10).filter(|check| taken(&format!("{body}{check}")));
            prop_assert_eq!(valid.count(), 1);
        }

        #[test]
        fn rv_01_no_text_panics(text in "\\PC{0,14}") {
            let _ = (judge_citizen_id(&text), judge_facility(&text), judge_phone(&text));
        }
    }
}
