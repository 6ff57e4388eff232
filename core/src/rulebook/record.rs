//! RV · Record validation (43 แฟ้ม).

use super::documents::{F43_DIAGNOSIS, F43_PERSON, F43_SERVICE, F43_SPECIALPP};
use super::{Force, Rule};
use crate::base::text::Text;

/// The rules, in the order of the rulebook.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "RV-01",
        title: Text {
            th: "เลขประจำตัวประชาชน",
            en: "Citizen id",
        },
        text: Text {
            th: "เลขประจำตัวประชาชนมี 13 หลัก หลักสุดท้ายเป็นเลขตรวจสอบ คือ (11 − (ผลรวม mod 11)) mod 10 \
                โดยผลรวมคือหลักที่ 1 ถึง 12 คูณน้ำหนัก 13 ลงมาถึง 2 หลักแรกเป็น 0 ถึง 8 หากเป็น 9 \
                จะมีคำเตือนเมื่อเลขตรวจสอบถูกต้อง ห้ามสรุปสัญชาติจากเลข \
                ผู้ที่ไม่มีเลขประจำตัวประชาชนให้ใช้หนังสือเดินทางหรือเลขแทนซึ่งเป็นคนละชนิด ห้ามสร้างเลขขึ้นเอง",
            en: "A citizen id has 13 digits; the last is the check digit (11 − (sum mod 11)) mod \
                10, the sum being digits 1 to 12 weighted 13 down to 2. The first digit is 0 to \
                8; a 9 gives a warning, and only when the check digit holds. Nationality is never \
                inferred from it. A person without one has another kind of identifier, a passport \
                or an issued number, never a made-up citizen id.",
        },
        force: Force::Must,
        sources: &[F43_PERSON],
        parameters: &[],
    },
    Rule {
        id: "RV-02",
        title: Text {
            th: "รหัสพื้นที่",
            en: "Area codes",
        },
        text: Text {
            th: "รหัสพื้นที่ประกอบด้วยจังหวัด อำเภอ ตำบล อย่างละ 2 หลัก จังหวัดต้องเป็นหนึ่งใน 77 จังหวัด รหัส 99 \
                คือไม่ทราบและมีคำเตือน แต่ละจังหวัดอยู่ในเขตสุขภาพที่ 1 ถึง 13 เขตเดียว โดยเขต 13 \
                คือกรุงเทพมหานคร รหัสอำเภอและตำบลตรวจรูปแบบ และตรวจว่ามีอยู่จริงเมื่อผู้เรียกใช้ส่งตารางพื้นที่มา \
                โดยแจ้งที่ช่องตำบล หรือที่ช่องอำเภอเมื่อไม่มีอำเภอนั้น",
            en: "An area code has two digits each for province, district and tambon. The province \
                must be one of the 77; 99 means unknown and gives a warning. Each province \
                belongs to one of the health regions 1 to 13, region 13 being Bangkok. District \
                and tambon codes are checked for shape and, where the caller supplies a table of \
                areas, for existence, the finding standing on the tambon, or on the district \
                where that is unknown.",
        },
        force: Force::Must,
        sources: &[F43_PERSON],
        parameters: &[],
    },
    Rule {
        id: "RV-03",
        title: Text {
            th: "รหัสหน่วยบริการ",
            en: "Facility code",
        },
        text: Text {
            th: "รหัสหน่วยบริการเป็นตัวเลข 5 หลัก หรือ 9 ตัวที่เป็นตัวเลขหรืออักษรอังกฤษตัวใหญ่ (ใช้ตั้งแต่ 1 ตุลาคม \
                2567 แต่ไม่เทียบกับวันที่ของแถว) ไม่มีเลขตรวจสอบ",
            en: "A facility code is 5 digits, or 9 characters that are digits or upper-case \
                letters (in use since 1 October 2567, which is not judged against a row's date). \
                It has no check digit.",
        },
        force: Force::Must,
        sources: &[F43_PERSON],
        parameters: &[],
    },
    Rule {
        id: "RV-04",
        title: Text {
            th: "รหัส ICD-10",
            en: "ICD-10 code",
        },
        text: Text {
            th: "รหัส ICD-10 แปลงเป็นอักษรตัวใหญ่และตัดจุดออกก่อน แล้วต้องเป็นอักษร 1 ตัว ตัวเลข 2 หลัก \
                และตามด้วยตัวเลขหรืออักษรได้อีกไม่เกิน 3 ตัว การเทียบช่วงรหัสใช้ 3 ตัวแรก",
            en: "An ICD-10 code is put in upper case and its dot removed; it then is one letter, \
                two digits and at most three more digits or letters. Ranges compare the first \
                three characters.",
        },
        force: Force::Must,
        sources: &[F43_DIAGNOSIS],
        parameters: &[],
    },
    Rule {
        id: "RV-05",
        title: Text {
            th: "รูปแบบแฟ้มมาตรฐาน 43 แฟ้ม",
            en: "Shape of the 43-file tables",
        },
        text: Text {
            th: "แต่ละแฟ้มเป็นข้อความ UTF-8 (อ่าน TIS-620/Windows-874 ได้) คั่นด้วย | \
                มีแถวหัวตารางเป็นชื่อคอลัมน์ตัวใหญ่ บรรจุใน ZIP ชื่อ F43_รหัสหน่วยบริการ_วันเวลา.zip วันที่เป็น \
                YYYYMMDD และวันเวลาเป็น YYYYMMDDHHMMSS ปี ค.ศ. 1800–2399 ด้วยเลขอารบิก แฟ้ม PERSON, \
                SERVICE, DIAGNOSIS_OPD และ SPECIALPP ตรวจว่ามีคอลัมน์ที่บังคับ ช่องที่บังคับไม่ว่าง ความกว้าง \
                รูปแบบ และค่าที่อนุญาต ตามลำดับ โดยหยุดที่ข้อผิดพลาดแรกของช่องนั้น คอลัมน์ที่ขาดหรือซ้ำแจ้งครั้งเดียวที่แถว \
                0 แถวที่จำนวนช่องไม่ตรงแจ้งครั้งเดียว ส่วนบรรทัดว่างและคอลัมน์ที่ไม่รู้จักจะข้ามไป",
            en: "Each table is UTF-8 text (TIS-620/Windows-874 is read too), separated by |, with \
                a header row of upper-case column names, in a ZIP named F43, facility code and \
                time stamp; dates are YYYYMMDD, date-times YYYYMMDDHHMMSS, Common Era years \
                1800–2399, ASCII digits. PERSON, SERVICE, DIAGNOSIS_OPD and SPECIALPP are checked \
                for their required columns and, cell by cell, for presence, width, shape and \
                allowed value, stopping at a cell's first failure. A missing or repeated column \
                gives one finding at row 0, a row with the wrong number of fields one finding; \
                empty lines and unknown columns are passed over.",
        },
        force: Force::Must,
        sources: &[F43_PERSON, F43_SERVICE, F43_DIAGNOSIS, F43_SPECIALPP],
        parameters: &[],
    },
    Rule {
        id: "RV-06",
        title: Text {
            th: "ความสอดคล้องระหว่างแฟ้ม",
            en: "Consistency across tables",
        },
        text: Text {
            th: "ทุกแถวของ SERVICE, DIAGNOSIS_OPD และ SPECIALPP ต้องมีบุคคลใน PERSON และ SEQ \
                ที่ระบุต้องมีใน SERVICE วันที่รับบริการต้องไม่ก่อนวันเกิด ไม่หลังวันเสียชีวิต \
                และไม่หลังวันอ้างอิงที่ผู้เรียกใช้ระบุหรือเวลาในชื่อ ZIP หากไม่มีทั้งสองจะไม่ตรวจ คีย์ คือ HOSPCODE กับ \
                PID ใน PERSON เพิ่ม SEQ ใน SERVICE เพิ่ม SEQ กับ DIAGCODE ใน DIAGNOSIS_OPD และเพิ่ม \
                DATE_SERV กับ PPSPECIAL ใน SPECIALPP ต้องไม่ซ้ำ (แจ้งทุกแถวหลังแถวแรก) และ D_UPDATE \
                ต้องไม่ก่อนวันที่รับบริการ การตรวจใช้เฉพาะช่องที่ผ่านการตรวจแล้ว และเว้นเมื่อไม่มีแฟ้มหรือคอลัมน์ที่ต้องใช้",
            en: "Every row of SERVICE, DIAGNOSIS_OPD and SPECIALPP needs its person in PERSON, and \
                a SEQ that is given its row in SERVICE. A service date is not before birth, not \
                after a recorded death, and not after the caller's reference date or else the \
                ZIP's time stamp; with neither the future is not judged. The keys, HOSPCODE and \
                PID in PERSON, with SEQ in SERVICE, with SEQ and DIAGCODE in DIAGNOSIS_OPD, with \
                DATE_SERV and PPSPECIAL in SPECIALPP, are unique (every row after the first is \
                reported), and D_UPDATE is not before the service date. Only cells that passed \
                their own checks are used, and a check is left out when its table or columns are \
                absent.",
        },
        force: Force::Must,
        sources: &[F43_PERSON, F43_SERVICE, F43_DIAGNOSIS, F43_SPECIALPP],
        parameters: &[],
    },
    Rule {
        id: "RV-07",
        title: Text {
            th: "ผลการตรวจสอบ",
            en: "Findings",
        },
        text: Text {
            th: "ผลการตรวจแต่ละรายการระบุข้อ รหัสคงที่ ระดับ (ข้อผิดพลาดหรือคำเตือน) แฟ้ม แถว (นับจาก 1 \
                ไม่รวมหัวตาราง) คอลัมน์ ค่า และข้อความภาษาไทยกับอังกฤษ \
                ค่าของคอลัมน์ข้อมูลส่วนบุคคลไม่แสดงเว้นแต่ขอไว้ ระบบแจ้งทุกรายการและไม่หยุดเมื่อพบแถวที่ผิด \
                ข้อนี้เป็นข้อกำหนดของไลบรารีเอง",
            en: "Every finding names its rule, a stable code, the severity (error or warning), \
                table, row (from 1, the header not counted), column, value, and a message in Thai \
                and English. Values of personal columns are withheld unless asked for. All \
                findings are reported, and nothing stops at a bad row. This is the library's own \
                decision.",
        },
        force: Force::Decision,
        sources: &[],
        parameters: &[],
    },
    Rule {
        id: "RV-08",
        title: Text {
            th: "หมายเลขโทรศัพท์และรายได้",
            en: "Phone number and income",
        },
        text: Text {
            th: "หมายเลขโทรศัพท์พื้นฐานมี 9 หลัก ขึ้นต้นด้วย 02–05 หรือ 07 โทรศัพท์เคลื่อนที่มี 10 หลัก ขึ้นต้นด้วย 06, \
                08 หรือ 09 โดยไม่นับช่องว่าง ขีด จุด และวงเล็บ ช่องโทรศัพท์ทั้งสองใส่ได้ทั้งสองแบบ \
                ส่วนรายได้เป็นจำนวนเต็มบาทตั้งแต่ 0 ขึ้นไป",
            en: "A fixed line has 9 digits starting with 02 to 05 or 07, a mobile 10 digits \
                starting with 06, 08 or 09; spaces, hyphens, dots and brackets are ignored. \
                Either phone column takes either kind. An income is a whole number of baht, 0 or \
                more.",
        },
        force: Force::Must,
        sources: &[F43_PERSON],
        parameters: &[],
    },
];
