//! What a community follow-up has gathered: the struct, and nothing of how it changes.

use std::sync::Arc;

use serde::Serialize;

use super::help::Help;
use super::relocation::Relocation;
use super::visit::Visit;
use crate::base::calendar::Date;
use crate::base::id::OrgId;
use crate::base::person::{Address, Person};
use crate::base::shape::Shape;

/// What a community follow-up has gathered.
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct FollowUp {
    /// The person.
    pub(crate) person: Arc<Person>,
    /// The end of the training.
    pub graduated_on: Date,
    /// The project.
    pub(crate) project: Arc<str>,
    /// Where the person lives now.
    pub(crate) residence: Arc<Address>,
    /// The responsible district.
    pub district: OrgId,
    /// The visits, in the order in which they were recorded.
    pub visits: Vec<Visit>,
    /// The help that was asked for.
    pub help: Vec<Help>,
    /// The moves, in the order in which they were recorded.
    pub relocations: Vec<Relocation>,
    /// The day on which the follow-up was closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed_on: Option<Date>,
}
