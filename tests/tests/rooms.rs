//! The core is a folder for each concern, and a folder knows only those before it.
#![allow(clippy::expect_used, reason = "a test may panic")]

use std::collections::BTreeMap;

use bosoto_generate::root;
use bosoto_generate::sources::{relative, rust_files};

/// The folders from the ground up.
const ROOMS: [&str; 11] = [
    "base",
    "wire",
    "rulebook",
    "policy",
    "schedule",
    "lifecycle",
    "lifecycles",
    "surveillance",
    "indicator",
    "question",
    "contract",
];

/// The sources of the core without their tests, each under its path below `src`.
fn sources() -> BTreeMap<String, String> {
    let files = rust_files(&root().join("core/src"));
    files
        .iter()
        .map(|file| {
            let text = std::fs::read_to_string(file).expect("readable");
            let path = relative(file).replace("core/src/", "");
            (path, without_tests(&text))
        })
        .filter(|(path, _)| !path.ends_with("tests.rs"))
        .collect()
}

fn without_tests(text: &str) -> String {
    let code = text.split("#[cfg(test)]\nmod tests").next();
    let is_code = |line: &&str| !line.trim_start().starts_with("//");
    let lines = code.unwrap_or_default().lines().filter(is_code);
    lines.collect::<Vec<_>>().join("\n")
}

fn room(path: &str) -> Option<usize> {
    let folder = path.split('/').next().unwrap_or_default();
    ROOMS.iter().position(|room| *room == folder)
}

/// What stands behind every `crate::` of a source, nested lists of a `use` taken apart.
fn imports(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices("crate::") {
        let rest = text.get(at..).unwrap_or_default();
        let rest = rest.trim_start_matches("crate::");
        match rest.strip_prefix('{') {
            Some(list) => {
                let list = list.split(';').next().unwrap_or_default();
                let names = list.split(|c: char| !(c.is_alphanumeric() || "_:".contains(c)));
                found.extend(names.filter(|name| !name.is_empty()).map(str::to_owned));
            }
            None => {
                let path = rest.split(|c: char| !(c.is_alphanumeric() || "_:".contains(c)));
                found.extend(path.take(1).map(str::to_owned));
            }
        }
    }
    found
}

#[test]
fn a_folder_imports_only_what_is_before_it() {
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        let Some(own) = room(&path) else { continue };
        for import in imports(&text) {
            let name = import.split("::").next().unwrap_or_default();
            let of = ROOMS.iter().position(|room| *room == name);
            if of.is_none_or(|of| of > own) {
                wrong.push(format!("{path}: crate::{import}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_lifecycle_does_not_know_another() {
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        let inside = path.strip_prefix("lifecycles/");
        let Some((own, _)) = inside.and_then(|path| path.split_once('/')) else {
            continue;
        };
        let others = imports(&text)
            .into_iter()
            .filter_map(|import| import.strip_prefix("lifecycles::").map(str::to_owned))
            .filter(|import| import.split("::").next() != Some(own));
        wrong.extend(others.map(|import| format!("{path}: crate::lifecycles::{import}")));
        if text.contains("super::super::") {
            wrong.push(format!("{path}: climbs out of its folder"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_file_lies_loose_in_the_root() {
    let loose: Vec<String> = sources()
        .into_keys()
        .filter(|path| !path.contains('/') && path != "lib.rs")
        .collect();
    assert!(loose.is_empty(), "{loose:?}");
    let rooms = std::fs::read_dir(root().join("core/src")).expect("a folder");
    for entry in rooms {
        let name = entry.expect("readable").file_name();
        let name = name.to_string_lossy();
        assert!(*name == *"lib.rs" || ROOMS.contains(&&*name), "{name}");
    }
}

/// Whoever opens a room reads first what it is and what it does not know.
#[test]
fn a_room_says_what_it_is_and_what_it_does_not_know() {
    let mut silent = Vec::new();
    for file in rust_files(&root().join("core/src")) {
        let path = relative(&file);
        let is_a_room = path.ends_with("/mod.rs") && path.matches('/').count() <= 4;
        if !is_a_room {
            continue;
        }
        let text = std::fs::read_to_string(&file).expect("readable");
        let first: String = text
            .lines()
            .take_while(|line| line.starts_with("//!"))
            .collect();
        let says = ["not know", "knows no", "known by none"];
        if !says.iter().any(|words| first.contains(words)) {
            silent.push(path);
        }
    }
    assert!(silent.is_empty(), "{silent:?}");
}
