//! The examples of the page for officers: each is sent as it is written, and answered as it says.
#![allow(clippy::expect_used, clippy::indexing_slicing)]

use std::collections::BTreeMap;

use bosoto_tests::{root, run};
use serde_json::{Value, json};

/// The blocks of JSON of the page, in order.
fn examples() -> Vec<Value> {
    let page = std::fs::read_to_string(root().join("docs/mistakes.md")).expect("the page");
    let blocks = page.split("```json").skip(1);
    let texts = blocks.map(|rest| rest.split("```").next().expect("the end of a block"));
    texts
        .map(|text| serde_json::from_str(text).expect("JSON"))
        .collect()
}

fn steps(example: &Value) -> Vec<Value> {
    example["steps"].as_array().cloned().unwrap_or_default()
}

/// The example after the steps that began its case.
fn after(begun: &[Value], mut example: Value) -> Value {
    if example["merge"].is_object() {
        let envelopes = begun.iter().map(|step| step["do"].clone());
        example["merge"]["base"] = envelopes.collect();
    } else {
        example["steps"] = [begun, &steps(&example)].concat().into();
    }
    example
}

#[test]
fn every_example_is_answered_as_it_says() {
    let mut begun: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for example in examples() {
        let lifecycle = example["lifecycle"].as_str().expect("a lifecycle");
        let whole = match begun.get(lifecycle) {
            Some(begun) => after(begun, example),
            None => {
                begun.insert(lifecycle.to_owned(), steps(&example));
                example
            }
        };
        assert_eq!(run(&whole), Ok(()), "{whole}");
    }
    assert_eq!(begun.len(), 3);
}

#[test]
fn the_examples_take_back_cancel_and_refuse() {
    let all = json!(examples()).to_string();
    for what in [
        "withdraw",
        "cancel",
        "entered_in_error",
        "relocate",
        "recorded_at",
        "missing_precondition",
        "not_permitted",
        "already_done",
    ] {
        assert!(all.contains(&format!("\"{what}\"")), "nothing of {what}");
    }
}
