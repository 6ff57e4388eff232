//! Persons and addresses, and the rules that judge them (RV-01, RV-02, RV-08).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::base::area::{self, AreaError};
use crate::base::calendar::{self, Date};
use crate::base::identifier::{self, CidError};
use crate::base::private::{Private, Whole};
use crate::base::text::Text;
use crate::lifecycle::Faults;

/// What kind of identifier a person has: one without a citizen ID gets another kind, never a
/// made-up number (RV-01).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum IdType {
    /// เลขประจำตัวประชาชน
    CitizenId,
    /// หนังสือเดินทาง
    Passport,
    /// เลขแทน
    IssuedNumber,
}

/// A person's identifier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PersonId {
    /// Its kind.
    pub r#type: IdType,
    /// The identifier itself.
    pub value: Private,
}

/// เพศ
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// ชาย
    Male,
    /// หญิง
    Female,
}

/// A person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// The identifier.
    pub id: PersonId,
    /// คำนำหน้าชื่อ
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Private>,
    /// ชื่อ
    pub first_name: Private,
    /// นามสกุล
    pub last_name: Private,
    /// วันเกิด
    #[serde(
        default,
        with = "calendar::optional_date",
        skip_serializing_if = "Option::is_none"
    )]
    #[schemars(with = "Option<Date>")]
    pub birth_date: Option<Date>,
    /// เพศ
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sex: Option<Sex>,
}

/// An address: the tambon by its 6-digit code, the rest as written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Address {
    /// บ้านเลขที่
    #[serde(skip_serializing_if = "Option::is_none")]
    pub house_no: Option<Private>,
    /// หมู่ที่
    #[serde(skip_serializing_if = "Option::is_none")]
    pub moo: Option<Private>,
    /// รหัสตำบล 6 หลัก
    pub tambon: Private,
    /// รหัสไปรษณีย์
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<Private>,
}

/// สถานภาพสมรส
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MaritalStatus {
    /// โสด
    Single,
    /// สมรส
    Married,
    /// หม้าย
    Widowed,
    /// หย่า
    Divorced,
    /// แยกกันอยู่
    Separated,
    /// สมณะ
    Monk,
    /// ไม่ทราบ
    Unknown,
}

impl Person {
    /// Judges the values below `pointer`.
    pub fn judge(&self, pointer: &str, today: Date, faults: &mut Faults) {
        self.id.judge(&format!("{pointer}/id/value"), faults);
        for (name, text) in [
            ("first_name", &self.first_name),
            ("last_name", &self.last_name),
        ] {
            if text.is_blank() {
                faults.invalid(format!("{pointer}/{name}"), BLANK_NAME);
            }
        }
        if self.birth_date.is_some_and(|born| born > today) {
            faults.invalid(format!("{pointer}/birth_date"), BORN_LATER);
        }
    }
}

impl PersonId {
    fn judge(&self, pointer: &str, faults: &mut Faults) {
        let problem = match self.r#type {
            IdType::CitizenId => {
                identifier::check_citizen_id(self.value.reveal())
                    .err()
                    .map(|problem| match problem {
                        CidError::Shape => CID_SHAPE,
                        CidError::CheckDigit => CID_CHECK_DIGIT,
                    })
            }
            _ => self.value.is_blank().then_some(BLANK_ID),
        };
        if let Some(text) = problem {
            faults.invalid(pointer.to_owned(), text);
        }
    }
}

impl Address {
    /// Judges the values below `pointer`.
    pub fn judge(&self, pointer: &str, faults: &mut Faults) {
        if let Err(problem) = area::check_tambon(self.tambon.reveal()) {
            let text = match problem {
                AreaError::Shape { .. } => AREA_SHAPE,
                AreaError::NoSuchProvince => NO_SUCH_PROVINCE,
            };
            faults.invalid(format!("{pointer}/tambon"), text);
        }
    }
}

/// Judges a phone number at `pointer` (RV-08).
pub fn judge_phone(phone: &Private, pointer: &str, faults: &mut Faults) {
    if identifier::check_phone(phone.reveal()).is_err() {
        faults.invalid(pointer.to_owned(), PHONE);
    }
}

/// Judges an income at `pointer` (RV-08): whole baht, none below 0.
pub fn judge_income(income: Whole, pointer: &str, faults: &mut Faults) {
    if income.0 < 0 {
        faults.invalid(pointer.to_owned(), INCOME);
    }
}

const CID_SHAPE: Text = Text {
    th: "เลขประจำตัวประชาชนต้องเป็นตัวเลข 13 หลัก (RV-01) หากไม่มีเลขประจำตัวประชาชนให้ระบุเป็นหนังสือเดินทางหรือเลขแทน",
    en: "a citizen ID has 13 digits (RV-01); a person without one has a `passport` or an `issued_number`",
};
const CID_CHECK_DIGIT: Text = Text {
    th: "เลขประจำตัวประชาชนไม่ผ่านการตรวจหลักสุดท้าย (RV-01) โปรดตรวจทานกับบัตร",
    en: "the check digit of the citizen ID is wrong (RV-01); compare it with the card",
};
const BLANK_ID: Text = Text {
    th: "ต้องระบุเลขหนังสือเดินทางหรือเลขแทน (RV-01)",
    en: "the number of the passport, or the issued number, is required (RV-01)",
};
const BLANK_NAME: Text = Text {
    th: "ต้องระบุชื่อและนามสกุล จะเว้นว่างไม่ได้",
    en: "the name is required and must not be blank",
};
const BORN_LATER: Text = Text {
    th: "วันเกิดอยู่ในอนาคต โปรดตรวจสอบ",
    en: "the date of birth lies in the future",
};
const AREA_SHAPE: Text = Text {
    th: "รหัสตำบลต้องเป็นตัวเลข 6 หลัก (RV-02)",
    en: "a tambon code has 6 digits (RV-02)",
};
const NO_SUCH_PROVINCE: Text = Text {
    th: "ไม่มีจังหวัดตามสองหลักแรกของรหัสตำบล (RV-02) หากไม่ทราบให้ใช้ 99",
    en: "no province has the first two digits of the tambon code (RV-02); 99 stands for unknown",
};
const PHONE: Text = Text {
    th: "หมายเลขโทรศัพท์ไม่ถูกต้อง (RV-08) โทรศัพท์พื้นฐาน 9 หลัก ขึ้นต้น 02–05 หรือ 07 โทรศัพท์เคลื่อนที่ 10 หลัก ขึ้นต้น 06 08 หรือ 09",
    en: "not a phone number (RV-08): 9 digits from 02–05 or 07, or 10 digits from 06, 08 or 09",
};
const INCOME: Text = Text {
    th: "รายได้ต้องเป็นจำนวนบาทถ้วนที่ไม่ติดลบ (RV-08)",
    en: "an income is whole baht, 0 or more (RV-08)",
};
