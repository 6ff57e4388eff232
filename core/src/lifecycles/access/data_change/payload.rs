//! What a change of data asks of a payload.

use super::DataChange;
use super::command::Command;
use crate::lifecycle::{Context, Faults};
use crate::lifecycles::access::payload;

/// Judges a payload, field by field in the order of the contract.
pub(super) fn check(_: &Context<'_, DataChange>, command: &Command, faults: &mut Faults) {
    if let Command::SubmitChange(submit) = command {
        faults.blank("/command/case_id", &submit.case_id);
        payload::province(&submit.province, faults);
        faults.blank("/command/target", submit.target.reveal());
        faults.blank("/command/reason", submit.reason.reveal());
    }
}
