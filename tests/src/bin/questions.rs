//! What every language is asked, a line each: a JSON array of a call's name and its arguments. With `--answers` the same
//! lines are read again and answered, a line each. The answers of the other languages are held to these, byte by byte.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a JSON value indexed by a name never panics, and what is counted here is small"
)]

use std::io::{self, BufRead as _, BufWriter, Write};
use std::sync::Arc;

use bosoto::any::{self, AnyCase};
use bosoto::policy::Policy;
use bosoto::record::Table;
use bosoto::{call, schema};
use bosoto_tests::corpus::Corpus;
use bosoto_tests::mutate::mutants;
use serde_json::{Value, json};

/// So many spoilt envelopes for each good one.
const SPOILT: usize = 2;
/// So many pairs of logs for each story.
const PAIRS: usize = 2;

fn main() -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    if std::env::args().any(|argument| argument == "--answers") {
        return answers(&mut out);
    }
    let mut asked = Asked { out, place: 0 };
    for corpus in Corpus::all() {
        for story in &corpus.stories {
            asked.story(&corpus, story)?;
        }
        for case in corpus.cases.iter().step_by(7) {
            asked.case(case.as_ref(), &corpus.envelopes)?;
        }
        asked.tables(corpus.lifecycle.name())?;
    }
    asked.everywhere()
}

/// Answers the lines of the standard input.
fn answers(out: &mut impl Write) -> io::Result<()> {
    for line in io::stdin().lock().lines() {
        let given: Vec<Option<String>> = serde_json::from_str(&line?)?;
        let given: Vec<Option<&str>> = given.iter().map(Option::as_deref).collect();
        let (name, arguments) = given.split_first().ok_or(io::ErrorKind::InvalidData)?;
        writeln!(out, "{}", call::call(name.unwrap_or_default(), arguments))?;
    }
    Ok(())
}

struct Asked<W> {
    out: W,
    /// How many envelopes there were: the next is spoilt at other places.
    place: usize,
}

impl<W: Write> Asked<W> {
    fn ask(&mut self, name: &str, arguments: &[Option<&str>]) -> io::Result<()> {
        let mut line = vec![Value::from(name)];
        line.extend(arguments.iter().map(|argument| json!(argument)));
        writeln!(self.out, "{}", Value::Array(line))
    }

    /// Each envelope of a story on the case before it, as it is and spoilt; then two parts of its log as one.
    fn story(&mut self, corpus: &Corpus, envelopes: &[Value]) -> io::Result<()> {
        let lifecycle = corpus.lifecycle;
        let mut case: Option<Arc<dyn AnyCase>> = None;
        for envelope in envelopes {
            let log = case.as_ref().map(|case| case.log());
            let mutants = mutants(envelope);
            self.place += 1;
            let between = (mutants.len() / SPOILT).max(1);
            let spoilt = mutants.iter().skip(self.place % between).step_by(between);
            let all = std::iter::once(envelope).chain(spoilt.map(|one| &one.document));
            for envelope in all {
                let envelope = envelope.to_string();
                let given = [Some(lifecycle.name()), log.as_deref(), Some(&envelope)];
                self.ask("decide", &given)?;
            }
            let policy = Policy::default();
            let decided = lifecycle.decide_json(case.as_deref(), &envelope.to_string(), &policy);
            let after = decided.and_then(|decision| decision.apply_to(case.as_deref()));
            case = after.unwrap_or(case);
        }
        let log = case.map(|case| case.log()).unwrap_or_default();
        self.merges(lifecycle.name(), &log)
    }

    /// The log without one event and the log without another, as two devices may have them.
    fn merges(&mut self, lifecycle: &str, log: &str) -> io::Result<()> {
        let lines: Vec<&str> = log.lines().collect();
        let without = |place: usize| -> String {
            let kept = (0..).zip(&lines).filter(|(at, _)| *at != place);
            kept.map(|(_, line)| format!("{line}\n")).collect()
        };
        for pair in 1..=PAIRS.min(lines.len()) {
            let (a, b) = (without(pair), without(lines.len() - pair));
            self.ask("merge", &[Some(lifecycle), Some(&a), Some(&b)])?;
        }
        Ok(())
    }

    /// What is asked of a case.
    fn case(&mut self, case: &dyn AnyCase, envelopes: &[Value]) -> io::Result<()> {
        let (lifecycle, log) = (Some(case.lifecycle().name()), case.log());
        let log = Some(log.as_str());
        self.place += 1;
        let Some(envelope) = envelopes.get(self.place % envelopes.len().max(1)) else {
            return Ok(());
        };
        let actor = envelope["actor"].to_string();
        let (actor, at) = (Some(actor.as_str()), envelope["at"].as_str());
        let on = at.and_then(|at| at.get(..10));
        self.ask("actions", &[lifecycle, log, actor, at])?;
        self.ask("obligations", &[lifecycle, log, on])?;
        self.ask("obligations", &[lifecycle, log, on, None, on])?;
        self.ask("due", &[lifecycle, log, on])?;
        self.ask("as_of", &[lifecycle, log, on])?;
        self.ask("flags", &[lifecycle, log, at])?;
        self.ask("view", &[lifecycle, log, actor])?;
        self.ask("replay", &[lifecycle, log])?;
        let many = json!([{ "lifecycle": lifecycle, "log": log }]).to_string();
        let query = json!({ "on": on }).to_string();
        let asking = json!({ "actor": envelope["actor"], "at": at }).to_string();
        self.ask("worklist", &[Some(&many), Some(&query)])?;
        self.ask("casework", &[Some(&many), Some(&asking)])?;
        self.ask("workload", &[Some(&many), on])?;
        let (strict, first) = (
            r#"{"drop_out_days":30,"visit_every_days":30}"#,
            Some("2019-01-01"),
        );
        self.ask("compare", &[Some(&many), Some("{}"), Some(strict), on])?;
        self.ask("timeliness", &[Some(&many), first, on, Some("tambon")])
    }

    /// What is the same for every case of a lifecycle.
    fn tables(&mut self, lifecycle: &str) -> io::Result<()> {
        self.ask("machine", &[Some(lifecycle)])?;
        self.ask("forms", &[Some(lifecycle)])?;
        self.ask("forms", &[Some(lifecycle), Some("en")])
    }

    /// What is the same for all.
    fn everywhere(&mut self) -> io::Result<()> {
        for name in schema::names() {
            self.ask("schema", &[Some(&name)])?;
        }
        for name in ["rule", "parameters", "owed", "permissions"] {
            self.ask(name, &[])?;
        }
        self.ask("rule", &[Some("CT-16")])?;
        self.ask("rule", &[Some("XX-1")])?;
        self.ask("quality_of_life_form", &[])?;
        self.ask("nothing", &[])?;
        let days = ["2023-01-01", "2025-12-31", "2024-06-10"].map(Some);
        for organisation in ["81", "R11", "x"] {
            self.ask(
                "report_calendar",
                &[Some(organisation), days[0], days[1], days[2]],
            )?;
        }
        let district =
            json!([{ "district": "8102", "standing_order": false, "teams": [], "recorders": 0 }]);
        self.ask("roster_check", &[Some(&district.to_string())])?;
        let person =
            json!({ "facility": "10670", "index_on": "2014-01-31", "follow_ups": ["2014-03-01"] });
        self.ask("smiv_obligations", &[Some(&person.to_string()), days[2]])?;
        for style in ["short", "slash", "abbreviated", "long", "digits", "iso"] {
            self.ask("thai_date", &[Some("2021-04-03"), Some(style)])?;
        }
        for text in ["3/4/2564", "๓ เมษายน ๒๕๖๔", "29 ก.พ. 2567", "16/11/2024"]
        {
            self.ask("parse_thai_date", &[Some(text)])?;
        }
        for quarter in ["1", "4", "5"] {
            let given = ["KP-16", "8852", "9049", "2568", quarter].map(Some);
            self.ask("indicator_value", &given)?;
        }
        self.records()
    }

    /// Cells and rows of the 43-file tables.
    fn records(&mut self) -> io::Result<()> {
        for table in Table::ALL {
            for column in table.columns() {
                for cell in ["", "25670229", "3100600445636", "ก"] {
                    let given = [table.name(), column.name, cell].map(Some);
                    self.ask("check_cell", &given)?;
                }
            }
            for row in ["{}", r#"{"PID": null}"#, r#"{"PID": 1}"#, "["] {
                self.ask("check_row", &[Some(table.name()), Some(row)])?;
            }
        }
        let lifecycles = any::ALL
            .iter()
            .map(|one| json!({ "lifecycle": one.name(), "log": [] }));
        let empty = Value::Array(lifecycles.collect()).to_string();
        self.ask("worklist", &[Some(&empty), Some(r#"{"on": "2024-06-10"}"#)])
    }
}
