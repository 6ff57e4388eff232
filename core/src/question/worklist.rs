//! The worklist of an officer over many cases: what is owed, the most urgent first, each with the
//! reason for its place.

use serde::{Deserialize, Serialize, Serializer};

use crate::base::actor::Actor;
use crate::base::calendar::Date;
use crate::base::id::CaseId;
use crate::base::order;
use crate::base::shape::{Shape, Shaped, Ty};
use crate::base::text::{Arg, Message, Text, text};
use crate::lifecycle::Past;
use crate::lifecycles::any::AnyCase;
use crate::policy::Policy;
use crate::schedule::{Obligation, Status};
use crate::wire::{self, Problem, WireError};

/// Whose worklist, of which day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Shape)]
#[serde(deny_unknown_fields)]
pub struct WorklistQuery {
    /// The officer: of a unit, a centre, a probation office, a district, a tambon team. Without one,
    /// the work of everybody.
    #[title("ผู้สอบถาม", "officer")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor: Option<Actor>,
    /// The day on which it is asked.
    #[title("วันที่สอบถาม", "day asked about")]
    pub on: Date,
    /// Only what falls on this day or later, by its last day in time (else the day it opens).
    #[title("ตั้งแต่วันที่", "first day")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Only what falls on this day or earlier.
    #[title("ถึงวันที่", "last day")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// Only by what had been received by the end of this day (GE-08).
    #[title("เท่าที่ทราบ ณ วันที่", "as known on")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub known: Option<Date>,
    /// Also what is done or can no longer be done.
    #[title("รวมงานที่ทำแล้วหรือหมดรอบ", "inclusion of what is done or missed")]
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub settled: bool,
}

/// Why something stands where it stands, the most urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Shape)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// Its last day in time has passed; the longest first.
    #[title("เกินกำหนด", "overdue")]
    Overdue,
    /// It is open and has a last day; the nearest first.
    #[title("ถึงกำหนด", "due")]
    Due,
    /// It is open and has no last day; the longest open first.
    #[title("ทำได้แล้ว", "open")]
    Open,
    /// It opens later; the soonest first.
    #[title("ยังไม่ถึงกำหนด", "upcoming")]
    Upcoming,
    /// It can no longer be met.
    #[title("หมดรอบ", "missed")]
    Missed,
    /// It is met.
    #[title("ทำแล้ว", "done")]
    Done,
}

/// A row of a worklist.
#[derive(Debug, Clone, PartialEq, Serialize, Shape)]
pub struct WorklistItem {
    /// The case's lifecycle.
    #[title("กระบวนงาน", "lifecycle")]
    pub lifecycle: &'static str,
    /// The case.
    #[title("รหัสเคส", "case id")]
    pub case_id: CaseId,
    /// Why it stands here.
    #[title("ความเร่งด่วน", "urgency")]
    pub urgency: Urgency,
    /// The same in words.
    #[title("คำอธิบายความเร่งด่วน", "urgency in words")]
    pub because: Because,
    /// What is owed.
    #[serde(flatten)]
    pub obligation: Obligation,
}

/// What stands in a worklist over many logs: a row, or in its place the error of a log that cannot be used.
#[derive(Serialize)]
#[serde(untagged)]
pub(crate) enum Line<'a> {
    Owed(&'a WorklistItem),
    Broken(Problem<'a>),
}

impl Shaped for Line<'_> {
    const TY: Ty = Ty::Either(&[WorklistItem::TY, Problem::TY]);
}

/// The rows, the most urgent first, then the logs that cannot be used, in their order: the answer of the contract.
#[must_use]
pub fn to_json(rows: &[WorklistItem], broken: &[WireError]) -> String {
    let broken = broken.iter().map(|error| Line::Broken(Problem { error }));
    let lines: Vec<Line<'_>> = rows.iter().map(Line::Owed).chain(broken).collect();
    wire::to_json(&lines)
}

/// Why a row stands where it stands, in words that are made when somebody reads them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Because {
    urgency: Urgency,
    /// The day from which or to which the days are counted.
    day: Date,
    /// The day of the worklist.
    on: Date,
}

/// What an officer has to do in these cases, the most urgent first; equals by case.
pub fn worklist<'a>(
    cases: impl IntoIterator<Item = &'a dyn AnyCase>,
    query: &WorklistQuery,
    policy: &Policy,
) -> Vec<WorklistItem> {
    let mut cases: Vec<(&CaseId, &dyn AnyCase)> = cases
        .into_iter()
        .map(|case| (case.case_id(), case))
        .collect();
    // Sorting by urgency keeps this order among equals.
    order::sort_by(&mut cases, |(one, _), (other, _)| one.cmp(other));
    let mut items = Vec::new();
    for (_, case) in cases {
        case.show(query.past(), policy, &mut |case, rows| {
            let wanted = rows.into_iter().filter(|row| query.wants(case, row));
            items.extend(wanted.map(|row| WorklistItem::new(case, row, query.on)));
        });
    }
    in_order(items)
}

/// The most urgent first; equals stay as they are.
pub(super) fn in_order(mut items: Vec<WorklistItem>) -> Vec<WorklistItem> {
    order::sort_by_key(&mut items, WorklistItem::rank);
    items
}

impl WorklistItem {
    pub(super) fn new(case: &dyn AnyCase, obligation: Obligation, on: Date) -> Self {
        let because = Because::of(&obligation, on);
        Self {
            lifecycle: case.lifecycle().name(),
            case_id: case.case_id().clone(),
            urgency: because.urgency,
            because,
            obligation,
        }
    }

    /// The order of a worklist: by urgency, then by day.
    pub(super) fn rank(&self) -> (Urgency, Date, Date, u64) {
        let row = &self.obligation;
        let day = match self.urgency {
            Urgency::Upcoming => row.opens_on,
            Urgency::Overdue | Urgency::Due | Urgency::Open | Urgency::Missed | Urgency::Done => {
                day(row)
            }
        };
        (self.urgency, day, row.opens_on, rule_rank(row.rule.id))
    }
}

/// A number that orders rules as their ids are ordered, which have at most eight bytes: a long
/// worklist compares the same few rules millions of times.
fn rule_rank(rule: &str) -> u64 {
    let padded = rule.bytes().chain(std::iter::repeat(0)).take(8);
    padded.fold(0, |rank, byte| (rank << 8) | u64::from(byte))
}

impl WorklistQuery {
    /// As of when it is asked.
    pub(super) fn past(&self) -> Past {
        Past::from(self.on).known(self.known)
    }

    /// Whether a row of a case, as it was, belongs on this worklist.
    pub(super) fn wants(&self, case: &dyn AnyCase, row: &Obligation) -> bool {
        let (day, actor) = (day(row), self.actor.as_ref());
        (self.settled || !row.status.is_settled())
            && self.from.is_none_or(|from| from <= day)
            && self.to.is_none_or(|to| day <= to)
            && actor.is_none_or(|actor| case.concerns(row, actor))
    }
}

/// The day by which a row is placed: its last day in time, else the day it opens.
fn day(row: &Obligation) -> Date {
    row.due_by.unwrap_or(row.opens_on)
}

impl Urgency {
    /// How urgent a row is on the day for which its status is given.
    pub const fn of(row: &Obligation) -> Self {
        match (row.status, row.due_by) {
            (Status::Overdue, _) => Self::Overdue,
            (Status::Due, Some(_)) => Self::Due,
            (Status::Due, None) => Self::Open,
            (Status::Upcoming, _) => Self::Upcoming,
            (Status::Missed, _) => Self::Missed,
            (Status::Done, _) => Self::Done,
        }
    }
}

impl Because {
    fn of(row: &Obligation, on: Date) -> Self {
        let urgency = Urgency::of(row);
        let day = match urgency {
            Urgency::Overdue | Urgency::Due => day(row),
            Urgency::Open | Urgency::Upcoming => row.opens_on,
            Urgency::Missed => row.expires_on.unwrap_or(row.opens_on),
            Urgency::Done => row.done_on.unwrap_or(row.opens_on),
        };
        Self { urgency, day, on }
    }

    /// The words.
    pub fn message(&self) -> Message {
        let Self { urgency, day, on } = *self;
        let days = |text, from: Date, to| {
            let days = Arg::Days(from.days_until(to));
            Message::new(text, [("days", days)])
        };
        let dated = |text| Message::new(text, [("date", Arg::Date(day))]);
        match urgency {
            Urgency::Overdue => days(OVERDUE, day, on),
            Urgency::Due if day == on => DUE_TODAY.into(),
            Urgency::Due => days(DUE, on, day),
            Urgency::Open => days(OPEN, day, on),
            Urgency::Upcoming => days(UPCOMING, on, day),
            Urgency::Missed => dated(MISSED),
            Urgency::Done => dated(DONE),
        }
    }
}

impl Serialize for Because {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.message().serialize(serializer)
    }
}

impl Shaped for Because {
    const TY: Ty = Message::TY;
}

const OVERDUE: Text = text!("เกินกำหนดมาแล้ว {days}", "{days} overdue");
const DUE_TODAY: Text = text!("ครบกำหนดวันนี้", "due today");
const DUE: Text = text!("เหลือเวลาอีก {days}", "due in {days}");
const OPEN: Text = text!(
    "ทำได้มาแล้ว {days} ไม่มีวันครบกำหนด",
    "possible for {days}, no last day",
);
const UPCOMING: Text = text!("จะเริ่มทำได้ในอีก {days}", "opens in {days}");
const MISSED: Text = text!("หมดรอบเมื่อวันที่ {date}", "expired on {date}");
const DONE: Text = text!("ทำแล้วเมื่อวันที่ {date}", "done on {date}");

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use serde_json::json;

    use super::*;
    use crate::base::actor::Role;
    use crate::lifecycles::any;

    fn case(
        lifecycle: &str,
        commands: &[(&str, Role, &str, serde_json::Value)],
    ) -> Arc<dyn AnyCase> {
        let lifecycle = any::lifecycle(lifecycle).unwrap();
        let mut case: Option<Arc<dyn AnyCase>> = None;
        for (at, role, organisation, command) in commands {
            let envelope = json!({
                "at": at, "actor": { "role": role, "organisation": organisation },
                "command": command,
            });
            let decision = lifecycle
                .decide_json(case.as_deref(), &envelope.to_string(), &Policy::default())
                .unwrap();
            assert!(decision.is_accepted(), "{}", decision.to_json());
            case = decision.apply_to(case.as_deref()).unwrap();
        }
        case.unwrap()
    }

    fn person() -> serde_json::Value {
        json!({ "id": { "type": "issued_number", "value": "1" },
                "first_name": "ก", "last_name": "ข" })
    }

    fn referred(id: &str, day: &str) -> Arc<dyn AnyCase> {
        let command = json!({
            "type": "refer", "case_id": id, "round": 1, "unit": "10670", "probation_office": "PB",
            "part1": { "person": person(), "address": { "tambon": "810101" } },
        });
        let at = format!("{day}T09:00:00+07:00");
        case(
            "compulsory",
            &[(&at, Role::ProbationOfficer, "PB", command)],
        )
    }

    fn enrolled(id: &str, tambon: &str) -> Arc<dyn AnyCase> {
        let command = json!({
            "type": "enrol", "case_id": id, "person": person(), "graduated_on": "2024-06-10",
            "project": "ก", "residence": { "tambon": tambon },
        });
        case(
            "aftercare",
            &[(
                "2024-06-12T09:00:00+07:00",
                Role::DistrictRecorder,
                "8101",
                command,
            )],
        )
    }

    fn ask(cases: &[Arc<dyn AnyCase>], role: Role, organisation: &str, on: &str) -> Vec<String> {
        let query = WorklistQuery {
            actor: Some(Actor::new(role, organisation)),
            on: Date::parse(on).unwrap(),
            from: None,
            to: None,
            known: None,
            settled: false,
        };
        worklist(cases.iter().map(AsRef::as_ref), &query, &Policy::default())
            .iter()
            .map(|item| {
                let because = item.because.message().en();
                format!("{} {}: {because}", item.case_id, item.obligation.what)
            })
            .collect()
    }

    #[test]
    fn rules_rank_as_their_ids_are_ordered() {
        let lifecycles = any::ALL.iter();
        let rules = lifecycles.flat_map(|lifecycle| lifecycle.rules());
        let mut rules: Vec<&str> = rules.map(|rule| rule.id).collect();
        assert!(rules.iter().all(|rule| rule.len() <= 8));
        rules.sort_unstable();
        assert!(rules.is_sorted_by(|a, b| rule_rank(a) < rule_rank(b)));
    }

    #[test]
    fn the_longest_overdue_comes_first_then_what_is_due_open_and_upcoming() {
        let cases = [referred("C-2", "2024-06-08"), referred("C-1", "2024-06-01")];
        assert_eq!(
            ask(&cases, Role::UnitUser, "10670", "2024-06-10"),
            [
                "C-1 report_in: 2 days overdue",
                "C-2 report_in: due in 5 days",
                "C-1 no_show_report: possible for 2 days, no last day",
                "C-2 no_show_report: opens in 5 days",
            ]
        );
        let next_day = ask(&cases, Role::UnitUser, "10670", "2024-06-14");
        assert_eq!(next_day[1], "C-2 report_in: due in 1 day");
        assert!(ask(&cases, Role::UnitUser, "11289", "2024-06-10").is_empty());
        assert_eq!(ask(&cases, Role::UnitAdmin, "10670", "2024-06-10").len(), 4);
    }

    #[test]
    fn ac_02_a_team_sees_the_visits_of_its_tambon_and_the_recorder_those_of_the_district() {
        let cases = [enrolled("F-1", "810101"), enrolled("F-2", "810102")];
        let due = |role, organisation| {
            let mut rows = ask(&cases, role, organisation, "2024-06-25");
            rows.retain(|row| row.contains("due in"));
            rows
        };
        assert_eq!(
            due(Role::FieldTeam, "810102"),
            ["F-2 visit: due in 14 days"]
        );
        assert_eq!(due(Role::DistrictRecorder, "8101").len(), 2);
    }

    #[test]
    fn ge_08_a_team_gets_the_residents_of_the_day_that_is_asked_about() {
        let moved =
            json!({ "type": "relocate", "on": "2024-08-01", "residence": { "tambon": "810102" } });
        let lifecycle = any::lifecycle("aftercare").unwrap();
        let envelope = json!({
            "at": "2024-08-01T09:00:00+07:00", "command": moved,
            "actor": { "role": "district_recorder", "organisation": "8101" },
        });
        let before = enrolled("F-1", "810101");
        let decision = lifecycle
            .decide_json(
                Some(before.as_ref()),
                &envelope.to_string(),
                &Policy::default(),
            )
            .unwrap();
        let case = decision.apply_to(Some(before.as_ref())).unwrap().unwrap();
        let rows = |tambon, on| ask(std::slice::from_ref(&case), Role::FieldTeam, tambon, on).len();
        assert!(rows("810101", "2024-07-31") > 0);
        assert_eq!(rows("810102", "2024-07-31"), 0);
        assert_eq!(rows("810101", "2024-08-01"), 0);
        assert!(rows("810102", "2024-08-01") > 0);
    }

    #[test]
    fn a_range_of_days_keeps_what_falls_into_it() {
        let cases = [enrolled("F-1", "810101")];
        let query = WorklistQuery {
            actor: Some(Actor::new(Role::FieldTeam, "810101")),
            on: Date::parse("2024-06-25").unwrap(),
            from: Date::parse("2024-07-01").ok(),
            to: Date::parse("2024-07-31").ok(),
            known: None,
            settled: false,
        };
        let found = worklist(cases.iter().map(AsRef::as_ref), &query, &Policy::default());
        let days: Vec<String> = found
            .iter()
            .map(|item| item.obligation.due_by.unwrap().to_string())
            .collect();
        assert_eq!(days, ["2024-07-09", "2024-07-24"]);
    }
}
