//! What the effects of community follow-up carry.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::Serialize;

use super::Aftercare;
use super::case::{FollowUp, Visit, district_of};
use super::command::{Command, Enrol, EscalateHelp, Relocate};
use crate::base::actor::Org;
use crate::base::area;
use crate::base::calendar::{self, Date};
use crate::base::help::HelpKind;
use crate::base::person::{Address, Person};
use crate::base::private::Private;
use crate::lifecycle::Event;
use crate::lifecycles::effect::{Effect, Notice, ReportRow};
use crate::policy::Policy;

/// The essentials of a person in follow-up.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Essentials {
    /// The case's id.
    pub case_id: Org,
    /// The person.
    pub person: Arc<Person>,
    /// Where the person lives.
    pub residence: Arc<Address>,
    /// The project.
    pub project: Arc<str>,
    /// The end of the training.
    #[serde(with = "calendar::date")]
    #[schemars(with = "Date")]
    pub graduated_on: Date,
}

/// AC-06: the essentials, and what was done so far.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Moved {
    /// The essentials, with the new residence.
    #[serde(flatten)]
    pub essentials: Essentials,
    /// The day of the move.
    #[serde(with = "calendar::date")]
    #[schemars(with = "Date")]
    pub on: Date,
    /// The visits so far.
    pub visits: Vec<Visit>,
}

/// AC-05: help that is beyond the district.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Escalation {
    /// The essentials.
    #[serde(flatten)]
    pub essentials: Essentials,
    /// Which help.
    pub help_id: Org,
    /// With what.
    pub kind: HelpKind,
    /// The details.
    pub detail: Private,
    /// Why it is beyond the district.
    pub reason: Private,
}

/// AC-06: a row of the next report of the province that followed the person so far.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct RelocationRow {
    /// The case's id.
    pub case_id: Org,
    /// The reporting province.
    pub province: Org,
    /// The day of the move.
    #[serde(with = "calendar::date")]
    #[schemars(with = "Date")]
    pub on: Date,
    /// The person.
    pub person: Arc<Person>,
    /// The new address.
    pub residence: Arc<Address>,
}

/// The effects of an accepted command, from the case as it was.
pub(super) fn effects(
    case: Option<&FollowUp>,
    event: &Event<Aftercare>,
    _: &Policy,
) -> Vec<Effect> {
    match (&event.command, case) {
        (Command::Enrol(enrol), _) => enrolment(enrol, &event.actor.organisation),
        (Command::EscalateHelp(escalate), Some(case)) => escalation(case, escalate),
        (Command::Relocate(relocate), Some(case)) => relocation(case, relocate),
        _ => Vec::new(),
    }
}

fn essentials(case: &FollowUp, residence: &Arc<Address>) -> Essentials {
    Essentials {
        case_id: case.case_id.clone(),
        person: Arc::clone(&case.person),
        residence: Arc::clone(residence),
        project: Arc::clone(&case.project),
        graduated_on: case.graduated_on,
    }
}

/// Whom to tell that a person is now in a district: the district itself, or its province where that
/// is another one than the sender's. Nobody where the district is the sender.
fn receiver(sender: &str, district: &Org) -> Option<Org> {
    let province = area::province_of(district)?;
    if district.as_ref() == sender {
        None
    } else if area::province_of(sender) == Some(province) {
        Some(district.clone())
    } else {
        Some(province.into())
    }
}

fn enrolment(enrol: &Enrol, sender: &str) -> Vec<Effect> {
    let district = district_of(&enrol.residence);
    let notice = receiver(sender, &district).map(|to| {
        let essentials = Essentials {
            case_id: enrol.case_id.clone(),
            person: Arc::clone(&enrol.person),
            residence: Arc::clone(&enrol.residence),
            project: Arc::clone(&enrol.project),
            graduated_on: enrol.graduated_on,
        };
        Effect::notify(&to, Notice::Enrolment(essentials))
    });
    notice.into_iter().collect()
}

fn escalation(case: &FollowUp, escalate: &EscalateHelp) -> Vec<Effect> {
    let notice = case.help(&escalate.help_id).map(|help| {
        let content = Escalation {
            essentials: essentials(case, &case.residence),
            help_id: help.help_id.clone(),
            kind: help.kind,
            detail: help.detail.clone(),
            reason: escalate.reason.clone(),
        };
        Effect::notify(&case.province().into(), Notice::HelpEscalation(content))
    });
    notice.into_iter().collect()
}

fn relocation(case: &FollowUp, relocate: &Relocate) -> Vec<Effect> {
    let district = district_of(&relocate.residence);
    let mut effects = Vec::new();
    if let Some(to) = receiver(&case.district, &district) {
        let moved = Moved {
            essentials: essentials(case, &relocate.residence),
            on: relocate.on,
            visits: case.visits.clone(),
        };
        effects.push(Effect::notify(&to, Notice::Relocation(moved)));
    }
    if area::province_of(&district) != Some(case.province()) {
        effects.push(Effect::ReportRow(ReportRow::Relocation(RelocationRow {
            case_id: case.case_id.clone(),
            province: case.province().into(),
            on: relocate.on,
            person: Arc::clone(&case.person),
            residence: Arc::clone(&relocate.residence),
        })));
    }
    effects
}
