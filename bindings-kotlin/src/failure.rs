//! Why there is no answer.

use bosoto::wire::WireError;

/// What is thrown: the contract's error as JSON, from which Kotlin makes its own exceptions.
#[derive(Debug, thiserror::Error, uniffi::Error)]
pub enum Failure {
    /// The contract's `{"error": …}`.
    #[error("the library refused what it was given")]
    Refused {
        /// The error as canonical JSON.
        json: String,
    },
}

impl From<WireError> for Failure {
    fn from(error: WireError) -> Self {
        let json = error.to_json();
        Self::Refused { json }
    }
}
