//! What the effects of the compulsory-treatment exchange carry.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::Serialize;

use super::Compulsory;
use super::case::{Exchange, Trace, Treatment};
use super::command::{Command, CorrectionReason, Part1, RequestKind};
use crate::base::actor::Org;
use crate::base::calendar::{self, Date, Instant, Style};
use crate::base::person::Person;
use crate::base::private::{Private, Whole};
use crate::base::text::{Arg, Message, Text};
use crate::lifecycle::Event;
use crate::lifecycles::effect::{Banner, Effect, Letter, Notice, ReportRow};
use crate::policy::Policy;

/// Which case an effect is about, and at which unit it is.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Subject {
    /// The case's id.
    pub case_id: Org,
    /// เลขรอบ
    pub round: Whole,
    /// หน่วยบำบัด
    pub unit: Org,
}

/// The unit deletes its copy (CT-03).
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct DeleteCopy {
    /// The case, and the unit that deletes.
    #[serde(flatten)]
    pub subject: Subject,
}

/// CT-03
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Correction {
    /// The case.
    #[serde(flatten)]
    pub subject: Subject,
    /// Why it comes back.
    pub reason: CorrectionReason,
    /// What is wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Private>,
}

/// CT-05
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct NoShow {
    /// The case.
    #[serde(flatten)]
    pub subject: Subject,
    /// The person who did not report in.
    pub person: Person,
    /// When the case entered.
    pub entered_at: Instant,
}

/// CT-07
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct MissingLetter {
    /// The case.
    #[serde(flatten)]
    pub subject: Subject,
    /// The person who came without a letter.
    pub person: Person,
    /// The day on which the person reported in.
    #[serde(
        with = "calendar::optional_date",
        skip_serializing_if = "Option::is_none"
    )]
    #[schemars(with = "Option<Date>")]
    pub reported_in_on: Option<Date>,
}

/// CT-08 and CT-10
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Requested {
    /// The case.
    #[serde(flatten)]
    pub subject: Subject,
    /// What probation has to know.
    pub note: Private,
}

/// CT-16
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Absence {
    /// The case.
    #[serde(flatten)]
    pub subject: Subject,
    /// The person who stays away.
    pub person: Person,
    /// The missed day.
    #[serde(with = "calendar::date")]
    #[schemars(with = "Date")]
    pub missed_on: Date,
    /// How the unit traced the person.
    pub traces: Vec<Trace>,
}

/// CT-18
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Completion {
    /// The case.
    #[serde(flatten)]
    pub subject: Subject,
    /// The day of completion.
    #[serde(with = "calendar::date")]
    #[schemars(with = "Date")]
    pub on: Date,
    /// The whole Part 1, updated.
    pub part1: Arc<Part1>,
    /// The treatments of the round.
    pub treatments: Vec<Treatment>,
    /// Program days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub program_days: Option<u32>,
    /// Program days and extensions together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub treatment_days: Option<u32>,
}

/// CT-19
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Certificate {
    /// The case.
    #[serde(flatten)]
    pub subject: Subject,
    /// The person who goes with the letter.
    pub person: Person,
    /// The first treatment.
    #[serde(
        with = "calendar::optional_date",
        skip_serializing_if = "Option::is_none"
    )]
    #[schemars(with = "Option<Date>")]
    pub treatment_start: Option<Date>,
    /// Program days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub program_days: Option<u32>,
    /// Program days and extensions together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub treatment_days: Option<u32>,
    /// The day of certification.
    #[serde(with = "calendar::date")]
    #[schemars(with = "Date")]
    pub certified_on: Date,
}

/// CT-20
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Extension {
    /// The case.
    #[serde(flatten)]
    pub subject: Subject,
    /// By how many days.
    pub days: Whole,
    /// The ruling.
    pub ruling: Private,
}

/// A letter's content with its addressee.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Addressed<C> {
    /// What the letter says.
    #[serde(flatten)]
    pub content: C,
    /// The probation office it goes to.
    pub probation_office: Org,
    /// The day of the letter.
    #[serde(with = "calendar::date")]
    #[schemars(with = "Date")]
    pub dated: Date,
}

/// The red text beside the button after CT-16.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct AbsenceBanner {
    /// The text.
    pub text: Message,
    /// The case.
    #[serde(flatten)]
    pub subject: Subject,
}

/// A row of รายงานการขอแก้ไขข้อมูล.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CorrectionRow {
    /// The case.
    #[serde(flatten)]
    pub subject: Subject,
    /// The day of the request.
    #[serde(with = "calendar::date")]
    #[schemars(with = "Date")]
    pub requested_on: Date,
    /// Why, where the whole case went back (CT-03).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<CorrectionReason>,
    /// What was asked, where the case stayed (CT-08).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request: Option<RequestKind>,
    /// What is wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Private>,
}

const BANNER: Text = Text {
    th: "ทำการแจ้งผู้ป่วยขาดนัดวันที่ {short} ผู้ปฏิบัติสามารถกด Drop Out หลังจาก {days} วัน หลังการแจ้ง",
    en: "Absence reported on {date}. The case can be dropped out {days} days after the report.",
};

fn subject(case: &Exchange) -> Subject {
    Subject {
        case_id: case.case_id.clone(),
        round: case.round,
        unit: case.unit.clone(),
    }
}

fn person(case: &Exchange) -> Person {
    case.part1.person.clone()
}

fn addressed<C>(case: &Exchange, content: C, dated: Date) -> Addressed<C> {
    Addressed {
        content,
        probation_office: case.probation_office.clone(),
        dated,
    }
}

/// The effects of an accepted command, from the case as it was.
pub(super) fn effects(
    case: Option<&Exchange>,
    event: &Event<Compulsory>,
    policy: &Policy,
) -> Vec<Effect> {
    let Some(case) = case else {
        return Vec::new();
    };
    let today = event.at.date();
    let office = &case.probation_office;
    let notify = |notice| Effect::notify(office, notice);
    match &event.command {
        Command::RequestCorrection(request) => vec![
            Effect::DeleteCopy(DeleteCopy {
                subject: subject(case),
            }),
            notify(Notice::Correction(Correction {
                subject: subject(case),
                reason: request.reason,
                note: request.note.clone(),
            })),
            correction_row(case, today, Some(request.reason), request.note.as_ref()),
        ],
        Command::ReportNoShow(_) => {
            let content = NoShow {
                subject: subject(case),
                person: person(case),
                entered_at: case.entry.at,
            };
            let letter = addressed(case, content.clone(), today);
            vec![
                notify(Notice::NoShow(content)),
                Effect::Letter(Letter::NoShow(letter)),
            ]
        }
        Command::ReportMissingLetter(_) => vec![notify(Notice::MissingLetter(MissingLetter {
            subject: subject(case),
            person: person(case),
            reported_in_on: case.entry.reported_in_on,
        }))],
        Command::RequestPart1Correction(request) => vec![
            notify(Notice::Part1Correction(Requested {
                subject: subject(case),
                note: request.note.clone(),
            })),
            correction_row(case, today, None, Some(&request.note)),
        ],
        Command::RequestUnitChange(request) => vec![notify(Notice::UnitChange(Requested {
            subject: subject(case),
            note: request.note.clone(),
        }))],
        Command::ReportAbsence(_) => absence(case, today, policy),
        Command::Complete(complete) => vec![notify(Notice::Completion(Completion {
            subject: subject(case),
            on: complete.on,
            part1: Arc::new(case.part1.updated(&complete.update)),
            treatments: case.treatments.iter().collect(),
            program_days: case.program_days,
            treatment_days: case.treatment_days(),
        }))],
        Command::CertifyResult(_) => {
            let content = Certificate {
                subject: subject(case),
                person: person(case),
                treatment_start: case.treatment_start(),
                program_days: case.program_days,
                treatment_days: case.treatment_days(),
                certified_on: today,
            };
            let letter = addressed(case, content.clone(), today);
            vec![
                Effect::Letter(Letter::ResultCertificate(letter)),
                notify(Notice::ResultCertificate(content)),
            ]
        }
        Command::ExtendTreatment(extend) => vec![notify(Notice::Extension(Extension {
            subject: subject(case),
            days: extend.days,
            ruling: extend.ruling.clone(),
        }))],
        _ => Vec::new(),
    }
}

fn correction_row(
    case: &Exchange,
    requested_on: Date,
    reason: Option<CorrectionReason>,
    note: Option<&Private>,
) -> Effect {
    let request = reason.is_none().then_some(RequestKind::Part1Correction);
    Effect::ReportRow(ReportRow::Correction(CorrectionRow {
        subject: subject(case),
        requested_on,
        reason,
        request,
        note: note.cloned(),
    }))
}

fn absence(case: &Exchange, today: Date, policy: &Policy) -> Vec<Effect> {
    let Some(open) = case.open_absence() else {
        return Vec::new();
    };
    let content = Absence {
        subject: subject(case),
        person: person(case),
        missed_on: open.missed_on,
        traces: open.traces.clone(),
    };
    let letter = addressed(case, content.clone(), today);
    let short = calendar::format(today, Style::ThaiShort).to_string();
    let text = Message::new(
        BANNER,
        [
            ("short", Arg::Word(short.into())),
            ("date", Arg::Date(today)),
            ("days", Arg::Number(policy.drop_out_days.into())),
        ],
    );
    vec![
        Effect::notify(&case.probation_office, Notice::Absence(content)),
        Effect::Letter(Letter::Absence(letter)),
        Effect::Banner(Banner::Absence(AbsenceBanner {
            text,
            subject: subject(case),
        })),
    ]
}
