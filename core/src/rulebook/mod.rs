//! The rules that no lifecycle owns: what holds for all of them (GE), who sees and may what (AD-07, AD-08),
//! and the record rules whose judges are not in the library yet (RV-04 to RV-07).
//!
//! This room does not know the rules of a lifecycle; the contract lists all of them.

pub(crate) mod access;
pub(crate) mod general;
pub(crate) mod record;
