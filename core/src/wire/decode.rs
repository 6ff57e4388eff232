//! JSON in: a fast path, and on failure a second reading that finds the place.
//!
//! The fast path is plain `serde_json`. When it fails the document is read again as a
//! [`serde_json::Value`] and walked by [`Pointed`], a deserializer whose error type knows the code
//! and builds the JSON Pointer on the way out. No message repeats a value of the input.

use std::fmt;

use serde::de::{self, DeserializeOwned, DeserializeSeed, Expected, IntoDeserializer, Unexpected};
use serde_json::{Map, Value};

use super::error::{self, ErrorCode, WireError, push_front, word};
use super::words;
use crate::base::text::Message;

/// Reads a document of the contract.
pub fn decode<T: DeserializeOwned>(text: &str) -> Result<T, WireError> {
    if is_plain(text)
        && let Ok(value) = serde_json::from_str(text)
    {
        return Ok(value);
    }
    let value: Value = serde_json::from_str(text).map_err(|problem| not_json(&problem))?;
    let decoded = decode_value(&value)?;
    match serde_json::from_str::<T>(text) {
        Ok(_) => Ok(decoded),
        Err(_) => Err(WireError::new(ErrorCode::Malformed, "", error::DUPLICATE)),
    }
}

/// Reads a document that is already parsed.
pub fn decode_value<T: DeserializeOwned>(value: &Value) -> Result<T, WireError> {
    refuse_null(value)?;
    T::deserialize(Pointed(value)).map_err(|problem| problem.0)
}

/// Whether plain `serde_json` reads the text as strictly as the contract does: it would take `null`
/// for an absent field and an array for an object.
pub(super) fn is_plain(text: &str) -> bool {
    !text.contains('[') && !text.contains("null")
}

fn not_json(problem: &serde_json::Error) -> WireError {
    let number = |n: usize| crate::base::text::Arg::Number(i64::try_from(n).unwrap_or(i64::MAX));
    WireError::new(
        ErrorCode::Malformed,
        "",
        Message::new(
            error::NOT_JSON,
            [
                ("line", number(problem.line())),
                ("column", number(problem.column())),
            ],
        ),
    )
}

fn refuse_null(value: &Value) -> Result<(), WireError> {
    let at = |problem: WireError, segment: &str| {
        let mut problem = problem;
        push_front(&mut problem.pointer, segment);
        problem
    };
    match value {
        Value::Null => Err(WireError::new(ErrorCode::WrongType, "", error::NULL)),
        Value::Array(items) => items.iter().enumerate().try_for_each(|(index, item)| {
            refuse_null(item).map_err(|problem| at(problem, &index.to_string()))
        }),
        Value::Object(fields) => fields
            .iter()
            .try_for_each(|(name, field)| refuse_null(field).map_err(|problem| at(problem, name))),
        Value::Bool(_) | Value::Number(_) | Value::String(_) => Ok(()),
    }
}

/// A value with the pointer to it, built while an error travels outwards.
struct Pointed<'a>(&'a Value);

/// The error of [`Pointed`].
#[derive(Debug)]
struct Problem(WireError);

impl Problem {
    fn new(code: ErrorCode, pointer: &str, message: impl Into<Message>) -> Self {
        let mut problem = WireError::new(code, "", message);
        if !pointer.is_empty() {
            push_front(&mut problem.pointer, pointer);
        }
        Self(problem)
    }

    fn under(mut self, segment: &str) -> Self {
        push_front(&mut self.0.pointer, segment);
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Problem {}

fn list(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}

impl de::Error for Problem {
    fn custom<T: fmt::Display>(problem: T) -> Self {
        let words = problem.to_string();
        let message = match words::problem(&words) {
            Some(known) => known.into(),
            None => Message::new(error::MALFORMED, [("problem", words::unknown(words))]),
        };
        Self::new(ErrorCode::Malformed, "", message)
    }

    fn invalid_type(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let message = Message::new(
            error::WRONG_TYPE,
            [("expected", words::expected(expected.to_string()))],
        );
        Self::new(ErrorCode::WrongType, "", message)
    }

    fn invalid_value(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let message = Message::new(
            error::UNKNOWN_VALUE,
            [("expected", words::expected(expected.to_string()))],
        );
        Self::new(ErrorCode::UnknownValue, "", message)
    }

    fn invalid_length(_: usize, expected: &dyn Expected) -> Self {
        let message = Message::new(
            error::WRONG_LENGTH,
            [("expected", words::expected(expected.to_string()))],
        );
        Self::new(ErrorCode::WrongLength, "", message)
    }

    fn unknown_variant(_: &str, expected: &'static [&'static str]) -> Self {
        let message = Message::new(error::UNKNOWN_VALUE, [("expected", word(list(expected)))]);
        Self::new(ErrorCode::UnknownValue, "", message)
    }

    fn unknown_field(field: &str, expected: &'static [&'static str]) -> Self {
        let message = match expected {
            [] => error::NO_FIELD.into(),
            _ => Message::new(error::UNKNOWN_FIELD, [("expected", word(list(expected)))]),
        };
        let shown: String = field.chars().take(64).collect();
        Self::new(ErrorCode::UnknownField, &shown, message)
    }

    fn missing_field(field: &'static str) -> Self {
        let message = Message::new(error::MISSING_FIELD, [("field", word(field))]);
        Self::new(ErrorCode::MissingField, field, message)
    }

    fn duplicate_field(field: &'static str) -> Self {
        Self::new(ErrorCode::Malformed, field, error::DUPLICATE)
    }
}

impl<'de> de::Deserializer<'de> for Pointed<'de> {
    type Error = Problem;

    fn deserialize_any<V: de::Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(flag) => visitor.visit_bool(*flag),
            Value::Number(number) => match (number.as_u64(), number.as_i64(), number.as_f64()) {
                (Some(n), _, _) => visitor.visit_u64(n),
                (_, Some(n), _) => visitor.visit_i64(n),
                (_, _, n) => visitor.visit_f64(n.unwrap_or(f64::MAX)),
            },
            Value::String(text) => visitor.visit_borrowed_str(text),
            Value::Array(items) => visitor.visit_seq(Items { items, next: 0 }),
            Value::Object(fields) => visitor.visit_map(Fields::new(fields)),
        }
    }

    fn deserialize_option<V: de::Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        if self.0.is_null() {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_struct<V: de::Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Problem> {
        if self.0.is_object() {
            self.deserialize_any(visitor)
        } else {
            Err(de::Error::invalid_type(
                Unexpected::Other("value"),
                &"an object",
            ))
        }
    }

    fn deserialize_tuple<V: de::Visitor<'de>>(
        self,
        len: usize,
        visitor: V,
    ) -> Result<V::Value, Problem> {
        if let Value::Array(items) = self.0
            && items.len() != len
        {
            return Err(de::Error::invalid_length(items.len(), &visitor));
        }
        self.deserialize_any(visitor)
    }

    fn deserialize_newtype_struct<V: de::Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Problem> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: de::Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Problem> {
        let Value::String(text) = self.0 else {
            return Err(de::Error::invalid_type(
                Unexpected::Other("value"),
                &"a word",
            ));
        };
        visitor.visit_enum(text.as_str().into_deserializer())
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple_struct map identifier ignored_any
    }
}

struct Items<'de> {
    items: &'de [Value],
    next: usize,
}

impl<'de> de::SeqAccess<'de> for Items<'de> {
    type Error = Problem;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Problem> {
        let Some(item) = self.items.get(self.next) else {
            return Ok(None);
        };
        let index = self.next;
        self.next = index.saturating_add(1);
        seed.deserialize(Pointed(item))
            .map(Some)
            .map_err(|problem| problem.under(&index.to_string()))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.items.len())
    }
}

/// The fields of an object, the tag `type` always first.
struct Fields<'de> {
    fields: Vec<(&'de str, &'de Value)>,
    next: usize,
}

impl<'de> Fields<'de> {
    fn new(map: &'de Map<String, Value>) -> Self {
        let (mut fields, rest): (Vec<_>, Vec<_>) = map
            .iter()
            .map(|(name, value)| (name.as_str(), value))
            .partition(|(name, _)| *name == super::TAG);
        fields.extend(rest);
        Self { fields, next: 0 }
    }
}

impl<'de> de::MapAccess<'de> for Fields<'de> {
    type Error = Problem;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Problem> {
        match self.fields.get(self.next) {
            Some((name, _)) => seed
                .deserialize(de::value::BorrowedStrDeserializer::new(name))
                .map(Some),
            None => Ok(None),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Problem> {
        let Some((name, value)) = self.fields.get(self.next) else {
            return Err(de::Error::custom("a value without a name"));
        };
        self.next = self.next.saturating_add(1);
        seed.deserialize(Pointed(value))
            .map_err(|problem| problem.under(name))
    }
}
