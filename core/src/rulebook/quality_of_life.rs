//! QL · Quality of life (คุณภาพชีวิต, WHOQOL-BREF-THAI).

use super::documents::AH_RECORD;
use super::{Force, Rule};
use crate::base::text::Text;

/// The rules, in the order of the rulebook.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "QL-01",
        title: Text {
            th: "แบบประเมินคุณภาพชีวิต 26 ข้อ",
            en: "The 26-item quality-of-life form",
        },
        text: Text {
            th: "แบบ WHOQOL-BREF-THAI มี 26 ข้อ แต่ละข้อตอบ 1 ถึง 5 ข้อ 2, 9 และ 11 เป็นข้อความเชิงลบ \
                จึงให้คะแนนเป็น 6 ลบคำตอบ หากไม่ตอบหรือตอบนอกช่วงถือเป็นข้อผิดพลาดและระบุข้อที่ผิด \
                เอกสารไม่ระบุชื่อแบบประเมิน การใช้แบบนี้เป็นข้อกำหนดของไลบรารีเอง",
            en: "The form WHOQOL-BREF-THAI has 26 items, each answered 1 to 5; items 2, 9 and 11 \
                are worded negatively and score 6 minus the answer. A missing or out-of-range \
                answer is an error that names the item. The source does not name the form; using \
                this one is the library's own decision.",
        },
        force: Force::Decision,
        sources: &[AH_RECORD],
        parameters: &[],
    },
    Rule {
        id: "QL-02",
        title: Text {
            th: "การแปลผลคุณภาพชีวิต",
            en: "Scores and levels of quality of life",
        },
        text: Text {
            th: "คะแนนรวม 26–60 ไม่ดี 61–95 ปานกลาง 96–130 ดี ด้านสุขภาพกาย (ข้อ 2, 3, 4, 10, 11, 12, \
                24) แบ่งที่ 7–16, 17–26, 27–35 ด้านจิตใจ (ข้อ 5, 6, 7, 8, 9, 23) ที่ 6–14, 15–22, 23–30 \
                ด้านสัมพันธภาพทางสังคม (ข้อ 13, 14, 25) ที่ 3–7, 8–11, 12–15 ด้านสิ่งแวดล้อม (ข้อ 15–22) ที่ \
                8–18, 19–29, 30–40 ข้อ 1 และ 26 นับเฉพาะคะแนนรวม เกณฑ์นี้เป็นของแบบประเมิน \
                ไม่ปรากฏในเอกสาร การใช้เกณฑ์นี้เป็นข้อกำหนดของไลบรารีเอง",
            en: "Total: 26–60 poor, 61–95 medium, 96–130 good. In the same order, physical (items \
                2, 3, 4, 10, 11, 12, 24): 7–16, 17–26, 27–35; psychological (5, 6, 7, 8, 9, 23): \
                6–14, 15–22, 23–30; social (13, 14, 25): 3–7, 8–11, 12–15; environment (15–22): \
                8–18, 19–29, 30–40. Items 1 and 26 count in the total only. The bands are those \
                of the form and not in the source; using them is the library's own decision.",
        },
        force: Force::Decision,
        sources: &[AH_RECORD],
        parameters: &[],
    },
];
