//! The contract: calls, schemas, forms.

pub mod calls;
pub mod form;
pub mod schema;
