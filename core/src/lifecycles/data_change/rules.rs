//! AD · Change of data by the super admin.

use crate::base::documents::MG_M8;
use crate::base::rule::Rule;
use crate::base::text::text;

/// The rules, in the order of the rulebook.
pub(crate) const RULES: &[&Rule] = &[&AD_05];

pub(crate) static AD_05: Rule = Rule::must(
    "AD-05",
    text!(
        "ขอเพิ่ม ลบ หรือแก้ไขข้อมูลโดยผู้ดูแลระบบส่วนกลาง",
        "Add, delete or edit data through the super admin",
    ),
    text!(
        "ยื่นผ่านสำนักงานสาธารณสุขจังหวัดและคณะกรรมการ ศอ.ปส.จ. ผู้อำนวยการ ศอ.ปส.สธ. พิจารณา \
         แล้วผู้ดูแลระบบส่วนกลางดำเนินการ ข้ามขั้นตอนไม่ได้",
        "A request goes through the province and its committee, the director of the Ministry's \
         narcotics centre decides, and the super admin carries it out. No step is skipped.",
    ),
    text!(
        "ทุกหน่วยงานยื่นขอเพิ่ม ลบ หรือแก้ไขข้อมูลผ่านสำนักงานสาธารณสุขจังหวัด ซึ่งพิจารณาตามกฎหมาย ระเบียบ \
         และข้อบังคับ เสนอคณะกรรมการ ศอ.ปส.จ. พิจารณา ให้ความเห็นชอบ แล้วเสนอผู้อำนวยการ ศอ.ปส.สธ. \
         (ตามแนวทาง พ.ศ. 2563) พิจารณา จากนั้นผู้ดูแลระบบส่วนกลางจึงดำเนินการ ข้ามขั้นตอนไม่ได้ \
         ขั้นตอนที่ต้องพิจารณาอาจไม่เห็นชอบ ซึ่งถือเป็นที่สุด การไม่เห็นชอบระบบกำหนดเพิ่มเติม ไม่มีในเอกสาร",
        "Any organisation asks through the province, which reviews the request against law and \
         regulations; the provincial committee considers it, it is endorsed, the director of \
         the Ministry's narcotics centre (as in the guideline of B.E. 2563) decides, and the \
         super admin carries it out. No step may be skipped. Any of the deciding steps may \
         refuse, which is final; the refusals are added by the system, not in the documents.",
    ),
)
.sources(&[MG_M8]);
