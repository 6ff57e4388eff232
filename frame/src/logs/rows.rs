//! What stands in each table of logs.

use bosoto::any::AnyCase;
use bosoto::lifecycle::{Difference, RefusedAct, When, Withdrawn};
use bosoto::timeliness::{Median, Timeliness};
use bosoto::worklist::WorklistItem;
use bosoto::{CaseId, Date, Obligation, Text};

use super::columns::{Cell, Columns, Kind};

type Field = (&'static str, Kind, Text);

const LIFECYCLE: Field = (
    "lifecycle",
    Kind::Word,
    Text::given(&["กระบวนงาน", "lifecycle"]),
);
const CASE_ID: Field = ("case_id", Kind::Text, Text::given(&["รหัสเคส", "case id"]));
const RULE: Field = ("rule", Kind::Word, Text::given(&["ข้อของหลักเกณฑ์", "rule"]));
const WHAT: [Field; 3] = [
    ("what", Kind::Word, Text::given(&["รหัสงาน", "what is owed"])),
    (
        "what_th",
        Kind::Word,
        Text::given(&["งานที่ต้องทำ", "what is owed, in Thai"]),
    ),
    (
        "what_en",
        Kind::Word,
        Text::given(&["งานที่ต้องทำ (อังกฤษ)", "what is owed, in English"]),
    ),
];
const ROLE: Field = ("role", Kind::Word, Text::given(&["บทบาท", "role"]));
const ORGANISATION: Field = (
    "organisation",
    Kind::Word,
    Text::given(&["หน่วยงาน", "organisation"]),
);
const EVENT_ID: Field = (
    "event_id",
    Kind::Text,
    Text::given(&["รหัสของรายการในประวัติ", "event id"]),
);
const OWED: [Field; 9] = [
    ("trigger", Kind::Word, Text::given(&["ที่มาของงาน", "origin"])),
    (
        "trigger_on",
        Kind::Date,
        Text::given(&["วันที่ของที่มา", "day of the origin"]),
    ),
    (
        "opens_on",
        Kind::Date,
        Text::given(&["วันที่เริ่มทำได้", "first day"]),
    ),
    (
        "due_by",
        Kind::Date,
        Text::given(&["วันครบกำหนด", "last day in time"]),
    ),
    (
        "expires_on",
        Kind::Date,
        Text::given(&["วันหมดรอบ", "day of expiry"]),
    ),
    (
        "done_on",
        Kind::Date,
        Text::given(&["วันที่ทำแล้ว", "day done"]),
    ),
    (
        "status",
        Kind::Word,
        Text::given(&["สถานะของงาน", "status of the work"]),
    ),
    ROLE,
    ORGANISATION,
];

fn columns(parts: &[&[Field]]) -> Columns {
    Columns::new(&parts.concat())
}

pub(super) fn obligations() -> Columns {
    columns(&[&[LIFECYCLE, CASE_ID, RULE], &WHAT, &OWED])
}

fn of_obligation(row: &Obligation) -> [Cell<'_>; 13] {
    [
        row.rule.id.into(),
        row.what.name.into(),
        row.what.title.th().into(),
        row.what.title.en().into(),
        row.trigger.event.into(),
        row.trigger.on.into(),
        row.opens_on.into(),
        row.due_by.into(),
        row.expires_on.into(),
        row.done_on.into(),
        row.status.name().into(),
        row.responsible.role.name().into(),
        Cell::Text(Some(&row.responsible.organisation)),
    ]
}

pub(super) fn add_obligation(
    columns: &mut Columns,
    lifecycle: &str,
    case_id: &CaseId,
    row: &Obligation,
) {
    let which = [lifecycle.into(), Cell::Text(Some(case_id))];
    columns.row(&[&which[..], &of_obligation(row)].concat());
}

pub(super) fn worklist() -> Columns {
    let urgency = [
        (
            "urgency",
            Kind::Word,
            Text::given(&["ความเร่งด่วน", "urgency"]),
        ),
        (
            "because_th",
            Kind::Word,
            Text::given(&["คำอธิบายความเร่งด่วน", "urgency in Thai words"]),
        ),
        (
            "because_en",
            Kind::Word,
            Text::given(&["คำอธิบายความเร่งด่วน (อังกฤษ)", "urgency in English words"]),
        ),
    ];
    columns(&[&[LIFECYCLE, CASE_ID], &urgency, &[RULE], &WHAT, &OWED])
}

pub(super) fn add_item(columns: &mut Columns, item: &WorklistItem) {
    let message = item.because.message();
    let (th, en) = (message.th(), message.en());
    let which = [
        item.lifecycle.into(),
        Cell::Text(Some(&item.case_id)),
        item.urgency.name().into(),
        th.as_str().into(),
        en.as_str().into(),
    ];
    columns.row(&[&which[..], &of_obligation(&item.obligation)].concat());
}

/// How a case stands.
pub(super) struct State {
    state: &'static str,
    title: Text,
    since: [Option<Date>; 2],
    tambon: Option<String>,
    events: usize,
}

impl State {
    pub fn of(case: &dyn AnyCase) -> Self {
        Self {
            state: case.state(),
            title: case.state_title(),
            since: case.since(),
            tambon: case.tambon().map(ToOwned::to_owned),
            events: case.len(),
        }
    }
}

pub(super) fn states() -> Columns {
    columns(&[&[
        LIFECYCLE,
        CASE_ID,
        ("state", Kind::Word, Text::given(&["รหัสสถานะ", "state"])),
        (
            "state_th",
            Kind::Word,
            Text::given(&["สถานะ", "state, in Thai"]),
        ),
        (
            "state_en",
            Kind::Word,
            Text::given(&["สถานะ (อังกฤษ)", "state, in English"]),
        ),
        (
            "begun_on",
            Kind::Date,
            Text::given(&["วันที่เริ่มเคส", "first day of the case"]),
        ),
        (
            "since",
            Kind::Date,
            Text::given(&["อยู่ในสถานะนี้ตั้งแต่วันที่", "in this state since"]),
        ),
        (
            "tambon",
            Kind::Word,
            Text::given(&["ตำบลที่อาศัย", "tambon of residence"]),
        ),
        (
            "events",
            Kind::Whole,
            Text::given(&["จำนวนรายการในประวัติ", "number of events"]),
        ),
    ]])
}

pub(super) fn add_state(columns: &mut Columns, lifecycle: &str, case_id: &CaseId, state: &State) {
    let [begun_on, since] = state.since;
    columns.row(&[
        lifecycle.into(),
        Cell::Text(Some(case_id)),
        state.state.into(),
        state.title.th().into(),
        state.title.en().into(),
        begun_on.into(),
        since.into(),
        state.tambon.as_deref().into(),
        state.events.into(),
    ]);
}

pub(super) fn withdrawals() -> Columns {
    columns(&[&[
        LIFECYCLE,
        CASE_ID,
        RULE,
        EVENT_ID,
        (
            "event",
            Kind::Word,
            Text::given(&["รหัสรายการที่ถอน", "event withdrawn"]),
        ),
        (
            "event_th",
            Kind::Word,
            Text::given(&["รายการที่ถอน", "entry withdrawn, in Thai"]),
        ),
        (
            "event_en",
            Kind::Word,
            Text::given(&["รายการที่ถอน (อังกฤษ)", "entry withdrawn, in English"]),
        ),
        (
            "withdrawn_on",
            Kind::Date,
            Text::given(&["วันที่ถอน", "day of the withdrawal"]),
        ),
        ROLE,
        ORGANISATION,
    ]])
}

pub(super) fn add_withdrawal(
    columns: &mut Columns,
    lifecycle: &str,
    case_id: &CaseId,
    one: &Withdrawn,
) {
    let event_id = one.event_id.to_string();
    columns.row(&[
        lifecycle.into(),
        Cell::Text(Some(case_id)),
        one.rule.id.into(),
        event_id.as_str().into(),
        one.event.into(),
        one.label.th().into(),
        one.label.en().into(),
        one.on.into(),
        one.role.name().into(),
        Cell::Text(Some(&one.organisation)),
    ]);
}

pub(super) fn refused() -> Columns {
    columns(&[&[
        LIFECYCLE,
        CASE_ID,
        RULE,
        EVENT_ID,
        (
            "command",
            Kind::Word,
            Text::given(&["รหัสรายการ", "command"]),
        ),
        (
            "command_th",
            Kind::Word,
            Text::given(&["รายการ", "command, in Thai"]),
        ),
        (
            "command_en",
            Kind::Word,
            Text::given(&["รายการ (อังกฤษ)", "command, in English"]),
        ),
        (
            "on",
            Kind::Date,
            Text::given(&["วันที่ทำรายการ", "day of the act"]),
        ),
        (
            "kind",
            Kind::Word,
            Text::given(&["ประเภทของเหตุ", "kind of reason"]),
        ),
        (
            "allowed_from",
            Kind::Text,
            Text::given(&["วันหรือเวลาที่เริ่มทำได้", "first day or time allowed"]),
        ),
        (
            "message_th",
            Kind::Word,
            Text::given(&["เหตุที่ทำไม่ได้", "reason, in Thai"]),
        ),
        (
            "message_en",
            Kind::Word,
            Text::given(&["เหตุที่ทำไม่ได้ (อังกฤษ)", "reason, in English"]),
        ),
    ]])
}

pub(super) fn add_refused(
    columns: &mut Columns,
    lifecycle: &str,
    case_id: &CaseId,
    act: &RefusedAct,
) {
    let reason = &act.reason;
    let from = reason.allowed_from.map(|from| match from {
        When::Date(date) => date.to_string(),
        When::Instant(instant) => instant.to_string(),
    });
    let (event_id, th, en) = (
        act.event_id.to_string(),
        reason.message.th(),
        reason.message.en(),
    );
    columns.row(&[
        lifecycle.into(),
        Cell::Text(Some(case_id)),
        reason.rule.id.into(),
        event_id.as_str().into(),
        act.command.into(),
        act.label.th().into(),
        act.label.en().into(),
        act.on.into(),
        reason.kind.name().into(),
        from.as_deref().into(),
        th.as_str().into(),
        en.as_str().into(),
    ]);
}

pub(super) fn differences() -> Columns {
    columns(&[&[
        LIFECYCLE,
        CASE_ID,
        (
            "kind",
            Kind::Word,
            Text::given(&["ประเภทของความแตกต่าง", "kind of difference"]),
        ),
        RULE,
        (
            "what",
            Kind::Word,
            Text::given(&["งานหรือรายการ", "work or act"]),
        ),
        EVENT_ID,
        (
            "a",
            Kind::Text,
            Text::given(&["นโยบายที่หนึ่ง", "first policy"]),
        ),
        (
            "b",
            Kind::Text,
            Text::given(&["นโยบายที่สอง", "second policy"]),
        ),
    ]])
}

pub(super) fn add_difference(columns: &mut Columns, one: &Difference) {
    let event_id = one.event_id.as_ref().map(ToString::to_string);
    let [a, b] = [one.a, one.b].map(|side| side.map(|side| side.to_string()));
    columns.row(&[
        one.lifecycle.into(),
        Cell::Text(Some(&one.case_id)),
        one.kind.name().into(),
        one.rule.id.into(),
        one.what.into(),
        event_id.as_deref().into(),
        a.as_deref().into(),
        b.as_deref().into(),
    ]);
}

pub(super) fn timeliness() -> Columns {
    let counts = [
        (
            "owed",
            Kind::Whole,
            Text::given(&["จำนวนงานที่ครบกำหนด", "number owed"]),
        ),
        (
            "on_time",
            Kind::Whole,
            Text::given(&["ทำทันกำหนด", "number in time"]),
        ),
        (
            "late",
            Kind::Whole,
            Text::given(&["ทำช้ากว่ากำหนด", "number late"]),
        ),
        (
            "missed",
            Kind::Whole,
            Text::given(&["ไม่ได้ทำ", "number missed"]),
        ),
        (
            "open",
            Kind::Whole,
            Text::given(&["ยังไม่ได้ทำ", "number open"]),
        ),
        (
            "median_days_late",
            Kind::Number,
            Text::given(&["จำนวนวันที่ช้า (มัธยฐาน)", "median of days late"]),
        ),
    ];
    let place = [(
        "place",
        Kind::Text,
        Text::given(&["หน่วยงานหรือพื้นที่", "organisation or area"]),
    )];
    columns(&[&place, &[RULE], &WHAT, &counts])
}

pub(super) fn add_timeliness(columns: &mut Columns, row: &Timeliness) {
    let what = row.what;
    columns.row(&[
        row.place.as_deref().into(),
        what.map(|what| what.rule.id).into(),
        what.map(|what| what.name).into(),
        what.map(|what| what.title.th()).into(),
        what.map(|what| what.title.en()).into(),
        row.owed.into(),
        row.on_time.into(),
        row.late.into(),
        row.missed.into(),
        row.open.into(),
        row.median_days_late.map(Median::value).into(),
    ]);
}
