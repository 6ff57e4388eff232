//! AD · The reports that a region owes.

use crate::base::documents::MG_M4;
use crate::base::rule::Rule;
use crate::base::text::text;

/// The rules, in the order of the rulebook.
pub(crate) const RULES: &[&Rule] = &[&AD_06];

pub(crate) static AD_06: Rule = Rule::definition(
    "AD-06",
    text(
        "รายงานผู้ไม่ยินยอมให้นำเข้าข้อมูล",
        "Report of people who did not consent",
    ),
    text("", ""),
    text(
        "เขตสุขภาพที่มีผู้ไม่ยินยอมให้นำเข้าข้อมูลสู่ระบบ ต้องรวบรวมจำนวนและรายละเอียดรายงานผู้อำนวยการ \
                ศอ.ปส.สธ. ภายในวันที่ 5 ของเดือนถัดไป (พารามิเตอร์ non_consent_report_day) \
                เพื่อรวบรวมรายงาน ศอ.ปส.ชาติ ต่อไป คำว่า “เดือนถัดไป” เป็นการตีความของไลบรารีเอง \
                หากไม่รายงานตามกำหนดจะนับผลงานของจังหวัดเฉพาะที่อยู่ในระบบ ไลบรารีไม่บันทึกว่าส่งรายงานแล้วหรือไม่",
        "A health region with people who did not consent to having their data entered \
                reports their number and details to the director of the Ministry's narcotics \
                centre, who reports on, by day 5 of the following month (parameter \
                non_consent_report_day); “following” is our reading. A province not reported by \
                then is judged only by what is in the system. Whether the report was sent is not \
                recorded.",
    ),
)
.sources(&[MG_M4])
.parameters(&["non_consent_report_day"]);
