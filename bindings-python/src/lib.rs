//! Python binding of bosoto: conversion only, no rule.
//!
//! The package `bosoto` in `python/` gives these classes and functions their Python idiom.
#![allow(missing_docs)] // The documentation that a user reads is that of the Python package.

mod batch;
mod calendar;
mod canvas;
mod case;
mod decision;
mod diagram;
mod envelope;
mod error;
mod json;
mod policy;
mod question;
mod shape;
mod text;

/// The native part of `bosoto`.
#[pyo3::pymodule]
mod _bosoto {
    #[pymodule_export]
    use crate::batch::{Cases, Decisions, Worklist, Worklists};
    #[pymodule_export]
    use crate::calendar::thai_date;
    #[pymodule_export]
    use crate::case::{Case, actions, merge, replay, replay_lines};
    #[pymodule_export]
    use crate::decision::{Decision, decide};
    #[pymodule_export]
    use crate::diagram::{dot, mermaid, scxml, svg};
    #[pymodule_export]
    use crate::envelope::Envelope;
    #[pymodule_export]
    use crate::json::{
        actions_json, decide_json, flags_json, forms_json, lifecycles, machine_json, merge_json,
        obligations_json, owed_json, parameters_json, permissions_json, quality_of_life_form_json,
        replay_json, report_calendar_json, roster_check_json, rule_json, schema_json, schema_names,
        smiv_obligations_json, view_json, worklist_json,
    };
    #[pymodule_export]
    use crate::policy::Policy;
    #[pymodule_export]
    use crate::shape::Shape;
}
