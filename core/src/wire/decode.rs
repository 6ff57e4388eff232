//! JSON in: a typed reading, and where that fails a walk along the shape that finds the place.

use std::fmt;

use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor,
};
use serde_json::{Map, Number, Value};

use super::TAG;
use super::error::{self, ErrorCode, WireError, push_front};
use super::explain::{explain, text_problem};
use crate::base::shape::{Shaped, Texts, Ty};
use crate::base::text::{Arg, Message};

/// Reads a document of the contract; a byte order mark before it is skipped.
pub fn decode<T: DeserializeOwned + Shaped>(text: &str) -> Result<T, WireError> {
    sound(decode_unjudged(text)?)
}

/// The same for who judges the texts itself.
pub(crate) fn decode_unjudged<T: DeserializeOwned + Shaped>(text: &str) -> Result<T, WireError> {
    let mut document = None;
    read_or_refuse(text, T::TY, &mut |text| {
        document = typed(text).ok();
        document.is_some()
    })?;
    document.ok_or_else(no_event_id)
}

/// Reads a document, `read` being the typed reading: whether it took the text. It knows no type, so that it is in the
/// library once.
fn read_or_refuse(text: &str, ty: Ty, read: &mut dyn FnMut(&str) -> bool) -> Result<(), WireError> {
    let text = without_mark(text);
    let is_read = read(text);
    if is_read && is_plain(text) {
        return Ok(());
    }
    refuse(text, ty)?;
    if !is_read {
        read(&in_order(text)?);
    }
    Ok(())
}

/// The typed reading: the only one of each type.
#[inline(never)]
pub(super) fn typed<T: DeserializeOwned>(text: &str) -> serde_json::Result<T> {
    serde_json::from_str(text)
}

/// The error of a document in which the shape finds something wrong.
pub(super) fn refuse(text: &str, ty: Ty) -> Result<(), WireError> {
    let value: Value = serde_json::from_str(text).map_err(|problem| not_json(&problem))?;
    explain(&value, ty)
}

/// The document, if its texts are sound.
pub(super) fn sound<T: Shaped>(document: T) -> Result<T, WireError> {
    judge_texts(&document)?;
    Ok(document)
}

/// Judges the texts of a document that is sent, typed or read: control characters and lengths. What a log keeps
/// hands on none. Gives the places of those that are blank, which is for a rule to refuse.
pub(crate) fn judge_texts<T: Shaped>(document: &T) -> Result<Vec<String>, WireError> {
    judged(Texts::of(document))
}

fn judged(Texts { problem, blanks }: Texts) -> Result<Vec<String>, WireError> {
    match problem {
        Some((problem, chars, pointer)) => Err(text_problem(problem, chars).under(&pointer)),
        None => Ok(blanks),
    }
}

/// A text without the byte order mark before it.
pub(crate) fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// Reads a document that is already parsed.
pub fn decode_value<T: DeserializeOwned + Shaped>(value: &Value) -> Result<T, WireError> {
    decode(&value.to_string())
}

/// Whether the typed reading is as strict as the contract: it would take `null` for an absent field and an
/// array for an object.
pub(super) fn is_plain(text: &str) -> bool {
    !(text.contains('[') || text.contains("null")) || is_plain_beside_texts(text)
}

/// The same of what is no text: a note may well have brackets.
fn is_plain_beside_texts(text: &str) -> bool {
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        rest = match first {
            b'"' => after_text(after),
            b'[' | b'n' => return false,
            _ => after,
        };
    }
    true
}

/// What follows a text whose first quote is read.
fn after_text(mut rest: &[u8]) -> &[u8] {
    loop {
        rest = match rest {
            [b'"', after @ ..] => return after,
            [b'\\', _, after @ ..] | [_, after @ ..] => after,
            [] => return rest,
        };
    }
}

/// A document in which the shape finds nothing wrong and the typed reading does, to be read again: a field that
/// occurs twice is refused, and a tag is put before the other fields. What is wrong then is an id that does not
/// fit.
fn in_order(text: &str) -> Result<String, WireError> {
    let mut value = once(text)?;
    tag_first(&mut value);
    Ok(value.to_string())
}

/// Reads JSON in which no object has a field twice.
fn once(text: &str) -> Result<Value, WireError> {
    let mut twice = String::new();
    let mut json = serde_json::Deserializer::from_str(text);
    let read = Once(&mut twice).deserialize(&mut json);
    let whole = read.and_then(|value| json.end().map(|()| value));
    whole.map_err(|problem| match problem.is_data() {
        true => WireError::new(ErrorCode::Malformed, twice, error::DUPLICATE),
        false => not_json(&problem),
    })
}

/// Reads JSON of no shape in particular; a byte order mark before it is skipped.
pub(crate) fn decode_any(text: &str) -> Result<Value, WireError> {
    let value = once(without_mark(text))?;
    explain(&value, Ty::Any)?;
    Ok(value)
}

fn no_event_id() -> WireError {
    WireError::new(ErrorCode::Malformed, "/event_id", error::EVENT_ID)
}

/// Puts the field that tells what an object is before its others.
fn tag_first(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            if let Some(tag) = fields.shift_remove(TAG) {
                fields.shift_insert(0, TAG.to_owned(), tag);
            }
            fields.values_mut().for_each(tag_first);
        }
        Value::Array(items) => items.iter_mut().for_each(tag_first),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// What the parser says of a number such as 1E400.
const OUT_OF_RANGE: &str = "number out of range";

pub(super) fn not_json(problem: &serde_json::Error) -> WireError {
    let number = |n: usize| Arg::Number(i64::try_from(n).unwrap_or(i64::MAX));
    let is_number = problem.to_string().starts_with(OUT_OF_RANGE);
    let wording = if is_number {
        error::HUGE
    } else {
        error::NOT_JSON
    };
    WireError::new(
        ErrorCode::Malformed,
        "",
        Message::new(
            wording,
            [
                ("line", number(problem.line())),
                ("column", number(problem.column())),
            ],
        ),
    )
}

/// Reads JSON in which no object has a field twice; where one has, its pointer is kept here.
struct Once<'p>(&'p mut String);

impl Once<'_> {
    /// What was read at a place; a pointer that was kept continues below it.
    fn below<T, E>(&mut self, segment: &str, read: Result<T, E>) -> Result<T, E> {
        if read.is_err() && !self.0.is_empty() {
            push_front(self.0, segment);
        }
        read
    }
}

impl<'de> DeserializeSeed<'de> for Once<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Once<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Value, E> {
        Ok(flag.into())
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Number::from_f64(number).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut items: A) -> Result<Value, A::Error> {
        let mut all = Vec::new();
        loop {
            let item = items.next_element_seed(Once(self.0));
            match self.below(&all.len().to_string(), item)? {
                Some(item) => all.push(item),
                None => return Ok(all.into()),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut fields: A) -> Result<Value, A::Error> {
        let mut all = Map::new();
        while let Some(name) = fields.next_key::<String>()? {
            let field = fields.next_value_seed(Once(self.0));
            let field = self.below(&name, field)?;
            if all.contains_key(&name) {
                push_front(self.0, &name);
                return Err(de::Error::custom("a field occurs twice"));
            }
            all.insert(name, field);
        }
        Ok(all.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_and_null_in_texts_are_plain() {
        for plain in [
            r#"{"a":"[x] null \" ["}"#,
            r#"{"a":1.5,"b":true}"#,
            r#""\\""#,
            "",
        ] {
            assert!(is_plain(plain), "{plain}");
        }
        for other in [r#"{"a":[]}"#, r#"{"a":null}"#, r#"{"a":"\\","b":[1]}"#] {
            assert!(!is_plain(other), "{other}");
        }
    }
}
