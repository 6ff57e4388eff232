//! Questions over many cases, or over none: batches, the worklist, the cases of an officer, whose work it is, the
//! reporting calendar, the roster of a district, the permission matrix, a case with a clock.
//!
//! This room does not know what a lifecycle does: it knows each by its name, and of
//! [`aftercare`](crate::lifecycles::aftercare) the reports of a province.

pub mod batch;
pub mod casework;
pub mod compare;
pub mod matrix;
pub mod report;
pub mod roster;
pub(crate) mod rules;
pub mod threads;
pub mod timeliness;
pub mod travel;
pub mod worklist;
pub mod workload;

use crate::base::rule::Applied;
use crate::schedule::Owed;

/// What is owed whatever the cases hold.
pub(crate) const OWED: &[&Owed] = report::OWED;

/// Where a rule is applied that no table holds.
pub(crate) const APPLIED: &[Applied] = &[
    report::APPLIES[0],
    report::APPLIES[1],
    roster::APPLIES,
    matrix::APPLIES,
];
