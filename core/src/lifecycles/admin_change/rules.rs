//! AD · Change of a provincial admin.

use crate::base::documents::MG_M6;
use crate::base::rule::Rule;
use crate::base::text::text;

/// The rules, in the order of the rulebook.
pub(crate) const RULES: &[&Rule] = &[&AD_04];

pub(crate) static AD_04: Rule = Rule::must(
    "AD-04",
    text(
        "เปลี่ยนแปลงผู้ดูแลระบบ (ADMIN) ระดับจังหวัด",
        "Change of a provincial administrator",
    ),
    text("", ""),
    text(
        "สำนักงานสาธารณสุขจังหวัดเสนอผู้ดูแลระบบคนใหม่ รายงานสำนักงานเขตสุขภาพเพื่อทราบ ผู้อำนวยการ \
                ศอ.ปส.สธ. ตัดสิน แล้วผู้ดูแลระบบส่วนกลางจึงเปลี่ยนข้อมูลในระบบ ตามลำดับนี้ หากไม่เห็นชอบถือเป็นที่สุด \
                แนวทางกล่าวถึงเพียงการรายงานสองทาง ลำดับขั้น การตัดสิน \
                และการไม่เห็นชอบเป็นข้อกำหนดของไลบรารีเอง",
        "The province proposes a new administrator and reports to the health region for \
                information, the director of the Ministry's narcotics centre decides, and the \
                super admin then changes the system, in that order. A refusal is final. The \
                guideline knows only the two reports; their order, the decision and the refusal \
                are ours.",
    ),
)
.sources(&[MG_M6]);
