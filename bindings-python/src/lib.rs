//! Python binding of bosoto: conversion only, no rule.
//!
//! The package `bosoto` in `python/` gives these classes and functions their Python idiom.
#![allow(missing_docs)] // The documentation that a user reads is that of the Python package.

mod batch;
mod case;
mod decision;
mod diagram;
mod envelope;
mod error;
mod frame;
mod given;
mod interrupt;
mod json;
mod policy;
mod question;
mod shape;
mod text;
mod version;

/// The native part of `bosoto`.
#[pyo3::pymodule]
mod _bosoto {
    #[pymodule_export]
    use crate::batch::{Broken, Cases, Decisions, Worklist, Worklists};
    #[pymodule_export]
    use crate::case::{Case, actions, merge, replay, replay_lines};
    #[pymodule_export]
    use crate::decision::{Decision, decide, is_accepted};
    #[pymodule_export]
    use crate::diagram::{dot, mermaid, scxml};
    #[pymodule_export]
    use crate::envelope::Envelope;
    #[pymodule_export]
    use crate::frame::{
        ArrowRows, Findings, Indicator, Lines, LogLines, Logs, Stream, check_cell, check_row,
        check_texts, files, fiscal_years, icd10_roots, indicator, sample, sample_episodes,
        thai_dates, validate,
    };
    #[pymodule_export]
    use crate::json::{call_by_name, lifecycles, schema_names};
    #[pymodule_export]
    use crate::policy::Policy;
    #[pymodule_export]
    use crate::shape::Shape;
    #[pymodule_export]
    use crate::version::version;
}
