//! What is said of each finding: one text for each code and column, without values, naming what to do.

use super::cell::Kind;
use super::code::Code;
use super::table::{Column, Table};
use crate::base::text::{Arg, Message, Text, text};

/// What is said of a code in a column of a table; a code of a row or of a key has no column.
///
/// ```
/// use bosoto::record::{Code, Table, message};
///
/// let person = Table::Person;
/// let said = message(person, person.column("SEX"), Code::List);
/// assert_eq!(said.th(), "ช่อง SEX มีค่าที่มาตรฐานไม่ได้กำหนด โปรดใช้ 1 หรือ 2");
/// assert_eq!(said.en(), "SEX has a value that the standard does not have; use 1 or 2");
/// ```
#[must_use]
pub fn message(table: Table, column: Option<&'static Column>, code: Code) -> Message {
    let word = |word: &'static str| Arg::Word(word.into());
    let mut message = Message::new(
        wording(code, column),
        [
            ("table", word(table.name())),
            ("key", word(table.key_name())),
        ],
    );
    let Some(column) = column else {
        return message;
    };
    let width = column.width.unwrap_or_default();
    let mut args = message.args.with("column", word(column.name));
    args = args.with("width", u32::from(width).into());
    match column.kind {
        Some(Kind::List(choices)) => args = args.with("choices", Arg::Words(choices)),
        Some(Kind::Digits(count)) => args = args.with("count", u32::from(count).into()),
        Some(_) | None => {}
    }
    message.args = args;
    message
}

/// The wording of a code. Where a column needs another than the rest, it is named here.
fn wording(code: Code, column: Option<&Column>) -> Text {
    let kind = column.and_then(|column| column.kind);
    match code {
        Code::CidShape => text!(
            "ช่อง {column} ต้องเป็นเลขประจำตัวประชาชน 13 หลัก ไม่มีขีดหรือเว้นวรรค โปรดแก้ไข ผู้ที่ไม่มีเลขประจำตัวประชาชนให้เว้นว่าง ห้ามสร้างเลขขึ้นเอง",
            "{column} has to be a citizen id of 13 digits without dashes or spaces; correct it, or leave it empty for a person without one, and never make one up",
        ),
        Code::CidCheckDigit => text!(
            "เลขประจำตัวประชาชนในช่อง {column} ไม่ผ่านการตรวจสอบหลักสุดท้าย โปรดตรวจทานกับบัตรประจำตัวประชาชน",
            "the check digit of the citizen id in {column} is wrong; compare it with the card",
        ),
        Code::CidFirstDigit9 => text!(
            "เลขประจำตัวประชาชนในช่อง {column} ขึ้นต้นด้วย 9 ซึ่งพบในบุคคลที่ไม่มีสถานะทางทะเบียน โปรดตรวจทาน",
            "the citizen id in {column} begins with 9, as seen with persons without civil registration; check it",
        ),
        Code::CidPlaceholder => text!(
            "เลขในช่อง {column} เป็นเลขตัวอย่างหรือใช้แทนการไม่ทราบเลข (12 หลักแรกซ้ำกัน) โปรดแก้เป็นเลขจริง หากไม่ทราบให้เว้นว่าง",
            "the number in {column} is a sample or stands for an unknown one, as its first twelve digits are alike; give the true one, or leave it empty",
        ),
        Code::AreaShape if kind == Some(Kind::Province) => text!(
            "ช่อง {column} ต้องเป็นรหัสจังหวัด ตัวเลข 2 หลัก โปรดแก้ไข",
            "{column} has to be a province code of 2 digits; correct it",
        ),
        Code::AreaShape => text!(
            "ช่อง {column} ต้องเป็นตัวเลข 2 หลัก ไม่รวมรหัสจังหวัดหรืออำเภอ โปรดแก้ไข หากไม่ทราบให้ใช้ 99",
            "{column} has to be 2 digits, without those of the province or district; correct it, 99 stands for unknown",
        ),
        Code::NoSuchProvince => text!(
            "ไม่มีจังหวัดตามรหัสในช่อง {column} โปรดแก้ไข หากไม่ทราบจังหวัดให้ใช้ 99",
            "no province has the code in {column}; correct it, 99 stands for unknown",
        ),
        Code::UnknownProvince => text!(
            "ช่อง {column} เป็น 99 ซึ่งหมายถึงไม่ทราบจังหวัด โปรดระบุจังหวัดเมื่อทราบ",
            "{column} is 99, an unknown province; give the province once it is known",
        ),
        Code::UnknownArea => text!(
            "ช่อง {column} เป็น 99 ซึ่งหมายถึงไม่ทราบ โปรดระบุเมื่อทราบ",
            "{column} is 99, which stands for unknown; give the code once it is known",
        ),
        Code::NoSuchArea => text!(
            "ไม่มีรหัสในช่อง {column} ในตารางพื้นที่ที่ใช้เทียบ โปรดตรวจทานรหัสจังหวัด อำเภอ และตำบล",
            "the code in {column} is not in the table of areas; check province, district and tambon",
        ),
        Code::FacilityShape if kind == Some(Kind::Facility9) => text!(
            "ช่อง {column} ต้องเป็นรหัสหน่วยบริการ 9 ตัวที่เป็นตัวเลขหรืออักษรอังกฤษตัวพิมพ์ใหญ่ โปรดแก้ไข",
            "{column} has to be a facility code of 9 digits and upper-case letters; correct it",
        ),
        Code::FacilityShape => text!(
            "ช่อง {column} ต้องเป็นรหัสหน่วยบริการ ตัวเลข 5 หลัก หรือ 9 ตัวที่เป็นตัวเลขหรืออักษรอังกฤษตัวพิมพ์ใหญ่ โปรดแก้ไข",
            "{column} has to be a facility code of 5 digits, or of 9 digits and upper-case letters; correct it",
        ),
        Code::Icd10Shape => text!(
            "ช่อง {column} ต้องเป็นรหัส ICD-10 คืออักษร 1 ตัว ตัวเลข 2 หลัก และต่อท้ายได้ไม่เกิน 3 ตัว โปรดแก้ไข",
            "{column} has to be an ICD-10 code, one letter, two digits and up to three more; correct it",
        ),
        Code::MissingColumn => text!(
            "แฟ้ม {table} ขาดคอลัมน์ {column} โปรดส่งออกใหม่ให้มีคอลัมน์นี้",
            "the table {table} lacks the column {column}; export it again with it",
        ),
        Code::DuplicateColumn => text!(
            "แฟ้ม {table} มีคอลัมน์ {column} ซ้ำ ระบบใช้คอลัมน์แรก โปรดส่งออกใหม่ให้มีเพียงคอลัมน์เดียว",
            "the table {table} has the column {column} more than once and the first counts; export it again with one",
        ),
        Code::MemberName => text!(
            "ชื่อแฟ้มมีรหัสหน่วยบริการและตัวเลขต่อท้าย โปรดตั้งชื่อเป็น {table}.txt",
            "the name of the file has a facility code and digits behind it; name it {table}.txt",
        ),
        Code::NoHeader => text!(
            "แฟ้ม {table} ไม่มีแถวหัวตาราง โปรดส่งออกใหม่ให้บรรทัดแรกเป็นชื่อคอลัมน์",
            "the table {table} has no header; export it again with the names of the columns as its first line",
        ),
        Code::FieldCount => text!(
            "จำนวนช่องในแถวไม่ตรงกับหัวตาราง จึงไม่ได้ตรวจแถวนี้ โปรดตรวจว่าข้อความในแถวมีเครื่องหมาย | หรือขึ้นบรรทัดใหม่หรือไม่",
            "the row has another number of fields than the header, so that it is not judged; look for a | or a line break in a text",
        ),
        Code::Required => text!(
            "ต้องกรอกช่อง {column}",
            "{column} is required and must not be empty",
        ),
        Code::Width => text!(
            "ช่อง {column} ยาวเกิน {width} อักขระ โปรดแก้ไข",
            "{column} has more than {width} characters; shorten it",
        ),
        Code::Digits => text!(
            "ช่อง {column} ต้องเป็นตัวเลข {count} หลัก โปรดแก้ไข เติมศูนย์ข้างหน้าให้ครบ",
            "{column} has to be {count} digits, leading zeros included; correct it",
        ),
        Code::Date => text!(
            "ช่อง {column} ไม่ใช่วันที่ โปรดระบุเป็นปี ค.ศ. เดือน และวัน 8 หลัก เช่น 20240603",
            "{column} is no date; write year C.E., month and day as 8 digits, such as 20240603",
        ),
        Code::Datetime => text!(
            "ช่อง {column} ไม่ใช่วันเวลา โปรดระบุเป็นปี ค.ศ. เดือน วัน ชั่วโมง นาที และวินาที 14 หลัก เช่น 20240603091500",
            "{column} is no date and time; write year C.E., month, day, hour, minute and second as 14 digits, such as 20240603091500",
        ),
        Code::BuddhistYear => text!(
            "ปีในช่อง {column} เป็น พ.ศ. โปรดระบุเป็น ค.ศ. (ลบ 543)",
            "the year in {column} is of the Buddhist era; subtract 543",
        ),
        Code::List => text!(
            "ช่อง {column} มีค่าที่มาตรฐานไม่ได้กำหนด โปรดใช้ {choices}",
            "{column} has a value that the standard does not have; use {choices}",
        ),
        Code::DuplicateKey => text!(
            "มีแถวก่อนหน้าที่ {key} เหมือนกัน โปรดลบแถวที่ซ้ำหรือแก้ไข",
            "an earlier row has the same {key}; remove the one that repeats it, or correct it",
        ),
        Code::SeqReused => text!(
            "{column} นี้ใช้กับการรับบริการวันอื่นของบุคคลเดียวกันแล้ว โปรดตรวจทาน",
            "this {column} belongs to a service of the same person on another day; check it",
        ),
        Code::CidTwice => text!(
            "เลขประจำตัวประชาชนนี้มีอยู่ในแถวก่อนหน้าของหน่วยบริการภายใต้ PID อื่น โปรดตรวจว่าเป็นบุคคลเดียวกันหรือไม่ แล้วรวมให้เหลือ PID เดียว",
            "an earlier row of the facility has this citizen id under another PID; see whether it is one person, and keep one PID",
        ),
        Code::PidIsCid => text!(
            "ช่อง {column} เป็นเลขประจำตัวประชาชน ระบบจึงปกปิดและไม่นำไปเทียบกับแฟ้มอื่น โปรดใช้ทะเบียนบุคคลของหน่วยบริการ",
            "{column} is a citizen id, so that it is withheld and not looked up; use the facility's own number of the person",
        ),
        Code::NoPerson => text!(
            "ไม่มีบุคคลนี้ (HOSPCODE และ PID) ในแฟ้ม PERSON ที่ส่งมา โปรดส่งข้อมูลบุคคล หากยังไม่เคยส่ง",
            "no row of PERSON has this HOSPCODE and PID; send the person's row unless it was sent before",
        ),
        Code::NoService => text!(
            "ไม่มีการรับบริการนี้ (HOSPCODE, PID และ SEQ) ในแฟ้ม SERVICE โปรดส่งแถวของการรับบริการ หรือแก้ไข SEQ",
            "no row of SERVICE has this HOSPCODE, PID and SEQ; send the row of the service, or correct SEQ",
        ),
        Code::ServiceDate => text!(
            "วันที่ในช่อง {column} ไม่ตรงกับวันที่รับบริการของ SEQ นี้ในแฟ้ม SERVICE โปรดตรวจทาน",
            "{column} is not the day that SERVICE has for this SEQ; check it",
        ),
        Code::CidDiffers => text!(
            "เลขประจำตัวประชาชนในช่อง {column} ไม่ตรงกับของบุคคลนี้ในแฟ้ม PERSON โปรดตรวจว่าเป็นข้อมูลของบุคคลใด",
            "the citizen id in {column} is not that of the person in PERSON; see whose row it is",
        ),
        Code::BeforeBirth => text!(
            "วันที่ในช่อง {column} ก่อนวันเกิดในแฟ้ม PERSON โปรดตรวจทานวันเกิดและวันที่นี้",
            "{column} is before the birth in PERSON; check both",
        ),
        Code::AfterDeath => text!(
            "วันที่ในช่อง {column} หลังวันเสียชีวิตที่บันทึกไว้ โปรดตรวจทานวันเสียชีวิตและวันที่นี้",
            "{column} is after the death on record; check both",
        ),
        Code::InFuture => text!(
            "วันที่ในช่อง {column} หลังวันที่ใช้อ้างอิงหรือวันส่งออกข้อมูล โปรดแก้ไขเป็นวันที่เกิดขึ้นจริง",
            "{column} is after the reference date or the day of the export; give the day on which it happened",
        ),
        Code::UpdatedBeforeService => text!(
            "วันที่ปรับปรุงข้อมูลในช่อง {column} ก่อนวันรับบริการหรือวันรับไว้รักษา โปรดตรวจทานทั้งสองวัน",
            "{column} is before the day of the service or admission; check both",
        ),
        Code::Phone => text!(
            "ช่อง {column} ไม่ใช่หมายเลขโทรศัพท์ โปรดระบุ 9 หลักขึ้นต้นด้วย 02–05 หรือ 07 หรือ 10 หลักขึ้นต้นด้วย 06, 08 หรือ 09",
            "{column} is no telephone number; give 9 digits from 02–05 or 07, or 10 digits from 06, 08 or 09",
        ),
    }
}
