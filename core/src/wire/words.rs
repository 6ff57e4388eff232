//! What a value should have been.

use crate::base::text::{Text, text};

pub(super) const WHOLE: Text = text!("จำนวนเต็ม", "a whole number");
pub(super) const TEXT: Text = text!("ข้อความ", "a string");
pub(super) const NAME: Text = text!("ชื่อ", "a name");
pub(super) const WORD: Text = text!("คำที่กำหนด", "a word");
pub(super) const FLAG: Text = text!("จริงหรือเท็จ (`true` หรือ `false`)", "a boolean");
pub(super) const OBJECT: Text = text!("กลุ่มข้อมูลในวงเล็บปีกกา", "an object");
pub(super) const LIST: Text = text!("ชุดข้อมูลในวงเล็บเหลี่ยม", "a sequence");
pub(super) const ANSWERS: Text = text!("คำตอบ 26 ข้อ", "an array of length 26");
pub(super) const DATE: Text = text!(
    "วันที่ รูปแบบ ปี ค.ศ.-เดือน-วัน เช่น 2024-06-03",
    "a date `YYYY-MM-DD`",
);
pub(super) const INSTANT: Text = text!(
    "วันเวลาพร้อมเขตเวลา เช่น 2021-04-17T09:00:00+07:00",
    "an RFC 3339 instant with an offset",
);
const COMMAND: Text = text!("รายการ (`type` และข้อมูลของรายการ)", "a command");
const EVENT: Text = text!("รายการในประวัติ (`type` และข้อมูลของรายการ)", "an event");

/// An object that is told by a word in it, by the name of its type.
pub(super) fn sum(name: &str) -> Text {
    match name {
        "Command" => COMMAND,
        "Event" => EVENT,
        _ => OBJECT,
    }
}
