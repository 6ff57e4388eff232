//! The worklist of a unit: what it owes on a day, the most urgent first, from the logs alone.
//!
//! `cargo run --release -p bosoto-examples --example worklist -- 99811`

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

fn main() -> Result<(), Box<dyn Error>> {
    let unit = std::env::args().nth(1);
    print!("{}", page(unit.as_deref().unwrap_or("99811"))?);
    Ok(())
}

fn page(unit: &str) -> Result<String, Box<dyn Error>> {
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
        settled: false,
    };
    Ok(table(&worklist(inbox.cases(), &query, &inbox.policy)))
}

fn table(items: &[WorklistItem]) -> String {
    let mut out = String::new();
    let mut shown: BTreeMap<(Urgency, &str), usize> = BTreeMap::new();
    for item in items {
        let owed = &item.obligation;
        let count = shown.entry((item.urgency, owed.what.name)).or_default();
        *count += 1;
        if *count > ROWS {
            continue;
        }
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
    fn the_front_page_shows_this_worklist() {
        let readme = include_str!("../../README.md");
        let page = page("99811").unwrap();
        assert!(readme.contains(&page), "README.md should show:\n{page}");
    }
}
