//! Any text as the log of a case, and two of them merged.
#![no_main]

use bosoto::any;
use bosoto::calendar::Date;
use bosoto::policy::Policy;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|logs: (&str, &str)| {
    let (a, b) = logs;
    let policy = Policy::default();
    for lifecycle in any::ALL {
        if let Ok(Some(case)) = lifecycle.replay(a) {
            let log = case.log();
            let again = lifecycle.replay(&log).expect("what is written is read");
            assert_eq!(again.map(|again| again.log()), Some(log.clone()));
            assert_eq!(lifecycle.replay_lines(&log).used, case.len());
            let on = Date::parse("2024-06-06").expect("a day");
            let _ = case.obligations(on, &policy);
        }
        let _ = lifecycle.replay_lines(a);
        let (Ok(one), Ok(other)) = (lifecycle.merge(a, b), lifecycle.merge(b, a)) else {
            continue;
        };
        assert_eq!(one.json, other.json, "in whatever order");
        let again = lifecycle
            .merge(&one.log, b)
            .expect("what is written is read");
        assert_eq!(again.json, one.json, "however often");
    }
});
