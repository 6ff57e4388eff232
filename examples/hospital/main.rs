//! A hospital's case screen: which buttons there are, why a button is grey, from which day it can be
//! pressed, and what pressing it sends to probation.
//!
//! `cargo run -p bosoto-examples --example hospital`

use std::error::Error;
use std::fmt::Write as _;

use bosoto::actor::{Actor, Role};
use bosoto::calendar::{Instant, Style};
use bosoto::compulsory::{Command, Compulsory};
use bosoto::lifecycle::{self, Case, Decision, Envelope, When};
use bosoto::policy::Policy;
use bosoto::wire;

/// What the hospital has stored of one case: the commands it sent and received, as they came.
const STORED: [&str; 6] = [
    r#"{"at":"2025-01-06T09:00:00+07:00","actor":{"role":"probation_officer","organisation":"PB-KBI"},
        "command":{"type":"refer","case_id":"C-1","round":1,"unit":"99811","probation_office":"PB-KBI",
        "part1":{"person":{"id":{"type":"citizen_id","value":"3100600445635"},"first_name":"สมชาย","last_name":"ใจดี"},
        "address":{"tambon":"810101"}}}}"#,
    r#"{"at":"2025-01-08T10:00:00+07:00","actor":{"role":"unit_user","organisation":"99811"},
        "command":{"type":"record_report_in","on":"2025-01-08","letter":{"hand_carried":true,"by_correspondence":false}}}"#,
    r#"{"at":"2025-01-08T10:05:00+07:00","actor":{"role":"unit_user","organisation":"99811"},
        "command":{"type":"accept"}}"#,
    r#"{"at":"2025-01-09T10:00:00+07:00","actor":{"role":"unit_user","organisation":"99811"},
        "command":{"type":"record_treatment","on":"2025-01-09","program_days":120}}"#,
    r#"{"at":"2025-01-23T16:00:00+07:00","actor":{"role":"unit_user","organisation":"99811"},
        "command":{"type":"record_missed_appointment","missed_on":"2025-01-23"}}"#,
    r#"{"at":"2025-01-28T11:00:00+07:00","actor":{"role":"unit_user","organisation":"99811"},
        "command":{"type":"record_trace","on":"2025-01-28","method":"phone","evidence":"ไม่รับสาย"}}"#,
];
const SECOND_TRACE: &str = r#"{"at":"2025-02-04T11:00:00+07:00",
    "actor":{"role":"unit_user","organisation":"99811"},
    "command":{"type":"record_trace","on":"2025-02-04","method":"home_visit","evidence":"ไม่พบผู้ป่วย"}}"#;
const REPORT: &str = r#"{"at":"2025-02-06T09:00:00+07:00",
    "actor":{"role":"unit_user","organisation":"99811"},"coordinated":true,
    "command":{"type":"report_absence"}}"#;

fn main() -> Result<(), Box<dyn Error>> {
    print!("{}", screen()?);
    Ok(())
}

fn screen() -> Result<String, Box<dyn Error>> {
    let mut out = String::new();
    let mut case = None;
    for command in STORED {
        case = send(case, command, &mut out)?;
    }
    buttons(case.as_ref(), "2025-02-03T09:00:00+07:00", &mut out)?;
    for command in [SECOND_TRACE, REPORT] {
        case = send(case, command, &mut out)?;
    }
    Ok(out)
}

/// Judges a command; prints what an accepted one asks the hospital's system to do.
fn send(
    case: Option<Case<Compulsory>>,
    command: &str,
    out: &mut String,
) -> Result<Option<Case<Compulsory>>, Box<dyn Error>> {
    let envelope: Envelope<Command> = wire::decode(command)?;
    match lifecycle::decide(case.as_ref(), &envelope, &Policy::default())? {
        Decision::Accepted(accepted) => {
            for effect in &accepted.effects {
                writeln!(
                    out,
                    "{} -> {}",
                    accepted.event.name(),
                    wire::to_json(effect)
                )?;
            }
            Ok(lifecycle::evolve(case, accepted.event))
        }
        Decision::Rejected(rejected) => {
            for reason in &rejected.reasons {
                writeln!(out, "refused by {}: {}", reason.rule, reason.message.th())?;
            }
            Ok(case)
        }
    }
}

/// The buttons of the screen, as a nurse of the unit finds them at an instant.
fn buttons(
    case: Option<&Case<Compulsory>>,
    at: &str,
    out: &mut String,
) -> Result<(), Box<dyn Error>> {
    let nurse = Actor::new(Role::UnitUser, "99811");
    for action in lifecycle::actions(case, &nurse, Instant::parse(at)?, &Policy::default()) {
        if action.allowed {
            writeln!(out, "[{}]", action.label.th)?;
            continue;
        }
        write!(out, " {} ", action.label.th)?;
        if let Some(When::Date(from)) = action.allowed_from {
            write!(out, "(ตั้งแต่ {}) ", from.format(Style::ThaiShort))?;
        }
        for reason in &action.reasons {
            write!(out, "{}: {}; ", reason.rule, reason.message.th())?;
        }
        writeln!(out)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_screen_says_when_and_why_not_and_what_goes_to_probation() {
        let screen = screen().unwrap();
        let line = |start: &str| screen.lines().find(|line| line.starts_with(start)).unwrap();
        assert_eq!(line("[บันทึกการบำบัด"), "[บันทึกการบำบัด]");
        let report = line(" ผู้ป่วยขาดนัดระหว่างบำบัด");
        assert!(report.contains("(ตั้งแต่ 6/2/68)"), "{report}");
        assert!(report.contains("CT-16"));
        let sent: Vec<&str> = screen
            .lines()
            .filter(|line| line.starts_with("absence_reported -> "))
            .collect();
        assert_eq!(sent.len(), 3);
        assert!(sent[0].contains(r#""to":"PB-KBI","notice":"absence""#));
    }
}
