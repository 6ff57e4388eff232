//! What a loan has gathered: the struct, and nothing of how it changes.

use serde::Serialize;

use crate::base::calendar::Date;
use crate::base::id::OrgId;
use crate::base::private::Private;
use crate::base::shape::Shape;

/// What a loan has gathered.
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct Device {
    /// The unit that lends.
    #[title("หน่วยบำบัด", "unit")]
    pub unit: OrgId,
    /// Whom it is lent to.
    #[title("ผู้ยืม", "borrower")]
    pub borrower: Private,
    /// The first day.
    #[title("วันที่ให้ยืม", "first day of the loan")]
    pub lent_on: Date,
    /// The days of its readings.
    #[title("วันที่อ่านค่า", "days of the readings")]
    pub readings: Vec<Date>,
    /// How often the loan was extended.
    #[title("จำนวนครั้งที่ขยายเวลา", "number of extensions")]
    pub extensions: u32,
    /// The last day.
    #[title("วันที่สิ้นสุดการยืม", "last day of the loan")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended_on: Option<Date>,
}
