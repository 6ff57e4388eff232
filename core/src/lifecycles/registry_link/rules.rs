//! AD · Access to the civil registry.

use crate::base::documents::{MG_M2, MG_M3, MG_M5};
use crate::base::rule::Rule;
use crate::base::text::text;

/// The rules, in the order of the rulebook.
pub(crate) const RULES: &[&Rule] = &[&AD_03];

pub(crate) static AD_03: Rule = Rule::must(
    "AD-03",
    text!("ขอสิทธิเชื่อมต่อทะเบียนราษฎร", "Access to the civil registry"),
    text!(
        "จังหวัดยื่นขอ กองบริหารการสาธารณสุขส่งต่อ และศูนย์เทคโนโลยีสารสนเทศและการสื่อสารอนุมัติ เป็นรอบทุกต้นเดือน \
         ไม่เกินวันที่ 5",
        "The province asks, the Public Health Administration Division forwards, and the \
         information technology centre approves. Approvals belong to the start of the month, by \
         day 5.",
    ),
    text!(
        "จังหวัดยื่นขอสิทธิให้ผู้ใช้งานที่สิทธิเปิดใช้งานแล้ว กองบริหารการสาธารณสุขส่งต่อ \
         และศูนย์เทคโนโลยีสารสนเทศและการสื่อสารเป็นผู้อนุมัติ ตามลำดับนี้เท่านั้น การอนุมัติทำเป็นรอบทุกต้นเดือน \
         หากอนุมัติหลังวันที่ 5 ของเดือน ระบบรับพร้อมคำเตือน แนวทาง พ.ศ. 2563 กำหนดเพียงการส่งข้อมูลทุกต้นเดือน \
         การพิจารณาวันที่อนุมัติ วันที่ 5 และเงื่อนไขว่าสิทธิเปิดใช้งานแล้ว ระบบกำหนดเพิ่มเติม ไม่มีในเอกสาร",
        "The province asks for a user whose account is active, the Public Health Administration \
         Division forwards the request, and the information technology centre approves it, in \
         that order only. Approval belongs to the batch at the start of the month: after day 5 \
         it is accepted with a warning. The guideline of B.E. 2563 dates only the hand-over; \
         judging the day of approval, the day 5 and the active account are added by the system, \
         not in the documents.",
    ),
)
.sources(&[MG_M2, MG_M3, MG_M5])
.parameters(&["registry_batch_days"]);
