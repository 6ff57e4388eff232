//! Provinces, health regions and area codes (RV-02).
//!
//! An area code is made of two digits each for the province (changwat), the district (amphoe) and the subdistrict
//! (tambon). There are 77 provinces in 13 health regions; province 99 means unknown. Districts and subdistricts
//! are judged for shape only. A fault never holds the code, which may be part of a person's address. This room does not
//! know whose area it is.

use super::documents::F43_PERSON;
use super::fault::Fault;
use super::rule::Rule;
use super::text::text;

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

pub(crate) static RV_02: Rule = Rule::must(
    "RV-02",
    text!("รหัสพื้นที่", "Area codes"),
    text!(
        "รหัสจังหวัด อำเภอ และตำบลมีอย่างละ 2 หลัก จังหวัดต้องเป็นหนึ่งใน 77 จังหวัด รหัส 99 คือไม่ทราบ",
        "Province, district and tambon have two digits each. The province is one of the 77; in \
         each part 99 means unknown.",
    ),
    text!(
        "รหัสพื้นที่ประกอบด้วยจังหวัด อำเภอ และตำบล อย่างละ 2 หลัก จังหวัดต้องเป็นหนึ่งใน 77 จังหวัด รหัส 99 \
         คือไม่ทราบ ในแฟ้มข้อมูลมีคำเตือนที่ช่องจังหวัด อำเภอ หรือตำบลนั้นและไม่เทียบกับตารางพื้นที่ แต่ละจังหวัดอยู่ในเขตสุขภาพที่ 1 ถึง 13 เขตเดียว โดยเขตสุขภาพที่ 13 \
         คือกรุงเทพมหานคร รหัสอำเภอและตำบลตรวจรูปแบบ และตรวจว่ามีอยู่จริงเมื่อมีตารางพื้นที่ให้เทียบ \
         โดยแจ้งที่ช่องตำบล หรือที่ช่องอำเภอเมื่อไม่มีอำเภอนั้น",
        "An area code has two digits each for province, district and tambon. The province must \
         be one of the 77; 99 means unknown in each part, which is a warning in that column of \
         records and is not looked up. Each province belongs to one \
         of the health regions 1 to 13, region 13 being Bangkok. District and tambon codes are \
         checked for shape and, where a table of areas is supplied, for existence, the finding \
         standing on the tambon, or on the district where that is unknown.",
    ),
)
.sources(&[F43_PERSON]);

/// Not two digits.
pub static PROVINCE_SHAPE: Fault = Fault::value(
    21,
    &RV_02,
    "area_shape",
    text!(
        "ช่อง “{field}” ต้องเป็นรหัสจังหวัด ตัวเลข 2 หลัก (RV-02) โปรดแก้ไข",
        "“{field}” has to be a province code of 2 digits (RV-02); correct it",
    ),
);
/// Not four digits.
pub static DISTRICT_SHAPE: Fault = Fault::value(
    22,
    &RV_02,
    "area_shape",
    text!(
        "ช่อง “{field}” ต้องเป็นรหัสอำเภอ ตัวเลข 4 หลัก (RV-02) โปรดแก้ไข",
        "“{field}” has to be a district code of 4 digits (RV-02); correct it",
    ),
);
/// Not six digits.
pub static TAMBON_SHAPE: Fault = Fault::value(
    23,
    &RV_02,
    "area_shape",
    text!(
        "ช่อง “{field}” ต้องเป็นรหัสตำบล ตัวเลข 6 หลัก (RV-02) โปรดแก้ไข",
        "“{field}” has to be a tambon code of 6 digits (RV-02); correct it",
    ),
);
/// The first two digits are no province, and not 99.
pub static NO_SUCH_PROVINCE: Fault = Fault::value(
    24,
    &RV_02,
    "no_such_province",
    text!(
        "รหัสในช่อง “{field}” มีเลขสองหลักแรกที่ไม่ตรงกับจังหวัดใด (RV-02) โปรดแก้ไข",
        "no province has the first two digits of “{field}” (RV-02); correct it",
    ),
);
/// The same of a tambon, where 99 stands for unknown.
pub static TAMBON_OF_NO_PROVINCE: Fault = Fault::value(
    25,
    &RV_02,
    "no_such_province",
    text!(
        "รหัสในช่อง “{field}” มีเลขสองหลักแรกที่ไม่ตรงกับจังหวัดใด (RV-02) โปรดแก้ไข หากไม่ทราบจังหวัด ให้ใช้ 99",
        "no province has the first two digits of “{field}” (RV-02); correct it, 99 stands for unknown",
    ),
);
/// A province or a district that is none: 99 stands for an unknown province, amphoe 00 and 99 for none.
pub static NO_DISTRICT: Fault = Fault::value(
    27,
    &RV_02,
    "no_district",
    text!(
        "รหัสตำบลในช่อง “{field}” ไม่ได้ระบุอำเภอ (จังหวัด 99 อำเภอ 00 หรืออำเภอ 99) จึงไม่มีอำเภอที่รับผิดชอบ โปรดระบุตำบลที่อยู่จริง (RV-02)",
        "the tambon in “{field}” names no district (province 99, amphoe 00 or 99), so that none is responsible; give the tambon of the residence (RV-02)",
    ),
);
/// Province 99, which stands for unknown, where one has to act.
pub static UNKNOWN_PROVINCE_GIVEN: Fault = Fault::value(
    28,
    &RV_02,
    "unknown_province",
    text!(
        "ช่อง “{field}” เป็นรหัส 99 ซึ่งหมายถึงไม่ทราบจังหวัด จึงไม่มีจังหวัดที่พิจารณาได้ โปรดระบุจังหวัด (RV-02)",
        "“{field}” is 99, which stands for an unknown province, so that none can act; give the province (RV-02)",
    ),
);
/// A district of another province than the one named beside it.
pub static OTHER_PROVINCE: Fault = Fault::value(
    26,
    &RV_02,
    "other_province",
    text!(
        "รหัสอำเภอในช่อง “{field}” ไม่อยู่ในจังหวัดที่ระบุ (RV-02) โปรดแก้ไข",
        "the district in “{field}” lies in another province than the one given (RV-02); correct it",
    ),
);

/// What a province can be refused for.
pub(crate) const PROVINCE_FAULTS: &[&Fault] = &[&PROVINCE_SHAPE, &NO_SUCH_PROVINCE];
/// What a district can be refused for.
pub(crate) const DISTRICT_FAULTS: &[&Fault] =
    &[&DISTRICT_SHAPE, &NO_SUCH_PROVINCE, &OTHER_PROVINCE];

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

/// Whether two bytes are the code of a province.
#[inline]
pub(crate) fn is_province(code: [u8; 2]) -> bool {
    /// By the number of the code.
    static KNOWN: [bool; 100] = known();
    let [tens, ones] = code.map(|byte| usize::from(byte.wrapping_sub(b'0')));
    let number = tens.wrapping_mul(10).wrapping_add(ones);
    tens < 10 && ones < 10 && KNOWN.get(number).is_some_and(|known| *known)
}

#[expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "it is computed when compiled"
)]
const fn known() -> [bool; 100] {
    let mut known = [false; 100];
    let mut index = 0;
    while index < PROVINCES.len() {
        let code = PROVINCES[index].code.as_bytes();
        known[((code[0] - b'0') * 10 + code[1] - b'0') as usize] = true;
        index += 1;
    }
    known
}

/// Judges the two digits of a province; 99 is none that is refused (RV-02).
#[must_use]
pub fn judge_province(code: &str) -> Option<&'static Fault> {
    judge(code, 2, &PROVINCE_SHAPE, &NO_SUCH_PROVINCE)
}

/// Judges the two digits of a province that has to act: 99 is refused too (AD-01).
#[must_use]
pub fn judge_acting_province(code: &str) -> Option<&'static Fault> {
    let unknown = code == UNKNOWN_PROVINCE;
    judge_province(code).or(unknown.then_some(&UNKNOWN_PROVINCE_GIVEN))
}

/// Judges the four digits of a district; province 99 is none that is refused (RV-02).
#[must_use]
pub fn judge_district(code: &str) -> Option<&'static Fault> {
    judge(code, 4, &DISTRICT_SHAPE, &NO_SUCH_PROVINCE)
}

/// Judges the four digits of a district that has to lie in a province named beside it (RV-02).
#[must_use]
pub fn judge_district_of(code: &str, province: &str) -> Option<&'static Fault> {
    judge_district(code).or_else(|| {
        let elsewhere = judge_province(province).is_none() && !code.starts_with(province);
        elsewhere.then_some(&OTHER_PROVINCE)
    })
}

/// Judges the six digits of a subdistrict; province 99 is none that is refused (RV-02).
///
/// ```
/// use bosoto::area::judge_tambon;
///
/// assert!(judge_tambon("810101").is_none());
/// assert_eq!(judge_tambon("8101").unwrap().code, "area_shape");
/// assert_eq!(judge_tambon("290101").unwrap().code, "no_such_province");
/// ```
#[must_use]
pub fn judge_tambon(code: &str) -> Option<&'static Fault> {
    judge(code, 6, &TAMBON_SHAPE, &TAMBON_OF_NO_PROVINCE)
}

/// Judges the six digits of a subdistrict whose district has to be known: province 99 and amphoe 00 and 99 name none
/// (AC-01, AC-06).
///
/// ```
/// use bosoto::area::judge_residence;
///
/// assert!(judge_residence("810101").is_none());
/// assert_eq!(judge_residence("819901").unwrap().code, "no_district");
/// ```
#[must_use]
pub fn judge_residence(code: &str) -> Option<&'static Fault> {
    let amphoe = code.get(2..4);
    let none = code.starts_with(UNKNOWN_PROVINCE) || matches!(amphoe, Some("00" | "99"));
    judge(code, 6, &TAMBON_SHAPE, &NO_SUCH_PROVINCE).or(none.then_some(&NO_DISTRICT))
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

fn judge(
    code: &str,
    digits: u8,
    shape: &'static Fault,
    no_province: &'static Fault,
) -> Option<&'static Fault> {
    if !has_digits(code, digits) {
        return Some(shape);
    }
    let known = |code| code == UNKNOWN_PROVINCE || province(code).is_some();
    (!code.get(..2).is_some_and(known)).then_some(no_province)
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
            assert_eq!(judge_province(entry.code), None);
        }
        for (tens, ones) in (0..=255).flat_map(|tens| (0..=255).map(move |ones| (tens, ones))) {
            let code = String::from_utf8(vec![tens, ones]);
            let is_known = code.is_ok_and(|code| province(&code).is_some());
            assert_eq!(is_province([tens, ones]), is_known, "{tens} {ones}");
        }
        let names: std::collections::BTreeSet<_> =
            PROVINCES.iter().map(|entry| entry.name_th).collect();
        assert_eq!(names.len(), PROVINCES.len());
    }

    #[test]
    fn rv_02_codes_are_checked() {
        for code in ["810101", "999999", "100100"] {
            assert_eq!(judge_tambon(code), None, "{code}");
        }
        for code in ["", "81010", "8101011", "81010a", " 810101", "๘๑๐๑๐๑", "๘๑"] {
            assert_eq!(judge_tambon(code), Some(&TAMBON_SHAPE), "{code}");
        }
        for code in ["000101", "280101", "970101"] {
            assert_eq!(judge_tambon(code), Some(&TAMBON_OF_NO_PROVINCE), "{code}");
        }
        assert_eq!(judge_district("8101"), None);
        assert_eq!(judge_district("810101"), Some(&DISTRICT_SHAPE));
        assert_eq!(judge_province(UNKNOWN_PROVINCE), None);
        assert_eq!(judge_province("78"), Some(&NO_SUCH_PROVINCE));
        assert_eq!(region_of(UNKNOWN_PROVINCE), None);
    }

    #[test]
    fn ac_06_what_names_no_district_is_no_residence() {
        for code in ["990101", "999999", "810001", "819901"] {
            assert_eq!(judge_residence(code), Some(&NO_DISTRICT), "{code}");
            assert_eq!(judge_tambon(code), None, "{code}");
        }
        assert_eq!(judge_residence("810101"), None);
        assert_eq!(judge_residence("290101"), Some(&NO_SUCH_PROVINCE));
        assert_eq!(judge_residence("8101"), Some(&TAMBON_SHAPE));
        assert_eq!(judge_acting_province("99"), Some(&UNKNOWN_PROVINCE_GIVEN));
        assert_eq!(judge_acting_province("81"), None);
        assert_eq!(judge_acting_province("78"), Some(&NO_SUCH_PROVINCE));
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
    fn rv_02_a_district_lies_in_its_province() {
        assert_eq!(judge_district_of("8101", "81"), None);
        assert_eq!(judge_district_of("8001", "81"), Some(&OTHER_PROVINCE));
        assert_eq!(judge_district_of("8001", "x"), None);
        assert_eq!(judge_district_of("81", "81"), Some(&DISTRICT_SHAPE));
    }

    proptest! {
        #[test]
        fn rv_02_no_text_panics(text in "\\PC{0,8}") {
            let _ = (judge_tambon(&text), province_of(&text), district_of(&text), province(&text));
        }
    }
}
