//! A province's year as many logs: one line a case, of a seed.
//!
//! A few hundred stories are decided by the library; a line is one of them under the id of its case.

use std::io::{self, Write};
use std::sync::Arc;

use bosoto::actor::{Actor, Role};
use bosoto::any::{self, AnyCase, AnyLifecycle};
use bosoto::calendar::Date;
use bosoto::policy::Policy;
use bosoto::worklist::WorklistQuery;
use bosoto_examples::people;
use bosoto_examples::province::{self, DISTRICTS, District, PROBATION_OFFICES, UNITS};
use bosoto_examples::random::Random;
use bosoto_examples::story::actor;
use serde_json::{Value, json};

/// How many stories there are.
const STORIES: usize = 400;
/// What stands in a story for the id of the case: as long as an id.
const ID: &str = "Y-0000000";
/// The days of the year on which a case may begin: from 1 January 2024.
const DAYS: u32 = 366;

/// The day on which the year is looked at.
pub fn last_day() -> Date {
    day(DAYS - 1)
}

/// The year of a seed.
#[derive(Debug)]
pub struct Year {
    stories: Vec<Lines>,
}

/// A story, cut where the id of its case stands.
#[derive(Debug)]
struct Lines {
    pieces: Vec<String>,
    events: usize,
}

impl Year {
    /// The same seed gives the same bytes.
    pub fn new(seed: u64) -> Self {
        let mut random = Random::new(seed);
        let stories = (0..STORIES).map(|_| story(&mut random)).collect();
        Self { stories }
    }

    /// How many events the first cases have.
    pub fn events(&self, cases: usize) -> usize {
        let events = self.stories.iter().map(|story| story.events);
        events.cycle().take(cases).sum()
    }

    /// Writes the line of a case.
    pub fn line(&self, case: usize, out: &mut impl Write) -> io::Result<()> {
        let id = format!("Y-{case:07}");
        let story = self.stories.iter().cycle().nth(case % STORIES);
        let pieces = &story.expect("there are stories").pieces;
        for (place, piece) in pieces.iter().enumerate() {
            if place > 0 {
                out.write_all(id.as_bytes())?;
            }
            out.write_all(piece.as_bytes())?;
        }
        Ok(())
    }
}

/// What every unit, probation office and district has to do on the last day.
pub fn queries() -> Vec<WorklistQuery> {
    let units = UNITS.iter().map(|one| (Role::UnitUser, one.code));
    let offices = PROBATION_OFFICES.iter();
    let offices = offices.map(|one| (Role::ProbationOfficer, one.code));
    let districts = DISTRICTS.iter();
    let districts = districts.map(|one| (Role::DistrictRecorder, one.code));
    units
        .chain(offices)
        .chain(districts)
        .map(|(role, organisation)| WorklistQuery {
            actor: Some(Actor::new(role, organisation)),
            on: last_day(),
            from: None,
            to: None,
            known: None,
            settled: false,
        })
        .collect()
}

fn day(number: u32) -> Date {
    let first = Date::parse("2024-01-01").expect("a day");
    first.full_days(number).expect("within the calendar")
}

/// Two thirds exchanges, a quarter follow-ups, the others episodes.
fn story(random: &mut Random) -> Lines {
    let case = match random.within(1, 100) {
        1..=66 => exchange(random),
        67..=91 => follow_up(random),
        _ => episode(random),
    };
    let log = case.log();
    let log = log.trim_end().replace('\n', ",");
    let lifecycle = case.lifecycle().name();
    let line = format!("{{\"lifecycle\":\"{lifecycle}\",\"log\":[{log}]}}\n");
    Lines {
        pieces: line.split(ID).map(str::to_owned).collect(),
        events: case.len(),
    }
}

/// A case as it goes on, until the year ends.
struct Telling<'a> {
    random: &'a mut Random,
    lifecycle: &'static dyn AnyLifecycle,
    case: Option<Arc<dyn AnyCase>>,
    today: u32,
}

impl<'a> Telling<'a> {
    fn new(lifecycle: &str, last_start: u32, random: &'a mut Random) -> Self {
        Self {
            lifecycle: any::lifecycle(lifecycle).expect("known"),
            case: None,
            today: random.within(0, last_start),
            random,
        }
    }

    fn date(&self) -> String {
        day(self.today).to_string()
    }

    /// Whether the year is over so many days later; if not, it is that day.
    fn waits(&mut self, days: u32) -> bool {
        let over = self.today + days >= DAYS;
        self.today += if over { 0 } else { days };
        over
    }

    fn does(&mut self, actor: &Value, command: Value) {
        let (hour, minute) = (self.random.within(8, 15), self.random.within(0, 59));
        let envelope = json!({
            "command_id": self.random.uuid(),
            "at": format!("{}T{hour:02}:{minute:02}:00+07:00", self.date()),
            "actor": actor, "coordinated": true, "command": command,
        });
        let case = self.case.as_deref();
        let decision = self
            .lifecycle
            .decide_json(case, &envelope.to_string(), &Policy::default())
            .expect("well-formed");
        assert!(decision.is_accepted(), "{}", decision.to_json());
        self.case = decision.apply_to(case).expect("of this lifecycle");
    }

    fn told(self) -> Arc<dyn AnyCase> {
        self.case.expect("created")
    }
}

fn district(random: &mut Random) -> &'static District {
    random.pick(&DISTRICTS)
}

/// A referral, treated every week, with an absence now and then.
fn exchange(random: &mut Random) -> Arc<dyn AnyCase> {
    let unit = random.pick(&UNITS);
    let (nurse, office) = (
        actor("unit_user", unit.code),
        province::office_of(unit).code,
    );
    let part1 = people::part1(random, province::district_of(unit.district));
    let mut story = Telling::new("compulsory", DAYS - 100, random);
    let refer = json!({
        "type": "refer", "case_id": ID, "round": 1, "unit": unit.code, "probation_office": office,
        "part1": part1,
    });
    story.does(&actor("probation_officer", office), refer);
    story.waits(1);
    let letter = json!({ "hand_carried": true, "by_correspondence": false });
    let report_in = json!({ "type": "record_report_in", "on": story.date(), "letter": letter });
    story.does(&nurse, report_in);
    story.waits(1);
    story.does(&nurse, json!({ "type": "accept" }));
    for week in 0..18 {
        let mut treatment = json!({ "type": "record_treatment", "on": story.date() });
        if week == 0 {
            treatment["program_days"] = 120.into();
        }
        story.does(&nurse, treatment);
        if week > 0 && story.random.chance(5) && is_absent(&mut story, &nurse) {
            break;
        }
        if story.waits(7) {
            break;
        }
    }
    story.told()
}

/// Says whether the year ends before the person is back.
fn is_absent(story: &mut Telling<'_>, nurse: &Value) -> bool {
    if story.waits(3) {
        return true;
    }
    let missed = json!({ "type": "record_missed_appointment", "missed_on": story.date() });
    story.does(nurse, missed);
    if story.waits(4) {
        return true;
    }
    let trace = json!({
        "type": "record_trace", "on": story.date(), "method": "home_visit",
        "evidence": "ไปเยี่ยมบ้านพร้อมผู้ใหญ่บ้าน",
    });
    story.does(nurse, trace);
    if story.waits(2) {
        return true;
    }
    let back = json!({ "type": "record_return", "on": story.date() });
    story.does(nurse, back);
    false
}

/// A person visited every fortnight.
fn follow_up(random: &mut Random) -> Arc<dyn AnyCase> {
    let district = district(random);
    let (person, residence) = (people::person(random), people::address(random, district));
    let team = actor(
        "field_team",
        residence["tambon"].as_str().expect("a tambon"),
    );
    let mut story = Telling::new("aftercare", 90, random);
    let enrol = json!({
        "type": "enrol", "case_id": ID, "person": person, "graduated_on": story.date(),
        "project": "ค่ายศูนย์ขวัญแผ่นดิน", "residence": residence,
    });
    story.does(&actor("district_recorder", district.code), enrol);
    while !story.waits(15) {
        let visit = json!({ "type": "record_visit", "occurred_on": story.date(), "result": "met" });
        story.does(&team, visit);
    }
    story.told()
}

/// A person who came by himself, treated for four months.
fn episode(random: &mut Random) -> Arc<dyn AnyCase> {
    let unit = random.pick(&UNITS);
    let (nurse, person) = (actor("unit_user", unit.code), people::person(random));
    let mut story = Telling::new("episode", DAYS - 30, random);
    let screen = json!({
        "type": "screen", "case_id": ID, "person": person, "unit": unit.code, "on": story.date(),
        "legal_basis": "section_114", "severity": "abuse",
    });
    story.does(&nurse, screen);
    let start = json!({
        "type": "start_treatment", "on": story.date(), "treatment_type": "opd", "methadone": false,
    });
    story.does(&nurse, start);
    if !story.waits(120) {
        let summary =
            json!({ "type": "summarise", "on": story.date(), "outcome": "completed_program" });
        story.does(&nurse, summary);
    }
    story.told()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_of_a_seed_is_always_the_same_and_has_20_events_a_case() {
        let line = |year: &Year, case| {
            let mut out = Vec::new();
            year.line(case, &mut out).expect("memory");
            out
        };
        let (year, again) = (Year::new(1), Year::new(1));
        assert_eq!(line(&year, 7), line(&again, 7));
        assert!(
            year.events(STORIES) >= 20 * STORIES,
            "{}",
            year.events(STORIES)
        );
    }
}
