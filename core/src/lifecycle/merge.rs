//! `merge`: two logs of one case become one, for work that was done offline.
//!
//! The union of both logs, ordered by (`at`, `recorded_at`, `event_id`), each event judged once at
//! its place. An event that no longer fits is kept without effect and reported; nothing is dropped.
//! The same logs give the same result in whatever order and however often they are merged.

use std::collections::{HashMap, HashSet};

use serde::{Serialize, Serializer};

use super::Lifecycle;
use super::case::Case;
use super::event::{Event, EventId, MergeOrder};
use super::reason::{Reason, ReasonKind};
use super::replay::{misfit, repeated};
use super::state::State as _;
use crate::base::rule::{self, Rule};
use crate::base::shape::{Shape, Shaped, Ty};
use crate::base::text::Message;

/// An event that is kept without effect, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct Conflict {
    /// The event.
    #[title("รหัสของรายการในประวัติ", "event id")]
    pub event_id: EventId,
    /// The rule that it no longer meets.
    #[title("ข้อของหลักเกณฑ์", "rule")]
    #[serde(serialize_with = "rule::id")]
    #[shape(with = rule::Id)]
    pub rule: &'static Rule,
    /// In what way.
    #[title("ประเภทของเหตุ", "kind of reason")]
    pub kind: ReasonKind,
    /// The reason in words.
    #[title("ข้อความ", "message")]
    pub message: Message,
}

impl Conflict {
    fn of(event_id: EventId, reason: Reason) -> Self {
        Self {
            event_id,
            rule: reason.rule,
            kind: reason.kind,
            message: reason.message,
        }
    }
}

/// Two logs as one.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged<L: Lifecycle> {
    /// Every event of both logs, in order. Merge it again to have the same case.
    pub log: Vec<Event<L>>,
    /// The case that the events without conflict make.
    pub case: Option<Case<L>>,
    /// The events that are kept without effect.
    pub conflicts: Vec<Conflict>,
}

/// Merges two logs of one case. As in a replay, permission, time and whatever depends on the policy
/// are not judged again.
pub fn merge<L: Lifecycle>(log_a: Vec<Event<L>>, log_b: Vec<Event<L>>) -> Merged<L> {
    let log = union(log_a, log_b);
    let mut seen: HashSet<EventId> = HashSet::with_capacity(log.len());
    let mut case = None;
    let mut conflicts = Vec::new();
    for event in &log {
        let reason = if seen.insert(event.id()) {
            misfit(case.as_ref(), event)
        } else {
            Some(repeated())
        };
        match reason {
            None => case = super::evolve(case, event.clone()),
            Some(reason) => conflicts.push(Conflict::of(event.id(), reason)),
        }
    }
    if let Some(case) = &mut case {
        case.shrink();
    }
    Merged {
        log,
        case,
        conflicts,
    }
}

/// Both logs in the order of a merged log. An event that both hold is kept once, as it was received
/// first; two different events under one id are both kept.
fn union<L: Lifecycle>(mut log: Vec<Event<L>>, other: Vec<Event<L>>) -> Vec<Event<L>> {
    log.extend(other);
    let places = in_order(log.iter().map(Event::order).collect());
    let mut log: Vec<Option<Event<L>>> = log.into_iter().map(Some).collect();
    let mut ordered: Vec<Event<L>> = Vec::with_capacity(log.len());
    ordered.extend(
        places
            .into_iter()
            .filter_map(|place| log.get_mut(place)?.take()),
    );
    let is_copy = |one: usize, other: usize| {
        let pair = ordered.get(one).zip(ordered.get(other));
        pair.is_some_and(|(one, other)| one.is_copy_of(other))
    };
    let mut first = firsts(ordered.iter().map(Event::id).collect(), &is_copy).into_iter();
    ordered.retain(|_| first.next().unwrap_or_default());
    ordered
}

/// Of events under these ids, whether each is the first of its copies.
fn firsts(ids: Vec<EventId>, is_copy: &dyn Fn(usize, usize) -> bool) -> Vec<bool> {
    let mut by_id: HashMap<EventId, Vec<usize>> = HashMap::new();
    let mut firsts = Vec::with_capacity(ids.len());
    for (place, id) in ids.into_iter().enumerate() {
        let known = by_id.entry(id).or_default();
        let first = !known.iter().any(|one| is_copy(*one, place));
        if first {
            known.push(place);
        }
        firsts.push(first);
    }
    firsts
}

/// The places in the order of what stands there; equals as they stand.
fn in_order(events: Vec<MergeOrder>) -> Vec<usize> {
    let mut places: Vec<(MergeOrder, usize)> = events.into_iter().zip(0..).collect();
    places.sort_unstable();
    places.into_iter().map(|(_, place)| place).collect()
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

impl<L: Lifecycle> Shaped for Merged<L> {
    const TY: Ty = MergedWire::<'static, L::State, Event<L>>::TY;
}

impl<L: Lifecycle> Serialize for Merged<L> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        MergedWire {
            state: self.case.as_ref().map(|case| case.state().name()),
            log: &self.log,
            conflicts: &self.conflicts,
        }
        .serialize(serializer)
    }
}
