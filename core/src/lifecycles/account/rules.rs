//! AD · Accounts.

use crate::base::documents::MG_M5;
use crate::base::rule::Rule;
use crate::base::text::text;

/// The rules, in the order of the rulebook.
pub(crate) const RULES: &[&Rule] = &[&AD_01, &AD_01A, &AD_01B, &AD_02];

pub(crate) static AD_01: Rule = Rule::must(
    "AD-01",
    text!("ขอและอนุมัติสิทธิผู้ใช้งาน", "Request and approve an account"),
    text!(
        "ผู้ใช้งานยื่นขอสิทธิด้วยตนเอง ผู้ดูแลระบบระดับจังหวัด หรือระดับอำเภอหรือหน่วยงานที่จังหวัดมอบหมาย เป็นผู้อนุมัติ",
        "Users request their own accounts. The provincial administrator approves them, or a \
         district or unit administrator entrusted by the province.",
    ),
    text!(
        "ผู้ใช้งานยื่นขอสิทธิด้วยตนเอง และผู้ดูแลระบบระดับจังหวัดเป็นผู้อนุมัติ \
         จังหวัดอาจมอบหมายให้ผู้ดูแลระบบระดับอำเภอหรือระดับหน่วยงานอนุมัติสิทธิเฉพาะในอำเภอหรือหน่วยงานของตน \
         (ค่าตั้งต้นไม่มีหน่วยงานใดได้รับมอบหมาย) ผู้ยื่นคำขอเป็นผู้กรอกรายละเอียดส่วนตัว (Profile) \
         ส่วนหลักฐานการได้รับมอบหมายหน้าที่ ผู้ยื่นคำขอหรือผู้อนุมัติเป็นผู้ยื่น ทั้งสองอย่างทำได้เฉพาะก่อนอนุมัติ \
         และใช้ฉบับล่าสุด การขอสิทธิผู้ดูแลระบบระดับจังหวัด (ใช้ข้อ AD-04) \
         และสิทธิของเขตสุขภาพหรือกระทรวงสาธารณสุข ทำด้วยวิธีนี้ไม่ได้ \
         จังหวัดต้องเป็นจังหวัดที่มีจริง รหัส 99 (ไม่ทราบ) ระบบไม่รับ \
         การให้รายละเอียดส่วนตัวเป็นเงื่อนไขของการอนุมัติ และรหัสผ่าน (PIN CODE) เป็นเงื่อนไขของการเปิดใช้งาน \
         ระบบกำหนดเพิ่มเติม ไม่มีในเอกสาร",
        "Users request their own accounts, and the provincial administrator approves them. The \
         province may entrust a district or unit administrator with approvals, only in that \
         administrator's district or organisation (by default none is entrusted). The person fills in the \
         profile, and the person or an approver files the assignment, both only before \
         approval; the last one holds. The role of provincial administrator (see AD-04) and the \
         roles of the region and the Ministry cannot be asked for in this way. The province is \
         one that exists: 99, which stands for unknown, is refused. That the profile \
         is a condition of approval and the PIN code one of activation is added by the system, \
         not in the documents.",
    ),
)
.sources(&[MG_M5])
.parameters(&["delegated_admins"]);

pub(crate) static AD_01A: Rule = Rule::should(
    "AD-01a",
    text!(
        "หลักฐานการได้รับมอบหมายหน้าที่",
        "Written assignment from the superior",
    ),
    text!(
        "ก่อนอนุมัติสิทธิ ควรมีหลักฐานการได้รับมอบหมายหน้าที่จากผู้บังคับบัญชา หากยังไม่มี ระบบรับพร้อมคำเตือน",
        "A written assignment from the superior should be on file before the approval. Without \
         it the approval is accepted with a warning.",
    ),
    text!(
        "ผู้ได้รับอนุมัติควรมีหลักฐานการได้รับมอบหมายหน้าที่จากผู้บังคับบัญชา \
         ซึ่งสำนักงานสาธารณสุขจังหวัดเก็บไว้สำหรับตรวจสอบ หากยังไม่มี ระบบรับพร้อมคำเตือน \
         และอาจกำหนดให้เป็นเงื่อนไขบังคับได้ (ค่าตั้งต้นไม่บังคับ)",
        "A written assignment from the superior should be on file with the provincial health \
         office when an account is approved. Without it the approval is accepted with a \
         warning; it can be made a condition (by default not required).",
    ),
)
.sources(&[MG_M5])
.parameters(&["assignment_required"]);

pub(crate) static AD_01B: Rule = Rule::must(
    "AD-01b",
    text!("รายละเอียดส่วนตัว (Profile) สมบูรณ์", "Complete profile"),
    text!(
        "ผู้ยื่นคำขอจะต้องกรอกรายละเอียดส่วนตัว (Profile) ให้สมบูรณ์ก่อนอนุมัติสิทธิ",
        "The person's profile must be complete before the account is approved.",
    ),
    text!(
        "ผู้ยื่นคำขอจะต้องกรอกรายละเอียดส่วนตัว (Profile) ให้สมบูรณ์ก่อนจึงจะอนุมัติสิทธิได้",
        "The person's profile must be complete before the account can be approved.",
    ),
)
.sources(&[MG_M5]);

pub(crate) static AD_02: Rule = Rule::must(
    "AD-02",
    text!(
        "เปิดใช้งาน ระงับ และยกเลิกสิทธิ",
        "Activate, suspend and revoke an account",
    ),
    text!(
        "การเปิดใช้งานสิทธิต้องระบุวันที่ได้รับรหัสผ่าน (PIN CODE) จากที่ว่าการอำเภอทุกครั้ง \
         ผู้อนุมัติสิทธิมีอำนาจระงับและยกเลิกได้",
        "Each activation needs the date on which the PIN code was obtained from the district \
         office. The approving administrators may suspend and revoke.",
    ),
    text!(
        "การเปิดใช้งานสิทธิที่อนุมัติแล้วหรือถูกระงับอยู่ ต้องระบุวันที่ได้รับรหัสผ่าน (PIN CODE) จากที่ว่าการอำเภอทุกครั้ง \
         ผู้อนุมัติสิทธิมีอำนาจระงับได้เฉพาะสิทธิที่เปิดใช้งานอยู่ และมีอำนาจยกเลิกได้ทุกสิทธิที่ยังไม่ถูกยกเลิก",
        "Activating an approved or suspended account needs, every time, the date on which the \
         PIN code was obtained from the district office. The approving administrators may \
         suspend an active account and revoke any account not yet revoked.",
    ),
)
.sources(&[MG_M5]);
