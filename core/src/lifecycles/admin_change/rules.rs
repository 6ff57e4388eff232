//! AD · Change of a provincial admin.

use crate::base::documents::MG_M6;
use crate::base::rule::Rule;
use crate::base::text::text;

/// The rules, in the order of the rulebook.
pub(crate) const RULES: &[&Rule] = &[&AD_04];

pub(crate) static AD_04: Rule = Rule::must(
    "AD-04",
    text!(
        "เปลี่ยนแปลงผู้ดูแลระบบ (ADMIN) ระดับจังหวัด",
        "Change of a provincial administrator",
    ),
    text!(
        "จังหวัดเสนอผู้ดูแลระบบคนใหม่ รายงานสำนักงานเขตสุขภาพเพื่อทราบ ผู้อำนวยการ ศอ.ปส.สธ. พิจารณา \
         แล้วผู้ดูแลระบบส่วนกลางเปลี่ยนข้อมูล",
        "The province proposes and reports to the health region, the director of the Ministry's \
         narcotics centre decides, and the super admin changes the system.",
    ),
    text!(
        "สำนักงานสาธารณสุขจังหวัดเสนอผู้ดูแลระบบคนใหม่ รายงานต่อสำนักงานเขตสุขภาพเพื่อทราบ ผู้อำนวยการ \
         ศอ.ปส.สธ. (ตามแนวทาง พ.ศ. 2563) พิจารณา แล้วผู้ดูแลระบบส่วนกลางจึงเปลี่ยนแปลงข้อมูลในระบบ บสต. \
         ตามลำดับนี้ หากไม่เห็นชอบถือเป็นที่สุด แนวทางกล่าวถึงเพียงการรายงานสองทาง ลำดับขั้น การพิจารณา \
         และการไม่เห็นชอบ ระบบกำหนดเพิ่มเติม ไม่มีในเอกสาร",
        "The province proposes a new administrator and reports to the health region for \
         information, the director of the Ministry's narcotics centre (as in the guideline of \
         B.E. 2563) decides, and the super admin then changes the system, in that order. A \
         refusal is final. The guideline knows only the two reports; their order, the decision \
         and the refusal are added by the system, not in the documents.",
    ),
)
.sources(&[MG_M6]);
