//! The safety net: the answer of every call over the whole corpus, recorded and compared byte by
//! byte, so that whoever moves things sees at once what else has moved.
//!
//! An answer is recorded without its texts: these lie in a file of their own, each under the place
//! at which it is said, so that a better wording changes that file alone. What a text names (dates,
//! numbers) stays with the answer.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;
use std::io::{self, Read as _, Write as _};
use std::path::PathBuf;

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use serde_json::{Map, Value};

use crate::ask;
use crate::root;

/// Everything that is recorded.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Net {
    /// Answers by file, each a line of place and answer.
    answers: BTreeMap<&'static str, Vec<(String, String)>>,
    /// Texts by the place at which they are said.
    texts: BTreeMap<String, BTreeSet<[String; 2]>>,
}

impl Net {
    /// Asks everything.
    pub fn cast() -> Self {
        let mut net = Self::default();
        ask::everything(&mut net);
        net
    }

    /// Adds an answer that is the same on every day: its texts are kept as they are.
    pub fn standing(&mut self, file: &'static str, place: &str, answer: &str) {
        self.said(file, place, place, answer);
    }

    /// The same, with another place for its texts.
    pub fn said(&mut self, file: &'static str, place: &str, said_at: &str, answer: &str) {
        self.add(file, place, said_at, answer, false);
    }

    /// Adds an answer whose texts name dates and numbers. `said_at` is the place of its texts.
    pub fn answer(&mut self, file: &'static str, place: &str, said_at: &str, answer: &str) {
        self.add(file, place, said_at, answer, true);
    }

    fn add(&mut self, file: &'static str, place: &str, said_at: &str, answer: &str, dated: bool) {
        let mut value: Value = serde_json::from_str(answer).unwrap_or_else(|_| answer.into());
        self.take_texts(&mut value, said_at, dated);
        let lines = self.answers.entry(file).or_default();
        lines.push((place.to_owned(), value.to_string()));
    }

    fn take_texts(&mut self, value: &mut Value, place: &str, dated: bool) {
        if let Some(text) = as_text(value) {
            *value = self.keep(place, text, dated).into();
            return;
        }
        match value {
            Value::Object(fields) => {
                for (name, field) in fields.iter_mut() {
                    let place = format!("{place}/{name}");
                    if let Value::String(text) = field
                        && name == "description"
                        && !dated
                    {
                        let text = [text.clone(), String::new()];
                        *field = self.keep(&place, text, false).into();
                    } else {
                        self.take_texts(field, &place, dated);
                    }
                }
            }
            Value::Array(items) => {
                for (index, item) in items.iter_mut().enumerate() {
                    let name = name_of(item).unwrap_or_else(|| index.to_string());
                    self.take_texts(item, &format!("{place}/{name}"), dated);
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    fn keep(&mut self, place: &str, [th, en]: [String; 2], dated: bool) -> String {
        let mut named = "§".to_owned();
        let text = if dated {
            named.push_str(&values(&en).join(" "));
            [without_values(&th), without_values(&en)]
        } else {
            [th, en]
        };
        self.texts.entry(place.to_owned()).or_default().insert(text);
        named
    }

    /// Every text, Thai and English, with the place at which it is said. A schema's description has no
    /// Thai and stands as the first of the two.
    pub fn said_texts(&self) -> impl Iterator<Item = (&str, &[String; 2])> {
        let texts = self.texts.iter();
        texts.flat_map(|(place, texts)| texts.iter().map(move |text| (place.as_str(), text)))
    }

    /// What differs from what was recorded, a line each; none if nothing does.
    pub fn differences(&self) -> Vec<String> {
        let mut found = Vec::new();
        for (file, lines) in &self.answers {
            let recorded = read(file).unwrap_or_default();
            compare(file, &folded(lines), &recorded, &mut found);
        }
        compare("texts", &self.texts(), &read_texts(), &mut found);
        found
    }

    /// Records everything anew.
    ///
    /// # Errors
    ///
    /// Those of the file system.
    pub fn record(&self) -> io::Result<()> {
        std::fs::create_dir_all(folder())?;
        for (file, lines) in &self.answers {
            let mut out = GzEncoder::new(Vec::new(), Compression::best());
            out.write_all(folded(lines).as_bytes())?;
            std::fs::write(path(file), out.finish()?)?;
        }
        std::fs::write(folder().join("texts.tsv"), self.texts())
    }

    /// Every text under its place, a line each.
    fn texts(&self) -> String {
        let mut out = String::new();
        for (place, texts) in &self.texts {
            for [th, en] in texts {
                let line = format!("{place}\t{th}\t{en}").replace('\n', " ");
                let _ = writeln!(out, "{line}");
            }
        }
        out
    }
}

fn folder() -> PathBuf {
    root().join("tests/net")
}

fn path(file: &str) -> PathBuf {
    folder().join(format!("{file}.tsv.gz"))
}

fn read(file: &str) -> io::Result<String> {
    let mut text = String::new();
    GzDecoder::new(std::fs::File::open(path(file))?).read_to_string(&mut text)?;
    Ok(text)
}

fn read_texts() -> String {
    std::fs::read_to_string(folder().join("texts.tsv")).unwrap_or_default()
}

/// A line for each answer; one that was given before is named by the line that holds it.
fn folded(lines: &[(String, String)]) -> String {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let mut out = String::new();
    for (number, (place, answer)) in (1_usize..).zip(lines) {
        let _ = match seen.get(answer.as_str()) {
            Some(line) if answer.len() > 12 => writeln!(out, "{place}\t= {line}"),
            _ => writeln!(out, "{place}\t{answer}"),
        };
        seen.entry(answer).or_insert(number);
    }
    out
}

/// Lines that stand in one of the two only, each with its sign.
fn compare(file: &str, actual: &str, recorded: &str, found: &mut Vec<String>) {
    if actual == recorded {
        return;
    }
    let (new, old) = (unfolded(actual), unfolded(recorded));
    let sets: [BTreeSet<&(&str, &str)>; 2] = [new.iter().collect(), old.iter().collect()];
    for (sign, lines, other) in [('-', &old, &sets[0]), ('+', &new, &sets[1])] {
        let only = lines.iter().filter(|line| !other.contains(line));
        found.extend(only.map(|(place, answer)| format!("{sign} {file}: {place}\t{answer}")));
    }
    if found.is_empty() {
        found.push(format!("{file}: the same lines in another order"));
    }
}

fn unfolded(text: &str) -> Vec<(&str, &str)> {
    let mut lines: Vec<(&str, &str)> = Vec::new();
    for line in text.split_terminator('\n') {
        let (place, answer) = line.split_once('\t').unwrap_or((line, ""));
        let earlier = answer
            .strip_prefix("= ")
            .and_then(|number| lines.get(number.parse::<usize>().ok()?.checked_sub(1)?));
        lines.push((place, earlier.map_or(answer, |(_, answer)| answer)));
    }
    lines
}

/// A text in two languages, if the value is one and nothing else.
fn as_text(value: &Value) -> Option<[String; 2]> {
    let fields: &Map<String, Value> = value.as_object()?;
    let text = |name: &str| fields.get(name)?.as_str().map(str::to_owned);
    (fields.len() == 2).then(|| Some([text("th")?, text("en")?]))?
}

/// What an element of a list is called, by the fields that name it.
fn name_of(item: &Value) -> Option<String> {
    const NAMING: [&str; 16] = [
        "action", "name", "type", "notice", "letter", "banner", "report", "rule", "kind", "code",
        "pointer", "what", "tag", "number", "urgency", "relation",
    ];
    let fields = item.as_object()?;
    let words: Vec<String> = NAMING
        .iter()
        .filter_map(|name| match fields.get(*name)? {
            Value::String(word) => Some(anywhere(word)),
            Value::Number(number) => Some(number.to_string()),
            Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
        })
        .collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// A pointer without its indices.
fn anywhere(word: &str) -> String {
    let segment = |segment: &str| {
        let is_index = !segment.is_empty() && segment.bytes().all(|byte| byte.is_ascii_digit());
        if is_index { "*" } else { segment }.to_owned()
    };
    if word.starts_with('/') {
        word.split('/').map(segment).collect::<Vec<_>>().join("/")
    } else {
        word.to_owned()
    }
}

const MONTHS: [&str; 12] = [
    "ม.ค.",
    "ก.พ.",
    "มี.ค.",
    "เม.ย.",
    "พ.ค.",
    "มิ.ย.",
    "ก.ค.",
    "ส.ค.",
    "ก.ย.",
    "ต.ค.",
    "พ.ย.",
    "ธ.ค.",
];

/// The dates and numbers in a text.
fn values(text: &str) -> Vec<String> {
    let part = |c: char| c.is_ascii_digit() || matches!(c, '-' | ':' | 'T' | '+' | '.');
    text.split(|c: char| !part(c))
        .map(|word| word.trim_matches(['-', ':', 'T', '+', '.']))
        .filter(|word| word.starts_with(|c: char| c.is_ascii_digit()))
        .map(str::to_owned)
        .collect()
}

/// The text with `#` for each number and one name for every month.
fn without_values(text: &str) -> String {
    let mut text = text.to_owned();
    for month in MONTHS {
        text = text.replace(&format!(" {month} "), " ด. ");
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if c.is_ascii_digit() && out.ends_with('#') => {}
            c if c.is_ascii_digit() => out.push('#'),
            c => out.push(c),
        }
    }
    out
}
