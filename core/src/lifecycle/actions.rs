//! `actions`: which commands an actor may use on a case, why not, and from which day.

use serde::Serialize;

use super::Lifecycle;
use super::act::Commands;
use super::case::Case;
use super::decide::{failing_guards, in_state, permission};
use super::guard::When;
use super::now::Now;
use super::reason::{Reason, ReasonKind};
use super::row::{Inputs, Row};
use crate::base::actor::Actor;
use crate::base::calendar::Instant;
use crate::base::shape::Shape;
use crate::base::text::Text;
use crate::policy::Policy;

/// A command as an actor finds it on a case.
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct Action {
    /// The command's name.
    #[title("รายการ", "command")]
    pub action: &'static str,
    /// The button.
    #[title("ชื่อรายการ", "label")]
    pub label: Text,
    /// Whether state, permission and the guards without a payload allow it. The payload may still
    /// be refused.
    #[title("ทำรายการได้", "permission now")]
    pub allowed: bool,
    /// Why not: every reason.
    #[title("เหตุที่ทำไม่ได้", "reasons")]
    pub reasons: Vec<Reason>,
    /// The latest of the `too_early` reasons, also where other reasons stand.
    #[title("วันหรือเวลาที่เริ่มทำได้", "first day or time allowed")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allowed_from: Option<When>,
    /// The question before it is done.
    #[title("ข้อความยืนยันก่อนทำรายการ", "question before it is done")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confirm: Option<Text>,
    /// The text after it is done.
    #[title("ข้อความเมื่อทำรายการสำเร็จ", "text after it is done")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub success: Option<Text>,
    /// What its payload holds.
    #[title("ช่องที่ต้องกรอก", "fields of the form")]
    pub inputs: Inputs,
}

impl Action {
    /// Whether nothing stands in its way but a day that has not come or something that is still missing.
    pub fn waits(&self) -> bool {
        let passes = |reason: &Reason| reason.kind.passes();
        !self.allowed && self.reasons.iter().all(passes)
    }
}

/// Every command of the lifecycle, as the actor finds it on the case at an instant. Without a case,
/// as it would be for a new one.
pub fn actions<L: Lifecycle>(
    case: Option<&Case<L>>,
    actor: &Actor,
    at: Instant,
    policy: &Policy,
) -> Vec<Action> {
    // Whether they have coordinated is said with the command itself.
    let now = Now::new(at, at, actor, true, policy);
    L::Command::TABLE
        .iter()
        .map(|row| action(row, case, &now))
        .collect()
}

fn action<L: Lifecycle>(row: &'static Row<L>, case: Option<&Case<L>>, now: &Now<'_>) -> Action {
    let reasons = refusals(row, case, now);
    Action {
        action: row.name,
        label: row.label,
        allowed: reasons.is_empty(),
        allowed_from: latest(&reasons),
        reasons,
        confirm: row.confirm,
        success: row.success,
        inputs: row.inputs(),
    }
}

fn refusals<L: Lifecycle>(
    row: &'static Row<L>,
    case: Option<&Case<L>>,
    now: &Now<'_>,
) -> Vec<Reason> {
    let first = in_state(row, case, None).and_then(|late| permission(row, case, now, None, late));
    match first {
        Err(reasons) => reasons,
        Ok(()) => failing_guards(row, case, now, None),
    }
}

fn latest(reasons: &[Reason]) -> Option<When> {
    reasons
        .iter()
        .filter(|reason| reason.kind == ReasonKind::TooEarly)
        .filter_map(|reason| reason.allowed_from)
        .max_by_key(|moment| moment.instant())
}
