//! The treatment episode, spine of the system: screening, treatment, summary, follow-up (EP-01 to
//! EP-05).

use serde_json::{Map, Value};

pub mod case;
pub mod command;
mod obligation;
mod payload;
mod table;

pub use case::Treatment;
pub use command::{Command, CommandKind};

use crate::base::actor::{Actor, Org};
use crate::base::calendar::Date;
use crate::base::text::Text;
use crate::lifecycle::{Case, Context, Disclosure, Event, Lifecycle, Relation, Row};
use crate::lifecycles::compulsory::UNIT_ROLES;
use crate::policy::Policy;
use crate::schedule::Obligation;

/// The lifecycle `episode`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Episode;

crate::states! {
    /// The states of an episode.
    pub enum State {
        /// คัดกรองแล้ว
        Screened = "screened", "คัดกรองแล้ว", "screened";
        /// อยู่ระหว่างบำบัด
        InTreatment = "in_treatment", "อยู่ระหว่างบำบัด", "in treatment";
        /// สรุปผลการบำบัดแล้ว
        Summarised = "summarised", "สรุปผลการบำบัดแล้ว อยู่ระหว่างติดตาม", "summarised, in follow-up";
        /// ปิดเคส
        Closed = "closed", "ปิดเคส", "closed", final;
    }
}

impl Lifecycle for Episode {
    type Kind = CommandKind;
    type Command = Command;
    type State = State;
    type Data = Treatment;

    const IT: &'static Self = &Self;
    const NAME: &'static str = "episode";
    const TITLE: Text = Text {
        th: "การบำบัดรักษาและติดตามผล",
        en: "treatment episode and medical follow-up",
    };
    const TABLE: &'static [Row<Self>] = table::TABLE;
    const FIRST: &'static Row<Self> = &table::SCREEN;
    const INITIAL: State = State::Screened;
    const DISCLOSURE: Disclosure = Disclosure {
        personal: &["/person"],
        free_text: &["/sessions/*/note"],
        dates: &["on", "started_on", "summarised_on", "closed_on"],
    };

    fn create(event: &Event<Self>) -> Option<Treatment> {
        Treatment::new(event)
    }

    fn apply(case: &mut Treatment, event: &Event<Self>) {
        case.apply(event);
    }

    fn state(case: &Treatment) -> State {
        case.state
    }

    fn case_id(case: &Treatment) -> &str {
        &case.case_id
    }

    fn holder(case: &Treatment) -> Option<&Org> {
        Some(&case.unit)
    }

    fn stands(relation: Relation, context: &Context<'_, Self>) -> bool {
        relation == Relation::Unit
            && context
                .data()
                .is_some_and(|case| case.unit == context.actor.organisation)
    }

    fn has_duty(case: &Case<Self>, actor: &Actor, _: &Policy) -> bool {
        UNIT_ROLES.contains(&actor.role) && case.data().unit == actor.organisation
    }

    fn obligations(case: &Case<Self>, _: Date, policy: &Policy) -> Vec<Obligation> {
        obligation::follow_ups(case.data(), policy)
    }

    fn document(case: &Case<Self>) -> Map<String, Value> {
        crate::lifecycle::document(Self::NAME, case.data())
    }
}
