//! AS · Assistance by a social-rehabilitation centre (ศูนย์ฟื้นฟูสภาพทางสังคม).

use super::documents::{AH_ACCEPT, AH_RECORD, AH_REQUEST, AH_STEP_5, AH_STEP_6, AH_STEP_7};
use super::{Force, Rule};
use crate::base::text::Text;

/// The rules, in the order of the rulebook.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "AS-01",
        title: Text {
            th: "ให้ความช่วยเหลือ",
            en: "Request assistance",
        },
        text: Text {
            th: "ศูนย์คัดกรองหรือสถานพยาบาลเลือกผู้ป่วย บันทึกรายละเอียดการขอความช่วยเหลืออย่างน้อย 1 รายการ \
                และเลือกหน่วยงาน คพฟ. ระดับอำเภอ 1 แห่ง เคสอยู่ในสถานะรอการช่วยเหลือ และทุกรายการเริ่มที่ \
                “รอดำเนินการ” ระบบไม่ตรวจว่าศูนย์เป็นระดับอำเภอหรือไม่ เพราะรหัสไม่บอก \
                ประเภทของรายการเป็นข้อกำหนดของไลบรารีเอง",
            en: "A screening centre or treatment unit chooses a patient, gives the details of at \
                least one item of help, and names one district-level social-rehabilitation \
                centre. The case waits for help and every item starts as pending. That the centre \
                is of district level is not checked, since a code does not show it. The kinds of \
                items are ours.",
        },
        force: Force::Must,
        sources: &[AH_REQUEST],
        parameters: &[],
    },
    Rule {
        id: "AS-02",
        title: Text {
            th: "รับงาน",
            en: "Accept",
        },
        text: Text {
            th: "ศูนย์ฟื้นฟูสภาพทางสังคมที่ได้รับคำขอเป็นผู้รับงาน และเป็นหน่วยงานหลักของเคสนั้น",
            en: "The social-rehabilitation centre to which the request was sent accepts the work \
                and becomes the lead unit of the case.",
        },
        force: Force::Must,
        sources: &[AH_ACCEPT],
        parameters: &[],
    },
    Rule {
        id: "AS-03",
        title: Text {
            th: "กระจายงาน",
            en: "Distribute the work",
        },
        text: Text {
            th: "ศูนย์ที่รับงานแล้วกระจายงานไปยังพื้นที่ (รหัสอำเภอ 4 หลัก) หรือจังหวัด (รหัส 2 หลัก) ได้หลายแห่ง \
                แต่แห่งละครั้ง รหัสรูปแบบอื่นถือว่าไม่ถูกต้อง ศูนย์ยังคงเป็นหน่วยงานหลัก หน่วยที่รับงานต่อประเมินคุณภาพชีวิต \
                เพิ่มรายการ และบันทึกการช่วยเหลือได้ แต่สรุปผลไม่ได้",
            en: "A centre that has accepted may hand work to areas (4-digit district code) or \
                provinces (2-digit code), to several but to each only once; a code of another \
                shape is invalid. The centre remains the lead unit. A receiving unit may assess \
                quality of life, add items and record help, but not conclude.",
        },
        force: Force::Must,
        sources: &[AH_ACCEPT],
        parameters: &[],
    },
    Rule {
        id: "AS-04",
        title: Text {
            th: "ประเมินคุณภาพชีวิต",
            en: "Assess quality of life",
        },
        text: Text {
            th: "หลังรับงาน หน่วยงานหลักหรือหน่วยที่รับงานต่อบันทึกการประเมินคุณภาพชีวิตให้ครบทุกข้อ (ข้อ QL-01) \
                วันที่ประเมินต้องอยู่ระหว่างวันรับงานกับวันนี้",
            en: "After acceptance, the lead unit or a receiving unit records a complete \
                quality-of-life assessment (QL-01), dated from the day of acceptance to today.",
        },
        force: Force::Must,
        sources: &[AH_RECORD],
        parameters: &[],
    },
    Rule {
        id: "AS-05",
        title: Text {
            th: "เพิ่มรายการ",
            en: "Add an item",
        },
        text: Text {
            th: "หลังรับงาน หน่วยงานหลักหรือหน่วยที่รับงานต่อเพิ่มรายการความช่วยเหลืออื่นได้ รายการใหม่เริ่มที่ \
                “รอดำเนินการ” และรหัสรายการต้องไม่ซ้ำ",
            en: "After acceptance, the lead unit or a receiving unit may add another item of help. \
                The new item starts as pending, and its id must not be in use.",
        },
        force: Force::Must,
        sources: &[AH_STEP_5],
        parameters: &[],
    },
    Rule {
        id: "AS-06",
        title: Text {
            th: "บันทึกการช่วยเหลือ",
            en: "Record the help given",
        },
        text: Text {
            th: "หลังรับงาน หน่วยงานหลักหรือหน่วยที่รับงานต่อปรับสถานะของรายการจาก “รอดำเนินการ” \
                เป็นกำลังดำเนินการ เสร็จสิ้น หรือเกินขีดความสามารถ \
                และจากกำลังดำเนินการเป็นเสร็จสิ้นหรือเกินขีดความสามารถ สองสถานะหลังเปลี่ยนอีกไม่ได้ จะระบุวันที่ \
                (ตั้งแต่วันรับงานถึงวันนี้) ผู้ช่วยเหลือ และบันทึกด้วยก็ได้ \
                รหัสรายการที่ไม่มีอยู่หรือสถานะที่ไปไม่ถึงถือว่าไม่ถูกต้อง สถานะสองสถานะหลังเป็นคำที่ใช้กันในพื้นที่ \
                ไม่ปรากฏในเอกสาร",
            en: "After acceptance, the lead unit or a receiving unit moves an item from pending to \
                in progress, completed or beyond capacity, and from in progress to completed or \
                beyond capacity; those two are final. The day (from acceptance to today), the \
                helper and a note may be added. An unknown item or a status that cannot be \
                reached is invalid. The two final statuses are those in use in the field; the \
                source does not name them.",
        },
        force: Force::Must,
        sources: &[AH_RECORD, AH_STEP_6],
        parameters: &[],
    },
    Rule {
        id: "AS-07",
        title: Text {
            th: "บันทึกรายการสรุปผล",
            en: "Conclude",
        },
        text: Text {
            th: "หน่วยงานหลักเท่านั้นที่สรุปผลเป็น “จำหน่าย” หรือ “ไม่ครบโปรแกรม” โดยวันที่อยู่ระหว่างวันรับงานกับวันนี้ \
                ต้องผ่านเงื่อนไข AS-07a และ AS-07b และหากไม่ผ่านทั้งสองข้อจะแจ้งทั้งสองข้อ \
                ตามเอกสารใช้กับผลทั้งสองแบบ แต่กรณีไม่ครบโปรแกรมอาจยกเว้น AS-07b ได้ (พารามิเตอร์ \
                incomplete_needs_quality_of_life ค่าตั้งต้น true คือไม่ยกเว้น) เมื่อสรุปแล้วเป็นสถานะสุดท้าย",
            en: "Only the lead unit concludes, as discharged or as program not completed, on a day \
                from acceptance to today. Conditions AS-07a and AS-07b must hold, and both are \
                named when both fail. The source asks both of either outcome; for a program not \
                completed the policy may drop AS-07b (parameter incomplete_needs_quality_of_life, \
                default true, which keeps it). Concluded is final.",
        },
        force: Force::Must,
        sources: &[AH_STEP_6, AH_STEP_7],
        parameters: &["incomplete_needs_quality_of_life"],
    },
    Rule {
        id: "AS-07a",
        title: Text {
            th: "ไม่มีรายการค้าง",
            en: "No item left open",
        },
        text: Text {
            th: "ก่อนสรุปผล ต้องไม่มีรายการใดที่ยังเป็น “รอดำเนินการ” หรือ “กำลังดำเนินการ”",
            en: "Before concluding, no item may still be pending or in progress.",
        },
        force: Force::Must,
        sources: &[AH_STEP_6],
        parameters: &[],
    },
    Rule {
        id: "AS-07b",
        title: Text {
            th: "ประเมินคุณภาพชีวิตครบ 2 ครั้ง",
            en: "Quality of life assessed twice",
        },
        text: Text {
            th: "ก่อนสรุปผล ต้องประเมินคุณภาพชีวิตครบ 2 ครั้ง (พารามิเตอร์ quality_of_life_required) ต่างวันกัน \
                ซึ่งการต้องต่างวันเป็นข้อกำหนดของไลบรารีเอง เงื่อนไขนี้ใช้กับผล “ไม่ครบโปรแกรม” ด้วย \
                เว้นแต่กำหนดไว้เป็นอย่างอื่น (พารามิเตอร์ incomplete_needs_quality_of_life ค่าตั้งต้น true)",
            en: "Before concluding, quality of life must have been assessed 2 times (parameter \
                quality_of_life_required) on different days; that the days differ is ours. This \
                holds for a program not completed too, unless the policy says otherwise \
                (parameter incomplete_needs_quality_of_life, default true).",
        },
        force: Force::Must,
        sources: &[AH_STEP_6],
        parameters: &[
            "quality_of_life_required",
            "incomplete_needs_quality_of_life",
        ],
    },
];
