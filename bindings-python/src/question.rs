//! The parts of a question, read so that their errors point to `/on`, `/at` or `/actor`.

use bosoto::actor::Actor;
use bosoto::calendar::{Date, Instant};
use bosoto::wire::{self, WireError};
use serde_json::json;

/// A day, `YYYY-MM-DD`.
pub fn day(text: &str) -> Result<Date, WireError> {
    wire::decode_value(&json!(text)).map_err(|error| error.under("/on"))
}

/// The day by which it had to be received to count, `YYYY-MM-DD`.
pub fn known_by(text: &str) -> Result<Date, WireError> {
    wire::decode_value(&json!(text)).map_err(|error| error.under("/known"))
}

/// An instant, RFC 3339.
pub fn instant(text: &str) -> Result<Instant, WireError> {
    wire::decode_value(&json!(text)).map_err(|error| error.under("/at"))
}

/// Who asks.
pub fn actor(json: &str) -> Result<Actor, WireError> {
    wire::decode(json).map_err(|error| error.under("/actor"))
}
