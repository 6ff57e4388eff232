//! EP · Treatment episode and medical follow-up.

use crate::base::documents::KT_22;
use crate::base::rule::Rule;
use crate::base::text::text;

/// The rules, in the order of the rulebook.
pub(crate) const RULES: &[&Rule] = &[&EP_01, &EP_02, &EP_03, &EP_04, &EP_05, &EP_06];

pub(crate) static EP_01: Rule = Rule::must(
    "EP-01",
    text!("คัดกรอง", "Screen"),
    text!(
        "บันทึกผู้รับการคัดกรอง วันที่ หน่วยบำบัด และฐานทางกฎหมาย กลุ่มผู้ป่วยให้ระบุเองหรือใช้คะแนนแบบคัดกรอง V2 \
         (0–3 ผู้ใช้ 4–26 ผู้เสพ 27 ขึ้นไป ผู้ติด)",
        "Record the person, the day, the unit and the legal basis. The severity is given or \
         follows from the score of form V2 (0–3 user, 4–26 abuse, 27 and above dependence).",
    ),
    text!(
        "ผู้ใช้งานของศูนย์คัดกรองหรือหน่วยบำบัด (รวมถึงคัดกรองแทนหน่วยบำบัดอื่น) บันทึกผู้รับการคัดกรอง วันที่คัดกรอง \
         หน่วยบำบัด ฐานทางกฎหมาย (ระบบสมัครใจตามมาตรา 113 หรือ 114 แห่งประมวลกฎหมายยาเสพติด \
         หรือระบบบังคับบำบัด) และกลุ่มผู้ป่วย (ผู้ใช้ ผู้เสพ หรือผู้ติด) กลุ่มผู้ป่วยให้ระบุเอง \
         หรือคำนวณจากคะแนนแบบคัดกรอง V2 คือ 0–3 ผู้ใช้ 4–26 ผู้เสพ 27 ขึ้นไป ผู้ติด ต้องมีอย่างใดอย่างหนึ่ง \
         หากมีทั้งสองอย่างแต่ไม่ตรงกัน ระบบใช้กลุ่มที่ระบุพร้อมคำเตือน อาจระบุระดับความรุนแรง (ประเมินด้วย OAS) ด้วย \
         คือ สีเขียว สีเหลือง (ภายใน 24 ชั่วโมง) สีส้ม (ภายใน 2 ชั่วโมง) และสีแดง (ทันที) ช่วงคะแนน V2 \
         และเวลาของ OAS เป็นเกณฑ์ที่ใช้ในทางปฏิบัติ ไม่มีในเอกสาร",
        "A user of a screening centre or of a treatment unit, also on behalf of another unit, \
         records the person, the day, the unit, the legal basis (the voluntary system under \
         section 113 or 114 of the Narcotics Code, or compulsory treatment) and the severity \
         (user, abuse or dependence). The severity is given, or follows from the score of \
         screening form V2: 0–3 user, 4–26 abuse, 27 and above dependence; one of the two is \
         needed, and where they differ the severity given holds, with a warning. The aggression \
         level by OAS may be added: green, yellow (within 24 hours), orange (within 2 hours) \
         and red (at once). The V2 bands and OAS times are those used in practice, not in the \
         documents.",
    ),
)
.sources(&[KT_22]);

pub(crate) static EP_02: Rule = Rule::must(
    "EP-02",
    text!(
        "เริ่มบำบัด บันทึกการบำบัด และสรุปผลการบำบัด",
        "Start, record and summarise treatment",
    ),
    text!(
        "ระบุรูปแบบการบำบัดเมื่อเริ่มบำบัด บันทึกการบำบัดแต่ละครั้ง แล้วสรุปผลการบำบัด \
         วันที่ต้องเรียงตามลำดับและไม่เป็นวันในอนาคต",
        "State the type of treatment at its start, record each session, then summarise with an \
         outcome. Dates follow in order and none lies in the future.",
    ),
    text!(
        "หน่วยบำบัดเริ่มบำบัดโดยระบุรูปแบบการบำบัดและการให้เมทาโดน บันทึกการบำบัดแต่ละครั้ง \
         แล้วสรุปผลการบำบัดว่าครบโปรแกรม ไม่ครบโปรแกรม ถูกจับ เสียชีวิต หรือเปลี่ยนการรักษา \
         เคสที่คัดกรองแล้วแต่ยังไม่เริ่มบำบัดก็สรุปผลได้ แต่สรุปว่าครบโปรแกรมไม่ได้ วันที่ต้องเรียงตามลำดับ \
         วันที่สรุปผลการบำบัดต้องไม่ก่อนการบำบัดครั้งสุดท้าย และไม่มีวันใดเป็นวันในอนาคต \
         รูปแบบการบำบัดเป็นไปตามที่ใช้ในทางปฏิบัติ ไม่มีในเอกสาร",
        "The unit starts treatment, stating its type and whether methadone is given, records \
         each session, and summarises with an outcome: completed program, incomplete, arrested, \
         deceased or changed treatment. A screened case whose treatment never started may be \
         summarised too, but not as completed. Dates follow in order, the summary is not before \
         the last session, and none lies in the future. The list of treatment types is that \
         used in practice, not in the documents.",
    ),
)
.sources(&[KT_22]);

pub(crate) static EP_03: Rule = Rule::definition(
    "EP-03",
    text!(
        "การติดตามทางการแพทย์หลังสรุปผลการบำบัด",
        "Medical follow-up after the summary",
    ),
    text!(
        "นับจากวันที่สรุปผลการบำบัด กลุ่มผู้ใช้ติดตามอย่างน้อย 1 ครั้งภายใน 1 เดือน กลุ่มผู้เสพและผู้ติดอย่างน้อย 4 \
         ครั้งภายใน 1 ปี นับเฉพาะที่พบตัว",
        "From the summary date, a user is followed up at least 1 time within 1 month, abuse and \
         dependence at least 4 times within 1 year. Only contacts that found the person count.",
    ),
    text!(
        "นับจากวันที่สรุปผลการบำบัด กลุ่มผู้ใช้ต้องได้รับการติดตามทางการแพทย์อย่างน้อย 1 ครั้งภายใน 1 เดือน \
         กลุ่มผู้เสพและผู้ติดอย่างน้อย 4 ครั้งภายใน 1 ปี (12 เดือน) นับเฉพาะการติดตามทางการแพทย์ที่พบตัว วันละ 1 \
         ครั้ง และหลังวันที่สรุปผลการบำบัด การติดตามทางสังคม การติดตามที่ไม่พบตัว และการติดตามในวันที่สรุปผลการบำบัด \
         บันทึกได้แต่ไม่นับ การติดตามที่นับได้ ให้นับเข้ารอบแรกที่ยังไม่ได้ติดตามตามลำดับวันที่ หากเลยวันสิ้นสุดของรอบใดแล้ว \
         ไม่นับเข้ารอบนั้น เคสที่สรุปผลโดยยังไม่เริ่มบำบัดไม่ต้องติดตาม (ตัวชี้วัดที่ 22 ไม่นับ) ตัวชี้วัดที่ 22 กำหนดจำนวนครั้งไว้สำหรับระบบสมัครใจในสถานพยาบาลยาเสพติด \
         สังกัดกระทรวงสาธารณสุข การใช้กับทุกเคส การนับเฉพาะที่พบตัว และการนับวันละ 1 ครั้งหลังวันที่สรุปผลการบำบัด \
         ระบบกำหนดเพิ่มเติม ไม่มีในเอกสาร",
        "Counted from the summary date, a user needs at least 1 medical follow-up within 1 \
         month; abuse and dependence need at least 4 within 1 year (12 months). Only medical \
         follow-ups that found the person count, one a day, after the summary date; a social \
         one, one that did not find the person, or one on the summary date itself is kept and \
         not counted. A follow-up that counts is taken, by date, for the first slot not yet \
         served; one after a slot's end does not serve it. A case summarised before treatment \
         started owes none, as indicator 22 leaves it out. Indicator 22 sets the counts for the \
         voluntary system in drug-treatment facilities of the Ministry of Public Health; that \
         they hold for every case, and that only one found contact a day after the summary \
         counts, is added by the system, not in the documents.",
    ),
)
.sources(&[KT_22])
.parameters(&[
    "user_follow_ups",
    "user_follow_up_months",
    "follow_ups",
    "follow_up_months",
]);

pub(crate) static EP_04: Rule = Rule::decision(
    "EP-04",
    text!("วันนัดติดตามที่แนะนำ", "Suggested appointments"),
    text!(
        "วันนัดที่แนะนำของกลุ่มผู้ใช้คือ 1 เดือน กลุ่มผู้เสพและผู้ติดคือ 3, 6, 9 และ 12 เดือนหลังวันที่สรุปผลการบำบัด",
        "The suggested appointment of a user is 1 month after the summary, those of abuse and \
         dependence 3, 6, 9 and 12 months after it.",
    ),
    text!(
        "วันนัดติดตามที่แนะนำสำหรับกลุ่มผู้ใช้คือ 1 เดือนหลังวันที่สรุปผลการบำบัด กลุ่มผู้เสพและผู้ติดคือ 3, 6, 9 และ 12 \
         เดือนหลังวันที่สรุปผลการบำบัด เอกสารกำหนดเพียงจำนวนครั้ง วันนัดเหล่านี้ระบบกำหนดเพิ่มเติม ไม่มีในเอกสาร",
        "The suggested appointment of a user is 1 month after the summary, those of abuse and \
         dependence 3, 6, 9 and 12 months after it. The documents set only the counts; these \
         dates are added by the system, not in the documents.",
    ),
)
.sources(&[KT_22])
.parameters(&["suggested_follow_up_months", "user_follow_up_months"])
.borrowed(&["user_follow_up_months"]);

pub(crate) static EP_05: Rule = Rule::must(
    "EP-05",
    text!("ปิดเคสหลังการติดตาม", "Close the case after follow-up"),
    text!(
        "ปิดเคสได้ตั้งแต่ครบ 1 ปี (12 เดือน) นับจากวันที่สรุปผลการบำบัด หรือทันทีเมื่อผลสรุปเป็นเสียชีวิตหรือยังไม่เคยเริ่มบำบัด",
        "The case may be closed from 1 year (12 months) after the summary, or at once when the \
         outcome is deceased or treatment never started.",
    ),
    text!(
        "ปิดเคสได้ตั้งแต่ครบ 1 ปี (12 เดือน) นับจากวันที่สรุปผลการบำบัด หรือทันทีเมื่อผลสรุปเป็นเสียชีวิต \
         หรือสรุปผลโดยยังไม่เริ่มบำบัด หลังการเสียชีวิตไม่มีงานติดตามที่ต้องทำ",
        "The case may be closed from 1 year (12 months) after the summary, or at once when the \
         outcome is deceased or treatment never started. Nothing is owed after a death.",
    ),
)
.sources(&[KT_22])
.parameters(&["follow_up_months"])
.borrowed(&["follow_up_months"]);

pub(crate) static EP_06: Rule = Rule::decision(
    "EP-06",
    text!("ยกเลิกเคสที่บันทึกผิด", "Cancel a case entered in error"),
    text!(
        "หน่วยบำบัดของเคสยกเลิกได้เมื่อบันทึกผิด เช่น บันทึกซ้ำหรือผิดคน โดยระบุเหตุผล ยกเลิกแล้วเป็นสถานะสุดท้าย",
        "The unit of the case may cancel it where it was entered in error, a double or of the wrong person, \
         with the reason. Cancelled is final.",
    ),
    text!(
        "หน่วยบำบัดของเคสยกเลิกสิ่งที่บันทึกผิด (บันทึกซ้ำ หรือผิดคน) ได้ก่อนปิดเคส \
         โดยระบุเหตุผล และกรณีบันทึกซ้ำระบุรหัสของอีกเคสหนึ่งได้ ผลเป็นไปตามข้อ GE-09 เมื่อยกเลิกแล้วเป็นสถานะสุดท้าย \
         ข้อนี้ระบบกำหนดเพิ่มเติม ไม่มีในเอกสาร",
        "The unit of the case may cancel what was entered in error, a double or of the wrong person, until it is closed. \
         A reason is given and, of a double, the id of the other case; what follows \
         is said in GE-09. Cancelled is final. This rule is added by the system, not in the \
         documents.",
    ),
);
