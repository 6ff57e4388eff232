//! Accounts (สิทธิผู้ใช้งาน): a person asks, the province's admin or one entrusted by the province
//! approves, activates, suspends and revokes (AD-01, AD-01a, AD-01b, AD-02).

use serde_json::{Map, Value};

pub mod case;
pub mod command;
mod guard;
mod payload;
mod table;

pub use case::UserAccount;
pub use command::{Command, CommandKind};

use crate::base::actor::{Actor, Org, Role};
use crate::base::calendar::Date;
use crate::base::text::Text;
use crate::lifecycle::{Case, Context, Disclosure, Event, Lifecycle, Relation, Row};
use crate::policy::Policy;
use crate::schedule::Obligation;

/// The lifecycle `account`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Account;

crate::states! {
    /// The states of an account.
    pub enum State {
        /// ยื่นขอสิทธิแล้ว
        Requested = "requested", "ยื่นขอสิทธิแล้ว รออนุมัติ", "requested";
        /// อนุมัติแล้ว
        Approved = "approved", "อนุมัติแล้ว รอเปิดใช้งาน", "approved";
        /// เปิดใช้งาน
        Active = "active", "เปิดใช้งาน", "active";
        /// ระงับการใช้งาน
        Suspended = "suspended", "ระงับการใช้งาน", "suspended";
        /// ยกเลิกสิทธิแล้ว
        Revoked = "revoked", "ยกเลิกสิทธิแล้ว", "revoked", final;
    }
}

impl Lifecycle for Account {
    type Kind = CommandKind;
    type Command = Command;
    type State = State;
    type Data = UserAccount;

    const IT: &'static Self = &Self;
    const NAME: &'static str = "account";
    const TITLE: Text = Text {
        th: "สิทธิผู้ใช้งาน",
        en: "user account",
    };
    const TABLE: &'static [Row<Self>] = table::TABLE;
    const FIRST: &'static Row<Self> = &table::REQUEST;
    const INITIAL: State = State::Requested;
    const DISCLOSURE: Disclosure = Disclosure {
        personal: &["/profile", "/assignment"],
        free_text: &["/suspension_reason", "/revocation_reason"],
        dates: &[
            "requested_on",
            "approved_on",
            "pin_obtained_on",
            "activated_on",
            "suspended_on",
            "revoked_on",
        ],
    };

    fn create(event: &Event<Self>) -> Option<UserAccount> {
        UserAccount::new(event)
    }

    fn apply(account: &mut UserAccount, event: &Event<Self>) {
        account.apply(event);
    }

    fn state(account: &UserAccount) -> State {
        account.state
    }

    fn case_id(account: &UserAccount) -> &str {
        &account.case_id
    }

    fn holder(_: &UserAccount) -> Option<&Org> {
        None
    }

    fn stands(relation: Relation, context: &Context<'_, Self>) -> bool {
        let actor = context.actor;
        match (relation, context.data(), context.command) {
            (Relation::Person, Some(account), _) => account.belongs_to(actor),
            (Relation::Person, None, Some(Command::RequestAccount(request))) => {
                actor.user_id.as_ref() == Some(&request.user_id)
            }
            (Relation::Person, None, None) => actor.user_id.is_some(),
            (Relation::Province, Some(account), _) => account.province == actor.organisation,
            (Relation::Delegated, Some(account), _) => account.entrusted_to(actor, context.policy),
            _ => false,
        }
    }

    fn has_duty(case: &Case<Self>, actor: &Actor, policy: &Policy) -> bool {
        let account = case.data();
        let of_province =
            actor.role == Role::ProvinceAdmin && account.province == actor.organisation;
        of_province || account.belongs_to(actor) || account.entrusted_to(actor, policy)
    }

    fn obligations(_: &Case<Self>, _: Date, _: &Policy) -> Vec<Obligation> {
        Vec::new()
    }

    fn document(case: &Case<Self>) -> Map<String, Value> {
        crate::lifecycle::document(Self::NAME, case.data())
    }
}
