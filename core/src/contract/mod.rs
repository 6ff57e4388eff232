//! The contract: the registry, the schemas, the forms and the calls, as every language has them.
//!
//! This room knows all others and is known by none.

pub mod calls;
pub mod documents;
pub mod form;
mod given;
mod json_schema;
pub mod registry;
mod scenario;
pub mod schema;

pub use json_schema::{Titles, camel, described, lifecycle_of};
