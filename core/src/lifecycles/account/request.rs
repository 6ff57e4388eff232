//! The request for an account: what the person says, the superior's assignment, the approval (AD-01,
//! AD-01a, AD-01b). It does not know what becomes of an approved account.

use serde::{Deserialize, Serialize};

use super::rules::{AD_01, AD_01A, AD_01B};
use super::{APPROVERS, Account, ENTRUSTED, PERSON, PROVINCE, State, UserAccount};
use crate::base::actor::{Actor, Role};
use crate::base::area::{
    DISTRICT_FAULTS, PROVINCE_SHAPE, UNKNOWN_PROVINCE_GIVEN, judge_acting_province,
    judge_district_of,
};
use crate::base::calendar::Date;
use crate::base::day;
use crate::base::fault::{BLANK, Fault, Faults};
use crate::base::id::{CaseId, OrgId, UserId};
use crate::base::identifier::{PHONE, judge_phone};
use crate::base::private::Private;
use crate::base::shape::{MOST_OF_A_NAME, Shape};
use crate::base::text::{Arg, Args, Text, text};
use crate::lifecycle::{
    Act, Advice, Advices, Guard, Head, Next, Now, Opening, ReasonKind, Row, Step,
};

// ── what a case keeps ─────────────────────────────────────────────────────────────────────────

/// รายละเอียดส่วนตัว (AD-01b)
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
#[shape(name = "UserProfile", private)]
pub struct Profile {
    /// ชื่อและนามสกุล
    #[title("ชื่อและนามสกุล", "full name")]
    #[shape(most = MOST_OF_A_NAME)]
    pub full_name: Private,
    /// โทรศัพท์
    #[title("หมายเลขโทรศัพท์", "phone")]
    pub phone: Private,
    /// ตำแหน่ง
    #[title("ตำแหน่ง", "position")]
    pub position: Private,
}

/// หลักฐานการได้รับมอบหมายหน้าที่จากผู้บังคับบัญชา (AD-01a)
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
#[shape(private)]
pub struct Assignment {
    /// The document.
    #[title("หลักฐานการมอบหมายหน้าที่", "document")]
    pub document: Private,
    /// Who signed it.
    #[title("ผู้บังคับบัญชาที่ลงนาม", "signed by")]
    #[shape(most = MOST_OF_A_NAME)]
    pub signed_by: Private,
    /// Its date.
    #[title("วันที่ของหลักฐาน", "date of the document")]
    pub on: Date,
}

/// Before the approval.
const REQUESTED: &[State] = &[State::Requested];
/// Said of what is no longer changed after it.
const CLOSED_TO_CHANGES: Text = text!(
    "อนุมัติสิทธิแล้ว จึงแก้ไขหรือยื่นเพิ่มไม่ได้ หากข้อมูลเปลี่ยน โปรดแจ้งผู้อนุมัติสิทธิ",
    "the account was approved; where something has changed, tell the approving admin",
);
const BEFORE_APPROVAL: &[(State, Text)] = &[
    (State::Approved, CLOSED_TO_CHANGES),
    (State::Active, CLOSED_TO_CHANGES),
    (State::Suspended, CLOSED_TO_CHANGES),
];

// ── AD-01 ขอสิทธิ ─────────────────────────────────────────────────────────────────────────────

/// AD-01 ขอสิทธิ
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct RequestAccount {
    /// The case's id.
    #[title("รหัสคำขอ", "request id")]
    pub case_id: CaseId,
    /// The person's user name.
    #[title("ชื่อผู้ใช้งาน", "user name")]
    pub user_id: UserId,
    /// The role asked for.
    #[title("บทบาทที่ขอ", "role asked for")]
    pub role: Role,
    /// The organisation in which the person works.
    #[title("หน่วยงาน", "organisation")]
    pub organisation: OrgId,
    /// รหัสจังหวัด 2 หลัก
    #[title("จังหวัด", "province")]
    pub province: OrgId,
    /// รหัสอำเภอ 4 หลัก
    #[title("อำเภอ", "district")]
    pub district: OrgId,
}

impl Act for RequestAccount {
    type Of = Account;
    type Effects = ();

    const NAME: &'static str = "request_account";
    const EVENT: &'static str = "account_requested";
    const ROW: Row<Account> = Row {
        faults: &[
            &[
                &BLANK,
                &PROVINCE_ADMIN,
                &NOT_FOR_A_PROVINCE,
                &PROVINCE_SHAPE,
                &UNKNOWN_PROVINCE_GIVEN,
            ],
            DISTRICT_FAULTS,
        ],
        ..Row::opening(
            &AD_01,
            &[PERSON],
            text!("ขอสิทธิเข้าถึงระบบ", "Request an account"),
        )
    };
}

impl Opening for RequestAccount {
    fn case_id(&self) -> &CaseId {
        &self.case_id
    }

    fn names(&self, actor: &Actor) -> bool {
        actor.user_id.as_ref() == Some(&self.user_id)
    }

    fn check(&self, _: &Now<'_>, faults: &mut Faults<'_>) {
        if let Some(fault) = judge_role(self.role) {
            faults.add_with("role", fault, [("role", Arg::Text(self.role.title()))]);
        }
        faults.judged("province", judge_acting_province(&self.province));
        let district = judge_district_of(&self.district, &self.province);
        faults.judged("district", district);
    }

    fn open(&self, head: &Head<'_>) -> UserAccount {
        UserAccount {
            user_id: self.user_id.clone(),
            role: self.role,
            organisation: self.organisation.clone(),
            province: self.province.clone(),
            district: self.district.clone(),
            requested_on: head.today(),
            profile: None,
            assignment: None,
            approved_on: None,
            pin_obtained_on: None,
            activated_on: None,
            suspended_on: None,
            suspension_reason: None,
            revoked_on: None,
            revocation_reason: None,
        }
    }
}

/// Whether a province may give the role.
fn judge_role(role: Role) -> Option<&'static Fault> {
    match role {
        Role::ProvinceAdmin => Some(&PROVINCE_ADMIN),
        Role::SuperAdmin | Role::RegionOfficer | Role::RegistryCoordinator | Role::IctOfficer => {
            Some(&NOT_FOR_A_PROVINCE)
        }
        Role::DistrictAdmin
        | Role::UnitAdmin
        | Role::UnitUser
        | Role::ScreeningUser
        | Role::CentreUser
        | Role::ProbationOfficer
        | Role::DistrictRecorder
        | Role::FieldTeam => None,
    }
}

static PROVINCE_ADMIN: Fault = Fault::value(
    601,
    &AD_01,
    "province_admin",
    text!(
        "บทบาทในช่อง “{field}” ขอด้วยรายการนี้ไม่ได้ โปรดให้จังหวัดเสนอผู้ดูแลระบบระดับจังหวัดคนใหม่ (AD-04)",
        "the role in “{field}” is not asked for here; have the province propose a new provincial admin (AD-04)",
    ),
);
static NOT_FOR_A_PROVINCE: Fault = Fault::value(
    602,
    &AD_01,
    "not_for_a_province",
    text!(
        "บทบาทในช่อง “{field}” (“{role}”) จังหวัดไม่มีอำนาจอนุมัติ โปรดเลือกบทบาทอื่น",
        "the role in “{field}” ({role}) is not for a province to approve; choose another",
    ),
);

// ── AD-01 กรอกรายละเอียดส่วนตัว ─────────────────────────────────────────────────────────────────

/// AD-01 กรอกรายละเอียดส่วนตัว
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct CompleteProfile {
    /// ชื่อและนามสกุล
    #[title("ชื่อและนามสกุล", "full name")]
    #[shape(most = MOST_OF_A_NAME)]
    #[rule(AD_01B)]
    pub full_name: Private,
    /// โทรศัพท์
    #[title("หมายเลขโทรศัพท์", "phone")]
    #[rule(AD_01B)]
    pub phone: Private,
    /// ตำแหน่ง
    #[title("ตำแหน่ง", "position")]
    #[rule(AD_01B)]
    pub position: Private,
}

impl Act for CompleteProfile {
    type Of = Account;
    type Effects = ();

    const NAME: &'static str = "complete_profile";
    const EVENT: &'static str = "profile_completed";
    const ROW: Row<Account> = Row {
        faults: &[&[&BLANK, &PHONE]],
        instead: BEFORE_APPROVAL,
        ..Row::act(
            &AD_01,
            REQUESTED,
            Next::Stays,
            &[PERSON],
            text!("กรอกรายละเอียดส่วนตัว (Profile)", "Complete the profile"),
        )
    };
}

impl Step for CompleteProfile {
    fn check(&self, _: &Now<'_>, _: &UserAccount, faults: &mut Faults<'_>) {
        faults.judged("phone", judge_phone(self.phone.reveal()));
    }

    fn apply(&self, case: &mut UserAccount, _: &Head<'_>) {
        case.profile = Some(Profile {
            full_name: self.full_name.clone(),
            phone: self.phone.clone(),
            position: self.position.clone(),
        });
    }
}

// ── AD-01 ยื่นหลักฐานการมอบหมายหน้าที่ ───────────────────────────────────────────────────────────

/// AD-01 ยื่นหลักฐานการมอบหมายหน้าที่
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct FileAssignment {
    /// The document.
    #[title("หลักฐานการมอบหมายหน้าที่", "document")]
    #[rule(AD_01A)]
    pub document: Private,
    /// Who signed it.
    #[title("ผู้บังคับบัญชาที่ลงนาม", "signed by")]
    #[shape(most = MOST_OF_A_NAME)]
    #[rule(AD_01A)]
    pub signed_by: Private,
    /// Its date.
    #[title("วันที่ของหลักฐาน", "date of the document")]
    #[rule(AD_01A)]
    pub on: Date,
}

impl Act for FileAssignment {
    type Of = Account;
    type Effects = ();

    const NAME: &'static str = "file_assignment";
    const EVENT: &'static str = "assignment_filed";
    const ROW: Row<Account> = Row {
        faults: &[&[&BLANK], day::NOT_LATER],
        instead: BEFORE_APPROVAL,
        ..Row::act(
            &AD_01,
            REQUESTED,
            Next::Stays,
            &[PERSON, PROVINCE, ENTRUSTED],
            text!("ยื่นหลักฐานการมอบหมายหน้าที่", "File the assignment"),
        )
    };

    fn act_date(&self) -> Option<Date> {
        Some(self.on)
    }
}

impl Step for FileAssignment {
    fn check(&self, now: &Now<'_>, _: &UserAccount, faults: &mut Faults<'_>) {
        faults.day("on", self.on, None, now.today);
    }

    fn apply(&self, case: &mut UserAccount, _: &Head<'_>) {
        case.assignment = Some(Assignment {
            document: self.document.clone(),
            signed_by: self.signed_by.clone(),
            on: self.on,
        });
    }
}

// ── AD-01 อนุมัติสิทธิ ──────────────────────────────────────────────────────────────────────────

/// AD-01 อนุมัติสิทธิ
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct ApproveAccount {}

impl Act for ApproveAccount {
    type Of = Account;
    type Effects = ();

    const NAME: &'static str = "approve_account";
    const EVENT: &'static str = "account_approved";
    const ROW: Row<Account> = Row {
        instead: APPROVED_ALREADY,
        guards: &[ASSIGNED, PROFILE_COMPLETE],
        advice: &[&NOT_ASSIGNED],
        ..Row::act(
            &AD_01,
            REQUESTED,
            Next::To(State::Approved),
            APPROVERS,
            text!("อนุมัติสิทธิ", "Approve the account"),
        )
    };
}

impl Step for ApproveAccount {
    fn advise(&self, _: &Now<'_>, case: &UserAccount, advices: &mut Advices) {
        advices.when(case.assignment.is_none(), &NOT_ASSIGNED);
    }

    fn apply(&self, case: &mut UserAccount, head: &Head<'_>) {
        case.approved_on = Some(head.today());
    }
}

const APPROVED_ALREADY: &[(State, Text)] = &[
    (
        State::Approved,
        text!(
            "อนุมัติแล้ว ไม่ต้องอนุมัติซ้ำ ให้ใช้ “เปิดใช้งานสิทธิ”",
            "it was approved already; activate it",
        ),
    ),
    (
        State::Active,
        text!(
            "อนุมัติและเปิดใช้งานแล้ว ไม่ต้องอนุมัติซ้ำ",
            "it was approved and activated already",
        ),
    ),
    (
        State::Suspended,
        text!(
            "อนุมัติแล้ว ไม่ต้องอนุมัติซ้ำ หากจะให้ใช้งานอีก ให้ใช้ “เปิดใช้งานสิทธิ”",
            "it was approved already; to have it used again, activate it",
        ),
    ),
];
/// AD-01a as a must (`assignment_required`).
const ASSIGNED: Guard<UserAccount> = Guard::policy(
    &AD_01A,
    "assignment_filed",
    ReasonKind::MissingPrecondition,
    text!(
        "ยังไม่มีหลักฐานการได้รับมอบหมายหน้าที่จากผู้บังคับบัญชา โปรดยื่นหลักฐานก่อนอนุมัติ",
        "the superior's written assignment is not on file; file it before the approval",
    ),
    |case, asked| {
        let missing = asked.numbers.assignment_required && case.assignment.is_none();
        missing.then_some(Args::NONE)
    },
);
/// The profile is complete.
const PROFILE_COMPLETE: Guard<UserAccount> = Guard::case(
    &AD_01B,
    "profile_complete",
    ReasonKind::MissingPrecondition,
    text!(
        "ผู้ยื่นคำขอยังไม่ได้กรอกรายละเอียดส่วนตัว (Profile) ให้สมบูรณ์ โปรดแจ้งผู้ยื่นคำขอให้กรอกก่อนอนุมัติ",
        "the person has not completed the profile; have it completed before the approval",
    ),
    |case| case.profile.is_some(),
);
static NOT_ASSIGNED: Advice = Advice::new(
    &AD_01A,
    "not_assigned",
    text!(
        "ควรมีหลักฐานการได้รับมอบหมายหน้าที่จากผู้บังคับบัญชา และเก็บไว้ที่สำนักงานสาธารณสุขจังหวัด",
        "the superior's written assignment should be on file with the provincial health office",
    ),
);

#[cfg(test)]
mod tests {
    use super::super::Command;
    use super::*;
    use crate::lifecycle::{Envelope, Reason, decide};
    use crate::policy::Policy;
    use crate::wire;

    fn asked_by(user_id: &str, district: &str) -> Vec<Reason> {
        let sent = format!(
            r#"{{"at":"2024-09-02T09:00:00+07:00",
                "actor":{{"role":"unit_user","organisation":"10670","user_id":"{user_id}"}},
                "command":{{"type":"request_account","case_id":"U-1","user_id":"u.somying",
                "role":"unit_user","organisation":"10670","province":"81","district":"{district}"}}}}"#
        );
        let envelope: Envelope<Command> = wire::decode(&sent).unwrap();
        let decision = decide::<Account>(None, &envelope, &Policy::default()).unwrap();
        decision.reasons().to_vec()
    }

    #[test]
    fn ad_01_the_district_lies_in_the_province() {
        assert!(asked_by("u.somying", "8101").is_empty());
        for district in ["8001", "81", "810101", "7801", "๘๑๐๑"] {
            let reasons = asked_by("u.somying", district);
            assert_eq!(reasons.len(), 1, "{district}");
            assert_eq!(reasons[0].rule, &AD_01, "{district}");
            let pointer = reasons[0].pointer.as_deref();
            assert_eq!(pointer, Some("/command/district"), "{district}");
        }
    }

    #[test]
    fn ad_08_roles_are_left_out_where_it_may_be_a_person() {
        let reasons = asked_by("u.wichai", "8101");
        assert_eq!(reasons[0].kind, ReasonKind::NotPermitted);
        assert_eq!(reasons[0].permitted, None);
    }

    #[test]
    fn ad_07_debug_shows_no_personal_data() {
        let sent = r#"{"at":"2024-09-02T09:00:00+07:00",
            "actor":{"role":"unit_user","organisation":"10670"},
            "command":{"type":"complete_profile","full_name":"สมหญิง เพชรรัตน์",
                       "phone":"0898765432","position":"พยาบาล"}}"#;
        let envelope: Envelope<Command> = wire::decode(sent).unwrap();
        let shown = format!("{envelope:?}");
        for secret in ["สมหญิง", "0898765432", "พยาบาล"] {
            assert!(!shown.contains(secret));
        }
    }
}
