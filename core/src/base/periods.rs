//! Many periods of days, found by a day: of several that hold it, the one added last.

use std::collections::BTreeMap;

use super::calendar::Date;

/// Periods that do not overlap, by first day: its last day and what it is of. One that is added takes the place
/// of what lies under it, so each day is found without a walk.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Periods<T>(BTreeMap<Date, (Date, T)>);

impl<T> Default for Periods<T> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<T: Copy> Periods<T> {
    /// Adds a period, both days included; nothing where it ends before it begins.
    pub(crate) fn add(&mut self, from: Date, to: Date, of: T) {
        if to < from {
            return;
        }
        let before = self.0.range(..from).next_back();
        if let Some((first, (last, under))) = before.map(|(first, period)| (*first, *period))
            && from <= last
        {
            self.keep(Some(first), from.previous(), under);
            self.keep(to.next(), Some(last), under);
        }
        while let Some(first) = self.0.range(from..=to).next().map(|(first, _)| *first) {
            if let Some((last, under)) = self.0.remove(&first) {
                self.keep(to.next(), Some(last), under);
            }
        }
        self.0.insert(from, (to, of));
    }

    /// Keeps what is left of a period, if anything is.
    fn keep(&mut self, from: Option<Date>, to: Option<Date>, of: T) {
        if let (Some(from), Some(to)) = (from, to)
            && from <= to
        {
            self.0.insert(from, (to, of));
        }
    }

    /// What the period added last is of that holds this day.
    pub(crate) fn on(&self, date: Date) -> Option<T> {
        let (_, (last, of)) = self.0.range(..=date).next_back()?;
        (date <= *last).then_some(*of)
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
        fn each_day_finds_the_period_added_last_that_holds_it(
            added in proptest::collection::vec((0_u32..30, 0_u32..30), 0..40),
        ) {
            let mut periods = Periods::default();
            for (place, (from, to)) in added.iter().enumerate() {
                periods.add(day(*from), day(*to), place);
            }
            for date in 0..31 {
                let holds = |(from, to): &(u32, u32)| *from <= date && date <= *to;
                prop_assert_eq!(periods.on(day(date)), added.iter().rposition(holds));
            }
        }
    }
}
