//! What a change of a provincial admin asks of a payload.

use super::AdminChange;
use super::command::Command;
use crate::lifecycle::{Context, Faults};
use crate::lifecycles::access::payload;

/// Judges a payload, field by field in the order of the contract.
pub(super) fn check(_: &Context<'_, AdminChange>, command: &Command, faults: &mut Faults) {
    if let Command::ProposeAdmin(propose) = command {
        faults.blank("/command/case_id", &propose.case_id);
        payload::province(&propose.province, faults);
        faults.blank("/command/user_id", &propose.user_id);
    }
}
