//! What a province reports of the follow-up in it to the Department of Provincial Administration
//! (กรมการปกครอง), whatever its cases hold: the dates, and what is owed by them (AC-08).
//!
//! No case owes them and that one was sent is not recorded: the reporting calendar, a question, asks for
//! them. This room does not know any case.

use super::rules::AC_08;
use crate::base::actor::Role;
use crate::base::calendar::Date;
use crate::base::id::OrgId;
use crate::base::rule::{Applied, applies};
use crate::base::text::text;
use crate::policy::Numbers;
use crate::schedule::{Obligation, Owed, days_of_months};

/// The dates.
pub(super) const APPLIES: Applied = applies(&AC_08);

/// The first report of all is of 15 Apr 2566, and opens on this day.
const FIRST_OPENS_ON: Date = Date::new(2023, 3, 31).unwrap();
const FIRST_REPORT: Date = Date::new(2023, 4, 15).unwrap();

/// The first report date of the provinces after a day, that day not included.
///
/// `None` outside the years 1800 to 2399.
#[must_use]
pub fn next_report_date(after: Date, numbers: &Numbers) -> Option<Date> {
    report_dates(after, numbers).find(|date| *date > after)
}

/// The report dates of the provinces, from the month before `near` on, none before the first of all.
fn report_dates(near: Date, numbers: &Numbers) -> impl Iterator<Item = Date> {
    let before = near.with_day(1).and_then(Date::previous);
    let start = before.map_or(FIRST_REPORT, |day| day.max(FIRST_REPORT));
    days_of_months(start, &numbers.province_report_days).filter(|date| *date >= FIRST_REPORT)
}

pub(crate) static PROVINCE_REPORT: Owed = Owed::new(
    &AC_08,
    "province_report",
    text!("รายงานต่อกรมการปกครอง", "report to the Department"),
);

/// The reports of a province whose last day lies in `from..=to`, by date.
pub(crate) fn province_reports(
    province: &OrgId,
    from: Date,
    to: Date,
    numbers: &Numbers,
) -> Vec<Obligation> {
    let mut rows = Vec::new();
    let mut opens_on = FIRST_OPENS_ON;
    for due_by in report_dates(from, numbers).take_while(|date| *date <= to) {
        if due_by >= from {
            let trigger = ("calendar", opens_on);
            let responsible = (Role::ProvinceAdmin, province);
            rows.push(
                Obligation::new(&PROVINCE_REPORT, trigger, opens_on, responsible)
                    .due_by(Some(due_by)),
            );
        }
        opens_on = due_by.next().unwrap_or(due_by);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{Document, Policy};

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn reporting_on(days: &[u32]) -> Policy {
        let document = Document {
            province_report_days: days.to_vec(),
            ..Document::default()
        };
        Policy::try_from(document).unwrap()
    }

    fn spans(from: &str, to: &str, policy: &Policy) -> Vec<[String; 2]> {
        let numbers = policy.on(date(from));
        province_reports(&"81".into(), date(from), date(to), numbers)
            .iter()
            .map(|row| [row.opens_on.to_string(), row.due_by.unwrap().to_string()])
            .collect()
    }

    #[test]
    fn ac_08_the_first_report_of_all() {
        assert_eq!(
            spans("2020-01-01", "2023-05-14", &Policy::default()),
            [["2023-03-31", "2023-04-15"], ["2023-04-16", "2023-04-30"]]
        );
        assert!(spans("2020-01-01", "2023-04-14", &Policy::default()).is_empty());
    }

    #[test]
    fn ac_08_february_has_its_last_day() {
        assert_eq!(
            spans("2024-01-30", "2024-03-15", &Policy::default()),
            [
                ["2024-01-16", "2024-01-30"],
                ["2024-01-31", "2024-02-15"],
                ["2024-02-16", "2024-02-29"],
                ["2024-03-01", "2024-03-15"]
            ]
        );
        assert_eq!(
            spans("2025-02-28", "2025-02-28", &Policy::default()),
            [["2025-02-16", "2025-02-28"]]
        );
    }

    #[test]
    fn ac_08_the_last_day_of_a_long_month_belongs_to_the_next_report() {
        assert_eq!(
            spans("2023-12-31", "2024-01-15", &Policy::default()),
            [["2023-12-31", "2024-01-15"]]
        );
    }

    #[test]
    fn ac_08_days_that_a_month_lacks_fall_together() {
        assert_eq!(
            spans("2023-06-01", "2023-07-31", &reporting_on(&[30, 31])),
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
            spans("2023-01-01", "2023-05-10", &reporting_on(&[10])),
            [["2023-03-31", "2023-05-10"]]
        );
    }

    #[test]
    fn ac_08_the_next_report_date_follows_and_is_not_the_day_itself() {
        let policy = Policy::default();
        let next = |after| next_report_date(date(after), policy.on(date(after)));
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
}
