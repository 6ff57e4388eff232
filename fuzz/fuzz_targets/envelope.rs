//! Any text as an envelope of any lifecycle.
#![no_main]

use bosoto::any;
use bosoto::policy::Policy;
use bosoto::wire::ErrorCode;
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
        let json = text.strip_prefix('\u{feff}').unwrap_or(text);
        let value = serde_json::from_str(json).expect("what is read is JSON");
        let parsed = lifecycle
            .envelope_value(&value)
            .expect("both ways of reading agree");
        assert_eq!(parsed.to_json(), canonical);
        let decided = lifecycle.decide(None, envelope.as_ref(), &Policy::default());
        // A new case reuses no id.
        let decision = match decided {
            Ok(decision) => decision,
            Err(error) => {
                assert_eq!(error.code, ErrorCode::OtherCase);
                continue;
            }
        };
        assert_eq!(
            decision.apply_to(None).expect("one lifecycle").is_some(),
            decision.is_accepted()
        );
    }
});
