//! AC · Community follow-up (ติดตามผู้ผ่านการฟื้นฟูสภาพทางสังคม).

use crate::base::documents::{CF_1, CF_2, CF_3, CF_4, CF_KEEP, CF_RECORDER, CF_REPORT, CF_TEAM};
use crate::base::rule::Rule;
use crate::base::text::text;

/// The rules, in the order of the rulebook.
pub(crate) const RULES: &[&Rule] = &[
    &AC_01, &AC_02, &AC_03, &AC_04, &AC_05, &AC_06, &AC_07, &AC_08, &AC_09,
];

pub(crate) static AC_01: Rule = Rule::must(
    "AC-01",
    text("รับผู้ผ่านการฟื้นฟูเข้าสู่การติดตาม", "Enrol for follow-up"),
    text("", ""),
    text(
        "อำเภอหรือจังหวัดที่จัดการฝึกอบรมบันทึกผู้ผ่านการฟื้นฟูสภาพทางสังคม โครงการ วันที่จบการฝึกอบรม \
                และที่พักอาศัย (ระบุรหัสตำบล) อำเภอของที่พักอาศัยเป็นผู้รับผิดชอบ หากเป็นอำเภออื่นจากผู้บันทึก \
                ต้องส่งรายชื่อและข้อมูลสำคัญ (ตัวบุคคล ที่พักอาศัย โครงการ วันที่จบ) ไปยังอำเภอนั้น \
                หรือจังหวัดนั้นหากอยู่ต่างจังหวัด",
        "The district or province that held the training records the person, the project, \
                the day the training ended and the residence with its tambon code. The district \
                of the residence is responsible. Where that is another district than the \
                recorder's, the name and the essentials (person, residence, project, end of \
                training) are sent to it, or to the province where that is another one.",
    ),
)
.sources(&[CF_3]);

pub(crate) static AC_02: Rule = Rule::definition(
    "AC-02",
    text(
        "ติดตามครั้งแรก 15 วัน และทุก 15 วัน เป็นเวลา 1 ปี",
        "First visit at 15 days, then every 15 days for a year",
    ),
    text("", ""),
    text(
        "ต้องติดตามครั้งแรกเมื่อครบ 15 วันหลังจบการฝึกอบรม (พารามิเตอร์ visit_first_days) และทุก 15 วัน \
                (พารามิเตอร์ visit_every_days) ตลอด 12 เดือน (พารามิเตอร์ visit_period_months) \
                นับจากวันจบการฝึกอบรม ตามค่าตั้งต้นรวม 24 ครั้ง การนับ 1 ปีจากวันจบเป็นข้อกำหนดของไลบรารีเอง \
                (หากนับจากการติดตามครั้งแรกจะเป็น 25 ครั้ง) รอบนัดคงที่ตามวันจบ (พารามิเตอร์ visit_cadence ค่า \
                fixed) หรือค่า rolling ที่มีทีละรอบ โดยเปิดเมื่อครบระยะนับจากการติดตามครั้งล่าสุด \
                และการติดตามเมื่อใดก็ปิดรอบนั้นแล้วเปิดรอบใหม่",
        "The first visit is due 15 days after the training ended (parameter \
                visit_first_days) and further ones every 15 days (parameter visit_every_days) for \
                12 months (parameter visit_period_months) from the end of training: 24 with the \
                defaults. That the year counts from the end of training is ours; counted from the \
                first visit there would be 25. The rhythm stays fixed to the end of training \
                (parameter visit_cadence, value fixed); with the value rolling there is one open \
                slot at a time, which opens when the interval since the last visit has passed, \
                and a visit at any time closes it and opens the next.",
    ),
)
.sources(&[CF_1])
.parameters(&[
    "visit_first_days",
    "visit_every_days",
    "visit_period_months",
    "visit_cadence",
]);

pub(crate) static AC_03: Rule = Rule::decision(
    "AC-03",
    text("การนับการติดตามเข้ารอบ", "Which visit serves which slot"),
    text("", ""),
    text(
        "เมื่อรอบนัดคงที่ (พารามิเตอร์ visit_cadence ค่า fixed) \
                การติดตามนับเข้ารอบที่ถึงกำหนดแล้วและยังไม่ถึงกำหนดของรอบถัดไป รอบสุดท้ายสิ้นสุดเมื่อครบ 12 เดือน \
                (พารามิเตอร์ visit_period_months) ผลการติดตามแบบใดก็นับ และถือวันที่เร็วที่สุดในรอบเป็นวันที่ทำแล้ว \
                การติดตามก่อนครบ 15 วัน (พารามิเตอร์ visit_first_days) หรือครั้งที่สองในรอบเดียวกัน \
                เก็บไว้เป็นการติดตามเพิ่มเติม ข้อนี้เป็นข้อกำหนดของไลบรารีเอง",
        "With the fixed rhythm (parameter visit_cadence, value fixed) a visit serves the \
                slot that has come due when the next has not; the last slot ends with the 12 \
                months (parameter visit_period_months). Any result serves it, and the earliest \
                visit in the window is the day it was done. A visit before the first 15 days \
                (parameter visit_first_days) or a second one in a window is kept and counted as \
                extra. This is the library's own decision.",
    ),
)
.sources(&[CF_1])
.parameters(&["visit_first_days", "visit_period_months", "visit_cadence"])
.borrowed(&["visit_first_days", "visit_period_months", "visit_cadence"]);

pub(crate) static AC_04: Rule = Rule::should(
    "AC-04",
    text("บันทึกผลการติดตาม", "Record a visit"),
    text("", ""),
    text(
        "ชุดปฏิบัติการประจำตำบลหรือผู้บันทึกข้อมูลของอำเภอบันทึกวันที่ติดตาม ผล ความต้องการ และที่เก็บหลักฐาน \
                วันที่ต้องไม่เป็นวันในอนาคตและไม่ก่อนวันจบการฝึกอบรม ข้อมูลควรเข้าระบบทันที \
                หากวันที่ระบบได้รับอยู่หลังวันรายงานของจังหวัด (วันที่ 15 และ 30 พารามิเตอร์ \
                province_report_days) รอบแรกที่ถัดจากวันติดตาม ระบบรับพร้อมคำเตือน ข้อมูลที่มาช้าต้องไม่สูญหาย \
                เพราะหนังสือให้เก็บหลักฐานไว้และบันทึกภายหลังได้ ผลการติดตาม ประเภทความต้องการ \
                และการให้ชุดปฏิบัติการบันทึกเองเป็นข้อกำหนดของไลบรารีเอง",
        "A tambon team or the district's recorder records the day of the visit, its \
                result, the needs and where the evidence is kept; the day is not in the future \
                and not before the training ended. It should reach the system at once: when it is \
                received after the first provincial report date (the 15th and 30th, parameter \
                province_report_days) that follows the visit, it is accepted with a warning. A \
                late visit must not be lost, since the circular has evidence kept and recorded \
                later. The results, the kinds of need and the team recording by itself are ours.",
    ),
)
.sources(&[CF_TEAM, CF_KEEP, CF_4])
.parameters(&["province_report_days"])
.borrowed(&["province_report_days"]);

pub(crate) static AC_05: Rule = Rule::must(
    "AC-05",
    text("การให้ความช่วยเหลือ", "Help: request, provide, escalate"),
    text("", ""),
    text(
        "ความช่วยเหลือที่ร้องขอให้อำเภอดำเนินการ หากเกินขีดความสามารถให้รายงานจังหวัด \
                ซึ่งหลังจากนั้นอำเภอหรือจังหวัดจะเป็นผู้ช่วยเหลือก็ได้ แต่จังหวัดให้ได้เฉพาะเรื่องที่รายงานขึ้นมาแล้ว \
                เรื่องเดียวกันบันทึกว่าให้แล้วหรือรายงานแล้วได้ครั้งเดียว และรายงานหลังให้ความช่วยเหลือแล้วไม่ได้ \
                รหัสเรื่องที่ไม่มีอยู่หรือซ้ำถือว่าไม่ถูกต้อง วันที่ให้ความช่วยเหลือต้องอยู่ระหว่างวันจบการฝึกอบรมกับวันนี้",
        "Help that is asked for is given by the district; what is beyond its capacity is \
                reported to the province. Help so escalated may be given by the district or the \
                province, and the province gives only escalated help. The same help is given once \
                and escalated once, and not escalated after it was given; an unknown or repeated \
                id is invalid. The day it was given lies between the end of training and today.",
    ),
)
.sources(&[CF_2]);

pub(crate) static AC_06: Rule = Rule::must(
    "AC-06",
    text("ย้ายที่พักอาศัย", "Move to another residence"),
    text("", ""),
    text(
        "เมื่อผู้ผ่านการฟื้นฟูย้ายที่พักอาศัย ให้บันทึกที่อยู่ใหม่และวันที่ย้าย (ตั้งแต่วันจบการฝึกอบรมถึงวันนี้) \
                หากย้ายข้ามอำเภอ ความรับผิดชอบย้ายไปอำเภอใหม่ และส่งข้อมูลสำคัญ (ตัวบุคคล ที่พักอาศัย โครงการ \
                วันที่จบ การติดตามที่ผ่านมา) ให้อำเภอนั้น หรือจังหวัดปลายทางหากข้ามจังหวัด กรณีข้ามจังหวัด \
                จังหวัดที่ติดตามอยู่เดิมต้องระบุที่อยู่ใหม่ในรายงานรอบถัดไป งานที่ค้างเป็นของอำเภอปัจจุบัน \
                และในวันที่ย้ายทั้งสองอำเภอถือว่ารับผิดชอบเคส",
        "When the person moves, the new residence and the day, from the end of training to \
                today, are recorded. To another district, responsibility moves there and the \
                essentials (person, residence, project, end of training, visits so far) are sent \
                to it, or to the receiving province where that is another one. Out of the \
                province, the next report of the province that followed the person so far carries \
                the new address. What is owed belongs to the present district; on the day of the \
                move both have the case.",
    ),
)
.sources(&[CF_3]);

pub(crate) static AC_07: Rule = Rule::definition(
    "AC-07",
    text(
        "คำสั่งจัดตั้ง ขปต. และผู้บันทึกข้อมูล",
        "Standing order, teams and recorder",
    ),
    text("", ""),
    text(
        "ทุกอำเภอต้องมีคำสั่งจัดตั้งชุดปฏิบัติการประจำตำบล (ขปต.) ระบุชุดปฏิบัติการ \
                และมีผู้รับผิดชอบบันทึกข้อมูลอย่างน้อย 1 คน การตรวจสอบรายชื่อจะแสดงอำเภอที่ยังขาดรายการใด",
        "Every district needs a standing order that names its tambon teams, and at least \
                one recorder. A roster check lists the districts that lack any of these and what \
                they lack.",
    ),
)
.sources(&[CF_1, CF_TEAM, CF_RECORDER]);

pub(crate) static AC_08: Rule = Rule::definition(
    "AC-08",
    text("รายงานกรมการปกครอง", "Provincial report"),
    text("", ""),
    text(
        "จังหวัดรายงานผลการติดตามต่อกรมการปกครองทุกวันที่ 15 และ 30 ของเดือน (พารามิเตอร์ \
                province_report_days) ครั้งแรกวันที่ 15 เมษายน 2566 เดือนกุมภาพันธ์ซึ่งไม่มีวันที่ 30 \
                ให้ใช้วันสุดท้ายของเดือน ซึ่งเป็นข้อกำหนดของไลบรารีเอง ส่วนอำเภอรายงานอย่างต่อเนื่องโดยไม่มีวันกำหนด \
                จึงใช้ข้อ AC-04 แทน",
        "The province reports to the Department of Provincial Administration on the 15th \
                and 30th of each month (parameter province_report_days), first on 15 April 2566 \
                (2023). February has no 30th, so its last day is taken, which is ours. A district \
                reports continuously without a date; AC-04 stands for that.",
    ),
)
.sources(&[CF_1, CF_REPORT])
.parameters(&["province_report_days"]);

pub(crate) static AC_09: Rule = Rule::must(
    "AC-09",
    text("สิ้นสุดการติดตาม", "Close the follow-up"),
    text("", ""),
    text(
        "ปิดเคสได้ตั้งแต่วันที่ครบ 12 เดือนหลังจบการฝึกอบรม (พารามิเตอร์ visit_period_months) \
                หรือทันทีเมื่อผลการติดตามพบว่าเสียชีวิต และหลังการเสียชีวิตไม่มีงานค้างอยู่ \
                การติดตามของวันที่อยู่ในช่วงเวลานั้นยังบันทึกภายหลังได้ การสิ้นสุดเมื่อเสียชีวิตเป็นข้อกำหนดของไลบรารีเอง",
        "The case may be closed from the day on which 12 months since the end of training \
                are reached (parameter visit_period_months), or at once after a visit that found \
                the person deceased; nothing is owed after a death. A visit of a day up to the \
                end may still be recorded afterwards. The end at a death is ours.",
    ),
)
.sources(&[CF_1])
.parameters(&["visit_period_months"])
.borrowed(&["visit_period_months"]);
