//! Stories of community follow-up: enrolment, visits by the tambon teams, help, moves.

use serde_json::{Value, json};

use crate::people;
use crate::province::{DISTRICTS, District, PROVINCE};
use crate::random::Random;
use crate::story::{DAYS, Line, Story, actor, date, told};

/// How many cases the province has.
const CASES: u32 = 80;

/// The lines of every case.
pub fn lines(random: &mut Random) -> Vec<Vec<Line>> {
    let days = 30..=DAYS - 20;
    told("aftercare", 'F', CASES, days, random, |story, number| {
        Graduate::new(story, &DISTRICTS[number % DISTRICTS.len()]).run();
    })
}

struct Graduate<'a> {
    story: &'a mut Story,
    district: &'static District,
    residence: Value,
    /// Whether the province has given help already.
    helped_by_province: bool,
}

impl<'a> Graduate<'a> {
    fn new(story: &'a mut Story, district: &'static District) -> Self {
        let residence = people::address(&mut story.random, district);
        Self {
            story,
            district,
            residence,
            helped_by_province: false,
        }
    }

    fn recorder(&self) -> Value {
        actor("district_recorder", self.district.code)
    }

    fn team(&self) -> Value {
        let tambon = self.residence["tambon"].as_str().unwrap_or_default();
        actor("field_team", tambon)
    }

    fn recorder_does(&mut self, command: Value) {
        let recorder = self.recorder();
        self.story.does(&recorder, command);
    }

    fn run(&mut self) {
        self.is_enrolled();
        let mut help = 0;
        while !self.story.is_over() {
            let days = self.story.random.within(12, 19);
            self.story.wait(days);
            if self.story.random.chance(12) {
                continue;
            }
            self.is_visited();
            if self.story.random.chance(10) {
                help += 1;
                self.needs_help(help);
            }
            if self.story.random.chance(3) {
                self.moves();
            }
            if self.story.random.chance(3) {
                let recorder = self.recorder();
                let close = json!({ "type": "close" });
                self.story.tries(&recorder, close, "AC-09", "too_early");
            }
        }
    }

    fn is_enrolled(&mut self) {
        let graduated_on = date(self.story.today());
        let days = self.story.random.within(0, 6);
        self.story.wait(days);
        let person = people::person(&mut self.story.random);
        let enrol = json!({
            "type": "enrol",
            "case_id": self.story.case_id(),
            "person": person,
            "graduated_on": graduated_on,
            "project": "ค่ายศูนย์ขวัญแผ่นดินจังหวัดกระบี่",
            "residence": self.residence,
        });
        self.recorder_does(enrol);
    }

    /// The team has no signal in half of the villages: its visits arrive a day or more later.
    fn is_visited(&mut self) {
        let result = *self
            .story
            .random
            .pick(&["met", "met", "met", "met", "not_met"]);
        let day = self.story.today();
        let days_ago = match self.story.random.chance(50) {
            true => self.story.random.within(1, 4),
            false => 0,
        };
        self.story.wait(days_ago);
        let team = self.team();
        let visit = json!({
            "type": "record_visit",
            "occurred_on": date(day),
            "result": result,
            "evidence": "แบบติดตามเก็บที่ ศป.ปส.อ.",
        });
        self.story.did(self.story.today() - day, &team, visit);
        if self.story.random.chance(5) {
            self.story.repeats();
        }
    }

    fn needs_help(&mut self, number: u32) {
        let id = number.to_string();
        let team = self.team();
        let request = json!({
            "type": "request_help",
            "help_id": id,
            "kind": "occupation",
            "detail": "ขอทุนประกอบอาชีพค้าขาย",
        });
        self.story.does(&team, request);
        let days = self.story.random.within(2, 8);
        self.story.wait(days);
        let provide = json!({
            "type": "provide_help",
            "help_id": id,
            "on": date(self.story.today()),
            "by": "กองทุนหมู่บ้าน",
        });
        if self.story.random.chance(70) {
            return self.recorder_does(provide);
        }
        let province = actor("province_admin", PROVINCE);
        let kind = if self.helped_by_province {
            "already_done"
        } else {
            "missing_precondition"
        };
        self.helped_by_province = true;
        self.story.tries(&province, provide.clone(), "AC-05", kind);
        self.recorder_does(json!({
            "type": "escalate_help",
            "help_id": id,
            "reason": "งบประมาณของอำเภอไม่เพียงพอ",
        }));
        self.story.does(&province, provide);
    }

    fn moves(&mut self) {
        let recorder = self.recorder();
        self.district = self.story.random.pick(&DISTRICTS);
        self.residence = people::address(&mut self.story.random, self.district);
        let relocate = json!({
            "type": "relocate",
            "on": date(self.story.today()),
            "residence": self.residence,
        });
        self.story.does(&recorder, relocate);
    }
}
