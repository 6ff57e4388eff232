//! What a change of data has gathered: the struct, and nothing of how it changes.

use serde::Serialize;

use super::request::ChangeKind;
use crate::base::calendar::Date;
use crate::base::id::OrgId;
use crate::base::private::Private;
use crate::base::shape::Shape;

/// What a change of data has gathered. Whoever rejected it: the step dated last.
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct ChangeRequest {
    /// The province through which it goes.
    pub province: OrgId,
    /// What is to be done.
    pub kind: ChangeKind,
    /// To which data.
    pub target: Private,
    /// Why.
    pub reason: Private,
    /// The organisation that asks.
    pub submitted_by: OrgId,
    /// The day of the request.
    pub submitted_on: Date,
    /// The day of the province's review.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reviewed_on: Option<Date>,
    /// The note of the review.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review_note: Option<Private>,
    /// The day on which the provincial committee considered it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub considered_on: Option<Date>,
    /// The note of the committee.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consideration_note: Option<Private>,
    /// The day of the endorsement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub endorsed_on: Option<Date>,
    /// The day of the decision.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_on: Option<Date>,
    /// Why it was decided so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision_reason: Option<Private>,
    /// The day on which the data were changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub executed_on: Option<Date>,
}
