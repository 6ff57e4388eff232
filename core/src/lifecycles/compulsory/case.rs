//! What a compulsory-treatment case has gathered, and how events change it.

use std::sync::Arc;

use serde::Serialize;

use super::command::{
    Command, CommandKind, CorrectionReason, EndCause, LetterRoute, Letters, Part1, RequestKind,
    TraceMethod,
};
use super::{Compulsory, State};
use crate::base::actor::Org;
use crate::base::calendar::{self, Date, Instant};
use crate::base::private::{Private, Whole};
use crate::lifecycle::{CommandSet as _, Event, Kind as _};
use crate::policy::{DropOutAnchor, LetterRule, Policy, Profile};

/// A compulsory-treatment case. Its JSON is the case's document.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Exchange {
    /// The case's id.
    pub case_id: Org,
    /// The present state.
    pub state: State,
    /// เลขรอบ
    pub round: Whole,
    /// หน่วยบำบัด
    pub unit: Org,
    /// สำนักงานคุมประพฤติต้นทาง
    pub probation_office: Org,
    /// ส่วนที่ 1
    pub part1: Arc<Part1>,
    /// The day of the first entry.
    #[serde(with = "calendar::date")]
    pub first_entered_on: Date,
    /// The present entry.
    pub entry: Entry,
    /// The request that sent the case back, while it is `returned`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub correction: Option<Box<Correction>>,
    /// The day of the latest acceptance.
    #[serde(
        with = "calendar::optional_date",
        skip_serializing_if = "Option::is_none"
    )]
    pub accepted_on: Option<Date>,
    /// 90 or 120 days, from the treatment recorded first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub program_days: Option<u32>,
    /// Treatments, in the order in which they were recorded.
    pub treatments: Treatments,
    /// Extensions of the program.
    pub extensions: Vec<Extended>,
    /// Absences with their traces.
    pub absences: Vec<Absence>,
    /// Requests to probation.
    pub requests: Vec<Requested>,
    /// The day on which the treatment was completed.
    #[serde(
        with = "calendar::optional_date",
        skip_serializing_if = "Option::is_none"
    )]
    pub completed_on: Option<Date>,
    /// The day on which the result was certified.
    #[serde(
        with = "calendar::optional_date",
        skip_serializing_if = "Option::is_none"
    )]
    pub certified_on: Option<Date>,
    /// The day on which the person was dropped out.
    #[serde(
        with = "calendar::optional_date",
        skip_serializing_if = "Option::is_none"
    )]
    pub dropped_out_on: Option<Date>,
    /// The day on which probation ended the case.
    #[serde(
        with = "calendar::optional_date",
        skip_serializing_if = "Option::is_none"
    )]
    pub ended_on: Option<Date>,
    /// Why probation ended the case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_cause: Option<EndCause>,
}

/// One arrival of the case at a unit: report-in and letters belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// The command that brought it, written as its event.
    #[serde(rename = "event", serialize_with = "event_name")]
    pub by: CommandKind,
    /// When it entered.
    pub at: Instant,
    /// The day on which the person reported in.
    #[serde(
        with = "calendar::optional_date",
        skip_serializing_if = "Option::is_none"
    )]
    pub reported_in_on: Option<Date>,
    /// The letters that have come.
    pub letter: Letters,
    /// The day of the no-show report.
    #[serde(
        with = "calendar::optional_date",
        skip_serializing_if = "Option::is_none"
    )]
    pub no_show_reported_on: Option<Date>,
    /// The day of the missing-letter report.
    #[serde(
        with = "calendar::optional_date",
        skip_serializing_if = "Option::is_none"
    )]
    pub missing_letter_reported_on: Option<Date>,
}

/// A request that sent the case back (CT-03).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Correction {
    /// Its day.
    #[serde(with = "calendar::date")]
    pub on: Date,
    /// Why.
    pub reason: CorrectionReason,
    /// What is wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Private>,
}

/// A treatment (CT-12).
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
pub struct Treatment {
    /// Its day.
    #[serde(with = "calendar::date")]
    #[schemars(with = "Date")]
    pub on: Date,
    /// A note.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Private>,
}

/// Treatments, in the order in which they were recorded. There are many and few have a note: a day
/// takes four bytes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Treatments {
    days: Vec<Date>,
    notes: Vec<(usize, Private)>,
}

impl Treatments {
    fn push(&mut self, on: Date, note: Option<&Private>) {
        let place = self.days.len();
        self.notes.extend(note.map(|note| (place, note.clone())));
        self.days.push(on);
    }

    /// Their days.
    pub fn days(&self) -> &[Date] {
        &self.days
    }

    /// Each with its note.
    pub fn iter(&self) -> impl Iterator<Item = Treatment> {
        self.days.iter().enumerate().map(|(place, on)| Treatment {
            on: *on,
            note: self.note(place).cloned(),
        })
    }

    fn note(&self, place: usize) -> Option<&Private> {
        let found = self.notes.binary_search_by_key(&place, |(place, _)| *place);
        found
            .ok()
            .and_then(|at| self.notes.get(at))
            .map(|(_, note)| note)
    }
}

impl Serialize for Treatments {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

/// An extension of the program (CT-20).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Extended {
    /// The day it was entered.
    #[serde(with = "calendar::date")]
    pub on: Date,
    /// By how many days.
    pub days: u32,
    /// The ruling.
    pub ruling: Private,
}

/// An absence (CT-13 to CT-16).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Absence {
    /// The missed day.
    #[serde(with = "calendar::date")]
    pub missed_on: Date,
    /// Traces, in the order in which they were recorded.
    pub traces: Vec<Trace>,
    /// The day of the report to probation.
    #[serde(
        with = "calendar::optional_date",
        skip_serializing_if = "Option::is_none"
    )]
    pub reported_on: Option<Date>,
    /// The day on which the person came back.
    #[serde(
        with = "calendar::optional_date",
        skip_serializing_if = "Option::is_none"
    )]
    pub returned_on: Option<Date>,
}

/// A trace of an absent person (CT-14).
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
pub struct Trace {
    /// Its day.
    #[serde(with = "calendar::date")]
    #[schemars(with = "Date")]
    pub on: Date,
    /// How.
    pub method: TraceMethod,
    /// The evidence.
    pub evidence: Private,
}

/// A request of the unit to probation (CT-08, CT-10).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Requested {
    /// What is asked.
    pub kind: RequestKind,
    /// The day.
    #[serde(with = "calendar::date")]
    pub on: Date,
    /// What probation has to know.
    pub note: Private,
    /// How it stands.
    pub status: RequestStatus,
    /// Why it was declined.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decline_reason: Option<Private>,
}

/// How a request stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RequestStatus {
    /// Probation has not answered.
    Open,
    /// Probation did what was asked.
    Granted,
    /// Probation declined.
    Declined,
}

fn event_name<S: serde::Serializer>(kind: &CommandKind, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(kind.event())
}

impl Entry {
    fn new(event: &Event<Compulsory>) -> Self {
        Self {
            by: event.command.kind(),
            at: event.at,
            reported_in_on: None,
            letter: Letters::default(),
            no_show_reported_on: None,
            missing_letter_reported_on: None,
        }
    }

    /// The instant from which a no-show may be reported (CT-05, TM-3).
    pub fn overdue_from(&self, policy: &Policy) -> Option<Instant> {
        self.at.checked_add_hours(policy.no_show_hours)
    }

    /// Whether the referral letter counts as having come (CT-07).
    pub fn letter_has_come(&self, rule: LetterRule) -> bool {
        let Letters {
            hand_carried,
            by_correspondence,
        } = self.letter;
        match rule {
            LetterRule::Either => hand_carried || by_correspondence,
            LetterRule::Both => hand_carried && by_correspondence,
        }
    }
}

impl Absence {
    /// Whether the person has not come back.
    pub fn is_open(&self) -> bool {
        self.returned_on.is_none()
    }

    /// Whether the day lies between the missed day and the return, both included.
    pub fn holds(&self, date: Date) -> bool {
        self.missed_on <= date && self.returned_on.is_none_or(|returned| date <= returned)
    }

    /// The day from which the drop-out days run (CT-17).
    pub fn drop_out_anchor(&self, anchor: DropOutAnchor) -> Option<Date> {
        match anchor {
            DropOutAnchor::Notification => self.reported_on,
            DropOutAnchor::MissedDate => Some(self.missed_on),
        }
    }

    /// The days of its traces that count towards CT-16, by date, one a day (CT-14).
    pub fn counting_traces(&self, profile: Profile, policy: &Policy) -> Vec<Date> {
        let mut days: Vec<Date> = self.traces.iter().map(|trace| trace.on).collect();
        days.sort_unstable();
        days.dedup();
        if profile == Profile::Guideline2563 {
            keep_rhythm(&mut days, self.missed_on, policy);
        }
        days
    }
}

/// `guideline-2563`: a first trace counts from `first_trace_days` after the missed day, a second
/// from `trace_gap_days` after the first that counts; later ones are free.
pub(super) fn keep_rhythm(days: &mut Vec<Date>, missed_on: Date, policy: &Policy) {
    let mut counted = 0_usize;
    let mut earliest = calendar::full_days(missed_on, policy.first_trace_days);
    days.retain(|day| {
        let counts = earliest.is_some_and(|earliest| *day >= earliest);
        if counts {
            counted = counted.saturating_add(1);
            if counted == 1 {
                earliest = calendar::full_days(*day, policy.trace_gap_days);
            }
        }
        counts
    });
}

impl Exchange {
    pub(super) fn new(event: &Event<Compulsory>) -> Option<Self> {
        let Command::Refer(refer) = &event.command else {
            return None;
        };
        Some(Self {
            case_id: refer.case_id.clone(),
            state: State::AwaitingAcceptance,
            round: refer.round,
            unit: refer.unit.clone(),
            probation_office: refer.probation_office.clone(),
            part1: Arc::clone(&refer.part1),
            first_entered_on: event.at.date(),
            entry: Entry::new(event),
            correction: None,
            accepted_on: None,
            program_days: None,
            treatments: Treatments::default(),
            extensions: Vec::new(),
            absences: Vec::new(),
            requests: Vec::new(),
            completed_on: None,
            certified_on: None,
            dropped_out_on: None,
            ended_on: None,
            end_cause: None,
        })
    }

    /// The absence that is open.
    pub fn open_absence(&self) -> Option<&Absence> {
        self.absences.iter().find(|absence| absence.is_open())
    }

    /// The absence to which a trace of this day belongs: the open one, or else a closed one.
    pub fn absence_on(&self, date: Date) -> Option<&Absence> {
        self.open_absence()
            .filter(|absence| absence.holds(date))
            .or_else(|| self.closed_absence_on(date))
    }

    /// The closed absence that holds this day.
    pub fn closed_absence_on(&self, date: Date) -> Option<&Absence> {
        self.absences
            .iter()
            .rev()
            .find(|absence| !absence.is_open() && absence.holds(date))
    }

    /// The open request of a kind.
    pub fn open_request(&self, kind: RequestKind) -> Option<&Requested> {
        self.requests
            .iter()
            .find(|request| request.kind == kind && request.status == RequestStatus::Open)
    }

    /// The day of the earliest treatment.
    pub fn treatment_start(&self) -> Option<Date> {
        self.treatments.days().iter().copied().min()
    }

    /// Program days and extensions together.
    pub fn treatment_days(&self) -> Option<u32> {
        self.extensions
            .iter()
            .try_fold(self.program_days?, |days, extension| {
                days.checked_add(extension.days)
            })
    }

    /// The day on which program and extensions have passed since the start (TM-2).
    pub fn program_end(&self) -> Option<Date> {
        calendar::full_days(self.treatment_start()?, self.treatment_days()?)
    }

    pub(super) fn apply(&mut self, event: &Event<Compulsory>) {
        let today = event.at.date();
        match &event.command {
            Command::Refer(_) => {}
            Command::Accept(_) => {
                self.state = State::Accepted;
                self.accepted_on = Some(today);
            }
            Command::RequestCorrection(request) => {
                self.state = State::Returned;
                self.correction = Some(Box::new(Correction {
                    on: today,
                    reason: request.reason,
                    note: request.note.clone(),
                }));
            }
            Command::Resend(resend) => {
                self.part1 = Arc::clone(&resend.part1);
                self.correction = None;
                self.enter(resend.unit.clone(), event);
            }
            Command::ReportNoShow(_) => self.entry.no_show_reported_on = Some(today),
            Command::RecordReportIn(report) => {
                self.entry.reported_in_on = Some(report.on);
                self.entry.letter = report.letter;
            }
            Command::RecordLetter(letter) => match letter.route {
                LetterRoute::HandCarried => self.entry.letter.hand_carried = true,
                LetterRoute::ByCorrespondence => self.entry.letter.by_correspondence = true,
            },
            Command::ReportMissingLetter(_) => {
                self.entry.missing_letter_reported_on = Some(today);
            }
            Command::RequestPart1Correction(request) => {
                self.ask(RequestKind::Part1Correction, today, &request.note);
            }
            Command::CorrectPart1(correct) => {
                self.part1 = Arc::clone(&correct.part1);
                self.answer(RequestKind::Part1Correction, RequestStatus::Granted, None);
            }
            Command::RequestUnitChange(request) => {
                self.ask(RequestKind::UnitChange, today, &request.note);
            }
            Command::ReassignUnit(reassign) => {
                self.answer(RequestKind::UnitChange, RequestStatus::Granted, None);
                self.enter(reassign.unit.clone(), event);
            }
            Command::DeclineRequest(decline) => self.answer(
                decline.request,
                RequestStatus::Declined,
                Some(&decline.reason),
            ),
            Command::EndCase(end) => {
                self.state = State::Ended;
                self.ended_on = Some(end.on);
                self.end_cause = Some(end.cause);
            }
            Command::RecordTreatment(treatment) => {
                self.program_days = self
                    .program_days
                    .or_else(|| u32::try_from(treatment.program_days.as_deref()?.0).ok());
                self.treatments
                    .push(treatment.on, treatment.note.as_deref());
            }
            Command::RecordMissedAppointment(missed) => self.absences.push(Absence {
                missed_on: missed.missed_on,
                traces: Vec::new(),
                reported_on: None,
                returned_on: None,
            }),
            Command::RecordTrace(trace) => {
                let trace = Trace {
                    on: trace.on,
                    method: trace.method,
                    evidence: trace.evidence.clone(),
                };
                self.trace(trace);
            }
            Command::RecordReturn(back) => {
                if let Some(absence) = self.open_absence_mut() {
                    absence.returned_on = Some(back.on);
                }
            }
            Command::ReportAbsence(_) => {
                if let Some(absence) = self.open_absence_mut() {
                    absence.reported_on = Some(today);
                }
            }
            Command::DropOut(_) => {
                self.state = State::DroppedOut;
                self.dropped_out_on = Some(today);
            }
            Command::Complete(complete) => {
                self.state = State::Completed;
                self.completed_on = Some(complete.on);
                self.part1 = Arc::new(self.part1.updated(&complete.update));
            }
            Command::CertifyResult(_) => self.certified_on = Some(today),
            Command::ExtendTreatment(extend) => {
                if let Ok(days) = u32::try_from(extend.days.0) {
                    self.extensions.push(Extended {
                        on: today,
                        days,
                        ruling: extend.ruling.clone(),
                    });
                }
            }
        }
    }

    fn enter(&mut self, unit: Org, event: &Event<Compulsory>) {
        self.state = State::AwaitingAcceptance;
        self.unit = unit;
        self.entry = Entry::new(event);
    }

    fn ask(&mut self, kind: RequestKind, on: Date, note: &Private) {
        self.requests.push(Requested {
            kind,
            on,
            note: note.clone(),
            status: RequestStatus::Open,
            decline_reason: None,
        });
    }

    fn answer(&mut self, kind: RequestKind, status: RequestStatus, reason: Option<&Private>) {
        let open = self
            .requests
            .iter_mut()
            .find(|request| request.kind == kind && request.status == RequestStatus::Open);
        if let Some(request) = open {
            request.status = status;
            request.decline_reason = reason.cloned();
        }
    }

    fn open_absence_mut(&mut self) -> Option<&mut Absence> {
        self.absences.iter_mut().find(|absence| absence.is_open())
    }

    fn trace(&mut self, trace: Trace) {
        let Some(missed_on) = self.absence_on(trace.on).map(|absence| absence.missed_on) else {
            return;
        };
        let mut newest_first = self.absences.iter_mut().rev();
        if let Some(absence) =
            newest_first.find(|absence| absence.missed_on == missed_on && absence.holds(trace.on))
        {
            absence.traces.push(trace);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire;

    #[test]
    fn a_treatment_is_shown_with_the_note_that_came_with_it() {
        let mut treatments = Treatments::default();
        for (day, note) in [
            ("2024-06-03", None),
            ("2024-06-10", Some("ครั้งที่ 2")),
            ("2024-06-17", None),
        ] {
            let note = note.map(Private::from);
            treatments.push(calendar::parse_date(day).unwrap(), note.as_ref());
        }
        assert_eq!(
            wire::to_json(&treatments),
            r#"[{"on":"2024-06-03"},{"on":"2024-06-10","note":"ครั้งที่ 2"},{"on":"2024-06-17"}]"#
        );
    }
}
