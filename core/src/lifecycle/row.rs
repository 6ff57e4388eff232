//! A lifecycle as data: one constant row for each command, from which `decide`, `actions`, the
//! permission matrix, the diagrams, the JSON export and the exhaustive tests all come.

use std::panic::Location;

use schemars::JsonSchema;
use serde::Serialize;

use super::Lifecycle;
use super::act::{Act, Opening, Step};
use super::advice::Advice;
use super::effect::{EffectName, Effects};
use super::guard::Guard;
use super::state::State as _;
use super::who::{Permitted, Who};
use crate::base::fault::Fault;
use crate::base::rule::{self, Rule};
use crate::base::text::Text;

/// Where a command leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next<S: 'static> {
    /// It records a fact (GE-01): the state stays, and it is accepted late. There is no way to give it
    /// a target.
    Fact,
    /// The state stays.
    Stays,
    /// To this state.
    To(S),
    /// To one of these, which the command chooses.
    OneOf(&'static [S]),
}

impl<S: Copy + 'static> Next<S> {
    /// The states to which it may lead; none where the state stays.
    pub fn targets(&self) -> &[S] {
        match self {
            Self::Fact | Self::Stays => &[],
            Self::To(state) => std::slice::from_ref(state),
            Self::OneOf(states) => states,
        }
    }

    /// The state after a command that has chosen among several.
    pub(crate) fn after(&self, present: S, chosen: Option<S>) -> S {
        match self {
            Self::Fact | Self::Stays => present,
            Self::To(state) => *state,
            Self::OneOf(_) => chosen.unwrap_or(present),
        }
    }
}

/// A field of a command's payload, as a form needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Input {
    /// The field's name on the wire.
    pub name: &'static str,
    /// Whether the shape needs it.
    pub required: bool,
    /// What a form calls it.
    pub title: Text,
    /// The rule for which it is asked.
    #[serde(serialize_with = "rule::id")]
    #[schemars(with = "String")]
    pub rule: &'static Rule,
}

/// A field that the payload needs.
pub(crate) const fn required(
    name: &'static str,
    rule: &'static Rule,
    th: &'static str,
    en: &'static str,
) -> Input {
    Input {
        name,
        required: true,
        title: Text { th, en },
        rule,
    }
}

/// A field that the payload may have.
pub(crate) const fn optional(
    name: &'static str,
    rule: &'static Rule,
    th: &'static str,
    en: &'static str,
) -> Input {
    Input {
        required: false,
        ..required(name, rule, th, en)
    }
}

/// One command of a lifecycle: everything about it that is data.
#[derive(Debug)]
pub struct Row<L: Lifecycle> {
    /// The command's name on the wire.
    pub name: &'static str,
    /// The event's name on the wire.
    pub event: &'static str,
    /// The rule it is under.
    pub rule: &'static Rule,
    /// The states from which it may be used; none for a command that creates the case.
    pub from: &'static [L::State],
    /// What is said in another state that is not final: what is used instead or has to come first, or
    /// that it is done already.
    pub instead: &'static [(L::State, Text)],
    /// Where it leads.
    pub next: Next<L::State>,
    /// Who may use it.
    pub who: &'static [Who<L>],
    /// The same, gathered for refusals.
    pub permitted: Permitted,
    /// Its guards, those of the rulebook's "from" column first.
    pub guards: &'static [Guard<L::Data>],
    /// What its payload can be refused for.
    pub faults: &'static [&'static [&'static Fault]],
    /// What it can be advised of.
    pub advice: &'static [&'static Advice],
    /// The effects by name, in order: those of the type of what it makes.
    pub effects: &'static [EffectName],
    /// What its payload holds and why, for forms.
    pub inputs: &'static [Input],
    /// The button.
    pub label: Text,
    /// The question before it is done.
    pub confirm: Option<Text>,
    /// The text after it is done.
    pub success: Option<Text>,
    /// Where it is defined.
    pub at: &'static Location<'static>,
}

impl<L: Lifecycle> Row<L> {
    #[track_caller]
    const fn new<A: Act<Of = L>>(
        rule: &'static Rule,
        from: &'static [L::State],
        next: Next<L::State>,
        who: &'static [Who<L>],
        label: Text,
    ) -> Self {
        Self {
            name: A::NAME,
            event: A::EVENT,
            rule,
            from,
            instead: &[],
            next,
            who,
            permitted: Permitted::of(who),
            guards: &[],
            faults: &[],
            advice: &[],
            effects: <A::Effects as Effects<L::Effect>>::NAMES,
            inputs: &[],
            label,
            confirm: None,
            success: None,
            at: Location::caller(),
        }
    }

    /// A command that creates a case.
    #[track_caller]
    pub(crate) const fn opening<A: Opening<Of = L>>(
        rule: &'static Rule,
        who: &'static [Who<L>],
        label: Text,
    ) -> Self {
        Self::new::<A>(rule, &[], Next::To(L::State::INITIAL), who, label)
    }

    /// An act on a case.
    #[track_caller]
    pub(crate) const fn act<A: Step<Of = L>>(
        rule: &'static Rule,
        from: &'static [L::State],
        next: Next<L::State>,
        who: &'static [Who<L>],
        label: Text,
    ) -> Self {
        Self::new::<A>(rule, from, next, who, label)
    }

    /// A fact of a case (GE-01).
    #[track_caller]
    pub(crate) const fn fact<A: Step<Of = L>>(
        rule: &'static Rule,
        from: &'static [L::State],
        who: &'static [Who<L>],
        label: Text,
    ) -> Self {
        Self::new::<A>(rule, from, Next::Fact, who, label)
    }

    /// Its faults, one after the other.
    pub fn listed_faults(&self) -> impl Iterator<Item = &'static Fault> + use<L> {
        self.faults.iter().copied().flatten().copied()
    }

    /// Whether it records a fact (GE-01).
    pub fn records_fact(&self) -> bool {
        matches!(self.next, Next::Fact)
    }
}
