//! AD · Disclosure and permission.

use crate::base::documents::{CM_3, CM_4, MG_M1, MG_M5, MG_M9};
use crate::base::rule::Rule;
use crate::base::text::text;

/// The rules, in the order of the rulebook.
pub(crate) const RULES: &[&Rule] = &[&AD_07, &AD_08];

pub(crate) static AD_07: Rule = Rule::must(
    "AD-07",
    text!("การเปิดเผยข้อมูลส่วนบุคคล", "Disclosure of personal data"),
    text!(
        "ข้อมูลส่วนบุคคลเปิดเผยได้เฉพาะแก่ผู้มีหน้าที่ในเคสนั้น ผู้อื่นเห็นเพียงบางส่วน \
         และระบบแจ้งว่าปิดข้อมูลส่วนใดเพราะเหตุใด",
        "Personal data is disclosed only to those with a duty in the case. Others see part of \
         it, and what is withheld, and why, is always said.",
    ),
    text!(
        "ข้อมูลส่วนบุคคลเปิดเผยได้เฉพาะแก่ผู้มีหน้าที่ในเคสนั้น ตามพระราชบัญญัติคุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562 \
         ผู้มีหน้าที่เห็นข้อมูลทั้งหมด ได้แก่ หน่วยบำบัดของเคส (ยกเว้นขณะส่งคืนสำนักงานคุมประพฤติ) \
         และสำนักงานคุมประพฤติต้นทาง หน่วยงานที่ขอความช่วยเหลือ ศูนย์ฟื้นฟูสภาพทางสังคม \
         และหน่วยงานที่ได้รับการกระจายงาน อำเภอและชุดปฏิบัติการประจำตำบล \
         และจังหวัดเมื่ออำเภอรายงานความช่วยเหลือที่เกินขีดความสามารถแล้ว สำหรับสิทธิและคำขอ ได้แก่ \
         ผู้เกี่ยวข้องของคำขอ คือผู้ยื่นคำขอ หน่วยงานที่ยื่นคำขอ และหน่วยงานที่พิจารณา \
         ผู้มีบทบาทในกระบวนงานนั้นแต่ไม่มีหน้าที่ในเคสนี้ ไม่เห็นข้อมูลบุคคล ภูมิลำเนาหรือที่พักอาศัย รายละเอียดส่วนตัว \
         หลักฐานการได้รับมอบหมายหน้าที่ และข้อความที่กรอกเองทั้งหมด จังหวัด เขตสุขภาพ \
         และผู้ดูแลระบบส่วนกลางในกรณีอื่น เห็นเพียงรหัส ประเภท สถานะ และวันที่ ส่วนบทบาทอื่นเห็นเพียงรหัสและประเภท \
         ระบบแจ้งว่าปิดข้อมูลส่วนใดและเพราะเหตุใด การแบ่งสี่ระดับนี้ระบบกำหนดเพิ่มเติม ไม่มีในเอกสาร",
        "Personal data is disclosed only to those with a duty in the case, under the Personal \
         Data Protection Act of B.E. 2562. Those with a duty see everything: the case's unit \
         (not while the case is returned to the probation office) and its probation office; the \
         requesting unit, the centre and the units that received work; the district and its \
         tambon teams and, once the district reported help beyond its capacity, the province. \
         For accounts and requests these are the person, the organisation that submitted and \
         the offices that decide. A role that takes part in this kind of procedure without a \
         duty in this case sees it without the person, residence, profile, assignment and all \
         free text. Province, region and super admin otherwise see only the case id, kind, \
         state and dates; any other role only the case id and kind. What is withheld, and why, \
         is always said. These four steps are added by the system, not in the documents.",
    ),
)
.sources(&[MG_M9]);

pub(crate) static AD_08: Rule = Rule::must(
    "AD-08",
    text!("สิทธิการดำเนินการตามบทบาท", "Who may do what"),
    text!(
        "ทุกรายการตรวจสิทธิตามบทบาทและความเกี่ยวข้องกับเคส หากไม่มีสิทธิ ระบบแจ้งว่าบทบาทใดทำได้",
        "Every act is checked by role and relation to the case. A refusal says which roles may \
         act.",
    ),
    text!(
        "ทุกรายการตรวจสิทธิจากตารางเดียว คือ บทบาท รายการ และความเกี่ยวข้องกับเคส หากไม่มีสิทธิ \
         ระบบปฏิเสธและแจ้งว่าบทบาทใดทำได้ \
         ผู้ดูแลระบบระดับหน่วยงานทำได้ทุกรายการที่ผู้ใช้งานของหน่วยงานเดียวกันทำได้",
        "Every act is checked against one table of role, act and relation to the case; a \
         refusal says which roles may act. A unit's administrator may do whatever a user of the \
         same organisation may.",
    ),
)
.sources(&[MG_M1, MG_M5, CM_3, CM_4]);
