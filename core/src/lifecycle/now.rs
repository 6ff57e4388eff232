//! What a judgement may look at besides the case and the command.

use crate::base::actor::Actor;
use crate::base::calendar::{Date, Instant};
use crate::policy::{Numbers, Policy};

/// Who acts, when, and by which numbers.
#[derive(Debug, Clone, Copy)]
pub struct Now<'a> {
    /// When.
    pub at: Instant,
    /// When this system received it; `at` where it does not say.
    pub recorded_at: Instant,
    /// The civil date of `at` (TM-1).
    pub today: Date,
    /// Who.
    pub actor: &'a Actor,
    /// Whether the agencies have coordinated (CT-21).
    pub coordinated: bool,
    /// The numbers of the day.
    pub numbers: &'a Numbers,
}

impl<'a> Now<'a> {
    pub(crate) fn new(
        at: Instant,
        recorded_at: Instant,
        actor: &'a Actor,
        coordinated: bool,
        policy: &'a Policy,
    ) -> Self {
        let today = at.date();
        Self {
            at,
            recorded_at,
            today,
            actor,
            coordinated,
            numbers: policy.on(today),
        }
    }
}
