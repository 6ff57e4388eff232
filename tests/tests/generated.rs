//! What is generated is what the core says.

use bosoto_tests::generated;

#[test]
fn nothing_generated_has_drifted() {
    let drift = generated::drift();
    assert!(
        drift.is_empty(),
        "run `cargo run -p bosoto-tests --bin generate`: {drift:?}"
    );
}
