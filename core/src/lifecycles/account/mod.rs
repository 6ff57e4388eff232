//! Accounts (สิทธิผู้ใช้งาน): a person asks, the province's admin or one entrusted by the province
//! approves, activates, suspends and revokes (AD-01, AD-01a, AD-01b, AD-02).
//!
//! A room for each subject: [`request`] (asked, profile, assignment, approved) and [`activation`]
//! (activated, suspended, revoked). This folder does not know any other lifecycle.

pub mod activation;
pub mod case;
pub mod request;
pub(crate) mod rules;

pub use activation::{ActivateAccount, RevokeAccount, SuspendAccount};
pub use case::UserAccount;
pub use request::{
    ApproveAccount, Assignment, CompleteProfile, FileAssignment, Profile, RequestAccount,
};

use crate::base::actor::{Actor, Role};
use crate::base::rule::Rule;
use crate::base::text::{Said, Text, text};
use crate::lifecycle::act::commands;
use crate::lifecycle::state::states;
use crate::lifecycle::{Case, Lifecycle, Never, REQUEST, REQUEST_ID, Relation, Who};
use crate::policy::Numbers;

/// The lifecycle `account`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Account;

states! {
    /// The states of an account.
    pub enum State {
        /// ยื่นขอสิทธิแล้ว
        Requested = "requested", "ยื่นขอสิทธิแล้ว รออนุมัติ", "requested";
        /// อนุมัติแล้ว
        Approved = "approved", "อนุมัติแล้ว รอเปิดใช้งาน", "approved";
        /// เปิดใช้งาน
        Active = "active", "เปิดใช้งานแล้ว", "active";
        /// ระงับการใช้งาน
        Suspended = "suspended", "ระงับการใช้งาน", "suspended";
        /// ยกเลิกสิทธิแล้ว
        Revoked = "revoked", "ยกเลิกสิทธิแล้ว", "revoked", final;
    }
}

commands! {
    /// A command of the lifecycle `account`.
    Account: RequestAccount in Box, CompleteProfile, FileAssignment, ApproveAccount, ActivateAccount,
    SuspendAccount, RevokeAccount,
}

impl Lifecycle for Account {
    type State = State;
    type Command = Command;
    type Data = UserAccount;
    type Effect = Never;

    const NAME: &'static str = "account";
    const TITLE: Text = text!("สิทธิผู้ใช้งาน", "user account");
    const CASE: Text = REQUEST;
    const CASE_ID: Said = REQUEST_ID;
    const RULES: &'static [&'static Rule] = rules::RULES;

    fn has_duty(case: &Case<Self>, actor: &Actor, numbers: &Numbers) -> bool {
        let account = case.data();
        let of_province =
            actor.role == Role::ProvinceAdmin && account.province == actor.organisation;
        of_province || account.belongs_to(actor) || account.entrusted_to(actor, numbers)
    }
}

// ── who ───────────────────────────────────────────────────────────────────────────────────────

impl UserAccount {
    /// Whether the actor is the person.
    pub fn belongs_to(&self, actor: &Actor) -> bool {
        actor.user_id.as_ref() == Some(&self.user_id)
    }

    /// Whether the actor is an admin whom the province entrusted, within the admin's area (AD-01).
    pub fn entrusted_to(&self, actor: &Actor, numbers: &Numbers) -> bool {
        let own = &actor.organisation;
        let of_district = actor.role == Role::DistrictAdmin && self.district == *own;
        let of_unit = actor.role == Role::UnitAdmin && self.organisation == *own;
        let mut entrusted = numbers.delegated_admins.iter();
        (of_district || of_unit) && entrusted.any(|organisation| **organisation == **own)
    }
}

/// Before there is an account, the person whom the request names; without a request, anyone with a
/// user name.
const THE_PERSON: Relation<Account> = Relation::of_a_person(
    "person",
    text!("ผู้ยื่นคำขอ", "the person concerned"),
    |asking| match asking.case {
        Some(case) => case.data().belongs_to(asking.actor),
        None => asking.named().unwrap_or(asking.actor.user_id.is_some()),
    },
);
const THE_PROVINCE: Relation<Account> = Relation::new(
    "province",
    text!("จังหวัดของคำขอ", "the province of the request"),
    |asking| {
        let own = &asking.actor.organisation;
        asking.case.is_some_and(|case| case.data().province == *own)
    },
);
const DELEGATED: Relation<Account> = Relation::new(
    "delegated",
    text!(
        "ผู้ดูแลระบบที่จังหวัดมอบหมายในพื้นที่ของตน",
        "an admin to whom the province delegated, within the admin's area",
    ),
    |asking| {
        asking
            .case
            .is_some_and(|case| case.data().entrusted_to(asking.actor, asking.numbers))
    },
);

/// Whoever the person is: the user name decides, not the role.
const PERSON: Who<Account> = Who {
    roles: Role::ALL,
    relation: &THE_PERSON,
};
const PROVINCE: Who<Account> = Who {
    roles: &[Role::ProvinceAdmin],
    relation: &THE_PROVINCE,
};
const ENTRUSTED: Who<Account> = Who {
    roles: &[Role::DistrictAdmin, Role::UnitAdmin],
    relation: &DELEGATED,
};
const APPROVERS: &[Who<Account>] = &[PROVINCE, ENTRUSTED];
