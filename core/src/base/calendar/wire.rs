//! Dates on the wire: `#[serde(with = "…")]` modules over `YYYY-MM-DD` in C.E.

use super::ascii::{Ascii, iso};
use super::{CalendarError, Date, in_range, parse_date};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};
use std::fmt;

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

/// A date with the wire's serde.
struct Wire(Date);

impl Serialize for Wire {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let date = in_range(self.0)
            .ok_or(CalendarError::OutOfRange)
            .map_err(ser::Error::custom)?;
        let mut text = Ascii::<10>::new();
        // Never `None`: ten bytes fit.
        let _ = text.push(&iso(date));
        serializer.serialize_str(text.as_str())
    }
}

impl<'de> Deserialize<'de> for Wire {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let visitor = TextVisitor {
            expecting: "a date `YYYY-MM-DD`",
            parse: parse_date,
        };
        deserializer.deserialize_str(visitor).map(Self)
    }
}

/// `#[serde(with = "calendar::date")]` for a [`Date`].
///
/// ```
/// #[derive(serde::Deserialize)]
/// struct Trace {
///     #[serde(with = "bosoto::calendar::date")]
///     on: bosoto::calendar::Date,
/// }
///
/// let trace: Trace = serde_json::from_str(r#"{"on":"2021-04-10"}"#).unwrap();
/// assert_eq!(trace.on.to_string(), "2021-04-10");
/// assert!(serde_json::from_str::<Trace>(r#"{"on":"2564-04-10"}"#).is_err());
/// ```
pub mod date {
    use super::{Date, Deserialize, Deserializer, Serialize, Serializer, Wire};

    /// Writes `YYYY-MM-DD`.
    ///
    /// # Errors
    ///
    /// Those of the serializer, and a year outside 1800 to 2399.
    pub fn serialize<S: Serializer>(date: &Date, serializer: S) -> Result<S::Ok, S::Error> {
        Wire(*date).serialize(serializer)
    }

    /// Reads `YYYY-MM-DD`.
    ///
    /// # Errors
    ///
    /// Those of [`parse_date`](crate::base::calendar::parse_date), in its words.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
        Wire::deserialize(deserializer).map(|wire| wire.0)
    }
}

/// `#[serde(default, with = "calendar::optional_date", skip_serializing_if = "Option::is_none")]` for an
/// `Option<Date>`.
pub mod optional_date {
    use super::{Date, Deserialize, Deserializer, Serialize, Serializer, Wire};

    /// Writes `YYYY-MM-DD` or null.
    ///
    /// # Errors
    ///
    /// Those of [`date::serialize`](super::date::serialize).
    pub fn serialize<S: Serializer>(date: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
        date.map(Wire).serialize(serializer)
    }

    /// Reads `YYYY-MM-DD` or null.
    ///
    /// # Errors
    ///
    /// Those of [`date::deserialize`](super::date::deserialize).
    pub fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Date>, D::Error> {
        Ok(Option::<Wire>::deserialize(deserializer)?.map(|wire| wire.0))
    }
}

/// `#[serde(with = "calendar::date_list")]` for a `Vec<Date>`.
pub mod date_list {
    use super::{Date, Deserialize, Deserializer, Serializer, Wire};

    /// Writes a list of `YYYY-MM-DD`.
    ///
    /// # Errors
    ///
    /// Those of [`date::serialize`](super::date::serialize).
    pub fn serialize<S: Serializer>(dates: &[Date], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(dates.iter().copied().map(Wire))
    }

    /// Reads a list of `YYYY-MM-DD`.
    ///
    /// # Errors
    ///
    /// Those of [`date::deserialize`](super::date::deserialize).
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Date>, D::Error> {
        let dates = Vec::<Wire>::deserialize(deserializer)?;
        Ok(dates.into_iter().map(|wire| wire.0).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
    struct Row {
        #[serde(with = "super::date")]
        #[schemars(with = "Date")]
        on: Date,
        #[serde(
            default,
            with = "super::optional_date",
            skip_serializing_if = "Option::is_none"
        )]
        #[schemars(with = "Option<Date>")]
        until: Option<Date>,
        #[serde(
            default,
            with = "super::date_list",
            skip_serializing_if = "Vec::is_empty"
        )]
        #[schemars(with = "Vec<Date>")]
        visits: Vec<Date>,
    }

    #[test]
    fn tm_1_dates_round_trip() {
        for json in [
            r#"{"on":"2021-04-03"}"#,
            r#"{"on":"2021-04-03","until":"2024-02-29","visits":["1800-01-01","2399-12-31"]}"#,
        ] {
            let row: Row = serde_json::from_str(json).unwrap();
            assert_eq!(serde_json::to_string(&row).unwrap(), json);
            let buffered: Row =
                serde_json::from_value(serde_json::from_str(json).unwrap()).unwrap();
            assert_eq!(buffered, row);
        }
        let row: Row = serde_json::from_str(r#"{"on":"2021-04-03","until":null}"#).unwrap();
        assert_eq!(row.until, None);
    }

    #[test]
    fn tm_6_serde_errors_speak_as_the_calendar() {
        for json in [
            r#"{"on":"2564-04-03"}"#,
            r#"{"on":"2021-04-03","until":"2564-04-03"}"#,
        ] {
            let error = serde_json::from_str::<Row>(json).unwrap_err().to_string();
            assert!(
                error.starts_with(&CalendarError::BuddhistYear.to_string()),
                "{error}"
            );
        }
        let error = serde_json::from_str::<Row>(r#"{"on":3}"#)
            .unwrap_err()
            .to_string();
        assert!(error.contains("expected a date `YYYY-MM-DD`"), "{error}");
    }

    #[test]
    fn tm_1_a_date_that_could_not_be_read_again_is_not_written() {
        let row = Row {
            on: Date::MAX,
            until: None,
            visits: vec![],
        };
        assert!(serde_json::to_string(&row).is_err());
    }

    #[test]
    fn tm_1_the_schema_is_that_of_a_date() {
        let schema = serde_json::to_value(schemars::schema_for!(Row)).unwrap();
        assert_eq!(schema["properties"]["on"]["format"], "date");
    }
}
