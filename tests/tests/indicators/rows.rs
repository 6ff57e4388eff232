//! Tables as tests write them: a line a row, the table's name and its cells, `-` for an empty one, `~` for a space.

use bosoto::calendar::Date;
use bosoto::indicator::{Area, Indicator, Level, Period};
use bosoto::policy::{Document, Policy};

/// A row: the name of its table and its cells.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub table: String,
    pub cells: Vec<String>,
}

impl Row {
    /// A cell; empty where the row has fewer.
    pub fn cell(&self, place: usize) -> &str {
        self.cells.get(place).map_or("", String::as_str)
    }
}

/// The rows of a text.
pub fn rows(text: &str) -> Vec<Row> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let row = |line: &str| {
        let mut words = line.split_whitespace();
        let table = words.next().unwrap().to_owned();
        let cell = |word: &str| {
            if word == "-" {
                String::new()
            } else {
                word.replace('~', " ")
            }
        };
        Row {
            table,
            cells: words.map(cell).collect(),
        }
    };
    lines.map(row).collect()
}

pub fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

pub fn period(quarter: i64) -> Period {
    Period::new(2568, quarter).unwrap()
}

/// A policy as it is written.
pub fn policy(json: &str) -> Policy {
    Policy::read(json).unwrap()
}

pub fn policy_of(document: Document) -> Policy {
    Policy::try_from(document).unwrap()
}

pub const LEVELS: [Level; 4] = [
    Level::Facility,
    Level::Province,
    Level::Region,
    Level::Country,
];

/// The codes of the areas that are listed.
pub fn codes(result: &Indicator) -> Vec<&str> {
    result.areas.iter().map(|area| area.area.as_str()).collect()
}

/// The area of this code.
pub fn area<'a>(result: &'a Indicator, code: &str) -> &'a Area {
    let mut areas = result.areas.iter();
    areas.find(|area| area.area == code).unwrap()
}

/// What is dropped, as `id rule reason`.
pub fn excluded(area: &Area) -> Vec<String> {
    let dropped = area.ledger.excluded.iter();
    dropped
        .map(|one| {
            let reason = serde_json::to_value(one.reason).unwrap();
            format!("{} {} {}", one.id, one.rule, reason.as_str().unwrap())
        })
        .collect()
}
