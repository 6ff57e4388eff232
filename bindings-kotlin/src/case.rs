//! A case, from before it is created on.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bosoto::any::{self, AnyCase, AnyLifecycle};
use bosoto::batch::empty_log;
use bosoto::wire::{self, WireError};

use crate::failure::Failure;
use crate::given::{actor, instant, past, past_at};
use crate::policy::{Policy, or_default};

/// A case as its events have made it; one without events is still to be created. It only grows, by `act`.
///
/// A command is judged and done in one step, whatever other threads do; a question is asked of the case as it is when it
/// is asked, and keeps nobody waiting.
#[derive(uniffi::Object)]
pub struct Case {
    lifecycle: &'static dyn AnyLifecycle,
    case: Mutex<Option<Arc<dyn AnyCase>>>,
}

impl Case {
    /// The case of a log.
    pub fn of(lifecycle: &'static dyn AnyLifecycle, log: &str) -> Result<Arc<Self>, Failure> {
        Ok(Self::holding(lifecycle, lifecycle.replay(log)?))
    }

    /// A handle of a case.
    pub fn holding(
        lifecycle: &'static dyn AnyLifecycle,
        case: Option<Arc<dyn AnyCase>>,
    ) -> Arc<Self> {
        let case = Mutex::new(case);
        Arc::new(Self { lifecycle, case })
    }

    fn lock(&self) -> MutexGuard<'_, Option<Arc<dyn AnyCase>>> {
        // A panic while the case was changed is one of the core's, which has none.
        self.case.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The case as it is now, if it was created; while it is held, an act copies the case.
    pub fn share(&self) -> Option<Arc<dyn AnyCase>> {
        self.lock().clone()
    }

    fn created(&self) -> Result<Arc<dyn AnyCase>, WireError> {
        self.share().ok_or_else(empty_log)
    }
}

#[uniffi::export]
impl Case {
    /// A case of a lifecycle that is still to be created.
    #[uniffi::constructor]
    pub fn fresh(lifecycle: String) -> Result<Arc<Self>, Failure> {
        Ok(Self::holding(any::lifecycle(&lifecycle)?, None))
    }

    /// The case of a log: NDJSON, or a JSON array of events. An empty log is a case that is still to be created.
    #[uniffi::constructor]
    pub fn replay(lifecycle: String, log: String) -> Result<Arc<Self>, Failure> {
        Self::of(any::lifecycle(&lifecycle)?, &log)
    }

    /// The name of its lifecycle.
    pub fn lifecycle(&self) -> String {
        self.lifecycle.name().to_owned()
    }

    /// Its id, once it was created.
    pub fn id(&self) -> Option<String> {
        let case = self.lock();
        case.as_ref().map(|case| case.case_id().to_string())
    }

    /// Its state, once it was created.
    pub fn state(&self) -> Option<String> {
        let case = self.lock();
        case.as_ref().map(|case| case.state().to_owned())
    }

    /// The number of its events.
    pub fn size(&self) -> i32 {
        let events = self.lock().as_ref().map_or(0, |case| case.len());
        i32::try_from(events).unwrap_or(i32::MAX)
    }

    /// The log as NDJSON.
    pub fn log(&self) -> String {
        self.share().map(|case| case.log()).unwrap_or_default()
    }

    /// The same case to go on with apart; nothing is copied before one of them is acted on.
    pub fn copy(&self) -> Arc<Self> {
        Self::holding(self.lifecycle, self.share())
    }

    /// Judges a command; the case stays as it is.
    pub fn decide(&self, envelope: String, policy: Option<Arc<Policy>>) -> Result<String, Failure> {
        let (case, policy) = (self.share(), or_default(policy.as_ref()));
        let decision = self
            .lifecycle
            .decide_json(case.as_deref(), &envelope, policy)?;
        Ok(decision.to_json())
    }

    /// Does nothing with what [`decide`](Self::decide) takes: what a call costs that asks nothing, for benchmarks.
    pub fn nothing(
        &self,
        _envelope: String,
        _policy: Option<Arc<Policy>>,
    ) -> Result<String, Failure> {
        Ok(String::new())
    }

    /// Judges a command, and does it where it is accepted.
    pub fn act(&self, envelope: String, policy: Option<Arc<Policy>>) -> Result<String, Failure> {
        let policy = or_default(policy.as_ref());
        let envelope = self.lifecycle.envelope(&envelope)?;
        let mut case = self.lock();
        let decision = self
            .lifecycle
            .decide(case.as_deref(), envelope.as_ref(), policy)?;
        match case.as_mut() {
            Some(case) => decision.apply_in(case)?,
            None => *case = decision.apply_to(None)?,
        }
        Ok(decision.to_json())
    }

    /// Every command as an actor finds it at an instant.
    pub fn actions(
        &self,
        by: String,
        at: String,
        policy: Option<Arc<Policy>>,
    ) -> Result<String, Failure> {
        let (case, policy) = (self.share(), or_default(policy.as_ref()));
        let (actor, at) = (actor(&by)?, instant(&at)?);
        let found = self
            .lifecycle
            .actions(case.as_deref(), &actor, at, policy)?;
        Ok(wire::to_json(&found))
    }

    /// What is owed on a day, of the case as it was; with `known`, by what had been received by the end of that day.
    pub fn obligations(
        &self,
        on: String,
        policy: Option<Arc<Policy>>,
        known: Option<String>,
    ) -> Result<String, Failure> {
        let (case, past) = (self.created()?, past(&on, known.as_deref())?);
        Ok(wire::to_json(
            &case.obligations(past, or_default(policy.as_ref())),
        ))
    }

    /// What of it can be done on that day: due or overdue.
    pub fn due(
        &self,
        on: String,
        policy: Option<Arc<Policy>>,
        known: Option<String>,
    ) -> Result<String, Failure> {
        let (case, past) = (self.created()?, past(&on, known.as_deref())?);
        Ok(wire::to_json(&case.due(past, or_default(policy.as_ref()))))
    }

    /// What is flagged at an instant, of the case as it was.
    pub fn flags(
        &self,
        at: String,
        policy: Option<Arc<Policy>>,
        known: Option<String>,
    ) -> Result<String, Failure> {
        let (case, past) = (self.created()?, past_at(&at, known.as_deref())?);
        Ok(wire::to_json(
            &case.flags(past, or_default(policy.as_ref())),
        ))
    }

    /// What an actor sees.
    pub fn view(&self, by: String, policy: Option<Arc<Policy>>) -> Result<String, Failure> {
        let (case, actor) = (self.created()?, actor(&by)?);
        Ok(wire::to_json(
            &case.view(&actor, or_default(policy.as_ref())),
        ))
    }

    /// The case as it was on a day; one that is still to be created, where it was not yet there.
    pub fn as_of(&self, on: String, known: Option<String>) -> Result<Arc<Self>, Failure> {
        let past = past(&on, known.as_deref())?;
        let case = self.share().and_then(|case| case.as_of(past));
        Ok(Self::holding(self.lifecycle, case))
    }
}
