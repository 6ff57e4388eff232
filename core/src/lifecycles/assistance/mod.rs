//! Assistance by a social-rehabilitation centre (ศูนย์ฟื้นฟูสภาพทางสังคม, คพฟ.): a treatment unit or
//! a screening centre asks for help with a patient's life, and the centre sees to it (AS-01 to
//! AS-08, QL).
//!
//! A room for each subject: [`request`] (asked, accepted, handed on), [`item`], [`assessment`] with
//! [`quality_of_life`], [`conclusion`], [`cancelling`]. This folder does not know any other lifecycle.

pub mod assessment;
pub mod cancelling;
pub mod case;
pub mod conclusion;
pub mod item;
pub mod quality_of_life;
pub mod request;
pub(crate) mod rules;

pub use assessment::AssessQualityOfLife;
pub use cancelling::Cancel;
pub use case::Assisted;
pub use conclusion::{Conclude, Conclusion};
pub use item::{AddItem, ItemStatus, NewItem, SetItemStatus};
pub use request::{Accept, Distribute, ReceiverKind, Request};

use crate::base::actor::{Actor, Role};
use crate::base::calendar::Date;
use crate::base::id::OrgId;
use crate::base::rule::{Applied, Rule};
use crate::base::text::{Text, text};
use crate::lifecycle::act::commands;
use crate::lifecycle::state::states;
use crate::lifecycle::{Case, Lifecycle, Never, Owes, Relation, Who};
use crate::policy::Numbers;
use crate::schedule::Owed;

/// The lifecycle `assistance`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Assistance;

states! {
    /// The states of assistance.
    pub enum State {
        /// รอการช่วยเหลือ
        Waiting = "waiting", "รอการช่วยเหลือ", "waiting for help";
        /// รับงานแล้ว
        Accepted = "accepted", "รับงานแล้ว", "accepted";
        /// สรุปผลแล้ว
        Concluded = "concluded", "สรุปผลแล้ว", "concluded", final;
        /// ยกเลิกแล้ว (บันทึกผิด)
        Cancelled = "cancelled", "ยกเลิกแล้ว (บันทึกผิด)", "cancelled (entered in error)", final;
    }
}

commands! {
    /// A command of the lifecycle `assistance`.
    Assistance: Request, Accept, Distribute, AssessQualityOfLife, AddItem, SetItemStatus, Conclude,
    Cancel,
}

/// The roles that ask for help.
const REQUESTING_ROLES: &[Role] = &[Role::UnitUser, Role::UnitAdmin, Role::ScreeningUser];

/// The roles of a unit that received work.
const RECEIVING_ROLES: &[Role] = &[
    Role::CentreUser,
    Role::DistrictRecorder,
    Role::ProvinceAdmin,
];

impl Lifecycle for Assistance {
    type State = State;
    type Command = Command;
    type Data = Assisted;
    type Effect = Never;

    const NAME: &'static str = "assistance";
    const TITLE: Text = text!(
        "การช่วยเหลือโดยศูนย์ฟื้นฟูสภาพทางสังคม",
        "assistance by a social-rehabilitation centre",
    );
    const RULES: &'static [&'static Rule] = rules::RULES;
    const APPLIED: &'static [Applied] = &[quality_of_life::APPLIES];
    const OWED: &'static [&'static Owed] = &[&conclusion::CONCLUDE];
    const OWES: &'static [Owes<Self>] = &[conclusion::owes];

    fn holder(case: &Case<Self>) -> Option<&OrgId> {
        Some(&case.data().centre)
    }

    fn works_for(actor: &Actor, centre: &OrgId) -> bool {
        actor.role == Role::CentreUser && actor.organisation == *centre
    }

    fn received(case: &Case<Self>, actor: &Actor, on: Date) -> bool {
        RECEIVING_ROLES.contains(&actor.role) && case.data().had_been_given_to(actor, on)
    }

    fn entered_in_error(case: &Case<Self>) -> bool {
        case.state() == State::Cancelled
    }

    fn has_duty(case: &Case<Self>, actor: &Actor, _: &Numbers) -> bool {
        let data = case.data();
        let own = &actor.organisation;
        let asked = REQUESTING_ROLES.contains(&actor.role) && data.requested_by == *own;
        let leads = actor.role == Role::CentreUser && data.centre == *own;
        let received = RECEIVING_ROLES.contains(&actor.role) && data.was_given_to(own);
        asked || leads || received
    }
}

// ── who ───────────────────────────────────────────────────────────────────────────────────────

const THE_CENTRE: Relation<Assistance> = Relation::new(
    "centre",
    text!("ศูนย์ฟื้นฟูสภาพทางสังคมของเคส", "the centre of the case"),
    |asking| {
        let own = &asking.actor.organisation;
        asking.case.is_some_and(|case| case.data().centre == *own)
    },
);
const RECEIVING: Relation<Assistance> = Relation::new(
    "receiving",
    text!("หน่วยงานที่ได้รับการกระจายงาน", "a unit that received the work"),
    |asking| {
        let own = &asking.actor.organisation;
        asking
            .case
            .is_some_and(|case| case.data().was_given_to(own))
    },
);

const REQUESTING: Relation<Assistance> = Relation::new(
    "requesting",
    text!("หน่วยงานที่ขอความช่วยเหลือ", "the organisation that requested"),
    |asking| {
        let own = &asking.actor.organisation;
        let case = asking.case;
        case.is_some_and(|case| case.data().requested_by == *own)
    },
);

const CENTRE: Who<Assistance> = Who {
    roles: &[Role::CentreUser],
    relation: &THE_CENTRE,
};
const LEAD: &[Who<Assistance>] = &[CENTRE];
const LEAD_OR_RECEIVING: &[Who<Assistance>] = &[
    CENTRE,
    Who {
        roles: RECEIVING_ROLES,
        relation: &RECEIVING,
    },
];
const REQUESTING_OR_LEAD: &[Who<Assistance>] = &[
    Who {
        roles: REQUESTING_ROLES,
        relation: &REQUESTING,
    },
    CENTRE,
];
const ANY_REQUESTING: &[Who<Assistance>] = &[Who {
    roles: REQUESTING_ROLES,
    relation: &Relation::ANY,
}];

const ACCEPTED: &[State] = &[State::Accepted];
/// Said of a case that waits: the centre has to accept it.
const ONCE_ACCEPTED: &[(State, Text)] = &[(
    State::Waiting,
    text!(
        "โปรดให้ศูนย์ฟื้นฟูสภาพทางสังคมของเคสกด “รับงาน” ก่อน",
        "have the centre accept the work first",
    ),
)];
