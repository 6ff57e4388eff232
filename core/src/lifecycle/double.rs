//! A case that was entered twice names the one that stays (GE-09). It does not know how a case is ended.

use super::Lifecycle;
use super::case::Case;
use crate::base::fault::{Fault, Faults};
use crate::base::id::CaseId;
use crate::base::text::text;
use crate::rulebook::general::GE_09;

impl<L: Lifecycle> Case<L> {
    /// GE-09: the case that stays is another one.
    pub(crate) fn is_no_double_of_itself(&self, other: Option<&CaseId>, faults: &mut Faults<'_>) {
        let is_itself = other == Some(self.case_id());
        faults.when(is_itself, "other_case", &DOUBLE_OF_ITSELF);
    }
}

pub(crate) static DOUBLE_OF_ITSELF: Fault = Fault::value(
    67,
    &GE_09,
    "double_of_itself",
    text!(
        "ช่อง “{field}” ต้องเป็นรหัสของอีกเคสหนึ่ง มิใช่เคสนี้เอง โปรดแก้ไข หรือเว้นช่องนี้ไว้หากมิใช่การบันทึกซ้ำ",
        "“{field}” must be another case, not this one; correct it, or leave it out if this is no double",
    ),
);
