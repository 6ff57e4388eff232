//! EP · Treatment episode and medical follow-up.

use crate::base::documents::KT_22;
use crate::base::rule::Rule;
use crate::base::text::text;

/// The rules, in the order of the rulebook.
pub(crate) const RULES: &[&Rule] = &[&EP_01, &EP_02, &EP_03, &EP_04, &EP_05];

pub(crate) static EP_01: Rule = Rule::must(
    "EP-01",
    text("คัดกรอง", "Screen"),
    text("", ""),
    text(
        "ผู้คัดกรองหรือผู้ใช้งานหน่วยบำบัด (รวมถึงคัดกรองแทนหน่วยอื่น) บันทึกผู้ป่วย วันที่ หน่วยบำบัด \
                ฐานทางกฎหมาย (มาตรา 113 มาตรา 114 คือระบบสมัครใจ หรือระบบบังคับบำบัด) และกลุ่มผู้ใช้ ผู้เสพ \
                หรือผู้ติด กลุ่มนี้ระบุเอง หรือคำนวณจากคะแนนแบบคัดกรอง V2 คือ 0–3 ผู้ใช้ 4–26 ผู้เสพ 27 ขึ้นไป ผู้ติด \
                ต้องมีอย่างใดอย่างหนึ่ง และถ้ามีทั้งสองแต่ต่างกัน ให้ถือกลุ่มที่ระบุเอง อาจระบุระดับพฤติกรรมก้าวร้าว OAS \
                ด้วย คือ เขียว เหลือง (ภายใน 24 ชั่วโมง) ส้ม (ภายใน 2 ชั่วโมง) แดง (ทันที) ช่วงคะแนน V2 \
                และเวลาของ OAS เป็นความรู้ในงาน ไม่ปรากฏในเอกสาร",
        "A screener or a unit's user, also on behalf of another unit, records the person, \
                the day, the unit, the legal basis (sections 113 or 114, the voluntary system, or \
                compulsory) and the severity: user, abuse or dependence. The severity is given, \
                or follows from the score of screening form V2: 0–3 user, 4–26 abuse, 27 and \
                above dependence; one of the two is needed, and where they differ the severity \
                given holds. The aggression level by OAS may be added: normal (green), \
                semi-urgency (yellow, within 24 hours), urgency (orange, within 2 hours), \
                emergency (red, at once). The V2 bands and OAS times are knowledge of the field \
                and not in the source.",
    ),
)
.sources(&[KT_22]);

pub(crate) static EP_02: Rule = Rule::must(
    "EP-02",
    text(
        "เริ่มบำบัด บันทึกการบำบัด และสรุปการบำบัด",
        "Start, record and summarise treatment",
    ),
    text("", ""),
    text(
        "หน่วยบำบัดเริ่มบำบัดโดยระบุรูปแบบการบำบัดและการให้เมทาโดน บันทึกการบำบัดแต่ละครั้ง \
                แล้วสรุปผลเป็นครบโปรแกรม ไม่ครบโปรแกรม ถูกจับ เสียชีวิต หรือเปลี่ยนการรักษา \
                เคสที่คัดกรองแล้วแต่ยังไม่เริ่มบำบัดก็สรุปได้ แต่สรุปว่าครบโปรแกรมไม่ได้ วันที่ต้องเรียงตามลำดับ \
                วันสรุปต้องไม่ก่อนการบำบัดครั้งสุดท้าย และไม่มีวันใดเป็นวันในอนาคต \
                รายชื่อรูปแบบการบำบัดเป็นความรู้ในงาน ไม่ปรากฏในเอกสาร",
        "The unit starts treatment, stating its type and whether methadone is given, \
                records each session, and summarises with an outcome: completed program, \
                incomplete, arrested, deceased or changed treatment. A screened case whose \
                treatment never started may be summarised too, but not as completed. Dates follow \
                in order, the summary is not before the last session, and none lies in the \
                future. The list of treatment types is knowledge of the field and not in the \
                source.",
    ),
)
.sources(&[KT_22]);

pub(crate) static EP_03: Rule = Rule::definition(
    "EP-03",
    text(
        "การติดตามทางการแพทย์หลังสรุปการบำบัด",
        "Medical follow-up after the summary",
    ),
    text("", ""),
    text(
        "นับจากวันที่สรุปการบำบัด กลุ่มผู้ใช้ต้องได้รับการติดตามอย่างน้อย 1 ครั้ง (พารามิเตอร์ user_follow_ups) \
                ภายใน 1 เดือน (พารามิเตอร์ user_follow_up_months) กลุ่มผู้เสพและผู้ติดอย่างน้อย 4 ครั้ง \
                (พารามิเตอร์ follow_ups) ภายใน 12 เดือน คือ 1 ปี (พารามิเตอร์ follow_up_months) \
                นับเฉพาะการติดตามทางการแพทย์ที่พบตัว วันละ 1 ครั้ง และหลังวันสรุป การติดตามทางสังคม การไม่พบตัว \
                หรือการติดตามในวันสรุป บันทึกได้แต่ไม่นับ การติดตามที่นับได้เติมรอบแรกที่ยังว่างตามลำดับวันที่ \
                หากเลยวันสิ้นสุดของรอบแล้วจะไม่เติมรอบนั้น \
                ตัวชี้วัดกำหนดจำนวนครั้งไว้สำหรับระบบสมัครใจในสถานพยาบาลสังกัดกระทรวง การใช้กับทุกเคส การพบตัว \
                และการนับวันละครั้งหลังวันสรุป เป็นข้อกำหนดของไลบรารีเอง",
        "Counted from the summary date, a user needs at least 1 follow-up (parameter \
                user_follow_ups) within 1 month (parameter user_follow_up_months); abuse and \
                dependence need at least 4 (parameter follow_ups) within 12 months, one year \
                (parameter follow_up_months). Only medical follow-ups that found the person \
                count, one a day, after the summary date; a social one, one that did not find the \
                person, or one on the summary date itself is kept and not counted. A counting \
                follow-up fills, by date, the earliest unfilled slot; one after a slot's end does \
                not fill it. The indicator sets the counts for the voluntary system in the \
                Ministry's facilities; that they hold for every episode, and that only one found \
                contact a day after the summary counts, is ours.",
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
    text("วันนัดติดตามที่แนะนำ", "Suggested appointments"),
    text("", ""),
    text(
        "วันนัดที่แนะนำสำหรับกลุ่มผู้ใช้คือ 1 เดือนหลังวันสรุป (พารามิเตอร์ user_follow_up_months) \
                กลุ่มผู้เสพและผู้ติดคือ 3, 6, 9 และ 12 เดือนหลังวันสรุป (พารามิเตอร์ \
                suggested_follow_up_months) เอกสารกำหนดเพียงจำนวนครั้ง \
                วันนัดเหล่านี้เป็นข้อกำหนดของไลบรารีเอง",
        "The suggested appointment of a user is 1 month after the summary (parameter \
                user_follow_up_months), those of abuse and dependence 3, 6, 9 and 12 months after \
                it (parameter suggested_follow_up_months). Only the counts are normative; these \
                dates are the library's own decision.",
    ),
)
.sources(&[KT_22])
.parameters(&["suggested_follow_up_months", "user_follow_up_months"])
.borrowed(&["user_follow_up_months"]);

pub(crate) static EP_05: Rule = Rule::must(
    "EP-05",
    text("ปิดเคสหลังการติดตาม", "Close the episode"),
    text("", ""),
    text(
        "ปิดเคสได้ตั้งแต่ครบ 12 เดือน คือ 1 ปี นับจากวันสรุปการบำบัด (พารามิเตอร์ follow_up_months) \
                หรือทันทีเมื่อผลสรุปเป็นเสียชีวิต หลังการเสียชีวิตไม่มีงานติดตามค้างอยู่",
        "An episode may be closed from 12 months, one year, after the summary (parameter \
                follow_up_months), or at once when the outcome is deceased. Nothing is owed after \
                a death.",
    ),
)
.sources(&[KT_22])
.parameters(&["follow_up_months"])
.borrowed(&["follow_up_months"]);
