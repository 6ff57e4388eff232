//! Python objects as JSON text: dicts, lists, strings, numbers, dates, and the package's records.
//!
//! Text, because the core reads it faster than a tree of values.

use bosoto::base::text::Text;
use bosoto::wire::{ErrorCode, WireError};
use pyo3::CastError;
use pyo3::exceptions::{PyRecursionError, PyTypeError, PyValueError};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{
    PyBool, PyDate, PyDateTime, PyDict, PyFloat, PyInt, PyList, PyString, PyTuple, PyType, PyTzInfo,
};

use crate::error::raise;
use crate::given::class;
use crate::shape::Shape;

/// As deep as `serde_json` reads a text.
const DEEPEST: usize = 128;

/// Why an object has no JSON form: an exception, or a text with a lone surrogate and its place.
pub enum Problem {
    Python(PyErr),
    NoText(String),
}

pub type Written = Result<(), Problem>;

impl From<PyErr> for Problem {
    fn from(error: PyErr) -> Self {
        Self::Python(error)
    }
}

impl From<CastError<'_, '_>> for Problem {
    fn from(error: CastError<'_, '_>) -> Self {
        Self::Python(error.into())
    }
}

impl From<Problem> for PyErr {
    fn from(problem: Problem) -> Self {
        match problem {
            Problem::Python(error) => error,
            Problem::NoText(place) => raise(WireError::new(ErrorCode::Malformed, place, NO_TEXT)),
        }
    }
}

impl Problem {
    /// The same, found under a place.
    pub fn under(self, place: &str) -> Self {
        match self {
            Self::Python(error) => Self::Python(error),
            Self::NoText(inside) => Self::NoText(format!("{place}{inside}")),
        }
    }

    /// The same, found in a field or an item.
    fn inside(self, name: impl std::fmt::Display) -> Self {
        match self {
            Self::Python(error) => Self::Python(error),
            Self::NoText(inside) => Self::NoText(format!("/{name}{inside}")),
        }
    }
}

/// The JSON text of a Python object; the errors name types and places, never values.
pub fn text(object: &Bound<'_, PyAny>) -> PyResult<String> {
    text_at(object, "")
}

/// The same of what stands at a place.
pub fn text_at(object: &Bound<'_, PyAny>, place: &str) -> PyResult<String> {
    let mut out = String::with_capacity(256);
    write(object, &mut out, 0).map_err(|problem| problem.under(place))?;
    Ok(out)
}

/// Adds what is most likely an instant.
pub fn write_instant(value: &Bound<'_, PyAny>, out: &mut String) -> Written {
    match value.cast::<PyDateTime>() {
        Ok(at) => Ok(instant(at, out)?),
        Err(_) => write(value, out, 1),
    }
}

/// Adds an id: a `str`, or a `uuid.UUID`.
pub fn write_id(value: &Bound<'_, PyAny>, name: &str, out: &mut String) -> Written {
    if let Ok(string) = value.cast::<PyString>() {
        return quote(string, out);
    }
    if let Some(uuid) = as_uuid(value)? {
        return quote(&uuid, out);
    }
    let given = class(value);
    let problem = format!("`{name}` is a str or a uuid.UUID, not `{given}`");
    Err(PyTypeError::new_err(problem).into())
}

fn write(object: &Bound<'_, PyAny>, out: &mut String, depth: usize) -> Written {
    if depth > DEEPEST {
        let problem = PyRecursionError::new_err("nested more than 128 levels deep");
        return Err(problem.into());
    }
    let depth = depth.saturating_add(1);
    if let Ok(string) = object.cast::<PyString>() {
        quote(string, out)
    } else if let Ok(dict) = object.cast::<PyDict>() {
        dictionary(dict, out, depth)
    } else if let Ok(list) = object.cast::<PyList>() {
        items(list.iter(), out, depth)
    } else if let Ok(tuple) = object.cast::<PyTuple>() {
        items(tuple.iter(), out, depth)
    } else if plain(object, out)? {
        Ok(())
    } else if let Some(scalar) = scalar(object)? {
        write(&scalar, out, depth)
    } else {
        record(object, out, depth)
    }
}

/// A number, flag or date of numpy as one of Python, told by what it has; a `uuid.UUID` as its text.
fn scalar<'py>(object: &Bound<'py, PyAny>) -> PyResult<Option<Bound<'py, PyAny>>> {
    let py = object.py();
    if object.hasattr(intern!(py, "dtype"))? && object.hasattr(intern!(py, "item"))? {
        return object.call_method0(intern!(py, "item")).map(Some);
    }
    Ok(as_uuid(object)?.map(Bound::into_any))
}

fn as_uuid<'py>(object: &Bound<'py, PyAny>) -> PyResult<Option<Bound<'py, PyString>>> {
    static UUID: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let uuid = UUID.import(object.py(), "uuid", "UUID")?;
    if object.is_instance(uuid)? {
        object.str().map(Some)
    } else {
        Ok(None)
    }
}

/// Adds a string.
pub fn quote(string: &Bound<'_, PyString>, out: &mut String) -> Written {
    let Ok(string) = string.to_cow() else {
        return Err(Problem::NoText(String::new()));
    };
    // All bytes are looked at, many at a time: most texts have nothing to escape.
    let bytes = string.bytes();
    if bytes.fold(false, |found, byte| {
        found | matches!(byte, 0..0x20 | b'"' | b'\\')
    }) {
        out.push_str(&serde_json::Value::from(string.as_ref()).to_string());
    } else {
        out.push('"');
        out.push_str(&string);
        out.push('"');
    }
    Ok(())
}

/// Writes a comma before every element but the first of an object or a list.
fn separate(out: &mut String, opening: char) {
    if !out.ends_with(opening) {
        out.push(',');
    }
}

fn items<'py>(
    items: impl Iterator<Item = Bound<'py, PyAny>>,
    out: &mut String,
    depth: usize,
) -> Written {
    out.push('[');
    for (place, item) in items.enumerate() {
        separate(out, '[');
        write(&item, out, depth).map_err(|problem| problem.inside(place))?;
    }
    out.push(']');
    Ok(())
}

fn dictionary(dict: &Bound<'_, PyDict>, out: &mut String, depth: usize) -> Written {
    out.push('{');
    for (name, field) in dict.iter() {
        let name = name
            .cast::<PyString>()
            .map_err(|_| PyTypeError::new_err("the keys of a dict must be strings"))?;
        separate(out, '{');
        quote(name, out)?;
        out.push(':');
        write(&field, out, depth).map_err(|problem| problem.inside(shown(name)))?;
    }
    out.push('}');
    Ok(())
}

/// A key in a pointer: what is no plain name is a value, and shown as an ellipsis.
fn shown<'a>(name: &'a Bound<'_, PyString>) -> &'a str {
    let plain = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_');
    let name = name.to_str().unwrap_or_default();
    if (1..=40).contains(&name.len()) && name.bytes().all(plain) {
        name
    } else {
        "…"
    }
}

/// The shape of a record of the package.
pub fn shape<'py>(object: &Bound<'py, PyAny>) -> PyResult<Bound<'py, Shape>> {
    match object.getattr_opt(intern!(object.py(), "_shape_"))? {
        Some(shape) => Ok(shape.cast_into::<Shape>()?),
        None => {
            let class = class(object);
            let problem = format!("`{class}` has no JSON form");
            Err(PyTypeError::new_err(problem))
        }
    }
}

/// A record of the package: the attributes of its shape, without those that are `None`.
fn record(object: &Bound<'_, PyAny>, out: &mut String, depth: usize) -> Written {
    write_record(object, shape(object)?.get(), out, depth)
}

/// Adds a record of this shape, at this depth.
pub fn write_record(
    record: &Bound<'_, PyAny>,
    shape: &Shape,
    out: &mut String,
    depth: usize,
) -> Written {
    out.push_str(&shape.head);
    for (field, name) in &shape.fields {
        let value = record.getattr(field)?;
        if !value.is_none() {
            separate(out, '{');
            out.push_str(name);
            write(&value, out, depth).map_err(|problem| problem.inside(field))?;
        }
    }
    out.push('}');
    Ok(())
}

/// Writes what is no container; says whether it is that.
fn plain(object: &Bound<'_, PyAny>, out: &mut String) -> PyResult<bool> {
    if object.is_none() {
        out.push_str("null");
    } else if let Ok(flag) = object.cast::<PyBool>() {
        out.push_str(if flag.is_true() { "true" } else { "false" });
    } else if let Ok(number) = object.cast::<PyInt>() {
        out.push_str(&integer(number)?);
    } else if let Ok(number) = object.cast::<PyFloat>() {
        out.push_str(&float(number)?);
    } else if let Ok(at) = object.cast::<PyDateTime>() {
        instant(at, out)?;
    } else if let Ok(date) = object.cast::<PyDate>() {
        day(date, out)?;
    } else {
        return Ok(false);
    }
    Ok(true)
}

fn integer(number: &Bound<'_, PyInt>) -> PyResult<String> {
    number
        .extract::<i64>()
        .map(|number| number.to_string())
        .map_err(|_| PyValueError::new_err("a whole number of the contract has at most 53 bits"))
}

fn float(number: &Bound<'_, PyFloat>) -> PyResult<String> {
    serde_json::Number::from_f64(number.value())
        .map(|number| number.to_string())
        .ok_or_else(|| PyValueError::new_err("JSON has no infinity and no NaN"))
}

/// The time of Thailand as the package gives it, which is that of nearly every instant.
static THAI_TIME: PyOnceLock<Py<PyTzInfo>> = PyOnceLock::new();

/// What `isoformat` says; in Thai time from the parts, at a third of the cost.
fn instant(at: &Bound<'_, PyDateTime>, out: &mut String) -> PyResult<()> {
    let py = at.py();
    let zone = at.getattr(intern!(py, "tzinfo"))?;
    if zone.is_none() {
        return Err(PyValueError::new_err(
            "a naive datetime is no instant: give it a tzinfo, such as `bosoto.THAI_TIME`",
        ));
    }
    let thai = THAI_TIME.import(py, "bosoto._answer", "THAI_TIME")?;
    if !zone.is(thai) || !at.is_exact_instance_of::<PyDateTime>() {
        return iso(at, out);
    }
    let part = |name: &Bound<'_, PyString>| at.getattr(name)?.extract::<u32>();
    write_date(at, out)?;
    for (before, name) in [
        ('T', intern!(py, "hour")),
        (':', intern!(py, "minute")),
        (':', intern!(py, "second")),
    ] {
        out.push(before);
        two_digits(part(name)?, out);
    }
    let fraction = part(intern!(py, "microsecond"))?;
    if fraction > 0 {
        out.push('.');
        two_digits(fraction / 10_000, out);
        two_digits(fraction / 100 % 100, out);
        two_digits(fraction % 100, out);
    }
    out.push_str("+07:00\"");
    Ok(())
}

fn day(date: &Bound<'_, PyDate>, out: &mut String) -> PyResult<()> {
    if !date.is_exact_instance_of::<PyDate>() {
        return iso(date, out);
    }
    write_date(date, out)?;
    out.push('"');
    Ok(())
}

/// An opening quote and `YYYY-MM-DD`.
fn write_date(date: &Bound<'_, PyAny>, out: &mut String) -> PyResult<()> {
    let py = date.py();
    let part = |name: &Bound<'_, PyString>| date.getattr(name)?.extract::<u32>();
    let year = part(intern!(py, "year"))?;
    out.push('"');
    two_digits(year / 100, out);
    two_digits(year % 100, out);
    out.push('-');
    two_digits(part(intern!(py, "month"))?, out);
    out.push('-');
    two_digits(part(intern!(py, "day"))?, out);
    Ok(())
}

/// By hand, as formatting costs more than reading the parts.
fn two_digits(number: u32, out: &mut String) {
    for digit in [number / 10, number % 10] {
        out.push(char::from_digit(digit, 10).unwrap_or('?'));
    }
}

fn iso(object: &Bound<'_, PyAny>, out: &mut String) -> PyResult<()> {
    let text = object.call_method0(intern!(object.py(), "isoformat"))?;
    Ok(quote(text.cast::<PyString>()?, out)?)
}

const NO_TEXT: Text = Text::given(&[
    "ข้อความนี้มีอักขระที่ไม่ใช่ยูนิโคด โปรดอ่านแฟ้มด้วยการเข้ารหัสที่ถูกต้อง เช่น UTF-8 หรือ cp874 และไม่ใช้ `surrogateescape`",
    "the text has a lone surrogate, which is no character; read the file in its own encoding, such as UTF-8 or cp874, and without `surrogateescape`",
]);
