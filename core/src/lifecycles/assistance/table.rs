//! The table of assistance: one row for each command (AS-01 to AS-07).

use super::case::Help;
use super::command::{Command, CommandKind as Kind, Conclusion};
use super::{Assistance, RECEIVING_ROLES, REQUESTING_ROLES, State, payload};
use crate::base::actor::Role;
use crate::base::text::{Arg, Args, Text, text};
use crate::lifecycle::{
    Context, Guard, Outcome, ReasonKind, Relation, Row, Who, optional, required,
};

const CENTRE: Who = Who {
    roles: &[Role::CentreUser],
    relation: Relation::Centre,
};
const LEAD: &[Who] = &[CENTRE];
const LEAD_OR_RECEIVING: &[Who] = &[
    CENTRE,
    Who {
        roles: RECEIVING_ROLES,
        relation: Relation::Receiving,
    },
];
const ANY_REQUESTING: &[Who] = &[Who {
    roles: REQUESTING_ROLES,
    relation: Relation::Any,
}];

const ACCEPTED: &[State] = &[State::Accepted];

const fn row(kind: Kind, rule: &'static str, label: Text) -> Row<Assistance> {
    Row {
        from: ACCEPTED,
        who: LEAD_OR_RECEIVING,
        check: payload::check,
        ..Row::new(kind, rule, label)
    }
}

/// AS-07a: no item is open.
const ITEMS_SETTLED: Guard<Assistance> = Guard {
    rule: "AS-07a",
    name: "items_settled",
    kind: ReasonKind::MissingPrecondition,
    by_policy: false,
    refusal: text(
        "ยังมีรายการขอความช่วยเหลือที่รอดำเนินการหรือกำลังดำเนินการ {open} รายการ",
        "{open} items of help are pending or in progress",
    ),
    check: |_, case| {
        let open = case.items.iter().filter(|item| item.status.is_open());
        match i64::try_from(open.count()) {
            Ok(0) => Outcome::Holds,
            open => Outcome::Fails(Args::new([("open", Arg::Number(open.unwrap_or(i64::MAX)))])),
        }
    },
};

/// AS-07b: quality of life is assessed on enough days.
const ASSESSED: Guard<Assistance> = Guard {
    rule: "AS-07b",
    name: "quality_of_life_assessed",
    kind: ReasonKind::MissingPrecondition,
    by_policy: true,
    refusal: text(
        "ต้องประเมินคุณภาพชีวิตให้ครบ {required} ครั้งต่างวันกัน ประเมินแล้ว {counted} ครั้ง",
        "quality of life has to be assessed on {required} different days; it was on {counted}",
    ),
    check: assessed,
};

fn assessed(context: &Context<'_, Assistance>, case: &Help) -> Outcome {
    let incomplete = matches!(
        context.command,
        Some(Command::Conclude(conclude)) if conclude.outcome == Conclusion::Incomplete
    );
    let required = i64::from(context.policy.quality_of_life_required);
    let counted = i64::try_from(case.days_assessed()).unwrap_or(i64::MAX);
    if counted >= required || (incomplete && !context.policy.incomplete_needs_quality_of_life) {
        return Outcome::Holds;
    }
    Outcome::Fails(Args::new([
        ("required", Arg::Number(required)),
        ("counted", Arg::Number(counted)),
    ]))
}

pub(super) const REQUEST: Row<Assistance> = Row {
    from: &[],
    to: &[State::Waiting],
    who: ANY_REQUESTING,
    inputs: &[
        required("case_id", "AS-01", "รหัสเคส", "case id"),
        required("person", "AS-01", "ผู้ป่วย", "patient"),
        required(
            "centre",
            "AS-01",
            "ศูนย์ฟื้นฟูสภาพทางสังคม (ระดับอำเภอ)",
            "centre (of a district)",
        ),
        required(
            "items",
            "AS-01",
            "รายละเอียดการขอความช่วยเหลือ",
            "items of help",
        ),
    ],
    ..row(
        Kind::Request,
        "AS-01",
        text("ให้ความช่วยเหลือ", "Ask for help"),
    )
};

pub(super) const TABLE: &[Row<Assistance>] = &[
    REQUEST,
    Row {
        from: &[State::Waiting],
        to: ACCEPTED,
        who: LEAD,
        ..row(Kind::Accept, "AS-02", text("รับงาน", "Accept the work"))
    },
    Row {
        who: LEAD,
        inputs: &[
            required("to", "AS-03", "หน่วยงานที่รับงาน", "receiving unit"),
            required("kind", "AS-03", "ระดับ", "level"),
        ],
        ..row(
            Kind::Distribute,
            "AS-03",
            text("กระจายงาน", "Distribute the work"),
        )
    },
    Row {
        inputs: &[
            required("on", "AS-04", "วันที่ประเมิน", "day of the assessment"),
            required("answers", "QL-01", "คำตอบ 26 ข้อ", "26 answers"),
        ],
        ..row(
            Kind::AssessQualityOfLife,
            "AS-04",
            text("ประเมินคุณภาพชีวิต", "Assess quality of life"),
        )
    },
    Row {
        inputs: &[required(
            "item",
            "AS-05",
            "รายการขอความช่วยเหลือ",
            "item of help",
        )],
        ..row(Kind::AddItem, "AS-05", text("เพิ่มรายการ", "Add an item"))
    },
    Row {
        inputs: &[
            required("item_id", "AS-06", "รายการ", "item"),
            required("status", "AS-06", "สถานะ", "status"),
            optional("on", "AS-06", "วันที่ช่วยเหลือ", "day on which help was given"),
            optional("by", "AS-06", "ผู้ให้ความช่วยเหลือ", "by whom"),
            optional("note", "AS-06", "บันทึก", "note"),
        ],
        ..row(
            Kind::SetItemStatus,
            "AS-06",
            text("บันทึกการช่วยเหลือ", "Record help"),
        )
    },
    Row {
        to: &[State::Concluded],
        who: LEAD,
        guards: &[ITEMS_SETTLED, ASSESSED],
        inputs: &[
            required("on", "AS-07", "วันที่สรุปผล", "day of the conclusion"),
            required("outcome", "AS-07", "ผลการช่วยเหลือ", "outcome"),
        ],
        ..row(Kind::Conclude, "AS-07", text("บันทึกรายการสรุปผล", "Conclude"))
    },
];
