//! TM · Time.

use crate::base::documents::{AH_RECORD, CM_5, KT_15, KT_16, KT_22, MG_R1};
use crate::base::rule::Rule;
use crate::base::text::text;

/// The rules, in the order of the rulebook.
pub(crate) const RULES: &[&Rule] = &[&TM_1, &TM_2, &TM_3, &TM_4, &TM_5, &TM_6];

pub(crate) static TM_1: Rule = Rule::decision(
    "TM-1",
    text!("วันที่และเวลาของประเทศไทย", "Thai civil dates and instants"),
    text!(
        "วันที่เป็นวันตามปฏิทินของประเทศไทย (UTC+07:00) และเวลาทุกค่าต้องระบุเขตเวลา",
        "A date is a calendar day in Thailand (UTC+07:00). Every time states its offset.",
    ),
    text!(
        "วันที่หมายถึงวันตามปฏิทินของประเทศไทย (UTC+07:00 ตลอดปี) เวลาทุกค่าต้องระบุเขตเวลา \
         เวลาที่ไม่ระบุเขตเวลาระบบไม่รับ ระบบไม่อ่านนาฬิกาของเครื่อง โปรแกรมที่เรียกใช้เป็นผู้ระบุเวลาปัจจุบัน \
         ข้อนี้ระบบกำหนดเพิ่มเติม ไม่มีในเอกสาร",
        "A date is a calendar day in Thailand (UTC+07:00 all year). Every time states its \
         offset; one without an offset is refused. The system never reads a clock: the calling \
         program states the present time. This rule is added by the system, not in the \
         documents.",
    ),
);

pub(crate) static TM_2: Rule = Rule::definition(
    "TM-2",
    text!(
        "“ครบ N วัน” และ “ภายใน/ไม่เกิน N วัน”",
        "“N full days” and “within N days”",
    ),
    text!(
        "“ครบ N วัน” คือวันเริ่มต้นบวก N วัน ส่วน “ภายใน” หรือ “ไม่เกิน” N วัน นับถึงวันนั้นด้วย เช่น ครบ 14 วัน \
         คือวันที่ 15",
        "“N full days” are reached on the first day plus N, and “within N days” runs through \
         that day. So 14 full days are reached on day 15.",
    ),
    text!(
        "“ครบ N วัน” นับจากวันใด ให้ถือว่าครบในวันนั้นบวก N วัน ส่วน “ภายใน” หรือ “ไม่เกิน” N วัน \
         ให้นับถึงวันนั้นบวก N วัน รวมวันสุดท้ายด้วย เมื่อนับวันเริ่มต้นเป็นวันที่ 1 วันที่ครบ 14 วันจึงเป็นวันที่ 15 \
         ตรงกับที่คู่มือ พ.ศ. 2564 ระบุทั้ง “เมื่อครบ 14 วัน” และ “วันที่ 15”",
        "“N full days” counted from a day are reached on that day plus N. “Within N days” runs \
         through that day plus N, the last day included. With the first day called day 1, the \
         day on which 14 days are complete is therefore day 15, so that “after 14 full days” \
         and “on day 15” in the manual of B.E. 2564 are the same day.",
    ),
)
.sources(&[CM_5]);

pub(crate) static TM_3: Rule = Rule::definition(
    "TM-3",
    text!(
        "นับตั้งแต่วินาทีที่ข้อมูลเข้าระบบ",
        "Counting from the second of entry",
    ),
    text!(
        "7 วันนับตั้งแต่วินาทีที่ข้อมูลเข้าระบบ ครบเมื่อถึง 168 ชั่วโมง ไม่ใช่เมื่อถึงเที่ยงคืน",
        "Seven days from the second the data enters the system are reached 168 hours later, not \
         at midnight.",
    ),
    text!(
        "กำหนด “นับตั้งแต่วินาทีที่ข้อมูลเข้าระบบครบ ๗ วัน” ให้นับเป็นชั่วโมงเต็มจากวินาทีนั้น คือครบเมื่อถึง 168 ชั่วโมง \
         (7 × 24 ชั่วโมง) ไม่ใช่เมื่อถึงเที่ยงคืน",
        "A period counted “from the second the data enters the system” is counted in whole \
         hours from that second: seven days are reached 168 hours (7 × 24 hours) later, not at \
         midnight.",
    ),
)
.sources(&[MG_R1]);

pub(crate) static TM_4: Rule = Rule::decision(
    "TM-4",
    text!("การนับเดือนและปี", "Months and years"),
    text!(
        "เดือนและปีนับตามปฏิทิน หากเดือนปลายทางไม่มีวันที่นั้น ให้ใช้วันสุดท้ายของเดือน",
        "Months and years are counted by the calendar. Where the target month has no such day, \
         its last day is taken.",
    ),
    text!(
        "เดือนและปีนับตามปฏิทิน หากเดือนปลายทางไม่มีวันที่นั้น ให้ใช้วันสุดท้ายของเดือน เช่น 31 มกราคม บวก 1 เดือน \
         เป็น 28 หรือ 29 กุมภาพันธ์ และ 29 กุมภาพันธ์ บวก 1 ปี เป็น 28 กุมภาพันธ์ ข้อนี้ระบบกำหนดเพิ่มเติม \
         ไม่มีในเอกสาร",
        "Months and years are counted by the calendar; where the target month has no such day, \
         its last day is taken: 31 January plus one month is 28 or 29 February, 29 February \
         plus one year is 28 February. This rule is added by the system, not in the documents.",
    ),
);

pub(crate) static TM_5: Rule = Rule::definition(
    "TM-5",
    text!(
        "ปีงบประมาณ ไตรมาส และรอบประเมิน",
        "Fiscal year, quarters and rounds",
    ),
    text!(
        "ปีงบประมาณเริ่ม 1 ตุลาคม สิ้นสุด 30 กันยายน แบ่งเป็น 4 ไตรมาส รอบ 3, 6, 9 และ 12 เดือน \
         สิ้นสุดพร้อมไตรมาส 1 ถึง 4",
        "A fiscal year runs from 1 October to 30 September, in four quarters. The 3-, 6-, 9- \
         and 12-month rounds end with quarters 1 to 4.",
    ),
    text!(
        "ปีงบประมาณเริ่มวันที่ 1 ตุลาคมของปีก่อนหน้า และสิ้นสุดวันที่ 30 กันยายนของปีนั้น ไตรมาส 1 คือตุลาคม–ธันวาคม \
         ไตรมาส 2 มกราคม–มีนาคม ไตรมาส 3 เมษายน–มิถุนายน ไตรมาส 4 กรกฎาคม–กันยายน รอบ 3, 6, 9 และ \
         12 เดือน สิ้นสุดพร้อมไตรมาส 1, 2, 3 และ 4 ตามลำดับ",
        "A fiscal year (named in the Buddhist Era) runs from 1 October of the year before to 30 \
         September of its own year. Quarter 1 is October to December, quarter 2 January to \
         March, quarter 3 April to June, quarter 4 July to September. The 3-, 6-, 9- and \
         12-month rounds end with quarters 1, 2, 3 and 4.",
    ),
)
.sources(&[KT_15, KT_16, KT_22]);

pub(crate) static TM_6: Rule = Rule::decision(
    "TM-6",
    text!("พุทธศักราชและรูปแบบวันที่", "Buddhist Era and date formats"),
    text!(
        "ระบุวันที่เป็น พ.ศ. ได้ เช่น 3/4/2564, 3/4/64 หรือ 3 เม.ย. 2564 ทั้งเลขไทยและเลขอารบิก ส่วน ค.ศ. \
         ใช้ได้เฉพาะรูปแบบ 2021-04-03 และ 20210403",
        "Dates are given in the Buddhist Era, such as 3/4/2564 or 3/4/64, in Thai or Arabic \
         digits. The Common Era stands only in the forms 2021-04-03 and 20210403.",
    ),
    text!(
        "พ.ศ. เท่ากับ ค.ศ. บวก 543 ระบบรับวันที่ทั้งเลขไทยและเลขอารบิก เรียงวัน เดือน ปี พ.ศ. สี่หลักหรือสองหลัก \
         (3/4/64 คือ 3 เมษายน 2564) เดือนเป็นตัวเลขหรือชื่อเดือนไทยแบบเต็มหรือแบบย่อ คั่นด้วยเครื่องหมายทับ ยัติภังค์ จุด \
         หรือเว้นวรรค มีชื่อวันในสัปดาห์ คำว่า “วันที่” “เดือน” “พ.ศ.” หรือ “พุทธศักราช” นำหน้าส่วนนั้นได้ \
         ทั้งไม่ถืออักขระที่มองไม่เห็นและลำดับการพิมพ์สระกับวรรณยุกต์เป็นข้อแตกต่าง ส่วน ค.ศ. รับในรูปแบบ ISO 8601 \
         และ YYYYMMDD ตามมาตรฐาน 43 แฟ้ม ซึ่งถ้าปีตั้งแต่ 2400 ขึ้นไป ระบบไม่รับเพราะเป็น พ.ศ. ส่วนวันที่ที่เรียงวัน เดือน ปี \
         ซึ่งระบุ ค.ศ. หรือปีสี่หลักต่ำกว่า 2400 โดยไม่ระบุ พ.ศ. ระบบไม่รับเพราะเป็น ค.ศ. ระบบแสดงวันที่ได้ทุกรูปแบบนี้ \
         รูปแบบย่อใช้ปีสองหลักเฉพาะ พ.ศ. 2500–2599 นอกนั้นใช้สี่หลัก ปีก่อน พ.ศ. 2400 มีคำว่า พ.ศ. นำหน้า \
         วันที่ที่ระบบแสดงอ่านกลับได้เป็นวันเดียวกันเสมอ ข้อนี้ระบบกำหนดเพิ่มเติม ไม่มีในเอกสาร",
        "A Buddhist Era year is the Common Era year plus 543. Dates are read in Thai or Arabic \
         digits as day, month and year of the Buddhist Era, the year with four or two digits \
         (3/4/64 is 3 April 2564), the month a number or its Thai name in full or abbreviated, \
         parted by strokes, hyphens, dots or spaces; the weekday and the Thai words for day, \
         month and Buddhist Era may stand before their part. Characters that are not seen, and \
         the order in which a vowel and a tone mark were typed, make no difference. The Common \
         Era is read as ISO 8601 and as YYYYMMDD (43-file standard); with a year of 2400 or \
         more these are refused as Buddhist Era. A date of day, month and year is refused as \
         Common Era where it says so, and where a four-digit year below 2400 does not say that \
         it is of the Buddhist Era. All of these can be written. The short form has a year of \
         two digits from 2500 to 2599 of the Buddhist Era, else of four; a year before 2400 \
         stands behind the name of its era. What is written is read again as the same date. \
         This rule is added by the system, not in the documents.",
    ),
)
.sources(&[CM_5, AH_RECORD]);
