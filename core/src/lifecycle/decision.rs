//! Verdicts: what a command came to.

use serde::{Serialize, Serializer};

use super::Lifecycle;
use super::advice::Warning;
use super::event::Event;
use super::reason::Reason;
use super::state::State;
use crate::base::shape::{Shape, Shaped, Tagged, Ty, Variant};
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

/// An accepted command on the wire.
#[derive(Serialize, Shape)]
#[shape(name = "Accepted", of = E)]
pub(crate) struct AcceptedWire<'a, S, E, F> {
    /// The state after it.
    #[title("สถานะ", "state")]
    state: S,
    /// The event.
    #[title("รายการที่รับไว้", "events")]
    events: [&'a E; 1],
    /// What the embedding system now has to do.
    #[title("สิ่งที่ต้องดำเนินการต่อ", "effects")]
    effects: &'a [F],
    /// Advice, ordered by rule id.
    #[title("คำเตือน", "warnings")]
    warnings: &'a [Warning],
    /// The profile under which it was judged.
    #[title("ฉบับของหลักเกณฑ์ที่ใช้พิจารณา", "edition of the rules that applies")]
    profile: Profile,
    /// The first decision again: execute no effect (GE-03).
    #[title("เป็นการส่งซ้ำ", "repetition of an earlier act")]
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    repeated: bool,
}

/// A refused command on the wire.
#[derive(Serialize, Shape)]
#[shape(name = "Rejected", of = S)]
pub(crate) struct RejectedWire<'a, S> {
    /// The state, which stays; left out where there is no case.
    #[title("สถานะ", "state")]
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<S>,
    /// Every reason.
    #[title("เหตุที่ทำไม่ได้", "reasons")]
    reasons: &'a [Reason],
    /// The profile under which it was judged.
    #[title("ฉบับของหลักเกณฑ์ที่ใช้พิจารณา", "edition of the rules that applies")]
    profile: Profile,
}

#[derive(Serialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
enum Wire<A, R> {
    Accepted(A),
    Rejected(R),
}

/// The shape of a decision of any lifecycle.
pub(crate) const fn any_decision<S, E, F>() -> Tagged
where
    S: Shaped,
    E: Shaped + 'static,
    F: Shaped + 'static,
{
    Tagged {
        name: "AnyDecision",
        suffix: "AnyDecision",
        ..*decision_shape::<S, E, F>()
    }
}

/// The shape of a decision whose states, events and effects have these shapes.
const fn decision_shape<S, E, F>() -> &'static Tagged
where
    S: Shaped,
    E: Shaped + 'static,
    F: Shaped + 'static,
{
    const {
        &Tagged {
            name: "Decision",
            module: E::TY.module(),
            suffix: "Decision",
            about: "What a command came to.",
            tag: "outcome",
            variants: &[
                Variant {
                    name: "accepted",
                    detail: None,
                    title: None,
                    about: "It is done.",
                    parts: &[AcceptedWire::<'static, S, E, F>::TY.record()],
                },
                Variant {
                    name: "rejected",
                    detail: None,
                    title: None,
                    about: "It is refused, and nothing changes.",
                    parts: &[RejectedWire::<'static, S>::TY.record()],
                },
            ],
        }
    }
}

impl<L: Lifecycle> Shaped for Decision<L> {
    const TY: Ty = Ty::Tagged(decision_shape::<L::State, Event<L>, L::Effect>());
}

impl<L: Lifecycle> Serialize for Decision<L> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let wire = match self {
            Self::Accepted(accepted) => Wire::Accepted(AcceptedWire {
                state: accepted.state.name(),
                events: [&accepted.event],
                effects: &accepted.effects,
                warnings: &accepted.warnings,
                profile: accepted.profile,
                repeated: accepted.repeated,
            }),
            Self::Rejected(rejected) => Wire::Rejected(RejectedWire {
                state: rejected.state.map(State::name),
                reasons: &rejected.reasons,
                profile: rejected.profile,
            }),
        };
        wire.serialize(serializer)
    }
}
