//! Stories of treatment episodes: screening, treatment, summary and medical follow-up.

use serde_json::{Value, json};

use crate::people;
use crate::province::{Organisation, UNITS};
use crate::random::Random;
use crate::story::{DAYS, Line, Story, actor, date, told};

/// How many cases the province has.
const CASES: u32 = 120;

/// The lines of every case.
pub fn lines(random: &mut Random) -> Vec<Vec<Line>> {
    told(
        "episode",
        'E',
        CASES,
        0..=DAYS - 2,
        random,
        |story, number| {
            let unit = &UNITS[number % UNITS.len()];
            Episode { story, unit }.run();
        },
    )
}

struct Episode<'a> {
    story: &'a mut Story,
    unit: &'static Organisation,
}

impl Episode<'_> {
    fn does(&mut self, command: Value) {
        let nurse = actor("unit_user", self.unit.code);
        self.story.does(&nurse, command);
        if self.story.random.chance(3) {
            self.story.repeats();
        }
    }

    fn tries(&mut self, command: Value, rule: &'static str, kind: &'static str) {
        let nurse = actor("unit_user", self.unit.code);
        self.story.tries(&nurse, command, rule, kind);
    }

    fn today(&self) -> String {
        date(self.story.today())
    }

    fn run(&mut self) {
        self.is_screened();
        let days = self.story.random.within(0, 9);
        self.story.wait(days);
        if self.story.random.chance(8) {
            return self.is_summarised("incomplete");
        }
        self.is_treated();
        if self.story.random.chance(80) {
            self.is_summarised("completed_program");
        } else {
            let outcome = *self
                .story
                .random
                .pick(&["incomplete", "arrested", "changed_treatment"]);
            self.is_summarised(outcome);
        }
        self.is_followed_up();
    }

    fn is_screened(&mut self) {
        let person = people::person(&mut self.story.random);
        let mut screen = json!({
            "type": "screen",
            "case_id": self.story.case_id(),
            "person": person,
            "unit": self.unit.code,
            "on": self.today(),
            "legal_basis": *self.story.random.pick(&["section_113", "section_113", "section_114"]),
        });
        if self.story.random.chance(6) {
            self.tries(screen.clone(), "EP-01", "invalid_input");
        }
        screen["v2_score"] = self.story.random.within(0, 36).into();
        let aggression = *self
            .story
            .random
            .pick(&["normal", "normal", "semi_urgency", "urgency"]);
        screen["aggression"] = aggression.into();
        self.does(screen);
    }

    fn is_treated(&mut self) {
        let treatment_type =
            *self
                .story
                .random
                .pick(&["opd", "opd", "cbtx", "ipd_treatment", "ipd_mini"]);
        let methadone = self.story.random.chance(5);
        self.does(json!({
            "type": "start_treatment",
            "on": self.today(),
            "treatment_type": treatment_type,
            "methadone": methadone,
        }));
        for _ in 0..self.story.random.within(3, 9) {
            self.story.wait(7);
            self.does(json!({ "type": "record_session", "on": self.today() }));
        }
        self.story.wait(7);
    }

    fn is_summarised(&mut self, outcome: &str) {
        let on = self.today();
        self.does(json!({ "type": "summarise", "on": on, "outcome": outcome }));
    }

    /// Follow-ups, not all of them in time (EP-03).
    fn is_followed_up(&mut self) {
        for _ in 0..4 {
            let days = self.story.random.within(15, 110);
            self.story.wait(days);
            let result = *self
                .story
                .random
                .pick(&["not_using", "not_using", "using", "not_found"]);
            self.does(json!({
                "type": "record_follow_up",
                "on": self.today(),
                "kind": "medical",
                "result": result,
            }));
            if self.story.random.chance(12) {
                self.tries(json!({ "type": "close" }), "EP-05", "too_early");
            }
        }
    }
}
