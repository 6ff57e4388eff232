//! What the exchange owes: the rows of the contract's table.

use super::State;
use super::case::{Absence, Exchange};
use super::command::RequestKind;
use crate::base::actor::Role;
use crate::base::calendar::{self, Date, Instant};
use crate::lifecycle::Kind as _;
use crate::policy::{Policy, Profile};
use crate::schedule::{Obligation, Owed};

/// Collects rows; one whose date lies beyond the calendar does not exist.
struct Rows<'a> {
    case: &'a Exchange,
    policy: &'a Policy,
    profile: Profile,
    rows: Vec<Obligation>,
}

/// Every row that exists on a day.
pub(super) fn obligations(case: &Exchange, on: Date, policy: &Policy) -> Vec<Obligation> {
    let mut rows = Rows {
        case,
        policy,
        profile: policy.profile_on(on),
        rows: Vec::new(),
    };
    match case.state {
        State::AwaitingAcceptance => rows.awaiting(),
        State::Returned => rows.returned(),
        State::Accepted => rows.requests(),
        State::Completed | State::DroppedOut | State::Ended => {}
    }
    if matches!(case.state, State::Accepted | State::Completed) {
        rows.certificate();
    }
    if let Some(absence) = case.open_absence() {
        rows.absence(absence);
    }
    rows.rows
}

impl Rows<'_> {
    fn unit(&self, what: Owed, trigger: (&'static str, Date), opens_on: Date) -> Obligation {
        let responsible = (Role::UnitUser, &self.case.unit);
        Obligation::new(what, trigger, opens_on, responsible)
    }

    fn probation(&self, what: Owed, event: &'static str, on: Date) -> Obligation {
        let responsible = (Role::ProbationOfficer, &self.case.probation_office);
        Obligation::new(what, (event, on), on, responsible)
    }

    fn awaiting(&mut self) {
        let entry = &self.case.entry;
        let entered = (entry.by.event(), entry.at.date());
        let overdue_from = entry.overdue_from(self.policy).map(Instant::date);
        self.rows.push(
            self.unit(Owed::ReportIn, entered, entry.at.date())
                .due_by(overdue_from)
                .done_on(entry.reported_in_on),
        );
        if let (Some(opens_on), None) = (overdue_from, entry.reported_in_on) {
            let report = self
                .unit(Owed::NoShowReport, entered, opens_on)
                .done_on(entry.no_show_reported_on);
            self.rows.push(report);
        }
    }

    fn returned(&mut self) {
        if let Some(correction) = &self.case.correction {
            let resend = self.probation(Owed::Resend, "correction_requested", correction.on);
            self.rows.push(resend);
        }
    }

    fn requests(&mut self) {
        for (kind, what, event) in [
            (
                RequestKind::Part1Correction,
                Owed::AnswerPart1Request,
                "part1_correction_requested",
            ),
            (
                RequestKind::UnitChange,
                Owed::AnswerUnitChange,
                "unit_change_requested",
            ),
        ] {
            if let Some(request) = self.case.open_request(kind) {
                let answer = self.probation(what, event, request.on);
                self.rows.push(answer);
            }
        }
    }

    fn certificate(&mut self) {
        if let (None, Some(start), Some(end)) = (
            self.case.certified_on,
            self.case.treatment_start(),
            self.case.program_end(),
        ) {
            let trigger = ("treatment_recorded", start);
            let certify = self.unit(Owed::CertifyResult, trigger, end);
            self.rows.push(certify);
        }
    }

    fn absence(&mut self, absence: &Absence) {
        let counting = absence.counting_traces(self.profile, self.policy);
        self.first_trace(absence, &counting);
        self.second_trace(absence, &counting);
        self.absence_report(absence, &counting);
        self.drop_out(absence);
    }

    /// A row of an absence; `due_days` after the missed day, but never in `guideline-2563`.
    fn of_absence(
        &self,
        what: Owed,
        absence: &Absence,
        opens_on: Date,
        due_days: u32,
    ) -> Obligation {
        let due_by = match self.profile {
            Profile::Manual2564 => calendar::within(absence.missed_on, due_days),
            Profile::Guideline2563 => None,
        };
        let trigger = ("appointment_missed", absence.missed_on);
        self.unit(what, trigger, opens_on).due_by(due_by)
    }

    fn first_trace(&mut self, absence: &Absence, counting: &[Date]) {
        let within = self.policy.first_trace_days;
        let opens_on = match self.profile {
            Profile::Manual2564 => Some(absence.missed_on),
            Profile::Guideline2563 => calendar::full_days(absence.missed_on, within),
        };
        if let Some(opens_on) = opens_on {
            let row = self.of_absence(Owed::FirstTrace, absence, opens_on, within);
            self.rows.push(row.done_on(counting.first().copied()));
        }
    }

    fn second_trace(&mut self, absence: &Absence, counting: &[Date]) {
        let gap = self.policy.trace_gap_days;
        let within = self.policy.second_trace_days;
        let after = |day| calendar::full_days(day, gap);
        let opens_on = match (self.profile, counting.first()) {
            (Profile::Manual2564, Some(first)) => {
                after(*first).min(calendar::within(absence.missed_on, within))
            }
            (Profile::Guideline2563, Some(first)) => after(*first),
            (Profile::Manual2564, None) => after(absence.missed_on),
            (Profile::Guideline2563, None) => None,
        };
        if let Some(opens_on) = opens_on {
            let row = self.of_absence(Owed::SecondTrace, absence, opens_on, within);
            self.rows.push(row.done_on(counting.get(1).copied()));
        }
    }

    fn absence_report(&mut self, absence: &Absence, counting: &[Date]) {
        let days = self.policy.absence_report_days;
        let last_needed = usize::try_from(self.policy.traces_required)
            .ok()
            .and_then(|required| counting.get(required.checked_sub(1)?).copied());
        let opens_on = match self.profile {
            Profile::Manual2564 => calendar::full_days(absence.missed_on, days),
            Profile::Guideline2563 => last_needed,
        };
        if let Some(opens_on) = opens_on {
            let row = self.of_absence(Owed::AbsenceReport, absence, opens_on, days);
            self.rows.push(row.done_on(absence.reported_on));
        }
    }

    fn drop_out(&mut self, absence: &Absence) {
        let anchor = absence.drop_out_anchor(self.policy.drop_out_anchor);
        let opens_on = anchor.and_then(|day| calendar::full_days(day, self.policy.drop_out_days));
        if let (Some(reported_on), Some(opens_on)) = (absence.reported_on, opens_on) {
            let trigger = ("absence_reported", reported_on);
            let row = self.unit(Owed::DropOutPossible, trigger, opens_on);
            self.rows.push(row);
        }
    }
}

/// CT-22: the person is overdue to report in.
pub(super) fn flags(case: &Exchange, at: Instant, policy: &Policy) -> Vec<&'static str> {
    let overdue = case.state == State::AwaitingAcceptance
        && case.entry.reported_in_on.is_none()
        && case
            .entry
            .overdue_from(policy)
            .is_some_and(|from| at >= from);
    if overdue {
        vec!["overdue_report_in"]
    } else {
        Vec::new()
    }
}
