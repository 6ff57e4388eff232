//! What a treatment episode has gathered, and how events change it.

use std::sync::Arc;

use serde::Serialize;

use super::command::{
    Aggression, Command, FollowUpKind, FollowUpResult, LegalBasis, Severity, TreatmentOutcome,
    TreatmentType,
};
use super::{Episode, State};
use crate::base::actor::Org;
use crate::base::calendar::{self, Date};
use crate::base::person::Person;
use crate::base::private::{Private, Whole};
use crate::lifecycle::Event;

/// A treatment episode. Its JSON is the case's document.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Treatment {
    /// The case's id.
    pub case_id: Org,
    /// The present state.
    pub state: State,
    /// The person.
    pub person: Arc<Person>,
    /// The unit.
    pub unit: Org,
    /// The day of the screening.
    #[serde(with = "calendar::date")]
    pub on: Date,
    /// The legal basis.
    pub legal_basis: LegalBasis,
    /// The severity, given or derived.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub severity: Option<Severity>,
    /// The score of the screening form V2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub v2_score: Option<Whole>,
    /// Aggression by OAS.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aggression: Option<Aggression>,
    /// The first day of treatment.
    #[serde(
        with = "calendar::optional_date",
        skip_serializing_if = "Option::is_none"
    )]
    pub started_on: Option<Date>,
    /// How the person is treated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub treatment_type: Option<TreatmentType>,
    /// Whether methadone is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub methadone: Option<bool>,
    /// The sessions, in the order in which they were recorded.
    pub sessions: Vec<Session>,
    /// The day of the summary.
    #[serde(
        with = "calendar::optional_date",
        skip_serializing_if = "Option::is_none"
    )]
    pub summarised_on: Option<Date>,
    /// How the treatment ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<TreatmentOutcome>,
    /// The follow-ups, in the order in which they were recorded.
    pub follow_ups: Vec<FollowUp>,
    /// The day on which the episode was closed.
    #[serde(
        with = "calendar::optional_date",
        skip_serializing_if = "Option::is_none"
    )]
    pub closed_on: Option<Date>,
}

/// A session of treatment (EP-02).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Session {
    /// Its day.
    #[serde(with = "calendar::date")]
    pub on: Date,
    /// A note.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Private>,
}

/// A follow-up after the treatment (EP-03).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct FollowUp {
    /// Its day.
    #[serde(with = "calendar::date")]
    pub on: Date,
    /// What it looked at.
    pub kind: FollowUpKind,
    /// What it found.
    pub result: FollowUpResult,
}

impl FollowUp {
    /// Whether it counts towards EP-03: medical, and the person was found, after the summary.
    fn counts_after(&self, summarised_on: Date) -> bool {
        self.kind == FollowUpKind::Medical
            && self.result != FollowUpResult::NotFound
            && self.on > summarised_on
    }
}

impl Treatment {
    pub(super) fn new(event: &Event<Episode>) -> Option<Self> {
        let Command::Screen(screen) = &event.command else {
            return None;
        };
        Some(Self {
            case_id: screen.case_id.clone(),
            state: State::Screened,
            person: Arc::clone(&screen.person),
            unit: screen.unit.clone(),
            on: screen.on,
            legal_basis: screen.legal_basis,
            severity: screen.severity(),
            v2_score: screen.v2_score,
            aggression: screen.aggression,
            started_on: None,
            treatment_type: None,
            methadone: None,
            sessions: Vec::new(),
            summarised_on: None,
            outcome: None,
            follow_ups: Vec::new(),
            closed_on: None,
        })
    }

    /// Whether the person died.
    pub fn deceased(&self) -> bool {
        self.outcome == Some(TreatmentOutcome::Deceased)
    }

    /// The day before which no summary can be: that of the last thing on record.
    pub fn last_treated_on(&self) -> Date {
        let treated = self.sessions.iter().map(|session| session.on);
        treated
            .chain(self.started_on)
            .fold(self.on, |last, day| last.max(day))
    }

    /// The days of the follow-ups that count, by date, one a day (EP-03).
    pub fn counting_follow_ups(&self, summarised_on: Date) -> Vec<Date> {
        let mut days: Vec<Date> = self
            .follow_ups
            .iter()
            .filter(|follow_up| follow_up.counts_after(summarised_on))
            .map(|follow_up| follow_up.on)
            .collect();
        days.sort_unstable();
        days.dedup();
        days
    }

    pub(super) fn apply(&mut self, event: &Event<Episode>) {
        match &event.command {
            Command::Screen(_) => {}
            Command::StartTreatment(start) => {
                self.state = State::InTreatment;
                self.started_on = Some(start.on);
                self.treatment_type = Some(start.treatment_type);
                self.methadone = Some(start.methadone);
            }
            Command::RecordSession(session) => self.sessions.push(Session {
                on: session.on,
                note: session.note.clone(),
            }),
            Command::Summarise(summary) => {
                self.state = State::Summarised;
                self.summarised_on = Some(summary.on);
                self.outcome = Some(summary.outcome);
            }
            Command::RecordFollowUp(follow_up) => self.follow_ups.push(FollowUp {
                on: follow_up.on,
                kind: follow_up.kind,
                result: follow_up.result,
            }),
            Command::Close(_) => {
                self.state = State::Closed;
                self.closed_on = Some(event.at.date());
            }
        }
    }
}
