//! `compare`: what a log comes to under two policies.
//!
//! A log is what happened. Each event is judged again at its place under each of them and then applied under both, so
//! that a difference neither hides another nor makes one.

use std::fmt;

use serde::{Serialize, Serializer};

use super::Lifecycle;
use super::act::Commands;
use super::case::Case;
use super::decide::{evolve, judge};
use super::event::{Event, EventId};
use super::guard::{Test, When};
use super::now::Now;
use super::obligations::{Slot, in_turn, owed};
use super::reason::{Reason, ReasonKind};
use crate::base::calendar::Date;
use crate::base::id::CaseId;
use crate::base::rule::{self, Rule};
use crate::base::shape::{Shape, Shaped, Ty};
use crate::base::text::Text;
use crate::policy::{Numbers, Policy};
use crate::schedule::{Obligation, Trigger};

/// What differs between two policies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Shape)]
#[serde(rename_all = "snake_case")]
pub enum DifferenceKind {
    /// Something is owed on other days, or under one of them only.
    #[title("งานที่ต้องทำต่างกัน", "other work")]
    Obligation,
    /// Something may be done from another day on.
    #[title("วันที่เริ่มทำได้ต่างกัน", "other first day")]
    AllowedFrom,
    /// An act that the first accepts, the second refuses.
    #[title("รายการที่จะไม่รับ", "act refused by the second")]
    Refused,
    /// An act that the first refuses, the second accepts.
    #[title("รายการที่จะรับได้", "act accepted by the second")]
    Accepted,
}

/// What one of the two policies says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The act is accepted.
    Accepted,
    /// It is refused for this.
    Refused(ReasonKind),
    /// From when something may be done.
    From(When),
    /// When something is owed.
    Owed {
        /// Its first day.
        opens_on: Date,
        /// Its last day in time.
        due_by: Option<Date>,
        /// The last day on which it can be met at all.
        expires_on: Option<Date>,
    },
}

impl Side {
    fn owed(row: &Obligation) -> Self {
        Self::Owed {
            opens_on: row.opens_on,
            due_by: row.due_by,
            expires_on: row.expires_on,
        }
    }
}

/// `accepted`, the kind of a refusal, a date or an instant, or the days of what is owed as `first/last in time/expiry`, in
/// which `..` stands for none.
impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Accepted => f.write_str("accepted"),
            Self::Refused(kind) => f.write_str(kind.name()),
            Self::From(When::Date(date)) => date.fmt(f),
            Self::From(When::Instant(instant)) => instant.fmt(f),
            Self::Owed {
                opens_on,
                due_by,
                expires_on,
            } => {
                opens_on.fmt(f)?;
                for day in [due_by, expires_on] {
                    match day {
                        Some(day) => write!(f, "/{day}")?,
                        None => f.write_str("/..")?,
                    }
                }
                Ok(())
            }
        }
    }
}

impl Serialize for Side {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Shaped for Side {
    const TY: Ty = str::TY;
}

/// Something in which a case differs under two policies.
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct Difference {
    /// The case's lifecycle.
    #[title("กระบวนงาน", "lifecycle")]
    pub lifecycle: &'static str,
    /// The case.
    #[title("รหัสเคส", "case id")]
    pub case_id: CaseId,
    /// What differs.
    #[title("ประเภทของความแตกต่าง", "kind of difference")]
    pub kind: DifferenceKind,
    /// The rule by which it does.
    #[title("ข้อของหลักเกณฑ์", "rule")]
    #[serde(serialize_with = "rule::id")]
    #[shape(with = rule::Id)]
    pub rule: &'static Rule,
    /// What is owed, or the command.
    #[title("งานหรือรายการ", "work or act")]
    pub what: &'static str,
    /// What that is called.
    #[serde(skip)]
    pub label: Text,
    /// The act, or the event after which it differs; none where it does on the day asked about only.
    #[title("รหัสของรายการในประวัติ", "event id")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event_id: Option<EventId>,
    /// What the first policy says; nothing where by it there is nothing.
    #[title("นโยบายที่หนึ่ง", "first policy")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a: Option<Side>,
    /// What the second says.
    #[title("นโยบายที่สอง", "second policy")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub b: Option<Side>,
}

/// In what a case differs under two policies, in the order of its log: whether each act is accepted at its place, and
/// after it, on its day, what may be done from when and what is owed; and so once more on a day `on`.
///
/// Each difference is told once, where it first shows. What both refuse makes none, as both keep it.
pub fn compare<L: Lifecycle>(
    case: &Case<L>,
    a: &Policy,
    b: &Policy,
    on: Option<Date>,
) -> Vec<Difference> {
    let mut comparing = Comparing::<L> {
        policies: [a, b],
        case: None,
        day: Date::FIRST,
        told: Told {
            lifecycle: L::NAME,
            case_id: case.case_id(),
            owed: [Vec::new(), Vec::new()],
            after: None,
            found: Vec::new(),
            slots: Vec::new(),
        },
    };
    for event in case.log() {
        comparing.event(event);
    }
    if let Some(on) = on {
        comparing.told.after = None;
        comparing.state_of_things(on);
    }
    comparing.told.found
}

/// An act of a log that a policy refuses at its place.
#[derive(Debug, Clone, PartialEq)]
pub struct RefusedAct {
    /// Its event.
    pub event_id: EventId,
    /// The command.
    pub command: &'static str,
    /// What it is called.
    pub label: Text,
    /// The day of its moment.
    pub on: Date,
    /// Why: each reason is an act of its own.
    pub reason: Reason,
}

/// The acts of a log that a policy refuses, each judged again at its place and then kept as it was: what another system, or
/// another policy, let pass.
pub fn refused<L: Lifecycle>(case: &Case<L>, policy: &Policy) -> Vec<RefusedAct> {
    let mut refused = Vec::new();
    let mut so_far: Option<Case<L>> = None;
    for event in case.log() {
        let now = Now::of(event, policy);
        let in_effect = event.void().is_none();
        if in_effect && let Err(reasons) = judge(so_far.as_ref(), &now, &event.command, &[]) {
            let row = event.command.row();
            refused.extend(reasons.into_iter().map(|reason| RefusedAct {
                event_id: event.id(),
                command: row.name,
                label: row.label,
                on: now.today,
                reason,
            }));
        }
        so_far = evolve(so_far, event.clone());
    }
    refused
}

/// A log that is gone through.
struct Comparing<'a, L: Lifecycle> {
    policies: [&'a Policy; 2],
    case: Option<Case<L>>,
    /// The last day of an event so far: by then all of them had happened, whatever clocks said.
    day: Date,
    told: Told<'a>,
}

impl<L: Lifecycle> Comparing<'_, L> {
    fn event(&mut self, event: &Event<L>) {
        let day = event.moment().date();
        self.told.after = Some(event.id());
        if event.void().is_none() && self.numbers_differ(day) {
            self.act(event);
        }
        self.case = evolve(self.case.take(), event.clone());
        self.day = self.day.max(day);
        self.state_of_things(self.day);
    }

    fn numbers_differ(&self, day: Date) -> bool {
        let [a, b] = self.numbers(day);
        a != b
    }

    fn numbers(&self, day: Date) -> [&Numbers; 2] {
        self.policies.map(|policy| policy.on(day))
    }

    /// Whether an act is accepted.
    fn act(&mut self, event: &Event<L>) {
        let verdicts = self.policies.map(|policy| {
            let now = Now::of(event, policy);
            judge(self.case.as_ref(), &now, &event.command, &[])
        });
        let row = event.command.row();
        self.told.act((row.name, row.label), verdicts);
    }

    /// What may be done from when, and what is owed.
    fn state_of_things(&mut self, day: Date) {
        let Some(case) = self.case.take() else { return };
        if self.numbers_differ(day) {
            self.waits(&case, day);
            let owed = self.policies.map(|policy| owed(&case, day, policy));
            self.told.obligations(owed);
        }
        self.case = Some(case);
    }

    fn waits(&mut self, case: &Case<L>, day: Date) {
        let here = |row: &&super::Row<L>| row.from.contains(&case.state());
        for row in L::Command::TABLE.iter().filter(here) {
            for guard in row.guards {
                let Test::Time(wait) = guard.test else {
                    continue;
                };
                let from = |numbers| wait(case.data(), numbers)?.when().map(Side::From);
                let sides = self.numbers(day).map(from);
                let [a, b] = sides;
                if a != b {
                    let what = (row.name, row.label);
                    let kind = DifferenceKind::AllowedFrom;
                    self.told.tell(kind, guard.rule, what, sides);
                }
            }
        }
    }
}

/// What was told so far. It does not know the lifecycle, so that it is compiled once.
struct Told<'a> {
    lifecycle: &'static str,
    case_id: &'a CaseId,
    /// What was owed when it was last asked.
    owed: [Vec<Obligation>; 2],
    /// The event after which that shows which is told now.
    after: Option<EventId>,
    found: Vec<Difference>,
    /// What was told of what is owed.
    slots: Vec<(Slot, [Option<Side>; 2])>,
}

/// The name on the wire, and what it is called.
type What = (&'static str, Text);

impl Told<'_> {
    /// That only one of the two accepts an act.
    fn act(&mut self, what: What, verdicts: [Result<bool, Vec<Reason>>; 2]) {
        let (kind, reasons) = match verdicts {
            [Ok(_), Err(reasons)] => (DifferenceKind::Refused, reasons),
            [Err(reasons), Ok(_)] => (DifferenceKind::Accepted, reasons),
            [Ok(_), Ok(_)] | [Err(_), Err(_)] => return,
        };
        for reason in reasons {
            let refused = Some(Side::Refused(reason.kind));
            let accepted = Some(Side::Accepted);
            let sides = match kind {
                DifferenceKind::Refused => [accepted, refused],
                DifferenceKind::Accepted
                | DifferenceKind::Obligation
                | DifferenceKind::AllowedFrom => [refused, accepted],
            };
            let one = self.difference(kind, reason.rule, what, sides);
            self.found.push(one);
        }
    }

    fn obligations(&mut self, owed: [Vec<Obligation>; 2]) {
        let mut known = self.owed.iter().zip(&owed);
        if known.all(|(known, owed)| dates(known).eq(dates(owed))) {
            return;
        }
        let [a, b] = &owed;
        if !dates(a).eq(dates(b)) {
            let (a, b) = (by_slot(a), by_slot(b));
            for (slot, row) in &a {
                let other = b.iter().find(|(other, _)| other == slot);
                self.owed_otherwise(*slot, [Some(*row), other.map(|(_, row)| *row)]);
            }
            let only = |(slot, _): &&(Slot, &Obligation)| a.iter().all(|(other, _)| other != slot);
            for (slot, row) in b.iter().filter(only) {
                self.owed_otherwise(*slot, [None, Some(*row)]);
            }
        }
        self.owed = owed;
    }

    /// Tells that something is owed otherwise, unless the same was told of it before.
    fn owed_otherwise(&mut self, slot: Slot, rows: [Option<&Obligation>; 2]) {
        let sides = rows.map(|row| row.map(Side::owed));
        let ([a, b], [first, second]) = (sides, rows);
        if let Some(row) = first.or(second)
            && a != b
            && !self.slots.contains(&(slot, sides))
        {
            self.slots.push((slot, sides));
            let what = (row.what.name, row.what.title);
            let one = self.difference(DifferenceKind::Obligation, row.rule, what, sides);
            self.found.push(one);
        }
    }

    /// Tells a difference, unless it was told before.
    fn tell(
        &mut self,
        kind: DifferenceKind,
        rule: &'static Rule,
        what: What,
        sides: [Option<Side>; 2],
    ) {
        let one = self.difference(kind, rule, what, sides);
        let same = |known: &Difference| {
            (known.kind, known.what, known.a, known.b) == (one.kind, one.what, one.a, one.b)
                && known.rule == one.rule
        };
        if !self.found.iter().any(same) {
            self.found.push(one);
        }
    }

    fn difference(
        &self,
        kind: DifferenceKind,
        rule: &'static Rule,
        (what, label): What,
        [a, b]: [Option<Side>; 2],
    ) -> Difference {
        Difference {
            lifecycle: self.lifecycle,
            case_id: self.case_id.clone(),
            kind,
            rule,
            what,
            label,
            event_id: self.after.clone(),
            a,
            b,
        }
    }
}

/// What two lists of obligations are compared by; what was done is not.
fn dates(rows: &[Obligation]) -> impl Iterator<Item = (&'static str, Trigger, Side)> {
    rows.iter()
        .map(|row| (row.what.name, row.trigger, Side::owed(row)))
}

fn by_slot(rows: &[Obligation]) -> Vec<(Slot, &Obligation)> {
    in_turn(rows).into_iter().zip(rows).collect()
}
