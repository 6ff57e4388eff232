//! What is generated is what the core says.

use bosoto_generate::{Contract, drift};

#[test]
fn nothing_generated_has_drifted() {
    let drift = Contract::read().map(|contract| drift(&contract));
    assert_eq!(drift, Ok(Vec::new()), "run `make generate`");
}
