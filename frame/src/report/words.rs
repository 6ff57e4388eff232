//! The words of a report, in Thai and in English.

use bosoto::text::Text;

macro_rules! words {
    ($($name:ident: $th:literal, $en:literal;)+) => {
        $(pub(super) const $name: Text = Text::given(&[$th, $en]);)+
    };
}

words! {
    TITLE: "รายงานผลการตรวจสอบข้อมูล 43 แฟ้ม", "Report on 43-file tables";
    FILES: "ไฟล์ที่ตรวจ", "Files judged";
    IN_MEMORY: "ตารางที่ส่งมาจากโปรแกรม", "tables given by a program";
    AND_MORE: "และอีก {count} รายการ", "and {count} more";
    AS_OF: "วันอ้างอิง", "Reference date";
    EXPORTED: "วันที่ส่งออกข้อมูล", "Day of the export";
    NO_DAY: "ไม่ระบุ จึงไม่ได้ตรวจวันที่ในอนาคต", "not stated, so that the future is not judged";
    ONLY: "รายงานเฉพาะหลักเกณฑ์", "Reported are only";
    SPAN: "{first} ถึง {last}", "{first} to {last}";
    IGNORED: "แฟ้มที่ไม่ได้ตรวจ", "Not judged";
    UNJUDGED: "ไม่ได้ตรวจแถวใดของแฟ้มต่อไปนี้ เพราะไม่มีแถวหัวตาราง จึงไม่ทราบว่าช่องใดคือคอลัมน์ใด โปรดส่งออกใหม่ให้บรรทัดแรกเป็นชื่อคอลัมน์", "No row of these tables was judged: there is no header, so that nobody knows which column stands where. Export them again with the names of the columns as the first line";
    NOTES: "ข้อสังเกตจากการอ่านสมุดงาน", "How the workbooks were read";
    ABSENT: "แฟ้มที่ไม่พบในข้อมูลที่ส่งมา", "Tables that are not there";
    PERSONAL: "รายงานนี้มีข้อมูลส่วนบุคคลตามที่ผู้ตรวจขอไว้ โปรดเก็บรักษาและส่งต่อเฉพาะผู้มีหน้าที่", "This report shows personal values, as was asked for: keep it safe, and pass it only to those with a duty to see it";
    ROWS_READ: "แถวที่ตรวจ", "Rows read";
    BAD_ROWS: "แถวที่ใช้ไม่ได้", "Bad rows";
    ERRORS: "ข้อผิดพลาด (รายการ)", "Errors";
    WARNINGS: "คำเตือน (รายการ)", "Warnings";
    CLEAN: "ตรวจแล้วไม่พบข้อผิดพลาดและคำเตือน", "Nothing was found: no error and no warning.";
    BAD_MEANS: "แถวที่ใช้ไม่ได้ คือแถวที่มีข้อผิดพลาดอย่างน้อย 1 รายการ แถวที่มีเพียงคำเตือนถือว่าใช้ได้", "A row with at least one error is bad; one with warnings alone is good.";
    MEND_FIRST: "สิ่งที่ควรแก้ไขก่อน", "What to mend first";
    MEND_ORDER: "เรียงข้อผิดพลาดก่อนคำเตือน และจำนวนแถวจากมากไปน้อย เลือกหัวข้อเพื่อดูแถวที่ต้องแก้ไข", "Errors before warnings, the most rows first. Each leads to its rows below.";
    MORE_KINDS: "และอีก {count} เรื่อง ดูในรายละเอียดตามหลักเกณฑ์", "and {count} more, in the rules below";
    ROWS_OF: "{rows} แถว (ร้อยละ {share} ของแฟ้ม)", "{rows} rows ({share} % of the table)";
    ONE_ROW_OF: "{rows} แถว (ร้อยละ {share} ของแฟ้ม)", "1 row ({share} % of the table)";
    WHOLE_TABLE: "ทั้งแฟ้ม", "the whole table";
    WHOLE_TABLES: "ทั้งแฟ้ม ใน {count} ไฟล์", "the whole table, in {count} files";
    BY_TABLE: "จำนวนแถวตามแฟ้ม", "Rows by table";
    TABLE: "แฟ้ม", "Table";
    IN_FILES: "ไฟล์", "Files";
    ROWS: "แถว", "Rows";
    BAD: "ใช้ไม่ได้", "Bad";
    SHARE: "ร้อยละ", "%";
    SHARE_OF: "ร้อยละ {share}", "{share} %";
    WARNED: "มีเพียงคำเตือน", "Warnings alone";
    EMPTY: "ไม่มีแถว", "no rows";
    ALL: "รวม", "All";
    BY_MONTH: "แนวโน้มรายเดือน", "Trend by month";
    MONTHS_ARE: "เดือนของวันที่รับบริการ (DATE_SERV) วันรับไว้รักษา (DATETIME_ADMIT) หรือวันเสียชีวิต (DDEATH) ไม่รวมแฟ้มที่ไม่มีวันดังกล่าว", "By the month of the service (DATE_SERV), admission (DATETIME_ADMIT) or death (DDEATH); tables without such a day are left out.";
    NO_MONTHS: "ไม่มีแถวที่มีวันที่รับบริการ วันรับไว้รักษา หรือวันเสียชีวิต", "No row has a day of service, admission or death.";
    MONTH: "เดือน", "Month";
    EARLIER: "ก่อนหน้านี้", "earlier";
    LATER: "หลังจากนี้", "later";
    UNDATED: "ไม่มีวันที่ที่อ่านได้", "no date";
    OF_ONE: "{name}: {rows} แถว", "{name}: {rows} rows";
    BY_FACILITY: "หน่วยบริการที่มีแถวใช้ไม่ได้มากที่สุด", "Facilities with the most bad rows";
    FACILITY: "หน่วยบริการ (HOSPCODE)", "Facility (HOSPCODE)";
    NO_BAD_FACILITY: "ไม่มีหน่วยบริการที่มีแถวใช้ไม่ได้", "No facility has a bad row.";
    OTHERS: "อื่น ๆ {count} แห่ง", "{count} others";
    NOWHERE: "ไม่ทราบหน่วยบริการ", "not known";
    BY_RULE: "รายละเอียดตามหลักเกณฑ์", "Rule by rule";
    ROWS_ARE: "แสดงไม่เกิน {first} แถวแรกของแต่ละเรื่อง แถวที่นับจาก 1 ไม่รวมหัวตาราง ทุกแถวดูได้จากผลการตรวจแบบ CSV", "At most the first {first} rows of each are shown, counted from 1 without the header; the findings as CSV have them all.";
    SOURCE: "ที่มา", "Source";
    DECISION: "ระบบกำหนดเพิ่มเติม ไม่มีในเอกสาร", "added by the system, not in the documents";
    OF_RULE: "พบ {count} รายการ ใน {kinds} เรื่อง", "{count} found, of {kinds} kinds";
    TO_MEND: "สิ่งที่พบและวิธีแก้ไข", "What is wrong and what to do";
    FIRST_ROWS: "{first} แถวแรกจาก {rows} แถว", "The first {first} of {rows} rows";
    FILE: "ไฟล์", "File";
    ROW: "แถวที่", "Row";
    VALUE: "ค่า", "Value";
}
