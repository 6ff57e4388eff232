//! Guards: what has to hold of a case before a command is done, whatever its payload.
//!
//! The form of a guard says who judges it and what it sees: the case alone (decide, replay, merge),
//! the numbers of the day too (decide), or time (decide; it gives the day from which it holds).

use std::fmt;
use std::panic::Location;

use serde::Serialize;

use super::now::Now;
use super::reason::{Reason, ReasonKind};
use crate::base::actor::Actor;
use crate::base::calendar::{Date, Instant};
use crate::base::rule::{Applied, Rule, applies};
use crate::base::shape::{Shaped, Ty};
use crate::base::text::{Arg, Args, Message, Text, text};
use crate::policy::Numbers;
use crate::rulebook::general::GE_05;

/// What a guard needs and what is missing is another guard's to say.
pub(crate) const APPLIES: Applied = applies(&GE_05);

/// A date, or an instant for the rules of TM-3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum When {
    /// From the first second of this day, in Thailand.
    Date(Date),
    /// From this second.
    Instant(Instant),
}

impl Shaped for When {
    const TY: Ty = Ty::Either(&[Ty::Date, Ty::Instant]);
}

impl When {
    /// For comparing dates with instants: a date begins at its midnight.
    pub fn instant(self) -> Instant {
        match self {
            Self::Date(date) => Instant::at_midnight(date),
            Self::Instant(instant) => instant,
        }
    }

    fn arg(self) -> Arg {
        match self {
            Self::Date(date) => Arg::Date(date),
            Self::Instant(instant) => Arg::Instant(instant),
        }
    }

    fn has_come(self, now: &Now<'_>) -> bool {
        match self {
            Self::Date(date) => now.today >= date,
            Self::Instant(instant) => now.moment >= instant,
        }
    }
}

/// From when something is allowed.
#[derive(Debug, Clone)]
pub struct Wait {
    /// Nothing where it lies beyond the calendar.
    until: Option<When>,
    args: [Option<(&'static str, Arg)>; 2],
}

impl Wait {
    /// Until a day.
    pub(crate) fn until(day: Option<Date>) -> Self {
        Self {
            until: day.map(When::Date),
            args: [None, None],
        }
    }

    /// Until an instant (TM-3).
    pub(crate) fn until_instant(instant: Option<Instant>) -> Self {
        Self {
            until: instant.map(When::Instant),
            args: [None, None],
        }
    }

    /// The day or instant that is waited for; nothing where it lies beyond the calendar.
    pub(super) fn when(&self) -> Option<When> {
        self.until
    }

    /// What the text names besides `{from}`.
    pub(crate) fn naming(
        self,
        first: (&'static str, Arg),
        second: Option<(&'static str, Arg)>,
    ) -> Self {
        Self {
            args: [Some(first), second],
            ..self
        }
    }
}

/// Said where the day that is waited for lies beyond the calendar: there is no day to wait for, so it is
/// the dates and numbers on record that stand in the way. It can be: in the last days of the calendar, and in a log
/// written before an extension had to end within it (CT-20).
const BEYOND_CALENDAR: Text = text!(
    "วันที่ครบกำหนดอยู่หลังปี พ.ศ. 2942 ซึ่งระบบไม่รองรับ จึงทำรายการนี้ไม่ได้ โปรดตรวจสอบวันที่และจำนวนวันที่บันทึกไว้",
    "the day from which this is allowed lies after the year 2399, beyond the calendar; check the dates and numbers on record",
);

/// What a guard that reads the policy may look at.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The numbers of the day.
    pub numbers: &'a Numbers,
    /// Whether the agencies have coordinated (CT-21).
    pub coordinated: bool,
}

/// How a guard judges.
#[derive(Clone, Copy)]
pub enum Test<D: 'static> {
    /// By the case alone: also in a replay and a merge.
    Case {
        /// Whether it holds; also where what it needs is missing and another guard says so (GE-05).
        holds: fn(&D) -> bool,
        /// What the refusal names.
        args: fn(&D) -> Args,
    },
    /// By the case and by whom it is: also in a replay and a merge.
    By(fn(&D, &Actor) -> bool),
    /// By the numbers of the day: what the refusal names, if it fails.
    Policy(fn(&D, &Asked<'_>) -> Option<Args>),
    /// By time: from when it holds; nothing where what it needs is missing (GE-05).
    Time(fn(&D, &Numbers) -> Option<Wait>),
}

/// A guard.
#[derive(Clone, Copy)]
pub struct Guard<D: 'static> {
    /// The rule that it enforces.
    pub rule: &'static Rule,
    /// A name for diagrams and exports.
    pub name: &'static str,
    /// Whether the payload is not judged where it fails: there is nothing which it could be about.
    pub before_payload: bool,
    /// What it is when it fails.
    pub kind: ReasonKind,
    /// What the refusal says; `{from}` is the date from which it is allowed.
    pub refusal: Text,
    /// Judges.
    pub test: Test<D>,
    /// Where it is defined.
    pub at: &'static Location<'static>,
}

impl<D> fmt::Debug for Guard<D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.rule, self.name)
    }
}

impl<D> Guard<D> {
    /// One that the case alone decides.
    #[track_caller]
    pub(crate) const fn case(
        rule: &'static Rule,
        name: &'static str,
        kind: ReasonKind,
        refusal: Text,
        holds: fn(&D) -> bool,
    ) -> Self {
        Self {
            rule,
            name,
            before_payload: false,
            kind,
            refusal,
            test: Test::Case {
                holds,
                args: |_| Args::NONE,
            },
            at: Location::caller(),
        }
    }

    /// One that the case alone decides, whose refusal names something.
    #[track_caller]
    pub(crate) const fn case_with(
        rule: &'static Rule,
        name: &'static str,
        kind: ReasonKind,
        refusal: Text,
        holds: fn(&D) -> bool,
        args: fn(&D) -> Args,
    ) -> Self {
        Self {
            test: Test::Case { holds, args },
            ..Self::case(rule, name, kind, refusal, holds)
        }
    }

    /// One that the case and who acts decide.
    #[track_caller]
    pub(crate) const fn by(
        rule: &'static Rule,
        name: &'static str,
        kind: ReasonKind,
        refusal: Text,
        holds: fn(&D, &Actor) -> bool,
    ) -> Self {
        Self {
            rule,
            name,
            before_payload: false,
            kind,
            refusal,
            test: Test::By(holds),
            at: Location::caller(),
        }
    }

    /// The same; where it fails the payload is not judged.
    pub(crate) const fn before_payload(self) -> Self {
        Self {
            before_payload: true,
            ..self
        }
    }

    /// One that the numbers of the day decide.
    #[track_caller]
    pub(crate) const fn policy(
        rule: &'static Rule,
        name: &'static str,
        kind: ReasonKind,
        refusal: Text,
        fails: fn(&D, &Asked<'_>) -> Option<Args>,
    ) -> Self {
        Self {
            rule,
            name,
            before_payload: false,
            kind,
            refusal,
            test: Test::Policy(fails),
            at: Location::caller(),
        }
    }

    /// One that time decides.
    #[track_caller]
    pub(crate) const fn time(
        rule: &'static Rule,
        name: &'static str,
        refusal: Text,
        wait: fn(&D, &Numbers) -> Option<Wait>,
    ) -> Self {
        Self {
            rule,
            name,
            before_payload: false,
            kind: ReasonKind::TooEarly,
            refusal,
            test: Test::Time(wait),
            at: Location::caller(),
        }
    }

    /// Whether this is that guard.
    pub fn is(&self, other: &Self) -> bool {
        self.rule == other.rule && self.name == other.name
    }

    /// Why it refuses now, if it does.
    pub(crate) fn refuses(&self, case: &D, now: &Now<'_>) -> Option<Reason> {
        match self.test {
            Test::Case { .. } | Test::By(_) => self.misfit(case, now.actor),
            Test::Policy(fails) => {
                let asked = Asked {
                    numbers: now.numbers,
                    coordinated: now.coordinated,
                };
                fails(case, &asked).map(|args| self.reason(args))
            }
            Test::Time(wait) => self.saying().too_early(wait(case, now.numbers)?, now),
        }
    }

    /// Why the case does not fit it, whatever day it is and whatever the policy says.
    pub(crate) fn misfit(&self, case: &D, by: &Actor) -> Option<Reason> {
        match self.test {
            Test::Case { holds, args } => (!holds(case)).then(|| self.reason(args(case))),
            Test::By(holds) => (!holds(case, by)).then(|| self.reason(Args::NONE)),
            Test::Policy(_) | Test::Time(_) => None,
        }
    }

    fn reason(&self, args: Args) -> Reason {
        self.saying().reason(args)
    }

    const fn saying(&self) -> Saying {
        Saying {
            rule: self.rule,
            name: self.name,
            kind: self.kind,
            refusal: self.refusal,
        }
    }
}

/// What a guard says, whichever lifecycle's it is.
#[derive(Clone, Copy)]
struct Saying {
    rule: &'static Rule,
    name: &'static str,
    kind: ReasonKind,
    refusal: Text,
}

impl Saying {
    fn too_early(self, wait: Wait, now: &Now<'_>) -> Option<Reason> {
        let Some(until) = wait.until else {
            let kind = ReasonKind::MissingPrecondition;
            return Some(Reason::new(self.rule, self.name, kind, BEYOND_CALENDAR));
        };
        if until.has_come(now) {
            return None;
        }
        let named = wait.args.into_iter().flatten();
        let args = named.fold(Args::NONE, |args, (name, arg)| args.with(name, arg));
        Some(Reason {
            allowed_from: Some(until),
            ..self.reason(args.with("from", until.arg()))
        })
    }

    fn reason(self, args: Args) -> Reason {
        let message = Message {
            text: self.refusal,
            args,
        };
        Reason::new(self.rule, self.name, self.kind, message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::actor::Role;
    use crate::policy::Policy;
    use crate::rulebook::general::GE_05 as ANY_RULE;

    /// There is no day to wait for: it is not too early, since that always names one.
    #[test]
    fn what_waits_for_a_day_beyond_the_calendar_is_no_wait() {
        let refusal = text!("ได้ตั้งแต่วันที่ {from}", "allowed from {from}");
        let guard = Guard::<()>::time(&ANY_RULE, "never", refusal, |(), _| Some(Wait::until(None)));
        let at = Instant::parse("2024-06-03T09:00:00+07:00").unwrap();
        let (actor, policy) = (Actor::new(Role::UnitUser, "10670"), Policy::default());
        let now = Now::new(at, at, &actor, false, &policy);
        let reason = guard.refuses(&(), &now).unwrap();
        assert_eq!(reason.kind, ReasonKind::MissingPrecondition);
        assert_eq!(reason.allowed_from, None);
        assert!(reason.message.th().contains("โปรด"));
        assert!(!reason.message.th().contains("ได้ตั้งแต่"));
    }
}
