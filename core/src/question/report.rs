//! The reporting calendar: reports that are due by date, whatever the cases hold (AC-08, AD-06).

use chrono::Datelike as _;

use crate::base::actor::{Org, Role};
use crate::base::area;
use crate::base::calendar::{self, Date};
use crate::policy::Policy;
use crate::schedule::{Obligation, Owed};

/// AC-08: the first report of all is of 15 Apr 2566, and opens on this day.
const FIRST_OPENS_ON: Date = Date::from_ymd_opt(2023, 3, 31).unwrap();
const FIRST_REPORT: Date = Date::from_ymd_opt(2023, 4, 15).unwrap();

/// The reports of an organisation whose last day lies in `from..=to`, with their status on a day: of
/// a province (2 digits) those to the Department of Provincial Administration (AC-08), of a health
/// region (`R1` to `R13`) those of people who did not consent (AD-06), of any other none.
///
/// That a report was sent is not recorded, so none is ever `done`.
///
/// ```
/// use bosoto::calendar::parse_date;
/// use bosoto::policy::Policy;
/// use bosoto::report::report_calendar;
///
/// let (from, to) = (parse_date("2023-04-01")?, parse_date("2023-04-30")?);
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
    let rows = if area::province(organisation).is_some() {
        province_reports(&organisation.into(), from, to, policy)
    } else if area::REGION_CODES.contains(&organisation) {
        non_consent_reports(&organisation.into(), from, to, policy)
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
    report_dates(after, policy).find(|date| *date > after)
}

fn province_reports(province: &Org, from: Date, to: Date, policy: &Policy) -> Vec<Obligation> {
    let mut rows = Vec::new();
    let mut opens_on = FIRST_OPENS_ON;
    for due_by in report_dates(from, policy).take_while(|date| *date <= to) {
        if due_by >= from {
            let responsible = (Role::ProvinceAdmin, province);
            rows.push(row(Owed::ProvinceReport, opens_on, due_by, responsible));
        }
        opens_on = calendar::full_days(due_by, 1).unwrap_or(due_by);
    }
    rows
}

fn non_consent_reports(region: &Org, from: Date, to: Date, policy: &Policy) -> Vec<Obligation> {
    let responsible = (Role::RegionOfficer, region);
    months(from)
        .take_while(|first| *first <= to)
        .filter_map(|first| Some((first, first.with_day(policy.non_consent_report_day)?)))
        .filter(|(_, due_by)| (from..=to).contains(due_by))
        .map(|(first, due_by)| row(Owed::NonConsentReport, first, due_by, responsible))
        .collect()
}

fn row(what: Owed, opens_on: Date, due_by: Date, responsible: (Role, &Org)) -> Obligation {
    Obligation::new(what, ("calendar", opens_on), opens_on, responsible).due_by(Some(due_by))
}

/// The report dates of the provinces, from the month before `near` on, none before the first of all.
fn report_dates(near: Date, policy: &Policy) -> impl Iterator<Item = Date> {
    let before = near.with_day(1).and_then(|first| first.pred_opt());
    let start = before.map_or(FIRST_REPORT, |day| day.max(FIRST_REPORT));
    months(start)
        .flat_map(move |first| days_of(first, &policy.province_report_days))
        .filter(|date| *date >= FIRST_REPORT)
}

/// Those days of a month; for one that the month does not have, its last day.
fn days_of(first: Date, days: &[u32]) -> Vec<Date> {
    let mut dates: Vec<Date> = days
        .iter()
        .filter_map(|day| (1..=*day).rev().find_map(|day| first.with_day(day)))
        .collect();
    dates.dedup();
    dates
}

/// The first days of the months from that of `from` on.
fn months(from: Date) -> impl Iterator<Item = Date> {
    let first = from.with_day(1);
    (0..).map_while(move |n| calendar::add_months(first?, n))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedule::Status;
    use proptest::prelude::*;

    fn date(text: &str) -> Date {
        calendar::parse_date(text).unwrap()
    }

    fn spans(organisation: &str, from: &str, to: &str, policy: &Policy) -> Vec<[String; 2]> {
        let rows = report_calendar(organisation, date(from), date(to), date(from), policy);
        rows.iter()
            .map(|row| [row.opens_on.to_string(), row.due_by.unwrap().to_string()])
            .collect()
    }

    fn province_days(days: &[u32]) -> Policy {
        let policy = Policy {
            province_report_days: days.to_vec(),
            ..Policy::default()
        };
        assert!(policy.validate().is_ok());
        policy
    }

    #[test]
    fn ac_08_the_first_report_of_all() {
        assert_eq!(
            spans("81", "2020-01-01", "2023-05-14", &Policy::default()),
            [["2023-03-31", "2023-04-15"], ["2023-04-16", "2023-04-30"]]
        );
        assert!(spans("81", "2020-01-01", "2023-04-14", &Policy::default()).is_empty());
    }

    #[test]
    fn ac_08_february_has_its_last_day() {
        assert_eq!(
            spans("81", "2024-01-30", "2024-03-15", &Policy::default()),
            [
                ["2024-01-16", "2024-01-30"],
                ["2024-01-31", "2024-02-15"],
                ["2024-02-16", "2024-02-29"],
                ["2024-03-01", "2024-03-15"]
            ]
        );
        assert_eq!(
            spans("81", "2025-02-28", "2025-02-28", &Policy::default()),
            [["2025-02-16", "2025-02-28"]]
        );
    }

    #[test]
    fn ac_08_the_last_day_of_a_long_month_belongs_to_the_next_report() {
        assert_eq!(
            spans("81", "2023-12-31", "2024-01-15", &Policy::default()),
            [["2023-12-31", "2024-01-15"]]
        );
    }

    #[test]
    fn ac_08_days_that_a_month_lacks_fall_together() {
        assert_eq!(
            spans("81", "2023-06-01", "2023-07-31", &province_days(&[30, 31])),
            [
                ["2023-06-01", "2023-06-30"],
                ["2023-07-01", "2023-07-30"],
                ["2023-07-31", "2023-07-31"]
            ]
        );
    }

    #[test]
    fn ac_08_other_days_begin_with_the_first_after_the_first_report() {
        assert_eq!(
            spans("81", "2023-01-01", "2023-05-10", &province_days(&[10])),
            [["2023-03-31", "2023-05-10"]]
        );
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
    fn ac_08_the_next_report_date_follows_and_is_not_the_day_itself() {
        let next = |after| next_report_date(date(after), &Policy::default());
        assert_eq!(next("2022-06-01"), Some(date("2023-04-15")));
        assert_eq!(next("2023-04-14"), Some(date("2023-04-15")));
        assert_eq!(next("2023-04-15"), Some(date("2023-04-30")));
        assert_eq!(next("2024-01-30"), Some(date("2024-02-15")));
        assert_eq!(next("2024-01-31"), Some(date("2024-02-15")));
        assert_eq!(next("2024-02-28"), Some(date("2024-02-29")));
        assert_eq!(next("2024-02-29"), Some(date("2024-03-15")));
        assert_eq!(next("1800-01-01"), Some(date("2023-04-15")));
        assert_eq!(next("2399-12-29"), Some(date("2399-12-30")));
        assert_eq!(next("2399-12-30"), None);
    }

    #[test]
    fn ad_06_by_day_5_of_the_following_month() {
        assert_eq!(
            spans("R11", "2024-02-05", "2024-03-31", &Policy::default()),
            [["2024-02-01", "2024-02-05"], ["2024-03-01", "2024-03-05"]]
        );
        assert!(spans("R11", "2024-02-06", "2024-03-04", &Policy::default()).is_empty());
        let late = Policy {
            non_consent_report_day: 28,
            ..Policy::default()
        };
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
        assert_eq!((row.rule, row.what), ("AD-06", Owed::NonConsentReport));
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
            let from = calendar::full_days(date("2022-06-01"), start).unwrap();
            let middle = calendar::full_days(from, first).unwrap();
            let after = calendar::full_days(middle, 1).unwrap();
            let to = calendar::full_days(after, second).unwrap();
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
