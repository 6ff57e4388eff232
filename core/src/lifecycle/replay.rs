//! `replay`: a log becomes the same case again, or the event that does not fit is named.

use std::collections::HashSet;

use super::case::Case;
use super::decide::state_allows;
use super::decision::{Faults, Reason, ReasonKind};
use super::event::{Event, EventId};
use super::table::{Context, Lifecycle};
use crate::base::text::{Arg, Message, Text};
use crate::policy::Policy;
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
    policy: Policy,
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
            policy: Policy::default(),
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
            return Err(does_not_fit(&event, &repeated()));
        }
        if let Some(reason) = misfit(self.case.as_ref(), &event, &self.policy, Judge::Replay) {
            return Err(does_not_fit(&event, &reason));
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

/// What is judged again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Judge {
    /// State and structure, without what depends on the policy.
    Replay,
    /// State and structure, as the policy has it.
    Merge,
}

/// Why an event does not fit a case: the first reason, state before structure.
pub(crate) fn misfit<L: Lifecycle>(
    case: Option<&Case<L>>,
    event: &Event<L>,
    policy: &Policy,
    judge: Judge,
) -> Option<Reason> {
    let context = Context::of_event(case, event, policy);
    if let Err(reason) = state_allows(&context) {
        return Some(*reason);
    }
    let judged_again = |by_policy: bool| !(by_policy && judge == Judge::Replay);
    let failing = context.data().and_then(|data| {
        context
            .row
            .guards
            .iter()
            .filter(|guard| guard.kind.is_structural() && judged_again(guard.by_policy))
            .find_map(|guard| guard.reason((guard.check)(&context, data)))
    });
    failing.or_else(|| {
        let mut faults = Faults::structural(context.row.rule);
        (context.row.check)(&context, &event.command, &mut faults);
        faults.into_reasons().into_iter().next()
    })
}

pub(crate) fn repeated() -> Reason {
    Reason::new("GE-03", ReasonKind::AlreadyDone, REPEATED)
}

fn does_not_fit<L: Lifecycle>(event: &Event<L>, reason: &Reason) -> WireError {
    let message = Message::new(
        DOES_NOT_FIT,
        [
            ("event", Arg::Word(event.name().into())),
            ("rule", Arg::Word(reason.rule.into())),
            ("why_th", Arg::Word(reason.message.th().into())),
            ("why_en", Arg::Word(reason.message.en().into())),
        ],
    );
    WireError::new(ErrorCode::EventDoesNotFit, "", message)
}

const REPEATED: Text = Text {
    th: "มีเหตุการณ์นี้อยู่ในบันทึกแล้ว",
    en: "the log holds this event already",
};
const DOES_NOT_FIT: Text = Text {
    th: "เหตุการณ์ `{event}` ไม่เข้ากับบันทึกก่อนหน้า ({rule}): {why_th}",
    en: "the event `{event}` does not fit the log before it ({rule}): {why_en}",
};
