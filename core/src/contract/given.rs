//! What a call is given and what it answers, by type: each says its shape, and how it is read from a text.

use std::marker::PhantomData;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::base::actor::Actor;
use crate::base::calendar::{Date, Instant, Style};
use crate::base::data_error::DataError;
use crate::base::private::Whole;
use crate::base::shape::{Count, Shaped, Ty};
use crate::base::text::{Arg, Message, Text, text};
use crate::lifecycles::any::{self, AnyEnvelopes, AnyEvent, AnyLifecycle};
use crate::policy::{self, Policy};
use crate::question::batch::ManyLogs;
use crate::question::casework::CaseworkQuery;
use crate::question::roster::DistrictRoster;
use crate::question::timeliness::Place;
use crate::question::worklist::WorklistQuery;
use crate::record::Table;
use crate::surveillance::SmivPerson;
use crate::wire::{self, ErrorCode, WireError};

/// An argument of a call.
pub(super) trait Given<'a>: Sized {
    /// Its shape.
    const TY: Ty;
    /// Whether it is a JSON document; otherwise the text is the value itself.
    const JSON: bool;

    /// Reads it.
    fn read(name: &'static str, text: &'a str) -> Result<Self, WireError>;
}

/// Reads an argument that has to be there.
pub(super) fn needed<'a, T: Given<'a>>(
    name: &'static str,
    given: Option<&'a str>,
) -> Result<T, WireError> {
    match given {
        Some(text) => T::read(name, text),
        None => {
            let args = [("field", Arg::Word(name.into()))];
            let message = Message::new(MISSING, args);
            Err(WireError::new(
                ErrorCode::MissingField,
                format!("/{name}"),
                message,
            ))
        }
    }
}

/// Reads an argument that may be left out.
pub(super) fn allowed<'a, T: Given<'a>>(
    name: &'static str,
    given: Option<&'a str>,
) -> Result<Option<T>, WireError> {
    given.map(|text| T::read(name, text)).transpose()
}

const MISSING: Text = text!(
    "ขาดข้อมูล `{field}` โปรดระบุ",
    "the argument `{field}` is required",
);

/// The name of a lifecycle.
impl Given<'_> for &'static dyn AnyLifecycle {
    const TY: Ty = Ty::Listed("Lifecycle");
    const JSON: bool = false;

    fn read(_: &'static str, text: &str) -> Result<Self, WireError> {
        any::lifecycle(text)
    }
}

/// The log of a case: NDJSON, or a JSON array of events.
pub(super) struct Log<'a>(pub &'a str);

impl<'a> Given<'a> for Log<'a> {
    const TY: Ty = Ty::List(&AnyEvent::TY, &Count::ANY);
    const JSON: bool = true;

    fn read(_: &'static str, text: &'a str) -> Result<Self, WireError> {
        Ok(Self(text))
    }
}

/// Many logs, each with its lifecycle: NDJSON, one line a case, or a JSON array.
pub(super) struct Many<'a>(pub &'a str);

impl<'a> Given<'a> for Many<'a> {
    const TY: Ty = ManyLogs::TY;
    const JSON: bool = true;

    fn read(_: &'static str, text: &'a str) -> Result<Self, WireError> {
        Ok(Self(text))
    }
}

/// An envelope of a lifecycle that another argument names.
pub(super) struct Sent<'a>(pub &'a str);

impl<'a> Given<'a> for Sent<'a> {
    const TY: Ty = AnyEnvelopes::TY;
    const JSON: bool = true;

    fn read(_: &'static str, text: &'a str) -> Result<Self, WireError> {
        Ok(Self(text))
    }
}

/// A text.
impl<'a> Given<'a> for &'a str {
    const TY: Ty = str::TY;
    const JSON: bool = false;

    fn read(_: &'static str, text: &'a str) -> Result<Self, WireError> {
        Ok(text)
    }
}

/// The text of a cell. One with U+0000, as which what is no character is handed in, is no text.
pub(super) struct Cell<'a>(pub &'a str);

impl<'a> Given<'a> for Cell<'a> {
    const TY: Ty = str::TY;
    const JSON: bool = false;

    fn read(name: &'static str, text: &'a str) -> Result<Self, WireError> {
        if text.contains('\0') {
            let place = format!("/{name}");
            return Err(WireError::new(ErrorCode::Malformed, place, wire::CONTROL));
        }
        Ok(Self(text))
    }
}

/// The language of titles: `th` or `en`.
impl Given<'_> for super::Titles {
    const TY: Ty = Ty::Either(&[Ty::Constant("th"), Ty::Constant("en")]);
    const JSON: bool = false;

    fn read(name: &'static str, text: &str) -> Result<Self, WireError> {
        match text {
            "th" => Ok(Self::Thai),
            "en" => Ok(Self::English),
            _ => Err(WireError::new(
                ErrorCode::UnknownValue,
                format!("/{name}"),
                LANGUAGE,
            )),
        }
    }
}

const LANGUAGE: Text = text!(
    "โปรดระบุภาษาเป็น `th` หรือ `en`",
    "the language is `th` or `en`",
);

/// The cells of a row, `{column: value}`.
pub(super) struct Cells(Map<String, Value>);

impl Given<'_> for Cells {
    const TY: Ty = Ty::Any;
    const JSON: bool = true;

    fn read(name: &'static str, text: &str) -> Result<Self, WireError> {
        let place = format!("/{name}");
        match wire::decode_any(text).map_err(|error| error.under(&place))? {
            Value::Object(cells) => Ok(Self(cells)),
            Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::String(_)
            | Value::Array(_) => Err(WireError::new(ErrorCode::WrongType, place, NO_CELLS)),
        }
    }
}

const NO_CELLS: Text = text!(
    "โปรดระบุแถวเป็นชื่อคอลัมน์กับค่าที่เป็นข้อความ",
    "a row is an object of column names and texts",
);

impl Cells {
    /// The texts of the cells.
    pub(super) fn texts<'a>(&'a self, table: &str) -> Result<Vec<(&'a str, &'a str)>, DataError> {
        let cell = |(name, value): (&'a String, &'a Value)| match value {
            Value::String(text) => Ok((name.as_str(), text.as_str())),
            Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::Array(_)
            | Value::Object(_) => {
                let table = Table::named(table)?;
                let column = table.column_named(name)?;
                Err(DataError::wrong_type(table.name(), column.name))
            }
        };
        self.0.iter().map(cell).collect()
    }
}

/// A value that is a text on the wire, its error at the name of the argument.
fn plain<T: serde::de::DeserializeOwned + Shaped>(
    name: &'static str,
    text: &str,
) -> Result<T, WireError> {
    wire::decode_value(&text.into()).map_err(|error| error.under(&format!("/{name}")))
}

impl Given<'_> for Date {
    const TY: Ty = Ty::Date;
    const JSON: bool = false;

    fn read(name: &'static str, text: &str) -> Result<Self, WireError> {
        plain(name, text)
    }
}

impl Given<'_> for Instant {
    const TY: Ty = Ty::Instant;
    const JSON: bool = false;

    fn read(name: &'static str, text: &str) -> Result<Self, WireError> {
        plain(name, text)
    }
}

impl Given<'_> for Style {
    const TY: Ty = <Self as Shaped>::TY;
    const JSON: bool = false;

    fn read(name: &'static str, text: &str) -> Result<Self, WireError> {
        plain(name, text)
    }
}

impl Given<'_> for Place {
    const TY: Ty = <Self as Shaped>::TY;
    const JSON: bool = false;

    fn read(name: &'static str, text: &str) -> Result<Self, WireError> {
        plain(name, text)
    }
}

impl Given<'_> for Whole {
    const TY: Ty = <Self as Shaped>::TY;
    const JSON: bool = true;

    fn read(name: &'static str, text: &str) -> Result<Self, WireError> {
        wire::decode(text).map_err(|error| error.under(&format!("/{name}")))
    }
}

impl Given<'_> for Actor {
    const TY: Ty = <Self as Shaped>::TY;
    const JSON: bool = true;

    fn read(name: &'static str, text: &str) -> Result<Self, WireError> {
        wire::decode(text).map_err(|error| error.under(&format!("/{name}")))
    }
}

impl Given<'_> for Policy {
    const TY: Ty = policy::Document::TY;
    const JSON: bool = true;

    /// A document that stands alone, unless there are two of them.
    fn read(name: &'static str, text: &str) -> Result<Self, WireError> {
        Self::read(text).map_err(|error| match name {
            "policy" => error,
            one_of_two => error.under(&format!("/{one_of_two}")),
        })
    }
}

/// A document that stands alone: the places of its errors begin in it.
macro_rules! documents {
    ($($document:ty = $read:path;)+) => {
        $(
            impl Given<'_> for $document {
                const TY: Ty = <Self as Shaped>::TY;
                const JSON: bool = true;

                fn read(_: &'static str, text: &str) -> Result<Self, WireError> {
                    $read(text)
                }
            }
        )+
    };
}

documents! {
    CaseworkQuery = wire::decode;
    WorklistQuery = wire::decode;
    SmivPerson = wire::decode;
    Vec<DistrictRoster> = wire::decode_list;
}

/// An answer as canonical JSON, with the type whose shape it has.
pub(super) struct Written<T: ?Sized>(pub String, PhantomData<T>);

impl<T: Serialize> Written<T> {
    /// Writes it.
    pub(super) fn of(answer: &T) -> Self {
        Self::already(wire::to_json(answer))
    }
}

impl<T: ?Sized> Written<T> {
    /// What is written already.
    pub(super) fn already(json: String) -> Self {
        Self(json, PhantomData)
    }
}

/// Why a call has no answer, as the JSON of its error.
pub(super) struct Refused(pub String);

impl From<WireError> for Refused {
    fn from(error: WireError) -> Self {
        Self(error.to_json())
    }
}

impl From<DataError> for Refused {
    fn from(error: DataError) -> Self {
        Self(error.to_json())
    }
}
