//! Every scenario file holds.

use bosoto_tests::{run, scenarios};

#[test]
fn every_scenario_holds() {
    let mut failed = String::new();
    let mut count = 0;
    for (name, scenario) in scenarios("scenarios") {
        count += 1;
        if let Err(differences) = run(&scenario) {
            failed.push_str(&format!("{name}\n{differences}\n"));
        }
    }
    assert!(count > 0, "no scenario was found");
    assert!(failed.is_empty(), "\n{failed}");
}
