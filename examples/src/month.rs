//! The month of the province: every line in the order in which the system received it, and the
//! manifest that says what is in it.

use std::collections::BTreeMap;
use std::io::{self, Write};

use flate2::{Compression, GzBuilder};
use serde_json::{Map, Value, json};

use crate::province::{CENTRES, DISTRICTS, Organisation, PROBATION_OFFICES, PROVINCE, UNITS};
use crate::random::Random;
use crate::story::{AS_OF, Line, Outcome};
use crate::{account, aftercare, assistance, compulsory, episode, office};

/// The seed of the demo.
pub const SEED: u64 = 2568;

/// The log of the province.
#[derive(Debug)]
pub struct Month {
    seed: u64,
    /// The lines, in the order of their arrival.
    pub lines: Vec<Line>,
    /// How many cases each lifecycle has.
    cases: Vec<(&'static str, usize)>,
}

impl Month {
    /// The month of a seed: the same seed gives the same bytes.
    pub fn new(seed: u64) -> Self {
        let mut random = Random::new(seed);
        let mut month = Self {
            seed,
            lines: Vec::new(),
            cases: Vec::new(),
        };
        month.add("compulsory", compulsory::lines(&mut random));
        month.add("assistance", assistance::lines(&mut random));
        month.add("episode", episode::lines(&mut random));
        month.add("aftercare", aftercare::lines(&mut random));
        month.add("account", account::lines(&mut random));
        month.add("registry_link", office::registry_links(&mut random));
        month.add("admin_change", office::admin_changes(&mut random));
        month.add("data_change", office::data_changes(&mut random));
        month.lines.sort_by_key(|line| line.received);
        month
    }

    fn add(&mut self, lifecycle: &'static str, cases: Vec<Vec<Line>>) {
        self.cases.push((lifecycle, cases.len()));
        self.lines.extend(cases.into_iter().flatten());
    }

    /// The log as NDJSON.
    pub fn ndjson(&self) -> String {
        self.lines.iter().fold(String::new(), |mut text, line| {
            text.push_str(&line.text);
            text.push('\n');
            text
        })
    }

    /// The log as NDJSON, with a `command_id` only where one is sent again: the same decisions from less
    /// than half the bytes, as random ids cannot be packed.
    pub fn small(&self) -> String {
        let mut times = BTreeMap::new();
        for line in &self.lines {
            *times.entry(command_id(&line.text)).or_insert(0) += 1;
        }
        self.lines.iter().fold(String::new(), |mut text, line| {
            let id = command_id(&line.text);
            let once = times.get(id).is_some_and(|times| *times == 1);
            text.push_str(&if once {
                line.text.replacen(id, "", 1)
            } else {
                line.text.clone()
            });
            text.push('\n');
            text
        })
    }

    /// The log as gzip, without a time stamp.
    pub fn gzip(&self) -> io::Result<Vec<u8>> {
        packed(&self.ndjson(), Compression::default())
    }

    /// [`Month::small`] as gzip, without a time stamp.
    pub fn small_gzip(&self) -> io::Result<Vec<u8>> {
        packed(&self.small(), Compression::best())
    }

    /// What is in the log.
    pub fn manifest(&self) -> Value {
        json!({
            "seed": self.seed,
            "as_of": AS_OF,
            "province": { "code": PROVINCE, "name": { "th": "กระบี่", "en": "Krabi" } },
            "districts": DISTRICTS.iter().map(|district| json!({
                "code": district.code,
                "name": { "th": district.th, "en": district.en },
            })).collect::<Vec<_>>(),
            "units": UNITS.iter().map(Organisation::document).collect::<Vec<_>>(),
            "probation_offices":
                PROBATION_OFFICES.iter().map(Organisation::document).collect::<Vec<_>>(),
            "centres": CENTRES.iter().map(Organisation::document).collect::<Vec<_>>(),
            "cases": self.cases.iter().map(|(name, count)| ((*name).to_owned(), json!(count)))
                .collect::<Map<_, _>>(),
            "counts": self.counts(),
        })
    }

    fn counts(&self) -> Value {
        let mut refused = BTreeMap::new();
        let mut broken = BTreeMap::new();
        let (mut accepted, mut repeated) = (0, 0);
        for line in &self.lines {
            match line.outcome {
                Outcome::Accepted => accepted += 1,
                Outcome::Repeated => repeated += 1,
                Outcome::Refused(rule, kind) => {
                    *refused.entry(format!("{rule} {kind}")).or_insert(0) += 1;
                }
                Outcome::Broken(code) => *broken.entry(code).or_insert(0) += 1,
            }
        }
        json!({
            "lines": self.lines.len(),
            "accepted": accepted,
            "repeated": repeated,
            "refused": refused.values().sum::<usize>(),
            "broken": broken.values().sum::<usize>(),
            "refused_by": refused,
            "broken_by": broken,
        })
    }
}

/// The `command_id` of a line with its name and comma; nothing where it has none.
fn command_id(line: &str) -> &str {
    const NAME: &str = r#""command_id":""#;
    let field = line.split_once(NAME).and_then(|(before, rest)| {
        let end = rest.find("\",")?;
        line.get(before.len()..before.len() + NAME.len() + end + 2)
    });
    field.unwrap_or_default()
}

fn packed(text: &str, level: Compression) -> io::Result<Vec<u8>> {
    let mut gzip = GzBuilder::new()
        .mtime(0)
        .operating_system(255)
        .write(Vec::new(), level);
    gzip.write_all(text.as_bytes())?;
    gzip.finish()
}
