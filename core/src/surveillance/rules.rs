//! SV · SMI-V surveillance.

use crate::base::documents::{F43_PERSON, F43_SPECIALPP, KT_16};
use crate::base::rule::Rule;
use crate::base::text::text;

/// The rules, in the order of the rulebook.
pub(crate) const RULES: &[&Rule] = &[&SV_01, &SV_02, &SV_03, &SV_04, &SV_05];

pub(crate) static SV_01: Rule = Rule::definition(
    "SV-01",
    text("ผู้ป่วย SMI-V", "Who is an SMI-V person"),
    text("", ""),
    text(
        "ผู้ป่วย SMI-V คือผู้ที่มีทั้งการวินิจฉัยตาม ICD-10 รหัส F00–F99 หรือ X60–X84 และรหัส 1B030–1B033 \
                รหัสใดรหัสหนึ่งในแฟ้ม SPECIALPP ได้แก่ 1B030 ทำร้ายตนเองด้วยวิธีรุนแรงมุ่งหวังให้เสียชีวิต 1B031 \
                ทำร้ายผู้อื่นหรือก่อเหตุรุนแรงในชุมชน 1B032 หลงผิดคิดทำร้ายผู้อื่นให้ถึงชีวิตหรือมุ่งร้ายแบบเจาะจง และ \
                1B033 ก่อคดีอาชญากรรมรุนแรง (ฆ่า พยายามฆ่า ข่มขืน วางเพลิง) วันตั้งต้นคือวันแรกที่มีครบทั้งสองอย่าง \
                ไลบรารีพิจารณาจาก ICD-10 เท่านั้น ไม่ใช้การเทียบเคียง DSM-5",
        "A person is SMI-V, a person with serious mental illness and high risk of \
                violence, when both an ICD-10 diagnosis in F00–F99 or X60–X84 and one of the \
                SPECIALPP codes 1B030 to 1B033 are on record. 1B030 is violent self-harm meaning \
                to die, 1B031 violence against others or in the community, 1B032 delusions with \
                intent to kill or a named target, 1B033 a serious violent crime (murder, \
                attempted murder, rape, arson). The index date is the first day on which both \
                hold. A DSM-5 equivalent is judged by its ICD-10 code alone.",
    ),
)
.sources(&[KT_16]);

pub(crate) static SV_02: Rule = Rule::definition(
    "SV-02",
    text("การติดตามผู้ป่วย SMI-V", "Follow-up of SMI-V persons"),
    text("", ""),
    text(
        "ผู้ป่วย SMI-V ต้องได้รับการติดตาม (รหัส 1B037) อย่างน้อย 4 ครั้งในปีที่ 1 (พารามิเตอร์ \
                smiv_first_year) และอย่างน้อย 2 ครั้งในแต่ละปีต่อไป (พารามิเตอร์ smiv_later_years) \
                โดยปีของผู้ป่วยแต่ละปีเริ่มวันถัดจากวันครบรอบวันตั้งต้นถึงวันครบรอบครั้งต่อไป นับเฉพาะหลังวันตั้งต้น \
                คนละวันละ 1 ครั้ง ไม่จำกัดสถานที่ ซึ่งเป็นข้อกำหนดของไลบรารีเอง เพราะ 43 \
                แฟ้มไม่บอกว่าเป็นการดูแลหลังจำหน่ายในเขตสุขภาพหรือไม่ และรหัส 1B037 \
                มิได้หมายความว่าก่อเหตุในครั้งนั้น แต่ละปีแบ่งเป็นช่วงเท่ากันตามจำนวนครั้งที่ต้องติดตาม \
                การติดตามเติมช่วงแรกที่ยังว่างของปีนั้นตามลำดับวันที่ การนับสิ้นสุดในวันเสียชีวิตแรกสุดที่บันทึกไว้ \
                โดยยังต้องติดตามให้ครบตามช่วงที่สิ้นสุดแล้วในวันนั้น",
        "An SMI-V person is owed at least 4 follow-ups (code 1B037) in year 1 (parameter \
                smiv_first_year) and at least 2 in each later year (parameter smiv_later_years); \
                a patient-year runs from the day after an anniversary of the index date through \
                the next one. Only follow-ups after the index date count, one a day per person, \
                wherever they were made: that is ours, since the 43 files do not tell care after \
                discharge within the region from other care, and 1B037 is no finding of violence \
                on that day. A year has as many equal parts as follow-ups are owed; a follow-up \
                fills, by date, the earliest unfilled part of its year. Time ends on the earliest \
                recorded date of death, and the parts complete by then are still owed.",
    ),
)
.sources(&[KT_16])
.parameters(&["smiv_first_year", "smiv_later_years"]);

pub(crate) static SV_03: Rule = Rule::definition(
    "SV-03",
    text("ก่อความรุนแรงซ้ำ", "Repeated violence"),
    text("", ""),
    text(
        "การก่อความรุนแรงซ้ำคือรหัส 1B030–1B033 หลังวันตั้งต้น ในการรับบริการที่ไม่มีรหัส 1B037 ร่วมด้วย \
                การรับบริการครั้งเดียวกันดูจากรหัสหน่วยบริการ เลขที่ผู้ป่วย (PID) และลำดับการรับบริการ (SEQ) \
                หากแถวใดไม่มี SEQ ให้ดูจากคนเดียวกัน หน่วยเดียวกัน และวันเดียวกัน หากมี 1B037 ร่วมกับ \
                1B030–1B033 ในครั้งเดียวกันถือเป็นการติดตามที่ระบุกลุ่มซ้ำ ไม่ใช่การก่อเหตุซ้ำและไม่ใช่ข้อผิดพลาด \
                เงื่อนไขว่าได้รับการดูแลต่อเนื่องแล้วพิจารณาจากตัวหารของตัวชี้วัดที่ 16",
        "Repeated violence is a code 1B030 to 1B033 after the index date in a visit that \
                does not also carry 1B037. One visit is one facility code, person number (PID) \
                and visit number (SEQ); where either row lacks SEQ, the same person, facility and \
                day. 1B037 together with one of those codes in one visit is a follow-up that \
                restates the class: neither a repeat nor an error. That the person was in \
                continuous care is judged by the denominator of indicator 16.",
    ),
)
.sources(&[KT_16]);

pub(crate) static SV_04: Rule = Rule::decision(
    "SV-04",
    text("การเทียบรหัส SPECIALPP", "How SPECIALPP codes are compared"),
    text("", ""),
    text(
        "รหัสต้องตรงกันทั้งรหัส หลังตัดช่องว่างและแปลงเป็นอักษรตัวใหญ่ ไม่เทียบเฉพาะส่วนต้น (1B030 ไม่ใช่ \
                1B0300) รหัส 1B036 ของผู้ป่วย SMI-V และรหัส 1B038 ซึ่งยกเลิกแล้ว ที่ลงตั้งแต่วันตั้งต้นถึงวันสิ้นสุดรอบ \
                จะแสดงเป็นคำเตือนในผลตัวชี้วัดที่ 16 แถวละหนึ่งรายการ แต่ไม่ถือเป็นข้อผิดพลาดของแฟ้ม \
                ข้อนี้เป็นข้อกำหนดของไลบรารีเอง เพราะเอกสารไม่กล่าวถึงสองรหัสนี้",
        "Codes are compared whole, trimmed and in upper case, never by prefix: 1B030 is \
                not 1B0300. A row with 1B036 for an SMI-V person, or with the cancelled code \
                1B038, from the index date through the end of the period, gives one warning in \
                the result of indicator 16 and no finding on the file. This is the library's own \
                decision; the sources do not speak of these two codes.",
    ),
)
.sources(&[KT_16, F43_SPECIALPP]);

pub(crate) static SV_05: Rule = Rule::decision(
    "SV-05",
    text(
        "การติดตามบุคคลข้ามหน่วยบริการ",
        "Following a person across facilities",
    ),
    text("", ""),
    text(
        "บุคคลเดียวกันในหลายหน่วยบริการเชื่อมกันด้วยเลขประจำตัวประชาชน เพราะ PID \
                ใช้ได้เฉพาะในหน่วยบริการเดียว เลขที่ผิดตามข้อ RV-01 ถือว่าไม่มี \
                ผู้ที่ไม่มีเลขให้ติดตามเฉพาะภายในหน่วยบริการนั้น และผลจะแสดงว่ามีกี่คน \
                บุคคลนับเป็นของหน่วยบริการที่ลงรหัส 1B030–1B033 แรกสุด \
                หากวันตรงกันให้ใช้รหัสหน่วยบริการที่น้อยที่สุดแล้วจึง PID ส่วนหน่วยบริการที่ไม่ทราบจังหวัดให้อยู่ในพื้นที่ 99 \
                ข้อนี้เป็นข้อกำหนดของไลบรารีเอง",
        "A person is followed across facilities by citizen id, since a PID is local to one \
                facility; an id with an RV-01 error counts as none. A person without one is \
                followed within the facility, and the result says how many such persons there \
                are. A person belongs to the facility of the earliest code 1B030 to 1B033, ties \
                going to the smallest facility code and then PID; a facility whose province is \
                unknown is area 99. This is the library's own decision.",
    ),
)
.sources(&[KT_16, F43_PERSON]);
