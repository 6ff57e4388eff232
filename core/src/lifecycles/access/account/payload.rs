//! What an account asks of a payload (refusals) and advises of an accepted one (warnings).

use super::Account;
use super::command::{Assignment, Command, Profile, RequestAccount};
use crate::base::actor::Role;
use crate::base::calendar::Date;
use crate::base::person::judge_phone;
use crate::base::text::{Arg, Message, Text};
use crate::lifecycle::{Context, Faults, ReasonKind, Warnings};
use crate::lifecycles::access::payload;

type Ctx<'a> = Context<'a, Account>;

/// Judges a payload, field by field in the order of the contract.
pub(super) fn check(context: &Ctx<'_>, command: &Command, faults: &mut Faults) {
    let today = context.today;
    match command {
        Command::RequestAccount(request) => request_account(request, faults),
        Command::CompleteProfile(profile) => complete_profile(profile, faults),
        Command::FileAssignment(assignment) => file_assignment(assignment, today, faults),
        Command::ActivateAccount(activate) => match activate.pin_obtained_on {
            Some(on) => faults.date("/command/pin_obtained_on", on, None, today),
            None => faults.missing(ReasonKind::MissingPrecondition, NO_PIN),
        },
        Command::SuspendAccount(act) | Command::RevokeAccount(act) => {
            faults.blank("/command/reason", act.reason.reveal());
        }
        Command::ApproveAccount(_) => {}
    }
}

fn request_account(request: &RequestAccount, faults: &mut Faults) {
    faults.blank("/command/case_id", &request.case_id);
    faults.blank("/command/user_id", &request.user_id);
    match request.role {
        Role::ProvinceAdmin => faults.invalid("/command/role", PROVINCE_ADMIN),
        role @ (Role::RegionOfficer
        | Role::SuperAdmin
        | Role::RegistryCoordinator
        | Role::IctOfficer) => {
            let args = [("role", Arg::Text(role.title()))];
            faults.invalid("/command/role", Message::new(NOT_A_PROVINCE_S_ROLE, args));
        }
        _ => {}
    }
    faults.blank("/command/organisation", &request.organisation);
    payload::province(&request.province, faults);
    payload::district(&request.district, &request.province, faults);
}

fn complete_profile(profile: &Profile, faults: &mut Faults) {
    faults.blank("/command/full_name", profile.full_name.reveal());
    judge_phone(&profile.phone, "/command/phone", faults);
    faults.blank("/command/position", profile.position.reveal());
}

fn file_assignment(assignment: &Assignment, today: Date, faults: &mut Faults) {
    faults.blank("/command/document", assignment.document.reveal());
    faults.blank("/command/signed_by", assignment.signed_by.reveal());
    faults.date("/command/on", assignment.on, None, today);
}

/// AD-01a: an approval without the written assignment.
pub(super) fn advise(context: &Ctx<'_>, command: &Command, warnings: &mut Warnings) {
    let assigned = context
        .data()
        .is_some_and(|account| account.assignment.is_some());
    if matches!(command, Command::ApproveAccount(_)) && !assigned {
        warnings.add("AD-01a", NOT_ASSIGNED);
    }
}

const PROVINCE_ADMIN: Text = Text {
    th: "ขอสิทธิผู้ดูแลระบบระดับจังหวัดด้วยวิธีนี้ไม่ได้ ให้จังหวัดเสนอเปลี่ยนแปลงผู้ดูแลระบบ (AD-04)",
    en: "a provincial admin is not asked for here; the province proposes the change of its admin (AD-04)",
};
const NOT_A_PROVINCE_S_ROLE: Text = Text {
    th: "จังหวัดไม่มีอำนาจอนุมัติบทบาทนี้ ({role})",
    en: "this role ({role}) is not for a province to approve",
};
const NO_PIN: Text = Text {
    th: "ต้องขอรหัสผ่าน (PIN CODE) จากที่ว่าการอำเภอก่อนเปิดใช้งาน และระบุวันที่ได้รับ (pin_obtained_on)",
    en: "the PIN code has to be obtained from the district office first; give its date in `pin_obtained_on`",
};
const NOT_ASSIGNED: Text = Text {
    th: "ควรมีหลักฐานการได้รับมอบหมายหน้าที่จากผู้บังคับบัญชา และเก็บไว้ที่สำนักงานสาธารณสุขจังหวัด",
    en: "the superior's written assignment should be on file with the provincial health office",
};
