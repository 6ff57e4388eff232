//! Stories of the compulsory-treatment exchange: how a referral may go.

use serde_json::{Value, json};

use crate::people;
use crate::province::{self, Organisation, UNITS};
use crate::random::Random;
use crate::story::{DAYS, Line, Story, actor, date, working_day};

/// How many cases the province has.
const CASES: u32 = 640;
/// So many of them were referred in the last three weeks.
const RECENT: u32 = 110;

/// The lines of every case.
pub fn lines(random: &mut Random) -> Vec<Vec<Line>> {
    (1..=CASES)
        .map(|number| {
            let first = if number <= CASES - RECENT {
                0
            } else {
                DAYS - 21
            };
            let day = working_day(random.within(first, DAYS - 2));
            let unit = &UNITS[(number as usize) % UNITS.len()];
            let story = Story::new(
                "compulsory",
                format!("C-{number:04}"),
                Random::new(random.number()),
                day,
            );
            let mut case = Referral::new(story, unit);
            case.run();
            case.story.into_lines()
        })
        .collect()
}

struct Referral {
    story: Story,
    unit: &'static Organisation,
    part1: Value,
    /// The day of the first treatment, and how long the program with its extensions is.
    start: Option<u32>,
    program: u32,
    /// The day on which the present unit accepted the case.
    accepted: u32,
}

impl Referral {
    fn new(mut story: Story, unit: &'static Organisation) -> Self {
        let district = province::district_of(unit.district);
        let part1 = people::part1(&mut story.random, district);
        let program = *story.random.pick(&[90, 90, 120]);
        Self {
            story,
            unit,
            part1,
            start: None,
            program,
            accepted: 0,
        }
    }

    fn nurse(&self) -> Value {
        actor("unit_user", self.unit.code)
    }

    fn officer(&self) -> Value {
        actor("probation_officer", self.office())
    }

    fn office(&self) -> &'static str {
        // A case stays with the office that referred it, also when the unit changes.
        let district = self.part1["address"]["tambon"].as_str().unwrap_or_default();
        UNITS
            .iter()
            .find(|unit| district.starts_with(unit.district))
            .map_or(province::PROBATION_OFFICES[0].code, |unit| {
                province::office_of(unit).code
            })
    }

    fn chance(&mut self, percent: u32) -> bool {
        self.story.random.chance(percent)
    }

    fn days(&mut self, first: u32, last: u32) -> u32 {
        self.story.random.within(first, last)
    }

    fn unit_does(&mut self, command: Value) {
        let nurse = self.nurse();
        self.story.does(&nurse, command);
        if self.chance(4) {
            self.story.repeats();
        }
    }

    fn unit_tries(&mut self, command: Value, rule: &'static str, kind: &'static str) {
        let nurse = self.nurse();
        self.story.tries(&nurse, command, rule, kind);
    }

    fn probation_does(&mut self, command: Value) {
        let officer = self.officer();
        self.story.does(&officer, command);
    }

    fn run(&mut self) {
        self.refer();
        match self.days(1, 100) {
            1..=16 => self.never_comes(),
            17..=22 => self.is_sent_back(),
            _ => self.arrives(),
        }
    }

    fn refer(&mut self) {
        if self.chance(4) {
            self.misspells_the_citizen_id();
        }
        if self.chance(2) {
            self.breaks_a_line();
        }
        let command = self.referral(self.part1.clone());
        self.probation_does(command);
        if self.chance(3) {
            self.story.repeats();
        }
    }

    fn referral(&self, part1: Value) -> Value {
        json!({
            "type": "refer",
            "case_id": self.story.case_id(),
            "round": 1,
            "unit": self.unit.code,
            "probation_office": self.office(),
            "part1": part1,
        })
    }

    fn misspells_the_citizen_id(&mut self) {
        let mut part1 = self.part1.clone();
        let id = &mut part1["person"]["id"]["value"];
        *id = people::misspelt(id.as_str().unwrap_or_default()).into();
        let (officer, command) = (self.officer(), self.referral(part1));
        self.story
            .tries(&officer, command, "CT-01", "invalid_input");
    }

    fn breaks_a_line(&mut self) {
        let (officer, command) = (self.officer(), self.referral(self.part1.clone()));
        match self.days(1, 3) {
            1 => self.story.is_cut_off(&officer, command),
            2 => self.story.misspells_a_field(&officer, command),
            _ => self.story.forgets_the_offset(&officer, command),
        }
    }

    /// The person does not report in (CT-05); some come later, some cases are ended.
    fn never_comes(&mut self) {
        if self.chance(40) {
            self.story.wait(3);
            self.unit_tries(json!({ "type": "report_no_show" }), "CT-05", "too_early");
        }
        let days = self.days(8, 14);
        self.story.wait(days);
        if self.chance(75) {
            self.unit_does(json!({ "type": "report_no_show" }));
        }
        let days = self.days(5, 25);
        self.story.wait(days);
        match self.days(1, 3) {
            1 => self.arrives(),
            2 => self.ends("arrested"),
            _ => {}
        }
    }

    fn ends(&mut self, cause: &str) {
        let on = date(self.story.today());
        self.probation_does(json!({ "type": "end_case", "on": on, "cause": cause }));
        if self.chance(30) {
            self.story.wait(2);
            self.unit_tries(json!({ "type": "accept" }), "CT-02", "wrong_state");
        }
    }

    /// The unit asks for a correction and probation sends the case again (CT-03, CT-04).
    fn is_sent_back(&mut self) {
        self.story.wait(1);
        let reason = *self.story.random.pick(&[
            "data_error",
            "patient_changes_unit",
            "probation_changes_unit",
        ]);
        self.unit_does(json!({
            "type": "request_correction",
            "reason": reason,
            "note": "โปรดตรวจสอบข้อมูลที่อยู่และหน่วยบำบัด",
        }));
        let days = self.days(2, 12);
        self.story.wait(days);
        if reason != "data_error" {
            self.unit = self.another_unit();
        }
        self.part1["address"]["moo"] = self.days(1, 9).to_string().into();
        self.probation_does(json!({
            "type": "resend",
            "unit": self.unit.code,
            "part1": self.part1,
        }));
        self.arrives();
    }

    fn another_unit(&mut self) -> &'static Organisation {
        let units: Vec<&'static Organisation> = UNITS
            .iter()
            .filter(|unit| unit.code != self.unit.code)
            .collect();
        self.story.random.pick::<&'static Organisation>(&units)
    }

    /// Report-in, letter and acceptance (CT-02, CT-06, CT-06b, CT-07).
    fn arrives(&mut self) {
        let days = self.days(1, 7);
        self.story.wait(days);
        let letter = self.chance(80);
        self.unit_does(json!({
            "type": "record_report_in",
            "on": date(self.story.today()),
            "letter": { "hand_carried": letter, "by_correspondence": false },
        }));
        if !letter {
            self.misses_the_letter();
        }
        if self.chance(3) {
            self.another_unit_tries();
        }
        let days = self.days(0, 3);
        self.story.wait(days);
        if self.chance(2) {
            self.unit_tries(treatment(self.story.today()), "CT-12", "wrong_state");
        }
        self.accepts();
        self.is_treated();
    }

    fn accepts(&mut self) {
        self.accepted = self.story.today();
        self.unit_does(json!({ "type": "accept" }));
        if self.chance(2) {
            self.story.reuses_the_id();
        }
    }

    fn misses_the_letter(&mut self) {
        if self.chance(60) {
            self.unit_does(json!({ "type": "report_missing_letter" }));
        }
        let days = self.days(2, 6);
        self.story.wait(days);
        if self.chance(70) {
            self.unit_does(json!({
                "type": "record_letter",
                "on": date(self.story.today()),
                "route": "by_correspondence",
            }));
        }
    }

    fn another_unit_tries(&mut self) {
        let stranger = actor("unit_user", self.another_unit().code);
        self.story.tries(
            &stranger,
            json!({ "type": "accept" }),
            "AD-08",
            "not_permitted",
        );
    }

    /// Treatments every week or two until the program ends, with what may come between.
    fn is_treated(&mut self) {
        let every = *self.story.random.pick(&[7, 7, 7, 14]);
        let mut changed_unit = false;
        while !self.story.is_over() {
            if self.chance(5) && !self.is_absent() {
                return;
            }
            self.record_treatment();
            if self.chance(2) {
                return self.ends(if self.start.is_some_and(|day| day % 2 == 0) {
                    "deceased"
                } else {
                    "order_revoked"
                });
            }
            if self.chance(3) {
                self.asks_to_correct_part1();
            }
            if self.chance(1) && !changed_unit && self.changes_unit() {
                changed_unit = true;
            }
            if self.chance(1) {
                self.extends();
            }
            if self.chance(2) && self.story.today() < self.program_end() {
                self.unit_tries(json!({ "type": "certify_result" }), "CT-19", "too_early");
            }
            if self.story.today() >= self.program_end() {
                return self.finishes();
            }
            self.story.wait(every);
        }
    }

    fn program_end(&self) -> u32 {
        self.start.map_or(u32::MAX, |start| start + self.program)
    }

    fn record_treatment(&mut self) {
        let today = self.story.today();
        let mut command = treatment(today);
        if self.start.is_none() {
            self.start = Some(today);
            command["program_days"] = self.program.into();
        } else if self.chance(2) {
            return self.records_late(today);
        }
        self.unit_does(command);
    }

    /// The phone had no signal: done today, received days later, after something done since.
    fn records_late(&mut self, day: u32) {
        let nurse = self.nurse();
        let days = self.days(2, 4);
        self.story.wait(days);
        let between = treatment(self.story.today());
        self.story.does(&nurse, between);
        let days_ago = self.story.today() - day;
        self.story.did(days_ago, &nurse, treatment(day));
    }

    /// An absence with its traces (CT-13 to CT-17). Whether the person came back.
    fn is_absent(&mut self) -> bool {
        let missed = self.story.today();
        self.story.pause(60);
        self.unit_does(json!({ "type": "record_missed_appointment", "missed_on": date(missed) }));
        if self.chance(8) {
            // Nobody traces the person: what is owed stays overdue.
            return false;
        }
        let days = self.days(2, 9);
        self.story.wait(days);
        self.traces("phone", "โทรศัพท์ติดต่อผู้ป่วย ไม่มีผู้รับสาย");
        if self.chance(12) {
            let command = self.completion();
            self.unit_tries(command, "CT-18", "missing_precondition");
        }
        if self.chance(45) {
            return self.comes_back();
        }
        if self.chance(50) {
            self.unit_tries(json!({ "type": "report_absence" }), "CT-16", "too_early");
        }
        self.story
            .go_to(working_day((missed + 11).max(self.story.today() + 3)));
        self.traces("home_visit", "เยี่ยมบ้านร่วมกับ อสม. พบญาติ ผู้ป่วยไม่อยู่บ้าน");
        if self.chance(20) {
            return self.comes_back();
        }
        self.story
            .go_to(working_day((missed + 14).max(self.story.today())));
        self.unit_does(json!({ "type": "report_absence" }));
        if self.chance(35) {
            let days = self.days(2, 20);
            self.story.wait(days);
            return self.comes_back();
        }
        self.drops_out();
        false
    }

    fn traces(&mut self, method: &str, evidence: &str) {
        let on = date(self.story.today());
        self.unit_does(json!({
            "type": "record_trace",
            "on": on,
            "method": method,
            "evidence": evidence,
        }));
    }

    fn comes_back(&mut self) -> bool {
        let days = self.days(1, 4);
        self.story.wait(days);
        let on = date(self.story.today());
        self.unit_does(json!({ "type": "record_return", "on": on }));
        true
    }

    fn drops_out(&mut self) {
        let reported = self.story.today();
        if self.chance(40) {
            self.story.wait(30);
            self.unit_tries(json!({ "type": "drop_out" }), "CT-17", "too_early");
        }
        self.story.go_to(working_day(reported + 45));
        let days = self.days(0, 10);
        self.story.wait(days);
        self.unit_does(json!({ "type": "drop_out" }));
        if self.chance(30) {
            self.story.wait(4);
            let on = self.story.today();
            self.unit_tries(treatment(on), "CT-12", "wrong_state");
        }
    }

    fn asks_to_correct_part1(&mut self) {
        self.unit_does(json!({
            "type": "request_part1_correction",
            "note": "ผู้ป่วยย้ายที่อยู่และเปลี่ยนหมายเลขโทรศัพท์",
        }));
        if self.chance(20) {
            let command = json!({ "type": "request_part1_correction", "note": "ขอแก้ไขอีกครั้ง" });
            self.unit_tries(command, "CT-08", "already_done");
        }
        if self.chance(15) {
            let command = json!({ "type": "correct_part1", "part1": self.part1 });
            self.unit_tries(command, "AD-08", "not_permitted");
        }
        let days = self.days(1, 6);
        self.story.wait(days);
        if self.chance(80) {
            self.part1["phone"] = people::phone(&mut self.story.random).into();
            self.probation_does(json!({ "type": "correct_part1", "part1": self.part1 }));
        } else {
            self.declines("part1_correction");
        }
    }

    fn declines(&mut self, request: &str) {
        self.probation_does(json!({
            "type": "decline_request",
            "request": request,
            "reason": "ตรวจสอบแล้วข้อมูลเดิมถูกต้อง",
        }));
    }

    /// Another unit (CT-10, CT-11). Whether the case moved; then it is accepted there.
    fn changes_unit(&mut self) -> bool {
        self.unit_does(json!({
            "type": "request_unit_change",
            "note": "ผู้ป่วยย้ายไปทำงานต่างอำเภอ ขอบำบัดใกล้ที่ทำงาน",
        }));
        let days = self.days(1, 6);
        self.story.wait(days);
        if self.chance(20) {
            self.declines("unit_change");
            return false;
        }
        self.unit = self.another_unit();
        self.probation_does(json!({ "type": "reassign_unit", "unit": self.unit.code }));
        let days = self.days(1, 5);
        self.story.wait(days);
        self.unit_does(json!({
            "type": "record_report_in",
            "on": date(self.story.today()),
            "letter": { "hand_carried": true, "by_correspondence": false },
        }));
        self.accepts();
        true
    }

    fn extends(&mut self) {
        let days = *self.story.random.pick(&[30, 60]);
        self.program += days;
        let number = self.days(1, 90);
        self.unit_does(json!({
            "type": "extend_treatment",
            "days": days,
            "ruling": format!("อฟ. {number}/2568"),
        }));
    }

    /// Certificate and completion, in either order (CT-18, CT-19).
    fn finishes(&mut self) {
        let certificate = json!({ "type": "certify_result" });
        let complete = self.completion();
        match self.days(1, 4) {
            1 => self.unit_does(complete),
            2 => {
                self.unit_does(certificate.clone());
                self.unit_tries(certificate, "CT-19", "already_done");
                self.unit_does(complete);
            }
            _ => {
                self.unit_does(complete);
                let days = self.days(1, 9);
                self.story.wait(days);
                self.unit_does(certificate);
            }
        }
        if self.chance(20) {
            self.finds_a_forgotten_treatment();
        }
    }

    fn completion(&mut self) -> Value {
        json!({
            "type": "complete",
            "on": date(self.story.today()),
            "update": {
                "phone": people::phone(&mut self.story.random),
                "occupation": "รับจ้างทั่วไป",
            },
        })
    }

    /// A fact of the time in which the case was accepted, recorded after its end (GE-01).
    fn finds_a_forgotten_treatment(&mut self) {
        self.story.wait(2);
        self.unit_does(treatment(self.accepted + 1));
        let today = self.story.today();
        self.unit_tries(treatment(today), "CT-12", "wrong_state");
    }
}

fn treatment(day: u32) -> Value {
    json!({ "type": "record_treatment", "on": date(day) })
}
