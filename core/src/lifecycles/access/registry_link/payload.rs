//! What a request for access to the civil registry asks of a payload (refusals) and advises of an
//! accepted one (warnings).

use chrono::Datelike as _;

use super::RegistryLink;
use super::command::Command;
use crate::base::text::{Arg, Message, Text};
use crate::lifecycle::{Context, Faults, ReasonKind, Warnings};
use crate::lifecycles::access::payload;

type Ctx<'a> = Context<'a, RegistryLink>;

/// Judges a payload, field by field in the order of the contract.
pub(super) fn check(_: &Ctx<'_>, command: &Command, faults: &mut Faults) {
    let Command::RequestLink(request) = command else {
        return;
    };
    faults.blank("/command/case_id", &request.case_id);
    faults.blank("/command/user_id", &request.user_id);
    payload::province(&request.province, faults);
    if !request.account_active {
        faults.missing(ReasonKind::MissingPrecondition, NOT_ACTIVE);
    }
}

/// AD-03: an approval after the batch at the start of the month.
pub(super) fn advise(context: &Ctx<'_>, command: &Command, warnings: &mut Warnings) {
    let last = context.policy.registry_batch_days;
    if matches!(command, Command::ApproveLink(_)) && context.today.day() > last {
        let args = [("last", Arg::Number(last.into()))];
        warnings.add("AD-03", Message::new(AFTER_THE_BATCH, args));
    }
}

const NOT_ACTIVE: Text = Text {
    th: "บัญชีผู้ใช้งานยังไม่ได้เปิดใช้งาน โปรดเปิดใช้งานก่อนขอสิทธิเชื่อมต่อทะเบียนราษฎร",
    en: "the account is not active; activate it before asking for access to the civil registry",
};
const AFTER_THE_BATCH: Text = Text {
    th: "การอนุมัติสิทธิเชื่อมต่อทะเบียนราษฎรควรทำเป็นรอบต้นเดือน ไม่เกินวันที่ {last} ของเดือน",
    en: "approvals belong to the batch at the start of the month, by day {last}",
};
