//! `replay`: a log becomes the same case again, or the event that does not fit is named.

use super::Lifecycle;
use super::act::Commands;
use super::case::Case;
use super::decide::state_allows;
use super::event::Event;
use super::merge::Conflict;
use super::reason::{Reason, ReasonKind};
use crate::base::fault::Faults;
use crate::base::id::CaseId;
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
    case: Option<Case<L>>,
    conflicts: Vec<Conflict>,
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
            case: None,
            conflicts: Vec::new(),
        }
    }

    /// Adds the next event. One that a merge marked `void` is kept without effect.
    ///
    /// # Errors
    ///
    /// [`ErrorCode::EventDoesNotFit`], or [`ErrorCode::OtherCase`] for an event of another case; the event is left
    /// out and the next one may be added.
    pub fn push(&mut self, mut event: Event<L>) -> Result<(), WireError> {
        match &self.case {
            Some(case) => of_case(&event, case.case_id())?,
            // What creates the case has its effect.
            None => event.mark(None),
        }
        let reason = match event.void() {
            Some(void) if void.rule == GE_03.id => Some(repeated()),
            _ => misfit(self.case.as_ref(), &event),
        };
        match (event.void(), reason) {
            (Some(void), reason) => {
                let message = reason.map_or(WITHOUT_EFFECT.into(), |reason| reason.message);
                self.conflicts.push(Conflict::of(event.id(), void, message));
            }
            (_, Some(reason)) => return Err(event_does_not_fit(&event, &reason)),
            (_, None) if event.command_id().is_some() && self.holds(&event) => {
                return Err(event_does_not_fit(&event, &repeated()));
            }
            (_, None) => {}
        }
        self.case = super::evolve(self.case.take(), event);
        Ok(())
    }

    /// Whether an event of this id is in the log.
    pub(super) fn holds(&self, event: &Event<L>) -> bool {
        let case = self.case.as_ref();
        case.is_some_and(|case| case.event(&event.id()).is_some())
    }

    /// The case so far, if an event created one.
    pub(super) fn case(&self) -> Option<&Case<L>> {
        self.case.as_ref()
    }

    /// How many events were used.
    pub fn used(&self) -> usize {
        self.case.as_ref().map_or(0, |case| case.log().len())
    }

    /// The events that are kept without effect, in the order of the log.
    pub fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }

    /// The case, if an event created one.
    pub fn finish(mut self) -> Option<Case<L>> {
        if let Some(case) = &mut self.case {
            case.shrink();
        }
        self.case
    }
}

/// That an event belongs to this case, as far as it names one.
pub(crate) fn of_case<L: Lifecycle>(event: &Event<L>, case_id: &CaseId) -> Result<(), WireError> {
    let named = event.command.creates().or_else(|| event.case_id());
    if named.is_none_or(|named| named == case_id) {
        return Ok(());
    }
    let message = Message::new(
        OF_OTHER_CASE,
        [
            ("label", Arg::Text(event.command.row().label)),
            ("case", Arg::Text(L::CASE)),
        ],
    );
    Err(WireError::new(ErrorCode::OtherCase, "", message))
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
                .misfit(data, &event.actor)
                .filter(|_| !command.lifts(guard, &event.actor, data, None))
        })
    });
    failing
        .or_else(|| given_by_another(case, event))
        .or_else(|| {
            let mut found = Vec::new();
            command.fits(&event.actor, case, &mut Faults::of(&mut found));
            let first = found.into_iter().next()?;
            Some(Reason::of_finding(row, first))
        })
}

/// Why an event does not fit that uses an id: another than its own gave it.
fn given_by_another<L: Lifecycle>(case: Option<&Case<L>>, event: &Event<L>) -> Option<Reason> {
    let (case, used) = case.zip(event.uses())?;
    let giver = case.giver(&event.command);
    let same = giver.is_some_and(|giver| giver.has(used));
    let rule = event.command.row().rule;
    let kind = ReasonKind::InvalidInput;
    (!same).then(|| Reason::new(rule, "given_by_another", kind, GIVEN_BY_ANOTHER))
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

const WITHOUT_EFFECT: Text = text!(
    "รายการนี้ไม่มีผลตั้งแต่เมื่อรวมประวัติรายการ โปรดตรวจสอบ และบันทึกใหม่หากยังต้องการ",
    "the event has been without effect since two logs were merged; check it, and record it again if it is still wanted",
);
const OF_OTHER_CASE: Text = text!(
    "รายการ “{label}” เป็นของ{case}อื่น ประวัติรายการหนึ่งชุดต้องเป็นของ{case}เดียว โปรดตรวจสอบว่าเลือกประวัติถูกชุด",
    "the event “{label}” belongs to another {case}; a log is of one {case} only: check that it is the right log",
);
const GIVEN_BY_ANOTHER: Text = text!(
    "รหัสที่อ้างถึงเป็นของรายการอื่นที่ใช้รหัสซ้ำกัน จึงไม่มีผล โปรดบันทึกใหม่กับรายการที่ถูกต้อง",
    "the id that it names was given by another event under the same id; record it again for the right one",
);
const REPEATED: Text = text!(
    "มีรายการนี้ในประวัติรายการแล้ว รายการที่ซ้ำไม่มีผล โปรดตรวจสอบรายการที่ซ้ำ",
    "the log holds this event already; the second has no effect: check it",
);
const DOES_NOT_FIT: Text = text!(
    "รายการ “{label}” ไม่สอดคล้องกับรายการก่อนหน้า ({rule}): {why_th}",
    "the event `{event}` does not fit the log before it ({rule}): {why_en}",
);
