//! Any text as a policy.
#![no_main]

use bosoto::policy::{Document, Policy};
use bosoto::wire;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(policy) = Policy::read(text) {
        assert!(policy.document().problems().is_empty());
        assert_eq!(Policy::read(&wire::to_json(&policy)), Ok(policy));
    }
    if let Ok(document) = wire::decode::<Document>(text) {
        let sound = document.problems().is_empty();
        assert_eq!(Policy::try_from(document).is_ok(), sound);
    }
});
