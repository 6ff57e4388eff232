//! Verdicts: what a command came to, and why.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use super::event::Event;
use super::table::{Lifecycle, Permitted, State};
use crate::base::calendar::{Date, Instant, date as wire_date};
use crate::base::text::{Arg, Message, Text};
use crate::lifecycles::effect::Effect;
use crate::policy::Profile;

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

    /// Whether it is about what the case holds, not about time or who: judged again in a merge.
    pub fn is_structural(self) -> bool {
        matches!(self, Self::MissingPrecondition | Self::AlreadyDone)
    }
}

/// A date, or an instant for the rules of TM-3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Moment {
    /// From the first second of this day, in Thailand.
    Date(
        #[serde(with = "wire_date")]
        #[schemars(with = "Date")]
        Date,
    ),
    /// From this second.
    Instant(Instant),
}

impl Moment {
    /// For comparing dates with instants: a date begins at its midnight.
    pub fn instant(self) -> Instant {
        match self {
            Self::Date(date) => Instant::at_midnight(date),
            Self::Instant(instant) => instant,
        }
    }

    pub(crate) fn arg(self) -> Arg {
        match self {
            Self::Date(date) => Arg::Date(date),
            Self::Instant(instant) => Arg::Instant(instant),
        }
    }
}

/// One reason of a refusal.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Reason {
    /// The rule that refuses.
    pub rule: &'static str,
    /// The kind of refusal.
    pub kind: ReasonKind,
    /// From when the answer changes, for `too_early`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allowed_from: Option<Moment>,
    /// The place in the envelope, for `invalid_input`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pointer: Option<Cow<'static, str>>,
    /// The roles that may, for `not_permitted`; left out where it may be a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permitted: Option<Permitted>,
    /// The reason in words.
    pub message: Message,
}

impl Reason {
    /// A reason with no more than its words.
    pub fn new(rule: &'static str, kind: ReasonKind, message: impl Into<Message>) -> Self {
        Self {
            rule,
            kind,
            allowed_from: None,
            pointer: None,
            permitted: None,
            message: message.into(),
        }
    }

    /// Refused until then: the text may name `{from}`.
    pub fn until(rule: &'static str, moment: Moment, text: Text) -> Self {
        Self {
            allowed_from: Some(moment),
            ..Self::new(
                rule,
                ReasonKind::TooEarly,
                Message::new(text, [("from", moment.arg())]),
            )
        }
    }
}

/// Advice that goes with an accepted command.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Warning {
    /// The rule.
    pub rule: &'static str,
    /// The advice in words.
    pub message: Message,
}

/// Warnings as they are collected: each rule at most once, ordered by rule ID.
#[derive(Debug, Default)]
pub struct Warnings(Vec<Warning>);

impl Warnings {
    /// Adds a warning, unless its rule has one.
    pub fn add(&mut self, rule: &'static str, message: impl Into<Message>) {
        let at = self.0.partition_point(|warning| warning.rule < rule);
        if self.0.get(at).is_none_or(|warning| warning.rule != rule) {
            let message = message.into();
            self.0.insert(at, Warning { rule, message });
        }
    }

    pub(crate) fn into_vec(self) -> Vec<Warning> {
        self.0
    }
}

/// Refusals of a payload as they are collected.
#[derive(Debug)]
pub struct Faults {
    rule: &'static str,
    structure_only: bool,
    reasons: Vec<Reason>,
}

impl Faults {
    /// Every refusal of the payload.
    pub(crate) fn all(rule: &'static str) -> Self {
        Self {
            rule,
            structure_only: false,
            reasons: Vec::new(),
        }
    }

    /// Only the refusals that a merge judges again: an unknown or repeated id and the like.
    pub(crate) fn structural(rule: &'static str) -> Self {
        Self {
            structure_only: true,
            ..Self::all(rule)
        }
    }

    pub(crate) fn into_reasons(self) -> Vec<Reason> {
        self.reasons
    }

    /// A value that cannot be, at `/command/…`.
    pub fn invalid(&mut self, pointer: impl Into<Cow<'static, str>>, message: impl Into<Message>) {
        if !self.structure_only {
            self.conflict(pointer, message);
        }
    }

    /// A value that does not fit what the case holds: judged again in a merge.
    pub fn conflict(&mut self, pointer: impl Into<Cow<'static, str>>, message: impl Into<Message>) {
        let reason = Reason {
            pointer: Some(pointer.into()),
            ..Reason::new(self.rule, ReasonKind::InvalidInput, message)
        };
        self.reasons.push(reason);
    }

    /// A value that a rule other than the command's own refuses.
    pub fn invalid_by(
        &mut self,
        rule: &'static str,
        pointer: impl Into<Cow<'static, str>>,
        message: impl Into<Message>,
    ) {
        let own = std::mem::replace(&mut self.rule, rule);
        self.invalid(pointer, message);
        self.rule = own;
    }

    /// Something that the payload names is not there, or was done.
    pub fn missing(&mut self, kind: ReasonKind, message: impl Into<Message>) {
        self.reasons.push(Reason::new(self.rule, kind, message));
    }

    /// A required text with nothing in it.
    pub fn blank(&mut self, pointer: &'static str, text: &str) {
        if text.trim().is_empty() {
            self.invalid(pointer, BLANK);
        }
    }

    /// A date that must lie from `earliest` (where there is one) to `today` (GE-06).
    pub fn date(&mut self, pointer: &'static str, date: Date, earliest: Option<Date>, today: Date) {
        if date > today {
            self.invalid(
                pointer,
                Message::new(IN_FUTURE, [("today", Arg::Date(today))]),
            );
        } else if let Some(earliest) = earliest.filter(|earliest| date < *earliest) {
            let message = Message::new(BEFORE, [("earliest", Arg::Date(earliest))]);
            self.invalid(pointer, message);
        }
    }
}

const BLANK: Text = Text {
    th: "ต้องกรอกข้อความในช่องนี้ จะเว้นว่างไม่ได้",
    en: "this text is required and must not be blank",
};
const IN_FUTURE: Text = Text {
    th: "วันที่นี้อยู่ในอนาคต (วันนี้คือวันที่ {today}) โปรดบันทึกวันที่ที่เกิดขึ้นจริง",
    en: "the date lies in the future (today is {today}); record the day on which it happened",
};
const BEFORE: Text = Text {
    th: "วันที่นี้เร็วเกินไป ต้องไม่ก่อนวันที่ {earliest}",
    en: "the date cannot be before {earliest}",
};

/// An accepted command: the event and what goes with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Accepted<L: Lifecycle> {
    /// The state after it.
    pub state: L::State,
    /// The event.
    pub event: Event<L>,
    /// What the embedding system now has to do, unless `repeated`.
    pub effects: Vec<Effect>,
    /// Advice, ordered by rule ID.
    pub warnings: Vec<Warning>,
    /// The profile under which it was judged.
    pub profile: Profile,
    /// Whether this is the first decision again (GE-03).
    pub repeated: bool,
}

/// A refused command: every reason.
#[derive(Debug, Clone, PartialEq)]
pub struct Rejected<S> {
    /// The state, which stays; none where there is no case.
    pub state: Option<S>,
    /// Every reason.
    pub reasons: Vec<Reason>,
    /// The profile under which it was judged.
    pub profile: Profile,
}

/// What a command came to.
#[derive(Debug, Clone, PartialEq)]
pub enum Decision<L: Lifecycle> {
    /// It is done.
    Accepted(Box<Accepted<L>>),
    /// It is refused, and nothing changes.
    Rejected(Rejected<L::State>),
}

impl<L: Lifecycle> Decision<L> {
    /// The accepted decision, if it is one.
    pub fn accepted(&self) -> Option<&Accepted<L>> {
        match self {
            Self::Accepted(accepted) => Some(accepted),
            Self::Rejected(_) => None,
        }
    }

    /// The reasons of a refusal; none for an accepted command.
    pub fn reasons(&self) -> &[Reason] {
        match self {
            Self::Accepted(_) => &[],
            Self::Rejected(rejected) => &rejected.reasons,
        }
    }
}

#[derive(Serialize)]
#[serde(tag = "outcome", rename_all = "snake_case", bound = "")]
enum Wire<'a, L: Lifecycle> {
    Accepted {
        state: &'static str,
        events: [&'a Event<L>; 1],
        effects: &'a [Effect],
        warnings: &'a [Warning],
        profile: Profile,
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        repeated: bool,
    },
    Rejected {
        #[serde(skip_serializing_if = "Option::is_none")]
        state: Option<&'static str>,
        reasons: &'a [Reason],
        profile: Profile,
    },
}

impl<L: Lifecycle> Serialize for Decision<L> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let wire: Wire<'_, L> = match self {
            Self::Accepted(accepted) => Wire::Accepted {
                state: accepted.state.name(),
                events: [&accepted.event],
                effects: &accepted.effects,
                warnings: &accepted.warnings,
                profile: accepted.profile,
                repeated: accepted.repeated,
            },
            Self::Rejected(rejected) => Wire::Rejected {
                state: rejected.state.map(State::name),
                reasons: &rejected.reasons,
                profile: rejected.profile,
            },
        };
        wire.serialize(serializer)
    }
}
