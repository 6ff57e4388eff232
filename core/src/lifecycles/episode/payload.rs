//! What an episode asks of a payload (refusals) and advises of an accepted one (warnings).

use super::case::Treatment;
use super::command::{Command, Screen, Summarise, TreatmentOutcome};
use super::{Episode, State};
use crate::base::text::Text;
use crate::lifecycle::{Context, Faults, Warnings};

type Ctx<'a> = Context<'a, Episode>;

/// Judges a payload, field by field in the order of the contract. Dates come in order, and none
/// lies in the future (EP-02).
pub(super) fn check(context: &Ctx<'_>, command: &Command, faults: &mut Faults) {
    let today = context.today;
    let case = context.data();
    match command {
        Command::Screen(screen) => check_screen(context, screen, faults),
        Command::StartTreatment(start) => {
            faults.date("/command/on", start.on, case.map(|case| case.on), today);
        }
        Command::RecordSession(session) => {
            let started_on = case.and_then(|case| case.started_on);
            faults.date("/command/on", session.on, started_on, today);
        }
        Command::Summarise(summary) => {
            let earliest = case.map(Treatment::last_treated_on);
            faults.date("/command/on", summary.on, earliest, today);
            outcome(case, summary, faults);
        }
        Command::RecordFollowUp(follow_up) => {
            let summarised_on = case.and_then(|case| case.summarised_on);
            faults.date("/command/on", follow_up.on, summarised_on, today);
        }
        Command::Close(_) => {}
    }
}

fn check_screen(context: &Ctx<'_>, screen: &Screen, faults: &mut Faults) {
    faults.blank("/command/case_id", &screen.case_id);
    screen
        .person
        .judge("/command/person", context.today, faults);
    faults.blank("/command/unit", &screen.unit);
    faults.date("/command/on", screen.on, None, context.today);
    if screen.severity.is_none() && screen.v2_score.is_none() {
        faults.invalid("/command/severity", SEVERITY_NEEDED);
    }
    if screen.v2_score.is_some() && screen.scored().is_none() {
        faults.invalid("/command/v2_score", SCORE);
    }
}

/// Who never started a treatment cannot have completed its program.
fn outcome(case: Option<&Treatment>, summary: &Summarise, faults: &mut Faults) {
    let never_started = case.is_some_and(|case| case.state == State::Screened);
    if never_started && summary.outcome == TreatmentOutcome::CompletedProgram {
        faults.invalid("/command/outcome", NEVER_STARTED);
    }
}

/// Advises of an accepted command.
pub(super) fn advise(_: &Ctx<'_>, command: &Command, warnings: &mut Warnings) {
    let Command::Screen(screen) = command else {
        return;
    };
    let differs = screen
        .severity
        .zip(screen.scored())
        .is_some_and(|(given, scored)| given != scored);
    if differs {
        warnings.add("EP-01", SCORE_DIFFERS);
    }
}

const SEVERITY_NEEDED: Text = Text {
    th: "ต้องระบุระดับความรุนแรง (ผู้ใช้ ผู้เสพ ผู้ติด) หรือคะแนนแบบคัดกรอง V2",
    en: "give the severity, or the score of the screening form V2",
};
const SCORE: Text = Text {
    th: "คะแนนแบบคัดกรอง V2 ต้องเป็นจำนวนเต็มตั้งแต่ 0 ขึ้นไป",
    en: "a score of the screening form V2 is 0 or more",
};
const NEVER_STARTED: Text = Text {
    th: "ผู้ป่วยยังไม่เริ่มบำบัด จึงสรุปผลว่าครบโปรแกรมไม่ได้",
    en: "no treatment was started, so its program cannot be complete",
};
const SCORE_DIFFERS: Text = Text {
    th: "ระดับความรุนแรงที่ระบุไม่ตรงกับคะแนนแบบคัดกรอง V2 ระบบใช้ระดับที่ระบุ",
    en: "the severity given is not that of the V2 score; the one given holds",
};
