//! Arguments: texts that may be no UTF-8, and objects whose wrong type says what to pass instead.

use std::borrow::Cow;
use std::num::NonZeroUsize;

use bosoto::wire::mended;
use pyo3::exceptions::{PyOverflowError, PyTypeError, PyValueError};
#[cfg(feature = "stubs")]
use pyo3::inspect::PyStaticExpr;
use pyo3::intern;
use pyo3::prelude::*;
#[cfg(feature = "stubs")]
use pyo3::type_hint_union;
use pyo3::types::{PyBool, PyBytes, PyString};

use crate::case::Case;
use crate::envelope::Envelope;
use crate::text::Problem;

/// Text as `str` or as its UTF-8 bytes.
pub enum Utf8<'py> {
    Text(Bound<'py, PyString>),
    Bytes(Bound<'py, PyBytes>),
}

impl<'py> FromPyObject<'_, 'py> for Utf8<'py> {
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const INPUT_TYPE: PyStaticExpr = type_hint_union!(
        PyStaticExpr::Name { id: "str" },
        PyStaticExpr::Name { id: "bytes" }
    );

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(text) = object.cast::<PyString>() {
            Ok(Self::Text(text.to_owned()))
        } else if let Ok(bytes) = object.cast::<PyBytes>() {
            Ok(Self::Bytes(bytes.to_owned()))
        } else {
            let given = class(&object);
            let why = format!("`{given}` is no text: pass it as `str`, or as UTF-8 `bytes`");
            Err(PyTypeError::new_err(why))
        }
    }
}

impl Utf8<'_> {
    /// What it says; what is no character stands as U+0000, which no JSON has: the item in which it
    /// stands is malformed, and no other.
    pub fn read(&self) -> PyResult<Cow<'_, str>> {
        match self {
            Self::Text(text) => readable(text),
            Self::Bytes(bytes) => Ok(mended(bytes.as_bytes())),
        }
    }
}

/// A word of the contract, a day or an instant: `str`.
pub struct Word<'py>(Bound<'py, PyString>);

impl Word<'_> {
    /// What it says; what is no character stands as U+0000.
    pub fn read(&self) -> PyResult<Cow<'_, str>> {
        readable(&self.0)
    }

    /// The same of what a person has written at a place: `malformed` where something in it is no character.
    pub fn sound(&self, place: &str) -> PyResult<&str> {
        let text = self.0.to_str();
        text.map_err(|_| Problem::NoText(place.to_owned()).into())
    }
}

impl<'py> FromPyObject<'_, 'py> for Word<'py> {
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const INPUT_TYPE: PyStaticExpr = PyStaticExpr::Name { id: "str" };

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        Ok(Self(object.cast::<PyString>()?.to_owned()))
    }
}

/// How many threads: a whole number from 1, however large.
pub struct Threads(pub NonZeroUsize);

impl<'py> FromPyObject<'_, 'py> for Threads {
    type Error = PyErr;

    #[cfg(feature = "stubs")]
    const INPUT_TYPE: PyStaticExpr = PyStaticExpr::Name { id: "int" };

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let number = object.extract::<usize>();
        let is_beyond = |error: &PyErr| error.is_instance_of::<PyOverflowError>(object.py());
        let count = match number {
            Ok(count) if !object.is_instance_of::<PyBool>() => NonZeroUsize::new(count),
            Err(error) if is_beyond(&error) => object.gt(0)?.then_some(NonZeroUsize::MAX),
            _ => {
                let given = class(&object);
                let why =
                    format!("`threads` is a whole number, `None` for all cores, not `{given}`");
                return Err(PyTypeError::new_err(why));
            }
        };
        let why = "`threads` is at least 1, `None` for all cores";
        count.map(Self).ok_or_else(|| PyValueError::new_err(why))
    }
}

/// A `str` may hold lone surrogates: files read with `surrogateescape` do.
fn readable<'a>(text: &'a Bound<'_, PyString>) -> PyResult<Cow<'a, str>> {
    if let Ok(text) = text.to_str() {
        return Ok(text.into());
    }
    let given = (
        intern!(text.py(), "utf-8"),
        intern!(text.py(), "surrogatepass"),
    );
    let bytes = text.call_method1(intern!(text.py(), "encode"), given)?;
    Ok(mended(bytes.cast::<PyBytes>()?.as_bytes())
        .into_owned()
        .into())
}

/// The name of an object's class, for a message.
pub fn class(object: &Bound<'_, PyAny>) -> String {
    let name = object.get_type().name();
    name.map_or_else(|_| "object".to_owned(), |name| name.to_string())
}

/// An argument of a native class whose type the stub names, and what is said of anything else.
macro_rules! natives {
    ($($name:ident = $class:ident as $hint:expr, $say:literal;)*) => {$(
        pub struct $name<'py>(pub Bound<'py, $class>);

        impl<'py> FromPyObject<'_, 'py> for $name<'py> {
            type Error = PyErr;

            #[cfg(feature = "stubs")]
            const INPUT_TYPE: PyStaticExpr = $hint;

            fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
                match object.cast::<$class>() {
                    Ok(object) => Ok(Self(object.to_owned())),
                    Err(_) => {
                        let given = class(&object);
                        Err(PyTypeError::new_err(format!($say, given = given)))
                    }
                }
            }
        }
    )*};
}

natives! {
    Sent = Envelope as PyStaticExpr::Attribute {
        value: &PyStaticExpr::Name { id: "bosoto._lifecycles" },
        attr: "Sent",
    },
        "`{given}` is no Envelope: a command travels in one, `Envelope(command, at=…, actor=…)`";
    Of = Case as <Bound<'py, Case> as FromPyObject<'_, 'py>>::INPUT_TYPE,
        "`{given}` is no Case: make one with `Case.create(envelope)` or `bosoto.replay(lifecycle, log)`";
}
