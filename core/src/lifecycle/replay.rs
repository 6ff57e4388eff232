//! `replay`: a log becomes the same case again, or the event that does not fit is named.

use std::collections::HashSet;

use super::Lifecycle;
use super::act::Commands;
use super::case::Case;
use super::decide::state_allows;
use super::event::{Event, EventId};
use super::reason::{Reason, ReasonKind};
use crate::base::fault::Faults;
use crate::base::text::{Arg, Message, Text, text};
use crate::rulebook::general::GE_03;
use crate::wire::{ErrorCode, WireError};

/// Rebuilds a case from its log, in the order of the log (GE-04).
///
/// Permission, time and whatever depends on the policy are not judged again: they were judged when
/// the command was accepted. State and structure are (something open, done once, a known id).
///
/// # Errors
///
/// [`ErrorCode::EventDoesNotFit`], its pointer the index of the event.
pub fn replay<L: Lifecycle>(
    events: impl IntoIterator<Item = Event<L>>,
) -> Result<Option<Case<L>>, WireError> {
    let mut replay = Replay::new();
    for (index, event) in events.into_iter().enumerate() {
        replay
            .push(event)
            .map_err(|error| error.under(&format!("/{index}")))?;
    }
    Ok(replay.finish())
}

/// A replay, event by event, for logs of which some lines may be broken.
#[derive(Debug)]
pub struct Replay<L: Lifecycle> {
    seen: HashSet<EventId>,
    case: Option<Case<L>>,
}

impl<L: Lifecycle> Default for Replay<L> {
    fn default() -> Self {
        Self::new()
    }
}

impl<L: Lifecycle> Replay<L> {
    /// A replay of nothing yet.
    pub fn new() -> Self {
        Self {
            seen: HashSet::new(),
            case: None,
        }
    }

    /// Adds the next event.
    ///
    /// # Errors
    ///
    /// [`ErrorCode::EventDoesNotFit`]; the event is left out and the next one may be added.
    pub fn push(&mut self, event: Event<L>) -> Result<(), WireError> {
        let id = event.id();
        if event.command_id().is_some() && self.seen.contains(&id) {
            return Err(event_does_not_fit(&event, &repeated()));
        }
        if let Some(reason) = misfit(self.case.as_ref(), &event) {
            return Err(event_does_not_fit(&event, &reason));
        }
        self.seen.insert(id);
        self.case = super::evolve(self.case.take(), event);
        Ok(())
    }

    /// How many events were used.
    pub fn used(&self) -> usize {
        self.case.as_ref().map_or(0, |case| case.log().len())
    }

    /// The case, if an event created one.
    pub fn finish(mut self) -> Option<Case<L>> {
        if let Some(case) = &mut self.case {
            case.shrink();
        }
        self.case
    }
}

/// Why an event does not fit a case: the first reason, state before structure. What a replay and a
/// merge judge alike.
pub(crate) fn misfit<L: Lifecycle>(case: Option<&Case<L>>, event: &Event<L>) -> Option<Reason> {
    let command = &event.command;
    if let Err(reasons) = state_allows(case, command) {
        return reasons.into_iter().next();
    }
    let (row, data) = (command.row(), case.map(Case::data));
    let failing = data.and_then(|data| {
        row.guards.iter().find_map(|guard| {
            guard
                .misfit(data)
                .filter(|_| !command.lifts(guard, data, None))
        })
    });
    failing.or_else(|| {
        let mut found = Vec::new();
        command.fits(&event.actor, data, &mut Faults::of(&mut found));
        let first = found.into_iter().next()?;
        Some(Reason::of_finding(row, first))
    })
}

pub(crate) fn repeated() -> Reason {
    Reason::new(&GE_03, "repeated", ReasonKind::AlreadyDone, REPEATED)
}

fn event_does_not_fit<L: Lifecycle>(event: &Event<L>, reason: &Reason) -> WireError {
    does_not_fit(event.command.row().label, event.name(), reason)
}

fn does_not_fit(label: Text, event: &'static str, reason: &Reason) -> WireError {
    let message = Message::new(
        DOES_NOT_FIT,
        [
            ("label", Arg::Text(label)),
            ("event", Arg::Word(event.into())),
            ("rule", Arg::Word(reason.rule.id.into())),
            ("why_th", Arg::Word(reason.message.th().into())),
            ("why_en", Arg::Word(reason.message.en().into())),
        ],
    );
    WireError::new(ErrorCode::EventDoesNotFit, "", message)
}

const REPEATED: Text = text(
    "มีรายการนี้ในประวัติรายการแล้ว รายการที่ซ้ำไม่มีผล โปรดตรวจสอบรายการที่ซ้ำ",
    "the log holds this event already; the second has no effect: check it",
);
const DOES_NOT_FIT: Text = text(
    "รายการ “{label}” ไม่สอดคล้องกับรายการก่อนหน้า ({rule}): {why_th}",
    "the event `{event}` does not fit the log before it ({rule}): {why_en}",
);
