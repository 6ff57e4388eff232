//! What an assistance case has gathered: the struct, and nothing of how it changes.

use std::sync::Arc;

use serde::Serialize;

use super::assessment::Assessment;
use super::conclusion::Conclusion;
use super::item::{Item, Settled};
use super::request::Distribution;
use crate::base::calendar::Date;
use crate::base::id::OrgId;
use crate::base::person::Person;
use crate::base::shape::Shape;

/// What an assistance case has gathered.
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct Assisted {
    /// The patient.
    pub(crate) person: Arc<Person>,
    /// The centre, the lead unit.
    pub centre: OrgId,
    /// The items of help.
    pub items: Vec<Item>,
    /// The organisation that asked.
    pub requested_by: OrgId,
    /// The day of the request.
    pub requested_on: Date,
    /// The day of the acceptance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted_on: Option<Date>,
    /// The units that received the work.
    pub distributions: Vec<Distribution>,
    /// The assessments of quality of life.
    pub assessments: Vec<Assessment>,
    /// The day of the conclusion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub concluded_on: Option<Date>,
    /// How it ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Conclusion>,
    /// The entry since which every item is settled.
    #[serde(skip)]
    pub settled: Option<Settled>,
}
