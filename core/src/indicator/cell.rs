//! Cells as the tables of indicators have them: trimmed of spaces; a date that cannot be read is none.

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StringDeserializer};

use crate::base::calendar::Date;
use crate::record::{Moment, trim};

/// The day of a cell `YYYYMMDD`, C.E.; none where it is empty or cannot be read.
///
/// ```
/// use bosoto::indicator::day;
///
/// assert_eq!(day(" 20250115 ").map(|day| day.to_string()).as_deref(), Some("2025-01-15"));
/// assert_eq!(day("25680115"), None);
/// ```
#[must_use]
pub fn day(cell: &str) -> Option<Date> {
    Date::parse_compact(trim(cell)).ok()
}

/// The day of a cell `YYYYMMDDHHMMSS`, C.E.; none where it is empty or cannot be read.
///
/// ```
/// use bosoto::indicator::day_of_moment;
///
/// assert_eq!(day_of_moment("20250115235959").map(|day| day.to_string()).as_deref(), Some("2025-01-15"));
/// assert_eq!(day_of_moment("20250115240000"), None);
/// ```
#[must_use]
pub fn day_of_moment(cell: &str) -> Option<Date> {
    let cell = trim(cell);
    Moment::read(cell)?;
    Date::parse_compact(cell.get(..8)?).ok()
}

/// The word of the contract that a cell is, whatever the case of its letters.
pub(super) fn word<'de, T: Deserialize<'de>>(cell: &str) -> Option<T> {
    exactly(&trim(cell).to_ascii_lowercase())
}

/// The word of the contract of this name.
pub(super) fn exactly<'de, T: Deserialize<'de>>(name: &str) -> Option<T> {
    let name: StringDeserializer<Error> = name.to_owned().into_deserializer();
    T::deserialize(name).ok()
}
