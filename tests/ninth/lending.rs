//! Lending, readings, more time (NI-01, NI-02). It does not know how a loan ends.

use serde::{Deserialize, Serialize};

use super::rules::{NI_01, NI_02};
use super::{Device, Loan, OWN_UNIT, State, UNIT};
use crate::base::actor::{Actor, Role};
use crate::base::calendar::Date;
use crate::base::day;
use crate::base::fault::{BLANK, Fault, Faults};
use crate::base::id::{CaseId, OrgId};
use crate::base::private::Private;
use crate::base::shape::Shape;
use crate::base::text::{Arg, Args, text};
use crate::lifecycle::{
    Act, Advice, Advices, Case, Flag, Guard, Head, Next, Now, Opening, ReasonKind, Row, Step,
};
use crate::policy::Numbers;
use crate::schedule::{Obligation, Owed};

/// NI-01 ให้ยืม
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
pub struct Lend {
    /// The case's id.
    #[title("รหัสเคส", "case id")]
    pub case_id: CaseId,
    /// The unit.
    #[title("หน่วยบำบัด", "unit")]
    pub unit: OrgId,
    /// The borrower.
    #[title("ผู้ยืม", "borrower")]
    pub borrower: Private,
}

impl Act for Lend {
    type Of = Loan;
    type Effects = ();

    const NAME: &'static str = "lend";
    const EVENT: &'static str = "lent";
    const ROW: Row<Loan> = Row {
        faults: &[&[&BLANK]],
        ..Row::opening(&NI_01, OWN_UNIT, text!("ให้ยืม", "Lend"))
    };
}

impl Opening for Lend {
    fn case_id(&self) -> &CaseId {
        &self.case_id
    }

    fn names(&self, actor: &Actor) -> bool {
        self.unit == actor.organisation
    }

    fn open(&self, head: &Head<'_>) -> Device {
        Device {
            unit: self.unit.clone(),
            borrower: self.borrower.clone(),
            lent_on: head.today(),
            readings: Vec::new(),
            extensions: 0,
            ended_on: None,
        }
    }
}

/// NI-02 บันทึกการอ่านค่า
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
pub struct RecordReading {
    /// Its day.
    #[title("วันที่อ่านค่า", "day of the reading")]
    pub on: Date,
}

impl Act for RecordReading {
    type Of = Loan;
    type Effects = ();

    const NAME: &'static str = "record_reading";
    const EVENT: &'static str = "reading_recorded";
    const ROW: Row<Loan> = Row {
        faults: &[day::FAULTS, &[&READ_ALREADY]],
        advice: &[&TOO_LATE],
        ..Row::fact(
            &NI_02,
            &[State::Lent],
            UNIT,
            text!("บันทึกการอ่านค่า", "Record a reading"),
        )
    };

    fn act_date(&self) -> Option<Date> {
        Some(self.on)
    }
}

impl Step for RecordReading {
    fn check(&self, now: &Now<'_>, case: &Device, faults: &mut Faults<'_>) {
        faults.day("on", self.on, Some(case.lent_on), now.today);
    }

    fn fits(&self, _: &Actor, case: &Device, faults: &mut Faults<'_>) {
        let read = case.readings.contains(&self.on);
        faults.when(read, "on", &READ_ALREADY);
    }

    fn advise(&self, now: &Now<'_>, case: &Device, advices: &mut Advices) {
        let late = case
            .first_read_by(now.numbers)
            .is_some_and(|day| self.on > day);
        advices.when(case.readings.is_empty() && late, &TOO_LATE);
    }

    fn apply(&self, case: &mut Device, _: &Head<'_>) {
        case.readings.push(self.on);
    }
}

/// The ninth lifecycle has the faults from 901 on.
static READ_ALREADY: Fault = Fault::done(
    901,
    &NI_02,
    "read_already",
    text!(
        "บันทึกการอ่านค่าของวันในช่อง “{field}” แล้ว โปรดเลือกวันอื่น",
        "the reading of the day in “{field}” was recorded already; choose another",
    ),
);
static TOO_LATE: Advice = Advice::new(
    &NI_02,
    "first_reading_late",
    text!(
        "ควรอ่านค่าครั้งแรกให้เร็วขึ้น",
        "the first reading should come sooner",
    ),
);

/// NI-01 ขยายเวลา
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
pub struct Extend {}

impl Act for Extend {
    type Of = Loan;
    type Effects = ();

    const NAME: &'static str = "extend";
    const EVENT: &'static str = "extended";
    const ROW: Row<Loan> = Row {
        guards: &[ONCE, ENOUGH_READINGS],
        ..Row::act(
            &NI_01,
            &[State::Lent],
            Next::Stays,
            UNIT,
            text!("ขยายเวลา", "Extend"),
        )
    };
}

impl Step for Extend {
    fn apply(&self, case: &mut Device, _: &Head<'_>) {
        case.extensions = case.extensions.saturating_add(1);
    }
}

const ONCE: Guard<Device> = Guard::case(
    &NI_01,
    "extended_once",
    ReasonKind::AlreadyDone,
    text!(
        "ขยายเวลาแล้ว โปรดรับคืนเครื่อง",
        "it was extended already; have the device back",
    ),
    |case| case.extensions == 0,
);
const ENOUGH_READINGS: Guard<Device> = Guard::policy(
    &NI_01,
    "enough_readings",
    ReasonKind::MissingPrecondition,
    text!(
        "ต้องอ่านค่า {needed} ครั้งก่อน โปรดบันทึกการอ่านค่า",
        "{needed} readings are needed; record them first",
    ),
    |case, asked| {
        let needed = asked.numbers.quality_of_life_required;
        let read = u32::try_from(case.readings.len()).unwrap_or(u32::MAX);
        (read < needed).then(|| Args::new([("needed", Arg::from(needed))]))
    },
);

impl Device {
    /// The day by which the first reading is owed.
    fn first_read_by(&self, numbers: &Numbers) -> Option<Date> {
        self.lent_on.within(numbers.first_trace_days)
    }
}

/// NI-02
pub(super) static READING: Owed =
    Owed::new(&NI_02, "reading", text!("อ่านค่าครั้งแรก", "first reading"));

/// NI-02: the first reading.
pub(super) fn owes(case: &Case<Loan>, numbers: &Numbers, rows: &mut Vec<Obligation>) {
    let data = case.data();
    let row = Obligation::new(
        &READING,
        ("lent", data.lent_on),
        data.lent_on,
        (Role::UnitUser, &data.unit),
    );
    let first = data.readings.iter().min().copied();
    rows.push(row.due_by(data.first_read_by(numbers)).done_on(first));
}

/// NI-02: nobody has read it in time.
pub(super) const NEVER_READ: Flag<Loan> = Flag::new(
    &NI_02,
    "never_read",
    text!("ยังไม่มีการอ่านค่า", "never read"),
    |case, at, numbers| {
        let due = case.data().first_read_by(numbers);
        case.data().readings.is_empty() && due.is_some_and(|due| at.date() > due)
    },
);
