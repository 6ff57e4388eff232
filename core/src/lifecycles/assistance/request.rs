//! Help that is asked for, accepted by a centre and handed on (AS-01 to AS-03).

use std::collections::HashSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::item::{Item, NewItem};
use super::rules::{AS_01, AS_02, AS_03};
use super::{ACCEPTED, ANY_REQUESTING, Assistance, Assisted, LEAD, ONCE_ACCEPTED, State};
use crate::base::actor::Actor;
use crate::base::area::{judge_district, judge_province};
use crate::base::by_id::{ById, Identified};
use crate::base::calendar::Date;
use crate::base::fault::{BLANK, Fault, Faults};
use crate::base::id::{CaseId, OrgId};
use crate::base::person::Person;
use crate::base::shape::Shape;
use crate::base::text::{Text, text};
use crate::lifecycle::{Act, Head, Next, Now, Opening, Row, Step};

// ── what a case keeps ─────────────────────────────────────────────────────────────────────────

/// A unit that received the work (AS-03).
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct Distribution {
    /// Its code.
    #[title("หน่วยงานที่รับงาน", "receiving unit")]
    pub to: OrgId,
    /// Its kind.
    #[title("ระดับของหน่วยงาน", "level of the unit")]
    pub kind: ReceiverKind,
    /// The day.
    #[title("วันที่กระจายงาน", "day of the distribution")]
    pub on: Date,
}

impl Identified for Distribution {
    type Id = OrgId;

    fn id(&self) -> &OrgId {
        &self.to
    }
}

impl Assisted {
    /// Whether this unit received work (AS-03).
    pub fn was_given_to(&self, organisation: &OrgId) -> bool {
        self.distributions.find(organisation).is_some()
    }

    /// Whether the actor's unit had received work by this day.
    pub(super) fn had_been_given_to(&self, actor: &Actor, on: Date) -> bool {
        let given = self.distributions.find(&actor.organisation);
        given.is_some_and(|given| given.on <= on)
    }
}

// ── AS-01 ให้ความช่วยเหลือ ─────────────────────────────────────────────────────────────────────

/// AS-01 ให้ความช่วยเหลือ
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct Request {
    /// The case's id.
    #[title("รหัสเคส", "case id")]
    pub case_id: CaseId,
    /// The patient.
    #[title("ผู้ป่วย", "patient")]
    pub(crate) person: Arc<Person>,
    /// ศูนย์ฟื้นฟูสภาพทางสังคม (คพฟ.)
    #[title("ศูนย์ฟื้นฟูสภาพทางสังคม (ระดับอำเภอ)", "centre (of a district)")]
    pub centre: OrgId,
    /// At least one item.
    #[title("รายการขอความช่วยเหลือ", "items of help")]
    #[shape(with = Vec<NewItem>)]
    pub(crate) items: Arc<[NewItem]>,
}

impl Act for Request {
    type Of = Assistance;
    type Effects = ();

    const NAME: &'static str = "request";
    const EVENT: &'static str = "requested";
    const ROW: Row<Assistance> = Row {
        faults: &[&[&BLANK], Person::FAULTS, &[&NO_ITEM], NewItem::FAULTS],
        ..Row::opening(
            &AS_01,
            ANY_REQUESTING,
            text!("ส่งรายการขอความช่วยเหลือ", "Send a request for help"),
        )
    };
}

impl Opening for Request {
    fn case_id(&self) -> &CaseId {
        &self.case_id
    }

    fn check(&self, now: &Now<'_>, faults: &mut Faults<'_>) {
        self.person.judge(now.today, faults.field("person"));
        faults.when(self.items.is_empty(), "items", &NO_ITEM);
        for (index, item) in self.items.iter().enumerate() {
            item.judge(faults.field("items").item(index));
        }
    }

    fn fits(&self, faults: &mut Faults<'_>) {
        let mut before = HashSet::new();
        for (index, item) in self.items.iter().enumerate() {
            let known = !before.insert(&item.item_id);
            item.judge_id(known, faults.field("items").item(index));
        }
    }

    fn open(&self, head: &Head<'_>) -> Assisted {
        Assisted {
            person: Arc::clone(&self.person),
            centre: self.centre.clone(),
            items: self
                .items
                .iter()
                .map(|item| Item::new(item, head.place))
                .collect(),
            requested_by: head.actor.organisation.clone(),
            requested_on: head.today(),
            accepted_on: None,
            distributions: ById::default(),
            assessments: Vec::new(),
            concluded_on: None,
            outcome: None,
            cancelled_on: None,
            cancellation_reason: None,
            other_case: None,
            open_items: self.items.len(),
            settled: None,
        }
    }
}

static NO_ITEM: Fault = Fault::value(
    301,
    &AS_01,
    "no_item",
    text!(
        "ช่อง “{field}” ต้องมีอย่างน้อย 1 รายการ โปรดเพิ่มรายการ",
        "“{field}” needs at least one: add one",
    ),
);

// ── AS-02 รับงาน ──────────────────────────────────────────────────────────────────────────────

/// AS-02 รับงาน
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct Accept {}

impl Act for Accept {
    type Of = Assistance;
    type Effects = ();

    const NAME: &'static str = "accept";
    const EVENT: &'static str = "accepted";
    const ROW: Row<Assistance> = Row {
        instead: ACCEPTED_ALREADY,
        ..Row::act(
            &AS_02,
            &[State::Waiting],
            Next::To(State::Accepted),
            LEAD,
            text!("รับงาน", "Accept the work"),
        )
    };
}

impl Step for Accept {
    fn apply(&self, case: &mut Assisted, head: &Head<'_>) {
        case.accepted_on = Some(head.today());
    }
}

/// Accepted is accepted.
const ACCEPTED_ALREADY: &[(State, Text)] = &[(
    State::Accepted,
    text!(
        "รับงานแล้ว ไม่ต้องรับซ้ำ โปรดบันทึกการช่วยเหลือต่อไป",
        "it was accepted already; go on with the help",
    ),
)];

// ── AS-03 กระจายงาน ───────────────────────────────────────────────────────────────────────────

/// To what kind of unit work is handed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Shape)]
#[serde(rename_all = "snake_case")]
pub enum ReceiverKind {
    /// พื้นที่ (a district, 4 digits)
    #[title("พื้นที่ (อำเภอ)", "area (a district)")]
    Area,
    /// จังหวัด (2 digits)
    #[title("จังหวัด", "province")]
    Province,
}

/// AS-03 กระจายงาน
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct Distribute {
    /// The receiving unit's code.
    #[title("หน่วยงานที่รับงาน", "receiving unit")]
    pub to: OrgId,
    /// Its kind.
    #[title("ระดับของหน่วยงาน", "level of the unit")]
    pub kind: ReceiverKind,
}

impl Act for Distribute {
    type Of = Assistance;
    type Effects = ();

    const NAME: &'static str = "distribute";
    const EVENT: &'static str = "distributed";
    const ROW: Row<Assistance> = Row {
        faults: &[&[&RECEIVER, &GIVEN_ALREADY]],
        instead: ONCE_ACCEPTED,
        ..Row::act(
            &AS_03,
            ACCEPTED,
            Next::Stays,
            LEAD,
            text!("กระจายงาน", "Distribute the work"),
        )
    };
}

impl Distribute {
    fn has_shape(&self) -> bool {
        let fault = match self.kind {
            ReceiverKind::Area => judge_district(&self.to),
            ReceiverKind::Province => judge_province(&self.to),
        };
        fault.is_none()
    }
}

impl Step for Distribute {
    fn check(&self, _: &Now<'_>, _: &Assisted, faults: &mut Faults<'_>) {
        faults.when(!self.has_shape(), "to", &RECEIVER);
    }

    fn fits(&self, _: &Actor, case: &Assisted, faults: &mut Faults<'_>) {
        let repeated = self.has_shape() && case.was_given_to(&self.to);
        faults.when(repeated, "to", &GIVEN_ALREADY);
    }

    fn apply(&self, case: &mut Assisted, head: &Head<'_>) {
        case.distributions.push(Distribution {
            to: self.to.clone(),
            kind: self.kind,
            on: head.today(),
        });
    }
}

static RECEIVER: Fault = Fault::value(
    302,
    &AS_03,
    "receiver",
    text!(
        "รหัสในช่อง “{field}” ไม่ถูกต้อง โปรดใช้รหัสอำเภอ 4 หลักสำหรับระดับพื้นที่ หรือรหัสจังหวัด 2 หลักสำหรับระดับจังหวัด",
        "“{field}” is wrong: give a district code of 4 digits for an area, or a province code of 2 digits for a province",
    ),
);
static GIVEN_ALREADY: Fault = Fault::done(
    303,
    &AS_03,
    "given_already",
    text!(
        "กระจายงานให้หน่วยงานในช่อง “{field}” แล้ว โปรดเลือกหน่วยงานอื่น",
        "the work was handed to the unit in “{field}” already; choose another",
    ),
);
