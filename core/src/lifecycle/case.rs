//! A case: what its events have made of it, and the log itself.

use std::borrow::Cow;

use super::Lifecycle;
use super::act::Commands;
use super::event::{Event, EventId};
use super::log::Log;
use super::replay::Replay;
use super::state::State as _;
use crate::base::actor::Actor;
use crate::base::calendar::Date;
use crate::base::id::{CaseId, OrgId};
use crate::base::rule::{Applied, applies};
use crate::rulebook::general::GE_02;

/// A case stores no status that time can make stale: whatever depends on the day is a question.
pub(crate) const APPLIES: Applied = applies(&GE_02);

/// A time during which the case was in one state, by the dates of the acts, both included (GE-01).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span<S> {
    /// The state.
    pub state: S,
    /// The date of the act that began it.
    pub from: Date,
    /// The date of the act that ended it.
    pub to: Option<Date>,
}

/// A time during which one organisation had the case, both days included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tenure {
    /// The organisation.
    pub holder: OrgId,
    /// Its first day.
    pub from: Date,
    /// Its last day.
    pub to: Option<Date>,
}

fn within(from: Date, to: Option<Date>, date: Date) -> bool {
    from <= date && to.is_none_or(|to| date <= to)
}

/// A case of a lifecycle.
#[derive(Debug, Clone, PartialEq)]
pub struct Case<L: Lifecycle> {
    case_id: CaseId,
    state: L::State,
    data: L::Data,
    log: Log<L>,
    spans: Vec<Span<L::State>>,
    tenures: Vec<Tenure>,
}

impl<L: Lifecycle> Case<L> {
    /// The case that a creating event makes; nothing for another event.
    pub(crate) fn create(event: Event<L>) -> Option<Self> {
        let case_id = event.command.creates()?.clone();
        let data = event.command.open(&event.head(0))?;
        let state = event.command.row().next.after(L::State::INITIAL, None);
        let from = event.act_date();
        let mut case = Self {
            case_id,
            state,
            data,
            log: Log::begin(event),
            spans: vec![Span {
                state,
                from,
                to: None,
            }],
            tenures: Vec::new(),
        };
        case.begin_tenure(from);
        Some(case)
    }

    /// Adds an event, without judgement; one that is void has no effect.
    pub(crate) fn apply(&mut self, event: Event<L>) {
        if event.void().is_none() {
            self.take_effect(&event);
        }
        self.log.push(event);
    }

    /// What an event changes. This is the one place where a case gets another state.
    fn take_effect(&mut self, event: &Event<L>) {
        let (state, holder) = (self.state, L::holder(self).cloned());
        let command = &event.command;
        self.state = command.row().next.after(state, command.answer());
        let place = self.log().len();
        command.apply(&mut self.data, &event.head(place));
        let date = event.act_date();
        if self.state != state {
            self.begin_span(date);
        }
        if L::holder(self) != holder.as_ref() {
            self.begin_tenure(date);
        }
    }

    fn begin_span(&mut self, from: Date) {
        if let Some(last) = self.spans.last_mut() {
            last.to = Some(from);
        }
        self.spans.push(Span {
            state: self.state,
            from,
            to: None,
        });
    }

    fn begin_tenure(&mut self, from: Date) {
        if let Some(last) = self.tenures.last_mut().filter(|last| last.to.is_none()) {
            last.to = Some(from);
        }
        if let Some(holder) = L::holder(self).cloned() {
            self.tenures.push(Tenure {
                holder,
                from,
                to: None,
            });
        }
    }

    /// Gives back the room that growing lists have taken ahead.
    pub(crate) fn shrink(&mut self) {
        self.data = self.data.clone();
        self.log.shrink();
        self.spans.shrink_to_fit();
        self.tenures.shrink_to_fit();
    }

    /// What the case has gathered.
    pub fn data(&self) -> &L::Data {
        &self.data
    }

    /// Every accepted event, in the order of acceptance (GE-04), those that a merge left without effect too.
    pub fn log(&self) -> &[Event<L>] {
        self.log.events()
    }

    /// The present state.
    pub fn state(&self) -> L::State {
        self.state
    }

    /// The case's id.
    pub fn case_id(&self) -> &CaseId {
        &self.case_id
    }

    /// The times during which the case was in each state.
    pub fn spans(&self) -> &[Span<L::State>] {
        &self.spans
    }

    /// Whether the case was in one of the states on this day.
    pub fn was_in(&self, states: &[L::State], date: Date) -> bool {
        self.spans
            .iter()
            .any(|span| states.contains(&span.state) && within(span.from, span.to, date))
    }

    /// Whether the actor's organisation had the case on this day (GE-01).
    pub fn had_on(&self, actor: &Actor, date: Date) -> bool {
        self.tenures.iter().any(|tenure| {
            within(tenure.from, tenure.to, date) && L::works_for(actor, &tenure.holder)
        })
    }

    /// The accepted event of an id, with its place; of two under one id the one in effect.
    pub(crate) fn event(&self, id: &EventId) -> Option<(usize, &Event<L>)> {
        self.log.find(id)
    }

    /// Whether the command of some event bore no id.
    pub(crate) fn has_unnamed(&self) -> bool {
        self.log.has_unnamed()
    }

    /// The event that gave the id which a command uses, if there is one.
    pub(crate) fn giver(&self, command: &L::Command) -> Option<&Event<L>> {
        self.log().get(command.given_at(&self.data)?)
    }

    /// The case as its first `count` events made it.
    pub(crate) fn before(&self, count: usize) -> Option<Self> {
        Self::fold(self.log().iter().take(count).cloned())
    }

    /// The case as the events up to this day made it, in the order of the log; nothing if there were none. An event
    /// that does not fit without a later one is left out.
    pub fn as_of(&self, date: Date) -> Option<Cow<'_, Self>> {
        let past = |event: &&Event<L>| event.moment().date() <= date;
        if self.log().iter().all(|event| past(&event)) {
            return Some(Cow::Borrowed(self));
        }
        let mut replay = Replay::new();
        for mut event in self.log().iter().filter(past).cloned() {
            event.mark(None);
            // An error leaves the event out.
            let _ = replay.push(event);
        }
        replay.finish().map(Cow::Owned)
    }

    fn fold(mut events: impl Iterator<Item = Event<L>>) -> Option<Self> {
        let mut case = events.by_ref().find_map(Self::create)?;
        events.for_each(|event| case.apply(event));
        Some(case)
    }
}
