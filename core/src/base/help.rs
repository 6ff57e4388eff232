//! Kinds of help, for assistance by a centre and for community follow-up alike.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a person needs help with. The list is ours; the sources leave it open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum HelpKind {
    /// อาชีพ
    Occupation,
    /// ที่อยู่อาศัย
    Housing,
    /// การศึกษา
    Education,
    /// การเงิน
    Finance,
    /// สุขภาพ
    Health,
    /// กฎหมาย
    Legal,
    /// ครอบครัว
    Family,
    /// อื่น ๆ
    Other,
}
