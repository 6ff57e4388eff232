//! SV · SMI-V surveillance.

use crate::base::documents::{F43_PERSON, F43_SPECIALPP, KT_16};
use crate::base::rule::Rule;
use crate::base::text::text;

/// The rules, in the order of the rulebook.
pub(crate) const RULES: &[&Rule] = &[&SV_01, &SV_02, &SV_03, &SV_04, &SV_05];

pub(crate) static SV_01: Rule = Rule::definition(
    "SV-01",
    text!(
        "ผู้ป่วยโรคจิตเวชและสารเสพติดที่มีความเสี่ยงสูงต่อการก่อความรุนแรง (SMI-V)",
        "SMI-V persons (serious mental illness with high risk to violence)",
    ),
    text!(
        "ผู้ป่วย SMI-V คือผู้ที่มีทั้งการวินิจฉัยตาม ICD-10 รหัส F00–F99 หรือ X60–X84 และรหัส 1B030–1B033 \
         รหัสใดรหัสหนึ่งในแฟ้ม SPECIALPP",
        "A person is SMI-V when both an ICD-10 diagnosis in F00–F99 or X60–X84 and one of the \
         SPECIALPP codes 1B030 to 1B033 are on record.",
    ),
    text!(
        "ผู้ป่วยโรคจิตเวชและสารเสพติดที่มีความเสี่ยงสูงต่อการก่อความรุนแรง (SMI-V) คือผู้ที่มีทั้งการวินิจฉัยตาม ICD-10 \
         รหัส F00–F99 หรือ X60–X84 และรหัส 1B030–1B033 รหัสใดรหัสหนึ่งในแฟ้ม SPECIALPP ได้แก่ 1B030 \
         ทำร้ายตนเองด้วยวิธีรุนแรง มุ่งหวังให้เสียชีวิต 1B031 ทำร้ายผู้อื่นด้วยวิธีรุนแรงหรือก่อเหตุการณ์รุนแรงในชุมชน \
         1B032 มีอาการหลงผิด มีความคิดทำร้ายผู้อื่นให้ถึงกับชีวิต หรือมุ่งร้ายผู้อื่นแบบเฉพาะเจาะจง และ 1B033 \
         ก่อคดีอาชญากรรมรุนแรง (ฆ่า พยายามฆ่า ข่มขืน วางเพลิง) วันที่ได้รับการวินิจฉัย SMI-V \
         คือวันแรกที่มีครบทั้งสองอย่าง การเทียบเคียง DSM-5 พิจารณาจากรหัส ICD-10 เท่านั้น",
        "A person is SMI-V (serious mental illness with high risk to violence) when both an \
         ICD-10 diagnosis in F00–F99 or X60–X84 and one of the SPECIALPP codes 1B030 to 1B033 \
         are on record. 1B030 is violent self-harm meaning to die, 1B031 violence against \
         others or in the community, 1B032 delusions with intent to kill or a named target, \
         1B033 a serious violent crime (murder, attempted murder, rape, arson). The date of the \
         SMI-V diagnosis is the first day on which both hold. A DSM-5 equivalent is judged by \
         its ICD-10 code alone.",
    ),
)
.sources(&[KT_16]);

pub(crate) static SV_02: Rule = Rule::definition(
    "SV-02",
    text!("การติดตามผู้ป่วย SMI-V", "Follow-up of SMI-V persons"),
    text!(
        "ผู้ป่วย SMI-V ต้องได้รับการติดตาม (รหัส 1B037) อย่างน้อย 4 ครั้งในปีที่ 1 และอย่างน้อย 2 ครั้งต่อปีตั้งแต่ปีที่ 2 \
         นับวันละ 1 ครั้ง",
        "An SMI-V person is owed at least 4 follow-ups (code 1B037) in year 1 and at least 2 in \
         each later year. One a day counts.",
    ),
    text!(
        "ผู้ป่วย SMI-V ต้องได้รับการติดตาม (รหัส 1B037) อย่างน้อย 4 ครั้งในปีที่ 1 และอย่างน้อย 2 ครั้งต่อปีตั้งแต่ปีที่ 2 \
         เป็นต้นไป ปีของผู้ป่วยแต่ละปีเริ่มวันถัดจากวันที่ได้รับการวินิจฉัย SMI-V หรือวันครบรอบของวันนั้น \
         ถึงวันครบรอบครั้งต่อไป นับเฉพาะการติดตามหลังวันที่ได้รับการวินิจฉัย SMI-V คนละวันละ 1 ครั้ง ไม่จำกัดสถานที่ \
         แต่ละปีแบ่งเป็นช่วงเท่ากันตามจำนวนครั้งที่ต้องติดตาม \
         การติดตามให้นับเข้าช่วงแรกของปีนั้นที่ยังไม่ได้ติดตามตามลำดับวันที่ แม้ชื่อรหัส 1B037 ระบุว่า \
         “พบว่าก่อเหตุความรุนแรง” ระบบถือว่าเป็นการติดตาม ไม่ใช่การพบว่าก่อเหตุในครั้งนั้น \
         การนับสิ้นสุดในวันที่เสียชีวิตแรกสุดที่บันทึกไว้ โดยยังต้องติดตามให้ครบตามช่วงที่สิ้นสุดแล้วในวันนั้น \
         การไม่จำกัดสถานที่ระบบกำหนดเพิ่มเติม ไม่มีในเอกสาร เพราะข้อมูล 43 \
         แฟ้มไม่บอกว่าเป็นการดูแลหลังจำหน่ายกลับสู่ชุมชนในเขตสุขภาพหรือไม่",
        "An SMI-V person is owed at least 4 follow-ups (code 1B037) in year 1 and at least 2 in \
         each later year; a patient-year runs from the day after the date of the SMI-V \
         diagnosis, or after its anniversary, through the next anniversary. Only follow-ups \
         after that date count, one a day per person, wherever they were made. A year has as \
         many equal parts as follow-ups are owed; a follow-up is taken, by date, for the first \
         part of its year not yet served. Although the label of 1B037 says “found to have \
         committed violence”, the system takes it as a follow-up, not as a finding of violence \
         on that day. Time ends on the earliest recorded date of death, and the parts complete \
         by then are still owed. That the place does not matter is added by the system, not in \
         the documents, since the 43 files do not tell care after discharge within the region \
         from other care.",
    ),
)
.sources(&[KT_16])
.parameters(&["smiv_first_year", "smiv_later_years"]);

pub(crate) static SV_03: Rule = Rule::definition(
    "SV-03",
    text!("ก่อความรุนแรงซ้ำ", "Repeated violence"),
    text!(
        "การก่อความรุนแรงซ้ำคือรหัส 1B030–1B033 หลังวันที่ได้รับการวินิจฉัย SMI-V ในการรับบริการที่ไม่มีรหัส 1B037 \
         ร่วมด้วย",
        "Repeated violence is a code 1B030 to 1B033 after the date of the SMI-V diagnosis, in a \
         visit that does not also carry 1B037.",
    ),
    text!(
        "การก่อความรุนแรงซ้ำคือรหัส 1B030–1B033 หลังวันที่ได้รับการวินิจฉัย SMI-V ในการรับบริการที่ไม่มีรหัส 1B037 \
         ร่วมด้วย การรับบริการครั้งเดียวกันพิจารณาจากรหัสหน่วยบริการ เลขที่ผู้ป่วย (PID) และลำดับการรับบริการ (SEQ) \
         หากแถวใดไม่มี SEQ ให้พิจารณาจากคนเดียวกัน หน่วยบริการเดียวกัน และวันเดียวกัน หากมี 1B037 ร่วมกับ \
         1B030–1B033 ในครั้งเดียวกัน ถือเป็นการติดตามที่ระบุกลุ่มเดิม ไม่ใช่การก่อความรุนแรงซ้ำและไม่ใช่ข้อผิดพลาด \
         เงื่อนไขว่าได้รับการดูแลต่อเนื่องตามเกณฑ์แล้ว พิจารณาจากตัวหารของตัวชี้วัดที่ 16",
        "Repeated violence is a code 1B030 to 1B033 after the date of the SMI-V diagnosis, in a \
         visit that does not also carry 1B037. One visit is one facility code, person number \
         (PID) and visit number (SEQ); where either row lacks SEQ, the same person, facility \
         and day. 1B037 together with one of those codes in one visit is a follow-up that \
         restates the class: neither a repeat nor an error. That the person was in continuous \
         care is judged by the denominator of indicator 16.",
    ),
)
.sources(&[KT_16]);

pub(crate) static SV_04: Rule = Rule::decision(
    "SV-04",
    text!("การเทียบรหัส SPECIALPP", "How SPECIALPP codes are compared"),
    text!(
        "รหัสต้องตรงกันทั้งรหัส เช่น 1B030 ไม่ใช่ 1B0300 รหัส 1B034, 1B036 และ 1B038 ของผู้ป่วย SMI-V \
         แสดงเป็นคำเตือนในผลตัวชี้วัดที่ 16",
        "Codes are compared whole: 1B030 is not 1B0300. A row of an SMI-V person with 1B034, 1B036 \
         or 1B038 gives a warning in the result of indicator 16.",
    ),
    text!(
        "รหัสต้องตรงกันทั้งรหัส หลังตัดช่องว่างและแปลงเป็นอักษรตัวพิมพ์ใหญ่ ไม่เทียบเฉพาะส่วนต้น (1B030 ไม่ใช่ \
         1B0300) แถวของผู้ป่วย SMI-V ที่มีรหัส 1B036 รหัส 1B034 ซึ่งรายการรหัสของกระทรวงฉบับเดือนกันยายน 2568 \
         ยกเลิก หรือรหัส 1B038 ซึ่งคู่มือการให้รหัสของกรมยกเลิก ตั้งแต่วันที่ได้รับการวินิจฉัย SMI-V \
         ถึงวันสิ้นสุดรอบประเมิน แสดงเป็นคำเตือนในผลตัวชี้วัดที่ 16 แถวละ 1 รายการ แต่ไม่ถือเป็นข้อผิดพลาดของแฟ้ม \
         ข้อนี้ระบบกำหนดเพิ่มเติม ไม่มีในเอกสาร",
        "Codes are compared whole, trimmed and in upper case, never by prefix: 1B030 is not \
         1B0300. A row of an SMI-V person with 1B036, with 1B034 (cancelled in the \
         Ministry's list of September 2568) or with 1B038 (withdrawn by the department's coding \
         guide), from the date of the SMI-V diagnosis through the end of the period, gives one warning in \
         the result of indicator 16 and no finding on the file. This rule is added by the \
         system, not in the documents.",
    ),
)
.sources(&[KT_16, F43_SPECIALPP]);

pub(crate) static SV_05: Rule = Rule::decision(
    "SV-05",
    text!(
        "การติดตามบุคคลข้ามหน่วยบริการ",
        "Following a person across facilities",
    ),
    text!(
        "บุคคลเดียวกันในหลายหน่วยบริการเชื่อมกันด้วยเลขประจำตัวประชาชน ผู้ที่ไม่มีเลขให้ติดตามภายในหน่วยบริการนั้น",
        "A person is followed across facilities by citizen id. One without it is followed \
         within the facility.",
    ),
    text!(
        "บุคคลเดียวกันในหลายหน่วยบริการเชื่อมกันด้วยเลขประจำตัวประชาชน เพราะเลขที่ผู้ป่วย (PID) \
         ใช้ได้เฉพาะในหน่วยบริการเดียว เลขของบุคคลคือเลขในแฟ้ม PERSON หากไม่มีให้ใช้เลขแรกที่พบในแถวของบุคคลนั้น \
         คือการวินิจฉัย SPECIALPP และการตาย ตามลำดับ เลขที่ผิดตามข้อ RV-01 \
         และเลขที่ใช้แทนการไม่ทราบเลข ถือว่าไม่มี \
         ผู้ที่ไม่มีเลขให้ติดตามเฉพาะภายในหน่วยบริการนั้น และผลแสดงว่ามีกี่คน บุคคลนับเป็นของหน่วยบริการที่ลงรหัส \
         1B030–1B033 แรกสุด หากวันตรงกันให้ใช้รหัสหน่วยบริการที่น้อยที่สุดแล้วจึง PID \
         หน่วยบริการที่ไม่ทราบจังหวัดให้อยู่ในพื้นที่ 99 ข้อนี้ระบบกำหนดเพิ่มเติม ไม่มีในเอกสาร",
        "A person is followed across facilities by citizen id, since a person number (PID) is \
         local to one facility. The id is that of PERSON, or else the first that a row of the \
         person carries (diagnoses, SPECIALPP, deaths, in their order); an id with an RV-01 \
         error and one that stands for an unknown number count as none. A person without one \
         is followed within the facility, and the result says how many such persons there are. \
         A person belongs to the facility of the earliest code 1B030 to 1B033, ties going to \
         the smallest facility code and then PID; a facility whose province is unknown is area \
         99. This rule is added by the system, not in the documents.",
    ),
)
.sources(&[KT_16, F43_PERSON]);
