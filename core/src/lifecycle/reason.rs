//! Why a command is refused.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::Lifecycle;
use super::guard::When;
use super::row::Row;
use super::who::Permitted;
use crate::base::actor::Actor;
use crate::base::fault::{Finding, Nature, blank_fault};
use crate::base::rule::{self, Rule};
use crate::base::shape::{Field, Record, Shape, Shaped};
use crate::base::text::{Arg, Message};

/// Why a command is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Shape)]
#[serde(rename_all = "snake_case")]
pub enum ReasonKind {
    /// The case is in another state. Stands alone.
    #[title("สถานะไม่ตรง", "another state")]
    WrongState,
    /// The actor's role or organisation may not do this. Stands alone.
    #[title("ไม่มีสิทธิ", "not permitted")]
    NotPermitted,
    /// Allowed later, from `allowed_from`.
    #[title("ยังไม่ถึงเวลา", "too early")]
    TooEarly,
    /// Something must be there and is not, or stands in the way.
    #[title("เงื่อนไขยังไม่ครบ", "a precondition is missing")]
    MissingPrecondition,
    /// The same act was made already.
    #[title("ทำไปแล้ว", "already done")]
    AlreadyDone,
    /// A value that a rule refuses, at `pointer`.
    #[title("ข้อมูลไม่ถูกต้อง", "invalid input")]
    InvalidInput,
}

impl ReasonKind {
    /// Whether a day or another act can lift it, in this state and for this actor.
    pub const fn passes(self) -> bool {
        matches!(self, Self::TooEarly | Self::MissingPrecondition)
    }
}

impl From<Nature> for ReasonKind {
    fn from(nature: Nature) -> Self {
        match nature {
            Nature::Value => Self::InvalidInput,
            Nature::Missing => Self::MissingPrecondition,
            Nature::Done => Self::AlreadyDone,
        }
    }
}

/// One reason of a refusal.
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct Reason {
    /// The rule that refuses.
    #[title("ข้อของหลักเกณฑ์", "rule")]
    #[serde(serialize_with = "rule::id")]
    #[shape(with = rule::Id)]
    pub rule: &'static Rule,
    /// The name of the guard or fault.
    #[serde(skip)]
    pub name: &'static str,
    /// The kind of refusal.
    #[title("ประเภทของเหตุ", "kind of reason")]
    pub kind: ReasonKind,
    /// From when the answer changes, for `too_early`.
    #[title("วันหรือเวลาที่เริ่มทำได้", "first day or time allowed")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allowed_from: Option<When>,
    /// The place in the envelope, for `invalid_input`.
    #[title("ตำแหน่งของข้อมูล", "place in the document")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pointer: Option<Cow<'static, str>>,
    /// The roles that may, for `not_permitted`; left out where it may be a person.
    #[title("บทบาทที่มีสิทธิ", "roles that may")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permitted: Option<&'static Permitted>,
    /// The reason in words.
    #[title("ข้อความ", "message")]
    pub message: Message,
}

impl Reason {
    /// A reason with no more than its words.
    pub(crate) fn new(
        rule: &'static Rule,
        name: &'static str,
        kind: ReasonKind,
        message: impl Into<Message>,
    ) -> Self {
        Self {
            rule,
            name,
            kind,
            allowed_from: None,
            pointer: None,
            permitted: None,
            message: message.into(),
        }
    }

    /// What was found in the payload of a command; `{field}` in its words is the title of the field.
    pub(crate) fn of_finding<L: Lifecycle>(row: &Row<L>, found: Finding) -> Self {
        Self::found(row.shape, row.rule, found)
    }

    /// The same of a payload of this shape, under this rule.
    fn found(shape: &'static Record, rule: &'static Rule, found: Finding) -> Self {
        let fault = found.fault;
        let field = shape.field_at(&found.pointer);
        let args = match field.and_then(Field::title) {
            Some(title) => {
                let item = found.args.get("item").and_then(|item| item.number());
                let item = item.and_then(|item| u32::try_from(item).ok());
                found.args.with("field", Arg::Field(title, item))
            }
            None => found.args,
        };
        let kind = ReasonKind::from(fault.nature);
        let at_a_place = kind == ReasonKind::InvalidInput;
        Self {
            pointer: at_a_place.then(|| format!("{COMMAND}{}", found.pointer).into()),
            ..Self::new(
                fault.spoken_rule(rule),
                fault.code,
                kind,
                Message {
                    text: fault.text,
                    args,
                },
            )
        }
    }

    /// A text of the actor in which there is nothing to read; nothing where the place is another's.
    pub(crate) fn of_blank_actor(rule: &'static Rule, pointer: &str) -> Option<Self> {
        let place = pointer.strip_prefix(ACTOR)?;
        let field = Actor::TY.record().field_at(place)?;
        let fault = blank_fault(field);
        let title = Arg::Field(field.title()?, None);
        let message = Message::new(fault.text, [("field", title)]);
        Some(Self {
            pointer: Some(pointer.to_owned().into()),
            ..Self::new(rule, fault.code, ReasonKind::InvalidInput, message)
        })
    }
}

/// Where the actor stands in an envelope.
const ACTOR: &str = "/actor";
/// Where the payload stands in an envelope.
pub(super) const COMMAND: &str = "/command";
