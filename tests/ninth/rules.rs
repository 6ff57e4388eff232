//! NI · The loan of a device: rules that no source has.

use crate::base::rule::Rule;
use crate::base::text::text;

/// The rules, in order.
pub(crate) const RULES: &[&Rule] = &[&NI_01, &NI_02, &NI_03];

pub(crate) static NI_01: Rule = Rule::decision(
    "NI-01",
    text!("ให้ยืม", "Lend"),
    text!(
        "หน่วยบำบัดให้ยืมเครื่องวัด และขยายเวลาได้ครั้งเดียว",
        "A unit lends a device, and extends the loan once.",
    ),
    text!(
        "หน่วยบำบัดให้ผู้ป่วยยืมเครื่องวัด และขยายเวลาได้ครั้งเดียวเมื่ออ่านค่าครบจำนวน ข้อนี้ระบบกำหนดเพิ่มเติม \
         ไม่มีในเอกสาร",
        "A unit lends a patient a device and extends the loan once, when there are enough readings. \
         This rule is added by the system, not in the documents.",
    ),
);

pub(crate) static NI_02: Rule = Rule::decision(
    "NI-02",
    text!("อ่านค่า", "Record a reading"),
    text!("อ่านค่าภายใน 7 วัน", "A reading within 7 days."),
    text!(
        "อ่านค่าภายใน 7 วันนับแต่วันให้ยืม วันละครั้ง ข้อนี้ระบบกำหนดเพิ่มเติม ไม่มีในเอกสาร",
        "A reading is owed within 7 days of the loan, one a day. This rule is added by the system, \
         not in the documents.",
    ),
);

pub(crate) static NI_03: Rule = Rule::decision(
    "NI-03",
    text!("รับคืน", "Have it back"),
    text!(
        "รับคืนได้ตั้งแต่วันที่ 7 หรือจำหน่ายเป็นสูญ",
        "It comes back from day 7, or is written off.",
    ),
    text!(
        "รับคืนได้ตั้งแต่ครบ 7 วัน หากเครื่องเสียหายให้จำหน่ายเป็นสูญได้ทันทีและแจ้งจังหวัด ข้อนี้ระบบกำหนดเพิ่มเติม \
         ไม่มีในเอกสาร",
        "It comes back from 7 full days on; a broken one is written off at once, and the province \
         is told. This rule is added by the system, not in the documents.",
    ),
);
