//! Time travel for the tests of embedders: set the clock, act, advance, look at what is due.
//!
//! ```
//! use bosoto::actor::{Actor, Role};
//! use bosoto::aftercare::Aftercare;
//! use bosoto::travel::TimeTravel;
//! use bosoto::wire;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let recorder = Actor::new(Role::DistrictRecorder, "8101");
//! let mut travel = TimeTravel::<Aftercare>::at("2024-06-12T09:00:00+07:00")?;
//! travel.act(&recorder, wire::decode(r#"{"type": "enrol", "case_id": "F-1",
//!     "person": {"id": {"type": "passport", "value": "X1"}, "first_name": "A", "last_name": "B"},
//!     "graduated_on": "2024-06-10", "project": "P", "residence": {"tambon": "810101"}}"#)?)?;
//! assert!(travel.due().is_empty());
//!
//! travel.advance_days(15)?;
//! assert_eq!(travel.due()[0].what.name, "visit");
//!
//! let team = Actor::new(Role::FieldTeam, "810101");
//! travel.act(&team, wire::decode(
//!     r#"{"type": "record_visit", "occurred_on": "2024-06-27", "result": "met"}"#)?)?;
//! assert!(travel.due().is_empty());
//! # Ok(())
//! # }
//! ```

use std::fmt;

use crate::base::actor::Actor;
use crate::base::calendar::{CalendarError, Instant};
use crate::lifecycle::{
    Accepted, Action, Case, Decision, Envelope, Lifecycle, Reason, actions, decide, evolve,
    obligations,
};
use crate::policy::Policy;
use crate::schedule::Obligation;
use crate::wire::WireError;

/// A case and a clock that moves only when it is told to.
#[derive(Debug, Clone)]
pub struct TimeTravel<L: Lifecycle> {
    now: Instant,
    policy: Policy,
    case: Option<Case<L>>,
}

/// Why a step did not do what the test expected.
#[derive(Debug, Clone, PartialEq)]
pub enum TravelError {
    /// The command was refused, for these reasons.
    Refused(Vec<Reason>),
    /// The command could not be judged.
    Wire(WireError),
    /// The clock would leave the calendar.
    Calendar(CalendarError),
}

impl fmt::Display for TravelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(reasons) => {
                let words: Vec<String> = reasons
                    .iter()
                    .map(|reason| format!("{}: {}", reason.rule, reason.message))
                    .collect();
                write!(f, "refused: {}", words.join("; "))
            }
            Self::Wire(error) => error.fmt(f),
            Self::Calendar(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for TravelError {}

impl<L: Lifecycle> TimeTravel<L> {
    /// Starts at an instant, without a case, under the default policy.
    ///
    /// # Errors
    ///
    /// What is not an instant with an offset.
    pub fn at(now: &str) -> Result<Self, TravelError> {
        Ok(Self {
            now: Instant::parse(now).map_err(TravelError::Calendar)?,
            policy: Policy::default(),
            case: None,
        })
    }

    /// The same under another policy.
    #[must_use]
    pub fn with_policy(mut self, policy: Policy) -> Self {
        self.policy = policy;
        self
    }

    /// The present instant.
    pub fn now(&self) -> Instant {
        self.now
    }

    /// The case, once a command has created it.
    pub fn case(&self) -> Option<&Case<L>> {
        self.case.as_ref()
    }

    /// Sets the clock, also backwards.
    ///
    /// # Errors
    ///
    /// What is not an instant with an offset.
    pub fn set_now(&mut self, now: &str) -> Result<(), TravelError> {
        self.now = Instant::parse(now).map_err(TravelError::Calendar)?;
        Ok(())
    }

    /// Moves the clock by whole days.
    ///
    /// # Errors
    ///
    /// An instant beyond the calendar.
    pub fn advance_days(&mut self, days: u32) -> Result<(), TravelError> {
        self.advance_hours(days.saturating_mul(24))
    }

    /// Moves the clock by hours.
    ///
    /// # Errors
    ///
    /// An instant beyond the calendar.
    pub fn advance_hours(&mut self, hours: u32) -> Result<(), TravelError> {
        let later = self.now.checked_add_hours(hours);
        self.now = later.ok_or(TravelError::Calendar(CalendarError::OutOfRange))?;
        Ok(())
    }

    /// Does a command now; the case moves on.
    ///
    /// # Errors
    ///
    /// Every reason of a refusal; nothing changes then.
    pub fn act(&mut self, actor: &Actor, command: L::Command) -> Result<Accepted<L>, TravelError> {
        let envelope = Envelope {
            case_id: None,
            command_id: None,
            at: self.now,
            recorded_at: None,
            actor: actor.clone(),
            coordinated: Some(true),
            command,
        };
        match decide(self.case.as_ref(), &envelope, &self.policy).map_err(TravelError::Wire)? {
            Decision::Accepted(accepted) => {
                self.case = evolve(self.case.take(), accepted.event.clone());
                Ok(*accepted)
            }
            Decision::Rejected(rejected) => Err(TravelError::Refused(rejected.reasons)),
        }
    }

    /// Every obligation of today.
    pub fn obligations(&self) -> Vec<Obligation> {
        let on = self.now.date();
        self.case
            .as_ref()
            .map(|case| obligations(case, on, &self.policy))
            .unwrap_or_default()
    }

    /// What is due or overdue today.
    pub fn due(&self) -> Vec<Obligation> {
        let mut rows = self.obligations();
        rows.retain(|row| row.status.is_due());
        rows
    }

    /// Every command as the actor finds it now.
    pub fn actions(&self, actor: &Actor) -> Vec<Action> {
        actions(self.case.as_ref(), actor, self.now, &self.policy)
    }
}
