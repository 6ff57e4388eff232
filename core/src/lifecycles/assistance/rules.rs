//! AS · Assistance by a social-rehabilitation centre (ศูนย์ฟื้นฟูสภาพทางสังคม), and QL · Quality of life (คุณภาพชีวิต,
//! WHOQOL-BREF-THAI).

use crate::base::documents::{AH_ACCEPT, AH_RECORD, AH_REQUEST, AH_STEP_5, AH_STEP_6, AH_STEP_7};
use crate::base::rule::Rule;
use crate::base::text::text;

/// The rules, in the order of the rulebook.
pub(crate) const RULES: &[&Rule] = &[
    &AS_01, &AS_02, &AS_03, &AS_04, &AS_05, &AS_06, &AS_07, &AS_07A, &AS_07B, &QL_01, &QL_02,
];

pub(crate) static AS_01: Rule = Rule::must(
    "AS-01",
    text("ให้ความช่วยเหลือ", "Request assistance"),
    text("", ""),
    text(
        "ศูนย์คัดกรองหรือสถานพยาบาลเลือกผู้ป่วย บันทึกรายละเอียดการขอความช่วยเหลืออย่างน้อย 1 รายการ \
                และเลือกหน่วยงาน คพฟ. ระดับอำเภอ 1 แห่ง เคสอยู่ในสถานะรอการช่วยเหลือ และทุกรายการเริ่มที่ \
                “รอดำเนินการ” ระบบไม่ตรวจว่าศูนย์เป็นระดับอำเภอหรือไม่ เพราะรหัสไม่บอก \
                ประเภทของรายการเป็นข้อกำหนดของไลบรารีเอง",
        "A screening centre or treatment unit chooses a patient, gives the details of at \
                least one item of help, and names one district-level social-rehabilitation \
                centre. The case waits for help and every item starts as pending. That the centre \
                is of district level is not checked, since a code does not show it. The kinds of \
                items are ours.",
    ),
)
.sources(&[AH_REQUEST]);

pub(crate) static AS_02: Rule = Rule::must(
    "AS-02",
    text("รับงาน", "Accept"),
    text("", ""),
    text(
        "ศูนย์ฟื้นฟูสภาพทางสังคมที่ได้รับคำขอเป็นผู้รับงาน และเป็นหน่วยงานหลักของเคสนั้น",
        "The social-rehabilitation centre to which the request was sent accepts the work \
                and becomes the lead unit of the case.",
    ),
)
.sources(&[AH_ACCEPT]);

pub(crate) static AS_03: Rule = Rule::must(
    "AS-03",
    text("กระจายงาน", "Distribute the work"),
    text("", ""),
    text(
        "ศูนย์ที่รับงานแล้วกระจายงานไปยังพื้นที่ (รหัสอำเภอ 4 หลัก) หรือจังหวัด (รหัส 2 หลัก) ได้หลายแห่ง \
                แต่แห่งละครั้ง รหัสรูปแบบอื่นถือว่าไม่ถูกต้อง ศูนย์ยังคงเป็นหน่วยงานหลัก หน่วยที่รับงานต่อประเมินคุณภาพชีวิต \
                เพิ่มรายการ และบันทึกการช่วยเหลือได้ แต่สรุปผลไม่ได้",
        "A centre that has accepted may hand work to areas (4-digit district code) or \
                provinces (2-digit code), to several but to each only once; a code of another \
                shape is invalid. The centre remains the lead unit. A receiving unit may assess \
                quality of life, add items and record help, but not conclude.",
    ),
)
.sources(&[AH_ACCEPT]);

pub(crate) static AS_04: Rule = Rule::must(
    "AS-04",
    text("ประเมินคุณภาพชีวิต", "Assess quality of life"),
    text("", ""),
    text(
        "หลังรับงาน หน่วยงานหลักหรือหน่วยที่รับงานต่อบันทึกการประเมินคุณภาพชีวิตให้ครบทุกข้อ (ข้อ QL-01) \
                วันที่ประเมินต้องอยู่ระหว่างวันรับงานกับวันนี้",
        "After acceptance, the lead unit or a receiving unit records a complete \
                quality-of-life assessment (QL-01), dated from the day of acceptance to today.",
    ),
)
.sources(&[AH_RECORD]);

pub(crate) static AS_05: Rule = Rule::must(
    "AS-05",
    text("เพิ่มรายการ", "Add an item"),
    text("", ""),
    text(
        "หลังรับงาน หน่วยงานหลักหรือหน่วยที่รับงานต่อเพิ่มรายการความช่วยเหลืออื่นได้ รายการใหม่เริ่มที่ \
                “รอดำเนินการ” และรหัสรายการต้องไม่ซ้ำ",
        "After acceptance, the lead unit or a receiving unit may add another item of help. \
                The new item starts as pending, and its id must not be in use.",
    ),
)
.sources(&[AH_STEP_5]);

pub(crate) static AS_06: Rule = Rule::must(
    "AS-06",
    text("บันทึกการช่วยเหลือ", "Record the help given"),
    text("", ""),
    text(
        "หลังรับงาน หน่วยงานหลักหรือหน่วยที่รับงานต่อปรับสถานะของรายการจาก “รอดำเนินการ” \
                เป็นกำลังดำเนินการ เสร็จสิ้น หรือเกินขีดความสามารถ \
                และจากกำลังดำเนินการเป็นเสร็จสิ้นหรือเกินขีดความสามารถ สองสถานะหลังเปลี่ยนอีกไม่ได้ จะระบุวันที่ \
                (ตั้งแต่วันรับงานถึงวันนี้) ผู้ช่วยเหลือ และบันทึกด้วยก็ได้ \
                รหัสรายการที่ไม่มีอยู่หรือสถานะที่ไปไม่ถึงถือว่าไม่ถูกต้อง สถานะสองสถานะหลังเป็นคำที่ใช้กันในพื้นที่ \
                ไม่ปรากฏในเอกสาร",
        "After acceptance, the lead unit or a receiving unit moves an item from pending to \
                in progress, completed or beyond capacity, and from in progress to completed or \
                beyond capacity; those two are final. The day (from acceptance to today), the \
                helper and a note may be added. An unknown item or a status that cannot be \
                reached is invalid. The two final statuses are those in use in the field; the \
                source does not name them.",
    ),
)
.sources(&[AH_RECORD, AH_STEP_6]);

pub(crate) static AS_07: Rule = Rule::must(
    "AS-07",
    text("บันทึกรายการสรุปผล", "Conclude"),
    text("", ""),
    text(
        "หน่วยงานหลักเท่านั้นที่สรุปผลเป็น “จำหน่าย” หรือ “ไม่ครบโปรแกรม” โดยวันที่อยู่ระหว่างวันรับงานกับวันนี้ \
                ต้องผ่านเงื่อนไข AS-07a และ AS-07b และหากไม่ผ่านทั้งสองข้อจะแจ้งทั้งสองข้อ \
                ตามเอกสารใช้กับผลทั้งสองแบบ แต่กรณีไม่ครบโปรแกรมอาจยกเว้น AS-07b ได้ (พารามิเตอร์ \
                incomplete_needs_quality_of_life ค่าตั้งต้น true คือไม่ยกเว้น) เมื่อสรุปแล้วเป็นสถานะสุดท้าย",
        "Only the lead unit concludes, as discharged or as program not completed, on a day \
                from acceptance to today. Conditions AS-07a and AS-07b must hold, and both are \
                named when both fail. The source asks both of either outcome; for a program not \
                completed the policy may drop AS-07b (parameter incomplete_needs_quality_of_life, \
                default true, which keeps it). Concluded is final.",
    ),
)
.sources(&[AH_STEP_6, AH_STEP_7])
.parameters(&["incomplete_needs_quality_of_life"])
.borrowed(&["incomplete_needs_quality_of_life"]);

pub(crate) static AS_07A: Rule = Rule::must(
    "AS-07a",
    text("ไม่มีรายการค้าง", "No item left open"),
    text("", ""),
    text(
        "ก่อนสรุปผล ต้องไม่มีรายการใดที่ยังเป็น “รอดำเนินการ” หรือ “กำลังดำเนินการ”",
        "Before concluding, no item may still be pending or in progress.",
    ),
)
.sources(&[AH_STEP_6]);

pub(crate) static AS_07B: Rule = Rule::must(
    "AS-07b",
    text("ประเมินคุณภาพชีวิตครบ 2 ครั้ง", "Quality of life assessed twice"),
    text("", ""),
    text(
        "ก่อนสรุปผล ต้องประเมินคุณภาพชีวิตครบ 2 ครั้ง (พารามิเตอร์ quality_of_life_required) ต่างวันกัน \
                ซึ่งการต้องต่างวันเป็นข้อกำหนดของไลบรารีเอง เงื่อนไขนี้ใช้กับผล “ไม่ครบโปรแกรม” ด้วย \
                เว้นแต่กำหนดไว้เป็นอย่างอื่น (พารามิเตอร์ incomplete_needs_quality_of_life ค่าตั้งต้น true)",
        "Before concluding, quality of life must have been assessed 2 times (parameter \
                quality_of_life_required) on different days; that the days differ is ours. This \
                holds for a program not completed too, unless the policy says otherwise \
                (parameter incomplete_needs_quality_of_life, default true).",
    ),
)
.sources(&[AH_STEP_6])
.parameters(&[
    "quality_of_life_required",
    "incomplete_needs_quality_of_life",
]);

pub(crate) static QL_01: Rule = Rule::decision(
    "QL-01",
    text(
        "แบบประเมินคุณภาพชีวิต 26 ข้อ",
        "The 26-item quality-of-life form",
    ),
    text("", ""),
    text(
        "แบบ WHOQOL-BREF-THAI มี 26 ข้อ แต่ละข้อตอบ 1 ถึง 5 ข้อ 2, 9 และ 11 เป็นข้อความเชิงลบ \
                จึงให้คะแนนเป็น 6 ลบคำตอบ หากไม่ตอบหรือตอบนอกช่วงถือเป็นข้อผิดพลาดและระบุข้อที่ผิด \
                เอกสารไม่ระบุชื่อแบบประเมิน การใช้แบบนี้เป็นข้อกำหนดของไลบรารีเอง",
        "The form WHOQOL-BREF-THAI has 26 items, each answered 1 to 5; items 2, 9 and 11 \
                are worded negatively and score 6 minus the answer. A missing or out-of-range \
                answer is an error that names the item. The source does not name the form; using \
                this one is the library's own decision.",
    ),
)
.sources(&[AH_RECORD]);

pub(crate) static QL_02: Rule = Rule::decision(
    "QL-02",
    text("การแปลผลคุณภาพชีวิต", "Scores and levels of quality of life"),
    text("", ""),
    text(
        "คะแนนรวม 26–60 ไม่ดี 61–95 ปานกลาง 96–130 ดี ด้านสุขภาพกาย (ข้อ 2, 3, 4, 10, 11, 12, \
                24) แบ่งที่ 7–16, 17–26, 27–35 ด้านจิตใจ (ข้อ 5, 6, 7, 8, 9, 23) ที่ 6–14, 15–22, 23–30 \
                ด้านสัมพันธภาพทางสังคม (ข้อ 13, 14, 25) ที่ 3–7, 8–11, 12–15 ด้านสิ่งแวดล้อม (ข้อ 15–22) ที่ \
                8–18, 19–29, 30–40 ข้อ 1 และ 26 นับเฉพาะคะแนนรวม เกณฑ์นี้เป็นของแบบประเมิน \
                ไม่ปรากฏในเอกสาร การใช้เกณฑ์นี้เป็นข้อกำหนดของไลบรารีเอง",
        "Total: 26–60 poor, 61–95 medium, 96–130 good. In the same order, physical (items \
                2, 3, 4, 10, 11, 12, 24): 7–16, 17–26, 27–35; psychological (5, 6, 7, 8, 9, 23): \
                6–14, 15–22, 23–30; social (13, 14, 25): 3–7, 8–11, 12–15; environment (15–22): \
                8–18, 19–29, 30–40. Items 1 and 26 count in the total only. The bands are those \
                of the form and not in the source; using them is the library's own decision.",
    ),
)
.sources(&[AH_RECORD]);
