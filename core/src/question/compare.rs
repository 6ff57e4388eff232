//! The same cases under two policies: what would be owed on other days, what could be done earlier or later, which acts
//! would have been refused.

use std::collections::BTreeMap;

use serde::Serialize;

use super::batch::{Workers, ask_many, documents};
use crate::base::calendar::{Date, Instant};
use crate::base::rule::{self, Rule};
use crate::base::shape::{Count, Shape, Shaped, Ty};
use crate::base::text::{Arg, Message, Text, text};
use crate::lifecycle::{Difference, DifferenceKind, Side};
use crate::lifecycles::any::AnyCase;
use crate::policy::Policy;
use crate::wire::{Problem, WireError};

/// What many logs come to under two policies.
///
/// ```
/// use std::num::NonZeroUsize;
///
/// use bosoto::compare::Comparison;
/// use bosoto::policy::Policy;
///
/// let (a, b) = (Policy::default(), Policy::read(r#"{"drop_out_days": 30}"#)?);
/// let mut comparison = Comparison::default();
/// comparison.read("{\"lifecycle\": \"compulsory\", \"log\": []}\n", [&a, &b], None, NonZeroUsize::MIN)?;
/// assert!(comparison.differences.is_empty());
/// assert_eq!(comparison.broken[0].pointer, "/0/log");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default, Serialize, Shape)]
pub struct Comparison {
    /// In what they differ, log by log.
    #[title("ความแตกต่าง", "differences")]
    pub differences: Vec<Difference>,
    /// The logs that cannot be used.
    #[title("บันทึกที่นำมาใช้ไม่ได้", "broken logs")]
    #[serde(serialize_with = "problems")]
    #[shape(with = Problems)]
    pub broken: Vec<WireError>,
    /// How many logs were given: the place of the next.
    #[serde(skip)]
    logs: usize,
}

impl Comparison {
    /// How many logs were given, those that cannot be used included.
    #[must_use]
    pub fn logs(&self) -> usize {
        self.logs
    }

    /// Compares many logs more, as [`Cases::read`](super::batch::Cases::read) reads them. A log that cannot be used keeps
    /// none of the others from being compared; the pointer of its error begins with the number of logs before it.
    ///
    /// # Errors
    ///
    /// An array that is no JSON. Nothing is added then.
    pub fn read<'a>(
        &mut self,
        logs: &str,
        policies: [&Policy; 2],
        on: Option<Date>,
        workers: impl Into<Workers<'a>>,
    ) -> Result<(), WireError> {
        let logs = documents(logs)?;
        let ask = |case: &dyn AnyCase| case.compare(policies, on);
        let (found, broken) = ask_many(&logs, self.logs, workers, ask);
        self.logs = self
            .logs
            .saturating_add(found.len().saturating_add(broken.len()));
        self.differences.extend(found.into_iter().flatten());
        self.broken.extend(broken);
        Ok(())
    }
}

/// How much differs of one kind: by the rule, by what, and whether it is earlier or later under the second policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Shape)]
pub struct DifferenceCount {
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
    /// How the second policy stands to the first.
    #[title("ผลของนโยบายที่สอง", "effect of the second policy")]
    pub change: Change,
    /// How many differences there are.
    #[title("จำนวนความแตกต่าง", "number of differences")]
    pub differences: usize,
    /// In how many cases.
    #[title("จำนวนเคส", "number of cases")]
    pub cases: usize,
}

/// How the second policy stands to the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Shape)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// It is earlier.
    #[title("เร็วขึ้น", "earlier")]
    Earlier,
    /// It is later.
    #[title("ช้าลง", "later")]
    Later,
    /// It is there under the second only.
    #[title("เพิ่มขึ้น", "added")]
    Added,
    /// It is there under the first only.
    #[title("หายไป", "gone")]
    Gone,
    /// It is another.
    #[title("เปลี่ยนไป", "other")]
    Other,
}

impl Change {
    /// That of a difference: of what is owed by its last day in time, then by its first, then by its expiry.
    #[must_use]
    pub fn of(difference: &Difference) -> Self {
        let days = |side: Side| match side {
            Side::Owed {
                opens_on,
                due_by,
                expires_on,
            } => {
                let days = [
                    due_by.unwrap_or(opens_on),
                    opens_on,
                    expires_on.unwrap_or(Date::LAST),
                ];
                Some(days.map(Instant::at_midnight))
            }
            Side::From(when) => Some([when.instant(); 3]),
            Side::Accepted | Side::Refused(_) => None,
        };
        match (difference.a, difference.b) {
            (None, _) => Self::Added,
            (_, None) => Self::Gone,
            (Some(a), Some(b)) => match days(a).zip(days(b)) {
                Some((a, b)) if b < a => Self::Earlier,
                Some((a, b)) if b > a => Self::Later,
                Some(_) | None => Self::Other,
            },
        }
    }
}

impl DifferenceCount {
    /// What changes, in words.
    #[must_use]
    pub fn message(&self) -> Message {
        let text = said(self.kind, self.change);
        Message::new(text, [("what", Arg::Text(self.label))])
    }
}

/// What a count says, in words.
const fn said(kind: DifferenceKind, change: Change) -> Text {
    match (kind, change) {
        (DifferenceKind::AllowedFrom, Change::Earlier) => {
            text!("“{what}” ทำได้เร็วขึ้น", "“{what}” could be done earlier")
        }
        (DifferenceKind::AllowedFrom, Change::Later) => {
            text!("“{what}” ทำได้ช้าลง", "“{what}” could be done later only")
        }
        (DifferenceKind::AllowedFrom, Change::Added) => {
            text!("“{what}” ต้องรอถึงวันที่กำหนด", "“{what}” would have to wait")
        }
        (DifferenceKind::AllowedFrom, Change::Gone | Change::Other) => text!(
            "“{what}” ไม่ต้องรอถึงวันที่กำหนด",
            "“{what}” would not have to wait",
        ),
        (DifferenceKind::Obligation, Change::Earlier) => {
            text!("“{what}” ครบกำหนดเร็วขึ้น", "“{what}” would be owed earlier")
        }
        (DifferenceKind::Obligation, Change::Later) => {
            text!("“{what}” ครบกำหนดช้าลง", "“{what}” would be owed later")
        }
        (DifferenceKind::Obligation, Change::Added) => text!(
            "“{what}” เป็นงานที่เพิ่มขึ้น",
            "“{what}” would be owed in addition",
        ),
        (DifferenceKind::Obligation, Change::Gone) => {
            text!("“{what}” ไม่ต้องทำแล้ว", "“{what}” would not be owed")
        }
        (DifferenceKind::Obligation, Change::Other) => text!(
            "“{what}” ครบกำหนดในวันอื่น",
            "“{what}” would be owed on other days",
        ),
        (DifferenceKind::Refused, _) => text!(
            "“{what}” ที่บันทึกไว้จะไม่รับ",
            "“{what}” as recorded would have been refused",
        ),
        (DifferenceKind::Accepted, _) => text!(
            "“{what}” ที่บันทึกไว้จะรับได้",
            "“{what}” as recorded would have been accepted",
        ),
    }
}

/// Counts differences, case by case.
#[derive(Debug, Clone, Default)]
pub struct DifferenceCounts(
    BTreeMap<(DifferenceKind, &'static str, &'static str, Change), DifferenceCount>,
);

impl DifferenceCounts {
    /// Those of one case.
    pub fn add(&mut self, of_one_case: &[Difference]) {
        let mut seen = Vec::new();
        for one in of_one_case {
            let change = Change::of(one);
            let key = (one.kind, one.rule.id, one.what, change);
            let count = self.0.entry(key).or_insert(DifferenceCount {
                kind: one.kind,
                rule: one.rule,
                what: one.what,
                label: one.label,
                change,
                differences: 0,
                cases: 0,
            });
            count.differences = count.differences.saturating_add(1);
            if !seen.contains(&key) {
                count.cases = count.cases.saturating_add(1);
                seen.push(key);
            }
        }
    }

    /// The counts, by kind, rule and what.
    #[must_use]
    pub fn rows(&self) -> Vec<DifferenceCount> {
        self.0.values().cloned().collect()
    }
}

/// Errors as the contract writes them.
struct Problems;

impl Shaped for Problems {
    const TY: Ty = Ty::List(&Problem::TY, &Count::ANY);
}

fn problems<S: serde::Serializer>(broken: &[WireError], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(broken.iter().map(|error| Problem { error }))
}
