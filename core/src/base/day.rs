//! The judge of a day on which something happened (GE-06).

use super::calendar::Date;
use super::fault::{Fault, Faults};
use super::rule::Rule;
use super::text::{Arg, text};

pub(crate) static GE_06: Rule = Rule::decision(
    "GE-06",
    text!("วันที่ที่เป็นไปไม่ได้", "Impossible dates"),
    text!(
        "วันที่ต้องไม่เป็นวันในอนาคต และต้องไม่ก่อนสิ่งที่เกี่ยวข้อง",
        "A date is not in the future and not before the thing it belongs to.",
    ),
    text!(
        "วันที่ในอนาคต หรือวันที่ก่อนสิ่งที่เกี่ยวข้อง ถือเป็นข้อมูลไม่ถูกต้องตามข้อของรายการนั้น ไม่ถือว่า “ยังไม่ถึงกำหนด” \
         ข้อนี้ระบบกำหนดเพิ่มเติม ไม่มีในเอกสาร",
        "A date in the future, or before the thing it belongs to, is invalid input under the \
         rule of the act; it is never reported as “too early”. This rule is added by the \
         system, not in the documents.",
    ),
);

/// A day later than today.
pub static IN_FUTURE: Fault = Fault::value(
    2,
    &GE_06,
    "in_future",
    text!(
        "ช่อง “{field}” ต้องไม่เกินวันนี้ (วันที่ {today}) โปรดระบุวันที่ที่เกิดขึ้นจริง",
        "“{field}” lies in the future (today is {today}); enter the day on which it happened",
    ),
);
/// A day before the thing it belongs to.
pub static TOO_EARLY: Fault = Fault::value(
    3,
    &GE_06,
    "before_what_it_belongs_to",
    text!(
        "ช่อง “{field}” ต้องไม่ก่อนวันที่ {earliest} โปรดแก้ไข",
        "“{field}” cannot be before {earliest}; correct it",
    ),
);

/// Every fault of a day.
pub(crate) const FAULTS: &[&Fault] = &[&IN_FUTURE, &TOO_EARLY];
/// Those of a day that belongs to nothing before it.
pub(crate) const NOT_LATER: &[&Fault] = &[&IN_FUTURE];

impl Faults<'_> {
    /// A day that must lie from `earliest` (where there is one) to `today`.
    pub(crate) fn day(
        &mut self,
        name: &'static str,
        day: Date,
        earliest: Option<Date>,
        today: Date,
    ) {
        if day > today {
            self.add_with(name, &IN_FUTURE, [("today", Arg::Date(today))]);
        } else if let Some(earliest) = earliest.filter(|earliest| day < *earliest) {
            self.add_with(name, &TOO_EARLY, [("earliest", Arg::Date(earliest))]);
        }
    }
}
