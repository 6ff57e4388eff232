//! Citizen IDs, facility codes and telephone numbers (RV-01, RV-03, RV-08).
//!
//! - RV-01: a citizen ID has 13 digits, the last of which checks the others; a first digit 9 is worth a warning.
//!   Nothing is inferred about nationality.
//! - RV-03: a facility code has 5 digits, or 9 digits and upper-case letters; it has no check digit.
//! - RV-08: a telephone number has 9 digits (fixed line) or 10 (mobile), separators ignored.
//!
//! Digits are ASCII. A fault never holds the value. This room does not know where the value stands.

use super::documents::F43_PERSON;
use super::fault::Fault;
use super::rule::Rule;
use super::text::text;

pub(crate) static RV_01: Rule = Rule::must(
    "RV-01",
    text("เลขประจำตัวประชาชน", "Citizen id"),
    text(
        "เลขประจำตัวประชาชนมี 13 หลักและหลักสุดท้ายต้องถูกต้อง ผู้ที่ไม่มีให้ใช้หนังสือเดินทางหรือเลขแทน \
         ห้ามสร้างเลขขึ้นเอง",
        "A citizen id has 13 digits, and the last one must fit. A person without one has a \
         passport or an issued number, never a made-up id.",
    ),
    text(
        "เลขประจำตัวประชาชนมี 13 หลัก หลักสุดท้ายเป็นเลขตรวจสอบ คือ (11 − (ผลรวม mod 11)) mod 10 \
         โดยผลรวมคือหลักที่ 1 ถึง 12 คูณน้ำหนัก 13 ลงมาถึง 2 หลักแรกเป็น 0 ถึง 8 หากเป็น 9 \
         มีคำเตือนเมื่อเลขตรวจสอบถูกต้อง ห้ามสรุปสัญชาติจากเลข \
         ผู้ที่ไม่มีเลขประจำตัวประชาชนให้ใช้หนังสือเดินทางหรือเลขแทน ซึ่งเป็นคนละชนิด ห้ามสร้างเลขขึ้นเอง",
        "A citizen id has 13 digits; the last is the check digit (11 − (sum mod 11)) mod 10, \
         the sum being digits 1 to 12 weighted 13 down to 2. The first digit is 0 to 8; a 9 \
         gives a warning, and only when the check digit holds. Nationality is never inferred \
         from it. A person without one has another kind of identifier, a passport or an issued \
         number, never a made-up citizen id.",
    ),
)
.sources(&[F43_PERSON]);

pub(crate) static RV_03: Rule = Rule::must(
    "RV-03",
    text("รหัสหน่วยบริการ", "Facility code"),
    text(
        "รหัสหน่วยบริการเป็นตัวเลข 5 หลัก หรือ 9 ตัวที่เป็นตัวเลขหรืออักษรอังกฤษตัวพิมพ์ใหญ่",
        "A facility code is 5 digits, or 9 characters that are digits or upper-case letters.",
    ),
    text(
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
    text("หมายเลขโทรศัพท์และรายได้", "Phone number and income"),
    text(
        "โทรศัพท์พื้นฐาน 9 หลัก ขึ้นต้นด้วย 02–05 หรือ 07 โทรศัพท์เคลื่อนที่ 10 หลัก ขึ้นต้นด้วย 06, 08 หรือ 09 \
         รายได้เป็นจำนวนเต็มบาทตั้งแต่ 0 ขึ้นไป",
        "A fixed line has 9 digits starting with 02 to 05 or 07, a mobile 10 digits starting \
         with 06, 08 or 09. An income is whole baht, 0 or more.",
    ),
    text(
        "หมายเลขโทรศัพท์พื้นฐานมี 9 หลัก ขึ้นต้นด้วย 02–05 หรือ 07 โทรศัพท์เคลื่อนที่มี 10 หลัก ขึ้นต้นด้วย 06, 08 หรือ \
         09 โดยไม่นับช่องว่าง ขีด จุด และวงเล็บ ช่องโทรศัพท์ทั้งสองใส่ได้ทั้งสองแบบ ส่วนรายได้เป็นจำนวนเต็มบาทตั้งแต่ \
         0 ขึ้นไป",
        "A fixed line has 9 digits starting with 02 to 05 or 07, a mobile 10 digits starting \
         with 06, 08 or 09; spaces, hyphens, dots and brackets are ignored. Either phone column \
         takes either kind. An income is a whole number of baht, 0 or more.",
    ),
)
.sources(&[F43_PERSON]);

/// Not 13 digits.
pub static CID_SHAPE: Fault = Fault::value(
    11,
    &RV_01,
    "cid_shape",
    text(
        "ช่อง “{field}” ต้องเป็นเลขประจำตัวประชาชน 13 หลัก (RV-01) โปรดแก้ไข ผู้ที่ไม่มีเลขประจำตัวประชาชน ให้ระบุหนังสือเดินทางหรือเลขแทน",
        "“{field}” has to be a citizen ID of 13 digits (RV-01); correct it, or give the passport or the issued number of a person without one",
    ),
);
/// The last digit does not follow from the others.
pub static CID_CHECK_DIGIT: Fault = Fault::value(
    12,
    &RV_01,
    "cid_check_digit",
    text(
        "เลขประจำตัวประชาชนในช่อง “{field}” ไม่ผ่านการตรวจสอบหลักสุดท้าย (RV-01) โปรดตรวจทานกับบัตรประจำตัวประชาชน",
        "the check digit of the citizen ID in “{field}” is wrong (RV-01); compare it with the card",
    ),
);
/// The first digit is 9, seen with persons without civil registration.
pub static CID_FIRST_DIGIT_9: Fault = Fault::value(
    13,
    &RV_01,
    "cid_first_digit_9",
    text(
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
    text(
        "ต้องกรอกช่อง “{field}” เป็นเลขหนังสือเดินทางหรือเลขแทน (RV-01)",
        "“{field}” is required: the number of the passport, or the issued number (RV-01)",
    ),
);
/// Neither 5 digits nor 9 digits and upper-case letters.
pub static FACILITY_SHAPE: Fault = Fault::value(
    31,
    &RV_03,
    "facility_shape",
    text(
        "รหัสหน่วยบริการต้องเป็นตัวเลข 5 หลัก หรือตัวเลขและอักษรอังกฤษตัวพิมพ์ใหญ่ 9 ตัว โปรดแก้ไข",
        "a facility code is 5 digits, or 9 digits and upper-case letters; correct it",
    ),
);
/// Not a telephone number.
pub static PHONE: Fault = Fault::value(
    41,
    &RV_08,
    "phone",
    text(
        "ช่อง “{field}” ไม่ถูกต้อง (RV-08) โปรดแก้ไข โทรศัพท์พื้นฐานมี 9 หลัก ขึ้นต้นด้วย 02–05 หรือ 07 โทรศัพท์เคลื่อนที่มี 10 หลัก ขึ้นต้นด้วย 06 08 หรือ 09",
        "“{field}” is no phone number (RV-08): give 9 digits from 02–05 or 07, or 10 digits from 06, 08 or 09",
    ),
);
/// Less than nothing.
pub static INCOME: Fault = Fault::value(
    42,
    &RV_08,
    "income",
    text(
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
    &FACILITY_SHAPE,
    &PHONE,
    &INCOME,
];

/// Judges a citizen ID (เลขประจำตัวประชาชน): shape, then check digit, then first digit (RV-01).
///
/// ```
/// use bosoto::identifier::judge_citizen_id;
///
/// assert!(judge_citizen_id("3100600445635").is_none());
/// assert_eq!(judge_citizen_id("3100600445636").unwrap().code, "cid_check_digit");
/// ```
#[must_use]
pub fn judge_citizen_id(value: &str) -> Option<&'static Fault> {
    let Ok(digits): Result<&[u8; 13], _> = value.as_bytes().try_into() else {
        return Some(&CID_SHAPE);
    };
    if !digits.iter().all(u8::is_ascii_digit) {
        return Some(&CID_SHAPE);
    }
    let &[body @ .., check] = digits;
    if check & 0x0f != check_digit(body) {
        return Some(&CID_CHECK_DIGIT);
    }
    digits.starts_with(b"9").then_some(&CID_FIRST_DIGIT_9)
}

/// (11 − (Σ mod 11)) mod 10, with Σ the digits weighted 13 to 2.
fn check_digit(body: [u8; 12]) -> u8 {
    let weighted = body.iter().zip((2..=13_u16).rev());
    let sum: u16 = weighted
        .map(|(digit, weight)| u16::from(digit & 0x0f).wrapping_mul(weight))
        .sum();
    (11_u16.wrapping_sub(sum % 11) % 10) as u8
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
    let valid = match value.len() {
        5 => value.bytes().all(|byte| byte.is_ascii_digit()),
        9 => value
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase()),
        _ => false,
    };
    (!valid).then_some(&FACILITY_SHAPE)
}

/// Judges a telephone number, fixed or mobile; the separators space, `-`, `.`, `(`, `)` are ignored (RV-08).
///
/// ```
/// use bosoto::identifier::judge_phone;
///
/// assert!(judge_phone("081-234-5678").is_none());
/// assert!(judge_phone("(02) 590 1000").is_none());
/// assert_eq!(judge_phone("+66812345678").unwrap().code, "phone");
/// ```
#[must_use]
pub fn judge_phone(value: &str) -> Option<&'static Fault> {
    let mut digits = value.bytes().filter(|byte| !b" -.()".contains(byte));
    let (first, second) = (digits.next(), digits.next());
    let length = match second {
        Some(b'2'..=b'5' | b'7') => 9,
        Some(b'6' | b'8' | b'9') => 10,
        _ => return Some(&PHONE),
    };
    let others = digits.try_fold(2_usize, |count, byte| {
        byte.is_ascii_digit().then_some(count.saturating_add(1))
    });
    let valid = first == Some(b'0') && others == Some(length);
    (!valid).then_some(&PHONE)
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
            "+66812345678",
            "081234567a",
            "a812345678",
            "0a12345678",
            "081/2345678",
            "081\t2345678",
            "๐๘๑๒๓๔๕๖๗๘",
        ] {
            assert_eq!(judge_phone(value), Some(&PHONE), "{value}");
        }
    }

    proptest! {
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
