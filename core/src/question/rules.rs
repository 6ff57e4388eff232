//! AD · The reports that a region owes.

use crate::base::documents::MG_M4;
use crate::base::rule::Rule;
use crate::base::text::text;

/// The rules, in the order of the rulebook.
pub(crate) const RULES: &[&Rule] = &[&AD_06];

pub(crate) static AD_06: Rule = Rule::definition(
    "AD-06",
    text!(
        "รายงานผู้ไม่ยินยอมให้นำเข้าข้อมูลสู่ระบบ บสต.",
        "Report of people who did not consent to the entry of their data",
    ),
    text!(
        "เขตสุขภาพรายงานจำนวนและรายละเอียดของผู้ไม่ยินยอมให้นำเข้าข้อมูลต่อผู้อำนวยการ ศอ.ปส.สธ. ภายในวันที่ 5 \
         ของเดือนถัดไป",
        "The health region reports the number and details of people who did not consent to the \
         director of the Ministry's narcotics centre, by day 5 of the following month.",
    ),
    text!(
        "เขตสุขภาพที่มีผู้ไม่ยินยอมให้นำเข้าข้อมูลสู่ระบบ บสต. ต้องรวบรวมจำนวนและรายละเอียด รายงานต่อผู้อำนวยการ \
         ศอ.ปส.สธ. (ตามแนวทาง พ.ศ. 2563) ภายในวันที่ 5 ของเดือนถัดไป เพื่อรวบรวมรายงานต่อ ศอ.ปส.ชาติ \
         ต่อไป แนวทางระบุเพียง “ภายในวันที่ ๕ ของเดือน” การถือว่าเป็นเดือนถัดไประบบกำหนดเพิ่มเติม ไม่มีในเอกสาร \
         หากไม่รายงานตามกำหนด จะถือว่าจังหวัดมีผลการปฏิบัติงานตามในระบบ บสต. เท่านั้น \
         ระบบไม่บันทึกว่าส่งรายงานแล้วหรือไม่",
        "A health region with people who did not consent to having their data entered reports \
         their number and details to the director of the Ministry's narcotics centre (as in the \
         guideline of B.E. 2563), who reports on, by day 5 of the following month. The \
         guideline says only “by day 5 of the month”; that it is the following month is added \
         by the system, not in the documents. A province not reported by then is judged only by \
         what is in the system. Whether the report was sent is not recorded.",
    ),
)
.sources(&[MG_M4])
.parameters(&["non_consent_report_day"]);
