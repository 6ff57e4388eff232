//! What knows no rule's machinery: dates, texts, ids, codes, persons, actors, what a rule and a fault are, and
//! the rules of a value beside their judges (GE-06, TM, RV-01 to RV-04, RV-08).
//!
//! This room does not know JSON documents, policies, cases or lifecycles.

pub mod actor;
pub mod area;
pub mod by_id;
pub mod calendar;
pub mod characters;
pub mod data_error;
pub mod day;
pub mod documents;
pub mod fault;
pub mod help;
pub mod icd10;
pub mod id;
pub mod identifier;
pub mod once;
pub mod order;
pub(crate) mod periods;
pub mod person;
pub mod private;
pub mod rule;
pub mod shape;
pub mod text;
pub mod wording;

use rule::Applied;

/// Where a rule is applied that no table holds.
pub(crate) const APPLIED: &[Applied] = calendar::APPLIED;
