//! Provinces, health regions and area codes (RV-02).
//!
//! An area code is made of two digits each for the province (changwat), the district (amphoe) and the subdistrict
//! (tambon). There are 77 provinces in 13 health regions; province 99 means unknown. Districts and subdistricts
//! are checked for shape only. Errors never hold the code, which may be part of a person's address.

/// The province code that means "unknown" (RV-02: a warning in records, no error).
pub const UNKNOWN_PROVINCE: &str = "99";

/// A province (จังหวัด) and its health region (เขตสุขภาพ).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Province {
    /// Two digits.
    pub code: &'static str,
    /// Name in Thai.
    pub name_th: &'static str,
    /// Health region, 1 to 13.
    pub region: u8,
}

impl Province {
    const fn new(code: &'static str, name_th: &'static str, region: u8) -> Self {
        Self {
            code,
            name_th,
            region,
        }
    }
}

/// Why an area code is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum AreaError {
    /// Not so many digits.
    #[error("not an area code: write {digits} digits")]
    Shape {
        /// The digits the code should have: 2, 4 or 6.
        digits: u8,
    },
    /// The first two digits are no province, and not 99.
    #[error(
        "no such province: correct the first two digits of the area code, or write 99 where it is unknown"
    )]
    NoSuchProvince,
}

impl AreaError {
    /// The stable code of the error (RV-07).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Shape { .. } => "area_shape",
            Self::NoSuchProvince => "no_such_province",
        }
    }
}

/// The province of a two-digit code; `None` for 99 and for any other text.
///
/// ```
/// use bosoto::area::province;
///
/// let krabi = province("81").unwrap();
/// assert_eq!((krabi.name_th, krabi.region), ("กระบี่", 11));
/// assert_eq!(province("99"), None);
/// ```
#[must_use]
pub fn province(code: &str) -> Option<&'static Province> {
    let index = PROVINCES
        .binary_search_by(|province| province.code.cmp(code))
        .ok()?;
    PROVINCES.get(index)
}

/// Checks the two digits of a province; 99 is accepted (RV-02).
///
/// # Errors
///
/// `area_shape`, `no_such_province`.
pub fn check_province(code: &str) -> Result<(), AreaError> {
    check(code, 2)
}

/// Checks the four digits of a district; province 99 is accepted (RV-02).
///
/// # Errors
///
/// `area_shape`, `no_such_province`.
pub fn check_district(code: &str) -> Result<(), AreaError> {
    check(code, 4)
}

/// Checks the six digits of a subdistrict; province 99 is accepted (RV-02).
///
/// # Errors
///
/// `area_shape`, `no_such_province`.
///
/// ```
/// use bosoto::area::check_tambon;
///
/// assert!(check_tambon("810101").is_ok());
/// assert_eq!(check_tambon("8101").unwrap_err().code(), "area_shape");
/// assert_eq!(check_tambon("290101").unwrap_err().code(), "no_such_province");
/// ```
pub fn check_tambon(code: &str) -> Result<(), AreaError> {
    check(code, 6)
}

/// The four digits of the district of a six-digit code; `None` for another shape.
///
/// ```
/// assert_eq!(bosoto::area::district_of("810101"), Some("8101"));
/// ```
#[must_use]
pub fn district_of(tambon: &str) -> Option<&str> {
    if has_digits(tambon, 6) {
        tambon.get(..4)
    } else {
        None
    }
}

/// The two digits of the province of a code of two, four or six digits; `None` for another shape.
///
/// Whether the province exists is not asked.
///
/// ```
/// assert_eq!(bosoto::area::province_of("8101"), Some("81"));
/// ```
#[must_use]
pub fn province_of(code: &str) -> Option<&str> {
    if [2, 4, 6].iter().any(|digits| has_digits(code, *digits)) {
        code.get(..2)
    } else {
        None
    }
}

/// The health region, 1 to 13, of a two-digit province code.
///
/// ```
/// assert_eq!(bosoto::area::region_of("10"), Some(13));
/// ```
#[must_use]
pub fn region_of(code: &str) -> Option<u8> {
    province(code).map(|province| province.region)
}

/// The code of the health region, `R1` to `R13`, of a two-digit province code.
///
/// ```
/// assert_eq!(bosoto::area::region_code_of("81"), Some("R11"));
/// ```
#[must_use]
pub fn region_code_of(code: &str) -> Option<&'static str> {
    let index = usize::from(region_of(code)?).checked_sub(1)?;
    REGION_CODES.get(index).copied()
}

fn check(code: &str, digits: u8) -> Result<(), AreaError> {
    if !has_digits(code, digits) {
        return Err(AreaError::Shape { digits });
    }
    let known = |code| code == UNKNOWN_PROVINCE || province(code).is_some();
    if code.get(..2).is_some_and(known) {
        Ok(())
    } else {
        Err(AreaError::NoSuchProvince)
    }
}

fn has_digits(code: &str, digits: u8) -> bool {
    code.len() == usize::from(digits) && code.bytes().all(|byte| byte.is_ascii_digit())
}

/// The codes of the 13 health regions, as organisations and areas have them.
pub const REGION_CODES: [&str; 13] = [
    "R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11", "R12", "R13",
];

/// The 77 provinces, by code.
pub const PROVINCES: [Province; 77] = [
    Province::new("10", "กรุงเทพมหานคร", 13),
    Province::new("11", "สมุทรปราการ", 6),
    Province::new("12", "นนทบุรี", 4),
    Province::new("13", "ปทุมธานี", 4),
    Province::new("14", "พระนครศรีอยุธยา", 4),
    Province::new("15", "อ่างทอง", 4),
    Province::new("16", "ลพบุรี", 4),
    Province::new("17", "สิงห์บุรี", 4),
    Province::new("18", "ชัยนาท", 3),
    Province::new("19", "สระบุรี", 4),
    Province::new("20", "ชลบุรี", 6),
    Province::new("21", "ระยอง", 6),
    Province::new("22", "จันทบุรี", 6),
    Province::new("23", "ตราด", 6),
    Province::new("24", "ฉะเชิงเทรา", 6),
    Province::new("25", "ปราจีนบุรี", 6),
    Province::new("26", "นครนายก", 4),
    Province::new("27", "สระแก้ว", 6),
    Province::new("30", "นครราชสีมา", 9),
    Province::new("31", "บุรีรัมย์", 9),
    Province::new("32", "สุรินทร์", 9),
    Province::new("33", "ศรีสะเกษ", 10),
    Province::new("34", "อุบลราชธานี", 10),
    Province::new("35", "ยโสธร", 10),
    Province::new("36", "ชัยภูมิ", 9),
    Province::new("37", "อำนาจเจริญ", 10),
    Province::new("38", "บึงกาฬ", 8),
    Province::new("39", "หนองบัวลำภู", 8),
    Province::new("40", "ขอนแก่น", 7),
    Province::new("41", "อุดรธานี", 8),
    Province::new("42", "เลย", 8),
    Province::new("43", "หนองคาย", 8),
    Province::new("44", "มหาสารคาม", 7),
    Province::new("45", "ร้อยเอ็ด", 7),
    Province::new("46", "กาฬสินธุ์", 7),
    Province::new("47", "สกลนคร", 8),
    Province::new("48", "นครพนม", 8),
    Province::new("49", "มุกดาหาร", 10),
    Province::new("50", "เชียงใหม่", 1),
    Province::new("51", "ลำพูน", 1),
    Province::new("52", "ลำปาง", 1),
    Province::new("53", "อุตรดิตถ์", 2),
    Province::new("54", "แพร่", 1),
    Province::new("55", "น่าน", 1),
    Province::new("56", "พะเยา", 1),
    Province::new("57", "เชียงราย", 1),
    Province::new("58", "แม่ฮ่องสอน", 1),
    Province::new("60", "นครสวรรค์", 3),
    Province::new("61", "อุทัยธานี", 3),
    Province::new("62", "กำแพงเพชร", 3),
    Province::new("63", "ตาก", 2),
    Province::new("64", "สุโขทัย", 2),
    Province::new("65", "พิษณุโลก", 2),
    Province::new("66", "พิจิตร", 3),
    Province::new("67", "เพชรบูรณ์", 2),
    Province::new("70", "ราชบุรี", 5),
    Province::new("71", "กาญจนบุรี", 5),
    Province::new("72", "สุพรรณบุรี", 5),
    Province::new("73", "นครปฐม", 5),
    Province::new("74", "สมุทรสาคร", 5),
    Province::new("75", "สมุทรสงคราม", 5),
    Province::new("76", "เพชรบุรี", 5),
    Province::new("77", "ประจวบคีรีขันธ์", 5),
    Province::new("80", "นครศรีธรรมราช", 11),
    Province::new("81", "กระบี่", 11),
    Province::new("82", "พังงา", 11),
    Province::new("83", "ภูเก็ต", 11),
    Province::new("84", "สุราษฎร์ธานี", 11),
    Province::new("85", "ระนอง", 11),
    Province::new("86", "ชุมพร", 11),
    Province::new("90", "สงขลา", 12),
    Province::new("91", "สตูล", 12),
    Province::new("92", "ตรัง", 12),
    Province::new("93", "พัทลุง", 12),
    Province::new("94", "ปัตตานี", 12),
    Province::new("95", "ยะลา", 12),
    Province::new("96", "นราธิวาส", 12),
];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The regions as RV-02 prints them.
    const REGIONS: [&str; 13] = [
        "50 51 52 54 55 56 57 58",
        "53 63 64 65 67",
        "18 60 61 62 66",
        "12 13 14 15 16 17 19 26",
        "70 71 72 73 74 75 76 77",
        "11 20 21 22 23 24 25 27",
        "40 44 45 46",
        "38 39 41 42 43 47 48",
        "30 31 32 36",
        "33 34 35 37 49",
        "80 81 82 83 84 85 86",
        "90 91 92 93 94 95 96",
        "10",
    ];

    #[test]
    fn rv_02_the_table_is_that_of_the_rule() {
        let printed: usize = REGIONS.iter().map(|codes| codes.split(' ').count()).sum();
        assert_eq!(printed, PROVINCES.len());
        for (region, codes) in (1..).zip(REGIONS) {
            for code in codes.split(' ') {
                assert_eq!(region_of(code), Some(region), "{code}");
            }
        }
    }

    #[test]
    fn rv_02_the_table_is_sorted_and_every_province_is_found() {
        assert!(PROVINCES.is_sorted_by(|a, b| a.code < b.code));
        for entry in PROVINCES {
            assert_eq!(province(entry.code), Some(&entry));
            assert_eq!(check_province(entry.code), Ok(()));
        }
        let names: std::collections::BTreeSet<_> =
            PROVINCES.iter().map(|entry| entry.name_th).collect();
        assert_eq!(names.len(), PROVINCES.len());
    }

    #[test]
    fn rv_02_codes_are_checked() {
        for code in ["810101", "999999", "100100"] {
            assert_eq!(check_tambon(code), Ok(()), "{code}");
        }
        for code in ["", "81010", "8101011", "81010a", " 810101", "๘๑๐๑๐๑", "๘๑"] {
            assert_eq!(
                check_tambon(code),
                Err(AreaError::Shape { digits: 6 }),
                "{code}"
            );
        }
        for code in ["000101", "280101", "970101"] {
            assert_eq!(check_tambon(code), Err(AreaError::NoSuchProvince), "{code}");
        }
        assert_eq!(check_district("8101"), Ok(()));
        assert_eq!(
            check_district("810101"),
            Err(AreaError::Shape { digits: 4 })
        );
        assert_eq!(check_province(UNKNOWN_PROVINCE), Ok(()));
        assert_eq!(check_province("78"), Err(AreaError::NoSuchProvince));
        assert_eq!(region_of(UNKNOWN_PROVINCE), None);
    }

    #[test]
    fn rv_02_parts_of_a_code() {
        assert_eq!(district_of("810101"), Some("8101"));
        assert_eq!(district_of("8101"), None);
        for code in ["81", "8101", "810101"] {
            assert_eq!(province_of(code), Some("81"));
        }
        for code in ["8", "810", "81010", "R1", "MOPH", "๘"] {
            assert_eq!(province_of(code), None);
        }
    }

    #[test]
    fn rv_02_errors_have_codes() {
        assert_eq!(check_tambon("x").unwrap_err().code(), "area_shape");
        assert_eq!(
            check_tambon("780101").unwrap_err().code(),
            "no_such_province"
        );
        assert_eq!(
            check_tambon("x").unwrap_err().to_string(),
            "not an area code: write 6 digits"
        );
    }

    proptest! {
        #[test]
        fn rv_02_no_text_panics(text in "\\PC{0,8}") {
            let _ = (check_tambon(&text), province_of(&text), district_of(&text), province(&text));
        }
    }
}
