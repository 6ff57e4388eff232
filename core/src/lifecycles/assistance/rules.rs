//! AS · Assistance by a social-rehabilitation centre (ศูนย์ฟื้นฟูสภาพทางสังคม), and QL · Quality of life (คุณภาพชีวิต,
//! WHOQOL-BREF-THAI).

use crate::base::documents::{AH_ACCEPT, AH_RECORD, AH_REQUEST, AH_STEP_5, AH_STEP_6, AH_STEP_7};
use crate::base::rule::Rule;
use crate::base::text::text;

/// The rules, in the order of the rulebook.
pub(crate) const RULES: &[&Rule] = &[
    &AS_01, &AS_02, &AS_03, &AS_04, &AS_05, &AS_06, &AS_07, &AS_07A, &AS_07B, &AS_08, &QL_01,
    &QL_02,
];

pub(crate) static AS_01: Rule = Rule::must(
    "AS-01",
    text!("ส่งรายการขอความช่วยเหลือ", "Request assistance"),
    text!(
        "ศูนย์คัดกรองหรือสถานพยาบาลเลือกผู้ป่วย บันทึกรายการขอความช่วยเหลืออย่างน้อย 1 รายการ \
         และเลือกศูนย์ฟื้นฟูสภาพทางสังคมระดับอำเภอ 1 แห่ง",
        "A screening centre or treatment unit chooses a patient, gives at least 1 item of help, \
         and names 1 district-level social-rehabilitation centre.",
    ),
    text!(
        "ศูนย์คัดกรองหรือสถานพยาบาล (หน่วยบำบัด) เลือกรายชื่อผู้ป่วย บันทึกรายละเอียดการขอความช่วยเหลืออย่างน้อย 1 \
         รายการ และเลือกศูนย์ฟื้นฟูสภาพทางสังคมระดับอำเภอ 1 แห่ง เคสอยู่ในสถานะ “รอการช่วยเหลือ” \
         และทุกรายการเริ่มที่ “รอดำเนินการ” ระบบไม่ตรวจว่าศูนย์เป็นระดับอำเภอหรือไม่ เพราะรหัสไม่บอกระดับ \
         ประเภทของรายการขอความช่วยเหลือระบบกำหนดเพิ่มเติม ไม่มีในเอกสาร",
        "A screening centre or treatment unit chooses a patient, gives the details of at least \
         1 item of help, and names 1 district-level social-rehabilitation centre. The case \
         waits for help and every item starts as pending. That the centre is of district level \
         is not checked, since a code does not show it. The kinds of items are added by the \
         system, not in the documents.",
    ),
)
.sources(&[AH_REQUEST]);

pub(crate) static AS_02: Rule = Rule::must(
    "AS-02",
    text!("รับงาน", "Accept"),
    text!(
        "ศูนย์ฟื้นฟูสภาพทางสังคมที่ได้รับรายการขอความช่วยเหลือเป็นผู้รับงาน และเป็นหน่วยงานหลักของเคส",
        "The social-rehabilitation centre to which the request was sent accepts the work and is \
         the lead unit of the case.",
    ),
    text!(
        "ศูนย์ฟื้นฟูสภาพทางสังคมที่ได้รับรายการขอความช่วยเหลือเป็นผู้รับงาน \
         และเป็นหน่วยงานหลักในการดำเนินงานของเคสนั้น",
        "The social-rehabilitation centre to which the request was sent accepts the work and \
         becomes the lead unit of the case.",
    ),
)
.sources(&[AH_ACCEPT]);

pub(crate) static AS_03: Rule = Rule::must(
    "AS-03",
    text!("กระจายงาน", "Distribute the work"),
    text!(
        "ศูนย์ที่รับงานแล้วกระจายงานไปยังพื้นที่ (อำเภอ) หรือจังหวัดได้หลายแห่ง แห่งละ 1 ครั้ง \
         โดยยังคงเป็นหน่วยงานหลักและเป็นผู้สรุปผล",
        "A centre that has accepted may hand work to several districts or provinces, to each \
         once. It remains the lead unit and concludes.",
    ),
    text!(
        "ศูนย์ที่รับงานแล้วกระจายงานไปยังพื้นที่ (รหัสอำเภอ 4 หลัก) หรือจังหวัด (รหัส 2 หลัก) ได้หลายแห่ง แต่แห่งละ 1 \
         ครั้ง รหัสรูปแบบอื่นระบบไม่รับ ศูนย์ยังคงเป็นหน่วยงานหลัก หน่วยงานที่ได้รับการกระจายงานประเมินคุณภาพชีวิต \
         เพิ่มรายการ และบันทึกการช่วยเหลือได้ แต่สรุปผลไม่ได้",
        "A centre that has accepted may hand work to areas (4-digit district code) or provinces \
         (2-digit code), to several but to each only once; a code of another shape is refused. \
         The centre remains the lead unit. A unit that received work may assess quality of \
         life, add items and record help, but not conclude.",
    ),
)
.sources(&[AH_ACCEPT]);

pub(crate) static AS_04: Rule = Rule::must(
    "AS-04",
    text!("ประเมินคุณภาพชีวิต", "Assess quality of life"),
    text!(
        "หลังรับงาน ให้บันทึกการประเมินคุณภาพชีวิตให้ครบทุกข้อ วันที่ประเมินต้องตั้งแต่วันที่รับงานถึงวันนี้",
        "After acceptance, record a complete quality-of-life assessment, on a day from \
         acceptance to today.",
    ),
    text!(
        "หลังรับงาน หน่วยงานหลักหรือหน่วยงานที่ได้รับการกระจายงานบันทึกการประเมินคุณภาพชีวิตให้ครบทุกข้อ (ข้อ \
         QL-01) วันที่ประเมินต้องตั้งแต่วันที่รับงานถึงวันนี้ การประเมินเป็นข้อเท็จจริง \
         จึงบันทึกย้อนหลังได้แม้สรุปผลแล้ว (ข้อ GE-01)",
        "After acceptance, the lead unit or a unit that received work records a complete \
         quality-of-life assessment (QL-01), dated from the day of acceptance to today. It is a \
         fact, so it may be recorded afterwards too (GE-01).",
    ),
)
.sources(&[AH_RECORD]);

pub(crate) static AS_05: Rule = Rule::must(
    "AS-05",
    text!("เพิ่มรายการ", "Add an item"),
    text!(
        "หลังรับงาน เพิ่มรายการขอความช่วยเหลืออื่นได้ รายการใหม่เริ่มที่ “รอดำเนินการ”",
        "After acceptance, another item of help may be added. It starts as pending.",
    ),
    text!(
        "หลังรับงาน หน่วยงานหลักหรือหน่วยงานที่ได้รับการกระจายงานเพิ่มรายการขอความช่วยเหลืออื่นได้ รายการใหม่เริ่มที่ \
         “รอดำเนินการ” และรหัสรายการขอความช่วยเหลือต้องไม่ซ้ำในเคส",
        "After acceptance, the lead unit or a unit that received work may add another item of \
         help. The new item starts as pending, and its id must not be in use in the case.",
    ),
)
.sources(&[AH_STEP_5]);

pub(crate) static AS_06: Rule = Rule::must(
    "AS-06",
    text!("บันทึกการช่วยเหลือ", "Record the help given"),
    text!(
        "จาก “รอดำเนินการ” เปลี่ยนเป็นกำลังดำเนินการ ดำเนินการแล้ว หรือเกินขีดความสามารถก็ได้ \
         สองสถานะหลังเปลี่ยนอีกไม่ได้",
        "A pending item may become in progress, completed or beyond capacity. The last two are \
         final.",
    ),
    text!(
        "หลังรับงาน หน่วยงานหลักหรือหน่วยงานที่ได้รับการกระจายงานปรับสถานะของรายการขอความช่วยเหลือ จาก \
         “รอดำเนินการ” เปลี่ยนเป็น “กำลังดำเนินการ” “ดำเนินการแล้ว” หรือ “เกินขีดความสามารถ” สถานะใดก็ได้ \
         และจาก “กำลังดำเนินการ” เปลี่ยนเป็น “ดำเนินการแล้ว” หรือ “เกินขีดความสามารถ” \
         สองสถานะหลังนี้เปลี่ยนอีกไม่ได้ จะระบุวันที่ให้ความช่วยเหลือ (ตั้งแต่วันที่รับงานถึงวันนี้) ผู้ให้ความช่วยเหลือ \
         และบันทึกด้วยก็ได้ เมื่อทุกรายการสิ้นสุดแล้ว ระบบไม่รับการปรับสถานะอีก ระบบไม่รับรหัสรายการขอความช่วยเหลือที่ไม่มีในเคส และสถานะที่เปลี่ยนไปไม่ได้ \
         สองสถานะหลังเป็นคำที่ใช้ในทางปฏิบัติ ไม่มีในเอกสาร",
        "After acceptance, the lead unit or a unit that received work moves an item from \
         pending to in progress, completed or beyond capacity, whichever applies, and from in \
         progress to completed or beyond capacity; the last two are final. The day (from \
         acceptance to today), the helper and a note may be added. Once every item has ended \
         no status is set any more. An item that the case does \
         not have, or a status that cannot be reached, is refused. The last two statuses are \
         words used in practice, not in the documents.",
    ),
)
.sources(&[AH_RECORD, AH_STEP_6]);

pub(crate) static AS_07: Rule = Rule::must(
    "AS-07",
    text!("บันทึกรายการสรุปผล", "Conclude"),
    text!(
        "หน่วยงานหลักสรุปผลว่า “จำหน่าย” หรือ “ไม่ครบโปรแกรม” เมื่อไม่มีรายการค้างและประเมินคุณภาพชีวิตครบแล้ว \
         สรุปผลแล้วเป็นสถานะสุดท้าย",
        "The lead unit concludes as discharged or as program not completed, once no item is \
         open and quality of life is assessed. Concluded is final.",
    ),
    text!(
        "เฉพาะหน่วยงานหลักสรุปผลได้ว่า “จำหน่าย” หรือ “ไม่ครบโปรแกรม” วันที่สรุปผลต้องตั้งแต่วันที่รับงานถึงวันนี้ \
         ต้องผ่านเงื่อนไขข้อ AS-07a และข้อ AS-07b หากไม่ผ่านทั้งสองข้อ ระบบแจ้งทั้งสองข้อ ตามเอกสาร \
         เงื่อนไขทั้งสองใช้กับผลทั้งสองแบบ แต่กรณี “ไม่ครบโปรแกรม” อาจกำหนดให้ยกเว้นข้อ AS-07b ได้ \
         (ค่าตั้งต้นไม่ยกเว้น) เมื่อสรุปผลแล้วเป็นสถานะสุดท้าย",
        "Only the lead unit concludes, as discharged or as program not completed, on a day from \
         acceptance to today. Conditions AS-07a and AS-07b must hold, and both are named when \
         both fail. The document asks both of either outcome; for a program not completed \
         AS-07b can be dropped (by default it is kept). Concluded is final.",
    ),
)
.sources(&[AH_STEP_6, AH_STEP_7])
.parameters(&["incomplete_needs_quality_of_life"])
.borrowed(&["incomplete_needs_quality_of_life"]);

pub(crate) static AS_07A: Rule = Rule::must(
    "AS-07a",
    text!("ไม่มีรายการค้าง", "No item left open"),
    text!(
        "ก่อนสรุปผล ต้องไม่มีรายการขอความช่วยเหลือใดที่ยัง “รอดำเนินการ” หรือ “กำลังดำเนินการ”",
        "Before concluding, no item of help may still be pending or in progress.",
    ),
    text!(
        "ก่อนสรุปผล ต้องไม่มีรายการขอความช่วยเหลือใดที่ยังเป็น “รอดำเนินการ” หรือ “กำลังดำเนินการ”",
        "Before concluding, no item of help may still be pending or in progress.",
    ),
)
.sources(&[AH_STEP_6]);

pub(crate) static AS_07B: Rule = Rule::must(
    "AS-07b",
    text!("ประเมินคุณภาพชีวิตครบ 2 ครั้ง", "Quality of life assessed twice"),
    text!(
        "ก่อนสรุปผล ต้องประเมินคุณภาพชีวิตครบ 2 ครั้ง ต่างวันกัน",
        "Before concluding, quality of life must have been assessed 2 times, on different days.",
    ),
    text!(
        "ก่อนสรุปผล ต้องประเมินคุณภาพชีวิตครบ 2 ครั้ง ต่างวันกัน การให้ต่างวันกันระบบกำหนดเพิ่มเติม ไม่มีในเอกสาร \
         เงื่อนไขนี้ใช้กับผล “ไม่ครบโปรแกรม” ด้วย และอาจกำหนดให้ยกเว้นผลนั้นได้",
        "Before concluding, quality of life must have been assessed 2 times, on different days; \
         that the days differ is added by the system, not in the documents. This holds for a \
         program not completed too, unless that outcome is exempted.",
    ),
)
.sources(&[AH_STEP_6])
.parameters(&[
    "quality_of_life_required",
    "incomplete_needs_quality_of_life",
]);

pub(crate) static AS_08: Rule = Rule::decision(
    "AS-08",
    text!("ยกเลิกคำขอที่บันทึกผิด", "Cancel a request entered in error"),
    text!(
        "หน่วยงานที่ขอความช่วยเหลือหรือศูนย์ฟื้นฟูสภาพทางสังคมของเคสยกเลิกได้เมื่อบันทึกผิด เช่น บันทึกซ้ำหรือผิดคน โดยระบุเหตุผล ยกเลิกแล้วเป็นสถานะสุดท้าย",
        "The organisation that requested, or the centre, may cancel it where it was entered in error, a double or of the wrong person, \
         with the reason. Cancelled is final.",
    ),
    text!(
        "หน่วยงานที่ขอความช่วยเหลือหรือศูนย์ฟื้นฟูสภาพทางสังคมของเคสยกเลิกสิ่งที่บันทึกผิด (บันทึกซ้ำ หรือผิดคน) ได้ก่อนสรุปผล \
         โดยระบุเหตุผล และกรณีบันทึกซ้ำระบุรหัสของอีกเคสหนึ่งได้ ผลเป็นไปตามข้อ GE-09 เมื่อยกเลิกแล้วเป็นสถานะสุดท้าย \
         ข้อนี้ระบบกำหนดเพิ่มเติม ไม่มีในเอกสาร",
        "The organisation that requested, or the centre, may cancel what was entered in error, a double or of the wrong person, until it is concluded. \
         A reason is given and, of a double, the id of the other case; what follows \
         is said in GE-09. Cancelled is final. This rule is added by the system, not in the \
         documents.",
    ),
);

pub(crate) static QL_01: Rule = Rule::decision(
    "QL-01",
    text!(
        "แบบประเมินคุณภาพชีวิต 26 ข้อ",
        "The 26-item quality-of-life form",
    ),
    text!(
        "ตอบให้ครบ 26 ข้อ ข้อละ 1 ถึง 5 หากไม่ตอบหรือตอบนอกช่วง ระบบแจ้งข้อที่ต้องแก้ไข",
        "Answer all 26 items, each 1 to 5. A missing or out-of-range answer is refused, and the \
         item is named.",
    ),
    text!(
        "แบบประเมิน WHOQOL-BREF-THAI มี 26 ข้อ แต่ละข้อตอบ 1 ถึง 5 ข้อ 2, 9 และ 11 เป็นข้อความเชิงลบ \
         จึงให้คะแนนเป็น 6 ลบด้วยคำตอบ หากไม่ตอบหรือตอบนอกช่วง ระบบแจ้งข้อที่ต้องแก้ไข \
         เอกสารไม่ได้ระบุชื่อแบบประเมิน การใช้แบบนี้ระบบกำหนดเพิ่มเติม ไม่มีในเอกสาร",
        "The form WHOQOL-BREF-THAI has 26 items, each answered 1 to 5; items 2, 9 and 11 are \
         worded negatively and score 6 minus the answer. A missing or out-of-range answer is \
         refused, and the item is named. The document does not name the form; using this one is \
         added by the system, not in the documents.",
    ),
)
.sources(&[AH_RECORD]);

pub(crate) static QL_02: Rule = Rule::decision(
    "QL-02",
    text!("การแปลผลคุณภาพชีวิต", "Scores and levels of quality of life"),
    text!(
        "คะแนนรวม 26–60 คุณภาพชีวิตไม่ดี 61–95 กลาง ๆ 96–130 ดี และแปลผลแยกเป็น 4 ด้าน คือ กาย จิตใจ สังคม \
         และสิ่งแวดล้อม",
        "Total: 26–60 poor, 61–95 medium, 96–130 good. There are four domains too: physical, \
         psychological, social and environment.",
    ),
    text!(
        "คะแนนรวม 26–60 คุณภาพชีวิตไม่ดี 61–95 กลาง ๆ 96–130 ดี แต่ละด้านแบ่งเป็นสามระดับตามลำดับเดียวกัน คือ \
         ด้านสุขภาพกาย (ข้อ 2, 3, 4, 10, 11, 12, 24) ที่ 7–16, 17–26, 27–35 ด้านจิตใจ (ข้อ 5, 6, 7, 8, \
         9, 23) ที่ 6–14, 15–22, 23–30 ด้านสัมพันธภาพทางสังคม (ข้อ 13, 14, 25) ที่ 3–7, 8–11, 12–15 \
         และด้านสิ่งแวดล้อม (ข้อ 15–22) ที่ 8–18, 19–29, 30–40 ข้อ 1 และ 26 นับเฉพาะคะแนนรวม \
         เกณฑ์นี้เป็นของแบบประเมิน การใช้เกณฑ์นี้ระบบกำหนดเพิ่มเติม ไม่มีในเอกสาร",
        "Total: 26–60 poor, 61–95 medium, 96–130 good. In the same order, physical (items 2, 3, \
         4, 10, 11, 12, 24): 7–16, 17–26, 27–35; psychological (5, 6, 7, 8, 9, 23): 6–14, \
         15–22, 23–30; social (13, 14, 25): 3–7, 8–11, 12–15; environment (15–22): 8–18, 19–29, \
         30–40. Items 1 and 26 count in the total only. The bands are those of the form; using \
         them is added by the system, not in the documents.",
    ),
)
.sources(&[AH_RECORD]);
