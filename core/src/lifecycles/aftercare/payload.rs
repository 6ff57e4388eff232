//! What community follow-up asks of a payload (refusals) and advises of an accepted one (warnings).

use super::Aftercare;
use super::case::{FollowUp, Help};
use super::command::{Command, Enrol, EscalateHelp, ProvideHelp, RecordVisit, RequestHelp};
use crate::base::actor::Role;
use crate::base::text::{Arg, Message, Text};
use crate::lifecycle::{Context, Faults, ReasonKind, Warnings};
use crate::question::report;

type Ctx<'a> = Context<'a, Aftercare>;

/// Judges a payload, field by field in the order of the contract.
pub(super) fn check(context: &Ctx<'_>, command: &Command, faults: &mut Faults) {
    let today = context.today;
    let case = context.data();
    let graduated_on = case.map(|case| case.graduated_on);
    match command {
        Command::Enrol(enrol) => check_enrolment(context, enrol, faults),
        Command::RecordVisit(visit) => {
            faults.date(
                "/command/occurred_on",
                visit.occurred_on,
                graduated_on,
                today,
            );
        }
        Command::RequestHelp(request) => new_help(case, request, faults),
        Command::ProvideHelp(provide) => {
            help_to_provide(context, provide, faults);
            faults.date("/command/on", provide.on, graduated_on, today);
            faults.blank("/command/by", provide.by.reveal());
        }
        Command::EscalateHelp(escalate) => {
            help_to_escalate(case, escalate, faults);
            faults.blank("/command/reason", escalate.reason.reveal());
        }
        Command::Relocate(relocate) => {
            faults.date("/command/on", relocate.on, graduated_on, today);
            relocate.residence.judge("/command/residence", faults);
        }
        Command::Close(_) => {}
    }
}

fn check_enrolment(context: &Ctx<'_>, enrol: &Enrol, faults: &mut Faults) {
    faults.blank("/command/case_id", &enrol.case_id);
    enrol.person.judge("/command/person", context.today, faults);
    faults.date(
        "/command/graduated_on",
        enrol.graduated_on,
        None,
        context.today,
    );
    faults.blank("/command/project", &enrol.project);
    enrol.residence.judge("/command/residence", faults);
}

fn new_help(case: Option<&FollowUp>, request: &RequestHelp, faults: &mut Faults) {
    if request.help_id.trim().is_empty() {
        faults.invalid("/command/help_id", BLANK_ID);
    } else if case.is_some_and(|case| case.help(&request.help_id).is_some()) {
        faults.conflict("/command/help_id", REPEATED_ID);
    }
    faults.blank("/command/detail", request.detail.reveal());
}

fn known<'a>(case: Option<&'a FollowUp>, id: &str, faults: &mut Faults) -> Option<&'a Help> {
    let help = case.and_then(|case| case.help(id));
    if help.is_none() {
        faults.conflict("/command/help_id", UNKNOWN_ID);
    }
    help
}

/// The province gives only help that was escalated (AC-05).
fn help_to_provide(context: &Ctx<'_>, provide: &ProvideHelp, faults: &mut Faults) {
    let Some(help) = known(context.data(), &provide.help_id, faults) else {
        return;
    };
    if help.provided_on.is_some() {
        faults.missing(ReasonKind::AlreadyDone, PROVIDED);
    }
    if context.actor.role == Role::ProvinceAdmin && help.escalated_on.is_none() {
        faults.missing(ReasonKind::MissingPrecondition, NOT_ESCALATED);
    }
}

fn help_to_escalate(case: Option<&FollowUp>, escalate: &EscalateHelp, faults: &mut Faults) {
    let Some(help) = known(case, &escalate.help_id, faults) else {
        return;
    };
    if help.provided_on.is_some() {
        faults.missing(ReasonKind::AlreadyDone, PROVIDED);
    } else if help.escalated_on.is_some() {
        faults.missing(ReasonKind::AlreadyDone, ESCALATED);
    }
}

/// Advises of an accepted command.
pub(super) fn advise(context: &Ctx<'_>, command: &Command, warnings: &mut Warnings) {
    if let Command::RecordVisit(visit) = command {
        in_time(context, visit, warnings);
    }
}

/// A visit should be in the system by the next provincial report (AC-04).
fn in_time(context: &Ctx<'_>, visit: &RecordVisit, warnings: &mut Warnings) {
    let report = report::next_report_date(visit.occurred_on, context.policy);
    if let Some(report) = report.filter(|report| context.recorded_at.date() > *report) {
        let args = [("report", Arg::Date(report))];
        warnings.add("AC-04", Message::new(AFTER_THE_REPORT, args));
    }
}

const BLANK_ID: Text = Text {
    th: "ต้องระบุรหัสรายการช่วยเหลือ",
    en: "the id of the help is required",
};
const REPEATED_ID: Text = Text {
    th: "รหัสรายการช่วยเหลือนี้มีอยู่แล้วในเคส โปรดใช้รหัสอื่น",
    en: "the case has help of this id already; use another",
};
const UNKNOWN_ID: Text = Text {
    th: "ไม่มีรายการช่วยเหลือรหัสนี้ในเคส",
    en: "the case has no help of this id",
};
const PROVIDED: Text = Text {
    th: "ให้ความช่วยเหลือรายการนี้แล้ว",
    en: "this help was given already",
};
const ESCALATED: Text = Text {
    th: "รายงานจังหวัดเรื่องรายการช่วยเหลือนี้แล้ว",
    en: "this help was escalated already",
};
const NOT_ESCALATED: Text = Text {
    th: "จังหวัดให้ความช่วยเหลือได้เฉพาะรายการที่อำเภอรายงานว่าเกินขีดความสามารถ",
    en: "the province gives only help that the district has escalated",
};
const AFTER_THE_REPORT: Text = Text {
    th: "บันทึกหลังรอบรายงานจังหวัดวันที่ {report} ผลการติดตามควรบันทึกเข้าระบบทันที",
    en: "recorded after the provincial report of {report}; a visit should be recorded at once",
};
