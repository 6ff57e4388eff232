//! Any text as an envelope of any lifecycle.
#![no_main]

use bosoto::any;
use bosoto::policy::Policy;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for lifecycle in any::ALL {
        let Ok(envelope) = lifecycle.envelope(text) else {
            continue;
        };
        let canonical = envelope.to_json();
        let again = lifecycle
            .envelope(&canonical)
            .expect("what is written is read");
        assert_eq!(again.to_json(), canonical);
        let value = serde_json::from_str(text).expect("what is read is JSON");
        let parsed = lifecycle
            .envelope_value(&value)
            .expect("both ways of reading agree");
        assert_eq!(parsed.to_json(), canonical);
        let decided = lifecycle.decide(None, envelope.as_ref(), &Policy::default());
        let decision = decided.expect("a new case reuses no id");
        assert_eq!(
            decision.apply_to(None).expect("one lifecycle").is_some(),
            decision.is_accepted()
        );
    }
});
