//! Indicators from tables.

use std::sync::{Arc, PoisonError};

use bosoto::indicator::{Indicator as Found, Level, Period, PopulationUsed};
use bosoto_frame::Asked;
use pyo3::exceptions::PyOverflowError;
#[cfg(feature = "stubs")]
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;

use super::source::{self, Tables};
use super::{Raised, Rows, Stream, raise_arrow, watch};
use crate::error::raise_data;
use crate::policy::Policy;

/// What an indicator comes to, with its ledger.
#[pyclass(frozen, module = "bosoto._bosoto")]
pub struct Indicator(Found);

#[pymethods]
impl Indicator {
    fn to_json(&self, py: Python<'_>) -> String {
        py.detach(|| self.0.to_json())
    }

    /// Every member of every area.
    fn ledger(&self) -> PyResult<Stream> {
        let batch = bosoto_frame::ledger_batch(&self.0).map_err(|error| raise_arrow(&error))?;
        Ok(Stream(Rows::Batch(batch)))
    }
}

/// A whole number; one that is too large for any year stands as the largest.
pub struct Whole(i64);

impl<'py> FromPyObject<'_, 'py> for Whole {
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const INPUT_TYPE: PyStaticExpr = <i64 as FromPyObject<'_, 'py>>::INPUT_TYPE;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        match object.extract() {
            Ok(number) => Ok(Self(number)),
            Err(error) if error.is_instance_of::<PyOverflowError>(object.py()) => {
                Ok(Self(i64::MAX))
            }
            Err(error) => Err(error),
        }
    }
}

/// An indicator from tables.
#[pyfunction]
#[pyo3(signature = (id, tables, fiscal_year, quarter, by, policy=None, population=None, trouble=None, unpack_limit=None, parquet=None, progress=None))]
#[expect(clippy::too_many_arguments, reason = "those of the contract")]
pub fn indicator(
    py: Python<'_>,
    id: &str,
    tables: Tables<'_>,
    fiscal_year: Whole,
    quarter: Whole,
    by: &str,
    policy: Option<&Policy>,
    population: Option<(String, Whole)>,
    trouble: Option<Vec<String>>,
    unpack_limit: Option<u64>,
    parquet: Option<Py<PyAny>>,
    progress: Option<Py<PyAny>>,
) -> PyResult<Indicator> {
    let period = Period::new(fiscal_year.0, quarter.0).map_err(raise_data)?;
    let by = Level::find(by).map_err(raise_data)?;
    let population = population.map(|(basis, year)| PopulationUsed::new(&basis, year.0));
    let raised = Raised::default();
    let asked = Asked {
        policy: Policy::or_default(policy).clone(),
        population: population.transpose().map_err(raise_data)?,
        trouble: trouble.unwrap_or_default(),
        unpack_limit,
        parquet: parquet.map(|open| source::parquet(open, Arc::clone(&raised))),
        watch: Some(watch(progress, Arc::clone(&raised))),
        ..Asked::new(period, by)
    };
    let source = tables.source()?;
    let found = py.detach(|| bosoto_frame::indicator(id, source, &asked));
    let raised = raised.lock().unwrap_or_else(PoisonError::into_inner).take();
    match raised {
        Some(error) => Err(error),
        None => found.map(Indicator).map_err(raise_data),
    }
}
