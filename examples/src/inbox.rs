//! What a receiving system does with each line of a log: read it, judge it, keep the case.

use std::collections::BTreeMap;
use std::sync::Arc;

use bosoto::any::{self, AnyCase};
use bosoto::policy::Policy;
use bosoto::wire::WireError;
use serde_json::Value;

/// The cases of a province by lifecycle and id.
#[derive(Debug, Default)]
pub struct Inbox {
    /// The policy under which lines are judged.
    pub policy: Policy,
    cases: BTreeMap<(String, String), Arc<dyn AnyCase>>,
}

/// What came of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Accepted for the first time: its effects are to be executed.
    Accepted,
    /// Accepted before (GE-03).
    Repeated,
    /// Refused; the rule and the kind of the first reason.
    Refused(String, String),
    /// No command at all; the code of the error.
    Broken(String),
}

impl Inbox {
    /// Reads and judges a line `{"lifecycle", "case_id", "do"}`.
    pub fn receive(&mut self, line: &str) -> Verdict {
        let Ok(line) = serde_json::from_str::<Value>(line) else {
            return Verdict::Broken("malformed".into());
        };
        self.judge(&line)
            .unwrap_or_else(|error| Verdict::Broken(error.code.code().into()))
    }

    fn judge(&mut self, line: &Value) -> Result<Verdict, WireError> {
        let key = (text(line, "lifecycle"), text(line, "case_id"));
        let lifecycle = any::lifecycle(&key.0)?;
        let envelope = lifecycle.envelope_value(&line["do"])?;
        let case = self.cases.get(&key).map(Arc::as_ref);
        let decision = lifecycle.decide(case, envelope.as_ref(), &self.policy)?;
        let after = decision.apply_to(case)?;
        let answer: Value = serde_json::from_str(&decision.to_json()).unwrap_or_default();
        if !decision.is_accepted() {
            let reason = &answer["reasons"][0];
            return Ok(Verdict::Refused(text(reason, "rule"), text(reason, "kind")));
        }
        if answer["repeated"] == true {
            return Ok(Verdict::Repeated);
        }
        self.cases.extend(after.map(|after| (key, after)));
        Ok(Verdict::Accepted)
    }

    /// Every case.
    pub fn cases(&self) -> impl Iterator<Item = &dyn AnyCase> {
        self.cases.values().map(Arc::as_ref)
    }
}

fn text(value: &Value, name: &str) -> String {
    value[name].as_str().unwrap_or_default().to_owned()
}
