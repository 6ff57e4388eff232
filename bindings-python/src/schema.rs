//! JSON Schemas by name.
use bosoto::assistance::Assistance;
use bosoto::compulsory::Compulsory;
use bosoto::episode::Episode;
use bosoto::lifecycle::{Envelope, Event, Lifecycle, Reason};
use schemars::schema_for;
use serde_json::Value;

pub fn names() -> impl Iterator<Item = String> {
    let own = bosoto::any::ALL
        .into_iter()
        .flat_map(|l| ["command", "envelope", "event"].map(|part| format!("{}.{part}", l.name())));
    own.chain(["actor", "error", "obligations", "policy", "decision"].map(str::to_owned))
}

fn of<L: Lifecycle>(part: &str) -> Option<Value> {
    Some(
        match part {
            "command" => schema_for!(L::Command),
            "envelope" => schema_for!(Envelope<L::Command>),
            "event" => schema_for!(Event<L>),
            _ => return None,
        }
        .to_value(),
    )
}

pub fn schema(name: &str) -> Option<Value> {
    Some(
        match name {
            "actor" => schema_for!(bosoto::actor::Actor),
            "error" => schema_for!(bosoto::wire::WireError),
            "obligations" => schema_for!(Vec<bosoto::schedule::Obligation>),
            "policy" => schema_for!(bosoto::policy::Policy),
            "decision" => schema_for!(Vec<Reason>),
            _ => {
                let (l, part) = name.split_once('.')?;
                return match l {
                    "compulsory" => of::<Compulsory>(part),
                    "assistance" => of::<Assistance>(part),
                    "episode" => of::<Episode>(part),
                    _ => None,
                };
            }
        }
        .to_value(),
    )
}
