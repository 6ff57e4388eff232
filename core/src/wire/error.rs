//! What is wrong with a document: a code, a JSON Pointer, and what to do.

use std::fmt;

use serde::Serialize;

use crate::base::shape::Shape;
use crate::base::text::{Arg, Message, Text, text};

/// The codes of the contract. None is ever removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Shape)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// Not JSON, or a value that cannot be: an impossible or B.E. date, an instant without offset, a control
    /// character in a text.
    #[title("รูปแบบไม่ถูกต้อง", "malformed")]
    Malformed,
    /// A field that the shape does not know.
    #[title("ช่องข้อมูลเกินมา", "unknown field")]
    UnknownField,
    /// A field that the shape needs.
    #[title("ช่องข้อมูลขาดไป", "missing field")]
    MissingField,
    /// A value of another type than the shape's.
    #[title("ชนิดข้อมูลไม่ถูกต้อง", "wrong type")]
    WrongType,
    /// A word that is none of the shape's.
    #[title("ค่าที่ไม่ได้กำหนดไว้", "unknown value")]
    UnknownValue,
    /// Too many or too few elements or characters.
    #[title("ความยาวไม่ถูกต้อง", "wrong length")]
    WrongLength,
    /// Something of another case.
    #[title("เป็นของเคสอื่น", "other case")]
    OtherCase,
    /// A `command_id` that was used for another command or by another actor (GE-03).
    #[title("รหัสการส่งซ้ำ", "command id reused")]
    CommandIdReused,
    /// A policy whose parameter is out of range or contradicts another.
    #[title("ค่าที่กำหนดไม่ถูกต้อง", "invalid policy")]
    PolicyInvalid,
    /// An event that does not fit into its log.
    #[title("รายการไม่สอดคล้องกัน", "event does not fit")]
    EventDoesNotFit,
}

impl ErrorCode {
    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::UnknownField => "unknown_field",
            Self::MissingField => "missing_field",
            Self::WrongType => "wrong_type",
            Self::UnknownValue => "unknown_value",
            Self::WrongLength => "wrong_length",
            Self::OtherCase => "other_case",
            Self::CommandIdReused => "command_id_reused",
            Self::PolicyInvalid => "policy_invalid",
            Self::EventDoesNotFit => "event_does_not_fit",
        }
    }
}

/// An error of the wire: nothing was changed, and the message holds no value of the input.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Shape)]
pub struct WireError {
    /// The stable code.
    #[title("รหัสข้อผิดพลาด", "error code")]
    pub code: ErrorCode,
    /// JSON Pointer to the place.
    #[title("ตำแหน่งของข้อมูล", "place in the document")]
    pub pointer: String,
    /// What is wrong and what to do.
    #[title("ข้อความ", "message")]
    pub message: Message,
}

impl WireError {
    /// An error at a place.
    pub fn new(code: ErrorCode, pointer: impl Into<String>, message: impl Into<Message>) -> Self {
        Self {
            code,
            pointer: pointer.into(),
            message: message.into(),
        }
    }

    /// The same error, its pointer continued below `prefix`.
    #[must_use]
    pub fn under(mut self, prefix: &str) -> Self {
        self.pointer.insert_str(0, prefix);
        self
    }

    /// An answer of the contract: `{"error": …}`.
    pub fn to_json(&self) -> String {
        super::to_json(&Problem { error: self })
    }
}

/// A document that the library cannot use. Nothing was changed.
#[derive(Serialize, Shape)]
#[shape(name = "Error")]
pub(crate) struct Problem<'a> {
    /// What is wrong with it.
    #[title("ข้อผิดพลาด", "error")]
    pub error: &'a WireError,
}

impl fmt::Display for WireError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} at `{}`: {}",
            self.code.code(),
            self.pointer,
            self.message
        )
    }
}

impl std::error::Error for WireError {}

/// Adds a segment in front of a JSON Pointer. A key that is no plain name may be a person's: it is shown as `…`.
pub(super) fn push_front(pointer: &mut String, segment: &str) {
    let shown = if is_plain_name(segment) {
        segment
    } else {
        "…"
    };
    pointer.insert_str(0, shown);
    pointer.insert(0, '/');
}

/// A field, `[a-z_][a-z0-9_]{0,39}`, a column of a table, which has capitals, or the place of an element.
fn is_plain_name(key: &str) -> bool {
    let all = |is: fn(&u8) -> bool| key.as_bytes().iter().all(is);
    let is_place = key.len() < 10 && all(u8::is_ascii_digit);
    let is_named = all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_'))
        || all(|byte| matches!(byte, b'A'..=b'Z' | b'0'..=b'9' | b'_'));
    let is_name = is_named && !key.starts_with(|first: char| first.is_ascii_digit());
    (1..=40).contains(&key.len()) && (is_place || is_name)
}

pub(super) const NOT_JSON: Text = text!(
    "ข้อความไม่ใช่ JSON ที่ถูกต้อง (บรรทัด {line} ตำแหน่ง {column}) โปรดตรวจวงเล็บ เครื่องหมายคำพูด และการเข้ารหัส UTF-8",
    "not valid JSON (line {line}, column {column}); check brackets, quotes and UTF-8 encoding"
);
pub(super) const HUGE: Text = text!(
    "มีจำนวนที่ใหญ่เกินกว่าที่ระบบอ่านได้ (บรรทัด {line} ตำแหน่ง {column}) โปรดตรวจสอบจำนวนนั้น",
    "a number is larger than any that can be read (line {line}, column {column}); correct it"
);
pub(super) const DUPLICATE: Text = text!(
    "มีช่องข้อมูลชื่อเดียวกันซ้ำ โปรดส่งเพียงครั้งเดียว",
    "a field occurs twice in one object; send it once"
);
pub(super) const NULL: Text = text!(
    "ไม่รับค่า `null` โปรดตัดช่องข้อมูลที่ไม่มีค่าออก",
    "null is not accepted; leave the field out where there is no value"
);
pub(super) const UNKNOWN_FIELD: Text = text!(
    "ไม่มีช่องข้อมูลนี้ในรูปแบบที่กำหนด โปรดใช้เฉพาะ {expected}",
    "the shape has no such field; known are {expected}"
);
pub(super) const NO_FIELD: Text = text!(
    "รูปแบบที่กำหนดไม่มีช่องข้อมูลใด โปรดตัดช่องข้อมูลนี้ออก",
    "the shape has no fields at all; leave it out"
);
pub(super) const MISSING_FIELD: Text = text!(
    "ขาดช่องข้อมูล `{field}` โปรดระบุ",
    "the field `{field}` is required"
);
pub(super) const MISSING_FIELDS: Text = text!(
    "ขาดช่องข้อมูล {fields} โปรดระบุให้ครบ",
    "the fields {fields} are required"
);
pub(super) const WRONG_TYPE: Text = text!(
    "ชนิดข้อมูลไม่ถูกต้อง โปรดระบุเป็น {expected}",
    "wrong type; expected {expected}"
);
pub(super) const UNKNOWN_VALUE: Text = text!(
    "ค่านี้ไม่อยู่ในค่าที่กำหนด โปรดใช้ค่าใดค่าหนึ่งใน {expected}",
    "not one of the known values; known are {expected}"
);
pub(super) const WRONG_LENGTH: Text = text!(
    "จำนวนหรือความยาวไม่ถูกต้อง โปรดระบุเป็น {expected}",
    "wrong length; expected {expected}"
);
pub(super) const TEXT_LENGTH: Text = text!(
    "จำนวนหรือความยาวไม่ถูกต้อง โปรดระบุเป็น ข้อความ {fewest} ถึง {most} อักขระ",
    "wrong length; expected {fewest} to {most} characters"
);
pub(crate) const CONTROL: Text = text!(
    "ข้อความมีอักขระควบคุมที่ระบบไม่รับ (รับเฉพาะแท็บและการขึ้นบรรทัดใหม่) โปรดลบออกหรือพิมพ์ใหม่",
    "the text has a control character other than tab and line break; remove it or type the text anew"
);
pub(super) const TOO_LONG: Text = text!(
    "ข้อความยาวเกินไป โปรดระบุไม่เกิน {most} อักขระ",
    "wrong length; expected at most {most} characters"
);
pub(crate) const RANGE: Text = text!(
    "จำนวนอยู่นอกช่วงที่ระบบรับ โปรดระบุจำนวนเต็มตั้งแต่ {min} ถึง {max}",
    "the number is out of range; expected a whole number from {min} to {max}"
);
pub(super) const UNKNOWN_DAY: Text = text!(
    "{problem} หากไม่ทราบวันที่ครบทั้งวัน เดือน และปี ให้เว้นช่องนี้ไว้ ไม่ต้องส่ง",
    "{problem}; leave the field out where the whole date is not known"
);
pub(super) const EVENT_ID: Text = text!(
    "`event_id` ต้องเป็น `command_id` หรือเลขฐานสิบหก 16 หลัก ตามด้วย # และลำดับที่ โปรดแก้ไข",
    "`event_id` is the `command_id`, or 16 hex digits, then `#` and a number"
);

pub(super) fn word(text: impl Into<std::borrow::Cow<'static, str>>) -> Arg {
    Arg::Word(text.into())
}
