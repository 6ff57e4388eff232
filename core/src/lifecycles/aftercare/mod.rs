//! Community follow-up of people who completed social rehabilitation
//! (ติดตามผู้ผ่านการฟื้นฟูสภาพทางสังคม): a year of visits by the tambon teams, help, and moves (AC-01
//! to AC-09).

use serde_json::{Map, Value};

pub mod case;
pub mod command;
pub mod effect;
mod obligation;
mod payload;
mod table;

pub use case::FollowUp;
pub use command::{Command, CommandKind};

use crate::base::actor::{Actor, Org, Role};
use crate::base::area;
use crate::base::calendar::Date;
use crate::base::text::Text;
use crate::lifecycle::{Case, Context, Disclosure, Event, Lifecycle, Relation, Row};
use crate::policy::Policy;
use crate::schedule::Obligation;

/// The lifecycle `aftercare`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Aftercare;

crate::states! {
    /// The states of community follow-up.
    pub enum State {
        /// อยู่ระหว่างติดตาม
        Active = "active", "อยู่ระหว่างติดตาม", "in follow-up";
        /// สิ้นสุดการติดตาม
        Closed = "closed", "สิ้นสุดการติดตาม", "closed", final;
    }
}

impl Lifecycle for Aftercare {
    type Kind = CommandKind;
    type Command = Command;
    type State = State;
    type Data = FollowUp;

    const IT: &'static Self = &Self;
    const NAME: &'static str = "aftercare";
    const TITLE: Text = Text {
        th: "การติดตามผู้ผ่านการฟื้นฟูสภาพทางสังคม",
        en: "community follow-up",
    };
    const TABLE: &'static [Row<Self>] = table::TABLE;
    const FIRST: &'static Row<Self> = &table::ENROL;
    const INITIAL: State = State::Active;
    const DISCLOSURE: Disclosure = Disclosure {
        personal: &["/person", "/residence"],
        free_text: &[
            "/visits/*/evidence",
            "/visits/*/note",
            "/help/*/detail",
            "/help/*/reason",
            "/help/*/by",
        ],
        dates: &["graduated_on", "closed_on"],
    };

    fn create(event: &Event<Self>) -> Option<FollowUp> {
        FollowUp::new(event)
    }

    fn apply(case: &mut FollowUp, event: &Event<Self>) {
        case.apply(event);
    }

    fn state(case: &FollowUp) -> State {
        case.state
    }

    fn case_id(case: &FollowUp) -> &str {
        &case.case_id
    }

    fn holder(case: &FollowUp) -> Option<&Org> {
        Some(&case.district)
    }

    /// A tambon team acts in the district of its tambon.
    fn works_for(actor: &Actor, district: &str) -> bool {
        match actor.role {
            Role::FieldTeam => area::district_of(&actor.organisation) == Some(district),
            _ => actor.organisation.as_ref() == district,
        }
    }

    fn stands(relation: Relation, context: &Context<'_, Self>) -> bool {
        let actor = context.actor;
        context.data().is_some_and(|case| match relation {
            Relation::District => Self::works_for(actor, &case.district),
            Relation::Province => case.province() == actor.organisation.as_ref(),
            _ => false,
        })
    }

    fn has_duty(case: &Case<Self>, actor: &Actor, _: &Policy) -> bool {
        let data = case.data();
        match actor.role {
            Role::FieldTeam | Role::DistrictRecorder => Self::works_for(actor, &data.district),
            Role::ProvinceAdmin => {
                data.help.iter().any(|help| help.escalated_on.is_some())
                    && data.province() == actor.organisation.as_ref()
            }
            _ => false,
        }
    }

    fn obligations(case: &Case<Self>, _: Date, policy: &Policy) -> Vec<Obligation> {
        obligation::visits(case.data(), policy)
    }

    /// A visit is also the work of the team of the tambon where the person lives.
    fn concerns(case: &FollowUp, row: &Obligation, actor: &Actor) -> bool {
        match actor.role {
            Role::FieldTeam => case.residence.tambon.reveal() == actor.organisation.as_ref(),
            role => {
                row.responsible.role == role && row.responsible.organisation == actor.organisation
            }
        }
    }

    fn document(case: &Case<Self>) -> Map<String, Value> {
        crate::lifecycle::document(Self::NAME, case.data())
    }
}
