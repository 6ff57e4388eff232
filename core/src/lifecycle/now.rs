//! What a judgement may look at besides the case and the command.

use super::Lifecycle;
use super::event::Event;
use crate::base::actor::Actor;
use crate::base::calendar::{Date, Instant};
use crate::policy::{Numbers, Policy};

/// Who acts, when, and by which numbers.
#[derive(Debug, Clone, Copy)]
pub struct Now<'a> {
    /// The moment: the earlier of the caller's clock and of when this system received it (GE-04).
    pub moment: Instant,
    /// When this system received it; by the caller's clock where it does not say.
    pub recorded_at: Instant,
    /// The civil date of the moment (TM-1).
    pub today: Date,
    /// Who.
    pub actor: &'a Actor,
    /// Whether the agencies have coordinated (CT-21).
    pub coordinated: bool,
    /// The numbers of the day.
    pub numbers: &'a Numbers,
}

impl<'a> Now<'a> {
    /// As it was when an event was accepted.
    pub(crate) fn of<L: Lifecycle>(event: &'a Event<L>, policy: &'a Policy) -> Self {
        Self::new(
            event.at,
            event.recorded_at(),
            &event.actor,
            event.coordinated,
            policy,
        )
    }

    pub(crate) fn new(
        at: Instant,
        recorded_at: Instant,
        actor: &'a Actor,
        coordinated: bool,
        policy: &'a Policy,
    ) -> Self {
        let moment = at.min(recorded_at);
        let today = moment.date();
        Self {
            moment,
            recorded_at,
            today,
            actor,
            coordinated,
            numbers: policy.on(today),
        }
    }
}
