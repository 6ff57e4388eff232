//! The parts of a question, read so that their errors point to `/on`, `/at` or `/actor`.

use bosoto::actor::Actor;
use bosoto::calendar::{Date, Instant};
use bosoto::wire::{self, WireError};
use serde::Deserialize;
use serde_json::json;

#[derive(Deserialize)]
struct On {
    on: Date,
}

#[derive(Deserialize)]
struct At {
    at: Instant,
}

#[derive(Deserialize)]
struct By {
    actor: Actor,
}

/// A day, `YYYY-MM-DD`.
pub fn day(text: &str) -> Result<Date, WireError> {
    wire::decode_value::<On>(&json!({ "on": text })).map(|asked| asked.on)
}

/// An instant, RFC 3339.
pub fn instant(text: &str) -> Result<Instant, WireError> {
    wire::decode_value::<At>(&json!({ "at": text })).map(|asked| asked.at)
}

/// Who asks.
pub fn actor(json: &str) -> Result<Actor, WireError> {
    wire::decode::<By>(&format!("{{\"actor\":{json}}}")).map(|asked| asked.actor)
}
