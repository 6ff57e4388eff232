//! The machinery: whatever holds for every lifecycle, and nothing of any one of them.
//!
//! This room does not know which lifecycles there are, what their cases gather, nor any of their
//! rules; it knows GE, AD-07 and AD-08.

pub mod act;
mod actions;
mod advice;
mod case;
mod compare;
mod decide;
mod decision;
mod diagram;
mod double;
pub(crate) mod effect;
mod envelope;
mod event;
mod guard;
mod history;
mod listed;
mod log;
mod machine;
mod merge;
mod now;
mod obligations;
mod outcome;
mod past;
mod reason;
mod replay;
mod row;
pub(crate) mod state;
mod view;
mod who;
pub(crate) mod withdraw;

use std::fmt;

use serde::Serialize;

pub use act::{Act, Commands, Head, Opening, Step};
pub use actions::{Action, actions};
pub use advice::{Advice, Advices, Warning};
pub use case::{Case, Span, Tenure};
pub use compare::{Difference, DifferenceKind, RefusedAct, Side, compare, refused};
pub use decide::{decide, evolve};
pub(crate) use decision::any_decision;
pub use decision::{Accepted, Decision, Rejected};
pub use diagram::Diagram;
pub(crate) use double::DOUBLE_OF_ITSELF;
pub use effect::{
    Banner, Content, EffectName, EffectSet, Effects, Letter, Never, Notice, Perhaps, ReportRow,
    Sent,
};
pub use envelope::{COMMAND_ID_CHARS, CommandId, Envelope};
pub use event::{Event, EventId, Key, Void};
pub use guard::{Asked, Guard, Test, Wait, When};
pub use listed::{applied, faults};
pub use machine::{
    Machine, MachineAdvice, MachineChoice, MachineCommand, MachineFault, MachineGuard,
    MachineState, MachineStep, MachineTarget, MachineWho, NEW, RelationName, machine,
};
pub use merge::{Conflict, Merged, merge};
pub(crate) use merge::{MergedWire, merged_json};
pub use now::Now;
pub(crate) use obligations::owed;
pub use obligations::{Flag, Owes, flags, obligations};
pub use outcome::{Outcome, Settled, outcomes};
pub use past::Past;
pub use reason::{Reason, ReasonKind};
pub use replay::{Replay, replay};
pub use row::{Choice, Input, Inputs, Next, Row};
pub use state::State;
pub(crate) use view::Reviewed;
pub use view::{View, Withheld, view};
pub use who::{Asking, Permitted, Relation, Who};
pub use withdraw::{OfCase, TakenBack, Told, Withdraw, Withdrawal, Withdrawn};

use crate::base::actor::{Actor, Role};
use crate::base::calendar::Date;
use crate::base::id::OrgId;
use crate::base::rule::{Applied, Rule};
use crate::base::shape::Shaped;
use crate::base::text::{Said, Text, said, text};
use crate::policy::Numbers;
use crate::schedule::{Obligation, Owed};

/// What a sentence calls a case of administration: what somebody asked for.
pub(crate) const REQUEST: Text = text!("คำขอ", "request");
/// What its id is called.
pub(crate) const REQUEST_ID: Said = said!("รหัสคำขอ", "request id", "The case's id.");

/// A lifecycle: its types, its rules, and the few functions that are its own.
///
/// ```text
/// envelope ──decide──▶ state, who, guards, payload ──▶ event, effects, warnings
/// case + event ──evolve──▶ case          (no judgement)
/// ```
pub trait Lifecycle: Copy + Eq + fmt::Debug + Send + Sync + 'static {
    /// The name on the wire.
    const NAME: &'static str;
    /// What it is called.
    const TITLE: Text;
    /// What a sentence calls one of its cases.
    const CASE: Text = text!("เคส", "case");
    /// What the id of one of its cases is called, and what it is.
    const CASE_ID: Said = said!("รหัสเคส", "case id", "The case's id.");
    /// Its rules, in the order of the rulebook.
    const RULES: &'static [&'static Rule];
    /// Those that no table of it holds, with the place at which each is applied.
    const APPLIED: &'static [Applied] = &[];

    /// States.
    type State: State;
    /// Commands with their payloads; their rows are the lifecycle's table.
    type Command: Commands<Of = Self>;
    /// What a case has gathered: neither its id nor its state, which the machinery keeps.
    type Data: Clone + fmt::Debug + PartialEq + Serialize + Shaped + Send + Sync;
    /// What its commands set going.
    type Effect: EffectSet;

    /// What can be owed.
    const OWED: &'static [&'static Owed] = &[];
    /// What is owed.
    const OWES: &'static [Owes<Self>] = &[];
    /// What is flagged.
    const FLAGS: &'static [Flag<Self>] = &[];

    /// The names of what [`Lifecycle::tell`] makes.
    const TELLS: &'static [EffectName] = &[];

    /// The notice that tells somebody that an event was taken back (GE-07), in a lifecycle whose acts tell somebody.
    fn tell(_: &Case<Self>, _: OrgId, _: &Withdrawal) -> Option<Self::Effect> {
        None
    }

    /// The unit, centre or district that has the case now (GE-01).
    fn holder(_: &Case<Self>) -> Option<&OrgId> {
        None
    }

    /// Whether the actor works for this holder.
    fn works_for(actor: &Actor, holder: &OrgId) -> bool {
        actor.organisation == *holder
    }

    /// Whether the actor's organisation had received work of the case by this day, beside the holder (GE-01).
    fn received(_: &Case<Self>, _: &Actor, _: Date) -> bool {
        false
    }

    /// The tambon in which the person lives, where the case says so.
    fn tambon(_: &Case<Self>) -> Option<&str> {
        None
    }

    /// Whether the case ended as one that was entered in error (GE-09).
    fn entered_in_error(_: &Case<Self>) -> bool {
        false
    }

    /// Whether the actor has a duty in this case and sees all of it (AD-07, first step).
    fn has_duty(case: &Case<Self>, actor: &Actor, numbers: &Numbers) -> bool;

    /// Whether an obligation is work of this actor: the role and the organisation that are
    /// responsible; a unit's admin does the work of its users (AD-08).
    fn concerns(_: &Case<Self>, row: &Obligation, actor: &Actor) -> bool {
        let role = if actor.role == Role::UnitAdmin {
            Role::UnitUser
        } else {
            actor.role
        };
        row.responsible.role == role && row.responsible.organisation == actor.organisation
    }
}

/// The rules that the machinery applies and no table holds.
pub(crate) const APPLIED: &[Applied] = &[
    case::APPLIES,
    decide::APPLIES[0],
    decide::APPLIES[1],
    decide::APPLIES[2],
    event::APPLIES,
    guard::APPLIES,
    past::APPLIES,
    obligations::APPLIES,
    view::APPLIES,
];
