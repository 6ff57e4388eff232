//! The parts of a question, read so that their errors point to `/on`, `/at`, `/known`, `/actor` or `/query`.

use std::num::NonZeroUsize;
use std::thread::available_parallelism;

use bosoto::calendar::{Date, Instant};
use bosoto::lifecycle::Past;
use bosoto::wire::{self, ErrorCode, WireError};
use bosoto::{Actor, Text};
use serde_json::json;

/// A day, `YYYY-MM-DD`.
pub fn day(text: &str) -> Result<Date, WireError> {
    wire::decode_value(&json!(text)).map_err(|error| error.under("/on"))
}

/// An instant, RFC 3339.
pub fn instant(text: &str) -> Result<Instant, WireError> {
    wire::decode_value(&json!(text)).map_err(|error| error.under("/at"))
}

/// Who asks.
pub fn actor(json: &str) -> Result<Actor, WireError> {
    wire::decode(json).map_err(|error| error.under("/actor"))
}

/// A day, and by which day it had to be received to count.
pub fn past(on: &str, known: Option<&str>) -> Result<Past, WireError> {
    Ok(Past::from(day(on)?).known(known_by(known)?))
}

/// The same of an instant.
pub fn past_at(at: &str, known: Option<&str>) -> Result<Past, WireError> {
    Ok(Past::from(instant(at)?).known(known_by(known)?))
}

fn known_by(known: Option<&str>) -> Result<Option<Date>, WireError> {
    let read = |text| wire::decode_value(&json!(text));
    let known = known.map(read).transpose();
    known.map_err(|error| error.under("/known"))
}

/// As many threads as asked for; all cores where that is none.
pub fn by(threads: i32) -> Result<NonZeroUsize, WireError> {
    let asked = usize::try_from(threads);
    let asked = asked.map_err(|_| WireError::new(ErrorCode::WrongType, "/threads", BELOW_NONE))?;
    let all = || available_parallelism().unwrap_or(NonZeroUsize::MIN);
    Ok(NonZeroUsize::new(asked).unwrap_or_else(all))
}

const BELOW_NONE: Text = Text::given(&[
    "จำนวนเธรดต้องเป็นจำนวนเต็มตั้งแต่ 0 โดย 0 คือใช้ทุกแกนของหน่วยประมวลผล",
    "expected a number of threads from 0; 0 is all cores",
]);
