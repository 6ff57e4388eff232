//! People who do not exist: common Thai names, and citizen ids whose registration office (`8199`)
//! is none, with the check digit that RV-01 asks for.

use serde_json::{Value, json};

use crate::province::District;
use crate::random::Random;

const MEN: [&str; 24] = [
    "สมชาย",
    "อนันต์",
    "วิชัย",
    "สุรศักดิ์",
    "ประเสริฐ",
    "ธนากร",
    "อดิศักดิ์",
    "มานพ",
    "ณรงค์",
    "ชาญชัย",
    "ปิยะ",
    "กิตติ",
    "วีระ",
    "สมพงษ์",
    "อับดุลเลาะ",
    "ฮาซัน",
    "พงศกร",
    "ศุภชัย",
    "เอกชัย",
    "ธีรพงษ์",
    "วรวุฒิ",
    "สุชาติ",
    "จักรพันธ์",
    "ภาณุพงศ์",
];
const WOMEN: [&str; 12] = [
    "สุดา",
    "วันเพ็ญ",
    "กัญญา",
    "มาลี",
    "ฟาตีเมาะ",
    "สุนิสา",
    "อรทัย",
    "พรทิพย์",
    "จันทร์เพ็ญ",
    "ศิริพร",
    "นภา",
    "รัตนา",
];
const SURNAMES: [&str; 28] = [
    "เพชรรัตน์",
    "ทองแก้ว",
    "จันทร์ดี",
    "บุญเรือง",
    "ศรีสุข",
    "แซ่ตัน",
    "หมัดสะ",
    "ชูเมือง",
    "เกื้อกูล",
    "ณรงค์ฤทธิ์",
    "สุวรรณ",
    "คงทอง",
    "ช่วยบำรุง",
    "อินทร์แก้ว",
    "รักษ์ทะเล",
    "ยอดมณี",
    "หลีเส็น",
    "ปานแก้ว",
    "มีสุข",
    "ทองสกุล",
    "นวลศรี",
    "แก้วมณี",
    "พรหมมา",
    "สังข์ทอง",
    "ขุนทอง",
    "ไชยศร",
    "ดำรงค์",
    "เอียดเหตุ",
];
const OCCUPATIONS: [&str; 8] = [
    "รับจ้างทั่วไป",
    "ทำสวนยางพารา",
    "ทำสวนปาล์มน้ำมัน",
    "ประมงชายฝั่ง",
    "ค้าขาย",
    "พนักงานโรงแรม",
    "ขับรถรับจ้าง",
    "ว่างงาน",
];
const MARITAL: [&str; 5] = ["single", "single", "married", "divorced", "separated"];

/// A citizen id with a valid check digit.
pub fn citizen_id(random: &mut Random) -> String {
    let first = *random.pick(&["1", "1", "1", "3", "5"]);
    let body = format!("{first}8199{:07}", random.within(0, 9_999_999));
    let sum: u32 = body
        .bytes()
        .zip((2..=13).rev())
        .map(|(digit, weight)| u32::from(digit - b'0') * weight)
        .sum();
    let check = (11 - sum % 11) % 10;
    format!("{body}{check}")
}

/// The same id with another last digit: RV-01 refuses it.
pub fn misspelt(citizen_id: &str) -> String {
    let (body, check) = citizen_id.split_at(12);
    let check: u32 = check.parse().unwrap_or_default();
    format!("{body}{}", (check + 1) % 10)
}

/// A first name and a surname.
pub fn full_name(random: &mut Random) -> String {
    format!("{} {}", random.pick(&WOMEN), random.pick(&SURNAMES))
}

/// `PERSON` of the wire contract.
pub fn person(random: &mut Random) -> Value {
    let (title, first_name, sex) = match random.chance(86) {
        true => ("นาย", *random.pick(&MEN), "male"),
        false => (
            *random.pick(&["นาง", "นางสาว"]),
            *random.pick(&WOMEN),
            "female",
        ),
    };
    let birth_date = format!(
        "{}-{:02}-{:02}",
        random.within(1965, 2005),
        random.within(1, 12),
        random.within(1, 28)
    );
    json!({
        "id": { "type": "citizen_id", "value": citizen_id(random) },
        "title": title,
        "first_name": first_name,
        "last_name": random.pick(&SURNAMES),
        "birth_date": birth_date,
        "sex": sex,
    })
}

/// `ADDRESS` of the wire contract, in a district.
pub fn address(random: &mut Random, district: &District) -> Value {
    json!({
        "house_no": random.within(1, 299).to_string(),
        "moo": random.within(1, 9).to_string(),
        "tambon": format!("{}{:02}", district.code, random.within(1, district.tambons)),
        "postal_code": district.postal_code,
    })
}

/// A mobile phone number (RV-08).
pub fn phone(random: &mut Random) -> String {
    let prefix = random.pick(&["061", "081", "089", "095"]);
    format!("{prefix}{:07}", random.within(0, 9_999_999))
}

/// `PART1` of the wire contract.
pub fn part1(random: &mut Random, district: &District) -> Value {
    json!({
        "person": person(random),
        "address": address(random, district),
        "phone": phone(random),
        "income": random.within(0, 36) * 500,
        "marital_status": random.pick(&MARITAL),
        "occupation": random.pick(&OCCUPATIONS),
        "court_order": format!("ฟ. {}/2567", random.within(100, 4_999)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use bosoto::identifier::judge_citizen_id;

    #[test]
    fn the_ids_are_valid_and_the_misspelt_ones_are_not() {
        let mut random = Random::new(7);
        for _ in 0..200 {
            let id = citizen_id(&mut random);
            assert_eq!(judge_citizen_id(&id), None);
            assert!(judge_citizen_id(&misspelt(&id)).is_some());
        }
    }
}
