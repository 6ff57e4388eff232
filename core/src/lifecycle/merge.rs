//! `merge`: two logs of one case become one, for work that was done offline.
//!
//! The union of both logs, in an order that leaves either as it is, each event judged once at its place. An
//! event that no longer fits is kept without effect, marked `void`, and reported; nothing is dropped. The
//! same logs give the same result in whatever order and however often they are merged.

use std::borrow::Cow;
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

use super::Lifecycle;
use super::act::Commands as _;
use super::case::Case;
use super::event::{Event, EventId, Void};
use super::reason::{Reason, ReasonKind};
use super::replay::{misfit, of_case, repeated};
use super::state::State as _;
use crate::base::rule;
use crate::base::shape::{Shape, Shaped, Ty};
use crate::base::text::Message;
use crate::wire::{self, WireError};

/// An event that is kept without effect, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct Conflict {
    /// The event.
    #[title("รหัสของรายการในประวัติ", "event id")]
    pub event_id: EventId,
    /// The rule that it no longer meets.
    #[title("ข้อของหลักเกณฑ์", "rule")]
    #[shape(with = rule::Id)]
    pub rule: Cow<'static, str>,
    /// In what way.
    #[title("ประเภทของเหตุ", "kind of reason")]
    pub kind: ReasonKind,
    /// The reason in words.
    #[title("ข้อความ", "message")]
    pub message: Message,
}

impl Conflict {
    /// An event that is marked so.
    pub(crate) fn of(event_id: EventId, void: &Void, message: Message) -> Self {
        Self {
            event_id,
            rule: void.rule.clone(),
            kind: void.kind,
            message,
        }
    }
}

/// Two logs as one.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged<L: Lifecycle> {
    /// The case, its log the merged one.
    pub case: Option<Case<L>>,
    /// The events that are kept without effect.
    pub conflicts: Vec<Conflict>,
    /// The log where no event creates a case.
    uncreated: Vec<Event<L>>,
}

impl<L: Lifecycle> Merged<L> {
    /// Every event of both logs, in order.
    pub fn log(&self) -> &[Event<L>] {
        self.case.as_ref().map_or(&self.uncreated, Case::log)
    }
}

/// Merges two logs of one case. As in a replay, permission, time and whatever depends on the policy
/// are not judged again.
///
/// # Errors
///
/// [`ErrorCode::OtherCase`](crate::wire::ErrorCode::OtherCase) at the first event of another case than the others,
/// below `/log_a` or `/log_b`.
pub fn merge<L: Lifecycle>(
    log_a: Vec<Event<L>>,
    log_b: Vec<Event<L>>,
) -> Result<Merged<L>, WireError> {
    of_one_case(&log_a, &log_b)?;
    let mut merged = Merged {
        case: None,
        conflicts: Vec::new(),
        uncreated: Vec::new(),
    };
    let mut seen = Seen::default();
    for event in union(log_a, log_b) {
        let reason = if seen.is_first(event.id()) {
            misfit(merged.case.as_ref(), &event)
        } else {
            Some(repeated())
        };
        merged.add(event, reason);
    }
    if let Some(case) = &mut merged.case {
        case.shrink();
    }
    Ok(merged)
}

impl<L: Lifecycle> Merged<L> {
    fn add(&mut self, mut event: Event<L>, reason: Option<Reason>) {
        if let Some(reason) = reason {
            let void = Void {
                rule: reason.rule.id.into(),
                kind: reason.kind,
            };
            let conflict = Conflict::of(event.id(), &void, reason.message);
            self.conflicts.push(conflict);
            event.mark(Some(void));
        }
        match &mut self.case {
            Some(case) => case.apply(event),
            None if event.void().is_some() => self.uncreated.push(event),
            None => self.case = Case::create(event),
        }
    }
}

/// That all events are of the case that the first creating one makes.
fn of_one_case<L: Lifecycle>(log_a: &[Event<L>], log_b: &[Event<L>]) -> Result<(), WireError> {
    let created = |log: &[Event<L>]| {
        let mut named = log.iter().map(|event| event.command.creates().cloned());
        named.find_map(|named| named)
    };
    let Some(case_id) = created(log_a).or_else(|| created(log_b)) else {
        return Ok(());
    };
    for (name, log) in [("log_a", log_a), ("log_b", log_b)] {
        for (place, event) in log.iter().enumerate() {
            of_case(event, &case_id).map_err(|error| error.under(&format!("/{name}/{place}")))?;
        }
    }
    Ok(())
}

/// Both logs in the order of a merged log, all marks taken off. An event that both hold is kept once, as it was
/// received first; two different events under one id are both kept.
fn union<L: Lifecycle>(mut log: Vec<Event<L>>, other: Vec<Event<L>>) -> Vec<Event<L>> {
    log.extend(other);
    log.iter_mut().for_each(|event| event.mark(None));
    let log = Event::sorted(log);
    let mut kept: Vec<Event<L>> = Vec::with_capacity(log.len());
    let mut known = Known::default();
    for event in log {
        if known.is_new(&event, &kept) {
            kept.push(event);
        }
    }
    kept
}

/// The ids that were met.
#[derive(Default)]
struct Seen(HashSet<EventId>);

impl Seen {
    fn is_first(&mut self, id: EventId) -> bool {
        self.0.insert(id)
    }
}

/// The events that are kept, to find the copy of one.
#[derive(Default)]
struct Known {
    /// The place of the first event under each id.
    first: HashMap<EventId, usize>,
    /// The others under one id, as they are written without when they were received.
    others: HashSet<(EventId, String)>,
}

impl Known {
    /// Whether no copy of an event is kept yet.
    fn is_new<L: Lifecycle>(&mut self, event: &Event<L>, kept: &[Event<L>]) -> bool {
        let first = self.first_under(event.id(), kept.len());
        let is_copy = |first: &Event<L>| first.is_copy_of(event);
        first.is_none_or(|place| {
            !kept.get(place).is_some_and(is_copy)
                && self.is_other(event.id(), event.fact_as_written())
        })
    }

    /// The place of the first event under an id; that of a new one is noted.
    fn first_under(&mut self, id: EventId, place: usize) -> Option<usize> {
        match self.first.entry(id) {
            Entry::Occupied(first) => Some(*first.get()),
            Entry::Vacant(new) => {
                new.insert(place);
                None
            }
        }
    }

    fn is_other(&mut self, id: EventId, written: String) -> bool {
        self.others.insert((id, written))
    }
}

/// Two logs as one, on the wire.
#[derive(Serialize, Shape)]
#[shape(name = "Merged", of = E)]
pub(crate) struct MergedWire<'a, S, E> {
    /// The state of the case; left out where no event creates one.
    #[title("สถานะ", "state")]
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<S>,
    /// Every event of both logs, in order.
    #[title("ประวัติรายการ", "log")]
    log: &'a [E],
    /// The events that are kept without effect.
    #[title("รายการที่ไม่สอดคล้องกัน", "conflicts")]
    conflicts: &'a [Conflict],
}

/// Two logs as one on the wire, the log as it is written, NDJSON: every event is in it as it is there.
pub(crate) fn merged_json(state: Option<&str>, log: &str, conflicts: &[Conflict]) -> String {
    let events = log.lines().map(serde_json::from_str);
    let log: Vec<&RawValue> = events.filter_map(Result::ok).collect();
    wire::to_json(&MergedWire {
        state,
        log: &log,
        conflicts,
    })
}

impl<L: Lifecycle> Shaped for Merged<L> {
    const TY: Ty = MergedWire::<'static, L::State, Event<L>>::TY;
}

impl<L: Lifecycle> Serialize for Merged<L> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        MergedWire {
            state: self.case.as_ref().map(|case| case.state().name()),
            log: self.log(),
            conflicts: &self.conflicts,
        }
        .serialize(serializer)
    }
}
