//! What cannot be judged, in words: files that cannot be read, sources without a table.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "the kinds of others' errors are many"
)]

use std::io;
use std::path::Path;

use arrow_schema::ArrowError;
use bosoto::text::{Arg, Message, Text};
use bosoto::{DataCode, DataError};

const UNREADABLE: Text = Text::given(&[
    "อ่านไฟล์ {file} ไม่ได้ ไฟล์อาจเสียหายหรือไม่สมบูรณ์ โปรดส่งออกหรือคัดลอกใหม่",
    "{file} cannot be read; it may be damaged or incomplete: export or copy it again",
]);
const ENCRYPTED: Text = Text::given(&[
    "ไฟล์ {file} ใน ZIP มีรหัสผ่าน ระบบจึงอ่านไม่ได้ โปรดส่งออกใหม่โดยไม่ตั้งรหัสผ่าน หรือแตกไฟล์ลงโฟลเดอร์แล้วตรวจโฟลเดอร์นั้น",
    "{file} in the ZIP is protected by a password and cannot be read; export it again without one, or unpack the ZIP \
         and judge the folder",
]);
const UNSUPPORTED: Text = Text::given(&[
    "ไฟล์ {file} ใน ZIP บีบอัดด้วยวิธีที่ระบบอ่านไม่ได้ โปรดบีบอัดใหม่แบบปกติ (Deflate) หรือแตกไฟล์ลงโฟลเดอร์แล้วตรวจโฟลเดอร์นั้น",
    "{file} in the ZIP is packed in a way that is not read; pack it again as usual (Deflate), or unpack the ZIP and \
         judge the folder",
]);
const NOT_THERE: Text = Text::given(&[
    "ไม่พบไฟล์หรือโฟลเดอร์ {file} หรือไม่มีสิทธิ์อ่าน โปรดตรวจสอบที่อยู่ของไฟล์",
    "{file} is not there or may not be read; check the path",
]);
const TOO_LARGE: Text = Text::given(&[
    "{file} มีขนาดเมื่อคลายแล้วใหญ่ผิดปกติ ระบบจึงหยุดอ่าน หากเชื่อถือที่มาของไฟล์ ให้กำหนดขนาดสูงสุด (unpack_limit) เพิ่ม",
    "{file} unpacks to more than is read of a file; if you trust where it comes from, raise `unpack_limit`",
]);
const NO_TABLE: Text = Text::given(&[
    "ไม่พบแฟ้มใดใน 7 แฟ้มที่ตรวจได้ (PERSON, ADDRESS, SERVICE, DIAGNOSIS_OPD, DIAGNOSIS_IPD, SPECIALPP, DEATH) \
         โปรดตรวจสอบว่าเลือกไฟล์ถูกต้อง",
    "none of the seven tables that can be judged is there (PERSON, ADDRESS, SERVICE, DIAGNOSIS_OPD, DIAGNOSIS_IPD, \
         SPECIALPP, DEATH); check that it is the right file",
]);
const NO_STREAM: Text = Text::given(&[
    "อ่านข้อมูลจากตารางที่ส่งมาไม่ได้ โปรดสร้างตารางใหม่แล้วส่งอีกครั้ง",
    "the rows of the table given cannot be read; make the table anew",
]);
const NO_PARQUET: Text = Text::given(&[
    "การอ่านไฟล์ Parquet ต้องติดตั้งส่วนเสริม bosoto[frame]",
    "reading Parquet needs the extra `bosoto[frame]`",
]);

const PASSWORD: Text = Text::given(&[
    "ไฟล์ {file} ตั้งรหัสผ่านไว้ จึงอ่านไม่ได้ โปรดเปิดไฟล์ นำรหัสผ่านออก แล้วบันทึกใหม่",
    "{file} has a password and cannot be read; open it, take the password off and save it again",
]);
const OLD_WORKBOOK: Text = Text::given(&[
    "ไฟล์ {file} เป็นตารางคำนวณรูปแบบที่อ่านไม่ได้ โปรดเปิดไฟล์แล้วบันทึกเป็น .xlsx",
    "{file} is a spreadsheet of a kind that is not read; open it and save it as .xlsx",
]);
const NO_SHEET: Text = Text::given(&[
    "ไม่พบแผ่นงานที่เป็นแฟ้มใดในไฟล์ {file} โปรดตั้งชื่อแผ่นงานตามชื่อแฟ้ม เช่น PERSON",
    "no worksheet of {file} is a table; name each as its table is named, such as PERSON",
]);

/// The name of a file as an error shows it: without the folders.
pub(crate) fn file_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}

fn about(code: DataCode, text: Text, file: &str) -> DataError {
    let args = [("file", Arg::Word(file.to_owned().into()))];
    DataError::new(code, Message::new(text, args))
}

/// A file that could not be read.
pub(crate) fn unreadable(file: &str, error: &io::Error) -> DataError {
    match error.kind() {
        io::ErrorKind::FileTooLarge => too_large(file),
        io::ErrorKind::NotFound | io::ErrorKind::PermissionDenied => {
            about(DataCode::Unreadable, NOT_THERE, file)
        }
        _ => about(DataCode::Unreadable, UNREADABLE, file),
    }
}

/// A member of a ZIP behind a password.
pub(crate) fn encrypted(member: &str) -> DataError {
    about(DataCode::Unreadable, ENCRYPTED, member)
}

/// A member of a ZIP packed in a way that is not read.
pub(crate) fn unsupported(member: &str) -> DataError {
    about(DataCode::Unreadable, UNSUPPORTED, member)
}

/// More than is read of a file.
pub(crate) fn too_large(file: &str) -> DataError {
    about(DataCode::TooLarge, TOO_LARGE, file)
}

/// A source without a table.
pub(crate) fn no_table() -> DataError {
    DataError::new(DataCode::NoTable, NO_TABLE)
}

/// A stream that breaks off.
pub(crate) fn no_stream(error: &ArrowError) -> DataError {
    // What a producer says may hold values: only that it failed is passed on.
    match error {
        ArrowError::ExternalError(source) => match source.downcast_ref::<DataError>() {
            Some(known) => known.clone(),
            None => DataError::new(DataCode::Unreadable, NO_STREAM),
        },
        _ => DataError::new(DataCode::Unreadable, NO_STREAM),
    }
}

/// A Parquet file, and nobody who reads it.
pub(crate) fn no_parquet() -> DataError {
    DataError::new(DataCode::Unreadable, NO_PARQUET)
}

const STOPPED: Text = Text::given(&["หยุดอ่านตามที่สั่ง", "reading was stopped as asked"]);

/// A workbook with a password.
pub(crate) fn password(file: &str) -> DataError {
    about(DataCode::Unreadable, PASSWORD, file)
}

/// A spreadsheet that is no .xlsx.
pub(crate) fn old_workbook(file: &str) -> DataError {
    about(DataCode::Unreadable, OLD_WORKBOOK, file)
}

/// A workbook without a worksheet that is a table.
pub(crate) fn no_sheet(file: &str) -> DataError {
    about(DataCode::NoTable, NO_SHEET, file)
}

/// Reading that the caller ended.
pub(crate) fn stopped() -> DataError {
    DataError::new(DataCode::Unreadable, STOPPED)
}

const CHANGED: Text = Text::given(&[
    "แฟ้ม {table} เปลี่ยนไประหว่างที่อ่าน โปรดตรวจสอบอีกครั้งเมื่อไม่มีโปรแกรมอื่นเขียนอยู่",
    "the table {table} changed while it was read; judge it again when nothing else writes it",
]);

/// A table that is not what it was a moment ago.
pub(crate) fn changed(table: &str) -> DataError {
    DataError::new(DataCode::Unreadable, CHANGED).in_table(table)
}
