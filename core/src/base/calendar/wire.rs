//! Texts read by a parser of the calendar.

use std::fmt;

use serde::de;

use super::CalendarError;

/// Reads a borrowed text with a parser of this module.
pub(super) struct TextVisitor<T> {
    /// What the text should have been.
    pub(super) expecting: &'static str,
    /// The parser.
    pub(super) parse: fn(&str) -> Result<T, CalendarError>,
}

impl<T> de::Visitor<'_> for TextVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expecting)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        (self.parse)(text).map_err(E::custom)
    }
}
