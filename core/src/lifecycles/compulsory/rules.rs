//! CT · Compulsory-treatment exchange (ระบบบังคับบำบัด).

use crate::base::documents::{
    CM_1, CM_2, CM_3, CM_4, CM_5, CM_6, KT_22, MG_R1, MG_R2, MG_R3, MG_R4, MG_R5,
};
use crate::base::rule::Rule;
use crate::base::text::text;

/// The rules, in the order of the rulebook.
pub(crate) const RULES: &[&Rule] = &[
    &CT_01, &CT_02, &CT_03, &CT_04, &CT_05, &CT_06, &CT_06B, &CT_07, &CT_08, &CT_09, &CT_09B,
    &CT_10, &CT_11, &CT_12, &CT_13, &CT_14, &CT_15, &CT_16, &CT_17, &CT_18, &CT_19, &CT_20, &CT_24,
    &CT_21, &CT_22,
];

pub(crate) static CT_01: Rule = Rule::must(
    "CT-01",
    text("ส่งต่อผู้ป่วย", "Refer to a treatment unit"),
    text("", ""),
    text(
        "สำนักงานคุมประพฤติส่งผู้ป่วยเข้าระบบโดยระบุข้อมูลส่วนที่ 1 ที่ถูกต้อง หน่วยบำบัด และเลขรอบ (1 ขึ้นไป) \
                เคสจะปรากฏใน “รายการงานที่อยู่ระหว่างส่งต่อ/รอรับ” ของหน่วยบำบัดนั้น \
                ไลบรารีกำหนดเองให้เวลาที่ส่งเป็นเวลาที่ข้อมูลเข้าระบบ ซึ่งใช้เริ่มนับกำหนดมารายงานตัว",
        "The probation office sends a person into the system with valid Part 1 data, a \
                treatment unit and a round number (1 or more). The case then stands in that \
                unit's list of work being forwarded and waiting to be accepted. The moment of \
                sending is taken as the moment the data enters the system, from which the time to \
                report in runs; that reading is ours.",
    ),
)
.sources(&[CM_1, MG_R1]);

pub(crate) static CT_02: Rule = Rule::must(
    "CT-02",
    text("รับงาน", "Accept"),
    text("", ""),
    text(
        "หน่วยบำบัดที่ได้รับการส่งต่อกดรับงานเคสที่อยู่ใน “รายการงานที่อยู่ระหว่างส่งต่อ/รอรับ” เคสจะย้ายไปอยู่ใน \
                “รายการงานที่รับจากหน่วยงานอื่น”",
        "The treatment unit to which the case was sent accepts it from the list waiting to \
                be accepted. The case moves to the list of work accepted from other agencies.",
    ),
)
.sources(&[CM_3]);

pub(crate) static CT_03: Rule = Rule::must(
    "CT-03",
    text("ขอแก้ไขข้อมูล", "Request correction"),
    text("", ""),
    text(
        "ก่อนรับงาน หากหน่วยบำบัดพบว่าข้อมูลผู้ป่วยผิดพลาด \
                หรือผู้ป่วยหรือสำนักงานคุมประพฤติต้องการเปลี่ยนหน่วยบำบัด ให้กด “ขอแก้ไขข้อมูล” พร้อมระบุเหตุผล \
                ระบบจะลบข้อมูลของเลขรอบนั้นออกจากรายการของหน่วยบำบัด ส่งคืนสำนักงานคุมประพฤติ \
                และแสดงในรายงานการขอแก้ไขข้อมูล ทั้งสองหน่วยงานควรประสานงานกันก่อน \
                หากกำหนดให้เป็นเงื่อนไขบังคับ (พารามิเตอร์ coordination_required ค่าตั้งต้นคือไม่บังคับ) \
                จะกดโดยไม่ประสานงานก่อนไม่ได้",
        "Before accepting, a unit that finds wrong data, or learns that the person or the \
                probation office wants another unit, requests a correction and gives the reason. \
                The unit's copy of that round is deleted, the case goes back to the probation \
                office, and it is listed in the correction report. The two agencies should have \
                coordinated first; the policy can make that a condition (parameter \
                coordination_required, by default not required).",
    ),
)
.sources(&[CM_1])
.parameters(&["coordination_required"])
.borrowed(&["coordination_required"]);

pub(crate) static CT_04: Rule = Rule::must(
    "CT-04",
    text("ส่งข้อมูลกลับมาที่ระบบ บสต. อีกครั้ง", "Send the case again"),
    text("", ""),
    text(
        "สำนักงานคุมประพฤติปรับปรุงข้อมูลส่วนที่ 1 ของเคสที่ถูกส่งคืนให้ถูกต้อง แล้วส่งกลับเข้าระบบ \
                โดยจะกำหนดหน่วยบำบัดเดิมหรือหน่วยบำบัดใหม่ก็ได้ เคสกลับเข้าสู่ “รายการงานที่อยู่ระหว่างส่งต่อ/รอรับ” \
                และเริ่มนับเวลาที่ข้อมูลเข้าระบบใหม่",
        "The probation office corrects the Part 1 data of a returned case and sends it \
                again, to the same unit or to another. The case waits to be accepted once more, \
                and the time since entry starts anew.",
    ),
)
.sources(&[CM_1]);

pub(crate) static CT_05: Rule = Rule::must(
    "CT-05",
    text("ผู้ป่วยไม่มารายงานตัว", "Report a no-show"),
    text("", ""),
    text(
        "ก่อนรับงาน หากข้อมูลเข้าระบบครบ 168 ชั่วโมง หรือ 7 × 24 ชั่วโมง (พารามิเตอร์ no_show_hours) \
                แล้วผู้ป่วยยังไม่มารายงานตัว หน่วยบำบัดต้องแจ้งสำนักงานคุมประพฤติโดยกดปุ่มนี้ \
                และพิมพ์หนังสือแจ้งเสนอผู้บริหารลงนามได้ทันที กดก่อนครบกำหนดไม่ได้ \
                และกดได้ครั้งเดียวต่อการส่งเข้าระบบหนึ่งครั้ง",
        "Before acceptance, once 168 hours, that is 7 × 24 (parameter no_show_hours), have \
                passed since the data entered the system and the person has not reported in, the \
                unit has to tell the probation office with this button; the letter can be printed \
                for signature at once. It cannot be pressed earlier, and only once for each \
                entry.",
    ),
)
.sources(&[CM_2, MG_R1])
.parameters(&["no_show_hours"]);

pub(crate) static CT_06: Rule = Rule::must(
    "CT-06",
    text("ผู้ป่วยมารายงานตัว", "Record the report-in"),
    text("", ""),
    text(
        "หน่วยบำบัดบันทึกวันที่ผู้ป่วยมารายงานตัว พร้อมระบุว่ามีหนังสือส่งตัวที่ผู้ป่วยนำมาเอง \
                และ/หรือหนังสือที่ส่งมาตามระบบสารบรรณหรือไม่ วันที่ต้องอยู่ระหว่างวันที่ข้อมูลเข้าระบบครั้งปัจจุบันกับวันนี้ \
                บันทึกได้ครั้งเดียวต่อการส่งเข้าระบบหนึ่งครั้ง และไม่บันทึกของการส่งเข้าระบบครั้งก่อนอีก",
        "The unit records the day on which the person reported in and whether a referral \
                letter came, carried by hand, by official correspondence, or both. The day lies \
                between the present entry into the system and today. It is recorded once for each \
                entry; a report-in of an earlier entry is no longer recorded.",
    ),
)
.sources(&[MG_R2]);

pub(crate) static CT_06B: Rule = Rule::decision(
    "CT-06b",
    text("บันทึกหนังสือส่งตัวที่มาภายหลัง", "Record a letter that comes later"),
    text("", ""),
    text(
        "เมื่อหนังสือส่งตัวมาถึงหลังวันที่ผู้ป่วยมารายงานตัว หน่วยบำบัดบันทึกวันที่ได้รับและช่องทาง \
                (ผู้ป่วยนำมาเองหรือระบบสารบรรณ) วันที่ต้องไม่ก่อนวันมารายงานตัวและไม่เกินวันนี้ \
                ข้อนี้เป็นข้อกำหนดของไลบรารีเอง เพราะเอกสารไม่ได้กล่าวถึงหนังสือที่มาภายหลัง",
        "When the referral letter arrives after the person has reported in, the unit \
                records the day and the route, by hand or by official correspondence. The day is \
                not before the report-in and not after today. This is the library's own decision, \
                since the sources do not speak of a letter that comes later.",
    ),
)
.sources(&[MG_R2]);

pub(crate) static CT_07: Rule = Rule::must(
    "CT-07",
    text("ไม่มีหนังสือส่งตัว", "Report a missing referral letter"),
    text("", ""),
    text(
        "ก่อนรับงาน หากผู้ป่วยมารายงานตัวแล้วแต่ไม่มีหนังสือส่งตัว \
                หน่วยบำบัดแจ้งสำนักงานคุมประพฤติได้ครั้งเดียวต่อการส่งเข้าระบบหนึ่งครั้ง ปุ่มนี้เป็นรายการเดียวกับ \
                “ไม่ได้รับเอกสารส่งตัว” ตามแนวทาง หนังสือที่มาทางใดทางหนึ่งถือว่ามีหนังสือแล้ว (พารามิเตอร์ \
                letter_rule ค่าตั้งต้น either) เพราะถ้อยคำในแนวทางที่ว่า “ให้ถือว่าไม่มีหนังสือมา” \
                ขัดกับประโยคก่อนหน้าและน่าจะพิมพ์ผิด หากต้องการตามตัวอักษร คือต้องมีทั้งสองทาง ให้ใช้ค่า both",
        "Before acceptance, when the person has reported in but the referral letter has \
                not come, the unit tells the probation office, once for each entry. The \
                guideline's button for a referral document not received is the same act. A letter \
                by either route counts as having come (parameter letter_rule, default either), \
                since the guideline's sentence that a letter by one route is no letter \
                contradicts the sentence before it and is most likely a slip; the value both \
                follows it literally.",
    ),
)
.sources(&[CM_2, MG_R2])
.parameters(&["letter_rule"]);

pub(crate) static CT_08: Rule = Rule::must(
    "CT-08",
    text("ขอแก้ไขข้อมูลส่วนที่ 1", "Request a correction of Part 1"),
    text("", ""),
    text(
        "หลังรับงานแล้ว หากพบข้อมูลส่วนที่ 1 ผิดพลาด \
                หน่วยบำบัดกดขอแก้ไขโดยแจ้งข้อมูลล่าสุดให้สำนักงานคุมประพฤติทราบ \
                เคสยังอยู่ที่หน่วยบำบัดและแสดงในรายงานการขอแก้ไขข้อมูล ยื่นซ้ำไม่ได้ขณะที่คำขอเดิมยังค้างอยู่",
        "After acceptance, a unit that finds an error in Part 1 asks the probation office \
                to correct it and tells it the latest data. The case stays with the unit and is \
                listed in the correction report. No second request is made while one is open.",
    ),
)
.sources(&[CM_3]);

pub(crate) static CT_09: Rule = Rule::must(
    "CT-09",
    text("แก้ไขข้อมูลส่วนที่ 1", "Correct Part 1"),
    text("", ""),
    text(
        "เมื่อมีคำขอแก้ไขข้อมูลส่วนที่ 1 ค้างอยู่ สำนักงานคุมประพฤติปรับปรุงข้อมูลเข้ามาที่ระบบและคำขอเป็นอันสิ้นสุด \
                เฉพาะสำนักงานคุมประพฤติเท่านั้นที่แก้ไขส่วนที่ 1 ได้ เพื่อป้องกันการปรับปรุงข้อมูลซ้ำซ้อน \
                เว้นแต่ข้อมูลที่หน่วยบำบัดปรับปรุงได้เมื่อบำบัดครบตามข้อ CT-18",
        "While a request for correcting Part 1 is open, the probation office corrects the \
                data and the request is closed. Only the probation office edits Part 1, so that \
                no data is updated twice; the one exception is what a unit may update at \
                completion (CT-18).",
    ),
)
.sources(&[CM_3]);

pub(crate) static CT_09B: Rule = Rule::decision(
    "CT-09b",
    text("ไม่รับคำขอ", "Decline a request"),
    text("", ""),
    text(
        "สำนักงานคุมประพฤติอาจไม่รับคำขอแก้ไขข้อมูลส่วนที่ 1 หรือคำขอเปลี่ยนหน่วยบำบัดที่ค้างอยู่ \
                โดยระบุคำขอและเหตุผล คำขอนั้นเป็นอันสิ้นสุดและเคสยังอยู่ที่หน่วยบำบัดเดิม \
                ข้อนี้เป็นข้อกำหนดของไลบรารีเอง เพราะเอกสารไม่ได้กล่าวถึงการไม่รับคำขอ",
        "The probation office may decline an open request for a correction of Part 1 or \
                for another unit, naming the request and the reason. The request is closed and \
                the case stays where it is. This is the library's own decision, since the sources \
                do not speak of declining.",
    ),
)
.sources(&[CM_3, CM_4]);

pub(crate) static CT_10: Rule = Rule::must(
    "CT-10",
    text("ขอเปลี่ยนหน่วยบำบัด", "Request another treatment unit"),
    text("", ""),
    text(
        "หลังรับงานและบันทึกข้อมูลการบำบัดของเคสนี้แล้วอย่างน้อย 1 ครั้ง หากผู้ป่วยต้องการไปบำบัดที่อื่น \
                หน่วยบำบัดแจ้งสำนักงานคุมประพฤติด้วยปุ่มนี้ ยื่นซ้ำไม่ได้ขณะที่คำขอเดิมยังค้างอยู่",
        "After acceptance and at least one treatment record of this case, a unit whose \
                patient wants to be treated elsewhere tells the probation office with this \
                button. No second request is made while one is open.",
    ),
)
.sources(&[CM_4]);

pub(crate) static CT_11: Rule = Rule::must(
    "CT-11",
    text("กำหนดหน่วยบำบัดใหม่", "Assign another treatment unit"),
    text("", ""),
    text(
        "เมื่อมีคำขอเปลี่ยนหน่วยบำบัดค้างอยู่ เฉพาะสำนักงานคุมประพฤติเป็นผู้กำหนดหน่วยบำบัดใหม่ \
                ซึ่งต้องไม่ใช่หน่วยเดิม หน่วยบำบัดส่งเคสของสำนักงานคุมประพฤติไปที่อื่นเองไม่ได้ \
                เคสจะรอรับที่หน่วยใหม่และเริ่มนับเวลาที่ข้อมูลเข้าระบบใหม่ โดยวันเริ่มบำบัด โปรแกรม การขยายเวลา \
                และบันทึกการบำบัดติดไปกับเคส กำหนดหน่วยใหม่ไม่ได้ขณะมีการขาดนัดค้างอยู่ ส่วนคำขอแก้ไขข้อมูลส่วนที่ 1 \
                ที่ค้างอยู่ยังคงค้างต่อไป",
        "While a request for another unit is open, only the probation office assigns the \
                new unit, which must differ from the present one; a unit cannot forward a \
                probation case itself. The case waits to be accepted at the new unit and the time \
                since entry starts anew, while the treatment start, program, extensions and \
                treatment records stay with it. An open absence stands in the way; an open \
                request about Part 1 stays open.",
    ),
)
.sources(&[CM_4]);

pub(crate) static CT_12: Rule = Rule::must(
    "CT-12",
    text("บันทึกข้อมูลการบำบัด", "Record a treatment"),
    text("", ""),
    text(
        "หน่วยบำบัดบันทึกวันที่ให้การบำบัด ซึ่งต้องไม่เป็นวันในอนาคตและไม่ก่อนวันที่ข้อมูลเข้าระบบครั้งแรก \
                วันที่เร็วที่สุดถือเป็นวันเริ่มบำบัด การบันทึกครั้งแรกต้องระบุจำนวนวันของโปรแกรมเป็น 90 หรือ 120 วัน \
                (พารามิเตอร์ program_days) และระบุซ้ำภายหลังไม่ได้ หากวันที่อยู่ก่อนวันรับงานครั้งล่าสุด \
                หรือบันทึกขณะมีการขาดนัดค้างอยู่ ระบบรับบันทึกพร้อมคำเตือน",
        "The unit records the day of a treatment, not in the future and not before the \
                first entry into the system. The earliest day recorded is the treatment start. \
                The record made first states the length of the program, 90 or 120 days (parameter \
                program_days), which cannot be given again later. A day before the latest \
                acceptance, or a record made while an absence is open, is accepted with a \
                warning.",
    ),
)
.sources(&[CM_4, MG_R4])
.parameters(&["program_days"]);

pub(crate) static CT_13: Rule = Rule::must(
    "CT-13",
    text("บันทึกการขาดนัด", "Record a missed appointment"),
    text("", ""),
    text(
        "หน่วยบำบัดบันทึกวันที่ผู้ป่วยขาดนัด ซึ่งต้องไม่เป็นวันในอนาคตและไม่ก่อนวันเริ่มบำบัด \
                หรือถ้ายังไม่เริ่มบำบัดต้องไม่ก่อนวันรับงานครั้งล่าสุด เป็นการเปิดช่วงขาดนัด \
                จึงบันทึกซ้ำไม่ได้ขณะที่ช่วงเดิมยังค้างอยู่ หากผู้ป่วยยังไม่เริ่มบำบัด ระบบรับบันทึกพร้อมคำเตือน \
                เพื่อให้หน่วยบำบัดยังดำเนินการต่อได้",
        "The unit records the day on which the person did not come, not in the future and \
                not before the treatment start or, before any treatment, the latest acceptance. \
                This opens an absence, so it is not recorded again while one is open. If \
                treatment has not started the record is accepted with a warning, so that the unit \
                is not left without a way out.",
    ),
)
.sources(&[CM_5, MG_R3]);

pub(crate) static CT_14: Rule = Rule::should(
    "CT-14",
    text("บันทึกการติดตามผู้ป่วย", "Record a trace"),
    text("", ""),
    text(
        "ขณะมีการขาดนัดค้างอยู่ หน่วยบำบัดบันทึกการติดตามพร้อมหลักฐาน วันที่ต้องอยู่ระหว่างวันที่ขาดนัดกับวันนี้ \
                บันทึกก่อนหลังได้ ระบบเรียงตามวันที่และนับวันละ 1 ครั้ง ครั้งที่ 1 ควรไม่เกิน 7 วัน (พารามิเตอร์ \
                first_trace_days) ครั้งที่ 2 ควรไม่เกิน 14 วัน (พารามิเตอร์ second_trace_days) \
                จากวันที่ขาดนัดและห่างจากครั้งที่ 1 อย่างน้อย 7 วัน (พารามิเตอร์ trace_gap_days) ครั้งต่อไปไม่กำหนด \
                หากไม่เป็นตามนี้ระบบรับพร้อมคำเตือน โดยดูเฉพาะวันที่ติดตาม ไม่ดูวันที่บันทึก \
                ทั้งนี้ไลบรารีตีความเงื่อนไขของคู่มือว่า “ควร” เพราะการติดตามที่ช้าไปแล้วแก้ไขไม่ได้ \
                วันที่ที่ไม่อยู่ในช่วงขาดนัดที่ค้างอยู่แต่อยู่ในช่วงขาดนัดที่ปิดแล้วของเคสนี้ (วันที่ขาดนัดถึงวันที่กลับมา) \
                ให้บันทึกไว้กับช่วงนั้นพร้อมคำเตือน ตามแนวทางปี 2563 (โพรไฟล์ guideline-2563) ครั้งที่ 1 ก่อนครบ 7 \
                วันจากวันที่ขาดนัด หรือครั้งที่ 2 ก่อนครบ 7 วันจากครั้งที่ 1 รับพร้อมคำเตือนแต่ไม่นับ และไม่ใช้กำหนด \
                “ไม่เกิน”",
        "While an absence is open, the unit records each trace with its evidence, on a day \
                from the missed day to today; traces may be recorded in any order, are placed by \
                date, and one a day counts. The first should be within 7 days (parameter \
                first_trace_days) and the second within 14 days (parameter second_trace_days) of \
                the missed day and at least 7 days (parameter trace_gap_days) after the first; \
                later ones are free. A trace that departs from this is accepted with a warning \
                that looks only at the day of the trace, not at the day of recording: we read the \
                manual's condition as should, because a late trace cannot be undone. A day \
                outside the open absence but within a closed one of this case (missed day to \
                return) is recorded for that one, with a warning. Under the guideline of 2563 \
                (profile guideline-2563) a first trace before 7 days since the missed day, or a \
                second before 7 days since the first, is kept with a warning but does not count, \
                and the limits “within” do not apply.",
    ),
)
.sources(&[CM_5, MG_R3])
.parameters(&["first_trace_days", "second_trace_days", "trace_gap_days"]);

pub(crate) static CT_15: Rule = Rule::decision(
    "CT-15",
    text("ผู้ป่วยกลับมาบำบัด", "Record the return to treatment"),
    text("", ""),
    text(
        "เมื่อผู้ป่วยที่ขาดนัดกลับมา หน่วยบำบัดบันทึกวันที่กลับมา ซึ่งต้องอยู่ระหว่างวันที่ขาดนัดกับวันนี้ \
                การขาดนัดนั้นเป็นอันสิ้นสุด ข้อนี้เป็นข้อกำหนดของไลบรารีเอง \
                เพราะเอกสารไม่ได้กล่าวถึงขั้นตอนเมื่อผู้ป่วยกลับมา",
        "When a person who missed an appointment comes back, the unit records the day, \
                from the missed day to today, and the absence is closed. This is the library's \
                own decision, since the sources do not describe the return.",
    ),
)
.sources(&[CM_5]);

pub(crate) static CT_16: Rule = Rule::must(
    "CT-16",
    text("ผู้ป่วยขาดนัดระหว่างบำบัด", "Report an absence during treatment"),
    text("", ""),
    text(
        "หน่วยบำบัดแจ้งสำนักงานคุมประพฤติต้นทางได้เมื่อผู้ป่วยขาดนัดครบ 14 วัน (พารามิเตอร์ \
                absence_report_days) คือวันที่ 15 และมีการติดตามที่นับได้ครบ 2 ครั้ง (พารามิเตอร์ \
                traces_required) การขาดนัดหนึ่งช่วงแจ้งได้ครั้งเดียว \
                ระบบจะออกหนังสือแจ้งและแสดงข้อความสีแดงพร้อมวันที่แจ้ง ตามแนวทางปี 2563 (โพรไฟล์ \
                guideline-2563) มีการติดตามที่นับได้ครบ 2 ครั้งก็แจ้งได้โดยไม่ต้องรอครบ 14 วัน",
        "The unit may notify the probation office that sent the case once 14 full days \
                (parameter absence_report_days) have passed since the missed day, which is day \
                15, and two traces that count (parameter traces_required) are recorded; each \
                absence is reported once. The letter is produced, and a red text with the date of \
                notification is shown. Under the guideline of 2563 (profile guideline-2563) the \
                two counting traces are enough, without waiting for the 14 days.",
    ),
)
.sources(&[CM_5, MG_R3])
.parameters(&["absence_report_days", "traces_required"])
.profiled();

pub(crate) static CT_17: Rule = Rule::must(
    "CT-17",
    text("จำหน่าย (Drop out)", "Drop out"),
    text("", ""),
    text(
        "หน่วยบำบัดจำหน่ายผู้ป่วยที่ยังขาดนัดอยู่และได้แจ้งการขาดนัดแล้ว ได้เมื่อครบ 45 วัน (พารามิเตอร์ \
                drop_out_days) คู่มือให้นับจากวันที่แจ้งในที่หนึ่ง และจากวันที่ผู้ป่วยไม่กลับมาบำบัดในอีกที่หนึ่ง \
                ค่าตั้งต้นนับจากวันที่แจ้ง (พารามิเตอร์ drop_out_anchor ค่า notification) ซึ่งเป็นไปตามทั้งสองแห่ง \
                ส่วนค่า missed_date นับจากวันที่ขาดนัด เมื่อจำหน่ายแล้วถือเป็นสถานะสุดท้าย",
        "The unit may drop out a person whose absence is open and has been reported, once \
                45 full days (parameter drop_out_days) have passed. The manual counts them from \
                the notification in one place and from the day the person stopped coming in \
                another; by default they run from the notification (parameter drop_out_anchor, \
                value notification), which satisfies both, while the value missed_date counts \
                from the missed day. Dropped out is final.",
    ),
)
.sources(&[CM_5])
.parameters(&["drop_out_days", "drop_out_anchor"]);

pub(crate) static CT_18: Rule = Rule::must(
    "CT-18",
    text("ยืนยัน (บำบัดครบแล้ว)", "Confirm completion"),
    text("", ""),
    text(
        "เมื่อผู้ป่วยบำบัดครบโปรแกรม หน่วยบำบัดกดยืนยันโดยระบุวันที่ (ตั้งแต่วันเริ่มบำบัดถึงวันนี้) \
                ต้องเริ่มบำบัดแล้วและไม่มีการขาดนัดค้างอยู่ ส่วนจำนวนวันของโปรแกรม 90 หรือ 120 วัน (พารามิเตอร์ \
                program_days) รวมเวลาที่ขยาย ควรครบในวันนั้น หากไม่ครบระบบรับพร้อมคำเตือน \
                เพราะคู่มือไม่ได้กำหนดจำนวนวัน หน่วยบำบัดปรับปรุงที่อยู่ เบอร์โทรศัพท์ รายได้ \
                และสถานภาพให้เป็นปัจจุบันได้ (อาชีพเป็นส่วนที่ไลบรารีเพิ่มเอง) \
                ระบบส่งข้อมูลการบำบัดของรอบนั้นและข้อมูลส่วนที่ 1 ที่ปรับปรุงแล้วทั้งหมดให้สำนักงานคุมประพฤติ \
                และเคสเข้าสู่สถานะสุดท้าย",
        "When the program is done, the unit confirms completion with its day, from the \
                treatment start to today; treatment must have started and no absence may be open. \
                The program's 90 or 120 days (parameter program_days) plus extensions should have \
                passed by that day; if not, a warning is given, since the manual names no number \
                of days. The unit may bring address, phone, income and marital status up to date \
                (occupation is our addition). The probation office receives the treatment data of \
                the round and the whole updated Part 1, and the state is final.",
    ),
)
.sources(&[CM_6])
.parameters(&["program_days"])
.borrowed(&["program_days"]);

pub(crate) static CT_19: Rule = Rule::must(
    "CT-19",
    text("รับรองผลการบำบัด", "Certify the result of treatment"),
    text("", ""),
    text(
        "เมื่อผ่านการบำบัดครบ 90 หรือ 120 วันตามโปรแกรม (พารามิเตอร์ program_days) รวมเวลาที่ขยาย \
                นับจากวันเริ่มบำบัด หน่วยบำบัดรับรองผลได้ครั้งเดียว ทั้งก่อนและหลังกดยืนยัน แม้มีการขาดนัดค้างอยู่ \
                ระบบออกหนังสือรับรองผลและแจ้งสำนักงานคุมประพฤติ โดยหน่วยบำบัดต้องส่งตัวผู้ป่วยพร้อมหนังสือ \
                การพิจารณาของคณะอนุกรรมการฟื้นฟูฯ และการติดตามช่วยเหลือหลังจากนั้นอยู่นอกขั้นตอนนี้",
        "Once the program's 90 or 120 days (parameter program_days) plus extensions have \
                passed since the treatment start, the unit may certify the result, once, before \
                or after confirming completion; an open absence does not matter. The certificate \
                is produced and the probation office notified, and the unit has to send the \
                person along with the letter. The subcommittee's decision and the passage to \
                follow-up lie outside this procedure.",
    ),
)
.sources(&[MG_R4])
.parameters(&["program_days"])
.borrowed(&["program_days"]);

pub(crate) static CT_20: Rule = Rule::must(
    "CT-20",
    text("ขยายเวลาบำบัด", "Extend the treatment"),
    text("", ""),
    text(
        "หน่วยบำบัดบันทึกการขยายเวลาบำบัดตามคำวินิจฉัยของคณะอนุกรรมการฟื้นฟูฯ โดยต้องระบุจำนวนวันที่มากกว่า \
                0 และเลขที่อ้างอิงคำวินิจฉัย ระบบแจ้งสำนักงานคุมประพฤติ \
                และจำนวนวันที่ขยายนำไปรวมกับจำนวนวันของโปรแกรม",
        "The unit records an extension ruled by the rehabilitation subcommittee, stating \
                more than 0 days and the reference of the ruling. The probation office is \
                notified, and the days are added to those of the program.",
    ),
)
.sources(&[MG_R5]);

pub(crate) static CT_24: Rule = Rule::decision(
    "CT-24",
    text("ยุติเคสด้วยเหตุอื่น", "End the case for another cause"),
    text("", ""),
    text(
        "สำนักงานคุมประพฤติยุติเคสที่ยังไม่ถึงสถานะสุดท้ายได้เมื่อผู้ป่วยเสียชีวิต ถูกจับ หรือมีการเพิกถอนคำสั่ง \
                โดยระบุวันที่ตั้งแต่วันที่ข้อมูลเข้าระบบครั้งแรกถึงวันนี้ เคสเข้าสู่สถานะสุดท้าย \
                ข้อนี้เป็นข้อกำหนดของไลบรารีเอง โดยเหตุเสียชีวิตและถูกจับเทียบจากข้อยกเว้นของตัวชี้วัดที่ 22",
        "The probation office may end a case that is not yet in a final state because the \
                person died, was arrested, or the order was revoked, on a day from the first \
                entry into the system to today. The state is final. This is the library's own \
                decision; death and arrest follow the exceptions of indicator 22.",
    ),
)
.sources(&[KT_22]);

pub(crate) static CT_21: Rule = Rule::should(
    "CT-21",
    text(
        "ประสานงานเบื้องต้นก่อนกดปุ่ม",
        "Coordinate before pressing the button",
    ),
    text("", ""),
    text(
        "ก่อนขอแก้ไขข้อมูล แจ้งผู้ป่วยไม่มารายงานตัว แจ้งไม่มีหนังสือส่งตัว ขอแก้ไขข้อมูลส่วนที่ 1 \
                ขอเปลี่ยนหน่วยบำบัด แจ้งขาดนัด หรือรับรองผลการบำบัด \
                หน่วยบำบัดควรประสานงานกับสำนักงานคุมประพฤติก่อน หากไม่ได้ระบุว่าประสานงานแล้ว \
                ระบบรับพร้อมคำเตือน เฉพาะการขอแก้ไขข้อมูล คู่มือใช้ทั้งคำว่า “จะต้อง” และ “ควร” \
                จึงตั้งให้เป็นเงื่อนไขบังคับได้ (พารามิเตอร์ coordination_required ค่าตั้งต้นคือไม่บังคับ)",
        "Before requesting a correction, reporting a no-show or a missing letter, \
                requesting a correction of Part 1 or another unit, reporting an absence or \
                certifying a result, the unit should have coordinated with the probation office; \
                where the command does not say so it is accepted with a warning. For the request \
                for correction the manual says “must” in one place and “should” in another, so \
                the policy can make it a condition there (parameter coordination_required, by \
                default not required).",
    ),
)
.sources(&[CM_1, CM_2, CM_3, CM_4, CM_5, MG_R4])
.parameters(&["coordination_required"]);

pub(crate) static CT_22: Rule = Rule::definition(
    "CT-22",
    text(
        "เลยกำหนดมารายงานตัว (อักษรสีแดง)",
        "Overdue to report in (shown in red)",
    ),
    text("", ""),
    text(
        "เคสที่ยังรอรับและข้อมูลเข้าระบบครบ 168 ชั่วโมง (พารามิเตอร์ no_show_hours) \
                แล้วผู้ป่วยยังไม่มารายงานตัว ให้แสดงเป็นอักษรสีแดงว่าเลยกำหนดมารายงานตัว",
        "A case still waiting to be accepted is flagged in red as overdue once 168 hours \
                (parameter no_show_hours) have passed since the data entered the system and the \
                person has not reported in.",
    ),
)
.sources(&[MG_R1])
.parameters(&["no_show_hours"])
.borrowed(&["no_show_hours"]);
