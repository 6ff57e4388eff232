//! The ended times of a long history, found by a day. A short history is walked through.

use std::collections::BTreeMap;

use crate::base::by_id::LONG;
use crate::base::calendar::Date;
use crate::base::periods::Periods;

/// The ended times of a history, by what they were of.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct History<T: Ord>(Option<Box<Known<T>>>);

#[derive(Debug, Clone, PartialEq)]
struct Known<T: Ord> {
    /// How many of the history's times are in it.
    count: usize,
    times: BTreeMap<T, Periods<()>>,
}

impl<T: Ord> Known<T> {
    fn add(&mut self, (of, from, to): (T, Date, Option<Date>)) {
        let periods = self.times.entry(of).or_default();
        periods.add(from, to.unwrap_or(Date::LAST), ());
    }
}

impl<T: Ord> History<T> {
    /// That of a short history.
    pub(super) const NONE: Self = Self(None);

    /// Notes the times of a history that have ended: all but the last one.
    pub(super) fn note<S>(&mut self, history: &[S], time: fn(&S) -> (T, Date, Option<Date>)) {
        if self.0.is_none() && history.len() <= LONG {
            return;
        }
        let known = self.0.get_or_insert_with(|| {
            let times = BTreeMap::new();
            Box::new(Known { count: 0, times })
        });
        let ended = history.len().saturating_sub(1);
        let new = history.get(known.count..ended).unwrap_or_default();
        new.iter().for_each(|one| known.add(time(one)));
        known.count = ended;
    }

    /// Whether an ended time of something that is meant holds this day; nothing of a short history.
    pub(super) fn held(&self, date: Date, mut meant: impl FnMut(&T) -> bool) -> Option<bool> {
        let known = self.0.as_ref()?;
        let mut times = known.times.iter();
        Some(times.any(|(of, periods)| periods.on(date).is_some() && meant(of)))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(place: u32) -> Date {
        Date::parse("2024-06-01").unwrap().full_days(place).unwrap()
    }

    proptest! {
        #[test]
        fn a_long_history_says_what_a_walk_through_it_says(
            history in proptest::collection::vec((0_u8..3, 0_u32..60, 0_u32..60), 1..200),
        ) {
            let mut found = History::NONE;
            for count in 1..=history.len() {
                found.note(&history[..count], |(of, from, to)| (*of, day(*from), Some(day(*to))));
            }
            let (_, ended) = history.split_last().unwrap();
            for (date, meant) in (0..60).flat_map(|date| (0..3).map(move |meant| (date, meant))) {
                let held = found.held(day(date), |of| *of == meant);
                prop_assert_eq!(held.is_some(), history.len() > LONG);
                let walked = ended
                    .iter()
                    .any(|(of, from, to)| *of == meant && *from <= date && date <= *to);
                prop_assert_eq!(held.unwrap_or(walked), walked);
            }
        }
    }
}
