//! What was true then (GE-08): a question about a past day or instant is asked of the case as it was.

use std::borrow::Cow;

use super::Lifecycle;
use super::case::Case;
use super::event::Event;
use super::guard::When;
use super::replay::Replay;
use crate::base::calendar::{Date, Instant};
use crate::base::rule::{Applied, applies};
use crate::rulebook::general::{GE_03, GE_08};

/// The case as it was.
pub(crate) const APPLIES: Applied = applies(&GE_08);

/// The day or instant about which is asked, and by which day it had to be received to count.
///
/// ```
/// use bosoto::calendar::Date;
/// use bosoto::lifecycle::Past;
///
/// let day = Date::parse("2024-07-10")?;
/// // As it was on that day, by what is known now; by what was known by its end.
/// let (was, was_known) = (Past::from(day), Past::from(day).known(Some(day)));
/// assert_ne!(was, was_known);
/// # Ok::<(), bosoto::calendar::CalendarError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Past {
    until: When,
    known: Option<Date>,
}

impl From<Date> for Past {
    fn from(day: Date) -> Self {
        let until = When::Date(day);
        Self { until, known: None }
    }
}

impl From<Instant> for Past {
    fn from(instant: Instant) -> Self {
        let until = When::Instant(instant);
        Self { until, known: None }
    }
}

impl Past {
    /// Only by what had been received by the end of a day.
    #[must_use]
    pub fn known(self, by: Option<Date>) -> Self {
        Self { known: by, ..self }
    }

    /// The day about which is asked.
    pub(crate) fn date(self) -> Date {
        match self.until {
            When::Date(day) => day,
            When::Instant(instant) => instant.date(),
        }
    }

    /// The instant about which is asked: of a day, its first.
    pub(crate) fn instant(self) -> Instant {
        self.until.instant()
    }

    /// Whether an event had happened, and counts.
    fn holds<L: Lifecycle>(self, event: &Event<L>) -> bool {
        let moment = event.moment();
        let had_happened = match self.until {
            When::Date(day) => moment.date() <= day,
            When::Instant(instant) => moment <= instant,
        };
        had_happened && self.known.is_none_or(|by| event.recorded_at().date() <= by)
    }
}

impl<L: Lifecycle> Case<L> {
    /// The case as it was (GE-08), in the order of the log; nothing if there was none. An event that does not fit
    /// without a later one is left out, as a merge leaves it without effect.
    pub fn as_of(&self, past: impl Into<Past>) -> Option<Cow<'_, Self>> {
        let past = past.into();
        if self.log().iter().all(|event| past.holds(event)) {
            return Some(Cow::Borrowed(self));
        }
        let mut replay = Replay::new();
        for mut event in self.log().iter().filter(|event| past.holds(event)).cloned() {
            let second = event.void().is_some_and(|void| void.rule == GE_03.id);
            if second && replay.holds(&event) {
                continue;
            }
            event.mark(None);
            // An error leaves the event out.
            let _ = replay.push(event);
        }
        replay.finish().map(Cow::Owned)
    }
}
