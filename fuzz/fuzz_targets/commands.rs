//! A sequence of envelopes, one a line, on one case.
#![no_main]

use bosoto::any;
use bosoto::policy::Policy;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let policy = Policy::default();
    for lifecycle in any::ALL {
        let mut case = None;
        for line in text.lines().take(40) {
            let Ok(decision) = lifecycle.decide_json(case.as_deref(), line, &policy) else {
                continue;
            };
            let again = lifecycle
                .decide_json(case.as_deref(), line, &policy)
                .expect("the same");
            assert_eq!(again.to_json(), decision.to_json());
            case = decision.apply_to(case.as_deref()).expect("one lifecycle");
        }
        let Some(case) = case else {
            continue;
        };
        let again = lifecycle
            .replay(&case.log())
            .expect("a log of decisions fits");
        assert_eq!(again.map(|again| again.log()), Some(case.log()));
    }
});
