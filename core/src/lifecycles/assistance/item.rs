//! The items of help: what is asked for and how it stands (AS-05, AS-06).

use serde::{Deserialize, Serialize};

use super::rules::{AS_05, AS_06};
use super::{ACCEPTED, Assistance, Assisted, LEAD_OR_RECEIVING, ONCE_ACCEPTED};
use crate::base::actor::Actor;
use crate::base::by_id::Identified;
use crate::base::calendar::Date;
use crate::base::day;
use crate::base::fault::{Fault, Faults};
use crate::base::help::HelpKind;
use crate::base::id::ItemId;
use crate::base::private::Private;
use crate::base::shape::{MOST_OF_A_NAME, Shape};
use crate::base::text::{Args, text};
use crate::lifecycle::{Act, Guard, Head, Next, Now, ReasonKind, Row, Step};

// ── what a case keeps ─────────────────────────────────────────────────────────────────────────

/// An item of help.
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct Item {
    /// Unique within the case.
    #[title("รหัสรายการขอความช่วยเหลือ", "item id")]
    pub item_id: ItemId,
    /// With what.
    #[title("ด้านที่ขอความช่วยเหลือ", "kind of help")]
    pub kind: HelpKind,
    /// The details.
    #[title("รายละเอียดการขอความช่วยเหลือ", "details of the help")]
    pub detail: Private,
    /// How it stands.
    #[title("สถานะของรายการ", "status of the item")]
    pub status: ItemStatus,
    /// The day on which help was given.
    #[title("วันที่ให้ความช่วยเหลือ", "day on which help was given")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
    /// By whom.
    #[title("ผู้ให้ความช่วยเหลือ", "by whom")]
    #[shape(most = MOST_OF_A_NAME)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Private>,
    /// A note.
    #[title("บันทึกเพิ่มเติม", "note")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Private>,
    /// The place in the log of the event that gave it its id.
    #[serde(skip)]
    pub place: usize,
}

/// The entry since which every item is settled, or quality of life assessed often enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settled {
    /// Its place in the log.
    pub place: usize,
    /// Its event.
    pub event: &'static str,
    /// Its day.
    pub on: Date,
}

impl Settled {
    pub(super) fn since(head: &Head<'_>) -> Self {
        Self {
            place: head.place,
            event: head.event,
            on: head.today(),
        }
    }
}

impl Identified for Item {
    type Id = ItemId;

    fn id(&self) -> &ItemId {
        &self.item_id
    }
}

impl Assisted {
    /// The item of this id.
    pub fn item(&self, id: &ItemId) -> Option<&Item> {
        self.items.find(id)
    }

    /// How many items are pending or in progress.
    pub fn open_items(&self) -> usize {
        self.open_items
    }
}

/// How an item stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Shape)]
#[serde(rename_all = "snake_case")]
pub enum ItemStatus {
    /// รอดำเนินการ
    #[title("รอดำเนินการ", "pending")]
    Pending,
    /// กำลังดำเนินการ
    #[title("กำลังดำเนินการ", "in progress")]
    InProgress,
    /// ดำเนินการแล้ว
    #[title("ดำเนินการแล้ว", "completed")]
    Completed,
    /// เกินขีดความสามารถ
    #[title("เกินขีดความสามารถ", "exceeded")]
    Exceeded,
}

impl ItemStatus {
    /// Whether something is still to be done.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Pending | Self::InProgress)
    }

    /// Whether an item of this status may get that one (AS-06).
    pub fn may_become(self, next: Self) -> bool {
        match self {
            Self::Pending => next != Self::Pending,
            Self::InProgress => !next.is_open(),
            Self::Completed | Self::Exceeded => false,
        }
    }
}

/// An item of help that is asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct NewItem {
    /// Unique within the case.
    #[title("รหัสรายการขอความช่วยเหลือ", "item id")]
    pub item_id: ItemId,
    /// With what.
    #[title("ด้านที่ขอความช่วยเหลือ", "kind of help")]
    pub kind: HelpKind,
    /// The details.
    #[title("รายละเอียดการขอความช่วยเหลือ", "details of the help")]
    pub detail: Private,
}

impl Item {
    /// A new item of the event at a place of the log.
    pub(super) fn new(item: &NewItem, place: usize) -> Self {
        Self {
            item_id: item.item_id.clone(),
            kind: item.kind,
            detail: item.detail.clone(),
            status: ItemStatus::Pending,
            on: None,
            by: None,
            note: None,
            place,
        }
    }
}

impl NewItem {
    /// What it can be refused for.
    pub(super) const FAULTS: &[&Fault] = &[&BLANK_ID, &REPEATED_ID, &NO_DETAIL];

    /// Judges the values.
    pub(super) fn judge(&self, mut faults: Faults<'_>) {
        faults.when(self.has_no_id(), "item_id", &BLANK_ID);
        faults.when(self.detail.is_blank(), "detail", &NO_DETAIL);
    }

    /// Judges the id, which may be known already.
    pub(super) fn judge_id(&self, known: bool, mut faults: Faults<'_>) {
        faults.when(known && !self.has_no_id(), "item_id", &REPEATED_ID);
    }

    fn has_no_id(&self) -> bool {
        self.item_id.trim().is_empty()
    }
}

static BLANK_ID: Fault = Fault::value(
    304,
    &AS_05,
    "blank_item_id",
    text!(
        "ต้องกรอกช่อง “{field}”",
        "“{field}” is required and must not be blank",
    ),
);
static REPEATED_ID: Fault = Fault::value(
    305,
    &AS_05,
    "repeated_item_id",
    text!(
        "รหัสในช่อง “{field}” ซ้ำกับรายการขอความช่วยเหลืออื่น โปรดใช้รหัสอื่น",
        "another item has the id in “{field}” already; use another",
    ),
);
static NO_DETAIL: Fault = Fault::value(
    306,
    &AS_05,
    "no_detail",
    text!(
        "ต้องกรอกช่อง “{field}”",
        "“{field}” is required and must not be blank",
    ),
);

// ── AS-05 เพิ่มรายการ ──────────────────────────────────────────────────────────────────────────

/// AS-05 เพิ่มรายการ
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct AddItem {
    /// The new item.
    #[title("รายการขอความช่วยเหลือ", "item of help")]
    pub item: NewItem,
}

impl Act for AddItem {
    type Of = Assistance;
    type Effects = ();

    const NAME: &'static str = "add_item";
    const EVENT: &'static str = "item_added";
    const ROW: Row<Assistance> = Row {
        faults: &[NewItem::FAULTS],
        instead: ONCE_ACCEPTED,
        ..Row::act(
            &AS_05,
            ACCEPTED,
            Next::Stays,
            LEAD_OR_RECEIVING,
            text!("เพิ่มรายการ", "Add an item"),
        )
    };
}

impl Step for AddItem {
    fn check(&self, _: &Now<'_>, _: &Assisted, faults: &mut Faults<'_>) {
        self.item.judge(faults.field("item"));
    }

    fn fits(&self, _: &Actor, case: &Assisted, faults: &mut Faults<'_>) {
        let known = case.item(&self.item.item_id).is_some();
        self.item.judge_id(known, faults.field("item"));
    }

    fn apply(&self, case: &mut Assisted, head: &Head<'_>) {
        case.items.push(Item::new(&self.item, head.place));
        case.open_items = case.open_items.saturating_add(1);
        case.settled = None;
    }
}

// ── AS-06 บันทึกการช่วยเหลือ ────────────────────────────────────────────────────────────────────

/// AS-06 บันทึกการช่วยเหลือ
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
#[shape(build)]
pub struct SetItemStatus {
    /// Which item.
    #[title("รายการขอความช่วยเหลือ", "item of help")]
    pub item_id: ItemId,
    /// How it stands now.
    #[title("สถานะของรายการ", "status of the item")]
    pub status: ItemStatus,
    /// The day on which help was given.
    #[title("วันที่ให้ความช่วยเหลือ", "day on which help was given")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
    /// By whom.
    #[title("ผู้ให้ความช่วยเหลือ", "by whom")]
    #[shape(most = MOST_OF_A_NAME)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Private>,
    /// A note.
    #[title("บันทึกเพิ่มเติม", "note")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Private>,
}

impl Act for SetItemStatus {
    type Of = Assistance;
    type Effects = ();

    const NAME: &'static str = "set_item_status";
    const EVENT: &'static str = "item_status_set";
    const ROW: Row<Assistance> = Row {
        guards: &[ITEM_OPEN],
        faults: &[&[&UNKNOWN_ID, &UNREACHABLE], day::FAULTS],
        instead: ONCE_ACCEPTED,
        ..Row::act(
            &AS_06,
            ACCEPTED,
            Next::Stays,
            LEAD_OR_RECEIVING,
            text!("บันทึกการช่วยเหลือ", "Record help"),
        )
    };
}

impl Step for SetItemStatus {
    fn check(&self, now: &Now<'_>, case: &Assisted, faults: &mut Faults<'_>) {
        if let Some(on) = self.on {
            faults.day("on", on, case.accepted_on, now.today);
        }
    }

    fn fits(&self, _: &Actor, case: &Assisted, faults: &mut Faults<'_>) {
        match case.item(&self.item_id) {
            None => faults.field("item_id").here(&UNKNOWN_ID, Args::NONE),
            Some(item) => {
                let reachable = item.status.may_become(self.status);
                faults.when(!reachable, "status", &UNREACHABLE);
            }
        }
    }

    fn given_at(&self, case: &Assisted) -> Option<usize> {
        Some(case.item(&self.item_id)?.place)
    }

    fn apply(&self, case: &mut Assisted, head: &Head<'_>) {
        if let Some(item) = case.items.find_mut(&self.item_id) {
            let (was_open, is_open) = (item.status.is_open(), self.status.is_open());
            case.open_items = case
                .open_items
                .saturating_add(is_open.into())
                .saturating_sub(was_open.into());
            item.status = self.status;
            item.on = self.on.or(item.on);
            item.by = self.by.clone().or_else(|| item.by.take());
            item.note = self.note.clone().or_else(|| item.note.take());
        }
        if case.open_items() > 0 {
            case.settled = None;
        } else {
            case.settled.get_or_insert(Settled::since(head));
        }
    }
}

/// Something is still to be done.
const ITEM_OPEN: Guard<Assisted> = Guard::case(
    &AS_06,
    "item_open",
    ReasonKind::AlreadyDone,
    text!(
        "รายการขอความช่วยเหลือทุกรายการสิ้นสุดแล้ว หากต้องช่วยเหลืออีก โปรดเพิ่มรายการใหม่",
        "every item of help has ended; where more help is needed, add an item",
    ),
    |case: &Assisted| case.open_items() > 0,
)
.before_payload();
static UNKNOWN_ID: Fault = Fault::value(
    307,
    &AS_06,
    "unknown_item_id",
    text!(
        "ไม่พบรายการตามรหัสในช่อง “{field}” โปรดเลือกรายการที่มีในเคส",
        "the case has no item of the id in “{field}”; choose one that it has",
    ),
);
static UNREACHABLE: Fault = Fault::value(
    308,
    &AS_06,
    "unreachable_status",
    text!(
        "เปลี่ยนเป็นสถานะที่เลือกในช่อง “{field}” ไม่ได้ จากรอดำเนินการ เปลี่ยนเป็นสถานะใดใน 3 สถานะที่เหลือก็ได้ จากกำลังดำเนินการ เปลี่ยนได้เฉพาะดำเนินการแล้วหรือเกินขีดความสามารถ โปรดเลือกสถานะใหม่ หากรายการสิ้นสุดแล้ว ให้เพิ่มรายการใหม่",
        "the item cannot get the status in “{field}”: pending leads to any of the other three, in progress to completed or beyond capacity; choose another status, or add an item where this one has ended",
    ),
);
