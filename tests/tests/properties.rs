//! What must hold for every sequence of commands, however odd.
#![allow(clippy::expect_used)]

use std::sync::LazyLock;

use bosoto::any::AnyCase;
use bosoto::policy::Policy;
use bosoto_tests::random::{CORPUS, Run, devices, moves, named, viewers};
use jsonschema::Validator;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::json;

static OBLIGATIONS: LazyLock<Validator> = LazyLock::new(|| named("obligations"));
static VIEW: LazyLock<Validator> = LazyLock::new(|| named("view"));

/// Every view has its shape; what it withholds is another test's (`privacy.rs`).
fn views(case: &dyn AnyCase) {
    let policy = Policy::default();
    for actor in viewers(&case.log()) {
        let view = json!(case.view(&actor, &policy));
        assert!(VIEW.is_valid(&view), "{view}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn ge_04_every_sequence_keeps_what_must_always_hold(
        lifecycle in any::<Index>(),
        story in any::<Index>(),
        length in any::<Index>(),
        moves in proptest::collection::vec(moves(), 0..24),
    ) {
        let mut run = Run::new(lifecycle.get(&CORPUS), &story, &length);
        for one in &moves {
            run.follow(one);
        }
        let machine = run.corpus.lifecycle.machine();
        if let Some(case) = &run.case {
            prop_assert!(machine.states.iter().any(|state| state.name == case.state()));
            let owed = json!(case.obligations(run.day, &Policy::default()));
            prop_assert!(OBLIGATIONS.is_valid(&owed), "{}", owed);
            views(case.as_ref());
            run.repetitions(case.as_ref());
        }
        if let Some(again) = run.replays() {
            run.repetitions(again.as_ref());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn ge_04_a_merge_is_a_union_whatever_the_clocks_say(devices in devices()) {
        devices.merge_to_a_union()?;
    }
}
