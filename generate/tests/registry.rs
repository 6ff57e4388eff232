//! The tables and the registry of rules speak of the same rules, and each rule is proven.

use std::collections::BTreeSet;

use bosoto::registry;
use bosoto_generate::sources::{Index, named_in_core};

fn rules() -> impl Iterator<Item = &'static str> {
    registry::rules().into_iter().map(|rule| rule.id)
}

#[test]
fn every_rule_is_applied_in_the_core() {
    let index = Index::read();
    let unclaimed: Vec<&str> = rules()
        .filter(|id| !index.applied.contains_key(id))
        .collect();
    assert!(unclaimed.is_empty(), "{unclaimed:?}");
}

#[test]
fn every_rule_is_proven_by_a_scenario_or_a_test_of_its_name() {
    let index = Index::read();
    let unproven: Vec<&str> = rules()
        .filter(|id| !index.proven.contains_key(id))
        .collect();
    assert!(unproven.is_empty(), "{unproven:?}");
}

#[test]
fn the_core_names_no_rule_that_the_registry_does_not_have() {
    let families: BTreeSet<&str> = registry::rules()
        .into_iter()
        .filter_map(|rule| rule.id.split('-').next())
        .collect();
    for name in named_in_core() {
        let family = name.split('-').next().unwrap_or_default();
        if families.contains(family) {
            assert!(registry::rule(&name).is_some(), "{name}");
        }
    }
}
