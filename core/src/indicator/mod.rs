//! Indicators (ตัวชี้วัด): their rules.
//!
//! This room does not know any case.

pub(crate) mod rules;
