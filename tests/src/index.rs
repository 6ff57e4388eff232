//! Where each rule is enforced and by what it is proven: read from the sources, not written by hand.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use bosoto::rulebook;

use crate::{root, scenarios};

/// What is known of the rules, each under its id.
#[derive(Debug, Default)]
pub struct Index {
    /// Source files of the core that apply the rule: its id is a value of a table, verdict or row.
    pub applied: BTreeMap<&'static str, BTreeSet<String>>,
    /// The others that build on it and say so.
    pub named: BTreeMap<&'static str, BTreeSet<String>>,
    /// Scenarios (`CT-16: …`) and tests (`ct_16_…`) named after the rule.
    pub proven: BTreeMap<&'static str, BTreeSet<String>>,
}

impl Index {
    /// Reads the sources of the core, the scenarios and the tests.
    pub fn read() -> Self {
        let mut index = Self::default();
        for file in rust_files(&root().join("core/src")) {
            let text = std::fs::read_to_string(&file).unwrap_or_default();
            let name = relative(&file);
            if !name.starts_with("core/src/rulebook") && !name.ends_with("tests.rs") {
                index.add_code(&name, text.split("#[cfg(test)]").next().unwrap_or_default());
            }
            index.add_tests(&name, &text);
        }
        for file in rust_files(&root().join("tests/tests")) {
            let text = std::fs::read_to_string(&file).unwrap_or_default();
            index.add_tests(&relative(&file), &text);
        }
        index.add_scenarios();
        index
    }

    fn add_code(&mut self, file: &str, text: &str) {
        for rule in rulebook::all() {
            let value = format!("\"{}\"", rule.id);
            let found = if text.contains(&value) {
                &mut self.applied
            } else if text.lines().any(|line| names(line, rule.id)) {
                &mut self.named
            } else {
                continue;
            };
            found.entry(rule.id).or_default().insert(file.to_owned());
        }
    }

    fn add_tests(&mut self, file: &str, text: &str) {
        let functions = text
            .lines()
            .filter_map(|line| line.trim_start().strip_prefix("fn "));
        for name in functions.filter_map(|rest| rest.split('(').next()) {
            for rule in rulebook::all() {
                let prefix = format!("{}_", rule.id.replace('-', "_").to_lowercase());
                if name.starts_with(&prefix) {
                    self.add_proof(rule.id, format!("{file}: {name}"));
                }
            }
        }
    }

    fn add_scenarios(&mut self) {
        for (place, scenario) in scenarios("scenarios") {
            let (file, _) = place.split_once(": ").unwrap_or((&place, ""));
            let name = scenario["name"].as_str().unwrap_or_default();
            for rule in rulebook::all() {
                let rest = name.strip_prefix(rule.id);
                if rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)) {
                    self.add_proof(rule.id, format!("tests/scenarios/{file}.json"));
                }
            }
        }
    }

    fn add_proof(&mut self, rule: &'static str, proof: String) {
        self.proven.entry(rule).or_default().insert(proof);
    }
}

/// Whether a line names the rule itself: `CT-06` is neither `CT-06b` nor the end of a range.
fn names(line: &str, id: &str) -> bool {
    line.match_indices(id).any(|(at, _)| {
        let (before, after) = (&line[..at], &line[at..][id.len()..]);
        let part_of_more =
            before.ends_with(char::is_alphanumeric) || after.starts_with(char::is_alphanumeric);
        let range = before.ends_with(" to ") || after.starts_with(" to ");
        !part_of_more && !range
    })
}

fn relative(file: &Path) -> String {
    let file = file.strip_prefix(root()).unwrap_or(file);
    file.to_string_lossy().replace('\\', "/")
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .flat_map(|path| match path.is_dir() {
            true => rust_files(&path),
            false => vec![path],
        })
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect();
    files.sort();
    files
}

/// Everything in the core that looks like the id of a rule: two capitals, a hyphen, a number.
pub fn named_in_core() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for file in rust_files(&root().join("core/src")) {
        let text = std::fs::read_to_string(&file).unwrap_or_default();
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        if !relative(&file).ends_with("tests.rs") {
            found.extend(words(code).filter(|word| looks_like_an_id(word)));
        }
    }
    found
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'))
        .map(|word| word.trim_matches('-').to_owned())
}

fn looks_like_an_id(word: &str) -> bool {
    let Some((family, number)) = word.split_once('-') else {
        return false;
    };
    let letters = family.len() == 2 && family.bytes().all(|byte| byte.is_ascii_uppercase());
    letters && number.starts_with(|c: char| c.is_ascii_digit()) && number.len() <= 3
}
