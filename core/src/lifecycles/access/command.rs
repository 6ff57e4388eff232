//! Payloads that more than one of the lifecycles has.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::base::private::Private;

/// The director's decision (AD-04, AD-05).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Decide {
    /// Whether it is approved; a refusal is final.
    pub approve: bool,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Private>,
}

/// An act that has to be given a reason (AD-02).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reasoned {
    /// Why.
    pub reason: Private,
}
