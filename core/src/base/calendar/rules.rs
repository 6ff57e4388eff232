//! TM · Time.

use crate::base::documents::{AH_RECORD, CM_5, KT_15, KT_16, KT_22, MG_R1};
use crate::base::rule::Rule;
use crate::base::text::text;

/// The rules, in the order of the rulebook.
pub(crate) const RULES: &[&Rule] = &[&TM_1, &TM_2, &TM_3, &TM_4, &TM_5, &TM_6];

pub(crate) static TM_1: Rule = Rule::decision(
    "TM-1",
    text("วันและเวลาของประเทศไทย", "Thai civil dates and instants"),
    text("", ""),
    text(
        "วันที่หมายถึงวันตามปฏิทินของประเทศไทย (UTC+07:00 ตลอดปี) เวลาทุกค่าต้องระบุเขตเวลา \
                เวลาที่ไม่ระบุเขตเวลาจะไม่รับ ไลบรารีไม่อ่านนาฬิกาของเครื่อง ผู้เรียกใช้เป็นผู้ส่งเวลาปัจจุบัน \
                ข้อนี้เป็นข้อกำหนดของไลบรารีเอง",
        "A date is a calendar day in Thailand (UTC+07:00 all year). An instant always \
                carries its offset; one without an offset is rejected. The library never reads a \
                clock: the caller passes the present time. This is the library's own decision.",
    ),
);

pub(crate) static TM_2: Rule = Rule::definition(
    "TM-2",
    text(
        "“ครบ N วัน” และ “ภายใน/ไม่เกิน N วัน”",
        "“N full days” and “within N days”",
    ),
    text("", ""),
    text(
        "“ครบ N วัน” นับจากวันใด ให้ถือว่าครบในวันนั้นบวก N วัน ส่วน “ภายใน” หรือ “ไม่เกิน” N วัน \
                ให้นับถึงวันนั้นบวก N วัน รวมวันสุดท้ายด้วย ดังนั้นเมื่อนับวันเริ่มต้นเป็นวันที่ 1 วันที่ครบ 14 วันจึงเป็นวันที่ 15 \
                ตรงกับที่คู่มือระบุทั้ง “เมื่อครบ 14 วัน” และ “วันที่ 15”",
        "“N full days” counted from a day are reached on that day plus N. “Within N days” \
                runs through that day plus N, the last day included. With the first day called \
                day 1, the day on which 14 days are complete is therefore day 15, so that the \
                manual's “after 14 full days” and “on day 15” are the same day.",
    ),
)
.sources(&[CM_5]);

pub(crate) static TM_3: Rule = Rule::definition(
    "TM-3",
    text(
        "นับตั้งแต่วินาทีที่ข้อมูลเข้าระบบ",
        "Counting from the second of entry",
    ),
    text("", ""),
    text(
        "กำหนดที่นับ “ตั้งแต่วินาทีที่ข้อมูลเข้าระบบครบ ๗ วัน” ให้นับเป็นชั่วโมงเต็มจากเวลานั้น คือครบเมื่อพ้น 7 × \
                24 ชั่วโมง ไม่ใช่เมื่อถึงเที่ยงคืน",
        "A period counted “from the second the data enters the system” is counted in whole \
                hours from that instant: seven days are reached 7 × 24 hours later, not at \
                midnight.",
    ),
)
.sources(&[MG_R1]);

pub(crate) static TM_4: Rule = Rule::decision(
    "TM-4",
    text("การนับเดือนและปี", "Months and years"),
    text("", ""),
    text(
        "เดือนและปีนับตามปฏิทิน หากเดือนปลายทางไม่มีวันที่นั้นให้ใช้วันสุดท้ายของเดือน เช่น 31 มกราคม บวก 1 \
                เดือน เป็น 28 หรือ 29 กุมภาพันธ์ และ 29 กุมภาพันธ์ บวก 1 ปี เป็น 28 กุมภาพันธ์ \
                ข้อนี้เป็นข้อกำหนดของไลบรารีเอง",
        "Months and years are counted by the calendar; where the target month has no such \
                day, its last day is taken: 31 January plus one month is 28 or 29 February, 29 \
                February plus one year is 28 February. This is the library's own decision.",
    ),
);

pub(crate) static TM_5: Rule = Rule::definition(
    "TM-5",
    text(
        "ปีงบประมาณ ไตรมาส และรอบประเมิน",
        "Fiscal year, quarters and rounds",
    ),
    text("", ""),
    text(
        "ปีงบประมาณเริ่มวันที่ 1 ตุลาคมของปีก่อนหน้าและสิ้นสุดวันที่ 30 กันยายนของปีนั้น ไตรมาส 1 \
                คือตุลาคม–ธันวาคม ไตรมาส 2 มกราคม–มีนาคม ไตรมาส 3 เมษายน–มิถุนายน ไตรมาส 4 \
                กรกฎาคม–กันยายน รอบ 3, 6, 9 และ 12 เดือน สิ้นสุดพร้อมไตรมาส 1, 2, 3 และ 4 ตามลำดับ",
        "A fiscal year (named in the Buddhist Era) runs from 1 October of the year before \
                to 30 September of its own year. Quarter 1 is October to December, quarter 2 \
                January to March, quarter 3 April to June, quarter 4 July to September. The 3-, \
                6-, 9- and 12-month rounds end with quarters 1, 2, 3 and 4.",
    ),
)
.sources(&[KT_15, KT_16, KT_22]);

pub(crate) static TM_6: Rule = Rule::decision(
    "TM-6",
    text("พุทธศักราชและรูปแบบวันที่", "Buddhist Era and date formats"),
    text("", ""),
    text(
        "พุทธศักราชเท่ากับคริสต์ศักราชบวก 543 รับวันที่ได้ทั้งเลขไทยและเลขอารบิก ในรูป วัน/เดือน/ปี พ.ศ. \
                สี่หลักหรือสองหลัก (3/4/64 คือ 3 เมษายน 2564) ชื่อเดือนไทยแบบเต็มหรือย่อ รูปแบบ ISO 8601 เป็น \
                ค.ศ. และ YYYYMMDD เป็น ค.ศ. ตามมาตรฐาน 43 แฟ้ม และแสดงผลได้ทุกรูปแบบนี้ วันที่รูป ISO ที่ปีตั้งแต่ \
                2400 ขึ้นไปจะไม่รับเพราะเป็น พ.ศ. ส่วนวันที่แบบขีดทับหรือชื่อเดือนไทยที่ปีสี่หลักต่ำกว่า 2400 \
                จะไม่รับเพราะเป็น ค.ศ. ข้อนี้เป็นข้อกำหนดของไลบรารีเอง",
        "A Buddhist Era year is the Common Era year plus 543. Dates are read in Thai or \
                Arabic digits as day/month/year of the Buddhist Era with four or two digits \
                (3/4/64 is 3 April 2564), with Thai month names in full or abbreviated, as ISO \
                8601 in the Common Era, and as YYYYMMDD in the Common Era (43-file standard); all \
                of these can be written too. An ISO-shaped date with a year of 2400 or more is \
                rejected as Buddhist Era, and a slash or Thai-month date with a four-digit year \
                below 2400 is rejected as Common Era. This is the library's own decision.",
    ),
)
.sources(&[CM_5, AH_RECORD]);
