//! The province of the demo: Krabi with its districts. The organisations and their codes are
//! invented.

use serde_json::{Value, json};

/// An organisation of the demo.
#[derive(Debug)]
pub struct Organisation {
    /// Its code on the wire.
    pub code: &'static str,
    /// Its name in Thai.
    pub th: &'static str,
    /// Its name in English.
    pub en: &'static str,
    /// The district in which it is.
    pub district: &'static str,
}

impl Organisation {
    /// As the manifest shows it.
    pub fn document(&self) -> Value {
        json!({
            "code": self.code,
            "name": { "th": self.th, "en": self.en },
            "district": self.district,
        })
    }
}

const fn organisation(
    code: &'static str,
    district: &'static str,
    th: &'static str,
    en: &'static str,
) -> Organisation {
    Organisation {
        code,
        th,
        en,
        district,
    }
}

/// The code of the province.
pub const PROVINCE: &str = "81";

/// The treatment units.
pub const UNITS: [Organisation; 8] = [
    organisation(
        "99811",
        "8101",
        "โรงพยาบาลอันดามันวิวัฒน์",
        "Andaman Wiwat Hospital",
    ),
    organisation(
        "99812",
        "8102",
        "โรงพยาบาลพนมเกื้อกูล",
        "Phanom Kueakun Hospital",
    ),
    organisation(
        "99813",
        "8103",
        "โรงพยาบาลลันตาสมานใจ",
        "Lanta Samanchai Hospital",
    ),
    organisation("99814", "8104", "โรงพยาบาลท่อมธารา", "Thom Thara Hospital"),
    organisation(
        "99815",
        "8105",
        "โรงพยาบาลอ่าวลึกร่มเย็น",
        "Ao Luek Romyen Hospital",
    ),
    organisation("99816", "8106", "โรงพยาบาลพระยาพัฒน์", "Phraya Phat Hospital"),
    organisation("99817", "8107", "โรงพยาบาลลำทับอารี", "Lam Thap Ari Hospital"),
    organisation(
        "99818",
        "8108",
        "โรงพยาบาลเหนือคลองศานติ",
        "Nuea Khlong Santi Hospital",
    ),
];

/// The social-rehabilitation centres.
pub const CENTRES: [Organisation; 3] = [
    organisation(
        "99801",
        "8101",
        "ศูนย์ฟื้นฟูสภาพทางสังคมเมืองกระบี่",
        "Mueang Krabi Social Rehabilitation Centre",
    ),
    organisation(
        "99802",
        "8102",
        "ศูนย์ฟื้นฟูสภาพทางสังคมเขาพนม",
        "Khao Phanom Social Rehabilitation Centre",
    ),
    organisation(
        "99803",
        "8103",
        "ศูนย์ฟื้นฟูสภาพทางสังคมเกาะลันตา",
        "Ko Lanta Social Rehabilitation Centre",
    ),
];

/// The probation offices: the first for the south and the town, the second for the north.
pub const PROBATION_OFFICES: [Organisation; 2] = [
    organisation(
        "PB-KBI",
        "8101",
        "สำนักงานคุมประพฤติจังหวัดกระบี่",
        "Krabi Probation Office",
    ),
    organisation(
        "PB-KBI-2",
        "8105",
        "สำนักงานคุมประพฤติจังหวัดกระบี่ สาขาอ่าวลึก",
        "Krabi Probation Office, Ao Luek Branch",
    ),
];

/// A district: code, name, number of its tambons numbered without a gap, postal code.
#[derive(Debug)]
pub struct District {
    /// Four digits.
    pub code: &'static str,
    /// Its name in Thai.
    pub th: &'static str,
    /// Its name in English.
    pub en: &'static str,
    /// How many tambons, from `01`, an address of the demo may lie in.
    pub tambons: u32,
    /// Its postal code.
    pub postal_code: &'static str,
}

const fn district(
    code: &'static str,
    th: &'static str,
    en: &'static str,
    tambons: u32,
    postal_code: &'static str,
) -> District {
    District {
        code,
        th,
        en,
        tambons,
        postal_code,
    }
}

/// The districts of Krabi.
pub const DISTRICTS: [District; 8] = [
    district("8101", "เมืองกระบี่", "Mueang Krabi", 3, "81000"),
    district("8102", "เขาพนม", "Khao Phanom", 6, "81140"),
    district("8103", "เกาะลันตา", "Ko Lanta", 5, "81150"),
    district("8104", "คลองท่อม", "Khlong Thom", 7, "81120"),
    district("8105", "อ่าวลึก", "Ao Luek", 9, "81110"),
    district("8106", "ปลายพระยา", "Plai Phraya", 4, "81160"),
    district("8107", "ลำทับ", "Lam Thap", 4, "81190"),
    district("8108", "เหนือคลอง", "Nuea Khlong", 8, "81130"),
];

/// The district of a code.
pub fn district_of(code: &str) -> &'static District {
    DISTRICTS
        .iter()
        .find(|district| district.code == code)
        .unwrap_or(&DISTRICTS[0])
}

/// The probation office that refers to a unit.
pub fn office_of(unit: &Organisation) -> &'static Organisation {
    match unit.district {
        "8102" | "8105" | "8106" => &PROBATION_OFFICES[1],
        _ => &PROBATION_OFFICES[0],
    }
}
