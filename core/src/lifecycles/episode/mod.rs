//! The treatment episode, spine of the system: screening, treatment, summary, follow-up (EP-01 to
//! EP-06).
//!
//! A room for each subject: [`screening`], [`treatment`] (start, sessions, summary), [`follow_up`] (with
//! what is owed and the close of the episode), [`cancelling`]. They share [`case`]. This folder does not know any other
//! lifecycle.

pub mod cancelling;
pub mod case;
pub mod follow_up;
pub(crate) mod rules;
pub mod screening;
pub mod treatment;

pub use cancelling::Cancel;
pub use case::Treatment;
pub use follow_up::{Close, FollowUpKind, FollowUpResult, RecordFollowUp};
pub use screening::{Aggression, LegalBasis, Screen, Severity};
pub use treatment::{RecordSession, StartTreatment, Summarise, TreatmentOutcome, TreatmentType};

use crate::base::actor::{Actor, Role};
use crate::base::id::OrgId;
use crate::base::rule::{Applied, Rule};
use crate::base::text::{Text, text};
use crate::lifecycle::act::commands;
use crate::lifecycle::state::states;
use crate::lifecycle::{Case, Lifecycle, Never, Owes, Relation, Who};
use crate::policy::Numbers;
use crate::schedule::Owed;

/// The lifecycle `episode`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Episode;

states! {
    /// The states of an episode.
    pub enum State {
        /// คัดกรองแล้ว
        Screened = "screened", "คัดกรองแล้ว", "screened";
        /// อยู่ระหว่างบำบัด
        InTreatment = "in_treatment", "อยู่ระหว่างบำบัด", "in treatment";
        /// สรุปผลการบำบัดแล้ว
        Summarised = "summarised", "สรุปผลการบำบัดแล้ว อยู่ระหว่างติดตาม", "summarised, in follow-up";
        /// ปิดเคส
        Closed = "closed", "ปิดเคสแล้ว", "closed", final;
        /// ยกเลิกแล้ว (บันทึกผิด)
        Cancelled = "cancelled", "ยกเลิกแล้ว (บันทึกผิด)", "cancelled (entered in error)", final;
    }
}

commands! {
    /// A command of the lifecycle `episode`.
    Episode: Screen in Box, StartTreatment, RecordSession, Summarise, RecordFollowUp, Close, Cancel,
}

impl Lifecycle for Episode {
    type State = State;
    type Command = Command;
    type Data = Treatment;
    type Effect = Never;

    const NAME: &'static str = "episode";
    const TITLE: Text = text!(
        "การบำบัดรักษาและติดตามผล",
        "treatment episode and medical follow-up",
    );
    const RULES: &'static [&'static Rule] = rules::RULES;
    const APPLIED: &'static [Applied] = &[follow_up::APPLIES];
    const OWED: &'static [&'static Owed] = &[&follow_up::MEDICAL_FOLLOW_UP];
    const OWES: &'static [Owes<Self>] = &[follow_up::owes];

    fn holder(case: &Case<Self>) -> Option<&OrgId> {
        Some(&case.data().unit)
    }

    fn entered_in_error(case: &Case<Self>) -> bool {
        case.state() == State::Cancelled
    }

    fn has_duty(case: &Case<Self>, actor: &Actor, _: &Numbers) -> bool {
        Role::OF_UNIT.contains(&actor.role) && case.data().unit == actor.organisation
    }
}

// ── who ───────────────────────────────────────────────────────────────────────────────────────

const THE_UNIT: Relation<Episode> = Relation::new(
    "unit",
    text!("หน่วยบำบัดของเคส", "the unit of the case"),
    |asking| {
        let own = &asking.actor.organisation;
        asking.case.is_some_and(|case| case.data().unit == *own)
    },
);

const UNIT: &[Who<Episode>] = &[Who {
    roles: Role::OF_UNIT,
    relation: &THE_UNIT,
}];
/// Said of what follows the summary, before there is one.
const SUMMARISE_FIRST: Text = text!(
    "โปรดบันทึก “สรุปผลการบำบัด” ก่อน",
    "summarise the treatment first",
);
const ONCE_SUMMARISED: &[(State, Text)] = &[
    (State::Screened, SUMMARISE_FIRST),
    (State::InTreatment, SUMMARISE_FIRST),
];
const ANY_SCREENING: &[Who<Episode>] = &[Who {
    roles: &[Role::UnitUser, Role::UnitAdmin, Role::ScreeningUser],
    relation: &Relation::ANY,
}];
