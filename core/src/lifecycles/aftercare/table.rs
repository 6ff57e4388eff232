//! The table of community follow-up: one row for each command (AC-01 to AC-09).

use super::command::CommandKind as Kind;
use super::{Aftercare, State, effect, payload};
use crate::base::actor::Role;
use crate::base::text::{Arg, Args, Text, text};
use crate::lifecycle::{Guard, Outcome, ReasonKind, Relation, Row, Who, optional, required};

const ANY_TRAINING: &[Who] = &[Who {
    roles: &[Role::DistrictRecorder, Role::ProvinceAdmin],
    relation: Relation::Any,
}];
const FIELD: &[Who] = &[Who {
    roles: &[Role::FieldTeam, Role::DistrictRecorder],
    relation: Relation::District,
}];
const RECORDER: Who = Who {
    roles: &[Role::DistrictRecorder],
    relation: Relation::District,
};
const PROVINCE: Who = Who {
    roles: &[Role::ProvinceAdmin],
    relation: Relation::Province,
};

const fn row(kind: Kind, rule: &'static str, label: Text) -> Row<Aftercare> {
    Row {
        from: &[State::Active],
        who: &[RECORDER],
        check: payload::check,
        advise: payload::advise,
        make_effects: effect::effects,
        ..Row::new(kind, rule, label)
    }
}

/// AC-09: the year is over, or the person died.
const YEAR_OVER: Guard<Aftercare> = Guard {
    rule: "AC-09",
    name: "year_over",
    kind: ReasonKind::TooEarly,
    by_policy: false,
    refusal: text(
        "ยังไม่ครบ {months} เดือนนับจากวันจบการฝึกอบรม ({graduated}) สิ้นสุดการติดตามได้ตั้งแต่วันที่ {from}",
        "{months} months since the end of the training ({graduated}) have not passed; allowed from {from}",
    ),
    check: |context, case| {
        if case.died_on().is_some() {
            return Outcome::Holds;
        }
        let args = Args::new([
            (
                "months",
                Arg::Number(context.policy.visit_period_months.into()),
            ),
            ("graduated", Arg::Date(case.graduated_on)),
        ]);
        Outcome::from_date(context.today, case.ends_on(context.policy), args)
    },
};

pub(super) const ENROL: Row<Aftercare> = Row {
    from: &[],
    to: &[State::Active],
    who: ANY_TRAINING,
    inputs: &[
        required("case_id", "AC-01", "รหัสเคส", "case id"),
        required("person", "AC-01", "ผู้ผ่านการฟื้นฟูสภาพทางสังคม", "person"),
        required(
            "graduated_on",
            "AC-01",
            "วันที่จบการฝึกอบรม",
            "end of the training",
        ),
        required("project", "AC-01", "โครงการ", "project"),
        required("residence", "AC-01", "ที่อยู่", "residence"),
    ],
    effects: &["notify:enrolment"],
    ..row(Kind::Enrol, "AC-01", text("ลงทะเบียนผู้ผ่านการฟื้นฟู", "Enrol"))
};

pub(super) const TABLE: &[Row<Aftercare>] = &[
    ENROL,
    Row {
        who: FIELD,
        inputs: &[
            required("occurred_on", "AC-04", "วันที่ติดตาม", "day of the visit"),
            required("result", "AC-04", "ผลการติดตาม", "result"),
            optional("needs", "AC-04", "ความต้องการช่วยเหลือ", "needs"),
            optional(
                "evidence",
                "AC-04",
                "ที่เก็บหลักฐาน",
                "where the evidence is kept",
            ),
            optional("note", "AC-04", "บันทึก", "note"),
        ],
        ..row(
            Kind::RecordVisit,
            "AC-04",
            text("บันทึกการติดตาม", "Record a visit"),
        )
    },
    Row {
        who: FIELD,
        inputs: &[
            required("help_id", "AC-05", "รหัสรายการช่วยเหลือ", "id of the help"),
            required("kind", "AC-05", "ด้านที่ขอความช่วยเหลือ", "kind of help"),
            required("detail", "AC-05", "รายละเอียด", "details"),
        ],
        ..row(
            Kind::RequestHelp,
            "AC-05",
            text("ขอความช่วยเหลือ", "Request help"),
        )
    },
    Row {
        who: &[RECORDER, PROVINCE],
        inputs: &[
            required("help_id", "AC-05", "รายการช่วยเหลือ", "help"),
            required("on", "AC-05", "วันที่ช่วยเหลือ", "day on which it was given"),
            required("by", "AC-05", "ผู้ให้ความช่วยเหลือ", "by whom"),
        ],
        ..row(
            Kind::ProvideHelp,
            "AC-05",
            text("บันทึกการให้ความช่วยเหลือ", "Provide help"),
        )
    },
    Row {
        inputs: &[
            required("help_id", "AC-05", "รายการช่วยเหลือ", "help"),
            required(
                "reason",
                "AC-05",
                "เหตุที่เกินขีดความสามารถของอำเภอ",
                "why it is beyond the district",
            ),
        ],
        effects: &["notify:help_escalation"],
        ..row(
            Kind::EscalateHelp,
            "AC-05",
            text("รายงานจังหวัดเพื่อขอความช่วยเหลือ", "Escalate to the province"),
        )
    },
    Row {
        inputs: &[
            required("on", "AC-06", "วันที่ย้าย", "day of the move"),
            required("residence", "AC-06", "ที่อยู่ใหม่", "new residence"),
        ],
        effects: &["notify:relocation", "report_row:relocation"],
        ..row(
            Kind::Relocate,
            "AC-06",
            text("บันทึกการย้ายที่อยู่", "Record a move"),
        )
    },
    Row {
        to: &[State::Closed],
        guards: &[YEAR_OVER],
        ..row(Kind::Close, "AC-09", text("สิ้นสุดการติดตาม", "Close"))
    },
];
