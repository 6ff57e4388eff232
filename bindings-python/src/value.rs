//! Python objects as JSON values: dicts, lists, strings, numbers, dates, and the package's records.

use pyo3::exceptions::{PyRecursionError, PyTypeError, PyValueError};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{
    PyBool, PyDate, PyDateTime, PyDict, PyFloat, PyInt, PyList, PyString, PyTuple, PyTzInfoAccess,
};
use serde_json::{Map, Number, Value};

/// As deep as `serde_json` reads a text.
const DEEPEST: usize = 128;

/// The JSON value of a Python object; the errors name types, never values.
pub fn value(object: &Bound<'_, PyAny>) -> PyResult<Value> {
    nested(object, 0)
}

fn nested(object: &Bound<'_, PyAny>, depth: usize) -> PyResult<Value> {
    if depth > DEEPEST {
        return Err(PyRecursionError::new_err(
            "nested more than 128 levels deep",
        ));
    }
    let depth = depth.saturating_add(1);
    if let Ok(text) = object.cast::<PyString>() {
        return Ok(Value::String(text.to_cow()?.into_owned()));
    }
    if let Ok(dict) = object.cast::<PyDict>() {
        return fields(dict, depth);
    }
    if let Ok(list) = object.cast::<PyList>() {
        return list.iter().map(|item| nested(&item, depth)).collect();
    }
    if let Ok(tuple) = object.cast::<PyTuple>() {
        return tuple.iter().map(|item| nested(&item, depth)).collect();
    }
    match plain(object)? {
        Some(value) => Ok(value),
        None => record(object, depth),
    }
}

/// A record of the package: the attributes named in its class, without those that are `None`.
fn record(object: &Bound<'_, PyAny>, depth: usize) -> PyResult<Value> {
    let class = object.get_type();
    let Some(names) = class.getattr_opt(intern!(object.py(), "_fields_"))? else {
        let class = class.name()?;
        return Err(PyTypeError::new_err(format!("`{class}` has no JSON form")));
    };
    let mut map = Map::new();
    for name in names.cast::<PyTuple>()?.iter_borrowed() {
        let name = name.cast::<PyString>()?;
        let found = object.getattr(name)?;
        if !found.is_none() {
            map.insert(name.to_cow()?.into_owned(), nested(&found, depth)?);
        }
    }
    Ok(Value::Object(map))
}

fn fields(dict: &Bound<'_, PyDict>, depth: usize) -> PyResult<Value> {
    dict.iter()
        .map(|(name, field)| {
            let name = name
                .cast::<PyString>()
                .map_err(|_| PyTypeError::new_err("the keys of a dict must be strings"))?;
            Ok((name.to_cow()?.into_owned(), nested(&field, depth)?))
        })
        .collect::<PyResult<Map<_, _>>>()
        .map(Value::Object)
}

/// The value of what is no container; nothing for another object.
fn plain(object: &Bound<'_, PyAny>) -> PyResult<Option<Value>> {
    if object.is_none() {
        Ok(Some(Value::Null))
    } else if let Ok(flag) = object.cast::<PyBool>() {
        Ok(Some(flag.is_true().into()))
    } else if let Ok(number) = object.cast::<PyInt>() {
        integer(number).map(Some)
    } else if let Ok(number) = object.cast::<PyFloat>() {
        float(number).map(Some)
    } else if let Ok(instant) = object.cast::<PyDateTime>() {
        aware(instant).map(Some)
    } else if object.is_instance_of::<PyDate>() {
        iso(object).map(Some)
    } else {
        Ok(None)
    }
}

fn float(number: &Bound<'_, PyFloat>) -> PyResult<Value> {
    Number::from_f64(number.value())
        .map(Value::Number)
        .ok_or_else(|| PyValueError::new_err("JSON has no infinity and no NaN"))
}

fn integer(number: &Bound<'_, PyInt>) -> PyResult<Value> {
    number
        .extract::<i64>()
        .map(Value::from)
        .map_err(|_| PyValueError::new_err("a whole number of the contract has at most 53 bits"))
}

fn aware(instant: &Bound<'_, PyDateTime>) -> PyResult<Value> {
    if instant.get_tzinfo().is_none() {
        return Err(PyValueError::new_err(
            "a naive datetime is no instant: give it a tzinfo, such as `bosoto.THAI_TIME`",
        ));
    }
    iso(instant)
}

fn iso(object: &Bound<'_, PyAny>) -> PyResult<Value> {
    let text = object.call_method0(intern!(object.py(), "isoformat"))?;
    Ok(Value::String(text.extract()?))
}
