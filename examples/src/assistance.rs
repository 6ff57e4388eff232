//! Stories of assistance: a unit asks a social-rehabilitation centre for help.

use serde_json::{Value, json};

use crate::people;
use crate::province::{self, CENTRES, Organisation, PROVINCE, UNITS};
use crate::random::Random;
use crate::story::{DAYS, Line, Story, actor, date, working_day};

/// How many cases the province has.
const CASES: u32 = 90;

const HELP: [(&str, &str); 6] = [
    ("occupation", "ขอรับการฝึกอาชีพช่างซ่อมเครื่องยนต์เล็ก"),
    ("housing", "ขอซ่อมแซมที่อยู่อาศัย"),
    ("education", "ขอศึกษาต่อการศึกษานอกระบบ"),
    ("finance", "ขอทุนประกอบอาชีพ"),
    ("health", "ขอรับการรักษาทางทันตกรรม"),
    ("family", "ขอคำปรึกษาด้านครอบครัว"),
];

/// The lines of every case.
pub fn lines(random: &mut Random) -> Vec<Vec<Line>> {
    (1..=CASES)
        .map(|number| {
            let day = working_day(random.within(60, DAYS - 2));
            let story = Story::new(
                "assistance",
                format!("A-{number:04}"),
                Random::new(random.number()),
                day,
            );
            let place = (number as usize) % CENTRES.len();
            let mut help = Help {
                story,
                unit: &UNITS[place],
                centre: &CENTRES[place],
            };
            help.run();
            help.story.into_lines()
        })
        .collect()
}

struct Help {
    story: Story,
    unit: &'static Organisation,
    centre: &'static Organisation,
}

impl Help {
    fn centre_does(&mut self, command: Value) {
        self.story
            .does(&actor("centre_user", self.centre.code), command);
    }

    fn centre_tries(&mut self, command: Value, rule: &'static str, kind: &'static str) {
        self.story
            .tries(&actor("centre_user", self.centre.code), command, rule, kind);
    }

    fn run(&mut self) {
        let items = self.story.random.within(1, 3);
        self.asks(items);
        let days = self.story.random.within(1, 12);
        self.story.wait(days);
        self.centre_does(json!({ "type": "accept" }));
        if self.story.random.chance(30) {
            self.hands_on();
        }
        self.assesses();
        if self.story.random.chance(40) {
            self.concludes_too_early();
        }
        for item in 1..=items {
            self.helps(item, item == items);
        }
        let days = self.story.random.within(20, 45);
        self.story.wait(days);
        self.assesses();
        if self.story.random.chance(75) {
            let days = self.story.random.within(1, 20);
            self.story.wait(days);
            self.concludes();
        }
    }

    fn asks(&mut self, items: u32) {
        let person = people::person(&mut self.story.random);
        let mut request = json!({
            "type": "request",
            "case_id": self.story.case_id(),
            "person": person,
            "centre": self.centre.code,
            "items": [],
        });
        let nurse = actor("unit_user", self.unit.code);
        if self.story.random.chance(8) {
            self.story
                .tries(&nurse, request.clone(), "AS-01", "invalid_input");
        }
        request["items"] = (1..=items).map(|number| self.item(number)).collect();
        self.story.does(&nurse, request);
    }

    fn item(&mut self, number: u32) -> Value {
        let (kind, detail) = *self.story.random.pick(&HELP);
        json!({ "item_id": number.to_string(), "kind": kind, "detail": detail })
    }

    fn hands_on(&mut self) {
        let district = json!({
            "type": "distribute",
            "to": self.centre.district,
            "kind": "area",
        });
        self.centre_does(district.clone());
        if self.story.random.chance(20) {
            self.centre_tries(district, "AS-03", "already_done");
        }
        if self.story.random.chance(25) {
            self.centre_does(json!({ "type": "distribute", "to": PROVINCE, "kind": "province" }));
        }
    }

    fn assesses(&mut self) {
        let answers: Vec<u32> = (0..26).map(|_| self.story.random.within(2, 5)).collect();
        self.centre_does(json!({
            "type": "assess_quality_of_life",
            "on": date(self.story.today()),
            "answers": answers,
        }));
    }

    fn concludes_too_early(&mut self) {
        let command = self.conclusion();
        self.centre_tries(command, "AS-07a", "missing_precondition");
    }

    /// One item of help: given, being given, or more than the centre can do. Where it is the last, nothing is left.
    fn helps(&mut self, item: u32, last: bool) {
        let days = self.story.random.within(3, 20);
        self.story.wait(days);
        self.sets(item, "in_progress");
        let days = self.story.random.within(5, 30);
        self.story.wait(days);
        let end = match self.story.random.chance(85) {
            true => "completed",
            false => "exceeded",
        };
        self.sets(item, end);
        if self.story.random.chance(5) {
            let again = json!({
                "type": "set_item_status",
                "item_id": item.to_string(),
                "status": "in_progress",
            });
            let kind = if last {
                "already_done"
            } else {
                "invalid_input"
            };
            self.centre_tries(again, "AS-06", kind);
        }
    }

    fn sets(&mut self, item: u32, status: &str) {
        self.centre_does(json!({
            "type": "set_item_status",
            "item_id": item.to_string(),
            "status": status,
            "on": date(self.story.today()),
            "by": format!("ศป.ปส.อ. {}", province::district_of(self.centre.district).th),
        }));
    }

    fn concludes(&mut self) {
        let command = self.conclusion();
        self.centre_does(command.clone());
        if self.story.random.chance(10) {
            self.centre_tries(command, "AS-07", "wrong_state");
        }
    }

    fn conclusion(&self) -> Value {
        json!({
            "type": "conclude",
            "on": date(self.story.today()),
            "outcome": "discharged",
        })
    }
}
