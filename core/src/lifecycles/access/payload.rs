//! Judgements of values that more than one of the lifecycles makes.

use crate::base::area::{self, AreaError};
use crate::base::text::Text;
use crate::lifecycle::Faults;

/// A province by its two digits (RV-02).
pub(super) fn province(code: &str, faults: &mut Faults) {
    if let Err(problem) = area::check_province(code) {
        faults.invalid("/command/province", refusal(problem, PROVINCE_SHAPE));
    }
}

/// A district by its four digits (RV-02), in the province that is named beside it.
pub(super) fn district(code: &str, province: &str, faults: &mut Faults) {
    let text = match area::check_district(code) {
        Err(problem) => refusal(problem, DISTRICT_SHAPE),
        Ok(()) if area::check_province(province).is_ok() && !code.starts_with(province) => {
            OTHER_PROVINCE
        }
        Ok(()) => return,
    };
    faults.invalid("/command/district", text);
}

fn refusal(problem: AreaError, shape: Text) -> Text {
    match problem {
        AreaError::Shape { .. } => shape,
        AreaError::NoSuchProvince => NO_SUCH_PROVINCE,
    }
}

const PROVINCE_SHAPE: Text = Text {
    th: "รหัสจังหวัดต้องเป็นตัวเลข 2 หลัก (RV-02)",
    en: "a province code has 2 digits (RV-02)",
};
const DISTRICT_SHAPE: Text = Text {
    th: "รหัสอำเภอต้องเป็นตัวเลข 4 หลัก (RV-02)",
    en: "a district code has 4 digits (RV-02)",
};
const NO_SUCH_PROVINCE: Text = Text {
    th: "ไม่มีจังหวัดตามสองหลักแรกของรหัส (RV-02) โปรดตรวจสอบ",
    en: "no province has the first two digits of the code (RV-02)",
};
const OTHER_PROVINCE: Text = Text {
    th: "รหัสอำเภอไม่อยู่ในจังหวัดที่ระบุ (RV-02) โปรดตรวจสอบ",
    en: "the district code belongs to another province than the one given (RV-02)",
};
