//! The contract: the registry, the schemas, the forms and the calls, as every language has them.
//!
//! This room knows all others and is known by none.

pub mod calls;
pub mod form;
pub mod registry;
pub mod schema;
