//! Prints every scenario without a merge and without a withdrawal, which no diagram draws, as a line of JSON: its accepted commands, and the state after each.
//! The clients that read the exported tables are held to it (`tests/clients/`).
#![allow(
    clippy::indexing_slicing,
    reason = "a JSON value indexed by a name never panics"
)]

use std::sync::Arc;

use bosoto::any::{self, AnyCase};
use bosoto::policy::Policy;
use bosoto_tests::scenarios;
use serde_json::{Value, json};

fn main() {
    for (name, scenario) in scenarios("scenarios") {
        if let Some(steps) = story(&scenario) {
            let lifecycle = &scenario["lifecycle"];
            println!(
                "{}",
                json!({ "name": name, "lifecycle": lifecycle, "steps": steps })
            );
        }
    }
}

/// The commands that became an event, in order; nothing where there is a merge, a withdrawal or a policy that is
/// none.
fn story(scenario: &Value) -> Option<Vec<Value>> {
    let lifecycle = any::lifecycle(scenario["lifecycle"].as_str()?).ok()?;
    let policy = match scenario.get("policy") {
        Some(policy) => Policy::read(&policy.to_string()).ok()?,
        None => Policy::default(),
    };
    let mut case: Option<Arc<dyn AnyCase>> = None;
    let mut steps = Vec::new();
    for step in scenario["steps"].as_array()? {
        let envelope = step["do"].to_string();
        let Ok(decision) = lifecycle.decide_json(case.as_deref(), &envelope, &policy) else {
            continue;
        };
        let Some(after) = decision.apply_to(case.as_deref()).ok().flatten() else {
            continue;
        };
        if case.as_ref().map_or(0, |case| case.len()) < after.len() {
            steps.push(json!({ "command": step["do"]["command"], "state": after.state() }));
        }
        case = Some(after);
    }
    let mut commands = steps.iter().map(|step| &step["command"]["type"]);
    let only_forward = commands.all(|name| name != "withdraw");
    only_forward.then_some(steps)
}
