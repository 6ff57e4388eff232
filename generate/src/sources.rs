//! Where each rule is applied, as the tables say, and by what it is proven, read from the sources.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use bosoto::registry;

use serde_json::Value;

use crate::root;

/// What is known of the rules, each under its id.
#[derive(Debug, Default)]
pub struct Index {
    /// Source files of the core in which a row, a guard, a fault, an advice, something owed or flagged,
    /// or an explicit mark applies the rule.
    pub applied: BTreeMap<&'static str, BTreeSet<String>>,
    /// Scenarios (`CT-16: …`) and tests (`ct_16_…`) named after the rule.
    pub proven: BTreeMap<&'static str, BTreeSet<String>>,
}

impl Index {
    /// Reads the sources of the core, the scenarios and the tests.
    pub fn read() -> Self {
        let mut index = Self::default();
        for place in registry::applied() {
            let files = index.applied.entry(place.rule.id).or_default();
            files.insert(place.at.file().replace('\\', "/"));
        }
        for folder in ["core/src", "generate/tests", "tests/tests"] {
            for file in rust_files(&root().join(folder)) {
                let text = std::fs::read_to_string(&file).unwrap_or_default();
                index.add_tests(&relative(&file), &text);
            }
        }
        index.add_scenarios();
        index
    }

    fn add_tests(&mut self, file: &str, text: &str) {
        let functions = text
            .lines()
            .filter_map(|line| line.trim_start().strip_prefix("fn "));
        for name in functions.filter_map(|rest| rest.split('(').next()) {
            for rule in registry::rules() {
                let prefix = format!("{}_", rule.id.replace('-', "_").to_lowercase());
                if name.starts_with(&prefix) {
                    self.add_proof(rule.id, format!("{file}: {name}"));
                }
            }
        }
    }

    fn add_scenarios(&mut self) {
        for file in files(&root().join("tests/scenarios"), "json") {
            let scenarios = std::fs::read(&file).unwrap_or_default();
            let scenarios: Vec<Value> = serde_json::from_slice(&scenarios).unwrap_or_default();
            let names = scenarios.iter().filter_map(|one| one.get("name")?.as_str());
            for name in names {
                for rule in registry::rules() {
                    let rest = name.strip_prefix(rule.id);
                    if rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)) {
                        self.add_proof(rule.id, relative(&file));
                    }
                }
            }
        }
    }

    fn add_proof(&mut self, rule: &'static str, proof: String) {
        self.proven.entry(rule).or_default().insert(proof);
    }
}

/// A path below the root of the repository.
pub fn relative(file: &Path) -> String {
    let file = file.strip_prefix(root()).unwrap_or(file);
    file.to_string_lossy().replace('\\', "/")
}

/// Every Rust source in a folder and below it, in order.
pub fn rust_files(folder: &Path) -> Vec<PathBuf> {
    files(folder, "rs")
}

/// Every file with this ending in a folder and below it, in order.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    let mut found: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .flat_map(|path| match path.is_dir() {
            true => files(&path, ending),
            false => vec![path],
        })
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == ending)
        })
        .collect();
    found.sort();
    found
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
