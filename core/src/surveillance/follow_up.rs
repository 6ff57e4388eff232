//! The follow-ups that an SMI-V person is owed (SV-02).

use serde::{Deserialize, Serialize};

use super::patient_year::PatientYear;
use super::rules::SV_02;
use crate::base::actor::Role;
use crate::base::calendar::Date;
use crate::base::id::OrgId;
use crate::base::order;
use crate::base::shape::Shape;
use crate::base::text::text;
use crate::policy::{Policy, ScheduleNumbers};
use crate::schedule::{Obligation, Owed};

/// SV-02
pub static SMIV_FOLLOW_UP: Owed = Owed::new(
    &SV_02,
    "smiv_follow_up",
    text!("ติดตามผู้ป่วย SMI-V", "SMI-V follow-up"),
);

/// An SMI-V person as the follow-ups need it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
pub struct SmivPerson {
    /// The facility that follows the person.
    #[title("สถานพยาบาลที่ติดตาม", "facility")]
    pub facility: OrgId,
    /// The index date (SV-01), from which every year is counted.
    #[title("วันที่ได้รับการวินิจฉัย SMI-V", "day of the SMI-V diagnosis")]
    pub index_on: Date,
    /// The days of the follow-ups (1B037), in any order.
    #[title("วันที่ติดตาม", "days of the follow-ups")]
    pub follow_ups: Vec<Date>,
    /// The earliest recorded day of death.
    #[title("วันที่เสียชีวิต", "day of death")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub died_on: Option<Date>,
}

/// The follow-ups owed to a person on a day: the slots of the patient-years up to the one that holds
/// the day, after a death only those that were over by then (SV-02).
///
/// A patient-year runs from the day after its anniversary of the index date (TM-4), so on the index
/// date itself nothing is listed. The numbers are those of the index date, whatever later editions of the policy say.
/// What lies after `on` is not known on that day: neither a follow-up nor a death.
///
/// ```
/// use bosoto::calendar::Date;
/// use bosoto::policy::Policy;
/// use bosoto::smiv::{SmivPerson, smiv_obligations};
/// use bosoto::wire;
///
/// let person: SmivPerson = wire::decode(
///     r#"{"facility":"10670","index_on":"2024-01-31","follow_ups":["2024-03-01"]}"#,
/// )?;
/// let slots = smiv_obligations(&person, Date::parse("2024-05-02")?, &Policy::default());
/// let due_by: Vec<_> = slots.iter().filter_map(|slot| slot.due_by).collect();
/// let written: Vec<_> = due_by.iter().map(ToString::to_string).collect();
/// assert_eq!(written, ["2024-04-30", "2024-07-31", "2024-10-31", "2025-01-31"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn smiv_obligations(person: &SmivPerson, on: Date, policy: &Policy) -> Vec<Obligation> {
    let died_on = person.died_on.filter(|died_on| *died_on <= on);
    let last = died_on.unwrap_or(on);
    let days = counting_days(person.follow_ups.iter().copied(), person.index_on, last);
    let numbers = policy.on(on).since(person.index_on);
    let mut rows = Vec::new();
    for year in PatientYear::all(person.index_on).take_while(|year| year.after < on) {
        rows.extend(year.slots(person, &days, numbers));
    }
    rows.retain(|row| died_on.is_none_or(|died_on| row.due_by <= Some(died_on)));
    rows.into_iter().map(|row| row.judged(on)).collect()
}

/// The days of the follow-ups that count: after the index date through `until`, one a day, in order.
pub(super) fn counting_days(
    days: impl Iterator<Item = Date>,
    index_on: Date,
    until: Date,
) -> Vec<Date> {
    let mut days: Vec<Date> = days
        .filter(|day| *day > index_on && *day <= until)
        .collect();
    order::sort(&mut days);
    days.dedup();
    days
}

impl PatientYear {
    /// Its slots; each follow-up of the year fills, by date, the earliest unfilled one. None beyond the calendar.
    fn slots(
        self,
        person: &SmivPerson,
        days: &[Date],
        numbers: &ScheduleNumbers,
    ) -> Vec<Obligation> {
        let Some(through) = self.last_day() else {
            return Vec::new();
        };
        let mut days = self.days(days).iter().copied();
        let parts = self.parts(numbers);
        parts
            .map(|part| {
                let trigger = ("smiv_registered", person.index_on);
                let responsible = (Role::UnitUser, &person.facility);
                Obligation::new(&SMIV_FOLLOW_UP, trigger, part.first_day, responsible)
                    .due_by(Some(part.last_day))
                    .expires_on(Some(through))
                    .done_on(days.next())
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::Care;
    use super::*;
    use crate::policy::Document;
    use crate::schedule::Status;
    use proptest::prelude::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn person(index_on: &str, follow_ups: &[&str], died_on: Option<&str>) -> SmivPerson {
        SmivPerson {
            facility: "10670".into(),
            index_on: date(index_on),
            follow_ups: follow_ups.iter().map(|day| date(day)).collect(),
            died_on: died_on.map(date),
        }
    }

    fn ask(person: &SmivPerson, on: &str) -> Vec<Obligation> {
        smiv_obligations(person, date(on), &Policy::default())
    }

    fn spans(rows: &[Obligation]) -> Vec<[String; 2]> {
        rows.iter()
            .map(|row| [row.opens_on.to_string(), row.due_by.unwrap().to_string()])
            .collect()
    }

    fn done(rows: &[Obligation]) -> Vec<Option<Date>> {
        rows.iter().map(|row| row.done_on).collect()
    }

    fn statuses(rows: &[Obligation]) -> Vec<Status> {
        rows.iter().map(|row| row.status).collect()
    }

    #[test]
    fn sv_02_quarters_in_year_1_and_halves_later() {
        let rows = ask(&person("2023-05-10", &[], None), "2024-05-11");
        assert_eq!(
            spans(&rows),
            [
                ["2023-05-11", "2023-08-10"],
                ["2023-08-11", "2023-11-10"],
                ["2023-11-11", "2024-02-10"],
                ["2024-02-11", "2024-05-10"],
                ["2024-05-11", "2024-11-10"],
                ["2024-11-11", "2025-05-10"]
            ]
        );
        let expires_on: Vec<_> = rows.iter().map(|row| row.expires_on.unwrap()).collect();
        assert!(expires_on[..4].iter().all(|day| *day == date("2024-05-10")));
        assert!(expires_on[4..].iter().all(|day| *day == date("2025-05-10")));
    }

    #[test]
    fn sv_02_the_years_are_counted_from_the_index_date() {
        assert_eq!(
            spans(&ask(&person("2023-01-31", &[], None), "2023-02-01")),
            [
                ["2023-02-01", "2023-04-30"],
                ["2023-05-01", "2023-07-31"],
                ["2023-08-01", "2023-10-31"],
                ["2023-11-01", "2024-01-31"]
            ]
        );
        let leap = spans(&ask(&person("2024-02-29", &[], None), "2028-02-29"));
        assert_eq!(leap[0], ["2024-03-01", "2024-05-29"]);
        assert_eq!(leap[3], ["2024-11-30", "2025-02-28"]);
        assert_eq!(leap[4], ["2025-03-01", "2025-08-29"]);
        assert_eq!(leap[9], ["2027-08-30", "2028-02-29"]);
        assert_eq!(leap.len(), 10);
        let august = spans(&ask(&person("2023-08-31", &[], None), "2023-09-01"));
        assert_eq!(august[1], ["2023-12-01", "2024-02-29"]);
        assert_eq!(august[2], ["2024-03-01", "2024-05-31"]);
    }

    #[test]
    fn sv_02_listed_are_the_years_up_to_that_of_the_day() {
        let person = person("2023-05-10", &[], None);
        let count = |on| ask(&person, on).len();
        assert_eq!(count("2023-05-09"), 0);
        assert_eq!(count("2023-05-10"), 0);
        assert_eq!(count("2023-05-11"), 4);
        assert_eq!(count("2024-05-10"), 4);
        assert_eq!(count("2024-05-11"), 6);
        assert_eq!(count("2026-05-10"), 8);
    }

    #[test]
    fn sv_02_a_follow_up_fills_the_earliest_unfilled_slot_of_its_year() {
        let follow_ups = [
            "2024-05-10", // the last day of year 1
            "2023-05-10", // the index date itself: does not count
            "2023-06-01",
            "2023-06-01", // the same day
            "2023-06-02",
            "2024-05-11", // the first day of year 2
        ];
        let rows = ask(&person("2023-05-10", &follow_ups, None), "2024-05-12");
        assert_eq!(
            done(&rows),
            [
                Some(date("2023-06-01")),
                Some(date("2023-06-02")),
                Some(date("2024-05-10")),
                None,
                Some(date("2024-05-11")),
                None
            ]
        );
        use Status::{Done, Missed, Upcoming};
        assert_eq!(statuses(&rows), [Done, Done, Done, Missed, Done, Upcoming]);
    }

    #[test]
    fn sv_02_more_follow_ups_than_slots_fill_nothing() {
        let follow_ups = [
            "2023-06-01",
            "2023-06-02",
            "2023-06-03",
            "2023-06-04",
            "2023-06-05",
        ];
        let rows = ask(&person("2023-05-10", &follow_ups, None), "2024-06-01");
        assert_eq!(done(&rows)[4..], [None, None]);
    }

    #[test]
    fn sv_02_the_status_follows_the_day() {
        use Status::{Due, Missed, Overdue, Upcoming};
        let person = person("2023-05-10", &[], None);
        let first = |on| ask(&person, on)[0].status;
        assert_eq!(first("2023-05-11"), Due);
        assert_eq!(first("2023-08-10"), Due);
        assert_eq!(first("2023-08-11"), Overdue);
        assert_eq!(first("2024-05-10"), Overdue);
        assert_eq!(first("2024-05-11"), Missed);
        assert_eq!(ask(&person, "2023-08-10")[1].status, Upcoming);
        assert_eq!(ask(&person, "2023-08-11")[1].status, Due);
    }

    #[test]
    fn sv_02_after_a_death_only_the_slots_that_were_over() {
        let died = |on| person("2023-05-10", &["2023-06-01", "2023-11-20"], Some(on));
        let rows = ask(&died("2023-11-10"), "2025-01-01");
        assert_eq!(done(&rows), [Some(date("2023-06-01")), None]);
        assert_eq!(ask(&died("2023-11-09"), "2025-01-01").len(), 1);
        assert_eq!(ask(&died("2023-08-09"), "2025-01-01").len(), 0);
        assert_eq!(ask(&died("2024-11-10"), "2025-01-01").len(), 5);
        assert_eq!(ask(&died("2023-05-01"), "2025-01-01").len(), 0);
    }

    #[test]
    fn sv_02_what_lies_after_the_day_is_not_known_yet() {
        let person = person("2023-05-10", &["2023-09-01"], Some("2023-10-01"));
        assert_eq!(ask(&person, "2023-08-31").len(), 4);
        assert_eq!(done(&ask(&person, "2023-08-31"))[0], None);
        assert_eq!(
            done(&ask(&person, "2023-10-01")),
            [Some(date("2023-09-01"))]
        );
    }

    #[test]
    fn sv_02_the_counts_are_parameters() {
        let policy = Policy::try_from(Document {
            smiv_first_year: 12,
            smiv_later_years: 1,
            ..Document::default()
        })
        .unwrap();
        let rows = smiv_obligations(
            &person("2023-01-31", &[], None),
            date("2024-02-01"),
            &policy,
        );
        let spans = spans(&rows);
        assert_eq!(spans.len(), 13);
        assert_eq!(spans[0], ["2023-02-01", "2023-02-28"]);
        assert_eq!(spans[1], ["2023-03-01", "2023-03-31"]);
        assert_eq!(spans[12], ["2024-02-01", "2025-01-31"]);
    }

    #[test]
    fn sv_02_the_row_on_the_wire() {
        let rows = ask(&person("2023-05-10", &["2023-06-01"], None), "2023-06-02");
        assert_eq!(
            serde_json::to_value(&rows[0]).unwrap(),
            serde_json::json!({
                "rule": "SV-02", "what": "smiv_follow_up",
                "trigger": {"event": "smiv_registered", "on": "2023-05-10"},
                "opens_on": "2023-05-11", "due_by": "2023-08-10", "expires_on": "2024-05-10",
                "done_on": "2023-06-01", "status": "done",
                "responsible": {"role": "unit_user", "organisation": "10670"}
            })
        );
    }

    #[test]
    fn sv_02_the_end_of_the_calendar_ends_the_slots() {
        let rows = ask(&person("2398-06-30", &[], None), "2399-12-31");
        assert_eq!(rows.len(), 4);
    }

    proptest! {
        #[test]
        fn kp_16_care_is_met_when_every_slot_that_is_over_is_filled(
            index in 0_u32..800,
            days in prop::collection::vec(0_u32..1_200, 0..16),
            lasts in 0_u32..1_200,
        ) {
            let index_on = date("2022-01-31").full_days(index).unwrap();
            let day = |days: u32| index_on.full_days(days).unwrap();
            let until = day(lasts);
            let person = SmivPerson {
                facility: "10670".into(),
                index_on,
                follow_ups: days.into_iter().map(day).collect(),
                died_on: Some(until),
            };
            let policy = Policy::default();
            let rows = smiv_obligations(&person, until, &policy);
            let filled = rows.iter().all(|row| row.done_on.is_some());
            let counting = counting_days(person.follow_ups.iter().copied(), index_on, Date::LAST);
            let care = Care::of(index_on, &counting, until, policy.on(until).since(index_on));
            prop_assert_eq!(care.years_met && care.running_year_met, filled);
        }

        #[test]
        fn sv_02_the_slots_of_a_life_follow_each_other(index in 0_u32..4_000, years in 1_u32..10) {
            let index_on = date("2015-01-01").full_days(index).unwrap();
            let person = SmivPerson {
                facility: "10670".into(), index_on, follow_ups: Vec::new(), died_on: None,
            };
            let on = index_on.add_years(years).unwrap();
            let rows = smiv_obligations(&person, on, &Policy::default());
            let halves = 2_usize.saturating_mul(years as usize);
            prop_assert_eq!(rows.len(), halves.saturating_add(2));
            prop_assert_eq!(rows[0].opens_on, index_on.next().unwrap());
            prop_assert_eq!(rows.last().unwrap().due_by, Some(on));
            for pair in rows.windows(2) {
                prop_assert_eq!(pair[0].due_by.unwrap().next().unwrap(), pair[1].opens_on);
            }
        }
    }
}
