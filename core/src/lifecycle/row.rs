//! A lifecycle as data: one constant row for each command, from which `decide`, `actions`, the
//! permission matrix, the diagrams, the JSON export and the exhaustive tests all come.

use std::panic::Location;

use serde::{Serialize, Serializer};

use super::Lifecycle;
use super::act::{Act, Commands as _};
use super::advice::Advice;
use super::effect::{EffectName, Effects};
use super::guard::Guard;
use super::now::Now;
use super::state::State as _;
use super::who::{Permitted, Relation, Who};
use crate::base::fault::{BLANK_GIVEN, Fault};
use crate::base::rule::{self, Rule};
use crate::base::shape::{Record, Shape, Shaped, Ty};
use crate::base::text::{Arg, Speaks, Subject, Text};

/// Where a command leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next<S: 'static> {
    /// It records a fact (GE-01): the state stays, and it is accepted late. There is no way to give it
    /// a target.
    Fact,
    /// The state stays.
    Stays,
    /// To the state in which the case would be without the event that is taken back (GE-07).
    Back,
    /// To this state.
    To(S),
    /// To one of two, as a field of the payload says.
    OneOf(Choice<S>),
}

/// A yes-or-no field of a payload, and the state to which each answer leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice<S> {
    /// The field's name on the wire.
    pub field: &'static str,
    /// Where `true` leads.
    pub yes: S,
    /// Where `false` leads.
    pub no: S,
}

impl<S: Copy + 'static> Next<S> {
    /// The states to which it may lead; none where the state stays.
    pub fn targets(&self) -> impl Iterator<Item = S> + use<S> {
        let targets = match self {
            Self::Fact | Self::Stays | Self::Back => [None, None],
            Self::To(state) => [Some(*state), None],
            Self::OneOf(choice) => [Some(choice.yes), Some(choice.no)],
        };
        targets.into_iter().flatten()
    }

    /// What chooses, where it may lead to several.
    pub fn choice(&self) -> Option<Choice<S>> {
        match self {
            Self::Fact | Self::Stays | Self::Back | Self::To(_) => None,
            Self::OneOf(choice) => Some(*choice),
        }
    }

    /// The state after a command with this answer in the field that chooses; what takes an event back leads where
    /// [`Case::state_after`](super::Case) says.
    pub(crate) fn after(&self, present: S, answer: Option<bool>) -> S {
        match self {
            Self::Fact | Self::Stays | Self::Back => present,
            Self::To(state) => *state,
            Self::OneOf(choice) => match answer {
                Some(true) => choice.yes,
                Some(false) => choice.no,
                None => present,
            },
        }
    }
}

impl<L: Lifecycle> Speaks for Row<L> {
    fn called(&self) -> [&'static str; 2] {
        [L::NAME, self.name]
    }

    fn says(&self, name: &str, state: Option<u8>) -> Option<Arg> {
        let state = || L::State::ALL.get(usize::from(state?)).copied();
        Some(match name {
            "case" => Arg::Text(L::CASE),
            "from" => Arg::Names(self.from.iter().map(|from| from.in_a_sentence()).collect()),
            "opening" => Arg::Text(L::Command::OPENING.label),
            "state" => Arg::Text(state()?.in_a_sentence()),
            "instead" => Arg::Text(self.instead_in(state()?)?),
            "roles" => Arg::List(
                self.permitted
                    .roles()
                    .iter()
                    .map(|role| role.title())
                    .collect(),
            ),
            "relations" => Arg::List(self.who.iter().map(|who| who.relation.title).collect()),
            _ => return None,
        })
    }
}

/// A field of a command's payload, as a form needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Shape)]
pub struct Input {
    /// The field's name on the wire.
    #[title("ชื่อในข้อมูล", "name in the data")]
    pub name: &'static str,
    /// Whether the shape needs it.
    #[title("ต้องกรอก", "requirement")]
    pub required: bool,
    /// What a form calls it.
    #[title("ชื่อที่แสดง", "name shown")]
    pub title: Text,
    /// The rule for which it is asked.
    #[title("ข้อของหลักเกณฑ์", "rule")]
    #[serde(serialize_with = "rule::id")]
    #[shape(with = rule::Id)]
    pub rule: &'static Rule,
}

/// The fields of a command's payload.
#[derive(Debug, Clone, Copy)]
pub struct Inputs {
    shape: &'static Record,
    rule: &'static Rule,
}

impl Inputs {
    /// Each of them, in the order of the wire.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Input> + use<> {
        let rule = self.rule;
        self.shape.fields.iter().map(move |field| Input {
            name: field.name(),
            required: field.required,
            // A test holds that no input is without one.
            title: field.title().unwrap_or(Text::NONE),
            rule: field.rule.unwrap_or(rule),
        })
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.shape.fields.is_empty()
    }
}

impl PartialEq for Inputs {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.shape, other.shape)
    }
}

impl Serialize for Inputs {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl Shaped for Inputs {
    const TY: Ty = <[Input]>::TY;
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
    /// Whether it says who has the case from its date on, also where that is who had it (GE-01).
    pub moves: bool,
    /// Whether it is of the present holder's time alone, a fact of which no former one records.
    pub of_present: bool,
    /// Who may use it.
    pub who: &'static [Who<L>],
    /// The same, gathered for refusals.
    pub permitted: Permitted,
    /// Who may take back what it entered (GE-07).
    pub may_take_back: Permitted,
    /// Its guards, those of the rulebook's "from" column first.
    pub guards: &'static [Guard<L::Data>],
    /// What its payload can be refused for.
    pub faults: &'static [&'static [&'static Fault]],
    /// What it can be advised of.
    pub advice: &'static [&'static Advice],
    /// The effects by name, in order: those of the type of what it makes.
    pub effects: &'static [EffectName],
    /// What its payload holds.
    pub shape: &'static Record,
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
    const fn new(
        rule: &'static Rule,
        from: &'static [L::State],
        next: Next<L::State>,
        who: &'static [Who<L>],
        label: Text,
    ) -> Self {
        Self {
            name: "",
            event: "",
            rule,
            from,
            instead: &[],
            next,
            moves: false,
            of_present: false,
            who,
            permitted: Permitted::NOBODY,
            may_take_back: Permitted::NOBODY,
            guards: &[],
            faults: &[],
            advice: &[],
            effects: &[],
            shape: Record::NONE,
            label,
            confirm: None,
            success: None,
            at: Location::caller(),
        }
    }

    /// A command that creates a case.
    #[track_caller]
    pub(crate) const fn opening(rule: &'static Rule, who: &'static [Who<L>], label: Text) -> Self {
        Self::new(rule, &[], Next::To(L::State::INITIAL), who, label)
    }

    /// An act on a case.
    #[track_caller]
    pub(crate) const fn act(
        rule: &'static Rule,
        from: &'static [L::State],
        next: Next<L::State>,
        who: &'static [Who<L>],
        label: Text,
    ) -> Self {
        Self::new(rule, from, next, who, label)
    }

    /// A fact of a case (GE-01).
    #[track_caller]
    pub(crate) const fn fact(
        rule: &'static Rule,
        from: &'static [L::State],
        who: &'static [Who<L>],
        label: Text,
    ) -> Self {
        Self::new(rule, from, Next::Fact, who, label)
    }

    /// With what the type of its command says: names, effects, payload, and who may use it, gathered. A row
    /// cannot say any of it, so that it cannot say another's.
    pub(crate) const fn of<A: Act<Of = L>>(self) -> Self {
        Self {
            name: A::NAME,
            event: A::EVENT,
            permitted: Permitted::of(self.who),
            may_take_back: Permitted::SUPER_ADMIN.before(Permitted::of_fact(&self)),
            effects: <A::Effects as Effects<L::Effect>>::NAMES,
            shape: A::TY.record(),
            ..self
        }
    }

    /// Its faults, one after the other; last that a text which may be left out is blank.
    pub fn listed_faults(&self) -> impl Iterator<Item = &'static Fault> + use<L> {
        let blank = self.shape.has_optional_text().then_some(&BLANK_GIVEN);
        self.faults.iter().copied().flatten().copied().chain(blank)
    }

    /// The fields of its payload, as forms ask for them.
    pub fn inputs(&self) -> Inputs {
        Inputs {
            shape: self.shape,
            rule: self.rule,
        }
    }

    /// What is used instead in a state, or has to come first.
    pub(crate) fn instead_in(&self, state: L::State) -> Option<Text> {
        let mut known = self.instead.iter();
        known
            .find(|(known, _)| *known == state)
            .map(|(_, instead)| *instead)
    }

    /// Whether the role alone says who may use it.
    pub(crate) fn is_for_all_of_a_role(&self) -> bool {
        let anybody = |who: &Who<L>| who.relation.title == Relation::<L>::ANY.title;
        self.who.iter().all(anybody)
    }

    /// What a refusal has to say of it to whoever finds the case in this state.
    pub(crate) fn seen_in(&'static self, state: Option<L::State>) -> Subject {
        let place = |state| L::State::ALL.iter().position(|one| *one == state);
        let side = state
            .and_then(place)
            .and_then(|place| u8::try_from(place).ok());
        Subject { of: self, side }
    }

    /// Whether the payload is judged: not where a guard fails without which it is about nothing.
    pub(crate) fn judges_payload(&self, case: &L::Data, now: &Now<'_>) -> bool {
        let mut first = self.guards.iter().filter(|guard| guard.before_payload);
        first.all(|guard| guard.refuses(case, now).is_none())
    }

    /// Whether it records a fact (GE-01).
    pub const fn records_fact(&self) -> bool {
        matches!(self.next, Next::Fact)
    }
}
