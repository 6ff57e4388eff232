//! The reporting calendar: reports that are due by date, whatever the cases hold (AC-08, AD-06).

use super::rules::AD_06;
use crate::base::actor::Role;
use crate::base::area;
use crate::base::calendar::Date;
use crate::base::id::OrgId;
use crate::base::rule::{Applied, applies};
use crate::base::text::text;
use crate::lifecycles::aftercare::report::{self, PROVINCE_REPORT};
use crate::lifecycles::aftercare::rules::AC_08;
use crate::policy::{Numbers, Policy};
use crate::schedule::{Obligation, Owed, months};

pub(super) const APPLIES: [Applied; 2] = [applies(&AC_08), applies(&AD_06)];

/// What a province and a region owe.
pub(super) const OWED: &[&Owed] = &[&PROVINCE_REPORT, &NON_CONSENT_REPORT];

pub(crate) static NON_CONSENT_REPORT: Owed = Owed::new(
    &AD_06,
    "non_consent_report",
    text!("รายงานผู้ไม่ยินยอมให้นำเข้าข้อมูล", "non-consent report"),
);

/// The reports of an organisation whose last day lies in `from..=to`, with their status on a day: of
/// a province (2 digits) those to the Department of Provincial Administration (AC-08), of a health
/// region (`R1` to `R13`) those of people who did not consent (AD-06), of any other none.
///
/// That a report was sent is not recorded, so none is ever `done`.
///
/// ```
/// use bosoto::calendar::Date;
/// use bosoto::policy::Policy;
/// use bosoto::report::report_calendar;
///
/// let (from, to) = (Date::parse("2023-04-01")?, Date::parse("2023-04-30")?);
/// let reports = report_calendar("81", from, to, from, &Policy::default());
/// let opens_on: Vec<_> = reports.iter().map(|report| report.opens_on.to_string()).collect();
/// assert_eq!(opens_on, ["2023-03-31", "2023-04-16"]);
/// # Ok::<(), bosoto::calendar::CalendarError>(())
/// ```
#[must_use]
pub fn report_calendar(
    organisation: &str,
    from: Date,
    to: Date,
    on: Date,
    policy: &Policy,
) -> Vec<Obligation> {
    let numbers = policy.on(on);
    let rows = if area::province(organisation).is_some() {
        report::province_reports(&organisation.into(), from, to, numbers)
    } else if area::REGION_CODES.contains(&organisation) {
        non_consent_reports(&organisation.into(), from, to, numbers)
    } else {
        Vec::new()
    };
    rows.into_iter().map(|row| row.judged(on)).collect()
}

/// The first report date of the provinces after a day, that day not included (AC-08).
///
/// `None` outside the years 1800 to 2399.
#[must_use]
pub fn next_report_date(after: Date, policy: &Policy) -> Option<Date> {
    report::next_report_date(after, policy.on(after))
}

fn non_consent_reports(region: &OrgId, from: Date, to: Date, numbers: &Numbers) -> Vec<Obligation> {
    let responsible = (Role::RegionOfficer, region);
    let row = |opens_on, due_by| {
        let trigger = ("calendar", opens_on);
        Obligation::new(&NON_CONSENT_REPORT, trigger, opens_on, responsible).due_by(Some(due_by))
    };
    months(from)
        .take_while(|first| *first <= to)
        .filter_map(|first| Some((first, first.with_day(numbers.non_consent_report_day)?)))
        .filter(|(_, due_by)| (from..=to).contains(due_by))
        .map(|(first, due_by)| row(first, due_by))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::Document;
    use crate::schedule::Status;
    use proptest::prelude::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn spans(organisation: &str, from: &str, to: &str, policy: &Policy) -> Vec<[String; 2]> {
        let rows = report_calendar(organisation, date(from), date(to), date(from), policy);
        rows.iter()
            .map(|row| [row.opens_on.to_string(), row.due_by.unwrap().to_string()])
            .collect()
    }

    #[test]
    fn ac_08_status_and_responsible() {
        let ask = |on| {
            report_calendar(
                "81",
                date("2023-05-15"),
                date("2023-05-15"),
                date(on),
                &Policy::default(),
            )
            .remove(0)
        };
        assert_eq!(ask("2023-04-30").status, Status::Upcoming);
        assert_eq!(ask("2023-05-01").status, Status::Due);
        assert_eq!(ask("2023-05-15").status, Status::Due);
        assert_eq!(ask("2023-05-16").status, Status::Overdue);
        assert_eq!(ask("2399-12-31").status, Status::Overdue);
        let json = serde_json::to_value(ask("2023-05-01")).unwrap();
        assert_eq!(
            json,
            serde_json::json!({
                "rule": "AC-08", "what": "province_report",
                "trigger": {"event": "calendar", "on": "2023-05-01"},
                "opens_on": "2023-05-01", "due_by": "2023-05-15", "status": "due",
                "responsible": {"role": "province_admin", "organisation": "81"}
            })
        );
    }

    #[test]
    fn ad_06_by_day_5_of_the_following_month() {
        assert_eq!(
            spans("R11", "2024-02-05", "2024-03-31", &Policy::default()),
            [["2024-02-01", "2024-02-05"], ["2024-03-01", "2024-03-05"]]
        );
        assert!(spans("R11", "2024-02-06", "2024-03-04", &Policy::default()).is_empty());
        let late = Policy::try_from(Document {
            non_consent_report_day: 28,
            ..Document::default()
        })
        .unwrap();
        assert_eq!(
            spans("R1", "2023-02-01", "2023-02-28", &late),
            [["2023-02-01", "2023-02-28"]]
        );
        let row = report_calendar(
            "R11",
            date("2024-02-05"),
            date("2024-02-05"),
            date("2024-02-06"),
            &Policy::default(),
        )
        .remove(0);
        assert_eq!((row.rule, row.what), (&AD_06, &NON_CONSENT_REPORT));
        assert_eq!(row.status, Status::Overdue);
        assert_eq!(row.responsible.role, Role::RegionOfficer);
    }

    #[test]
    fn ad_06_other_organisations_report_nothing() {
        for organisation in [
            "8101", "10670", "99", "28", "R0", "R14", "R01", "r1", "MOPH", "",
        ] {
            let rows = spans(organisation, "2023-01-01", "2024-12-31", &Policy::default());
            assert!(rows.is_empty(), "{organisation}");
        }
    }

    #[test]
    fn ac_08_nothing_lies_in_a_span_that_ends_before_it_begins() {
        for organisation in ["81", "R11"] {
            let rows = spans(organisation, "2024-03-01", "2024-02-01", &Policy::default());
            assert!(rows.is_empty(), "{organisation}");
        }
    }

    proptest! {
        #[test]
        fn ac_08_spans_can_be_asked_for_piece_by_piece(
            start in 0_u32..3_000, first in 0_u32..400, second in 0_u32..400,
        ) {
            let policy = Policy::default();
            let from = date("2022-06-01").full_days(start).unwrap();
            let middle = from.full_days(first).unwrap();
            let after = middle.full_days(1).unwrap();
            let to = after.full_days(second).unwrap();
            for organisation in ["81", "R11"] {
                let ask = |from, to| report_calendar(organisation, from, to, from, &policy);
                let due = |rows: &[Obligation]| -> Vec<_> {
                    rows.iter().map(|row| (row.opens_on, row.due_by)).collect()
                };
                let mut pieces = due(&ask(from, middle));
                pieces.extend(due(&ask(after, to)));
                prop_assert_eq!(due(&ask(from, to)), pieces);
            }
        }
    }
}
