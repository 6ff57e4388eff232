//! Guards of the exchange that need no payload, each under its rule.

use super::Compulsory;
use super::case::Exchange;
use super::command::{Command, RequestKind};
use crate::base::calendar;
use crate::base::text::{Arg, Args, Text};
use crate::lifecycle::{Context, Guard, Moment, Outcome, ReasonKind};
use crate::policy::Profile;

type Judge = fn(&Context<'_, Compulsory>, &Exchange) -> Outcome;

const fn guard(
    rule: &'static str,
    name: &'static str,
    kind: ReasonKind,
    refusal: Text,
    check: Judge,
) -> Guard<Compulsory> {
    Guard {
        rule,
        name,
        kind,
        by_policy: false,
        refusal,
        check,
    }
}

const fn by_policy(guard: Guard<Compulsory>) -> Guard<Compulsory> {
    Guard {
        by_policy: true,
        ..guard
    }
}

use ReasonKind::{AlreadyDone, MissingPrecondition, TooEarly};

/// CT-21 as a must, for CT-03 (`coordination_required`).
pub(super) const COORDINATED: Guard<Compulsory> = by_policy(guard(
    "CT-21",
    "coordinated",
    MissingPrecondition,
    Text {
        th: "ต้องประสานงานกับสำนักงานคุมประพฤติก่อนกดปุ่มนี้ แล้วระบุว่าประสานงานแล้ว (coordinated)",
        en: "the two agencies have to coordinate first; then send the command with `coordinated: true`",
    },
    |context, _| Outcome::when(context.coordinated || !context.policy.coordination_required),
));

/// CT-05: 7 × 24 hours since the entry instant.
pub(super) const OVERDUE: Guard<Compulsory> = guard(
    "CT-05",
    "entered_long_enough_ago",
    TooEarly,
    Text {
        th: "ยังไม่ครบ {hours} ชั่วโมงนับตั้งแต่วินาทีที่ข้อมูลเข้าระบบ แจ้งได้ตั้งแต่วันที่ {from}",
        en: "{hours} hours since the entry of the data have not passed; allowed from {from}",
    },
    |context, case| {
        let hours = [("hours", Arg::Number(context.policy.no_show_hours.into()))];
        match case.entry.overdue_from(context.policy) {
            Some(from) if context.at >= from => Outcome::Holds,
            Some(from) => Outcome::Until(Moment::Instant(from), Args::new(hours)),
            None => Outcome::Never(Args::new(hours)),
        }
    },
);

/// CT-05: the person has not reported in.
pub(super) const NOT_REPORTED_IN: Guard<Compulsory> = guard(
    "CT-05",
    "not_reported_in",
    MissingPrecondition,
    Text {
        th: "ผู้ป่วยมารายงานตัวแล้ว จึงแจ้งว่าไม่มารายงานตัวไม่ได้",
        en: "the person has reported in, so a no-show cannot be reported",
    },
    |_, case| Outcome::when(case.entry.reported_in_on.is_none()),
);

/// CT-05: once for an entry.
pub(super) const NO_SHOW_ONCE: Guard<Compulsory> = guard(
    "CT-05",
    "no_show_not_reported",
    AlreadyDone,
    Text {
        th: "แจ้งผู้ป่วยไม่มารายงานตัวสำหรับการส่งต่อครั้งนี้แล้ว",
        en: "the no-show was reported already for this entry",
    },
    |_, case| Outcome::when(case.entry.no_show_reported_on.is_none()),
);

/// CT-06: once for an entry.
pub(super) const REPORT_IN_ONCE: Guard<Compulsory> = guard(
    "CT-06",
    "report_in_not_recorded",
    AlreadyDone,
    Text {
        th: "บันทึกการมารายงานตัวสำหรับการส่งต่อครั้งนี้แล้ว",
        en: "the report-in was recorded already for this entry",
    },
    |_, case| Outcome::when(case.entry.reported_in_on.is_none()),
);

const NEEDS_REPORT_IN: Text = Text {
    th: "ยังไม่มีบันทึกว่าผู้ป่วยมารายงานตัว โปรดบันทึกการมารายงานตัวก่อน",
    en: "no report-in is on record; record it first",
};

/// CT-06b: a letter belongs to a report-in.
pub(super) const LETTER_AFTER_REPORT_IN: Guard<Compulsory> = guard(
    "CT-06b",
    "reported_in",
    MissingPrecondition,
    NEEDS_REPORT_IN,
    |_, case| Outcome::when(case.entry.reported_in_on.is_some()),
);

/// CT-07: the person is there.
pub(super) const REPORTED_IN: Guard<Compulsory> = guard(
    "CT-07",
    "reported_in",
    MissingPrecondition,
    NEEDS_REPORT_IN,
    |_, case| Outcome::when(case.entry.reported_in_on.is_some()),
);

/// CT-07: the letter has not come, as `letter_rule` reads it.
pub(super) const LETTER_MISSING: Guard<Compulsory> = by_policy(guard(
    "CT-07",
    "letter_missing",
    MissingPrecondition,
    Text {
        th: "ได้รับหนังสือส่งตัวแล้ว จึงแจ้งว่าไม่มีหนังสือส่งตัวไม่ได้",
        en: "the referral letter has come, so it cannot be reported missing",
    },
    |context, case| Outcome::when(!case.entry.letter_has_come(context.policy.letter_rule)),
));

/// CT-07: once for an entry.
pub(super) const MISSING_LETTER_ONCE: Guard<Compulsory> = guard(
    "CT-07",
    "missing_letter_not_reported",
    AlreadyDone,
    Text {
        th: "แจ้งไม่มีหนังสือส่งตัวสำหรับการส่งต่อครั้งนี้แล้ว",
        en: "the missing letter was reported already for this entry",
    },
    |_, case| Outcome::when(case.entry.missing_letter_reported_on.is_none()),
);

const REQUEST_WAITS: Text = Text {
    th: "มีคำขอประเภทเดียวกันรอสำนักงานคุมประพฤติดำเนินการอยู่แล้ว",
    en: "such a request is open already and waits for probation",
};

/// CT-08: one such request at a time.
pub(super) const PART1_REQUEST_ONCE: Guard<Compulsory> = guard(
    "CT-08",
    "no_part1_request_open",
    AlreadyDone,
    REQUEST_WAITS,
    |_, case| Outcome::when(case.open_request(RequestKind::Part1Correction).is_none()),
);

/// CT-09: a Part 1 request is open.
pub(super) const PART1_REQUEST_OPEN: Guard<Compulsory> = guard(
    "CT-09",
    "part1_request_open",
    MissingPrecondition,
    Text {
        th: "ไม่มีคำขอแก้ไขข้อมูลส่วนที่ 1 ที่รอดำเนินการ",
        en: "no request to correct Part 1 is open",
    },
    |_, case| Outcome::when(case.open_request(RequestKind::Part1Correction).is_some()),
);

/// CT-09b: some request is open.
pub(super) const ANY_REQUEST_OPEN: Guard<Compulsory> = guard(
    "CT-09b",
    "request_open",
    MissingPrecondition,
    Text {
        th: "ไม่มีคำขอที่รอดำเนินการ",
        en: "no request is open",
    },
    |_, case| {
        let open = |kind| case.open_request(kind).is_some();
        Outcome::when(open(RequestKind::Part1Correction) || open(RequestKind::UnitChange))
    },
);

/// CT-10: a treatment is on record.
pub(super) const TREATED_BEFORE_CHANGE: Guard<Compulsory> = guard(
    "CT-10",
    "treatment_recorded",
    MissingPrecondition,
    Text {
        th: "ต้องบันทึกข้อมูลการบำบัดอย่างน้อย 1 ครั้งก่อนขอเปลี่ยนหน่วยบำบัด",
        en: "at least one treatment has to be recorded before another unit is asked for",
    },
    |_, case| Outcome::when(case.treatment_start().is_some()),
);

/// CT-10: one such request at a time.
pub(super) const UNIT_CHANGE_ONCE: Guard<Compulsory> = guard(
    "CT-10",
    "no_unit_change_open",
    AlreadyDone,
    REQUEST_WAITS,
    |_, case| Outcome::when(case.open_request(RequestKind::UnitChange).is_none()),
);

/// CT-11: a unit change is open.
pub(super) const UNIT_CHANGE_OPEN: Guard<Compulsory> = guard(
    "CT-11",
    "unit_change_open",
    MissingPrecondition,
    Text {
        th: "ไม่มีคำขอเปลี่ยนหน่วยบำบัดที่รอดำเนินการ",
        en: "no request for another unit is open",
    },
    |_, case| Outcome::when(case.open_request(RequestKind::UnitChange).is_some()),
);

/// CT-11: no absence is left to the new unit.
pub(super) const NO_ABSENCE_AT_REASSIGNMENT: Guard<Compulsory> = guard(
    "CT-11",
    "no_absence_open",
    MissingPrecondition,
    Text {
        th: "ผู้ป่วยอยู่ระหว่างขาดนัด หน่วยบำบัดเดิมต้องบันทึกการกลับมาบำบัดก่อนจึงเปลี่ยนหน่วยบำบัดได้",
        en: "an absence is open; it has to be closed before the unit changes",
    },
    |_, case| Outcome::when(case.open_absence().is_none()),
);

/// CT-13: one absence at a time.
pub(super) const ABSENCE_ONCE: Guard<Compulsory> = guard(
    "CT-13",
    "no_absence_open",
    AlreadyDone,
    Text {
        th: "มีการขาดนัดที่ยังไม่กลับมาบำบัดบันทึกไว้แล้ว",
        en: "an absence is open already",
    },
    |_, case| Outcome::when(case.open_absence().is_none()),
);

const NO_ABSENCE: Text = Text {
    th: "ไม่มีการขาดนัดที่เปิดอยู่ โปรดบันทึกวันที่ขาดนัดก่อน",
    en: "no absence is open; record the missed appointment first",
};

const fn absence_open(rule: &'static str) -> Guard<Compulsory> {
    guard(
        rule,
        "absence_open",
        MissingPrecondition,
        NO_ABSENCE,
        |_, case| Outcome::when(case.open_absence().is_some()),
    )
}

/// CT-14: an absence is open, or the trace belongs to a closed one.
pub(super) const TRACEABLE: Guard<Compulsory> = guard(
    "CT-14",
    "absence_open",
    MissingPrecondition,
    NO_ABSENCE,
    |context, case| {
        let belongs_to_closed = match context.command {
            Some(Command::RecordTrace(trace)) => case.closed_absence_on(trace.on).is_some(),
            _ => false,
        };
        Outcome::when(belongs_to_closed || case.open_absence().is_some())
    },
);

/// CT-15: an absence is open.
pub(super) const RETURNABLE: Guard<Compulsory> = absence_open("CT-15");

/// CT-16: an absence is open.
pub(super) const ABSENT: Guard<Compulsory> = absence_open("CT-16");

/// CT-16: 14 full days since the missed day (`manual-2564`).
pub(super) const ABSENT_LONG_ENOUGH: Guard<Compulsory> = guard(
    "CT-16",
    "absent_long_enough",
    TooEarly,
    Text {
        th: "ยังไม่ครบ {days} วันนับจากวันที่ขาดนัด ({missed}) กดแจ้งได้ตั้งแต่วันที่ {from}",
        en: "{days} days since the missed appointment ({missed}) have not passed; allowed from {from}",
    },
    |context, case| {
        let Some(absence) = case.open_absence() else {
            return Outcome::Holds;
        };
        if context.profile == Profile::Guideline2563 {
            return Outcome::Holds;
        }
        let days = context.policy.absence_report_days;
        let args = Args::new([
            ("days", Arg::Number(days.into())),
            ("missed", Arg::Date(absence.missed_on)),
        ]);
        Outcome::from_date(
            context.today,
            calendar::full_days(absence.missed_on, days),
            args,
        )
    },
);

/// CT-16: two traces that count.
pub(super) const TRACED: Guard<Compulsory> = by_policy(guard(
    "CT-16",
    "traced",
    MissingPrecondition,
    Text {
        th: "ต้องมีการติดตามที่นับได้ {required} ครั้ง บันทึกแล้ว {counted} ครั้ง",
        en: "{required} traces that count are needed; {counted} are on record",
    },
    |context, case| {
        let Some(absence) = case.open_absence() else {
            return Outcome::Holds;
        };
        let required = context.policy.traces_required;
        let counted = absence
            .counting_traces(context.profile, context.policy)
            .len();
        let counted = u32::try_from(counted).unwrap_or(u32::MAX);
        if counted >= required {
            return Outcome::Holds;
        }
        Outcome::Fails(Args::new([
            ("required", Arg::Number(required.into())),
            ("counted", Arg::Number(counted.into())),
        ]))
    },
));

/// CT-16: once for an absence.
pub(super) const ABSENCE_REPORT_ONCE: Guard<Compulsory> = guard(
    "CT-16",
    "absence_not_reported",
    AlreadyDone,
    Text {
        th: "แจ้งการขาดนัดครั้งนี้แล้ว",
        en: "this absence was reported already",
    },
    |_, case| {
        let reported = case.open_absence().and_then(|absence| absence.reported_on);
        Outcome::when(reported.is_none())
    },
);

/// CT-17: an absence is open.
pub(super) const STILL_ABSENT: Guard<Compulsory> = absence_open("CT-17");

/// CT-17: it was reported.
pub(super) const ABSENCE_REPORTED: Guard<Compulsory> = guard(
    "CT-17",
    "absence_reported",
    MissingPrecondition,
    Text {
        th: "ต้องแจ้งผู้ป่วยขาดนัดระหว่างบำบัดต่อสำนักงานคุมประพฤติก่อน",
        en: "the absence has to be reported to probation first",
    },
    |_, case| {
        let unreported = case
            .open_absence()
            .is_some_and(|absence| absence.reported_on.is_none());
        Outcome::when(!unreported)
    },
);

/// CT-17: 45 full days since the anchor.
pub(super) const ABSENT_TOO_LONG: Guard<Compulsory> = guard(
    "CT-17",
    "drop_out_days_passed",
    TooEarly,
    Text {
        th: "ยังไม่ครบ {days} วัน (นับจากวันที่ {anchor}) กดจำหน่าย Drop out ได้ตั้งแต่วันที่ {from}",
        en: "{days} days since {anchor} have not passed; allowed from {from}",
    },
    |context, case| {
        let policy = context.policy;
        let anchor = case
            .open_absence()
            .and_then(|absence| absence.drop_out_anchor(policy.drop_out_anchor));
        let Some(anchor) = anchor else {
            return Outcome::Holds;
        };
        let args = Args::new([
            ("days", Arg::Number(policy.drop_out_days.into())),
            ("anchor", Arg::Date(anchor)),
        ]);
        let from = calendar::full_days(anchor, policy.drop_out_days);
        Outcome::from_date(context.today, from, args)
    },
);

/// CT-18: nobody completes while absent.
pub(super) const NOT_ABSENT: Guard<Compulsory> = guard(
    "CT-18",
    "no_absence_open",
    MissingPrecondition,
    Text {
        th: "ผู้ป่วยอยู่ระหว่างขาดนัด โปรดบันทึกการกลับมาบำบัดก่อน",
        en: "an absence is open; record the return first",
    },
    |_, case| Outcome::when(case.open_absence().is_none()),
);

const NOT_TREATED: Text = Text {
    th: "ยังไม่มีบันทึกการบำบัด",
    en: "no treatment is on record",
};

/// CT-18: treatment has started.
pub(super) const TREATED: Guard<Compulsory> = guard(
    "CT-18",
    "treatment_started",
    MissingPrecondition,
    NOT_TREATED,
    |_, case| Outcome::when(case.treatment_start().is_some()),
);

/// CT-19: once.
pub(super) const CERTIFIED_ONCE: Guard<Compulsory> = guard(
    "CT-19",
    "not_certified",
    AlreadyDone,
    Text {
        th: "รับรองผลการบำบัดแล้ว",
        en: "the result was certified already",
    },
    |_, case| Outcome::when(case.certified_on.is_none()),
);

/// CT-19: treatment has started.
pub(super) const CERTIFIABLE: Guard<Compulsory> = guard(
    "CT-19",
    "treatment_started",
    MissingPrecondition,
    NOT_TREATED,
    |_, case| Outcome::when(case.treatment_start().is_some()),
);

/// CT-19: program days and extensions have passed since the start.
pub(super) const PROGRAM_ENDED: Guard<Compulsory> = guard(
    "CT-19",
    "program_days_passed",
    TooEarly,
    Text {
        th: "ยังไม่ครบ {days} วันนับจากวันเริ่มบำบัด ({start}) รับรองผลได้ตั้งแต่วันที่ {from}",
        en: "{days} days since the start of the treatment ({start}) have not passed; allowed from {from}",
    },
    |context, case| {
        let Some((start, days)) = case.treatment_start().zip(case.treatment_days()) else {
            return Outcome::Holds;
        };
        let args = Args::new([
            ("days", Arg::Number(days.into())),
            ("start", Arg::Date(start)),
        ]);
        Outcome::from_date(context.today, calendar::full_days(start, days), args)
    },
);
