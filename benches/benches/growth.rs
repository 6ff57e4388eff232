//! Whether anything grows faster than a case: four times the events should cost four times as much, or a
//! little more. `make growth` holds the steps to that; here is the time.

use std::sync::Arc;

use bosoto::any::{AnyCase, AnyEnvelope};
use bosoto::calendar::Date;
use bosoto::policy::Policy;
use bosoto_benches::growth::{EVENTS, SHAPES, Shape, act, halves, under_one_id};
use divan::Bencher;

fn main() {
    divan::main();
}

fn every() -> impl Iterator<Item = Long> {
    let longer = |shape| EVENTS.map(|events| Long { shape, events });
    SHAPES.into_iter().flat_map(longer)
}

/// A case of about so many events.
#[derive(Debug, Clone, Copy)]
struct Long {
    shape: Shape,
    events: usize,
}

impl std::fmt::Display for Long {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}, {}", self.shape, self.events)
    }
}

impl Long {
    fn envelopes(&self) -> Vec<Arc<dyn AnyEnvelope>> {
        self.shape.envelopes(self.events)
    }

    fn case(&self) -> Arc<dyn AnyCase> {
        act(&self.envelopes())
    }
}

/// A case built act by act.
#[divan::bench(args = every(), sample_count = 5, sample_size = 1)]
fn acts(bencher: Bencher, long: Long) {
    let envelopes = long.envelopes();
    bencher.bench(|| act(&envelopes));
}

#[divan::bench(args = every(), sample_count = 5, sample_size = 1)]
fn replay(bencher: Bencher, long: Long) {
    let (lifecycle, log) = (long.shape.lifecycle(), long.case().log());
    bencher.bench(|| lifecycle.replay(&log).expect("it fits"));
}

#[divan::bench(args = every(), sample_count = 5, sample_size = 1)]
fn merge(bencher: Bencher, long: Long) {
    let lifecycle = long.shape.lifecycle();
    let [one, other] = halves(&long.case().log());
    bencher.bench(|| lifecycle.merge(&one, &other).expect("one case"));
}

#[divan::bench(args = EVENTS, sample_count = 5, sample_size = 1)]
fn merge_under_one_id(bencher: Bencher, events: usize) {
    let lifecycle = SHAPES[0].lifecycle();
    let [one, other] = under_one_id(events);
    bencher.bench(|| lifecycle.merge(&one, &other).expect("one case"));
}

#[divan::bench(args = every(), sample_count = 5, sample_size = 1)]
fn obligations(bencher: Bencher, long: Long) {
    let case = long.case();
    bencher.bench(|| case.obligations(Date::LAST, &Policy::default()));
}

/// A repetition of the last act but one.
#[divan::bench(args = every(), sample_count = 5, sample_size = 1)]
fn repeated(bencher: Bencher, long: Long) {
    let (envelopes, lifecycle) = (long.envelopes(), long.shape.lifecycle());
    let case = act(&envelopes);
    let again = &envelopes[envelopes.len() - 2];
    let policy = Policy::default();
    bencher.bench(|| lifecycle.decide(Some(case.as_ref()), again.as_ref(), &policy));
}

/// 8,000 acts, which should take no more than 40 ms.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn eight_thousand_acts(bencher: Bencher) {
    let shape = SHAPES[1];
    let envelopes = shape.envelopes(8_000);
    bencher.bench(|| act(&envelopes));
}
