//! RV · Record validation (43 แฟ้ม): the rules whose judges are not in the library yet.

use crate::base::documents::{F43_DIAGNOSIS, F43_PERSON, F43_SERVICE, F43_SPECIALPP};
use crate::base::rule::Rule;
use crate::base::text::text;

/// The rules, in the order of the rulebook.
pub(crate) const RULES: &[&Rule] = &[&RV_04, &RV_05, &RV_06, &RV_07];

pub(crate) static RV_04: Rule = Rule::must(
    "RV-04",
    text("รหัส ICD-10", "ICD-10 code"),
    text(
        "รหัส ICD-10 เป็นอักษร 1 ตัว ตัวเลข 2 หลัก และตามด้วยตัวเลขหรืออักษรได้อีกไม่เกิน 3 ตัว",
        "An ICD-10 code is one letter, two digits and at most three more digits or letters.",
    ),
    text(
        "รหัส ICD-10 แปลงเป็นอักษรตัวพิมพ์ใหญ่และตัดจุดออกก่อน แล้วต้องเป็นอักษร 1 ตัว ตัวเลข 2 หลัก \
         และตามด้วยตัวเลขหรืออักษรได้อีกไม่เกิน 3 ตัว การเทียบช่วงรหัสใช้ 3 ตัวแรก",
        "An ICD-10 code is put in upper case and its dot removed; it then is one letter, two \
         digits and at most three more digits or letters. Ranges compare the first three \
         characters.",
    ),
)
.sources(&[F43_DIAGNOSIS]);

pub(crate) static RV_05: Rule = Rule::must(
    "RV-05",
    text("รูปแบบแฟ้มมาตรฐาน 43 แฟ้ม", "Shape of the 43-file tables"),
    text(
        "แต่ละแฟ้มเป็นข้อความคั่นด้วย | มีแถวหัวตาราง วันที่เป็น YYYYMMDD ปี ค.ศ. \
         คอลัมน์และช่องที่บังคับต้องมีและไม่ว่าง",
        "Each table is text separated by |, with a header row and dates as YYYYMMDD in the \
         Common Era. Required columns and cells must be there.",
    ),
    text(
        "แต่ละแฟ้มเป็นข้อความ UTF-8 (อ่าน TIS-620/Windows-874 ได้) คั่นด้วย | \
         มีแถวหัวตารางเป็นชื่อคอลัมน์ตัวพิมพ์ใหญ่ บรรจุใน ZIP ที่ตั้งชื่อเป็น F43_รหัสหน่วยบริการ_วันเวลา วันที่เป็น \
         YYYYMMDD และวันเวลาเป็น YYYYMMDDHHMMSS ปี ค.ศ. 1800–2399 ด้วยเลขอารบิก แฟ้ม PERSON, SERVICE, \
         DIAGNOSIS_OPD และ SPECIALPP ตรวจว่ามีคอลัมน์ที่บังคับ และตรวจทีละช่องว่าช่องที่บังคับไม่ว่าง ความกว้าง \
         รูปแบบ และค่าที่อนุญาต ตามลำดับ โดยหยุดที่ข้อผิดพลาดแรกของช่องนั้น คอลัมน์ที่ขาดหรือซ้ำแจ้งครั้งเดียวที่แถว 0 \
         แถวที่จำนวนช่องไม่ตรงแจ้งครั้งเดียว ส่วนบรรทัดว่างและคอลัมน์ที่ไม่รู้จักข้ามไป",
        "Each table is UTF-8 text (TIS-620/Windows-874 is read too), separated by |, with a \
         header row of upper-case column names, in a ZIP named F43, facility code and time \
         stamp; dates are YYYYMMDD, date-times YYYYMMDDHHMMSS, Common Era years 1800–2399, \
         ASCII digits. PERSON, SERVICE, DIAGNOSIS_OPD and SPECIALPP are checked for their \
         required columns and, cell by cell, for presence, width, shape and allowed value, \
         stopping at a cell's first failure. A missing or repeated column gives one finding at \
         row 0, a row with the wrong number of fields one finding; empty lines and unknown \
         columns are passed over.",
    ),
)
.sources(&[F43_PERSON, F43_SERVICE, F43_DIAGNOSIS, F43_SPECIALPP]);

pub(crate) static RV_06: Rule = Rule::must(
    "RV-06",
    text("ความสอดคล้องระหว่างแฟ้ม", "Consistency across tables"),
    text(
        "ทุกแถวต้องมีบุคคลในแฟ้ม PERSON และ SEQ ที่ระบุต้องมีในแฟ้ม SERVICE \
         วันที่รับบริการต้องไม่ก่อนวันเกิดและไม่หลังวันเสียชีวิต",
        "Every row needs its person in PERSON, and a SEQ that is given its row in SERVICE. A \
         service date is not before birth and not after death.",
    ),
    text(
        "ทุกแถวของ SERVICE, DIAGNOSIS_OPD และ SPECIALPP ต้องมีบุคคลใน PERSON และ SEQ ที่ระบุต้องมีใน \
         SERVICE วันที่รับบริการต้องไม่ก่อนวันเกิด ไม่หลังวันเสียชีวิต และไม่หลังวันอ้างอิงที่ระบุ หรือเวลาในชื่อ ZIP \
         หากไม่มีทั้งสองจะไม่ตรวจ ชุดคอลัมน์ต่อไปนี้ต้องไม่ซ้ำ (แจ้งทุกแถวหลังแถวแรก) คือ HOSPCODE กับ PID ใน \
         PERSON เพิ่ม SEQ ใน SERVICE เพิ่ม SEQ กับ DIAGCODE ใน DIAGNOSIS_OPD และเพิ่ม DATE_SERV กับ \
         PPSPECIAL ใน SPECIALPP ส่วน D_UPDATE ต้องไม่ก่อนวันที่รับบริการ การตรวจใช้เฉพาะช่องที่ผ่านการตรวจแล้ว \
         และเว้นเมื่อไม่มีแฟ้มหรือคอลัมน์ที่ต้องใช้",
        "Every row of SERVICE, DIAGNOSIS_OPD and SPECIALPP needs its person in PERSON, and a \
         SEQ that is given its row in SERVICE. A service date is not before birth, not after a \
         recorded death, and not after the reference date stated or else the ZIP's time stamp; \
         with neither the future is not judged. The keys, HOSPCODE and PID in PERSON, with SEQ \
         in SERVICE, with SEQ and DIAGCODE in DIAGNOSIS_OPD, with DATE_SERV and PPSPECIAL in \
         SPECIALPP, are unique (every row after the first is reported), and D_UPDATE is not \
         before the service date. Only cells that passed their own checks are used, and a check \
         is left out when its table or columns are absent.",
    ),
)
.sources(&[F43_PERSON, F43_SERVICE, F43_DIAGNOSIS, F43_SPECIALPP]);

pub(crate) static RV_07: Rule = Rule::decision(
    "RV-07",
    text("ผลการตรวจสอบ", "Findings"),
    text(
        "ผลการตรวจแต่ละรายการระบุข้อ ระดับ แฟ้ม แถว คอลัมน์ และข้อความ ข้อมูลส่วนบุคคลไม่แสดงเว้นแต่ขอไว้ \
         ระบบแจ้งทุกรายการ",
        "Every finding names its rule, severity, table, row, column and message; personal \
         values are withheld unless asked for. All findings are reported.",
    ),
    text(
        "ผลการตรวจแต่ละรายการระบุข้อ รหัสคงที่ ระดับ (ข้อผิดพลาดหรือคำเตือน) แฟ้ม แถว (นับจาก 1 \
         ไม่รวมหัวตาราง) คอลัมน์ ค่า และข้อความภาษาไทยกับภาษาอังกฤษ \
         ค่าของคอลัมน์ข้อมูลส่วนบุคคลไม่แสดงเว้นแต่ขอไว้ ระบบแจ้งทุกรายการและไม่หยุดเมื่อพบแถวที่ผิด \
         ข้อนี้ระบบกำหนดเพิ่มเติม ไม่มีในเอกสาร",
        "Every finding names its rule, a stable code, the severity (error or warning), table, \
         row (from 1, the header not counted), column, value, and a message in Thai and \
         English. Values of personal columns are withheld unless asked for. All findings are \
         reported, and nothing stops at a bad row. This rule is added by the system, not in the \
         documents.",
    ),
);
