//! AD · Access to the civil registry.

use crate::base::documents::{MG_M2, MG_M3, MG_M5};
use crate::base::rule::Rule;
use crate::base::text::text;

/// The rules, in the order of the rulebook.
pub(crate) const RULES: &[&Rule] = &[&AD_03];

pub(crate) static AD_03: Rule = Rule::must(
    "AD-03",
    text("ขอสิทธิเชื่อมต่อทะเบียนราษฎร", "Access to the civil registry"),
    text("", ""),
    text(
        "จังหวัดยื่นขอสิทธิให้ผู้ใช้งานที่บัญชีเปิดใช้งานอยู่ กองบริหารการสาธารณสุขส่งต่อ \
                แล้วศูนย์เทคโนโลยีสารสนเทศและการสื่อสารเป็นผู้อนุมัติ ตามลำดับนี้เท่านั้น การอนุมัติทำเป็นรอบทุกต้นเดือน \
                หากอนุมัติหลังวันที่ 5 ของเดือน (พารามิเตอร์ registry_batch_days) ระบบรับพร้อมคำเตือน \
                แนวทางกำหนดเพียงการส่งข้อมูลทุกต้นเดือน การดูวันอนุมัติและวันที่ 5 รวมทั้งการต้องมีบัญชีที่เปิดใช้งาน \
                เป็นข้อกำหนดของไลบรารีเอง",
        "The province asks for a user whose account is active, the Public Health \
                Administration Division forwards the request, and the information technology \
                centre approves it, in that order only. Approval belongs to the batch at the \
                start of the month: after day 5 (parameter registry_batch_days) it is accepted \
                with a warning. The guideline dates only the hand-over; judging the approval, the \
                day 5 and the active account are our reading.",
    ),
)
.sources(&[MG_M2, MG_M3, MG_M5])
.parameters(&["registry_batch_days"]);
