//! The log of a case: its events in the order of acceptance (GE-04). In a short one an event is found by a
//! walk; a long one keeps a map beside it, so that no act costs more the longer the log is.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::Lifecycle;
use super::event::{Event, EventId, Key};
use crate::base::actor::Actor;
use crate::base::by_id::LONG;
use crate::base::calendar::Instant;

/// The events of a case.
#[derive(Debug, Clone)]
pub(crate) struct Log<L: Lifecycle> {
    events: Vec<Event<L>>,
    /// Whether the command of some event bore no id.
    unnamed: bool,
    /// The places of those that were taken back (GE-07), in order.
    #[allow(clippy::box_collection, reason = "few cases have any")]
    taken_back: Option<Box<Vec<usize>>>,
    /// Only of a long log.
    index: Option<Box<Index>>,
}

/// Where each event stands, and the people who made them.
#[derive(Debug, Clone, Default)]
struct Index {
    places: HashMap<EventId, usize>,
    actors: HashSet<Arc<Actor>>,
}

impl<L: Lifecycle> PartialEq for Log<L> {
    fn eq(&self, other: &Self) -> bool {
        self.events == other.events
    }
}

impl<L: Lifecycle> Log<L> {
    /// A log that begins with this event.
    pub(super) fn begin(event: Event<L>) -> Self {
        let mut log = Self {
            events: Vec::new(),
            unnamed: false,
            taken_back: None,
            index: None,
        };
        log.push(event);
        log
    }

    /// Every event.
    pub(super) fn events(&self) -> &[Event<L>] {
        &self.events
    }

    /// Whether some event bore no id and one may be of this moment: a long log is not walked through for that.
    pub(super) fn may_hold_unnamed(&self, at: Instant) -> bool {
        let is_it = |event: &Event<L>| event.at == at;
        self.unnamed && (self.index.is_some() || self.events.iter().any(is_it))
    }

    /// The places of those that were taken back (GE-07), in order.
    pub(super) fn taken_back(&self) -> &[usize] {
        self.taken_back.as_deref().map_or(&[], Vec::as_slice)
    }

    /// Says which were taken back: those of another log that holds the same events, and one more.
    pub(super) fn take_back(&mut self, known: &[usize], place: usize) {
        let mut places = known.to_vec();
        places.insert(known.partition_point(|one| *one < place), place);
        self.taken_back = Some(Box::new(places));
    }

    /// Adds an event. The few people of a case are kept once.
    pub(super) fn push(&mut self, mut event: Event<L>) {
        if let Some(known) = self.known(&event.actor) {
            event.actor = Arc::clone(known);
        }
        self.unnamed |= matches!(event.key, Key::Digest(_));
        let place = self.events.len();
        self.events.push(event);
        if self.index.is_some() {
            self.note(place);
        } else if self.events.len() > LONG {
            self.index = Some(Box::default());
            (0..self.events.len()).for_each(|place| self.note(place));
        }
    }

    /// The event of this id with its place. Of two under one id it is the one in effect.
    pub(super) fn find(&self, id: &EventId) -> Option<(usize, &Event<L>)> {
        let at = |place: usize| Some((place, self.events.get(place)?));
        match &self.index {
            Some(index) => at(*index.places.get(id)?),
            None => {
                let mut under = self.events.iter().enumerate();
                let first = under.find(|(_, one)| one.has(id))?;
                if first.1.void().is_none() {
                    return Some(first);
                }
                under
                    .find(|(_, one)| one.void().is_none() && one.has(id))
                    .or(Some(first))
            }
        }
    }

    /// Gives back the room that a growing list has taken ahead.
    pub(super) fn shrink(&mut self) {
        self.events.shrink_to_fit();
    }

    fn known(&self, actor: &Arc<Actor>) -> Option<&Arc<Actor>> {
        match &self.index {
            Some(index) => index.actors.get(actor),
            None => {
                let mut actors = self.events.iter().rev().map(|event| &event.actor);
                actors.find(|known| *known == actor)
            }
        }
    }

    /// Notes an event in the map.
    fn note(&mut self, place: usize) {
        let (Some(index), Some(event)) = (&mut self.index, self.events.get(place)) else {
            return;
        };
        index.actors.insert(Arc::clone(&event.actor));
        let known = index.places.entry(event.id()).or_insert(place);
        let without_effect = |event: &Event<L>| event.void().is_some();
        if self.events.get(*known).is_some_and(without_effect) && !without_effect(event) {
            *known = place;
        }
    }
}
