//! What a community follow-up has gathered, and how events change it.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::Serialize;

use super::command::{Command, VisitResult};
use super::{Aftercare, State};
use crate::base::actor::Org;
use crate::base::area;
use crate::base::calendar::{self, Date};
use crate::base::help::HelpKind;
use crate::base::person::{Address, Person};
use crate::base::private::Private;
use crate::lifecycle::Event;
use crate::policy::Policy;

/// A community follow-up. Its JSON is the case's document.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FollowUp {
    /// The case's id.
    pub case_id: Org,
    /// The present state.
    pub state: State,
    /// The person.
    pub person: Arc<Person>,
    /// The end of the training.
    #[serde(with = "calendar::date")]
    pub graduated_on: Date,
    /// The project.
    pub project: Arc<str>,
    /// Where the person lives now.
    pub residence: Arc<Address>,
    /// The responsible district.
    pub district: Org,
    /// The visits, in the order in which they were recorded.
    pub visits: Vec<Visit>,
    /// The help that was asked for.
    pub help: Vec<Help>,
    /// The moves, in the order in which they were recorded.
    pub relocations: Vec<Relocation>,
    /// The day on which the follow-up was closed.
    #[serde(
        with = "calendar::optional_date",
        skip_serializing_if = "Option::is_none"
    )]
    pub closed_on: Option<Date>,
}

/// A visit (AC-04).
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Visit {
    /// Its day.
    #[serde(with = "calendar::date")]
    #[schemars(with = "Date")]
    pub occurred_on: Date,
    /// What it found.
    pub result: VisitResult,
    /// What the person needs.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<HelpKind>,
    /// Where the evidence is kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Private>,
    /// A note.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Private>,
}

/// Help that was asked for (AC-05).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Help {
    /// Unique within the case.
    pub help_id: Org,
    /// With what.
    pub kind: HelpKind,
    /// The details.
    pub detail: Private,
    /// The day of the request.
    #[serde(with = "calendar::date")]
    pub requested_on: Date,
    /// The day on which it went to the province.
    #[serde(
        with = "calendar::optional_date",
        skip_serializing_if = "Option::is_none"
    )]
    pub escalated_on: Option<Date>,
    /// Why it went to the province.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Private>,
    /// The day on which it was given.
    #[serde(
        with = "calendar::optional_date",
        skip_serializing_if = "Option::is_none"
    )]
    pub provided_on: Option<Date>,
    /// By whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Private>,
}

/// A move (AC-06).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Relocation {
    /// The day.
    #[serde(with = "calendar::date")]
    pub on: Date,
    /// The district that had the person before.
    pub from: Org,
    /// The district that has the person since.
    pub to: Org,
}

/// The district of an address. The payload's judgement refuses a code without one.
pub(super) fn district_of(residence: &Address) -> Org {
    area::district_of(residence.tambon.reveal())
        .unwrap_or_default()
        .into()
}

impl FollowUp {
    pub(super) fn new(event: &Event<Aftercare>) -> Option<Self> {
        let Command::Enrol(enrol) = &event.command else {
            return None;
        };
        Some(Self {
            case_id: enrol.case_id.clone(),
            state: State::Active,
            person: Arc::clone(&enrol.person),
            graduated_on: enrol.graduated_on,
            project: Arc::clone(&enrol.project),
            residence: Arc::clone(&enrol.residence),
            district: district_of(&enrol.residence),
            visits: Vec::new(),
            help: Vec::new(),
            relocations: Vec::new(),
            closed_on: None,
        })
    }

    /// The help of this id.
    pub fn help(&self, id: &str) -> Option<&Help> {
        self.help.iter().find(|help| help.help_id.as_ref() == id)
    }

    /// The province of the responsible district.
    pub fn province(&self) -> &str {
        area::province_of(&self.district).unwrap_or_default()
    }

    /// The day on which a visit found that the person had died.
    pub fn died_on(&self) -> Option<Date> {
        self.visits
            .iter()
            .filter(|visit| visit.result == VisitResult::Deceased)
            .map(|visit| visit.occurred_on)
            .min()
    }

    /// The end of the year of follow-up (AC-02, AC-09).
    pub fn ends_on(&self, policy: &Policy) -> Option<Date> {
        calendar::add_months(self.graduated_on, policy.visit_period_months)
    }

    pub(super) fn apply(&mut self, event: &Event<Aftercare>) {
        let today = event.at.date();
        match &event.command {
            Command::Enrol(_) => {}
            Command::RecordVisit(visit) => self.visits.push(Visit {
                occurred_on: visit.occurred_on,
                result: visit.result,
                needs: visit.needs.clone(),
                evidence: visit.evidence.clone(),
                note: visit.note.clone(),
            }),
            Command::RequestHelp(request) => self.help.push(Help {
                help_id: request.help_id.clone(),
                kind: request.kind,
                detail: request.detail.clone(),
                requested_on: today,
                escalated_on: None,
                reason: None,
                provided_on: None,
                by: None,
            }),
            Command::ProvideHelp(provide) => {
                if let Some(help) = self.help_mut(&provide.help_id) {
                    help.provided_on = Some(provide.on);
                    help.by = Some(provide.by.clone());
                }
            }
            Command::EscalateHelp(escalate) => {
                if let Some(help) = self.help_mut(&escalate.help_id) {
                    help.escalated_on = Some(today);
                    help.reason = Some(escalate.reason.clone());
                }
            }
            Command::Relocate(relocate) => self.relocate(relocate.on, &relocate.residence),
            Command::Close(_) => {
                self.state = State::Closed;
                self.closed_on = Some(today);
            }
        }
    }

    fn relocate(&mut self, on: Date, residence: &Arc<Address>) {
        let to = district_of(residence);
        let from = std::mem::replace(&mut self.district, to.clone());
        self.residence = Arc::clone(residence);
        self.relocations.push(Relocation { on, from, to });
    }

    fn help_mut(&mut self, id: &str) -> Option<&mut Help> {
        self.help
            .iter_mut()
            .find(|help| help.help_id.as_ref() == id)
    }
}
