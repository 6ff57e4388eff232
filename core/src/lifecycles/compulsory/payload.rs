//! What the exchange asks of a payload (refusals) and advises of an accepted one (warnings).

use super::Compulsory;
use super::case::Exchange;
use super::command::{Command, Part1, RecordTrace, RecordTreatment, RequestKind};
use crate::base::actor::Org;
use crate::base::calendar::{self, Date};
use crate::base::text::{Arg, Message, Text};
use crate::lifecycle::{Context, Faults, ReasonKind, Warnings};
use crate::policy::{MOST_DAYS, Profile};

type Ctx<'a> = Context<'a, Compulsory>;

/// Judges a payload, field by field in the order of the contract.
pub(super) fn check(context: &Ctx<'_>, command: &Command, faults: &mut Faults) {
    let today = context.today;
    let case = context.data();
    match command {
        Command::Refer(refer) => {
            faults.blank("/command/case_id", &refer.case_id);
            if refer.round.0 < 1 {
                faults.invalid("/command/round", ROUND);
            }
            faults.blank("/command/unit", &refer.unit);
            faults.blank("/command/probation_office", &refer.probation_office);
            part1(&refer.part1, today, faults);
        }
        Command::Resend(resend) => {
            faults.blank("/command/unit", &resend.unit);
            part1(&resend.part1, today, faults);
        }
        Command::RecordReportIn(report) => {
            let entered = case.map(|case| case.entry.at.date());
            faults.date("/command/on", report.on, entered, today);
        }
        Command::RecordLetter(letter) => {
            let reported_in = case.and_then(|case| case.entry.reported_in_on);
            faults.date("/command/on", letter.on, reported_in, today);
        }
        Command::RequestPart1Correction(request) | Command::RequestUnitChange(request) => {
            faults.blank("/command/note", request.note.reveal());
        }
        Command::CorrectPart1(correct) => part1(&correct.part1, today, faults),
        Command::ReassignUnit(reassign) => reassign_to(case, &reassign.unit, faults),
        Command::DeclineRequest(decline) => {
            decline_request(case, decline.request, faults);
            faults.blank("/command/reason", decline.reason.reveal());
        }
        Command::EndCase(end) => {
            let earliest = case.map(|case| case.first_entered_on);
            faults.date("/command/on", end.on, earliest, today);
        }
        Command::RecordTreatment(treatment) => record_treatment(context, treatment, faults),
        Command::RecordMissedAppointment(missed) => {
            let earliest = case.and_then(|case| case.treatment_start().or(case.accepted_on));
            faults.date("/command/missed_on", missed.missed_on, earliest, today);
        }
        Command::RecordTrace(trace) => {
            let missed_on = case.and_then(|case| {
                let absence = case.absence_on(trace.on).or(case.open_absence())?;
                Some(absence.missed_on)
            });
            faults.date("/command/on", trace.on, missed_on, today);
            faults.blank("/command/evidence", trace.evidence.reveal());
        }
        Command::RecordReturn(back) => {
            let missed_on = case.and_then(|case| Some(case.open_absence()?.missed_on));
            faults.date("/command/on", back.on, missed_on, today);
        }
        Command::Complete(complete) => {
            let start = case.and_then(Exchange::treatment_start);
            faults.date("/command/on", complete.on, start, today);
            complete.update.judge("/command/update", faults);
        }
        Command::ExtendTreatment(extend) => {
            if extend.days.count(MOST_DAYS).is_none() {
                let most = [("most", Arg::Number(MOST_DAYS.into()))];
                faults.invalid("/command/days", Message::new(EXTENSION_DAYS, most));
            }
            faults.blank("/command/ruling", extend.ruling.reveal());
        }
        Command::Accept(_)
        | Command::RequestCorrection(_)
        | Command::ReportNoShow(_)
        | Command::ReportMissingLetter(_)
        | Command::ReportAbsence(_)
        | Command::DropOut(_)
        | Command::CertifyResult(_) => {}
    }
}

fn part1(part1: &Part1, today: Date, faults: &mut Faults) {
    part1.judge("/command/part1", today, faults);
}

fn reassign_to(case: Option<&Exchange>, unit: &Org, faults: &mut Faults) {
    faults.blank("/command/unit", unit);
    if case.is_some_and(|case| case.unit == *unit) {
        faults.conflict("/command/unit", SAME_UNIT);
    }
}

/// The request that is declined has to be the one that is open; that none is open at all is the
/// row's own guard.
fn decline_request(case: Option<&Exchange>, declined: RequestKind, faults: &mut Faults) {
    let other = match declined {
        RequestKind::Part1Correction => RequestKind::UnitChange,
        RequestKind::UnitChange => RequestKind::Part1Correction,
    };
    let open = |kind| case.is_some_and(|case| case.open_request(kind).is_some());
    if !open(declined) && open(other) {
        faults.missing(ReasonKind::MissingPrecondition, NO_SUCH_REQUEST);
    }
}

fn record_treatment(context: &Ctx<'_>, treatment: &RecordTreatment, faults: &mut Faults) {
    let case = context.data();
    let entered = case.map(|case| case.first_entered_on);
    faults.date("/command/on", treatment.on, entered, context.today);
    let first = case.is_none_or(|case| case.treatments.days().is_empty());
    let programs = &context.policy.program_days;
    let text = match &treatment.program_days {
        None if first => PROGRAM_NEEDED,
        Some(_) if !first => PROGRAM_KNOWN,
        Some(days) if !programs.iter().any(|known| i64::from(*known) == days.0) => PROGRAM_UNKNOWN,
        _ => return,
    };
    let known: Vec<String> = programs.iter().map(u32::to_string).collect();
    let args = [("programs", Arg::Word(known.join(", ").into()))];
    faults.invalid("/command/program_days", Message::new(text, args));
}

/// Advises of an accepted command.
pub(super) fn advise(context: &Ctx<'_>, command: &Command, warnings: &mut Warnings) {
    let Some(case) = context.data() else {
        return;
    };
    match command {
        Command::RequestCorrection(_)
        | Command::ReportNoShow(_)
        | Command::ReportMissingLetter(_)
        | Command::RequestPart1Correction(_)
        | Command::RequestUnitChange(_)
        | Command::ReportAbsence(_)
        | Command::CertifyResult(_)
            if !context.coordinated =>
        {
            warnings.add("CT-21", COORDINATE);
        }
        Command::RecordTreatment(treatment) => {
            if case.accepted_on.is_some_and(|day| treatment.on < day) {
                warnings.add("CT-12", BEFORE_ACCEPTANCE);
            }
            if case.open_absence().is_some() {
                warnings.add("CT-15", TREATED_WHILE_ABSENT);
            }
        }
        Command::RecordMissedAppointment(_) if case.treatment_start().is_none() => {
            warnings.add("CT-13", MISSED_BEFORE_TREATMENT);
        }
        Command::RecordTrace(trace) => advise_trace(context, case, trace, warnings),
        Command::Complete(complete) => {
            if let Some(end) = case.program_end().filter(|end| complete.on < *end) {
                warnings.add(
                    "CT-18",
                    Message::new(PROGRAM_RUNS, [("end", Arg::Date(end))]),
                );
            }
        }
        _ => {}
    }
}

fn advise_trace(context: &Ctx<'_>, case: &Exchange, trace: &RecordTrace, warnings: &mut Warnings) {
    let Some(absence) = case.absence_on(trace.on) else {
        return;
    };
    if !absence.is_open() {
        let args = [("missed", Arg::Date(absence.missed_on))];
        warnings.add("CT-14", Message::new(TRACE_OF_CLOSED, args));
    }
    let mut days: Vec<Date> = absence.traces.iter().map(|trace| trace.on).collect();
    days.push(trace.on);
    days.sort_unstable();
    days.dedup();
    match context.profile {
        Profile::Manual2564 => in_time(context, absence.missed_on, &days, trace.on, warnings),
        Profile::Guideline2563 => {
            super::case::keep_rhythm(&mut days, absence.missed_on, context.policy);
            if !days.contains(&trace.on) {
                warnings.add("CT-14", TRACE_TOO_SOON);
            }
        }
    }
}

/// `manual-2564`: the first trace within 7 days, the second within 14 and 7 after the first.
fn in_time(context: &Ctx<'_>, missed_on: Date, days: &[Date], on: Date, warnings: &mut Warnings) {
    let policy = context.policy;
    let late = |limit| calendar::within(missed_on, limit).filter(|last| on > *last);
    match days {
        [first, ..] if *first == on => {
            if let Some(last) = late(policy.first_trace_days) {
                warnings.add(
                    "CT-14",
                    Message::new(FIRST_TRACE_LATE, [("last", Arg::Date(last))]),
                );
            }
        }
        [first, second, ..] if *second == on => {
            let earliest = calendar::full_days(*first, policy.trace_gap_days);
            if let Some(last) = late(policy.second_trace_days) {
                warnings.add(
                    "CT-14",
                    Message::new(SECOND_TRACE_LATE, [("last", Arg::Date(last))]),
                );
            } else if let Some(earliest) = earliest.filter(|earliest| on < *earliest) {
                let args = [("earliest", Arg::Date(earliest))];
                warnings.add("CT-14", Message::new(SECOND_TRACE_SOON, args));
            }
        }
        _ => {}
    }
}

const ROUND: Text = Text {
    th: "เลขรอบต้องเป็นจำนวนเต็มตั้งแต่ 1 ขึ้นไป",
    en: "the round number is 1 or more",
};
const SAME_UNIT: Text = Text {
    th: "หน่วยบำบัดที่กำหนดใหม่ต้องต่างจากหน่วยบำบัดปัจจุบัน",
    en: "the new unit has to differ from the present one",
};
const NO_SUCH_REQUEST: Text = Text {
    th: "ไม่มีคำขอประเภทที่ระบุรอดำเนินการ มีเพียงคำขอประเภทอื่น",
    en: "no request of this kind is open, only one of the other kind",
};
const PROGRAM_NEEDED: Text = Text {
    th: "การบำบัดที่บันทึกครั้งแรกต้องระบุระยะเวลาโปรแกรม ({programs} วัน)",
    en: "the treatment recorded first needs the program's days ({programs})",
};
const PROGRAM_KNOWN: Text = Text {
    th: "ระบุระยะเวลาโปรแกรมไว้แล้วในการบำบัดที่บันทึกครั้งแรก โปรดละช่องนี้ หากต้องขยายเวลาให้ใช้ ขยายเวลาบำบัด",
    en: "the program's days came with the treatment recorded first; leave them out, or extend the treatment",
};
const PROGRAM_UNKNOWN: Text = Text {
    th: "ระยะเวลาโปรแกรมต้องเป็นค่าใดค่าหนึ่งใน {programs} วัน",
    en: "the program's days are one of {programs}",
};
const EXTENSION_DAYS: Text = Text {
    th: "จำนวนวันที่ขยายต้องอยู่ระหว่าง 1 ถึง {most} วัน",
    en: "an extension is of 1 to {most} days",
};
const COORDINATE: Text = Text {
    th: "ควรประสานงานกับสำนักงานคุมประพฤติเพื่อทราบข้อมูลเบื้องต้นก่อนกดปุ่มนี้",
    en: "the two agencies should coordinate before this",
};
const BEFORE_ACCEPTANCE: Text = Text {
    th: "วันที่บำบัดก่อนวันที่กดรับงาน ระบบบันทึกไว้แล้ว โปรดตรวจสอบวันที่",
    en: "the treatment is dated before the acceptance of the case; it is recorded, check the date",
};
const TREATED_WHILE_ABSENT: Text = Text {
    th: "มีการขาดนัดที่ยังไม่บันทึกการกลับมาบำบัด หากผู้ป่วยกลับมาแล้วโปรดบันทึกการกลับมาบำบัด",
    en: "an absence is open; if the person is back, record the return",
};
const MISSED_BEFORE_TREATMENT: Text = Text {
    th: "บันทึกขาดนัดก่อนมีการบำบัดครั้งแรก ตามแนวทางให้ใช้เมื่อรับการบำบัดแล้ว",
    en: "the appointment was missed before any treatment; the guideline speaks of persons in treatment",
};
const PROGRAM_RUNS: Text = Text {
    th: "ยังไม่ครบระยะเวลาโปรแกรมรวมเวลาที่ขยาย (ครบวันที่ {end})",
    en: "the program with its extensions runs until {end}",
};
const TRACE_OF_CLOSED: Text = Text {
    th: "บันทึกการติดตามย้อนหลังให้การขาดนัดวันที่ {missed} ซึ่งผู้ป่วยกลับมาแล้ว",
    en: "recorded for the absence of {missed}, from which the person has returned",
};
const TRACE_TOO_SOON: Text = Text {
    th: "ติดตามเร็วกว่าที่แนวทางกำหนด บันทึกไว้แล้วแต่ไม่นับเป็นครั้งที่ต้องติดตาม",
    en: "traced sooner than the guideline says; recorded, but it does not count",
};
const FIRST_TRACE_LATE: Text = Text {
    th: "การติดตามครั้งที่ 1 ควรทำไม่เกินวันที่ {last}",
    en: "the first trace should have been made by {last}",
};
const SECOND_TRACE_LATE: Text = Text {
    th: "การติดตามครั้งที่ 2 ควรทำไม่เกินวันที่ {last}",
    en: "the second trace should have been made by {last}",
};
const SECOND_TRACE_SOON: Text = Text {
    th: "การติดตามครั้งที่ 2 ควรห่างจากครั้งที่ 1 คือตั้งแต่วันที่ {earliest}",
    en: "the second trace should be made from {earliest} on",
};
