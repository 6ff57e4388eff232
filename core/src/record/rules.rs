//! RV · Record validation (43 แฟ้ม): the rules that no single value is judged by.

use crate::base::documents::F43_TABLES;
use crate::base::rule::Rule;
use crate::base::text::text;

/// The rules, in the order of the rulebook.
pub(crate) const RULES: &[&Rule] = &[&RV_05, &RV_06, &RV_07];

pub(crate) static RV_05: Rule = Rule::must(
    "RV-05",
    text!("รูปแบบแฟ้มมาตรฐาน 43 แฟ้ม", "Shape of the 43-file tables"),
    text!(
        "แต่ละแฟ้มเป็นข้อความคั่นด้วย | มีแถวหัวตาราง วันที่เป็น YYYYMMDD ปี ค.ศ. \
         คอลัมน์และช่องที่บังคับต้องมีและไม่ว่าง",
        "Each table is text separated by |, with a header row and dates as YYYYMMDD in the \
         Common Era. Required columns and cells must be there.",
    ),
    text!(
        "ระบบตรวจแฟ้ม PERSON, ADDRESS, SERVICE, DIAGNOSIS_OPD, DIAGNOSIS_IPD, SPECIALPP และ DEATH \
         ตามโครงสร้างมาตรฐาน แฟ้มและคอลัมน์อื่นข้ามไป แต่ละแฟ้มชื่อเป็นชื่อแฟ้มตามด้วย .txt อยู่ในโฟลเดอร์ใดก็ได้ \
         หากมีรหัสหน่วยบริการและตัวเลขต่อท้ายชื่อจะมีคำเตือน ชื่อ ZIP คือ F43_รหัสหน่วยบริการ_วันเวลา \
         ซึ่งบอกวันที่ส่งออก ชื่อแฟ้มและชื่อคอลัมน์ไม่ถือตัวพิมพ์ใหญ่หรือเล็ก แฟ้มเป็นข้อความ UTF-8 ทั้งแฟ้ม \
         หรือ Windows-874 ทั้งแฟ้ม คั่นช่องด้วย | ไม่มีเครื่องหมายคำพูด บรรทัดว่างข้ามไป แถวแรกเป็นชื่อคอลัมน์ \
         หากไม่มีจะมีคำเตือน และระบบใช้ลำดับคอลัมน์ตามมาตรฐานเมื่อจำนวนช่องบอกได้ \
         คอลัมน์ที่ขาดหรือซ้ำแจ้งครั้งเดียวที่แถว 0 แถวที่จำนวนช่องไม่ตรงแจ้งครั้งเดียว แต่ละช่องตัดช่องว่างหน้าหลังแล้วตรวจว่าช่องที่บังคับไม่ว่าง \
         จำนวนอักขระ รูปแบบ และค่าที่อนุญาต ตามลำดับ โดยหยุดที่ข้อผิดพลาดแรกของช่องนั้น วันที่เป็น YYYYMMDD \
         และวันเวลาเป็น YYYYMMDDHHMMSS ปี ค.ศ. 1800–2399 ด้วยเลขอารบิก ปี 2400–2999 \
         ที่ลบ 543 แล้วเป็นวันที่ได้ แจ้งว่าเป็น พ.ศ.",
        "The tables PERSON, ADDRESS, SERVICE, DIAGNOSIS_OPD, DIAGNOSIS_IPD, SPECIALPP and DEATH \
         are judged as the standard has them; other tables and columns are passed over. A \
         table's file is its name with .txt, in any folder; a facility code and digits behind \
         the name are a warning. A ZIP named F43, facility code and time stamp gives the day of \
         the export. The case of names makes no difference. A file is UTF-8 throughout or else \
         Windows-874 throughout, its fields separated by | without quoting, empty lines passed \
         over. Its first line names the columns; without one there is a warning, and the \
         standard's order is taken where the number of fields tells it. A missing or repeated \
         column gives one finding at row 0, a row with the wrong number of fields one finding. \
         Each cell is trimmed and checked for presence, width, shape and allowed value, \
         stopping at its first failure. Dates are YYYYMMDD, date-times YYYYMMDDHHMMSS, Common \
         Era years 1800–2399, ASCII digits; a year of 2400–2999 that is a date after \
         subtracting 543 is reported as Buddhist Era.",
    ),
)
.sources(&[F43_TABLES]);

pub(crate) static RV_06: Rule = Rule::must(
    "RV-06",
    text!("ความสอดคล้องระหว่างแฟ้ม", "Consistency across tables"),
    text!(
        "ทุกแถวต้องมีบุคคลในแฟ้ม PERSON และ SEQ ที่ระบุต้องมีในแฟ้ม SERVICE \
         วันที่รับบริการต้องไม่ก่อนวันเกิดและไม่หลังวันเสียชีวิต",
        "Every row needs its person in PERSON, and a SEQ that is given its row in SERVICE. A \
         service date is not before birth and not after death.",
    ),
    text!(
        "การตรวจใช้เฉพาะช่องที่ผ่านการตรวจแล้ว (คำเตือนถือว่าผ่าน) และเว้นเมื่อไม่มีแฟ้มหรือคอลัมน์หลักที่ต้องใช้ \
         แถวต้องไม่ซ้ำตามคอลัมน์หลักของแฟ้มนั้น (แจ้งทุกแถวหลังแถวแรก) ทุกแถวต้องมีบุคคลใน PERSON \
         ซึ่งเป็นเพียงคำเตือนเว้นแต่ผู้ส่งแจ้งว่าส่งบุคคลครบ แถวของ DIAGNOSIS_OPD และ SPECIALPP ที่ระบุ SEQ \
         ต้องมีแถวนั้นใน SERVICE วันที่รับบริการ วันรับไว้รักษา และวันเสียชีวิตต้องไม่ก่อนวันเกิดและไม่หลังวันอ้างอิงที่ระบุ \
         หรือวันในชื่อ ZIP หากไม่มีทั้งสองจะไม่ตรวจ วันที่รับบริการและวันรับไว้รักษาต้องไม่หลังวันเสียชีวิตวันแรกที่บันทึกไว้ และ D_UPDATE \
         ต้องไม่ก่อนวันดังกล่าว มีคำเตือนเมื่อ SEQ เดียวกันอยู่คนละวัน เมื่อวันที่ไม่ตรงกับ SERVICE \
         เมื่อเลขประจำตัวประชาชนไม่ตรงกับของบุคคลหรือมีหลาย PID และเมื่อใช้เลขประจำตัวประชาชนเป็น PID \
         ซึ่งระบบปกปิดและไม่นำไปเทียบ หากบุคคลมีหลายแถว ใช้แถวที่มี D_UPDATE ล่าสุด",
        "Only cells that passed are used, a warning being a pass, and a check is left out when \
         a table or its key columns are absent. A row does not repeat its table's key (every \
         row after the first is reported). Every row needs its person in PERSON, which is only \
         a warning unless the export is said to carry all persons; a row of DIAGNOSIS_OPD or \
         SPECIALPP with a SEQ needs that row in SERVICE. A service date, an admission and a \
         death are not before birth, and not after the reference date stated or else the day in \
         the ZIP's name; with neither the future is not judged. A service date and an admission \
         are not after the earliest death on record, and D_UPDATE is not before them. Warnings: \
         one SEQ on several days, a date that differs from that of the service, a citizen id \
         that differs from the person's or has several PIDs, and a citizen id used as a PID, \
         which is withheld and not looked up. Of several rows of a person the one with the \
         latest D_UPDATE counts.",
    ),
)
.sources(&[F43_TABLES]);

pub(crate) static RV_07: Rule = Rule::decision(
    "RV-07",
    text!("ผลการตรวจสอบ", "Findings"),
    text!(
        "ผลการตรวจแต่ละรายการระบุข้อ ระดับ แฟ้ม แถว คอลัมน์ และข้อความ ข้อมูลส่วนบุคคลไม่แสดงเว้นแต่ขอไว้ \
         ระบบแจ้งทุกรายการ",
        "Every finding names its rule, severity, table, row, column and message; personal \
         values are withheld unless asked for. All findings are reported.",
    ),
    text!(
        "ผลการตรวจแต่ละรายการระบุข้อ รหัสคงที่ ระดับ (ข้อผิดพลาดหรือคำเตือน) แฟ้ม แถว (นับจาก 1 \
         ไม่รวมหัวตาราง โดยแถว 0 คือทั้งแฟ้ม) คอลัมน์ ค่า และข้อความภาษาไทยกับภาษาอังกฤษ \
         ค่าของคอลัมน์ข้อมูลส่วนบุคคลไม่แสดงเว้นแต่ขอไว้ และเลขประจำตัวประชาชนที่ใช้เป็น PID ไม่แสดงในคีย์ของแถวด้วย \
         แถวที่มีข้อผิดพลาดเป็นแถวที่ใช้ไม่ได้ ส่วนคำเตือนอย่างเดียวถือว่าใช้ได้ ระบบแจ้งทุกรายการและไม่หยุดเมื่อพบแถวที่ผิด \
         ข้อนี้ระบบกำหนดเพิ่มเติม ไม่มีในเอกสาร",
        "Every finding names its rule, a stable code, the severity (error or warning), table, \
         row (from 1, the header not counted, 0 being the table itself), column, value, and a \
         message in Thai and English. Values of personal columns are withheld unless asked for, \
         and a citizen id used as a PID in the key of the row too. A row with an error is bad, \
         warnings alone leave it good. All findings are reported, and nothing stops at a bad \
         row. This rule is added by the system, not in the documents.",
    ),
);
