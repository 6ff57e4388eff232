//! AD · Administration, access and disclosure.

use super::documents::{CM_3, CM_4, MG_M1, MG_M2, MG_M3, MG_M4, MG_M5, MG_M6, MG_M8, MG_M9};
use super::{Force, Rule};
use crate::base::text::Text;

/// The rules, in the order of the rulebook.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "AD-01",
        title: Text {
            th: "อนุมัติสิทธิผู้ใช้งาน",
            en: "Request and approve an account",
        },
        text: Text {
            th: "ผู้ใช้งานยื่นขอสิทธิด้วยตนเอง แล้วผู้ดูแลระบบประจำจังหวัดเป็นผู้อนุมัติ \
                หรือผู้ดูแลระบบระดับอำเภอหรือระดับหน่วยงานที่จังหวัดมอบหมาย (พารามิเตอร์ delegated_admins \
                ค่าตั้งต้นคือไม่มี) อนุมัติเฉพาะบัญชีในอำเภอหรือหน่วยงานของตน ผู้ขอเป็นผู้กรอกรายละเอียดส่วนตัว \
                ส่วนหลักฐานการมอบหมายหน้าที่ผู้ขอหรือผู้อนุมัติเป็นผู้ยื่น ทั้งสองรายการทำได้เฉพาะก่อนอนุมัติและใช้ฉบับล่าสุด \
                ขอบทบาทผู้ดูแลระบบจังหวัด (ใช้ข้อ AD-04) หรือบทบาทของเขตสุขภาพและกระทรวงด้วยวิธีนี้ไม่ได้ \
                การใช้รายละเอียดส่วนตัวเป็นเงื่อนไขของการอนุมัติ และรหัสผ่านเป็นเงื่อนไขของการเปิดใช้งาน \
                เป็นข้อกำหนดของไลบรารีเอง",
            en: "A person requests the own account; the province's administrator approves it, or a \
                district or unit administrator whose organisation the province has entrusted \
                (parameter delegated_admins, by default none), for accounts of the own district \
                or organisation only. The person fills in the profile, and the person or an \
                approver files the assignment, both only before approval; the last one holds. The \
                role of provincial administrator (see AD-04) and the roles of the region and the \
                Ministry cannot be asked for in this way. That the profile stands before approval \
                and the PIN before activation is our reading.",
        },
        force: Force::Must,
        sources: &[MG_M5],
        parameters: &["delegated_admins"],
    },
    Rule {
        id: "AD-01a",
        title: Text {
            th: "หลักฐานการได้รับมอบหมายหน้าที่",
            en: "Written assignment from the superior",
        },
        text: Text {
            th: "ผู้ได้รับอนุมัติควรมีหลักฐานการได้รับมอบหมายหน้าที่จากผู้บังคับบัญชาเก็บไว้ที่สำนักงานสาธารณสุขจังหวัด \
                หากยังไม่มี ระบบอนุมัติได้พร้อมคำเตือน เว้นแต่กำหนดให้เป็นเงื่อนไขบังคับ (พารามิเตอร์ \
                assignment_required ค่าตั้งต้นคือไม่บังคับ)",
            en: "A written assignment from the superior should be on file when an account is \
                approved. Without it the approval is accepted with a warning, unless the policy \
                makes it a condition (parameter assignment_required, by default not required).",
        },
        force: Force::Should,
        sources: &[MG_M5],
        parameters: &["assignment_required"],
    },
    Rule {
        id: "AD-01b",
        title: Text {
            th: "รายละเอียดส่วนตัว (Profile) สมบูรณ์",
            en: "Complete profile",
        },
        text: Text {
            th: "ผู้ใช้งานจะต้องกรอกรายละเอียดส่วนตัว (Profile) ให้สมบูรณ์ก่อนจึงจะอนุมัติสิทธิได้",
            en: "The person's profile must be complete before the account can be approved.",
        },
        force: Force::Must,
        sources: &[MG_M5],
        parameters: &[],
    },
    Rule {
        id: "AD-02",
        title: Text {
            th: "เปิดใช้งาน ระงับ และยกเลิกสิทธิ",
            en: "Activate, suspend and revoke an account",
        },
        text: Text {
            th: "การเปิดใช้งานบัญชีที่อนุมัติแล้วหรือถูกระงับอยู่ ต้องระบุวันที่ได้รับรหัสผ่าน (PIN CODE) \
                จากที่ว่าการอำเภอทุกครั้ง ผู้มีอำนาจอนุมัติระงับได้เฉพาะบัญชีที่ใช้งานอยู่ \
                และยกเลิกสิทธิได้ทุกบัญชีที่ยังไม่ถูกยกเลิก",
            en: "Activating an approved or suspended account needs, every time, the date on which \
                the PIN code was obtained from the district office. The approving administrators \
                may suspend an active account and revoke any account not yet revoked.",
        },
        force: Force::Must,
        sources: &[MG_M5],
        parameters: &[],
    },
    Rule {
        id: "AD-03",
        title: Text {
            th: "ขอสิทธิเชื่อมต่อทะเบียนราษฎร",
            en: "Access to the civil registry",
        },
        text: Text {
            th: "จังหวัดยื่นขอสิทธิให้ผู้ใช้งานที่บัญชีเปิดใช้งานอยู่ กองบริหารการสาธารณสุขส่งต่อ \
                แล้วศูนย์เทคโนโลยีสารสนเทศและการสื่อสารเป็นผู้อนุมัติ ตามลำดับนี้เท่านั้น การอนุมัติทำเป็นรอบทุกต้นเดือน \
                หากอนุมัติหลังวันที่ 5 ของเดือน (พารามิเตอร์ registry_batch_days) ระบบรับพร้อมคำเตือน \
                แนวทางกำหนดเพียงการส่งข้อมูลทุกต้นเดือน การดูวันอนุมัติและวันที่ 5 รวมทั้งการต้องมีบัญชีที่เปิดใช้งาน \
                เป็นข้อกำหนดของไลบรารีเอง",
            en: "The province asks for a user whose account is active, the Public Health \
                Administration Division forwards the request, and the information technology \
                centre approves it, in that order only. Approval belongs to the batch at the \
                start of the month: after day 5 (parameter registry_batch_days) it is accepted \
                with a warning. The guideline dates only the hand-over; judging the approval, the \
                day 5 and the active account are our reading.",
        },
        force: Force::Must,
        sources: &[MG_M2, MG_M3, MG_M5],
        parameters: &["registry_batch_days"],
    },
    Rule {
        id: "AD-04",
        title: Text {
            th: "เปลี่ยนแปลงผู้ดูแลระบบ (ADMIN) ระดับจังหวัด",
            en: "Change of a provincial administrator",
        },
        text: Text {
            th: "สำนักงานสาธารณสุขจังหวัดเสนอผู้ดูแลระบบคนใหม่ รายงานสำนักงานเขตสุขภาพเพื่อทราบ ผู้อำนวยการ \
                ศอ.ปส.สธ. ตัดสิน แล้วผู้ดูแลระบบส่วนกลางจึงเปลี่ยนข้อมูลในระบบ ตามลำดับนี้ หากไม่เห็นชอบถือเป็นที่สุด \
                แนวทางกล่าวถึงเพียงการรายงานสองทาง ลำดับขั้น การตัดสิน \
                และการไม่เห็นชอบเป็นข้อกำหนดของไลบรารีเอง",
            en: "The province proposes a new administrator and reports to the health region for \
                information, the director of the Ministry's narcotics centre decides, and the \
                super admin then changes the system, in that order. A refusal is final. The \
                guideline knows only the two reports; their order, the decision and the refusal \
                are ours.",
        },
        force: Force::Must,
        sources: &[MG_M6],
        parameters: &[],
    },
    Rule {
        id: "AD-05",
        title: Text {
            th: "ขอเพิ่ม ลบ หรือแก้ไขข้อมูลโดยผู้ดูแลระบบส่วนกลาง",
            en: "Add, delete or edit data through the super admin",
        },
        text: Text {
            th: "ทุกหน่วยงานยื่นขอเพิ่ม ลบ หรือแก้ไขข้อมูลผ่านสำนักงานสาธารณสุขจังหวัด ซึ่งพิจารณาตามกฎหมายและระเบียบ \
                เสนอคณะกรรมการ ศอ.ปส.จ. พิจารณา ให้ความเห็นชอบ แล้วเสนอผู้อำนวยการ ศอ.ปส.สธ. ตัดสิน \
                จากนั้นผู้ดูแลระบบส่วนกลางจึงดำเนินการ ข้ามขั้นตอนไม่ได้ ขั้นตอนที่ต้องพิจารณาอาจไม่เห็นชอบและถือเป็นที่สุด \
                ซึ่งการไม่เห็นชอบเป็นข้อกำหนดของไลบรารีเอง",
            en: "Any organisation asks through the province, which reviews the request against law \
                and regulations; the provincial committee considers it, it is endorsed, the \
                director of the Ministry's narcotics centre decides, and the super admin carries \
                it out. No step may be skipped. Any of the deciding steps may refuse, which is \
                final; the refusals are ours.",
        },
        force: Force::Must,
        sources: &[MG_M8],
        parameters: &[],
    },
    Rule {
        id: "AD-06",
        title: Text {
            th: "รายงานผู้ไม่ยินยอมให้นำเข้าข้อมูล",
            en: "Report of people who did not consent",
        },
        text: Text {
            th: "เขตสุขภาพที่มีผู้ไม่ยินยอมให้นำเข้าข้อมูลสู่ระบบ ต้องรวบรวมจำนวนและรายละเอียดรายงานผู้อำนวยการ \
                ศอ.ปส.สธ. ภายในวันที่ 5 ของเดือนถัดไป (พารามิเตอร์ non_consent_report_day) \
                เพื่อรวบรวมรายงาน ศอ.ปส.ชาติ ต่อไป คำว่า “เดือนถัดไป” เป็นการตีความของไลบรารีเอง \
                หากไม่รายงานตามกำหนดจะนับผลงานของจังหวัดเฉพาะที่อยู่ในระบบ ไลบรารีไม่บันทึกว่าส่งรายงานแล้วหรือไม่",
            en: "A health region with people who did not consent to having their data entered \
                reports their number and details to the director of the Ministry's narcotics \
                centre, who reports on, by day 5 of the following month (parameter \
                non_consent_report_day); “following” is our reading. A province not reported by \
                then is judged only by what is in the system. Whether the report was sent is not \
                recorded.",
        },
        force: Force::Definition,
        sources: &[MG_M4],
        parameters: &["non_consent_report_day"],
    },
    Rule {
        id: "AD-07",
        title: Text {
            th: "การเปิดเผยข้อมูลส่วนบุคคล",
            en: "Disclosure of personal data",
        },
        text: Text {
            th: "ข้อมูลส่วนบุคคลเปิดเผยได้เฉพาะแก่ผู้มีหน้าที่ในเคสนั้น ตามพระราชบัญญัติคุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562 \
                ผู้มีหน้าที่ (เช่น หน่วยบำบัดของเคสและสำนักงานคุมประพฤติ ศูนย์ฯ และหน่วยรับงาน อำเภอและชุดปฏิบัติการ \
                และจังหวัดเมื่อมีการรายงานความช่วยเหลือขึ้นไปแล้ว) เห็นทั้งหมด \
                ผู้มีบทบาทในขั้นตอนประเภทนั้นแต่ไม่มีหน้าที่ในเคสนี้ ไม่เห็นข้อมูลบุคคล ที่อยู่ รายละเอียดส่วนตัว \
                หลักฐานการมอบหมาย และข้อความอิสระทั้งหมด ส่วนจังหวัด เขตสุขภาพ และผู้ดูแลระบบส่วนกลางในกรณีอื่น \
                เห็นเพียงเลขเคส ประเภท สถานะ และวันที่ และบทบาทอื่นเห็นเพียงเลขเคสและประเภท \
                ระบบจะแจ้งว่าปิดข้อมูลส่วนใดและเพราะเหตุใด การแบ่งสี่ระดับนี้เป็นข้อกำหนดของไลบรารีเอง",
            en: "Personal data is disclosed only to those with a duty in the case, under the \
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
        },
        force: Force::Must,
        sources: &[MG_M9],
        parameters: &[],
    },
    Rule {
        id: "AD-08",
        title: Text {
            th: "สิทธิการดำเนินการตามบทบาท",
            en: "Who may do what",
        },
        text: Text {
            th: "ทุกคำสั่งตรวจสิทธิจากตารางเดียว คือ บทบาท คำสั่ง และความเกี่ยวข้องกับเคส หากไม่มีสิทธิ \
                ระบบจะปฏิเสธและบอกว่าบทบาทใดทำได้ \
                ผู้ดูแลระบบระดับหน่วยงานทำได้ทุกอย่างที่ผู้ใช้งานของหน่วยงานเดียวกันทำได้",
            en: "Every command is checked against one table of role, command and relation to the \
                case; a refusal says which roles may act. A unit's administrator may do whatever \
                a user of the same organisation may.",
        },
        force: Force::Must,
        sources: &[MG_M1, MG_M5, CM_3, CM_4],
        parameters: &[],
    },
];
