//! AD · Disclosure and permission.

use crate::base::documents::{CM_3, CM_4, MG_M1, MG_M5, MG_M9};
use crate::base::rule::Rule;
use crate::base::text::text;

/// The rules, in the order of the rulebook.
pub(crate) const RULES: &[&Rule] = &[&AD_07, &AD_08];

pub(crate) static AD_07: Rule = Rule::must(
    "AD-07",
    text("การเปิดเผยข้อมูลส่วนบุคคล", "Disclosure of personal data"),
    text("", ""),
    text(
        "ข้อมูลส่วนบุคคลเปิดเผยได้เฉพาะแก่ผู้มีหน้าที่ในเคสนั้น ตามพระราชบัญญัติคุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562 \
                ผู้มีหน้าที่ (เช่น หน่วยบำบัดของเคสและสำนักงานคุมประพฤติ ศูนย์ฯ และหน่วยรับงาน อำเภอและชุดปฏิบัติการ \
                และจังหวัดเมื่อมีการรายงานความช่วยเหลือขึ้นไปแล้ว) เห็นทั้งหมด \
                ผู้มีบทบาทในขั้นตอนประเภทนั้นแต่ไม่มีหน้าที่ในเคสนี้ ไม่เห็นข้อมูลบุคคล ที่อยู่ รายละเอียดส่วนตัว \
                หลักฐานการมอบหมาย และข้อความอิสระทั้งหมด ส่วนจังหวัด เขตสุขภาพ และผู้ดูแลระบบส่วนกลางในกรณีอื่น \
                เห็นเพียงเลขเคส ประเภท สถานะ และวันที่ และบทบาทอื่นเห็นเพียงเลขเคสและประเภท \
                ระบบจะแจ้งว่าปิดข้อมูลส่วนใดและเพราะเหตุใด การแบ่งสี่ระดับนี้เป็นข้อกำหนดของไลบรารีเอง",
        "Personal data is disclosed only to those with a duty in the case, under the \
                Personal Data Protection Act of 2562. Those with a duty see everything: the \
                case's unit (not while the case is returned) and its probation office, the \
                requesting unit, the centre and the receiving units, the district and its teams \
                and, once help was escalated, the province; for accounts and requests, the \
                person, the organisation that submitted and the offices that decide. A role that \
                takes part in this kind of procedure without a duty in this case sees it without \
                the person, residence, profile, assignment and all free text; province, region \
                and super admin otherwise see only the case id, kind, state and dates; any other \
                role only the case id and kind. What is withheld, and why, is always said. These \
                four steps are our reading of the guideline.",
    ),
)
.sources(&[MG_M9]);

pub(crate) static AD_08: Rule = Rule::must(
    "AD-08",
    text("สิทธิการดำเนินการตามบทบาท", "Who may do what"),
    text("", ""),
    text(
        "ทุกคำสั่งตรวจสิทธิจากตารางเดียว คือ บทบาท คำสั่ง และความเกี่ยวข้องกับเคส หากไม่มีสิทธิ \
                ระบบจะปฏิเสธและบอกว่าบทบาทใดทำได้ \
                ผู้ดูแลระบบระดับหน่วยงานทำได้ทุกอย่างที่ผู้ใช้งานของหน่วยงานเดียวกันทำได้",
        "Every command is checked against one table of role, command and relation to the \
                case; a refusal says which roles may act. A unit's administrator may do whatever \
                a user of the same organisation may.",
    ),
)
.sources(&[MG_M1, MG_M5, CM_3, CM_4]);
