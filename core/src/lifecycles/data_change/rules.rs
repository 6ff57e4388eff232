//! AD · Change of data by the super admin.

use crate::base::documents::MG_M8;
use crate::base::rule::Rule;
use crate::base::text::text;

/// The rules, in the order of the rulebook.
pub(crate) const RULES: &[&Rule] = &[&AD_05];

pub(crate) static AD_05: Rule = Rule::must(
    "AD-05",
    text(
        "ขอเพิ่ม ลบ หรือแก้ไขข้อมูลโดยผู้ดูแลระบบส่วนกลาง",
        "Add, delete or edit data through the super admin",
    ),
    text("", ""),
    text(
        "ทุกหน่วยงานยื่นขอเพิ่ม ลบ หรือแก้ไขข้อมูลผ่านสำนักงานสาธารณสุขจังหวัด ซึ่งพิจารณาตามกฎหมายและระเบียบ \
                เสนอคณะกรรมการ ศอ.ปส.จ. พิจารณา ให้ความเห็นชอบ แล้วเสนอผู้อำนวยการ ศอ.ปส.สธ. ตัดสิน \
                จากนั้นผู้ดูแลระบบส่วนกลางจึงดำเนินการ ข้ามขั้นตอนไม่ได้ ขั้นตอนที่ต้องพิจารณาอาจไม่เห็นชอบและถือเป็นที่สุด \
                ซึ่งการไม่เห็นชอบเป็นข้อกำหนดของไลบรารีเอง",
        "Any organisation asks through the province, which reviews the request against law \
                and regulations; the provincial committee considers it, it is endorsed, the \
                director of the Ministry's narcotics centre decides, and the super admin carries \
                it out. No step may be skipped. Any of the deciding steps may refuse, which is \
                final; the refusals are ours.",
    ),
)
.sources(&[MG_M8]);
