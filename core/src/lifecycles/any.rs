//! Any lifecycle by its name: the typed machinery behind objects, for bindings and tools.
//!
//! This room holds the list of the lifecycles and knows nothing of what is in them.
//!
//! ```
//! use bosoto::any;
//! use bosoto::policy::Policy;
//!
//! let exchange = any::lifecycle("compulsory").expect("known");
//! let answer = exchange.decide_json(None, "{}", &Policy::default());
//! assert_eq!(answer.unwrap_err().pointer, "/at");
//! ```

use std::any::Any;
use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use serde::Serialize;
use serde_json::Value;

use super::account::Account;
use super::admin_change::AdminChange;
use super::aftercare::Aftercare;
use super::assistance::Assistance;
use super::compulsory::Compulsory;
use super::data_change::DataChange;
use super::episode::Episode;
use super::registry_link::RegistryLink;
use crate::base::actor::Actor;
use crate::base::calendar::{Date, Instant};
use crate::base::fault::Fault;
use crate::base::id::CaseId;
use crate::base::rule::{Applied, Rule};
use crate::base::shape::{Shape, Shaped, Ty};
use crate::base::text::{Arg, Message, Text, text};
use crate::lifecycle::{
    self, Action, Case, Commands, Conflict, Decision, Difference, EffectName, EffectSet as _,
    Envelope, Event, Lifecycle, Machine, Past, Reason, RefusedAct, Replay, Settled, State, View,
    Warning, Withdrawn,
};
use crate::policy::Policy;
use crate::schedule::{Obligation, Owed};
use crate::wire::{self, ErrorCode, WireError};

/// Makes what is there of every lifecycle.
macro_rules! lifecycles {
    ($($(#[$attribute:meta])* $lifecycle:ty,)+) => {
        /// Every lifecycle, in the order of the contract.
        pub const ALL: &[&dyn AnyLifecycle] = &[$($(#[$attribute])* the::<$lifecycle>(),)+];

        impl Shaped for AnyEvent {
            const TY: Ty = Ty::Either(&[$($(#[$attribute])* Event::<$lifecycle>::TY,)+]);
        }

        impl Shaped for AnyEnvelopes {
            const TY: Ty = Ty::Either(&[
                $($(#[$attribute])* Envelope::<<$lifecycle as Lifecycle>::Command>::TY,)+
            ]);
        }

        impl Shaped for AnyEffect {
            const TY: Ty = Ty::Either(&[$($(#[$attribute])* <$lifecycle as Lifecycle>::Effect::TY,)+]);
        }
    };
}

lifecycles! {
    Compulsory,
    Assistance,
    Episode,
    Aftercare,
    Account,
    RegistryLink,
    AdminChange,
    DataChange,
    #[cfg(test)]
    super::ninth::Loan,
}

/// An event of any lifecycle, for its shape.
pub struct AnyEvent;

/// An envelope of any lifecycle, for its shape.
pub struct AnyEnvelopes;

/// An effect of any lifecycle, for its shape.
pub struct AnyEffect;

/// A decision of any lifecycle, for its shape.
pub struct Decided;

impl Shaped for Decided {
    const TY: Ty = Ty::Tagged(&lifecycle::any_decision::<String, AnyEvent, AnyEffect>());
}

/// A lifecycle as an object.
struct It<L>(PhantomData<fn() -> L>);

const fn the<L: Lifecycle>() -> &'static dyn AnyLifecycle {
    &It::<L>(PhantomData)
}

/// The lifecycle of this name.
///
/// # Errors
///
/// [`ErrorCode::UnknownValue`] at `/lifecycle`, with the names that are known.
pub fn lifecycle(name: &str) -> Result<&'static dyn AnyLifecycle, WireError> {
    ALL.iter()
        .find(|lifecycle| lifecycle.name() == name)
        .copied()
        .ok_or_else(|| {
            let names = ALL.iter().map(|lifecycle| lifecycle.name());
            let known: Vec<String> = names.map(|name| format!("`{name}`")).collect();
            let args = [("known", Arg::Word(known.join(", ").into()))];
            let message = Message::new(UNKNOWN_LIFECYCLE, args);
            WireError::new(ErrorCode::UnknownValue, "/lifecycle", message)
        })
}

/// A line of a log (an element, where the log is a JSON array) that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Shape)]
pub struct BrokenLine {
    /// 1-based.
    #[title("บรรทัดที่", "line number")]
    pub line: usize,
    /// Why.
    #[title("ข้อผิดพลาด", "error")]
    pub error: WireError,
}

/// A replayed log: the case, and the lines that could not be used.
#[derive(Debug, Clone)]
pub struct Replayed {
    /// The case, if a line created one.
    pub case: Option<Arc<dyn AnyCase>>,
    /// How many events were used.
    pub used: usize,
    /// The lines that are broken or do not fit, with the reason.
    pub broken: Vec<BrokenLine>,
    /// The events that a merge left without effect.
    pub conflicts: Vec<Conflict>,
}

impl Replayed {
    /// A log of which nothing can be read.
    fn unread(error: WireError) -> Self {
        Self {
            case: None,
            used: 0,
            broken: vec![BrokenLine { line: 1, error }],
            conflicts: Vec::new(),
        }
    }
}

/// A merged log: the case, and the events that are kept without effect.
#[derive(Debug, Clone)]
pub struct AnyMerged {
    /// The case, if an event created one.
    pub case: Option<Arc<dyn AnyCase>>,
    /// Every event of both logs as NDJSON, in order.
    pub log: String,
    /// The events without effect.
    pub conflicts: Vec<Conflict>,
}

impl AnyMerged {
    /// The answer of the contract: state, log and conflicts, as canonical JSON.
    pub fn to_json(&self) -> String {
        let state = self.case.as_deref().map(AnyCase::state);
        lifecycle::merged_json(state, &self.log, &self.conflicts)
    }
}

/// The shapes that each lifecycle has of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// A case, as whoever has a duty in it sees it.
    Case,
    /// A command.
    Command,
    /// What a command came to.
    Decision,
    /// What an accepted command sets going.
    Effect,
    /// A command with who sends it and when.
    Envelope,
    /// An accepted command, as a log keeps it.
    Event,
    /// A state.
    State,
}

impl Part {
    /// Every part.
    pub const ALL: [Self; 7] = [
        Self::Case,
        Self::Command,
        Self::Decision,
        Self::Effect,
        Self::Envelope,
        Self::Event,
        Self::State,
    ];

    /// The second half of a schema's name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Case => "case",
            Self::Command => "command",
            Self::Decision => "decision",
            Self::Effect => "effect",
            Self::Envelope => "envelope",
            Self::Event => "event",
            Self::State => "state",
        }
    }
}

/// A lifecycle, its types hidden.
pub trait AnyLifecycle: Send + Sync {
    /// Its name on the wire.
    fn name(&self) -> &'static str;

    /// What it is called.
    fn title(&self) -> Text;

    /// Its rules, in the order of the rulebook.
    fn rules(&self) -> &'static [&'static Rule];

    /// Where its rules are applied: by its rows, guards, faults, advice, by what it owes and flags.
    fn applied(&self) -> Vec<Applied>;

    /// What its payloads can be refused for, each once.
    fn faults(&self) -> Vec<&'static Fault>;

    /// What it can owe.
    fn owed(&self) -> &'static [&'static Owed];

    /// What it can flag, by name.
    fn flagged(&self) -> Vec<(&'static str, Text)>;

    /// The shape of one of its own documents.
    fn shape(&self, part: Part) -> Ty;

    /// Its table as data.
    fn machine(&self) -> Machine;

    /// Reads an envelope once, to be decided as often as wanted.
    ///
    /// # Errors
    ///
    /// What the schema forbids.
    fn envelope(&self, json: &str) -> Result<Arc<dyn AnyEnvelope>, WireError>;

    /// The same, from a document that is parsed already.
    ///
    /// # Errors
    ///
    /// What the schema forbids.
    fn envelope_value(&self, value: &Value) -> Result<Arc<dyn AnyEnvelope>, WireError>;

    /// Judges a command.
    ///
    /// # Errors
    ///
    /// A reused `command_id`, or a case or envelope of another lifecycle.
    fn decide(
        &self,
        case: Option<&dyn AnyCase>,
        envelope: &dyn AnyEnvelope,
        policy: &Policy,
    ) -> Result<Arc<dyn AnyDecision>, WireError>;

    /// Judges a command given as JSON.
    ///
    /// # Errors
    ///
    /// What the schema forbids, and the errors of [`AnyLifecycle::decide`].
    fn decide_json(
        &self,
        case: Option<&dyn AnyCase>,
        envelope: &str,
        policy: &Policy,
    ) -> Result<Arc<dyn AnyDecision>, WireError>;

    /// Rebuilds a case from its log: NDJSON, or a JSON array of events.
    ///
    /// # Errors
    ///
    /// The first line that is broken or does not fit, its pointer the index of the event.
    fn replay(&self, log: &str) -> Result<Option<Arc<dyn AnyCase>>, WireError>;

    /// The same, leaving out and reporting the lines (the elements of an array) that cannot be used.
    fn replay_lines(&self, log: &str) -> Replayed;

    /// Merges two logs of one case, each NDJSON or a JSON array.
    ///
    /// # Errors
    ///
    /// An event that the schema forbids.
    fn merge(&self, log_a: &str, log_b: &str) -> Result<AnyMerged, WireError>;

    /// Every command as the actor finds it.
    ///
    /// # Errors
    ///
    /// A case of another lifecycle.
    fn actions(
        &self,
        case: Option<&dyn AnyCase>,
        actor: &Actor,
        at: Instant,
        policy: &Policy,
    ) -> Result<Vec<Action>, WireError>;
}

/// An envelope of some lifecycle.
pub trait AnyEnvelope: Send + Sync {
    /// The typed envelope.
    fn as_any(&self) -> &dyn Any;

    /// The lifecycle of its command.
    fn lifecycle(&self) -> &'static dyn AnyLifecycle;

    /// Canonical JSON.
    fn to_json(&self) -> String;
}

/// A case of some lifecycle.
pub trait AnyCase: Send + Sync {
    /// The typed case.
    fn as_any(&self) -> &dyn Any;

    /// The typed case, to be changed.
    fn as_any_mut(&mut self) -> &mut dyn Any;

    /// Its lifecycle.
    fn lifecycle(&self) -> &'static dyn AnyLifecycle;

    /// Its id.
    fn case_id(&self) -> &CaseId;

    /// Its present state.
    fn state(&self) -> &'static str;

    /// The number of its events.
    fn len(&self) -> usize;

    /// Whether it has no events: never, as a case is made by one.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Its log as NDJSON.
    fn log(&self) -> String;

    /// The case as its first events made it, so many of them; nothing for none.
    fn first(&self, events: usize) -> Option<Arc<dyn AnyCase>>;

    /// The case as it was (GE-08); nothing if there was none.
    fn as_it_was(self: Arc<Self>, past: Past) -> Option<Arc<dyn AnyCase>>;

    /// Shows the case as it was (GE-08), if there was one, with what was owed.
    fn show(&self, past: Past, policy: &Policy, to: &mut dyn FnMut(&dyn AnyCase, Vec<Obligation>));

    /// What was owed (GE-08).
    fn owed(&self, past: Past, policy: &Policy) -> Vec<Obligation>;

    /// Whether an obligation of this case is work of this actor.
    fn concerns(&self, row: &Obligation, actor: &Actor) -> bool;

    /// What was flagged (GE-08).
    fn flagged(&self, past: Past, policy: &Policy) -> Vec<&'static str>;

    /// Every command as the actor finds it at an instant.
    fn actions(&self, actor: &Actor, at: Instant, policy: &Policy) -> Vec<Action>;

    /// What an actor sees.
    fn view(&self, actor: &Actor, policy: &Policy) -> View;

    /// What its present state is called.
    fn state_title(&self) -> Text;

    /// The day on which the case began, and that on which its present state did.
    fn since(&self) -> [Option<Date>; 2];

    /// What was taken back (GE-07).
    fn withdrawn(&self) -> Vec<Withdrawn>;

    /// The tambon in which the person lives, where the case says so.
    fn tambon(&self) -> Option<&str>;

    /// What became of what was owed in a time.
    fn outcomes(&self, start: Date, end: Date, policy: &Policy) -> Vec<Settled>;

    /// The acts that a policy refuses at their places.
    fn refused(&self, policy: &Policy) -> Vec<RefusedAct>;

    /// In what the case differs under two policies, and so on a day.
    fn compare(&self, policies: [&Policy; 2], on: Option<Date>) -> Vec<Difference>;
}

/// Questions about a day or an instant; a [`Past`] also says what was known.
impl dyn AnyCase + '_ {
    /// The case as it was (GE-08); nothing if there was none.
    pub fn as_of(self: Arc<Self>, past: impl Into<Past>) -> Option<Arc<dyn AnyCase>> {
        self.as_it_was(past.into())
    }

    /// What is owed, of the case as it was (GE-08).
    pub fn obligations(&self, past: impl Into<Past>, policy: &Policy) -> Vec<Obligation> {
        self.owed(past.into(), policy)
    }

    /// What of it can be done on that day: due or overdue.
    pub fn due(&self, past: impl Into<Past>, policy: &Policy) -> Vec<Obligation> {
        let mut rows = self.owed(past.into(), policy);
        rows.retain(|row| row.status.is_due());
        rows
    }

    /// What is flagged, of the case as it was (GE-08).
    pub fn flags(&self, past: impl Into<Past>, policy: &Policy) -> Vec<&'static str> {
        self.flagged(past.into(), policy)
    }
}

/// A decision of some lifecycle.
pub trait AnyDecision: Send + Sync {
    /// The lifecycle of its command.
    fn lifecycle(&self) -> &'static dyn AnyLifecycle;

    /// Whether the command is done.
    fn is_accepted(&self) -> bool;

    /// The reasons of a refusal; none where it is accepted.
    fn reasons(&self) -> &[Reason];

    /// The advice that goes with an accepted command; none where it is refused.
    fn warnings(&self) -> &[Warning];

    /// The names of the effects of an accepted command; none where it is refused.
    fn effects(&self) -> Vec<EffectName>;

    /// Canonical JSON.
    fn to_json(&self) -> String;

    /// The case after it: the case it was made for with the event applied, where the decision is
    /// accepted and no repetition; otherwise nothing changes.
    ///
    /// # Errors
    ///
    /// A case of another lifecycle.
    fn apply_to(&self, case: Option<&dyn AnyCase>) -> Result<Option<Arc<dyn AnyCase>>, WireError>;

    /// The same in place: a case that nobody else holds is changed where it is, without a copy.
    ///
    /// # Errors
    ///
    /// A case of another lifecycle.
    fn apply_in(&self, case: &mut Arc<dyn AnyCase>) -> Result<(), WireError>;
}

/// Nothing of what is in it.
impl fmt::Debug for dyn AnyEnvelope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AnyEnvelope")
    }
}

/// Where it stands, and nothing of what is in it.
impl fmt::Debug for dyn AnyCase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AnyCase({} {})", self.lifecycle().name(), self.state())
    }
}

/// Whether the command is done.
impl fmt::Debug for dyn AnyDecision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let outcome = if self.is_accepted() {
            "accepted"
        } else {
            "rejected"
        };
        write!(f, "AnyDecision({outcome})")
    }
}

/// That two logs which are merged are of one lifecycle.
///
/// # Errors
///
/// [`ErrorCode::WrongType`] at `/lifecycle`.
pub fn of_one_lifecycle(one: &dyn AnyLifecycle, other: &dyn AnyLifecycle) -> Result<(), WireError> {
    if one.name() == other.name() {
        return Ok(());
    }
    let named = [("one", one), ("other", other)];
    let args = named.map(|(name, lifecycle)| (name, Arg::Text(lifecycle.title())));
    let message = Message::new(OF_TWO_LIFECYCLES, args);
    Err(WireError::new(ErrorCode::WrongType, "/lifecycle", message))
}

fn case_of<L: Lifecycle>(case: Option<&dyn AnyCase>) -> Result<Option<&Case<L>>, WireError> {
    case.map(|case| case.as_any().downcast_ref::<Case<L>>().ok_or_else(mixed))
        .transpose()
}

fn ndjson<L: Lifecycle>(log: &[Event<L>]) -> String {
    let mut lines = String::new();
    for event in log {
        lines.push_str(&wire::to_json(event));
        lines.push('\n');
    }
    lines
}

fn mixed() -> WireError {
    WireError::new(ErrorCode::WrongType, "/lifecycle", MIXED)
}

impl<C: Commands> AnyEnvelope for Envelope<C> {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn lifecycle(&self) -> &'static dyn AnyLifecycle {
        the::<C::Of>()
    }

    fn to_json(&self) -> String {
        wire::to_json(self)
    }
}

impl<L: Lifecycle> AnyLifecycle for It<L> {
    fn name(&self) -> &'static str {
        L::NAME
    }

    fn title(&self) -> Text {
        L::TITLE
    }

    fn rules(&self) -> &'static [&'static Rule] {
        L::RULES
    }

    fn applied(&self) -> Vec<Applied> {
        lifecycle::applied::<L>()
    }

    fn faults(&self) -> Vec<&'static Fault> {
        lifecycle::faults::<L>()
    }

    fn owed(&self) -> &'static [&'static Owed] {
        L::OWED
    }

    fn flagged(&self) -> Vec<(&'static str, Text)> {
        let flags = L::FLAGS.iter();
        flags.map(|flag| (flag.name, flag.title)).collect()
    }

    fn shape(&self, part: Part) -> Ty {
        match part {
            Part::Case => Case::<L>::TY,
            Part::Command => L::Command::TY,
            Part::Decision => Decision::<L>::TY,
            Part::Effect => L::Effect::TY,
            Part::Envelope => Envelope::<L::Command>::TY,
            Part::Event => Event::<L>::TY,
            Part::State => L::State::TY,
        }
    }

    fn machine(&self) -> Machine {
        lifecycle::machine::<L>()
    }

    fn envelope(&self, json: &str) -> Result<Arc<dyn AnyEnvelope>, WireError> {
        Ok(Arc::new(wire::decode::<Envelope<L::Command>>(json)?))
    }

    fn envelope_value(&self, value: &Value) -> Result<Arc<dyn AnyEnvelope>, WireError> {
        Ok(Arc::new(wire::decode_value::<Envelope<L::Command>>(value)?))
    }

    fn decide(
        &self,
        case: Option<&dyn AnyCase>,
        envelope: &dyn AnyEnvelope,
        policy: &Policy,
    ) -> Result<Arc<dyn AnyDecision>, WireError> {
        let envelope = envelope.as_any().downcast_ref().ok_or_else(mixed)?;
        let decision = lifecycle::decide::<L>(case_of(case)?, envelope, policy)?;
        Ok(Arc::new(decision))
    }

    fn decide_json(
        &self,
        case: Option<&dyn AnyCase>,
        envelope: &str,
        policy: &Policy,
    ) -> Result<Arc<dyn AnyDecision>, WireError> {
        // `decide` judges the texts of whatever it is given.
        let envelope = wire::decode_unjudged(envelope)?;
        let decision = lifecycle::decide::<L>(case_of(case)?, &envelope, policy)?;
        Ok(Arc::new(decision))
    }

    fn replay(&self, log: &str) -> Result<Option<Arc<dyn AnyCase>>, WireError> {
        let events: Vec<Event<L>> = wire::decode_list(log)?;
        Ok(lifecycle::replay(events)?.map(|case| Arc::new(case) as Arc<dyn AnyCase>))
    }

    fn replay_lines(&self, log: &str) -> Replayed {
        let mut replay = Replay::<L>::new();
        let mut broken = Vec::new();
        let documents = match wire::documents(log) {
            Ok(documents) => documents,
            Err(error) => return Replayed::unread(error),
        };
        for (number, line) in documents {
            let used = wire::decode(line).and_then(|event| replay.push(event));
            if let Err(error) = used {
                broken.push(BrokenLine {
                    line: number,
                    error,
                });
            }
        }
        Replayed {
            used: replay.used(),
            conflicts: replay.conflicts().to_vec(),
            case: replay
                .finish()
                .map(|case| Arc::new(case) as Arc<dyn AnyCase>),
            broken,
        }
    }

    fn merge(&self, log_a: &str, log_b: &str) -> Result<AnyMerged, WireError> {
        let read = |name: &str, log: &str| {
            wire::decode_list(log).map_err(|error| error.under(&format!("/{name}")))
        };
        let merged = lifecycle::merge::<L>(read("log_a", log_a)?, read("log_b", log_b)?)?;
        Ok(AnyMerged {
            log: ndjson(merged.log()),
            case: merged.case.map(|case| Arc::new(case) as Arc<dyn AnyCase>),
            conflicts: merged.conflicts,
        })
    }

    fn actions(
        &self,
        case: Option<&dyn AnyCase>,
        actor: &Actor,
        at: Instant,
        policy: &Policy,
    ) -> Result<Vec<Action>, WireError> {
        Ok(lifecycle::actions::<L>(case_of(case)?, actor, at, policy))
    }
}

impl<L: Lifecycle> AnyCase for Case<L> {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }

    fn lifecycle(&self) -> &'static dyn AnyLifecycle {
        the::<L>()
    }

    fn case_id(&self) -> &CaseId {
        self.case_id()
    }

    fn state(&self) -> &'static str {
        self.state().name()
    }

    fn len(&self) -> usize {
        self.log().len()
    }

    fn log(&self) -> String {
        ndjson(self.log())
    }

    fn first(&self, events: usize) -> Option<Arc<dyn AnyCase>> {
        let case = self.before(events)?;
        Some(Arc::new(case))
    }

    fn as_it_was(self: Arc<Self>, past: Past) -> Option<Arc<dyn AnyCase>> {
        let earlier = match Self::as_of(&self, past)? {
            Cow::Borrowed(_) => None,
            Cow::Owned(case) => Some(Arc::new(case)),
        };
        Some(earlier.unwrap_or(self))
    }

    fn show(&self, past: Past, policy: &Policy, to: &mut dyn FnMut(&dyn AnyCase, Vec<Obligation>)) {
        if let Some(case) = self.as_of(past) {
            to(&*case, lifecycle::owed(&case, past.date(), policy));
        }
    }

    fn owed(&self, past: Past, policy: &Policy) -> Vec<Obligation> {
        lifecycle::obligations(self, past, policy)
    }

    fn concerns(&self, row: &Obligation, actor: &Actor) -> bool {
        L::concerns(self, row, actor)
    }

    fn flagged(&self, past: Past, policy: &Policy) -> Vec<&'static str> {
        lifecycle::flags(self, past, policy)
    }

    fn actions(&self, actor: &Actor, at: Instant, policy: &Policy) -> Vec<Action> {
        lifecycle::actions(Some(self), actor, at, policy)
    }

    fn state_title(&self) -> Text {
        self.state().title()
    }

    fn since(&self) -> [Option<Date>; 2] {
        let spans = self.spans();
        [spans.first(), spans.last()].map(|span| span.map(|span| span.from))
    }

    fn withdrawn(&self) -> Vec<Withdrawn> {
        Self::withdrawn(self)
    }

    fn tambon(&self) -> Option<&str> {
        L::tambon(self)
    }

    fn outcomes(&self, start: Date, end: Date, policy: &Policy) -> Vec<Settled> {
        lifecycle::outcomes(self, start, end, policy)
    }

    fn refused(&self, policy: &Policy) -> Vec<RefusedAct> {
        lifecycle::refused(self, policy)
    }

    fn compare(&self, [a, b]: [&Policy; 2], on: Option<Date>) -> Vec<Difference> {
        lifecycle::compare(self, a, b, on)
    }

    fn view(&self, actor: &Actor, policy: &Policy) -> View {
        lifecycle::view(self, actor, policy)
    }
}

impl<L: Lifecycle> AnyDecision for Decision<L> {
    fn lifecycle(&self) -> &'static dyn AnyLifecycle {
        the::<L>()
    }

    fn is_accepted(&self) -> bool {
        self.accepted().is_some()
    }

    fn reasons(&self) -> &[Reason] {
        self.reasons()
    }

    fn warnings(&self) -> &[Warning] {
        self.accepted()
            .map_or(&[], |accepted| accepted.warnings.as_slice())
    }

    fn effects(&self) -> Vec<EffectName> {
        let effects = self.accepted().map(|accepted| accepted.effects.iter());
        effects
            .into_iter()
            .flatten()
            .map(|effect| effect.name())
            .collect()
    }

    fn to_json(&self) -> String {
        wire::to_json(self)
    }

    fn apply_to(&self, case: Option<&dyn AnyCase>) -> Result<Option<Arc<dyn AnyCase>>, WireError> {
        let case = case_of::<L>(case)?.cloned();
        let after = match self.accepted() {
            Some(accepted) if !accepted.repeated => lifecycle::evolve(case, accepted.event.clone()),
            _ => case,
        };
        Ok(after.map(|case| Arc::new(case) as Arc<dyn AnyCase>))
    }

    fn apply_in(&self, case: &mut Arc<dyn AnyCase>) -> Result<(), WireError> {
        case_of::<L>(Some(case.as_ref()))?;
        let Some(accepted) = self.accepted().filter(|accepted| !accepted.repeated) else {
            return Ok(());
        };
        let alone = Arc::get_mut(case).and_then(|case| case.as_any_mut().downcast_mut::<Case<L>>());
        match alone {
            Some(alone) => alone.apply(accepted.event.clone()),
            None => {
                if let Some(after) = self.apply_to(Some(case.as_ref()))? {
                    *case = after;
                }
            }
        }
        Ok(())
    }
}

const UNKNOWN_LIFECYCLE: Text = text!(
    "ไม่มีกระบวนงานชื่อนี้ โปรดใช้ชื่อใดชื่อหนึ่งใน {known}",
    "no such lifecycle; known are {known}",
);
const OF_TWO_LIFECYCLES: Text = text!(
    "ประวัติทั้งสองชุดเป็นของกระบวนงานต่างกัน ({one} และ {other}) จึงรวมกันไม่ได้ โปรดเลือกประวัติของเคสเดียวกัน",
    "the two logs belong to different lifecycles ({one} and {other}) and cannot be merged; choose the logs of one case",
);
const MIXED: Text = text!(
    "เคสและรายการเป็นของกระบวนงานต่างกัน โปรดใช้รายการของกระบวนงานเดียวกับเคส",
    "the case and the command belong to different lifecycles; use a command of the case's own",
);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lifecycles::any;

    const ACTOR: &str = r#""actor":{"role":"district_recorder","organisation":"8101"}"#;

    fn decided(case: Option<&dyn AnyCase>, at: &str, command: &str) -> Arc<dyn AnyDecision> {
        let aftercare = any::lifecycle("aftercare").unwrap();
        let envelope = format!(r#"{{"at":"{at}T09:00:00+07:00",{ACTOR},"command":{command}}}"#);
        aftercare
            .decide_json(case, &envelope, &Policy::default())
            .unwrap()
    }

    fn enrolled() -> Arc<dyn AnyCase> {
        let enrol = r#"{"type":"enrol","case_id":"F-1","graduated_on":"2024-06-10","project":"P",
            "person":{"id":{"type":"passport","value":"X1"},"first_name":"A","last_name":"B"},
            "residence":{"tambon":"810101"}}"#;
        let decision = decided(None, "2024-06-12", enrol);
        decision.apply_to(None).unwrap().unwrap()
    }

    const MOVED: &str = r#"{"type":"relocate","on":"2024-06-20","residence":{"tambon":"820101"}}"#;

    #[test]
    fn a_case_that_nobody_else_holds_changes_in_place_and_another_is_copied() {
        let mut case = enrolled();
        let moved = decided(Some(case.as_ref()), "2024-06-21", MOVED);
        assert!(moved.is_accepted(), "{}", moved.to_json());
        let after = moved.apply_to(Some(case.as_ref())).unwrap().unwrap();
        let (place, kept) = (Arc::as_ptr(&case).cast::<()>(), Arc::clone(&case));
        moved.apply_in(&mut case).unwrap();
        assert_ne!(Arc::as_ptr(&case).cast(), place);
        assert_eq!((kept.len(), case.len()), (1, 2));
        assert_eq!(case.log(), after.log());

        let mut alone = enrolled();
        let place = Arc::as_ptr(&alone).cast::<()>();
        moved.apply_in(&mut alone).unwrap();
        assert_eq!(Arc::as_ptr(&alone).cast(), place);
        assert_eq!(alone.log(), after.log());
        assert_eq!(alone.first(1).unwrap().log(), kept.log());
        assert!(alone.first(0).is_none());
    }

    #[test]
    fn a_case_of_another_lifecycle_is_refused_and_stays() {
        let mut case = enrolled();
        let asked = r#"{"at":"2024-06-03T09:00:00+07:00",
            "actor":{"role":"unit_user","organisation":"10670","user_id":"u"},
            "command":{"type":"request_account","case_id":"U-1","user_id":"u","role":"unit_user",
            "organisation":"10670","province":"81","district":"8101"}}"#;
        let account = any::lifecycle("account").unwrap();
        let decision = account
            .decide_json(None, asked, &Policy::default())
            .unwrap();
        let error = decision.apply_in(&mut case).unwrap_err();
        assert_eq!(error.pointer, "/lifecycle");
        assert_eq!(case.len(), 1);
    }
}
