//! The story of one case, told line by line as it reaches the system: what was sent, when it was
//! done, when it was received, and what the rules must make of it.

use std::ops::RangeInclusive;

use bosoto::calendar::{Date, Instant};
use serde_json::{Value, json};

use crate::random::Random;

/// The day from which the minutes of the stories are counted.
pub const FIRST_DAY: &str = "2024-08-01";
/// The day on which the demo looks at the province.
pub const AS_OF: &str = "2025-03-31";
/// How many days lie between the two.
pub const DAYS: u32 = 242;
/// The last minute that the log holds: 16.30 on the day of [`AS_OF`].
const END: u32 = DAYS * DAY + 16 * 60 + 30;
const DAY: u32 = 24 * 60;

/// What the rules must make of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Accepted for the first time.
    Accepted,
    /// Accepted before, so the first decision again (GE-03).
    Repeated,
    /// Refused, first of all by this rule and for this kind of reason.
    Refused(&'static str, &'static str),
    /// No command at all: the code of the error.
    Broken(&'static str),
}

/// A line of the log with what must come of it.
#[derive(Debug, Clone)]
pub struct Line {
    /// The minute in which the system received it.
    pub received: u32,
    /// The line itself, without its line break.
    pub text: String,
    /// What must come of it.
    pub outcome: Outcome,
}

/// A case as it goes on. Whatever would be received after [`AS_OF`] is not told any more.
#[derive(Debug)]
pub struct Story {
    /// The random numbers of this story.
    pub random: Random,
    lifecycle: &'static str,
    case_id: String,
    now: u32,
    lines: Vec<Line>,
    over: bool,
    last: Option<Value>,
}

/// The stories of `cases` cases, `F-0001` and so on, that begin on a working day of `days`.
pub fn told(
    lifecycle: &'static str,
    letter: char,
    cases: u32,
    days: RangeInclusive<u32>,
    random: &mut Random,
    run: impl Fn(&mut Story, usize),
) -> Vec<Vec<Line>> {
    (1..=cases)
        .map(|number| {
            let mut story = Story::new(
                lifecycle,
                format!("{letter}-{number:04}"),
                Random::new(random.number()),
                working_day(random.within(*days.start(), *days.end())),
            );
            run(&mut story, number as usize);
            story.into_lines()
        })
        .collect()
}

/// Who sends a command, as the wire has it.
pub fn actor(role: &str, organisation: &str) -> Value {
    json!({ "role": role, "organisation": organisation })
}

/// The date of a day of the stories.
pub fn date(day: u32) -> String {
    civil(day).map_or_else(String::new, |date| date.to_string())
}

fn civil(day: u32) -> Option<Date> {
    Date::parse(FIRST_DAY).ok()?.full_days(day)
}

fn instant(minute: u32) -> String {
    let (hour, minute_of_hour) = (minute % DAY / 60, minute % 60);
    civil(minute / DAY)
        .and_then(|date| Instant::from_date_time(date, hour, minute_of_hour))
        .map_or_else(String::new, |instant| instant.to_string())
}

/// The day itself, or the Monday after a weekend ([`FIRST_DAY`] is a Thursday).
pub fn working_day(day: u32) -> u32 {
    match day % 7 {
        2 => day + 2,
        3 => day + 1,
        _ => day,
    }
}

impl Story {
    /// A case that begins on a day.
    pub fn new(lifecycle: &'static str, case_id: String, random: Random, day: u32) -> Self {
        let mut story = Self {
            random,
            lifecycle,
            case_id,
            now: 0,
            lines: Vec::new(),
            over: false,
            last: None,
        };
        story.go_to(day);
        story
    }

    /// The case's id.
    pub fn case_id(&self) -> &str {
        &self.case_id
    }

    /// Whether the story has reached the end of the log.
    pub fn is_over(&self) -> bool {
        self.over
    }

    /// The lines that were told.
    pub fn into_lines(self) -> Vec<Line> {
        self.lines
    }

    /// The present day.
    pub fn today(&self) -> u32 {
        self.now / DAY
    }

    /// Office hours of a day, or a little later than now if that is the day already.
    pub fn go_to(&mut self, day: u32) {
        let minute = self.random.within(8 * 60 + 20, 15 * 60);
        self.now = (day * DAY + minute).max(self.now + 2);
    }

    /// So many days later, on a working day.
    pub fn wait(&mut self, days: u32) {
        self.go_to(working_day(self.today() + days));
    }

    /// So many minutes later.
    pub fn pause(&mut self, minutes: u32) {
        self.now += minutes;
    }

    /// A command that is accepted.
    pub fn does(&mut self, actor: &Value, command: Value) {
        self.send(actor, command, self.now, Outcome::Accepted);
    }

    /// An accepted command that was done offline so many days ago and is received only now.
    pub fn did(&mut self, days_ago: u32, actor: &Value, command: Value) {
        let at = self.now.saturating_sub(days_ago * DAY);
        self.send(actor, command, at, Outcome::Accepted);
    }

    /// A command that a rule refuses.
    pub fn tries(&mut self, actor: &Value, command: Value, rule: &'static str, kind: &'static str) {
        self.send(actor, command, self.now, Outcome::Refused(rule, kind));
    }

    /// The command accepted last arrives again, as after a lost connection.
    pub fn repeats(&mut self) {
        if let Some(again) = self.received_again() {
            self.tell(again.to_string(), Outcome::Repeated);
        }
    }

    /// The `command_id` accepted last arrives with another sender.
    pub fn reuses_the_id(&mut self) {
        if let Some(mut again) = self.received_again() {
            again["do"]["actor"]["user_id"] = "u.other".into();
            self.tell(again.to_string(), Outcome::Broken("command_id_reused"));
        }
    }

    /// A line cut off in the middle, as by a lost connection.
    pub fn is_cut_off(&mut self, actor: &Value, command: Value) {
        let mut text = self.line(actor, command, self.now).to_string();
        let half = (text.len() / 2..text.len()).find(|end| text.is_char_boundary(*end));
        text.truncate(half.unwrap_or_default());
        self.tell(text, Outcome::Broken("malformed"));
    }

    /// A field that the shape does not know.
    pub fn misspells_a_field(&mut self, actor: &Value, mut command: Value) {
        command["onn"] = date(self.today()).into();
        let text = self.line(actor, command, self.now).to_string();
        self.tell(text, Outcome::Broken("unknown_field"));
    }

    /// An instant without an offset (TM-1).
    pub fn forgets_the_offset(&mut self, actor: &Value, command: Value) {
        let mut line = self.line(actor, command, self.now);
        line["do"]["at"] = instant(self.now).trim_end_matches("+07:00").into();
        self.tell(line.to_string(), Outcome::Broken("malformed"));
    }

    fn send(&mut self, actor: &Value, command: Value, at: u32, outcome: Outcome) {
        let line = self.line(actor, command, at);
        if self.tell(line.to_string(), outcome) && outcome == Outcome::Accepted {
            self.last = Some(line);
        }
    }

    fn line(&mut self, actor: &Value, command: Value, at: u32) -> Value {
        let mut envelope = json!({ "command_id": self.random.uuid(), "at": instant(at) });
        if at != self.now {
            envelope["recorded_at"] = instant(self.now).into();
        }
        envelope["actor"] = actor.clone();
        if asks_for_coordination(&command) && self.random.chance(70) {
            envelope["coordinated"] = true.into();
        }
        envelope["command"] = command;
        json!({ "lifecycle": self.lifecycle, "case_id": self.case_id, "do": envelope })
    }

    fn received_again(&self) -> Option<Value> {
        let mut again = self.last.clone()?;
        if again["do"].get("recorded_at").is_some() {
            again["do"]["recorded_at"] = instant(self.now).into();
        }
        Some(again)
    }

    /// Adds a line, unless the log has ended.
    fn tell(&mut self, text: String, outcome: Outcome) -> bool {
        self.over = self.over || self.now > END;
        if !self.over {
            self.lines.push(Line {
                received: self.now,
                text,
                outcome,
            });
        }
        self.now += self.random.within(1, 12);
        !self.over
    }
}

/// CT-21: the two agencies should have coordinated before these.
fn asks_for_coordination(command: &Value) -> bool {
    let commands = [
        "request_correction",
        "report_no_show",
        "report_missing_letter",
        "request_part1_correction",
        "request_unit_change",
        "report_absence",
        "certify_result",
    ];
    command["type"]
        .as_str()
        .is_some_and(|name| commands.contains(&name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_days_are_counted_from_a_thursday_to_the_day_looked_at() {
        assert_eq!(date(0), FIRST_DAY);
        assert_eq!(date(DAYS), AS_OF);
        assert_eq!(working_day(2), 4);
        assert_eq!(working_day(4), 4);
        assert_eq!(instant(DAY + 61), "2024-08-02T01:01:00+07:00");
    }
}
