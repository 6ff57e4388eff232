//! The worklist of a unit: what it owes on a day, the most urgent first, from the logs alone.
//!
//! `cargo run --release -p bosoto-examples --example worklist -- 99811`; with `--picture` as the drawing that
//! the front page shows.

mod picture;

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::io::Read as _;

use bosoto::actor::{Actor, Role};
use bosoto::calendar::{Date, Style};
use bosoto::worklist::{Urgency, WorklistItem, WorklistQuery, worklist};
use bosoto_examples::inbox::Inbox;
use bosoto_examples::story::AS_OF;
use flate2::read::GzDecoder;

/// The log of the province, gzip.
const LOG: &[u8] = include_bytes!("../province-month/commands.ndjson.gz");
/// How many rows of each kind of work are shown.
const ROWS: usize = 2;
/// A hospital of the province.
const UNIT: &str = "99811";

fn main() -> Result<(), Box<dyn Error>> {
    let argument = std::env::args().nth(1);
    match argument.as_deref() {
        Some("--picture") => print!("{}", picture::draw(&items(UNIT)?)),
        unit => print!("{}", table(&items(unit.unwrap_or(UNIT))?)),
    }
    Ok(())
}

fn items(unit: &str) -> Result<Vec<WorklistItem>, Box<dyn Error>> {
    let mut log = String::new();
    GzDecoder::new(LOG).read_to_string(&mut log)?;
    let mut inbox = Inbox::default();
    for line in log.lines() {
        inbox.receive(line);
    }
    let query = WorklistQuery {
        actor: Some(Actor::new(Role::UnitUser, unit)),
        on: Date::parse(AS_OF)?,
        from: None,
        to: None,
        known: None,
        settled: false,
    };
    Ok(worklist(inbox.cases(), &query, &inbox.policy))
}

/// The first rows of each kind of work.
fn first_of_each(items: &[WorklistItem], most: usize) -> impl Iterator<Item = &WorklistItem> {
    let mut shown: BTreeMap<(Urgency, &str), usize> = BTreeMap::new();
    items.iter().filter(move |item| {
        let count = shown
            .entry((item.urgency, item.obligation.what.name))
            .or_default();
        *count += 1;
        *count <= most
    })
}

fn table(items: &[WorklistItem]) -> String {
    let mut out = String::new();
    for item in first_of_each(items, ROWS) {
        let owed = &item.obligation;
        let last = owed.due_by.unwrap_or(owed.opens_on);
        let _ = writeln!(
            out,
            "{:<8} {:<7} {:<18} {:<6} {:>8}  {}",
            format!("{:?}", item.urgency).to_lowercase(),
            item.case_id,
            owed.what,
            owed.rule,
            last.format(Style::ThaiShort).to_string(),
            item.because.message().th(),
        );
    }
    let _ = writeln!(out, "{} in all", items.len());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_urgent_comes_first_and_every_kind_of_work_is_shown() {
        let page = table(&items(UNIT).unwrap());
        assert!(page.starts_with("overdue  C-0352  report_in          CT-22   19/8/67"));
        assert!(page.ends_with("72 in all\n"));
        let urgencies = ["overdue", "due", "open", "upcoming"];
        let begins = |word: &str| page.lines().any(|line| line.starts_with(word));
        assert!(urgencies.into_iter().all(begins), "{page}");
    }

    #[test]
    fn the_front_page_shows_this_worklist() {
        let shown = include_str!("../../docs/pictures/worklist.svg");
        assert_eq!(
            picture::draw(&items(UNIT).unwrap()),
            shown,
            "run `make generate`"
        );
    }
}
