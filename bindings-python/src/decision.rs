//! A decision; its JSON is made when it is asked for.

use std::sync::Arc;

use bosoto::any::{self, AnyCase, AnyDecision, AnyLifecycle, Part};
use bosoto::base::shape::Ty;
use bosoto::base::text::Text;
use bosoto::wire::{self, ErrorCode, WireError};
use pyo3::prelude::*;
use serde_json::Value;

use crate::case::Case;
use crate::error::raise;
use crate::given::{Of, Sent, Utf8, Word};
use crate::policy::Policy;

/// The case on which a decision was made. A case only grows: what it was is known by how many events
/// it had, so that no decision keeps it from changing in place.
enum Before {
    Nothing,
    Whole(Arc<dyn AnyCase>),
    First(usize, Py<Case>),
}

/// What a command came to, and the case it was given on.
#[pyclass(frozen, module = "bosoto._bosoto")]
pub struct Decision {
    decision: Arc<dyn AnyDecision>,
    before: Before,
}

impl Decision {
    /// Of a batch, which holds the case.
    pub fn of(decision: Arc<dyn AnyDecision>, before: Option<Arc<dyn AnyCase>>) -> Self {
        let before = before.map_or(Before::Nothing, Before::Whole);
        Self { decision, before }
    }

    /// On a case that had so many events.
    pub fn on(decision: Arc<dyn AnyDecision>, case: &Bound<'_, Case>, events: usize) -> Self {
        let before = Before::First(events, case.clone().unbind());
        Self { decision, before }
    }
}

#[pymethods]
impl Decision {
    #[getter]
    fn lifecycle(&self) -> &'static str {
        self.decision.lifecycle().name()
    }

    #[getter]
    fn accepted(&self) -> bool {
        self.decision.is_accepted()
    }

    fn to_json(&self) -> String {
        self.decision.to_json()
    }

    /// The case after the decision; without a case, the one that it creates.
    fn after(&self) -> PyResult<Option<Case>> {
        let before = match &self.before {
            Before::Nothing => None,
            Before::Whole(case) => Some(Arc::clone(case)),
            Before::First(events, case) => case.get().first(*events),
        };
        let after = self.decision.apply_to(before.as_deref());
        Ok(after.map_err(raise)?.map(Case::new))
    }
}

/// Judges a command.
#[pyfunction]
#[pyo3(signature = (case, envelope, policy=None))]
pub fn decide(
    case: Option<Of<'_>>,
    envelope: Sent<'_>,
    policy: Option<&Policy>,
) -> PyResult<Decision> {
    let (envelope, policy) = (envelope.0.get(), Policy::or_default(policy));
    let given = envelope.envelope.as_ref();
    let Some(Of(case)) = case else {
        let decision = envelope.lifecycle.decide(None, given, policy);
        return Ok(Decision::of(decision.map_err(raise)?, None));
    };
    let before = case.get().lock();
    let decision = envelope
        .lifecycle
        .decide(Some(before.as_ref()), given, policy);
    Ok(Decision::on(decision.map_err(raise)?, &case, before.len()))
}

/// Whether the decision of this JSON is an accepted one; what has not the parts of one is refused.
#[pyfunction]
pub fn is_accepted(lifecycle: Word<'_>, text: Utf8<'_>) -> PyResult<bool> {
    let lifecycle = any::lifecycle(&lifecycle.read()?).map_err(raise)?;
    let decision: Value = wire::decode(&text.read()?).map_err(raise)?;
    match decision.get("outcome").and_then(Value::as_str) {
        Some("accepted") => accepted(lifecycle, &decision).map(|()| true),
        Some("rejected") => listed(&decision, "/reasons").map(|()| false),
        _ => Err(no_decision("/outcome", NO_OUTCOME)),
    }
    .map_err(raise)
}

/// That an accepted decision says which events it made, and the state after them.
fn accepted(lifecycle: &dyn AnyLifecycle, decision: &Value) -> Result<(), WireError> {
    let state = decision.get("state").and_then(Value::as_str);
    let states = lifecycle.shape(Part::State);
    if !matches!(states, Ty::Words(known) if state.is_some_and(|state| known.word(state).is_some()))
    {
        return Err(no_decision("/state", NO_STATE));
    }
    listed(decision, "/events")
}

/// That a list is there and is not empty.
fn listed(decision: &Value, pointer: &str) -> Result<(), WireError> {
    let list = decision.pointer(pointer).and_then(Value::as_array);
    match list {
        Some(list) if !list.is_empty() => Ok(()),
        _ => Err(no_decision(pointer, NO_LIST)),
    }
}

fn no_decision(pointer: &str, why: Text) -> WireError {
    WireError::new(ErrorCode::UnknownValue, pointer, why)
}

const NO_OUTCOME: Text = Text::given(&[
    "ข้อความนี้ไม่ใช่ผลการพิจารณา ช่อง `outcome` ต้องเป็น `accepted` หรือ `rejected` โปรดใช้ข้อความที่ `to_json` เขียนไว้",
    "this is no decision: `outcome` is `accepted` or `rejected`; give what `to_json` wrote",
]);
const NO_STATE: Text = Text::given(&[
    "ข้อความนี้ไม่ใช่ผลการพิจารณา ช่อง `state` ไม่ใช่สถานะของเคสประเภทนี้ โปรดใช้ข้อความที่ `to_json` เขียนไว้",
    "this is no decision: `state` is no state of this lifecycle; give what `to_json` wrote",
]);
const NO_LIST: Text = Text::given(&[
    "ข้อความนี้ไม่ใช่ผลการพิจารณา ผลที่รับต้องมี `events` และผลที่ไม่รับต้องมี `reasons` โปรดใช้ข้อความที่ `to_json` เขียนไว้",
    "this is no decision: an accepted one has `events`, a refused one `reasons`; give what `to_json` wrote",
]);
