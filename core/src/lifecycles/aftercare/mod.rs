//! Community follow-up of people who completed social rehabilitation
//! (ติดตามผู้ผ่านการฟื้นฟูสภาพทางสังคม): a year of visits by the tambon teams, help, and moves (AC-01
//! to AC-10).
//!
//! A room for each subject: [`enrolment`], [`visit`], [`help`], [`relocation`], [`closing`], [`cancelling`];
//! [`report`]
//! is what a province reports of all its cases. They share [`case`]. This folder does not know any other
//! lifecycle.

pub mod cancelling;
pub mod case;
pub mod closing;
pub mod enrolment;
pub mod help;
pub mod relocation;
pub mod report;
pub(crate) mod rules;
pub mod visit;

use std::sync::Arc;

use serde::Serialize;

pub use cancelling::Cancel;
pub use case::FollowUp;
pub use closing::Close;
pub use enrolment::Enrol;
pub use help::{EscalateHelp, ProvideHelp, RequestHelp};
pub use relocation::Relocate;
pub use visit::{RecordVisit, VisitResult};

use crate::base::actor::{Actor, Role};
use crate::base::area;
use crate::base::calendar::Date;
use crate::base::id::{CaseId, OrgId};
use crate::base::person::{Address, Person};
use crate::base::rule::{Applied, Rule};
use crate::base::shape::Shape;
use crate::base::text::{Text, text};
use crate::lifecycle::act::commands;
use crate::lifecycle::effect::effects;
use crate::lifecycle::state::states;
use crate::lifecycle::{
    Case, EffectName, Lifecycle, Notice, OfCase, Owes, Relation, ReportRow, Sent, TakenBack, Who,
    Withdrawal,
};
use crate::policy::Numbers;
use crate::schedule::{Obligation, Owed};

/// The lifecycle `aftercare`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Aftercare;

states! {
    /// The states of community follow-up.
    pub enum State {
        /// อยู่ระหว่างติดตาม
        Active = "active", "อยู่ระหว่างติดตาม", "in follow-up";
        /// สิ้นสุดการติดตาม
        Closed = "closed", "สิ้นสุดการติดตามแล้ว", "closed", final;
        /// ยกเลิกแล้ว (บันทึกผิด)
        Cancelled = "cancelled", "ยกเลิกแล้ว (บันทึกผิด)", "cancelled (entered in error)", final;
    }
}

commands! {
    /// A command of the lifecycle `aftercare`.
    Aftercare: Enrol, RecordVisit, RequestHelp, ProvideHelp, EscalateHelp, Relocate, Close, Cancel,
}

effects! {
    /// What the commands of community follow-up set going.
    pub enum Effect {
        /// AC-01
        EnrolmentNotice(Notice<Essentials>),
        /// AC-05
        EscalationNotice(Notice<help::Escalation>),
        /// AC-06
        RelocationNotice(Notice<relocation::Moved>),
        /// AC-06
        RelocationRow(ReportRow<relocation::RelocationRow>),
        /// GE-07
        WithdrawalNotice(Notice<TakenBack<OfCase>>),
    }
}

impl Lifecycle for Aftercare {
    type State = State;
    type Command = Command;
    type Data = FollowUp;
    type Effect = Effect;

    const NAME: &'static str = "aftercare";
    const TITLE: Text = text!("การติดตามผู้ผ่านการฟื้นฟูสภาพทางสังคม", "community follow-up");
    const RULES: &'static [&'static Rule] = rules::RULES;
    const TELLS: &'static [EffectName] = &[<Notice<TakenBack<OfCase>> as Sent>::NAME];
    const APPLIED: &'static [Applied] = &[visit::APPLIES, report::APPLIES];
    const OWED: &'static [&'static Owed] = &[&visit::VISIT];
    const OWES: &'static [Owes<Self>] = &[visit::owes];

    fn tell(case: &Case<Self>, to: OrgId, withdrawal: &Withdrawal) -> Option<Effect> {
        let case_id = case.case_id().clone();
        let content = TakenBack::new(OfCase { case_id }, withdrawal);
        Some(Notice { to, content }.into())
    }

    fn holder(case: &Case<Self>) -> Option<&OrgId> {
        Some(&case.data().district)
    }

    fn tambon(case: &Case<Self>) -> Option<&str> {
        Some(case.data().residence.tambon.reveal())
    }

    /// A tambon team acts in the district of its tambon; a province had what its district had.
    fn works_for(actor: &Actor, district: &OrgId) -> bool {
        let own = &actor.organisation;
        if actor.role == Role::FieldTeam {
            area::district_of(own) == Some(district)
        } else if actor.role == Role::ProvinceAdmin {
            area::province_of(district) == Some(own)
        } else {
            own == district
        }
    }

    fn entered_in_error(case: &Case<Self>) -> bool {
        case.state() == State::Cancelled
    }

    fn has_duty(case: &Case<Self>, actor: &Actor, _: &Numbers) -> bool {
        let data = case.data();
        if actor.role == Role::ProvinceAdmin {
            data.has_escalated_help() && data.is_of_province(&actor.organisation)
        } else {
            FIELD_ROLES.contains(&actor.role) && Self::works_for(actor, &data.district)
        }
    }

    /// A visit is also the work of the team of the tambon where the person lives.
    fn concerns(case: &Case<Self>, row: &Obligation, actor: &Actor) -> bool {
        if actor.role == Role::FieldTeam {
            case.data().residence.tambon.reveal() == &*actor.organisation
        } else {
            row.responsible.role == actor.role && row.responsible.organisation == actor.organisation
        }
    }
}

// ── who ───────────────────────────────────────────────────────────────────────────────────────

const THE_DISTRICT: Relation<Aftercare> = Relation::new(
    "district",
    text!("อำเภอที่รับผิดชอบเคส", "the district of the case"),
    |asking| {
        asking
            .case
            .is_some_and(|case| Aftercare::works_for(asking.actor, &case.data().district))
    },
);
const THE_PROVINCE: Relation<Aftercare> = Relation::new(
    "province",
    text!("จังหวัดของเคส", "the province of the case"),
    |asking| {
        let own = &asking.actor.organisation;
        asking
            .case
            .is_some_and(|case| case.data().is_of_province(own))
    },
);

/// The roles that go and see the person.
const FIELD_ROLES: &[Role] = &[Role::FieldTeam, Role::DistrictRecorder];

const DISTRICT: Who<Aftercare> = Who {
    roles: &[Role::DistrictRecorder],
    relation: &THE_DISTRICT,
};
const RECORDER: &[Who<Aftercare>] = &[DISTRICT];
const RECORDER_OR_PROVINCE: &[Who<Aftercare>] = &[
    DISTRICT,
    Who {
        roles: &[Role::ProvinceAdmin],
        relation: &THE_PROVINCE,
    },
];
const FIELD: &[Who<Aftercare>] = &[Who {
    roles: FIELD_ROLES,
    relation: &THE_DISTRICT,
}];
const ANY_TRAINING: &[Who<Aftercare>] = &[Who {
    roles: &[Role::DistrictRecorder, Role::ProvinceAdmin],
    relation: &Relation::ANY,
}];

const ACTIVE: &[State] = &[State::Active];

// ── what several rooms say ────────────────────────────────────────────────────────────────────

/// The district of an address. The payload's judgement refuses a code without one.
fn district_of(residence: &Address) -> OrgId {
    area::district_of(residence.tambon.reveal())
        .unwrap_or_default()
        .into()
}

impl FollowUp {
    /// The province of the responsible district.
    pub fn province(&self) -> &str {
        area::province_of(&self.district).unwrap_or_default()
    }

    fn is_of_province(&self, organisation: &OrgId) -> bool {
        self.province() == &**organisation
    }
}

/// Whom to tell that a person is now in a district: the district itself, or its province where that
/// is another one than the sender's. Nobody where the district is the sender.
fn receiver(sender: &OrgId, district: &OrgId) -> Option<OrgId> {
    let province = area::province_of(district)?;
    if district == sender {
        None
    } else if area::province_of(sender) == Some(province) {
        Some(district.clone())
    } else {
        Some(province.into())
    }
}

/// The essentials of a person in follow-up.
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct Essentials {
    /// The case's id.
    #[title("รหัสเคส", "case id")]
    pub case_id: CaseId,
    /// The person.
    #[title("ผู้ผ่านการฟื้นฟูสภาพทางสังคม", "person")]
    pub(crate) person: Arc<Person>,
    /// Where the person lives.
    #[title("ภูมิลำเนาหรือที่พักอาศัย", "residence")]
    pub(crate) residence: Arc<Address>,
    /// The project.
    #[title("โครงการ", "project")]
    pub(crate) project: Arc<str>,
    /// The end of the training.
    #[title("วันที่จบการฝึกอบรม", "end of the training")]
    pub graduated_on: Date,
}

impl Essentials {
    fn of(case: &Case<Aftercare>) -> Self {
        let data = case.data();
        Self {
            case_id: case.case_id().clone(),
            person: Arc::clone(&data.person),
            residence: Arc::clone(&data.residence),
            project: Arc::clone(&data.project),
            graduated_on: data.graduated_on,
        }
    }
}
