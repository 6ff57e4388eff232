//! ส่วนที่ 1: the personal and case data that probation owns, and what a unit may update of it.

use serde::{Deserialize, Serialize};

use crate::base::area::{TAMBON_OF_NO_PROVINCE, TAMBON_SHAPE};
use crate::base::calendar::Date;
use crate::base::fault::{Fault, Faults};
use crate::base::identifier::{
    CID_CHECK_DIGIT, CID_OF_NOBODY, CID_SHAPE, INCOME, NO_NUMBER, PHONE, judge_income, judge_phone,
};
use crate::base::person::{Address, BORN_LATER, MaritalStatus, NO_NAME, Person};
use crate::base::private::{Private, Whole, withheld};
use crate::base::shape::Shape;

/// ส่วนที่ 1: the personal and case data that probation owns.
#[derive(Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(private, build)]
pub struct Part1 {
    /// The person.
    #[title("ผู้ป่วย", "person")]
    pub person: Person,
    /// ที่อยู่ปัจจุบัน
    #[title("ที่อยู่ปัจจุบัน", "present address")]
    pub address: Address,
    /// โทรศัพท์
    #[title("หมายเลขโทรศัพท์", "phone")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<Private>,
    /// รายได้, whole baht.
    #[title("รายได้ (บาท)", "income (baht)")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub income: Option<Whole>,
    /// สถานภาพ
    #[title("สถานภาพ", "marital status")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marital_status: Option<MaritalStatus>,
    /// อาชีพ
    #[title("อาชีพ", "occupation")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub occupation: Option<Private>,
    /// คำสั่งศาล
    #[title("คำสั่งศาล", "court order")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub court_order: Option<Private>,
}

/// The fields of Part 1 that a unit may update (CT-18).
#[derive(Clone, PartialEq, Default, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(private, build)]
pub struct Part1Update {
    /// ที่อยู่ปัจจุบัน
    #[title("ที่อยู่ปัจจุบัน", "present address")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<Address>,
    /// โทรศัพท์
    #[title("หมายเลขโทรศัพท์", "phone")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<Private>,
    /// รายได้
    #[title("รายได้ (บาท)", "income (baht)")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub income: Option<Whole>,
    /// สถานภาพ
    #[title("สถานภาพ", "marital status")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marital_status: Option<MaritalStatus>,
    /// อาชีพ
    #[title("อาชีพ", "occupation")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub occupation: Option<Private>,
}

withheld!(Part1, Part1Update);

impl Part1 {
    /// What it can be refused for.
    pub(super) const FAULTS: &[&Fault] = &[
        &CID_SHAPE,
        &CID_CHECK_DIGIT,
        &CID_OF_NOBODY,
        &NO_NUMBER,
        &NO_NAME,
        &BORN_LATER,
        &TAMBON_SHAPE,
        &TAMBON_OF_NO_PROVINCE,
        &PHONE,
        &INCOME,
    ];

    /// Judges the values.
    pub(super) fn judge(&self, today: Date, mut faults: Faults<'_>) {
        self.person.judge(today, faults.field("person"));
        self.address.judge(faults.field("address"));
        reachable(self.phone.as_ref(), self.income, &mut faults);
    }

    /// Part 1 with what the unit updated at the end of the treatment (CT-18).
    pub(super) fn updated(&self, update: &Part1Update) -> Self {
        let mut part1 = self.clone();
        if let Some(address) = &update.address {
            part1.address = address.clone();
        }
        part1.phone = update.phone.clone().or(part1.phone);
        part1.income = update.income.or(part1.income);
        part1.marital_status = update.marital_status.or(part1.marital_status);
        part1.occupation = update.occupation.clone().or(part1.occupation);
        part1
    }
}

impl Part1Update {
    /// What it can be refused for.
    pub(super) const FAULTS: &[&Fault] = &[&TAMBON_SHAPE, &TAMBON_OF_NO_PROVINCE, &PHONE, &INCOME];

    /// Judges the values.
    pub(super) fn judge(&self, mut faults: Faults<'_>) {
        if let Some(address) = &self.address {
            address.judge(faults.field("address"));
        }
        reachable(self.phone.as_ref(), self.income, &mut faults);
    }
}

fn reachable(phone: Option<&Private>, income: Option<Whole>, faults: &mut Faults<'_>) {
    faults.judged("phone", phone.and_then(|phone| judge_phone(phone.reveal())));
    faults.judged("income", income.and_then(|income| judge_income(income.0)));
}
