//! Verdicts: what a command came to.

use serde::{Serialize, Serializer};

use super::Lifecycle;
use super::advice::Warning;
use super::event::Event;
use super::reason::Reason;
use super::state::State;
use crate::policy::Profile;

/// An accepted command: the event and what goes with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Accepted<L: Lifecycle> {
    /// The state after it.
    pub state: L::State,
    /// The event.
    pub event: Event<L>,
    /// What the embedding system now has to do, unless `repeated`.
    pub effects: Vec<L::Effect>,
    /// Advice, ordered by rule id.
    pub warnings: Vec<Warning>,
    /// The profile under which it was judged.
    pub profile: Profile,
    /// Whether this is the first decision again (GE-03).
    pub repeated: bool,
}

/// A refused command: every reason.
#[derive(Debug, Clone, PartialEq)]
pub struct Rejected<S> {
    /// The state, which stays; none where there is no case.
    pub state: Option<S>,
    /// Every reason.
    pub reasons: Vec<Reason>,
    /// The profile under which it was judged.
    pub profile: Profile,
}

/// What a command came to.
#[derive(Debug, Clone, PartialEq)]
pub enum Decision<L: Lifecycle> {
    /// It is done.
    Accepted(Box<Accepted<L>>),
    /// It is refused, and nothing changes.
    Rejected(Rejected<L::State>),
}

impl<L: Lifecycle> Decision<L> {
    /// The accepted decision, if it is one.
    pub fn accepted(&self) -> Option<&Accepted<L>> {
        match self {
            Self::Accepted(accepted) => Some(accepted),
            Self::Rejected(_) => None,
        }
    }

    /// The reasons of a refusal; none for an accepted command.
    pub fn reasons(&self) -> &[Reason] {
        match self {
            Self::Accepted(_) => &[],
            Self::Rejected(rejected) => &rejected.reasons,
        }
    }
}

#[derive(Serialize)]
#[serde(tag = "outcome", rename_all = "snake_case", bound = "")]
enum Wire<'a, L: Lifecycle> {
    Accepted {
        state: &'static str,
        events: [&'a Event<L>; 1],
        effects: &'a [L::Effect],
        warnings: &'a [Warning],
        profile: Profile,
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        repeated: bool,
    },
    Rejected {
        #[serde(skip_serializing_if = "Option::is_none")]
        state: Option<&'static str>,
        reasons: &'a [Reason],
        profile: Profile,
    },
}

impl<L: Lifecycle> Serialize for Decision<L> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let wire: Wire<'_, L> = match self {
            Self::Accepted(accepted) => Wire::Accepted {
                state: accepted.state.name(),
                events: [&accepted.event],
                effects: &accepted.effects,
                warnings: &accepted.warnings,
                profile: accepted.profile,
                repeated: accepted.repeated,
            },
            Self::Rejected(rejected) => Wire::Rejected {
                state: rejected.state.map(State::name),
                reasons: &rejected.reasons,
                profile: rejected.profile,
            },
        };
        wire.serialize(serializer)
    }
}
