//! What assistance asks of a payload.

use super::Assistance;
use super::case::Help;
use super::command::{Command, Distribute, NewItem, ReceiverKind, Request, SetItemStatus};
use crate::base::area;
use crate::base::text::Text;
use crate::lifecycle::{Context, Faults, ReasonKind};
use crate::lifecycles::assistance::quality_of_life;

type Ctx<'a> = Context<'a, Assistance>;

/// Judges a payload, field by field in the order of the contract.
pub(super) fn check(context: &Ctx<'_>, command: &Command, faults: &mut Faults) {
    let case = context.data();
    let accepted_on = case.and_then(|case| case.accepted_on);
    match command {
        Command::Request(request) => new_request(context, request, faults),
        Command::Accept(_) => {}
        Command::Distribute(distribute) => distribute_to(case, distribute, faults),
        Command::AssessQualityOfLife(assess) => {
            faults.date("/command/on", assess.on, accepted_on, context.today);
            for place in quality_of_life::invalid_answers(&assess.answers) {
                faults.invalid_by("QL-01", format!("/command/answers/{place}"), ANSWER);
            }
        }
        Command::AddItem(add) => {
            let repeated = case.is_some_and(|case| case.item(&add.item.item_id).is_some());
            item(&add.item, "/command/item", repeated, faults);
        }
        Command::SetItemStatus(set) => {
            item_status(case, set, faults);
            if let Some(on) = set.on {
                faults.date("/command/on", on, accepted_on, context.today);
            }
        }
        Command::Conclude(conclude) => {
            faults.date("/command/on", conclude.on, accepted_on, context.today);
        }
    }
}

fn new_request(context: &Ctx<'_>, request: &Request, faults: &mut Faults) {
    faults.blank("/command/case_id", &request.case_id);
    request
        .person
        .judge("/command/person", context.today, faults);
    faults.blank("/command/centre", &request.centre);
    if request.items.is_empty() {
        faults.invalid("/command/items", NO_ITEM);
    }
    for (index, one) in request.items.iter().enumerate() {
        let mut before = request.items.iter().take(index);
        let repeated = before.any(|other| other.item_id == one.item_id);
        item(one, &format!("/command/items/{index}"), repeated, faults);
    }
}

fn item(item: &NewItem, pointer: &str, repeated: bool, faults: &mut Faults) {
    if item.item_id.trim().is_empty() {
        faults.invalid(format!("{pointer}/item_id"), BLANK_ID);
    } else if repeated {
        faults.conflict(format!("{pointer}/item_id"), REPEATED_ID);
    }
    if item.detail.is_blank() {
        faults.invalid(format!("{pointer}/detail"), NO_DETAIL);
    }
}

fn distribute_to(case: Option<&Help>, distribute: &Distribute, faults: &mut Faults) {
    let shape = match distribute.kind {
        ReceiverKind::Area => area::check_district(&distribute.to),
        ReceiverKind::Province => area::check_province(&distribute.to),
    };
    if shape.is_err() {
        faults.invalid("/command/to", RECEIVER);
    } else if case.is_some_and(|case| case.was_given_to(&distribute.to)) {
        faults.missing(ReasonKind::AlreadyDone, GIVEN_ALREADY);
    }
}

fn item_status(case: Option<&Help>, set: &SetItemStatus, faults: &mut Faults) {
    match case.and_then(|case| case.item(&set.item_id)) {
        None => faults.conflict("/command/item_id", UNKNOWN_ID),
        Some(item) if !item.status.may_become(set.status) => {
            faults.conflict("/command/status", UNREACHABLE);
        }
        Some(_) => {}
    }
}

const NO_ITEM: Text = Text {
    th: "ต้องมีรายการขอความช่วยเหลืออย่างน้อย 1 รายการ",
    en: "at least one item of help is needed",
};
const BLANK_ID: Text = Text {
    th: "ต้องระบุรหัสรายการ",
    en: "the item's id is required",
};
const REPEATED_ID: Text = Text {
    th: "รหัสรายการนี้มีอยู่แล้วในเคส โปรดใช้รหัสอื่น",
    en: "the case has an item of this id already; use another",
};
const NO_DETAIL: Text = Text {
    th: "ต้องระบุรายละเอียดการขอความช่วยเหลือ",
    en: "the details of the help are required",
};
const RECEIVER: Text = Text {
    th: "หน่วยรับงานระดับพื้นที่ใช้รหัสอำเภอ 4 หลัก ระดับจังหวัดใช้รหัสจังหวัด 2 หลัก",
    en: "an area is a district code of 4 digits, a province a code of 2 digits",
};
const GIVEN_ALREADY: Text = Text {
    th: "กระจายงานให้หน่วยงานนี้แล้ว",
    en: "the work was handed to this unit already",
};
const UNKNOWN_ID: Text = Text {
    th: "ไม่มีรายการรหัสนี้ในเคส",
    en: "the case has no item of this id",
};
const UNREACHABLE: Text = Text {
    th: "เปลี่ยนสถานะรายการเช่นนี้ไม่ได้ รอดำเนินการ → กำลังดำเนินการ → ดำเนินการแล้วหรือเกินขีดความสามารถ และรายการที่สิ้นสุดแล้วเปลี่ยนไม่ได้",
    en: "the item cannot get this status: pending, then in progress, then completed or exceeded, which are final",
};
const ANSWER: Text = Text {
    th: "คำตอบแต่ละข้อต้องเป็น 1 ถึง 5 (QL-01)",
    en: "each answer is 1 to 5 (QL-01)",
};
