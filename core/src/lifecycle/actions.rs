//! `actions`: which commands an actor may use on a case, why not, and from which day.

use schemars::JsonSchema;
use serde::Serialize;

use super::case::Case;
use super::command::Kind;
use super::decide::{failing_guards, permission, state_allows};
use super::decision::{Moment, Reason, ReasonKind};
use super::table::{Context, Input, Lifecycle, Row};
use crate::base::actor::Actor;
use crate::base::calendar::Instant;
use crate::base::text::Text;
use crate::policy::Policy;

/// A command as an actor finds it on a case.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Action {
    /// The command's name.
    pub action: &'static str,
    /// The button.
    pub label: Text,
    /// Whether state, permission and the guards without a payload allow it. The payload may still
    /// be refused.
    pub allowed: bool,
    /// Why not: every reason.
    pub reasons: Vec<Reason>,
    /// The latest of the `too_early` reasons, also where other reasons stand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allowed_from: Option<Moment>,
    /// The question before it is done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confirm: Option<Text>,
    /// The text after it is done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub success: Option<Text>,
    /// What its payload holds.
    pub inputs: &'static [Input],
}

/// Every command of the lifecycle, as the actor finds it on the case at an instant. Without a case,
/// as it would be for a new one.
pub fn actions<L: Lifecycle>(
    case: Option<&Case<L>>,
    actor: &Actor,
    at: Instant,
    policy: &Policy,
) -> Vec<Action> {
    let today = at.date();
    let profile = policy.profile_on(today);
    L::TABLE
        .iter()
        .map(|row| {
            action(&Context {
                row,
                case,
                at,
                recorded_at: at,
                today,
                actor,
                // Whether they have coordinated is said with the command itself.
                coordinated: true,
                command: None,
                policy,
                profile,
            })
        })
        .collect()
}

fn action<L: Lifecycle>(context: &Context<'_, L>) -> Action {
    let row: &Row<L> = context.row;
    let reasons = refusals(context);
    Action {
        action: row.kind.command(),
        label: row.label,
        allowed: reasons.is_empty(),
        allowed_from: latest(&reasons),
        reasons,
        confirm: row.confirm,
        success: row.success,
        inputs: row.inputs,
    }
}

fn refusals<L: Lifecycle>(context: &Context<'_, L>) -> Vec<Reason> {
    let first = state_allows(context).and_then(|late| permission(context, late));
    match first {
        Err(reason) => vec![*reason],
        Ok(()) => failing_guards(context),
    }
}

fn latest(reasons: &[Reason]) -> Option<Moment> {
    reasons
        .iter()
        .filter(|reason| reason.kind == ReasonKind::TooEarly)
        .filter_map(|reason| reason.allowed_from)
        .max_by_key(|moment| moment.instant())
}
