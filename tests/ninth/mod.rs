//! A lifecycle that only the library's own tests have: a unit lends a person a device to measure with at
//! home (ให้ยืมเครื่องวัด), and has it back or writes it off (NI-01 to NI-03).
//!
//! It is as small as it can be and still has one of everything: a command that creates, a fact, an act
//! that chooses among states; a guard of each form, faults, advice, an effect, something owed, a flag.
//! [`lending`] and [`giving_back`] are its rooms; they share [`case`]. This folder does not know any other
//! lifecycle.

pub mod case;
pub mod giving_back;
pub mod lending;
pub(crate) mod rules;
mod tests;

pub use case::Device;
pub use giving_back::GiveBack;
pub use lending::{Extend, Lend, RecordReading};

use crate::base::actor::{Actor, Role};
use crate::base::id::OrgId;
use crate::base::rule::Rule;
use crate::base::text::{Text, text};
use crate::lifecycle::act::commands;
use crate::lifecycle::effect::effects;
use crate::lifecycle::state::states;
use crate::lifecycle::{Case, Flag, Lifecycle, Notice, Owes, Relation, Who};
use crate::policy::Numbers;
use crate::schedule::Owed;

/// The lifecycle `loan`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Loan;

states! {
    /// The states of a loan.
    pub enum State {
        /// ให้ยืมแล้ว
        Lent = "lent", "ให้ยืมแล้ว", "lent";
        /// รับคืนแล้ว
        Returned = "returned", "รับคืนแล้ว", "returned", final;
        /// จำหน่ายเป็นสูญ
        WrittenOff = "written_off", "จำหน่ายเป็นสูญ", "written off", final;
    }
}

commands! {
    /// A command of the lifecycle `loan`.
    Loan: Lend, RecordReading, Extend, GiveBack,
}

effects! {
    /// What the commands of a loan set going.
    pub enum Effect {
        /// NI-03
        LossNotice(Notice<giving_back::Loss>),
    }
}

impl Lifecycle for Loan {
    type State = State;
    type Command = Command;
    type Data = Device;
    type Effect = Effect;

    const NAME: &'static str = "loan";
    const TITLE: Text = text!("การให้ยืมเครื่องวัด", "loan of a measuring device");
    const RULES: &'static [&'static Rule] = rules::RULES;
    const OWED: &'static [&'static Owed] = &[&lending::READING];
    const OWES: &'static [Owes<Self>] = &[lending::owes];
    const FLAGS: &'static [Flag<Self>] = &[lending::NEVER_READ];

    fn holder(case: &Case<Self>) -> Option<&OrgId> {
        Some(&case.data().unit)
    }

    fn has_duty(case: &Case<Self>, actor: &Actor, _: &Numbers) -> bool {
        Role::OF_UNIT.contains(&actor.role) && case.data().unit == actor.organisation
    }
}

const THE_UNIT: Relation<Loan> = Relation::new(
    "unit",
    text!("หน่วยบำบัดของเคส", "the unit of the case"),
    |asking| {
        let holder = asking.case.and_then(Loan::holder);
        holder == Some(&asking.actor.organisation)
    },
);

const UNIT: &[Who<Loan>] = &[Who {
    roles: Role::OF_UNIT,
    relation: &THE_UNIT,
}];
const OWN_UNIT: &[Who<Loan>] = &[Who {
    roles: Role::OF_UNIT,
    relation: &Relation::NAMED_IN_COMMAND,
}];
