//! The table of the episode: one row for each command (EP-01 to EP-05).

use super::command::CommandKind as Kind;
use super::{Episode, State, payload};
use crate::base::actor::Role;
use crate::base::calendar;
use crate::base::text::{Arg, Args, Text, text};
use crate::lifecycle::{Guard, Outcome, ReasonKind, Relation, Row, Who, optional, required};
use crate::lifecycles::compulsory::UNIT_ROLES;

const ANY_SCREENING: &[Who] = &[Who {
    roles: &[Role::UnitUser, Role::UnitAdmin, Role::ScreeningUser],
    relation: Relation::Any,
}];
const UNIT: &[Who] = &[Who {
    roles: UNIT_ROLES,
    relation: Relation::Unit,
}];

const fn row(kind: Kind, rule: &'static str, label: Text) -> Row<Episode> {
    Row {
        who: UNIT,
        check: payload::check,
        advise: payload::advise,
        ..Row::new(kind, rule, label)
    }
}

/// EP-05: the year of follow-up is over, or the person died.
const FOLLOWED_UP: Guard<Episode> = Guard {
    rule: "EP-05",
    name: "follow_up_ended",
    kind: ReasonKind::TooEarly,
    by_policy: false,
    refusal: text(
        "ยังไม่ครบ {months} เดือนนับจากวันที่สรุปผลการบำบัด ({summarised}) ปิดเคสได้ตั้งแต่วันที่ {from}",
        "{months} months since the summary ({summarised}) have not passed; allowed from {from}",
    ),
    check: |context, case| {
        let Some(summarised_on) = case.summarised_on.filter(|_| !case.deceased()) else {
            return Outcome::Holds;
        };
        let months = context.policy.follow_up_months;
        let args = Args::new([
            ("months", Arg::Number(months.into())),
            ("summarised", Arg::Date(summarised_on)),
        ]);
        let from = calendar::add_months(summarised_on, months);
        Outcome::from_date(context.today, from, args)
    },
};

pub(super) const SCREEN: Row<Episode> = Row {
    to: &[State::Screened],
    who: ANY_SCREENING,
    inputs: &[
        required("case_id", "EP-01", "รหัสเคส", "case id"),
        required("person", "EP-01", "ผู้รับการคัดกรอง", "person"),
        required("unit", "EP-01", "หน่วยบำบัด", "treatment unit"),
        required("on", "EP-01", "วันที่คัดกรอง", "day of the screening"),
        required("legal_basis", "EP-01", "ฐานกฎหมาย", "legal basis"),
        optional("severity", "EP-01", "ระดับความรุนแรง", "severity"),
        optional("v2_score", "EP-01", "คะแนนแบบคัดกรอง V2", "score of form V2"),
        optional(
            "aggression",
            "EP-01",
            "ระดับพฤติกรรมก้าวร้าว (OAS)",
            "aggression (OAS)",
        ),
    ],
    ..row(Kind::Screen, "EP-01", text("คัดกรอง", "Screen"))
};

pub(super) const TABLE: &[Row<Episode>] = &[
    SCREEN,
    Row {
        from: &[State::Screened],
        to: &[State::InTreatment],
        inputs: &[
            required("on", "EP-02", "วันที่เริ่มบำบัด", "first day of treatment"),
            required(
                "treatment_type",
                "EP-02",
                "รูปแบบการบำบัด",
                "type of treatment",
            ),
            required("methadone", "EP-02", "ให้เมทาโดน", "methadone"),
        ],
        ..row(
            Kind::StartTreatment,
            "EP-02",
            text("เริ่มบำบัด", "Start treatment"),
        )
    },
    Row {
        from: &[State::InTreatment],
        inputs: &[
            required("on", "EP-02", "วันที่บำบัด", "day of the session"),
            optional("note", "EP-02", "บันทึก", "note"),
        ],
        ..row(
            Kind::RecordSession,
            "EP-02",
            text("บันทึกการบำบัด", "Record a session"),
        )
    },
    Row {
        from: &[State::Screened, State::InTreatment],
        to: &[State::Summarised],
        inputs: &[
            required("on", "EP-02", "วันที่สรุปผลการบำบัด", "day of the summary"),
            required("outcome", "EP-02", "ผลการบำบัด", "outcome"),
        ],
        ..row(Kind::Summarise, "EP-02", text("สรุปผลการบำบัด", "Summarise"))
    },
    Row {
        from: &[State::Summarised],
        inputs: &[
            required("on", "EP-03", "วันที่ติดตาม", "day of the follow-up"),
            required("kind", "EP-03", "ประเภทการติดตาม", "kind"),
            required("result", "EP-03", "ผลการติดตาม", "result"),
        ],
        ..row(
            Kind::RecordFollowUp,
            "EP-03",
            text("บันทึกการติดตาม", "Record a follow-up"),
        )
    },
    Row {
        from: &[State::Summarised],
        to: &[State::Closed],
        guards: &[FOLLOWED_UP],
        ..row(Kind::Close, "EP-05", text("ปิดเคส", "Close"))
    },
];
