//! Putting things in order, by one sort for all of them.
//!
//! A sort of the standard library is compiled anew for each type and each way to compare it, which is several kilobytes
//! every time. Here places are sorted, by a comparison that is handed in, and the things are moved once. It is for what
//! few or nobody waits for; what is sorted by the million sorts itself.

use std::cmp::Ordering;
use std::mem;

/// Puts things in order; equals stay as they are.
///
/// ```
/// use bosoto::base::order;
///
/// let mut words = ["b", "c", "a"];
/// order::sort(&mut words);
/// assert_eq!(words, ["a", "b", "c"]);
/// ```
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// Puts things in the order of a comparison; equals stay as they are.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let of_places = |one: usize, other: usize| match (items.get(one), items.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    };
    for (one, other) in swaps(items.len(), &of_places) {
        items.swap(one, other);
    }
}

/// Puts things in the order of their keys, each of which is made once; equals stay as they are.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    let keys: Vec<K> = items.iter().map(key).collect();
    let of_places = |one: usize, other: usize| keys.get(one).cmp(&keys.get(other));
    for (one, other) in swaps(keys.len(), &of_places) {
        items.swap(one, other);
    }
}

/// What has to change places, one pair after the other, so that so many things are in order.
#[inline(never)]
fn swaps(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<(usize, usize)> {
    if (1..count).all(|at| compare(at.saturating_sub(1), at).is_le()) {
        return Vec::new();
    }
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|one, other| compare(*one, *other));
    let mut swaps = Vec::with_capacity(count);
    for begin in 0..count {
        let mut at = begin;
        // What belongs here stands at `from`; a place that has its own ends the round.
        while let Some(place) = places.get_mut(at) {
            let from = mem::replace(place, at);
            if from == begin || from == at {
                break;
            }
            swaps.push((at, from));
            at = from;
        }
    }
    swaps
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(numbers in proptest::collection::vec(0_u8..20, 0..60)) {
            let numbered = || numbers.iter().copied().zip(0_usize..);
            let mut expected: Vec<_> = numbered().collect();
            expected.sort_by_key(|(number, _)| *number);

            let mut by_key: Vec<_> = numbered().collect();
            sort_by_key(&mut by_key, |(number, _)| *number);
            prop_assert_eq!(&by_key, &expected);

            let mut by_comparison: Vec<_> = numbered().collect();
            sort_by(&mut by_comparison, |(one, _), (other, _)| one.cmp(other));
            prop_assert_eq!(&by_comparison, &expected);

            let mut plain = numbers.clone();
            sort(&mut plain);
            prop_assert!(plain.is_sorted());
        }
    }
}
