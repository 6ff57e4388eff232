//! A hospital's case screen: which buttons there are, why a button is grey, from which day it can be
//! pressed, and what pressing it sends to probation.
//!
//! `cargo run -p bosoto-examples --example hospital`

use std::error::Error;
use std::fmt::Write as _;

use bosoto::calendar::Style;
use bosoto::compulsory::absence::{
    RecordMissedAppointment, RecordTrace, ReportAbsence, TraceMethod,
};
use bosoto::compulsory::entry::{Letters, RecordReportIn};
use bosoto::compulsory::{Accept, Command, Compulsory, Part1, RecordTreatment, Refer};
use bosoto::lifecycle::When;
use bosoto::{
    Actor, Address, Case, Date, Decision, Envelope, IdType, Instant, Person, PersonId, Policy,
    Role, actions, decide, evolve, wire,
};

/// What the hospital has stored of one case: the commands it sent and received.
fn stored() -> Result<Vec<Envelope<Command>>, Box<dyn Error>> {
    let office = Actor::new(Role::ProbationOfficer, "PB-KBI");
    let person = Person::new(PersonId::new(IdType::CitizenId, "3100600445635"), "สมชาย")
        .with_last_name("ใจดี");
    let part1 = Part1::new(person, Address::new("810101"));
    let referred = Refer::new("C-1", 1, "99811", "PB-KBI", part1);
    let letters = Letters::new(true, false);
    Ok(vec![
        Envelope::new(
            Instant::parse("2025-01-06T09:00:00+07:00")?,
            office,
            referred,
        ),
        by_nurse(
            "2025-01-08T10:00",
            RecordReportIn::new(Date::parse("2025-01-08")?, letters),
        )?,
        by_nurse("2025-01-08T10:05", Accept::new())?,
        by_nurse(
            "2025-01-09T10:00",
            RecordTreatment::new(Date::parse("2025-01-09")?).with_program_days(120),
        )?,
        by_nurse(
            "2025-01-23T16:00",
            RecordMissedAppointment::new(Date::parse("2025-01-23")?),
        )?,
        by_nurse(
            "2025-01-28T11:00",
            RecordTrace::new(Date::parse("2025-01-28")?, TraceMethod::Phone, "ไม่รับสาย"),
        )?,
    ])
}

/// A command that a nurse of the unit gives at this minute.
fn by_nurse(at: &str, command: impl Into<Command>) -> Result<Envelope<Command>, Box<dyn Error>> {
    let nurse = Actor::new(Role::UnitUser, "99811");
    let at = Instant::parse(&format!("{at}:00+07:00"))?;
    Ok(Envelope::new(at, nurse, command))
}

fn main() -> Result<(), Box<dyn Error>> {
    print!("{}", screen()?);
    Ok(())
}

fn screen() -> Result<String, Box<dyn Error>> {
    let mut out = String::new();
    let mut case = None;
    for envelope in stored()? {
        case = send(case, &envelope, &mut out)?;
    }
    buttons(case.as_ref(), "2025-02-03T09:00:00+07:00", &mut out)?;
    let second = RecordTrace::new(
        Date::parse("2025-02-04")?,
        TraceMethod::HomeVisit,
        "ไม่พบผู้ป่วย",
    );
    for envelope in [
        by_nurse("2025-02-04T11:00", second)?,
        by_nurse("2025-02-06T09:00", ReportAbsence::new())?.coordinated(),
    ] {
        case = send(case, &envelope, &mut out)?;
    }
    Ok(out)
}

/// Judges a command; prints what an accepted one asks the hospital's system to do.
fn send(
    case: Option<Case<Compulsory>>,
    envelope: &Envelope<Command>,
    out: &mut String,
) -> Result<Option<Case<Compulsory>>, Box<dyn Error>> {
    match decide(case.as_ref(), envelope, &Policy::default())? {
        Decision::Accepted(accepted) => {
            for effect in &accepted.effects {
                writeln!(
                    out,
                    "{} -> {}",
                    accepted.event.name(),
                    wire::to_json(effect)
                )?;
            }
            Ok(evolve(case, accepted.event))
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
    for action in actions(case, &nurse, Instant::parse(at)?, &Policy::default()) {
        if action.allowed {
            writeln!(out, "[{}]", action.label.th())?;
            continue;
        }
        write!(out, " {} ", action.label.th())?;
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
