//! An envelope that has been read.

use std::sync::Arc;

use bosoto::any::{self, AnyEnvelope, AnyLifecycle};
use pyo3::exceptions::PyTypeError;
#[cfg(feature = "stubs")]
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::types::PyString;
use serde_json::Value;

use crate::error::raise;
use crate::text::{quote, shape, text, write_instant, write_record};

/// A command with who sends it and when. It is read once and may be decided often.
///
/// "Today" is the civil date of `at` in Thailand; a `datetime` without `tzinfo` is refused. Send a
/// `command_id` (a UUID) so that sending the command twice does nothing twice (GE-03).
/// Raises `WireError` where the schema forbids something.
#[pyclass(frozen, eq, hash, module = "bosoto")]
pub struct Envelope {
    pub lifecycle: &'static dyn AnyLifecycle,
    pub envelope: Arc<dyn AnyEnvelope>,
}

impl Envelope {
    fn read(lifecycle: &'static dyn AnyLifecycle, json: &str) -> PyResult<Self> {
        let envelope = lifecycle.envelope(json).map_err(raise)?;
        Ok(Self {
            lifecycle,
            envelope,
        })
    }
}

/// An argument whose type the stub names; what it is shows when its JSON is written.
macro_rules! arguments {
    ($($name:ident = $module:literal . $class:literal,)*) => {$(
        pub struct $name<'py>(Bound<'py, PyAny>);

        impl<'py> FromPyObject<'_, 'py> for $name<'py> {
            type Error = PyErr;

            #[cfg(feature = "stubs")]
            const INPUT_TYPE: PyStaticExpr = PyStaticExpr::Attribute {
                value: &PyStaticExpr::Name { id: $module },
                attr: $class,
            };

            fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
                Ok(Self(object.to_owned()))
            }
        }
    )*};
}

arguments! {
    Command = "bosoto._record"."Command",
    Actor = "bosoto.types"."Actor",
    At = "datetime"."datetime",
}

#[pymethods]
impl Envelope {
    #[new]
    #[pyo3(signature = (command, *, at, actor, command_id=None, recorded_at=None, coordinated=false))]
    fn new(
        command: Command<'_>,
        at: At<'_>,
        actor: Actor<'_>,
        command_id: Option<&Bound<'_, PyString>>,
        recorded_at: Option<At<'_>>,
        coordinated: bool,
    ) -> PyResult<Self> {
        let (command, actor) = (command.0, actor.0);
        let (of_command, of_actor) = (shape(&command)?, shape(&actor)?);
        let no_command = || PyTypeError::new_err("`command` is no command of a lifecycle");
        let lifecycle = of_command.get().lifecycle.ok_or_else(no_command)?;
        let mut json = String::with_capacity(512);
        json.push_str("{\"at\":");
        write_instant(&at.0, &mut json)?;
        json.push_str(",\"actor\":");
        write_record(&actor, of_actor.get(), &mut json, 1)?;
        json.push_str(",\"command\":");
        write_record(&command, of_command.get(), &mut json, 1)?;
        if let Some(command_id) = command_id {
            json.push_str(",\"command_id\":");
            quote(command_id, &mut json)?;
        }
        if let Some(recorded_at) = recorded_at {
            json.push_str(",\"recorded_at\":");
            write_instant(&recorded_at.0, &mut json)?;
        }
        json.push_str(if coordinated {
            ",\"coordinated\":true}"
        } else {
            "}"
        });
        Self::read(lifecycle, &json)
    }

    /// Reads an envelope from JSON.
    #[staticmethod]
    fn from_json(lifecycle: &str, text: &str) -> PyResult<Self> {
        Self::read(any::lifecycle(lifecycle).map_err(raise)?, text)
    }

    /// Reads an envelope from what `json.loads` returns.
    #[staticmethod]
    fn from_dict(lifecycle: &str, fields: &Bound<'_, PyAny>) -> PyResult<Self> {
        Self::from_json(lifecycle, &text(fields)?)
    }

    /// The name of its lifecycle.
    #[getter]
    fn lifecycle(&self) -> &'static str {
        self.lifecycle.name()
    }

    /// Canonical JSON.
    fn to_json(&self) -> String {
        self.envelope.to_json()
    }

    /// Its command and its instant, no person.
    fn __repr__(&self) -> String {
        let fields: Value = serde_json::from_str(&self.to_json()).unwrap_or_default();
        let word = |place| {
            fields
                .pointer(place)
                .and_then(Value::as_str)
                .unwrap_or_default()
        };
        let (command, at) = (word("/command/type"), word("/at"));
        format!("<Envelope {}: {command} at {at}>", self.lifecycle.name())
    }
}

impl AsRef<dyn AnyEnvelope> for Envelope {
    fn as_ref(&self) -> &(dyn AnyEnvelope + 'static) {
        self.envelope.as_ref()
    }
}

impl PartialEq for Envelope {
    fn eq(&self, other: &Self) -> bool {
        self.to_json() == other.to_json()
    }
}

impl std::hash::Hash for Envelope {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.to_json().hash(state);
    }
}
