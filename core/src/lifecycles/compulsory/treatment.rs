//! Treatment: what is recorded of it, its extension, the certificate of its result (CT-12, CT-19, CT-20).
//! It does not know how a case ends.

use serde::{Deserialize, Serialize};

use super::rules::{CT_12, CT_15, CT_19, CT_20};
use super::{
    ACCEPTED, Addressed, COORDINATE, Compulsory, Exchange, ONCE_ACCEPTED, Printed, State, Subject,
    UNIT,
};
use crate::base::actor::Role;
use crate::base::calendar::Date;
use crate::base::day;
use crate::base::fault::{BLANK, Fault, Faults};
use crate::base::person::Person;
use crate::base::private::{Private, Whole};
use crate::base::rule::Rule;
use crate::base::shape::{Shape, Shaped, Ty};
use crate::base::text::{Arg, Text, text};
use crate::lifecycle::{
    Act, Advice, Advices, Case, Content, Guard, Head, Letter, Next, Notice, Now, ReasonKind, Row,
    Step, Wait,
};
use crate::policy::{MOST_DAYS, Numbers};
use crate::schedule::{Obligation, Owed};

// ── what a case keeps ─────────────────────────────────────────────────────────────────────────

/// A treatment (CT-12).
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct Treatment {
    /// Its day.
    #[title("วันที่บำบัด", "day of the treatment")]
    pub on: Date,
    /// A note.
    #[title("บันทึกเพิ่มเติม", "note")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Private>,
}

/// Treatments, in the order in which they were recorded. There are many and few have a note: a day
/// takes four bytes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Treatments {
    days: Vec<Date>,
    earliest: Option<Date>,
    latest: Option<Date>,
    notes: Vec<(usize, Private)>,
}

impl Treatments {
    /// The last day of treatment.
    pub fn latest(&self) -> Option<Date> {
        self.latest
    }

    fn push(&mut self, on: Date, note: Option<&Private>) {
        let place = self.days.len();
        self.notes.extend(note.map(|note| (place, note.clone())));
        self.days.push(on);
        self.earliest = self.earliest.min(Some(on)).or(Some(on));
        self.latest = self.latest.max(Some(on));
    }

    /// Their days.
    pub fn days(&self) -> &[Date] {
        &self.days
    }

    /// The first by date.
    pub fn earliest(&self) -> Option<Date> {
        self.earliest
    }

    /// Each with its note.
    pub fn iter(&self) -> impl Iterator<Item = Treatment> {
        self.days.iter().enumerate().map(|(place, on)| Treatment {
            on: *on,
            note: self.note(place).cloned(),
        })
    }

    fn note(&self, place: usize) -> Option<&Private> {
        let found = self.notes.binary_search_by_key(&place, |(place, _)| *place);
        found
            .ok()
            .and_then(|at| self.notes.get(at))
            .map(|(_, note)| note)
    }
}

impl Shaped for Treatments {
    const TY: Ty = <[Treatment]>::TY;
}

impl Serialize for Treatments {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

/// An extension of the program (CT-20).
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct Extension {
    /// The day it was entered.
    #[title("วันที่บันทึกการขยายเวลาบำบัด", "day of the entry")]
    pub on: Date,
    /// By how many days.
    #[title("จำนวนวันที่ขยาย", "days of the extension")]
    pub days: u32,
    /// The ruling.
    #[title("คำวินิจฉัยของคณะอนุกรรมการฟื้นฟูฯ", "the subcommittee's ruling")]
    pub ruling: Private,
}

impl Exchange {
    /// The day of the earliest treatment.
    pub fn treatment_start(&self) -> Option<Date> {
        self.treatments.earliest()
    }

    /// Program days and extensions together.
    pub fn treatment_days(&self) -> Option<u32> {
        let all = u64::from(self.program_days?).checked_add(self.extended_by.into())?;
        u32::try_from(all).ok()
    }

    /// The same with so many days more (CT-20); before the first treatment, as if it were today's with the longest
    /// program. Nothing where it would lie beyond the calendar.
    fn end_if_extended(&self, days: u32, now: &Now<'_>) -> Option<Date> {
        let longest = || now.numbers.program_days.iter().copied().max();
        let program = self.program_days.or_else(longest).unwrap_or_default();
        let all = u64::from(program).checked_add(self.extended_by.into())?;
        let all = u32::try_from(all).ok()?.checked_add(days)?;
        self.treatment_start().unwrap_or(now.today).full_days(all)
    }

    /// The day on which program and extensions have passed since the start (TM-2): from it the result
    /// may be certified.
    pub fn program_end(&self) -> Option<Date> {
        self.treatment_start()?.full_days(self.treatment_days()?)
    }
}

// ── guards that other rooms use too ───────────────────────────────────────────────────────────

/// Treatment has started.
pub(super) const fn treated(rule: &'static Rule) -> Guard<Exchange> {
    Guard::case(
        rule,
        "treatment_started",
        ReasonKind::MissingPrecondition,
        text!(
            "ยังไม่มีบันทึกการบำบัด โปรดบันทึกการบำบัดก่อน",
            "no treatment is on record; record one first",
        ),
        |case| case.treatment_start().is_some(),
    )
}

// ── CT-12 บันทึกการบำบัด ───────────────────────────────────────────────────────────────────────

/// CT-12 บันทึกการบำบัด
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct RecordTreatment {
    /// วันที่บำบัด
    #[title("วันที่บำบัด", "day of the treatment")]
    pub on: Date,
    /// โปรแกรม 90 หรือ 120 วัน; while the case has none, and only then.
    // In a box, like the note: most treatments have neither, and they are most of a log.
    #[title("ระยะเวลาโปรแกรม (วัน)", "program days")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) program_days: Option<Box<Whole>>,
    /// A note.
    #[title("บันทึกเพิ่มเติม", "note")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) note: Option<Box<Private>>,
}

impl Act for RecordTreatment {
    type Of = Compulsory;
    type Effects = ();

    const NAME: &'static str = "record_treatment";
    const EVENT: &'static str = "treatment_recorded";
    const ROW: Row<Compulsory> = Row {
        faults: &[
            day::FAULTS,
            &[&PROGRAM_NEEDED, &PROGRAM_KNOWN, &PROGRAM_UNKNOWN],
        ],
        instead: ONCE_ACCEPTED,
        advice: &[&BEFORE_ACCEPTANCE, &TREATED_WHILE_ABSENT],
        ..Row::fact(
            &CT_12,
            ACCEPTED,
            UNIT,
            text!("บันทึกการบำบัด", "Record a treatment"),
        )
    };

    fn act_date(&self) -> Option<Date> {
        Some(self.on)
    }
}

impl Step for RecordTreatment {
    fn check(&self, now: &Now<'_>, case: &Exchange, faults: &mut Faults<'_>) {
        faults.day("on", self.on, Some(case.first_entered_on), now.today);
        let none = case.program_days.is_none();
        if let Some(fault) = self.program_fault(none, now.numbers) {
            let programs = Arg::Numbers(now.numbers.program_days.clone().into());
            faults.add_with("program_days", fault, [("programs", programs)]);
        }
    }

    fn advise(&self, _: &Now<'_>, case: &Exchange, advices: &mut Advices) {
        let before = case.accepted_on.is_some_and(|day| self.on < day);
        advices.when(before, &BEFORE_ACCEPTANCE);
        advices.when(case.open_absence().is_some(), &TREATED_WHILE_ABSENT);
    }

    fn apply(&self, case: &mut Exchange, _: &Head<'_>) {
        case.program_days = case
            .program_days
            .or_else(|| u32::try_from(self.program_days.as_deref()?.0).ok());
        case.treatments.push(self.on, self.note.as_deref());
    }
}

impl RecordTreatment {
    /// What is wrong with the program's days: they come while the case has none, and only then.
    fn program_fault(&self, none: bool, numbers: &Numbers) -> Option<&'static Fault> {
        let known = |days: &Whole| {
            let mut programs = numbers.program_days.iter();
            programs.any(|program| i64::from(*program) == days.0)
        };
        match &self.program_days {
            None => none.then_some(&PROGRAM_NEEDED),
            Some(_) if !none => Some(&PROGRAM_KNOWN),
            Some(days) => (!known(days)).then_some(&PROGRAM_UNKNOWN),
        }
    }
}

static PROGRAM_NEEDED: Fault = Fault::value(
    204,
    &CT_12,
    "program_needed",
    text!(
        "เคสยังไม่มีระยะเวลาโปรแกรม การบำบัดนี้ต้องกรอกช่อง “{field}” เป็น {programs} วัน",
        "the case has no program yet, so this treatment needs “{field}”: {programs}",
    ),
);
static PROGRAM_KNOWN: Fault = Fault::value(
    205,
    &CT_12,
    "program_known",
    text!(
        "เคสมีระยะเวลาโปรแกรมแล้ว โปรดเว้นช่อง “{field}” หากต้องขยายเวลา ให้ใช้ “ขยายเวลาบำบัด”",
        "the case has a program already; leave “{field}” out, or extend the treatment",
    ),
);
static PROGRAM_UNKNOWN: Fault = Fault::value(
    206,
    &CT_12,
    "program_unknown",
    text!(
        "ช่อง “{field}” ต้องเป็น {programs} วัน โปรดแก้ไข",
        "“{field}” has to be {programs}; correct it",
    ),
);
static BEFORE_ACCEPTANCE: Advice = Advice::new(
    &CT_12,
    "before_acceptance",
    text!(
        "วันที่บำบัดอยู่ก่อนวันที่กดรับงาน ระบบบันทึกไว้แล้ว โปรดตรวจสอบวันที่",
        "the treatment is dated before the acceptance of the case; it is recorded, check the date",
    ),
);
static TREATED_WHILE_ABSENT: Advice = Advice::new(
    &CT_15,
    "treated_while_absent",
    text!(
        "ผู้ป่วยอยู่ระหว่างขาดนัด หากกลับมาบำบัดแล้ว โปรดบันทึกการกลับมาบำบัด",
        "an absence is open; if the person is back, record the return",
    ),
);

// ── CT-19 รับรองผลการบำบัด ─────────────────────────────────────────────────────────────────────

/// CT-19 รับรองผลการบำบัด
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct CertifyResult {}

impl Act for CertifyResult {
    type Of = Compulsory;
    type Effects = (Letter<Addressed<Certificate>>, Notice<Certificate>);

    const NAME: &'static str = "certify_result";
    const EVENT: &'static str = "result_certified";
    const ROW: Row<Compulsory> = Row {
        instead: ONCE_ACCEPTED,
        guards: &[
            CERTIFIED_ONCE,
            treated(&CT_19),
            PROGRAM_ON_RECORD,
            PROGRAM_ENDED,
        ],
        advice: &[&COORDINATE],
        ..Row::act(
            &CT_19,
            &[State::Accepted, State::Completed],
            Next::Stays,
            UNIT,
            text!("รับรองผลการบำบัด", "Certify the result"),
        )
    };
}

impl Step for CertifyResult {
    fn effects(&self, now: &Now<'_>, case: &Case<Compulsory>) -> Option<Self::Effects> {
        let data = case.data();
        let certificate = Certificate {
            subject: Subject::of(case),
            person: data.person(),
            treatment_start: data.treatment_start(),
            program_days: data.program_days,
            treatment_days: data.treatment_days(),
            certified_on: now.today,
        };
        let letter = data.addressed(certificate.clone(), now.today);
        Some((Letter(letter), data.to_the_office(certificate)))
    }

    fn apply(&self, case: &mut Exchange, head: &Head<'_>) {
        case.certified_on = Some(head.today());
    }
}

/// Once.
const CERTIFIED_ONCE: Guard<Exchange> = Guard::case(
    &CT_19,
    "not_certified",
    ReasonKind::AlreadyDone,
    text!(
        "รับรองผลการบำบัดแล้ว ไม่ต้องรับรองซ้ำ โปรดส่งตัวผู้ป่วยและหนังสือให้สำนักงานคุมประพฤติ",
        "the result was certified already; send the person and the letter to probation",
    ),
    |case| case.certified_on.is_none(),
);
/// The program's days are on record; before any treatment another guard speaks (GE-05).
const PROGRAM_ON_RECORD: Guard<Exchange> = Guard::case(
    &CT_19,
    "program_days_on_record",
    ReasonKind::MissingPrecondition,
    text!(
        "เคสยังไม่มีระยะเวลาโปรแกรม โปรดบันทึกการบำบัดที่ระบุระยะเวลาโปรแกรมก่อน",
        "the case has no program days; record a treatment that states them first",
    ),
    |case| case.program_days.is_some() || case.treatment_start().is_none(),
);
/// Program days and extensions have passed since the start.
const PROGRAM_ENDED: Guard<Exchange> = Guard::time(
    &CT_19,
    "program_days_passed",
    text!(
        "ยังไม่ครบ {days} วันนับจากวันที่เริ่มบำบัด ({start}) รับรองผลได้ตั้งแต่วันที่ {from}",
        "{days} days since the start of the treatment ({start}) have not passed; allowed from {from}",
    ),
    |case, _| {
        let (start, days) = case.treatment_start().zip(case.treatment_days())?;
        let wait = Wait::until(case.program_end());
        Some(wait.naming(("days", days.into()), Some(("start", start.into()))))
    },
);

/// CT-19
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct Certificate {
    /// The case.
    #[serde(flatten)]
    pub subject: Subject,
    /// The person who goes with the letter.
    #[title("ผู้ป่วย", "patient")]
    pub person: Person,
    /// The first treatment.
    #[title("วันที่เริ่มบำบัด", "first day of treatment")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub treatment_start: Option<Date>,
    /// Program days.
    #[title("ระยะเวลาโปรแกรม (วัน)", "program days")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub program_days: Option<u32>,
    /// Program days and extensions together.
    #[title("ระยะเวลาบำบัดรวมเวลาที่ขยาย (วัน)", "days of treatment with extensions")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub treatment_days: Option<u32>,
    /// The day of certification.
    #[title("วันที่รับรองผลการบำบัด", "day of the certification")]
    pub certified_on: Date,
}

impl Content for Certificate {
    const DETAIL: &'static str = "result_certificate";
    const TITLE: Text = text!(
        "แจ้งผลการบำบัดที่รับรองแล้วต่อสำนักงานคุมประพฤติ",
        "tell probation of the certified result",
    );
    const ABOUT: &'static str = "CT-19: the result is certified.";
}

impl Printed for Certificate {
    const LETTER: Text = text!(
        "พิมพ์หนังสือรับรองผลการบำบัด",
        "print the certificate of the result",
    );
}

// ── CT-20 ขยายเวลาบำบัด ────────────────────────────────────────────────────────────────────────

/// CT-20 ขยายเวลาบำบัด
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct ExtendTreatment {
    /// จำนวนวันที่ขยาย
    #[title("จำนวนวันที่ขยาย", "days of the extension")]
    pub days: Whole,
    /// คำวินิจฉัยของคณะอนุกรรมการ
    #[title("คำวินิจฉัยของคณะอนุกรรมการฟื้นฟูฯ", "the subcommittee's ruling")]
    pub ruling: Private,
}

impl Act for ExtendTreatment {
    type Of = Compulsory;
    type Effects = (Notice<ExtensionNotice>,);

    const NAME: &'static str = "extend_treatment";
    const EVENT: &'static str = "treatment_extended";
    const ROW: Row<Compulsory> = Row {
        faults: &[&[&EXTENSION_DAYS, &EXTENSION_TOO_FAR, &BLANK]],
        instead: ONCE_ACCEPTED,
        ..Row::act(
            &CT_20,
            ACCEPTED,
            Next::Stays,
            UNIT,
            text!("ขยายเวลาบำบัด", "Extend the treatment"),
        )
    };
}

impl Step for ExtendTreatment {
    fn check(&self, now: &Now<'_>, case: &Exchange, faults: &mut Faults<'_>) {
        match self.days.count(MOST_DAYS) {
            None => faults.add("days", &EXTENSION_DAYS),
            Some(days) => {
                let end = case.end_if_extended(days, now);
                faults.when(end.is_none(), "days", &EXTENSION_TOO_FAR);
            }
        }
    }

    fn effects(&self, _: &Now<'_>, case: &Case<Compulsory>) -> Option<Self::Effects> {
        let notice = ExtensionNotice {
            subject: Subject::of(case),
            days: self.days,
            ruling: self.ruling.clone(),
        };
        Some((case.data().to_the_office(notice),))
    }

    fn apply(&self, case: &mut Exchange, head: &Head<'_>) {
        if let Ok(days) = u32::try_from(self.days.0) {
            case.extended_by = case.extended_by.saturating_add(days);
            case.extensions.push(Extension {
                on: head.today(),
                days,
                ruling: self.ruling.clone(),
            });
        }
    }
}

static EXTENSION_DAYS: Fault = Fault::value(
    207,
    &CT_20,
    "extension_days",
    text!(
        "ช่อง “{field}” ต้องอยู่ระหว่าง 1 ถึง 3,660 วัน โปรดแก้ไข",
        "“{field}” has to be 1 to 3,660 days; correct it",
    ),
);

static EXTENSION_TOO_FAR: Fault = Fault::value(
    208,
    &CT_20,
    "extension_beyond_the_calendar",
    text!(
        "จำนวนวันในช่อง “{field}” ทำให้วันสิ้นสุดโปรแกรมอยู่หลังปี พ.ศ. 2942 ซึ่งระบบไม่รองรับ โปรดลดจำนวนวัน",
        "the days in “{field}” would take the end of the program beyond the year 2399, the last of the calendar; give fewer",
    ),
);

/// CT-20
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
#[shape(name = "Extension")]
pub struct ExtensionNotice {
    /// The case.
    #[serde(flatten)]
    pub subject: Subject,
    /// By how many days.
    #[title("จำนวนวันที่ขยาย", "days of the extension")]
    pub days: Whole,
    /// The ruling.
    #[title("คำวินิจฉัยของคณะอนุกรรมการฟื้นฟูฯ", "the subcommittee's ruling")]
    pub ruling: Private,
}

impl Content for ExtensionNotice {
    const DETAIL: &'static str = "extension";
    const TITLE: Text = text!(
        "แจ้งสำนักงานคุมประพฤติว่าขยายเวลาบำบัด",
        "tell probation of the extension",
    );
    const ABOUT: &'static str = "CT-20: the treatment is extended.";
}

// ── what is owed ──────────────────────────────────────────────────────────────────────────────

pub(super) static CERTIFY_RESULT: Owed = Owed::new(
    &CT_19,
    "certify_result",
    text!("รับรองผลการบำบัด", "certify the result"),
)
.outlives_the_case();

pub(super) fn owes(case: &Case<Compulsory>, _: &Numbers, owed: &mut Vec<Obligation>) {
    if !matches!(case.state(), State::Accepted | State::Completed) {
        return;
    }
    let data = case.data();
    if let (None, Some(start), Some(end)) = (
        data.certified_on,
        data.treatment_start(),
        data.program_end(),
    ) {
        let trigger = (RecordTreatment::EVENT, start);
        let responsible = (Role::UnitUser, &data.unit);
        owed.push(Obligation::new(&CERTIFY_RESULT, trigger, end, responsible));
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::Command;
    use super::*;
    use crate::lifecycle::{Decision, Envelope, Event, decide, obligations, replay};
    use crate::policy::Policy;
    use crate::wire;

    fn event(place: u8, role: &str, own: Value) -> Event<Compulsory> {
        let organisation = if role == "unit_user" {
            "10670"
        } else {
            "PB-KBI"
        };
        let mut event = json!({
            "event_id": format!("{place:016x}#0"),
            "at": format!("2024-06-0{place}T09:00:00+07:00"),
            "actor": { "role": role, "organisation": organisation },
        });
        for (name, value) in own.as_object().unwrap() {
            event[name] = value.clone();
        }
        wire::decode_value(&event).unwrap()
    }

    /// Treatment has started, but the record that stated the program's days has no effect.
    fn without_program() -> Case<Compulsory> {
        let person = json!({
            "id": { "type": "passport", "value": "AA1234567" },
            "first_name": "อนันต์", "last_name": "เพชรรัตน์",
        });
        let part1 = json!({ "person": person, "address": { "tambon": "810101" } });
        let stated = json!({
            "type": "treatment_recorded", "on": "2024-06-03", "program_days": 90,
            "void": { "rule": "CT-12", "kind": "wrong_state" },
        });
        let log = vec![
            event(
                1,
                "probation_officer",
                json!({
                    "type": "referred", "case_id": "C-1", "round": 1, "unit": "10670",
                    "probation_office": "PB-KBI", "part1": part1,
                }),
            ),
            event(2, "unit_user", json!({ "type": "accepted" })),
            event(3, "unit_user", stated),
            event(
                4,
                "unit_user",
                json!({ "type": "treatment_recorded", "on": "2024-06-04" }),
            ),
        ];
        replay(log).unwrap().unwrap()
    }

    fn sent(case: &Case<Compulsory>, command: Value) -> Decision<Compulsory> {
        let envelope: Envelope<Command> = wire::decode_value(&json!({
            "at": "2025-06-03T09:00:00+07:00", "coordinated": true,
            "actor": { "role": "unit_user", "organisation": "10670" }, "command": command,
        }))
        .unwrap();
        decide(Some(case), &envelope, &Policy::default()).unwrap()
    }

    #[test]
    fn ct_12_program_days_are_required_while_the_case_has_none() {
        let case = without_program();
        let again = json!({ "type": "record_treatment", "on": "2024-06-05" });
        let refused = sent(&case, again.clone());
        let [reason] = refused.reasons() else {
            panic!("one reason")
        };
        assert_eq!(reason.rule, &CT_12);
        assert_eq!(reason.pointer.as_deref(), Some("/command/program_days"));
        let mut stated = again;
        stated["program_days"] = json!(120);
        assert!(sent(&case, stated).accepted().is_some());
    }

    #[test]
    fn ct_12_without_program_days_nothing_is_certified_nor_owed_and_completion_is_warned() {
        let case = without_program();
        let on = Date::parse("2025-06-03").unwrap();
        assert_eq!(obligations(&case, on, &Policy::default()), []);
        let refused = sent(&case, json!({ "type": "certify_result" }));
        let kinds: Vec<ReasonKind> = refused.reasons().iter().map(|one| one.kind).collect();
        assert_eq!(kinds, [ReasonKind::MissingPrecondition]);
        let complete = json!({ "type": "complete", "on": "2025-06-03", "update": {} });
        let completed = sent(&case, complete);
        let warnings = &completed.accepted().unwrap().warnings;
        let warned: Vec<&str> = warnings.iter().map(|one| one.rule.id).collect();
        assert_eq!(warned, ["CT-18"]);
    }

    #[test]
    fn a_treatment_is_shown_with_the_note_that_came_with_it() {
        let mut treatments = Treatments::default();
        for (day, note) in [
            ("2024-06-03", None),
            ("2024-06-10", Some("ครั้งที่ 2")),
            ("2024-06-17", None),
        ] {
            let note = note.map(Private::from);
            treatments.push(Date::parse(day).unwrap(), note.as_ref());
        }
        assert_eq!(
            wire::to_json(&treatments),
            r#"[{"on":"2024-06-03"},{"on":"2024-06-10","note":"ครั้งที่ 2"},{"on":"2024-06-17"}]"#
        );
    }
}
