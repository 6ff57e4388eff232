//! Kinds of help, for assistance by a centre and for community follow-up alike.

use crate::base::shape::Shape;
use serde::{Deserialize, Serialize};

/// What a person needs help with. The list is ours; the sources leave it open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Shape)]
#[serde(rename_all = "snake_case")]
pub enum HelpKind {
    /// อาชีพ
    #[title("อาชีพ", "occupation")]
    Occupation,
    /// ที่อยู่อาศัย
    #[title("ที่อยู่อาศัย", "housing")]
    Housing,
    /// การศึกษา
    #[title("การศึกษา", "education")]
    Education,
    /// การเงิน
    #[title("การเงิน", "finance")]
    Finance,
    /// สุขภาพ
    #[title("สุขภาพ", "health")]
    Health,
    /// กฎหมาย
    #[title("กฎหมาย", "legal")]
    Legal,
    /// ครอบครัว
    #[title("ครอบครัว", "family")]
    Family,
    /// อื่น ๆ
    #[title("อื่น ๆ", "other")]
    Other,
}
