//! What a loan has gathered: the struct, and nothing of how it changes.

use serde::Serialize;

use crate::base::calendar::Date;
use crate::base::id::OrgId;
use crate::base::private::Private;
use crate::base::shape::Shape;

/// What a loan has gathered.
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct Device {
    /// The unit that lends.
    pub unit: OrgId,
    /// Whom it is lent to.
    pub borrower: Private,
    /// The first day.
    pub lent_on: Date,
    /// The days of its readings.
    pub readings: Vec<Date>,
    /// How often the loan was extended.
    pub extensions: u32,
    /// The last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended_on: Option<Date>,
}
