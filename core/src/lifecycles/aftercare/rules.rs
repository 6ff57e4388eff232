//! AC · Community follow-up (ติดตามผู้ผ่านการฟื้นฟูสภาพทางสังคม).

use crate::base::documents::{CF_1, CF_2, CF_3, CF_4, CF_KEEP, CF_RECORDER, CF_REPORT, CF_TEAM};
use crate::base::rule::Rule;
use crate::base::text::text;

/// The rules, in the order of the rulebook.
pub(crate) const RULES: &[&Rule] = &[
    &AC_01, &AC_02, &AC_03, &AC_04, &AC_05, &AC_06, &AC_07, &AC_08, &AC_09, &AC_10,
];

pub(crate) static AC_01: Rule = Rule::must(
    "AC-01",
    text!(
        "ลงทะเบียนผู้ผ่านการฟื้นฟูสภาพทางสังคม",
        "Enrol a person who completed social rehabilitation",
    ),
    text!(
        "บันทึกผู้ผ่านการฟื้นฟูสภาพทางสังคม โครงการ วันที่จบการฝึกอบรม และภูมิลำเนาหรือที่พักอาศัย \
         อำเภอที่ผู้นั้นอยู่เป็นผู้รับผิดชอบ",
        "Record the person, the project, the end of the training and the residence. The \
         district of the residence is responsible.",
    ),
    text!(
        "อำเภอหรือจังหวัดที่ดำเนินการฝึกอบรมบันทึกผู้ผ่านการฟื้นฟูสภาพทางสังคม โครงการ วันที่จบการฝึกอบรม \
         และภูมิลำเนาหรือที่พักอาศัย (ระบุรหัสตำบล) อำเภอของภูมิลำเนาหรือที่พักอาศัยเป็นผู้รับผิดชอบ \
         ตำบลจึงต้องเป็นของอำเภอที่มีจริง (จังหวัด 99 อำเภอ 00 และอำเภอ 99 ระบบไม่รับ) \
         หากเป็นคนละอำเภอกับผู้บันทึก ต้องส่งรายชื่อและข้อมูลสำคัญ (ตัวบุคคล ภูมิลำเนาหรือที่พักอาศัย โครงการ \
         วันที่จบการฝึกอบรม) ให้อำเภอนั้น หรือให้จังหวัดนั้นหากอยู่คนละจังหวัด",
        "The district or province that held the training records the person, the project, the \
         day the training ended and the residence with its tambon code. The district of the \
         residence is responsible, so the tambon has to be one of a district: province 99 and \
         amphoe 00 and 99 are refused. Where that is another district than the recorder's, the name \
         and the essentials (person, residence, project, end of training) are sent to it, or to \
         the province where that is another one.",
    ),
)
.sources(&[CF_3]);

pub(crate) static AC_02: Rule = Rule::definition(
    "AC-02",
    text!(
        "ติดตามครั้งแรกเมื่อครบ 15 วัน และทุก 15 วัน เป็นเวลา 1 ปี",
        "First visit at 15 days, then every 15 days for a year",
    ),
    text!(
        "ติดตามครั้งแรกเมื่อครบ 15 วันหลังจบการฝึกอบรม และทุก 15 วันเป็นเวลา 1 ปี รวม 24 ครั้ง",
        "The first visit is due 15 days after the training ended, then one every 15 days for 1 \
         year: 24 in all.",
    ),
    text!(
        "ติดตามครั้งแรกเมื่อครบ 15 วันหลังจบการฝึกอบรม และติดตามทุก 15 วันเป็นเวลา 1 ปี (12 เดือน) \
         นับจากวันที่จบการฝึกอบรม รวม 24 ครั้ง การนับ 1 ปีจากวันที่จบการฝึกอบรมระบบกำหนดเพิ่มเติม ไม่มีในเอกสาร \
         (หากนับจากการติดตามครั้งแรกจะเป็น 25 ครั้ง) ค่าตั้งต้นเป็นรอบคงที่นับจากวันที่จบการฝึกอบรม \
         อาจกำหนดเป็นรอบต่อเนื่องทีละรอบก็ได้ โดยรอบใหม่เปิดเมื่อครบ 15 วันนับจากการติดตามครั้งล่าสุด \
         และการติดตามเมื่อใดก็ปิดรอบนั้นแล้วเปิดรอบใหม่",
        "The first visit is due 15 days after the training ended and further ones every 15 days \
         for 1 year (12 months) from the end of training: 24 in all. That the year counts from \
         the end of training is added by the system, not in the documents; counted from the \
         first visit there would be 25. By default the rhythm is fixed to the end of training. \
         A rolling rhythm can be chosen, with one open slot at a time: it opens 15 days after \
         the last visit, and a visit at any time closes it and opens the next.",
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
    text!("การนับการติดตามเข้ารอบ", "Which visit serves which slot"),
    text!(
        "การติดตามนับเข้ารอบที่ถึงกำหนดแล้วและรอบถัดไปยังไม่ถึงกำหนด ครั้งที่สองในรอบเดียวกันหรือก่อนครบ 15 \
         วันเป็นการติดตามเพิ่มเติม",
        "A visit serves the slot that has come due when the next has not. A second one in a \
         slot, or one before the first 15 days, is extra.",
    ),
    text!(
        "สำหรับรอบคงที่ การติดตามนับเข้ารอบที่ถึงกำหนดแล้วและรอบถัดไปยังไม่ถึงกำหนด รอบสุดท้ายสิ้นสุดเมื่อครบ 1 ปี \
         (12 เดือน) ผลการติดตามแบบใดก็นับ และถือวันที่เร็วที่สุดในรอบเป็นวันที่ติดตามแล้ว การติดตามก่อนครบ 15 วัน \
         หรือครั้งที่สองในรอบเดียวกัน เก็บไว้เป็นการติดตามเพิ่มเติม ข้อนี้ระบบกำหนดเพิ่มเติม ไม่มีในเอกสาร",
        "With the fixed rhythm a visit serves the slot that has come due when the next has not; \
         the last slot ends with the year (12 months). Any result serves it, and the earliest \
         visit in the slot is the day it was done. A visit before the first 15 days or a second \
         one in a slot is kept and counted as extra. This rule is added by the system, not in \
         the documents.",
    ),
)
.sources(&[CF_1])
.parameters(&["visit_first_days", "visit_period_months", "visit_cadence"])
.borrowed(&["visit_first_days", "visit_period_months", "visit_cadence"]);

pub(crate) static AC_04: Rule = Rule::should(
    "AC-04",
    text!("บันทึกผลการติดตาม", "Record a visit"),
    text!(
        "บันทึกวันที่ติดตาม ผลการติดตาม ความช่วยเหลือที่ต้องการ และที่เก็บเอกสารหรือหลักฐานทันที \
         หากบันทึกหลังวันรายงานของจังหวัดครั้งถัดไป (วันที่ 15 และ 30) ระบบรับพร้อมคำเตือน",
        "Record the day of the visit, its result, the needs and where the evidence is kept, at \
         once. After the next provincial report (the 15th or 30th) it is accepted with a \
         warning.",
    ),
    text!(
        "ชุดปฏิบัติการประจำตำบลหรือผู้รับผิดชอบบันทึกข้อมูลของอำเภอบันทึกวันที่ติดตาม ผลการติดตาม \
         ความช่วยเหลือที่ต้องการ และที่เก็บเอกสารหรือหลักฐาน วันที่ต้องไม่เป็นวันในอนาคตและไม่ก่อนวันที่จบการฝึกอบรม \
         กรณีเสียชีวิต ระบุวันที่เสียชีวิตได้หากทราบ (ตั้งแต่วันที่จบการฝึกอบรมถึงวันที่ติดตาม) \
         หากไม่ระบุให้ถือวันที่ติดตาม และหากมีหลายวันให้ถือวันที่เร็วที่สุด หากมีบันทึกว่าพบตัวหลังวันที่เสียชีวิต \
         ระบบเตือนในรายการที่บันทึกทีหลัง เพื่อให้ถอนรายการที่บันทึกผิด \
         ข้อมูลควรเข้าระบบทันที หากวันที่ระบบได้รับข้อมูลอยู่หลังวันรายงานของจังหวัด (วันที่ 15 และ 30) \
         ครั้งแรกที่ถัดจากวันที่ติดตาม ระบบรับพร้อมคำเตือน ข้อมูลที่มาช้าต้องไม่สูญหาย \
         เพราะหนังสือกรมการปกครองให้จัดเก็บหลักฐานไว้และบันทึกภายหลังได้ ผลการติดตาม \
         ประเภทของความช่วยเหลือที่ต้องการ และการให้ชุดปฏิบัติการประจำตำบลบันทึกเอง ระบบกำหนดเพิ่มเติม \
         ไม่มีในเอกสาร",
        "A tambon team or the district's recorder records the day of the visit, its result, the \
         needs and where the evidence is kept; the day is not in the future and not before the \
         training ended. Of a person who died the day of death may be given where it is known, \
         from the end of training to the visit; else the day of the visit stands for it, and of \
         several the earliest holds. Where the person was met after the day of death, whichever \
         is recorded second is accepted with a warning: one of the two is to be withdrawn. It \
         should reach the system at once: when it is received after the \
         first provincial report date (the 15th and 30th) that follows the visit, it is \
         accepted with a warning. A late visit must not be lost, since the Department's \
         circular has evidence kept and recorded later. The results, the kinds of need and the \
         team recording by itself are added by the system, not in the documents.",
    ),
)
.sources(&[CF_TEAM, CF_KEEP, CF_4])
.parameters(&["province_report_days"])
.borrowed(&["province_report_days"]);

pub(crate) static AC_05: Rule = Rule::must(
    "AC-05",
    text!("การให้ความช่วยเหลือ", "Providing help"),
    text!(
        "ความช่วยเหลือที่ร้องขอ ให้อำเภอเป็นผู้ดำเนินการ หากเกินขีดความสามารถ ให้รายงานจังหวัด \
         แล้วอำเภอหรือจังหวัดจะเป็นผู้ให้ความช่วยเหลือก็ได้",
        "Help that is asked for is given by the district. What is beyond its capacity is \
         reported to the province, and either may then give it.",
    ),
    text!(
        "ความช่วยเหลือที่ร้องขอ ให้อำเภอเป็นผู้ดำเนินการ หากเกินขีดความสามารถ ให้รายงานจังหวัด \
         หลังจากนั้นอำเภอหรือจังหวัดจะเป็นผู้ให้ความช่วยเหลือก็ได้ \
         แต่จังหวัดให้ความช่วยเหลือได้เฉพาะคำขอที่อำเภอรายงานแล้ว \
         คำขอเดียวกันให้ความช่วยเหลือได้ครั้งเดียวและรายงานได้ครั้งเดียว และรายงานหลังให้ความช่วยเหลือแล้วไม่ได้ \
         หากไม่มีคำขอความช่วยเหลือ หรือไม่มีคำขอใดที่ยังต้องให้ความช่วยเหลือหรือรายงาน ระบบไม่รับรายการ \
         ระบบไม่รับรหัสคำขอความช่วยเหลือที่ไม่มีในเคสหรือซ้ำกัน วันที่ให้ความช่วยเหลือต้องตั้งแต่วันที่จบการฝึกอบรมถึงวันนี้ \
         การให้ความช่วยเหลือเป็นข้อเท็จจริง จึงบันทึกย้อนหลังได้แม้สิ้นสุดการติดตามแล้ว (ข้อ GE-01)",
        "Help that is asked for is given by the district; what is beyond its capacity is \
         reported to the province. Help so reported may be given by the district or the \
         province, and the province gives only what was reported. The same help is given once \
         and reported once, and not reported after it was given; an unknown or repeated id is \
         refused, and so is all of it where no help was asked for or none is left to give or \
         report. The day it was given lies between the end of training and today. Giving help \
         is a fact, so it may be recorded afterwards too (GE-01).",
    ),
)
.sources(&[CF_2]);

pub(crate) static AC_06: Rule = Rule::must(
    "AC-06",
    text!("ย้ายภูมิลำเนาหรือที่พักอาศัย", "Move to another residence"),
    text!(
        "เมื่อย้ายภูมิลำเนาหรือที่พักอาศัย ให้บันทึกที่ใหม่และวันที่ย้าย หากข้ามอำเภอ อำเภอใหม่เป็นผู้รับผิดชอบ \
         และต้องส่งข้อมูลสำคัญตามไปด้วย",
        "Record the new residence and the day of the move. In another district, that district \
         is responsible, and the essentials are sent on.",
    ),
    text!(
        "เมื่อผู้ผ่านการฟื้นฟูสภาพทางสังคมย้ายภูมิลำเนาหรือที่พักอาศัย ให้บันทึกภูมิลำเนาหรือที่พักอาศัยใหม่และวันที่ย้าย \
         (ตั้งแต่วันที่จบการฝึกอบรมถึงวันนี้) ตำบลต้องเป็นของอำเภอที่มีจริง (จังหวัด 99 อำเภอ 00 และอำเภอ 99 ระบบไม่รับ) \
         หากย้ายข้ามอำเภอ ความรับผิดชอบย้ายไปอำเภอใหม่ และส่งข้อมูลสำคัญ \
         (ตัวบุคคล ภูมิลำเนาหรือที่พักอาศัย โครงการ วันที่จบการฝึกอบรม การติดตามที่ผ่านมา) ให้อำเภอนั้น \
         หรือให้จังหวัดปลายทางหากข้ามจังหวัด กรณีข้ามจังหวัด \
         จังหวัดที่ติดตามอยู่เดิมต้องระบุภูมิลำเนาหรือที่พักอาศัยใหม่ในแบบรายงานครั้งถัดไป งานที่ต้องทำเป็นของอำเภอปัจจุบัน \
         ส่วนการบันทึกข้อเท็จจริง (ข้อ GE-01) ทั้งสองอำเภอถือว่ารับผิดชอบเคสตั้งแต่วันที่ย้ายถึงวันที่ระบบได้รับรายการ",
        "When the person moves, the new residence and the day, from the end of training to \
         today, are recorded. The tambon has to be one of a district: province 99 and amphoe 00 \
         and 99 are refused. To another district, responsibility moves there and the \
         essentials (person, residence, project, end of training, visits so far) are sent to \
         it, or to the receiving province where that is another one. Out of the province, the \
         next report of the province that followed the person so far carries the new residence. \
         What is owed belongs to the present district; for recording facts (GE-01) both have the \
         case from the day of the move to the day on which it is received.",
    ),
)
.sources(&[CF_3]);

pub(crate) static AC_07: Rule = Rule::definition(
    "AC-07",
    text!(
        "คำสั่งจัดตั้งชุดปฏิบัติการประจำตำบลและผู้รับผิดชอบบันทึกข้อมูล",
        "Standing order, teams and recorder",
    ),
    text!(
        "ทุกอำเภอต้องมีคำสั่งจัดตั้งชุดปฏิบัติการประจำตำบล (ชปต.) และผู้รับผิดชอบบันทึกข้อมูลอย่างน้อย 1 คน",
        "Every district needs a standing order that names its tambon teams, and at least 1 \
         recorder.",
    ),
    text!(
        "ทุกอำเภอต้องมีคำสั่งจัดตั้งชุดปฏิบัติการประจำตำบล (ชปต. ซึ่งสำเนาหนังสือพิมพ์เป็น ขปต.) โดยระบุชุดปฏิบัติการ \
         และมีผู้รับผิดชอบบันทึกข้อมูลอย่างน้อย 1 คน การตรวจสอบจะแสดงอำเภอที่ยังขาดสิ่งใดสิ่งหนึ่ง",
        "Every district needs a standing order that names its tambon teams, and at least 1 \
         recorder. A roster check lists the districts that lack any of these and what they \
         lack.",
    ),
)
.sources(&[CF_1, CF_TEAM, CF_RECORDER]);

pub(crate) static AC_08: Rule = Rule::definition(
    "AC-08",
    text!(
        "รายงานต่อกรมการปกครอง",
        "Provincial report to the Department of Provincial Administration",
    ),
    text!(
        "จังหวัดรายงานผลการติดตามต่อกรมการปกครองทุกวันที่ 15 และ 30 ของเดือน เดือนกุมภาพันธ์ใช้วันสุดท้ายของเดือน",
        "The province reports to the Department of Provincial Administration on the 15th and \
         30th of each month. In February the last day is taken.",
    ),
    text!(
        "จังหวัดรายงานผลการติดตามต่อกรมการปกครองทุกวันที่ 15 และ 30 ของเดือน ครั้งแรกภายในวันที่ 15 เมษายน \
         2566 เดือนกุมภาพันธ์ไม่มีวันที่ 30 จึงใช้วันสุดท้ายของเดือน ซึ่งระบบกำหนดเพิ่มเติม ไม่มีในเอกสาร \
         ส่วนอำเภอรายงานอย่างต่อเนื่องโดยไม่มีวันกำหนด จึงใช้ข้อ AC-04 แทน",
        "The province reports to the Department of Provincial Administration on the 15th and \
         30th of each month, first by 15 April 2566 (2023). February has no 30th, so its last \
         day is taken, which is added by the system, not in the documents. A district reports \
         continuously without a date; AC-04 stands for that.",
    ),
)
.sources(&[CF_1, CF_REPORT])
.parameters(&["province_report_days"]);

pub(crate) static AC_09: Rule = Rule::must(
    "AC-09",
    text!("สิ้นสุดการติดตาม", "Close the follow-up"),
    text!(
        "สิ้นสุดการติดตามได้ตั้งแต่วันที่ครบ 1 ปี (12 เดือน) หลังจบการฝึกอบรม หรือทันทีเมื่อผลการติดตามพบว่าเสียชีวิต",
        "The follow-up may be closed from 1 year (12 months) after the end of training, or at \
         once after a visit that found the person deceased.",
    ),
    text!(
        "สิ้นสุดการติดตามได้ตั้งแต่วันที่ครบ 1 ปี (12 เดือน) หลังจบการฝึกอบรม หรือทันทีเมื่อผลการติดตามพบว่าเสียชีวิต \
         หากยังมีคำขอความช่วยเหลือที่ยังไม่ได้ให้ ระบบรับพร้อมคำเตือน (ข้อ AC-05) \
         หลังการเสียชีวิตไม่มีงานที่ต้องทำ (รอบที่ถึงกำหนดหลังวันที่เสียชีวิต) การติดตามของวันที่ไม่เกินวันสิ้นสุดยังบันทึกภายหลังได้ \
         การสิ้นสุดเมื่อเสียชีวิตระบบกำหนดเพิ่มเติม ไม่มีในเอกสาร",
        "The case may be closed from the day on which 1 year (12 months) since the end of \
         training is reached, or at once after a visit that found the person deceased. Where help \
         is still to be given it is accepted with a warning (AC-05). Nothing is owed after a \
         death: no slot that opens later. A visit of a day up to the end may still be recorded \
         afterwards. The end at a death is added by the system, not in the documents.",
    ),
)
.sources(&[CF_1])
.parameters(&["visit_period_months"])
.borrowed(&["visit_period_months"]);

pub(crate) static AC_10: Rule = Rule::decision(
    "AC-10",
    text!("ยกเลิกเคสที่บันทึกผิด", "Cancel a case entered in error"),
    text!(
        "ผู้รับผิดชอบบันทึกข้อมูลของอำเภอยกเลิกได้เมื่อบันทึกผิด เช่น บันทึกซ้ำหรือผิดคน โดยระบุเหตุผล ยกเลิกแล้วเป็นสถานะสุดท้าย",
        "The district's recorder may cancel it where it was entered in error, a double or of the wrong person, \
         with the reason. Cancelled is final.",
    ),
    text!(
        "ผู้รับผิดชอบบันทึกข้อมูลของอำเภอยกเลิกสิ่งที่บันทึกผิด (บันทึกซ้ำ หรือผิดคน) ได้ขณะอยู่ระหว่างติดตาม \
         โดยระบุเหตุผล และกรณีบันทึกซ้ำระบุรหัสของอีกเคสหนึ่งได้ ผลเป็นไปตามข้อ GE-09 เมื่อยกเลิกแล้วเป็นสถานะสุดท้าย \
         ข้อนี้ระบบกำหนดเพิ่มเติม ไม่มีในเอกสาร",
        "The district's recorder may cancel what was entered in error, a double or of the wrong person, while it is in follow-up. \
         A reason is given and, of a double, the id of the other case; what follows \
         is said in GE-09. Cancelled is final. This rule is added by the system, not in the \
         documents.",
    ),
);
