//! The entry of a case at a unit: referral, acceptance, report-in and letters (CT-01, CT-02, CT-05 to
//! CT-07, CT-22). It does not know how a case is sent back or goes to another unit.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::part1::Part1;
use super::request::Unanswered;
use super::rules::{CT_01, CT_02, CT_05, CT_06, CT_06B, CT_07, CT_22};
use super::treatment::Treatments;
use super::{
    AT_THE_UNIT, AWAITING, Addressed, COORDINATE, Compulsory, Exchange, OWN_OFFICE, Printed,
    RETURNED, SENT_BACK, State, Subject, UNIT,
};
use crate::base::actor::{Actor, Role};
use crate::base::calendar::{Date, Instant};
use crate::base::day;
use crate::base::fault::{BLANK, Fault, Faults};
use crate::base::id::{CaseId, OrgId};
use crate::base::person::Person;
use crate::base::private::Whole;
use crate::base::shape::Shape;
use crate::base::text::{Arg, Args, Text, text};
use crate::lifecycle::{
    Act, Case, Content, Flag, Guard, Head, Letter, Next, Notice, Now, Opening, ReasonKind, Row,
    Step, Wait,
};
use crate::policy::{LetterRule, Numbers};
use crate::schedule::{Obligation, Owed};

use ReasonKind::{AlreadyDone, MissingPrecondition};

// ── what a case keeps ─────────────────────────────────────────────────────────────────────────

/// One arrival of the case at a unit: report-in and letters belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Shape)]
pub struct Entry {
    /// The event that brought it.
    #[title("รายการที่นำข้อมูลเข้าระบบ", "event of the entry")]
    pub event: &'static str,
    /// When it entered.
    #[title("วันเวลาที่ข้อมูลเข้าระบบ", "time of the entry")]
    pub at: Instant,
    /// The day on which the person reported in.
    #[title("วันที่มารายงานตัว", "day of the report-in")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reported_in_on: Option<Date>,
    /// The letters that have come.
    #[title("หนังสือส่งตัว", "referral letter")]
    pub letter: Letters,
    /// The day of the no-show report.
    #[title("วันที่แจ้งผู้ป่วยไม่มารายงานตัว", "day of the no-show report")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub no_show_reported_on: Option<Date>,
    /// The day of the missing-letter report.
    #[title("วันที่แจ้งไม่มีหนังสือส่งตัว", "day of the missing-letter report")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing_letter_reported_on: Option<Date>,
}

/// By which routes the referral letter has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct Letters {
    /// ผู้ป่วยถือหนังสือมา
    #[title("ผู้ป่วยนำหนังสือมาเอง", "carried by the person")]
    pub hand_carried: bool,
    /// ส่งมาตามระบบสารบรรณ
    #[title("หนังสือส่งมาตามระบบสารบรรณ", "sent by correspondence")]
    pub by_correspondence: bool,
}

impl Entry {
    /// The entry that an event makes.
    pub(super) fn new(head: &Head<'_>) -> Self {
        Self {
            event: head.event,
            at: head.moment,
            reported_in_on: None,
            letter: Letters::default(),
            no_show_reported_on: None,
            missing_letter_reported_on: None,
        }
    }

    /// The instant from which a no-show may be reported and the person is overdue (CT-05, CT-22, TM-3).
    pub fn overdue_from(&self, numbers: &Numbers) -> Option<Instant> {
        self.at.checked_add_hours(numbers.no_show_hours)
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

impl Exchange {
    /// The case enters at a unit.
    pub(super) fn enter(&mut self, unit: OrgId, head: &Head<'_>) {
        self.unit = unit;
        self.entry = Entry::new(head);
    }
}

// ── CT-01 ส่งต่อ ──────────────────────────────────────────────────────────────────────────────

/// CT-01 ส่งต่อ
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct Refer {
    /// The case's id.
    #[title("รหัสเคส", "case id")]
    pub case_id: CaseId,
    /// เลขรอบ
    #[title("เลขรอบ", "round number")]
    pub round: Whole,
    /// หน่วยบำบัด
    #[title("หน่วยบำบัด", "treatment unit")]
    pub unit: OrgId,
    /// สำนักงานคุมประพฤติต้นทาง
    #[title("สำนักงานคุมประพฤติ", "probation office")]
    pub probation_office: OrgId,
    /// ส่วนที่ 1
    #[title("ข้อมูลส่วนที่ 1", "Part 1")]
    pub(crate) part1: Arc<Part1>,
}

impl Act for Refer {
    type Of = Compulsory;
    type Effects = ();

    const NAME: &'static str = "refer";
    const EVENT: &'static str = "referred";
    const ROW: Row<Compulsory> = Row {
        faults: &[&[&BLANK, &ROUND], Part1::FAULTS],
        ..Row::opening(
            &CT_01,
            OWN_OFFICE,
            text!("ส่งต่อผู้ป่วยไปหน่วยบำบัด", "Refer to a treatment unit"),
        )
    };
}

impl Opening for Refer {
    fn case_id(&self) -> &CaseId {
        &self.case_id
    }

    fn names(&self, actor: &Actor) -> bool {
        self.probation_office == actor.organisation
    }

    fn check(&self, now: &Now<'_>, faults: &mut Faults<'_>) {
        faults.when(self.round.0 < 1, "round", &ROUND);
        self.part1.judge(now.today, faults.field("part1"));
    }

    fn open(&self, head: &Head<'_>) -> Exchange {
        Exchange {
            round: self.round,
            unit: self.unit.clone(),
            probation_office: self.probation_office.clone(),
            part1: Arc::clone(&self.part1),
            first_entered_on: head.today(),
            entry: Entry::new(head),
            correction: None,
            accepted_on: None,
            program_days: None,
            treatments: Treatments::default(),
            extensions: Vec::new(),
            extended_by: 0,
            absences: Vec::new(),
            closed_absences: None,
            missed_before: None,
            requests: Vec::new(),
            unanswered: Unanswered::default(),
            completed_on: None,
            certified_on: None,
            dropped_out_on: None,
            ended_on: None,
            end_cause: None,
            end_note: None,
            other_case: None,
        }
    }
}

static ROUND: Fault = Fault::value(
    201,
    &CT_01,
    "round",
    text!(
        "ช่อง “{field}” ต้องเป็นจำนวนเต็มตั้งแต่ 1 ขึ้นไป โปรดแก้ไข",
        "“{field}” has to be a whole number, 1 or more; correct it",
    ),
);

// ── CT-02 รับงาน ──────────────────────────────────────────────────────────────────────────────

/// CT-02 รับงาน
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct Accept {}

impl Act for Accept {
    type Of = Compulsory;
    type Effects = ();

    const NAME: &'static str = "accept";
    const EVENT: &'static str = "accepted";
    const ROW: Row<Compulsory> = Row {
        instead: ACCEPTED_ALREADY,
        ..Row::act(
            &CT_02,
            AWAITING,
            Next::To(State::Accepted),
            UNIT,
            text!("รับงาน", "Accept the case"),
        )
    };
}

impl Step for Accept {
    fn apply(&self, case: &mut Exchange, head: &Head<'_>) {
        case.accepted_on = Some(head.today());
    }
}

/// Accepted is accepted.
const ACCEPTED_ALREADY: &[(State, Text)] = &[
    RETURNED,
    (
        State::Accepted,
        text!(
            "รับงานแล้ว ไม่ต้องรับซ้ำ โปรดบันทึกการบำบัดต่อไป",
            "it was accepted already; go on with the treatment",
        ),
    ),
];

// ── CT-05 ผู้ป่วยไม่มารายงานตัว ─────────────────────────────────────────────────────────────────

/// CT-05 ผู้ป่วยไม่มารายงานตัว
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct ReportNoShow {}

impl Act for ReportNoShow {
    type Of = Compulsory;
    type Effects = (Notice<NoShowReport>, Letter<Addressed<NoShowReport>>);

    const NAME: &'static str = "report_no_show";
    const EVENT: &'static str = "no_show_reported";
    const ROW: Row<Compulsory> = Row {
        guards: &[OVERDUE, NOT_REPORTED_IN, NO_SHOW_ONCE],
        advice: &[&COORDINATE],
        confirm: Some(text!(
            "ยืนยันการแจ้งผู้ป่วยไม่มารายงานตัว",
            "Report to probation that the person has not reported in?",
        )),
        success: Some(text!(
            "ทำการแจ้งผู้ป่วยไม่มารายงานตัวสำเร็จ",
            "The no-show was reported.",
        )),
        instead: NO_SHOW_ELSEWHERE,
        ..Row::act(
            &CT_05,
            AWAITING,
            Next::Stays,
            UNIT,
            text!("ผู้ป่วยไม่มารายงานตัว", "Report a no-show"),
        )
    };
}

impl Step for ReportNoShow {
    fn effects(&self, now: &Now<'_>, case: &Case<Compulsory>) -> Option<Self::Effects> {
        let data = case.data();
        let report = NoShowReport {
            subject: Subject::of(case),
            person: data.person(),
            entered_at: data.entry.at,
        };
        let letter = data.addressed(report.clone(), now.today);
        Some((data.to_the_office(report), Letter(letter)))
    }

    fn apply(&self, case: &mut Exchange, head: &Head<'_>) {
        case.entry.no_show_reported_on = Some(head.today());
    }
}

/// What is used of a person who stays away once the case is accepted.
const NO_SHOW_ELSEWHERE: &[(State, Text)] = &[
    RETURNED,
    (
        State::Accepted,
        text!(
            "หากผู้ป่วยไม่มาตามนัด ให้ใช้ “บันทึกการขาดนัด”",
            "where the person stays away, record a missed appointment",
        ),
    ),
];
/// 7 × 24 hours since the entry instant.
const OVERDUE: Guard<Exchange> = Guard::time(
    &CT_05,
    "entered_long_enough_ago",
    text!(
        "ยังไม่ครบ {hours} นับตั้งแต่วินาทีที่ข้อมูลเข้าระบบ แจ้งได้ตั้งแต่วันที่ {from}",
        "{hours} since the entry of the data have not passed; allowed from {from}",
    ),
    |case, numbers| {
        let wait = Wait::until_instant(case.entry.overdue_from(numbers));
        Some(wait.naming(("hours", Arg::Hours(numbers.no_show_hours)), None))
    },
);
/// The person has not reported in.
const NOT_REPORTED_IN: Guard<Exchange> = Guard::case(
    &CT_05,
    "not_reported_in",
    MissingPrecondition,
    text!(
        "ผู้ป่วยมารายงานตัวแล้ว จึงแจ้งว่าไม่มารายงานตัวไม่ได้ โปรดกด “รับงาน” หรือกด “ไม่มีหนังสือส่งตัว” หากไม่มีหนังสือส่งตัว",
        "the person has reported in, so a no-show cannot be reported; accept the case, or report a missing letter",
    ),
    |case| case.entry.reported_in_on.is_none(),
);
/// Once for an entry.
const NO_SHOW_ONCE: Guard<Exchange> = Guard::case(
    &CT_05,
    "no_show_not_reported",
    AlreadyDone,
    text!(
        "แจ้งผู้ป่วยไม่มารายงานตัวของการส่งเข้าระบบครั้งนี้แล้ว ไม่ต้องแจ้งซ้ำ โปรดรอสำนักงานคุมประพฤติติดตามผู้ป่วย",
        "the no-show was reported already for this entry; wait for probation to find the person",
    ),
    |case| case.entry.no_show_reported_on.is_none(),
);

/// CT-05
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
#[shape(name = "NoShow")]
pub struct NoShowReport {
    /// The case.
    #[serde(flatten)]
    pub subject: Subject,
    /// The person who did not report in.
    #[title("ผู้ป่วย", "patient")]
    pub person: Person,
    /// When the case entered.
    #[title("วันเวลาที่ข้อมูลเข้าระบบ", "time of the entry")]
    pub entered_at: Instant,
}

impl Content for NoShowReport {
    const DETAIL: &'static str = "no_show";
    const TITLE: Text = text!(
        "แจ้งสำนักงานคุมประพฤติว่าผู้ป่วยไม่มารายงานตัว",
        "tell probation of the no-show",
    );
    const ABOUT: &'static str = "CT-05: the person has not reported in.";
}

impl Printed for NoShowReport {
    const LETTER: Text = text!(
        "พิมพ์หนังสือแจ้งผู้ป่วยไม่มารายงานตัว",
        "print the letter on the no-show",
    );
}

// ── CT-06 มารายงานตัว ─────────────────────────────────────────────────────────────────────────

/// CT-06 มารายงานตัว
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct RecordReportIn {
    /// วันที่มารายงานตัว
    #[title("วันที่มารายงานตัว", "day of the report-in")]
    pub on: Date,
    /// Whether the referral letter came, and how.
    #[title("หนังสือส่งตัว", "referral letter")]
    pub letter: Letters,
}

impl Act for RecordReportIn {
    type Of = Compulsory;
    type Effects = ();

    const NAME: &'static str = "record_report_in";
    const EVENT: &'static str = "reported_in";
    const ROW: Row<Compulsory> = Row {
        instead: SENT_BACK,
        guards: &[REPORT_IN_ONCE],
        faults: &[day::FAULTS],
        of_present: true,
        ..Row::fact(
            &CT_06,
            AT_THE_UNIT,
            UNIT,
            text!("บันทึกการมารายงานตัว", "Record the report-in"),
        )
    };

    fn act_date(&self) -> Option<Date> {
        Some(self.on)
    }
}

impl Step for RecordReportIn {
    fn check(&self, now: &Now<'_>, case: &Exchange, faults: &mut Faults<'_>) {
        let entered = case.entry.at.date();
        faults.day("on", self.on, Some(entered), now.today);
    }

    fn apply(&self, case: &mut Exchange, _: &Head<'_>) {
        case.entry.reported_in_on = Some(self.on);
        case.entry.letter = self.letter;
    }
}

/// Once for an entry.
const REPORT_IN_ONCE: Guard<Exchange> = Guard::case(
    &CT_06,
    "report_in_not_recorded",
    AlreadyDone,
    text!(
        "บันทึกการมารายงานตัวของการส่งเข้าระบบครั้งนี้แล้ว ไม่ต้องบันทึกซ้ำ หากได้รับหนังสือส่งตัวภายหลัง ให้ใช้ “บันทึกการได้รับหนังสือส่งตัว”",
        "the report-in was recorded already for this entry; a letter that comes later is recorded by itself",
    ),
    |case| case.entry.reported_in_on.is_none(),
);

// ── CT-06b ได้รับหนังสือส่งตัวภายหลัง ──────────────────────────────────────────────────────────

/// How a referral letter comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Shape)]
#[serde(rename_all = "snake_case")]
pub enum LetterRoute {
    /// ผู้ป่วยถือหนังสือมา
    #[title("ผู้ป่วยถือหนังสือมา", "hand carried")]
    HandCarried,
    /// ส่งมาตามระบบสารบรรณ
    #[title("ส่งมาตามระบบสารบรรณ", "by correspondence")]
    ByCorrespondence,
}

/// CT-06b ได้รับหนังสือส่งตัวภายหลัง
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct RecordLetter {
    /// วันที่ได้รับหนังสือ
    #[title("วันที่ได้รับหนังสือส่งตัว", "day on which the letter came")]
    pub on: Date,
    /// How it came.
    #[title("ช่องทางที่ได้รับหนังสือส่งตัว", "route")]
    pub route: LetterRoute,
}

impl Act for RecordLetter {
    type Of = Compulsory;
    type Effects = ();

    const NAME: &'static str = "record_letter";
    const EVENT: &'static str = "letter_recorded";
    const ROW: Row<Compulsory> = Row {
        instead: SENT_BACK,
        guards: &[LETTER_AFTER_REPORT_IN],
        faults: &[day::FAULTS],
        of_present: true,
        ..Row::fact(
            &CT_06B,
            AT_THE_UNIT,
            UNIT,
            text!("บันทึกการได้รับหนังสือส่งตัว", "Record a referral letter"),
        )
    };

    fn act_date(&self) -> Option<Date> {
        Some(self.on)
    }
}

impl Step for RecordLetter {
    fn check(&self, now: &Now<'_>, case: &Exchange, faults: &mut Faults<'_>) {
        faults.day("on", self.on, case.entry.reported_in_on, now.today);
    }

    fn apply(&self, case: &mut Exchange, _: &Head<'_>) {
        let letter = &mut case.entry.letter;
        match self.route {
            LetterRoute::HandCarried => letter.hand_carried = true,
            LetterRoute::ByCorrespondence => letter.by_correspondence = true,
        }
    }
}

const NEEDS_REPORT_IN: Text = text!(
    "ยังไม่มีบันทึกว่าผู้ป่วยมารายงานตัว โปรดบันทึกการมารายงานตัวก่อน",
    "no report-in is on record; record it first",
);
/// A letter belongs to a report-in.
const LETTER_AFTER_REPORT_IN: Guard<Exchange> = Guard::case(
    &CT_06B,
    "reported_in",
    MissingPrecondition,
    NEEDS_REPORT_IN,
    |case| case.entry.reported_in_on.is_some(),
);

// ── CT-07 ไม่มีหนังสือส่งตัว ───────────────────────────────────────────────────────────────────

/// CT-07 ไม่มีหนังสือส่งตัว
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct ReportMissingLetter {}

impl Act for ReportMissingLetter {
    type Of = Compulsory;
    type Effects = (Notice<MissingLetterReport>,);

    const NAME: &'static str = "report_missing_letter";
    const EVENT: &'static str = "missing_letter_reported";
    const ROW: Row<Compulsory> = Row {
        instead: MISSING_LETTER_ELSEWHERE,
        guards: &[REPORTED_IN, LETTER_MISSING, MISSING_LETTER_ONCE],
        advice: &[&COORDINATE],
        confirm: Some(text!(
            "ยืนยันการแจ้งไม่มีหนังสือส่งตัว",
            "Report to probation that there is no referral letter?",
        )),
        success: Some(text!(
            "ทำการแจ้งไม่มีหนังสือส่งตัวสำเร็จ",
            "The missing letter was reported.",
        )),
        ..Row::act(
            &CT_07,
            AWAITING,
            Next::Stays,
            UNIT,
            text!("ไม่มีหนังสือส่งตัว", "Report a missing letter"),
        )
    };
}

impl Step for ReportMissingLetter {
    fn effects(&self, _: &Now<'_>, case: &Case<Compulsory>) -> Option<Self::Effects> {
        let data = case.data();
        Some((data.to_the_office(MissingLetterReport {
            subject: Subject::of(case),
            person: data.person(),
            reported_in_on: data.entry.reported_in_on,
        }),))
    }

    fn apply(&self, case: &mut Exchange, head: &Head<'_>) {
        case.entry.missing_letter_reported_on = Some(head.today());
    }
}

/// What is done about a letter once the case is accepted.
const MISSING_LETTER_ELSEWHERE: &[(State, Text)] = &[
    RETURNED,
    (
        State::Accepted,
        text!(
            "กดรับงานแล้ว โปรดประสานงานกับสำนักงานคุมประพฤติโดยตรง และเมื่อได้รับหนังสือ ให้ใช้ “บันทึกการได้รับหนังสือส่งตัว”",
            "the case is accepted; coordinate with probation, and record the letter when it comes",
        ),
    ),
];
/// The person is there.
const REPORTED_IN: Guard<Exchange> = Guard::case(
    &CT_07,
    "reported_in",
    MissingPrecondition,
    NEEDS_REPORT_IN,
    |case| case.entry.reported_in_on.is_some(),
);
/// The letter has not come, as `letter_rule` reads it.
const LETTER_MISSING: Guard<Exchange> = Guard::policy(
    &CT_07,
    "letter_missing",
    MissingPrecondition,
    text!(
        "ได้รับหนังสือส่งตัวแล้ว จึงแจ้งว่าไม่มีหนังสือส่งตัวไม่ได้ โปรดกด “รับงาน”",
        "the referral letter has come, so it cannot be reported missing; accept the case",
    ),
    |case, asked| {
        let has_come = case.entry.letter_has_come(asked.numbers.letter_rule);
        has_come.then(Args::default)
    },
);
/// Once for an entry.
const MISSING_LETTER_ONCE: Guard<Exchange> = Guard::case(
    &CT_07,
    "missing_letter_not_reported",
    AlreadyDone,
    text!(
        "แจ้งไม่มีหนังสือส่งตัวของการส่งเข้าระบบครั้งนี้แล้ว ไม่ต้องแจ้งซ้ำ โปรดประสานงานกับสำนักงานคุมประพฤติ",
        "the missing letter was reported already for this entry; coordinate with probation",
    ),
    |case| case.entry.missing_letter_reported_on.is_none(),
);

/// CT-07
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
#[shape(name = "MissingLetter")]
pub struct MissingLetterReport {
    /// The case.
    #[serde(flatten)]
    pub subject: Subject,
    /// The person who came without a letter.
    #[title("ผู้ป่วย", "patient")]
    pub person: Person,
    /// The day on which the person reported in.
    #[title("วันที่มารายงานตัว", "day of the report-in")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reported_in_on: Option<Date>,
}

impl Content for MissingLetterReport {
    const DETAIL: &'static str = "missing_letter";
    const TITLE: Text = text!(
        "แจ้งสำนักงานคุมประพฤติว่าไม่มีหนังสือส่งตัว",
        "tell probation of the missing letter",
    );
    const ABOUT: &'static str = "CT-07: the person came without a referral letter.";
}

// ── what is owed, what is flagged ─────────────────────────────────────────────────────────────

pub(super) static REPORT_IN: Owed = Owed::new(
    &CT_22,
    "report_in",
    text!("รอผู้ป่วยมารายงานตัว", "await the report-in"),
);
pub(super) static NO_SHOW_REPORT: Owed = Owed::new(
    &CT_05,
    "no_show_report",
    text!("แจ้งผู้ป่วยไม่มารายงานตัว", "report the no-show"),
);

pub(super) fn owes(case: &Case<Compulsory>, numbers: &Numbers, owed: &mut Vec<Obligation>) {
    if case.state() != State::AwaitingAcceptance {
        return;
    }
    let Exchange { entry, unit, .. } = case.data();
    let row = |what, opens_on| {
        let entered = (entry.event, entry.at.date());
        Obligation::new(what, entered, opens_on, (Role::UnitUser, unit))
    };
    let overdue_from = entry.overdue_from(numbers).map(Instant::date);
    owed.push(
        row(&REPORT_IN, entry.at.date())
            .due_by(overdue_from)
            .done_on(entry.reported_in_on),
    );
    if let (Some(opens_on), None) = (overdue_from, entry.reported_in_on) {
        owed.push(row(&NO_SHOW_REPORT, opens_on).done_on(entry.no_show_reported_on));
    }
}

/// CT-22: the person is overdue to report in.
pub(super) const OVERDUE_REPORT_IN: Flag<Compulsory> = Flag::new(
    &CT_22,
    "overdue_report_in",
    text!("เลยกำหนดมารายงานตัว", "overdue to report in"),
    |case, at, numbers| {
        let entry = &case.data().entry;
        case.state() == State::AwaitingAcceptance
            && entry.reported_in_on.is_none()
            && entry.overdue_from(numbers).is_some_and(|from| at >= from)
    },
);
