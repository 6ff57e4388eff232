//! AD · Accounts.

use crate::base::documents::MG_M5;
use crate::base::rule::Rule;
use crate::base::text::text;

/// The rules, in the order of the rulebook.
pub(crate) const RULES: &[&Rule] = &[&AD_01, &AD_01A, &AD_01B, &AD_02];

pub(crate) static AD_01: Rule = Rule::must(
    "AD-01",
    text("อนุมัติสิทธิผู้ใช้งาน", "Request and approve an account"),
    text("", ""),
    text(
        "ผู้ใช้งานยื่นขอสิทธิด้วยตนเอง แล้วผู้ดูแลระบบประจำจังหวัดเป็นผู้อนุมัติ \
                หรือผู้ดูแลระบบระดับอำเภอหรือระดับหน่วยงานที่จังหวัดมอบหมาย (พารามิเตอร์ delegated_admins \
                ค่าตั้งต้นคือไม่มี) อนุมัติเฉพาะบัญชีในอำเภอหรือหน่วยงานของตน ผู้ขอเป็นผู้กรอกรายละเอียดส่วนตัว \
                ส่วนหลักฐานการมอบหมายหน้าที่ผู้ขอหรือผู้อนุมัติเป็นผู้ยื่น ทั้งสองรายการทำได้เฉพาะก่อนอนุมัติและใช้ฉบับล่าสุด \
                ขอบทบาทผู้ดูแลระบบจังหวัด (ใช้ข้อ AD-04) หรือบทบาทของเขตสุขภาพและกระทรวงด้วยวิธีนี้ไม่ได้ \
                การใช้รายละเอียดส่วนตัวเป็นเงื่อนไขของการอนุมัติ และรหัสผ่านเป็นเงื่อนไขของการเปิดใช้งาน \
                เป็นข้อกำหนดของไลบรารีเอง",
        "A person requests the own account; the province's administrator approves it, or a \
                district or unit administrator whose organisation the province has entrusted \
                (parameter delegated_admins, by default none), for accounts of the own district \
                or organisation only. The person fills in the profile, and the person or an \
                approver files the assignment, both only before approval; the last one holds. The \
                role of provincial administrator (see AD-04) and the roles of the region and the \
                Ministry cannot be asked for in this way. That the profile stands before approval \
                and the PIN before activation is our reading.",
    ),
)
.sources(&[MG_M5])
.parameters(&["delegated_admins"]);

pub(crate) static AD_01A: Rule = Rule::should(
    "AD-01a",
    text(
        "หลักฐานการได้รับมอบหมายหน้าที่",
        "Written assignment from the superior",
    ),
    text("", ""),
    text(
        "ผู้ได้รับอนุมัติควรมีหลักฐานการได้รับมอบหมายหน้าที่จากผู้บังคับบัญชาเก็บไว้ที่สำนักงานสาธารณสุขจังหวัด \
                หากยังไม่มี ระบบอนุมัติได้พร้อมคำเตือน เว้นแต่กำหนดให้เป็นเงื่อนไขบังคับ (พารามิเตอร์ \
                assignment_required ค่าตั้งต้นคือไม่บังคับ)",
        "A written assignment from the superior should be on file when an account is \
                approved. Without it the approval is accepted with a warning, unless the policy \
                makes it a condition (parameter assignment_required, by default not required).",
    ),
)
.sources(&[MG_M5])
.parameters(&["assignment_required"]);

pub(crate) static AD_01B: Rule = Rule::must(
    "AD-01b",
    text("รายละเอียดส่วนตัว (Profile) สมบูรณ์", "Complete profile"),
    text("", ""),
    text(
        "ผู้ใช้งานจะต้องกรอกรายละเอียดส่วนตัว (Profile) ให้สมบูรณ์ก่อนจึงจะอนุมัติสิทธิได้",
        "The person's profile must be complete before the account can be approved.",
    ),
)
.sources(&[MG_M5]);

pub(crate) static AD_02: Rule = Rule::must(
    "AD-02",
    text(
        "เปิดใช้งาน ระงับ และยกเลิกสิทธิ",
        "Activate, suspend and revoke an account",
    ),
    text("", ""),
    text(
        "การเปิดใช้งานบัญชีที่อนุมัติแล้วหรือถูกระงับอยู่ ต้องระบุวันที่ได้รับรหัสผ่าน (PIN CODE) \
                จากที่ว่าการอำเภอทุกครั้ง ผู้มีอำนาจอนุมัติระงับได้เฉพาะบัญชีที่ใช้งานอยู่ \
                และยกเลิกสิทธิได้ทุกบัญชีที่ยังไม่ถูกยกเลิก",
        "Activating an approved or suspended account needs, every time, the date on which \
                the PIN code was obtained from the district office. The approving administrators \
                may suspend an active account and revoke any account not yet revoked.",
    ),
)
.sources(&[MG_M5]);
