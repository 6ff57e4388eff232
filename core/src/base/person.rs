//! Persons and addresses, and how they are judged (RV-01, RV-02).
//!
//! This room does not know in which command or case they stand.

use serde::{Deserialize, Serialize};

use super::area::{NO_DISTRICT, NO_SUCH_PROVINCE, TAMBON_SHAPE, judge_residence, judge_tambon};
use super::calendar::Date;
use super::fault::{Fault, Faults};
use super::identifier::{
    CID_CHECK_DIGIT, CID_OF_NOBODY, CID_PLACEHOLDER, CID_SHAPE, NO_NUMBER, judge_citizen_id,
};
use super::private::{Private, withheld};
use super::text::text;
use crate::base::shape::{MOST_OF_A_CODE, MOST_OF_A_NAME, Shape};

/// What kind of identifier a person has: one without a citizen ID gets another kind, never a
/// made-up number (RV-01).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Shape)]
#[serde(rename_all = "snake_case")]
pub enum IdType {
    /// เลขประจำตัวประชาชน
    #[title("เลขประจำตัวประชาชน", "citizen id")]
    CitizenId,
    /// หนังสือเดินทาง
    #[title("หนังสือเดินทาง", "passport")]
    Passport,
    /// เลขแทน
    #[title("เลขแทน", "issued number")]
    IssuedNumber,
}

/// A person's identifier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(private, build)]
pub struct PersonId {
    /// Its kind.
    #[title("ประเภทเอกสารประจำตัว", "type of identifier")]
    pub r#type: IdType,
    /// The identifier itself.
    #[title("เลขประจำตัว", "number of the identifier")]
    #[shape(most = MOST_OF_A_CODE)]
    pub value: Private,
}

/// เพศ
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Shape)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// ชาย
    #[title("ชาย", "male")]
    Male,
    /// หญิง
    #[title("หญิง", "female")]
    Female,
}

/// A person.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(private, build)]
pub struct Person {
    /// The identifier.
    #[title("เอกสารประจำตัว", "identifier")]
    pub id: PersonId,
    /// คำนำหน้าชื่อ
    #[title("คำนำหน้าชื่อ", "title")]
    #[shape(most = MOST_OF_A_NAME)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Private>,
    /// ชื่อ
    #[title("ชื่อ", "first name")]
    #[shape(most = MOST_OF_A_NAME)]
    pub first_name: Private,
    /// Left out where the person has none.
    #[title("นามสกุล", "last name")]
    #[shape(most = MOST_OF_A_NAME)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_name: Option<Private>,
    /// Left out where only the year is known.
    #[title("วันเกิด", "date of birth")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub birth_date: Option<Date>,
    /// เพศ
    #[title("เพศ", "sex")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sex: Option<Sex>,
}

withheld!(Person);

/// An address: the tambon by its 6-digit code, the rest as written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(private, build)]
pub struct Address {
    /// บ้านเลขที่
    #[title("บ้านเลขที่", "house number")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub house_no: Option<Private>,
    /// หมู่ที่
    #[title("หมู่ที่", "moo")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub moo: Option<Private>,
    /// รหัสตำบล 6 หลัก
    #[title("ตำบล", "tambon")]
    #[shape(most = MOST_OF_A_CODE)]
    pub tambon: Private,
    /// รหัสไปรษณีย์
    #[title("รหัสไปรษณีย์", "postal code")]
    #[shape(most = MOST_OF_A_CODE)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<Private>,
}

/// สถานภาพสมรส
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Shape)]
#[serde(rename_all = "snake_case")]
pub enum MaritalStatus {
    /// โสด
    #[title("โสด", "single")]
    Single,
    /// สมรส
    #[title("สมรส", "married")]
    Married,
    /// หม้าย
    #[title("หม้าย", "widowed")]
    Widowed,
    /// หย่า
    #[title("หย่า", "divorced")]
    Divorced,
    /// แยกกันอยู่
    #[title("แยกกันอยู่", "separated")]
    Separated,
    /// สมณะ
    #[title("สมณะ", "monk")]
    Monk,
    /// ไม่ทราบ
    #[title("ไม่ทราบ", "unknown")]
    Unknown,
}

/// A required name with nothing in it.
pub static NO_NAME: Fault = Fault::plain(
    51,
    "no_name",
    text!(
        "ต้องกรอกช่อง “{field}”",
        "“{field}” is required and must not be blank",
    ),
);
/// Born later than today.
pub static BORN_LATER: Fault = Fault::plain(
    52,
    "born_later",
    text!(
        "ช่อง “{field}” ต้องไม่เกินวันนี้ โปรดแก้ไข",
        "“{field}” lies in the future; correct it",
    ),
);

impl Person {
    /// What it can be refused for.
    pub(crate) const FAULTS: &[&Fault] = &[
        &CID_SHAPE,
        &CID_CHECK_DIGIT,
        &CID_OF_NOBODY,
        &NO_NUMBER,
        &NO_NAME,
        &BORN_LATER,
    ];

    /// Judges the values.
    pub(crate) fn judge(&self, today: Date, mut faults: Faults<'_>) {
        faults.field("id").judged("value", self.id.judge());
        faults.when(self.first_name.is_blank(), "first_name", &NO_NAME);
        let born_later = self.birth_date.is_some_and(|born| born > today);
        faults.when(born_later, "birth_date", &BORN_LATER);
    }
}

impl PersonId {
    fn judge(&self) -> Option<&'static Fault> {
        match self.r#type {
            IdType::CitizenId => match judge_citizen_id(self.value.reveal()) {
                Some(fault) if *fault == CID_PLACEHOLDER => Some(&CID_OF_NOBODY),
                verdict => verdict,
            },
            IdType::Passport | IdType::IssuedNumber => self.value.is_blank().then_some(&NO_NUMBER),
        }
    }
}

impl Address {
    /// Judges the values.
    pub(crate) fn judge(&self, mut faults: Faults<'_>) {
        faults.judged("tambon", judge_tambon(self.tambon.reveal()));
    }

    /// What a residence can be refused for whose district has the case.
    pub(crate) const RESIDENCE_FAULTS: &[&Fault] =
        &[&TAMBON_SHAPE, &NO_SUCH_PROVINCE, &NO_DISTRICT];

    /// Judges the values of such a residence (AC-01, AC-06).
    pub(crate) fn judge_residence(&self, mut faults: Faults<'_>) {
        faults.judged("tambon", judge_residence(self.tambon.reveal()));
    }
}
