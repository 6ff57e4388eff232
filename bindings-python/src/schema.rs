//! JSON Schemas by name.
use bosoto::compulsory::{Command, Compulsory};
use bosoto::lifecycle::{Envelope, Event};
use bosoto::policy::Policy;
use bosoto::schedule::Obligation;
use bosoto::wire::WireError;
use schemars::schema_for;
use serde_json::Value;

pub fn names() -> impl Iterator<Item = &'static str> {
    ["compulsory_envelope", "compulsory_event", "error", "obligation", "policy", "reason"].into_iter()
}

pub fn schema(name: &str) -> Option<Value> {
    let schema = match name {
        "compulsory_envelope" => schema_for!(Envelope<Command>),
        "compulsory_event" => schema_for!(Event<Compulsory>),
        "error" => schema_for!(WireError),
        "obligation" => schema_for!(Obligation),
        "policy" => schema_for!(Policy),
        "reason" => schema_for!(bosoto::lifecycle::Reason),
        _ => return None,
    };
    Some(schema.to_value())
}
