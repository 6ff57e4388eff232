//! Python objects as JSON text: dicts, lists, strings, numbers, dates, and the package's records.
//!
//! Text, because the core reads it faster than a tree of values.

use pyo3::exceptions::{PyRecursionError, PyTypeError, PyValueError};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{
    PyBool, PyDate, PyDateTime, PyDict, PyFloat, PyInt, PyList, PyString, PyTuple, PyTzInfoAccess,
};

/// As deep as `serde_json` reads a text.
const DEEPEST: usize = 128;

/// The JSON text of a Python object; the errors name types, never values.
pub fn text(object: &Bound<'_, PyAny>) -> PyResult<String> {
    let mut out = String::with_capacity(256);
    write(object, &mut out, 0)?;
    Ok(out)
}

fn write(object: &Bound<'_, PyAny>, out: &mut String, depth: usize) -> PyResult<()> {
    if depth > DEEPEST {
        return Err(PyRecursionError::new_err(
            "nested more than 128 levels deep",
        ));
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
    } else if let Some(plain) = plain(object)? {
        out.push_str(&plain);
        Ok(())
    } else {
        record(object, out, depth)
    }
}

fn quote(string: &Bound<'_, PyString>, out: &mut String) -> PyResult<()> {
    let string = string.to_cow()?;
    if string
        .bytes()
        .any(|byte| matches!(byte, 0..0x20 | b'"' | b'\\'))
    {
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
) -> PyResult<()> {
    out.push('[');
    for item in items {
        separate(out, '[');
        write(&item, out, depth)?;
    }
    out.push(']');
    Ok(())
}

fn dictionary(dict: &Bound<'_, PyDict>, out: &mut String, depth: usize) -> PyResult<()> {
    out.push('{');
    for (name, field) in dict.iter() {
        let name = name
            .cast::<PyString>()
            .map_err(|_| PyTypeError::new_err("the keys of a dict must be strings"))?;
        separate(out, '{');
        quote(name, out)?;
        out.push(':');
        write(&field, out, depth)?;
    }
    out.push('}');
    Ok(())
}

/// A record of the package: the attributes named in its class, without those that are `None`.
fn record(object: &Bound<'_, PyAny>, out: &mut String, depth: usize) -> PyResult<()> {
    let class = object.get_type();
    let Some(names) = class.getattr_opt(intern!(object.py(), "_fields_"))? else {
        let class = class.name()?;
        return Err(PyTypeError::new_err(format!("`{class}` has no JSON form")));
    };
    out.push('{');
    for name in names.cast::<PyTuple>()?.iter_borrowed() {
        let name = name.cast::<PyString>()?;
        let field = object.getattr(name)?;
        if !field.is_none() {
            separate(out, '{');
            quote(&name, out)?;
            out.push(':');
            write(&field, out, depth)?;
        }
    }
    out.push('}');
    Ok(())
}

/// What is no container; nothing for another object.
fn plain(object: &Bound<'_, PyAny>) -> PyResult<Option<String>> {
    let plain = if object.is_none() {
        "null".to_owned()
    } else if let Ok(flag) = object.cast::<PyBool>() {
        flag.is_true().to_string()
    } else if let Ok(number) = object.cast::<PyInt>() {
        integer(number)?
    } else if let Ok(number) = object.cast::<PyFloat>() {
        float(number)?
    } else if let Ok(instant) = object.cast::<PyDateTime>() {
        aware(instant)?
    } else if object.is_instance_of::<PyDate>() {
        iso(object)?
    } else {
        return Ok(None);
    };
    Ok(Some(plain))
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

fn aware(instant: &Bound<'_, PyDateTime>) -> PyResult<String> {
    if instant.get_tzinfo().is_none() {
        return Err(PyValueError::new_err(
            "a naive datetime is no instant: give it a tzinfo, such as `bosoto.THAI_TIME`",
        ));
    }
    iso(instant)
}

fn iso(object: &Bound<'_, PyAny>) -> PyResult<String> {
    let text = object.call_method0(intern!(object.py(), "isoformat"))?;
    Ok(format!("\"{}\"", text.cast::<PyString>()?.to_cow()?))
}
