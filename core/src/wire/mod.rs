//! The wire contract: canonical JSON in and out.
//!
//! What the schema forbids is a [`WireError`], never a decision: nothing is changed, the JSON
//! Pointer names the place and no value of the input is repeated.
//!
//! This room does not know any document: which fields there are is for the types to say.

use std::borrow::Cow;

use serde_json::value::RawValue;

mod decode;
mod error;
mod explain;
pub(crate) mod tagged;
mod words;

pub use decode::{decode, decode_value};
pub(crate) use decode::{decode_any, decode_unjudged, judge_texts, without_mark};
pub(crate) use error::{CONTROL, Problem, RANGE};
pub use error::{ErrorCode, WireError};

use crate::base::shape::{Shaped, Ty};

/// A document whose shape is another's to say.
impl Shaped for serde_json::Value {
    const TY: Ty = Ty::Any;
}

/// The field that names the variant of a sum.
pub(crate) const TAG: &str = "type";

/// The major version of every stored document.
pub const SCHEMA_VERSION: u32 = 1;

/// The text of bytes in UTF-8. What is no character stands as U+0000, which no JSON has, so that what holds it is
/// malformed, and nothing else; the three bytes of a lone surrogate are one.
///
/// ```
/// assert_eq!(bosoto::wire::mended(b"{}\n\xff"), "{}\n\0");
/// assert_eq!(bosoto::wire::mended(b"a\xed\xa0\x80\xed\xb0\x80b"), "a\0\0b");
/// ```
#[must_use]
pub fn mended(bytes: &[u8]) -> Cow<'_, str> {
    if let Ok(text) = str::from_utf8(bytes) {
        return text.into();
    }
    let mut text = String::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some(chunk) = rest.utf8_chunks().next() {
        text.push_str(chunk.valid());
        let (valid, invalid) = (chunk.valid().len(), chunk.invalid().len());
        let after = rest.get(valid..).unwrap_or_default();
        if invalid > 0 {
            text.push('\0');
        }
        let length = if is_surrogate(after) { 3 } else { invalid };
        rest = after.get(length..).unwrap_or_default();
    }
    text.into()
}

/// Whether half of a pair in UTF-16 begins here, as if it were a character.
fn is_surrogate(bytes: &[u8]) -> bool {
    matches!(bytes, [0xed, 0xa0..=0xbf, 0x80..=0xbf, ..])
}

/// Reads a list: a JSON array, or NDJSON; a byte order mark before it is skipped.
///
/// # Errors
///
/// The first element that the schema forbids; its pointer begins with the element's index.
pub fn decode_list<T: serde::de::DeserializeOwned + Shaped>(
    text: &str,
) -> Result<Vec<T>, WireError> {
    let text = without_mark(text);
    if is_array(text) {
        return array(text);
    }
    each(&mut lines(text).map(|(_, line)| line))
}

/// The elements of an array, each read by itself unless all are plain.
fn array<T: serde::de::DeserializeOwned + Shaped>(text: &str) -> Result<Vec<T>, WireError> {
    let inside = text.split_once('[').map_or("", |(_, inside)| inside);
    if decode::is_plain(inside)
        && let Ok(elements) = decode::typed(text)
    {
        return decode::sound(elements);
    }
    match elements(text) {
        Ok(elements) => each(&mut elements.into_iter().map(RawValue::get)),
        Err(problem) => decode::refuse(text, <[T]>::TY).and(Err(decode::not_json(&problem))),
    }
}

/// Documents, each read by itself.
fn each<T: serde::de::DeserializeOwned + Shaped>(
    documents: &mut dyn Iterator<Item = &str>,
) -> Result<Vec<T>, WireError> {
    let mut all = Vec::new();
    for text in documents {
        let one = decode(text).map_err(|error| error.under(&format!("/{}", all.len())))?;
        all.push(one);
    }
    Ok(all)
}

/// The elements of an array as they are written.
fn elements(text: &str) -> serde_json::Result<Vec<&RawValue>> {
    serde_json::from_str(text)
}

/// The lines of an NDJSON text that are not blank, with their 1-based numbers. The first may begin with a byte
/// order mark: who reads it skips it.
pub fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    (1_usize..)
        .zip(text.lines())
        .filter(|(_, line)| !without_mark(line).trim().is_empty())
}

/// The documents of a log, each with its 1-based place: the lines of an NDJSON text that are not
/// blank, or the elements of a JSON array.
///
/// # Errors
///
/// [`ErrorCode::Malformed`]: an array that is not JSON.
pub(crate) fn documents(text: &str) -> Result<Vec<(usize, &str)>, WireError> {
    let text = without_mark(text);
    if !is_array(text) {
        return Ok(lines(text).collect());
    }
    let elements = elements(text).map_err(|e| decode::not_json(&e))?;
    Ok((1..).zip(elements.into_iter().map(RawValue::get)).collect())
}

fn is_array(text: &str) -> bool {
    text.trim_start().starts_with('[')
}

/// Canonical JSON: keys in the order of the schema, no white space.
pub fn to_json<T: serde::Serialize + ?Sized>(value: &T) -> String {
    // The types of this crate have string keys and no failing serialisers, so this cannot fail.
    serde_json::to_string(value).unwrap_or_default()
}
