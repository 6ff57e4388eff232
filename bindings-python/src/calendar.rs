//! Dates as Thai readers write them.

use bosoto::calendar::Style;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use crate::error::raise;
use crate::question;

/// A date (`YYYY-MM-DD`) in the Buddhist era: `short` 3/4/64, `slash` 03/04/2564, `abbreviated`
/// 3 เม.ย. 2564, `long` 3 เมษายน 2564, `digits` ๓ เมษายน ๒๕๖๔.
#[pyfunction]
#[pyo3(signature = (on, style="abbreviated"))]
pub fn thai_date(on: &str, style: &str) -> PyResult<String> {
    let style = match style {
        "short" => Style::ThaiShort,
        "slash" => Style::ThaiSlash,
        "abbreviated" => Style::ThaiAbbreviated,
        "long" => Style::ThaiLong,
        "digits" => Style::ThaiLongDigits,
        _ => return Err(PyValueError::new_err(STYLES)),
    };
    let on = question::day(on).map_err(raise)?;
    Ok(on.format(style).to_string())
}

const STYLES: &str = "the style is one of short, slash, abbreviated, long, digits";
