//! KP · Indicators (ตัวชี้วัด).

use crate::base::documents::{KT_15, KT_16, KT_22};
use crate::base::rule::Rule;
use crate::base::text::text;

/// The rules, in the order of the rulebook.
pub(crate) const RULES: &[&Rule] = &[&KP_15, &KP_16, &KP_22];

pub(crate) static KP_15: Rule = Rule::definition(
    "KP-15",
    text!("อัตราการฆ่าตัวตายสำเร็จ", "Rate of completed suicide"),
    text!(
        "ผู้ฆ่าตัวตายสำเร็จต่อประชากรแสนคน สะสมตั้งแต่ 1 ตุลาคม เป้าหมายไม่เกิน 7.8 ในปีงบประมาณ 2568 และ \
         2569 และไม่เกิน 7.5 ในปี 2570",
        "Completed suicides per 100,000 people, cumulative from 1 October. Targets: at most 7.8 \
         in fiscal years 2568 and 2569, at most 7.5 in 2570.",
    ),
    text!(
        "อัตราคือ A หารด้วย B คูณ 100,000 สะสมตั้งแต่ 1 ตุลาคม ไม่ปรับเป็นรายปี A คือผู้ฆ่าตัวตายสำเร็จ (X60–X84) \
         อ้างอิงตามสถานที่เสียชีวิต จากรายงาน รง 506S version 11 จังหวัดที่มีปัญหาการรายงาน \
         หรือมีจำนวนต่ำกว่าทะเบียนราษฎรในรอบนั้น ใช้จำนวนจากทะเบียนราษฎรแทน เขตสุขภาพและประเทศรวมจากจังหวัด \
         การตายที่ไม่ทราบสถานที่นับเฉพาะระดับประเทศ และเลือกแหล่งข้อมูลเสมือนเป็นหนึ่งจังหวัด โดยไม่ตัดรายการซ้ำ B \
         คือประชากรปลายปีก่อนสำหรับไตรมาส 2 และประชากรกลางปีสำหรับไตรมาส 3 และ 4 ส่วนไตรมาส 1 \
         ต้องระบุประชากรที่ใช้เอง พื้นที่ที่ขาดจำนวนประชากรของจังหวัดใด และการขอผลรายหน่วยบริการ ถือเป็นข้อผิดพลาด \
         เป้าหมายต่อประชากรแสนคนไม่เกิน 7.8, 7.8 และ 7.5 ในปีงบประมาณ 2568–2570 และไม่เกิน 5.0 ในรอบ 6 \
         เดือนของปี 2568",
        "The rate is A divided by B times 100,000, cumulative from 1 October and not \
         annualised. A counts completed suicides (X60–X84) by place of death from surveillance \
         form 506S version 11; a province with reporting trouble, or with fewer than the civil \
         registry in the period, uses the registry instead; regions and the country add their \
         provinces, a death without a known place counts for the country only (its source \
         chosen as for one province), and nothing is de-duplicated. B is the population at the \
         end of the previous calendar year for quarter 2 and the mid-year population for \
         quarters 3 and 4; for quarter 1 the population in use has to be named. An area that \
         lacks the population of any of its provinces, and a result by facility, are errors. \
         Targets per 100,000: at most 7.8, 7.8 and 7.5 in fiscal years 2568 to 2570, and at \
         most 5.0 in the 6-month round of 2568.",
    ),
)
.sources(&[KT_15]);

pub(crate) static KP_16: Rule = Rule::definition(
    "KP-16",
    text!(
        "ร้อยละของผู้ป่วยโรคจิตเวชและสารเสพติดที่มีความเสี่ยงสูงต่อการก่อความรุนแรง (SMI-V) \
         ที่ได้รับการดูแลต่อเนื่องจนไม่ก่อความรุนแรงซ้ำ",
        "SMI-V persons in continuous care without repeated violence",
    ),
    text!(
        "ร้อยละของผู้ป่วย SMI-V ที่ได้รับการดูแลต่อเนื่องและไม่ก่อความรุนแรงซ้ำในปีงบประมาณ เป้าหมายร้อยละ 85, 87 \
         และ 89 ในปี 2568–2570",
        "The percentage of SMI-V persons in continuous care without repeated violence in the \
         fiscal year. Targets: 85, 87 and 89 percent in 2568 to 2570.",
    ),
    text!(
        "ร้อยละคือ A หารด้วย B คูณ 100 B คือผู้ป่วย SMI-V ที่ได้รับการดูแลต่อเนื่อง \
         คือได้รับการติดตามครบในทุกปีของผู้ป่วยที่สิ้นสุดแล้ว (4 ครั้งในปีที่ 1 และ 2 ครั้งในปีต่อไป) และในปีที่ยังไม่สิ้นสุด \
         ค่าตั้งต้นพิจารณาตามสัดส่วน คือได้รับการติดตามไม่น้อยกว่าจำนวนช่วงที่สิ้นสุดแล้วถึงสิ้นรอบประเมิน \
         ช่วงหรือปีที่สิ้นสุดในวันสิ้นรอบประเมินถือว่าสิ้นสุดแล้ว หากยังไม่มีช่วงใดสิ้นสุดถือว่าอยู่ใน B อาจกำหนดให้พิจารณาเฉพาะปีที่สิ้นสุดแล้ว และไม่นับผู้ที่ยังไม่มีปีใดสิ้นสุดก็ได้ A \
         คือผู้ใน B ที่ไม่ก่อความรุนแรงซ้ำ ค่าตั้งต้นนับตั้งแต่ 1 ตุลาคมของปีงบประมาณถึงสิ้นรอบประเมิน \
         อาจกำหนดให้นับตั้งแต่วันที่ได้รับการวินิจฉัย SMI-V ก็ได้ แถวบุคคลที่รหัสซ้ำกันใช้แถวแรก (ในแฟ้มมาตรฐาน 43 แฟ้มใช้แถวที่ปรับปรุงล่าสุด) \
         แต่การตายในแถวใดก็นับ ข้อมูลหลังวันที่เสียชีวิตแรกสุดไม่นับ ผู้ที่มีวันที่ได้รับการวินิจฉัย \
         SMI-V หลังวันที่เสียชีวิตไม่เป็นผู้ป่วย SMI-V และไม่นับผู้ที่เสียชีวิตก่อนวันที่ 1 ตุลาคม เป้าหมายร้อยละ 85, 87 \
         และ 89 ในปีงบประมาณ 2568–2570 และไม่น้อยกว่าร้อยละ 55, 65, 75 และ 85 ในรอบ 3, 6, 9 และ 12 \
         เดือนของปี 2568",
        "The percentage is A divided by B times 100. B counts SMI-V persons in continuous care: \
         followed up as owed in every completed patient-year (4 in year 1, 2 in later years) \
         and, in the running year, by default pro rata: at least once for each of its parts \
         complete by the end of the period; one that ends on its last day is complete; with none complete the person is in B. Judging \
         completed years only, and leaving out persons without one, can be chosen instead. A \
         counts those of B without repeated violence, by default from 1 October of the fiscal \
         year through the end of the period; counting from the date of the SMI-V diagnosis can \
         be chosen instead. Of several person rows with one key the first (of 43-file tables the \
         one updated last) names the person, and a death of any counts. Rows after the earliest recorded death count for nothing, a date of \
         diagnosis after it makes no SMI-V person, and a person who died before 1 October is \
         not counted. Targets: 85, 87 and 89 percent in fiscal years 2568 to 2570; at least 55, \
         65, 75 and 85 percent in the 3-, 6-, 9- and 12-month rounds of 2568.",
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
    text!(
        "ร้อยละของผู้ป่วยยาเสพติดเข้าสู่กระบวนการบำบัดรักษา ได้รับการดูแลอย่างมีคุณภาพต่อเนื่องจนถึงการติดตาม \
         (เฉพาะระบบสมัครใจ) (Retention Rate)",
        "Drug patients in quality care through follow-up (voluntary system), retention rate",
    ),
    text!(
        "ร้อยละของการบำบัดระบบสมัครใจที่ครบโปรแกรมและได้รับการติดตามครบตามเกณฑ์ เป้าหมายร้อยละ 70 \
         ในปีงบประมาณ 2568–2569 และ 72 ในปี 2570–2571",
        "The percentage of voluntary episodes that completed the program and the follow-up \
         after it. Targets: 70 percent in fiscal years 2568 and 2569, 72 in 2570 and 2571.",
    ),
    text!(
        "ร้อยละคือ A หารด้วย B คูณ 100 เฉพาะระบบสมัครใจ (มาตรา 113 และ 114 แห่งประมวลกฎหมายยาเสพติด) \
         ในสถานพยาบาลยาเสพติด สังกัดกระทรวงสาธารณสุข B คือการบำบัดที่ครบ 1 \
         ปีหลังวันที่สรุปผลการบำบัดภายในรอบประเมิน หักรายที่ไม่เคยเริ่มบำบัด แล้วหักรายที่ถูกจับ เสียชีวิต \
         หรือเปลี่ยนการรักษา แล้วหักรายที่บำบัดโดยเมทาโดน ตามลำดับ รายละหนึ่งเหตุผล \
         รายที่ครบโปรแกรมแล้วเสียชีวิตภายหลังยังนับอยู่ A คือรายใน B ที่ครบโปรแกรมและได้รับการติดตามครบตามข้อ \
         EP-03 (กลุ่มผู้ใช้ 1 ครั้งภายใน 1 เดือน กลุ่มผู้เสพและผู้ติด 4 ครั้งภายใน 12 เดือน) เป้าหมายร้อยละ 70, 70, \
         72 และ 72 ในปีงบประมาณ 2568–2571 และร้อยละ 70 ทุกรอบของปี 2568 ตัวชี้วัดนับเป็นผู้ป่วย \
         การนับเป็นการบำบัดแต่ละครั้งและการหักรายที่ไม่เคยเริ่มบำบัด ระบบกำหนดเพิ่มเติม ไม่มีในเอกสาร",
        "The percentage is A divided by B times 100, for the voluntary system (sections 113 and \
         114 of the Narcotics Code) in drug-treatment facilities of the Ministry of Public \
         Health. B counts episodes whose summary date plus 1 year falls in the period, less \
         those that never started treatment, then those arrested, deceased or with changed \
         treatment, then those on methadone, one reason each in that order; a completed episode \
         followed by a death stays. A counts those of B that completed the program and met \
         EP-03: a user 1 follow-up within 1 month, abuse and dependence 4 within 12 months. \
         Targets: 70, 70, 72 and 72 percent in fiscal years 2568 to 2571, and 70 percent in \
         each round of 2568. The indicator counts patients; counting episodes, and dropping \
         those never started, is added by the system, not in the documents.",
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
