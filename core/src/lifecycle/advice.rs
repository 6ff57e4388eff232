//! Advice (should): warnings that go with an accepted command.

use std::panic::Location;

use serde::Serialize;

use super::now::Now;
use crate::base::calendar::rules::TM_1;
use crate::base::rule::{self, Rule};
use crate::base::shape::Shape;
use crate::base::text::{Arg, Message, Text, text};

/// A named piece of advice.
#[derive(Debug, Clone, Copy)]
pub struct Advice {
    /// The rule.
    pub rule: &'static Rule,
    /// A name for exports.
    pub name: &'static str,
    /// In what words.
    pub text: Text,
    /// Whether it is given, where that needs neither case nor payload.
    pub(crate) given: Option<fn(&Now<'_>) -> bool>,
    /// Where it is defined.
    pub at: &'static Location<'static>,
}

impl Advice {
    /// Advice that a command gives.
    #[track_caller]
    pub(crate) const fn new(rule: &'static Rule, name: &'static str, text: Text) -> Self {
        Self {
            rule,
            name,
            text,
            given: None,
            at: Location::caller(),
        }
    }

    /// Advice that is given whenever this holds.
    pub(crate) const fn whenever(self, given: fn(&Now<'_>) -> bool) -> Self {
        Self {
            given: Some(given),
            ..self
        }
    }
}

/// Given with every command (GE-04): the device's clock is ahead by a day or more.
pub(crate) static CLOCK_AHEAD: Advice = Advice::new(
    &TM_1,
    "clock_ahead",
    text!(
        "วันที่ทำรายการที่ระบุอยู่หลังวันที่ระบบได้รับรายการ ระบบใช้เวลาที่ได้รับรายการแทน โปรดตรวจสอบนาฬิกาของเครื่อง",
        "the day of the act lies after the day of its receipt, which is used instead; check the clock of the device",
    ),
);

/// Given with every command (GE-04): its time lies before that of the entry accepted last.
pub(crate) static CLOCK: Advice = Advice::new(
    &TM_1,
    "clock",
    text!(
        "เวลาที่ระบุอยู่ก่อนเวลาของรายการที่รับไว้ล่าสุด ({last}) โปรดตรวจสอบนาฬิกาของเครื่อง",
        "the time lies before that of the entry accepted last ({last}); check the clock of the device",
    ),
);

/// Given with a fact that only GE-01 admits, under the rule of its command.
pub(crate) const LATE: Text = text!(
    "บันทึกย้อนหลังเมื่อเคสเปลี่ยนสถานะแล้ว ระบบรับข้อมูลไว้ โดยสถานะของเคสไม่เปลี่ยน",
    "recorded after the case had moved on; the fact is kept and the state stays",
);
/// Its name.
pub(crate) const LATE_NAME: &str = "late";

/// Advice that goes with an accepted command.
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct Warning {
    /// The rule.
    #[title("ข้อของหลักเกณฑ์", "rule")]
    #[serde(serialize_with = "rule::id")]
    #[shape(with = rule::Id)]
    pub rule: &'static Rule,
    /// The name of the advice.
    #[serde(skip)]
    pub name: &'static str,
    /// The advice in words.
    #[title("ข้อความ", "message")]
    pub message: Message,
}

/// Warnings as they are collected: each rule at most once, ordered by rule id.
#[derive(Debug, Default)]
pub struct Advices(Vec<Warning>);

impl Advices {
    /// Gives a piece of advice.
    pub(crate) fn give(&mut self, advice: &'static Advice) {
        self.add(advice.rule, advice.name, advice.text);
    }

    /// Gives a piece of advice that names something.
    pub(crate) fn give_with<const N: usize>(
        &mut self,
        advice: &'static Advice,
        args: [(&'static str, Arg); N],
    ) {
        self.add(advice.rule, advice.name, Message::new(advice.text, args));
    }

    /// Gives a piece of advice if it holds.
    pub(crate) fn when(&mut self, holds: bool, advice: &'static Advice) {
        if holds {
            self.give(advice);
        }
    }

    /// A warning, unless its rule has one.
    pub(crate) fn add(
        &mut self,
        rule: &'static Rule,
        name: &'static str,
        message: impl Into<Message>,
    ) {
        let at = self.0.partition_point(|warning| warning.rule.id < rule.id);
        if self.0.get(at).is_none_or(|warning| warning.rule != rule) {
            let message = message.into();
            self.0.insert(
                at,
                Warning {
                    rule,
                    name,
                    message,
                },
            );
        }
    }

    pub(crate) fn into_vec(self) -> Vec<Warning> {
        self.0
    }
}
