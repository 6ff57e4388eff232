//! What an accepted command asks the embedding system to do, as data. Nothing is sent, printed or
//! deleted here; an effect holds all that its receiver needs.

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::actor::Org;
use crate::lifecycles::aftercare::effect as aftercare;
use crate::lifecycles::compulsory::effect as compulsory;

/// An effect: to be executed once, never for a repeated decision (GE-03).
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Effect {
    /// Tell an organisation.
    Notify(Notify),
    /// Print a letter.
    Letter(Letter),
    /// Show a text beside the button.
    Banner(Banner),
    /// Add a row to a report.
    ReportRow(ReportRow),
    /// Delete the unit's copy of the data.
    DeleteCopy(compulsory::DeleteCopy),
}

/// A notice and whom it goes to.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Notify {
    /// The receiving organisation.
    pub to: Org,
    /// What it is told.
    #[serde(flatten)]
    pub notice: Notice,
}

/// What an organisation is told.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(tag = "notice", rename_all = "snake_case")]
pub enum Notice {
    /// CT-03: the data are wrong and come back.
    Correction(compulsory::Correction),
    /// CT-05: the person has not reported in.
    NoShow(compulsory::NoShow),
    /// CT-07: the person came without a referral letter.
    MissingLetter(compulsory::MissingLetter),
    /// CT-08: Part 1 has to be corrected.
    Part1Correction(compulsory::Requested),
    /// CT-10: the person wants another unit.
    UnitChange(compulsory::Requested),
    /// CT-16: the person stays away.
    Absence(compulsory::Absence),
    /// CT-18: the treatment is complete.
    Completion(compulsory::Completion),
    /// CT-19: the result is certified.
    ResultCertificate(compulsory::Certificate),
    /// CT-20: the treatment is extended.
    Extension(compulsory::Extension),
    /// AC-01: a person of the district was enrolled elsewhere.
    Enrolment(aftercare::Essentials),
    /// AC-05: help is beyond the district.
    HelpEscalation(aftercare::Escalation),
    /// AC-06: a person moved here.
    Relocation(aftercare::Moved),
}

/// A letter to print and have signed.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(tag = "letter", rename_all = "snake_case")]
pub enum Letter {
    /// CT-05
    NoShow(compulsory::Addressed<compulsory::NoShow>),
    /// CT-16
    Absence(compulsory::Addressed<compulsory::Absence>),
    /// CT-19
    ResultCertificate(compulsory::Addressed<compulsory::Certificate>),
}

/// A text shown beside the button.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(tag = "banner", rename_all = "snake_case")]
pub enum Banner {
    /// CT-16: from when the person can be dropped out.
    Absence(compulsory::AbsenceBanner),
}

/// A row of a report.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(tag = "report", rename_all = "snake_case")]
pub enum ReportRow {
    /// รายงานการขอแก้ไขข้อมูล (CT-03, CT-08)
    Correction(compulsory::CorrectionRow),
    /// AC-06: the next report of the province names the new address.
    Relocation(aftercare::RelocationRow),
}

impl Effect {
    /// A notice to an organisation.
    pub fn notify(to: &Org, notice: Notice) -> Self {
        Self::Notify(Notify {
            to: to.clone(),
            notice,
        })
    }

    /// `type` or `type:detail`, as scenario files and tables name it.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Notify(Notify { notice, .. }) => match notice {
                Notice::Correction(_) => "notify:correction",
                Notice::NoShow(_) => "notify:no_show",
                Notice::MissingLetter(_) => "notify:missing_letter",
                Notice::Part1Correction(_) => "notify:part1_correction",
                Notice::UnitChange(_) => "notify:unit_change",
                Notice::Absence(_) => "notify:absence",
                Notice::Completion(_) => "notify:completion",
                Notice::ResultCertificate(_) => "notify:result_certificate",
                Notice::Extension(_) => "notify:extension",
                Notice::Enrolment(_) => "notify:enrolment",
                Notice::HelpEscalation(_) => "notify:help_escalation",
                Notice::Relocation(_) => "notify:relocation",
            },
            Self::Letter(letter) => match letter {
                Letter::NoShow(_) => "letter:no_show",
                Letter::Absence(_) => "letter:absence",
                Letter::ResultCertificate(_) => "letter:result_certificate",
            },
            Self::Banner(Banner::Absence(_)) => "banner:absence",
            Self::ReportRow(ReportRow::Correction(_)) => "report_row:correction",
            Self::ReportRow(ReportRow::Relocation(_)) => "report_row:relocation",
            Self::DeleteCopy(_) => "delete_copy",
        }
    }
}
