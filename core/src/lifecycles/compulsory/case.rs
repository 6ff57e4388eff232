//! What an exchange has gathered: the struct, and nothing of how it changes.
//!
//! Its rooms read this struct and it lists what they keep: that circle of files is the price of a room
//! for each subject.

use std::sync::Arc;

use serde::Serialize;

use super::absence::Absence;
use super::closing::EndCause;
use super::correction::Correction;
use super::entry::Entry;
use super::part1::Part1;
use super::request::Request;
use super::treatment::{Extension, Treatments};
use crate::base::calendar::Date;
use crate::base::id::OrgId;
use crate::base::private::Whole;
use crate::base::shape::Shape;

/// What a compulsory-treatment case has gathered.
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct Exchange {
    /// เลขรอบ
    pub round: Whole,
    /// หน่วยบำบัด
    pub unit: OrgId,
    /// สำนักงานคุมประพฤติต้นทาง
    pub probation_office: OrgId,
    /// ส่วนที่ 1
    pub(crate) part1: Arc<Part1>,
    /// The day of the first entry.
    pub first_entered_on: Date,
    /// The present entry.
    pub entry: Entry,
    /// The request that sent the case back, while it is `returned`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) correction: Option<Box<Correction>>,
    /// The day of the latest acceptance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted_on: Option<Date>,
    /// 90 or 120 days, from the treatment recorded first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub program_days: Option<u32>,
    /// Treatments, in the order in which they were recorded.
    pub treatments: Treatments,
    /// Extensions of the program.
    pub extensions: Vec<Extension>,
    /// Absences with their traces.
    pub absences: Vec<Absence>,
    /// Requests to probation.
    pub requests: Vec<Request>,
    /// The day on which the treatment was completed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub completed_on: Option<Date>,
    /// The day on which the result was certified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certified_on: Option<Date>,
    /// The day on which the person was dropped out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dropped_out_on: Option<Date>,
    /// The day on which probation ended the case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended_on: Option<Date>,
    /// Why probation ended the case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_cause: Option<EndCause>,
}
