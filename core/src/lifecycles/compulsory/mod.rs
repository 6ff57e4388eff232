//! The compulsory-treatment exchange (ระบบบังคับบำบัด): a probation office refers a person to a
//! treatment unit, and the two follow the case together (CT-01 to CT-24).
//!
//! A room for each subject: [`entry`] (referral, report-in, letters, acceptance), [`correction`] (sent
//! back and sent again), [`request`] (what a unit asks of probation), [`treatment`], [`absence`],
//! [`closing`]. They share [`case`] and [`part1`]. This folder does not know any other lifecycle.

pub mod absence;
pub mod case;
pub mod closing;
pub mod correction;
pub mod entry;
pub mod part1;
pub mod request;
pub(crate) mod rules;
pub mod treatment;

use serde::Serialize;

pub use absence::{
    DropOut, RecordMissedAppointment, RecordReturn, RecordTrace, ReportAbsence, TraceMethod,
};
pub use case::Exchange;
pub use closing::{Complete, EndCase, EndCause};
pub use correction::{CorrectionReason, RequestCorrection, Resend};
pub use entry::{
    Accept, LetterRoute, Letters, RecordLetter, RecordReportIn, Refer, ReportMissingLetter,
    ReportNoShow,
};
pub use part1::{Part1, Part1Update};
pub use request::{
    CorrectPart1, DeclineRequest, ReassignUnit, RequestKind, RequestPart1Correction,
    RequestUnitChange,
};
pub use treatment::{CertifyResult, ExtendTreatment, RecordTreatment};

use crate::base::actor::{Actor, Role};
use crate::base::calendar::Date;
use crate::base::id::{CaseId, OrgId};
use crate::base::person::Person;
use crate::base::private::Whole;
use crate::base::rule::Rule;
use crate::base::shape::Shape;
use crate::base::text::{Text, text};
use crate::lifecycle::act::commands;
use crate::lifecycle::effect::effects;
use crate::lifecycle::state::states;
use crate::lifecycle::{
    Advice, Banner, Case, Content, EffectName, Flag, Letter, Lifecycle, Notice, Owes, Relation,
    ReportRow, Sent, TakenBack, Who, Withdrawal,
};
use crate::policy::Numbers;
use crate::schedule::Owed;

use rules::CT_21;

/// The lifecycle `compulsory`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Compulsory;

states! {
    /// The states of the exchange.
    pub enum State {
        /// รายการงานที่อยู่ระหว่างส่งต่อ/รอรับ
        AwaitingAcceptance = "awaiting_acceptance",
            "รายการงานที่อยู่ระหว่างส่งต่อ/รอรับ", "awaiting acceptance" => "ยังไม่กดรับงาน";
        /// Sent back to probation; deleted from the unit's list.
        Returned = "returned", "ส่งคืนสำนักงานคุมประพฤติเพื่อแก้ไข", "returned for correction";
        /// รายการงานที่รับจากหน่วยงานอื่น
        Accepted = "accepted", "รายการงานที่รับจากหน่วยงานอื่น", "accepted" => "กดรับงานแล้ว";
        /// บำบัดครบโปรแกรม
        Completed = "completed", "บำบัดครบโปรแกรม", "completed", final;
        /// จำหน่าย Drop out
        DroppedOut = "dropped_out", "จำหน่าย Drop out แล้ว", "dropped out", final;
        /// Ended by probation.
        Ended = "ended", "ยุติเคสแล้ว", "ended", final;
    }
}

commands! {
    /// A command of the lifecycle `compulsory`.
    Compulsory: Refer in Box, Accept, RequestCorrection, Resend in Box, ReportNoShow, RecordReportIn,
    RecordLetter, ReportMissingLetter, RequestPart1Correction, CorrectPart1, RequestUnitChange,
    ReassignUnit, DeclineRequest, EndCase in Box, RecordTreatment, RecordMissedAppointment, RecordTrace,
    RecordReturn, ReportAbsence, DropOut, Complete, CertifyResult, ExtendTreatment in Box,
}

effects! {
    /// What the commands of the exchange set going.
    pub enum Effect {
        /// CT-03
        CorrectionNotice(Notice<correction::CorrectionNotice>),
        /// CT-05
        NoShowNotice(Notice<entry::NoShowReport>),
        /// CT-07
        MissingLetterNotice(Notice<entry::MissingLetterReport>),
        /// CT-08
        Part1CorrectionNotice(Notice<request::Part1CorrectionNotice>),
        /// CT-10
        UnitChangeNotice(Notice<request::UnitChangeNotice>),
        /// CT-16
        AbsenceNotice(Notice<absence::AbsenceReport>),
        /// CT-18
        CompletionNotice(Notice<closing::CompletionReport>),
        /// CT-19
        CertificateNotice(Notice<treatment::Certificate>),
        /// CT-20
        ExtensionNotice(Notice<treatment::ExtensionNotice>),
        /// CT-05
        NoShowLetter(Letter<Addressed<entry::NoShowReport>>),
        /// CT-16
        AbsenceLetter(Letter<Addressed<absence::AbsenceReport>>),
        /// CT-19
        CertificateLetter(Letter<Addressed<treatment::Certificate>>),
        /// CT-16
        AbsenceBanner(Banner<absence::AbsenceBanner>),
        /// CT-03, CT-08
        CorrectionRow(ReportRow<correction::CorrectionRow>),
        /// CT-03
        DeleteCopy(correction::DeleteCopy),
        /// GE-07
        WithdrawalNotice(Notice<TakenBack<Subject>>),
    }
}

impl Lifecycle for Compulsory {
    type State = State;
    type Command = Command;
    type Data = Exchange;
    type Effect = Effect;

    const NAME: &'static str = "compulsory";
    const TITLE: Text = text!("ระบบบังคับบำบัด", "compulsory-treatment exchange");
    const RULES: &'static [&'static Rule] = rules::RULES;
    const TELLS: &'static [EffectName] = &[<Notice<TakenBack<Subject>> as Sent>::NAME];
    const OWED: &'static [&'static Owed] = &[
        &entry::REPORT_IN,
        &entry::NO_SHOW_REPORT,
        &correction::RESEND,
        &request::ANSWER_PART1_REQUEST,
        &request::ANSWER_UNIT_CHANGE,
        &absence::FIRST_TRACE,
        &absence::SECOND_TRACE,
        &absence::ABSENCE_REPORT,
        &absence::DROP_OUT_POSSIBLE,
        &treatment::CERTIFY_RESULT,
    ];
    const OWES: &'static [Owes<Self>] = &[
        entry::owes,
        correction::owes,
        request::owes,
        treatment::owes,
        absence::owes,
    ];
    const FLAGS: &'static [Flag<Self>] = &[entry::OVERDUE_REPORT_IN];

    fn tell(case: &Case<Self>, to: OrgId, withdrawal: &Withdrawal) -> Option<Effect> {
        let content = TakenBack::new(Subject::of(case), withdrawal);
        Some(Notice { to, content }.into())
    }

    /// Who sent a case back has it no more, also once probation ended it without sending it again.
    fn holder(case: &Case<Self>) -> Option<&OrgId> {
        let exchange = case.data();
        exchange.correction.is_none().then_some(&exchange.unit)
    }

    fn tambon(case: &Case<Self>) -> Option<&str> {
        Some(case.data().part1.address.tambon.reveal())
    }

    fn entered_in_error(case: &Case<Self>) -> bool {
        case.data().end_cause == Some(EndCause::EnteredInError)
    }

    fn has_duty(case: &Case<Self>, actor: &Actor, _: &Numbers) -> bool {
        if actor.role == Role::ProbationOfficer {
            case.data().probation_office == actor.organisation
        } else {
            Role::OF_UNIT.contains(&actor.role) && Self::holder(case) == Some(&actor.organisation)
        }
    }
}

// ── who ───────────────────────────────────────────────────────────────────────────────────────

const THE_UNIT: Relation<Compulsory> = Relation::new(
    "unit",
    text!("หน่วยบำบัดของเคส", "the unit of the case"),
    |asking| {
        let holder = asking.case.and_then(Compulsory::holder);
        holder == Some(&asking.actor.organisation)
    },
);
const THE_OFFICE: Relation<Compulsory> = Relation::new(
    "probation_office",
    text!(
        "สำนักงานคุมประพฤติต้นทางของเคส",
        "the probation office of the case",
    ),
    |asking| {
        let own = &asking.actor.organisation;
        asking
            .case
            .is_some_and(|case| case.data().probation_office == *own)
    },
);

const UNIT: &[Who<Compulsory>] = &[Who {
    roles: Role::OF_UNIT,
    relation: &THE_UNIT,
}];
const PROBATION: &[Who<Compulsory>] = &[Who {
    roles: &[Role::ProbationOfficer],
    relation: &THE_OFFICE,
}];
const OWN_OFFICE: &[Who<Compulsory>] = &[Who {
    roles: &[Role::ProbationOfficer],
    relation: &Relation::NAMED_IN_COMMAND,
}];

// ── from which states ─────────────────────────────────────────────────────────────────────────

const AWAITING: &[State] = &[State::AwaitingAcceptance];
const ACCEPTED: &[State] = &[State::Accepted];
const AT_THE_UNIT: &[State] = &[State::AwaitingAcceptance, State::Accepted];

// ── what is said in another state ─────────────────────────────────────────────────────────────

const WAIT_FOR_PROBATION: Text = text!(
    "โปรดรอสำนักงานคุมประพฤติแก้ไขข้อมูลแล้วส่งกลับมาอีกครั้ง",
    "wait for probation to correct the data and send the case again",
);
const RETURNED: (State, Text) = (State::Returned, WAIT_FOR_PROBATION);
/// Of what a unit does before and after it has accepted.
const SENT_BACK: &[(State, Text)] = &[RETURNED];
/// Of what a unit does once it has accepted.
const ONCE_ACCEPTED: &[(State, Text)] = &[
    (
        State::AwaitingAcceptance,
        text!("โปรดกด “รับงาน” ก่อน", "accept the case first"),
    ),
    RETURNED,
];

// ── what several rooms say ────────────────────────────────────────────────────────────────────

/// CT-21: the two agencies should have coordinated.
static COORDINATE: Advice = Advice::new(
    &CT_21,
    "coordinate",
    text!(
        "ควรประสานงานกับสำนักงานคุมประพฤติเพื่อทราบข้อมูลเบื้องต้นก่อนกดปุ่มนี้",
        "the two agencies should coordinate before this",
    ),
)
.whenever(|now| !now.coordinated);

/// Which case an effect is about, and at which unit it is.
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct Subject {
    /// The case's id.
    #[title("รหัสเคส", "case id")]
    pub case_id: CaseId,
    /// เลขรอบ
    #[title("เลขรอบ", "round number")]
    pub round: Whole,
    /// หน่วยบำบัด
    #[title("หน่วยบำบัด", "treatment unit")]
    pub unit: OrgId,
}

/// A letter's content with its addressee.
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct Addressed<C> {
    /// What the letter says.
    #[serde(flatten)]
    pub content: C,
    /// The probation office it goes to.
    #[title("สำนักงานคุมประพฤติ", "probation office")]
    pub probation_office: OrgId,
    /// The day of the letter.
    #[title("วันที่ของหนังสือ", "date of the letter")]
    pub dated: Date,
}

/// What goes out as a letter too.
pub trait Printed: Content {
    /// What the embedding system has to do with the letter.
    const LETTER: Text;
}

impl<C: Printed> Content for Addressed<C> {
    const DETAIL: &'static str = C::DETAIL;
    const TITLE: Text = C::LETTER;
    const ABOUT: &'static str = C::ABOUT;
}

impl Subject {
    fn of(case: &Case<Compulsory>) -> Self {
        let data = case.data();
        Self {
            case_id: case.case_id().clone(),
            round: data.round,
            unit: data.unit.clone(),
        }
    }
}

impl Exchange {
    fn person(&self) -> Person {
        self.part1.person.clone()
    }

    fn addressed<C>(&self, content: C, dated: Date) -> Addressed<C> {
        Addressed {
            content,
            probation_office: self.probation_office.clone(),
            dated,
        }
    }

    fn to_the_office<C>(&self, content: C) -> Notice<C> {
        Notice {
            to: self.probation_office.clone(),
            content,
        }
    }
}
