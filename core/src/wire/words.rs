//! What decoders say of a document in English, with the Thai beside it.
//!
//! Some of these words come from `serde` itself, which knows no other language; of what is not listed here
//! the Thai says no more than that it is wrong.

use crate::base::calendar::CalendarError;
use crate::base::text::{Arg, Text, text};

/// What a value should have been.
const EXPECTED: &[Text] = &[
    text("จำนวนเต็ม", "a whole number"),
    text("จำนวนเต็ม", "an integer"),
    text("ข้อความ", "a string"),
    text("ชื่อ", "a name"),
    text("คำที่กำหนด", "a word"),
    text("จริงหรือเท็จ (`true` หรือ `false`)", "a boolean"),
    text("รายการ (`type` และข้อมูลของรายการ)", "a command"),
    text("รายการในประวัติ (`type` และข้อมูลของรายการ)", "an event"),
    text("กลุ่มข้อมูลในวงเล็บปีกกา", "an object"),
    text("ชุดข้อมูลในวงเล็บเหลี่ยม", "a sequence"),
    text("คำตอบ 26 ข้อ", "an array of length 26"),
    text("ข้อความ 1 ถึง 64 อักขระ", "1 to 64 characters"),
    text(
        "วันที่ รูปแบบ ปี ค.ศ.-เดือน-วัน เช่น 2024-06-03",
        "a date `YYYY-MM-DD`",
    ),
    text(
        "วันเวลาพร้อมเขตเวลา เช่น 2021-04-17T09:00:00+07:00",
        "an RFC 3339 instant with an offset",
    ),
];

/// What else can be wrong with a value.
const PROBLEMS: &[Text] = &[
    text(
        "มีช่องข้อมูลชื่อเดียวกันซ้ำ โปรดส่งเพียงครั้งเดียว",
        "a field occurs twice",
    ),
    text("มีค่าที่ไม่มีชื่อช่องข้อมูล โปรดระบุชื่อ", "a value without a name"),
    text(
        "`event_id` ต้องเป็น `command_id` หรือเลขฐานสิบหก 16 หลัก ตามด้วย # และลำดับที่ โปรดแก้ไข",
        "`event_id` is the `command_id`, or 16 hex digits, then `#` and a number",
    ),
];

/// What a value should have been, as a decoder says it.
pub(super) fn expected(words: String) -> Arg {
    match EXPECTED.iter().find(|known| known.en == words) {
        Some(known) => Arg::Text(*known),
        None => Arg::Said("ค่าตามรูปแบบที่กำหนด", words.into()),
    }
}

/// What is wrong with a value, in words that are none of ours.
pub(super) fn unknown(words: String) -> Arg {
    Arg::Said("ไม่ตรงตามรูปแบบที่กำหนด", words.into())
}

/// What is wrong with a value, as a parser says it; nothing where it is none of ours.
pub(super) fn problem(words: &str) -> Option<Text> {
    let calendar = CalendarError::ALL.map(CalendarError::text);
    let known = PROBLEMS.iter().copied().chain(calendar);
    known.into_iter().find(|known| known.en == words)
}
