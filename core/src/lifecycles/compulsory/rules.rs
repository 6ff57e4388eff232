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
    text!("ส่งต่อผู้ป่วย", "Refer to a treatment unit"),
    text!(
        "สำนักงานคุมประพฤติส่งต่อผู้ป่วยพร้อมข้อมูลส่วนที่ 1 หน่วยบำบัด และเลขรอบ \
         กำหนดมารายงานตัวเริ่มนับจากเวลาที่ส่ง",
        "The probation office sends a person with Part 1, a treatment unit and a round number. \
         The time to report in runs from the moment of sending.",
    ),
    text!(
        "สำนักงานคุมประพฤติส่งต่อผู้ป่วยเข้าระบบ บสต. โดยระบุข้อมูลส่วนที่ 1 ที่ถูกต้อง หน่วยบำบัด และเลขรอบ (ตั้งแต่ 1 \
         ขึ้นไป) เคสจะปรากฏใน “รายการงานที่อยู่ระหว่างส่งต่อ/รอรับ” ของหน่วยบำบัดนั้น \
         เวลาที่ส่งถือเป็นเวลาที่ข้อมูลเข้าระบบ ซึ่งใช้เริ่มนับกำหนดมารายงานตัว การถือเวลาเช่นนี้ระบบกำหนดเพิ่มเติม \
         ไม่มีในเอกสาร",
        "The probation office sends a person into the system with valid Part 1 data, a \
         treatment unit and a round number (1 or more). The case then stands in that unit's \
         list of work being forwarded and waiting to be accepted. The moment of sending is \
         taken as the moment the data enters the system, from which the time to report in runs; \
         that reading is added by the system, not in the documents.",
    ),
)
.sources(&[CM_1, MG_R1]);

pub(crate) static CT_02: Rule = Rule::must(
    "CT-02",
    text!("รับงาน", "Accept"),
    text!(
        "หน่วยบำบัดกดรับงาน แล้วเคสจะย้ายไปอยู่ใน “รายการงานที่รับจากหน่วยงานอื่น”",
        "The treatment unit accepts the case, which moves to the list of work accepted from \
         other agencies.",
    ),
    text!(
        "หน่วยบำบัดที่ได้รับการส่งต่อกดรับงานใน “รายการงานที่อยู่ระหว่างส่งต่อ/รอรับ” แล้วเคสจะย้ายไปอยู่ใน \
         “รายการงานที่รับจากหน่วยงานอื่น”",
        "The treatment unit to which the case was sent accepts it from the list of work being \
         forwarded and waiting to be accepted. The case moves to the list of work accepted from \
         other agencies.",
    ),
)
.sources(&[CM_3]);

pub(crate) static CT_03: Rule = Rule::must(
    "CT-03",
    text!("ขอแก้ไขข้อมูล", "Request correction"),
    text!(
        "เมื่อยังไม่กดรับงาน หากพบข้อมูลผิดพลาดหรือต้องเปลี่ยนหน่วยบำบัด ให้กด “ขอแก้ไขข้อมูล” พร้อมระบุเหตุผล \
         ระบบจะลบเคสออกจากรายการและส่งคืนสำนักงานคุมประพฤติ",
        "Before accepting, a unit that finds wrong data or a need for another unit requests a \
         correction and gives the reason. The case is deleted from its list and goes back to \
         the probation office.",
    ),
    text!(
        "เมื่อยังไม่กดรับงาน หากหน่วยบำบัดพบว่าข้อมูลผู้ป่วยผิดพลาด \
         หรือผู้ป่วยหรือสำนักงานคุมประพฤติต้องการเปลี่ยนหน่วยบำบัด ให้กด “ขอแก้ไขข้อมูล” พร้อมระบุเหตุผล \
         ระบบจะลบข้อมูลของเลขรอบนั้นออกจากรายการของหน่วยบำบัด ส่งคืนสำนักงานคุมประพฤติ \
         และแสดงในรายงานการขอแก้ไขข้อมูล ทั้งสองหน่วยงานควรประสานงานกันก่อน \
         และอาจกำหนดให้เป็นเงื่อนไขบังคับได้ตามข้อ CT-21 (ค่าตั้งต้นไม่บังคับ)",
        "Before accepting, a unit that finds wrong data, or learns that the person or the \
         probation office wants another unit, requests a correction and gives the reason. The \
         unit's copy of that round is deleted, the case goes back to the probation office, and \
         it is listed in the correction report. The two agencies should have coordinated first; \
         under CT-21 that can be made a condition (by default not required).",
    ),
)
.sources(&[CM_1])
.parameters(&["coordination_required"])
.borrowed(&["coordination_required"]);

pub(crate) static CT_04: Rule = Rule::must(
    "CT-04",
    text!("ส่งข้อมูลที่ถูกต้องกลับมาอีกครั้ง", "Send the case again"),
    text!(
        "สำนักงานคุมประพฤติแก้ไขข้อมูลส่วนที่ 1 แล้วส่งกลับมาที่หน่วยบำบัดเดิมหรือหน่วยบำบัดใหม่ \
         กำหนดมารายงานตัวเริ่มนับใหม่",
        "The probation office corrects Part 1 and sends the case again, to the same unit or to \
         another. The time to report in starts anew.",
    ),
    text!(
        "สำนักงานคุมประพฤติแก้ไขข้อมูลส่วนที่ 1 ของเคสที่ถูกส่งคืนให้ถูกต้อง แล้วส่งกลับมาที่ระบบ บสต. อีกครั้ง \
         โดยจะกำหนดหน่วยบำบัดเดิมหรือหน่วยบำบัดใหม่ก็ได้ เคสกลับมาอยู่ใน “รายการงานที่อยู่ระหว่างส่งต่อ/รอรับ” \
         และเริ่มนับเวลาที่ข้อมูลเข้าระบบใหม่",
        "The probation office corrects the Part 1 data of a returned case and sends it again, \
         to the same unit or to another. The case is back in the list of work being forwarded \
         and waiting to be accepted, and the time since entry starts anew.",
    ),
)
.sources(&[CM_1]);

pub(crate) static CT_05: Rule = Rule::must(
    "CT-05",
    text!("ผู้ป่วยไม่มารายงานตัว", "Report a no-show"),
    text!(
        "เมื่อผู้ป่วยไม่มารายงานตัวครบ 7 วัน (168 ชั่วโมง) นับตั้งแต่วินาทีที่ข้อมูลเข้าระบบ \
         หน่วยบำบัดต้องแจ้งสำนักงานคุมประพฤติ กดก่อนครบกำหนดไม่ได้",
        "Once 7 days (168 hours) have passed since the data entered the system and the person \
         has not reported in, the unit has to tell the probation office. It cannot do so \
         earlier.",
    ),
    text!(
        "เมื่อยังไม่กดรับงาน หากผู้ป่วยไม่มารายงานตัวนับตั้งแต่วินาทีที่ข้อมูลเข้าระบบครบ 7 วัน (168 ชั่วโมง) \
         หน่วยบำบัดต้องแจ้งสำนักงานคุมประพฤติโดยกดปุ่มนี้ และพิมพ์หนังสือแจ้งเสนอผู้บริหารลงนามส่งได้ทันที \
         กดก่อนครบกำหนดไม่ได้ และกดได้ครั้งเดียวต่อการส่งเข้าระบบหนึ่งครั้ง",
        "Before acceptance, once 7 days (168 hours) have passed since the second the data \
         entered the system and the person has not reported in, the unit has to tell the \
         probation office with this button; the letter can be printed for signature at once. It \
         cannot be pressed earlier, and only once for each entry.",
    ),
)
.sources(&[CM_2, MG_R1])
.parameters(&["no_show_hours"]);

pub(crate) static CT_06: Rule = Rule::must(
    "CT-06",
    text!("บันทึกการมารายงานตัว", "Record the report-in"),
    text!(
        "บันทึกวันที่ผู้ป่วยมารายงานตัว และระบุว่ามีหนังสือส่งตัวหรือไม่ วันที่ต้องตั้งแต่วันที่ข้อมูลเข้าระบบถึงวันนี้ \
         บันทึกได้ครั้งเดียวต่อการส่งเข้าระบบหนึ่งครั้ง",
        "Record the day on which the person reported in, from the entry to today, and whether a \
         referral letter came. It is recorded once for each entry.",
    ),
    text!(
        "หน่วยบำบัดบันทึกวันที่ผู้ป่วยมารายงานตัว และระบุว่ามีหนังสือส่งตัวที่ผู้ป่วยนำมาเอง หนังสือที่ส่งมาตามระบบสารบรรณ \
         ทั้งสองทาง หรือไม่มี วันที่ต้องตั้งแต่วันที่ข้อมูลเข้าระบบครั้งปัจจุบันถึงวันนี้ \
         บันทึกได้ครั้งเดียวต่อการส่งเข้าระบบหนึ่งครั้ง และไม่บันทึกการมารายงานตัวของการส่งเข้าระบบครั้งก่อนอีก \
         จึงบันทึกได้เฉพาะหน่วยบำบัดของการส่งเข้าระบบครั้งปัจจุบัน หน่วยบำบัดเดิมบันทึกไม่ได้",
        "The unit records the day on which the person reported in and whether a referral letter \
         came: carried by the person, by official correspondence, both, or neither. The day \
         lies between the present entry into the system and today. It is recorded once for each \
         entry; a report-in of an earlier entry is no longer recorded, so only the unit of the \
         present entry may record one, a former unit may not.",
    ),
)
.sources(&[MG_R2]);

pub(crate) static CT_06B: Rule = Rule::decision(
    "CT-06b",
    text!(
        "บันทึกการได้รับหนังสือส่งตัวภายหลัง",
        "Record a letter that comes later",
    ),
    text!(
        "หนังสือส่งตัวที่มาถึงหลังการมารายงานตัว ให้บันทึกวันที่ได้รับและช่องทาง \
         วันที่ต้องไม่ก่อนวันที่มารายงานตัวและไม่เกินวันนี้",
        "A referral letter that arrives after the report-in is recorded with its day and its \
         route. The day is not before the report-in and not after today.",
    ),
    text!(
        "เมื่อหนังสือส่งตัวมาถึงหลังการมารายงานตัว หน่วยบำบัดบันทึกวันที่ได้รับและช่องทาง (ผู้ป่วยนำมาเอง \
         หรือส่งมาตามระบบสารบรรณ) วันที่ต้องไม่ก่อนวันที่มารายงานตัวและไม่เกินวันนี้ \
         บันทึกได้เฉพาะหน่วยบำบัดของการส่งเข้าระบบครั้งปัจจุบัน ข้อนี้ระบบกำหนดเพิ่มเติม \
         ไม่มีในเอกสาร",
        "When the referral letter arrives after the person has reported in, the unit records \
         the day and the route, carried by the person or by official correspondence. The day is \
         not before the report-in and not after today. Only the unit of the present entry may \
         record it. This rule is added by the system, not in \
         the documents.",
    ),
)
.sources(&[MG_R2]);

pub(crate) static CT_07: Rule = Rule::must(
    "CT-07",
    text!("ไม่มีหนังสือส่งตัว", "Report a missing referral letter"),
    text!(
        "เมื่อยังไม่กดรับงาน หากผู้ป่วยมารายงานตัวแต่ไม่มีหนังสือส่งตัว ให้แจ้งสำนักงานคุมประพฤติด้วยปุ่มนี้ \
         หนังสือที่มาทางใดทางหนึ่งถือว่ามีหนังสือแล้ว",
        "Before acceptance, when the person has reported in without a referral letter, the unit \
         tells the probation office. A letter by either route counts as having come.",
    ),
    text!(
        "เมื่อยังไม่กดรับงาน หากผู้ป่วยมารายงานตัวแล้วแต่ไม่มีหนังสือส่งตัว \
         หน่วยบำบัดแจ้งสำนักงานคุมประพฤติได้ครั้งเดียวต่อการส่งเข้าระบบหนึ่งครั้ง ปุ่มนี้เป็นรายการเดียวกับ \
         “ไม่ได้รับเอกสารส่งตัว” ตามแนวทาง พ.ศ. 2563 หนังสือที่มาทางใดทางหนึ่ง \
         คือผู้ป่วยนำมาเองหรือส่งมาตามระบบสารบรรณ ระบบถือว่ามีหนังสือแล้ว เพราะถ้อยคำในแนวทางที่ว่า \
         “ให้ถือว่าไม่มีหนังสือมา” ขัดกับประโยคก่อนหน้าและน่าจะพิมพ์คลาดเคลื่อน อาจกำหนดให้ถือตามตัวอักษร \
         คือต้องมีหนังสือมาทั้งสองทางก็ได้",
        "Before acceptance, when the person has reported in but the referral letter has not \
         come, the unit tells the probation office, once for each entry. The button for a \
         referral document not received in the guideline of B.E. 2563 is the same act. A letter \
         by either route, carried by the person or by official correspondence, counts as having \
         come, since the guideline's sentence that a letter by one route is no letter \
         contradicts the sentence before it and is most likely a slip. The literal reading, a \
         letter by both routes, can be chosen instead.",
    ),
)
.sources(&[CM_2, MG_R2])
.parameters(&["letter_rule"]);

pub(crate) static CT_08: Rule = Rule::must(
    "CT-08",
    text!("ขอแก้ไขข้อมูลส่วนที่ 1", "Request a correction of Part 1"),
    text!(
        "เมื่อกดรับงานแล้ว หากพบข้อมูลส่วนที่ 1 ผิดพลาด ให้กด “ขอแก้ไขข้อมูลส่วนที่ 1” \
         และแจ้งข้อมูลล่าสุดแก่สำนักงานคุมประพฤติ เคสยังอยู่ที่หน่วยบำบัด",
        "After acceptance, a unit that finds an error in Part 1 asks the probation office to \
         correct it and tells it the latest data. The case stays with the unit.",
    ),
    text!(
        "เมื่อกดรับงานแล้ว หากพบว่าข้อมูลส่วนที่ 1 ผิดพลาด หน่วยบำบัดกด “ขอแก้ไขข้อมูลส่วนที่ 1” \
         และต้องแจ้งข้อมูลล่าสุดแก่สำนักงานคุมประพฤติ เคสยังอยู่ที่หน่วยบำบัดและแสดงในรายงานการขอแก้ไขข้อมูล \
         ยื่นคำขอซ้ำไม่ได้ขณะที่คำขอเดิมยังรอดำเนินการ",
        "After acceptance, a unit that finds an error in Part 1 asks the probation office to \
         correct it and has to tell it the latest data. The case stays with the unit and is \
         listed in the correction report. No second request is made while one is open.",
    ),
)
.sources(&[CM_3]);

pub(crate) static CT_09: Rule = Rule::must(
    "CT-09",
    text!("แก้ไขข้อมูลส่วนที่ 1", "Correct Part 1"),
    text!(
        "เฉพาะสำนักงานคุมประพฤติแก้ไขข้อมูลส่วนที่ 1 ได้ เมื่อมีคำขอที่รอดำเนินการ แก้ไขแล้วคำขอเป็นอันสิ้นสุด",
        "Only the probation office corrects Part 1, while a request for it is open. The request \
         is then closed.",
    ),
    text!(
        "เมื่อมีคำขอแก้ไขข้อมูลส่วนที่ 1 ที่รอดำเนินการ สำนักงานคุมประพฤติแก้ไขข้อมูลเข้ามาที่ระบบ บสต. \
         และคำขอเป็นอันสิ้นสุด เฉพาะสำนักงานคุมประพฤติแก้ไขข้อมูลส่วนที่ 1 ได้ เพื่อป้องกันการปรับปรุงข้อมูลซ้ำซ้อน \
         เว้นแต่ข้อมูลที่หน่วยบำบัดปรับปรุงได้เมื่อบำบัดครบแล้วตามข้อ CT-18",
        "While a request for correcting Part 1 is open, the probation office corrects the data \
         and the request is closed. Only the probation office edits Part 1, so that no data is \
         updated twice; the one exception is what a unit may update at completion (CT-18).",
    ),
)
.sources(&[CM_3]);

pub(crate) static CT_09B: Rule = Rule::decision(
    "CT-09b",
    text!("ไม่รับคำขอ", "Decline a request"),
    text!(
        "สำนักงานคุมประพฤติอาจไม่รับคำขอที่รอดำเนินการ โดยระบุเหตุผล คำขอเป็นอันสิ้นสุดและเคสยังอยู่ที่หน่วยบำบัดเดิม",
        "The probation office may decline an open request and gives the reason. The request is \
         closed and the case stays where it is.",
    ),
    text!(
        "สำนักงานคุมประพฤติอาจไม่รับคำขอแก้ไขข้อมูลส่วนที่ 1 หรือคำขอเปลี่ยนหน่วยบำบัดที่รอดำเนินการ \
         โดยระบุคำขอและเหตุผล คำขอนั้นเป็นอันสิ้นสุด และเคสยังอยู่ที่หน่วยบำบัดเดิม ข้อนี้ระบบกำหนดเพิ่มเติม \
         ไม่มีในเอกสาร",
        "The probation office may decline an open request for a correction of Part 1 or for \
         another unit, naming the request and the reason. The request is closed and the case \
         stays where it is. This rule is added by the system, not in the documents.",
    ),
)
.sources(&[CM_3, CM_4]);

pub(crate) static CT_10: Rule = Rule::must(
    "CT-10",
    text!("ขอเปลี่ยนหน่วยบำบัด", "Request another treatment unit"),
    text!(
        "เมื่อกดรับงานและบันทึกการบำบัดแล้วอย่างน้อย 1 ครั้ง หากผู้ป่วยต้องการไปบำบัดที่อื่น \
         ให้แจ้งสำนักงานคุมประพฤติด้วยปุ่มนี้",
        "After acceptance and at least 1 treatment record, a unit whose patient wants to be \
         treated elsewhere tells the probation office with this button.",
    ),
    text!(
        "เมื่อกดรับงานและบันทึกการบำบัดของเคสนี้แล้วอย่างน้อย 1 ครั้ง หากผู้ป่วยต้องการไปบำบัดที่อื่น \
         หน่วยบำบัดแจ้งสำนักงานคุมประพฤติด้วยปุ่มนี้ ยื่นคำขอซ้ำไม่ได้ขณะที่คำขอเดิมยังรอดำเนินการ",
        "After acceptance and at least 1 treatment record of this case, a unit whose patient \
         wants to be treated elsewhere tells the probation office with this button. No second \
         request is made while one is open.",
    ),
)
.sources(&[CM_4]);

pub(crate) static CT_11: Rule = Rule::must(
    "CT-11",
    text!("กำหนดหน่วยบำบัดใหม่", "Assign another treatment unit"),
    text!(
        "เมื่อมีคำขอเปลี่ยนหน่วยบำบัดที่รอดำเนินการ เฉพาะสำนักงานคุมประพฤติเป็นผู้กำหนดหน่วยบำบัดใหม่ \
         กำหนดไม่ได้ขณะผู้ป่วยอยู่ระหว่างขาดนัด",
        "While a request for another unit is open, only the probation office assigns the new \
         unit. It cannot do so during an absence.",
    ),
    text!(
        "เมื่อมีคำขอเปลี่ยนหน่วยบำบัดที่รอดำเนินการ เฉพาะสำนักงานคุมประพฤติเป็นผู้กำหนดหน่วยบำบัดใหม่ \
         ซึ่งต้องไม่ใช่หน่วยบำบัดเดิม หน่วยบำบัดส่งเคสของสำนักงานคุมประพฤติไปที่อื่นเองไม่ได้ \
         เคสจะรอรับที่หน่วยบำบัดใหม่และเริ่มนับเวลาที่ข้อมูลเข้าระบบใหม่ โดยวันที่เริ่มบำบัด โปรแกรม เวลาที่ขยาย \
         และบันทึกการบำบัดติดไปกับเคส กำหนดหน่วยบำบัดใหม่ไม่ได้ขณะผู้ป่วยอยู่ระหว่างขาดนัด ส่วนคำขอแก้ไขข้อมูลส่วนที่ 1 \
         ที่รอดำเนินการยังคงรอดำเนินการต่อไป",
        "While a request for another unit is open, only the probation office assigns the new \
         unit, which must differ from the present one; a unit cannot forward a probation case \
         itself. The case waits to be accepted at the new unit and the time since entry starts \
         anew, while the treatment start, program, extensions and treatment records stay with \
         it. An open absence stands in the way; an open request about Part 1 stays open.",
    ),
)
.sources(&[CM_4]);

pub(crate) static CT_12: Rule = Rule::must(
    "CT-12",
    text!("บันทึกการบำบัด", "Record a treatment"),
    text!(
        "บันทึกวันที่บำบัด ตั้งแต่วันที่ข้อมูลเข้าระบบครั้งแรกถึงวันนี้ หากเคสยังไม่มีระยะเวลาโปรแกรม ต้องระบุ 90 \
         หรือ 120 วัน",
        "Record the day of the treatment, from the first entry into the system to today. \
         While the case has no program days the record states them, 90 or 120.",
    ),
    text!(
        "หน่วยบำบัดบันทึกวันที่บำบัด ซึ่งต้องไม่เป็นวันในอนาคตและไม่ก่อนวันที่ข้อมูลเข้าระบบครั้งแรก \
         วันที่เร็วที่สุดถือเป็นวันที่เริ่มบำบัด หากเคสยังไม่มีระยะเวลาโปรแกรม (การบำบัดที่บันทึกครั้งแรก \
         หรือเมื่อถอนรายการที่ระบุไว้แล้ว) ต้องระบุ 90 หรือ 120 วัน เมื่อมีแล้วระบุซ้ำไม่ได้ หากวันที่บำบัดก่อนวันที่กดรับงานครั้งล่าสุด หรือบันทึกขณะผู้ป่วยอยู่ระหว่างขาดนัด \
         ระบบรับพร้อมคำเตือน",
        "The unit records the day of a treatment, not in the future and not before the first \
         entry into the system. The earliest day recorded is the treatment start. While the case \
         has no program days (at first, and where the record that stated them was withdrawn) \
         they have to be given, 90 or 120, and not again once it has them. A day before the latest acceptance, or a record made while an absence is \
         open, is accepted with a warning.",
    ),
)
.sources(&[CM_4, MG_R4])
.parameters(&["program_days"]);

pub(crate) static CT_13: Rule = Rule::must(
    "CT-13",
    text!("บันทึกการขาดนัด", "Record a missed appointment"),
    text!(
        "บันทึกวันที่ผู้ป่วยขาดนัด ซึ่งต้องไม่ก่อนวันที่เริ่มบำบัดและไม่เกินวันนี้ บันทึกซ้ำไม่ได้จนกว่าผู้ป่วยจะกลับมาบำบัด",
        "Record the day on which the person did not come, from the treatment start to today. It \
         is not recorded again until the person has come back.",
    ),
    text!(
        "หน่วยบำบัดบันทึกวันที่ผู้ป่วยขาดนัด ซึ่งต้องไม่เป็นวันในอนาคตและไม่ก่อนวันที่เริ่มบำบัด หรือถ้ายังไม่เริ่มบำบัด \
         ต้องไม่ก่อนวันที่กดรับงานครั้งล่าสุด นับแต่วันนั้นผู้ป่วยอยู่ระหว่างขาดนัด จึงบันทึกซ้ำไม่ได้จนกว่าผู้ป่วยจะกลับมาบำบัด \
         แนวทาง พ.ศ. 2563 ให้ใช้เมื่อผู้ป่วยรับการบำบัดแล้ว หากยังไม่เริ่มบำบัด ระบบรับพร้อมคำเตือน \
         เพื่อให้หน่วยบำบัดยังดำเนินการต่อได้ หากมีการบำบัดหลังวันที่ขาดนัด ระบบรับพร้อมคำเตือนเช่นกัน \
         เพราะผู้ป่วยกลับมาแล้ว การขาดนัดที่หน่วยบำบัดเดิมบันทึก หรือก่อนวันที่กดรับงานครั้งล่าสุด \
         ระบบเก็บไว้โดยไม่ถือว่าผู้ป่วยอยู่ระหว่างขาดนัด เพราะรับงานผู้ป่วยหลังจากนั้นแล้ว \
         และบันทึกได้แม้ผู้ป่วยอยู่ระหว่างขาดนัด",
        "The unit records the day on which the person did not come, not in the future and not \
         before the treatment start or, before any treatment, the latest acceptance. From that \
         day an absence is open, so it is not recorded again until the person has come back. \
         The guideline of B.E. 2563 speaks of persons in treatment; if treatment has not \
         started the record is accepted with a warning, so that the unit is not left without a \
         way out. It is also warned where a treatment lies after the missed day, since the \
         person came back. A missed day that a former unit records, or one before the latest \
         acceptance, is kept and opens no absence, since the person was accepted after it; an \
         open absence does not stand in its way.",
    ),
)
.sources(&[CM_5, MG_R3]);

pub(crate) static CT_14: Rule = Rule::should(
    "CT-14",
    text!("บันทึกการติดตามผู้ป่วย", "Record a trace"),
    text!(
        "ติดตามครั้งที่ 1 ไม่เกิน 7 วัน และครั้งที่ 2 ไม่เกิน 14 วันนับจากวันที่ขาดนัด โดยห่างกันอย่างน้อย 7 วัน \
         พร้อมระบุหลักฐาน หากไม่เป็นตามนี้ระบบรับพร้อมคำเตือน",
        "The first trace is made within 7 days and the second within 14 days of the missed day, \
         at least 7 days apart, each with its evidence. Otherwise it is accepted with a \
         warning.",
    ),
    text!(
        "ขณะผู้ป่วยอยู่ระหว่างขาดนัด หน่วยบำบัดบันทึกวันที่ติดตามและหลักฐาน วันที่ต้องตั้งแต่วันที่ขาดนัดถึงวันนี้ \
         จะบันทึกครั้งใดก่อนก็ได้ ระบบเรียงตามวันที่และนับวันละ 1 ครั้ง ครั้งที่ 1 ควรไม่เกิน 7 วันนับจากวันที่ขาดนัด ครั้งที่ \
         2 ควรไม่เกิน 14 วันนับจากวันที่ขาดนัด และห่างจากครั้งที่ 1 อย่างน้อย 7 วัน ครั้งต่อไปไม่กำหนด \
         หากไม่เป็นตามนี้ระบบรับพร้อมคำเตือน โดยพิจารณาเฉพาะวันที่ติดตาม ไม่พิจารณาวันที่บันทึก คู่มือ พ.ศ. 2564 \
         กำหนดเป็นเงื่อนไขว่า “ต้อง” ระบบถือเป็น “ควร” เพราะการติดตามที่ล่าช้าแล้วแก้ไขไม่ได้ \
         วันที่ที่ไม่อยู่ในช่วงขาดนัดปัจจุบัน แต่อยู่ในช่วงขาดนัดก่อนหน้าของเคสนี้ (วันที่ขาดนัดถึงวันที่กลับมาบำบัด) \
         ระบบบันทึกไว้กับช่วงนั้นพร้อมคำเตือน หากใช้หลักเกณฑ์ตามแนวทาง พ.ศ. 2563 การติดตามครั้งที่ 1 ก่อนครบ 7 \
         วันจากวันที่ขาดนัด หรือครั้งที่ 2 ก่อนครบ 7 วันจากครั้งที่ 1 ระบบรับพร้อมคำเตือนแต่ไม่นับ และไม่ใช้กำหนด \
         “ไม่เกิน”",
        "While an absence is open, the unit records the day of each trace and its evidence, on \
         a day from the missed day to today. Traces may be recorded in any order, are placed by \
         date, and one a day counts. The first should be within 7 days of the missed day; the \
         second within 14 days of the missed day and at least 7 days after the first; later \
         ones are free. A trace that departs from this is accepted with a warning, which looks \
         only at the day of the trace, not at the day of recording. The manual of B.E. 2564 \
         makes it a condition (“must”); the system takes it as “should”, because a late trace \
         cannot be undone. A day outside the present absence but within an earlier one of this \
         case (missed day to return) is recorded for that one, with a warning. Under the \
         guideline of B.E. 2563 a first trace before 7 days since the missed day, or a second \
         before 7 days since the first, is accepted with a warning but does not count, and the \
         limits “within” do not apply.",
    ),
)
.sources(&[CM_5, MG_R3])
.parameters(&["first_trace_days", "second_trace_days", "trace_gap_days"]);

pub(crate) static CT_15: Rule = Rule::decision(
    "CT-15",
    text!("บันทึกการกลับมาบำบัด", "Record the return to treatment"),
    text!(
        "เมื่อผู้ป่วยที่ขาดนัดกลับมาบำบัด ให้บันทึกวันที่กลับมา ซึ่งต้องตั้งแต่วันที่ขาดนัดถึงวันนี้ การขาดนัดนั้นเป็นอันสิ้นสุด",
        "When an absent person comes back, record the day, from the missed day to today. The \
         absence is then closed.",
    ),
    text!(
        "เมื่อผู้ป่วยที่ขาดนัดกลับมาบำบัด หน่วยบำบัดบันทึกวันที่กลับมา ซึ่งต้องตั้งแต่วันที่ขาดนัดถึงวันนี้ การขาดนัดนั้นเป็นอันสิ้นสุด \
         ข้อนี้ระบบกำหนดเพิ่มเติม ไม่มีในเอกสาร",
        "When a person who missed an appointment comes back, the unit records the day, from the \
         missed day to today, and the absence is closed. This rule is added by the system, not \
         in the documents.",
    ),
)
.sources(&[CM_5]);

pub(crate) static CT_16: Rule = Rule::must(
    "CT-16",
    text!("ผู้ป่วยขาดนัดระหว่างบำบัด", "Report an absence during treatment"),
    text!(
        "แจ้งสำนักงานคุมประพฤติได้เมื่อผู้ป่วยขาดนัดครบ 14 วัน (วันที่ 15) และติดตามแล้ว 2 ครั้ง \
         การขาดนัดครั้งหนึ่งแจ้งได้ครั้งเดียว",
        "The probation office may be notified once 14 full days (day 15) have passed since the \
         missed day and 2 traces were made. Each absence is reported once.",
    ),
    text!(
        "ตามคู่มือ พ.ศ. 2564 ซึ่งเป็นค่าตั้งต้น หน่วยบำบัดแจ้งสำนักงานคุมประพฤติต้นทางได้เมื่อผู้ป่วยขาดนัดครบ 14 วัน \
         คือวันที่ 15 และมีการติดตามที่นับได้ครบ 2 ครั้ง การขาดนัดครั้งหนึ่งแจ้งได้ครั้งเดียว \
         ระบบออกหนังสือแจ้งและแสดงข้อความสีแดงพร้อมวันที่แจ้ง หากใช้หลักเกณฑ์ตามแนวทาง พ.ศ. 2563 \
         เมื่อมีการติดตามที่นับได้ครบ 2 ครั้งก็แจ้งได้โดยไม่ต้องรอครบ 14 วัน หากมีการบำบัดหลังวันที่ขาดนัด \
         ระบบรับพร้อมคำเตือนให้บันทึกการกลับมาบำบัด (ข้อ CT-15)",
        "Under the manual of B.E. 2564, the default, the unit may notify the probation office \
         that sent the case once 14 full days have passed since the missed day, which is day \
         15, and 2 traces that count are recorded; each absence is reported once. The letter is \
         produced, and a red text with the date of notification is shown. Under the guideline \
         of B.E. 2563 the 2 counting traces are enough, without waiting for the 14 days. Where a \
         treatment lies after the missed day it is accepted with a warning: the person came \
         back, record the return (CT-15).",
    ),
)
.sources(&[CM_5, MG_R3])
.parameters(&["absence_report_days", "traces_required"])
.profiled();

pub(crate) static CT_17: Rule = Rule::must(
    "CT-17",
    text!("จำหน่าย (Drop out)", "Drop out"),
    text!(
        "จำหน่าย (Drop out) ได้เมื่อผู้ป่วยยังขาดนัดอยู่และครบ 45 วันนับจากวันที่แจ้งการขาดนัด \
         จำหน่ายแล้วเป็นสถานะสุดท้าย",
        "A person who is still absent may be dropped out once 45 full days have passed since \
         the absence was reported. Dropped out is final.",
    ),
    text!(
        "หน่วยบำบัดจำหน่ายผู้ป่วยที่ยังอยู่ระหว่างขาดนัดและได้แจ้งการขาดนัดแล้ว ได้เมื่อครบ 45 วัน คู่มือ พ.ศ. 2564 \
         ให้นับจากวันที่แจ้งในที่หนึ่ง และนับจากวันที่ผู้ป่วยไม่กลับมาบำบัดในอีกที่หนึ่ง ค่าตั้งต้นนับจากวันที่แจ้ง \
         ซึ่งเป็นไปตามทั้งสองแห่ง และอาจกำหนดให้นับจากวันที่ขาดนัดได้ หากมีการบำบัดหลังวันที่ขาดนัด \
         ระบบรับพร้อมคำเตือนให้บันทึกการกลับมาบำบัด (ข้อ CT-15) เมื่อจำหน่ายแล้วเป็นสถานะสุดท้าย",
        "The unit may drop out a person whose absence is open and has been reported, once 45 \
         full days have passed. The manual of B.E. 2564 counts them from the notification in \
         one place and from the day the person stopped coming in another; by default they run \
         from the notification, which satisfies both, and the missed day can be chosen instead. \
         Where a treatment lies after the missed day it is accepted with a warning: the person \
         came back, record the return (CT-15). Dropped out is final.",
    ),
)
.sources(&[CM_5])
.parameters(&["drop_out_days", "drop_out_anchor"]);

pub(crate) static CT_18: Rule = Rule::must(
    "CT-18",
    text!("ยืนยัน (บำบัดครบแล้ว)", "Confirm completion"),
    text!(
        "เมื่อบำบัดครบโปรแกรมแล้ว ให้กดยืนยันโดยระบุวันที่บำบัดครบ และปรับปรุงข้อมูลส่วนที่ 1 ให้เป็นปัจจุบัน \
         ผู้ป่วยต้องไม่อยู่ระหว่างขาดนัด",
        "When the program is done, confirm completion with its day and bring Part 1 up to date. \
         The person must not be absent.",
    ),
    text!(
        "เมื่อผู้ป่วยบำบัดครบโปรแกรม หน่วยบำบัดกดยืนยันโดยระบุวันที่บำบัดครบ (ตั้งแต่วันที่เริ่มบำบัดถึงวันนี้) \
         ต้องมีบันทึกการบำบัดแล้ว และผู้ป่วยต้องไม่อยู่ระหว่างขาดนัด ระยะเวลาโปรแกรม 90 หรือ 120 \
         วันรวมเวลาที่ขยายควรครบในวันนั้น หากไม่ครบระบบรับพร้อมคำเตือน เพราะคู่มือ พ.ศ. 2564 \
         ไม่ได้กำหนดจำนวนวัน หากเคสไม่มีระยะเวลาโปรแกรมก็รับพร้อมคำเตือนเช่นกัน หน่วยบำบัดปรับปรุงที่อยู่ หมายเลขโทรศัพท์ รายได้ สถานภาพ และอาชีพให้เป็นปัจจุบันได้ \
         (อาชีพระบบกำหนดเพิ่มเติม ไม่มีในเอกสาร) ระบบส่งข้อมูลการบำบัดของรอบนั้นและข้อมูลส่วนที่ 1 \
         ทั้งหมดที่ปรับปรุงแล้วให้สำนักงานคุมประพฤติ และเคสเป็นสถานะสุดท้าย",
        "When the program is done, the unit confirms completion with its day, from the \
         treatment start to today; a treatment must be on record and no absence may be open. \
         The program's 90 or 120 days plus extensions should have passed by that day; if not, \
         it is accepted with a warning, since the manual of B.E. 2564 names no number of days; \
         so it is where the case has no program days. \
         The unit may bring address, phone, income, marital status and occupation up to date \
         (occupation is added by the system, not in the documents). The probation office \
         receives the treatment data of the round and the whole updated Part 1, and the state \
         is final.",
    ),
)
.sources(&[CM_6])
.parameters(&["program_days"])
.borrowed(&["program_days"]);

pub(crate) static CT_19: Rule = Rule::must(
    "CT-19",
    text!("รับรองผลการบำบัด", "Certify the result of treatment"),
    text!(
        "รับรองผลได้เมื่อบำบัดครบ 90 หรือ 120 วันตามโปรแกรมรวมเวลาที่ขยาย นับจากวันที่เริ่มบำบัด \
         และต้องส่งตัวผู้ป่วยพร้อมหนังสือให้สำนักงานคุมประพฤติ",
        "The result may be certified once the program's 90 or 120 days plus extensions have \
         passed since the treatment start. The unit sends the person with the letter to the \
         probation office.",
    ),
    text!(
        "เมื่อผู้ป่วยผ่านการบำบัดครบ 90 หรือ 120 วันตามโปรแกรมรวมเวลาที่ขยาย นับจากวันที่เริ่มบำบัด \
         หน่วยบำบัดรับรองผลการบำบัดได้ครั้งเดียว จะก่อนหรือหลังกดยืนยันก็ได้ และรับรองได้แม้ผู้ป่วยอยู่ระหว่างขาดนัด \
         แต่เคสต้องมีระยะเวลาโปรแกรม \
         ระบบออกหนังสือรับรองผลการบำบัดและแจ้งสำนักงานคุมประพฤติ \
         หน่วยบำบัดต้องส่งตัวผู้ป่วยพร้อมหนังสือให้สำนักงานคุมประพฤติ การพิจารณาผลการบำบัดของคณะอนุกรรมการฟื้นฟูฯ \
         และการติดตามช่วยเหลือหลังจากนั้นอยู่นอกกระบวนงานนี้",
        "Once the program's 90 or 120 days plus extensions have passed since the treatment \
         start, the unit may certify the result, once, before or after confirming completion; \
         an open absence does not matter, but the case has to have its program days. The certificate is produced and the probation office \
         notified, and the unit has to send the person with the letter to the probation office. \
         The subcommittee's decision and the passage to follow-up lie outside this procedure.",
    ),
)
.sources(&[MG_R4])
.parameters(&["program_days"])
.borrowed(&["program_days"]);

pub(crate) static CT_20: Rule = Rule::must(
    "CT-20",
    text!("ขยายเวลาบำบัด", "Extend the treatment"),
    text!(
        "ขยายเวลาบำบัดตามคำวินิจฉัยของคณะอนุกรรมการฟื้นฟูฯ โดยระบุจำนวนวันที่ขยาย (1 ถึง 3,660 วัน) \
         และคำวินิจฉัย",
        "The treatment is extended as the rehabilitation subcommittee ruled. State the days (1 \
         to 3,660) and the ruling.",
    ),
    text!(
        "หน่วยบำบัดบันทึกการขยายเวลาบำบัดตามคำวินิจฉัยของคณะอนุกรรมการฟื้นฟูฯ โดยต้องระบุจำนวนวันที่ขยาย (1 ถึง \
         3,660 วัน) และอ้างอิงคำวินิจฉัย วันสิ้นสุดโปรแกรมต้องไม่เกินปี พ.ศ. 2942 ซึ่งเป็นปีสุดท้ายที่ระบบรองรับ ระบบแจ้งสำนักงานคุมประพฤติ \
         และนำจำนวนวันที่ขยายไปรวมกับระยะเวลาโปรแกรม จำนวนวันสูงสุดระบบกำหนดเพิ่มเติม ไม่มีในเอกสาร",
        "The unit records an extension ruled by the rehabilitation subcommittee, stating the \
         days (1 to 3,660) and the reference of the ruling. The program's end has to lie within the \
         calendar, which ends with the year 2399. The probation office is notified, \
         and the days are added to those of the program. The greatest number of days is added \
         by the system, not in the documents.",
    ),
)
.sources(&[MG_R5]);

pub(crate) static CT_24: Rule = Rule::decision(
    "CT-24",
    text!("ยุติเคสด้วยเหตุอื่น", "End the case for another cause"),
    text!(
        "สำนักงานคุมประพฤติยุติเคสได้เมื่อผู้ป่วยเสียชีวิต ถูกจับ คำสั่งถูกเพิกถอน หรือเคสบันทึกผิด ยุติแล้วเป็นสถานะสุดท้าย",
        "The probation office may end a case because the person died, was arrested, the order \
         was revoked, or the case was entered in error. Ended is final.",
    ),
    text!(
        "สำนักงานคุมประพฤติยุติเคสที่ยังไม่ถึงสถานะสุดท้ายได้ เมื่อผู้ป่วยเสียชีวิต ถูกจับ คำสั่งถูกเพิกถอน \
         หรือเคสบันทึกผิด (บันทึกซ้ำ ผิดคน หรือผิดหน่วยบำบัด) โดยระบุวันที่ตั้งแต่วันที่ข้อมูลเข้าระบบครั้งแรกถึงวันนี้ \
         กรณีบันทึกซ้ำระบุรหัสของอีกเคสหนึ่งได้ และผลของเคสที่บันทึกผิดเป็นไปตามข้อ GE-09 \
         เคสเป็นสถานะสุดท้าย ข้อนี้ระบบกำหนดเพิ่มเติม ไม่มีในเอกสาร \
         โดยเหตุเสียชีวิตและถูกจับเทียบจากข้อยกเว้นของตัวชี้วัดที่ 22",
        "The probation office may end a case that is not yet in a final state because the \
         person died, was arrested, the order was revoked, or the case was entered in error (a \
         double, the wrong person or unit), on a day from the first entry into the system to \
         today. Of a double the id of the other case may be given, and what follows of a case \
         entered in error is said in GE-09. The state is final. This rule is added by the system, not in \
         the documents; death and arrest follow the exceptions of indicator 22.",
    ),
)
.sources(&[KT_22]);

pub(crate) static CT_21: Rule = Rule::should(
    "CT-21",
    text!(
        "ประสานงานเบื้องต้นก่อนกดปุ่ม",
        "Coordinate before pressing the button",
    ),
    text!(
        "ควรประสานงานกับสำนักงานคุมประพฤติเพื่อทราบข้อมูลเบื้องต้นก่อนกดปุ่ม หากไม่ระบุว่าประสานงานแล้ว \
         ระบบรับพร้อมคำเตือน",
        "The unit should coordinate with the probation office before pressing the button. Where \
         it does not say so, the act is accepted with a warning.",
    ),
    text!(
        "ก่อนขอแก้ไขข้อมูล แจ้งผู้ป่วยไม่มารายงานตัว แจ้งไม่มีหนังสือส่งตัว ขอแก้ไขข้อมูลส่วนที่ 1 ขอเปลี่ยนหน่วยบำบัด \
         แจ้งผู้ป่วยขาดนัดระหว่างบำบัด หรือรับรองผลการบำบัด \
         หน่วยบำบัดควรประสานงานกับสำนักงานคุมประพฤติเพื่อทราบข้อมูลเบื้องต้นก่อน หากไม่ระบุว่าประสานงานแล้ว \
         ระบบรับพร้อมคำเตือน เฉพาะการขอแก้ไขข้อมูล คู่มือ พ.ศ. 2564 ใช้ทั้งคำว่า “จะต้อง” และ “ควร” \
         จึงอาจกำหนดให้เป็นเงื่อนไขบังคับได้ (ค่าตั้งต้นไม่บังคับ)",
        "Before requesting a correction, reporting a no-show or a missing letter, requesting a \
         correction of Part 1 or another unit, reporting an absence or certifying a result, the \
         unit should have coordinated with the probation office; where it does not say so, the \
         act is accepted with a warning. For the request for correction the manual of B.E. 2564 \
         says “must” in one place and “should” in another, so it can be made a condition there \
         (by default not required).",
    ),
)
.sources(&[CM_1, CM_2, CM_3, CM_4, CM_5, MG_R4])
.parameters(&["coordination_required"]);

pub(crate) static CT_22: Rule = Rule::definition(
    "CT-22",
    text!(
        "เลยกำหนดมารายงานตัว (อักษรสีแดง)",
        "Overdue to report in (shown in red)",
    ),
    text!(
        "เมื่อข้อมูลเข้าระบบครบ 7 วัน (168 ชั่วโมง) แล้วผู้ป่วยยังไม่มารายงานตัว \
         ให้แสดงเคสที่ยังไม่กดรับงานเป็นอักษรสีแดง",
        "A case not yet accepted is shown in red once 7 days (168 hours) have passed since the \
         data entered the system and the person has not reported in.",
    ),
    text!(
        "เคสที่ยังไม่กดรับงาน เมื่อข้อมูลเข้าระบบครบ 7 วัน (168 ชั่วโมง) แล้วผู้ป่วยยังไม่มารายงานตัว \
         ให้แสดงเป็นอักษรสีแดงว่าเลยกำหนดมารายงานตัว",
        "A case still waiting to be accepted is shown in red as overdue once 7 days (168 hours) \
         have passed since the data entered the system and the person has not reported in.",
    ),
)
.sources(&[MG_R1])
.parameters(&["no_show_hours"])
.borrowed(&["no_show_hours"]);
