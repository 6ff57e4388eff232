//! The table of the exchange: one row for each command (CT-01 to CT-24).

use super::command::CommandKind as Kind;
use super::{Compulsory, State, UNIT_ROLES, effect, guard, payload};
use crate::base::actor::Role;
use crate::base::text::{Text, text};
use crate::lifecycle::{Relation, Row, Who, optional, required};

const UNIT: &[Who] = &[Who {
    roles: UNIT_ROLES,
    relation: Relation::Unit,
}];
const PROBATION: &[Who] = &[Who {
    roles: &[Role::ProbationOfficer],
    relation: Relation::ProbationOffice,
}];
const OWN_OFFICE: &[Who] = &[Who {
    roles: &[Role::ProbationOfficer],
    relation: Relation::NamedInCommand,
}];

const AWAITING: &[State] = &[State::AwaitingAcceptance];
const ACCEPTED: &[State] = &[State::Accepted];
const AT_THE_UNIT: &[State] = &[State::AwaitingAcceptance, State::Accepted];

/// A row with what most rows share; the rest is said row by row.
const fn row(kind: Kind, rule: &'static str, label: Text) -> Row<Compulsory> {
    Row {
        who: UNIT,
        check: payload::check,
        advise: payload::advise,
        make_effects: effect::effects,
        ..Row::new(kind, rule, label)
    }
}

pub(super) const REFER: Row<Compulsory> = Row {
    to: AWAITING,
    who: OWN_OFFICE,
    inputs: &[
        required("case_id", "CT-01", "รหัสเคส", "case id"),
        required("round", "CT-01", "เลขรอบ", "round number"),
        required("unit", "CT-01", "หน่วยบำบัด", "treatment unit"),
        required(
            "probation_office",
            "CT-01",
            "สำนักงานคุมประพฤติ",
            "probation office",
        ),
        required("part1", "CT-01", "ข้อมูลส่วนที่ 1", "Part 1"),
    ],
    ..row(
        Kind::Refer,
        "CT-01",
        text("ส่งต่อผู้ป่วยไปหน่วยบำบัด", "Refer to a treatment unit"),
    )
};

pub(super) const TABLE: &[Row<Compulsory>] = &[
    REFER,
    Row {
        from: AWAITING,
        to: ACCEPTED,
        ..row(Kind::Accept, "CT-02", text("รับงาน", "Accept the case"))
    },
    Row {
        from: AWAITING,
        to: &[State::Returned],
        guards: &[guard::COORDINATED],
        inputs: &[
            required("reason", "CT-03", "เหตุผลที่ขอแก้ไข", "reason"),
            optional("note", "CT-03", "รายละเอียด", "note"),
        ],
        effects: &["delete_copy", "notify:correction", "report_row:correction"],
        confirm: Some(text(
            "ยืนยันการขอแก้ไขข้อมูลผู้ป่วย",
            "Send the case back to probation for correction?",
        )),
        success: Some(text(
            "ทำการส่งข้อมูลเพื่อขอแก้ไขข้อมูลสำเร็จ",
            "The case was sent back for correction.",
        )),
        ..row(
            Kind::RequestCorrection,
            "CT-03",
            text("ขอแก้ไขข้อมูล", "Request correction"),
        )
    },
    Row {
        from: &[State::Returned],
        to: AWAITING,
        who: PROBATION,
        inputs: &[
            required("unit", "CT-04", "หน่วยบำบัด", "treatment unit"),
            required("part1", "CT-04", "ข้อมูลส่วนที่ 1 ที่แก้ไขแล้ว", "Part 1, corrected"),
        ],
        ..row(
            Kind::Resend,
            "CT-04",
            text("ส่งข้อมูลที่แก้ไขแล้ว", "Send the corrected case again"),
        )
    },
    Row {
        from: AWAITING,
        guards: &[guard::OVERDUE, guard::NOT_REPORTED_IN, guard::NO_SHOW_ONCE],
        effects: &["notify:no_show", "letter:no_show"],
        confirm: Some(text(
            "ยืนยันการแจ้งผู้ป่วยไม่มารายงานตัว",
            "Report to probation that the person has not reported in?",
        )),
        success: Some(text(
            "ทำการแจ้งผู้ป่วยไม่มารายงานตัวสำเร็จ",
            "The no-show was reported.",
        )),
        ..row(
            Kind::ReportNoShow,
            "CT-05",
            text("ผู้ป่วยไม่มารายงานตัว", "Report a no-show"),
        )
    },
    Row {
        from: AT_THE_UNIT,
        guards: &[guard::REPORT_IN_ONCE],
        inputs: &[
            required("on", "CT-06", "วันที่มารายงานตัว", "day of the report-in"),
            required("letter", "CT-06", "หนังสือส่งตัว", "referral letter"),
        ],
        ..row(
            Kind::RecordReportIn,
            "CT-06",
            text("บันทึกการมารายงานตัว", "Record the report-in"),
        )
    },
    Row {
        from: AT_THE_UNIT,
        guards: &[guard::LETTER_AFTER_REPORT_IN],
        inputs: &[
            required(
                "on",
                "CT-06b",
                "วันที่ได้รับหนังสือ",
                "day on which the letter came",
            ),
            required("route", "CT-06b", "ช่องทางที่ได้รับหนังสือ", "route"),
        ],
        ..row(
            Kind::RecordLetter,
            "CT-06b",
            text("บันทึกการได้รับหนังสือส่งตัว", "Record a referral letter"),
        )
    },
    Row {
        from: AWAITING,
        guards: &[
            guard::REPORTED_IN,
            guard::LETTER_MISSING,
            guard::MISSING_LETTER_ONCE,
        ],
        effects: &["notify:missing_letter"],
        confirm: Some(text(
            "ยืนยันการแจ้งไม่มีหนังสือส่งตัว",
            "Report to probation that there is no referral letter?",
        )),
        success: Some(text(
            "ทำการแจ้งไม่มีหนังสือส่งตัวสำเร็จ",
            "The missing letter was reported.",
        )),
        ..row(
            Kind::ReportMissingLetter,
            "CT-07",
            text("ไม่มีหนังสือส่งตัว", "Report a missing letter"),
        )
    },
    Row {
        from: ACCEPTED,
        guards: &[guard::PART1_REQUEST_ONCE],
        inputs: &[required(
            "note",
            "CT-08",
            "ข้อมูลล่าสุดที่ขอให้แก้ไข",
            "the latest data",
        )],
        effects: &["notify:part1_correction", "report_row:correction"],
        confirm: Some(text(
            "ยืนยันการขอแก้ไขข้อมูลส่วนที่ 1",
            "Ask probation to correct Part 1?",
        )),
        success: Some(text(
            "ทำการขอแก้ไขข้อมูลส่วนที่ 1 สำเร็จ",
            "The correction of Part 1 was requested.",
        )),
        ..row(
            Kind::RequestPart1Correction,
            "CT-08",
            text("ขอแก้ไขข้อมูลส่วนที่ 1", "Request a correction of Part 1"),
        )
    },
    Row {
        from: ACCEPTED,
        who: PROBATION,
        guards: &[guard::PART1_REQUEST_OPEN],
        inputs: &[required(
            "part1",
            "CT-09",
            "ข้อมูลส่วนที่ 1 ที่แก้ไขแล้ว",
            "Part 1, corrected",
        )],
        ..row(
            Kind::CorrectPart1,
            "CT-09",
            text("แก้ไขข้อมูลส่วนที่ 1", "Correct Part 1"),
        )
    },
    Row {
        from: ACCEPTED,
        guards: &[guard::TREATED_BEFORE_CHANGE, guard::UNIT_CHANGE_ONCE],
        inputs: &[required(
            "note",
            "CT-10",
            "เหตุผลและหน่วยบำบัดที่ต้องการ",
            "why and where to",
        )],
        effects: &["notify:unit_change"],
        ..row(
            Kind::RequestUnitChange,
            "CT-10",
            text("ขอเปลี่ยนหน่วยบำบัด", "Request another unit"),
        )
    },
    Row {
        from: ACCEPTED,
        to: AWAITING,
        who: PROBATION,
        guards: &[guard::UNIT_CHANGE_OPEN, guard::NO_ABSENCE_AT_REASSIGNMENT],
        inputs: &[required(
            "unit",
            "CT-11",
            "หน่วยบำบัดใหม่",
            "new treatment unit",
        )],
        ..row(
            Kind::ReassignUnit,
            "CT-11",
            text("กำหนดหน่วยบำบัดใหม่", "Assign another unit"),
        )
    },
    Row {
        from: ACCEPTED,
        who: PROBATION,
        guards: &[guard::ANY_REQUEST_OPEN],
        inputs: &[
            required("request", "CT-09b", "คำขอ", "request"),
            required("reason", "CT-09b", "เหตุผล", "reason"),
        ],
        ..row(
            Kind::DeclineRequest,
            "CT-09b",
            text("ไม่รับคำขอ", "Decline a request"),
        )
    },
    Row {
        from: &[State::AwaitingAcceptance, State::Returned, State::Accepted],
        to: &[State::Ended],
        who: PROBATION,
        inputs: &[
            required("on", "CT-24", "วันที่ยุติเคส", "day on which the case ends"),
            required("cause", "CT-24", "สาเหตุ", "cause"),
        ],
        ..row(Kind::EndCase, "CT-24", text("ยุติเคส", "End the case"))
    },
    Row {
        from: ACCEPTED,
        inputs: &[
            required("on", "CT-12", "วันที่บำบัด", "day of the treatment"),
            optional(
                "program_days",
                "CT-12",
                "ระยะเวลาโปรแกรม (วัน)",
                "program days",
            ),
            optional("note", "CT-12", "บันทึก", "note"),
        ],
        ..row(
            Kind::RecordTreatment,
            "CT-12",
            text("บันทึกการบำบัด", "Record a treatment"),
        )
    },
    Row {
        from: ACCEPTED,
        guards: &[guard::ABSENCE_ONCE],
        inputs: &[required("missed_on", "CT-13", "วันที่ขาดนัด", "missed day")],
        ..row(
            Kind::RecordMissedAppointment,
            "CT-13",
            text("บันทึกการขาดนัด", "Record a missed appointment"),
        )
    },
    Row {
        from: ACCEPTED,
        guards: &[guard::TRACEABLE],
        inputs: &[
            required("on", "CT-14", "วันที่ติดตาม", "day of the trace"),
            required("method", "CT-14", "วิธีติดตาม", "method"),
            required("evidence", "CT-14", "หลักฐานการติดตาม", "evidence"),
        ],
        ..row(
            Kind::RecordTrace,
            "CT-14",
            text("บันทึกการติดตามผู้ป่วย", "Record a trace"),
        )
    },
    Row {
        from: ACCEPTED,
        guards: &[guard::RETURNABLE],
        inputs: &[required("on", "CT-15", "วันที่กลับมาบำบัด", "day of the return")],
        ..row(
            Kind::RecordReturn,
            "CT-15",
            text("บันทึกการกลับมาบำบัด", "Record the return"),
        )
    },
    Row {
        from: ACCEPTED,
        guards: &[
            guard::ABSENT,
            guard::ABSENT_LONG_ENOUGH,
            guard::TRACED,
            guard::ABSENCE_REPORT_ONCE,
        ],
        effects: &["notify:absence", "letter:absence", "banner:absence"],
        confirm: Some(text(
            "ยืนยันผู้ป่วยขาดนัดระหว่างบำบัด",
            "Report the absence to probation?",
        )),
        success: Some(text(
            "ทำการแจ้งหน่วยงานผู้ป่วยขาดนัดสำเร็จ",
            "The absence was reported.",
        )),
        ..row(
            Kind::ReportAbsence,
            "CT-16",
            text("ผู้ป่วยขาดนัดระหว่างบำบัด", "Report an absence during treatment"),
        )
    },
    Row {
        from: ACCEPTED,
        to: &[State::DroppedOut],
        guards: &[
            guard::STILL_ABSENT,
            guard::ABSENCE_REPORTED,
            guard::ABSENT_TOO_LONG,
        ],
        ..row(Kind::DropOut, "CT-17", text("จำหน่าย Drop out", "Drop out"))
    },
    Row {
        from: ACCEPTED,
        to: &[State::Completed],
        guards: &[guard::NOT_ABSENT, guard::TREATED],
        inputs: &[
            required("on", "CT-18", "วันที่บำบัดครบ", "day of completion"),
            required(
                "update",
                "CT-18",
                "ข้อมูลส่วนที่ 1 ที่ปรับปรุง",
                "updated fields of Part 1",
            ),
        ],
        effects: &["notify:completion"],
        ..row(Kind::Complete, "CT-18", text("ยืนยัน", "Confirm completion"))
    },
    Row {
        from: &[State::Accepted, State::Completed],
        guards: &[
            guard::CERTIFIED_ONCE,
            guard::CERTIFIABLE,
            guard::PROGRAM_ENDED,
        ],
        effects: &["letter:result_certificate", "notify:result_certificate"],
        ..row(
            Kind::CertifyResult,
            "CT-19",
            text("รับรองผลการบำบัด", "Certify the result"),
        )
    },
    Row {
        from: ACCEPTED,
        inputs: &[
            required("days", "CT-20", "จำนวนวันที่ขยาย", "days"),
            required(
                "ruling",
                "CT-20",
                "คำวินิจฉัยของคณะอนุกรรมการ",
                "the subcommittee's ruling",
            ),
        ],
        effects: &["notify:extension"],
        ..row(
            Kind::ExtendTreatment,
            "CT-20",
            text("ขยายเวลาบำบัด", "Extend the treatment"),
        )
    },
];
