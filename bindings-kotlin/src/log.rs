//! The log of a case as it is kept: a text that is never cut.

use std::sync::Arc;

use bosoto::any::{self, AnyLifecycle};
use bosoto::call;

use crate::case::Case;
use crate::failure::Failure;

/// A log: NDJSON or a JSON array of events. It may hold what this version does not know; only its questions are refused
/// then.
#[derive(uniffi::Object)]
pub struct Log {
    lifecycle: &'static dyn AnyLifecycle,
    text: String,
}

#[uniffi::export]
impl Log {
    /// A log of a lifecycle.
    #[uniffi::constructor]
    pub fn of(lifecycle: String, text: String) -> Result<Arc<Self>, Failure> {
        let lifecycle = any::lifecycle(&lifecycle)?;
        Ok(Arc::new(Self { lifecycle, text }))
    }

    /// The name of its lifecycle.
    pub fn lifecycle(&self) -> String {
        self.lifecycle.name().to_owned()
    }

    /// The text, as it was given.
    pub fn text(&self) -> String {
        self.text.clone()
    }

    /// What it comes to, as JSON: state, broken lines, events without effect.
    pub fn summary(&self) -> String {
        call::replay(self.lifecycle.name(), &self.text)
    }

    /// The case that it makes.
    pub fn case(&self) -> Result<Arc<Case>, Failure> {
        Case::of(self.lifecycle, &self.text)
    }

    /// This log and another of the same case as one.
    pub fn merge(&self, other: Arc<Self>) -> Result<Arc<Self>, Failure> {
        any::of_one_lifecycle(self.lifecycle, other.lifecycle)?;
        let merged = self.lifecycle.merge(&self.text, &other.text)?;
        Ok(Arc::new(Self {
            lifecycle: self.lifecycle,
            text: merged.log,
        }))
    }
}
