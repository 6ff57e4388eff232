//! A request for access to the civil registry: asked, forwarded, approved (AD-03).

use serde::{Deserialize, Serialize};

use super::rules::AD_03;
use super::{COORDINATOR, ICT_CENTRE, Link, OWN_PROVINCE, RegistryLink, State};
use crate::base::actor::Actor;
use crate::base::area::{PROVINCE_FAULTS, judge_province};
use crate::base::fault::{BLANK, Fault, Faults};
use crate::base::id::{CaseId, OrgId, UserId};
use crate::base::shape::Shape;
use crate::base::text::{Text, text};
use crate::lifecycle::{Act, Advice, Advices, Head, Next, Now, Opening, Row, Step};

// ── AD-03 ขอสิทธิเชื่อมต่อ ──────────────────────────────────────────────────────────────────────

/// AD-03 ขอสิทธิเชื่อมต่อ
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct RequestLink {
    /// The case's id.
    #[title("รหัสคำขอ", "request id")]
    pub case_id: CaseId,
    /// The user name of the account that is to have access.
    #[title("ชื่อผู้ใช้งาน", "user name")]
    pub user_id: UserId,
    /// รหัสจังหวัด 2 หลัก
    #[title("จังหวัด", "province")]
    pub province: OrgId,
    /// Whether that account is active.
    #[title("สิทธิผู้ใช้งานเปิดใช้งานแล้ว", "the account is active")]
    pub account_active: bool,
}

impl Act for RequestLink {
    type Of = RegistryLink;
    type Effects = ();

    const NAME: &'static str = "request_link";
    const EVENT: &'static str = "link_requested";
    const ROW: Row<RegistryLink> = Row {
        faults: &[&[&BLANK], PROVINCE_FAULTS, &[&NOT_ACTIVE]],
        ..Row::opening(
            &AD_03,
            OWN_PROVINCE,
            text!(
                "ขอสิทธิเชื่อมต่อทะเบียนราษฎร",
                "Ask for access to the civil registry",
            ),
        )
    };
}

impl Opening for RequestLink {
    fn case_id(&self) -> &CaseId {
        &self.case_id
    }

    fn names(&self, actor: &Actor) -> bool {
        self.province == actor.organisation
    }

    fn check(&self, _: &Now<'_>, faults: &mut Faults<'_>) {
        faults.judged("province", judge_province(&self.province));
    }

    fn fits(&self, faults: &mut Faults<'_>) {
        faults.when(!self.account_active, "account_active", &NOT_ACTIVE);
    }

    fn open(&self, head: &Head<'_>) -> Link {
        Link {
            user_id: self.user_id.clone(),
            province: self.province.clone(),
            account_active: self.account_active,
            requested_on: head.today(),
            forwarded_on: None,
            approved_on: None,
        }
    }
}

static NOT_ACTIVE: Fault = Fault::missing(
    621,
    &AD_03,
    "account_not_active",
    text!(
        "สิทธิผู้ใช้งานยังไม่ได้เปิดใช้งาน โปรดเปิดใช้งานก่อนขอสิทธิเชื่อมต่อทะเบียนราษฎร",
        "the account is not active; activate it before asking for access to the civil registry",
    ),
);

// ── AD-03 ส่งต่อ ──────────────────────────────────────────────────────────────────────────────

/// AD-03 ส่งต่อ
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct ForwardLink {}

impl Act for ForwardLink {
    type Of = RegistryLink;
    type Effects = ();

    const NAME: &'static str = "forward_link";
    const EVENT: &'static str = "link_forwarded";
    const ROW: Row<RegistryLink> = Row {
        instead: FORWARDED_ALREADY,
        ..Row::act(
            &AD_03,
            &[State::Requested],
            Next::To(State::Forwarded),
            COORDINATOR,
            text!(
                "ส่งต่อศูนย์เทคโนโลยีสารสนเทศและการสื่อสาร",
                "Forward to the ICT centre",
            ),
        )
    };
}

impl Step for ForwardLink {
    fn apply(&self, case: &mut Link, head: &Head<'_>) {
        case.forwarded_on = Some(head.today());
    }
}

const FORWARDED_ALREADY: &[(State, Text)] = &[(
    State::Forwarded,
    text!(
        "ส่งต่อแล้ว ไม่ต้องส่งซ้ำ โปรดรอศูนย์เทคโนโลยีสารสนเทศและการสื่อสารอนุมัติ",
        "it was forwarded already; wait for the ICT centre to approve it",
    ),
)];

// ── AD-03 อนุมัติสิทธิเชื่อมต่อ ───────────────────────────────────────────────────────────────────

/// AD-03 อนุมัติสิทธิเชื่อมต่อ
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct ApproveLink {}

impl Act for ApproveLink {
    type Of = RegistryLink;
    type Effects = ();

    const NAME: &'static str = "approve_link";
    const EVENT: &'static str = "link_approved";
    const ROW: Row<RegistryLink> = Row {
        instead: ONCE_FORWARDED,
        advice: &[&AFTER_THE_BATCH],
        ..Row::act(
            &AD_03,
            &[State::Forwarded],
            Next::To(State::Approved),
            ICT_CENTRE,
            text!("อนุมัติสิทธิเชื่อมต่อทะเบียนราษฎร", "Approve the access"),
        )
    };
}

impl Step for ApproveLink {
    fn advise(&self, now: &Now<'_>, _: &Link, advices: &mut Advices) {
        let last = now.numbers.registry_batch_days;
        if now.today.day() > last {
            advices.give_with(&AFTER_THE_BATCH, [("last", last.into())]);
        }
    }

    fn apply(&self, case: &mut Link, head: &Head<'_>) {
        case.approved_on = Some(head.today());
    }
}

const ONCE_FORWARDED: &[(State, Text)] = &[(
    State::Requested,
    text!(
        "โปรดรอกองบริหารการสาธารณสุขส่งต่อก่อน",
        "wait for the Public Health Administration Division to forward it",
    ),
)];
static AFTER_THE_BATCH: Advice = Advice::new(
    &AD_03,
    "after_the_batch",
    text!(
        "การอนุมัติสิทธิเชื่อมต่อทะเบียนราษฎรควรทำเป็นรอบต้นเดือน ไม่เกินวันที่ {last} ของเดือน",
        "approvals belong to the batch at the start of the month, by day {last}",
    ),
);
