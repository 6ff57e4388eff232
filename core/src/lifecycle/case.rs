//! A case: what its events have made of it, and the log itself.

use super::Lifecycle;
use super::act::Commands;
use super::event::{Event, EventId};
use super::history::History;
use super::log::Log;
use super::state::State as _;
use crate::base::actor::Actor;
use crate::base::calendar::{Date, Instant};
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

/// A time during which one organisation had the case, both days included: from the date of the act that gave it to
/// the day on which the next move was received. Of several moves the one recorded last says who has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tenure {
    /// The organisation.
    pub holder: OrgId,
    /// Its first day.
    pub from: Date,
    /// Its last day.
    pub to: Option<Date>,
}

impl Tenure {
    fn had_on<L: Lifecycle>(&self, actor: &Actor, date: Date) -> bool {
        within(self.from, self.to, date) && L::works_for(actor, &self.holder)
    }
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
    /// By the names of the states.
    past_spans: History<&'static str>,
    past_tenures: History<OrgId>,
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
            past_spans: History::NONE,
            past_tenures: History::NONE,
        };
        case.begin_tenure(from, None);
        Some(case)
    }

    /// Adds an event, without judgement; one that is void has no effect.
    pub(crate) fn apply(&mut self, event: Event<L>) {
        let in_effect = event.void().is_none();
        if in_effect
            && let Some(place) = self.taken_back_by(&event.command)
            && let Ok(without) = self.without(place)
        {
            *self = without;
        }
        self.keep(event, in_effect);
    }

    /// Adds an event, with its effect or without.
    pub(super) fn keep(&mut self, event: Event<L>, in_effect: bool) {
        if in_effect {
            self.take_effect(&event);
        }
        self.log.push(event);
    }

    /// The state after a command.
    pub(super) fn state_after(&self, command: &L::Command) -> L::State {
        let taken_back = self.taken_back_by(command);
        match taken_back.map(|place| self.without(place)) {
            Some(Ok(without)) => without.state,
            Some(Err(_)) | None => command.row().next.after(self.state, command.answer()),
        }
    }

    /// Whether the event at a place is neither void nor taken back.
    pub(crate) fn has_effect(&self, place: usize) -> bool {
        let void = self
            .log()
            .get(place)
            .is_none_or(|event| event.void().is_some());
        !void && self.log.taken_back().binary_search(&place).is_err()
    }

    /// The places of the events that were taken back (GE-07), in the order of the log.
    pub(crate) fn taken_back(&self) -> &[usize] {
        self.log.taken_back()
    }

    /// Says which events were taken back: those of another case with the same log, and one more.
    pub(super) fn take_back(&mut self, known: &[usize], place: usize) {
        self.log.take_back(known, place);
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
        if command.row().moves || L::holder(self) != holder.as_ref() {
            self.begin_tenure(date, Some(event.recorded_at().date()));
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
        let time = |span: &Span<L::State>| (span.state.name(), span.from, span.to);
        self.past_spans.note(&self.spans, time);
    }

    /// The holder before has the case until the move is received, since it cannot know of it; who gives the case
    /// away to nobody knows it at once.
    fn begin_tenure(&mut self, from: Date, received_on: Option<Date>) {
        let holder = L::holder(self).cloned();
        if let Some(last) = self.tenures.last_mut().filter(|last| last.to.is_none()) {
            last.to = received_on.filter(|_| holder.is_some()).or(Some(from));
        }
        if let Some(holder) = holder {
            self.tenures.push(Tenure {
                holder,
                from,
                to: None,
            });
            let time = |tenure: &Tenure| (tenure.holder.clone(), tenure.from, tenure.to);
            self.past_tenures.note(&self.tenures, time);
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
        let was_in = |span: &Span<L::State>| {
            states.contains(&span.state) && within(span.from, span.to, date)
        };
        let is_meant = |name: &&str| states.iter().any(|state| state.name() == *name);
        match self.past_spans.held(date, is_meant) {
            Some(held) => held || self.spans.last().is_some_and(was_in),
            None => self.spans.iter().any(was_in),
        }
    }

    /// Whether the actor's organisation had the case on this day (GE-01).
    pub fn had_on(&self, actor: &Actor, date: Date) -> bool {
        let had = |tenure: &Tenure| tenure.had_on::<L>(actor, date);
        let past = |holder: &OrgId| L::works_for(actor, holder);
        let held = match self.past_tenures.held(date, past) {
            Some(held) => held || self.tenures.last().is_some_and(had),
            None => self.tenures.iter().any(had),
        };
        held || L::received(self, actor, date)
    }

    /// The same of the organisation that has the case at last, and of no former one.
    pub fn had_at_last_on(&self, actor: &Actor, date: Date) -> bool {
        let last = self.tenures.last();
        last.is_some_and(|tenure| tenure.had_on::<L>(actor, date))
    }

    /// The accepted event of an id, with its place; of two under one id the one in effect.
    pub(crate) fn event(&self, id: &EventId) -> Option<(usize, &Event<L>)> {
        self.log.find(id)
    }

    /// Whether some event bore no id and one may be of this moment.
    pub(crate) fn may_hold_unnamed(&self, at: Instant) -> bool {
        self.log.may_hold_unnamed(at)
    }

    /// The event that gave the id which a command uses, if there is one.
    pub(crate) fn giver(&self, command: &L::Command) -> Option<&Event<L>> {
        self.log().get(command.given_at(&self.data)?)
    }

    /// The case as its first `count` events made it.
    pub(crate) fn before(&self, count: usize) -> Option<Self> {
        Self::fold(self.log().iter().take(count).cloned())
    }

    fn fold(mut events: impl Iterator<Item = Event<L>>) -> Option<Self> {
        let mut case = events.by_ref().find_map(Self::create)?;
        events.for_each(|event| case.apply(event));
        Some(case)
    }
}
