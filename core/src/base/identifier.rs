//! Citizen IDs, facility codes and telephone numbers (RV-01, RV-03, RV-08).
//!
//! - RV-01: a citizen ID has 13 digits, the last of which checks the others; a first digit 9 is worth a warning.
//!   Nothing is inferred about nationality.
//! - RV-03: a facility code has 5 digits, or 9 digits and upper-case letters; it has no check digit.
//! - RV-08: a telephone number has 9 digits (fixed line) or 10 (mobile), separators ignored.
//!
//! Digits are ASCII. Errors never hold the value.

/// What is worth knowing about a valid citizen ID.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CidNote {
    /// Nothing.
    Plain,
    /// The first digit is 9, seen with persons without civil registration: a warning.
    FirstDigitNine,
}

impl CidNote {
    /// The stable code of the warning, where there is one (RV-07).
    #[must_use]
    pub const fn warning(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::FirstDigitNine => Some("cid_first_digit_9"),
        }
    }
}

/// Why a citizen ID (เลขประจำตัวประชาชน) is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum CidError {
    /// Not 13 digits.
    #[error(
        "not a citizen ID: write 13 digits without separators, or give another kind of identifier"
    )]
    Shape,
    /// The last digit does not follow from the others.
    #[error("the citizen ID's check digit does not hold: compare it with the card")]
    CheckDigit,
}

impl CidError {
    /// The stable code of the error (RV-07).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Shape => "cid_shape",
            Self::CheckDigit => "cid_check_digit",
        }
    }
}

/// The facility code (รหัสสถานพยาบาล) is refused: `facility_shape`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[error("not a facility code: write 5 digits, or 9 digits and upper-case letters")]
pub struct FacilityError;

impl FacilityError {
    /// The stable code of the error (RV-07).
    #[must_use]
    pub const fn code(self) -> &'static str {
        "facility_shape"
    }
}

/// The telephone number is refused: `phone`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[error(
    "not a telephone number: write 9 digits from 02 to 05 or 07, or 10 digits from 06, 08 or 09"
)]
pub struct PhoneError;

impl PhoneError {
    /// The stable code of the error (RV-07).
    #[must_use]
    pub const fn code(self) -> &'static str {
        "phone"
    }
}

/// Checks a citizen ID: shape, then check digit, then first digit (RV-01).
///
/// # Errors
///
/// `cid_shape`, `cid_check_digit`.
///
/// ```
/// use bosoto::identifier::{CidError, CidNote, check_citizen_id};
///
/// assert_eq!(check_citizen_id("3100600445635"), Ok(CidNote::Plain));
/// assert_eq!(check_citizen_id("3100600445636"), Err(CidError::CheckDigit));
/// ```
pub fn check_citizen_id(value: &str) -> Result<CidNote, CidError> {
    let digits: &[u8; 13] = value.as_bytes().try_into().map_err(|_| CidError::Shape)?;
    if !digits.iter().all(u8::is_ascii_digit) {
        return Err(CidError::Shape);
    }
    let &[body @ .., check] = digits;
    if check & 0x0f != check_digit(body) {
        return Err(CidError::CheckDigit);
    }
    Ok(if digits.starts_with(b"9") {
        CidNote::FirstDigitNine
    } else {
        CidNote::Plain
    })
}

/// (11 − (Σ mod 11)) mod 10, with Σ the digits weighted 13 to 2.
fn check_digit(body: [u8; 12]) -> u8 {
    let weighted = body.iter().zip((2..=13_u16).rev());
    let sum: u16 = weighted
        .map(|(digit, weight)| u16::from(digit & 0x0f).wrapping_mul(weight))
        .sum();
    (11_u16.wrapping_sub(sum % 11) % 10) as u8
}

/// Checks a facility code: 5 digits, or 9 digits and upper-case letters (RV-03).
///
/// # Errors
///
/// `facility_shape`.
///
/// ```
/// use bosoto::identifier::check_facility;
///
/// assert!(check_facility("10670").is_ok());
/// assert!(check_facility("EA0010670").is_ok());
/// assert_eq!(check_facility("1067").unwrap_err().code(), "facility_shape");
/// ```
pub fn check_facility(value: &str) -> Result<(), FacilityError> {
    let valid = match value.len() {
        5 => value.bytes().all(|byte| byte.is_ascii_digit()),
        9 => value
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase()),
        _ => false,
    };
    if valid { Ok(()) } else { Err(FacilityError) }
}

/// Checks a telephone number, fixed or mobile; the separators space, `-`, `.`, `(`, `)` are ignored (RV-08).
///
/// # Errors
///
/// `phone`.
///
/// ```
/// use bosoto::identifier::check_phone;
///
/// assert!(check_phone("081-234-5678").is_ok());
/// assert!(check_phone("(02) 590 1000").is_ok());
/// assert_eq!(check_phone("+66812345678").unwrap_err().code(), "phone");
/// ```
pub fn check_phone(value: &str) -> Result<(), PhoneError> {
    let mut digits = value.bytes().filter(|byte| !b" -.()".contains(byte));
    let (first, second) = (digits.next(), digits.next());
    let length = match second {
        Some(b'2'..=b'5' | b'7') => 9,
        Some(b'6' | b'8' | b'9') => 10,
        _ => return Err(PhoneError),
    };
    let others = digits.try_fold(2_usize, |count, byte| {
        byte.is_ascii_digit().then_some(count.saturating_add(1))
    });
    if first == Some(b'0') && others == Some(length) {
        Ok(())
    } else {
        Err(PhoneError)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn rv_01_valid_samples() {
        for value in ["3100600445635", "1234545678781", "1100000000041"] {
            assert_eq!(check_citizen_id(value), Ok(CidNote::Plain), "{value}");
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
            assert_eq!(check_citizen_id(value), Err(CidError::Shape), "{value}");
        }
    }

    #[test]
    fn rv_01_first_digit_nine_warns_only_when_the_check_digit_holds() {
        let valid = (0..10)
            .map(|check| format!("910060044563{check}"))
            .filter(|cid| check_citizen_id(cid).is_ok());
        let valid: Vec<_> = valid.collect();
        assert_eq!(valid.len(), 1);
        assert_eq!(check_citizen_id(&valid[0]), Ok(CidNote::FirstDigitNine));
        assert_eq!(CidNote::FirstDigitNine.warning(), Some("cid_first_digit_9"));
        let wrong = (0..10)
            .map(|check| format!("910060044563{check}"))
            .find(|cid| *cid != valid[0])
            .unwrap();
        assert_eq!(check_citizen_id(&wrong), Err(CidError::CheckDigit));
    }

    #[test]
    fn rv_01_first_digit_zero_is_plain() {
        let valid = (0..10)
            .map(|check| format!("010060044563{check}"))
            .find(|cid| check_citizen_id(cid).is_ok());
        assert_eq!(check_citizen_id(&valid.unwrap()), Ok(CidNote::Plain));
        assert_eq!(CidNote::Plain.warning(), None);
    }

    #[test]
    fn rv_01_errors_have_codes_and_no_value() {
        let value = "3100600445636";
        let error = check_citizen_id(value).unwrap_err();
        assert_eq!(
            (error.code(), CidError::Shape.code()),
            ("cid_check_digit", "cid_shape")
        );
        assert!(!format!("{error} {error:?}").contains(value));
    }

    #[test]
    fn rv_03_facility_codes() {
        for value in ["10670", "00000", "123456789", "EA0010670", "ABCDEFGHI"] {
            assert_eq!(check_facility(value), Ok(()), "{value}");
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
            assert_eq!(check_facility(value), Err(FacilityError), "{value}");
        }
        assert_eq!(FacilityError.code(), "facility_shape");
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
            assert_eq!(check_phone(value), Ok(()), "{value}");
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
            assert_eq!(check_phone(value), Err(PhoneError), "{value}");
        }
        assert_eq!(PhoneError.code(), "phone");
    }

    proptest! {
        #[test]
        fn rv_01_one_check_digit_of_ten_holds(body in "[0-9]{12}") {
            let valid = (0..10).filter(|check| check_citizen_id(&format!("{body}{check}")).is_ok());
            prop_assert_eq!(valid.count(), 1);
        }

        #[test]
        fn rv_01_no_text_panics(text in "\\PC{0,14}") {
            let _ = (check_citizen_id(&text), check_facility(&text), check_phone(&text));
        }
    }
}
