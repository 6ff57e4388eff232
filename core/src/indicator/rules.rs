//! KP · Indicators (ตัวชี้วัด).

use crate::base::documents::{KT_15, KT_16, KT_22};
use crate::base::rule::Rule;
use crate::base::text::text;

/// The rules, in the order of the rulebook.
pub(crate) const RULES: &[&Rule] = &[&KP_15, &KP_16, &KP_22];

pub(crate) static KP_15: Rule = Rule::definition(
    "KP-15",
    text("อัตราการฆ่าตัวตายสำเร็จ", "Suicide rate"),
    text("", ""),
    text(
        "อัตราคือ A หารด้วย B คูณ 100,000 สะสมตั้งแต่ 1 ตุลาคม ไม่ปรับเป็นรายปี A คือผู้ฆ่าตัวตายสำเร็จ \
                (X60–X84) ตามสถานที่เสียชีวิตจาก รง 506S version 11 จังหวัดที่มีปัญหาการรายงาน \
                หรือมีจำนวนต่ำกว่าทะเบียนราษฎรในรอบนั้น ใช้จำนวนจากทะเบียนราษฎรแทน เขตและประเทศรวมจากจังหวัด \
                การตายที่ไม่ทราบสถานที่นับเฉพาะระดับประเทศและเลือกแหล่งข้อมูลเสมือนหนึ่งจังหวัด โดยไม่ตัดรายการซ้ำ B \
                คือประชากรปลายปีก่อนสำหรับไตรมาส 2 และประชากรกลางปีสำหรับไตรมาส 3 และ 4 ส่วนไตรมาส 1 \
                ผู้เรียกใช้ต้องระบุประชากรเอง พื้นที่ที่ขาดจำนวนประชากรของจังหวัดใด และการขอผลรายหน่วยบริการ \
                ถือเป็นข้อผิดพลาด เป้าหมายต่อแสนคนคือไม่เกิน 7.8, 7.8 และ 7.5 ในปีงบประมาณ 2568–2570 และรอบ \
                6 เดือนของปี 2568 ไม่เกิน 5.0",
        "The rate is A divided by B times 100,000, cumulative from 1 October and not \
                annualised. A counts completed suicides (X60–X84) by place of death from \
                surveillance form 506S version 11; a province with reporting trouble, or with \
                fewer than the civil registry in the period, uses the registry instead; regions \
                and the country add their provinces, a death without a known place counts for the \
                country only (its source chosen as for one province), and nothing is \
                de-duplicated. B is the population at the end of the previous calendar year for \
                quarter 2 and the mid-year population for quarters 3 and 4; for quarter 1 the \
                caller names the population. An area that lacks the population of any of its \
                provinces, and a result by facility, are errors. Targets per 100,000: at most \
                7.8, 7.8 and 7.5 in fiscal years 2568 to 2570, and at most 5.0 in the 6-month \
                round of 2568.",
    ),
)
.sources(&[KT_15]);

pub(crate) static KP_16: Rule = Rule::definition(
    "KP-16",
    text(
        "ร้อยละของผู้ป่วย SMI-V ที่ได้รับการดูแลต่อเนื่องจนไม่ก่อความรุนแรงซ้ำ",
        "SMI-V persons in continuous care without repeated violence",
    ),
    text("", ""),
    text(
        "ร้อยละคือ A หารด้วย B คูณ 100 B คือผู้ป่วย SMI-V ที่ได้รับการดูแลต่อเนื่อง คือติดตามครบทุกปีที่สิ้นสุดแล้ว \
                (4 ครั้งในปีที่ 1 พารามิเตอร์ smiv_first_year และ 2 ครั้งในปีต่อไป พารามิเตอร์ \
                smiv_later_years) และในปีที่ยังไม่สิ้นสุดได้ติดตามไม่น้อยกว่าจำนวนช่วงที่สิ้นสุดแล้วถึงสิ้นรอบ \
                หากยังไม่มีช่วงใดสิ้นสุดถือว่าอยู่ใน B (พารามิเตอร์ smiv_running_year ค่าตั้งต้น pro_rata) ส่วนค่า \
                completed_years พิจารณาเฉพาะปีที่สิ้นสุดแล้วและไม่นับผู้ที่ยังไม่มีปีใดสิ้นสุด A คือผู้ใน B \
                ที่ไม่ก่อความรุนแรงซ้ำตั้งแต่ 1 ตุลาคมถึงสิ้นรอบ (พารามิเตอร์ smiv_repeat_window ค่าตั้งต้น \
                fiscal_year) หรือตั้งแต่วันตั้งต้นเมื่อใช้ค่า since_index ข้อมูลหลังวันเสียชีวิตแรกสุดไม่นับ \
                วันตั้งต้นหลังวันเสียชีวิตไม่ทำให้เป็นผู้ป่วย SMI-V และไม่นับผู้ที่เสียชีวิตก่อนวันที่ 1 ตุลาคม เป้าหมายร้อยละ \
                85, 87 และ 89 ในปีงบประมาณ 2568–2570 และรอบ 3, 6, 9, 12 เดือนของปี 2568 ร้อยละ 55, \
                65, 75, 85",
        "The percentage is A divided by B times 100. B counts SMI-V persons in continuous \
                care: followed up as owed in every completed patient-year (4 in year 1, parameter \
                smiv_first_year; 2 later, parameter smiv_later_years) and, in the running year, \
                at least once for each of its parts complete by the end of the period; with none \
                complete the person is in B (parameter smiv_running_year, default pro_rata). The \
                value completed_years judges completed years only and leaves out persons without \
                one. A counts those of B without repeated violence from 1 October through the end \
                of the period (parameter smiv_repeat_window, default fiscal_year) or, with \
                since_index, since the index date; rows after the earliest recorded death count \
                for nothing, an index date after it makes no SMI-V person, and a person who died \
                before 1 October is not counted. Targets: 85, 87 and 89 percent in fiscal years \
                2568 to 2570; 55, 65, 75 and 85 percent in the four rounds of 2568.",
    ),
)
.sources(&[KT_16])
.parameters(&[
    "smiv_first_year",
    "smiv_later_years",
    "smiv_running_year",
    "smiv_repeat_window",
])
.borrowed(&["smiv_first_year", "smiv_later_years"]);

pub(crate) static KP_22: Rule = Rule::definition(
    "KP-22",
    text(
        "ร้อยละของผู้ป่วยยาเสพติดที่ได้รับการดูแลต่อเนื่องจนถึงการติดตาม (Retention Rate)",
        "Retention rate",
    ),
    text("", ""),
    text(
        "ร้อยละคือ A หารด้วย B คูณ 100 เฉพาะระบบสมัครใจ (มาตรา 113 และ 114) \
                ในสถานพยาบาลสังกัดกระทรวงสาธารณสุข B คือการบำบัดที่ครบ 1 ปีหลังวันสรุปภายในรอบประเมิน \
                หักรายที่ไม่เคยเริ่มบำบัด ถูกจับ เสียชีวิต เปลี่ยนการรักษา และบำบัดด้วยเมทาโดน ตามลำดับ \
                รายละหนึ่งเหตุผล รายที่ครบโปรแกรมแล้วเสียชีวิตภายหลังยังนับอยู่ A คือรายใน B \
                ที่ครบโปรแกรมและได้รับการติดตามครบตามข้อ EP-03 (ผู้ใช้ 1 ครั้ง พารามิเตอร์ user_follow_ups \
                ภายใน 1 เดือน พารามิเตอร์ user_follow_up_months ผู้เสพและผู้ติด 4 ครั้ง พารามิเตอร์ \
                follow_ups ภายใน 12 เดือน พารามิเตอร์ follow_up_months) เป้าหมายร้อยละ 70, 70, 72 และ \
                72 ในปีงบประมาณ 2568–2571 และร้อยละ 70 ทุกรอบของปี 2568 ตัวชี้วัดนับเป็นผู้ป่วย \
                การนับเป็นการบำบัดแต่ละครั้งและการหักรายที่ไม่เคยเริ่มบำบัดเป็นข้อกำหนดของไลบรารีเอง",
        "The percentage is A divided by B times 100, for the voluntary system (sections \
                113 and 114) in facilities of the Ministry of Public Health. B counts episodes \
                whose summary date plus one year falls in the period, less those that never \
                started treatment, then those arrested, deceased or with changed treatment, then \
                those on methadone, one reason each in that order; a completed episode followed \
                by a death stays. A counts those of B that completed the program and met EP-03: a \
                user 1 follow-up (parameter user_follow_ups) within 1 month (parameter \
                user_follow_up_months), abuse and dependence 4 (parameter follow_ups) within 12 \
                months (parameter follow_up_months). Targets: 70, 70, 72 and 72 percent in fiscal \
                years 2568 to 2571, and 70 percent in each round of 2568. The source counts \
                patients; that we count episodes, and drop those never started, is ours.",
    ),
)
.sources(&[KT_22])
.parameters(&[
    "user_follow_ups",
    "user_follow_up_months",
    "follow_ups",
    "follow_up_months",
])
.borrowed(&[
    "user_follow_ups",
    "user_follow_up_months",
    "follow_ups",
    "follow_up_months",
]);
