//! The source documents, and the places in them that the rules cite.

use super::rule::{Citation, Document, cite};
use super::text::text;

/// User manual of the exchange between บสต. and the Department of Probation.
///
/// Dated by the endorsement of its flowchart on 26 January 2564, from which it is in force.
pub const CM: Document = Document {
    tag: "CM",
    title: text!(
        "คู่มือการใช้งาน บสต. ระบบบังคับบำบัด 2564",
        "User manual of the national drug-treatment case system: compulsory treatment, B.E. \
            2564"
    ),
    date: Some("2021-01-26"),
};

/// Circular of the Permanent Secretary of Public Health with the recording steps (ขั้นตอนการบันทึกข้อมูล
/// กรณีส่งต่อศูนย์ฟื้นฟู), passed on by the Department of Local Administration on 30 June and by Krabi
/// province on 4 July 2568.
///
/// Dated as the Department cites it, 23 June 2568, the day on which it was received there.
pub const AH: Document = Document {
    tag: "AH",
    title: text!(
        "แจ้งการปรับปรุงแบบการบันทึกข้อมูลในระบบข้อมูลการบำบัดรักษาและฟื้นฟูผู้ติดยาเสพติดของประเทศ (บสต.) \
            กรณีการส่งรายการขอความช่วยเหลือในศูนย์ฟื้นฟูสภาพทางสังคม",
        "Circular on the revised recording forms of the national drug-treatment case system: \
            requests for assistance to social-rehabilitation centres"
    ),
    date: Some("2025-06-23"),
};

/// Management guideline of 1 April 2563: roles, access and duties, and the reporting of problems in the
/// compulsory-treatment system. Both of its parts count their items from ๑.
pub const MG: Document = Document {
    tag: "MG",
    title: text!(
        "แนวทางการบริหารจัดการระบบข้อมูลการบำบัดรักษาและฟื้นฟูผู้ติดยาเสพติดของประเทศ (บสต.)",
        "Management guideline of the national drug-treatment case system"
    ),
    date: Some("2020-04-01"),
};

/// Circulars of the Department of Provincial Administration of 2566, titled and dated as the one that
/// orders the follow-up; the two others are named in their sections.
pub const CF: Document = Document {
    tag: "CF",
    title: text!(
        "การติดตามผู้ผ่านการฟื้นฟูสภาพทางสังคม ตามโครงการช่วยเหลือผู้เสพ/ผู้ติดยาเสพติด \
            ของศูนย์ฟื้นฟูสภาพทางสังคมจังหวัด ประจำปีงบประมาณ พ.ศ. ๒๕๖๖",
        "Follow-up of people who completed social rehabilitation under the assistance project \
            of the provincial centres, fiscal year 2566"
    ),
    date: Some("2023-03-28"),
};

/// Templates of indicators 15, 16 and 22 of fiscal year 2568; they bear no date.
pub const KT: Document = Document {
    tag: "KT",
    title: text!(
        "รายละเอียดตัวชี้วัด ปีงบประมาณ 2568 แผนงานการพัฒนาระบบบริการสุขภาพ (Service Plan)",
        "Indicator templates of fiscal year 2568: health service development (Service Plan)"
    ),
    date: None,
};

/// The 43-file standard, on which the record rules rest.
pub const F43: Document = Document {
    tag: "F43",
    title: text!(
        "โครงสร้างมาตรฐานข้อมูล 43 แฟ้ม กระทรวงสาธารณสุข",
        "Standard data structure of 43 files, Ministry of Public Health"
    ),
    date: None,
};

/// Every source document, in the order of the rulebook.
pub const ALL: [Document; 6] = [CM, AH, MG, CF, KT, F43];

pub(crate) const CM_1: Citation = cite(
    &CM,
    "ข้อ 1 กรณีผู้ใช้งานระบบ บสต. พบข้อมูลผู้ป่วยผิดพลาด (ยังไม่กดรับงาน)",
    "section 1, wrong patient data (not yet accepted)",
);
pub(crate) const CM_2: Citation = cite(
    &CM,
    "ข้อ 2 กรณีผู้ป่วยไม่มารายงานตัว/ไม่มีหนังสือส่งตัว (ยังไม่กดรับงาน)",
    "section 2, no-show or missing referral letter (not yet accepted)",
);
pub(crate) const CM_3: Citation = cite(
    &CM,
    "ข้อ 3 กรณีผู้ใช้งานระบบ บสต. พบข้อมูลผู้ป่วยผิดพลาด (กดรับงานแล้ว)",
    "section 3, wrong patient data (accepted)",
);
pub(crate) const CM_4: Citation = cite(
    &CM,
    "ข้อ 4 กรณีผู้ป่วยต้องการเปลี่ยนหน่วยบำบัด (กดรับงานแล้ว)",
    "section 4, the patient wants another treatment unit (accepted)",
);
pub(crate) const CM_5: Citation = cite(
    &CM,
    "ข้อ 5 กรณีผู้ป่วยขาดนัดระหว่างบำบัด (กดรับงานแล้ว)",
    "section 5, absence during treatment (accepted)",
);
pub(crate) const CM_6: Citation = cite(
    &CM,
    "ข้อ 6 การอัพเดตข้อมูลผู้ป่วย (กรณีบำบัดครบแล้ว)",
    "section 6, updating patient data (treatment completed)",
);
pub(crate) const AH_REQUEST: Citation = cite(
    &AH,
    "ขั้นตอนการบันทึกข้อมูล หัวข้อ “วิธีการส่งรายการขอความช่วยเหลือ”",
    "recording steps, how to send a request for assistance",
);
pub(crate) const AH_ACCEPT: Citation = cite(
    &AH,
    "ขั้นตอนการบันทึกข้อมูล หัวข้อ “การรับงานให้ความช่วยเหลือ”",
    "recording steps, accepting the work",
);
pub(crate) const AH_RECORD: Citation = cite(
    &AH,
    "ขั้นตอนการบันทึกข้อมูล หัวข้อ “การบันทึกข้อมูลให้ความช่วยเหลือ”",
    "recording steps, recording the help",
);
pub(crate) const AH_STEP_5: Citation = cite(
    &AH,
    "ขั้นตอนการบันทึกข้อมูล หัวข้อ “การบันทึกข้อมูลให้ความช่วยเหลือ” ขั้นที่ 05",
    "recording steps, recording the help, step 05",
);
pub(crate) const AH_STEP_6: Citation = cite(
    &AH,
    "ขั้นตอนการบันทึกข้อมูล หัวข้อ “การบันทึกข้อมูลให้ความช่วยเหลือ” ขั้นที่ 06",
    "recording steps, recording the help, step 06",
);
pub(crate) const AH_STEP_7: Citation = cite(
    &AH,
    "ขั้นตอนการบันทึกข้อมูล หัวข้อ “การบันทึกข้อมูลให้ความช่วยเหลือ” ขั้นที่ 07",
    "recording steps, recording the help, step 07",
);
pub(crate) const MG_M1: Citation = cite(
    &MG,
    "แนวทางการบริหารจัดการ ข้อ ๑",
    "management guideline, item 1",
);
pub(crate) const MG_M2: Citation = cite(
    &MG,
    "แนวทางการบริหารจัดการ ข้อ ๒",
    "management guideline, item 2",
);
pub(crate) const MG_M3: Citation = cite(
    &MG,
    "แนวทางการบริหารจัดการ ข้อ ๓",
    "management guideline, item 3",
);
pub(crate) const MG_M4: Citation = cite(
    &MG,
    "แนวทางการบริหารจัดการ ข้อ ๔",
    "management guideline, item 4",
);
pub(crate) const MG_M5: Citation = cite(
    &MG,
    "แนวทางการบริหารจัดการ ข้อ ๕",
    "management guideline, item 5",
);
pub(crate) const MG_M6: Citation = cite(
    &MG,
    "แนวทางการบริหารจัดการ ข้อ ๖",
    "management guideline, item 6",
);
pub(crate) const MG_M8: Citation = cite(
    &MG,
    "แนวทางการบริหารจัดการ ข้อ ๘",
    "management guideline, item 8",
);
pub(crate) const MG_M9: Citation = cite(
    &MG,
    "แนวทางการบริหารจัดการ ข้อ ๙",
    "management guideline, item 9",
);
pub(crate) const MG_R1: Citation = cite(
    &MG,
    "แนวทางการรายงานสถานการณ์ปัญหาในระบบข้อมูลบังคับบำบัด ข้อ ๑ “ผู้ป่วยไม่มารายงานตัว”",
    "reporting of problems in the compulsory-treatment system, item 1, no-show",
);
pub(crate) const MG_R2: Citation = cite(
    &MG,
    "แนวทางการรายงานสถานการณ์ปัญหาในระบบข้อมูลบังคับบำบัด ข้อ ๒ “ไม่ได้รับเอกสารส่งตัว”",
    "reporting of problems in the compulsory-treatment system, item 2, referral document not \
        received",
);
pub(crate) const MG_R3: Citation = cite(
    &MG,
    "แนวทางการรายงานสถานการณ์ปัญหาในระบบข้อมูลบังคับบำบัด ข้อ ๓ “ผู้ป่วยขาดนัดระหว่างบำบัด”",
    "reporting of problems in the compulsory-treatment system, item 3, absence during \
        treatment",
);
pub(crate) const MG_R4: Citation = cite(
    &MG,
    "แนวทางการรายงานสถานการณ์ปัญหาในระบบข้อมูลบังคับบำบัด ข้อ ๔ “รับรองผลการบำบัด”",
    "reporting of problems in the compulsory-treatment system, item 4, certifying the result",
);
pub(crate) const MG_R5: Citation = cite(
    &MG,
    "แนวทางการรายงานสถานการณ์ปัญหาในระบบข้อมูลบังคับบำบัด ข้อ ๕ “ขยายเวลาบำบัด”",
    "reporting of problems in the compulsory-treatment system, item 5, extending the treatment",
);
pub(crate) const CF_KEEP: Citation = cite(
    &CF,
    "หนังสือ ที่ มท ๐๓๑๑.๓/ว ๗๒๕๐ ลงวันที่ ๑๔ มีนาคม ๒๕๖๖ ข้อ ๒",
    "circular 7250 of 14 March 2566, item 2",
);
pub(crate) const CF_1: Citation = cite(
    &CF,
    "หนังสือลงวันที่ ๒๘ มีนาคม ๒๕๖๖ ข้อ ๑",
    "circular of 28 March 2566, item 1",
);
pub(crate) const CF_2: Citation = cite(
    &CF,
    "หนังสือลงวันที่ ๒๘ มีนาคม ๒๕๖๖ ข้อ ๒",
    "circular of 28 March 2566, item 2",
);
pub(crate) const CF_3: Citation = cite(
    &CF,
    "หนังสือลงวันที่ ๒๘ มีนาคม ๒๕๖๖ ข้อ ๓",
    "circular of 28 March 2566, item 3",
);
pub(crate) const CF_4: Citation = cite(
    &CF,
    "หนังสือลงวันที่ ๒๘ มีนาคม ๒๕๖๖ ข้อ ๔",
    "circular of 28 March 2566, item 4",
);
pub(crate) const CF_REPORT: Citation = cite(
    &CF,
    "หนังสือลงวันที่ ๒๘ มีนาคม ๒๕๖๖ ย่อหน้าท้าย (การรายงานต่อกรมการปกครอง)",
    "circular of 28 March 2566, closing paragraph (report to the Department of Provincial Administration)",
);
pub(crate) const CF_TEAM: Citation = cite(
    &CF,
    "หนังสือ ที่ มท ๐๓๑๑.๓/ว ๑๕๕๓๔ (พฤษภาคม ๒๕๖๖) ข้อ ๑",
    "circular 15534 (May 2566), item 1",
);
pub(crate) const CF_RECORDER: Citation = cite(
    &CF,
    "หนังสือ ที่ มท ๐๓๑๑.๓/ว ๑๕๕๓๔ (พฤษภาคม ๒๕๖๖) ข้อ ๒",
    "circular 15534 (May 2566), item 2",
);
pub(crate) const KT_15: Citation = cite(
    &KT,
    "ตัวชี้วัดที่ 15 อัตราการฆ่าตัวตายสำเร็จ",
    "indicator 15, rate of completed suicide",
);
pub(crate) const KT_16: Citation = cite(
    &KT,
    "ตัวชี้วัดที่ 16 ร้อยละของผู้ป่วยโรคจิตเวชและสารเสพติดที่มีความเสี่ยงสูงต่อการก่อความรุนแรง (SMI-V) \
        ที่เข้าสู่กระบวนการบำบัดรักษาในเขตสุขภาพได้รับการดูแลต่อเนื่องจนไม่ก่อความรุนแรงซ้ำ",
    "indicator 16, SMI-V patients in continuous care without repeated violence",
);
pub(crate) const KT_22: Citation = cite(
    &KT,
    "ตัวชี้วัดที่ 22 ร้อยละของผู้ป่วยยาเสพติดเข้าสู่กระบวนการบำบัดรักษา ได้รับการดูแลอย่างมีคุณภาพต่อเนื่องจนถึงการติดตาม \
        (เฉพาะระบบสมัครใจ) (Retention Rate)",
    "indicator 22, drug patients in quality care through follow-up (voluntary system), \
        retention rate",
);
pub(crate) const F43_PERSON: Citation = cite(&F43, "แฟ้ม PERSON", "table PERSON");
pub(crate) const F43_DIAGNOSIS: Citation = cite(&F43, "แฟ้ม DIAGNOSIS_OPD", "table DIAGNOSIS_OPD");
pub(crate) const F43_SPECIALPP: Citation = cite(&F43, "แฟ้ม SPECIALPP", "table SPECIALPP");
/// Every table that is judged.
pub(crate) const F43_TABLES: Citation = cite(
    &F43,
    "แฟ้ม PERSON, ADDRESS, SERVICE, DIAGNOSIS_OPD, DIAGNOSIS_IPD, SPECIALPP และ DEATH",
    "tables PERSON, ADDRESS, SERVICE, DIAGNOSIS_OPD, DIAGNOSIS_IPD, SPECIALPP and DEATH",
);
