//! The rules that no lifecycle owns: what holds for all of them (GE), who sees and may what (AD-07, AD-08).
//!
//! This room does not know the rules of a lifecycle; the contract lists all of them.

pub(crate) mod access;
pub(crate) mod general;
