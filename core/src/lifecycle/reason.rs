//! Why a command is refused.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use super::Lifecycle;
use super::guard::When;
use super::row::Row;
use super::who::Permitted;
use crate::base::fault::{Finding, Nature};
use crate::base::person;
use crate::base::rule::{self, Rule};
use crate::base::text::{Arg, Message, Text};

/// Why a command is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReasonKind {
    /// The case is in another state. Stands alone.
    WrongState,
    /// The actor's role or organisation may not do this. Stands alone.
    NotPermitted,
    /// Allowed later, from `allowed_from`.
    TooEarly,
    /// Something must be there and is not, or stands in the way.
    MissingPrecondition,
    /// The same act was made already.
    AlreadyDone,
    /// A value that a rule refuses, at `pointer`.
    InvalidInput,
}

impl ReasonKind {
    /// Every kind.
    pub const ALL: [Self; 6] = [
        Self::WrongState,
        Self::NotPermitted,
        Self::TooEarly,
        Self::MissingPrecondition,
        Self::AlreadyDone,
        Self::InvalidInput,
    ];

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
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Reason {
    /// The rule that refuses.
    #[serde(serialize_with = "rule::id")]
    #[schemars(with = "String")]
    pub rule: &'static Rule,
    /// The name of the guard or fault.
    #[serde(skip)]
    pub name: &'static str,
    /// The kind of refusal.
    pub kind: ReasonKind,
    /// From when the answer changes, for `too_early`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allowed_from: Option<When>,
    /// The place in the envelope, for `invalid_input`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pointer: Option<Cow<'static, str>>,
    /// The roles that may, for `not_permitted`; left out where it may be a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permitted: Option<&'static Permitted>,
    /// The reason in words.
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
        let fault = found.fault;
        let args = match title(row, &found) {
            Some(title) => {
                let item = found.args.get("item").and_then(Arg::number);
                found.args.with("field", Arg::Field(title, item))
            }
            None => found.args,
        };
        let kind = ReasonKind::from(fault.nature);
        let at_a_place = kind == ReasonKind::InvalidInput;
        Self {
            pointer: at_a_place.then(|| format!("{COMMAND}{}", found.pointer).into()),
            ..Self::new(
                fault.spoken_rule(row.rule),
                fault.code,
                kind,
                Message {
                    text: fault.text,
                    args,
                },
            )
        }
    }
}

/// What a form calls the field in which something was found.
fn title<L: Lifecycle>(row: &Row<L>, found: &Finding) -> Option<Text> {
    let is_name = |part: &&str| !part.starts_with(|c: char| c.is_ascii_digit());
    let innermost = found.pointer.rsplit('/').find(is_name)?;
    if innermost == found.top.0 {
        let input = row.inputs.iter().find(|input| input.name == innermost)?;
        return Some(input.title);
    }
    let fields = L::FIELDS.iter().chain(person::FIELDS);
    let known = fields.into_iter().find(|(name, _)| *name == innermost);
    known.map(|(_, title)| *title)
}

/// Where the payload stands in an envelope.
const COMMAND: &str = "/command";
