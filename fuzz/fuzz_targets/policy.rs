//! Any text as a policy.
#![no_main]

use bosoto::{policy::Policy, wire};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(policy) = wire::policy(text) {
        assert!(policy.validate().is_ok());
        assert_eq!(wire::policy(&wire::to_json(&policy)), Ok(policy));
    }
    if let Ok(policy) = wire::decode::<Policy>(text) {
        assert_eq!(policy.validate().is_ok(), policy.problems().is_empty());
    }
});
