//! An envelope that has been read.

use std::sync::Arc;

use bosoto::any::{self, AnyEnvelope, AnyLifecycle};
use pyo3::exceptions::PyTypeError;
#[cfg(feature = "stubs")]
use pyo3::inspect::{PyStaticExpr, PyStaticOperator};
use pyo3::prelude::*;
use pyo3::types::PyType;
use serde_json::Value;

use crate::error::raise;
use crate::given::{Utf8, Word, class};
use crate::text::{Problem, shape, text, write_id, write_instant, write_record};

/// A command with who sends it and when. It is read once and may be decided often.
///
/// "Today" is the civil date in Thailand of `at`, or of `recorded_at` where earlier (GE-04).
/// A `datetime` without `tzinfo` is refused. Send a `command_id` (a UUID) so that sending the
/// command twice does nothing twice (GE-03), and a `case_id` so that no other case takes it.
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
    ($($name:ident = $hint:expr,)*) => {$(
        pub struct $name<'py>(Bound<'py, PyAny>);

        impl<'py> FromPyObject<'_, 'py> for $name<'py> {
            type Error = PyErr;

            #[cfg(feature = "stubs")]
            const INPUT_TYPE: PyStaticExpr = $hint;

            fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
                Ok(Self(object.to_owned()))
            }
        }
    )*};
}

#[cfg(feature = "stubs")]
const fn class_of(module: &'static PyStaticExpr, attr: &'static str) -> PyStaticExpr {
    PyStaticExpr::Attribute {
        value: module,
        attr,
    }
}

arguments! {
    Command = class_of(&PyStaticExpr::Name { id: "bosoto._record" }, "Command"),
    Actor = class_of(&PyStaticExpr::Name { id: "bosoto.types" }, "Actor"),
    At = class_of(&PyStaticExpr::Name { id: "datetime" }, "datetime"),
    Id = PyStaticExpr::BinOp {
        left: &PyStaticExpr::Name { id: "str" },
        op: PyStaticOperator::BitOr,
        right: &class_of(&PyStaticExpr::Name { id: "uuid" }, "UUID"),
    },
}

/// What to pass instead of what is no command.
fn no_command(given: &Bound<'_, PyAny>) -> PyErr {
    PyTypeError::new_err(format!(
        "`command` is a command of a lifecycle, not `{}`: such as `bosoto.compulsory.Accept()`; \
         JSON is read by `Envelope.from_json` and `Envelope.from_dict`",
        class(given)
    ))
}

/// What to pass instead of what is no actor.
fn no_actor(given: &Bound<'_, PyAny>) -> PyErr {
    PyTypeError::new_err(format!(
        "`actor` is an Actor, not `{}`: `Actor(role=…, organisation=…)`",
        class(given)
    ))
}

#[pymethods]
impl Envelope {
    #[new]
    #[pyo3(signature = (
        command, *, at, actor, command_id=None, case_id=None, recorded_at=None, coordinated=false
    ))]
    #[allow(clippy::too_many_arguments, reason = "it has as many as the contract")]
    fn new(
        command: Command<'_>,
        at: At<'_>,
        actor: Actor<'_>,
        command_id: Option<Id<'_>>,
        case_id: Option<Id<'_>>,
        recorded_at: Option<At<'_>>,
        coordinated: bool,
    ) -> PyResult<Self> {
        let (command, actor) = (command.0, actor.0);
        let of_command = shape(&command).map_err(|_| no_command(&command))?;
        let of_actor = shape(&actor).map_err(|_| no_actor(&actor))?;
        let no_lifecycle = || no_command(&command);
        let lifecycle = of_command.get().lifecycle.ok_or_else(no_lifecycle)?;
        let under = |place: &'static str| move |problem: Problem| problem.under(place);
        let mut json = String::with_capacity(512);
        json.push_str("{\"at\":");
        write_instant(&at.0, &mut json).map_err(under("/at"))?;
        json.push_str(",\"actor\":");
        write_record(&actor, of_actor.get(), &mut json, 1).map_err(under("/actor"))?;
        json.push_str(",\"command\":");
        write_record(&command, of_command.get(), &mut json, 1).map_err(under("/command"))?;
        if let Some(command_id) = command_id {
            json.push_str(",\"command_id\":");
            write_id(&command_id.0, "command_id", &mut json).map_err(under("/command_id"))?;
        }
        if let Some(case_id) = case_id {
            json.push_str(",\"case_id\":");
            write_id(&case_id.0, "case_id", &mut json).map_err(under("/case_id"))?;
        }
        if let Some(recorded_at) = recorded_at {
            json.push_str(",\"recorded_at\":");
            write_instant(&recorded_at.0, &mut json).map_err(under("/recorded_at"))?;
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
    fn from_json(lifecycle: Word<'_>, text: Utf8<'_>) -> PyResult<Self> {
        Self::read(
            any::lifecycle(&lifecycle.read()?).map_err(raise)?,
            &text.read()?,
        )
    }

    /// Reads an envelope from what `json.loads` returns.
    #[staticmethod]
    fn from_dict(lifecycle: Word<'_>, fields: &Bound<'_, PyAny>) -> PyResult<Self> {
        Self::read(
            any::lifecycle(&lifecycle.read()?).map_err(raise)?,
            &text(fields)?,
        )
    }

    /// `Envelope[State]` names a type of envelope to a type checker.
    #[classmethod]
    fn __class_getitem__<'py>(
        class: &Bound<'py, PyType>,
        of: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let alias = class.py().import("types")?.getattr("GenericAlias")?;
        alias.call1((class, of))
    }

    /// It is read again from its lifecycle and its JSON.
    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        let made = slf.get();
        let read = slf.get_type().getattr("from_json")?;
        let given = (made.lifecycle.name(), made.to_json());
        Ok((read, given).into_pyobject(slf.py())?.into_any())
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
